package auth

import (
	"context"
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Viewer is who makes a request: a person or a program of one account.
type Viewer struct {
	AccountID string
	// Actor is what the audit log and mails call them.
	Actor postchat.Actor
	// Permissions are what they may do.
	Permissions []postchat.Permission
	// CampaignIDs are the campaigns that they are limited to; nil means that they are not. What is the whole account's is
	// not for those who are.
	CampaignIDs []string
	// SessionID is the session by which a person comes, in a browser or in a window; empty for programs.
	SessionID string
	// SourceID is the source in whose window they are; empty elsewhere. What is about other sources does not exist there.
	SourceID string
}

// Name is the person's or the token's.
func (v Viewer) Name() string { return v.Actor.Name }

// PersonID is the person's id; empty for tokens.
func (v Viewer) PersonID() string {
	if v.Actor.Kind != postchat.ActorPerson {
		return ""
	}
	return v.Actor.ID
}

// Everything is who may do everything in the account, in the actor's name: whoever has a shell on the server.
func Everything(accountID string, actor postchat.Actor) Viewer {
	return Viewer{AccountID: accountID, Actor: actor, Permissions: postchat.RoleOwner.Permissions()}
}

// May reports whether the viewer has the permission. What is the whole account's is not for those who are limited to campaigns.
func (v Viewer) May(permission postchat.Permission) bool {
	return slices.Contains(v.Permissions, permission) && (v.CampaignIDs == nil || !isWhole(permission))
}

// isWhole reports whether the permission is about the whole account.
func isWhole(permission postchat.Permission) bool {
	return permission == postchat.PermissionAccount || permission == postchat.PermissionPeople
}

// Granted are the permissions that the viewer has.
func (v Viewer) Granted() []postchat.Permission {
	var granted []postchat.Permission
	for _, permission := range postchat.Permissions {
		if v.May(permission) {
			granted = append(granted, permission)
		}
	}
	return granted
}

// requirePerson is a Conflict for tokens.
func (v Viewer) requirePerson() error {
	if v.Actor.Kind == postchat.ActorPerson {
		return nil
	}
	return postchat.Conflictf("This is for people who are signed in. A program has neither sessions nor a password.")
}

// requireSession is a Conflict for all but people in a browser: in the window nobody changes what is theirs elsewhere.
func (v Viewer) requireSession() error {
	if v.SourceID != "" || v.SessionID == "" {
		return postchat.Conflictf("This is for people who are signed in, in a page of Postchat's own. Neither a program nor the window can do it.")
	}
	return nil
}

// Require is Denied unless the viewer has the permission.
func (v Viewer) Require(permission postchat.Permission) error {
	if v.May(permission) {
		return nil
	}
	return &postchat.Error{Kind: postchat.Denied, Message: "You may not do this. Ask an owner of the account for it."}
}

// Scope returns the store as the viewer sees it.
func (v Viewer) Scope(store *db.Store) *db.Scope {
	return store.Account(v.AccountID).Limit(v.CampaignIDs).LimitSource(v.SourceID).As(v.Actor)
}

type viewerKey struct{}

// WithViewer returns a context that carries the viewer.
func WithViewer(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, viewerKey{}, v)
}

// ViewerFrom returns the context's viewer. It is Denied where there is none.
func ViewerFrom(ctx context.Context) (Viewer, error) {
	v, ok := ctx.Value(viewerKey{}).(Viewer)
	if !ok {
		return Viewer{}, &postchat.Error{Kind: postchat.Denied, Message: "Sign in first."}
	}
	return v, nil
}
