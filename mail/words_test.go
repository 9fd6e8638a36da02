package mail

import (
	"mime"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
)

func TestEveryWordOfEnglishIsThere(t *testing.T) {
	w := reflect.ValueOf(english)
	for i := range w.NumField() {
		if w.Field(i).IsZero() {
			t.Errorf("%s is empty", w.Type().Field(i).Name)
		}
	}
	for _, month := range english.Months {
		if month == "" {
			t.Error("a month is empty")
		}
	}
	for _, role := range []postchat.Role{postchat.RoleVisitor, postchat.RoleOperator, postchat.RoleBot, postchat.RoleSystem} {
		if english.role(role) == english.role(postchat.RoleUnknown) {
			t.Errorf("%s has no word", role)
		}
	}
	if english.role("boss") != "unknown sender" {
		t.Errorf("a role that we do not know is %q", english.role("boss"))
	}
}

func TestDatesNameTheirZone(t *testing.T) {
	at := time.Date(2026, 7, 1, 22, 30, 0, 0, time.UTC)
	for zone, want := range map[string]string{
		"UTC":                 "1 July 2026, 22:30 UTC",
		"Europe/Amsterdam":    "2 July 2026, 00:30 CEST (Europe/Amsterdam)",
		"America/Los_Angeles": "1 July 2026, 15:30 PDT (America/Los_Angeles)",
		"Asia/Kathmandu":      "2 July 2026, 04:15 +0545 (Asia/Kathmandu)",
		"Moon/Tycho":          "1 July 2026, 22:30 UTC",
	} {
		if got := english.date(at, postchat.Campaign{TimeZone: zone}.Location()); got != want {
			t.Errorf("%s: %q, want %q", zone, got, want)
		}
	}
}

func TestDurationsHaveTheirTwoLargestUnits(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0:                                     "0 s",
		59*time.Second + 900*time.Millisecond: "59 s",
		time.Minute:                           "1 min",
		12*time.Minute + 30*time.Second:       "12 min",
		time.Hour:                             "1 h",
		65 * time.Minute:                      "1 h 5 min",
		50 * time.Hour:                        "50 h",
	} {
		if got := english.duration(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestSizesAreInUnitsOfAThousand(t *testing.T) {
	for bytes, want := range map[int64]string{
		1: "1 B", 999: "999 B", 1000: "1.0 kB", 9_949: "9.9 kB", 9_950: "10 kB", 482_113: "482 kB", 999_499: "999 kB",
		999_500: "1.0 MB", 3_400_000: "3.4 MB", 1<<63 - 1: "9.2 EB",
	} {
		if got := size(bytes); got != want {
			t.Errorf("%d: %q, want %q", bytes, got, want)
		}
	}
}

// FuzzEncodeText reads every encoded text back with the standard library's decoder.
func FuzzEncodeText(f *testing.F) {
	for _, s := range []string{
		"plain words", "Jonas Weiß · Acme", "ß ß ß x ß", "=?utf-8?q?x?=", "a =?utf-8?q?x?= b", "_ = ?", "=?", strings.Repeat("é", 200),
		strings.Repeat("x", 200), "👩‍👩‍👧‍👦 x 👩‍👩‍👧‍👦", "\"quoted\" \\ (x)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = oneLine(s)
		if s == "" {
			return
		}
		for kind, tokens := range map[string][]string{"text": encodeText(s), "phrase": encodePhrase(s)} {
			for _, token := range tokens {
				if token == "" || len(token) > 2*maxAtom+2 || strings.HasPrefix(token, "=?") && len(token) > maxWord {
					t.Errorf("%s of %q has the token %q", kind, s, token)
				}
				if strings.Contains(token, "=?") && !strings.HasPrefix(token, "=?utf-8?q?") {
					t.Errorf("%s of %q has %q, which readers could decode", kind, s, token)
				}
				if i := strings.IndexFunc(token, func(r rune) bool { return r < ' ' || r > '~' }); i >= 0 {
					t.Errorf("%s of %q is not ASCII: %q", kind, s, token)
				}
			}
		}
		var decoder mime.WordDecoder
		if got, err := decoder.DecodeHeader(strings.Join(encodeText(s), " ")); err != nil || got != s {
			t.Errorf("%q reads %q, %v", s, got, err)
		}
	})
}

// FuzzCutMarkup checks that a cut text is a beginning that fits, and that the characters cut off are counted.
func FuzzCutMarkup(f *testing.F) {
	f.Add("plain", 3)
	f.Add("<\"&'+>\n", 12)
	f.Add("é👩‍👩‍👧", 5)
	f.Fuzz(func(t *testing.T, s string, room int) {
		s = postchat.CleanText(s)
		kept, left := cutMarkup(s, room)
		if !strings.HasPrefix(s, kept) || len([]rune(s)) != len([]rune(kept))+left {
			t.Errorf("%q cut to %q, %d left", s, kept, left)
		}
		if kept != "" && markupLength(kept) > room {
			t.Errorf("%q takes %d bytes of %d", kept, markupLength(kept), room)
		}
		if left > 0 && markupLength(kept)+len("&#34;") <= room {
			t.Errorf("%q cut to %q where %d bytes are free", s, kept, room-markupLength(kept))
		}
	})
}
