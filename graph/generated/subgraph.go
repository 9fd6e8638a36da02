// Package generated is what gqlgen makes of the schema, but for this file.
package generated

import (
	"context"

	"github.com/postchat/postchat/graph/model"
	"github.com/postchat/postchat/graph/scalar"
)

// Subgraph answers the two fields that make the API a subgraph. gqlgen knows them by their names and looks for their answers here,
// not in a resolver of Query; the ResolverRoot implements it.
type Subgraph interface {
	Entities(ctx context.Context, representations []map[string]any) ([]scalar.Node, error)
	Service(ctx context.Context) (model.Service, error)
}

func (ec *executionContext) __resolve_entities(ctx context.Context, representations []map[string]any) []scalar.Node {
	entities, err := ec.Resolvers.(Subgraph).Entities(ctx, representations)
	if err != nil {
		ec.Error(ctx, err)
		return make([]scalar.Node, len(representations))
	}
	return entities
}

func (ec *executionContext) __resolve__service(ctx context.Context) (model.Service, error) {
	return ec.Resolvers.(Subgraph).Service(ctx)
}
