package sensitive_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/sensitive"
)

// marked is the text with what was found in brackets, each with the first letter of its kind.
func marked(text string, found []sensitive.Find) string {
	runes, at := []rune(text), 0
	var b strings.Builder
	for _, f := range found {
		b.WriteString(string(runes[at:f.Start]) + "[" + string(f.Kind[0]) + ":" + string(runes[f.Start:f.End]) + "]")
		at = f.End
	}
	return b.String() + string(runes[at:])
}

// hits are texts with what must be found in them in brackets. The numbers are those that brands and the IBAN registry publish as
// examples and for tests.
var hits = []string{
	// Every brand, as it stands on a card.
	"[c:4111 1111 1111 1111]", "[c:4012888888881881]", "[c:5555 5555 5555 4444]", "[c:2223 0031 2200 3222]", "[c:3782 822463 10005]",
	"[c:3714 496353 98431]", "[c:3056 930902 5904]", "[c:38520000023237]", "[c:3622 720627 1667]", "[c:6011 1111 1111 1117]",
	"[c:3530 1113 3330 0000]", "[c:6200 0000 0000 0005]", "[c:6759 6498 2643 8453]", "[c:6304 0000 0000 0000]", "[c:6703 4444 4444 4449]",
	"[c:4000 0025 0000 1001 018]",

	// However it is split.
	"[c:4111-1111-1111-1111]", "[c:4111.1111.1111.1111]", "[c:4111  1111  1111  1111]", "[c:4111 - 1111 - 1111 - 1111]",
	"[c:41 11 11 11 11 11 11 11]", "[c:4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1]", "[c:411111 1111111111]", "[c:4111-1111 1111.1111]",
	"[c:4111\n1111\n1111\n1111]", "[c:4111\t1111\t1111\t1111]", "[c:4111\u00a01111\u00a01111\u00a01111]", "[c:4111–1111–1111–1111]",
	"[c:4111\u20091111\u202f1111\u30001111]", "[c:4111−1111‑1111—1111]",
	"[c:4\u200b111\u200b1111\u200d1111\u2060111\ufeff1]", "[c:4111\u00ad1111\u00ad1111\u00ad1111]",

	// In whatever digits.
	"[c:４１１１ １１１１ １１１１ １１１１]", "[c:٤١١١ ١١١١ ١١١١ ١١١١]", "[c:۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱]", "[c:४१११ ११११ ११११ ११११]", "[c:𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏]",
	"[c:④①①①①①①①①①①①①①①①]", "[c:⁴¹¹¹ ¹¹¹¹ ¹¹¹¹ ¹¹¹¹]", "[c:₄₁₁₁ ₁₁₁₁ ₁₁₁₁ ₁₁₁₁]", "[c:4１١१ 1111 1111 1111]",
	"[c:4\ufe0f\u20e31️⃣1️⃣1️⃣ 1️⃣1️⃣1️⃣1️⃣ 1️⃣1️⃣1️⃣1️⃣ 1️⃣1️⃣1️⃣1️⃣]", "[c:4\u0301111 1111 1111 1111]",

	// In its place in a text.
	"My card is [c:4111 1111 1111 1111], thanks.", "card:[c:4111111111111111].", "(visa [c:4111111111111111])", "Visa[c:4111111111111111]",
	"it is #[c:4111111111111111]", "cc=[c:4111111111111111]", "[c:4111111111111111]exp 12/27", "卡号[c:4111111111111111]です",
	"2 [c:4111 1111 1111 1111]", "order 12345 [c:4111 1111 1111 1111] 20 pieces", "I need 2: [c:41 11 11 11 11 11 11 11] 1227 thanks",
	"[c:4111 1111 1111 1111] [c:5555 5555 5555 4444]", "[c:4111 1111 1111 1111] 1227", "[c:4111-1111-1111-1111]-123", "[c:4111.1111.1111.1111] 12.27",
	"[c:4111 1111 1111 1111] 12/27 [s:123]", "[c:4111111111111111], exp. 12/2027, [s:1234]", "4111 1111 1111 1112? No, [c:4111 1111 1111 1111]",
	"scan of [c:4111111111111111].png", "1 2 3 [c:4111 1111 1111 1111] 4 5 6",

	// IBANs.
	"[i:NL91 ABNA 0417 1643 00]", "[i:nl91abna0417164300]", "IBAN: [i:DE89 3704 0044 0532 0130 00].", "IBAN[i:DE89370400440532013000]",
	"[i:DE89-3704-0044-0532-0130-00]", "[i:GB29 NWBK 6016 1331 9268 19] please", "[i:BE68 5390 0754 7034] en dan", "[i:D\u200bE89 3704 0044 0532 0130 00]",
	"[i:ＤＥ８９ ３７０４ ００４４ ０５３２ ０１３０ ００]", "[i:DE89 3704 0044\n0532 0130 00]", "[i:N\u00adL91ABNA0417164300]", "口座[i:DE89370400440532013000]です",
	"[i:DE 89 37 04 00 44 05 32 01 30 00]", "[i:MT84 MALT 0110 0001 2345 MTLC AST0 01S]", "mine is [i:FR14 2004 1010 0505 0001 3M02 606], not [i:FI21 1234 5600 0007 85]",

	// Security codes.
	"CVC [s:123]", "cvc: [s:123]", "My CVV2 is [s:1234].", "cvc code = [s:123], thanks", "the security code is [s:123]", "Security code: [s:1 2 3]",
	"Prüfnummer [s:123]", "Kartenprüfziffer lautet [s:123]", "beveiligingscode van de kaart", "beveiligingscode is [s:123]", "CVC [s:１２３]", "cvc-code: [s:123]",
	"de CVC is [s:1-2-3]", "CVC\n[s:123]", "(cvv [s:123])", "Sicherheitscode der Karte", "CVC [s:123] and CVV [s:456]",
}

