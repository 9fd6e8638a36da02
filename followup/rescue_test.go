package followup_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/mail"
	"github.com/postchat/postchat/test/stores"
)

// sends claims everything that is queued and lets the mail server answer: refused for the addresses named, else accepted. It
// returns the mails that were handed over, as "kind to address", sorted.
func (s *story) sends(refused ...string) []string {
	s.t.Helper()
	claimed, err := s.store.ClaimQueued(s.t.Context(), db.Lease{Owner: "test", Until: s.clock.Now().Add(time.Minute)}, "smtp", 100)
	if err != nil {
		s.t.Fatal(err)
	}
	var sent []string
	for _, c := range claimed {
		change := db.Change{State: postchat.DeliveryAccepted, Transport: "smtp", Words: "250 taken"}
		if slices.Contains(refused, c.Recipient.Email) {
			change = db.Change{State: postchat.DeliveryFailed, Transport: "smtp", Words: "550 5.1.1 no such user"}
		}
		if _, err := s.store.Finish(s.t.Context(), db.Result{Delivery: c.Delivery, Change: change}); err != nil {
			s.t.Fatal(err)
		}
		sent = append(sent, fmt.Sprintf("%s to %s", c.Mail.Kind, c.Recipient.Email))
	}
	slices.Sort(sent)
	return sent
}

func (s *story) expectSent(want []string, got []string) {
	s.t.Helper()
	if !slices.Equal(got, want) {
		s.t.Fatalf("sent %v, want %v", got, want)
	}
}

// expectState checks state and reason, and that the ledger balances.
func (s *story) expectState(id string, state postchat.FollowUpState, reason string) {
	s.t.Helper()
	f, err := s.Scope.FollowUp(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	if f.State != state || f.Reason != reason {
		s.t.Fatalf("follow-up #%d is %s %q, want %s %q", f.Number, f.State, f.Reason, state, reason)
	}
	stores.Balanced(s.t, s.Scope)
}

func TestAMailThatAnAddressOfTheTableRefusesGoesToStandardOnce(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead", "support")
		s.after(0)
		s.expectSent([]string{"first to nights@acme.example", "first to sales@acme.example", "first to support@acme.example"},
			s.sends("sales@acme.example"))
		s.expectState(id, postchat.FollowUpFailed, "")
		s.after(0)
		s.expectState(id, postchat.FollowUpQueued, postchat.ReasonRescued)
		s.expectSent([]string{"rescue to standard@acme.example"}, s.sends())
		s.expectState(id, postchat.FollowUpSent, postchat.ReasonRescued)
		s.after(time.Hour)
		s.expectSent(nil, s.sends())

		mails, err := s.Scope.Mails(s.t.Context(), id)
		if err != nil || len(mails) != 2 {
			s.t.Fatalf("mails = %+v, %v", mails, err)
		}
		at := slices.IndexFunc(mails, func(m postchat.Mail) bool { return m.Kind == postchat.MailRescue })
		rescue, err := s.Scope.Mail(s.t.Context(), mails[at].ID)
		if err != nil {
			s.t.Fatal(err)
		}
		parts, err := mail.Parts(rescue.Source)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, want := range []string{"550 5.1.1 no such user", "sales@acme.example refused it", "Yes, how many people?"} {
			if !strings.Contains(parts.Plain, want) {
				s.t.Errorf("the rescue does not say %q:\n%s", want, parts.Plain)
			}
		}
		if mails[0].MessageID == mails[1].MessageID {
			s.t.Error("the rescue has the Message-ID of the first mail")
		}

		// Another address refuses later: standard has it already.
		deliveries, err := s.Scope.Deliveries(s.t.Context(), id)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, d := range deliveries {
			if d.Recipient.Email == "support@acme.example" {
				moved, err := s.store.Advance(s.t.Context(), d, db.Advanced{State: postchat.DeliveryBounced, Words: "550 gone", At: s.clock.Now()})
				if err != nil || !moved {
					s.t.Fatalf("advance: %t, %v", moved, err)
				}
				if again, err := s.store.Advance(s.t.Context(), d, db.Advanced{State: postchat.DeliveryDelivered, At: s.clock.Now()}); err != nil || again {
					s.t.Errorf("a final state went back: %t, %v", again, err)
				}
			}
		}
		s.expectState(id, postchat.FollowUpFailed, postchat.ReasonRescued)
		s.after(0)
		s.expectSent(nil, s.sends())
		s.expectState(id, postchat.FollowUpSent, postchat.ReasonRescued)
	})
}

