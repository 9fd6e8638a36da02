package sensitive

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// What the security code of a card is called, in capitals: by the brands (CVC, CVV, CVN and so on) and in the languages of mails.
const codeNames = `(?:(?:CVC|CVV|CVN|CSC)2?|CARD (?:VERIFICATION|SECURITY|VALIDATION) (?:CODE|VALUE|NUMBER|NO)|SECURITY CODE|` +
	`(?:KAART)?VERIFICATIECODE|BEVEILIGINGSCODE|VEILIGHEIDSCODE|(?:KARTEN)?PRÜFNUMMER|(?:KARTEN)?PRÜFZIFFER|SICHERHEITSCODE)`

// Between the name and the code may be a few small words.
const (
	gap        = `[^\pL\pN]{0,4}`
	smallWords = `(?:` + gap + `\b(?:CODE|NUMBER|NUMMER|NR|NO|IS|IST|LAUTET|WAS|THE|MY|MIJN|MEIN|DER|DIE|DE|ER|IT|CVC|CVV)\b){0,4}`
	// maxDated is how many bytes the date and the code after a card's number are looked for in.
	maxDated   = 100
	codeDigits = `([0-9](?:[ -]?[0-9]){2,3})(?:[^\pL\pN]|$)`
)

var (
	codeName  = regexp.MustCompile(`(?:^|[^\pL\pN])` + codeNames + `(?:[^\pL\pN]|$)`)
	namedCode = regexp.MustCompile(`(?:^|[^\pL\pN])` + codeNames + smallWords + gap + codeDigits)
	// datedCode is what follows a card's number: the month and year until which it is valid, and then the code.
	datedCode = regexp.MustCompile(`^[^\pL\pN]{1,3}(?:EXP[A-Z]*[^\pL\pN]{0,3})?(?:0[1-9]|1[0-2])[^\pL\pN]{0,3}(?:20)?[0-9]{2}[^\pL\pN]{1,3}` + codeDigits)
	// lastCode is a code at the end of a text that tells nothing else.
	lastCode = regexp.MustCompile(`(?:^|[^\pL\pN])([0-9]{3,4})[^\pL\pN]*$`)
)

// securityCodes are the security codes among the glyphs: after their name, after a card's number and its date, and where somebody
// asked for one, at the end of an answer without a word. Two of them may be the same.
func securityCodes(g []glyph, numbers []span, asked bool) []span {
	text, offsets := folded(g)
	if !asked && len(numbers) == 0 && !mayNameCode(text) {
		return nil
	}
	var found []span
	add := func(from, to int) { // bytes of the folded text
		start, _ := slices.BinarySearch(offsets, from)
		end, _ := slices.BinarySearch(offsets, to)
		found = append(found, span{SecurityCode, start, end})
	}
	for at := 0; at < len(text); {
		match := namedCode.FindStringSubmatchIndex(text[at:])
		if match == nil {
			break
		}
		add(at+match[2], at+match[3])
		at += match[3]
	}
	for _, n := range numbers {
		if n.kind != Card || n.to == len(g) {
			continue
		}
		from := offsets[n.to]
		if match := datedCode.FindStringSubmatchIndex(text[from:min(len(text), from+maxDated)]); match != nil {
			add(from+match[2], from+match[3])
		}
	}
	if asked && !strings.ContainsFunc(text, unicode.IsLetter) {
		if match := lastCode.FindStringSubmatchIndex(text); match != nil {
			add(match[2], match[3])
		}
	}
	return found
}

// namesCode reports whether a text names a card's security code, as a question for it does.
func namesCode(text string) bool {
	if !mayNameCode(strings.ToUpper(text)) {
		return false
	}
	upper, _ := folded(glyphs(text))
	return codeName.MatchString(upper)
}

// mayNameCode reports whether a text in capitals has what every name of a security code has. It is quick, as nearly no text does.
func mayNameCode(upper string) bool {
	for _, part := range []string{"CV", "CSC", "COD", "PRÜF", "CARD"} {
		if strings.Contains(upper, part) {
			return true
		}
	}
	return false
}

// folded is a text as the rules see it, one character for each glyph, and where each of those begins in it.
func folded(g []glyph) (text string, offsets []int) {
	var b strings.Builder
	b.Grow(len(g))
	offsets = make([]int, len(g))
	for i := range g {
		offsets[i] = b.Len()
		b.WriteRune(g[i].r)
	}
	return b.String(), offsets
}
