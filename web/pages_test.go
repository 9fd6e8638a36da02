package web_test

import (
	"encoding/base64"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
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

// site is a site with its pages and a token that opens them.
type site struct {
	*stores.Campaign
	t     *testing.T
	store *db.Store
	mux   *http.ServeMux
	token string
	door  *auth.Door
}

// each runs a test on a new site on every database. open lets everybody in, as the demo does.
func each(t *testing.T, open, outbox bool, test func(t *testing.T, s *site)) {
	t.Helper()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := &site{Campaign: stores.Sample(t, store), t: t, store: store, mux: http.NewServeMux()}
		token, secret := auth.NewToken(s.Account.ID, "reader", time.Time{}, postchat.Now())
		if err := s.Scope.AddToken(t.Context(), &token); err != nil {
			t.Fatal(err)
		}
		s.token = secret.Reveal()
		log := slog.New(slog.NewTextHandler(t.Output(), nil))
		s.door = auth.NewDoor(auth.DoorOptions{
			Store: store, PublicURL: "https://postchat.acme.example", Cookies: auth.Cookies{Secure: true},
			Cost: auth.Cost{Memory: 64, Passes: 1, Threads: 1}, Now: postchat.Now, Log: log,
		})
		pages := web.Pages{Store: store, Guard: s.door.Guard(), Door: s.door, Outbox: outbox, Log: log}
		if open {
			pages.OpenTo = s.Account.ID
		}
		pages.Register(s.mux)
		test(t, s)
	})
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
func (s *site) chat(room string, change func(in *mail.Input)) *postchat.Mail {
	s.t.Helper()
	ctx := s.t.Context()
	recorded, err := s.store.Record(ctx, s.Arrival(s.Close(room, "lead"), room))
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

// deliver has the mails that are queued accepted.
func (s *site) deliver(words string) {
	s.t.Helper()
	ctx := s.t.Context()
	claimed, err := s.store.ClaimQueued(ctx, db.Lease{Owner: "test", Until: postchat.Now().Add(time.Minute)}, "outbox", 100)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, c := range claimed {
		if _, err := s.store.Finish(ctx, db.Result{Delivery: c.Delivery, Change: db.Change{
			State: postchat.DeliveryAccepted, Transport: "outbox", Words: words,
		}}); err != nil {
			s.t.Fatal(err)
		}
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

func TestAMailIsShownWithItsReceipt(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
		m := s.chat("room", nil)
		contains(t, s.body("/outbox/"+m.ID, http.StatusOK), "nothing has been tried yet", `<p class="state queued">queued</p>`)
		s.deliver("kept here, nobody was mailed")

		contains(t, s.body("/outbox", http.StatusOK), `<a href="./outbox/`+m.ID+`">`, "Chat with Ines Moreau", "Follow-up #1",
			"Sales &lt;sales@acme.example&gt;, boss@acme.example", `<p class="state sent">sent</p>`)

		page := s.body("/outbox/"+m.ID, http.StatusOK)
		contains(t, page, "<h1>[lead] Chat with Ines Moreau", "Sales &lt;sales@acme.example&gt;", "the code lead was given", "added by Dana K.",
			"kept here, nobody was mailed", ", attempt 1: kept here, nobody was mailed", "<strong>lead</strong> led to its addresses", "version 1 of",
			`<iframe class="mail" title="The mail as mail programs show it" sandbox="" src="./../outbox/`+m.ID+`/html">`,
			"Do you have a bigger plan?", "<dt>Message-ID</dt><dd>&lt;"+m.MessageID+"&gt;</dd>")
		if strings.Index(page, "sales@acme.example") > strings.Index(page, "boss@acme.example") {
			t.Error("the recipients are not in the order of the decision")
		}
		if source := s.body("/outbox/"+m.ID+"/source", http.StatusOK); source != string(m.Source) {
			t.Errorf("the source is\n%s\nwant\n%s", source, m.Source)
		}
		contains(t, s.body("/outbox/"+m.ID+"/html", http.StatusOK), "<!doctype html>", "Do you have a bigger plan?")
		contains(t, s.body("/follow-ups/1", http.StatusOK), "<h1>Follow-up #1</h1>", `<a href="./../outbox/`+m.ID+`">`, "the code lead was given")
	})
}

func TestANoteAndAnUrgentMarkAreShown(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
		s.chat("room", func(in *mail.Input) {
			in.FollowUp.Submission = postchat.Submission{Note: "Call back\nbefore noon", Urgent: true, Operator: "Dana K."}
			in.Decision.Codes = []postchat.CodeVerdict{
				{Label: "other", Outcome: postchat.CodeNoAddress}, {Label: "old", Outcome: postchat.CodeRetired}, {Label: "new", Outcome: postchat.CodeUnknown},
			}
		})
		contains(t, s.body("/follow-ups/1", http.StatusOK), "Call back\nbefore noon", "marked by Dana K.", "<strong>other</strong> has no address",
			"<strong>old</strong> is retired and counts as none", "<strong>new</strong> is not a code of the campaign and counts as none")
	})
}

