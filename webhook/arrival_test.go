package webhook_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// withParse makes the plain adapter parse so.
func withParse(parse func(body []byte) (postchat.Event, error)) func(*webhook.Config) {
	return func(c *webhook.Config) { c.Adapters = []webhook.Adapter{plain{parse: parse}} }
}

func returning(event postchat.Event) func(*webhook.Config) {
	return withParse(func([]byte) (postchat.Event, error) { return event, nil })
}

func TestWhatCannotBeUsedIsKeptWithItsProblem(t *testing.T) {
	closed := func(change func(*postchat.Chat)) postchat.Event {
		event := postchat.Event{Kind: postchat.EventClosed, Chat: postchat.Chat{ConversationID: "conv-1", ClosedAt: evening, CloseKey: "k"}}
		change(&event.Chat)
		return event
	}
	for _, test := range []struct {
		name   string
		change func(*webhook.Config)
		want   string
	}{
		{
			"a body that the adapter cannot read",
			withParse(func([]byte) (postchat.Event, error) {
				return postchat.Event{}, errors.Join(postchat.Invalidf("a", "must not be empty"), postchat.Invalidf("b", "must be text"))
			}),
			"a: must not be empty; b: must be text",
		},
		{
			"a body that makes the adapter panic",
			withParse(func(body []byte) (postchat.Event, error) { panic(string(body)) }),
			"the event could not be read because of a mistake in Postchat; it can be replayed once that is mended",
		},
		{
			"a body that makes the adapter run over a bound",
			withParse(func(body []byte) (postchat.Event, error) { return postchat.Event{Type: string(body[len(body)])}, nil }),
			"the event could not be read because of a mistake in Postchat; it can be replayed once that is mended",
		},
		{
			"a chat without an id",
			returning(closed(func(c *postchat.Chat) { c.ConversationID = "" })),
			"conversation.id: must not be empty",
		},
		{
			"a chat with too many messages",
			returning(closed(func(c *postchat.Chat) { c.Transcript = make(postchat.Transcript, postchat.MaxMessages+1) })),
			"transcript: has 20001 messages; at most 20000 are taken",
		},
		{
			"an edit without an id",
			returning(postchat.Event{Kind: postchat.EventEdited}),
			"conversation.id: must not be empty",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFakeRecorder(oneSource())
			w := post(newReceiver(f, test.change), secret, strings.NewReader("top-secret"))
			a := f.only(t)
			if a.Problem != test.want || a.Event != nil || string(a.Body) != "top-secret" || a.Day != "2026-03-04" {
				t.Errorf("recorded %+v, want the problem %q", a, test.want)
			}
			if w.Code != 200 || !strings.HasPrefix(w.Body.String(), "needs_attention: ") {
				t.Errorf("answered %d %q", w.Code, w.Body)
			}
		})
	}
}

func TestAProblemWithoutEndIsCut(t *testing.T) {
	f := newFakeRecorder(oneSource())
	post(newReceiver(f, withParse(func([]byte) (postchat.Event, error) {
		return postchat.Event{}, postchat.Invalidf("", "%s", strings.Repeat("é", 100_000))
	})), secret, strings.NewReader("x"))
	if got := len([]rune(f.only(t).Problem)); got != 2000 {
		t.Errorf("the problem has %d characters", got)
	}
}

func TestACloseWithoutATimeOrAKey(t *testing.T) {
	event := postchat.Event{Kind: postchat.EventClosed, Chat: postchat.Chat{ConversationID: "conv-1"}}
	f := newFakeRecorder(oneSource())
	h := newReceiver(f, returning(event))
	for _, body := range []string{"one", "one", "other"} {
		post(h, secret, strings.NewReader(body))
	}
	if len(f.arrivals) != 3 {
		t.Fatalf("%d arrivals", len(f.arrivals))
	}
	var keys []string
	for _, a := range f.arrivals {
		if !a.Event.Chat.ClosedAt.Equal(evening) {
			t.Errorf("closed at %v, want when it arrived", a.Event.Chat.ClosedAt)
		}
		keys = append(keys, a.Event.Chat.CloseKey)
	}
	if keys[0] != keys[1] || keys[0] == keys[2] || !strings.HasPrefix(keys[0], "sha256:") {
		t.Errorf("the keys are %q, want one for each body", keys)
	}
}

func TestAnEditTellsNothingOfTheClose(t *testing.T) {
	f := newFakeRecorder(oneSource())
	post(newReceiver(f, returning(postchat.Event{Kind: postchat.EventEdited, Chat: postchat.Chat{ConversationID: "conv-1"}})), secret, strings.NewReader("x"))
	a := f.only(t)
	if a.Problem != "" || !a.Event.Chat.ClosedAt.IsZero() || a.Event.Chat.CloseKey != "" {
		t.Errorf("recorded %+v", a)
	}
}

func TestTheOperatorsPartIsMadeCleanToo(t *testing.T) {
	f := newFakeRecorder(oneSource())
	post(newReceiver(f, returning(postchat.Event{
		Kind:       postchat.EventClosed,
		Chat:       postchat.Chat{ConversationID: "conv-1", ClosedAt: evening.Add(time.Nanosecond)},
		Submission: &postchat.Submission{Note: "a\x00\r\nb", Operator: " Jonas\nBerg", Codes: []string{" lead "}},
	})), secret, strings.NewReader("x"))
	a := f.only(t)
	if s := a.Event.Submission; s.Note != "a\nb" || s.Operator != "Jonas Berg" || s.Codes[0] != "lead" {
		t.Errorf("the operator's part is %+v", s)
	}
	if !a.Event.Chat.ClosedAt.Equal(evening) {
		t.Errorf("closed at %v, want it as both databases keep it", a.Event.Chat.ClosedAt)
	}
}

func TestAFailedCommitOfAProblemIsNotAnsweredAsKept(t *testing.T) {
	f := newFakeRecorder(oneSource())
	f.record = func(context.Context, postchat.Arrival) (postchat.Recorded, error) {
		return postchat.Recorded{}, errors.New("disk full")
	}
	h := newReceiver(f, withParse(func([]byte) (postchat.Event, error) { return postchat.Event{}, errors.New("broken") }))
	if w := post(h, secret, strings.NewReader("x")); w.Code != 503 {
		t.Errorf("answered %d", w.Code)
	}
}