func TestARescueIsNeverRescued(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead")
		s.after(0)
		s.sends("sales@acme.example")
		s.after(0)
		s.expectSent([]string{"rescue to standard@acme.example"}, s.sends("standard@acme.example"))
		s.after(0)
		s.expectSent(nil, s.sends())
		s.expectState(id, postchat.FollowUpFailed, postchat.ReasonRescued)
	})
}

func TestWhatIsNotRescued(t *testing.T) {
	t.Parallel()
	t.Run("an address that the operator added", func(t *testing.T) {
		t.Parallel()
		tell(t, func(s *story) {
			id := s.closes("room-1", "lead")
			_, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: id},
				postchat.Submission{Extra: []postchat.Address{{Email: "lee@partner.example"}}})
			if err != nil {
				s.t.Fatal(err)
			}
			s.after(time.Minute)
			s.sends("lee@partner.example")
			s.after(0)
			s.expectSent(nil, s.sends())
			s.expectState(id, postchat.FollowUpFailed, "")
		})
	})
	t.Run("standard itself", func(t *testing.T) {
		t.Parallel()
		tell(t, func(s *story) {
			id := s.closes("room-1")
			s.after(0)
			s.sends("standard@acme.example")
			s.after(0)
			s.expectSent(nil, s.sends())
			s.expectState(id, postchat.FollowUpFailed, "")
		})
	})
	t.Run("what standard got by another code", func(t *testing.T) {
		t.Parallel()
		tell(t, func(s *story) {
			s.Table.Addresses[s.Table.Codes[1].ID] = []postchat.Address{{Email: "Standard@acme.example"}}
			if err := s.Scope.SaveTable(s.t.Context(), &s.Table); err != nil {
				s.t.Fatal(err)
			}
			id := s.closes("room-1", "lead", "support")
			s.after(0)
			s.sends("sales@acme.example")
			s.after(0)
			s.expectSent(nil, s.sends())
			s.expectState(id, postchat.FollowUpSent, postchat.ReasonRescued)
		})
	})
	t.Run("where there is no standard", func(t *testing.T) {
		t.Parallel()
		tell(t, func(s *story) {
			s.Table.Standard = nil
			if err := s.Scope.SaveTable(s.t.Context(), &s.Table); err != nil {
				s.t.Fatal(err)
			}
			id := s.closes("room-1", "lead")
			s.after(0)
			s.sends("sales@acme.example")
			s.after(0)
			s.expectSent(nil, s.sends())
			s.expectState(id, postchat.FollowUpFailed, "")
		})
	})
}

