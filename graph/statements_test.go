package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/generated"
	"github.com/postchat/postchat/test/stores"
)

// selections are queries below a type, each along one way of objects inside each other, with everything there that is no object
// and needs no argument.
func selections(schema *gql.Schema, definition *gql.Definition, seen []string, deep int) []string {
	var plain, inside []string
	for _, field := range definition.Fields {
		if introspection(field) || needsArguments(field) {
			continue
		}
		of := schema.Types[field.Type.Name()]
		if !of.IsCompositeType() {
			plain = append(plain, field.Name)
			continue
		}
		if of.Kind != gql.Object || deep == 0 || strings.Contains(strings.Join(seen, " ")+" ", of.Name+" ") {
			continue
		}
		for _, selection := range selections(schema, of, append(seen, of.Name), deep-1) {
			inside = append(inside, field.Name+" { "+selection+" }")
		}
	}
	return append([]string{"__typename " + strings.Join(plain, " ")}, inside...)
}

func needsArguments(field *gql.FieldDefinition) bool {
	for _, argument := range field.Arguments {
		if argument.Type.NonNull && argument.DefaultValue == nil {
			return true
		}
	}
	return false
}

func TestNoFieldTakesAStatementForEachRow(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		seen := &statements{}
		store.Observe(seen)
		a := newAPI(t, store, clock.Now)
		closeChats(t, store, s, 12, func(i int) []string { return []string{[]string{"lead", "support", "other", "old"}[i%4]} })
		clock.Move(3 * time.Hour)
		route(t, store, a, 12)
		schema := generated.NewExecutableSchema(generated.Config{}).Schema()
		count := func(query string, first int) []string {
			return seen.of(func() { a.must(nil, fmt.Sprintf(query, first), nil) })
		}
		a.must(nil, `{ __typename }`, nil) // notes the token's use
		tried := 0
		for list, row := range map[string]string{"followUps": "FollowUp", "mails": "Mail"} {
			for _, selection := range selections(schema, schema.Types[row], []string{row}, 3) {
				query := "{ " + list + "(first: %d) { nodes { " + selection + " } } }"
				four, twelve := count(query, 4), count(query, 12)
				if len(four) != len(twelve) {
					t.Errorf("%s of %s takes %d statements for 4 rows and %d for 12:\n%s", selection, list, len(four), len(twelve), strings.Join(twelve, "\n"))
				}
				tried++
			}
		}
		if tried < 60 {
			t.Errorf("only %d ways were tried", tried)
		}
	})
}
