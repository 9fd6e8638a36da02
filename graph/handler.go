package graph

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/postchat/postchat/graph/generated"
	"github.com/postchat/postchat/live"
)

// rememberedQueries is how many parsed queries are kept, so that a page's own are parsed and validated once.
const rememberedQueries = 200

// maxErrors bounds the errors in one answer: a small query can have as many as it has fields.
const maxErrors = 100

// NewHandler returns the API, to be served at one path. It takes POST requests with one JSON document from viewers, and
// from others only what is @public.
func NewHandler(c Config) http.Handler {
	c.Log = c.Log.With("component", "graph")
	c.Live = c.Live.withDefaults()
	resolver := &Resolver{Config: c, feed: live.New(live.Options{Store: c.Store, Gap: c.Live.Gap, Poll: c.Live.Poll, Now: c.Now, Log: c.Log})}
	errors := presenter{c.Log}

	schema := generated.NewExecutableSchema(generated.Config{Resolvers: resolver, Directives: generated.DirectiveRoot{Needs: needs}})
	server := handler.New(schema)
	server.AddTransport(stream{live: c.Live, viewer: c.Viewer, errors: errors})
	server.AddTransport(transport.POST{})
	server.SetErrorPresenter(errors.present)
	server.SetRecoverFunc(errors.recovered)
	server.SetParserTokenLimit(maxTokens)
	server.SetDisableSuggestion(true)
	server.SetQueryCache(lru.New[*ast.QueryDocument](rememberedQueries))
	server.Use(&guard{})
	server.Use(extension.Introspection{}) // the gate lets nobody ask who is not signed in
	server.AroundRootFields(resolver.aroundRootFields)
	server.AroundOperations(resolver.aroundOperations)
	server.AroundResponses(resolver.aroundResponses)
	server.AroundResponses(boundErrors)

	return newGate(&gate{
		next: server, schema: schema.Schema(), viewer: c.Viewer, door: c.Door, documents: c.Documents,
		seats: &seats{perViewer: c.Live.PerViewer, inAll: c.Live.InAll}, errors: errors,
	})
}

func boundErrors(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response != nil && len(response.Errors) > maxErrors {
		response.Errors = response.Errors[:maxErrors]
	}
	return response
}
