package rocketchat_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/adaptertest"
	"github.com/postchat/postchat/webhook/rocketchat"
)

func TestGolden(t *testing.T) { adaptertest.Golden(t, rocketchat.Adapter{}) }

func TestBadBodies(t *testing.T) { adaptertest.BadBodies(t, rocketchat.Adapter{}) }

func FuzzParse(f *testing.F) { adaptertest.Fuzz(f, rocketchat.Adapter{}) }

func BenchmarkParse(b *testing.B) {
	adaptertest.Benchmark(b, rocketchat.Adapter{}, adaptertest.Inputs(b)["LivechatSession"])
}

func TestAuthenticate(t *testing.T) {
	for _, test := range []struct {
		name    string
		tokens  []string
		secrets []postchat.Secret
		want    bool
	}{
		{"the secret is authentic", []string{"hush"}, []postchat.Secret{"hush"}, true},
		{"either secret is authentic while they are rotated", []string{"new"}, []postchat.Secret{"old", "new"}, true},
		{"another token is not", []string{"hash"}, []postchat.Secret{"hush"}, false},
		{"the beginning of the secret is not", []string{"hus"}, []postchat.Secret{"hush"}, false},
		{"the secret with more behind it is not", []string{"hush!"}, []postchat.Secret{"hush"}, false},
		{"the secret in another case is not", []string{"HUSH"}, []postchat.Secret{"hush"}, false},
		{"no header is not", nil, []postchat.Secret{"hush"}, false},
		{"an empty header is not", []string{""}, []postchat.Secret{"hush"}, false},
		{"an empty header is not, even for an empty secret", []string{""}, []postchat.Secret{""}, false},
		{"no header is not, even without a secret", nil, nil, false},
		{"the printed form of a secret is not", []string{"[secret]"}, []postchat.Secret{"hush"}, false},
		{"the header given twice is not", []string{"hush", "hush"}, []postchat.Secret{"hush"}, false},
		{"two tokens in one header are not", []string{"hush, hush"}, []postchat.Secret{"hush"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := http.Header{}
			for _, token := range test.tokens {
				h.Add("X-RocketChat-Livechat-Token", token)
			}
			checkBody, err := rocketchat.Adapter{}.Authenticate(webhook.Credentials{Header: h, Token: "hush"}, test.secrets, time.Time{})
			if got := err == nil; got != test.want {
				t.Errorf("authentic is %v, want %v", got, test.want)
			}
			if checkBody != nil {
				t.Error("the body is checked, though the headers prove everything")
			}
		})
	}
}

