package followup_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
)

// closing is a close of room-1 at the clock's time; texts are said before it, each with an id of its own.
func (s *story) closing(texts ...string) postchat.Event {
	e := s.Close("room-1", "lead")
	e.Chat.ClosedAt = s.clock.Now()
	e.Chat.CloseKey = e.Chat.ClosedAt.Format(time.RFC3339Nano)
	for _, text := range texts {
		e.Chat.Transcript = append(e.Chat.Transcript, postchat.Message{ID: text, At: s.clock.Now(), Role: postchat.RoleVisitor, Text: text})
	}
	return e
}

// hears records an event with a body of its own and returns its follow-up's id.
func (s *story) hears(e postchat.Event, want postchat.ArrivalOutcome) string {
	s.t.Helper()
	a := s.Arrival(e, postchat.NewID(postchat.Now()))
	a.ReceivedAt = s.clock.Now()
	r, err := s.desk.Record(s.t.Context(), a)
	if err != nil || r.Outcome != want {
		s.t.Fatalf("recorded %+v, %v, want %s", r, err, want)
	}
	return r.FollowUpID
}

func reopening(at time.Time) postchat.Event {
	return postchat.Event{Kind: postchat.EventReopened, Type: "reopened", At: at, Chat: postchat.Chat{ConversationID: "room-1"}}
}

// waitsForClose checks that the follow-up waits for its conversation's next close.
func (s *story) waitsForClose(id string) {
	s.t.Helper()
	if f := s.expect(id, postchat.FollowUpHolding); !f.Reopened() || !f.RunAt.IsZero() {
		s.t.Fatalf("it is %s, and goes on at %s", f.Reason, f.RunAt)
	}
}

func TestAConversationThatWentOnBeforeItsCloseWasHeardWaitsForItsNextClose(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.Source.Hold = time.Second
		closing := s.closing()
		s.clock.Move(time.Second)
		reopened := s.clock.Now()
		for range 2 { // and is heard twice
			if id := s.hears(reopening(reopened), postchat.ArrivalReopened); id != "" {
				s.t.Errorf("nothing is known of the conversation, and it was about %s", id)
			}
		}
		id := s.hears(closing, postchat.ArrivalRecorded)
		s.after(time.Second)
		s.waitsForClose(id)
		s.after(48 * time.Hour)
		s.waitsForClose(id)

		s.hears(s.closing("One more thing"), postchat.ArrivalRevised)
		s.after(time.Second)
		s.expect(id, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestAnOldOpeningDoesNotKeepTheNextClose(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.hears(reopening(s.clock.Now()), postchat.ArrivalReopened)
		s.clock.Move(time.Second)
		id := s.hears(s.closing(), postchat.ArrivalRecorded)
		s.after(0)
		s.expect(id, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestTheNextChatOfAConversationGoesOnBeforeItsCloseWasHeard(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.hears(s.closing(), postchat.ArrivalRecorded)
		s.after(0)
		s.clock.Move(time.Hour)
		closing := s.closing("Me again")
		s.clock.Move(time.Second)
		s.hears(reopening(s.clock.Now()), postchat.ArrivalReopened)
		next := s.hears(closing, postchat.ArrivalRecorded)
		s.after(0)
		s.waitsForClose(next)
		// An operator need not wait.
		if _, err := s.desk.SendNow(s.t.Context(), s.Scope, newKey(), next); err != nil {
			s.t.Fatal(err)
		}
		s.after(0)
		s.expect(next, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestWhereAnOKIsAwaitedAConversationThatGoesOnWaitsForItAgainAfterItsNextClose(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.Mode = postchat.ModeOperator })
		id := s.hears(s.closing(), postchat.ArrivalRecorded)
		s.after(0)
		s.expect(id, postchat.FollowUpAwaitingOK)
		s.clock.Move(time.Second)
		s.hears(reopening(s.clock.Now()), postchat.ArrivalReopened)
		s.waitsForClose(id)
		s.clock.Move(time.Hour)
		s.hears(s.closing("One more thing"), postchat.ArrivalRevised)
		s.after(0)
		if f := s.expect(id, postchat.FollowUpAwaitingOK); !f.RunAt.Equal(s.clock.Now().Add(s.GoalSettings.TimeLimit)) {
			s.t.Errorf("it waits until %s: the time limit did not begin anew", f.RunAt)
		}
	})
}
