package auth_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// shelf is a store of one token.
type shelf struct {
	token  postchat.APIToken
	used   time.Time
	broken error
}

func (s *shelf) TokenByHash(_ context.Context, hash []byte) (*postchat.APIToken, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	if !bytes.Equal(hash, s.token.Hash) {
		return nil, postchat.NotFoundf("There is no such token.")
	}
	return &s.token, nil
}

func (s *shelf) TouchToken(_ context.Context, _ *postchat.APIToken, at time.Time) error {
	s.used = at
	return nil
}

func TestOnlyAValidTokenOpensTheDoor(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	token, secret := auth.NewToken("account-1", "shop plug-in", now.Add(time.Hour), now)
	if bytes.Contains(token.Hash, []byte(secret)) || !bytes.HasPrefix([]byte(secret), []byte(token.Prefix)) {
		t.Errorf("token = %+v", token)
	}
	bearer := func(text string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set("Authorization", text) }
	}
	for name, c := range map[string]struct {
		request func(*http.Request)
		change  func(*shelf)
		open    bool
	}{
		"as a bearer":                  {request: bearer("Bearer " + secret.Reveal()), open: true},
		"as a bearer in small letters": {request: bearer("bearer " + secret.Reveal()), open: true},
		"as a password":                {request: func(r *http.Request) { r.SetBasicAuth("", secret.Reveal()) }, open: true},
		"without one":                  {request: func(*http.Request) {}},
		"in another scheme":            {request: bearer("Token " + secret.Reveal())},
		"cut":                          {request: bearer("Bearer " + secret.Reveal()[:20])},
		"made up":                      {request: bearer("Bearer pct_" + "x")},
		"in the URL only":              {request: func(r *http.Request) { r.URL.RawQuery = "token=" + secret.Reveal() }},
		"given twice": {request: func(r *http.Request) {
			r.Header["Authorization"] = []string{"Bearer " + secret.Reveal(), "Bearer " + secret.Reveal()}
		}},
		"revoked": {request: bearer("Bearer " + secret.Reveal()), change: func(s *shelf) { s.token.RevokedAt = now }},
		"expired": {request: bearer("Bearer " + secret.Reveal()), change: func(s *shelf) { s.token.ExpiresAt = now }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tokens := &shelf{token: token}
			if c.change != nil {
				c.change(tokens)
			}
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", nil)
			c.request(r)
			viewer, err := auth.Guard{Tokens: tokens, Now: func() time.Time { return now }}.Viewer(r)
			switch {
			case c.open && (err != nil || viewer.AccountID != "account-1" || viewer.Actor.Name != "shop plug-in" || !tokens.used.Equal(now)):
				t.Errorf("viewer = %+v, %v", viewer, err)
			case !c.open && (!postchat.IsKind(err, postchat.Denied) || viewer.AccountID != "" || viewer.Permissions != nil):
				t.Errorf("viewer = %+v, %v", viewer, err)
			}
		})
	}
}

func TestADatabaseThatIsAwayIsNotTakenForABadToken(t *testing.T) {
	t.Parallel()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", nil)
	r.SetBasicAuth("", "pct_something")
	_, err := auth.Guard{Tokens: &shelf{broken: errors.New("away")}, Now: time.Now}.Viewer(r)
	if err == nil || postchat.IsKind(err, postchat.Denied) {
		t.Errorf("it is answered with %v", err)
	}
}

func TestAContextWithoutAViewerIsDenied(t *testing.T) {
	t.Parallel()
	if _, err := auth.ViewerFrom(t.Context()); !postchat.IsKind(err, postchat.Denied) {
		t.Errorf("without a viewer: %v", err)
	}
	viewer, err := auth.ViewerFrom(auth.WithViewer(t.Context(), auth.Viewer{AccountID: "a"}))
	if err != nil || viewer.AccountID != "a" {
		t.Errorf("viewer = %+v, %v", viewer, err)
	}
}
