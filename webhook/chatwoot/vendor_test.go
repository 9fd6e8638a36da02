package chatwoot_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/adaptertest"
	"github.com/postchat/postchat/webhook/chatwoot"
)

func TestRealSamples(t *testing.T) {
	folder := adaptertest.VendorFolder(t, postchat.VendorChatwoot)
	paths, err := filepath.Glob(filepath.Join(folder, "*-*.json"))
	if err != nil {
		t.Fatal(err)
	}
	const ignored postchat.EventKind = "ignored"
	seen := map[postchat.EventKind]int{}
	for _, path := range paths {
		if strings.HasPrefix(filepath.Base(path), "messages_list") {
			continue // an answer of the API
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			body, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			event, err := chatwoot.Adapter{}.Parse(nil, body)
			switch {
			case errors.Is(err, postchat.ErrIgnored):
				seen[ignored]++
			case err != nil:
				t.Fatal(err)
			default:
				seen[event.Kind]++
				checkSample(t, event, body)
			}
		})
	}
	for _, kind := range []postchat.EventKind{postchat.EventClosed, postchat.EventReopened, ignored} {
		if seen[kind] == 0 {
			t.Errorf("no sample is %s", kind)
		}
	}
	adaptertest.Signatures(t, chatwoot.Adapter{}, folder, time.Now())
}

// checkSample holds the event that the adapter made of a real body to the body itself, read without the adapter.
func checkSample(t *testing.T, event postchat.Event, body []byte) {
	t.Helper()
	var want struct {
		ID     int
		Labels []string
		Meta   struct {
			Sender   struct{ Name, Email string }
			Assignee struct{ Name string }
			Team     struct{ Name string }
		}
		Messages []struct {
			ID      int
			Content string
		}
	}
	if err := json.Unmarshal(body, &want); err != nil {
		t.Fatal(err)
	}
	chat := event.Chat
	if chat.ConversationID != strconv.Itoa(want.ID) {
		t.Errorf("conversation is %q, want %d", chat.ConversationID, want.ID)
	}
	if event.Kind != postchat.EventClosed {
		return
	}
	if !event.Fetch || strings.Join(chat.Codes, "|") != strings.Join(want.Labels, "|") || chat.Department != want.Meta.Team.Name {
		t.Errorf("the chat is %+v", chat)
	}
	if chat.Visitor.Name != want.Meta.Sender.Name || chat.Visitor.Email != want.Meta.Sender.Email {
		t.Errorf("the visitor is %+v", chat.Visitor)
	}
	if len(chat.Operators) != 1 || chat.Operators[0].Name != want.Meta.Assignee.Name {
		t.Errorf("the operators are %+v", chat.Operators)
	}
	if len(chat.Transcript) != len(want.Messages) {
		t.Fatalf("%d messages, want %d", len(chat.Transcript), len(want.Messages))
	}
	for i, m := range want.Messages {
		if line := chat.Transcript[i]; line.ID != strconv.Itoa(m.ID) || line.Text != m.Content || line.At.IsZero() {
			t.Errorf("message %d is %+v", i, line)
		}
	}
}
