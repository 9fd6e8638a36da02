package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"runtime/debug"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/postchat/postchat"
)

// internal is the code of everything that we do not explain.
const internal = "INTERNAL"

// presenter says what callers read of an error: our own errors as they are, each problem by itself; what gqlgen finds wrong
// with a query, without pieces of the query's values; of everything else only that it happened, under an id that is logged.
type presenter struct{ log *slog.Logger }

// present is gqlgen's ErrorPresenterFunc. Where err holds several problems it adds all but the last by itself.
func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	shown := &gqlerror.Error{Path: graphql.GetPath(ctx)}
	var theirs *gqlerror.Error
	if errors.As(err, &theirs) {
		shown.Path, shown.Locations = theirs.Path, theirs.Locations
	}
	if problems := postchat.Problems(err); len(problems) > 0 {
		last := len(problems) - 1
		for _, problem := range problems[:last] {
			graphql.AddError(ctx, &gqlerror.Error{Err: problem, Path: shown.Path, Locations: shown.Locations})
		}
		return explain(ctx, shown, problems[last])
	}
	if theirs != nil && theirs.Err == nil && theirs.Extensions["code"] != nil {
		return queryError(shown, theirs)
	}
	if unread(ctx) {
		return explain(ctx, shown, postchat.Invalidf("", "is not what the schema says"))
	}
	return p.hide(ctx, shown, err)
}

// explain shows a problem of ours.
func explain(ctx context.Context, shown *gqlerror.Error, problem *postchat.Error) *gqlerror.Error {
	shown.Message = problem.Message
	shown.Extensions = map[string]any{"code": string(problem.Kind)}
	if problem.Kind == postchat.Busy {
		shown.Extensions["retryAfter"] = int(math.Ceil(problem.RetryAfter.Seconds()))
	}
	if problem.Rule != "" {
		shown.Extensions["rule"] = problem.Rule
	}
	if field := fieldPath(ctx, shown.Path, problem.Field); field != "" {
		shown.Extensions["field"] = field
	}
	if fc := graphql.GetFieldContext(ctx); fc != nil {
		shown.Path = fc.Path() // an argument's own path goes into the field
	}
	return shown
}

// fieldPath is the path of the input at fault. Problems name it as the rule does that was broken; here it gets the argument
// in front that it came in. Where an argument could not even be read, the error's path is that of the argument.
func fieldPath(ctx context.Context, path ast.Path, field string) string {
	fc := graphql.GetFieldContext(ctx)
	if fc == nil {
		return field
	}
	if field == "" {
		at := fc.Path()
		if len(path) <= len(at) {
			return ""
		}
		return path[len(at):].String()
	}
	first, _, _ := strings.Cut(field, ".")
	first, _, _ = strings.Cut(first, "[")
	for _, argument := range []string{first, "input", "filter"} {
		if fc.Field.Definition == nil || fc.Field.Definition.Arguments.ForName(argument) == nil {
			continue
		}
		if argument == first {
			return field
		}
		return argument + "." + field
	}
	return field
}

// unread reports whether gqlgen is still reading the arguments of the field at hand.
func unread(ctx context.Context) bool {
	fc := graphql.GetFieldContext(ctx)
	return fc != nil && fc.Args == nil && len(fc.Field.Arguments) > 0
}

// queryError shows what gqlgen finds wrong with a query. Its rules quote names of the schema and the query, which helps;
// what they quote of values, and guesses at what was meant, are cut.
func queryError(shown, theirs *gqlerror.Error) *gqlerror.Error {
	message := theirs.Message
	for _, end := range []string{" Did you mean", "; Did you mean", " value: ", ", found ", " String \"", " BlockString \"", " Int \"", " Float \""} {
		message, _, _ = strings.Cut(message, end)
	}
	if _, schemaType, found := strings.Cut(message, " is not a valid "); found {
		message = "is not a valid " + schemaType
	}
	shown.Message = postchat.Shorten(message, 200)
	shown.Extensions = map[string]any{"code": string(postchat.Invalid)}
	if len(shown.Path) > 1 && shown.Path[0] == ast.PathName("variable") {
		shown.Extensions["field"] = shown.Path[1:].String()
		shown.Path = nil
	}
	return shown
}

// hide logs an error of ours and shows only that there was one.
func (p presenter) hide(ctx context.Context, shown *gqlerror.Error, err error) *gqlerror.Error {
	id := postchat.NewID(postchat.Now())
	if !errors.Is(ctx.Err(), context.Canceled) { // else the caller has gone, which is no fault of ours
		p.log.ErrorContext(ctx, "a request failed", "error_id", id, "error", err)
	}
	shown.Message = "Internal error"
	shown.Extensions = map[string]any{"code": internal, "id": id}
	return shown
}

// recovered turns a panic into an error, which is logged with its stack and shown like every other internal one.
func (presenter) recovered(_ context.Context, value any) error {
	return fmt.Errorf("panic: %v\n%s", value, debug.Stack())
}
