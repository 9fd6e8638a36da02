package wire_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/webhook/wire"
)

func TestText(t *testing.T) {
	for raw, want := range map[string]wire.Text{
		`"Nora"`: "Nora", `"a\"b\u00e9"`: `a"bé`, `""`: "", `null`: "", `12.50`: "12.50", `true`: "true",
		`{"a":1}`: `{"a":1}`, `[1,2]`: `[1,2]`, `1e131000`: "1e131000", "\"\xff\"": "\ufffd",
	} {
		if got := decoded[wire.Text](t, raw); got != want {
			t.Errorf("%s: got %q, want %q", raw, got, want)
		}
	}
}

func TestIDKeepsTheDigitsAsTheyWereSent(t *testing.T) {
	for raw, want := range map[string]wire.ID{
		`"x1"`: "x1", `42`: "42", `9007199254740993`: "9007199254740993", `18446744073709551617`: "18446744073709551617",
		`-1`: "-1", `1e3`: "1e3", `null`: "", `true`: "", `{"$oid":"1"}`: "", `["1"]`: "",
	} {
		if got := decoded[wire.ID](t, raw); got != want {
			t.Errorf("%s: got %q, want %q", raw, got, want)
		}
	}
}

func TestTexts(t *testing.T) {
	for raw, want := range map[string]wire.Texts{
		`["lead","sale"]`: {"lead", "sale"}, `["lead",7,null]`: {"lead", "7", ""}, `"lead"`: {"lead"}, `null`: nil, `{}`: nil, `3`: nil,
	} {
		if got := decoded[wire.Texts](t, raw); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q, want %q", raw, got, want)
		}
	}
}

func TestFields(t *testing.T) {
	for raw, want := range map[string]wire.Fields{
		`{"order":"A-1","count":3,"vip":true,"more":{"a":[1]}}`: {"order": "A-1", "count": "3", "vip": "true", "more": `{"a":[1]}`},
		`null`: nil, `[]`: nil, `"text"`: nil,
	} {
		if got := decoded[wire.Fields](t, raw); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q, want %q", raw, got, want)
		}
	}
}

func TestTime(t *testing.T) {
	noon := time.Date(2026, 8, 20, 12, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name, raw string
		want      time.Time
	}{
		{"milliseconds in UTC", `"2026-08-20T12:00:00.000Z"`, noon},
		{"an offset", `"2026-08-20T14:00:00+02:00"`, noon},
		{"nine decimals", `"2026-08-20T12:00:00.000000001Z"`, noon.Add(1)},
		{"a number of milliseconds", `1787227200000`, noon},
		{"MongoDB's text form", `{"$date":"2026-08-20T12:00:00Z"}`, noon},
		{"MongoDB's number form", `{"$date":1787227200000}`, noon},
		{"nothing", `null`, time.Time{}},
		{"nothing in MongoDB's form", `{"$date":null}`, time.Time{}},
		{"an empty text", `""`, time.Time{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := decoded[wire.Time](t, test.raw); !got.Equal(test.want) || got.Unreadable || got.Location() != time.UTC {
				t.Errorf("%s: got %v, unreadable %v, want %v", test.raw, got.Time, got.Unreadable, test.want)
			}
		})
	}
}

func TestTimeMarksWhatIsNoMoment(t *testing.T) {
	for _, raw := range []string{
		`"yesterday"`, `"2026-02-30T00:00:00Z"`, `"2026-08-20T23:59:60Z"`, `"2026-08-20T12:00:00"`, `"2026-08-20"`,
		`"2026-08-20T12:00:00+25:00"`, `"10000-01-01T00:00:00Z"`, `"0000-01-01T00:00:00Z"`, `"-001-01-01T00:00:00Z"`,
		`"２０２６-08-20T12:00:00Z"`, `"1787227200000"`, `1787227200000.5`, `1e12`, `9223372036854775807`, `-9223372036854775808`,
		strings.Repeat("9", 1000), `true`, `[]`, `{}`, `{"$date":{"$date":{"$date":1}}}`, `{"$date":"soon"}`,
	} {
		got := decoded[wire.Time](t, raw)
		if !got.IsZero() || !got.Unreadable {
			t.Errorf("%s: got %v, unreadable %v, want it marked", raw, got.Time, got.Unreadable)
		}
	}
}

func decoded[T any](t *testing.T, raw string) T {
	t.Helper()
	var got T
	if err := json.Unmarshal([]byte(raw), &got); err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	return got
}

func TestUnixTime(t *testing.T) {
	noon := time.Date(2026, 8, 20, 12, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name, raw string
		want      time.Time
	}{
		{"seconds", `1787227200`, noon},
		{"microseconds behind the point, to the last", `1787227200.402913`, noon.Add(402913 * time.Microsecond)},
		{"more decimals than are kept", `1787227200.1234567891`, noon.Add(123456789)},
		{"seconds as text", `"1787227200"`, noon},
		{"decimals as text", `"1787227200.5"`, noon.Add(500 * time.Millisecond)},
		{"a date and time", `"2026-08-20T14:00:00.000+02:00"`, noon},
		{"zero", `0`, time.Time{}},
		{"nothing", `null`, time.Time{}},
		{"an empty text", `""`, time.Time{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := decoded[wire.UnixTime](t, test.raw); !got.Equal(test.want) || got.Unreadable || got.Location() != time.UTC {
				t.Errorf("%s: got %v, unreadable %v, want %v", test.raw, got.Time, got.Unreadable, test.want)
			}
		})
	}
	for _, raw := range []string{
		`"yesterday"`, `-1`, `1e9`, `1787227200.5e3`, `9223372036854775807`, strings.Repeat("9", 1000), `true`, `[]`, `{}`, `1787227200000`,
	} {
		if got := decoded[wire.UnixTime](t, raw); !got.IsZero() || !got.Unreadable {
			t.Errorf("%s: got %v, unreadable %v, want it marked", raw, got.Time, got.Unreadable)
		}
	}
}

func TestFlag(t *testing.T) {
	for raw, want := range map[string]wire.Flag{
		`true`: true, `false`: false, `null`: false, `0`: false, `1`: true, `"false"`: false, `"true"`: true, `""`: false, `"0"`: false,
		`{}`: true, `[]`: true, `"internal"`: true,
	} {
		if got := decoded[wire.Flag](t, raw); got != want {
			t.Errorf("%s: got %v, want %v", raw, got, want)
		}
	}
}
