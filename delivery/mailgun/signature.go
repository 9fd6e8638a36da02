package mailgun

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"time"

	"github.com/postchat/postchat"
)

// signature is how Mailgun signs what it posts: the hex HMAC-SHA256 of the timestamp and the token, one written after the other
// (https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks). It covers neither the event nor the
// border between the two.
type signature struct {
	Timestamp string `json:"timestamp"` // seconds since 1970
	Token     string `json:"token"`
	Signature string `json:"signature"`
}

// The shapes of a timestamp and a token. Only they keep the border in its place: moved by one character, the same signature
// would fit another token.
var (
	timestampShape = regexp.MustCompile(`^[0-9]{10}$`)
	tokenShape     = regexp.MustCompile(`^[0-9a-f]{50}$`)
)

// valid reports whether the key made the signature, at most maxAge ago.
func (s signature) valid(key postchat.Secret, now time.Time, maxAge time.Duration) bool {
	if key == "" || !timestampShape.MatchString(s.Timestamp) || !tokenShape.MatchString(s.Token) {
		return false
	}
	given, err := hex.DecodeString(s.Signature)
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, []byte(key.Reveal()))
	mac.Write([]byte(s.Timestamp + s.Token))
	if !hmac.Equal(mac.Sum(nil), given) {
		return false
	}
	seconds, err := strconv.ParseInt(s.Timestamp, 10, 64)
	if err != nil {
		return false
	}
	age := now.Sub(time.Unix(seconds, 0))
	return age <= maxAge && age >= -early
}
