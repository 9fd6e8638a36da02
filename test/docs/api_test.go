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
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/postchat/postchat"
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
	blocks := block.FindAllStringSubmatch(string(text), -1)
	for i, b := range blocks {
		variables, answer := following(blocks[i+1:])
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

// following returns the variables and the answer that the page has for the query before the blocks.
func following(blocks [][]string) (variables, answer string) {
	variables = "{}"
	if len(blocks) > 0 && blocks[0][1] == "json variables" {
		variables, blocks = blocks[0][2], blocks[1:]
	}
	if len(blocks) > 0 && blocks[0][1] == "json answer" {
		answer = blocks[0][2]
	}
	return variables, answer
}

// reader is somebody who tries the examples.
type reader struct {
	t      *testing.T
	server *server.Server
	token  postchat.Secret
	// known are the values that answers gave, as JSON, by the words that stand for them, such as CAMPAIGN.
	known map[string]string
}

// shell runs a script, of one that subscribes until the first event, and takes the token that it makes.
func (r *reader) shell(script string) {
	r.t.Helper()
	ctx, cancel := context.WithCancel(r.t.Context())
	defer cancel()
	token := filepath.Join(r.t.TempDir(), "token")
	command := exec.CommandContext(ctx, "sh", "-eu", "-c", "trap 'printf %s \"$POSTCHAT_TOKEN\" >\"$TOKEN_FILE\"' EXIT\n"+script)
	command.Env = append(r.server.Env(), "POSTCHAT_TOKEN="+r.token.Reveal(), "TOKEN_FILE="+token)
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	command.Cancel = func() error { return syscall.Kill(-command.Process.Pid, syscall.SIGKILL) }
	var complaints bytes.Buffer
	command.Stderr = &complaints
	output, err := command.StdoutPipe()
	if err != nil {
		r.t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		r.t.Fatal(err)
	}
	if strings.Contains(script, "text/event-stream") {
		if got := event(r.t, output); !bytes.HasPrefix(got, []byte(`{"data":`)) {
			r.t.Errorf("%s\ntells %s", script, got)
		}
		cancel()
		_ = command.Wait() // it was killed
		return
	}
	got, _ := io.ReadAll(output) // it breaks off only with the script
	if err := command.Wait(); err != nil || !bytes.HasPrefix(got, []byte(`{"data":`)) {
		r.t.Fatalf("%s\nends with %v and says %s%s", script, err, got, &complaints)
	}
	made, err := os.ReadFile(token)
	if err != nil {
		r.t.Fatal(err)
	}
	r.token = postchat.Secret(made)
}

// ask sends a query with its variables. The answer must be what is wanted, and without that a success.
func (r *reader) ask(query, variables, want string) {
	r.t.Helper()
	for name, value := range r.known {
		variables = strings.ReplaceAll(variables, `"`+name+`"`, value)
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
	case want != "" && !same(parse(r.t, want), parse(r.t, string(got))):
		r.t.Errorf("%s\nis answered\n%s\nand the page says\n%s", query, got, want)
	case want == "" && len(answer.Errors) > 0:
		r.t.Fatalf("%s\nwith %s is answered %s", query, variables, got)
	}
	r.learn("", answer.Data)
	if secret, made := find(answer.Data, "secret"); made {
		r.chat(postchat.Secret(secret))
	}
	if strings.Contains(query, "sendFollowUpNow(") {
		r.awaitSent()
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
	return event(r.t, response.Body)
}

// event returns the first event that a subscription tells.
func event(t *testing.T, stream io.Reader) []byte {
	t.Helper()
	var text []byte
	for one := make([]byte, 1); !bytes.HasSuffix(text, []byte("}\n\n")); text = append(text, one...) {
		if _, err := io.ReadFull(stream, one); err != nil {
			t.Fatalf("the subscription tells %q: %v", text, err)
		}
	}
	_, data, _ := bytes.Cut(text, []byte("event: next\ndata: "))
	return data
}

// awaitSent returns when the follow-up was sent, as people see it before they go on.
func (r *reader) awaitSent() {
	r.t.Helper()
	const query = `query ($id: ID!) { followUp(id: $id) { state routedAt } }`
	body := fmt.Appendf(nil, `{"query": %q, "variables": {"id": %s}}`, query, r.known["FOLLOW_UP"])
	var answer struct {
		Data struct {
			FollowUp struct{ State, RoutedAt string }
		}
	}
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(10 * time.Millisecond) {
		got := r.post(body, false)
		if err := json.Unmarshal(got, &answer); err != nil {
			r.t.Fatalf("%s is answered %s: %v", body, got, err)
		}
		if answer.Data.FollowUp.RoutedAt != "" && answer.Data.FollowUp.State != "QUEUED" {
			return
		}
		if time.Now().After(deadline) {
			r.t.Fatalf("the follow-up is not sent: %s", got)
		}
	}
}

// chat posts a finished chat, as the chat system of somebody who has just made a source would.
func (r *reader) chat(secret postchat.Secret) {
	r.t.Helper()
	shop := vendor.New(vendor.StandardWebhooks(secret), fmt.Sprintf("%s/hooks/%s", r.server.URL(), strings.Trim(r.known["SOURCE"], `"`)))
	if answer, err := shop.Post(r.t.Context(), vendor.NewChat("conv-1").Body()); err != nil || answer.Status != http.StatusOK {
		r.t.Fatalf("the close is answered %s, %v", answer, err)
	}
}

var inside = regexp.MustCompile(`([a-z])([A-Z])`)

// word is what the page writes for a name of the schema: FOLLOW_UP for followUp.
func word(name string) string { return strings.ToUpper(inside.ReplaceAllString(name, "${1}_${2}")) }

// learn remembers the values of an answer by the names of the fields that they were in: followUps.nodes[0].id as FOLLOW_UP, the
// version beside it as FOLLOW_UP_VERSION.
func (r *reader) learn(name string, value any) {
	switch value := value.(type) {
	case []any:
		if len(value) > 0 {
			r.learn(strings.TrimSuffix(name, "s"), value[0])
		}
	case map[string]any:
		for field, inner := range value {
			switch inner := inner.(type) {
			case string, float64:
				key := word(name) + "_" + word(field)
				if field == "id" {
					key = word(name)
				}
				known, err := json.Marshal(inner)
				if err != nil {
					r.t.Fatal(err)
				}
				r.known[key] = string(known)
			default:
				if field == "nodes" {
					field = name
				}
				r.learn(field, inner)
			}
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
