package scalar_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/graph/scalar"
)

func written(m graphql.Marshaler) string {
	var text bytes.Buffer
	m.MarshalGQL(&text)
	return text.String()
}

func TestValuesAreWritten(t *testing.T) {
	t.Parallel()
	summer := time.Date(2026, 7, 1, 11, 30, 0, 123456000, time.FixedZone("", 2*60*60))
	for _, test := range []struct {
		name string
		is   graphql.Marshaler
		want string
	}{
		{"a time in UTC", scalar.MarshalTime(summer), `"2026-07-01T09:30:00.123456Z"`},
		{"no time as null", scalar.MarshalTime(time.Time{}), `null`},
		{"a length of time in whole seconds", scalar.MarshalSeconds(90*time.Second + 900*time.Millisecond), `90`},
		{"a word in upper case", scalar.MarshalFollowUpState(postchat.FollowUpAwaitingOK), `"AWAITING_OK"`},
		{"no role as unknown", scalar.MarshalRole(""), `"UNKNOWN"`},
		{"nothing that keeps a follow-up back as null", scalar.MarshalNotForwarded(""), `null`},
		{"text as JSON", scalar.MarshalString("a\"b\u2028"), `"a\"b\u2028"`},
	} {
		if got := written(test.is); got != test.want && !sameJSON(got, test.want) {
			t.Errorf("%s is written %s, want %s", test.name, got, test.want)
		}
	}
}

func sameJSON(a, b string) bool {
	var left, right string
	return json.Unmarshal([]byte(a), &left) == nil && json.Unmarshal([]byte(b), &right) == nil && left == right
}

func TestValuesAreRead(t *testing.T) {
	t.Parallel()
	seconds := func(v any) (any, error) { return scalar.UnmarshalSeconds(v) }
	moment := func(v any) (any, error) { return scalar.UnmarshalTime(v) }
	id := func(v any) (any, error) { return scalar.UnmarshalID(v) }
	text := func(v any) (any, error) { return scalar.UnmarshalString(v) }
	for _, test := range []struct {
		name  string
		read  func(any) (any, error)
		given any
		want  any // nil where it is refused
	}{
		{"seconds of a variable", seconds, json.Number("90"), 90 * time.Second},
		{"seconds of a literal", seconds, int64(0), time.Duration(0)},
		{"seconds as text", seconds, "90", nil},
		{"half a second", seconds, json.Number("0.5"), nil},
		{"more seconds than there are", seconds, json.Number("9300000000"), nil},
		{"seconds past 64 bits", seconds, json.Number("99999999999999999999"), nil},
		{"a time in a zone", moment, "2026-07-01T11:30:00.1234567+02:00", time.Date(2026, 7, 1, 9, 30, 0, 123456000, time.UTC)},
		{"a time without a zone", moment, "2026-07-01T11:30:00", nil},
		{"a day that there is not", moment, "2026-02-30T00:00:00Z", nil},
		{"a number for a time", moment, json.Number("1"), nil},
		{"an id", id, "a-b", "a-b"},
		{"a number for an id", id, json.Number("7"), "7"},
		{"a literal number for an id", id, int64(7), "7"},
		{"a list for an id", id, []any{"a"}, nil},
		{"an id with a NUL", id, "a\x00", nil},
		{"text with line ends", text, "a\r\nb", "a\r\nb"},
		{"a number for text", text, json.Number("7"), nil},
		{"text with a NUL", text, "\x00", nil},
	} {
		got, err := test.read(test.given)
		switch {
		case test.want == nil && !postchat.IsKind(err, postchat.Invalid):
			t.Errorf("%s is read as %v, %v; want it refused as invalid", test.name, got, err)
		case test.want != nil && (err != nil || got != test.want):
			t.Errorf("%s is read as %v, %v; want %v", test.name, got, err, test.want)
		}
	}
}
