// Package wire reads webhook bodies: one JSON document of bounded size in memory, with errors in words for people, and
// values that vendors send now in one shape and now in another.
package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"

	"github.com/postchat/postchat"
)

// Decode reads the one JSON document that body holds into v as json.Unmarshal does. v points to a struct or slice made of
// structs, slices, maps, strings, bools, int64s and json.Unmarshalers. A UTF-8 byte order mark is passed over, bytes that are
// not UTF-8 become U+FFFD, and of two members with one name the last counts; of two objects, member by member.
//
// Before anything is built in memory it refuses a document with more than 100 levels, with more than 20,000 entries in
// one list or object, with more than 100,000 lists and objects, or with more than 400,000 values.
//
// Every error holds a *postchat.Error of kind Invalid that says what is wrong, and where, without showing the content.
// Where the only trouble is that members have another JSON type than v wants, the error joins one for each of them, and the
// rest of v has been filled nevertheless.
func Decode(body []byte, v any) error {
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	if err := recognise(body); err != nil {
		return err
	}
	if err := measure(body); err != nil {
		return err
	}
	if err := json.Unmarshal(body, v); err != nil {
		return explain(err, body, v)
	}
	return nil
}

// recognise names what is often sent instead of JSON, so that people read more than "invalid character".
func recognise(body []byte) error {
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return postchat.Invalidf("", "the body is empty")
	case bytes.HasPrefix(body, []byte{0x1f, 0x8b}):
		return postchat.Invalidf("", "the body is compressed; plain JSON is expected")
	case bytes.HasPrefix(body, []byte{0xff, 0xfe}), bytes.HasPrefix(body, []byte{0xfe, 0xff}), bytes.IndexByte(body[:min(2, len(body))], 0) >= 0:
		return postchat.Invalidf("", "the body is not UTF-8; it looks like UTF-16")
	}
	return nil
}

// explain translates an error of encoding/json, whose own text shows Go types and pieces of the content.
func explain(err error, body []byte, v any) error {
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		return postchat.Invalidf("", "the body is not one JSON document: it breaks off or goes wrong at byte %d", syntax.Offset)
	}
	mismatch := (*json.UnmarshalTypeError)(nil)
	if !errors.As(err, &mismatch) {
		return postchat.Invalidf("", "the body is not JSON that can be read")
	}
	if err := mismatches(body, reflect.TypeOf(v).Elem()); err != nil {
		return err
	}
	return postchat.Invalidf(mismatch.Field, "must be %s", typeName(mismatch.Type))
}
