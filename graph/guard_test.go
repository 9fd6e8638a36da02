package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/postchat/postchat/graph/generated"
)

// nested is a query of n fragments, each of which spreads the next one times times.
func nested(n, times int) string {
	var q strings.Builder
	q.WriteString("{ campaigns { ...f0 } }")
	for i := range n {
		fmt.Fprintf(&q, " fragment f%d on Campaign { name%s }", i, strings.Repeat(fmt.Sprintf(" ...f%d", i+1), times))
	}
	fmt.Fprintf(&q, " fragment f%d on Campaign { name }", n)
	return q.String()
}

func TestGuard(t *testing.T) {
	t.Parallel()
	const (
		fields     = "at most 1000 fields are allowed"
		depth      = "at most 12 levels of fields are allowed"
		cost       = "at most 20000 units of cost"
		aliases    = "at most 50 aliases are allowed"
		directives = "at most 50 directives are allowed"
		circle     = "in a circle"
		long       = "longer than 32768 bytes"
	)
	row := `number state codes chat { visitor { name } subject } decision { recipients { address { text } reasons { sentence } } }`
	tests := []struct {
		name      string
		query     string
		variables map[string]any
		refused   string // part of the message; empty where the query is fine
	}{
		{name: "a field", query: `{ campaigns { name } }`},
		{name: "the inbox, as large as it gets", query: `{ followUps(first: 100) { pageInfo { endCursor } edges { cursor node { ` + row + ` } } } }`},
		{name: "a transcript of each of 25 chats", query: `{ chats { nodes { transcript { at role name text files { url } } } } }`},
		{name: "the source of each of 25 mails", query: `{ followUps { nodes { mails { source } } } }`},
		{name: "introspection, as tools ask for it", query: introspection},

		{name: "27 doubled fragments", query: nested(27, 2), refused: fields},
		{name: "60 doubled fragments", query: nested(60, 2), refused: fields},
		{name: "300 tripled fragments", query: nested(300, 3), refused: fields},
		{name: "doubled fragments that nothing spreads", query: strings.Replace(nested(27, 2), "...f0", "name", 1), refused: fields},
		{name: "a fragment that spreads itself", query: `{ campaigns { ...a } } fragment a on Campaign { name ...a }`, refused: circle},
		{name: "fragments in a circle", query: `{ campaigns { ...a } } fragment a on Campaign { ...b ...b } fragment b on Campaign { ...a ...a }`, refused: circle},
		{name: "fragments in a circle that nothing spreads", query: `{ campaigns { name } } fragment a on Campaign { ...b } fragment b on Campaign { ...a }`, refused: circle},
		{name: "1,100 equal fields", query: `{ campaigns { ` + strings.Repeat("name ", 1100) + `} }`, refused: fields},
		{name: "equal fields in two operations", query: `query A { campaigns { ` + strings.Repeat("name ", 600) + `} } query B { campaigns { ` + strings.Repeat("name ", 600) + `} }`, refused: fields},
		{name: "51 aliases", query: `{ ` + repeat(51, "a%d: campaigns { name } ") + `}`, refused: aliases},
		{name: "aliases in a fragment that is spread often", query: `{ ` + repeat(10, "campaign(id: %d) { ...f } ") + `} fragment f on Campaign { ` + repeat(6, "a%d: name ") + `}`, refused: aliases},
		{name: "51 directives", query: `{ campaigns { name` + strings.Repeat(" @include(if: true)", 51) + ` } }`, refused: directives},
		{name: "directives on spreads", query: `{ campaigns { ` + strings.Repeat("...f @include(if: true) ", 51) + `} } fragment f on Campaign { name }`, refused: directives},
		{name: "101 variables", query: `query(` + repeat(101, "$v%d: ID ") + `) { __typename }`, refused: "at most 100 variables are allowed"},
		{name: "a subscription", query: `subscription { followUpsChanged { followUps { number chat { subject } } cursor } }`},
		{name: "a subscription to everything", query: `subscription { followUpsChanged { followUps { mails { source } chat { transcript { text files { url } } } } } }`, refused: cost},
		{name: "13 levels", query: strings.Repeat("{ campaigns { goals { campaign ", 5) + "{ name" + strings.Repeat(" } } }", 5) + " }", refused: depth},
		{name: "13 levels through fragments", query: `{ campaigns { ...a } } fragment a on Campaign { goals { campaign { goals { campaign { ...b } } } } }
			fragment b on Campaign { goals { campaign { goals { campaign { goals { campaign { goals { campaign { name } } } } } } } } }`, refused: depth},
		{name: "lists in lists", query: `{ campaigns { successCodes { campaign { successCodes { campaign { successCodes { campaign { successCodes { label } } } } } } } } }`, refused: cost},
		{name: "a page of 100 with everything in it", query: `{ followUps(first: 100) { nodes { mails { source } chat { transcript { text } } } } }`, refused: cost},
		{
			name: "a large page by a variable", query: `query($n: Int!) { followUps(first: $n) { nodes { mails { source } } } }`,
			variables: map[string]any{"n": 100}, refused: cost,
		},
		{
			name: "a small page by a variable", query: `query($n: Int!) { followUps(first: $n) { nodes { mails { source } } } }`,
			variables: map[string]any{"n": 5},
		},
		{name: "a large page by a variable's default", query: `query($n: Int = 100) { followUps(first: $n) { nodes { mails { source } } } }`, refused: cost},
		{name: "a page of a billion, which the resolver refuses", query: `{ followUps(first: 1000000000) { nodes { number } } }`},
		{name: "a large page through a fragment", query: `{ followUps(first: 100) { ...rows } } fragment rows on FollowUpConnection { nodes { mails { source } } }`, refused: cost},
		{name: "a small page through the same fragment", query: `{ followUps(first: 5) { ...rows } } fragment rows on FollowUpConnection { nodes { mails { source } } }`},
		{name: "many events of every source", query: `{ sources { events(first: 100) { nodes { chat { transcript { text } } } } } }`, refused: cost},
		{name: "a comment too long", query: `{ campaigns { name } } #` + strings.Repeat("x", 32<<10), refused: long},
		{name: "commas too many", query: `{ campaigns { name ` + strings.Repeat(",", 32<<10) + ` } }`, refused: long},
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			g := &guard{schema: schema}
			err := g.MutateOperationParameters(t.Context(), &graphql.RawParams{Query: test.query, Variables: test.variables})
			switch {
			case err == nil && test.refused != "":
				t.Errorf("it passed; want it refused: %s", test.refused)
			case err != nil && (test.refused == "" || !strings.Contains(err.Message, test.refused)):
				t.Errorf("refused: %s; want %q", err.Message, test.refused)
			}
			if len(test.query) <= maxQuery {
				visitsOnce(t, schema, test.query)
			}
		})
	}
}

