package delivery_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/fakemailgun"
)

func TestABounceCountsOnceMailgunConfirmsIt(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		bounce := s.event(s.sent(), 1, "bounced")
		s.clock.Move(time.Minute)
		s.post(s.fake.Webhook(bounce), http.StatusOK)
		s.expect(postchat.DeliveryAccepted)
		s.checks(0)
		s.expect(postchat.DeliveryAccepted)
		s.checks(soon)
		s.expect(postchat.DeliveryBounced)
		if d := s.delivery(); d.Words != "550 no such user (mx.example.net)" || s.state() != postchat.FollowUpFailed || s.bad.Load() != 1 {
			s.t.Errorf("words %q, follow-up %s, %d calls", d.Words, s.state(), s.bad.Load())
		}
		asked := s.fake.Queries()
		s.post(s.fake.Webhook(bounce), http.StatusOK)
		s.checks(time.Hour)
		if s.bad.Load() != 1 || s.fake.Queries() != asked || s.history() != "accepted bounced" || s.tracker.HintCount() != 0 {
			s.t.Errorf("after a repeat: %d calls, %d more questions, %q, %d hints", s.bad.Load(), s.fake.Queries()-asked, s.history(), s.tracker.HintCount())
		}
	})
}

func TestABounceIsConfirmedWhenMailgunsRecordsHaveCaughtUp(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		s.post(s.fake.Webhook(s.event(s.sent(), 0, "bounced")), http.StatusOK)
		for range 19 {
			s.checks(time.Minute)
			s.expect(postchat.DeliveryAccepted)
		}
		s.checks(20 * time.Minute)
		s.expect(postchat.DeliveryBounced)
	}, fakemailgun.WithEventLag(20*time.Minute))
}

func TestABounceIsConfirmedUnderMailgunsOwnID(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		mail := s.sent()
		mail.Tags = nil // Then there is only the id to ask by.
		s.post(s.fake.Webhook(s.event(mail, 0, "bounced")), http.StatusOK)
		s.checks(soon)
		s.expect(postchat.DeliveryBounced)
		if asked := s.fake.Queries(); asked != 2 { // a page, and an empty one
			s.t.Errorf("Mailgun was asked for %d pages", asked)
		}
	}, fakemailgun.WithOwnMessageIDs())
}

func TestAHintThatMailgunDoesNotConfirmChangesNothing(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"bounced", "blocked", "complained"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			track(t, func(s *tracked) {
				mail := s.sent()
				elsewhere := mail
				elsewhere.Domain = "elsewhere.example" // so that the question does not find it
				s.post(s.fake.Webhook(s.event(elsewhere, 0, kind)), http.StatusOK)
				for range 36 {
					s.checks(5 * time.Minute)
				}
				if asked := s.fake.Queries(); asked < 5 || asked > 30 {
					s.t.Errorf("Mailgun was asked for %d pages", asked)
				}
				asked := s.fake.Queries()
				s.checks(24 * time.Hour)
				if s.history() != "accepted" || s.bad.Load() != 0 || s.fake.Queries() != asked || s.tracker.HintCount() != 0 {
					s.t.Errorf("history %q, %d calls, %d more questions, %d hints", s.history(), s.bad.Load(), s.fake.Queries()-asked, s.tracker.HintCount())
				}
			})
		})
	}
}

func TestAHintGoesOnBeingAskedAboutByAnotherServer(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		s.post(s.fake.Webhook(s.event(s.sent(), 0, "bounced")), http.StatusOK)
		s.checks(soon)
		s.expect(postchat.DeliveryAccepted)
		s.tracker = s.newTracker() // The server was started anew, and knows of no hint.
		s.checks(time.Hour)
		s.expect(postchat.DeliveryBounced)
	}, fakemailgun.WithEventLag(20*time.Minute))
}

func TestAQuestionThatCannotBeAnsweredIsAskedAgain(t *testing.T) {
	t.Parallel()
	track(t, func(s *tracked) {
		s.post(s.fake.Webhook(s.event(s.sent(), 0, "bounced")), http.StatusOK)
		s.fake.NextQuery(fakemailgun.Status(503), fakemailgun.Status(401))
		s.checks(soon)
		s.checks(3 * time.Hour) // longer than a hint that is answered no
		s.expect(postchat.DeliveryAccepted)
		s.checks(time.Hour)
		s.expect(postchat.DeliveryBounced)
	})
}

