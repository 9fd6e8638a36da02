package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

// Our secrets begin so, for scanners of leaked secrets and for people.
const (
	tokenPrefix   = "pct_"
	sessionPrefix = "pcs_"
	panelPrefix   = "pcp_"
	linkPrefix    = "pcl_"
)

// secretBytes is how much chance is in a secret: enough that its plain SHA-256 can't be reversed by guessing.
const secretBytes = 32

func newSecret(prefix string) string {
	random := make([]byte, secretBytes)
	_, _ = rand.Read(random) // never fails
	return prefix + base64.RawURLEncoding.EncodeToString(random)
}

// Hash is what is stored of a secret that we made.
func Hash(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}
