package postchat

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// shop is a table with the codes lead, sale, "Sale, big: yes" and, retired, old; all but sale have an address.
func shop() Table {
	return Table{
		Codes: []SuccessCode{
			{ID: "1", Label: "lead"}, {ID: "2", Label: "sale"}, {ID: "3", Label: "Sale, big: yes"},
			{ID: "4", Label: "old", RetiredAt: Now()},
		},
		Addresses: map[string][]Address{"1": {{"", "was@example.com"}}, "2": {}, "3": {{"", "big@example.com"}}, "4": {{"", "old@example.com"}}},
		Standard:  []Address{{"Desk", "standard@example.com"}},
		Version:   7, Comment: "the newest",
	}
}

// lists shows the table that a text makes: what each list is, without those that were kept, and the problems.
func lists(t *testing.T, text string) (got, problems []string) {
	t.Helper()
	read, err := ParseTableText(shop(), text)
	if err != nil {
		t.Fatal(err)
	}
	if !read.StandardKept {
		got = append(got, "standard="+FormatAddressList(read.Table.Standard))
	}
	for _, code := range read.Table.Codes {
		kept := slices.ContainsFunc(read.Kept, func(c SuccessCode) bool { return c.ID == code.ID })
		if list := FormatAddressList(read.Table.Addresses[code.ID]); !kept && (!code.Retired() || list != "old@example.com") {
			got = append(got, code.Label+"="+list)
		}
	}
	for _, p := range read.Problems {
		problems = append(problems, fmt.Sprintf("%d: %s", p.Line, p.Message))
	}
	return got, problems
}

