package followup_test

import (
	"context"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/followup"
)

func TestAPersonsTestMailGoesToTheirOwnAddress(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		dana := postchat.Person{
			ID: postchat.NewID(s.clock.Now()), Name: "Dana K.", Email: "dana@acme.example", Role: postchat.RoleManager, CreatedAt: s.clock.Now(),
		}
		if err := s.Scope.SavePerson(t.Context(), &dana); err != nil {
			t.Fatal(err)
		}
		var handed string
		s.desk.Hand = func(_ context.Context, m *postchat.TestMail) {
			handed = m.Recipient.String()
			m.Settle(postchat.DeliveryAccepted, "250 taken", s.clock.Now())
		}
		scope := s.Scope.As(postchat.Actor{Kind: postchat.ActorPerson, ID: dana.ID, Name: dana.Name})
		m, err := s.desk.SendTest(t.Context(), scope, followup.Test{Mail: followup.Preview{CampaignID: s.ID}, IdempotencyKey: "1"})
		if err != nil || handed != "Dana K. <dana@acme.example>" || m.SentBy != "Dana K." {
			t.Errorf("it went to %s: %+v, %v", handed, m, err)
		}
	})
}

func TestWhatCameOfATestMailIsKeptThoughNobodyWaits(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		ctx, leave := context.WithCancel(t.Context())
		s.desk.Hand = func(within context.Context, m *postchat.TestMail) {
			leave()
			if within.Err() != nil {
				t.Error("the mail is cut off where somebody leaves")
			}
			if end, bounded := within.Deadline(); !bounded || time.Until(end) > postchat.TestMailTimeout {
				t.Errorf("it may take until %v", end)
			}
			m.Settle(postchat.DeliveryFailed, "550 no such user", s.clock.Now())
		}
		wish := followup.Test{Mail: followup.Preview{CampaignID: s.ID}, To: "dana@acme.example", IdempotencyKey: "1"}
		m, err := s.desk.SendTest(ctx, s.Scope, wish)
		if err != nil {
			t.Fatal(err)
		}
		kept, err := s.Scope.TestMail(t.Context(), m.ID)
		if err != nil || kept.State != postchat.DeliveryFailed || kept.Words != "550 no such user" {
			t.Errorf("kept is %+v, %v", kept, err)
		}
	})
}
