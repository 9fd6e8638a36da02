package postchat

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAddressPropertyFormatThenParseIsTheSameList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawList(t)
		text := FormatAddressList(list)
		got, err := ParseAddressList(text)
		if err != nil || !slices.Equal(got, list) {
			t.Fatalf("ParseAddressList(%q) = %v, %v; want %v", text, got, err, list)
		}
		checkList(t, got)
	})
}

func TestAddressPropertyMoreSeparatorsChangeNothing(t *testing.T) {
	separators := rapid.StringOfN(rapid.SampledFrom([]rune(";,\n\r \t\u00a0\u200b\u2028")), 0, 5, -1)
	rapid.Check(t, func(t *rapid.T) {
		list := drawList(t)
		var text strings.Builder
		text.WriteString(separators.Draw(t, "first"))
		for _, a := range list {
			text.WriteString(a.String() + rapid.SampledFrom([]string{";", ",", "\n"}).Draw(t, "separator"))
			text.WriteString(separators.Draw(t, "more"))
		}
		got, err := ParseAddressList(text.String())
		if err != nil || !slices.Equal(got, list) {
			t.Fatalf("ParseAddressList(%q) = %v, %v; want %v", text.String(), got, err, list)
		}
	})
}

func TestAddressPropertyDoublesChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawList(t)
		doubled := slices.Clone(list)
		for _, a := range list {
			if rapid.Bool().Draw(t, "double") {
				a.Email = strings.ToUpper(a.Email)
				doubled = append(doubled, a)
			}
		}
		got, err := ParseAddressList(FormatAddressList(doubled))
		if err != nil || !slices.Equal(got, list) {
			t.Fatalf("ParseAddressList(%q) = %v, %v; want %v", FormatAddressList(doubled), got, err, list)
		}
	})
}

func TestAddressPropertyOneBadItemRefusesAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawList(t)
		at := rapid.IntRange(0, len(list)).Draw(t, "place")
		bad := rapid.SampledFrom([]string{"jane", "jane@localhost", "a@b@example.com", "\x00", `"`, "<", "-f@example.com"}).Draw(t, "bad")
		text := FormatAddressList(list[:at]) + "\n" + bad + "\n" + FormatAddressList(list[at:])
		got, err := ParseAddressList(text)
		if len(Problems(err)) != 1 || got != nil {
			t.Fatalf("ParseAddressList(%q) = %v, %v; want one error", text, got, err)
		}
	})
}

func TestAddressPropertyAnyTextIsSafe(t *testing.T) {
	// Pieces that mean something make deeper texts than letters by chance.
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"a@example.com", "<", ">", `"`, `\`, ";", ",", "\r\n", "@", ".", "-", "xn--", "mailto:", "=?", "ü", "。", "\u200b", "\u202e", "\x00", " ",
	}))
	rapid.Check(t, func(t *rapid.T) {
		checkAnyText(t, strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), ""))
	})
}

// checkAnyText holds what must be so of every text, good or bad.
func checkAnyText(t failer, text string) {
	t.Helper()
	list, err := ParseAddressList(text)
	if (list == nil) != (err != nil) {
		t.Fatalf("ParseAddressList(%q) = %v, %v; want a list or an error", text, list, err)
	}
	checkList(t, list)
	checkMessages(t, err)
	if again, err := ParseAddressList("\n;" + text + "\n,; "); !slices.Equal(again, list) {
		t.Fatalf("with separators around, ParseAddressList(%q) = %v, %v; want %v", text, again, err, list)
	}

	one, err := ParseAddress(text)
	checkMessages(t, err)
	if err != nil {
		return
	}
	checkAddress(t, one)
	if !slices.Equal(list, []Address{one}) {
		t.Fatalf("ParseAddress(%q) = %v, but the list is %v", text, one, list)
	}
}

// checkMessages checks that all of err is for people, and harmless to show.
func checkMessages(t failer, err error) {
	t.Helper()
	if err == nil {
		return
	}
	found := Problems(err)
	if len(found) == 0 {
		t.Fatalf("%v is not for people", err)
	}
	for _, problem := range found {
		if strings.ContainsFunc(problem.Message, isHidden) || len(problem.Message) > 500 || problem.Kind != Invalid {
			t.Fatalf("message %q is long or could do harm where it is shown", problem.Message)
		}
	}
}

// drawList draws a list without doubles, up to more than people type.
func drawList(t *rapid.T) []Address {
	return rapid.SliceOfNDistinct(rapid.Custom(drawAddress), 0, 8, Address.Key).Draw(t, "list")
}

func drawAddress(t *rapid.T) Address {
	word := rapid.StringMatching("[a-z0-9]{1,8}(-[a-z0-9]{1,4})?")
	labels := rapid.SliceOfN(rapid.OneOf(word, rapid.SampledFrom([]string{
		"xn--bcher-kva", "xn--e1afmkfd", "xn--r8jz45g", "xn--fiqs8s",
	})), 1, 4).Draw(t, "labels")
	host := strings.Join(append(labels, rapid.SampledFrom([]string{"example", "com", "xn--p1ai"}).Draw(t, "top")), ".")
	local := rapid.StringMatching("[A-Za-z0-9_+#$&'*/^`{|}~]{1,8}([.-][A-Za-z0-9_+=]{1,8}){0,3}").Draw(t, "local")
	return Address{Name: drawName(t), Email: local + "@" + host}
}

// drawName draws a name of one line with as many signs that mean something to the parser as letters.
func drawName(t *rapid.T) string {
	runes := rapid.SampledFrom([]rune(`abcDEF éß漢字Яא1  ,,;;""\\''<>()[]@@::..-=!?`))
	name := rapid.StringOfN(runes, 0, 30, -1).Filter(func(name string) bool {
		_, err := parseEmail(strings.Trim(name, "'"))
		return !strings.Contains(name, "=?") && err != nil // a name that is an address may be dropped
	}).Draw(t, "name")
	return strings.Join(strings.Fields(name), " ")
}
