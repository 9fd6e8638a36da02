package postchat

import (
	"fmt"
	"slices"
	"strings"
)

// Template is a text of a campaign's mails with placeholders such as {visitor}. A brace that is meant as one is written \{ or
// \}, and a backslash before either of them or before another backslash \\. What takes a placeholder's place is never read as
// a template again.
type Template []TemplatePart

// TemplatePart is a text as it is, or a placeholder.
type TemplatePart struct {
	Text        string
	Placeholder Placeholder
	// Open and Close are the brackets that enclose the placeholder alone, as in [{codes}]. Where it has no value they go with it.
	Open, Close string
}

// Placeholder is what a template can name.
type Placeholder string

// The placeholders. Where nothing is known of one, it is empty.
const (
	PlaceholderTitle      Placeholder = "title"      // what the mail is about: "Chat with" and the visitor
	PlaceholderVisitor    Placeholder = "visitor"    // the visitor's name, else e-mail, else "a visitor"
	PlaceholderEmail      Placeholder = "email"      // the visitor's e-mail, as it was given
	PlaceholderPhone      Placeholder = "phone"      // the visitor's telephone number
	PlaceholderCodes      Placeholder = "codes"      // the labels of the codes that were given
	PlaceholderCampaign   Placeholder = "campaign"   // the campaign's name
	PlaceholderNumber     Placeholder = "number"     // the follow-up's number with its #
	PlaceholderUrgent     Placeholder = "urgent"     // "Urgent:" where the follow-up is marked so
	PlaceholderOperator   Placeholder = "operator"   // who answered, else who pressed OK
	PlaceholderDepartment Placeholder = "department" // the vendor's department
	PlaceholderTopic      Placeholder = "topic"      // the chat's subject at the vendor
	PlaceholderPage       Placeholder = "page"       // the page that the chat began on
	PlaceholderDate       Placeholder = "date"       // the day on which the chat ended, in the mail's time zone
	PlaceholderTime       Placeholder = "time"       // the time of day at which it ended, in the mail's time zone
)

// Placeholders are all that a template can name.
var Placeholders = []Placeholder{
	PlaceholderTitle, PlaceholderVisitor, PlaceholderEmail, PlaceholderPhone, PlaceholderCodes, PlaceholderCampaign,
	PlaceholderNumber, PlaceholderUrgent, PlaceholderOperator, PlaceholderDepartment, PlaceholderTopic, PlaceholderPage,
	PlaceholderDate, PlaceholderTime,
}

// DefaultSubject is the subject of mails whose campaign has no template of its own for it, such as
// "Urgent: [Lead] Chat with Ines Moreau · Acme website #1000".
const DefaultSubject = "{urgent} [{codes}] {title} · {campaign} {number}"

// ParseTemplate reads a template. It reports every placeholder that there is not, and every brace that stands alone, on the
// field.
func ParseTemplate(field, text string) (Template, error) {
	var (
		t        Template
		p        problems
		literal  strings.Builder
		unknown  []string
		badBrace bool
	)
	for rest := text; rest != ""; {
		switch {
		case len(rest) > 1 && rest[0] == '\\' && strings.IndexByte(`\{}`, rest[1]) >= 0:
			literal.WriteByte(rest[1])
			rest = rest[2:]
			continue
		case rest[0] == '{':
			name, after, closed := strings.Cut(rest[1:], "}")
			if !closed || strings.ContainsAny(name, "{\n\\") {
				badBrace = true
				rest = rest[1:]
				continue
			}
			if !slices.Contains(Placeholders, Placeholder(name)) {
				unknown = append(unknown, "{"+Shorten(CleanLine(name), 40)+"}")
			}
			t = append(t, TemplatePart{Text: literal.String()}, TemplatePart{Placeholder: Placeholder(name)})
			literal.Reset()
			rest = after
			continue
		case rest[0] == '}':
			badBrace = true
		}
		literal.WriteByte(rest[0])
		rest = rest[1:]
	}
	if unknown != nil {
		p.add(field, "has %s, which is no placeholder; there are %s", Shorten(strings.Join(unknown, ", "), 200), placeholderList())
	}
	if badBrace {
		p.add(field, `has a brace that belongs to no placeholder; a placeholder is written as {visitor}, and a brace alone as \{ or \}`)
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	return append(t, TemplatePart{Text: literal.String()}).tidy(), nil
}

func placeholderList() string {
	var b strings.Builder
	for i, p := range Placeholders {
		switch {
		case i == len(Placeholders)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "{%s}", p)
	}
	return b.String()
}

// tidy gives placeholders the brackets that enclose them, and leaves empty texts out.
func (t Template) tidy() Template {
	for i := range t {
		if t[i].Placeholder == "" {
			continue
		}
		before, after := &t[i-1].Text, &t[i+1].Text // a placeholder always stands between two texts
		for _, pair := range []string{"[]", "()"} {
			if strings.HasSuffix(*before, pair[:1]) && strings.HasPrefix(*after, pair[1:]) {
				t[i].Open, t[i].Close = pair[:1], pair[1:]
				*before, *after = strings.TrimSuffix(*before, pair[:1]), strings.TrimPrefix(*after, pair[1:])
			}
		}
	}
	return slices.DeleteFunc(t, func(part TemplatePart) bool { return part == TemplatePart{} })
}

// String is the template as people write it.
func (t Template) String() string {
	escape := strings.NewReplacer(`\`, `\\`, `{`, `\{`, `}`, `\}`)
	var b strings.Builder
	for _, part := range t {
		if part.Placeholder == "" {
			b.WriteString(escape.Replace(part.Text))
			continue
		}
		fmt.Fprintf(&b, "%s{%s}%s", part.Open, part.Placeholder, part.Close)
	}
	return b.String()
}
