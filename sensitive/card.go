package sensitive

import (
	"slices"
	"strings"
)

// brand is a range of card numbers: those whose first digits are from low to high, and that have one of these lengths.
type brand struct {
	low, high string
	lengths   []int
}

var (
	upTo19 = []int{16, 17, 18, 19}
	only16 = []int{16}
)

// brands are the ranges of the international and the larger national brands, as they publish them. A number is built as ISO/IEC 7812-1
// has it: an issuer's identification number, the account, and a check digit.
//
// Two kinds of old numbers are left out, as the phone numbers of whole countries look like them: Visa's of 13 digits and Maestro's
// of less than 16.
var brands = []brand{
	{"4", "4", []int{16, 19}},           // Visa
	{"51", "55", only16},                // Mastercard
	{"2221", "2720", only16},            // Mastercard
	{"34", "34", []int{15}},             // American Express
	{"37", "37", []int{15}},             // American Express
	{"300", "305", []int{14, 16, 19}},   // Diners Club
	{"3095", "3095", []int{14, 16, 19}}, // Diners Club
	{"36", "36", []int{14, 16, 19}},     // Diners Club
	{"38", "39", []int{14, 16, 19}},     // Diners Club
	{"6011", "6011", upTo19},            // Discover
	{"644", "649", upTo19},              // Discover
	{"65", "65", upTo19},                // Discover, RuPay, Troy
	{"3528", "3589", upTo19},            // JCB
	{"62", "62", upTo19},                // UnionPay
	{"81", "82", upTo19},                // UnionPay, RuPay
	{"5018", "5018", upTo19},            // Maestro
	{"5019", "5019", only16},            // Dankort
	{"5020", "5020", upTo19},            // Maestro
	{"5038", "5038", upTo19},            // Maestro
	{"508", "508", only16},              // RuPay
	{"5893", "5893", upTo19},            // Maestro
	{"6304", "6304", upTo19},            // Maestro
	{"6703", "6703", upTo19},            // Bancontact
	{"672", "672", upTo19},              // girocard
	{"6759", "6759", upTo19},            // Maestro
	{"6761", "6763", upTo19},            // Maestro
	{"6771", "6772", upTo19},            // Maestro
	{"2200", "2204", upTo19},            // Mir
	{"9792", "9792", only16},            // Troy
}

// The fewest and the most digits of a card's number, and the most of what people type after it.
const (
	leastCard = 14
	mostCard  = 19
	mostRest  = 10
)

// isCard reports whether the digits could be a card's number: a brand's first digits and length, and the right check digit.
func isCard(digits string) bool {
	if len(digits) < leastCard || len(digits) > mostCard {
		return false
	}
	for _, b := range brands {
		if start := digits[:len(b.low)]; start < b.low || start > b.high {
			continue
		}
		if slices.Contains(b.lengths, len(digits)) {
			return luhn(digits)
		}
	}
	return false
}

// luhn checks the last digit by ISO/IEC 7812-1, annex B.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// group is a row of digits with nothing between them. Groups with blanks between them are words of their own; those with only dashes
// or points between them make one word together.
type group struct {
	from, to int // among glyphs
	digits   string
	blank    bool // whether a blank is between it and the group after it
}

// cards are the card numbers among the glyphs.
func cards(g []glyph) []span {
	var found []span
	for i := 0; i < len(g); i++ {
		if !isDigit(g[i].r) {
			continue
		}
		run := readRun(g, i)
		i = run[len(run)-1].to - 1
		found = append(found, cardsIn(g, run)...)
	}
	return found
}

// readRun reads the groups of digits that begin at a glyph, as far as only separators are between them.
func readRun(g []glyph, at int) []group {
	var run []group
	for {
		to := at
		var digits strings.Builder
		for to < len(g) && isDigit(g[to].r) {
			digits.WriteRune(g[to].r)
			to++
		}
		run = append(run, group{from: at, to: to, digits: digits.String()})
		following, blank := next(g, to-1)
		if following < 0 || !isDigit(g[following].r) {
			return run
		}
		run[len(run)-1].blank = blank
		at = following
	}
}

// cardsIn are the card numbers of a run of groups: the longest from the first group on that can begin one, and so on.
func cardsIn(g []glyph, run []group) []span {
	var found []span
	for first := 0; first < len(run); first++ {
		if first == 0 && isAttachedBefore(g, run[0].from) {
			continue
		}
		if last := lastOfCard(g, run, first); last >= 0 {
			found = append(found, span{Card, run[first].from, run[last].to})
			first = last
		}
	}
	return found
}

