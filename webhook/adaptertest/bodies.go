package adaptertest

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// marker stands in bad bodies where a chat's content would: no problem may show it.
const marker = "top-secret"

// badBodies are bodies that no adapter can use, and none may stumble over.
var badBodies = map[string]string{
	"empty":                        "",
	"blank":                        " \n\t ",
	"null":                         "null",
	"a list":                       `[{"type":"top-secret"}]`,
	"a number":                     "17",
	"a string":                     `"top-secret"`,
	"an empty object":              "{}",
	"two documents":                `{"note":"top-secret"}{"note":"top-secret"}`,
	"a trailing comma":             `{"note":"top-secret",}`,
	"NaN":                          `{"note":NaN}`,
	"a hex number":                 `{"note":0xff}`,
	"half a document":              `{"note":"top-secret`,
	"only a byte order mark":       "\ufeff",
	"UTF-16":                       "\xff\xfe{\x00}\x00",
	"gzip":                         "\x1f\x8b\x08\x00top-secret",
	"a form":                       "type=top-secret&message=top-secret",
	"XML":                          "<chat>top-secret</chat>",
	"9,999 levels":                 strings.Repeat(`{"a":`, 9_999) + "1" + strings.Repeat("}", 9_999),
	"a million levels":             strings.Repeat("[", 1_000_000),
	"five million zeros":           `{"messages":[` + strings.Repeat("0,", 5_000_000) + `0],"transcript":[0]}`,
	"a list of lists of zeros":     `{"messages":[` + strings.Repeat(`[`+strings.Repeat("0,", 999)+`0],`, 999) + `0]}`,
	"a number of a million digits": `{"type":` + strings.Repeat("9", 1_000_000) + `0,"transcript":[],"messages":7}`,
	"300,000 equal names":          `{` + strings.Repeat(`"a":1,`, 300_000) + `"a":1}`,
	"a prototype":                  `{"__proto__":{"type":"top-secret"}}`,
	"a NUL":                        "{\"note\":\"top-secret\x00\"}",
}

// BadBodies gives the adapter every body that cannot be used. It must return a problem for each (a vendor's event of an
// unknown type may be ignored), in few words, without the body's content, and within memory and time that a server can
// spare.
func BadBodies(t *testing.T, adapter webhook.Adapter) {
	t.Helper()
	for name, body := range badBodies {
		t.Run(name, func(t *testing.T) {
			event, err := adapter.Parse(nil, []byte(body))
			if err == nil {
				t.Fatalf("it was taken for an event: %+v", event)
			}
			if errors.Is(err, postchat.ErrIgnored) {
				return
			}
			if text := err.Error(); len(text) > 1000 || strings.Contains(text, marker) {
				t.Errorf("the problem shows content: %s", postchat.Shorten(text, 200))
			}
		})
	}
}

// Fuzz looks for a body that makes the adapter panic, or return an event that cannot be shown or breaks its promises.
func Fuzz(f *testing.F, adapter webhook.Adapter) {
	f.Helper()
	for _, body := range Inputs(f) {
		f.Add(body)
	}
	for _, body := range badBodies {
		if len(body) < 1000 {
			f.Add([]byte(body))
		}
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		event, err := adapter.Parse(nil, body)
		if err != nil {
			if !errors.Is(err, postchat.ErrIgnored) && len(postchat.Problems(err)) == 0 {
				t.Errorf("the problem is not in words for people: %v", err)
			}
			return
		}
		check(t, event)
	})
}

// check holds an event to what webhook.Adapter promises.
func check(t *testing.T, event postchat.Event) {
	t.Helper()
	chat := event.Chat
	switch event.Kind {
	case postchat.EventClosed, postchat.EventTest:
	case postchat.EventEdited, postchat.EventReopened:
		if chat.CloseKey != "" || !chat.ClosedAt.IsZero() || chat.ClosedBy != "" {
			t.Error("what is no close tells of one")
		}
	default:
		t.Errorf("the event's kind is %q", event.Kind)
	}
	for _, at := range []time.Time{chat.StartedAt, chat.ClosedAt} {
		if at.Location() != time.UTC {
			t.Errorf("%v is not in UTC", at)
		}
	}
	chat.Clean()
	if _, err := json.Marshal(chat.Transcript); err != nil { // as it is stored
		t.Errorf("the transcript cannot be stored: %v", err)
	}
}

// Benchmark parses the body, once for each iteration.
func Benchmark(b *testing.B, adapter webhook.Adapter, body []byte) {
	b.Helper()
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		if _, err := adapter.Parse(nil, body); err != nil {
			b.Fatal(err)
		}
	}
}
