package postchat_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/adaptertest"
	format "github.com/postchat/postchat/webhook/postchat"
)

const docs = "../../docs"

// What the schema cannot say, or says more strictly than the adapter reads.
var (
	beyondSchema = map[string]bool{"bad-addresses": true}
	stricter     = map[string]bool{"chat.closed-nulls": true}
)

func TestTheSchemaAgreesWithTheAdapter(t *testing.T) {
	schema := compileSchema(t)
	for name, body := range adaptertest.Inputs(t) {
		t.Run(name, func(t *testing.T) {
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			bySchema := schema.Validate(value)
			_, byAdapter := format.Adapter{}.Parse(nil, body)
			if (bySchema == nil) != (byAdapter == nil) && !beyondSchema[name] && !stricter[name] {
				t.Errorf("the schema says %v, the adapter %v", bySchema, byAdapter)
			}
		})
	}
}

func TestTheSchemaRefusesWhatTheAdapterRefuses(t *testing.T) {
	schema := compileSchema(t)
	for _, body := range []string{
		`[]`, `{}`, `{"type":"chat.opened"}`, `{"type":"chat.closed"}`, `{"type":"chat.edited"}`,
		`{"type":"chat.closed","conversation":{},"closed_at":"2026-03-04T09:07:20Z"}`, closed(`"conversation":{"id":""}`), closed(`"conversation":{"id":7}`), closed(`"conversation":{"id":" x"}`),
		closed(`"conversation":{"id":"x\ny"}`), closed(`"conversation":"x"`),
		closed(`"closed_at":"2026-03-04"`), closed(`"closed_at":"2026-03-04T09:07:20"`), closed(`"closed_at":1772615240`), closed(`"started_at":"soon"`),
		closed(`"closed_by":"agent"`), closed(`"kind":"call"`), closed(`"codes":"lead"`), closed(`"codes":[1]`), closed(`"visitor":"Mira"`),
		closed(`"visitor":{"email":["mira@example.org"]}`), closed(`"operators":{}`), closed(`"custom":{"order":1}`),
		closed(`"transcript":[{"role":"visitor"}]`), closed(`"transcript":[{"at":"2026-03-04T09:07:20Z"}]`),
		closed(`"transcript":[{"at":"2026-03-04T09:07:20Z","role":"customer"}]`),
		closed(`"transcript":[{"at":"2026-03-04T09:07:20Z","role":"visitor","private":1}]`),
		closed(`"transcript":[{"at":"2026-03-04T09:07:20Z","role":"visitor","files":[{"url":"ftp://example.com"}]}]`),
		closed(`"transcript":[{"at":"2026-03-04T09:07:20Z","role":"visitor","files":[{"size":-1}]}]`),
		closed(`"follow_up":[]`), closed(`"follow_up":{"extra_addresses":7}`), closed(`"follow_up":{"extra_addresses":[7]}`),
		closed(`"follow_up":{"codes":["` + strings.Repeat(`a","`, 50) + `a"]}`), closed(`"follow_up":{"note":"` + strings.Repeat("é", 10_001) + `"}`),
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(value) == nil {
			t.Errorf("the schema takes %.200s", body)
		}
		if _, err := (format.Adapter{}).Parse(nil, []byte(body)); err == nil {
			t.Errorf("the adapter takes %.200s", body)
		}
	}
}

// closed is the smallest close with one member set in another way: of two members with one name the last counts.
func closed(member string) string {
	return `{"type":"chat.closed","conversation":{"id":"1"},"closed_at":"2026-03-04T09:07:20Z",` + member + `}`
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile(filepath.Join(docs, "webhook.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestTheDocumentedExamplesAreTaken(t *testing.T) {
	schema := compileSchema(t)
	examples := blocks(t, "json")
	if len(examples) != 3 {
		t.Fatalf("found %d examples in JSON, want two requests and an answer", len(examples))
	}
	for _, example := range examples[:2] {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(example))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("the schema refuses %s: %v", example, err)
		}
		if _, err := (format.Adapter{}).Parse(nil, []byte(example)); err != nil {
			t.Errorf("the adapter refuses %s: %v", example, err)
		}
	}
}

// blocks are the code blocks of docs/webhook.md in a language.
func blocks(t *testing.T, language string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(docs, "webhook.md"))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, match := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllSubmatch(text, -1) {
		found = append(found, string(match[1]))
	}
	return found
}

// recorder is the store of one source that records every arrival.
type recorder struct {
	mu       sync.Mutex
	source   postchat.Source
	arrivals []postchat.Arrival
}

