package webhook_test

import (
	"context"
	"errors"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// archive is a store of one event that remembers what it was read as.
type archive struct {
	*fakeRecorder
	event    postchat.RawEvent
	replayed []postchat.Arrival
}

func (a *archive) RawEvent(context.Context, string) (*postchat.RawEvent, error) {
	event := a.event
	return &event, nil
}

func (a *archive) ReplayEvent(_ context.Context, _ string, arrival postchat.Arrival) (*postchat.RawEvent, error) {
	a.replayed = append(a.replayed, arrival)
	event := a.event
	event.Outcome, event.Problem = postchat.ArrivalRecorded, arrival.Problem
	return &event, nil
}

func newArchive(event postchat.RawEvent) *archive {
	event.SourceID, event.ReceivedAt = sourceID, evening
	return &archive{fakeRecorder: newFakeRecorder(oneSource()), event: event}
}

func TestAReplayReadsTheBodyAsItCameOnTheDayOnWhichItCame(t *testing.T) {
	a := newArchive(postchat.RawEvent{Problem: "It made no sense.", Body: []byte("sales")})
	told := 0
	p := webhook.Replayer{Adapters: []webhook.Adapter{plain{}}, Recorded: func() { told++ }}
	event, err := p.Replay(t.Context(), a, "e1")
	if err != nil || event.Outcome != postchat.ArrivalRecorded || len(a.replayed) != 1 || told != 1 {
		t.Fatalf("the replay came to %+v, %v, in %d calls and %d signals", event, err, len(a.replayed), told)
	}
	// The sales campaign is in Amsterdam, where it was past midnight.
	arrival := a.replayed[0]
	if !arrival.ReceivedAt.Equal(evening) || arrival.Day != "2026-03-05" || string(arrival.Body) != "sales" || arrival.Event.Chat.CampaignID != "sales" {
		t.Errorf("it was read as %+v", arrival)
	}
}

func TestAReplayTellsWhatIsStillWrong(t *testing.T) {
	for name, test := range map[string]struct {
		parse   func([]byte) (postchat.Event, error)
		problem string
		ignored bool
	}{
		"a mistake":       {parse: func([]byte) (postchat.Event, error) { return postchat.Event{}, errors.New("still nonsense") }, problem: "still nonsense"},
		"a panic":         {parse: func([]byte) (postchat.Event, error) { panic("x") }, problem: "the event could not be read because of a mistake in Postchat; it can be replayed once that is mended"},
		"to be ignored":   {parse: func([]byte) (postchat.Event, error) { return postchat.Event{Type: " typing\n"}, postchat.ErrIgnored }, ignored: true},
		"a chat of rules": {parse: func([]byte) (postchat.Event, error) { return postchat.Event{Kind: postchat.EventClosed}, nil }, problem: "conversation.id: must not be empty"},
	} {
		t.Run(name, func(t *testing.T) {
			a := newArchive(postchat.RawEvent{Body: []byte("x")})
			if _, err := (webhook.Replayer{Adapters: []webhook.Adapter{plain{parse: test.parse}}}).Replay(t.Context(), a, "e1"); err != nil {
				t.Fatal(err)
			}
			arrival := a.replayed[0]
			if arrival.Problem != test.problem || (arrival.Event != nil) != test.ignored {
				t.Fatalf("it was read as %+v", arrival)
			}
			if test.ignored && (arrival.Event.Kind != "" || arrival.Event.Type != "typing") {
				t.Errorf("it is to be ignored as %+v", arrival.Event)
			}
		})
	}
}

func TestWhatCannotBeReplayedIsLeftAlone(t *testing.T) {
	speaks := []webhook.Adapter{plain{}}
	tooLarge := newArchive(postchat.RawEvent{Problem: "the body is larger than 10 bytes; its first 10 were kept", Body: []byte("x")})
	if _, err := (webhook.Replayer{Adapters: speaks}).Replay(t.Context(), tooLarge, "e1"); !postchat.IsKind(err, postchat.Conflict) || len(tooLarge.replayed) > 0 {
		t.Errorf("half a body is answered %v", err)
	}
	done := newArchive(postchat.RawEvent{ChatID: "c1", Outcome: postchat.ArrivalRecorded, Body: []byte("x")})
	if event, err := (webhook.Replayer{Adapters: speaks}).Replay(t.Context(), done, "e1"); err != nil || event.ChatID != "c1" || len(done.replayed) > 0 {
		t.Errorf("what has its chat is answered %+v, %v", event, err)
	}
	unknown := newArchive(postchat.RawEvent{Body: []byte("x")})
	if _, err := (webhook.Replayer{}).Replay(t.Context(), unknown, "e1"); !postchat.IsKind(err, postchat.Conflict) || len(unknown.replayed) > 0 {
		t.Errorf("an unknown vendor's is answered %v", err)
	}
}
