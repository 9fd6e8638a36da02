package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// attack is a request that must have no effect and cost little.
type attack struct {
	name   string
	body   string
	method string // POST where it is empty
	media  string // application/json where it is empty
}

const mutate = `mutation { createCampaign(input: {name: \"x\"}) { campaign { id } } }`

func attacks() []attack {
	query := func(q string) string {
		body, _ := json.Marshal(map[string]any{"query": q})
		return string(body)
	}
	variable := func(kind, value string) string {
		return `{"query": "query($v: ` + kind + `) { campaigns { name } }", "variables": {"v": ` + value + `}}`
	}
	document := `{"query": "` + mutate + `"}`
	return []attack{
		{name: "27 doubled fragments", body: query(nested(27, 2))},
		{name: "300 tripled fragments", body: query(nested(300, 3))},
		{name: "circular fragments", body: query(`{ campaigns { ...a } } fragment a on Campaign { ...b ...b } fragment b on Campaign { ...a ...a }`)},
		{name: "15,000 equal fields in 30 KB", body: query(`{ campaigns { ` + strings.Repeat("a ", 15_000) + `} }`)},
		{name: "20,000 equal fields", body: query(`{ campaigns { ` + strings.Repeat("name ", 20_000) + `} }`)},
		{name: "3,000 equal fields, within the tokens", body: query(`{ campaigns { ` + strings.Repeat("name ", 3_000) + `} }`)},
		{name: "900 aliases", body: query(`{ ` + repeat(900, "a%d: __typename ") + `}`)},
		{name: "600 directives", body: query(`{ __typename ` + strings.Repeat("@skip(if: false) ", 600) + `}`)},
		{name: "900 variables", body: query(`query(` + repeat(900, "$v%d: ID ") + `) { __typename }`)},
		{name: "a list 1,500 deep in the query", body: query(`{ campaign(id: ` + strings.Repeat("[", 1_500) + strings.Repeat("]", 1_500) + `) { name } }`)},
		{name: "an object 600 deep in the query", body: query(`{ campaign(id: ` + strings.Repeat("{a:", 600) + "1" + strings.Repeat("}", 600) + `) { name } }`)},
		{name: "fields 1,000 deep", body: query(strings.Repeat("{ a ", 1_000) + strings.Repeat("}", 1_000))},
		{name: "a type 1,000 deep", body: query(`query($v: ` + strings.Repeat("[", 1_000) + "ID" + strings.Repeat("]", 1_000) + `) { __typename }`)},
		{name: "variables 10,000 deep", body: variable("ID", strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000))},
		{name: "variables 120,000 deep", body: variable("ID", strings.Repeat("[", 120_000)+strings.Repeat("]", 120_000))},
		{name: "objects 9,000 deep", body: variable("ID", strings.Repeat(`{"a":`, 9_000)+"1"+strings.Repeat("}", 9_000))},
		{name: "a list of 100,000", body: variable("[ID]", "[1"+strings.Repeat(",1", 100_000)+"]")},
		{name: "20,001 variables", body: `{"query": "{ __typename }", "variables": {"v": 1` + repeat(14_000, `,"v%d":1`) + strings.Repeat(`,"v":1`, 7_000) + `}}`},
		{name: "a batch", body: "[" + strings.Repeat(document+",", 1_000) + document + "]"},
		{name: "a second document", body: document + document},
		{name: "GET", method: http.MethodGet, body: document},
		{name: "a form", media: "application/x-www-form-urlencoded", body: "query=" + mutate},
		{name: "multipart", media: "multipart/form-data; boundary=x", body: "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n" + document + "\r\n--x--"},
		{name: "text", media: "text/plain", body: document},
		{name: "a text of 10 MB", body: query(strings.Repeat("x", 10<<20))},
		{name: "introspection within introspection", body: query(`{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`)},
	}
}

// fortress is the API without a store: what gets as far as a resolver panics, is logged and answered INTERNAL.
func fortress(t testing.TB) (handler http.Handler, log *bytes.Buffer) {
	t.Helper()
	log = &bytes.Buffer{}
	viewer := auth.Viewer{AccountID: "acme", Permissions: postchat.RoleOwner.Permissions()}
	logger := slog.New(slog.NewTextHandler(log, nil))
	return NewHandler(Config{
		Door:   auth.NewDoor(auth.DoorOptions{PublicURL: "https://postchat.acme.example", Now: postchat.Now, Log: logger}),
		Viewer: func(*http.Request) (auth.Viewer, error) { return viewer, nil },
		Now:    postchat.Now, Log: logger,
	}), log
}

func (a attack) strike(handler http.Handler) *httptest.ResponseRecorder {
	method, media := a.method, a.media
	if method == "" {
		method = http.MethodPost
	}
	if media == "" {
		media = "application/json"
	}
	request := httptest.NewRequest(method, "/graphql", strings.NewReader(a.body)) //nolint:noctx // nothing is sent
	request.Header.Set("Content-Type", media)
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, request)
	return answer
}

// What an attack may take at most: about twice what it takes to find out that a query has too many tokens.
const (
	mostAllocations = 40_000
	mostBytes       = 5 << 20
)

