package delivery_test

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/test/fakemailgun"
)

func TestEventsMoveAMailForwardWhateverTheirOrder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		events []string // in the order of arrival, with the minute in which they happened
		want   string   // the history after the mail was accepted
	}{
		{"delivered", []string{"1 delivered"}, "delivered"},
		{"delayed and then delivered", []string{"1 delayed", "9 delivered"}, "delayed delivered"},
		{"delivered, and the delay before comes late", []string{"9 delivered", "1 delayed"}, "delivered"},
		{"delivered, and that it was accepted comes late", []string{"9 delivered", "0 accepted"}, "delivered"},
		{"bounced", []string{"1 bounced"}, "bounced"},
		{"bounced, and the delay before comes late", []string{"9 bounced", "1 delayed"}, "delayed bounced"},
		{"bounced, after the server had taken it", []string{"1 delivered", "9 bounced"}, "delivered bounced"},
		{"bounced, and that the server had taken it comes late", []string{"9 bounced", "1 delivered"}, "delivered bounced"},
		{"complained about", []string{"1 delivered", "9 complained"}, "delivered complained"},
		{"complained about, and the delivery comes late", []string{"9 complained", "1 delivered"}, "delivered complained"},
		{"blocked", []string{"1 blocked"}, "blocked"},
		{"two ends, of which the first counts", []string{"1 blocked", "9 complained"}, "blocked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			track(t, func(s *tracked) {
				mail := s.sent()
				var events []fakemailgun.Event
				for _, text := range c.events {
					var minute int
					var kind string
					if _, err := fmt.Sscan(text, &minute, &kind); err != nil {
						s.t.Fatal(err)
					}
					events = append(events, s.event(mail, minute, kind))
				}
				s.clock.Move(10 * time.Minute)
				for _, e := range events { // each twice, as Mailgun may repeat itself
					s.post(s.fake.Webhook(e), http.StatusOK)
					s.post(s.fake.Webhook(e), http.StatusOK)
				}
				s.checks(soon)
				if got := s.history(); got != "accepted "+c.want {
					s.t.Errorf("got  %q\nwant %q", got, "accepted "+c.want)
				}
				refused := int32(0)
				if s.delivery().State.Refused() {
					refused = 1
				}
				if got := s.bad.Load(); got != refused {
					s.t.Errorf("the rescue was called %d times, want %d", got, refused)
				}
			})
		})
	}
}

func TestForgedWebhooksChangeNothing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		forge func(s *tracked, good fakemailgun.Webhook) fakemailgun.Webhook
	}{
		{"signed by another key", func(s *tracked, good fakemailgun.Webhook) fakemailgun.Webhook {
			return fakemailgun.SignedBy("another-key", good.Event, s.clock.Now())
		}},
		{"with the border moved left", func(_ *tracked, good fakemailgun.Webhook) fakemailgun.Webhook { return good.ShiftBorder(-1) }},
		{"with the border moved right", func(_ *tracked, good fakemailgun.Webhook) fakemailgun.Webhook { return good.ShiftBorder(1) }},
		{"signed yesterday", func(s *tracked, good fakemailgun.Webhook) fakemailgun.Webhook {
			return s.fake.WebhookAt(good.Event, s.clock.Now().Add(-24*time.Hour))
		}},
		{"signed tomorrow", func(s *tracked, good fakemailgun.Webhook) fakemailgun.Webhook {
			return s.fake.WebhookAt(good.Event, s.clock.Now().Add(24*time.Hour))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			track(t, func(s *tracked) {
				mail := s.sent()
				for _, kind := range []string{"delivered", "bounced"} {
					s.post(c.forge(s, s.fake.Webhook(s.event(mail, 0, kind))), http.StatusUnauthorized)
				}
				s.checks(time.Hour)
				if s.history() != "accepted" || s.fake.Queries() != 0 {
					s.t.Errorf("history %q, and %d questions", s.history(), s.fake.Queries())
				}
			})
		})
	}
}

