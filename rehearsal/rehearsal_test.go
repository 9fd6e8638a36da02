package rehearsal_test

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/rehearsal"
	"github.com/postchat/postchat/webhook"
	ownformat "github.com/postchat/postchat/webhook/postchat"
)

// hook is a source's hook that notes what is posted to it, if it is signed.
type hook struct {
	t        *testing.T
	secret   postchat.Secret
	canClose string // what it says of a close; empty breaks it
	posted   []map[string]any
}

func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		h.t.Error(err)
	}
	check, err := ownformat.Adapter{}.Authenticate(webhook.Credentials{Header: r.Header}, []postchat.Secret{h.secret}, postchat.Now())
	if err != nil || check(body) != nil {
		h.t.Errorf("%s is not signed: %v", r.URL.Path, err)
	}
	switch {
	case h.canClose == "":
		http.Error(w, "broken", http.StatusInternalServerError)
	case strings.HasSuffix(r.URL.Path, "/can-close"):
		_, _ = io.WriteString(w, h.canClose)
	default:
		var event map[string]any
		if err := json.Unmarshal(body, &event); err != nil {
			h.t.Error(err)
		}
		h.posted = append(h.posted, event)
		_, _ = io.WriteString(w, `{"outcome": "recorded"}`)
	}
}

// stage returns a rehearsal before the hook.
func (h *hook) stage() http.Handler {
	h.secret = ownformat.NewSecret()
	server := httptest.NewServer(h)
	h.t.Cleanup(server.Close)
	mux := http.NewServeMux()
	rehearsal.New(rehearsal.Options{
		Stage: func(r *http.Request) (*rehearsal.Stage, error) {
			if r.Header.Get("Authorization") == "" {
				return nil, postchat.Deniedf("Sign in first.")
			}
			return &rehearsal.Stage{
				Source:  postchat.Source{ID: "shop", Secrets: []postchat.SourceSecret{{Value: h.secret}}},
				HookURL: server.URL + "/hooks/shop",
				Cast:    rehearsal.Cast{Visitor: postchat.Visitor{Name: "Noor"}, Operator: postchat.Operator{Name: "Lotte"}},
			}, nil
		},
		PublicURL: "https://postchat.example", Now: postchat.Now, Log: slog.New(slog.DiscardHandler),
	}).Register(mux)
	return mux
}

func end(h http.Handler, body string, change ...func(*http.Request)) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodPost, "/try/end", strings.NewReader(body))
	request.Header.Set("Authorization", "somebody")
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	for _, c := range change {
		c(request)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request)
	return w
}

const (
	byOperator = `{"conversation": "try-1", "closedBy": "operator", "lines": [
		{"by": "visitor", "text": "Hello?", "at": "2026-03-04T09:00:00Z"}, {"by": "operator", "text": "Hello!", "at": "2026-03-04T09:01:00Z"}
	]}`
	byVisitor = `{"conversation": "try-1", "closedBy": "visitor", "lines": []}`
	yes       = `{"can_close": true}`
	no        = `{"can_close": false, "rule": "code_required", "reason": "Pick one."}`
)

func TestTheEndOfAPretendChatIsPostedAsAVendorDoes(t *testing.T) {
	t.Parallel()
	h := &hook{t: t, canClose: yes}
	if w := end(h.stage(), byOperator); w.Code != http.StatusOK || strings.TrimSpace(w.Body.String()) != `{"closed":true}` {
		t.Fatalf("answered %d %s", w.Code, w.Body)
	}
	if len(h.posted) != 1 {
		t.Fatalf("posted %v", h.posted)
	}
	e := h.posted[0]
	lines := e["transcript"].([]any)
	first := lines[0].(map[string]any)
	if e["type"] != "chat.closed" || e["closed_by"] != "operator" || e["started_at"] != "2026-03-04T09:00:00Z" || len(lines) != 2 ||
		first["role"] != "visitor" || first["name"] != "Noor" || first["text"] != "Hello?" {
		t.Errorf("posted %v", e)
	}
}

func TestTheHookIsAskedBeforeAnOperatorClosesAndNotBeforeAVisitorDoes(t *testing.T) {
	t.Parallel()
	h := &hook{t: t, canClose: no}
	stage := h.stage()
	if w := end(stage, byOperator); strings.TrimSpace(w.Body.String()) != `{"closed":false,"rule":"code_required","reason":"Pick one."}` || len(h.posted) > 0 {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
	if w := end(stage, byVisitor); w.Code != http.StatusOK || len(h.posted) != 1 {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
}

func TestWhoMayNotRehearsePostsNothing(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		body   string
		change func(*http.Request)
		want   int
	}{
		"whoever is not let in":       {byVisitor, func(r *http.Request) { r.Header.Del("Authorization") }, 403},
		"a page of another site":      {byVisitor, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403},
		"a conversation that is real": {strings.Replace(byVisitor, "try-1", "room-1", 1), nil, 422},
		"somebody else":               {strings.Replace(byVisitor, `"visitor"`, `"bot"`, 1), nil, 422},
		"no JSON":                     {"closed", nil, 422},
		"a line of nobody":            {strings.Replace(byVisitor, "[]", `[{"text": "x", "at": "2026-03-04T09:00:00Z"}]`, 1), nil, 422},
		"a line at no time":           {strings.Replace(byVisitor, "[]", `[{"by": "visitor", "text": "x", "at": "noon"}]`, 1), nil, 422},
		"a body that is too large":    {`"` + strings.Repeat("x", 512<<10) + `"`, nil, 422},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := &hook{t: t, canClose: yes}
			change := test.change
			if change == nil {
				change = func(*http.Request) {}
			}
			if w := end(h.stage(), test.body, change); w.Code != test.want || len(h.posted) > 0 {
				t.Errorf("answered %d %s, posted %v", w.Code, w.Body, h.posted)
			}
		})
	}
}

func TestASeatIsOnlyGivenWhereNobodyHasToSignIn(t *testing.T) {
	t.Parallel()
	stage := (&hook{t: t, canClose: yes}).stage()
	if w := end(stage, "", func(r *http.Request) { r.URL.Path = "/try/seat" }); w.Code != http.StatusNotFound {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
	if w := end(stage, "", func(r *http.Request) { r.URL.Path = "/try/seat"; r.Header.Set("Sec-Fetch-Site", "cross-site") }); w.Code != http.StatusForbidden {
		t.Errorf("a page of another site is answered %d %s", w.Code, w.Body)
	}
}

func TestAHookThatIsBrokenIsToldWithoutItsWords(t *testing.T) {
	t.Parallel()
	h := &hook{t: t}
	if w := end(h.stage(), byVisitor); w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "500") {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
}
