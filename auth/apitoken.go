package auth

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// NewAPIToken is an API token to be made, on the fields name, permissions, campaigns and expiresAt.
type NewAPIToken struct {
	Name string
	// Permissions are what it may do; to see is always among it.
	Permissions []postchat.Permission
	CampaignIDs []string  // nil for all
	ExpiresAt   time.Time // zero for never
}

// maxTokenName bounds a token's name, in characters.
const maxTokenName = 120

// CreateToken makes an API token and returns it with its secret, which can be read only this once.
func (p People) CreateToken(ctx context.Context, n NewAPIToken) (*postchat.APIToken, postchat.Secret, error) {
	n.Permissions = append(n.Permissions, postchat.PermissionRead)
	slices.Sort(n.Permissions)
	n.Permissions = slices.Compact(n.Permissions)
	if err := p.allowedTo(n.Permissions); err != nil {
		return nil, "", err
	}
	if err := n.validate(p.door.Now()); err != nil {
		return nil, "", err
	}
	token, secret := NewToken(p.viewer.AccountID, n.Name, n.ExpiresAt, p.door.Now())
	token.Permissions, token.CampaignIDs = n.Permissions, distinct(n.CampaignIDs)
	err := p.scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if err := p.campaigns(ctx, tx, n.CampaignIDs); err != nil {
			return err
		}
		if err := tx.AddToken(ctx, &token); err != nil {
			return err
		}
		return tx.Audit(ctx, tokenEntry("api_token.create", token))
	})
	return &token, secret, err
}

func (n NewAPIToken) validate(now time.Time) error {
	var errs []error
	if name := postchat.CleanLine(n.Name); name == "" || utf8.RuneCountInString(name) > maxTokenName {
		errs = append(errs, postchat.Invalidf("name", "must have 1 to %d characters, so that people know what it is for", maxTokenName))
	}
	for i, permission := range n.Permissions {
		switch {
		case !slices.Contains(postchat.Permissions, permission):
			errs = append(errs, postchat.Invalidf(fmt.Sprintf("permissions[%d]", i), "is not a permission"))
		case n.CampaignIDs != nil && isWhole(permission):
			errs = append(errs, postchat.Invalidf("permissions", "can have neither ACCOUNT nor PEOPLE where the token is limited to campaigns"))
		}
	}
	if n.CampaignIDs != nil && len(n.CampaignIDs) == 0 {
		errs = append(errs, postchat.Invalidf("campaigns", "must name at least one campaign, or be left out"))
	}
	if !n.ExpiresAt.IsZero() && !n.ExpiresAt.After(now) {
		errs = append(errs, postchat.Invalidf("expiresAt", "must be in the future"))
	}
	return errors.Join(errs...)
}

// RevokeToken makes an API token open nothing any more, and returns it.
func (p People) RevokeToken(ctx context.Context, id string) (token *postchat.APIToken, err error) {
	err = p.scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if token, err = tx.APIToken(ctx, id); err != nil {
			return err
		}
		if err := p.allowedTo(token.Permissions); err != nil {
			return err
		}
		if err := tx.RevokeToken(ctx, id); err != nil {
			return err
		}
		if err := tx.Audit(ctx, tokenEntry("api_token.revoke", *token)); err != nil {
			return err
		}
		token, err = tx.APIToken(ctx, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	return token, nil
}

func tokenEntry(action string, token postchat.APIToken) postchat.AuditEntry {
	words := make([]string, len(token.Permissions))
	for i, permission := range token.Permissions {
		words[i] = string(permission)
	}
	detail := strings.Join(words, ", ")
	if token.CampaignIDs != nil {
		detail += " of " + count(len(token.CampaignIDs), "campaign")
	}
	return postchat.AuditEntry{Action: action, ObjectKind: "api_token", ObjectID: token.ID, ObjectName: token.Name, Detail: detail}
}