func TestAHintDoesNotStopASending(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"accepted", "delayed", "delivered", "bounced"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			track(t, func(s *tracked) {
				forged := s.queued()
				forged.Domain = "elsewhere.example"
				s.post(s.fake.Webhook(s.event(forged, 0, kind)), http.StatusOK)
				s.checks(soon)
				s.expect(postchat.DeliveryQueued)
				s.sent()
				s.checks(soon)
				s.expect(postchat.DeliveryAccepted)
				if n := s.fake.Count(); n != 1 {
					s.t.Errorf("it was sent %d times", n)
				}
			})
		})
		t.Run(kind+" and confirmed", func(t *testing.T) {
			t.Parallel()
			track(t, func(s *tracked) {
				s.post(s.fake.Webhook(s.event(s.queued(), 0, kind)), http.StatusOK)
				s.expect(postchat.DeliveryQueued)
				s.checks(soon)
				s.expect(postchat.DeliveryState(kind))
				s.clock.Move(time.Hour)
				if err := s.worker.Step(s.t.Context()); err != nil {
					s.t.Fatal(err)
				}
				if n := s.fake.SubmissionCount(); n != 0 {
					s.t.Errorf("it was sent %d times although Mailgun had it", n)
				}
			})
		})
	}
}

func TestALostAnswerIsSettledByWhatMailgunTells(t *testing.T) {
	t.Parallel()
	lost := func(s *tracked) fakemailgun.Accepted {
		s.fake.Next(fakemailgun.AnswerLost())
		s.after(0, postchat.FollowUpUncertain)
		return s.fake.Accepted()[0]
	}
	t.Run("by a question", func(t *testing.T) {
		t.Parallel()
		track(t, func(s *tracked) {
			mail := lost(s)
			s.event(mail, 1, "delayed")
			s.event(mail, 2, "bounced")
			s.after(lag, postchat.FollowUpFailed)
			states := strings.Fields(s.history()) // at one moment by this clock, so in any order
			if slices.Sort(states); fmt.Sprint(states) != "[accepted bounced delayed uncertain]" {
				s.t.Errorf("history = %q", s.history())
			}
			s.expect(postchat.DeliveryBounced)
		})
	})
	t.Run("by a hint, before its time", func(t *testing.T) {
		t.Parallel()
		track(t, func(s *tracked) {
			s.post(s.fake.Webhook(s.event(lost(s), 0, "delivered")), http.StatusOK)
			s.expect(postchat.DeliveryUncertain)
			s.checks(soon)
			s.expect(postchat.DeliveryDelivered)
		})
	})
	t.Run("by the worst of many hints", func(t *testing.T) {
		t.Parallel()
		track(t, func(s *tracked) {
			mail := lost(s)
			accepted, bounced := s.event(mail, 0, "accepted"), s.event(mail, 5, "bounced")
			s.clock.Move(5 * time.Minute)
			s.post(s.fake.Webhook(bounced), http.StatusOK)
			s.post(s.fake.Webhook(accepted), http.StatusOK)
			s.checks(6 * time.Minute) // Mailgun shows the one by now, and not yet the other.
			s.expect(postchat.DeliveryAccepted)
			s.checks(6 * time.Minute)
			s.expect(postchat.DeliveryBounced)
		}, fakemailgun.WithEventLag(10*time.Minute))
	})
	t.Run("by a pull", func(t *testing.T) {
		t.Parallel()
		track(t, func(s *tracked) {
			lost(s)
			s.pulls(0)
			s.expect(postchat.DeliveryAccepted)
			s.after(lag, postchat.FollowUpSent)
			if n := s.fake.Count(); n != 1 {
				s.t.Errorf("it was sent %d times", n)
			}
		})
	})
	t.Run("under an id of Mailgun's own", func(t *testing.T) {
		t.Parallel()
		track(t, func(s *tracked) {
			s.event(lost(s), 1, "delivered")
			s.after(lag, postchat.FollowUpDelivered)
			if d := s.delivery(); d.ProviderID != s.fake.Accepted()[0].ProviderID {
				s.t.Errorf("its id at Mailgun is %q", d.ProviderID)
			}
		}, fakemailgun.WithOwnMessageIDs())
	})
}
