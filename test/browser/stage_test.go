//go:build browser

package browser_test

import (
	"context"
	"encoding/json"
	"log"
	"net"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/provider"
	"github.com/postchat/postchat/test/server"
)

// stage is what stories are told on.
type stage struct {
	t        *testing.T
	database string
	browser  chromium
	front    *front
	houses   map[string]*house
	control  string // the address of what stories ask for

	// jobs are for the test's own goroutine: only it may stop and start servers.
	jobs chan func()

	mu      sync.Mutex
	reports []json.RawMessage
}

// house is one server, as people reach it. The demo, and what stories build, is by plain HTTP and without a mail provider. The demo
// prints its token itself.
type house struct {
	server  *server.Server
	mailgun *provider.MailgunProvider
	token   postchat.Secret
	url     string // public

	chatwoots []*chatwoot
}

// newStage starts the servers on the database, and puts the sites before them. All end with the test.
func newStage(t *testing.T, database string, browser chromium) *stage {
	t.Helper()
	s := &stage{t: t, database: database, browser: browser, front: newFront(t), houses: map[string]*house{}, jobs: make(chan func())}
	for host, site := range map[string]http.HandlerFunc{
		deskHost: page("desk.html"), chatwootHost: page("chatwoot.html"), strangerHost: page("stranger.html"), trackerHost: tracker,
	} {
		s.front.sites[host] = site
	}
	s.open("root", productHost, "")
	s.open("prefixed", prefixedHost, prefix)
	if database == "SQLite" { // the demo has no other
		demo := server.Start(t, server.Options{Command: "demo"})
		s.houses["demo"] = &house{server: demo, url: demo.URL()}
	}
	s.control = s.listen()
	return s
}

// open starts a server whose public address is on the host, below the path.
func (s *stage) open(name, host, path string) {
	s.t.Helper()
	h := &house{mailgun: provider.Mailgun(s.t), url: "https://" + host + path}
	s.start(h, append(h.mailgun.Settings(), "POSTCHAT_PUBLIC_URL="+h.url)...)
	s.houses[name] = h
	s.front.sites[host] = s.proxy(h.server, path)
}

// newHouse starts a server as somebody does who has only just got the program: without settings, on this machine, on the
// database.
func (s *stage) newHouse() *house {
	s.t.Helper()
	h := &house{}
	s.start(h)
	h.url = h.server.URL()
	return h
}

// start starts the server of a house on the database, with settings besides.
func (s *stage) start(h *house, settings ...string) {
	s.t.Helper()
	options := server.Options{Env: append(settings, "POSTCHAT_POLL=50ms", "POSTCHAT_VENDOR_NETWORKS=127.0.0.1")}
	if s.database == "PostgreSQL" {
		options.Database = postgres.New(s.t, nil)
	}
	h.server = server.Start(s.t, options)
	h.server.Look(s.t, func(ctx context.Context, scope *db.Scope) (err error) {
		h.token, err = server.NewToken(ctx, scope, "stage")
		return err
	})
}

// listen serves what stories ask for, to this machine alone.
func (s *stage) listen() string {
	s.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	control := &http.Server{Handler: s.routes(), ReadHeaderTimeout: time.Minute, ErrorLog: log.New(s.t.Output(), "stage: ", 0)}
	go func() { _ = control.Serve(listener) }()
	s.t.Cleanup(func() { _ = control.Close() })
	return "http://" + listener.Addr().String()
}

// settings are the environment variables with which Playwright finds the browser and the stage.
func (s *stage) settings() []string {
	args, err := json.Marshal(flags(s.t, s.front))
	if err != nil {
		s.t.Fatal(err)
	}
	return []string{"STAGE=" + s.control, "CHROMIUM=" + s.browser.path, "CHROMIUM_FLAGS=" + string(args)}
}
