package graph

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/extension"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/graph/model"
	"github.com/postchat/postchat/live"
	"github.com/postchat/postchat/settings"
	"github.com/postchat/postchat/webhook"
)

// Config is what the API stands on.
type Config struct {
	Store *db.Store
	Desk  *followup.Desk
	// Door lets people in and out.
	Door *auth.Door
	// Viewer tells who makes a request; see auth.Guard. Where it is Denied nothing is executed and the answer is 401.
	Viewer func(*http.Request) (auth.Viewer, error)
	// Vendors are those that sources can have.
	Vendors Vendors
	// Replayer reads kept webhook bodies again.
	Replayer webhook.Replayer
	// PublicURL is where vendors and people reach this server, without a slash at its end.
	PublicURL string
	// Live says how subscriptions are told.
	Live Live
	// Transport is the word of what mails go through; see delivery.Sender.
	Transport string
	// Documents are the only ones that are executed; nil lets all pass.
	Documents Documents
	Now       func() time.Time
	Log       *slog.Logger
}

// Vendors are the chat vendors that the server speaks with.
type Vendors interface {
	settings.Vendors
	// Names are those of the vendors, in the order in which they are listed.
	Names() []postchat.Vendor
	// SecretInAddress reports whether the secrets that are made for the vendor belong into the address that it posts to.
	SecretInAddress(vendor postchat.Vendor) bool
	// CheckAPI asks the vendor of a source whether it lets us read. What is wrong is a *webhook.FetchError.
	CheckAPI(ctx context.Context, source postchat.Source) error
}

// Resolver answers the fields of the schema.
type Resolver struct {
	Config

	feed *live.Feed
}

// request is what the resolvers below one field of Query or Mutation, or of one event, share.
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
	return next(r.withRequest(ctx))
}

// aroundOperations gives a subscription a request of its own, by which it reads what it tells.
func (r *Resolver) aroundOperations(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if isSubscription(ctx) {
		ctx = r.withRequest(ctx)
	}
	return next(ctx)
}

// aroundResponses gives each event of a subscription a request of its own, which loads what there is at that moment.
func (r *Resolver) aroundResponses(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if isSubscription(ctx) {
		ctx = r.withRequest(ctx)
	}
	return next(ctx)
}

func isSubscription(ctx context.Context) bool {
	if !graphql.HasOperationContext(ctx) {
		return false
	}
	operation := graphql.GetOperationContext(ctx).Operation
	return operation != nil && operation.Operation == ast.Subscription
}

func (r *Resolver) withRequest(ctx context.Context) context.Context {
	viewer, _ := auth.ViewerFrom(ctx) // without one, in what is @public, the scope is that of no account and sees nothing
	q := r.requestOf(viewer)
	return extension.With(context.WithValue(ctx, requestKey{}, q), r.extensionOf(q))
}

func (r *Resolver) requestOf(viewer auth.Viewer) *request {
	scope := viewer.Scope(r.Store)
	return &request{
		loaders: newLoaders(scope, r.Now), viewer: viewer, scope: scope, people: r.Door.People(viewer),
		settings: settings.Editor{Scope: scope, Vendors: r.Vendors, Now: r.Now},
	}
}

// extensionOf is what a request is to resolvers of extensions.
func (r *Resolver) extensionOf(q *request) *extension.Request {
	return &extension.Request{Viewer: q.viewer, Scope: q.scope, Desk: r.Desk, Now: r.Now}
}

// become goes on in the name of a viewer who has just come in, and returns them.
func (r *Resolver) become(ctx context.Context, viewer auth.Viewer) *auth.Viewer {
	q := r.requestOf(viewer)
	*from(ctx), *extension.From(ctx) = *q, *r.extensionOf(q)
	return &viewer
}

// hookURL is where the vendor of a source must post to, with the secret in it that was made, where it belongs there.
func (r *Resolver) hookURL(source *postchat.Source, made postchat.Secret) string {
	switch {
	case source == nil: // beside an error
		return ""
	case !r.Vendors.SecretInAddress(source.Vendor):
		made = ""
	}
	return webhook.Address(r.PublicURL, source.ID, made)
}

// chatVendors are the vendors as the API tells of them.
func (r *Resolver) chatVendors() []model.ChatVendor {
	names := r.Vendors.Names()
	vendors := make([]model.ChatVendor, len(names))
	for i, name := range names {
		vendors[i] = model.ChatVendor{
			Name: string(name), KeepsTranscripts: r.Vendors.KeepsTranscripts(name), SecretInAddress: r.Vendors.SecretInAddress(name), Hold: name.DefaultHold(),
		}
	}
	return vendors
}

// checked is what came of asking a vendor whether it lets us read, as the API tells it.
func checked(err error) (*model.SourceAPICheck, error) {
	if failure := (*webhook.FetchError)(nil); errors.As(err, &failure) {
		return &model.SourceAPICheck{Problem: failure.Message}, nil
	}
	return &model.SourceAPICheck{Ok: err == nil}, err
}
