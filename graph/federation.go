package graph

import (
	"bytes"
	"context"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/generated"
	"github.com/postchat/postchat/graph/model"
	"github.com/postchat/postchat/graph/scalar"
)

var _ generated.Subgraph = (*Resolver)(nil)

// Entities finds what the representations stand for, all of a type in one read.
func (r *Resolver) Entities(ctx context.Context, representations []map[string]any) ([]scalar.Node, error) {
	q := from(ctx)
	finders := make([]func(context.Context) (scalar.Node, error), len(representations))
	for i, representation := range representations {
		typeName, _ := representation["__typename"].(string)
		id, _ := representation["id"].(string)
		kind := keyedTypes[typeName]
		if kind == "" || id == "" {
			return nil, postchat.Invalidf("representations", "each must have the __typename of something with a key, and its id")
		}
		finders[i] = q.finder(kind, id)
	}
	entities := make([]scalar.Node, len(finders))
	for i, find := range finders {
		entity, err := find(ctx)
		if err != nil && !postchat.IsKind(err, postchat.NotFound) {
			return nil, err
		}
		if err == nil {
			entities[i] = entity
		}
	}
	return entities, nil
}

// keyedTypes are the types that have a @key.
var keyedTypes = map[string]db.Kind{
	"Campaign": db.KindCampaign, "Goal": db.KindGoal, "SuccessCode": db.KindSuccessCode, "Source": db.KindSource, "Chat": db.KindChat,
	"FollowUp": db.KindFollowUp, "Mail": db.KindMail,
}

// Service is the schema as a gateway wants it.
func (r *Resolver) Service(context.Context) (model.Service, error) {
	return model.Service{Sdl: subgraphSchema()}, nil
}

// subgraphLink says which specification the schema keeps to.
const subgraphLink = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])` + "\n\n"

// subgraphSchema is the schema without what every subgraph has, which gateways add by themselves.
func subgraphSchema() string {
	whole := generated.NewExecutableSchema(generated.Config{}).Schema()
	part := &ast.Schema{Types: map[string]*ast.Definition{}, Directives: map[string]*ast.DirectiveDefinition{}}
	for name, definition := range whole.Types {
		if !strings.HasPrefix(name, "_") {
			part.Types[name] = definition
		}
	}
	for name, directive := range whole.Directives {
		if name != "key" && name != "link" {
			part.Directives[name] = directive
		}
	}
	query := *whole.Query
	query.Fields = nil
	for _, field := range whole.Query.Fields {
		if !strings.HasPrefix(field.Name, "_") {
			query.Fields = append(query.Fields, field)
		}
	}
	part.Types["Query"], part.Query, part.Mutation, part.Subscription = &query, &query, whole.Mutation, whole.Subscription
	var text bytes.Buffer
	text.WriteString(subgraphLink)
	formatter.NewFormatter(&text).FormatSchema(part)
	return text.String()
}
