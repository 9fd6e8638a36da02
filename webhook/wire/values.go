package wire

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Text is a value that is shown as text. A string is taken as it is, null is empty, and everything else keeps its JSON form:
// vendors send the same member as a string here and as a number there. Decoding it never fails.
type Text string

// UnmarshalJSON implements json.Unmarshaler.
func (t *Text) UnmarshalJSON(raw []byte) error {
	switch raw[0] {
	case '"':
		*t = Text(unquote(raw))
	case 'n':
		*t = ""
	default:
		*t = Text(raw)
	}
	return nil
}

// Address is the text as an address that people can follow from a mail: of the web, with a host. A relative one is taken from base, if
// there is one. Anything else is nil.
func (t Text) Address(base *url.URL) *url.URL {
	u, err := url.Parse(string(t))
	if err != nil || t == "" {
		return nil
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
		return nil
	}
	return u
}

// ID is a vendor's id: a string, or a number with its digits as they were sent, however many. Anything else is no id, and
// empty. Decoding it never fails.
type ID string

// UnmarshalJSON implements json.Unmarshaler.
func (id *ID) UnmarshalJSON(raw []byte) error {
	switch c := raw[0]; {
	case c == '"':
		*id = ID(unquote(raw))
	case c == '-', '0' <= c && c <= '9':
		*id = ID(raw)
	default:
		*id = ""
	}
	return nil
}

// Texts is a list of texts. One text stands for a list of one; anything else is an empty list. Decoding it never fails.
type Texts []Text

// UnmarshalJSON implements json.Unmarshaler.
func (t *Texts) UnmarshalJSON(raw []byte) error {
	*t = nil
	switch raw[0] {
	case '[':
		var list []Text
		_ = json.Unmarshal(raw, &list) // a Text takes whatever comes
		*t = list
	case '"':
		*t = Texts{Text(unquote(raw))}
	}
	return nil
}

// Fields are named texts. Anything but an object is no fields. Decoding them never fails.
type Fields map[string]Text

// UnmarshalJSON implements json.Unmarshaler.
func (f *Fields) UnmarshalJSON(raw []byte) error {
	*f = nil
	if raw[0] == '{' {
		var fields map[string]Text
		_ = json.Unmarshal(raw, &fields) // a Text takes whatever comes
		*f = fields
	}
	return nil
}

// Time is a moment, in UTC: text as ParseTime reads it, a number of milliseconds since 1970, or either inside {"$date": ...}
// as MongoDB's extended JSON writes it. Decoding it never fails.
type Time struct {
	time.Time
	// Unreadable marks that something was sent which is no moment.
	Unreadable bool
}

// UnmarshalJSON implements json.Unmarshaler.
func (t *Time) UnmarshalJSON(raw []byte) error {
	*t = Time{}
	var ok bool
	switch raw[0] {
	case 'n':
		return nil
	case '"':
		text := unquote(raw)
		if text == "" {
			return nil
		}
		t.Time, ok = ParseTime(text)
	case '{':
		var wrapped struct {
			Date json.RawMessage `json:"$date"`
		}
		if err := json.Unmarshal(raw, &wrapped); err == nil && len(wrapped.Date) > 0 && wrapped.Date[0] != '{' {
			return t.UnmarshalJSON(wrapped.Date)
		}
	default:
		t.Time, ok = parseMillis(string(raw))
	}
	t.Unreadable = !ok
	return nil
}

func parseMillis(text string) (time.Time, bool) {
	ms, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Time{}, false
	}
	return inRange(time.UnixMilli(ms))
}

// UnixTime is a moment, in UTC: a number of seconds since 1970 with or without decimals, such a number as text, or text as ParseTime
// reads it. 0 is no moment, as null is none: vendors write what never happened so. Decoding it never fails.
type UnixTime struct {
	time.Time
	// Unreadable marks that something was sent which is no moment.
	Unreadable bool
}

// UnmarshalJSON implements json.Unmarshaler.
func (t *UnixTime) UnmarshalJSON(raw []byte) error {
	*t = UnixTime{}
	text := string(raw)
	if raw[0] == '"' {
		text = unquote(raw)
	}
	if text == "null" || text == "" || text == "0" {
		return nil
	}
	var ok bool
	if t.Time, ok = parseSeconds(text); !ok && raw[0] == '"' {
		t.Time, ok = ParseTime(text)
	}
	t.Unreadable = !ok
	return nil
}

// parseSeconds takes decimals as they stand there: a float would change the last of them.
func parseSeconds(text string) (time.Time, bool) {
	whole, decimals, _ := strings.Cut(text, ".")
	seconds, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return time.Time{}, false
	}
	const digits = 9
	nanoseconds, err := strconv.ParseUint((decimals + strings.Repeat("0", digits))[:digits], 10, 32)
	if err != nil || seconds < 0 {
		return time.Time{}, false
	}
	return inRange(time.Unix(seconds, int64(nanoseconds)))
}

// Flag is yes or no. Only false, null, 0 and their texts are no: whoever reads it as a warning is warned of everything else.
// Decoding it never fails.
type Flag bool

// UnmarshalJSON implements json.Unmarshaler.
func (f *Flag) UnmarshalJSON(raw []byte) error {
	text := string(raw)
	if raw[0] == '"' {
		text = unquote(raw)
	}
	switch text {
	case "false", "null", "0", "":
		*f = false
	default:
		*f = true
	}
	return nil
}

// ParseTime reads a moment as RFC 3339 writes it, with a zone and any number of decimals, and returns it in UTC. It takes
// the years 1 to 9999.
func ParseTime(text string) (time.Time, bool) {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, false
	}
	return inRange(t)
}

func inRange(t time.Time) (time.Time, bool) {
	t = t.UTC()
	if year := t.Year(); year < 1 || year > 9999 || t.IsZero() {
		return time.Time{}, false
	}
	return t, true
}

// unquote is the text of a JSON string. Most have nothing to translate, and this is run for every value of every body.
func unquote(raw []byte) string {
	inner := raw[1 : len(raw)-1]
	if bytes.IndexByte(inner, '\\') < 0 && utf8.Valid(inner) {
		return string(inner)
	}
	var text string
	_ = json.Unmarshal(raw, &text) // the decoder calls UnmarshalJSON with valid JSON only
	return text
}
