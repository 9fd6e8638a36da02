package mailgun_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/test/fakemailgun"
)

// memory keeps tokens and counts, and can be made to fail.
type memory struct {
	tokens, counts map[string]int
	fails          error
}

func (m *memory) RememberToken(_ context.Context, token string, _ time.Time) (bool, error) {
	if m.fails != nil {
		return false, m.fails
	}
	m.tokens[token]++
	return m.tokens[token] == 1, nil
}

func (m *memory) ForgetToken(_ context.Context, token string) error {
	delete(m.tokens, token)
	return nil
}

func (m *memory) CountForeign(ctx context.Context, kind string, n int, _ time.Time) error {
	m.counts[kind] += n
	return ctx.Err()
}

// postbox is a webhook with all that it told.
type postbox struct {
	*mailgun.Webhook
	memory *memory
	hints  []delivery.Event
	fails  error
}

const signingKey = "the-signing-key"

func newPostbox(t *testing.T) *postbox {
	p := &postbox{memory: &memory{tokens: map[string]int{}, counts: map[string]int{}}}
	p.Webhook = &mailgun.Webhook{
		SigningKey: signingKey, Tokens: p.memory, Now: func() time.Time { return noon }, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Hint: func(ctx context.Context, e delivery.Event) error {
			p.hints = append(p.hints, e)
			return errors.Join(p.fails, ctx.Err())
		},
	}
	return p
}

func (p *postbox) answers(r *http.Request) int {
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return w.Code
}

func (p *postbox) post(body []byte) int {
	r := httptest.NewRequest(http.MethodPost, "/events/mailgun", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json; charset=utf-8")
	return p.answers(r)
}

func bounce() fakemailgun.Event {
	return fakemailgun.Event{
		ID: "event-1", Type: fakemailgun.EventFailed, Severity: fakemailgun.Permanent, Reason: "bounce", Mail: ours(), Recipient: "sales@example.com",
		Time: noon.Add(-time.Minute), Status: fakemailgun.DeliveryStatus{Code: 550, Message: "no such user"},
	}
}

func signed(t time.Time) fakemailgun.Webhook { return fakemailgun.SignedBy(signingKey, bounce(), t) }

func TestAWebhookIsHandedOnAsAHint(t *testing.T) {
	p := newPostbox(t)
	if status := p.post(signed(noon).Body()); status != http.StatusOK {
		t.Fatalf("answered %d", status)
	}
	want := delivery.Event{
		DeliveryID: "delivery-1", MessageID: "mail-1@example.com", ProviderID: "mail-1@example.com", Recipient: "sales@example.com",
		State: postchat.DeliveryBounced, At: noon.Add(-time.Minute), Words: "550 no such user (mx.example.net)",
	}
	if len(p.hints) != 1 || p.hints[0] != want {
		t.Errorf("got  %+v\nwant %+v", p.hints, want)
	}
}

func TestWhichWebhooksAreBelieved(t *testing.T) {
	resigned := func(change func(*fakemailgun.Signature)) []byte {
		w := signed(noon)
		change(&w.Signature)
		return w.Body()
	}
	for _, c := range []struct {
		name string
		body []byte
		want int
	}{
		{"one that was signed just now", signed(noon).Body(), 200},
		{"one that Mailgun has repeated for 8 hours", signed(noon.Add(-8 * time.Hour)).Body(), 200},
		{"one that is as old as may be", signed(noon.Add(-9 * time.Hour)).Body(), 200},
		{"one that is a second older", signed(noon.Add(-9*time.Hour - time.Second)).Body(), 401},
		{"one from a clock that is ahead", signed(noon.Add(5 * time.Minute)).Body(), 200},
		{"one from the future", signed(noon.Add(5*time.Minute + time.Second)).Body(), 401},
		{"one that another key signed", fakemailgun.SignedBy("another-key", bounce(), noon).Body(), 401},
		{"one that the empty key signed", fakemailgun.SignedBy("", bounce(), noon).Body(), 401},
		{"one with another event under its signature", signed(noon).WithEvent(fakemailgun.Event{Type: "delivered", Recipient: "x@example.com"}).Body(), 200},
		{"one with the border moved left", signed(noon).ShiftBorder(-1).Body(), 401},
		{"one with the border moved right", signed(noon).ShiftBorder(1).Body(), 401},
		{"one with the whole token in the timestamp", signed(noon).ShiftBorder(50).Body(), 401},
		{"one with a cut signature", resigned(func(s *fakemailgun.Signature) { s.Signature = s.Signature[:62] }), 401},
		{"one with no signature", resigned(func(s *fakemailgun.Signature) { s.Signature = "" }), 401},
		{"one with a signature that is no number", resigned(func(s *fakemailgun.Signature) { s.Signature = strings.Repeat("x", 64) }), 401},
		{"one with digits of another script", resigned(func(s *fakemailgun.Signature) { s.Timestamp = "１７９５６０８０００" }), 401},
		{"one with a token in capitals", resigned(func(s *fakemailgun.Signature) { s.Token = strings.Repeat("A", 50) }), 401},
		{"one with a line end after its token", resigned(func(s *fakemailgun.Signature) { s.Token += "\n" }), 401},
		{"one with a number for a timestamp", []byte(`{"signature":{"timestamp":1795608000,"token":"","signature":""}}`), 400},
		{"nothing", nil, 400},
		{"no object", []byte(`[]`), 400},
		{"an object with nothing in it", []byte(`{}`), 401},
		{"two documents", append(signed(noon).Body(), "{}"...), 400},
		{"one as large as may be", append(signed(noon).Body(), bytes.Repeat([]byte(" "), 256<<10-len(signed(noon).Body()))...), 200},
		{"one that is too large", append(signed(noon).Body(), bytes.Repeat([]byte(" "), 256<<10)...), 413},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPostbox(t)
			if got := p.post(c.body); got != c.want {
				t.Errorf("answered %d, want %d", got, c.want)
			}
			if taken := len(p.hints) == 1; taken != (c.want == 200) || len(p.memory.tokens) != len(p.hints) {
				t.Errorf("%d events were taken, and %d tokens", len(p.hints), len(p.memory.tokens))
			}
		})
	}
}

