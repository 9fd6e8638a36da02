package graph_test

import (
	"testing"

	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/postchat/postchat/graph/generated"
)

func TestEveryOperationSaysWhoMay(t *testing.T) {
	t.Parallel()
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, root := range []*gql.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		if root == nil {
			continue
		}
		for _, field := range root.Fields {
			if introspection(field) {
				continue
			}
			needs, public := field.Directives.ForName("needs"), field.Directives.ForName("public")
			if (needs == nil) == (public == nil) {
				t.Errorf("%s.%s must have @needs or @public, one of them", root.Name, field.Name)
			}
		}
	}
}

func introspection(field *gql.FieldDefinition) bool {
	return len(field.Name) > 2 && field.Name[:2] == "__"
}
