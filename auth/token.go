// Package auth knows who may use Postchat: API tokens now, people and their sessions beside them.
package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// tokenPrefix marks our tokens, so that scanners of leaked secrets and people know them.
const tokenPrefix = "pct_"

// tokenBytes is how much chance is in a token: enough that its plain SHA-256 can't be reversed by guessing.
const tokenBytes = 32

// NewToken makes an API token for the account, with all permissions. The secret is shown to its owner once; only its hash is in the APIToken.
func NewToken(accountID, name string, expires, now time.Time) (postchat.APIToken, postchat.Secret) {
	random := make([]byte, tokenBytes)
	_, _ = rand.Read(random) // never fails
	text := tokenPrefix + base64.RawURLEncoding.EncodeToString(random)
	return postchat.APIToken{
		ID: postchat.NewID(now), AccountID: accountID, Name: postchat.CleanLine(name), Prefix: text[:len(tokenPrefix)+6],
		Hash: Hash(text), CreatedAt: now, ExpiresAt: expires, Permissions: slices.Clone(postchat.Permissions),
	}, postchat.Secret(text)
}

// Hash is what is stored of a token.
func Hash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// Tokens finds API tokens; see db.Store.
type Tokens interface {
	// TokenByHash returns the token with the hash, however valid; NotFound when there is none.
	TokenByHash(ctx context.Context, hash []byte) (*postchat.APIToken, error)
	// TouchToken notes that the token was used.
	TouchToken(ctx context.Context, token *postchat.APIToken, at time.Time) error
}

// Guard tells who makes a request.
type Guard struct {
	Tokens Tokens
	Now    func() time.Time
}

// Viewer returns who makes the request, by the token in its Authorization header: as a bearer token (RFC 6750), or as the
// password of Basic authentication, for browsers. It is Denied without a valid token, whatever is wrong with it.
func (g Guard) Viewer(r *http.Request) (Viewer, error) {
	denied := &postchat.Error{Kind: postchat.Denied, Message: "Give a valid API token. `postchat token create NAME` makes one."}
	text, ok := credentials(r)
	if !ok || !strings.HasPrefix(text, tokenPrefix) {
		return Viewer{}, denied
	}
	token, err := g.Tokens.TokenByHash(r.Context(), Hash(text))
	if postchat.IsKind(err, postchat.NotFound) {
		return Viewer{}, denied
	}
	if err != nil {
		return Viewer{}, err
	}
	now := g.Now()
	if !token.Valid(now) {
		return Viewer{}, denied
	}
	if err := g.Tokens.TouchToken(r.Context(), token, now); err != nil {
		return Viewer{}, err
	}
	return Viewer{
		AccountID: token.AccountID, Actor: postchat.Actor{Kind: postchat.ActorToken, ID: token.ID, Name: token.Name},
		Permissions: token.Permissions, CampaignIDs: token.CampaignIDs,
	}, nil
}

func credentials(r *http.Request) (string, bool) {
	if len(r.Header.Values("Authorization")) != 1 {
		return "", false
	}
	if _, password, ok := r.BasicAuth(); ok {
		return password, true
	}
	scheme, text, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.TrimSpace(text), strings.EqualFold(scheme, "Bearer")
}