func TestRequestsThatAreNoWebhooks(t *testing.T) {
	body := func() io.Reader { return bytes.NewReader(signed(noon).Body()) }
	for _, c := range []struct {
		name    string
		request *http.Request
		kind    string
		want    int
	}{
		{"a look", httptest.NewRequest(http.MethodGet, "/", nil), "application/json", 405},
		{"a form, as Mailgun posted years ago", httptest.NewRequest(http.MethodPost, "/", body()), "application/x-www-form-urlencoded", 415},
		{"JSON by another name", httptest.NewRequest(http.MethodPost, "/", body()), "text/plain", 415},
		{"JSON by no name", httptest.NewRequest(http.MethodPost, "/", body()), "", 415},
		{"a body that breaks off", httptest.NewRequest(http.MethodPost, "/", io.MultiReader(body(), broken{})), "application/json", 400},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPostbox(t)
			c.request.Header.Set("Content-Type", c.kind)
			if got := p.answers(c.request); got != c.want || len(p.hints) > 0 {
				t.Errorf("answered %d, want %d", got, c.want)
			}
		})
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestWithoutASigningKeyNothingIsBelieved(t *testing.T) {
	p := newPostbox(t)
	p.SigningKey = ""
	if got := p.post(fakemailgun.SignedBy("", bounce(), noon).Body()); got != http.StatusNotFound || len(p.hints) > 0 {
		t.Errorf("answered %d", got)
	}
}

func TestATokenCountsOnce(t *testing.T) {
	p := newPostbox(t)
	w := signed(noon)
	other := bounce()
	other.Type = fakemailgun.EventComplained
	for _, body := range [][]byte{w.Body(), w.Body(), w.WithEvent(other).Body()} {
		if got := p.post(body); got != http.StatusOK {
			t.Errorf("answered %d", got)
		}
	}
	if len(p.hints) != 1 || p.hints[0].State != postchat.DeliveryBounced || !maps.Equal(p.memory.counts, map[string]int{"webhook repeated": 2}) {
		t.Errorf("took %+v and counted %v", p.hints, p.memory.counts)
	}
}

func TestEventsThatSayNothingAreCounted(t *testing.T) {
	for _, event := range []string{`{"event":"opened"}`, `{"event":"teleported"}`, `{"event":"unsubscribed","severity":7}`, `{}`, `[]`, `null`} {
		p := newPostbox(t)
		body, err := json.Marshal(map[string]any{"signature": signed(noon).Signature, "event-data": json.RawMessage(event)})
		if err != nil {
			t.Fatal(err)
		}
		if got := p.post(body); got != http.StatusOK || len(p.hints) > 0 || p.memory.counts["webhook of another kind"] != 1 {
			t.Errorf("%s was answered %d, handed on %v and counted %v", event, got, p.hints, p.memory.counts)
		}
	}
}

func TestAnEventThatCouldNotBeTakenIsTakenWhenItIsRepeated(t *testing.T) {
	p := newPostbox(t)
	w := signed(noon)
	p.fails = errors.New("the database is away")
	if got := p.post(w.Body()); got != http.StatusInternalServerError || len(p.memory.tokens) > 0 {
		t.Errorf("answered %d, and remembers %d tokens", got, len(p.memory.tokens))
	}
	p.memory.fails, p.fails = p.fails, nil
	if got := p.post(w.Body()); got != http.StatusInternalServerError || len(p.hints) > 1 {
		t.Errorf("answered %d while no token can be remembered, and handed on %d", got, len(p.hints))
	}
	p.memory.fails = nil
	if got := p.post(w.Body()); got != http.StatusOK || len(p.hints) != 2 {
		t.Errorf("answered %d, and handed on %d", got, len(p.hints))
	}
}

func TestAWebhookIsTakenThoughItsSenderHasGone(t *testing.T) {
	p := newPostbox(t)
	gone, leave := context.WithCancel(t.Context())
	leave()
	r := httptest.NewRequest(http.MethodPost, "/events/mailgun", bytes.NewReader(signed(noon).Body())).WithContext(gone)
	r.Header.Set("Content-Type", "application/json")
	if got := p.answers(r); got != http.StatusOK {
		t.Errorf("answered %d", got)
	}
}

func TestTokensAreKeptForLongerThanAWebhookIsTaken(t *testing.T) {
	if early := 5 * time.Minute; mailgun.DefaultMaxAge+early >= delivery.TokensKept {
		t.Errorf("a webhook is taken for %s, and its token kept for %s", mailgun.DefaultMaxAge+early, delivery.TokensKept)
	}
}