// visitsOnce checks that counting looks at every selection of a query once, however often its fragments are spread.
func visitsOnce(t *testing.T, schema *ast.Schema, query string) {
	t.Helper()
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		t.Fatal(err)
	}
	selections := 0
	for _, operation := range doc.Operations {
		selections += selectionsIn(operation.SelectionSet)
	}
	for _, fragment := range doc.Fragments {
		selections += selectionsIn(fragment.SelectionSet)
	}
	c := newCount(schema, doc, nil)
	_ = c.check()
	if c.visited != selections {
		t.Errorf("%d selections were visited; the query has %d", c.visited, selections)
	}
}

func selectionsIn(set ast.SelectionSet) int {
	n := len(set)
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			n += selectionsIn(s.SelectionSet)
		case *ast.InlineFragment:
			n += selectionsIn(s.SelectionSet)
		}
	}
	return n
}

func repeat(n int, format string) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, format, i)
	}
	return all.String()
}

func TestTheParserStopsAtItsTokens(t *testing.T) {
	t.Parallel()
	for name, query := range map[string]string{
		"15,000 equal fields":  `{ campaigns { ` + strings.Repeat("a ", 15_000) + `} }`,
		"deep lists":           `{ campaign(id: ` + strings.Repeat("[", 5_000) + strings.Repeat("]", 5_000) + `) { name } }`,
		"deep values":          `{ campaign(id: ` + strings.Repeat("{a:", 2_000) + "1" + strings.Repeat("}", 2_000) + `) { name } }`,
		"a flood of variables": `query(` + repeat(1_500, "$v%d: ID ") + `) { __typename }`,
	} {
		if _, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens); err == nil {
			t.Errorf("%s: the parser took them all", name)
		}
	}
}

// introspection is what graphql-js's getIntrospectionQuery returns.
const introspection = `query IntrospectionQuery {
  __schema {
    queryType { name } mutationType { name } subscriptionType { name }
    types { ...FullType }
    directives { name description locations args { ...InputValue } }
  }
}
fragment FullType on __Type {
  kind name description
  fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
  inputFields { ...InputValue }
  interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
  possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type {
  kind name
  ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
    ofType { kind name ofType { kind name } } } } } } } } }
}`
