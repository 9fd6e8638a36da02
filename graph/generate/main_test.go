package main

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

const own = `
directive @needs(permission: String!) on FIELD_DEFINITION
directive @public on FIELD_DEFINITION
type Query { version: String! @public }
type Mutation { signOut: Int @needs(permission: "READ") }
type Subscription { changes: Int @needs(permission: "READ") }
`

func TestAnExtensionsOperationsSayWhoMay(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, schema, refusal string }{
		{name: "by a permission", schema: `extend type Query { tickets: Int @needs(permission: "READ") }`},
		{name: "that everybody may", schema: `extend type Query { tickets: Int @public }`},
		{name: "in a field of something else, nothing", schema: `type Ticket { id: ID! }`},
		{name: "a query", schema: `extend type Query { tickets: Int }`, refusal: "Query.tickets must have @needs or @public"},
		{name: "a mutation", schema: `extend type Mutation { addTicket: Int }`, refusal: "Mutation.addTicket must have @needs or @public"},
		{name: "a subscription", schema: `extend type Subscription { tickets: Int }`, refusal: "Subscription.tickets must have"},
		{
			name: "not both", schema: `extend type Query { tickets: Int @public @needs(permission: "READ") }`,
			refusal: "Query.tickets must have @needs or @public, one of them",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			schema, err := gqlparser.LoadSchema(
				&ast.Source{Name: "schema.graphqls", Input: own},
				&ast.Source{Name: "extensions/ticket/extension_ticket_ticket.graphqls", Input: test.schema})
			if err != nil {
				t.Fatal(err)
			}
			err = delegate{}.MutateSchema(schema)
			if (err == nil) != (test.refusal == "") || err != nil && !strings.Contains(err.Error(), test.refusal) {
				t.Errorf("refusal %v, want %q", err, test.refusal)
			}
		})
	}
}