func TestParseTableText(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"an empty text names nothing", "", nil},
		{"nor do blank lines", " \r\n\t\n\u00a0\n;;,\n", nil},
		{"a line for each code", "lead: a@example.com; b@example.com\nsale: c@example.com", []string{"lead=a@example.com; b@example.com", "sale=c@example.com"}},
		{"standard is a list like others", "Standard: a@example.com", []string{"standard=a@example.com"}},
		{"labels are compared as codes are", " ＬＥＡＤ : a@example.com", []string{"lead=a@example.com"}},
		{"a code with nobody gets an empty list", "lead:\nstandard:", []string{"standard=", "lead="}},
		{"so does a code that stands alone", "lead", []string{"lead="}},
		{"an equals sign does as well", "lead = a@example.com", []string{"lead=a@example.com"}},
		{"a mark of the byte order and Windows line ends", "\ufefflead: a@example.com\r\nsale: b@example.com\r\n", []string{"lead=a@example.com", "sale=b@example.com"}},
		{"a code that comes again adds to its list", "lead: a@example.com\nlead: b@example.com; A@EXAMPLE.com", []string{"lead=a@example.com; b@example.com"}},
		{"a name that the address has stays", "standard: STANDARD@example.com; b@example.com", []string{"standard=Desk <STANDARD@example.com>; b@example.com"}},
		{"doubles are folded, with the name that one has", "lead: a@example.com\nlead: Ann <A@example.com>", []string{"lead=Ann <a@example.com>"}},
		{"a line without a code belongs to the one above", "lead:\n  a@example.com\n  Bob <b@example.com>;\nsale: c@example.com", []string{
			"lead=a@example.com; Bob <b@example.com>", "sale=c@example.com",
		}},
		{"names with separators are in quotes", `lead: "Doe, Jane; x" <jane@example.com>, b@example.com`, []string{`lead="Doe, Jane; x" <jane@example.com>; b@example.com`}},
		{"a name in quotes may begin a line", "lead:\n\"Doe, Jane\" <jane@example.com>", []string{`lead="Doe, Jane" <jane@example.com>`}},
		{"mailto: is no code", "lead:\nmailto:a@example.com", []string{"lead=a@example.com"}},
		{"a label with separators", "Sale, big: yes: a@example.com\nsale: b@example.com", []string{"sale=b@example.com", "Sale, big: yes=a@example.com"}},
		{"a retired code may get a list", "old: a@example.com", []string{"old=a@example.com"}},

		{"a CSV file without headings", "lead,a@example.com,b@example.com\nsale,c@example.com", []string{"lead=a@example.com; b@example.com", "sale=c@example.com"}},
		{"a CSV file with semicolons", "lead;a@example.com;b@example.com;\nsale;;", []string{"lead=a@example.com; b@example.com", "sale="}},
		{"a CSV file with a list in one field", `lead,"a@example.com; b@example.com"` + "\n" + `"sale", "c@example.com" ,`, []string{"lead=a@example.com; b@example.com", "sale=c@example.com"}},
		{"a label with a separator is quoted", `"Sale, big: yes",a@example.com`, []string{"Sale, big: yes=a@example.com"}},
		{"quotes inside quotes are doubled", `lead,"""Doe, Jane"" <jane@example.com>"`, []string{`lead="Doe, Jane" <jane@example.com>`}},
		{"headings", "Code,Addresses\nlead,a@example.com\n", []string{"lead=a@example.com"}},
		{"headings in quotes, after a blank line", "\n\"Success code\";\"E-mail\"\nlead;a@example.com;b@example.com\n", []string{"lead=a@example.com; b@example.com"}},
		{"the address first", "Email,Code\na@example.com,lead\nb@example.com,lead\n", []string{"lead=a@example.com; b@example.com"}},
		{"columns that are not about addresses", "Goal,Code,Address,Hint\nSales,lead,a@example.com,ask for x\n,,b@example.com,\n", []string{"lead=a@example.com; b@example.com"}},
		{"one heading tells the other", "Reason,Recipients\nlead,a@example.com", []string{"lead=a@example.com"}},

		{"two columns of a spreadsheet", "lead\ta@example.com; b@example.com\nsale\tc@example.com\nstandard\t", []string{
			"standard=", "lead=a@example.com; b@example.com", "sale=c@example.com",
		}},
		{"a cell with line ends", "lead\t\"a@example.com\nb@example.com\"\r\nsale\tc@example.com", []string{"lead=a@example.com; b@example.com", "sale=c@example.com"}},
		{"an empty cell means the code above", "lead\ta@example.com\n\tb@example.com", []string{"lead=a@example.com; b@example.com"}},
		{"more than two columns", "lead\ta@example.com\tb@example.com\t\t", []string{"lead=a@example.com; b@example.com"}},
		{"a spreadsheet's headings", "code\taddresses\nlead\ta@example.com", []string{"lead=a@example.com"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, problems := lists(t, test.text)
			if !slices.Equal(got, test.want) || len(problems) > 0 {
				t.Errorf("%q makes %q and has the problems %q, want %q", test.text, got, problems, test.want)
			}
		})
	}
}

func TestParseTableTextNamesTheLineOfEveryProblem(t *testing.T) {
	tests := []struct {
		name, text     string
		want, problems []string
	}{
		{"an unknown code, and what belongs to it", "leed: a@example.com\nb@example.com\nsale: c@example.com", []string{"sale=c@example.com"}, []string{
			"1: “leed” is no success code of this campaign; give its addresses to another code, or make it first",
		}},
		{"a bad address beside a good one", "\r\nlead: a@example.com; b@\r\nsale: c", []string{"lead=a@example.com", "sale="}, []string{
			"2: “b@” has nothing after the @", "3: “c” has no @",
		}},
		{"addresses before any code", "a@example.com\nlead: b@example.com", []string{"lead=b@example.com"}, []string{
			"1: “a@example.com” stands before any code; begin the line with a code and a colon",
		}},
		{"the line after a cell with line ends", "lead\t\"a@example.com\nb@example.com\"\nleed\tc@example.com", []string{"lead=a@example.com; b@example.com"}, []string{
			"3: “leed” is no success code of this campaign; give its addresses to another code, or make it first",
		}},
		{"a quote that never ends reaches to the end of its line", "lead: \"Doe <a@example.com>\nsale: b@example.com", []string{"lead=", "sale=b@example.com"}, []string{
			`1: “"Doe <a@example.com>” has a double quote (") that is never closed`,
		}},
		{"columns in the order of nothing", "a,b\nlead,c@example.com", []string{"lead=c@example.com"}, []string{
			"1: “a” is no success code of this campaign; give its addresses to another code, or make it first",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, problems := lists(t, test.text)
			if !slices.Equal(got, test.want) || !slices.Equal(problems, test.problems) {
				t.Errorf("%q makes\n%q and has the problems\n%q, want\n%q and\n%q", test.text, got, problems, test.want, test.problems)
			}
		})
	}
}

