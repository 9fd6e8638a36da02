//go:build linux || darwin

// Package docs_test runs the examples of docs/api.md on a server, from top to bottom.
package docs_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/vendor"
)

func TestMain(m *testing.M) { os.Exit(server.Run(m)) }

// block is one fenced block: its kind, such as "json variables", and its text.
var block = regexp.MustCompile("(?ms)^```([a-z ]+)\n(.*?)^```$")

func TestTheExamplesOfTheAPIWork(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{t: t, server: server.Start(t, server.Options{}), known: map[string]string{}}
	r.server.Look(t, func(ctx context.Context, scope *db.Scope) (err error) {
		r.token, err = server.NewToken(ctx, scope, "reader")
		return err
	})
	blocks := block.FindAllStringSubmatch(string(text), -1)
	for i, b := range blocks {
		variables, answer := "{}", ""
		if i+1 < len(blocks) && blocks[i+1][1] == "json variables" {
			variables = blocks[i+1][2]
		}
		if i+2 < len(blocks) && blocks[i+2][1] == "json answer" {
			answer = blocks[i+2][2]
		}
		switch b[1] {
		case "sh":
			r.shell(b[2])
		case "graphql":
			r.ask(b[2], variables, answer)
		case "json variables", "json answer": // read with the query before
		default:
			t.Errorf("nobody runs a block of %q:\n%s", b[1], b[2])
		}
	}
	if len(r.known) < 4 {
		t.Errorf("the examples made only %v", r.known)
	}
}

// reader is somebody who tries the examples.
type reader struct {
	t      *testing.T
	server *server.Server
	token  postchat.Secret
	// known are the ids that answers gave, by the words that stand for them, such as CAMPAIGN.
	known map[string]string
}

func (r *reader) shell(script string) {
	r.t.Helper()
	command := exec.CommandContext(r.t.Context(), "sh", "-eu", "-c", script)
	command.Env = append(os.Environ(), "POSTCHAT_URL="+r.server.URL(), "POSTCHAT_TOKEN="+r.token.Reveal())
	output, err := command.CombinedOutput()
	if err != nil || !bytes.HasPrefix(output, []byte(`{"data":`)) {
		r.t.Errorf("%s\nends with %v and says %s", script, err, output)
	}
}

// ask sends a query with its variables. The answer must be what is wanted, and without that a success.
func (r *reader) ask(query, variables, want string) {
	r.t.Helper()
	for word, id := range r.known {
		variables = strings.ReplaceAll(variables, `"`+word+`"`, `"`+id+`"`)
	}
	body, err := json.Marshal(map[string]any{"query": query, "variables": json.RawMessage(variables)})
	if err != nil {
		r.t.Fatalf("the variables of\n%s\nare not JSON: %v", query, err)
	}
	got := r.post(body, strings.HasPrefix(query, "subscription"))
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	if err := json.Unmarshal(got, &answer); err != nil {
		r.t.Fatalf("%s\nis answered %s: %v", query, got, err)
	}
	switch {
	case want != "" && compact(r.t, []byte(want)) != compact(r.t, got):
		r.t.Errorf("%s\nis answered\n%s\nand the page says\n%s", query, got, want)
	case want == "" && len(answer.Errors) > 0:
		r.t.Fatalf("%s\nwith %s is answered %s", query, variables, got)
	}
	r.learn("", answer.Data)
	if secret, made := find(answer.Data, "secret"); made {
		r.chat(postchat.Secret(secret))
	}
}

// post returns the answer, of a subscription the first.
func (r *reader) post(body []byte, subscription bool) []byte {
	r.t.Helper()
	ctx, cancel := context.WithCancel(r.t.Context())
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, r.server.URL()+"/graphql", bytes.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+r.token.Reveal())
	if subscription {
		request.Header.Set("Accept", "text/event-stream")
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if !subscription {
		text, err := io.ReadAll(response.Body)
		if err != nil {
			r.t.Fatal(err)
		}
		return text
	}
	var text []byte
	for one := make([]byte, 1); !bytes.HasSuffix(text, []byte("}\n\n")); text = append(text, one...) {
		if _, err := io.ReadFull(response.Body, one); err != nil {
			r.t.Fatalf("the subscription tells %q: %v", text, err)
		}
	}
	_, event, _ := bytes.Cut(text, []byte("event: next\ndata: "))
	return event
}

// chat posts a finished chat, as the chat system of somebody who has just made a source would.
func (r *reader) chat(secret postchat.Secret) {
	r.t.Helper()
	shop := vendor.New(vendor.StandardWebhooks(secret), fmt.Sprintf("%s/hooks/%s", r.server.URL(), r.known["SOURCE"]))
	if answer, err := shop.Post(r.t.Context(), vendor.NewChat("conv-1").Body()); err != nil || answer.Status != http.StatusOK {
		r.t.Fatalf("the close is answered %s, %v", answer, err)
	}
}

var inside = regexp.MustCompile(`([a-z])([A-Z])`)

// learn remembers the ids of an answer by the names of the fields that they were in: followUps.nodes[0].id as FOLLOW_UP.
func (r *reader) learn(name string, value any) {
	switch value := value.(type) {
	case []any:
		if len(value) > 0 {
			r.learn(strings.TrimSuffix(name, "s"), value[0])
		}
	case map[string]any:
		if id, ok := value["id"].(string); ok {
			r.known[strings.ToUpper(inside.ReplaceAllString(name, "${1}_${2}"))] = id
		}
		for field, inner := range value {
			if field == "nodes" {
				field = name
			}
			r.learn(field, inner)
		}
	}
}

// find returns the text of a field, wherever it is.
func find(value any, name string) (string, bool) {
	members, _ := value.(map[string]any)
	for field, inner := range members {
		if text, ok := inner.(string); ok && field == name {
			return text, true
		}
		if text, ok := find(inner, name); ok {
			return text, true
		}
	}
	return "", false
}

func compact(t *testing.T, text []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, text); err != nil {
		t.Fatalf("%s is not JSON: %v", text, err)
	}
	return b.String()
}