// It must not run beside others, for what it counts is all that this process allocates.
func TestAttacksHaveNoEffectAndCostLittle(t *testing.T) { //nolint:paralleltest // see above
	handler, log := fortress(t)
	attack{body: `{"query": "{ __typename }"}`}.strike(handler) // what is made once
	for _, a := range attacks() {
		t.Run(a.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			answer := a.strike(handler)
			runtime.ReadMemStats(&after)
			allocations, size := after.Mallocs-before.Mallocs, after.TotalAlloc-before.TotalAlloc
			if allocations > mostAllocations || size > mostBytes {
				t.Errorf("it took %d allocations of %d bytes", allocations, size)
			}
			var shape struct {
				Data   any
				Errors []struct {
					Message    string
					Extensions struct{ Code string }
				}
			}
			if err := json.Unmarshal(answer.Body.Bytes(), &shape); err != nil || shape.Data != nil || len(shape.Errors) == 0 {
				t.Fatalf("it is answered %d %.300s", answer.Code, answer.Body)
			}
			for _, e := range shape.Errors {
				if e.Extensions.Code != "INVALID" || strings.Contains(e.Message, "Did you mean") || strings.Contains(e.Message, "goroutine") {
					t.Errorf("it is answered %+v", e)
				}
			}
			if answer.Body.Len() > 64<<10 {
				t.Errorf("the answer has %d bytes", answer.Body.Len())
			}
		})
	}
	if log.Len() > 0 {
		t.Errorf("something got as far as a resolver: %s", log)
	}
	if honest := (attack{body: `{"query": "{ campaigns { name } }"}`}).strike(handler); !strings.Contains(honest.Body.String(), `"INTERNAL"`) {
		t.Errorf("nothing gets as far as a resolver at all: %s", honest.Body)
	}
}

func TestModestyIsFoundOutWithoutMakingAnything(t *testing.T) { //nolint:paralleltest // AllocsPerRun
	for _, test := range []struct {
		name, text string
		modest     bool
	}{
		{"an object", `{"a": [1, "2", {"b": null}]}`, true},
		{"32 lists", strings.Repeat("[", 32) + strings.Repeat("]", 32), true},
		{"33 lists", strings.Repeat("[", 33) + strings.Repeat("]", 33), false},
		{"33 brackets in a text", `"` + strings.Repeat("[", 33) + `"`, true},
		{"33 brackets after a quote in a text", `"\"` + strings.Repeat("[", 33) + `"`, true},
		{"33 lists after a text that ends in a backslash", `["\\",` + strings.Repeat("[", 33), false},
		{"20,000 values", "[1" + strings.Repeat(",1", 19_999) + "]", true},
		{"20,001 values", "[1" + strings.Repeat(",1", 20_000) + "]", false},
		{"20,000 lists", "[[]" + strings.Repeat(",[]", 20_000) + "]", false},
		{"nothing", "", true},
	} {
		text := []byte(test.text)
		if isModest(text) != test.modest {
			t.Errorf("%s: it is found modest: %t", test.name, !test.modest)
		}
		if n := testing.AllocsPerRun(10, func() { isModest(text) }); n != 0 {
			t.Errorf("%s: %v allocations", test.name, n)
		}
	}
}

func TestEntitiesCountAsManyTimesAsTheyAreNamed(t *testing.T) {
	t.Parallel()
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `
		scalar _Any
		type Chat { id: ID!, codes: [String!]! }
		union _Entity = Chat
		type Query { _entities(representations: [_Any!]!): [_Entity]! }`})
	const asked = `{ _entities(representations: %s) { ... on Chat { id codes } } }`
	many := func(n int) []any { return make([]any, n) }
	for _, test := range []struct {
		name, query string
		variables   map[string]any
		cost        int
	}{
		{"none", fmt.Sprintf(asked, "[]"), nil, 3},
		{"three in the query", fmt.Sprintf(asked, `[{id: 1}, {id: 2}, {id: 3}]`), nil, 7},
		{"a thousand in a variable", `query($r: [_Any!]!) ` + fmt.Sprintf(asked, "$r"), map[string]any{"r": many(1000)}, 2001},
		{"a variable's default", `query($r: [_Any!]! = [{}, {}]) ` + fmt.Sprintf(asked, "$r"), nil, 5},
		{"twenty thousand", `query($r: [_Any!]!) ` + fmt.Sprintf(asked, "$r"), map[string]any{"r": many(20_000)}, 40_001},
	} {
		doc, err := parser.ParseQuery(&ast.Source{Input: test.query})
		if err != nil {
			t.Fatal(err)
		}
		c := newCount(schema, doc, test.variables)
		if w := c.selection(doc.Operations[0].SelectionSet, schema.Query); w.cost != test.cost {
			t.Errorf("%s: the cost is %d, want %d", test.name, w.cost, test.cost)
		}
		if refused := newCount(schema, doc, test.variables).check() != nil; refused != (test.cost > maxCost) {
			t.Errorf("%s: it is refused: %t", test.name, refused)
		}
	}
}

// BenchmarkGuard shows that what attackers send costs no more to refuse than a page's own query costs to let pass. Each is a
// whole request, but for the network.
func BenchmarkGuard(b *testing.B) {
	handler, _ := fortress(b)
	inbox := `{"query": "query Q($n: Int = 25) { x: __typename followUps(first: $n) { nodes { number state chat { visitor { name } } nothing } } }"}`
	for _, a := range append([]attack{{name: "an honest query with one mistake", body: inbox}}, attacks()...) {
		b.Run(a.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.strike(handler)
			}
		})
	}
}