func (r *recorder) HookSource(context.Context, string) (postchat.Source, map[string]*time.Location, error) {
	return r.source, nil, nil
}

func (r *recorder) Record(_ context.Context, a postchat.Arrival) (postchat.Recorded, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.arrivals = append(r.arrivals, a)
	return postchat.Recorded{Outcome: postchat.ArrivalRecorded, ChatID: "c1", FollowUpID: "f1"}, nil
}

func (r *recorder) CountIgnored(context.Context, postchat.Source, string, time.Time) error {
	return nil
}

func (r *recorder) CountRefused(context.Context, postchat.Source, int, string, time.Time) error {
	return nil
}

func TestTheDocumentedShellExampleIsAuthenticAndRecorded(t *testing.T) {
	for _, program := range []string{"sh", "curl", "openssl", "od"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%v; the shell example of docs/webhook.md needs it: apt-get install curl openssl", err)
		}
	}
	secret := format.NewSecret()
	store := &recorder{source: postchat.Source{
		ID: "my-shop", Vendor: postchat.VendorPostchat, Secrets: []postchat.SourceSecret{{Value: secret}},
	}}
	var asked []postchat.Chat
	hooks := webhook.NewReceiver(webhook.Config{Recorder: store, Adapters: []webhook.Adapter{format.Adapter{}}})
	mux := http.NewServeMux()
	mux.Handle("/hooks/{source}", hooks)
	mux.Handle("/hooks/{source}/can-close", hooks.Closing(func(_ context.Context, chat postchat.Chat) (postchat.CloseAnswer, error) {
		store.mu.Lock()
		defer store.mu.Unlock()
		asked = append(asked, chat)
		return postchat.CloseAnswer{Rule: "code_required", Reason: "Pick a success code first: Web shop requires one."}, nil
	}))
	server := httptest.NewServer(mux)
	defer server.Close()

	replace := strings.NewReplacer("http://127.0.0.1:8080/hooks/SOURCE", server.URL+"/hooks/my-shop", "whsec_BASE64", secret.Reveal())
	output := run(t, replace.Replace(only(t, blocks(t, "sh"))))
	var answer map[string]string
	if err := json.Unmarshal(output, &answer); err != nil || answer["outcome"] != "recorded" {
		t.Fatalf("the answer is %s", output)
	}
	store.mu.Lock()
	recorded := store.arrivals
	store.mu.Unlock()
	if len(recorded) != 1 || recorded[0].Event == nil || recorded[0].Event.Chat.ConversationID != "conv-8841" {
		t.Errorf("recorded %+v", recorded)
	}

	script := replace.Replace(only(t, blocks(t, "sh")) + only(t, blocks(t, "sh ask")))
	small := regexp.MustCompile(`(?s)(question\.json <<'END'\n).*?(END\n)`)
	whole := small.ReplaceAllString(script, "${1}"+only(t, blocks(t, "json question"))+"${2}")
	for _, script := range []string{script, whole} {
		_, answer, _ := bytes.Cut(run(t, script), []byte("\n"))
		if compact(t, answer) != compact(t, []byte(only(t, blocks(t, "json answer")))) {
			t.Errorf("a question is answered with %s", answer)
		}
	}
	want := []postchat.Chat{
		{SourceID: "my-shop", ConversationID: "conv-8842", ClosedBy: postchat.RoleOperator, Codes: []string{}},
		{SourceID: "my-shop", ConversationID: "conv-8841", ClosedBy: postchat.RoleOperator, Codes: []string{"lead"}, Department: "Sales"},
	}
	store.mu.Lock()
	defer store.mu.Unlock()
	if !reflect.DeepEqual(asked, want) {
		t.Errorf("asked about %+v", asked)
	}
}

func compact(t *testing.T, document []byte) string {
	t.Helper()
	var text bytes.Buffer
	if err := json.Compact(&text, document); err != nil {
		t.Fatalf("%s is not JSON: %v", document, err)
	}
	return strings.TrimSpace(text.String())
}

func only(t *testing.T, blocks []string) string {
	t.Helper()
	if len(blocks) != 1 {
		t.Fatalf("found %d examples, want one", len(blocks))
	}
	return blocks[0]
}

// run runs a script of the page and returns what it prints.
func run(t *testing.T, script string) []byte {
	t.Helper()
	command := exec.Command("sh", "-eu", "-c", script)
	command.Dir = t.TempDir()
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	return output
}
