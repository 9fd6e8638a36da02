package postchat_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/adaptertest"
	format "github.com/postchat/postchat/webhook/postchat"
)

func TestGolden(t *testing.T) { adaptertest.Golden(t, format.Adapter{}) }

func TestBadBodies(t *testing.T) { adaptertest.BadBodies(t, format.Adapter{}) }

func FuzzParse(f *testing.F) { adaptertest.Fuzz(f, format.Adapter{}) }

func BenchmarkParse(b *testing.B) {
	adaptertest.Benchmark(b, format.Adapter{}, adaptertest.Inputs(b)["chat.closed-4-kilobytes"])
}

func TestProblemsWithAConversationIDAreNamedWithEverythingElse(t *testing.T) {
	long := strings.Repeat("a", 513)
	for _, test := range []struct{ name, id, want string }{
		{"too long", `"` + long + `"`, "must be one line of at most 512 bytes"},
		{"with a line end", `"a\nb"`, "must be one line of at most 512 bytes"},
		{"with a NUL at its end", `"a\u0000"`, "must be one line of at most 512 bytes"},
		{"empty", `""`, "must not be empty"},
		{"null", `null`, "must not be empty"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := format.Adapter{}.Parse(nil, []byte(`{"type":"chat.closed","closed_at":"soon","conversation":{"id":`+test.id+`}}`))
			var got []string
			for _, p := range postchat.Problems(err) {
				got = append(got, p.Error())
			}
			if len(got) != 2 || !strings.HasPrefix(got[0], "closed_at: ") || got[1] != "conversation.id: "+test.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestTheCloseKeyIsTheMomentHoweverItIsWritten(t *testing.T) {
	key := func(closedAt string) string {
		event, err := format.Adapter{}.Parse(nil, []byte(`{"type":"chat.closed","conversation":{"id":"1"},"closed_at":"`+closedAt+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		return event.Chat.CloseKey
	}
	noon := key("2026-03-04T12:00:00Z")
	if other := key("2026-03-04T13:00:00.000+01:00"); other != noon {
		t.Errorf("got %q and %q for one moment", noon, other)
	}
	if other := key("2026-03-04T12:00:00.000000001Z"); other == noon {
		t.Errorf("got %q for two moments", noon)
	}
}

func TestALongListOfProblemsIsCutAtFifty(t *testing.T) {
	body := `{"type":"chat.closed","conversation":{"id":"1"},"closed_at":"2026-03-04T12:00:00Z","transcript":[{}` + strings.Repeat(",{}", 10_000) + `]}`
	_, err := format.Adapter{}.Parse(nil, []byte(body))
	if got := len(postchat.Problems(err)); got != 50 {
		t.Errorf("got %d problems", got)
	}
}

func TestAnswer(t *testing.T) {
	problem := errors.Join(postchat.Invalidf("closed_at", "must not be empty"), postchat.Invalidf("transcript[0].at", "must not be empty"))
	for _, test := range []struct {
		name        string
		answer      webhook.Answer
		status      int
		contentType string
		body        string
	}{
		{
			"a recorded chat is named with its follow-up",
			webhook.Answer{Recorded: postchat.Recorded{Outcome: postchat.ArrivalRecorded, ChatID: "c1", FollowUpID: "f1"}},
			http.StatusOK, "application/json", `{"outcome":"recorded","chat":"c1","follow_up":"f1"}`,
		},
		{
			"a repeat is a success",
			webhook.Answer{Recorded: postchat.Recorded{Outcome: postchat.ArrivalDuplicate, ChatID: "c1", FollowUpID: "f1"}},
			http.StatusOK, "application/json", `{"outcome":"duplicate","chat":"c1","follow_up":"f1"}`,
		},
		{
			"a test has no chat",
			webhook.Answer{Recorded: postchat.Recorded{Outcome: postchat.ArrivalTest}},
			http.StatusOK, "application/json", `{"outcome":"test"}`,
		},
		{
			"every problem is named with its field",
			webhook.Answer{Recorded: postchat.Recorded{Outcome: postchat.ArrivalNeedsAttention}, Problem: problem},
			http.StatusUnprocessableEntity, "application/problem+json",
			`{"title":"Unprocessable Entity","status":422,` +
				`"detail":"The event was kept and needs a person's attention. Sending the same again changes nothing; send it mended.",` +
				`"outcome":"needs_attention","errors":[{"field":"closed_at","detail":"must not be empty"},{"field":"transcript[0].at","detail":"must not be empty"}]}`,
		},
		{
			"a problem without a field is named too",
			webhook.Answer{Recorded: postchat.Recorded{Outcome: postchat.ArrivalNeedsAttention}, Problem: errors.New("a mistake of ours")},
			http.StatusUnprocessableEntity, "application/problem+json",
			`{"title":"Unprocessable Entity","status":422,` +
				`"detail":"The event was kept and needs a person's attention. Sending the same again changes nothing; send it mended.",` +
				`"outcome":"needs_attention","errors":[{"detail":"a mistake of ours"}]}`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := httptest.NewRecorder()
			format.Adapter{}.Answer(w, test.answer)
			if w.Code != test.status || w.Header().Get("Content-Type") != test.contentType || strings.TrimSpace(w.Body.String()) != test.body {
				t.Errorf("got %d %s\n%s", w.Code, w.Header().Get("Content-Type"), w.Body)
			}
		})
	}
}
