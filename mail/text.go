package mail

import (
	"bytes"
	_ "embed"
	"strings"
	"text/template"
	"unicode/utf8"
)

// transcriptName is the attachment that holds the whole transcript where the mail cannot.
const transcriptName = "transcript.txt"

//go:embed templates/mail.txt.tmpl
var textSource string

var textTemplates = template.Must(template.New("mail.txt").Funcs(template.FuncMap{
	"indent":    indent,
	"pad":       pad,
	"plain":     plain,
	"underline": underline,
}).Parse(textSource))

var (
	textMail       = textTemplates.Lookup("mail")
	textTranscript = textTemplates.Lookup("transcript file")
)

// writePlain writes the plain part: the same facts and messages as in the HTML part, which is the longer one. The result is
// the scratch's.
func writePlain(v *view, s *scratch) ([]byte, error) {
	err := textMail.Execute(&s.plain, v)
	return s.plain.Bytes(), err
}

// writeTranscript writes transcript.txt: everything that is known of the chat and every message, nothing cut. The operator's
// note is not in it, so that it can be passed on to the visitor where the team's private notes are left out.
func writeTranscript(in *Input) ([]byte, error) {
	a := newAuthor(in)
	a.whole = true
	v := a.view()
	v.First = make([]*message, len(a.messages))
	for i := range a.messages {
		v.First[i] = a.message(&a.messages[i], 0)
	}
	a.notices(v)
	var b bytes.Buffer
	err := textTranscript.Execute(&b, v)
	return b.Bytes(), err
}

// plain is a message in the plain part: a line of ours with its time, role and name, then its text and files, indented.
func plain(m *message) string {
	var b strings.Builder
	b.Grow(64 + len(m.Text) + 2*len(m.Lines))
	b.WriteByte('\n')
	if m.Time != "" {
		b.WriteString(m.Time + "  ")
	}
	if m.Private {
		b.WriteString("[" + m.W.PrivateNote + "] ")
	}
	if m.Starred {
		b.WriteString("[" + m.W.Starred + "] ")
	}
	b.WriteString(m.Role)
	if m.Name != "" {
		b.WriteString(" " + m.Name)
	}
	b.WriteByte('\n')
	indented := func(line string) {
		if line != "" {
			b.WriteString("  " + line + "\n")
		}
	}
	if m.Text != "" {
		b.WriteString(indent(m.Text) + "\n")
	}
	indented(m.MoreText)
	for _, f := range m.Files {
		line := m.W.File + ": " + f.Name
		if f.Size != "" {
			line += " (" + f.Size + ")"
		}
		indented(line)
		indented(f.URL)
	}
	indented(m.MoreFiles)
	return b.String()
}

// pad fills a fact's name up, so that the values stand under each other.
func pad(name string) string {
	const width = 13
	return name + ":" + strings.Repeat(" ", max(1, width-1-utf8.RuneCountInString(name)))
}

// underline is a heading with a line under it.
func underline(heading string) string {
	return heading + "\n" + strings.Repeat("-", utf8.RuneCountInString(heading))
}
