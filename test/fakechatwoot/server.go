// Package fakechatwoot plays a Chatwoot: conversations with visitors and agents, webhooks as it sends them, signed or not, and the
// part of its API that reads them, with its paging and its odd ways. It keeps a ledger of what it sent and what it was asked.
//
// It knows nothing of the code that it tests: bodies and signatures are made here from what Chatwoot documents.
package fakechatwoot

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// Account and Token are those of every played Chatwoot.
const (
	Account = "2"
	Token   = "played-access-token-0001"
)

// Server is one Chatwoot with one account. It may be used from any goroutine.
type Server struct {
	http *httptest.Server

	mu            sync.Mutex
	conversations map[int]*Conversation
	lastMessage   int
	hooks         []hook
	asked         []Request
	sent          []Delivery
	faults        []Fault
	last          time.Time // that anything happened
}

// Start starts a Chatwoot without conversations, which ends with the test.
func Start(t testing.TB) *Server {
	t.Helper()
	s := New()
	t.Cleanup(s.Close)
	return s
}

// New starts a Chatwoot without conversations; Close ends it.
func New() *Server {
	s := &Server{conversations: map[int]*Conversation{}, lastMessage: 4000}
	s.http = httptest.NewServer(s.routes())
	return s
}

// Close ends the server.
func (s *Server) Close() { s.http.Close() }

// URL is where it is, without a slash at its end.
func (s *Server) URL() string { return s.http.URL }

// tick is the time of something that happens now: never the same twice, as Chatwoot's own times have microseconds. s.mu is held.
func (s *Server) tick() time.Time {
	now := time.Now().UTC().Truncate(time.Microsecond)
	if !now.After(s.last) {
		now = s.last.Add(time.Microsecond)
	}
	s.last = now
	return now
}

// Request is something that the API was asked.
type Request struct {
	Path, After string
	// Allowed is whether the token was the right one.
	Allowed bool
}

// Asked is what the API was asked, in order.
func (s *Server) Asked() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.asked...)
}

// Fault is what the API does with one request instead of answering it.
type Fault struct {
	// Status is answered, with Header. 0 is that of an answer.
	Status int
	Header http.Header
	// Body is answered in place of the right one, where it is not empty.
	Body string
	// CutOff breaks the answer off after so many bytes.
	CutOff int
	// Until lets the request wait until it is closed, or the client goes away; Begun is closed when it waits.
	Until <-chan struct{}
	Begun chan<- struct{}
}

// Fail has the next requests of the API fail so, one after the other.
func (s *Server) Fail(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, faults...)
}
