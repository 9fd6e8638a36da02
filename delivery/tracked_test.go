package delivery_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/test/fakemailgun"
)

// tracked is a story whose mail goes through a fake Mailgun, with a tracker that hears of it.
type tracked struct {
	*story
	fake    *fakemailgun.Server
	sender  delivery.Reporter
	ledger  *ledger
	tracker *delivery.Tracker
	hook    *mailgun.Webhook
	bad     atomic.Int32
}

// ledger is a store that notes what was counted, and can be made to fail.
type ledger struct {
	*db.Store
	mu      sync.Mutex
	foreign map[string]int
	fails   error // of the next Advance
}

func (l *ledger) CountForeign(ctx context.Context, kind string, n int, at time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.foreign[kind] += n
	return l.Store.CountForeign(ctx, kind, n, at)
}

func (l *ledger) Advance(ctx context.Context, d postchat.Delivery, to db.Advanced) (bool, error) {
	l.mu.Lock()
	err := l.fails
	l.fails = nil
	l.mu.Unlock()
	if err != nil {
		return false, err
	}
	return l.Store.Advance(ctx, d, to)
}

// throughMailgun is the sender with the fake that it talks to.
type throughMailgun struct {
	*mailgun.Sender
	fake *fakemailgun.Server
}

// track tells a story whose mail is queued, due now.
func track(t *testing.T, test func(s *tracked), options ...fakemailgun.Option) {
	t.Helper()
	sender := func(now func() time.Time) delivery.Sender {
		fake := fakemailgun.Start(t, append(options, fakemailgun.WithClock(now))...)
		s, err := mailgun.New(mailgun.Config{
			Domain: "mg.acme.example", APIKey: postchat.Secret(fake.APIKey()), APIBase: fake.APIBase(), Timeout: time.Minute, Now: now,
		})
		if err != nil {
			t.Error(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return throughMailgun{s, fake}
	}
	tell(t, sender, delivery.Hold, func(told *story, sender delivery.Sender) {
		s := &tracked{story: told, fake: sender.(throughMailgun).fake, sender: sender.(delivery.Reporter)}
		s.ledger = &ledger{Store: s.store, foreign: map[string]int{}}
		s.tracker = s.newTracker()
		s.hook = &mailgun.Webhook{
			SigningKey: postchat.Secret(s.fake.SigningKey()), Tokens: s.ledger, Hint: s.tracker.Hint, Now: s.clock.Now, Log: s.log(),
		}
		test(s)
	})
}

func (s *tracked) log() *slog.Logger { return slog.New(slog.NewTextHandler(s.t.Output(), nil)) }

// newTracker is the tracker of another server.
func (s *tracked) newTracker() *delivery.Tracker {
	return delivery.NewTracker(delivery.TrackerOptions{
		Store: s.ledger, Reporter: s.sender, Lag: lag, Owner: "test", Lease: time.Minute, Poll: time.Millisecond, Grace: time.Second,
		Bad: func() { s.bad.Add(1) }, Now: s.clock.Now, Log: s.log(),
	})
}

// sent hands the mail over and returns it as Mailgun took it.
func (s *tracked) sent() fakemailgun.Accepted {
	s.t.Helper()
	s.after(0, postchat.FollowUpSent)
	return s.fake.Accepted()[0]
}

// queued is the mail as Mailgun would have taken it in an attempt that nobody here knows of.
func (s *tracked) queued() fakemailgun.Accepted {
	d := s.delivery()
	m, err := s.Scope.Mail(s.t.Context(), d.MailID)
	if err != nil {
		s.t.Fatal(err)
	}
	return fakemailgun.Accepted{
		Domain: "mg.acme.example", ProviderID: m.MessageID, Recipients: []string{d.Recipient.Email}, Tags: []string{"postchat"},
		Variables: map[string]string{"postchat-delivery": d.ID},
	}
}

func (s *tracked) delivery() postchat.Delivery {
	s.t.Helper()
	deliveries, err := s.Scope.Deliveries(s.t.Context(), s.id)
	if err != nil || len(deliveries) != 1 {
		s.t.Fatalf("deliveries = %+v, %v", deliveries, err)
	}
	return deliveries[0]
}

// history is the states that the delivery went through.
func (s *tracked) history() string {
	s.t.Helper()
	steps, err := s.Scope.Steps(s.t.Context(), s.delivery().ID)
	if err != nil {
		s.t.Fatal(err)
	}
	var states []string
	for _, step := range steps {
		states = append(states, string(step.State))
	}
	return strings.Join(states, " ")
}

func (s *tracked) expect(want postchat.DeliveryState) {
	s.t.Helper()
	if got := s.delivery(); got.State != want {
		s.t.Fatalf("the delivery is %s (%s), want %s", got.State, got.Words, want)
	}
}

// post posts a webhook and expects the status.
func (s *tracked) post(w fakemailgun.Webhook, status int) {
	s.t.Helper()
	if got := s.posted(w); got != status {
		s.t.Fatalf("the webhook was answered %d, want %d", got, status)
	}
}

func (s *tracked) posted(w fakemailgun.Webhook) int {
	r := httptest.NewRequest(http.MethodPost, "/events/mailgun", bytes.NewReader(w.Body()))
	r.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	s.hook.ServeHTTP(recorder, r)
	return recorder.Code
}

// checks moves the clock and lets the tracker ask what is due.
func (s *tracked) checks(wait time.Duration) {
	s.t.Helper()
	s.clock.Move(wait)
	if err := s.tracker.Check(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

// pulls moves the clock, and expects that a pull is due.
func (s *tracked) pulls(wait time.Duration) {
	s.t.Helper()
	s.clock.Move(wait)
	if pulled, err := s.tracker.Pull(s.t.Context()); err != nil || !pulled {
		s.t.Fatalf("pulled is %t, %v", pulled, err)
	}
}

// soon is more than a tracker waits before it asks about a hint.
const soon = lag / 10

// event is one of an accepted mail, minutes after it was sent, that Mailgun has on record.
func (s *tracked) event(a fakemailgun.Accepted, minute int, kind string) fakemailgun.Event {
	e := fakemailgun.Event{Mail: a, Type: kind, Time: s.clock.Now().Add(time.Duration(minute) * time.Minute)}
	switch kind {
	case "delayed":
		e.Type, e.Severity, e.Reason, e.Status = fakemailgun.EventFailed, fakemailgun.Temporary, "generic", fakemailgun.DeliveryStatus{Code: 451, Message: "later"}
	case "bounced":
		e.Type, e.Severity, e.Reason, e.Status = fakemailgun.EventFailed, fakemailgun.Permanent, "bounce", fakemailgun.DeliveryStatus{Code: 550, Message: "no such user"}
	case "blocked":
		e.Type, e.Severity, e.Reason = fakemailgun.EventFailed, fakemailgun.Permanent, "suppress-bounce"
	}
	return s.fake.Append(e)
}