func TestAReplayedWebhookDoesNotCountAgain(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		first := s.fake.Webhook(s.event(mail, 0, "delayed"))
		other := first.WithEvent(s.event(mail, 0, "delivered"))
		s.post(first, http.StatusOK)
		s.post(first, http.StatusOK)
		s.post(other, http.StatusOK)
		s.expect(postchat.DeliveryDelayed)

		// Other servers know the token as well, and nights of pulls do not forget it before it is too old to be taken.
		for _, status := range []int{http.StatusOK, http.StatusOK, http.StatusUnauthorized} {
			s.pulls(4*time.Hour - time.Minute)
			s.hook = &mailgun.Webhook{SigningKey: s.hook.SigningKey, Tokens: s.ledger, Hint: s.tracker.Hint, Now: s.clock.Now, Log: s.log()}
			s.post(other, status)
		}
		if got := s.ledger.foreign["webhook repeated"]; got != 4 {
			s.t.Errorf("%d repeats were counted, want 4", got)
		}
	})
}

func TestEventsOfOthersMailsAreCountedAndIgnored(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		foreign := s.sent()
		foreign.Variables, foreign.ProviderID = nil, "newsletter-1@acme.example"
		for _, kind := range []string{"delivered", "bounced", "opened"} {
			s.post(s.fake.Webhook(s.event(foreign, 0, kind)), http.StatusOK)
		}
		s.checks(soon)
		s.pulls(0)
		s.pulls(lag) // It sees the same again, and counts it no more.
		err := s.tracker.Confirmed(s.t.Context(), delivery.Event{State: postchat.DeliveryBounced, MessageID: "x@acme.example", Recipient: "y@acme.example"})
		if err != nil {
			s.t.Error(err)
		}
		want := map[string]int{
			"hint delivered": 1, "hint bounced": 1, "webhook of another kind": 1, "pulled delivered": 1, "pulled bounced": 1, "confirmed bounced": 1,
		}
		if !maps.Equal(s.ledger.foreign, want) || s.history() != "accepted" {
			s.t.Errorf("counted %v, history %q", s.ledger.foreign, s.history())
		}
	})
}

func TestAnEventThatCouldNotBeRecordedIsTakenWhenMailgunRepeatsIt(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		w := s.fake.Webhook(s.event(s.sent(), 0, "delivered"))
		s.ledger.fails = errors.New("the database is away")
		s.post(w, http.StatusInternalServerError)
		s.expect(postchat.DeliveryAccepted)
		s.post(w, http.StatusOK)
		s.expect(postchat.DeliveryDelivered)
	})
}

func TestWhatIsConfirmedCountsAtOnce(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		err := s.tracker.Confirmed(s.t.Context(), delivery.Event{
			MessageID: mail.MessageID, Recipient: "Sales@Acme.example", State: postchat.DeliveryBounced, Words: "550 5.1.1 gone",
		})
		if err != nil {
			s.t.Fatal(err)
		}
		s.expect(postchat.DeliveryBounced)
		if s.bad.Load() != 1 || s.delivery().Words != "550 5.1.1 gone" {
			s.t.Errorf("%d calls, words %q", s.bad.Load(), s.delivery().Words)
		}
	})
}

func TestManyServersAndWebhooksAtOnceMakeOneHistory(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		var webhooks []fakemailgun.Webhook
		for _, kind := range []string{"delayed", "delivered", "bounced", "accepted"} {
			w := s.fake.Webhook(s.event(mail, 0, kind))
			webhooks = append(webhooks, w, w, s.fake.Webhook(w.Event))
		}
		var all sync.WaitGroup
		for _, w := range webhooks {
			all.Go(func() { s.posted(w) })
		}
		for range 4 {
			other := s.newTracker()
			all.Go(func() {
				if err := other.Check(s.t.Context()); err != nil {
					s.t.Error(err)
				}
				if _, err := other.Pull(s.t.Context()); err != nil {
					s.t.Error(err)
				}
			})
		}
		all.Wait()
		s.checks(time.Hour)
		s.expect(postchat.DeliveryBounced)
		states := strings.Fields(s.history())
		if slices.Sort(states); len(slices.Compact(states)) != len(strings.Fields(s.history())) || s.bad.Load() != 1 {
			s.t.Errorf("history %q, %d calls", s.history(), s.bad.Load())
		}
	})
}
