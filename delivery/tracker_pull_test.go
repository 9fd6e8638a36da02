package delivery_test

import (
	"context"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/test/fakemailgun"
)

func TestAPullFindsWhatNoWebhookToldOf(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"delayed", "delivered", "bounced", "complained"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			track(t, func(s *tracked) {
				mail := s.sent()
				s.pulls(0)
				s.expect(postchat.DeliveryAccepted)
				s.event(mail, 1, kind)
				s.pulls(delivery.DefaultPullEvery)
				s.expect(postchat.DeliveryState(kind))
			})
		})
	}
}

func TestAPullFindsWhatMailgunShowsLate(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		s.event(mail, 0, "bounced")
		s.pulls(0)
		s.pulls(5 * time.Minute)
		s.pulls(24 * time.Minute)
		s.expect(postchat.DeliveryAccepted)
		s.pulls(5 * time.Minute)
		s.expect(postchat.DeliveryBounced)
	}, fakemailgun.WithEventLag(30*time.Minute))
}

func TestAPullGoesOnWhereTheLastOneEnded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		off  time.Duration
	}{{"after an hour", time.Hour}, {"after a week", 7 * 24 * time.Hour}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			track(t, func(s *tracked) {
				mail := s.sent()
				s.pulls(0)
				s.event(mail, 1, "delivered")
				s.clock.Move(c.off)
				s.tracker = s.newTracker()
				s.pulls(0)
				s.expect(postchat.DeliveryDelivered)
			})
		})
	}
}

func TestAPullReadsMoreThanOneAnswerHolds(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		others := mail
		others.Variables = map[string]string{"postchat-delivery": "of another installation"}
		for i := range 3300 {
			s.fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: others, Time: s.clock.Now().Add(time.Duration(i) * time.Second)})
		}
		s.event(mail, 60, "delivered")
		s.pulls(2 * time.Hour)
		s.expect(postchat.DeliveryDelivered)
		if got := s.ledger.foreign["pulled accepted"]; got < 3300 || got > 3301 { // An answer begins with the last event of the one before.
			s.t.Errorf("%d events of others were counted", got)
		}
	})
}

func TestOneOfManyServersPulls(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		s.sent()
		other := s.newTracker()
		s.pulls(0)
		for range 4 {
			s.clock.Move(time.Minute)
			for _, tracker := range []*delivery.Tracker{s.tracker, other} {
				if pulled, err := tracker.Pull(s.t.Context()); pulled || err != nil {
					s.t.Errorf("pulled is %t before its time, %v", pulled, err)
				}
			}
		}
		s.clock.Move(time.Minute)
		if pulled, err := other.Pull(s.t.Context()); !pulled || err != nil {
			s.t.Errorf("pulled is %t, %v", pulled, err)
		}
		if pulled, err := s.tracker.Pull(s.t.Context()); pulled || err != nil {
			s.t.Errorf("both pulled, %v", err)
		}
	})
}

func TestAPullThatFailsIsMadeUpFor(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		s.pulls(0)
		s.event(mail, 0, "delivered")
		for _, b := range []fakemailgun.Behaviour{
			fakemailgun.Status(401), fakemailgun.Status(429).RetryAfter(time.Minute), fakemailgun.Status(500), fakemailgun.CutAnswer(300), fakemailgun.HTMLAnswer(),
		} {
			s.fake.NextQuery(b)
			s.pulls(time.Hour)
			s.expect(postchat.DeliveryAccepted)
		}
		s.pulls(time.Hour)
		s.expect(postchat.DeliveryDelivered)
	})
}

func TestAPullWhoseOutcomeIsNotRecordedIsMadeAgain(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		s.event(s.sent(), 0, "delivered")
		s.ledger.fails = context.DeadlineExceeded
		s.pulls(0)
		s.expect(postchat.DeliveryAccepted)
		s.pulls(2 * time.Hour)
		s.expect(postchat.DeliveryDelivered)
	})
}

func TestACursorOfAClockThatWasWrongStopsNoPull(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		s.pulls(24 * time.Hour)
		s.clock.Move(-24 * time.Hour)
		s.event(mail, 0, "delivered")
		s.tracker = s.newTracker()
		s.pulls(time.Minute)
		s.expect(postchat.DeliveryDelivered)
	})
}

func TestOldTokensAreForgotten(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		remember := func(token string, want bool) {
			s.t.Helper()
			if fresh, err := s.store.RememberToken(s.t.Context(), token, s.clock.Now()); err != nil || fresh != want {
				s.t.Errorf("%s is new: %t, %v", token, fresh, err)
			}
		}
		remember("old", true)
		s.clock.Move(delivery.TokensKept)
		remember("young", true)
		s.pulls(time.Minute)
		remember("old", true)
		remember("young", false)
	})
}

func TestATrackerRunsUntilItIsTold(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		s.event(s.sent(), 0, "delivered")
		ctx, stop := context.WithCancel(s.t.Context())
		done := make(chan struct{})
		go func() { defer close(done); s.tracker.Run(ctx) }()
		for s.delivery().State != postchat.DeliveryDelivered {
			time.Sleep(time.Millisecond)
		}
		stop()
		<-done
	})
}

func TestATrackerWithNobodyToAskTakesWhatIsConfirmed(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		s.tracker = delivery.NewTracker(delivery.TrackerOptions{Store: s.ledger, Now: s.clock.Now, Log: s.log()})
		ctx, stop := context.WithCancel(s.t.Context())
		stop()
		s.tracker.Run(ctx)
		bounced := delivery.Event{DeliveryID: s.delivery().ID, State: postchat.DeliveryBounced, Words: "550 gone"}
		if err := s.tracker.Hint(s.t.Context(), bounced); err != nil {
			s.t.Error(err)
		}
		s.expect(postchat.DeliveryAccepted)
		bounced.DeliveryID, bounced.MessageID, bounced.Recipient = "", mail.MessageID, mail.Recipients[0]
		if err := s.tracker.Confirmed(s.t.Context(), bounced); err != nil {
			s.t.Error(err)
		}
		s.expect(postchat.DeliveryBounced)
	})
}
