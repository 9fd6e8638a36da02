package transcript_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/test/stores"
	"github.com/postchat/postchat/transcript"
	"github.com/postchat/postchat/webhook"
)

// vendor is a played chat vendor that keeps the transcripts.
type vendor struct {
	webhook.Adapter // nothing but what is here is asked

	said   map[string]postchat.Transcript // by conversation
	facts  postchat.Chat                  // what it tells of every conversation besides
	fail   error                          // what it answers instead
	during func()                         // happens while it answers
	asked  []string                       // conversation and after of every question
}

func (*vendor) Vendor() postchat.Vendor { return postchat.VendorPostchat }

// Fetch answers with what was said after the message.
func (v *vendor) Fetch(_ context.Context, _ postchat.Source, conversation, after string) (postchat.Chat, error) {
	v.asked = append(v.asked, conversation+">"+after)
	chat, fail := v.facts, v.fail
	chat.Transcript = slices.Clone(v.said[conversation])
	if at := slices.IndexFunc(chat.Transcript, func(m postchat.Message) bool { return m.ID == after }); at >= 0 {
		chat.Transcript = chat.Transcript[at+1:]
	}
	if during := v.during; during != nil {
		v.during = nil
		during()
	}
	return chat, fail
}

// yard is a sample campaign whose source's vendor keeps the transcripts, at a clock that the test moves.
type yard struct {
	*stores.Campaign
	t      *testing.T
	store  *db.Store
	clock  *stores.Clock
	vendor *vendor
	worker *transcript.Worker
	desk   *followup.Desk
	events int
}

const (
	hold   = 10 * time.Second
	giveUp = time.Hour
)

func tell(t *testing.T, story func(y *yard)) {
	t.Helper()
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		y := &yard{Campaign: stores.Sample(t, store), t: t, store: store, clock: clock, vendor: &vendor{said: map[string]postchat.Transcript{}}}
		y.Source.Hold = hold
		if err := y.Scope.SaveSource(t.Context(), &y.Source); err != nil {
			t.Fatal(err)
		}
		y.worker = y.server("one")
		y.desk = followup.New(followup.Options{
			Store: store, From: postchat.Address{Email: "postchat@acme.example"}, Owner: "desk", Lease: time.Minute, Poll: time.Hour,
			Queued: func() {}, Now: clock.Now, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		})
		story(y)
		stores.Balanced(t, y.Scope)
	})
}

// server is another server's worker.
func (y *yard) server(owner string) *transcript.Worker {
	return transcript.NewWorker(transcript.Options{
		Store: y.store, Adapters: []webhook.Adapter{y.vendor}, Owner: owner, Lease: time.Minute, Poll: time.Hour, GiveUp: giveUp,
		Came: func() {}, Now: y.clock.Now, Log: slog.New(slog.NewTextHandler(y.t.Output(), nil)),
	}).Without()
}

// says adds messages of the visitor to a conversation at the vendor; their ids count up.
func (y *yard) says(conversation string, texts ...string) {
	for _, text := range texts {
		said := y.vendor.said[conversation]
		y.vendor.said[conversation] = append(said, postchat.Message{
			ID: fmt.Sprint(len(said) + 1), At: y.clock.Now(), Role: postchat.RoleVisitor, Name: "Ines Moreau", Text: text,
		})
	}
}

// closing is what the webhook says of a close now: of the transcript only the last message.
func (y *yard) closing(conversation string, codes ...string) postchat.Event {
	e := y.Close(conversation, codes...)
	e.Fetch = true
	e.Chat.ClosedAt = y.clock.Now()
	e.Chat.CloseKey = e.Chat.ClosedAt.Format(time.RFC3339Nano)
	e.Chat.Transcript = nil
	if said := y.vendor.said[conversation]; len(said) > 0 {
		e.Chat.Transcript = slices.Clone(said[len(said)-1:])
	}
	return e
}

// record records an event and checks what became of it.
func (y *yard) record(e postchat.Event, want postchat.ArrivalOutcome) postchat.Recorded {
	y.t.Helper()
	y.events++
	a := y.Arrival(e, fmt.Sprint("body ", y.events))
	a.ReceivedAt = y.clock.Now()
	r, err := y.desk.Record(y.t.Context(), a)
	if err != nil || r.Outcome != want {
		y.t.Fatalf("recorded %+v, %v, want %s", r, err, want)
	}
	return r
}

// closes records the close of a conversation's next chat and returns its follow-up's id.
func (y *yard) closes(conversation string, codes ...string) string {
	y.t.Helper()
	return y.record(y.closing(conversation, codes...), postchat.ArrivalRecorded).FollowUpID
}

// reopens records that room-1 was opened again at that time.
func (y *yard) reopens(at time.Time) postchat.Recorded {
	y.t.Helper()
	return y.record(postchat.Event{
		Kind: postchat.EventReopened, Type: "reopened", At: at, Chat: postchat.Chat{ConversationID: "room-1"},
	}, postchat.ArrivalReopened)
}

// after lets the worker ask for what is due after the wait.
func (y *yard) after(wait time.Duration) {
	y.t.Helper()
	y.clock.Move(wait)
	if err := y.worker.DueNow(y.t.Context()); err != nil {
		y.t.Fatal(err)
	}
}

// expect checks the follow-up's state and what its chat holds, one text after the other.
func (y *yard) expect(id string, state postchat.FollowUpState, texts ...string) *postchat.FollowUp {
	y.t.Helper()
	f, err := y.Scope.FollowUp(y.t.Context(), id)
	if err != nil {
		y.t.Fatal(err)
	}
	var got []string
	for _, m := range y.chat(f).Transcript {
		got = append(got, m.Text)
	}
	if f.State != state || !slices.Equal(got, texts) {
		y.t.Fatalf("follow-up #%d is %s (%s) with %q, want %s with %q", f.Number, f.State, f.ReasonSentence(), got, state, texts)
	}
	return f
}

func (y *yard) chat(f *postchat.FollowUp) *postchat.Chat {
	y.t.Helper()
	chat, err := y.Scope.Chat(y.t.Context(), f.ChatID)
	if err != nil {
		y.t.Fatal(err)
	}
	return chat
}

// settles marks a follow-up as sent, as routing and delivery would.
func (y *yard) settles(id string) {
	y.t.Helper()
	f, err := y.Scope.FollowUp(y.t.Context(), id)
	if err != nil {
		y.t.Fatal(err)
	}
	f.State, f.Reason, f.RunAt = postchat.FollowUpSent, "", time.Time{}
	f.RoutedAt, f.RoutedRevision = y.clock.Now(), y.chat(f).Revision
	if err := y.Scope.UpdateFollowUp(y.t.Context(), f); err != nil {
		y.t.Fatal(err)
	}
}
