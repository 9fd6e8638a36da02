package bounce

import (
	"bytes"
	"regexp"
	"strings"
)

// Limits of one block of fields.
const (
	maxFields = 1000
	maxValue  = 8 << 10 // bytes
)

// fields are the values of a header (RFC 5322, 2.2), or of one block of a status (RFC 3464, 2.1), by their names in lower case.
type fields map[string][]string

// first is the first field of that name, unfolded and trimmed; empty where there is none.
func (f fields) first(name string) string {
	if values := f[name]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// cutFields reads fields up to the first empty line, and returns what is after it. Empty lines in front are passed over, and so
// are lines that are no field: the header of a bounce has passed many hands, and one bad line must not hide the others. Lines
// end with CRLF or LF.
func cutFields(text []byte) (f fields, rest []byte) {
	f = fields{}
	text = bytes.TrimLeft(text, "\r\n")
	var name string
	var value strings.Builder
	end := func() {
		if name != "" && len(f) < maxFields && len(f[name]) < maxFields {
			f[name] = append(f[name], strings.TrimSpace(value.String()))
		}
		name = ""
		value.Reset()
	}
	for len(text) > 0 {
		line, after, _ := bytes.Cut(text, []byte("\n"))
		text = after
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) == 0 {
			break
		}
		if line[0] != ' ' && line[0] != '\t' {
			end()
			name, line = cutName(line)
		}
		if room := maxValue - value.Len(); name != "" && room > 0 {
			value.WriteByte(' ')
			value.Write(bytes.TrimSpace(line[:min(len(line), room)]))
		}
	}
	end()
	return f, text
}

var fieldName = regexp.MustCompile(`^[!-9;-~]{1,100}$`)

// cutName returns a field's name in lower case and the beginning of its value; the name is empty where the line is no field.
func cutName(line []byte) (name string, value []byte) {
	before, value, found := bytes.Cut(line, []byte(":"))
	before = bytes.TrimRight(before, " \t") // RFC 5322, 4.5.8, once allowed blanks there.
	if !found || !fieldName.Match(before) {
		return "", nil
	}
	return strings.ToLower(string(before)), value
}
