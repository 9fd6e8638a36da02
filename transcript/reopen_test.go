package transcript_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
)

// waitsForClose checks that the follow-up waits for its conversation's next close, with what it has.
func (y *yard) waitsForClose(id string, texts ...string) {
	y.t.Helper()
	f := y.expect(id, postchat.FollowUpHolding, texts...)
	if !f.Reopened() || !f.RunAt.IsZero() || f.ReasonSentence() == "" {
		y.t.Fatalf("it is %s, and goes on at %s", f.Reason, f.RunAt)
	}
}

func TestAConversationThatGoesOnStopsTheClockUntilItsNextClose(t *testing.T) {
	for _, fetched := range []bool{true, false} {
		t.Run(map[bool]string{true: "after its transcript came", false: "while it is awaited"}[fetched], func(t *testing.T) {
			tell(t, func(y *yard) {
				y.says("room-1", "Hello", "Bye")
				id := y.closes("room-1")
				texts := []string{"Bye"}
				if fetched {
					y.after(time.Second)
					texts = []string{"Hello", "Bye"}
				}
				y.clock.Move(time.Second)
				if r := y.reopens(y.clock.Now()); r.FollowUpID != id {
					y.t.Errorf("it was about %q", r.FollowUpID)
				}
				y.waitsForClose(id, texts...)
				y.after(48 * time.Hour)
				y.waitsForClose(id, texts...)
				if f := y.expect(id, postchat.FollowUpHolding, texts...); y.chat(f).Partial == fetched {
					y.t.Errorf("whoever sends it now says that it is not whole: %t", !fetched)
				}

				y.says("room-1", "One more thing")
				again := y.clock.Now()
				if r := y.record(y.closing("room-1"), postchat.ArrivalRevised); r.FollowUpID != id {
					y.t.Fatal("the next close became another chat")
				}
				y.after(time.Second)
				f := y.expect(id, postchat.FollowUpHolding, "Hello", "Bye", "One more thing")
				if f.Reason != "" || !f.RunAt.Equal(again.Add(hold)) || y.chat(f).Partial {
					y.t.Errorf("it is %s, and goes on at %s, want %s", f.Reason, f.RunAt, again.Add(hold))
				}
			})
		})
	}
}

func TestEventsOfAConversationThatGoesOnMayComeTwiceAndOutOfOrder(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		first := y.closing("room-1")
		y.record(first, postchat.ArrivalRecorded)
		y.clock.Move(time.Second)
		reopenedAt := y.clock.Now()
		id := y.reopens(reopenedAt).FollowUpID
		y.reopens(reopenedAt) // twice, in other words
		y.waitsForClose(id, "Hello")

		// The close from before is repeated with more to say: it is no other close.
		first.Chat.Codes = []string{"lead"}
		y.record(first, postchat.ArrivalRevised)
		y.waitsForClose(id, "Hello")

		y.clock.Move(time.Second)
		y.says("room-1", "Bye")
		y.record(y.closing("room-1"), postchat.ArrivalRevised)
		// That it went on is heard once more, after it was closed.
		y.record(postchat.Event{Kind: postchat.EventReopened, Type: "reopened", At: reopenedAt, Chat: postchat.Chat{ConversationID: "room-1"}}, postchat.ArrivalDuplicate)
		y.after(time.Second)
		y.expect(id, postchat.FollowUpHolding, "Hello", "Bye")
		if f := y.expect(id, postchat.FollowUpHolding, "Hello", "Bye"); f.Reopened() {
			y.t.Error("it waits for a close that has come")
		}
	})
}

func TestAConversationThatGoesOnAfterOKOrSendingChangesNothing(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		id := y.closes("room-1")
		y.submits(id, "")
		y.clock.Move(time.Second)
		y.reopens(y.clock.Now())
		y.expect(id, postchat.FollowUpAwaitingTranscript, "Hello")
		y.after(time.Second)
		y.expect(id, postchat.FollowUpHolding, "Hello")
		y.settles(id)
		y.clock.Move(time.Second)
		y.reopens(y.clock.Now())
		y.expect(id, postchat.FollowUpSent, "Hello")

		y.says("room-1", "Me again")
		y.clock.Move(time.Second)
		next := y.closes("room-1")
		y.after(time.Second)
		y.expect(next, postchat.FollowUpHolding, "Me again")
	})
}

func TestAnOperatorSendsAChatWhoseConversationGoesOn(t *testing.T) {
	tests := []struct {
		name string
		act  func(y *yard, id string)
	}{
		{name: "by OK", act: func(y *yard, id string) { y.submits(id, "She still writes.") }},
		{name: "at once", act: func(y *yard, id string) {
			if _, err := y.desk.SendNow(y.t.Context(), y.Scope, "key", id); err != nil {
				y.t.Fatal(err)
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tell(t, func(y *yard) {
				y.says("room-1", "Hello")
				id := y.closes("room-1")
				y.after(time.Second)
				y.reopens(y.clock.Now())
				test.act(y, id)
				if f := y.expect(id, postchat.FollowUpHolding, "Hello"); f.RunAt.IsZero() || f.Reason != "" {
					y.t.Errorf("it is %s, and goes on at %s", f.Reason, f.RunAt)
				}
			})
		})
	}
}

func TestAConversationThatIsOpenedAndClosedAgainWithoutAWordGoesOn(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		first := y.closing("room-1")
		first.Chat.CloseKey = "message:1" // as of vendors whose key is the last message
		y.record(first, postchat.ArrivalRecorded)
		y.after(time.Second)
		id := y.reopens(y.clock.Now()).FollowUpID
		y.clock.Move(time.Second)
		again := y.closing("room-1")
		again.Chat.CloseKey = first.Chat.CloseKey
		y.record(again, postchat.ArrivalRevised)
		y.after(time.Second)
		if f := y.expect(id, postchat.FollowUpHolding, "Hello"); f.Reopened() || f.RunAt.IsZero() {
			y.t.Errorf("it is %s, and goes on at %s", f.Reason, f.RunAt)
		}
	})
}
