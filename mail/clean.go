package mail

import (
	"strings"

	"github.com/postchat/postchat"
)

// oneLine is CleanLine for what stands on one line with our own words: the characters that embed, override or isolate
// writing direction (UAX 9, section 2) are taken out as well. They would reorder the words after them up to the line's end,
// and no name needs them; a line's direction still follows from its letters. Texts keep theirs: each has lines or a block of
// its own, and a direction ends with those.
func oneLine(s string) string {
	if isPlainLine(s) {
		return s
	}
	return postchat.CleanLine(strings.Map(func(r rune) rune {
		if isDirection(r) {
			return -1
		}
		return r
	}, s))
}

func isDirection(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// isPlainLine reports whether s is printable ASCII with single blanks, and so needs no cleaning.
func isPlainLine(s string) bool {
	blank := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return !blank || s == ""
}

// coverMarkup is at least what the markup of a covered text takes beside its sign.
const coverMarkup = 64

// markupLength is the most bytes that a text takes in the HTML part: html/template's escapes, <br> for a new line, and what tells
// a covered text.
func markupLength(s string) int {
	n := len(s) + strings.Count(s, covered)*coverMarkup
	for i := range len(s) {
		n += markupExtra(s[i])
	}
	return n
}

func markupExtra(c byte) int {
	switch c {
	case '"', '\'', '&', '+':
		return len("&#34;") - 1
	case '<', '>', '\n':
		return len("&lt;") - 1
	}
	return 0
}

// cutMarkup cuts text so that it takes at most room bytes in the HTML part, between two characters. It returns how many
// characters were cut off.
func cutMarkup(text string, room int) (kept string, left int) {
	if len(text)*len("&#34;") <= room {
		return text, 0
	}
	used, sign := 0, 0 // sign is where one for a covered text ends
	for i, r := range text {
		if i >= sign && strings.HasPrefix(text[i:], covered) {
			sign = i + len(covered)
			if used += coverMarkup; used+len(covered) > room {
				return text[:i], len([]rune(text[i:]))
			}
		}
		width := 1 + markupExtra(text[i])
		if r >= 0x80 {
			width = len(string(r))
		}
		if used += width; used > room {
			return text[:i], len([]rune(text[i:]))
		}
	}
	return text, 0
}

// indent puts two blanks before every line. In the plain part this keeps a text from passing for a line of ours.
func indent(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }

// part is a piece of a text that is shown: a text, the sign for a covered one, or a new line.
type part struct {
	Text           string
	Covered, Break bool
}

// pieces are the parts of a text.
func pieces(text string) (parts []part) {
	for i, line := range lines(text) {
		if i > 0 {
			parts = append(parts, part{Break: true})
		}
		for line != "" {
			before, after, found := strings.Cut(line, covered)
			if before != "" {
				parts = append(parts, part{Text: before})
			}
			if found {
				parts = append(parts, part{Text: covered, Covered: true})
			}
			line = after
		}
	}
	return parts
}

// lines are the lines of a text.
func lines(text string) []string { return strings.Split(text, "\n") }
