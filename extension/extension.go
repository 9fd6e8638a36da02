// Package extension is what resolvers of one's own, compiled in from a folder of extensions/, know of the request that they answer:
// who makes it, and the store as they may see it. See docs/extending.md.
package extension

import (
	"context"
	"time"

	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
)

// Request is what a resolver needs to know. It holds for one field of Query or Mutation, or one event of a subscription, with all
// that is below it.
type Request struct {
	// Viewer is who makes the request; nobody, who may do nothing, in a field that is @public.
	Viewer auth.Viewer
	// Scope is the store as the viewer may see it: what is another account's, or another campaign's than those that the viewer is limited
	// to, does not exist in it.
	Scope *db.Scope
	// Desk is where follow-ups are submitted, undone and sent again.
	Desk *followup.Desk
	// Now tells the time.
	Now func() time.Time
}

type key struct{}

// With returns a context in which From finds the request.
func With(ctx context.Context, r *Request) context.Context { return context.WithValue(ctx, key{}, r) }

// From returns the request that a resolver answers. It panics outside of one.
func From(ctx context.Context) *Request { return ctx.Value(key{}).(*Request) }