// lastOfCard is the last group of the longest card number that begins with the group at first; -1 for none.
func lastOfCard(g []glyph, run []group, first int) int {
	longest, digits := -1, ""
	for last := first; last < len(run) && len(digits) <= mostCard; last++ {
		digits += run[last].digits
		if last == len(run)-1 && isAttachedAfter(g, run[last].to) {
			break
		}
		if isCard(digits) && standsAlone(run, first, last) {
			longest = last
		}
	}
	return longest
}

// standsAlone reports whether groups can be a number of their own among their neighbours. All groups of a run can, however they are
// split. Others must begin and end with words, or be followed by no more than the date and security code of a card; and where they are
// not split as cards are, hardly anything else may be in the run. So parts of longer numbers are left alone.
func standsAlone(run []group, first, last int) bool {
	split := run[first : last+1]
	if hasDate(split) {
		return false
	}
	if first > 0 && !run[first-1].blank {
		return false
	}
	if last < len(run)-1 && !run[last].blank && !isCardsRest(run[last+1:]) {
		return false
	}
	return isSplitAsCard(split) || first <= 1 && len(run)-1-last <= 2
}

// isSplitAsCard reports whether groups are split as they are on cards, or not at all.
func isSplitAsCard(split []group) bool {
	sizes := make([]int, len(split))
	for i, g := range split {
		sizes[i] = len(g.digits)
	}
	inFours := len(sizes) >= 4 && slices.Equal(sizes[:4], []int{4, 4, 4, 4})
	return len(sizes) == 1 || inFours && len(sizes) <= 5 ||
		slices.Equal(sizes, []int{4, 6, 5}) || slices.Equal(sizes, []int{4, 6, 4})
}

// isCardsRest reports whether the groups up to the next blank are what people type after a card's number: its month and year, its
// security code, or both.
func isCardsRest(groups []group) bool {
	var b strings.Builder
	for _, g := range groups {
		b.WriteString(g.digits)
		if g.blank || b.Len() > mostRest {
			break
		}
	}
	rest := b.String()
	switch len(rest) {
	case 3:
		return true
	case 4, 6, 7, 8, 9, 10:
		return rest[:2] >= "01" && rest[:2] <= "12"
	}
	return false
}

// hasDate reports whether three groups of a word are a date, such as 24-11-2026 or 2026.11.24.
func hasDate(split []group) bool {
	for i := 0; i+2 < len(split); i++ {
		a, b, c := split[i], split[i+1], split[i+2]
		if a.blank || b.blank {
			continue
		}
		if isDate(c.digits, b.digits, a.digits) || isDate(a.digits, b.digits, c.digits) || isDate(c.digits, a.digits, b.digits) {
			return true
		}
	}
	return false
}

func isDate(year, month, day string) bool {
	number := func(s string) string { return strings.Repeat("0", max(0, 2-len(s))) + s }
	month, day = number(month), number(day)
	return len(year) == 4 && (year[:2] == "19" || year[:2] == "20") &&
		len(month) == 2 && month >= "01" && month <= "12" && len(day) == 2 && day >= "01" && day <= "31"
}

// Words that people type right before and after a card's number without a blank.
var (
	before = []string{"CARD", "VISA", "MASTERCARD", "AMEX", "MAESTRO", "KARTE", "KAART", "NUMBER", "NUMMER", "NR", "NO", "CC", "PAN"}
	after  = []string{"EXP", "CVC", "CVV", "VALID", "GELDIG"}
)

// isAttachedBefore reports whether the number that begins at a glyph is part of something longer, such as an id, an account or the
// number of a phone.
func isAttachedBefore(g []glyph, at int) bool {
	if at == 0 {
		return false
	}
	if g[at-1].r == '+' {
		return true
	}
	return isJoined(g[at-1].r) && !slices.Contains(before, word(g, at-1, -1))
}

// isAttachedAfter reports whether the number that ends before a glyph is part of something longer, such as an id or an e-mail address.
func isAttachedAfter(g []glyph, at int) bool {
	if at == len(g) {
		return false
	}
	if g[at].r == '@' {
		return true
	}
	return isJoined(g[at].r) && !slices.Contains(after, word(g, at, 1))
}

// word are the Latin letters from a glyph on, in one direction.
func word(g []glyph, at, step int) string {
	from, to := at, at
	for i := at; i >= 0 && i < len(g) && isLatin(g[i].r); i += step {
		from, to = min(from, i), max(to, i)
	}
	var letters strings.Builder
	for i := from; i <= to; i++ {
		letters.WriteRune(g[i].r)
	}
	return letters.String()
}
