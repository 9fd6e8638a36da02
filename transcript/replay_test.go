package transcript_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// reading is the played vendor's adapter once it can read a body: it finds the event in it.
type reading struct {
	*vendor

	event postchat.Event
}

// Parse implements webhook.Adapter.
func (r reading) Parse(http.Header, []byte) (postchat.Event, error) { return r.event, nil }

func TestAKeptEventThatIsReplayedHasItsTranscriptFetchedHoweverOldItIs(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "Bye")
		closing := y.closing("room-1")
		unread := y.Arrival(closing, "body")
		unread.ReceivedAt, unread.Event, unread.Problem = y.clock.Now(), nil, "It makes no sense."
		if _, err := y.store.Record(y.t.Context(), unread); err != nil {
			y.t.Fatal(err)
		}
		y.clock.Move(24 * time.Hour) // longer than any vendor is asked
		events, err := y.Scope.RawEvents(y.t.Context(), y.Source.ID, 1)
		if err != nil || len(events) != 1 {
			y.t.Fatalf("%d events, %v", len(events), err)
		}
		replayer := webhook.Replayer{Adapters: []webhook.Adapter{reading{y.vendor, closing}}}
		event, err := replayer.Replay(y.t.Context(), y.Scope, events[0].ID)
		if err != nil || event.Outcome != postchat.ArrivalRecorded {
			y.t.Fatalf("it became %+v, %v", event, err)
		}
		f, err := y.Scope.FollowUpOfConversation(y.t.Context(), y.Source.ID, "room-1")
		if err != nil {
			y.t.Fatal(err)
		}
		y.vendor.fail = webhook.FetchErrorf(webhook.FetchBroken, "there is no answer")
		y.after(0)
		y.expect(f.ID, postchat.FollowUpAwaitingTranscript, "Bye")
		y.vendor.fail = nil
		y.after(time.Minute)
		y.expect(f.ID, postchat.FollowUpHolding, "Hello", "Bye")
	})
}