func TestAnswerIsTheSameShortTextForEveryOutcome(t *testing.T) {
	for _, answer := range []webhook.Answer{
		{Recorded: postchat.Recorded{Outcome: postchat.ArrivalRecorded, ChatID: "c", FollowUpID: "f"}},
		{Recorded: postchat.Recorded{Outcome: postchat.ArrivalIgnored}},
		{Recorded: postchat.Recorded{Outcome: postchat.ArrivalNeedsAttention}, Problem: errors.New("odd")},
	} {
		w := httptest.NewRecorder()
		rocketchat.Adapter{}.Answer(w, answer)
		if w.Code != http.StatusOK || w.Body.String() != "ok" || w.Header().Get("Content-Type") != "text/plain; charset=utf-8" {
			t.Errorf("%s: got %d %q %q", answer.Outcome, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
	}
}

func TestCloseKey(t *testing.T) {
	const room = `{"_id":"r","type":"LivechatSession","messages":[{"_id":"m","ts":"2026-03-07T11:00:00.000Z"}]`
	for _, test := range []struct {
		name, one, other string
		same             bool
	}{
		{"is the same for the same moment in another zone", `,"closedAt":"2026-03-07T12:00:00.000Z"}`, `,"closedAt":"2026-03-07T13:00:00+01:00"}`, true},
		{"is another a millisecond later", `,"closedAt":"2026-03-07T12:00:00.000Z"}`, `,"closedAt":"2026-03-07T12:00:00.001Z"}`, false},
		{"stays when the answer comes back in crmData", `,"closedAt":"2026-03-07T12:00:00.000Z"}`, `,"crmData":"ok","closedAt":"2026-03-07T12:00:00.000Z"}`, true},
		{"without a time is that of the last message", `}`, `,"crmData":"ok","closer":"user"}`, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			one, other := mustParse(t, room+test.one), mustParse(t, room+test.other)
			if one.Chat.CloseKey == "" || (one.Chat.CloseKey == other.Chat.CloseKey) != test.same {
				t.Errorf("got %q and %q", one.Chat.CloseKey, other.Chat.CloseKey)
			}
		})
	}
}

func TestConversationID(t *testing.T) {
	for _, test := range []struct {
		name, id, want, problem string
	}{
		{"a string", `"Room-1"`, "Room-1", ""},
		{"a number", `17`, "17", ""},
		{"a number past 2^53 keeps its digits", `9007199254740993`, "9007199254740993", ""},
		{"a number past 2^63 keeps its digits", `18446744073709551617`, "18446744073709551617", ""},
		{"a path stays what it is", `"../../etc"`, "../../etc", ""},
		{"an empty string is a problem", `""`, "", "conversation.id: must not be empty"},
		{"null is a problem", `null`, "", "conversation.id: must not be empty"},
		{"an object is a problem", `{"$oid":"1"}`, "", "conversation.id: must not be empty"},
		{"a blank at the end is a problem", `"Room-1 "`, "", "conversation.id: must be one line of at most 512 bytes"},
		{"a NUL at the end is a problem", `"Room-1\u0000"`, "", "conversation.id: must be one line of at most 512 bytes"},
		{"ten thousand letters are a problem", `"` + strings.Repeat("a", 10_000) + `"`, "", "conversation.id: must be one line of at most 512 bytes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			event := mustParse(t, `{"type":"LivechatSession","closedAt":"2026-03-07T12:00:00.000Z","_id":`+test.id+`}`)
			err := event.Chat.Validate()
			if test.problem != "" {
				if err == nil || err.Error() != test.problem {
					t.Errorf("got problem %v, want %s", err, test.problem)
				}
				return
			}
			if err != nil || event.Chat.ConversationID != test.want {
				t.Errorf("got %q and problem %v, want %q", event.Chat.ConversationID, err, test.want)
			}
		})
	}
}