func TestAFollowUpThatNobodyGetsSaysWhy(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
		recorded, err := s.store.Record(t.Context(), s.Arrival(s.Close("room"), "room"))
		if err != nil {
			t.Fatal(err)
		}
		contains(t, s.body("/follow-ups/1", http.StatusOK), "holding", "Goes on")
		f, err := s.Scope.FollowUp(t.Context(), recorded.FollowUpID)
		if err != nil {
			t.Fatal(err)
		}
		f.State, f.RunAt, f.Reason = postchat.FollowUpNotForwarded, time.Time{}, string(postchat.NotForwardedNoStandard)
		f.Decision = &postchat.Decision{NotForwarded: postchat.NotForwardedNoStandard}
		s.save(*f, nil)
		contains(t, s.body("/follow-ups/1", http.StatusOK), "not forwarded: standard has no address", "none were given", "the campaign has none yet")
	})
}

func TestALongChatsTranscriptCanBeSaved(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
		m := s.chat("room", func(in *mail.Input) {
			for range 3000 {
				in.Chat.Transcript = append(in.Chat.Transcript, postchat.Message{At: in.Now, Role: postchat.RoleVisitor, Name: "Ines", Text: "One more line of a long chat."})
			}
			in.Chat.Transcript = append(in.Chat.Transcript, postchat.Message{At: in.Now, Role: postchat.RoleVisitor, Name: "Ines", Text: "<script>alert(1)</script>"})
		})
		contains(t, s.body("/outbox/"+m.ID, http.StatusOK), `<a href="./../outbox/`+m.ID+`/attachments/1">transcript.txt</a>`)
		path := "/outbox/" + m.ID + "/attachments/1"
		saved := s.get(path)
		contains(t, saved.body, "<script>alert(1)</script>")
		for name, want := range map[string]string{
			"Content-Disposition": `attachment; filename=transcript.txt`, "Content-Type": "application/octet-stream", "X-Content-Type-Options": "nosniff",
		} {
			if got := saved.header.Get(name); got != want {
				t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
		for _, number := range []string{"0", "2", "-1", "x", "99999999999999999999"} {
			s.body("/outbox/"+m.ID+"/attachments/"+number, http.StatusNotFound)
		}
	})
}

