package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// needs is the directive @needs: it refuses a field to viewers who lack the permission.
func needs(ctx context.Context, _ any, next graphql.Resolver, permission postchat.Permission) (any, error) {
	viewer, err := auth.ViewerFrom(ctx)
	if err == nil {
		err = viewer.Require(permission)
	}
	if err != nil {
		return nil, err
	}
	return next(ctx)
}

// maxPublicTokens bounds a query from nobody: a sign-in needs a few.
const maxPublicTokens = 100

// isPublic reports whether a query asks for nothing but fields that are @public: one operation, without fragments and
// introspection.
func isPublic(schema *ast.Schema, query string) bool {
	if len(query) > maxQuery {
		return false
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxPublicTokens)
	if err != nil || len(doc.Operations) != 1 || len(doc.Fragments) > 0 {
		return false
	}
	root := schema.Query
	switch doc.Operations[0].Operation {
	case ast.Mutation:
		root = schema.Mutation
	case ast.Subscription:
		return false
	}
	for _, selection := range doc.Operations[0].SelectionSet {
		field, ok := selection.(*ast.Field)
		if !ok {
			return false
		}
		definition := root.Fields.ForName(field.Name)
		if definition == nil || definition.Directives.ForName("public") == nil {
			return false
		}
	}
	return true
}
