// Package fakemailgun plays the part of Mailgun's HTTP API v3 that Postchat talks to, on a free port of 127.0.0.1: it takes mails,
// answers questions about events, and signs webhooks. It keeps a ledger of its own of the mails it really took, so that a test can
// judge by it instead of by what the sender believes.
//
// Every way in which the real service is known to misbehave is a Behaviour, set for the next submissions (Server.Next), for one
// recipient (Server.For) or by a function (Server.Decide). Unlike Mailgun it is strict: what the documentation forbids is refused.
//
// The server lives in the test's own process and so outlives a program under test that is killed.
package fakemailgun

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Server is a running fake. All its methods may be called from any goroutine.
type Server struct {
	apiKey     string
	signingKey string
	domains    []string
	now        func() time.Time
	bucket     *bucket
	dropMIME   bool
	ownIDs     bool

	ledger  *ledger
	script  script
	strays  atomic.Int64
	queries atomic.Int64

	base string
	http *http.Server
	done chan struct{}

	mu      sync.Mutex
	closed  bool
	serving sync.WaitGroup
}

// Option changes a Server before it starts.
type Option func(*Server)

// WithAPIKey sets the key that requests must carry as the password of the user "api".
func WithAPIKey(key string) Option { return func(s *Server) { s.apiKey = key } }

// WithSigningKey sets the key that webhooks are signed with.
func WithSigningKey(key string) Option { return func(s *Server) { s.signingKey = key } }

// WithDomains makes the server know these sending domains alone and answer 404 for others. Without it every domain is known.
func WithDomains(domains ...string) Option { return func(s *Server) { s.domains = domains } }

// WithClock makes the server take its time from now: for the ledger, events and their lag, signatures and the rate limit.
func WithClock(now func() time.Time) Option { return func(s *Server) { s.now = now } }

// WithEventLag makes an event visible only when it is this old. See SetEventLag.
func WithEventLag(lag time.Duration) Option { return func(s *Server) { s.ledger.lag = lag } }

// WithRate answers 429 with a Retry-After in seconds to what comes faster than perSecond, after a first burst.
func WithRate(perSecond float64, burst int) Option {
	return func(s *Server) { s.bucket = &bucket{rate: perSecond, burst: float64(burst), tokens: float64(burst)} }
}

// WithoutMIME keeps no copy of the mails' bytes, only their headers and size. It is meant for load.
func WithoutMIME() Option { return func(s *Server) { s.dropMIME = true } }

// WithOwnMessageIDs makes the server put an id of its own in place of the sender's Message-ID, as some providers do: answers and
// events then name an id that the sender cannot know when the answer is lost.
func WithOwnMessageIDs() Option { return func(s *Server) { s.ownIDs = true } }

// Start starts a server that closes itself at the end of the test.
func Start(t testing.TB, opts ...Option) *Server {
	t.Helper()
	s, err := New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// New starts a server, which must be closed. It fails only where no port of 127.0.0.1 can be had.
func New(opts ...Option) (*Server, error) {
	s := &Server{
		apiKey:     "fake-mailgun-api-key",
		signingKey: "fake-mailgun-signing-key",
		now:        time.Now,
		ledger:     newLedger(),
		done:       make(chan struct{}),
	}
	for _, opt := range opts {
		opt(s)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("start fake mailgun: %w", err)
	}
	s.base = "http://" + listener.Addr().String()
	s.http = &http.Server{
		Handler:           s.handler(),
		ReadHeaderTimeout: time.Minute,
		ErrorLog:          log.New(io.Discard, "", 0),
	}
	s.serving.Go(func() { s.serve(listener) })
	return s, nil
}

func (s *Server) serve(l net.Listener) {
	if err := s.http.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		panic(fmt.Sprintf("fakemailgun: serve: %v", err))
	}
}

// Close cuts every connection, ends whatever hangs, and returns when no request is being served. The ledger stays readable.
func (s *Server) Close() {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	s.closed = true
	s.mu.Unlock()
	close(s.done)
	_ = s.http.Close()
	s.serving.Wait()
}

// URL is the server's address, without a path.
func (s *Server) URL() string { return s.base }

// APIBase is the address to give to a client as its API base; it ends in /v3.
func (s *Server) APIBase() string { return s.base + "/v3" }

// APIKey is the key that requests must carry.
func (s *Server) APIKey() string { return s.apiKey }

// SigningKey is the key that webhooks are signed with.
func (s *Server) SigningKey() string { return s.signingKey }

// Strays counts the requests that followed a Redirect, with or without a mail.
func (s *Server) Strays() int { return int(s.strays.Load()) }

// Queries counts the questions about events, each page as one.
func (s *Server) Queries() int { return int(s.queries.Load()) }

func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v3/{domain}/messages", s.submit)
	mux.HandleFunc("POST /v3/{domain}/messages.mime", s.submit)
	mux.HandleFunc("GET /v3/{domain}/events", s.listEvents)
	mux.HandleFunc("GET /v3/{domain}/events/{page}", s.listEvents)
	mux.HandleFunc(strayPath, func(w http.ResponseWriter, _ *http.Request) {
		s.strays.Add(1)
		send(w, answer{status: http.StatusOK, body: `{"id":"<stray@example.net>","message":"Queued. Thank you."}`})
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.enter() {
			panic(http.ErrAbortHandler)
		}
		defer s.serving.Done()
		mux.ServeHTTP(w, r)
	})
}

// enter counts a request in, unless the server is closing.
func (s *Server) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.serving.Add(1)
	return true
}

// admit refuses requests with a wrong key or for an unknown domain, as Mailgun does before it looks at anything else.
func (s *Server) admit(r *http.Request) *refusal {
	user, key, ok := r.BasicAuth()
	if !ok || user != "api" || subtle.ConstantTimeCompare([]byte(key), []byte(s.apiKey)) != 1 {
		return &refusal{status: http.StatusUnauthorized, body: "Forbidden"}
	}
	if domain := r.PathValue("domain"); len(s.domains) > 0 && !slices.Contains(s.domains, domain) {
		return &refusal{status: http.StatusNotFound, body: messageJSON("Domain not found: " + domain)}
	}
	return nil
}
