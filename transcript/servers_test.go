package transcript_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
)

func TestTwoServersAskForATranscriptOnce(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		id := y.closes("room-1")
		other := y.server("two")
		y.vendor.during = func() {
			if err := other.DueNow(y.t.Context()); err != nil {
				y.t.Fatal(err)
			}
		}
		y.after(time.Second)
		y.expect(id, postchat.FollowUpHolding, "Hello")
		if len(y.vendor.asked) != 1 {
			y.t.Errorf("asked %q", y.vendor.asked)
		}
	})
}

func TestAnAnswerAfterTheLeaseCountsForNothingOnceAnotherServerHasAsked(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		id := y.closes("room-1")
		other := y.server("two")
		y.vendor.facts.Department = "late"
		y.vendor.during = func() { // the first server is silent for longer than its lease, and the other takes over
			y.clock.Move(2 * time.Minute)
			y.vendor.facts.Department = "in time"
			if err := other.DueNow(y.t.Context()); err != nil {
				y.t.Fatal(err)
			}
		}
		y.after(time.Second)
		f := y.expect(id, postchat.FollowUpHolding, "Hello")
		if chat := y.chat(f); chat.Department != "in time" || len(y.vendor.asked) != 2 {
			y.t.Errorf("the department is %q, asked %q", chat.Department, y.vendor.asked)
		}
	})
}

func TestASlowVendorKeepsNoOtherWaiting(t *testing.T) {
	tell(t, func(y *yard) {
		for _, conversation := range []string{"1", "2", "3", "4", "5", "6"} {
			y.says(conversation, "Hello")
			y.closes(conversation)
		}
		y.clock.Move(time.Second)
		slow := y.Source.ID
		y.Source.ID, y.Source.Name = postchat.NewID(y.clock.Now()), "Another chat"
		if err := y.Scope.SaveSource(y.t.Context(), &y.Source); err != nil {
			y.t.Fatal(err)
		}
		y.says("other", "Good day")
		y.closes("other")
		for round, want := range []int{5, 0} { // four of the slow one and the other's, and nothing more until one is done
			if claimed, err := y.worker.Claim(y.t.Context()); err != nil || claimed != want {
				y.t.Errorf("round %d: claimed %d, %v, want %d", round, claimed, err, want)
			}
		}
		y.says("next", "Good day")
		y.closes("next")
		if claimed, err := y.worker.Claim(y.t.Context()); err != nil || claimed != 1 {
			y.t.Errorf("beside what is slow at %s %d were claimed, %v, want 1", slow, claimed, err)
		}
	})
}

func TestAServerThatIsKilledLeavesItsTranscriptToOthers(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		id := y.closes("room-1")
		claimed, err := y.worker.Claim(y.t.Context())
		if err != nil || claimed != 1 {
			y.t.Fatalf("claimed %d, %v", claimed, err)
		}
		other := y.server("two")
		for _, wait := range []time.Duration{0, 2 * time.Minute} {
			y.clock.Move(wait)
			if err := other.DueNow(y.t.Context()); err != nil {
				y.t.Fatal(err)
			}
			if want := min(int(wait/time.Minute), 1); len(y.vendor.asked) != want {
				y.t.Fatalf("after %s the vendor was asked %d times", wait, len(y.vendor.asked))
			}
		}
		y.expect(id, postchat.FollowUpHolding, "Hello")
	})
}

func TestAnAnswerFromBeforeAnotherCloseIsAskedForAgain(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		id := y.closes("room-1")
		y.vendor.during = func() {
			y.clock.Move(time.Second)
			y.says("room-1", "One more thing")
			y.record(y.closing("room-1"), postchat.ArrivalRevised)
		}
		y.after(time.Second)
		y.expect(id, postchat.FollowUpHolding, "Hello", "One more thing")
		if len(y.vendor.asked) != 2 {
			y.t.Errorf("asked %q", y.vendor.asked)
		}
	})
}
