//go:build linux

package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	adapter "github.com/postchat/postchat/webhook/postchat"
)

// transcriptSize is how large the transcripts are, in bytes as JSON.
const transcriptSize = 4096

// What people say in the sample. Neither has a backslash or needs one in JSON.
var said = []string{
	"Hello, I ordered the walnut desk two weeks ago and have not heard of it since.",
	"Good morning! I am sorry to hear that. Let me look the order up for you.",
	"Thank you. The number is FB-20871, and it was paid the same day by bank transfer.",
	"I have it here. The top was scratched in our workshop and is being made again.",
	"I see. When can I expect it? We are moving house on the third of next month.",
	"It leaves us on Thursday, so the carrier will call you on Friday to find a day.",
}

// closeBody is a request body in our own format for a chat that was finished, in two halves: the conversation's id goes
// between them.
type closeBody struct{ before, after []byte }

// newCloseBody makes a body whose transcript has transcriptSize bytes.
func newCloseBody() closeBody {
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	transcript := "["
	for i := 0; ; i++ {
		role, name := "visitor", "Ines Moreau"
		if i%2 == 1 {
			role, name = "operator", "Dana Kowalski"
		}
		line := func(text string) string {
			return fmt.Sprintf(`{"id":"m-%03d","at":%q,"role":%q,"name":%q,"text":%q}`,
				i, at.Add(time.Duration(i)*40*time.Second).Format(time.RFC3339), role, name, text)
		}
		text := line(said[i%len(said)])
		if rest := transcriptSize - len(transcript) - len("]"); rest < 2*len(text) {
			transcript += line(strings.Repeat("That would be very kind of you. ", 20)[:rest-len(line(""))]) + "]"
			break
		}
		transcript += text + ","
	}
	return closeBody{
		before: []byte(`{"type":"chat.closed","conversation":{"id":"`),
		after: []byte(`"},"started_at":"2026-11-20T09:00:00Z","closed_at":"2026-11-20T09:24:10Z","closed_by":"visitor","codes":["support"],` +
			`"visitor":{"id":"v-81","name":"Ines Moreau","email":"ines@example.com"},` +
			`"operators":[{"id":"o-2","name":"Dana Kowalski","email":"dana@shop.example"}],"department":"Service",` +
			`"page":"https://shop.example/orders","custom":{"order":"FB-20871"},"transcript":` + transcript + `}`),
	}
}

// appendTo appends the body for a conversation.
func (c closeBody) appendTo(b []byte, conversation string) []byte {
	return append(append(append(b, c.before...), conversation...), c.after...)
}

// conversation is the id of a client's nth conversation. Ids of later conversations sort later, as those of vendors do.
func conversation(run int64, client, n int) string {
	return fmt.Sprintf("conv-%d-%d", run, 1_000_000_000_000+int64(n)*1000+int64(client))
}

func TestTheSampleIsAFinishedChatWithATranscriptOfTheRightSize(t *testing.T) {
	body := newCloseBody().appendTo(nil, conversation(7, 1, 2))
	var raw struct{ Transcript json.RawMessage }
	if err := json.Unmarshal(body, &raw); err != nil {
		t.Fatal(err)
	}
	if len(raw.Transcript) != transcriptSize {
		t.Errorf("the transcript has %d bytes, want %d", len(raw.Transcript), transcriptSize)
	}
	event, err := adapter.Adapter{}.Parse(nil, body)
	if err != nil {
		t.Fatal(err)
	}
	if event.Kind != postchat.EventClosed || event.Chat.ConversationID != "conv-7-1000000002001" || len(event.Chat.Transcript) < 20 {
		t.Errorf("parsed %+v", event)
	}
	if bytes.ContainsAny(body, `\'`) {
		t.Error("a backslash or an apostrophe would have to be escaped for pgbench")
	}
}
