package postchat

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestParseAddressList(t *testing.T) {
	a, b := Address{"", "a@example.com"}, Address{"", "b@example.org"}
	jane := Address{"Doe, Jane; Sales", "jane@example.com"}
	tests := []struct {
		name, text string
		want       []Address
	}{
		{"an empty text is an empty list", "", nil},
		{"white space is an empty list", " \t\r\n\u00a0\u200b", nil},
		{"separators alone are an empty list", ";, ;\n,,", nil},
		{"one address is a list of one", "a@example.com", []Address{a}},
		{"semicolons separate", "a@example.com; b@example.org", []Address{a, b}},
		{"commas separate, with or without blanks", "a@example.com,b@example.org", []Address{a, b}},
		{"line ends of every system separate", "a@example.com\nb@example.org\r\nc@example.com\rd@example.com\u2028e@example.com", []Address{
			a, b, {"", "c@example.com"}, {"", "d@example.com"}, {"", "e@example.com"},
		}},
		{"separators can be mixed", "a@example.com;\n b@example.org,\n", []Address{a, b}},
		{"doubled separators are one", "a@example.com;;b@example.org", []Address{a, b}},
		{"separators at both ends are nothing", "; a@example.com, b@example.org ;", []Address{a, b}},
		{"the order is kept", "b@example.org; a@example.com", []Address{b, a}},
		{"what surrounds an item in a paste is trimmed", "\u200ba@example.com\u00a0;\t\ufeffb@example.org\u200b", []Address{a, b}},
		{"names are taken", "Ann <a@example.com>, Bob B. <b@example.org>", []Address{{"Ann", "a@example.com"}, {"Bob B.", "b@example.org"}}},
		{"quotes hold separators", `"Doe, Jane; Sales" <jane@example.com>; a@example.com`, []Address{jane, a}},
		{"an escaped quote does not end the quotes", `"J\"; D" <jane@example.com>; a@example.com`, []Address{{`J"; D`, "jane@example.com"}, a}},
		{"an escaped backslash does not escape the quote behind it", `"J\\" <jane@example.com>; a@example.com`, []Address{{`J\`, "jane@example.com"}, a}},
		{"mailto: is dropped from each", "mailto:a@example.com, mailto:b@example.org", []Address{a, b}},
		{"doubles are folded, the first stays", "a@example.com; b@example.org; A@EXAMPLE.com", []Address{a, b}},
		{"doubles are found by the ASCII form", "c@bücher.example; C@xn--bcher-kva.example", []Address{{"", "c@xn--bcher-kva.example"}}},
		{"a name of a later double is kept", "a@example.com; b@example.org; Ann <a@example.com>", []Address{{"Ann", "a@example.com"}, b}},
		{"the first of several names is kept", "a@example.com; Ann <a@example.com>; Anna <a@example.com>", []Address{{"Ann", "a@example.com"}}},
		{"the first spelling of the address is kept", "A.Doe@example.com; Ann <a.doe@example.com>", []Address{{"Ann", "A.Doe@example.com"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := ParseAddressList(test.text)
			if err != nil || got == nil || !slices.Equal(got, test.want) {
				t.Fatalf("ParseAddressList(%q) = %#v, %v; want %#v", test.text, got, err, test.want)
			}
			checkList(t, got)
		})
	}
}

// checkList holds what must be so of every list that was parsed.
func checkList(t failer, list []Address) {
	t.Helper()
	seen := make(map[string]bool)
	for _, a := range list {
		if seen[a.Key()] {
			t.Fatalf("%v is twice in %v", a, list)
		}
		seen[a.Key()] = true
		checkAddress(t, a)
	}
	text := FormatAddressList(list)
	if again, err := ParseAddressList(text); err != nil || !slices.Equal(again, list) {
		t.Fatalf("ParseAddressList(%q) = %v, %v; want %v as before", text, again, err, list)
	}
}

func TestFormatAddressList(t *testing.T) {
	tests := []struct {
		name string
		list []Address
		want string
	}{
		{"nothing for an empty list", nil, ""},
		{"one as it is", []Address{{"", "a@example.com"}}, "a@example.com"},
		{"semicolons between several, quotes where needed", []Address{{"", "a@example.com"}, {"Ann", "b@example.com"}, {"Doe, Jane", "c@example.com"}},
			`a@example.com; Ann <b@example.com>; "Doe, Jane" <c@example.com>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := FormatAddressList(test.list); got != test.want {
				t.Fatalf("FormatAddressList = %q; want %q", got, test.want)
			}
		})
	}
}

func TestParseAddressListNamesEveryBadItem(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // the start of each message
	}{
		{"one bad item refuses the whole list", "a@example.com; b@; c@example.com", []string{"item 2, “b@”, has nothing after the @"}},
		{"all bad items are named, in order", "jane; a@example.com, b@localhost\n@example.com", []string{
			"item 1, “jane”, has no @", "item 3, “b@localhost”, has no dot", "item 4, “@example.com”, has nothing before the @",
		}},
		{"empty items are not counted", ";;\n a@example.com;;,\nb@;", []string{"item 2, “b@”, has nothing after the @"}},
		{"a double counts as an item", "a@example.com; a@example.com; b@", []string{"item 3, “b@”, has nothing after the @"}},
		{"a name with a comma gets help", "Doe, Jane <jane@example.com>", []string{
			"item 1, “Doe”, has no @; a name that holds a , or ; must be in double quotes",
		}},
		{"two addresses with a blank between are one bad item", "a@example.com b@example.com", []string{
			"item 1, “a@example.com b@example.com”, has more than one @; addresses need a ; or , or new line between them",
		}},
		{"a quote that is not closed reaches to the end of its line, not further", "\"Doe; a@example.com\nb@example.com; c@", []string{
			"item 1, “\"Doe; a@example.com”, has a double quote (\") that is never closed", "item 3, “c@”, has nothing after the @",
		}},
		{"a line end in quotes breaks both lines", "\"Jane\r\nBcc: eve@example.org\" <jane@example.com>", []string{
			"item 1, “\"Jane”, has a double quote", "item 2, “Bcc: eve@example.org\" <jane@example.com>”, has a double quote",
		}},
		{"a list inside angle brackets is cut", "<a@example.com;b@example.com>", []string{
			"item 1, “<a@example.com”, has a < without", "item 2, “b@example.com>”, has > after the @",
		}},
		{"a group is refused", "Sales: a@example.com, b@example.com;", []string{"item 1, “Sales: a@example.com”, has a blank"}},
		{"a source route is refused", "<@example.org,@example.net:a@example.com>", []string{
			"item 1, “<@example.org”, has a <", "item 2, “@example.net:a@example.com>”, has more than one @",
		}},
		{"full-width separators are not taken", "a@example.com；b@example.com", []string{"item 1, “a@example.com；b@example.com”, has more than one @"}},
		{"control characters are shown harmlessly", "a@example.com\x00; \x1b[2J", []string{
			"item 1, “a@example.com[U+0000]”, holds the control character U+0000", "item 2, “[U+001B][2J”, holds the control character U+001B",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			list, err := ParseAddressList(test.text)
			found := Problems(err)
			if list != nil || len(found) != len(test.want) {
				t.Fatalf("ParseAddressList(%q) = %v, %v; want %d errors", test.text, list, err, len(test.want))
			}
			for i, want := range test.want {
				if !strings.HasPrefix(found[i].Message, want) {
					t.Errorf("error %d = %q; want it to begin with %q", i+1, found[i].Message, want)
				}
				wantInvalid(t, found[i], want)
			}
		})
	}
}

