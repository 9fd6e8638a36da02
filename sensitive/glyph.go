package sensitive

import (
	"unicode"
	"unicode/utf8"
)

// glyph is a character as the rules see it.
type glyph struct {
	// r is 0 to 9 for every character that stands for a digit, A to Z for Latin letters of either case and width, ' ' for white
	// space, '-' for every dash; other letters in upper case, and else the character itself.
	r rune
	// start and end are its place in the text, in code points. What cannot be seen or only changes the look of the character
	// before it, such as a zero-width space or an accent, belongs to that one.
	start, end int
}

// leastDigits is the fewest digits that a find has.
const leastDigits = 3

// hasDigits reports whether a text may hold a find. It is quick, as nearly all messages hold none.
func hasDigits(text string) bool {
	n := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			return hasOtherDigits(text)
		case c >= '0' && c <= '9':
			n++
		}
	}
	return n >= leastDigits
}

func hasOtherDigits(text string) bool {
	n := 0
	for _, r := range text {
		if _, ok := digit(r); ok {
			n++
		}
	}
	return n >= leastDigits
}

func glyphs(text string) []glyph {
	all := make([]glyph, 0, len(text))
	at := 0
	for _, r := range text {
		if n := len(all); n > 0 && isUnseen(r) {
			all[n-1].end = at + 1
		} else {
			all = append(all, glyph{r: fold(r), start: at, end: at + 1})
		}
		at++
	}
	return all
}

func isUnseen(r rune) bool {
	return r >= 0x80 && (unicode.Is(unicode.Cf, r) || unicode.Is(unicode.M, r))
}

func fold(r rune) rune {
	if d, ok := digit(r); ok {
		return d
	}
	switch {
	case r >= 'a' && r <= 'z':
		return r - 'a' + 'A'
	case r < 0x80:
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	case r >= 'Ａ' && r <= 'Ｚ': // U+FF21 to U+FF3A
		return r - 'Ａ' + 'A'
	case r >= 'ａ' && r <= 'ｚ': // U+FF41 to U+FF5A
		return r - 'ａ' + 'A'
	case unicode.IsSpace(r) || unicode.Is(unicode.Z, r):
		return ' '
	case unicode.Is(unicode.Pd, r) || r == '−' || r == '⁃': // U+2212, the minus; U+2043, the hyphen bullet
		return '-'
	case r == '．' || r == '·' || r == '․' || r == '。': // U+FF0E, U+00B7, U+2024, U+3002
		return '.'
	}
	return unicode.ToUpper(r)
}

// digit is the digit that a character stands for, as '0' to '9': a decimal digit of any writing (Unicode's category Nd, whose blocks
// are of ten in their order), or one that is raised, lowered or in a circle.
func digit(r rune) (rune, bool) {
	switch {
	case r >= '0' && r <= '9':
		return r, true
	case r < 0x80:
		return 0, false
	case r == '¹':
		return '1', true
	case r == '²' || r == '³':
		return '2' + r - '²', true
	case r == '⁰' || r >= '⁴' && r <= '⁹':
		return '0' + r - '⁰', true
	case r >= '₀' && r <= '₉':
		return '0' + r - '₀', true
	case r == '⓪':
		return '0', true
	case r >= '①' && r <= '⑨':
		return '1' + r - '①', true
	case !unicode.Is(unicode.Nd, r):
		return 0, false
	}
	before := rune(0)
	for unicode.Is(unicode.Nd, r-before-1) {
		before++
	}
	return '0' + before%10, true
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return r >= 'A' && r <= 'Z' }

// isJoined reports whether a character next to a number makes it a part of something longer, such as an id. Writings without case
// have no blanks between words, so their letters do not.
func isJoined(r rune) bool {
	return isDigit(r) || isLatin(r) || r == '_' || unicode.IsUpper(r) || unicode.IsLower(r)
}

// isSeparator reports whether a character may stand between the digits of one number.
func isSeparator(r rune) bool { return r == ' ' || r == '-' || r == '.' }

// maxSeparators is how many separators may stand between two digits of one number, as in "1111 - 1111".
const maxSeparators = 3

// next is the place of the next glyph after at that is no separator, and whether a blank was among those; -1 where there are too many.
func next(g []glyph, at int) (place int, blank bool) {
	for i := at + 1; i < len(g) && i <= at+1+maxSeparators; i++ {
		if !isSeparator(g[i].r) {
			return i, blank
		}
		blank = blank || g[i].r == ' '
	}
	return -1, blank
}
