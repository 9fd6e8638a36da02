package postchat

import (
	"errors"
	"net/mail"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseAddress(t *testing.T) {
	label63 := strings.Repeat("h", 63)
	longHost := strings.Join([]string{label63, label63, label63, strings.Repeat("h", 57)}, ".") + ".example"
	longest := "a@" + longHost[len(longHost)-252:]
	tests := []struct {
		name, text string
		want       Address
	}{
		{"a plain address is itself", "jane@example.com", Address{"", "jane@example.com"}},
		{"the host is lowered, the part before the @ is kept", "Jane.Doe@EXAMPLE.Com", Address{"", "Jane.Doe@example.com"}},
		{"a tag is part of the address", "jane+chat@example.com", Address{"", "jane+chat@example.com"}},
		{"every sign of RFC 5322 but % and ! is taken", "#$&'*+/?=^_`{|}~-x@example.com", Address{"", "#$&'*+/?=^_`{|}~-x@example.com"}},
		{"one letter and one digit are enough", "1@a.b", Address{"", "1@a.b"}},
		{"a host can begin with a digit", "a@3d.example", Address{"", "a@3d.example"}},
		{"a host can have many parts", "a@x.y.z.example.com", Address{"", "a@x.y.z.example.com"}},
		{"64 octets before the @ are taken", strings.Repeat("l", 64) + "@example.com", Address{"", strings.Repeat("l", 64) + "@example.com"}},
		{"a part of a host can have 63 octets", "a@" + label63 + ".example", Address{"", "a@" + label63 + ".example"}},
		{"254 octets are taken", longest, Address{"", longest}},

		{"a name goes in front", "Jane Doe <jane@example.com>", Address{"Jane Doe", "jane@example.com"}},
		{"a name needs no blank behind it", "Jane<jane@example.com>", Address{"Jane", "jane@example.com"}},
		{"angle brackets need no name", "<jane@example.com>", Address{"", "jane@example.com"}},
		{"an empty name in quotes is none", `"" <jane@example.com>`, Address{"", "jane@example.com"}},
		{"a name without quotes can hold dots", "Dr. J. P. Doe <jane@example.com>", Address{"Dr. J. P. Doe", "jane@example.com"}},
		{"a name can hold an apostrophe", "Jane O'Neil <jane@example.com>", Address{"Jane O'Neil", "jane@example.com"}},
		{"round brackets are part of a name", "Jane Doe (Sales) <jane@example.com>", Address{"Jane Doe (Sales)", "jane@example.com"}},
		{"a name can be in any script", "山田 太郎 <taro@example.com>", Address{"山田 太郎", "taro@example.com"}},
		{"a name in quotes can hold separators", `"Doe, Jane; Sales" <jane@example.com>`, Address{"Doe, Jane; Sales", "jane@example.com"}},
		{"a name in quotes can hold angle brackets", `"Jane <the boss>" <jane@example.com>`, Address{"Jane <the boss>", "jane@example.com"}},
		{"a name in quotes can hold @ and :", `"To: jane @ home" <jane@example.com>`, Address{"To: jane @ home", "jane@example.com"}},
		{"a backslash in quotes takes the next character as it is", `"Jane \"JD\" Doe \\ Co" <jane@example.com>`, Address{`Jane "JD" Doe \ Co`, "jane@example.com"}},
		{"a backslash outside quotes is itself", `Doe \ Co <jane@example.com>`, Address{`Doe \ Co`, "jane@example.com"}},
		{"quotes around a part of a name are dropped", `Jane "JD" Doe <jane@example.com>`, Address{"Jane JD Doe", "jane@example.com"}},
		{"white space in a name is folded", "Jane\u00a0 \tDoe <jane@example.com>", Address{"Jane Doe", "jane@example.com"}},
		{"white space in quotes is folded", `"  Jane   Doe " <jane@example.com>`, Address{"Jane Doe", "jane@example.com"}},
		{"a name of 120 characters is taken", strings.Repeat("é", 120) + " <jane@example.com>", Address{strings.Repeat("é", 120), "jane@example.com"}},
		{"a name that repeats the address is dropped", "Jane@example.com <jane@EXAMPLE.com>", Address{"", "jane@example.com"}},
		{"so is one in single quotes", "'jane@example.com' <jane@example.com>", Address{"", "jane@example.com"}},
		{"so is one in double quotes", `"jane@example.com" <jane@example.com>`, Address{"", "jane@example.com"}},
		{"so is one with the host's own letters", "jane@bücher.example <jane@xn--bcher-kva.example>", Address{"", "jane@xn--bcher-kva.example"}},

		{"white space around is trimmed", " \t jane@example.com\u00a0\u3000", Address{"", "jane@example.com"}},
		{"zero-width characters around are trimmed", "\ufeff\u200bjane@example.com\u200b\u2060", Address{"", "jane@example.com"}},
		{"direction marks that a paste brought around are trimmed", "\u202ajane@example.com\u202c", Address{"", "jane@example.com"}},
		{"blanks inside the angle brackets are trimmed", "Jane < jane@example.com >", Address{"Jane", "jane@example.com"}},
		{"mailto: is dropped", "mailto:jane@example.com", Address{"", "jane@example.com"}},
		{"mailto: is dropped in any case, with a blank", "MailTo: jane@example.com", Address{"", "jane@example.com"}},
		{"mailto: is dropped inside the angle brackets", "jane@example.com <mailto:jane@example.com>", Address{"", "jane@example.com"}},

		{"an international host becomes punycode", "jane@bücher.example", Address{"", "jane@xn--bcher-kva.example"}},
		{"its capitals are lowered", "jane@BÜCHER.example", Address{"", "jane@xn--bcher-kva.example"}},
		{"its combined and ready-made letters are the same", "jane@bu\u0308cher.example", Address{"", "jane@xn--bcher-kva.example"}},
		{"a sharp s stays one", "jane@straße.example", Address{"", "jane@xn--strae-oqa.example"}},
		{"punycode is taken as it is", "jane@XN--Bcher-KVA.example", Address{"", "jane@xn--bcher-kva.example"}},
		{"an international top level is taken", "jane@пример.рф", Address{"", "jane@xn--e1afmkfd.xn--p1ai"}},
		{"full-width letters of a host become plain", "jane@ｅｘａｍｐｌｅ．com", Address{"", "jane@example.com"}},
		{"an ideographic full stop is a dot of the host", "jane@example。com", Address{"", "jane@example.com"}},
		{"a host from right to left is taken", "jane@דוגמה.example", Address{"", "jane@xn--6dbbec0c.example"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := ParseAddress(test.text)
			if err != nil || got != test.want {
				t.Fatalf("ParseAddress(%q) = %+v, %v; want %+v", test.text, got, err, test.want)
			}
			checkAddress(t, got)
		})
	}
}

// failer is what tests, fuzz targets and property tests have in common.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkAddress holds what must be so of every address that was parsed.
func checkAddress(t failer, a Address) {
	t.Helper()
	for _, text := range []string{a.String(), a.Display(), "\ufeff " + a.String() + "\u00a0"} {
		if again, err := ParseAddress(text); err != nil || again != a {
			t.Fatalf("ParseAddress(%q) = %+v, %v; want %+v as before", text, again, err, a)
		}
		if strings.ContainsFunc(text, isLineEnd) {
			t.Fatalf("%q holds a line end", text)
		}
	}
	if err := a.Validate(); err != nil {
		t.Fatalf("%+v is not valid: %v", a, err)
	}
	if err := checkVisible(a.Name + a.Email); err != nil {
		t.Fatalf("%+v %v", a, err)
	}
	if strings.ContainsFunc(a.Email, func(r rune) bool { return r <= ' ' || r > '~' }) || len(a.Email) > 254 {
		t.Fatalf("%+v: the e-mail is not printable ASCII of 254 octets", a)
	}
	// net/mail is another reader of the same texts, as loose as it is.
	other, err := mail.ParseAddress(a.String())
	if err != nil || other.Name != a.Name || other.Address != a.Email {
		t.Fatalf("net/mail reads %q as %+v, %v; want %+v", a.String(), other, err, a)
	}
}

func TestAddressString(t *testing.T) {
	tests := []struct {
		name    string
		address Address
		want    string
	}{
		{"an address without a name is bare", Address{"", "a@example.com"}, "a@example.com"},
		{"a plain name has no quotes", Address{"J. Doe", "a@example.com"}, "J. Doe <a@example.com>"},
		{"a name with a separator has quotes", Address{"Doe, Jane; Sales", "a@example.com"}, `"Doe, Jane; Sales" <a@example.com>`},
		{"a name with round brackets has quotes, or it would be a comment elsewhere", Address{"Jane (Sales)", "a@example.com"}, `"Jane (Sales)" <a@example.com>`},
		{"quotes and backslashes are escaped", Address{`J "D" \`, "a@example.com"}, `"J \"D\" \\" <a@example.com>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.address.String(); got != test.want {
				t.Fatalf("String() = %s; want %s", got, test.want)
			}
			checkAddress(t, test.address)
		})
	}
}

func TestAddressKey(t *testing.T) {
	tests := []struct {
		name, one, other string
		same             bool
	}{
		{"case never tells two addresses apart", "Jane@Example.com", "jane@example.COM", true},
		{"names do not count", "Jane <jane@example.com>", "Sales <jane@example.com>", true},
		{"a host is the same in its own letters and in punycode", "jane@bücher.example", "jane@xn--bcher-kva.example", true},
		{"a tag makes another address", "jane+a@example.com", "jane@example.com", false},
		{"a dot makes another address", "j.ane@example.com", "jane@example.com", false},
		{"another host is another address", "jane@example.com", "jane@example.org", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			one, err1 := ParseAddress(test.one)
			other, err2 := ParseAddress(test.other)
			if err := errors.Join(err1, err2); err != nil {
				t.Fatal(err)
			}
			if same := one.Key() == other.Key(); same != test.same {
				t.Fatalf("keys %q and %q: same is %v; want %v", one.Key(), other.Key(), same, test.same)
			}
		})
	}
}

