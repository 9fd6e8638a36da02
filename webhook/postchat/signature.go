package postchat

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// The headers of Standard Webhooks 1.0.
const (
	HeaderID        = "Webhook-Id"
	HeaderTimestamp = "Webhook-Timestamp"
	HeaderSignature = "Webhook-Signature"
)

// Tolerance is how far a request's timestamp may be from our clock, either way. It bounds how long a request that somebody
// overheard can be sent again.
const Tolerance = 5 * time.Minute

const (
	secretPrefix = "whsec_"
	// What Standard Webhooks allows for a symmetric key, in bytes.
	minKey, maxKey = 24, 64
	newKey         = 32
	// version is the signature by HMAC-SHA256. Others, such as v1a by ed25519, are passed over.
	version = "v1,"
	// maxID bounds the id, in bytes. Ids that senders make have a tenth of it.
	maxID = 256
)

// NewSecret makes a secret for a source: whsec_ and the base64 of 32 random bytes.
func NewSecret() postchat.Secret {
	key := make([]byte, newKey)
	_, _ = rand.Read(key) // crypto/rand.Read never fails
	return postchat.Secret(secretPrefix + base64.StdEncoding.EncodeToString(key))
}

// Sign sets the three headers for a request with the body. The id names the event and stays the same when it is sent
// again; it must hold no full stop. The time is that of sending. Sign reports a secret that NewSecret cannot have made and
// an id that a receiver would refuse.
func Sign(h http.Header, secret postchat.Secret, id string, at time.Time, body []byte) error {
	key, err := decodeSecret(secret)
	if err != nil {
		return err
	}
	if !validID(id) {
		return errors.New("webhook id must be visible ASCII without a full stop")
	}
	timestamp := strconv.FormatInt(at.Unix(), 10)
	h.Set(HeaderID, id)
	h.Set(HeaderTimestamp, timestamp)
	h.Set(HeaderSignature, version+signature(key, id, timestamp, body))
	return nil
}

// signature is the base64 of the HMAC over id.timestamp.body.
func signature(key []byte, id, timestamp string, body []byte) string {
	mac := hmac.New(sha256.New, key)
	_, _ = mac.Write([]byte(id + "." + timestamp + ".")) // a hash never fails
	_, _ = mac.Write(body)
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// decodeSecret returns the key in a secret. One that is empty, too short to resist guessing, or not in the form that
// people copy is no key, so that a source set up badly lets nobody in.
func decodeSecret(secret postchat.Secret) ([]byte, error) {
	encoded, found := strings.CutPrefix(secret.Reveal(), secretPrefix)
	if !found {
		return nil, errors.New("secret does not begin with " + secretPrefix)
	}
	key, err := base64.StdEncoding.Strict().DecodeString(encoded)
	if err != nil {
		return nil, errors.New("secret is not base64 after " + secretPrefix)
	}
	if len(key) < minKey || len(key) > maxKey {
		return nil, errors.New("secret must hold 24 to 64 bytes")
	}
	return key, nil
}

var (
	errHeaders   = errors.New("signature headers are missing, doubled or malformed")
	errTimestamp = errors.New("timestamp is too far from now")
	errNoKey     = errors.New("source has no usable secret")
	errSignature = errors.New("no signature fits")
)

// Authenticate implements webhook.Adapter. The headers must be there once each, the timestamp within Tolerance of now, and
// a v1 signature among those given; whether one of them fits the body is the check that it returns.
func (Adapter) Authenticate(c webhook.Credentials, secrets []postchat.Secret, now time.Time) (func([]byte) error, error) {
	h := c.Header
	id, timestamp, given := single(h, HeaderID), single(h, HeaderTimestamp), single(h, HeaderSignature)
	if !validID(id) {
		return nil, errHeaders
	}
	at, ok := parseTimestamp(timestamp)
	if !ok {
		return nil, errHeaders
	}
	if d := now.Sub(at); d > Tolerance || d < -Tolerance {
		return nil, errTimestamp
	}
	var signatures []string
	for one := range strings.SplitSeq(given, " ") {
		if encoded, found := strings.CutPrefix(one, version); found {
			signatures = append(signatures, encoded)
		}
	}
	if len(signatures) == 0 {
		return nil, errHeaders
	}
	var keys [][]byte
	for _, secret := range secrets {
		if key, err := decodeSecret(secret); err == nil {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil, errNoKey
	}
	return func(body []byte) error {
		for _, key := range keys {
			want := []byte(signature(key, id, timestamp, body))
			for _, got := range signatures {
				if subtle.ConstantTimeCompare(want, []byte(got)) == 1 {
					return nil
				}
			}
		}
		return errSignature
	}, nil
}

// single is the header's value, and empty where it is not there exactly once: two values leave open which one was signed.
func single(h http.Header, name string) string {
	if values := h.Values(name); len(values) == 1 {
		return values[0]
	}
	return ""
}

// validID keeps the borders of what is signed clear. The standard forbids a full stop in an id: with one, the end of an id
// could pass for a timestamp, and a timestamp for the beginning of a body.
func validID(id string) bool {
	if id == "" || len(id) > maxID {
		return false
	}
	for i := range len(id) {
		if c := id[i]; c <= ' ' || c >= 0x7f || c == '.' {
			return false
		}
	}
	return true
}

// parseTimestamp takes whole seconds since 1970 in plain digits: a sign, a blank or a leading zero would be a second way
// to write a moment that was signed in the first.
func parseTimestamp(text string) (time.Time, bool) {
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds <= 0 || strconv.FormatInt(seconds, 10) != text {
		return time.Time{}, false
	}
	return time.Unix(seconds, 0), true
}