func TestParseTableTextIsBounded(t *testing.T) {
	if _, err := ParseTableText(shop(), strings.Repeat("x", maxTableText+1)); len(Problems(err)) != 1 || Problems(err)[0].Field != "text" {
		t.Errorf("a long text is answered %v", err)
	}
	read, err := ParseTableText(shop(), strings.Repeat("leed: a@example.com\n", 1000))
	if err != nil || len(read.Problems) != maxLineProblems+1 || read.Problems[maxLineProblems].Message != "and 900 more problems" {
		t.Errorf("a thousand problems are told as %d, the last %v", len(read.Problems), read.Problems[len(read.Problems)-1])
	}
	var long strings.Builder
	for i := range maxTableAddresses + 5 {
		fmt.Fprintf(&long, "lead: desk-%d@example.com\n", i)
	}
	read, err = ParseTableText(shop(), long.String())
	if err != nil || len(read.Table.Addresses["1"]) != maxTableAddresses || len(read.Problems) != 1 || read.Problems[0].Line != maxTableAddresses+1 {
		t.Errorf("a list that is too long has %d addresses and the problems %v", len(read.Table.Addresses["1"]), read.Problems)
	}
}

func TestParseTableTextLeavesTheTableAsItWas(t *testing.T) {
	table := shop()
	read, err := ParseTableText(table, "lead: a@example.com\nstandard: b@example.com")
	if err != nil || table.Addresses["1"][0].Email != "was@example.com" || table.Standard[0].Email != "standard@example.com" {
		t.Errorf("the table became %+v, %v", table, err)
	}
	if read.Table.Version != 7 || read.Table.Comment != "" || len(read.Table.Addresses["3"]) != 1 || len(read.Kept) != 2 {
		t.Errorf("the text makes %+v", read)
	}
}

func FuzzParseTableText(f *testing.F) {
	for _, seed := range []string{
		"lead: a@example.com; b@example.com\r\nstandard:\n", "\ufeffCode,Addresses\n\"Sale, big: yes\",\"a@example.com\nb@example.com\"",
		"lead\t\"\"\"Doe, Jane\"\" <jane@example.com>\"\t\n\tb@example.com", "Email;Code\na@example.com;lead", "lead: \"a,\n\"b\"\"", "=:,;\t\"",
		"lead = x\u2028sale,,\v,", "Sale, big: yes: a@example.com",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read, err := ParseTableText(shop(), text)
		if err != nil {
			return // it is too long
		}
		if err := read.Table.Validate(); err != nil {
			t.Fatalf("the table breaks its own rules: %v", err)
		}
		last := 0
		for _, p := range read.Problems {
			if p.Line < last || p.Line > lineEnds(text)+1 || p.Message == "" {
				t.Fatalf("the problem %+v follows line %d of %d", p, last, lineEnds(text)+1)
			}
			last = p.Line
		}
		// What was read can be written as lines and read again to the same.
		var again strings.Builder
		for _, code := range read.Table.Codes {
			fmt.Fprintf(&again, "%s: %s\n", code.Label, FormatAddressList(read.Table.Addresses[code.ID]))
		}
		reread, err := ParseTableText(shop(), again.String())
		if err != nil || len(reread.Problems) > 0 {
			t.Fatalf("%q has the problems %v, %v", again.String(), reread.Problems, err)
		}
		for id, list := range read.Table.Addresses {
			if !slices.Equal(reread.Table.Addresses[id], list) {
				t.Fatalf("%v was read again as %v", list, reread.Table.Addresses[id])
			}
		}
	})
}
