package postchat_test

import (
	"os"
	"strings"
	"testing"

	"github.com/postchat/postchat"
)

func TestATemplateIsTextAndPlaceholders(t *testing.T) {
	t.Parallel()
	text := func(s string) postchat.TemplatePart { return postchat.TemplatePart{Text: s} }
	place := func(p postchat.Placeholder) postchat.TemplatePart { return postchat.TemplatePart{Placeholder: p} }
	for source, want := range map[string]postchat.Template{
		"":                        nil,
		"plain":                   {text("plain")},
		"{visitor}":               {place("visitor")},
		"Chat of {visitor}, now":  {text("Chat of "), place("visitor"), text(", now")},
		"{visitor}{number}":       {place("visitor"), place("number")},
		`\{visitor\} \\{visitor}`: {text(`{visitor} \`), place("visitor")},
		`C:\temp \`:               {text(`C:\temp \`)},
		"two\nlines of {visitor}": {text("two\nlines of "), place("visitor")},
		"[{codes}] x":             {{Placeholder: "codes", Open: "[", Close: "]"}, text(" x")},
		"({codes})":               {{Placeholder: "codes", Open: "(", Close: ")"}},
		"[{codes} {number}]":      {text("["), place("codes"), text(" "), place("number"), text("]")},
		"[{codes})":               {text("["), place("codes"), text(")")},
		"Größe {visitor} 👩‍👩‍👧‍👦": {text("Größe "), place("visitor"), text(" 👩‍👩‍👧‍👦")},
	} {
		got, err := postchat.ParseTemplate("subject", source)
		if err != nil {
			t.Errorf("%q is refused: %v", source, err)
			continue
		}
		if len(got) != len(want) {
			t.Errorf("%q reads %+v, want %+v", source, got, want)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%q reads %+v, want %+v", source, got, want)
			}
		}
	}
}

func TestATemplateThatIsWrongSaysWhatAndWhatThereIs(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"{visitr}":              "{visitr}",
		"{note} and {constomer": "{note}",
		"{Visitor}":             "{Visitor}", // placeholders are written in small letters
		"{ visitor }":           "{visitor}",
		"{}":                    "{}",
		"{{visitor}}":           "brace",
		"{visitor":              "brace",
		"visitor}":              "brace",
		"{visi\ntor}":           "brace",
		`{visitor\}`:            "brace",
		"{a} {b} {visitor}":     "{a}, {b}",
	} {
		_, err := postchat.ParseTemplate("footer", source)
		problems := postchat.Problems(err)
		if len(problems) == 0 {
			t.Errorf("%q is not refused", source)
			continue
		}
		if problems[0].Field != "footer" || problems[0].Kind != postchat.Invalid || !strings.Contains(problems[0].Message, want) {
			t.Errorf("%q is refused with %v, which does not say %q", source, err, want)
		}
	}
	_, err := postchat.ParseTemplate("subject", "{nobody}")
	for _, p := range postchat.Placeholders {
		if !strings.Contains(err.Error(), "{"+string(p)+"}") {
			t.Errorf("%v does not name {%s}", err, p)
		}
	}
	if _, err := postchat.ParseTemplate("subject", strings.Repeat("{x}", 700)); len(err.Error()) > 1000 {
		t.Errorf("many mistakes are told in %d bytes", len(err.Error()))
	}
}

func TestTheDefaultSubjectIsATemplate(t *testing.T) {
	t.Parallel()
	template, err := postchat.ParseTemplate("subject", postchat.DefaultSubject)
	if err != nil || template.String() != postchat.DefaultSubject {
		t.Errorf("it reads %q, %v", template, err)
	}
}

func TestThePapersNameEveryPlaceholder(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"docs/mail.md", "graph/schema/mailsettings.graphqls"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range postchat.Placeholders {
			if !strings.Contains(string(text), "`{"+string(p)+"}`") {
				t.Errorf("%s does not name {%s}", file, p)
			}
		}
		if !strings.Contains(string(text), "`"+postchat.DefaultSubject+"`") {
			t.Errorf("%s does not have the default subject", file)
		}
	}
}

// FuzzParseTemplate checks that what is taken reads back as the same, and that only known placeholders come out.
func FuzzParseTemplate(f *testing.F) {
	for _, s := range []string{postchat.DefaultSubject, `\{\}\\{visitor}`, "{{visitor}}", "[{codes}]", "{", "}", "([{codes}])", "{no}", "[{codes}{codes}]", "\xff{visitor}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		template, err := postchat.ParseTemplate("subject", source)
		if err != nil {
			if len(postchat.Problems(err)) == 0 || template != nil {
				t.Errorf("%q gives %v with %v", source, template, err)
			}
			return
		}
		again, err := postchat.ParseTemplate("subject", template.String())
		if err != nil || again.String() != template.String() {
			t.Errorf("%q is written %q, which reads %q, %v", source, template, again, err)
		}
		for i, part := range template {
			if (part.Text == "") == (part.Placeholder == "") || i > 0 && part.Text != "" && template[i-1].Text != "" {
				t.Errorf("%q has the part %+v", source, part)
			}
		}
	})
}
