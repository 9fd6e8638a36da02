package chatwoot_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/adaptertest"
	"github.com/postchat/postchat/webhook/chatwoot"
)

func TestGolden(t *testing.T) { adaptertest.Golden(t, chatwoot.Adapter{}) }

func TestBadBodies(t *testing.T) { adaptertest.BadBodies(t, chatwoot.Adapter{}) }

func FuzzParse(f *testing.F) { adaptertest.Fuzz(f, chatwoot.Adapter{}) }

func BenchmarkParse(b *testing.B) {
	adaptertest.Benchmark(b, chatwoot.Adapter{}, adaptertest.Inputs(b)["resolved"])
}

func TestAnswerIsNothingBut200(t *testing.T) {
	w := httptest.NewRecorder()
	chatwoot.Adapter{}.Answer(w, webhook.Answer{Problem: postchat.Invalidf("", "odd")})
	if w.Code != http.StatusOK || w.Body.Len() > 0 {
		t.Errorf("got %d %q", w.Code, w.Body)
	}
}

// The same close is told by up to three events, each written down a little later than the one before.
func TestTheKeyOfAClose(t *testing.T) {
	const (
		told  = `{"event":"conversation_status_changed","id":88,"status":"resolved","messages":[{"id":7,"message_type":0}],"updated_at":1772615240.1}`
		empty = `{"event":"conversation_status_changed","id":88,"status":"resolved","messages":[],"updated_at":1772615240.1}`
	)
	for _, test := range []struct {
		name, one, other string
		same             bool
	}{
		{"is the same for a rule's event about it", told, strings.ReplaceAll(strings.ReplaceAll(told, "conversation_status_changed", "automation_event.conversation_resolved"), ".1}", ".9}"), true},
		{"is the same after it was opened and closed without a word", told, strings.ReplaceAll(told, "240.1", "999.9"), true},
		{"is another after the next message", told, strings.ReplaceAll(told, `"id":7`, `"id":8`), false},
		{"is the same for an id that is text", told, strings.ReplaceAll(told, `"id":7`, `"id":"7"`), true},
		{"is the moment where nothing was said", empty, strings.ReplaceAll(empty, "240.1", "240.2"), false},
		{"is the moment however it is written", empty, strings.ReplaceAll(empty, "1772615240.1", `"2026-03-04T09:07:20.1Z"`), true},
	} {
		t.Run(test.name, func(t *testing.T) {
			one, other := mustParse(t, test.one), mustParse(t, test.other)
			if one.Chat.CloseKey == "" || (one.Chat.CloseKey == other.Chat.CloseKey) != test.same {
				t.Errorf("got %q and %q", one.Chat.CloseKey, other.Chat.CloseKey)
			}
		})
	}
}

// Events are written down a moment after what they tell: the status in them may be a newer one than the change.
func TestWhatHappenedMeanwhileCounts(t *testing.T) {
	const event = `{"event":"conversation_status_changed","id":88,"messages":[],"status":"STATUS","changed_attributes":[{"status":{"previous_value":"FROM","current_value":"TO"}}]}`
	for _, test := range []struct {
		name, status, from, to string
		want                   postchat.EventKind
	}{
		{"resolved, and opened again since: the next event tells", "open", "open", "resolved", ""},
		{"opened again, and resolved since: it is resolved", "resolved", "resolved", "open", postchat.EventClosed},
		{"opened again, and snoozed since: it comes back by itself", "snoozed", "resolved", "open", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := strings.NewReplacer("STATUS", test.status, "FROM", test.from, "TO", test.to).Replace(event)
			got, err := chatwoot.Adapter{}.Parse(nil, []byte(body))
			if got.Kind != test.want {
				t.Errorf("got %q, %v", got.Kind, err)
			}
		})
	}
}

func mustParse(t *testing.T, body string) postchat.Event {
	t.Helper()
	event, err := chatwoot.Adapter{}.Parse(nil, []byte(body))
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return event
}
