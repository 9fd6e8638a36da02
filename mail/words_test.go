package mail

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"mime"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
)

var languages = map[postchat.Language]*words{
	postchat.LanguageEnglish: &english, postchat.LanguageDutch: &dutch, postchat.LanguageGerman: &german,
}

func TestEveryLanguageHasEveryWordWithTheSamePlaces(t *testing.T) {
	for _, language := range postchat.Languages {
		w := languages[language]
		if w == nil || wordsOf(language) != w || w.Lang != string(language) {
			t.Fatalf("%s has no words, or those of another language", language)
		}
		compareWords(t, w.Lang, reflect.ValueOf(*w), reflect.ValueOf(english))
	}
	if wordsOf("tlh") != &english {
		t.Error("a language that we do not have has other words than English")
	}
}

// compareWords checks that all of a language's words are there, and that they have the formats of the English ones in the same
// order.
func compareWords(t *testing.T, path string, w, en reflect.Value) {
	t.Helper()
	switch w.Kind() {
	case reflect.String:
		if w.String() == "" {
			t.Errorf("%s is empty", path)
		}
		if got, want := verbs.FindAllString(w.String(), -1), verbs.FindAllString(en.String(), -1); !slices.Equal(got, want) {
			t.Errorf("%s has the places %q, and in English %q", path, got, want)
		}
	case reflect.Struct:
		for i := range w.NumField() {
			compareWords(t, path+"."+w.Type().Field(i).Name, w.Field(i), en.Field(i))
		}
	case reflect.Array:
		for i := range w.Len() {
			compareWords(t, fmt.Sprintf("%s[%d]", path, i), w.Index(i), en.Index(i))
		}
	case reflect.Map:
		if w.Len() != en.Len() {
			t.Errorf("%s has %d words, and in English %d", path, w.Len(), en.Len())
		}
		for _, key := range en.MapKeys() {
			if !w.MapIndex(key).IsValid() {
				t.Errorf("%s lacks %v", path, key)
				continue
			}
			compareWords(t, fmt.Sprintf("%s[%v]", path, key), w.MapIndex(key), en.MapIndex(key))
		}
	default:
		t.Errorf("%s is a %s", path, w.Kind())
	}
}

var verbs = regexp.MustCompile(`%[^%]`)

func TestLanguagesDifferWhereTheyShould(t *testing.T) {
	for _, w := range []*words{&dutch, &german} {
		for name, same := range map[string]bool{
			"Why": w.Why == english.Why, "Transcript": w.Transcript == english.Transcript, "Urgent": w.Urgent == english.Urgent,
			"Rescue": w.Rescue == english.Rescue, "Again": w.Again == english.Again, "Addendum": w.Addendum == english.Addendum,
		} {
			if same {
				t.Errorf("%s of %s is English", name, w.Lang)
			}
		}
	}
}

func TestEveryRoleHasAWord(t *testing.T) {
	for language, w := range languages {
		for _, role := range []postchat.Role{postchat.RoleVisitor, postchat.RoleOperator, postchat.RoleBot, postchat.RoleSystem} {
			if w.role(role) == w.role(postchat.RoleUnknown) {
				t.Errorf("%s has no word in %s", role, language)
			}
		}
	}
	if english.role("boss") != "unknown sender" {
		t.Errorf("a role that we do not know is %q", english.role("boss"))
	}
}

// reasonKinds are all kinds of reason of the domain, read from its source, so that none can be forgotten.
func reasonKinds(t *testing.T) []postchat.ReasonKind {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../decision.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []postchat.ReasonKind
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			if named, ok := spec.Type.(*ast.Ident); ok && named.Name == "ReasonKind" {
				kind, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				kinds = append(kinds, postchat.ReasonKind(kind))
			}
		}
		return true
	})
	if len(kinds) < 7 {
		t.Fatalf("only %d kinds of reason were found", len(kinds))
	}
	return kinds
}

func TestEveryReasonIsToldInEveryLanguageAndInEnglishAsTheDomainTellsIt(t *testing.T) {
	for _, kind := range reasonKinds(t) {
		for _, operator := range []string{"", "Dana %s"} {
			r := postchat.Reason{Kind: kind, Code: "Lead", Refused: "a@acme.example", Operator: operator}
			if got := english.reason(r); got != r.String() {
				t.Errorf("%s: %q, and the domain says %q", kind, got, r)
			}
			for _, w := range []*words{&dutch, &german} {
				got := w.reason(r)
				if got == r.String() || got == "" {
					t.Errorf("%s in %s is %q", kind, w.Lang, got)
				}
				for _, detail := range []string{"Lead", "a@acme.example", "Dana %s"} {
					if strings.Contains(r.String(), detail) != strings.Contains(got, detail) {
						t.Errorf("%s in %s is %q, in English %q", kind, w.Lang, got, r)
					}
				}
			}
		}
	}
	if got := german.reason(postchat.Reason{Kind: "whim"}); got != "whim" {
		t.Errorf("a kind without words is %q", got)
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
	zone := postchat.Campaign{TimeZone: "Europe/Berlin"}.Location()
	if got, want := german.date(at, zone), "2. Juli 2026, 00:30 CEST (Europe/Berlin)"; got != want {
		t.Errorf("in German: %q, want %q", got, want)
	}
	if got, want := dutch.date(at, zone), "2 juli 2026, 00:30 CEST (Europe/Berlin)"; got != want {
		t.Errorf("in Dutch: %q, want %q", got, want)
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
		if got := english.size(bytes); got != want {
			t.Errorf("%d: %q, want %q", bytes, got, want)
		}
	}
	if got := german.size(3_400_000); got != "3,4 MB" {
		t.Errorf("in German: %q", got)
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

func TestWhyAFollowUpIsInItsStateIsToldInEveryLanguageAndInEnglishAsTheDomainTellsIt(t *testing.T) {
	failed := &postchat.Fetching{Words: "there is no answer"}
	for reason, sentence := range english.States {
		f := postchat.FollowUp{Reason: reason}
		if got := f.ReasonSentence(); got != sentence || FollowUpReason(postchat.LanguageEnglish, f) != sentence {
			t.Errorf("%s is %q, and in the domain %q", reason, sentence, got)
		}
		for _, language := range postchat.Languages {
			told := FollowUpReason(language, postchat.FollowUp{Reason: reason, Fetching: failed})
			if told == reason || language != postchat.LanguageEnglish && strings.HasPrefix(told, sentence) {
				t.Errorf("%s is in %s %q", reason, language, told)
			}
			if fetching := strings.HasSuffix(told, " (there is no answer)"); !fetching {
				t.Errorf("%s in %s does not say what failed: %q", reason, language, told)
			}
		}
	}
	if got := FollowUpReason(postchat.LanguageGerman, postchat.FollowUp{Reason: "whim"}); got != "whim" {
		t.Errorf("a reason without words is %q", got)
	}
	if got := FollowUpReason(postchat.LanguageGerman, postchat.FollowUp{}); got != "" {
		t.Errorf("no reason is %q", got)
	}
}
