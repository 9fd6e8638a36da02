package postchat

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// columns say where a text with headings has its codes and addresses.
type columns struct {
	separator       rune
	code, addresses int
	// last says that addresses is the last column, so that what comes after it are addresses too.
	last bool
}

// What headings call the two columns, in the form of FoldLabel.
var (
	codeHeadings    = []string{"code", "codes", "success code", "success codes", "label"}
	addressHeadings = []string{
		"address", "addresses", "e-mail", "e-mails", "email", "emails", "e-mail address", "e-mail addresses", "email address",
		"email addresses", "follow-up addresses", "mail", "recipient", "recipients", "to",
	}
)

// read takes the text line by line.
func (r *tableReader) read(text string) {
	text = strings.TrimPrefix(text, "\ufeff")
	line := 1
	next := func(rest string) {
		line += lineEnds(text[:len(text)-len(rest)])
		text = rest
	}
	for text != "" && blank(firstLine(text)) {
		next(cutLineEnd(text[len(firstLine(text)):]))
	}
	cut := r.cutLine
	if c, rest, found := r.readHeadings(text); found {
		cut = c.cut
		next(rest)
	}
	for text != "" {
		label, items, rest := cut(text)
		r.take(line, label, items)
		next(rest)
	}
}

// readHeadings reads the first line as headings, if it is that.
func (r *tableReader) readHeadings(text string) (c columns, rest string, found bool) {
	line := firstLine(text)
	c = columns{separator: ',', code: -1, addresses: -1}
	for _, separator := range "\t;" {
		if strings.ContainsRune(line, separator) {
			c.separator = separator
			break
		}
	}
	fields, rest := readFields(text, func(s rune) bool { return s == c.separator })
	for i, f := range fields {
		folded := FoldLabel(f.text)
		switch {
		case strings.Contains(folded, "@"):
			return c, "", false
		case c.code < 0 && slices.Contains(codeHeadings, folded):
			c.code = i
		case c.addresses < 0 && slices.Contains(addressHeadings, folded):
			c.addresses = i
		}
	}
	if _, known := r.listOf(fields[0].text); known || len(fields) < 2 || c.code < 0 && c.addresses < 0 {
		return c, "", false
	}
	switch {
	case c.code < 0 && c.addresses == 0:
		c.code = 1
	case c.code < 0:
		c.code = 0
	case c.addresses < 0 && c.code == len(fields)-1:
		c.addresses = c.code - 1
	case c.addresses < 0:
		c.addresses = c.code + 1
	}
	c.last = c.addresses >= len(fields)-1
	return c, rest, true
}

// cut reads the next line by its columns.
func (c columns) cut(text string) (label string, items []string, rest string) {
	fields, rest := readFields(text, func(s rune) bool { return s == c.separator })
	for i, f := range fields {
		switch {
		case i == c.code:
			label = CleanLine(f.text)
		case i == c.addresses, c.last && i > c.addresses:
			items = append(items, splitItems(f.text)...)
		}
	}
	return label, items, rest
}

// cutLine reads the next line of a text without headings: a code, a separator, and addresses.
func (r *tableReader) cutLine(text string) (label string, items []string, rest string) {
	label, text = r.cutLabel(text)
	fields, rest := readFields(text, func(s rune) bool { return s == '\t' || s == ',' || s == ';' })
	for _, f := range fields {
		if f.quoted {
			items = append(items, splitItems(f.text)...)
		} else if item := strings.TrimFunc(f.text, isPadding); item != "" {
			items = append(items, item)
		}
	}
	return CleanLine(label), items, rest
}

// cutLabel cuts the code off the beginning of a line. It is empty where the line has none.
func (r *tableReader) cutLabel(text string) (label, rest string) {
	if value, after, _, found := cutQuoted(text, func(s rune) bool { return strings.ContainsRune("\t,;:=", s) }); found {
		if !strings.Contains(value, "@") {
			return value, after
		}
		return "", text
	}
	line := firstLine(text)
	if before, _, found := strings.Cut(line, "\t"); found && !strings.Contains(before, "@") {
		return strings.TrimRight(before, ":="), text[len(before)+1:]
	}
	if end := r.knownLabel(line); end >= 0 {
		return line[:end], text[min(end+1, len(line)):]
	}
	end := firstSeparator(line, ":")
	if end < 0 || FoldLabel(line[:end]) == "mailto" {
		end = firstSeparator(line, ",;=")
	}
	switch {
	case end >= 0:
		return line[:end], text[end+1:]
	case strings.Contains(line, "@"):
		return "", text
	}
	return line, text[len(line):]
}

