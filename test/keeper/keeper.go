package keeper

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// Keeper is the vendor's API.
type Keeper struct {
	t      testing.TB
	server *httptest.Server

	mu     sync.Mutex
	bodies map[string][]byte // by conversation
	asked  map[string]int
	decide func(conversation string, w http.ResponseWriter) (done bool)
}

// Start starts the vendor's API, which ends with the test.
func Start(t testing.TB) *Keeper {
	k := &Keeper{t: t, bodies: map[string][]byte{}, asked: map[string]int{}}
	k.server = httptest.NewServer(k)
	t.Cleanup(k.server.Close)
	return k
}

// Settings are what a server of ./test/keeper/program needs to ask it.
func (k *Keeper) Settings() []string { return []string{Setting + "=" + k.server.URL} }

// Keep has the vendor know a chat as it would be posted in our own format, in the place of what it knew of the conversation.
func (k *Keeper) Keep(body []byte) {
	k.t.Helper()
	id, err := conversation("", body)
	if err != nil {
		k.t.Fatal(err)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.bodies[id] = body
}

// Decide has decide look at every question first, and take its time. Where it answers itself it says that it is done.
func (k *Keeper) Decide(decide func(conversation string, w http.ResponseWriter) (done bool)) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.decide = decide
}

// Asked is how often it was asked for a conversation.
func (k *Keeper) Asked(conversation string) int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.asked[conversation]
}

// ServeHTTP implements http.Handler.
func (k *Keeper) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, err := conversation(r.URL.EscapedPath(), nil)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	k.mu.Lock()
	k.asked[id]++
	body, known := k.bodies[id]
	decide := k.decide
	k.mu.Unlock()
	switch {
	case decide != nil && decide(id, w):
	case !known:
		http.NotFound(w, r)
	default:
		_, _ = w.Write(body)
	}
}
