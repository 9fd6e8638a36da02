package rocketchat_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/adaptertest"
	"github.com/postchat/postchat/webhook/rocketchat"
)

func TestRealSamples(t *testing.T) {
	folder := adaptertest.VendorFolder(t, postchat.VendorRocketChat)
	paths, err := filepath.Glob(filepath.Join(folder, "*-*.json"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[postchat.EventKind]int{}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			body, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			seen[checkSample(t, body)]++
		})
	}
	for _, kind := range []postchat.EventKind{postchat.EventClosed, postchat.EventEdited, postchat.EventTest, ignored} {
		if seen[kind] == 0 {
			t.Errorf("no sample is %s", kind)
		}
	}
	adaptertest.Signatures(t, rocketchat.Adapter{}, folder, time.Now())
}

const ignored postchat.EventKind = "ignored"

// sample is what a real body says in the vendor's own words, read without the adapter.
type sample struct {
	ID       string `json:"_id"`
	Type     string
	ClosedAt time.Time
	Tags     []string
	Messages []struct {
		ID     string `json:"_id"`
		Msg    string
		TS     time.Time
		Upload struct {
			Path string `json:"publicFilePath"`
		} `json:"fileUpload"`
	}
}

// checkSample holds the event that the adapter made of a real body to the body itself.
func checkSample(t *testing.T, body []byte) postchat.EventKind {
	t.Helper()
	var want sample
	if err := json.Unmarshal(body, &want); err != nil {
		t.Fatal(err)
	}
	event, err := rocketchat.Adapter{}.Parse(nil, body)
	if errors.Is(err, postchat.ErrIgnored) {
		if strings.HasPrefix(want.Type, "LivechatSession") {
			t.Errorf("%s was ignored", want.Type)
		}
		return ignored
	}
	if err != nil {
		t.Fatal(err)
	}
	chat := event.Chat
	if want.ID != "" && chat.ConversationID != want.ID || chat.ConversationID == "" {
		t.Errorf("conversation is %q, want %q", chat.ConversationID, want.ID)
	}
	if !chat.ClosedAt.Equal(want.ClosedAt) && !want.ClosedAt.IsZero() {
		t.Errorf("closed at %v, want %v", chat.ClosedAt, want.ClosedAt)
	}
	if strings.Join(chat.Codes, "|") != strings.Join(want.Tags, "|") {
		t.Errorf("codes are %q, want %q", chat.Codes, want.Tags)
	}
	if chat.Visitor.Name == "" || !strings.Contains(chat.Visitor.Email, "@") {
		t.Errorf("the visitor is %+v", chat.Visitor)
	}
	if len(want.Messages) > 0 {
		checkMessages(t, chat.Transcript, want)
	} else if len(chat.Transcript) != 1 || chat.Transcript[0].Text == "" {
		t.Errorf("the transcript is %+v, want the one message that was left", chat.Transcript)
	}
	return event.Kind
}

func checkMessages(t *testing.T, got postchat.Transcript, want sample) {
	t.Helper()
	if len(got) != len(want.Messages) {
		t.Fatalf("%d messages, want %d", len(got), len(want.Messages))
	}
	for i, m := range want.Messages {
		line := got[i]
		if line.ID != m.ID || line.Text != m.Msg || !line.At.Equal(m.TS) || line.Name == "" {
			t.Errorf("message %d is %+v, want %+v", i, line, m)
		}
		if m.Upload.Path != "" && (len(line.Files) != 1 || line.Files[0].URL != m.Upload.Path || line.Files[0].Size == 0) {
			t.Errorf("message %d has the files %+v, want one at %s", i, line.Files, m.Upload.Path)
		}
	}
}