// What a visitor writes is text, wherever it is shown; and the frame around the mail takes the rest of its teeth.
func TestWhatVisitorsWriteIsInert(t *testing.T) {
	t.Parallel()
	const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>`
	each(t, false, true, func(t *testing.T, s *site) {
		m := s.chat("room", func(in *mail.Input) {
			in.Chat.Visitor = postchat.Visitor{Name: nasty, Email: nasty}
			in.Chat.Transcript[0].Text = nasty
			in.FollowUp.Submission.Note = nasty
			in.FollowUp.Submission.Operator = nasty
			in.Decision.Codes = []postchat.CodeVerdict{{Label: nasty, Outcome: postchat.CodeUnknown}}
			in.Decision.Recipients[0].Reasons = []postchat.Reason{{Kind: postchat.ReasonCode, Code: nasty}}
		})
		s.deliver(nasty)
		for _, path := range []string{"/outbox", "/outbox/" + m.ID, "/outbox/" + m.ID + "/html", "/follow-ups/1"} {
			if page := s.body(path, http.StatusOK); regexp.MustCompile(`(?i)<script|<img`).MatchString(page) {
				t.Errorf("%s has markup of the visitor's:\n%s", path, page)
			}
		}
	})
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	t.Parallel()
	const own = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	each(t, false, true, func(t *testing.T, s *site) {
		m := s.chat("room", nil)
		policies := map[string]string{
			"/outbox": own, "/outbox/" + m.ID: own, "/follow-ups/1": own, "/follow-ups/2": own, "/plain.css": own,
			"/outbox/" + m.ID + "/html":   "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
			"/outbox/" + m.ID + "/source": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
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

func TestOnlyATokenOpensThePages(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
		m := s.chat("room", nil)
		basic := func(password string) http.Header {
			return http.Header{"Authorization": {"Basic " + base64.StdEncoding.EncodeToString([]byte("anybody:"+password))}}
		}
		for _, path := range []string{"/outbox", "/outbox/" + m.ID, "/outbox/" + m.ID + "/html", "/outbox/" + m.ID + "/source", "/follow-ups/1", "/follow-ups/99"} {
			for _, header := range []http.Header{{}, basic("wrong"), basic(""), {"Authorization": {"Bearer pct_wrong"}}} {
				got := s.ask(http.MethodGet, path, header)
				if got.status != http.StatusUnauthorized || strings.Contains(got.body, "Ines") || strings.Contains(got.body, "acme.example") {
					t.Errorf("%s without a token is answered %d:\n%s", path, got.status, got.body)
				}
				if ask := got.header.Get("WWW-Authenticate"); ask != "Bearer" || !strings.Contains(got.body, `/signin?next=%2F`) {
					t.Errorf("%s does not have a browser ask: %q", path, ask)
				}
			}
		}
		if got := s.ask(http.MethodGet, "/outbox", basic(s.token)); got.status != http.StatusOK {
			t.Errorf("with the token as a password it is answered %d", got.status)
		}
	})
}

func TestEverybodySeesTheDemo(t *testing.T) {
	t.Parallel()
	each(t, true, true, func(t *testing.T, s *site) {
		s.chat("room", nil)
		if got := s.ask(http.MethodGet, "/outbox", nil); got.status != http.StatusOK {
			t.Errorf("without a token it is answered %d", got.status)
		}
	})
}

func TestAnotherAccountSeesNothing(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
		m := s.chat("room", nil)
		mux := http.NewServeMux()
		web.Pages{Store: s.store, Door: s.door, OpenTo: postchat.NewID(postchat.Now()), Outbox: true, Log: slog.New(slog.DiscardHandler)}.Register(mux)
		s.mux = mux
		contains(t, s.body("/outbox", http.StatusOK), "There are no mails yet")
		for _, path := range []string{"/outbox/" + m.ID, "/outbox/" + m.ID + "/source", "/follow-ups/1"} {
			s.body(path, http.StatusNotFound)
		}
	})
}

func TestWithAProviderThereIsNoOutbox(t *testing.T) {
	t.Parallel()
	each(t, false, false, func(t *testing.T, s *site) {
		m := s.chat("room", nil)
		for _, path := range []string{"/outbox", "/outbox/" + m.ID} {
			s.body(path, http.StatusNotFound)
		}
		page := s.body("/follow-ups/1", http.StatusOK)
		contains(t, page, "the code lead was given")
		if strings.Contains(page, "outbox") || strings.Contains(page, "nobody was mailed") {
			t.Errorf("the page speaks of an outbox:\n%s", page)
		}
	})
}

func TestTheListHasPages(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
		contains(t, s.body("/outbox", http.StatusOK), "There are no mails yet")
		const mails = 103
		for i := range mails {
			s.chat("room-"+string(rune('0'+i/10))+string(rune('0'+i%10)), nil)
		}
		seen := map[string]bool{}
		var sizes []int
		row, older := regexp.MustCompile(`<a href="./outbox/([^"?]+)">`), regexp.MustCompile(`href=".(/outbox\?before=[^"]+)"`)
		for path := "/outbox"; path != ""; {
			page := s.body(path, http.StatusOK)
			rows := row.FindAllStringSubmatch(page, -1)
			for _, r := range rows {
				seen[r[1]] = true
			}
			sizes = append(sizes, len(rows))
			path = ""
			if next := older.FindStringSubmatch(page); next != nil {
				path = next[1]
			}
		}
		if len(seen) != mails || len(sizes) != 3 || sizes[0] != 50 || sizes[1] != 50 || sizes[2] != 3 {
			t.Errorf("%d mails on pages of %v", len(seen), sizes)
		}
	})
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
		for _, path := range []string{
			"/outbox/" + postchat.NewID(postchat.Now()), "/outbox/x", "/outbox/%00", "/outbox/" + strings.Repeat("a", 36) + "/html", "/outbox?before=%00",
			"/outbox?before=zz", "/follow-ups/0", "/follow-ups/-1", "/follow-ups/x", "/follow-ups/99999999999999999999",
		} {
			s.body(path, http.StatusNotFound)
		}
		if got := s.ask(http.MethodPost, "/outbox", nil).status; got != http.StatusMethodNotAllowed {
			t.Errorf("a POST is answered %d", got)
		}
	})
}

func TestTheStyleSheetIsKeptUntilItChanges(t *testing.T) {
	t.Parallel()
	each(t, false, true, func(t *testing.T, s *site) {
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
	each(t, true, true, func(t *testing.T, s *site) {
		if err := s.store.Close(); err != nil {
			t.Fatal(err)
		}
		got := s.get("/outbox")
		if got.status != http.StatusInternalServerError || strings.Contains(got.body, "sql") || strings.Contains(got.body, "closed") {
			t.Errorf("answered %d:\n%s", got.status, got.body)
		}
	})
}