func TestAddressDisplay(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a plain address is as it is", "Jane <jane@example.com>", "Jane <jane@example.com>"},
		{"Latin letters with accents are shown", "Jane <jane@xn--bcher-kva.example>", "Jane <jane@bücher.example>"},
		{"Vietnamese is shown", "a@việt.example", "a@việt.example"},
		{"Japanese is shown beside Latin", "a@サーバー.jp", "a@サーバー.jp"},
		{"Chinese is shown", "a@中国.中国", "a@中国.中国"},
		{"Korean is shown beside Latin", "a@한국.example", "a@한국.example"},
		{"Thai is shown beside Latin", "a@ไทย.example", "a@ไทย.example"},
		{"Hindi is shown beside Latin", "a@उदाहरण.example", "a@उदाहरण.example"},
		{"Cyrillic alone is shown", "a@пример-1.рф", "a@пример-1.рф"},
		{"Greek alone is shown", "a@παράδειγμα.ελ", "a@παράδειγμα.ελ"},
		{"Cyrillic that looks like Latin stays punycode", "a@xn--80ak6aa92e.com", "a@xn--80ak6aa92e.com"},
		{"Cyrillic beside a Latin top level stays punycode", "a@пример.com", "a@xn--e1afmkfd.com"},
		{"Cyrillic and Greek together stay punycode", "a@α.рф", "a@xn--mxa.xn--p1ai"},
		{"Latin and Cyrillic in one part stay punycode", "a@p\u0430ypal.example", "a@xn--pypal-4ve.example"},
		{"a letter like a slash between Latin ones stays punycode", "a@example.com\u30cex.jp", "a@example.xn--comx-xq4c.jp"},
		{"a dotless i stays punycode", "a@g\u0131t.example", "a@xn--gt-hpa.example"},
		{"an African click that looks like an l stays punycode", "a@goog\u01c0e.example", "a@xn--googe-8tb.example"},
		{"a host from right to left stays punycode", "a@דוגמה.example", "a@xn--6dbbec0c.example"},
		{"signs stay punycode", "a@☃.example", "a@xn--n3h.example"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, err := ParseAddress(test.text)
			if err != nil {
				t.Fatal(err)
			}
			if got := a.Display(); got != test.want {
				t.Fatalf("Display() = %s; want %s", got, test.want)
			}
			checkAddress(t, a)
		})
	}
}

