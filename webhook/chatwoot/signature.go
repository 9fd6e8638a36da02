package chatwoot

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// The headers of a signed webhook. There is an X-Chatwoot-Delivery too, which proves nothing.
const (
	HeaderTimestamp = "X-Chatwoot-Timestamp"
	HeaderSignature = "X-Chatwoot-Signature"
)

// Tolerance is how far a signed request's timestamp may be from our clock, either way. It bounds how long a request that
// somebody overheard can be sent again.
const Tolerance = 5 * time.Minute

// algorithm begins every signature.
const algorithm = "sha256="

var (
	errHeaders   = errors.New("signature headers are missing, doubled or malformed")
	errTimestamp = errors.New("timestamp is too far from now")
	errSignature = errors.New("signature does not fit")
	errToken     = errors.New("neither a signature nor a valid token")
)

// Sign sets the headers of a request with the body, as Chatwoot does with the secret of a webhook.
func Sign(h http.Header, secret postchat.Secret, at time.Time, body []byte) {
	timestamp := strconv.FormatInt(at.Unix(), 10)
	h.Set(HeaderTimestamp, timestamp)
	h.Set(HeaderSignature, algorithm+hex.EncodeToString(mac(secret, timestamp, body)))
}

// mac is the HMAC over timestamp.body. The timestamp has no full stop, so that the border cannot be moved.
func mac(secret postchat.Secret, timestamp string, body []byte) []byte {
	m := hmac.New(sha256.New, []byte(secret.Reveal()))
	_, _ = m.Write([]byte(timestamp + ".")) // a hash never fails
	_, _ = m.Write(body)
	return m.Sum(nil)
}

// Authenticate implements webhook.Adapter. A request that bears a signature must bear a right one, made within Tolerance of now;
// the token of the address counts only for one that bears none.
func (Adapter) Authenticate(c webhook.Credentials, secrets []postchat.Secret, now time.Time) (func([]byte) error, error) {
	timestamps, signatures := c.Header.Values(HeaderTimestamp), c.Header.Values(HeaderSignature)
	if len(timestamps) == 0 && len(signatures) == 0 {
		if !webhook.IsOneOf(secrets, c.Token) {
			return nil, errToken
		}
		return nil, nil
	}
	if len(timestamps) != 1 || len(signatures) != 1 {
		return nil, errHeaders
	}
	given, ok := parseSignature(signatures[0])
	at, whole := parseTimestamp(timestamps[0])
	if !ok || !whole {
		return nil, errHeaders
	}
	if d := now.Sub(at); d > Tolerance || d < -Tolerance {
		return nil, errTimestamp
	}
	return func(body []byte) error {
		fits := false
		for _, secret := range secrets { // all of them, so that the time taken tells nothing about which one fits
			if secret != "" && hmac.Equal(given, mac(secret, timestamps[0], body)) {
				fits = true
			}
		}
		if !fits {
			return errSignature
		}
		return nil
	}, nil
}

// parseSignature takes sha256= and 64 hexadecimal digits.
func parseSignature(text string) ([]byte, bool) {
	digits, found := strings.CutPrefix(text, algorithm)
	if !found || len(digits) != hex.EncodedLen(sha256.Size) || strings.ToLower(digits) != digits {
		return nil, false
	}
	given, err := hex.DecodeString(digits)
	return given, err == nil
}

// parseTimestamp takes whole seconds since 1970 in plain digits.
func parseTimestamp(text string) (time.Time, bool) {
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds <= 0 || strconv.FormatInt(seconds, 10) != text {
		return time.Time{}, false
	}
	return time.Unix(seconds, 0), true
}
