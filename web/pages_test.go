package web_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
	"github.com/postchat/postchat/test/stores"
	"github.com/postchat/postchat/web"
)

// site is a site with its pages and a token of its account.
type site struct {
	*stores.Campaign
	t     *testing.T
	store *db.Store
	pages web.Pages
	mux   *http.ServeMux
	token string
	door  *auth.Door
}

// each runs a test on a new site on every database.
func each(t *testing.T, test func(t *testing.T, s *site)) {
	t.Helper()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := &site{Campaign: stores.Sample(t, store), t: t, store: store}
		s.token = s.tokenOf(s.Scope)
		log := slog.New(slog.NewTextHandler(t.Output(), nil))
		s.door = auth.NewDoor(auth.DoorOptions{
			Store: store, PublicURL: ourOrigin, Cookies: auth.Cookies{Secure: true},
			Cost: auth.Cost{Memory: 64, Passes: 1, Threads: 1}, Now: postchat.Now, Log: log,
		})
		s.pages = web.Pages{Store: store, Guard: s.door.Guard(), Door: s.door, Log: log}
		s.register()
		test(t, s)
	})
}

// register has the site answer with its pages as they are set now.
func (s *site) register() {
	s.mux = http.NewServeMux()
	s.pages.Register(s.mux)
}

// tokenOf makes an API token of the scope's account.
func (s *site) tokenOf(scope *db.Scope) string {
	s.t.Helper()
	token, secret := auth.NewToken(scope.AccountID(), "reader", time.Time{}, postchat.Now())
	if err := scope.AddToken(s.t.Context(), &token); err != nil {
		s.t.Fatal(err)
	}
	return secret.Reveal()
}

// answer is what came back for a request.
type answer struct {
	status int
	header http.Header
	body   string
}

// get asks for a page, with the token.
func (s *site) get(path string) answer {
	return s.ask(http.MethodGet, path, http.Header{"Authorization": {"Bearer " + s.token}})
}

func (s *site) ask(method, path string, header http.Header) answer {
	request := httptest.NewRequestWithContext(s.t.Context(), method, path, nil)
	request.Header = header
	recorder := httptest.NewRecorder()
	s.mux.ServeHTTP(recorder, request)
	return answer{recorder.Code, recorder.Header(), recorder.Body.String()}
}

// body is the body of the answer for a page; the status must be the one that is wanted.
func (s *site) body(path string, status int) string {
	s.t.Helper()
	got := s.get(path)
	if got.status != status {
		s.t.Errorf("%s is answered %d, want %d:\n%s", path, got.status, status, got.body)
	}
	return got.body
}

// chat records a chat and composes its mail, for which change may change everything.
func (s *site) chat(change func(in *mail.Input)) *postchat.Mail {
	s.t.Helper()
	ctx := s.t.Context()
	recorded, err := s.store.Record(ctx, s.Arrival(s.Close("room", "lead"), "room"))
	if err != nil {
		s.t.Fatal(err)
	}
	f, err := s.Scope.FollowUp(ctx, recorded.FollowUpID)
	if err != nil {
		s.t.Fatal(err)
	}
	chat, err := s.Scope.Chat(ctx, f.ChatID)
	if err != nil {
		s.t.Fatal(err)
	}
	now := postchat.Now()
	in := mail.Input{
		Campaign: s.Campaign.Campaign, Chat: *chat, FollowUp: *f, From: postchat.Address{Email: "postchat@postchat.invalid"},
		Kind: postchat.MailFirst, ID: postchat.NewID(now), Now: now,
		Decision: postchat.Decision{
			TableVersion: 1, Codes: []postchat.CodeVerdict{{Label: "lead", Outcome: postchat.CodeRouted}},
			Recipients: []postchat.Recipient{
				{Address: postchat.Address{Name: "Sales", Email: "sales@acme.example"}, Reasons: []postchat.Reason{{Kind: postchat.ReasonCode, Code: "lead"}}},
				{Address: postchat.Address{Email: "boss@acme.example"}, Reasons: []postchat.Reason{{Kind: postchat.ReasonExtra, Operator: "Dana K."}}},
			},
		},
	}
	if change != nil {
		change(&in)
	}
	m, err := mail.Compose(in)
	if err != nil {
		s.t.Fatal(err)
	}
	*f = in.FollowUp
	f.Decision, f.State, f.RunAt, f.RoutedAt = &in.Decision, postchat.FollowUpQueued, time.Time{}, now
	s.save(*f, &m)
	return &m
}

func (s *site) save(f postchat.FollowUp, m *postchat.Mail) {
	s.t.Helper()
	routed := db.Routed{FollowUp: f, Mail: m}
	if m != nil {
		now := postchat.Now()
		for _, r := range f.Decision.Recipients {
			routed.Deliveries = append(routed.Deliveries, postchat.Delivery{
				ID: postchat.NewID(now), AccountID: s.Account.ID, FollowUpID: f.ID, MailID: m.ID, Recipient: r.Address,
				Reasons: r.Reasons,
				State:   postchat.DeliveryQueued, RunAt: now, CreatedAt: now, UpdatedAt: now,
			})
		}
	}
	counted, err := s.store.SaveRouted(s.t.Context(), []db.Routed{routed})
	if err != nil || !counted[0] {
		s.t.Fatal("save the routed follow-up:", counted, err)
	}
}

func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in:\n%s", part, text)
		}
	}
}

func TestTheStyleSheetIsKeptUntilItChanges(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		first := s.ask(http.MethodGet, "/plain.css", nil)
		tag := first.header.Get("ETag")
		if first.status != http.StatusOK || tag == "" || first.header.Get("Content-Type") != "text/css; charset=utf-8" {
			t.Errorf("got %d %v", first.status, first.header)
		}
		if again := s.ask(http.MethodGet, "/plain.css", http.Header{"If-None-Match": {tag}}); again.status != http.StatusNotModified {
			t.Errorf("the same again is answered %d", again.status)
		}
	})
}

func TestAFailureShowsNothingOfItself(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		if err := s.store.Close(); err != nil {
			t.Fatal(err)
		}
		got := s.get("/mails/" + postchat.NewID(postchat.Now()) + "/html")
		if got.status != http.StatusInternalServerError || strings.Contains(got.body, "sql") || strings.Contains(got.body, "closed") {
			t.Errorf("answered %d:\n%s", got.status, got.body)
		}
	})
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	t.Parallel()
	const own = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	each(t, func(t *testing.T, s *site) {
		m := s.chat(nil)
		policies := map[string]string{
			"/follow-ups/1": own, "/mails/x/html": own, "/plain.css": own,
			"/mails/" + m.ID + "/html":   "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
			"/mails/" + m.ID + "/source": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
		}
		for path, policy := range policies {
			h := s.get(path).header
			if got := h.Get("Content-Security-Policy"); got != policy {
				t.Errorf("%s has the policy %q, want %q", path, got, policy)
			}
			if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" {
				t.Errorf("%s lacks a header: %v", path, h)
			}
			if path != "/plain.css" && h.Get("Cache-Control") != "no-store" {
				t.Errorf("%s may be kept: %q", path, h.Get("Cache-Control"))
			}
		}
	})
}
