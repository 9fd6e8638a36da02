package sensitive

// accounts are the countries that give IBANs, each with what follows the country and its check digits: rows of n digits, a letters and
// c of either, as the IBAN registry of SWIFT has them, which registers for ISO 13616.
var accounts = map[string]string{
	"AD": "8n12c", "AE": "19n", "AL": "8n16c", "AT": "16n", "AZ": "4a20c", "BA": "16n", "BE": "12n", "BG": "4a6n8c",
	"BH": "4a14c", "BI": "23n", "BR": "23n1a1c", "BY": "4c4n16c", "CH": "5n12c", "CR": "18n", "CY": "8n16c", "CZ": "20n",
	"DE": "18n", "DJ": "23n", "DK": "14n", "DO": "4c20n", "EE": "16n", "EG": "25n", "ES": "20n", "FI": "14n", "FK": "2a12n",
	"FO": "14n", "FR": "10n11c2n", "GB": "4a14n", "GE": "2a16n", "GI": "4a15c", "GL": "14n", "GR": "7n16c", "GT": "24c",
	"HN": "4a20n", "HR": "17n", "HU": "24n", "IE": "4a14n", "IL": "19n", "IQ": "4a15n", "IS": "22n", "IT": "1a10n12c",
	"JO": "4a4n18c", "KW": "4a22c", "KZ": "3n13c", "LB": "4n20c", "LC": "4a24c", "LI": "5n12c", "LT": "16n", "LU": "3n13c",
	"LV": "4a13c", "LY": "21n", "MC": "10n11c2n", "MD": "20c", "ME": "18n", "MK": "3n10c2n", "MN": "16n", "MR": "23n",
	"MT": "4a5n18c", "MU": "4a19n3a", "NI": "4a20n", "NL": "4a10n", "NO": "11n", "OM": "3n16c", "PK": "4a16c", "PL": "24n",
	"PS": "4a21c", "PT": "21n", "QA": "4a21c", "RO": "4a16c", "RS": "18n", "RU": "14n15c", "SA": "2n18c", "SC": "4a20n3a",
	"SD": "14n", "SE": "20n", "SI": "15n", "SK": "20n", "SM": "1a10n12c", "SO": "19n", "ST": "21n", "SV": "4a20n",
	"TL": "19n", "TN": "20n", "TR": "6n16c", "UA": "6n19c", "VA": "18n", "VG": "4a16n", "XK": "16n", "YE": "4a4n18c",
}

// mostIBAN is how long an IBAN can be.
const mostIBAN = 34

// ibans are the IBANs among the glyphs.
func ibans(g []glyph) []span {
	var found []span
	for i := 0; i+1 < len(g); i++ {
		if !isLatin(g[i].r) || !isLatin(g[i+1].r) {
			continue
		}
		if place, _ := next(g, i+1); place < 0 || !isDigit(g[place].r) {
			continue
		}
		if i > 0 && isJoined(g[i-1].r) && !endsWithIBAN(g, i) {
			continue
		}
		if to := endOfIBAN(g, i); to > 0 {
			found = append(found, span{IBAN, i, to})
			i = to - 1
		}
	}
	return found
}

// endsWithIBAN reports whether the word IBAN stands right before a glyph.
func endsWithIBAN(g []glyph, at int) bool { return word(g, at-1, -1) == "IBAN" }

// endOfIBAN is the glyph after the IBAN that begins at a glyph; 0 where none does.
func endOfIBAN(g []glyph, at int) int {
	structure := accounts[string([]rune{g[at].r, g[at+1].r})]
	if structure == "" {
		return 0
	}
	signs := make([]rune, 0, mostIBAN)
	signs = append(signs, g[at].r, g[at+1].r)
	place := at + 1
	read := func(n int, kind byte) bool {
		for range n {
			if place, _ = next(g, place); place < 0 || !isSign(g[place].r, kind) {
				return false
			}
			signs = append(signs, g[place].r)
		}
		return true
	}
	if !read(2, 'n') {
		return 0
	}
	n := 0
	for i := range len(structure) {
		if c := structure[i]; c >= '0' && c <= '9' {
			n = n*10 + int(c-'0')
			continue
		}
		if !read(n, structure[i]) {
			return 0
		}
		n = 0
	}
	if end := place + 1; mod97(signs) == 1 && (end == len(g) || !isJoined(g[end].r)) {
		return end
	}
	return 0
}

func isSign(r rune, kind byte) bool {
	switch kind {
	case 'n':
		return isDigit(r)
	case 'a':
		return isLatin(r)
	}
	return isDigit(r) || isLatin(r)
}

// mod97 is the rest by which ISO 13616 checks an IBAN (ISO/IEC 7064, MOD 97-10): the first four signs come last, and letters are 10
// to 35.
func mod97(signs []rune) int {
	rest := 0
	for i := range signs {
		c := signs[(i+4)%len(signs)]
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest
}
