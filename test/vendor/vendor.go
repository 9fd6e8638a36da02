// Package vendor plays a chat vendor: it posts closed chats to a source and, as vendors do, posts them again until it has read
// a whole 200. It keeps a ledger of its own of what was acknowledged, by which a test can judge what must not get lost.
//
// It knows nothing of the code that receives: signatures and bodies are made here from what the vendors document.
package vendor

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// Vendor posts to one source, by one server or, where several serve it, by whichever answers. It may be used from any goroutine.
type Vendor struct {
	urls []string
	sign Signer

	mu     sync.Mutex
	turn   int
	ledger map[string]*Entry
}

// New returns a vendor that posts to these addresses of its source, and proves by sign that it is the one.
func New(sign Signer, urls ...string) *Vendor {
	return &Vendor{urls: urls, sign: sign, ledger: map[string]*Entry{}}
}

// Entry is what the vendor knows of one event.
type Entry struct {
	Attempts int
	// Acknowledged is set once a whole 200 was read; Answer is it.
	Acknowledged bool
	Answer       Answer
}

// Answer is what came back for an event.
type Answer struct {
	Status int
	Body   []byte

	// The members of the answer to our own format; empty where the body is another.
	Outcome  string `json:"outcome"`
	Chat     string `json:"chat"`
	FollowUp string `json:"follow_up"`
	Errors   []struct{ Field, Detail string }
}

// String is the answer for a failed test.
func (a Answer) String() string { return fmt.Sprintf("%d %s", a.Status, a.Body) }

// client gives up on an answer as vendors do; a server that was killed cuts the connection long before.
var client = &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}

// Post posts the body once and reads the whole answer. The error is that of the network.
func (v *Vendor) Post(ctx context.Context, body []byte) (Answer, error) {
	request, err := v.Request(ctx, body)
	if err != nil {
		return Answer{}, err
	}
	return Send(request)
}

// Request is what Post sends, for tests that change it first.
func (v *Vendor) Request(ctx context.Context, body []byte) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, v.nextURL(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	v.sign(request.Header, body)
	return request, nil
}

// Send sends a request and reads the whole answer.
func Send(request *http.Request) (Answer, error) {
	response, err := client.Do(request)
	if err != nil {
		return Answer{}, err
	}
	defer func() { _ = response.Body.Close() }()
	answer := Answer{Status: response.StatusCode}
	if answer.Body, err = io.ReadAll(response.Body); err != nil {
		return Answer{}, err
	}
	_ = json.Unmarshal(answer.Body, &answer) // other vendors are answered in other words
	return answer, nil
}

// pause is how long a vendor here waits before it tries again: less than real ones do, for tests have less time.
const pause = 25 * time.Millisecond

// Deliver posts the body until it is acknowledged, as long as ctx lasts, and enters it into the ledger under its name. As
// vendors do, it tries again when there is no answer or it is 429 or 5xx; every other answer but 200 is an error at once.
func (v *Vendor) Deliver(ctx context.Context, name string, body []byte) (Answer, error) {
	for {
		answer, err := v.Post(ctx, body)
		v.note(name, answer, err)
		switch {
		case err == nil && answer.Status == http.StatusOK:
			return answer, nil
		case err == nil && answer.Status != http.StatusTooManyRequests && answer.Status < 500:
			return answer, fmt.Errorf("deliver %s: answered %s", name, answer)
		}
		select {
		case <-ctx.Done():
			return answer, fmt.Errorf("deliver %s: never acknowledged, at last: %s, %w", name, answer, err)
		case <-time.After(pause):
		}
	}
}

// Ledger is what the vendor knows of each event, by the name under which it was delivered.
func (v *Vendor) Ledger() map[string]Entry {
	v.mu.Lock()
	defer v.mu.Unlock()
	entries := make(map[string]Entry, len(v.ledger))
	for name, entry := range v.ledger {
		entries[name] = *entry
	}
	return entries
}

// Acknowledged counts the events that were.
func (v *Vendor) Acknowledged() int {
	count := 0
	for _, entry := range v.Ledger() {
		if entry.Acknowledged {
			count++
		}
	}
	return count
}

func (v *Vendor) note(name string, answer Answer, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	entry := v.ledger[name]
	if entry == nil {
		entry = &Entry{}
		v.ledger[name] = entry
	}
	entry.Attempts++
	if err == nil && answer.Status == http.StatusOK && !entry.Acknowledged {
		entry.Acknowledged, entry.Answer = true, answer
	}
}

// nextURL takes turns, as a balancer before several servers does.
func (v *Vendor) nextURL() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.turn++
	return v.urls[v.turn%len(v.urls)]
}
