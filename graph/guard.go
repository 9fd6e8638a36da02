package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// Limits of one query. All but the first two count what fragments hold as often as they are spread.
const (
	maxQuery      = 32 << 10 // bytes; texts belong in variables
	maxTokens     = 4_000
	maxDepth      = 12 // fields inside each other, introspection aside
	maxFields     = 1_000
	maxAliases    = 50
	maxDirectives = 50
	maxVariables  = 100
	maxCost       = 20_000 // fields with their weights, as often as the lists around them are long
)

// guard refuses queries that would cost too much, before anything walks them: validation itself takes time that grows with
// the square of equal fields, and more than that with nested fragments. It visits every part of a query once, however
// often fragments are spread.
type guard struct{ schema *ast.Schema }

var (
	_ graphql.OperationParameterMutator = (*guard)(nil)
	_ graphql.OperationContextMutator   = (*guard)(nil)
)

// ExtensionName names the guard to gqlgen.
func (*guard) ExtensionName() string { return "Guard" }

// Validate keeps the schema that queries are held against.
func (g *guard) Validate(schema graphql.ExecutableSchema) error {
	g.schema = schema.Schema()
	return nil
}

// MutateOperationParameters refuses a query that is over a limit. One that cannot be parsed it leaves to the executor.
func (g *guard) MutateOperationParameters(_ context.Context, request *graphql.RawParams) *gqlerror.Error {
	if len(request.Query) > maxQuery {
		return refusal("The query is longer than %d bytes. Put texts into variables.", maxQuery)
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: request.Query}, maxTokens)
	if err != nil {
		return nil //nolint:nilerr // the executor parses again and reports it with its place
	}
	return newCount(g.schema, doc, request.Variables).check()
}

// MutateOperationContext refuses a subscription whose caller does not take events.
func (g *guard) MutateOperationContext(ctx context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	if operation.Operation.Operation == ast.Subscription && !isStream(ctx) {
		return refusal("Subscriptions are answered as events: send Accept: text/event-stream.")
	}
	return nil
}

func refusal(format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	errcode.Set(err, errcode.ValidationFailed)
	return err
}
