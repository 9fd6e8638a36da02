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
}

// May reports whether the viewer has the permission.
func (v Viewer) May(permission postchat.Permission) bool {
	if permission == postchat.PermissionAccount && v.CampaignIDs != nil {
		return false
	}
	return slices.Contains(v.Permissions, permission)
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
	return store.Account(v.AccountID).Limit(v.CampaignIDs).As(v.Actor)
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