func TestTextsAreMadeCleanAndNothingElse(t *testing.T) {
	for _, test := range []struct{ name, sent, want string }{
		{"a NUL goes", `a\u0000b`, "ab"},
		{"a lone surrogate is replaced", `a\udc00b`, "a\ufffdb"},
		{"swapped surrogates are replaced", `\udca1\ud83d`, "\ufffd\ufffd"},
		{"bad bytes are replaced", "caf\xe9", "caf\ufffd"},
		{"overlong forms are replaced", "\xc0\xaf", "\ufffd\ufffd"},
		{"a noncharacter stays", `\uffff`, "\uffff"},
		{"a line separator stays", `a\u2028b`, "a\u2028b"},
		{"joiners stay", `👨‍👩‍👧`, "👨‍👩‍👧"},
		{"five thousand combining marks stay", "e" + strings.Repeat("\u0301", 5000), "e" + strings.Repeat("\u0301", 5000)},
		{"line ends become one kind", `a\r\nb\rc\nd`, "a\nb\nc\nd"},
		{"terminal codes lose their escape", `\u001b[31mred`, "[31mred"},
		{"marks of templates, formulas and SQL stay", `{{.}} =SUM(A1) %recipient% '; --`, `{{.}} =SUM(A1) %recipient% '; --`},
		{"lines that end a mail stay", `\n.\nFrom me`, "\n.\nFrom me"},
	} {
		t.Run(test.name, func(t *testing.T) {
			event := mustParse(t, `{"type":"LivechatSession","_id":"r","messages":[{"msg":"`+test.sent+`"}]}`)
			event.Chat.Clean()
			if got := event.Chat.Transcript[0].Text; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestFilesOfAMessage(t *testing.T) {
	const path = "https://chat.example.com/file-upload/1/a.png"
	for _, test := range []struct {
		name, message string
		want          []postchat.File
	}{
		{
			"a file without an address keeps its name", `"file":{"name":"a.png","type":"image/png"}`,
			[]postchat.File{{Name: "a.png", Type: "image/png"}},
		},
		{
			"the address is the public one", `"file":{"name":"a.png"},"fileUpload":{"publicFilePath":"` + path + `","type":"image/png","size":7}`,
			[]postchat.File{{Name: "a.png", URL: path, Type: "image/png", Size: 7}},
		},
		{
			"an empty public address is none", `"file":{"name":"a.png"},"fileUpload":{"publicFilePath":""}`,
			[]postchat.File{{Name: "a.png"}},
		},
		{
			"an address that runs something is none", `"file":{"name":"a.png"},"fileUpload":{"publicFilePath":"javascript:alert(1)"}`,
			[]postchat.File{{Name: "a.png"}},
		},
		{
			"a relative link alone is no address", `"attachments":[{"title":"a.png","title_link":"/file-upload/1/a.png","image_type":"image/png","image_size":7}]`,
			[]postchat.File{{Name: "a.png", Type: "image/png", Size: 7}},
		},
		{
			"an attachment of the same file is not a second one",
			`"file":{"name":"x"},"fileUpload":{"publicFilePath":"` + path + `?token=t"},"attachments":[{"title":"a.png","title_link":"/file-upload/1/a.png","image_size":7}]`,
			[]postchat.File{{Name: "x", URL: path + "?token=t", Size: 7}},
		},
		{"a quoted message is no file", `"attachments":[{"text":"what was said","message_link":"https://chat.example.com/x"}]`, nil},
		{"a size that is no number is unknown", `"file":{"name":"a.png","size":"big"}`, []postchat.File{{Name: "a.png"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			event := mustParse(t, `{"type":"LivechatSession","_id":"r","messages":[{`+test.message+`}]}`)
			got := event.Chat.Transcript[0].Files
			if len(got) != len(test.want) || len(got) > 0 && got[0] != test.want[0] {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

func TestWhatLooksLikeTheTestButtonOnlyInPartIsAChat(t *testing.T) {
	const visitor, messages = `{"_id":"","email":"nora@example.com"}`, `[{"msg":"hi"}]`
	for _, test := range []struct {
		name, visitor, messages, more string
		want                          postchat.EventKind
	}{
		{"all of it is a test", visitor, messages, ``, postchat.EventTest},
		{"with a time of the close it is a chat", visitor, messages, `,"closedAt":"2026-03-07T12:00:00.000Z"`, postchat.EventClosed},
		{"with a visitor's id it is a chat", `{"_id":"v","email":"nora@example.com"}`, messages, ``, postchat.EventClosed},
		{"with a list of e-mails it is a chat", `{"_id":"","email":[{"address":"nora@example.com"}]}`, messages, ``, postchat.EventClosed},
		{"with an id on a message it is a chat", visitor, `[{"msg":"hi"},{"_id":"m","msg":"ho"}]`, ``, postchat.EventClosed},
		{"without messages it is a chat", visitor, `[]`, ``, postchat.EventClosed},
	} {
		t.Run(test.name, func(t *testing.T) {
			event := mustParse(t, `{"type":"LivechatSession","_id":"r","visitor":`+test.visitor+`,"messages":`+test.messages+test.more+`}`)
			if event.Kind != test.want {
				t.Errorf("got %s", event.Kind)
			}
		})
	}
}

func TestAnIgnoredTypeIsIgnoredWhateverItsShape(t *testing.T) {
	event, err := rocketchat.Adapter{}.Parse(nil, []byte(`{"type":"LivechatSessionQueued","visitor":[],"messages":"none"}`))
	if !errors.Is(err, postchat.ErrIgnored) || event.Type != "LivechatSessionQueued" {
		t.Errorf("got %q and %v", event.Type, err)
	}
}

func mustParse(t *testing.T, body string) postchat.Event {
	t.Helper()
	event, err := rocketchat.Adapter{}.Parse(nil, []byte(body))
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return event
}
