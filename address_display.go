package postchat

import (
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// Display is String for people: an international host is in its own letters where those can hardly be taken for others,
// else in punycode. ParseAddress reads it back to an equal address.
func (a Address) Display() string {
	local, host, _ := strings.Cut(a.Email, "@")
	if !strings.Contains(host, "xn--") {
		return a.String()
	}
	shown, err := idna.Lookup.ToUnicode(host)
	if err != nil || !isSafeHost(shown) {
		return a.String()
	}
	return Address{Name: a.Name, Email: local + "@" + shown}.String()
}

// writings are the letters that can be together in one part of a host (UTS 39, section 5.2, highly restrictive), for hosts
// that are shown in their own letters. Writings from right to left are left out: they would reorder the address around them.
var writings = []struct {
	scripts []*unicode.RangeTable
	// besideLatin is set where no letter looks like a Latin one, so that other parts of the host can be Latin.
	besideLatin bool
}{
	{[]*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, prolongedSound}, true},
	{[]*unicode.RangeTable{unicode.Han, unicode.Hangul}, true},
	{[]*unicode.RangeTable{unicode.Han, unicode.Bopomofo}, true},
	{[]*unicode.RangeTable{unicode.Thai}, true},
	{[]*unicode.RangeTable{unicode.Devanagari}, true},
	{[]*unicode.RangeTable{unicode.Cyrillic}, false},
	{[]*unicode.RangeTable{unicode.Greek}, false},
}

// prolongedSound is the dash of Japanese words, which Unicode counts to no script.
var prolongedSound = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x30fc, Hi: 0x30fc, Stride: 1}}}

// isSafeHost reports whether each part of the host is wholly Latin or wholly of one writing, the same for all those parts,
// and whether that can be beside Latin if both are there.
func isSafeHost(host string) bool {
	var latin bool
	var foreign strings.Builder
	for label := range strings.SplitSeq(host, ".") {
		if strings.ContainsFunc(label, isNotLatin) {
			foreign.WriteString(label)
		} else {
			latin = true
		}
	}
	for _, w := range writings {
		// Without foreign letters the first writing fits, which is the right answer for Latin alone.
		outside := func(r rune) bool { return !isHostDigit(r) && !unicode.In(r, w.scripts...) }
		if !strings.ContainsFunc(foreign.String(), outside) {
			return !latin || w.besideLatin
		}
	}
	return false
}

// isNotLatin reports what is not of the letters of today's languages in Latin script, digits and hyphens. The dotless i is
// not either, as nobody sees the difference.
func isNotLatin(r rune) bool {
	european, vietnamese := r <= '\u017f', '\u1e00' <= r && r <= '\u1eff'
	return !isLDH(r) && (!unicode.Is(unicode.Latin, r) || !european && !vietnamese || r == 'ı')
}

func isHostDigit(r rune) bool { return '0' <= r && r <= '9' || r == '-' }
