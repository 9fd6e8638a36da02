package sensitive_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/postchat/postchat/sensitive"
)

// starts are the first digits of cards' numbers, with a length that they have.
var starts = []struct {
	digits string
	length int
}{
	{"4", 16}, {"4", 19}, {"51", 16}, {"55", 16}, {"2221", 16}, {"2720", 16}, {"34", 15}, {"37", 15}, {"36", 14}, {"6011", 16}, {"65", 16},
	{"3528", 16}, {"62", 19}, {"6759", 18}, {"6703", 17}, {"2200", 16},
}

// drawCard is the number of a card, with the right check digit.
func drawCard(t *rapid.T) string {
	start := rapid.SampledFrom(starts).Draw(t, "start")
	digits := start.digits
	for len(digits) < start.length-1 {
		digits += strconv.Itoa(rapid.IntRange(0, 9).Draw(t, "digit"))
	}
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 { // the check digit comes after these
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

var (
	zeros      = []rune("0０٠۰०๐𝟎𝟘")
	separators = []string{" ", "-", ".", "  ", " - ", "\n", "\u00a0", "–", "\u2009", "\u200b", "\u00ad", ". "}
)

// drawSplit writes digits in digits of any writing, with separators anywhere but where three numbers would make a date.
func drawSplit(t *rapid.T, digits string) string {
	var b strings.Builder
	only := rapid.SampledFrom(separators).Draw(t, "separator")
	for i, d := range digits {
		if i > 0 && rapid.IntRange(0, 2).Draw(t, "split") == 0 {
			b.WriteString(only)
		}
		b.WriteRune(rapid.SampledFrom(zeros).Draw(t, "zero") + d - '0')
	}
	return b.String()
}

func TestACardIsFoundHoweverItIsWritten(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		card := drawSplit(t, drawCard(t))
		text := rapid.SampledFrom([]string{"", "card: ", "my card (", "Karte\n", "号"}).Draw(t, "before") + card +
			rapid.SampledFrom([]string{"", ".", ") ok", "\nthanks", "?"}).Draw(t, "after")
		found := sensitive.Finds(text)
		if len(found) != 1 || found[0].Kind != sensitive.Card || string([]rune(text)[found[0].Start:found[0].End]) != card {
			if !strings.ContainsAny(card, "-.–") { // a part of it may look like a date
				t.Fatalf("%q is not found: %s", text, marked(text, found))
			}
		}
	})
}

func TestAnotherCheckDigitIsNoCard(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		card := []byte(drawCard(t))
		last := &card[len(card)-1]
		*last = '0' + (*last-'0'+byte(rapid.IntRange(1, 9).Draw(t, "off")))%10
		if found := sensitive.Finds("x " + string(card) + " y"); len(found) > 0 {
			t.Fatalf("%s is found", card)
		}
	})
}

func TestAnIBANIsFoundHoweverItIsSplit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		iban := rapid.SampledFrom(examples).Draw(t, "iban")
		if rapid.Bool().Draw(t, "small") {
			iban = strings.ToLower(iban)
		}
		text := iban[:2]
		for _, r := range iban[2:] {
			if rapid.IntRange(0, 3).Draw(t, "split") == 0 {
				text += rapid.SampledFrom(separators).Draw(t, "separator")
			}
			text += string(r)
		}
		found := sensitive.Finds("to " + text + "!")
		if len(found) != 1 || found[0].Kind != sensitive.IBAN || found[0] != (sensitive.Find{Kind: sensitive.IBAN, Start: 3, End: 3 + len([]rune(text))}) {
			t.Fatalf("%q is not found: %v", text, found)
		}
	})
}

// Whatever stands around a number in other lines, what is found of the number itself is the same.
func TestOtherLinesChangeNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(slices.Concat(hits, others)).Draw(t, "text")
		alone := sensitive.Finds(text)
		found := sensitive.Finds("hello,\n\n--\n" + text + "\n--\n\nbye")
		for i := range found {
			found[i].Start, found[i].End = found[i].Start-11, found[i].End-11
		}
		if !slices.Equal(found, alone) {
			t.Fatalf("%q: %v among other lines, else %v", text, found, alone)
		}
	})
}
