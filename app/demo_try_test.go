package app

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

// playsAChat plays a chat on the demo's /try as its page does, up to the mail.
func playsAChat(t *testing.T, base string) {
	status, page := get(t, base+"/try", nil)
	block := regexp.MustCompile(`<script type="application/json" id="page">(.*?)</script>`).FindStringSubmatch(page)
	if status != http.StatusOK || block == nil {
		t.Fatalf("/try is answered %d\n%s", status, page)
	}
	var scene struct {
		Source  string
		Seat    bool
		Visitor struct{ Lines []string }
	}
	if err := json.Unmarshal([]byte(block[1]), &scene); err != nil || !scene.Seat || len(scene.Visitor.Lines) < 3 {
		t.Fatalf("the page is told %s, %v", block[1], err)
	}
	player := &player{t: t, base: base}
	var seat struct{ Token string }
	if answer := player.post("/try/seat", ""); json.Unmarshal([]byte(answer), &seat) != nil || seat.Token == "" {
		t.Fatalf("the script is told %s", answer)
	}
	player.token = seat.Token

	window, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"/panel/"+scene.Source, nil)
	if err != nil {
		t.Fatal(err)
	}
	if status, _ := send(t, window); status != http.StatusOK {
		t.Errorf("the window is answered %d", status)
	}

	const chat = `{"conversation": "try-1", "closedBy": "WHO", "lines": [{"by": "visitor", "text": "Hello?", "at": "2026-03-04T09:00:00Z"}]}`
	if answer := player.post("/try/end", strings.Replace(chat, "WHO", "operator", 1)); !strings.Contains(answer, `"rule":"code_required"`) {
		t.Errorf("an operator who has picked no code is told %s", answer)
	}
	if answer := player.post("/try/end", strings.Replace(chat, "WHO", "visitor", 1)); answer != `{"closed":true}` {
		t.Fatalf("a visitor who leaves is told %s", answer)
	}
	player.becomes("awaiting_code")
	player.post("/graphql", `{"query": "mutation { submitFollowUp(input: {conversation: {source: \"`+scene.Source+
		`\", id: \"try-1\"}, codes: [\"lead\"], idempotencyKey: \"1\"}) { followUp { id } } }"}`)
	player.post("/graphql", `{"query": "mutation { sendFollowUpNow(input: {followUp: \"`+player.followUp(scene.Source)+`\", idempotencyKey: \"2\"}) { followUp { id } } }"}`)
	told := player.becomes("sent")
	if len(told.Mails) != 1 {
		t.Fatalf("of the chat there came %+v", told)
	}
	if status, _ := get(t, base+"/"+told.Mails[0].Page, nil); status != http.StatusOK {
		t.Errorf("the page of the mail, %s, is answered %d", told.Mails[0].Page, status)
	}
	contains(t, player.post("/graphql", `{"query": "{ followUps(first: 1) { nodes { receipt { recipient { email } } } } }"}`), "sales@fernhill.example")

	// A page that gave its own name this machine's address gets nothing of it.
	for path, method := range map[string]string{
		"/try": http.MethodGet, "/try/seat": http.MethodPost, "/playground": http.MethodGet, "/outbox": http.MethodGet, "/": http.MethodGet,
		"/csv/follow-ups": http.MethodGet,
	} {
		foreign, err := http.NewRequestWithContext(t.Context(), method, base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		foreign.Host = "rebound.example"
		if status, body := send(t, foreign); status != http.StatusMisdirectedRequest || strings.Contains(body, "oken") {
			t.Errorf("by a foreign name %s is answered %d\n%s", path, status, body)
		}
	}
}

// player is the page's script and the window's.
type player struct {
	t           *testing.T
	base, token string
}

func (p *player) post(path, body string) string {
	p.t.Helper()
	request, err := http.NewRequestWithContext(p.t.Context(), http.MethodPost, p.base+path, strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if path == "/graphql" {
		request.Header.Set("Authorization", "Bearer "+p.token)
	}
	status, answer := send(p.t, request)
	if status != http.StatusOK || strings.Contains(answer, `"errors"`) {
		p.t.Fatalf("%s is answered %d %s", path, status, answer)
	}
	return strings.TrimSpace(answer)
}

func (p *player) followUp(source string) string {
	p.t.Helper()
	answer := p.post("/graphql", `{"query": "{ followUps(first: 1) { nodes { id chat { conversationId source { id } } } } }"}`)
	var found struct {
		Data struct {
			FollowUps struct {
				Nodes []struct{ ID string }
			}
		}
	}
	if err := json.Unmarshal([]byte(answer), &found); err != nil || len(found.Data.FollowUps.Nodes) != 1 || !strings.Contains(answer, source) {
		p.t.Fatalf("of %s the window is told %s", source, answer)
	}
	return found.Data.FollowUps.Nodes[0].ID
}

// playedChat is what the page is told of a chat.
type playedChat struct {
	State string
	Mails []struct{ Page string }
}

// becomes waits until the played chat is in the state.
func (p *player) becomes(state string) playedChat {
	p.t.Helper()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		_, answer := get(p.t, p.base+"/try/chats/try-1", nil)
		var told playedChat
		if err := json.Unmarshal([]byte(answer), &told); err != nil {
			p.t.Fatalf("it is told %s, %v", answer, err)
		}
		if told.State == state {
			return told
		}
		if time.Now().After(deadline) {
			p.t.Fatalf("it is told %s, want %s", answer, state)
		}
	}
}
