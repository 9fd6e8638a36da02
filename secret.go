package postchat

import (
	"crypto/subtle"
	"log/slog"
)

// Secret is text that must not be shown. Every way of printing it gives the same placeholder; Reveal gives the text.
type Secret string

const redacted = "[secret]"

// Reveal returns the secret itself, for the few places that sign, send or encrypt it.
func (s Secret) Reveal() string { return string(s) }

// Equal compares with given in constant time. An empty secret equals nothing, not even the empty string.
func (s Secret) Equal(given string) bool {
	return s != "" && subtle.ConstantTimeCompare([]byte(s), []byte(given)) == 1
}

// String hides the secret.
func (Secret) String() string { return redacted }

// GoString hides the secret from %#v.
func (Secret) GoString() string { return redacted }

// MarshalText hides the secret from JSON, YAML and text encoders.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// LogValue hides the secret from log/slog.
func (Secret) LogValue() slog.Value { return slog.StringValue(redacted) }
