package transcript_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/followup"
)

// submits presses OK with the note.
func (y *yard) submits(id, note string) {
	y.t.Helper()
	_, err := y.desk.Submit(y.t.Context(), y.Scope, postchat.NewID(postchat.Now()), followup.Target{FollowUpID: id}, postchat.Submission{Note: note})
	if err != nil {
		y.t.Fatal(err)
	}
}

func TestAnOKWaitsForTheTranscriptAndThenForWhatIsLeftOfItsUndoDelay(t *testing.T) {
	tests := []struct {
		name   string
		wait   time.Duration
		isOver bool
	}{
		{name: "which is over", wait: time.Minute, isOver: true},
		{name: "which is not", wait: time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tell(t, func(y *yard) {
				y.says("room-1", "Hello", "Bye")
				id := y.closes("room-1")
				ok := y.clock.Now()
				y.submits(id, "Call her back.")
				f := y.expect(id, postchat.FollowUpAwaitingTranscript, "Bye")
				p, err := y.desk.Panel(y.t.Context(), y.Scope, followup.Target{FollowUpID: id})
				if err != nil || !p.SendsAt.IsZero() || p.SubmittedAt.IsZero() {
					y.t.Errorf("the window says that it is sent at %s: %v", p.SendsAt, err)
				}
				if f.SubmittedAt.IsZero() || f.Decision == nil || !f.SendsAt().IsZero() {
					y.t.Errorf("after OK: %+v", f)
				}
				y.after(test.wait)
				f = y.expect(id, postchat.FollowUpHolding, "Hello", "Bye")
				if !f.RunAt.Equal(ok.Add(postchat.DefaultUndoDelay)) || f.RunAt.After(y.clock.Now()) == test.isOver || f.Submission.Note != "Call her back." {
					y.t.Errorf("it goes on at %s, OK was pressed at %s: %+v", f.RunAt, ok, f)
				}
			})
		})
	}
}

func TestAnOKThatIsTakenBackHasTheFollowUpWaitForAnotherOneOnceItsTranscriptCame(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		id := y.closes("room-1")
		y.submits(id, "Call her back.")
		if _, err := y.desk.Undo(y.t.Context(), y.Scope, followup.Target{FollowUpID: id}); err != nil {
			y.t.Fatal(err)
		}
		y.expect(id, postchat.FollowUpAwaitingTranscript, "Hello")
		y.after(time.Minute)
		f := y.expect(id, postchat.FollowUpAwaitingOK, "Hello")
		if f.Reason != postchat.ReasonUndone || f.RunAt.IsZero() {
			y.t.Errorf("it is %s, and goes on at %s", f.Reason, f.RunAt)
		}
	})
}

func TestAnOperatorWhoWritesWhileTheTranscriptIsFetchedKeepsItFromNobody(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "Bye")
		id := y.closes("room-1")
		y.vendor.during = func() {
			f, err := y.Scope.FollowUp(y.t.Context(), id)
			if err != nil {
				y.t.Fatal(err)
			}
			f.Submission.Note = "Call her back."
			if err := y.Scope.UpdateFollowUp(y.t.Context(), f); err != nil {
				y.t.Fatal(err)
			}
		}
		y.after(time.Second)
		if f := y.expect(id, postchat.FollowUpHolding, "Hello", "Bye"); f.Submission.Note != "Call her back." {
			y.t.Errorf("the note is %q", f.Submission.Note)
		}
		if len(y.vendor.asked) != 1 {
			y.t.Errorf("the vendor was asked %d times", len(y.vendor.asked))
		}
	})
}

func TestWhoeverSendsItNowSendsWhatThereIs(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "Bye")
		id := y.closes("room-1")
		// The vendor answers while it is sent: too late.
		y.vendor.during = func() {
			if _, err := y.desk.SendNow(y.t.Context(), y.Scope, postchat.NewID(postchat.Now()), id); err != nil {
				y.t.Fatal(err)
			}
		}
		y.after(time.Second)
		f := y.expect(id, postchat.FollowUpHolding, "Bye")
		if !y.chat(f).Partial || f.RunAt.After(y.clock.Now()) || f.Reason != "" || f.Fetching != nil {
			y.t.Errorf("follow-up = %+v, chat = %+v", f, y.chat(f))
		}
	})
}

func TestADraftWithItsOKIsAdoptedAndWaitsForTheTranscript(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "Bye")
		target := followup.Target{SourceID: y.Source.ID, ConversationID: "room-1"}
		if _, err := y.desk.Submit(y.t.Context(), y.Scope, "key", target, postchat.Submission{Codes: []string{"lead"}}); err != nil {
			y.t.Fatal(err)
		}
		y.clock.Move(time.Minute)
		id := y.closes("room-1")
		f := y.expect(id, postchat.FollowUpAwaitingTranscript, "Bye")
		if f.SubmittedAt.IsZero() || f.Decision == nil {
			y.t.Errorf("follow-up = %+v", f)
		}
		y.after(time.Second)
		if f := y.expect(id, postchat.FollowUpHolding, "Hello", "Bye"); f.RunAt.After(y.clock.Now()) {
			y.t.Errorf("it goes on at %s, want at once", f.RunAt)
		}
	})
}

func TestCodesThatAreChangedWhileTheTranscriptIsFetchedAreNewer(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		y.vendor.facts.Codes = []string{}
		id := y.closes("room-1")
		y.vendor.during = func() {
			y.record(postchat.Event{Kind: postchat.EventEdited, Type: "edited", Chat: postchat.Chat{
				ConversationID: "room-1", Codes: []string{"lead"},
			}}, postchat.ArrivalRevised)
		}
		y.after(time.Second)
		if chat := y.chat(y.expect(id, postchat.FollowUpHolding, "Hello")); len(chat.Codes) != 1 {
			y.t.Errorf("the codes are %q", chat.Codes)
		}
	})
}