func TestParseAddressListHelpsNobodyWhoTypedOneWord(t *testing.T) {
	_, err := ParseAddressList("Doe")
	if want := "item 1, “Doe”, has no @"; err == nil || err.Error() != want {
		t.Fatalf("error = %v; want %q alone", err, want)
	}
}

func TestParseAddressListHasLimits(t *testing.T) {
	numbered := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "p%d@example.com;", i)
		}
		return b.String()
	}
	full := "a@example.com" + strings.Repeat(";", maxAddressText-len("a@example.com"))
	tests := []struct {
		name, text string
		want       int    // addresses
		refusal    string // part of the message; empty where the list is taken
	}{
		{"1,000 addresses are taken", numbered(1000), 1000, ""},
		{"1,001 are not", numbered(1001), 0, "the list has 1001 addresses; at most 1000 can be in one list"},
		{"doubles count before they are folded", strings.Repeat("a@example.com\n", 1001), 0, "the list has 1001 addresses"},
		{"empty items do not count", strings.Repeat(";", 5000) + "a@example.com", 1, ""},
		{"64 KiB are taken", full, 1, ""},
		{"one octet more is not", full + ";", 0, "longer than 64 KiB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			list, err := ParseAddressList(test.text)
			if test.refusal != "" {
				wantInvalid(t, err, test.refusal)
			} else if err != nil {
				t.Fatal(err)
			}
			if len(list) != test.want {
				t.Fatalf("%d addresses; want %d", len(list), test.want)
			}
		})
	}
}

func BenchmarkParseAddressList(b *testing.B) {
	lists := map[string]string{
		"plain":     strings.Repeat("jane.doe@example.com; ", 1000),
		"named":     strings.Repeat(`"Doe, Jane" <jane.doe@example.com>; `, 1000),
		"punycode":  strings.Repeat("jane.doe@bücher.example; ", 1000),
		"worst IDN": strings.Repeat("a@"+manyLetters(330)+";", 60),
		"one quote": `"` + strings.Repeat(";", maxAddressText-1),
	}
	for name, list := range lists {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(list)))
			for b.Loop() {
				_, _ = ParseAddressList(list)
			}
		})
	}
}
