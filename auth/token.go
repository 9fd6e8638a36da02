// Package auth knows who may use Postchat: API tokens now, people and their sessions beside them.
package auth

import (
	"context"
	"slices"
	"time"

	"github.com/postchat/postchat"
)

// NewToken makes an API token for the account, with all permissions and for all campaigns. The secret is shown to its owner
// once; only its hash is in the APIToken.
func NewToken(accountID, name string, expires, now time.Time) (postchat.APIToken, postchat.Secret) {
	text := newSecret(tokenPrefix)
	return postchat.APIToken{
		ID: postchat.NewID(now), AccountID: accountID, Name: postchat.CleanLine(name), Prefix: text[:len(tokenPrefix)+6],
		Hash: Hash(text), CreatedAt: now, ExpiresAt: expires, Permissions: slices.Clone(postchat.Permissions),
	}, postchat.Secret(text)
}

// Tokens finds API tokens; see db.Store.
type Tokens interface {
	// TokenByHash returns the token with the hash, however valid; NotFound when there is none.
	TokenByHash(ctx context.Context, hash []byte) (*postchat.APIToken, error)
	// TouchToken notes that the token was used.
	TouchToken(ctx context.Context, token *postchat.APIToken, at time.Time) error
}
