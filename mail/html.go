package mail

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"slices"

	"github.com/postchat/postchat"
)

// maxHTML is the most bytes of the HTML part: Gmail clips a mail whose HTML is longer than about 102 kB.
const maxHTML = 95 << 10

const (
	noticeMarkup  = 2 << 10 // at least what the transcript's heading and notices take
	messageMarkup = 1200    // at least what a message takes beside its text and files
	minText       = 200     // so much of a text is shown however little room there is
)

//go:embed templates/mail.html.tmpl
var htmlSource string

var htmlTemplates = template.Must(template.New("mail.html").Funcs(template.FuncMap{
	"outlook": outlook,
	"lines":   lines,
	"pieces":  pieces,
}).Parse(htmlSource))

var (
	htmlTop           = htmlTemplates.Lookup("top")
	htmlImportant     = htmlTemplates.Lookup("important")
	htmlMoreImportant = htmlTemplates.Lookup("more important")
	htmlFacts         = htmlTemplates.Lookup("facts")
	htmlTranscript    = htmlTemplates.Lookup("transcript")
	htmlMessage       = htmlTemplates.Lookup("message")
	htmlLeftOut       = htmlTemplates.Lookup("left out")
	htmlBottom        = htmlTemplates.Lookup("bottom")
)

// outlook returns what only Outlook's Word engine reads. html/template deletes comments from a template, so that these
// come from here. They are constants: nothing from outside may ever be in a template.HTML.
func outlook(block string) (template.HTML, error) {
	switch block {
	case "head":
		return `<!--[if mso]><noscript><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office">` +
			`<o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript>` +
			`<style>table{border-collapse:collapse}td,div,h1,h2,a{font-family:"Segoe UI",Arial,sans-serif!important}</style>` +
			`<![endif]-->`, nil
	case "open":
		return `<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`, nil
	case "close":
		return `<!--[if mso]></td></tr></table><![endif]-->`, nil
	}
	return "", fmt.Errorf("no block %q", block)
}

// writeHTML writes the HTML part. By its size it decides which messages the mail shows, and completes the view with them.
// The result is the scratch's.
func (a *author) writeHTML(v *view, s *scratch) ([]byte, error) {
	b := &s.html
	if err := htmlTop.Execute(b, v); err != nil {
		return nil, err
	}
	// How much room the messages have is known only when all else is written, so what is after them is written before.
	top := b.Len()
	if err := htmlFacts.Execute(b, v); err != nil {
		return nil, err
	}
	facts := bytes.Clone(b.Bytes()[top:])
	if err := htmlBottom.Execute(b, v); err != nil {
		return nil, err
	}
	bottom := bytes.Clone(b.Bytes()[top+len(facts):])
	room := maxHTML - noticeMarkup - b.Len()
	b.Truncate(top)
	if len(a.starred) > 0 {
		if err := a.writeImportantPart(v, s, room); err != nil {
			return nil, err
		}
	}
	rows, err := a.writeRows(v, &s.rows, room-(b.Len()-top))
	if err != nil {
		return nil, err
	}
	b.Write(facts)

	a.notices(v)
	if err := htmlTranscript.Execute(b, v); err != nil {
		return nil, err
	}
	for _, row := range rows[:len(v.First)] {
		b.Write(s.rows.Bytes()[row.start:row.end])
	}
	if v.LeftOut != "" {
		if err := htmlLeftOut.Execute(b, v); err != nil {
			return nil, err
		}
	}
	for _, row := range slices.Backward(rows[len(v.First):]) {
		b.Write(s.rows.Bytes()[row.start:row.end])
	}
	b.Write(bottom)
	return b.Bytes(), nil
}

// writeImportantPart writes the starred messages with their heading.
func (a *author) writeImportantPart(v *view, s *scratch, room int) error {
	if err := htmlImportant.Execute(&s.html, v); err != nil {
		return err
	}
	if err := a.writeImportant(v, &s.rows, room); err != nil {
		return err
	}
	s.html.Write(s.rows.Bytes())
	s.rows.Reset()
	if v.MoreImportant == "" {
		return nil
	}
	return htmlMoreImportant.Execute(&s.html, v.MoreImportant)
}

// row is where the HTML of a message is among that of all chosen ones.
type row struct{ start, end int }

// writeRows chooses the messages whose HTML takes at most room bytes together, and writes it in the order of choice.
func (a *author) writeRows(v *view, b *bytes.Buffer, room int) ([]row, error) {
	rows := make([]row, 0, min(len(a.messages), 256))
	chosen := make([]*message, 0, min(len(a.messages), 256))
	// No text may take so much that the first few and some of the newest do not fit.
	textRoom := max(room/(firstShown+2)-messageMarkup, minText)
	var failed error
	first, last := a.choose(func(m *postchat.Message) bool {
		if failed != nil {
			return false
		}
		shown, start := a.message(m, textRoom), b.Len()
		if failed = htmlMessage.Execute(b, shown); failed != nil || b.Len() > room {
			b.Truncate(start)
			return false
		}
		rows = append(rows, row{start, b.Len()})
		chosen = append(chosen, shown)
		return true
	})
	v.First, v.Last = chosen[:first], chosen[first:first+last]
	slices.Reverse(v.Last)
	return rows, failed
}
