package postchat

import "testing"

// addressSeeds begin where the parser has something to decide; testdata/fuzz holds odd texts that fuzzing found.
var addressSeeds = []string{
	"", "a@example.com", "A@EXAMPLE.com; b@example.org, c@example.net\n", ";;,\r\n", "mailto:a@example.com",
	`"Doe, Jane; Sales" <jane@example.com>`, `"J \"D\" \\" <j@example.com>`, `"J\" <j@example.com>`, "J. Doe (Sales) <j@example.com>",
	"a@example.com <a@example.com>", "'a@example.com' <mailto:a@example.com>", "<<a@example.com>>", "<@a.example,@b.example:c@d.example>",
	"a@bücher.example; A@xn--bcher-kva.example", "a@xn--example-.com", "a@xn--xn--bcher-kva-4va.example", "a@ｅｘａｍｐｌｅ．com", "a@דוגמה.example",
	"a@\u0301.example", "a@faß.example", "a@ab--cd.example", "a@192.0.2.1", "a@[192.0.2.1]", "a@localhost", "-f@example.com",
	"=?utf-8?q?=0a?= <a@example.com>", "a@example.com\r\nBcc: b@example.com", "\u202aa@example.com\u202c", "a\x00@example.com", "\xff@example.com",
	"Sales: a@example.com, b@example.com;", "a%b@example.com", "a!b@example.com", `"a b"@example.com`, "a@example.com (A)",
}

func FuzzParseAddressList(f *testing.F) {
	for _, seed := range addressSeeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkAnyText(t, text) })
}

func FuzzParseAddress(f *testing.F) {
	for _, seed := range addressSeeds {
		f.Add("", seed)
		f.Add("Doe, Jane", seed)
	}
	// The two halves of an address let the fuzzer work on each by itself.
	f.Fuzz(func(t *testing.T, name, email string) {
		a := Address{Name: name, Email: email}
		checkAnyText(t, a.String())
		parsed, err := ParseAddress(a.String())
		if valid := a.Validate() == nil; valid != (err == nil && parsed == a) {
			t.Fatalf("%+v: Validate says %v, but ParseAddress gives %+v, %v", a, valid, parsed, err)
		}
		a.Display() // must not panic for an address that was never parsed
		if err == nil {
			checkAddress(t, parsed)
		}
	})
}