func TestAPersonSendsAFollowUpAgain(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1")
		again := func(wish followup.Again) error {
			wish.FollowUpID, wish.By = id, "Dana K."
			wish.Key = newKey()
			_, err := s.desk.SendAgain(s.t.Context(), s.Scope, wish)
			return err
		}
		if err := again(followup.Again{To: followup.AgainToSame}); !postchat.IsKind(err, postchat.Conflict) {
			s.t.Errorf("again before it was sent: %v", err)
		}
		s.after(0)
		s.sends("standard@acme.example")
		s.after(0)
		s.expectState(id, postchat.FollowUpFailed, "")

		if err := again(followup.Again{To: followup.AgainToFailed}); err != nil {
			s.t.Fatal(err)
		}
		s.expectState(id, postchat.FollowUpQueued, "")
		s.expectSent([]string{"again to standard@acme.example"}, s.sends())
		s.expectState(id, postchat.FollowUpSent, "")

		if err := again(followup.Again{To: followup.AgainToFailed}); len(postchat.Problems(err)) == 0 {
			s.t.Errorf("again to who has it meanwhile: %v", err)
		}
		others := []postchat.Address{{Email: "lee@partner.example"}}
		if err := again(followup.Again{To: followup.AgainToOthers, Others: others}); err != nil {
			s.t.Fatal(err)
		}
		s.expectSent([]string{"again to lee@partner.example"}, s.sends())

		if err := again(followup.Again{To: followup.AgainToSame}); err != nil {
			s.t.Fatal(err)
		}
		s.expectSent([]string{"again to lee@partner.example", "again to standard@acme.example"}, s.sends())
		deliveries, err := s.Scope.Deliveries(s.t.Context(), id)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, d := range deliveries {
			if d.Recipient.Email == "standard@acme.example" && d.Reasons[0].Kind != postchat.ReasonNoCode {
				s.t.Errorf("standard's reason is lost: %v", d.Reasons)
			}
		}
		for name, wish := range map[string]followup.Again{
			"to nobody":         {To: followup.AgainToOthers},
			"to a bad address":  {To: followup.AgainToOthers, Others: []postchat.Address{{Email: "nobody"}}},
			"to who knows whom": {To: "everybody"},
		} {
			if err := again(wish); len(postchat.Problems(err)) == 0 {
				s.t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestWhatIsOverALimitIsHeldUntilItIsReleased(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.SendingLimits.MailLimit = 3 })
		first, second := s.closes("room-1", "support"), s.closes("room-2", "support")
		s.after(0)
		s.expectSent([]string{"first to nights@acme.example", "first to support@acme.example"}, s.sends())
		s.expectState(second, postchat.FollowUpHeld, "")
		third := s.closes("room-3", "lead", "support")
		s.after(0)
		s.expectState(first, postchat.FollowUpSent, "")
		s.expectState(third, postchat.FollowUpHeld, "")
		if _, err := s.desk.Release(s.t.Context(), s.Scope, newKey(), third, "Dana K."); err != nil {
			s.t.Fatal(err)
		}
		s.expectState(third, postchat.FollowUpQueued, "")
		if got := s.sends(); len(got) != 3 {
			s.t.Errorf("released %v", got)
		}
		if _, err := s.desk.Release(s.t.Context(), s.Scope, newKey(), third, "Dana K."); !postchat.IsKind(err, postchat.Conflict) {
			s.t.Errorf("release twice: %v", err)
		}
	})
}

func TestAPersonSettlesWhatIsUncertain(t *testing.T) {
	t.Parallel()
	for verdict, want := range map[followup.Verdict]postchat.FollowUpState{
		followup.VerdictSent: postchat.FollowUpSent, followup.VerdictSendAgain: postchat.FollowUpQueued,
	} {
		t.Run(string(verdict), func(t *testing.T) {
			t.Parallel()
			tell(t, func(s *story) {
				id := s.closes("room-1", "lead")
				s.after(0)
				claimed, err := s.store.ClaimQueued(s.t.Context(), db.Lease{Owner: "test", Until: s.clock.Now().Add(time.Minute)}, "smtp", 1)
				if err != nil {
					s.t.Fatal(err)
				}
				lost := db.Result{Delivery: claimed[0].Delivery, Change: db.Change{State: postchat.DeliveryUncertain, Transport: "smtp"}}
				if _, err := s.store.Finish(s.t.Context(), lost); err != nil {
					s.t.Fatal(err)
				}
				if _, err := s.desk.Settle(s.t.Context(), s.Scope, newKey(), claimed[0].ID, verdict, "Dana K."); err != nil {
					s.t.Fatal(err)
				}
				s.expectState(id, want, "")
				if _, err := s.desk.Settle(s.t.Context(), s.Scope, newKey(), claimed[0].ID, verdict, "Dana K."); !postchat.IsKind(err, postchat.Conflict) {
					s.t.Errorf("settled twice: %v", err)
				}
			})
		})
	}
}
