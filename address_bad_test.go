package postchat

import (
	"strings"
	"testing"
)

func TestParseAddressRefuses(t *testing.T) {
	label64 := strings.Repeat("h", 64)
	label60 := strings.Repeat("h", 60)
	// ascii255 has a part before the @ and a host of allowed lengths that together are one octet too long.
	ascii255 := "ab@" + strings.Repeat(label60+".", 4) + "example"
	ascii255 = strings.Repeat("l", 255-len(ascii255)) + ascii255
	tests := []struct{ name, text, want string }{
		// Nothing, or no address at all.
		{"an empty text", "", "holds no address"},
		{"blanks only", " \t ", "holds no address"},
		{"invisible characters only", "\u200b\ufeff", "holds no address"},
		{"a word", "jane", "has no @"},
		{"a host", "example.com", "has no @"},
		{"a web address", "https://example.com/jane", "has no @"},
		{"an @ alone", "@", "nothing before the @"},
		{"no part before the @", "@example.com", "nothing before the @"},
		{"nothing after the @", "jane@", "nothing after the @"},
		{"a full-width @", "jane＠example.com", "has no @"},
		{"at in words", "jane at example.com", "has no @"},
		{"mailto: alone", "mailto:", "has no @"},
		{"empty angle brackets", "Jane <>", "has no @"},
		{"a name alone in quotes", `"Jane Doe"`, "has no @"},
		{"an address that is wholly in quotes", `"jane@example.com"`, "double quotes"},

		// More than one.
		{"two addresses with ;", "a@example.com; b@example.com", "holds a , or ;"},
		{"two addresses with ,", "a@example.com,b@example.com", "holds a , or ;"},
		{"two addresses with a blank", "a@example.com b@example.com", "more than one @"},
		{"two addresses in angle brackets", "<a@example.com> <b@example.com>", "goes on after the >"},
		{"two addresses in one pair of angle brackets", "<a@example.com b@example.com>", "more than one @"},
		{"a separator at the end", "a@example.com;", "holds a , or ;"},
		{"a separator at the start", ", a@example.com", "holds a , or ;"},
		{"a name with a comma without quotes", "Doe, Jane <jane@example.com>", "holds a , or ;"},
		{"two @ in one address", "jane@doe@example.com", "more than one @"},
		{"two @ side by side", "jane@@example.com", "more than one @"},
		{"another address for a name without quotes", "ceo@example.com <eve@example.org>", "has a @ in its name"},

		// Line ends and control characters.
		{"a line feed at the end", "jane@example.com\n", "line end"},
		{"a carriage return and a line feed at the end", "jane@example.com\r\n", "line end"},
		{"a line feed at the start", "\njane@example.com", "line end"},
		{"a header of its own", "jane@example.com\r\nBcc: eve@example.org", "line end"},
		{"a lone carriage return", "jane@exa\rmple.com", "line end"},
		{"a line end in a name", "Jane\nDoe <jane@example.com>", "line end"},
		{"a line end in quotes", "\"Jane\r\nBcc: eve\" <jane@example.com>", "line end"},
		{"a folded line", "Jane\r\n <jane@example.com>", "line end"},
		{"a vertical tab", "jane@example.com\v", "line end"},
		{"a form feed", "jane@example.com\f", "line end"},
		{"a next line", "jane@example.com\u0085", "line end"},
		{"a line separator", "jane\u2028@example.com", "line end"},
		{"a paragraph separator", "Jane\u2029Doe <jane@example.com>", "line end"},
		{"NUL at the end", "jane@example.com\x00", "control character U+0000"},
		{"NUL before the @", "ja\x00ne@example.com", "control character U+0000"},
		{"NUL in a name", "Ja\x00ne <jane@example.com>", "control character U+0000"},
		{"NUL after a backslash in quotes", "\"Ja\\\x00ne\" <jane@example.com>", "control character U+0000"},
		{"a terminal's escape in a name", "\x1b[31mJane <jane@example.com>", "control character U+001B"},
		{"a backspace", "jane@example.con\bm", "control character U+0008"},
		{"delete", "jane@example.com\x7f", "control character U+007F"},
		{"a control character of Latin-1", "jane\u0090@example.com", "control character U+0090"},
		{"a tab inside the address", "jane@\texample.com", "blank in the address"},

		// What cannot be seen.
		{"a zero-width space before the @", "ja\u200bne@example.com", "invisible character U+200B"},
		{"a zero-width joiner in the host", "jane@exam\u200dple.com", "invisible character U+200D"},
		{"a soft hyphen in the host", "jane@exam\u00adple.com", "invisible character U+00AD"},
		{"a word joiner behind the @", "jane@\u2060example.com", "invisible character U+2060"},
		{"a byte order mark inside", "jane\ufeff@example.com", "invisible character U+FEFF"},
		{"a right-to-left override in the host", "jane@\u202emoc.example", "invisible character U+202E"},
		{"a right-to-left override in a name", "Jane \u202eeoD <jane@example.com>", "invisible character U+202E"},
		{"an isolate in a name", "Jane \u2066Doe <jane@example.com>", "invisible character U+2066"},
		{"a Hangul filler for a name", "\u3164 <jane@example.com>", "invisible character U+3164"},
		{"a blank Braille cell for a name", "\u2800 <jane@example.com>", "invisible character U+2800"},
		{"a tag character in a name", "Jane\U000e0041 Doe <jane@example.com>", "invisible character U+E0041"},
		{"a variation selector in the host", "jane@exam\ufe0fple.com", "invisible character U+FE0F"},
		{"a letter for private use in a name", "Jane \ue000 <jane@example.com>", "invisible character U+E000"},
		{"bytes that are not UTF-8", "jan\xe9@example.com", "not valid UTF-8"},
		{"bytes that are not UTF-8 in a name", "Jan\xe9 <jane@example.com>", "not valid UTF-8"},
		{"half a surrogate", "Jane \xed\xa0\x80 <jane@example.com>", "not valid UTF-8"},
		{"an overlong slash", "jane\xc0\xaf@example.com", "not valid UTF-8"},

		// Blanks.
		{"a blank before the @", "jane doe@example.com", "blank in the address"},
		{"a blank around the @", "jane @ example.com", "blank in the address"},
		{"a blank in the host", "jane@example .com", "blank in the address"},
		{"a no-break space inside", "jane@example\u00a0.com", "blank in the address"},
		{"a name without angle brackets", "Jane jane@example.com", "blank in the address"},
		{"a blank inside the angle brackets", "Jane <ja ne@example.com>", "blank in the address"},

		// The part before the @.
		{"a dot at the start", ".jane@example.com", "dot too many before the @"},
		{"a dot before the @", "jane.@example.com", "dot too many before the @"},
		{"two dots before the @", "jane..doe@example.com", "dot too many before the @"},
		{"a dot for all", ".@example.com", "dot too many before the @"},
		{"an option", "-oQ/tmp@example.com", "begins with a -"},
		{"a long option", "--version@example.com", "begins with a -"},
		{"an option inside the angle brackets", "Jane <-f@example.com>", "begins with a -"},
		{"65 octets before the @", strings.Repeat("l", 65) + "@example.com", "more than 64 octets before the @"},
		{"a quoted part before the @", `"jane doe"@example.com`, "double quotes in the address"},
		{"a quoted part that holds an @", `"jane@doe"@example.com`, "more than one @"},
		{"a quoted part that holds separators", `<"a;b"@example.com>`, "double quotes in the address"},
		{"a quoted part among others", `jane."d".oe@example.com`, "double quotes in the address"},
		{"a backslash", `jane\doe@example.com`, `has \ before the @`},
		{"a backslash before a letter to be quoted", `jane\@example.com`, `has \ before the @`},
		{"an accent before the @", "renée@example.com", "plain Latin letters (ASCII)"},
		{"another script before the @", "почта@пример.рф", "plain Latin letters (ASCII)"},
		{"a lookalike before the @", "j\u0430ne@example.com", "plain Latin letters (ASCII)"},
		{"full-width letters before the @", "ｊａｎｅ@example.com", "plain Latin letters (ASCII)"},
		{"a round bracket before the @", "ja(ne@example.com", "has ( before the @"},
		{"a comment before the address", "(hello)jane@example.com", "has ( before the @"},
		{"a colon before the @", "to:jane@example.com", "has : before the @"},
		{"a square bracket before the @", "jane[1]@example.com", "has [ before the @"},
		{"a percent route", "jane%example.org@example.com", "route to another host"},
		{"a bang path", "example!jane@example.com", "route to another host"},
		{"a variable of a mail provider", "%recipient%@example.com", "route to another host"},
		{"an encoded word that hides an @", "=?utf-8?q?jane=40example.org=3e?=@example.com", "encoded word"},
		{"an encoded word that hides a line end", "=?utf-8?q?=0d=0a?=jane@example.com", "encoded word"},

		// The host.
		{"no dot in the host", "jane@localhost", "no dot after the @"},
		{"a top level alone", "jane@com", "no dot after the @"},
		{"an international host without a dot", "jane@bücher", "no dot after the @"},
		{"a dot behind the @", "jane@.example.com", "dot too many after the @"},
		{"a dot at the end", "jane@example.com.", "dot too many after the @"},
		{"two dots in the host", "jane@example..com", "dot too many after the @"},
		{"a dot for a host", "jane@.", "dot too many after the @"},
		{"an ideographic full stop at the end", "jane@example.com。", "dot too many after the @"},
		{"a hyphen at the start of the host", "jane@-example.com", "hyphen at the end of a part"},
		{"a hyphen at the end of a part", "jane@example-.com", "hyphen at the end of a part"},
		{"a hyphen at the start of the top level", "jane@example.-com", "hyphen at the end of a part"},
		{"a hyphen for a part", "jane@-.example", "hyphen at the end of a part"},
		{"hyphens where punycode has them", "jane@ab--cd.example", "IDNA"},
		{"an underscore in the host", "jane@exam_ple.com", "has _ after the @"},
		{"a slash in the host", "jane@example.com/path", "has / after the @"},
		{"a port", "jane@example.com:25", "has : after the @"},
		{"a comment in the host", "jane@example.com(work)", "has ( after the @"},
		{"a comment in the middle", "jane@exam(x)ple.com", "has ( after the @"},
		{"a star in the host", "jane@*.example.com", "has * after the @"},
		{"quotes in the host", `jane@exam'ple.com`, "has ' after the @"},
		{"full-width brackets in the host", "jane@exam（x）ple.com", "IDNA"},
		{"an address literal", "jane@[192.0.2.1]", "an IP address after the @"},
		{"an IPv6 literal", "jane@[IPv6:2001:db8::1]", "an IP address after the @"},
		{"an IPv4 address", "jane@192.0.2.1", "last part begins with a digit"},
		{"a short IPv4 address", "jane@127.1", "last part begins with a digit"},
		{"an IPv4 address in hex", "jane@0x7f.0x1", "last part begins with a digit"},
		{"a numeric top level", "jane@example.123", "last part begins with a digit"},
		{"full-width digits for a top level", "jane@example.１２３", "last part begins with a digit"},
		{"64 octets in a part of the host", "jane@" + label64 + ".example", "more than 63 octets"},
		{"64 octets in a part after punycode", "jane@" + strings.Repeat("ü", 60) + ".example", "more than 63 octets"},
		{"255 octets", ascii255, "more than 254 octets"},
		{"a host of 254 octets", "j@" + strings.Repeat(label60+".", 4) + "exampleeee", "more than 254 octets"},
		{"100,000 letters are too long to look at", strings.Repeat("l", 100_000), "longer than 64 KiB"},
		{"60,000 letters before the @", strings.Repeat("l", 60_000) + "@example.com", "more than 254 octets"},
		{"60,000 letters after the @", "jane@" + strings.Repeat("h", 60_000), "more than 254 octets"},
		{"20,000 different letters after the @", "jane@" + manyLetters(20_000) + ".example", "more than 254 octets"},
		{"broken punycode", "jane@xn--a.example", "IDNA"},
		{"punycode for plain letters", "jane@xn--example-.com", "IDNA"},
		{"punycode for a capital", "jane@xn--cher-fna.example", "IDNA"},
		{"punycode in punycode", "jane@xn--xn--bcher-kva-4va.example", "IDNA"},
		{"a sign that IDNA forbids", "jane@≠.example", "IDNA"},
		{"a combining mark at the start of a part", "jane@\u0301a.example", "IDNA"},
		{"both directions in one part", "jane@אb.example", "IDNA"},

		// Brackets, quotes, names.
		{"no > at the end", "Jane <jane@example.com", "has a < without its >"},
		{"no < at the start", "jane@example.com>", "has > after the @"},
		{"doubled angle brackets", "<<jane@example.com>>", "goes on after the >"},
		{"an address behind its >", "<jane>@example.com", "goes on after the >"},
		{"a comment behind the address", "<jane@example.com> (Jane)", "goes on after the >"},
		{"a comment behind a bare address", "jane@example.com (Jane)", "a name goes in front"},
		{"a name behind the address", "<jane@example.com> Jane", "goes on after the >"},
		{"a quote that is not closed", `"Jane <jane@example.com>`, "never closed"},
		{"a quote closed by an escaped quote", `"Jane\" <jane@example.com>`, "never closed"},
		{"a quote behind the name", `Jane" <jane@example.com>`, "never closed"},
		{"a > in a name without quotes", "Jane > Doe <jane@example.com>", "has a > in its name"},
		{"a header's name", "To: Jane <jane@example.com>", "has a : in its name"},
		{"a group", "Sales: jane@example.com;", "holds a , or ;"},
		{"an empty group", "undisclosed-recipients:;", "holds a , or ;"},
		{"a group of one", "Sales: Jane <jane@example.com>", "has a : in its name"},
		{"a source route", "<@example.org:jane@example.com>", "more than one @"},
		{"a longer source route", "<@example.org,@example.net:jane@example.com>", "holds a , or ;"},
		{"an encoded word for a name", "=?utf-8?b?SmFuZQ==?= <jane@example.com>", "encoded word (=?) in its name"},
		{"an encoded word in quotes", `"=?utf-8?q?=0aBcc:_eve?=" <jane@example.com>`, "encoded word (=?) in its name"},
		{"a name of 121 characters", strings.Repeat("é", 121) + " <jane@example.com>", "a name of more than 120 characters"},
		{"a mailto: link with a subject", "mailto:jane@example.com?subject=hello", "only the address is wanted"},
		{"a mailto: link with escapes", "mailto:jane%2Bchat@example.com", "only the address is wanted"},
		{"mailto: in front of a name", "mailto:Jane <jane@example.com>", "has a : in its name"},
		{"mailto: twice", "mailto:mailto:jane@example.com", "has : before the @"},
	}
	if len(tests) < 100 {
		t.Fatalf("only %d bad addresses", len(tests))
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := ParseAddress(test.text)
			wantInvalid(t, err, test.want)
			if got != (Address{}) {
				t.Fatalf("ParseAddress(%q) returned %+v beside its error", test.text, got)
			}
		})
	}
}

// manyLetters returns n different Chinese characters, the worst case for punycode.
func manyLetters(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteRune(rune('\u4e00' + i))
	}
	return b.String()
}

func TestParseAddressShowsTheTextHarmlessly(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a short text is shown whole", `"Jane" jane`, `“"Jane" jane” has no @`},
		{"a long text is cut at 60 characters", strings.Repeat("é", 70), "“" + strings.Repeat("é", 59) + "…” has no @"},
		{"control characters are named", "\x1b[31m\x00", "“[U+001B][31m[U+0000]” holds the control character U+001B"},
		{"line ends are named", "a\r\nb", "“a[U+000D][U+000A]b” holds a line end"},
		{"invisible characters are named", "a\u202eb", "“a[U+202E]b” holds the invisible character U+202E"},
		{"broken bytes have a stand-in", "a\xffb", "“a\ufffdb” is not valid UTF-8"},
		{"60 characters are not passed by naming", strings.Repeat("\x01", 60), "“" + strings.Repeat("[U+0001]", 8)[:59] + "…” holds"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := ParseAddress(test.text)
			wantInvalid(t, err, test.want)
		})
	}
}
