package postchat

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// CleanText makes text from outside fit for both databases and for people: valid UTF-8 (bad bytes become U+FFFD), no NUL,
// line ends as \n, and no control characters but tab and new line. Everything else stays as it was typed.
func CleanText(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ToValidUTF8(s, string(utf8.RuneError))
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// CleanLine is CleanText for what must stay on one line, such as a name or a subject: every run of white space becomes one
// blank, and the ends are trimmed.
func CleanLine(s string) string {
	return strings.Join(strings.Fields(CleanText(s)), " ")
}

func isClean(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || (c < 0x20 && c != '\n' && c != '\t') {
			return false
		}
	}
	return true
}

// FoldLabel returns the form in which two labels are compared: "Lead ", "LEAD" and "lead" are the same code.
// White space is folded as by CleanLine, letters to lower case, full-width forms to their ASCII twins; what cannot be seen
// (zero-width and direction marks) does not count.
func FoldLabel(label string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		if r >= '！' && r <= '～' { // U+FF01 to U+FF5E mirror ASCII 0x21 to 0x7E
			r -= '！' - '!'
		}
		return unicode.ToLower(r)
	}, CleanLine(label))
}

// Shorten cuts text to at most n runes and ends it with an ellipsis where something was cut.
func Shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)
	return string(runes[:n-1]) + "…"
}
