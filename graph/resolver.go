package graph

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/settings"
)

// Config is what the API stands on.
type Config struct {
	Store *db.Store
	Desk  *followup.Desk
	// Door lets people in and out.
	Door *auth.Door
	// Viewer tells who makes a request; see auth.Guard. Where it is Denied nothing is executed and the answer is 401.
	Viewer func(*http.Request) (auth.Viewer, error)
	// NewSecret makes a secret in the form of a vendor. It reports a vendor that it does not know on the field vendor.
	NewSecret func(postchat.Vendor) (postchat.Secret, error)
	// PublicURL is where vendors and people reach this server, without a slash at its end.
	PublicURL string
	Now       func() time.Time
	Log       *slog.Logger
}

// Resolver answers the fields of the schema.
type Resolver struct{ Config }

// request is what the resolvers below one field of Query or Mutation share.
type request struct {
	*loaders
	viewer   auth.Viewer
	scope    *db.Scope
	settings settings.Editor
	people   auth.People
}

type requestKey struct{}

// from returns what the resolvers share; aroundRootFields put it there.
func from(ctx context.Context) *request { return ctx.Value(requestKey{}).(*request) }

// aroundRootFields gives every field of Query and Mutation a request of its own, so that a mutation's answer never shows
// what a loader read before an earlier mutation.
func (r *Resolver) aroundRootFields(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	viewer, _ := auth.ViewerFrom(ctx) // without one, in what is @public, the scope is that of no account and sees nothing
	return next(context.WithValue(ctx, requestKey{}, r.requestOf(viewer)))
}

func (r *Resolver) requestOf(viewer auth.Viewer) *request {
	scope := viewer.Scope(r.Store)
	return &request{
		loaders: newLoaders(scope), viewer: viewer, scope: scope, people: r.Door.People(viewer),
		settings: settings.Editor{Scope: scope, NewSecret: r.NewSecret, Now: r.Now},
	}
}

// become goes on in the name of a viewer who has just come in, and returns them.
func (r *Resolver) become(ctx context.Context, viewer auth.Viewer) *auth.Viewer {
	*from(ctx) = *r.requestOf(viewer)
	return &viewer
}
