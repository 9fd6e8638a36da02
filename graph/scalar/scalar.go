// Package scalar writes and reads the single values of the API's schema: ids, texts, times, lengths of time, and the words
// of its enums.
package scalar

import (
	"encoding/json"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/postchat/postchat"
)

// maxSeconds bounds a length of time to what a time.Duration holds, in seconds.
const maxSeconds = math.MaxInt64 / int64(time.Second)

// MarshalString writes text.
func MarshalString(s string) graphql.Marshaler { return graphql.MarshalString(s) }

// UnmarshalString reads text. Null, which comes only where the schema allows it, is an empty one. Other JSON types and NUL, which no
// database of ours holds, are Invalid.
func UnmarshalString(v any) (string, error) {
	if v == nil {
		return "", nil
	}
	s, ok := v.(string)
	if !ok {
		return "", postchat.Invalidf("", "must be text")
	}
	if strings.ContainsRune(s, 0) {
		return "", postchat.Invalidf("", "must not hold the character U+0000")
	}
	return s, nil
}

// MarshalSecret writes that there is a secret and not which: what may be shown once is revealed by hand.
func MarshalSecret(v postchat.Secret) graphql.Marshaler { return graphql.MarshalString(v.String()) }

// UnmarshalSecret reads a secret that a person brings.
func UnmarshalSecret(v any) (postchat.Secret, error) {
	secret, err := graphql.UnmarshalString(v)
	return postchat.Secret(secret), err
}

// MarshalVendor writes the name of a chat vendor. Vendors are texts, not an enum, so that adapters can be added.
func MarshalVendor(v postchat.Vendor) graphql.Marshaler { return graphql.MarshalString(string(v)) }

// UnmarshalVendor reads the name of a chat vendor, known or not.
func UnmarshalVendor(v any) (postchat.Vendor, error) {
	name, err := UnmarshalString(v)
	return postchat.Vendor(name), err
}

// MarshalID writes an id.
func MarshalID(id string) graphql.Marshaler { return graphql.MarshalID(id) }

// UnmarshalID reads an id as UnmarshalString does; the GraphQL specification allows whole numbers too.
func UnmarshalID(v any) (string, error) {
	switch n := v.(type) {
	case json.Number:
		return n.String(), nil
	case int64:
		return strconv.FormatInt(n, 10), nil
	}
	return UnmarshalString(v)
}

// MarshalTime writes a time in UTC as RFC 3339 has it, or null for the zero time.
func MarshalTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return graphql.MarshalString(t.UTC().Format(time.RFC3339Nano))
}

// UnmarshalTime reads a time of RFC 3339. Both databases keep it to the microsecond.
func UnmarshalTime(v any) (time.Time, error) {
	text, _ := v.(string)
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, postchat.Invalidf("", "must be a time with its zone, such as 2026-07-01T09:30:00Z")
	}
	return t.UTC().Truncate(time.Microsecond), nil
}

// MarshalSeconds writes a length of time in whole seconds.
func MarshalSeconds(d time.Duration) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.FormatInt(int64(d/time.Second), 10)) // gqlgen's writers are in memory
	})
}

// UnmarshalSeconds reads a length of time in whole seconds.
func UnmarshalSeconds(v any) (time.Duration, error) {
	seconds, err := graphql.UnmarshalInt64(v)
	if _, isText := v.(string); isText || err != nil || seconds > maxSeconds || seconds < -maxSeconds {
		return 0, postchat.Invalidf("", "must be a whole number of seconds")
	}
	return time.Duration(seconds) * time.Second, nil
}
