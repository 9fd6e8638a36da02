package webhook

import (
	"net/http"

	"github.com/postchat/postchat"
)

// Credentials are what a request shows to prove where it comes from, besides its body.
type Credentials struct {
	Header http.Header
	// Token is the last part of the address, where a vendor that can neither sign nor send a header has its secret; empty
	// where the address has none. Like a secret it is never logged, counted or put into an error.
	Token string
}

// CredentialsOf returns those of a request to /hooks/{source} or /hooks/{source}/{token}.
func CredentialsOf(r *http.Request) Credentials {
	return Credentials{Header: r.Header, Token: r.PathValue("token")}
}

// IsOneOf reports whether what was given is one of the secrets. It looks at all of them, so that the time it takes tells nothing
// about which one fits. An empty secret fits nothing.
func IsOneOf(secrets []postchat.Secret, given string) bool {
	fits := false
	for _, secret := range secrets {
		if secret.Equal(given) {
			fits = true
		}
	}
	return fits
}
