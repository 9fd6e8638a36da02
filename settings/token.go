package settings

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// NewToken is an API token to be made, on the fields name and expiresAt.
type NewToken struct {
	Name      string
	ExpiresAt time.Time // zero for never
}

// maxTokenName bounds a token's name, in characters.
const maxTokenName = 120

// CreateToken makes an API token and returns it with its secret, which can be read only this once.
func (e Editor) CreateToken(ctx context.Context, n NewToken) (*postchat.APIToken, postchat.Secret, error) {
	now := e.Now()
	token, secret := auth.NewToken(e.Scope.AccountID(), n.Name, n.ExpiresAt, now)
	var errs []error
	if token.Name == "" || utf8.RuneCountInString(token.Name) > maxTokenName {
		errs = append(errs, postchat.Invalidf("name", "must have 1 to %d characters, so that people know what it is for", maxTokenName))
	}
	if !n.ExpiresAt.IsZero() && !n.ExpiresAt.After(now) {
		errs = append(errs, postchat.Invalidf("expiresAt", "must be in the future"))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, "", err
	}
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		if err := tx.Scope.AddToken(ctx, &token); err != nil {
			return err
		}
		return tx.record(ctx, "api_token.create", tokenObject(token), "expires: "+shown(reflect.ValueOf(token.ExpiresAt)))
	})
	if err != nil {
		return nil, "", err
	}
	return &token, secret, nil
}

// RevokeToken makes an API token open nothing any more, and returns it.
func (e Editor) RevokeToken(ctx context.Context, id string) (*postchat.APIToken, error) {
	var token *postchat.APIToken
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		if err := tx.Scope.RevokeToken(ctx, id); err != nil {
			return err
		}
		tokens, err := tx.Scope.APITokens(ctx)
		if err != nil {
			return err
		}
		token = &tokens[slices.IndexFunc(tokens, func(t postchat.APIToken) bool { return t.ID == id })]
		return tx.record(ctx, "api_token.revoke", tokenObject(*token), "")
	})
	if err != nil {
		return nil, err
	}
	return token, nil
}