func TestAddressDisplayLeavesWhatIsNoAddressAsItIs(t *testing.T) {
	for _, text := range []string{"", "jane", "jane@", "jane@xn--a.example", "jane@xn--bcher-kva..\x00"} {
		if got := (Address{Email: text}).Display(); got != text {
			t.Errorf("Display() of %q = %q; want no change", text, got)
		}
	}
}

func TestAddressValidate(t *testing.T) {
	tests := []struct {
		name    string
		address Address
		want    string // part of the message; empty for a valid address
	}{
		{"a parsed address is valid", Address{"Jane", "jane@example.com"}, ""},
		{"an empty one is not", Address{}, "holds no address"},
		{"an e-mail that holds a name is not", Address{"", "Jane <jane@example.com>"}, "“Jane <jane@example.com>” must be written “jane@example.com”"},
		{"an e-mail that holds two is not", Address{"", "a@example.com; b@example.com"}, "holds a , or ;"},
		{"an e-mail in capitals is not", Address{"", "jane@EXAMPLE.com"}, "must be written “jane@example.com”"},
		{"an e-mail in its own letters is not", Address{"", "jane@bücher.example"}, "must be written “jane@xn--bcher-kva.example”"},
		{"an e-mail with mailto: is not", Address{"", "mailto:jane@example.com"}, "must be written"},
		{"a name with a line end is not", Address{"Jane\nBcc: eve@example.com", "jane@example.com"}, "line end"},
		{"a name that repeats the e-mail is not", Address{"jane@example.com", "jane@example.com"}, "the name “jane@example.com” must be written “”"},
		{"a name with blanks around is not", Address{" Jane ", "jane@example.com"}, "must be written"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := test.address.Validate()
			if test.want == "" {
				if err != nil {
					t.Fatalf("Validate() = %v; want none", err)
				}
				return
			}
			wantInvalid(t, err, test.want)
		})
	}
}

// wantInvalid checks that err is one Error of kind Invalid whose message has the part and is harmless to show.
func wantInvalid(t *testing.T, err error, part string) {
	t.Helper()
	found := Problems(err)
	if len(found) != 1 || found[0].Kind != Invalid || found[0].Field != "" || !strings.Contains(found[0].Message, part) {
		t.Fatalf("error = %v; want one of kind Invalid with %q in it", err, part)
	}
	if message := found[0].Message; checkVisible(message) != nil || strings.ContainsFunc(message, isLineEnd) ||
		utf8.RuneCountInString(message) > 250 {
		t.Fatalf("message %q could do harm where it is shown", message)
	}
}