// knownLabel is where the longest label of the campaign ends that the line begins with, or -1.
func (r *tableReader) knownLabel(line string) int {
	end := -1
	for i, c := range line[:min(len(line), maxLabelBytes)] {
		if strings.ContainsRune(",;:=", c) {
			if _, known := r.listOf(line[:i]); known {
				end = i
			}
		}
	}
	if len(line) <= maxLabelBytes {
		if _, known := r.listOf(line); known {
			end = len(line)
		}
	}
	return end
}

// firstSeparator is where the first of the separators stands outside quotes and before any address, or -1.
func firstSeparator(line, separators string) int {
	var q quotes
	for i, c := range line {
		if q.next(c) != plainText {
			continue
		}
		if c == '@' || c == '<' {
			return -1
		}
		if strings.ContainsRune(separators, c) {
			return i
		}
	}
	return -1
}

// field is one field of a line. A quoted one had a spreadsheet's quotes around it.
type field struct {
	text   string
	quoted bool
}

// readFields reads the fields up to the next line end outside quotes, and returns what comes after it. There is at least one.
func readFields(text string, separates func(rune) bool) (fields []field, rest string) {
	for more := true; more; {
		var f field
		if f, text, more = cutField(text, separates); f.text != "" || more || len(fields) == 0 {
			fields = append(fields, f)
		}
	}
	return fields, cutLineEnd(text)
}

// cutField cuts the next field off a text, and the separator behind it, if there is one. A line end stays.
func cutField(text string, separates func(rune) bool) (f field, rest string, more bool) {
	if value, rest, more, found := cutQuoted(text, separates); found {
		return field{value, true}, rest, more
	}
	end := plainEnd(text, separates)
	c, size := utf8.DecodeRuneInString(text[end:])
	if size == 0 || isLineEnd(c) {
		return field{text[:end], false}, text[end:], false
	}
	return field{text[:end], false}, text[end+size:], true
}

// plainEnd is where a field without a spreadsheet's quotes ends: at a separator outside an address's quotes, or a line end.
func plainEnd(text string, separates func(rune) bool) int {
	var q quotes
	for i, c := range text {
		plain := q.next(c) == plainText
		if isLineEnd(c) || plain && separates(c) {
			return i
		}
	}
	return len(text)
}

// cutQuoted reads a field as spreadsheets quote it (RFC 4180): all of it in double quotes, with "" for one of them. What
// has more than blanks behind its quotes is no such field: a name such as "Doe, Jane" <jane@example.com>. A separator behind
// the field is cut off, a line end is not.
func cutQuoted(text string, separates func(rune) bool) (value, rest string, more, found bool) {
	inside, opened := strings.CutPrefix(strings.TrimLeft(text, " "), `"`)
	if !opened {
		return "", "", false, false
	}
	var unquoted strings.Builder
	for {
		before, after, closed := strings.Cut(inside, `"`)
		if !closed {
			return "", "", false, false
		}
		unquoted.WriteString(before)
		if doubled, ok := strings.CutPrefix(after, `"`); ok {
			unquoted.WriteByte('"')
			inside = doubled
			continue
		}
		after = strings.TrimLeft(after, " ")
		c, size := utf8.DecodeRuneInString(after)
		switch {
		case size == 0 || isLineEnd(c):
			return unquoted.String(), after, false, true
		case separates(c):
			return unquoted.String(), after[size:], true, true
		}
		return "", "", false, false
	}
}

func firstLine(text string) string {
	if end := strings.IndexFunc(text, isLineEnd); end >= 0 {
		return text[:end]
	}
	return text
}

// cutLineEnd cuts one line end off the beginning; CR and LF together are one.
func cutLineEnd(text string) string {
	if rest, found := strings.CutPrefix(text, "\r\n"); found {
		return rest
	}
	if c, size := utf8.DecodeRuneInString(text); isLineEnd(c) {
		return text[size:]
	}
	return text
}

func lineEnds(text string) int {
	n := 0
	for text != "" {
		if end := strings.IndexFunc(text, isLineEnd); end >= 0 {
			text, n = cutLineEnd(text[end:]), n+1
			continue
		}
		break
	}
	return n
}

func blank(line string) bool { return strings.TrimFunc(line, isPadding) == "" }