func TestWhatLooksSensitiveIsFound(t *testing.T) {
	t.Parallel()
	plain := strings.NewReplacer("[c:", "", "[i:", "", "[s:", "", "]", "")
	for _, want := range hits {
		text := plain.Replace(want)
		if got := marked(text, sensitive.Finds(text)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// examples are the IBANs that the registry of SWIFT shows for each country.
var examples = strings.Fields(`
AD1200012030200359100100 AE070331234567890123456 AL47212110090000000235698741 AT611904300234573201 AZ21NABZ00000000137010001944
BA391290079401028494 BE68539007547034 BG80BNBG96611020345678 BH67BMAG00001299123456 BI4210000100010000332045181
BR9700360305000010009795493P1 BY13NBRB3600900000002Z00AB00 CH9300762011623852957 CR72012300000171549015 CY17002001280000001200527600
CZ6508000000192000145399 DE89370400440532013000 DJ2100010000000154000100186 DK5000400440116243 DO28BAGR00000001212453611324
EE382200221020145685 EG800002000156789012345180002 ES9121000418450200051332 FI2112345600000785 FK88SC123456789012
FO6264600001631634 FR1420041010050500013M02606 GB29NWBK60161331926819 GE29NB0000000101904917 GI75NWBK000000007099453
GL8964710001000206 GR1601101250000000012300695 GT82TRAJ01020000001210029690 HN88CABF00000000000250005469 HR1210010051863000160
HU42117730161111101800000000 IE29AIBK93115212345678 IL620108000000099999999 IQ98NBIQ850123456789012 IS140159260076545510730339
IT60X0542811101000000123456 JO94CBJO0010000000000131000302 KW81CBKU0000000000001234560101 KZ86125KZT5004100100 LB62099900000001001901229114
LC55HEMM000100010012001200023015 LI21088100002324013AA LT121000011101001000 LU280019400644750000 LV80BANK0000435195001
LY83002048000020100120361 MC5811222000010123456789030 MD24AG000225100013104168 ME25505000012345678951 MK07250120000058984
MN121234123456789123 MR1300020001010000123456753 MT84MALT011000012345MTLCAST001S MU17BOMM0101101030300200000MUR NI45BAPR00000013000003558124
NL91ABNA0417164300 NO9386011117947 OM810180000001299123456 PK36SCBL0000001123456702 PL61109010140000071219812874
PS92PALS000000000400123456702 PT50000201231234567890154 QA58DOHB00001234567890ABCDEFG RO49AAAA1B31007593840000 RS35260005601001611379
RU0304452522540817810538091310419 SA0380000000608010167519 SC18SSCB11010000000000001497USD SD8811123456789012 SE4550000000058398257466
SI56263300012039086 SK3112000000198742637541 SM86U0322509800000000270100 SO211000001001000100141 ST23000100010051845310146
SV62CENR00000000000000700025 TL380080012345678910157 TN5910006035183598478831 TR330006100519786457841326 UA213223130000026007233566001
VA59001123000012345678 VG96VPVG0000012345678901 XK051212012345678906 YE15CBYE0001018861234567891234
`)

func TestTheIBANOfEveryCountryIsFound(t *testing.T) {
	t.Parallel()
	for _, iban := range examples {
		inFours := ""
		for i, r := range strings.ToLower(iban) {
			if i > 0 && i%4 == 0 {
				inFours += " "
			}
			inFours += string(r)
		}
		for _, text := range []string{iban, inFours} {
			if got, want := marked("x "+text+" y", sensitive.Finds("x "+text+" y")), "x [i:"+text+"] y"; got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
		broken := []byte(iban)
		broken[2] = '0' + (broken[2]-'0'+1)%10
		if found := sensitive.Finds(string(broken)); len(found) > 0 && found[0].Kind == sensitive.IBAN {
			t.Errorf("%s is found, and its check digits are wrong", broken)
		}
	}
}

// others are long numbers in which nothing may be found.
var others = []string{
	// What was masked elsewhere, and made people switch it off: the first 16 digits of this one pass for a card's.
	"4501-0136-5373-6750-3770-1005-3736-3900-1440-2401-0720-19",
	"#676", "see #676 and #4111", "ticket #20261125160500",

	// Wrong check digits, wrong lengths, no brand's first digits.
	"4111 1111 1111 1112", "4111 1111 1111", "411111111111111111", "1111 1111 1111 1117", "0000 0000 0000 0000", "9999 9999 9999 9995",
	"4222222222222", // Visa's old 13 digits

	// Parts of something longer.
	"41111111111111111111111", "A4111111111111111", "4111111111111111B", "id_4111111111111111", "4111111111111111_n.jpg", "4111111111111111@example.com",
	"x4111-1111-1111-1111", "0.4111111111111111", "4111111111111111é",

	// Phones.
	"+31 20 555 0142", "+4367612345678", "0043 676 1234567", "+49 (0)30 123456-78", "06-12345678 of 020-5550142", "+44 20 7946 0958, +44 20 7946 0959",
	"+5555555555554444", "06.12.34.56.78", "0031 6 12345678 / 0031 6 87654321",

	// Orders, invoices, customers, parcels.
	"order 1000123456789", "invoice 2026-000123", "1Z999AA10123456784", "JD014600006228974106", "9400 1000 0000 0000 0000 00", "customer 10000000146",
	"EAN 4006381333931", "ISBN 978-3-16-148410-0", "3SDEVC123456789", "RR123456785NL", "KVK 12345678", "BTW NL123456789B01", "USt-IdNr. DE123456789",

	// Times, dates, amounts, measures.
	"20261125160500", "2026-11-25T16:05:00.123456789Z", "1764086700", "1764086700123", "1764086700123456", "24-11-2026 25-11-2026", "24.11.2026 25.11.2026",
	"2026-11-24 2026-11-25", "5-11-2026 - 15-11-2026", "€ 1.234.567,89", "160 x 80 x 75", "51.5074 -0.1278", "192.168.100.200 10.0.0.1", "v1.26.4",
	"12 34 56 78 90", "3.14159265358979", "019ab3c4-5d00-7a11-8b22-0123456789ab", "d41d8cd98f00b204e9800998ecf8427e",

	// Words that begin as an IBAN of a country would.
	"it 60 x 80 please", "at 10 am tomorrow we come by", "is 12 enough", "be 20 on time then", "de 10 besten", "no 12 345 678 901", "NL91 ABNA 0417 1643 01",
	"XNL91ABNA0417164300", "NL91ABNA0417164300X", "me 10 chairs, 20 tables", "lb 12 of it", "GB29 NWBK 6016 1331 9268",

	// Codes that are none.
	"code 123", "security 123", "cvc 12", "cvc 12345", "mycvc 123", "cvc is on the back", "promo code 1234", "PIN 1234", "the verification code is 123456",
	"article CV 123", "", "no digits", "1", "12", "123", "1234",
}

func TestOtherNumbersAreLeftAlone(t *testing.T) {
	t.Parallel()
	for _, text := range others {
		if found := sensitive.Finds(text); len(found) > 0 {
			t.Errorf("%q", marked(text, found))
		}
	}
}

func TestACodeIsFoundWhereItWasAskedFor(t *testing.T) {
	t.Parallel()
	said := func(text string) postchat.Message { return postchat.Message{Text: text} }
	event := postchat.Message{Text: "what is the CVC?", Event: true}
	for _, test := range []struct {
		name     string
		messages postchat.Transcript
		want     string
	}{
		{"an answer of digits alone", postchat.Transcript{said("And the CVC?"), said("123")}, "#2 [s:123]"},
		{"an answer with the card", postchat.Transcript{said("The number and the CVC?"), said("4111 1111 1111 1111, 123")}, "#2 [c:4111 1111 1111 1111], [s:123]"},
		{"in another language", postchat.Transcript{said("Die Prüfnummer bitte"), said("1234.")}, "#2 [s:1234]."},
		{"an answer in words", postchat.Transcript{said("And the CVC?"), said("I have 123 of them")}, ""},
		{"another question", postchat.Transcript{said("How many?"), said("123")}, ""},
		{"later", postchat.Transcript{said("And the CVC?"), said("Wait"), said("123")}, ""},
		{"nobody asked", postchat.Transcript{event, said("123")}, ""},
		{"a longer number", postchat.Transcript{said("And the CVC?"), said("12345")}, ""},
	} {
		got := ""
		for i, key := range test.messages.Keys() {
			var found []sensitive.Find
			for _, s := range sensitive.Suggestions(test.messages, nil) {
				if s.Message == key {
					found = append(found, s.Find)
				}
			}
			if len(found) > 0 {
				got += key + " " + marked(test.messages[i].Text, found)
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestASuggestionIsLiftedByWhatHoldsAllOfIt(t *testing.T) {
	t.Parallel()
	transcript := postchat.Transcript{{ID: "a", Text: "Pay 4111 1111 1111 1111"}, {ID: "b", Text: "Pay 4111 1111 1111 1111"}}
	for _, test := range []struct {
		lift postchat.Lift
		want bool
	}{
		{postchat.Lift{Message: "a", Start: 4, End: 23}, true},
		{postchat.Lift{Message: "a", Start: 0, End: 23}, true},
		{postchat.Lift{Message: "a", Start: 5, End: 23}, false},
		{postchat.Lift{Message: "a", Start: 4, End: 22}, false},
		{postchat.Lift{Message: "c", Start: 4, End: 23}, false},
	} {
		s := sensitive.Suggestions(transcript, []postchat.Lift{test.lift})
		if len(s) != 2 || s[0].Lifted != test.want || s[1].Lifted {
			t.Errorf("%+v gives %+v", test.lift, s)
		}
	}
}

func TestEveryBlockOfDigitsIsOfTen(t *testing.T) {
	t.Parallel()
	for _, block := range unicode.Nd.R16 {
		if (block.Hi-block.Lo+1)%10 != 0 || block.Stride != 1 {
			t.Errorf("the digits from %U on are not in rows of ten", block.Lo)
		}
	}
	for _, block := range unicode.Nd.R32 {
		if (block.Hi-block.Lo+1)%10 != 0 || block.Stride != 1 {
			t.Errorf("the digits from %U on are not in rows of ten", block.Lo)
		}
	}
}

func checkFinds(t interface {
	Helper()
	Errorf(string, ...any)
}, text string, found []sensitive.Find) {
	t.Helper()
	end := 0
	for _, f := range found {
		if f.Start < end || f.End <= f.Start || f.End > utf8.RuneCountInString(text) {
			t.Errorf("%q has the finds %v", text, found)
		}
		end = f.End
	}
}

// FuzzFinds looks for finds in arbitrary texts: they are inside the text, in order and apart, and a card's number that is put behind
// any text on a line of its own is found, unless it became part of a longer run of digits.
func FuzzFinds(f *testing.F) {
	for _, text := range append(append(append([]string{}, hits...), others...), examples...) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = postchat.CleanText(text)
		checkFinds(t, text, sensitive.Finds(text))
		with := text + "\n; " + "4111 1111 1111 1111"
		found := sensitive.Finds(with)
		checkFinds(t, with, found)
		if n := utf8.RuneCountInString(with); len(found) == 0 || found[len(found)-1].End != n {
			t.Errorf("the card is not found in %q", fmt.Sprintf("%+q", with))
		}
	})
}
