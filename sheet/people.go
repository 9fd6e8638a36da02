package sheet

import (
	"context"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// people are those who may sign in, or could once.
var people = list{
	needs:   postchat.PermissionPeople,
	columns: []string{"name", "email", "role", "campaigns", "created_at", "signed_in_at", "disabled_at", "person_id"},
	open: func(Options, *parameters) rows {
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			n, err := readNames(ctx, scope)
			if err != nil {
				return err
			}
			all, err := scope.People(ctx)
			if err != nil {
				return err
			}
			for _, p := range all {
				err := to.row(p.Name, p.Email, string(p.Role), n.limits(p.CampaignIDs), moment(p.CreatedAt, time.UTC),
					moment(p.SignedInAt, time.UTC), moment(p.DisabledAt, time.UTC), p.ID)
				if err != nil {
					return err
				}
			}
			return nil
		}
	},
}

// tokens are the API tokens, without their secrets.
var tokens = list{
	needs: postchat.PermissionPeople,
	columns: []string{
		"name", "prefix", "permissions", "campaigns", "created_at", "expires_at", "revoked_at", "last_used_at", "token_id",
	},
	open: func(Options, *parameters) rows {
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			n, err := readNames(ctx, scope)
			if err != nil {
				return err
			}
			all, err := scope.APITokens(ctx)
			if err != nil {
				return err
			}
			for _, t := range all {
				permissions := make([]string, len(t.Permissions))
				for i, p := range t.Permissions {
					permissions[i] = strings.ToUpper(string(p))
				}
				err := to.row(t.Name, t.Prefix, joined(permissions), n.limits(t.CampaignIDs), moment(t.CreatedAt, time.UTC),
					moment(t.ExpiresAt, time.UTC), moment(t.RevokedAt, time.UTC), moment(t.LastUsedAt, time.UTC), t.ID)
				if err != nil {
					return err
				}
			}
			return nil
		}
	},
}
