package mail_test

import (
	"bytes"
	"fmt"
	"io"
	"mime/quotedprintable"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

const blocks = "████████"

// cover is a cover of a message for the piece of text that stands in brackets, and the text without those.
func cover(key, text string) (postchat.Cover, string) {
	before, rest, _ := strings.Cut(text, "[")
	inside, after, _ := strings.Cut(rest, "]")
	start := len([]rune(before))
	return postchat.Cover{Message: key, Start: start, End: start + len([]rune(inside)), By: operator}, before + inside + after
}

// markedChat has starred messages, covers by hand and by themselves, one lifted, and all of it said again elsewhere.
func markedChat() mail.Input {
	in := plainChat()
	in.PublicURL = "https://postchat.acme.example"
	in.Campaign.CoverNumbers = true
	byHand, passport := cover("#2", "I moved. My passport is [XR 00127 Q], the desks go to\nLyon.")
	order, numbers := cover("#3", "Take it from 5555 5555 5555 4444 12/27 123, or NL91 ABNA 0417 1643 00.\nThe old order was [4000 0025 0000 1001].")
	in.Chat.Transcript = postchat.Transcript{
		said(0, postchat.RoleBot, "Acme bot", "Hi! How can we help?"),
		said(31, postchat.RoleVisitor, visitor, passport),
		said(60, postchat.RoleVisitor, visitor, numbers),
		said(90, postchat.RoleOperator, operator, "The deposit is 20%. And the CVC of the other card?"),
		said(95, postchat.RoleVisitor, visitor, "987"),
	}
	in.Chat.Subject = "I moved. My passport is XR 00…"
	in.Chat.Custom = map[string]string{"order": "4000002500001001", "paid with": "IBAN NL91ABNA0417164300", "passport": "XR 00127 Q"}
	in.FollowUp.Submission = postchat.Submission{
		Starred: []string{"#2", "#4"}, Covered: []postchat.Cover{byHand},
		Lifted: []postchat.Lift{postchat.Lift(order)},
	}
	return in
}

func inLanguage(in mail.Input, language postchat.Language) mail.Input {
	in.Campaign.MailSettings.Language = language
	return in
}

// everywhere are all forms of a message that could give something away: its source, its source with the folds taken out, the text of
// every part and of the attachment, and every field of the header.
func everywhere(t testing.TB, m postchat.Mail) []string {
	t.Helper()
	envelope := parse(t, m.Source)
	content, err := mail.Parts(m.Source)
	if err != nil {
		t.Fatal(err)
	}
	unfolded, _ := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(m.Source)))
	forms := []string{
		string(m.Source), strings.ReplaceAll(string(m.Source), "\r\n", ""), strings.ReplaceAll(string(m.Source), "=\r\n", ""), string(unfolded),
		m.Subject, envelope.Text, envelope.HTML, content.Plain, content.HTML,
	}
	for _, a := range envelope.Attachments {
		forms = append(forms, string(a.Content))
	}
	for _, name := range envelope.GetHeaderKeys() {
		forms = append(forms, envelope.GetHeader(name))
	}
	var visible strings.Builder // the HTML part as it is read, its characters no longer escaped
	for n := range parseHTML(t, envelope.HTML).Descendants() {
		if n.Type == html.TextNode {
			visible.WriteString(n.Data)
		}
		for _, a := range n.Attr {
			visible.WriteString(" " + a.Val)
		}
	}
	return append(forms, visible.String())
}

// leaks are the parts of secrets, of at least n characters, that are anywhere in the message. White space does not count.
func leaks(t testing.TB, m postchat.Mail, n int, secrets ...string) (found []string) {
	t.Helper()
	without := func(s string) string { return strings.Join(strings.Fields(s), "") }
	all := without(strings.Join(everywhere(t, m), " | "))
	for _, secret := range secrets {
		bare := []rune(without(secret))
		for i := 0; i+n <= len(bare); i++ {
			if part := string(bare[i : i+n]); strings.Contains(all, part) {
				found = append(found, part)
			}
		}
	}
	return found
}

func TestWhatIsCoveredIsNowhereInTheMail(t *testing.T) {
	t.Parallel()
	long := markedChat()
	long.Chat.Transcript = append(long.Chat.Transcript, longChat(400).Chat.Transcript...)
	noted := markedChat()
	noted.FollowUp.Submission.Note = "She pays by card."
	noted.Campaign.MailSettings = postchat.MailSettings{Subject: "{topic} {title}", Intro: "It is about {topic}.", Footer: "{topic}"}
	for name, in := range map[string]mail.Input{
		"a chat": markedChat(), "a long chat": long, "with a note": noted,
		"in Dutch": inLanguage(markedChat(), postchat.LanguageDutch), "in German": inLanguage(long, postchat.LanguageGerman),
	} {
		for _, kind := range []postchat.MailKind{postchat.MailFirst, postchat.MailRescue, postchat.MailAddendum, postchat.MailAgain} {
			in.Kind = kind
			m := compose(t, in)
			if found := leaks(t, m, 4, "XR 00127 Q", "5555 5555 5555 4444", "NL91 ABNA 0417 1643 00"); len(found) > 0 {
				t.Errorf("%s, %s: %q is in the mail", name, kind, found)
			}
			for _, form := range everywhere(t, m)[5:] {
				if strings.Contains(form, "123,") || strings.Contains(form, "987") {
					t.Errorf("%s, %s: a security code is in the mail", name, kind)
				}
			}
			envelope := parse(t, m.Source)
			for _, part := range []string{envelope.Text, envelope.HTML} {
				if !strings.Contains(part, "4000 0025 0000 1001") || !strings.Contains(part, "4000002500001001") {
					t.Errorf("%s, %s: the number that was lifted is not in the mail", name, kind)
				}
			}
			if attachment := attached(t, m); strings.Contains(name, "long") && strings.Count(attachment, blocks) < 5 {
				t.Errorf("%s, %s: the attachment does not show what is covered", name, kind)
			}
		}
	}
}

func TestAllCoversLookAlike(t *testing.T) {
	t.Parallel()
	size := func(secret string) int {
		in := plainChat()
		mark, text := cover("#1", "It is ["+secret+"], as I said.")
		in.Chat.Transcript = postchat.Transcript{said(0, postchat.RoleVisitor, visitor, text)}
		in.FollowUp.Submission.Covered = []postchat.Cover{mark}
		return len(compose(t, in).Source)
	}
	if short, long := size("x"), size(strings.Repeat("secret words ", 100)); short != long {
		t.Errorf("the mail has %d bytes with a short text covered, and %d with a long one", short, long)
	}
}

func TestACoverThatDoesNotFitCoversTheWholeMessage(t *testing.T) {
	t.Parallel()
	for _, mark := range []postchat.Cover{
		{Message: "#1", Start: 0, End: 1000}, {Message: "#1", Start: -1, End: 2}, {Message: "#1", Start: 5, End: 5}, {Message: "#1", Start: 900, End: 901},
	} {
		in := plainChat()
		in.Chat.Transcript = postchat.Transcript{said(0, postchat.RoleVisitor, visitor, "the secret words"), said(1, postchat.RoleVisitor, visitor, "the others")}
		in.FollowUp.Submission.Covered = []postchat.Cover{mark, {Message: "unknown", Start: 0, End: 3}}
		text := parse(t, compose(t, in).Source).Text
		if strings.Contains(text, "secret") || strings.Contains(text, "the s") || !strings.Contains(text, "\n  "+blocks+"\n") || !strings.Contains(text, "the others") {
			t.Errorf("%+v leaves:\n%s", mark, text)
		}
	}
}

func TestACoverTakesWholeCharacters(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"ne[e]\u0301e":        "ne" + blocks + "e",
		"ne[\u0301]e":         "n" + blocks + "e",
		"x[👩]\u200d👩\u200d👧y": "x" + blocks + "y",
		"x👩\u200d👩\u200d[👧]y": "x" + blocks + "y",
		"x[👍]🏽y":              "x" + blocks + "y",
		"a[b]c":               "a" + blocks + "c",
		"[]":                  blocks,
		"\u202e[abc]\u202c":   "\u202e" + blocks + "\u202c",
		"a[\u202eb]c":         "a" + blocks + "c",
	} {
		in := plainChat()
		mark, text := cover("#1", text)
		if text == "" {
			mark, text = postchat.Cover{Message: "#1", Start: 0, End: 0}, "all of it"
		}
		in.Chat.Transcript = postchat.Transcript{said(0, postchat.RoleVisitor, visitor, text)}
		in.FollowUp.Submission.Covered = []postchat.Cover{mark}
		envelope := parse(t, compose(t, in).Source)
		if got := texts(t, envelope.HTML); len(got) != 1 || got[0] != want {
			t.Errorf("%q: the HTML part has %q, want %q", text, got, want)
		}
		if !strings.Contains(envelope.Text, "\n  "+want+"\n") {
			t.Errorf("%q: the plain part has not %q", text, want)
		}
	}
}

func TestOverlappingCoversAreOne(t *testing.T) {
	t.Parallel()
	in := plainChat()
	in.Campaign.CoverNumbers = true
	in.Chat.Transcript = postchat.Transcript{said(0, postchat.RoleVisitor, visitor, "abcdefghij 4111 1111 1111 1111 xyz")}
	in.FollowUp.Submission.Covered = []postchat.Cover{
		{Message: "#1", Start: 3, End: 6}, {Message: "#1", Start: 5, End: 8}, {Message: "#1", Start: 8, End: 9}, {Message: "#1", Start: 20, End: 32},
	}
	text := parse(t, compose(t, in).Source).Text
	if !strings.Contains(text, "\n  abc"+blocks+"j "+blocks+"yz\n") || !strings.Contains(text, "Texts covered in this mail: 2.") {
		t.Errorf("the plain part is:\n%s", text)
	}
}

func TestNumbersAreShownWhereTheCampaignWantsThem(t *testing.T) {
	t.Parallel()
	in := markedChat()
	in.Campaign.CoverNumbers = false
	text := parse(t, compose(t, in).Source).Text
	if !strings.Contains(text, "5555 5555 5555 4444") || strings.Contains(text, "XR 00127 Q") || !strings.Contains(text, "Texts covered in this mail: 3.") {
		t.Errorf("the plain part is:\n%s", text)
	}
}

func TestPrivateNotesAreCoveredAndCountedOnlyWhereTheyAreShown(t *testing.T) {
	t.Parallel()
	for _, include := range []bool{false, true} {
		in := plainChat()
		in.Campaign.CoverNumbers, in.IncludePrivate = true, include
		private, event := said(3, postchat.RoleOperator, operator, "Her card: 4111 1111 1111 1111"), said(5, postchat.RoleSystem, "", "Card 4111 1111 1111 1111 was declined")
		private.Private, event.Event = true, true
		in.Chat.Transcript = postchat.Transcript{said(0, postchat.RoleVisitor, visitor, "Hello"), private, event}
		in.FollowUp.Submission.Starred = []string{"#2", "#3"}
		m := compose(t, in)
		if found := leaks(t, m, 6, "4111 1111 1111 1111"); len(found) > 0 {
			t.Errorf("with private notes %t: %q is in the mail", include, found)
		}
		text, count, important := parse(t, m.Source).Text, 1, 1
		if include {
			count, important = 2, 2
		}
		if !strings.Contains(text, fmt.Sprintf("Texts covered in this mail: %d.", count)) {
			t.Errorf("with private notes %t: the plain part is:\n%s", include, text)
		}
		if got := strings.Count(text, blocks); got != count+important {
			t.Errorf("with private notes %t: %d covers are shown, want %d", include, got, count+important)
		}
	}
}

func TestACoveredTextIsSaidToThoseWhoHear(t *testing.T) {
	t.Parallel()
	for language, want := range map[postchat.Language]string{
		postchat.LanguageEnglish: "covered text", postchat.LanguageDutch: "afgedekte tekst", postchat.LanguageGerman: "geschwärzter Text",
	} {
		in := inLanguage(markedChat(), language)
		in.Campaign.MailSettings.Intro = "{topic}"
		labels := 0
		for n := range parseHTML(t, parse(t, compose(t, in).Source).HTML).Descendants() {
			if n.Type != html.TextNode || !strings.Contains(n.Data, "█") {
				continue
			}
			switch parent := n.Parent; {
			case slices.Contains(parent.Attr, html.Attribute{Key: "aria-label", Val: want}) && slices.Contains(parent.Attr, html.Attribute{Key: "role", Val: "img"}):
				labels++
			case parent.Data != "title" && !strings.Contains(parent.Parent.Attr[0].Val, "display:none"):
				t.Errorf("%s: %q stands without words in <%s>", language, n.Data, parent.Data)
			}
		}
		if labels != 10 {
			t.Errorf("%s: %d covers have words", language, labels)
		}
	}
}

func TestAFileIsCoveredWithItsAddress(t *testing.T) {
	t.Parallel()
	in := plainChat()
	in.Campaign.CoverNumbers = true
	message := said(0, postchat.RoleVisitor, visitor, "my card")
	message.Files = []postchat.File{
		{Name: "4111 1111 1111 1111.png", URL: "https://files.example.net/4111%201111%201111%201111.png"}, {Name: "plan.pdf", URL: "https://files.example.net/plan.pdf"},
	}
	in.Chat.Transcript = postchat.Transcript{message}
	m := compose(t, in)
	if found := leaks(t, m, 6, "4111 1111 1111 1111"); len(found) > 0 || strings.Contains(parse(t, m.Source).Text, "%201111") {
		t.Errorf("%q is in the mail", found)
	}
	if in.Chat.Transcript[0].Files[0].Name != "4111 1111 1111 1111.png" || !strings.Contains(parse(t, m.Source).Text, "https://files.example.net/plan.pdf") {
		t.Error("the chat itself was changed, or another file is covered")
	}
}

func TestComposingLeavesTheChatAlone(t *testing.T) {
	t.Parallel()
	in := markedChat()
	_ = compose(t, in)
	if got, want := fmt.Sprint(in.Chat), fmt.Sprint(markedChat().Chat); got != want {
		t.Errorf("the chat is %s", got)
	}
}

func TestTheMailBeginsWithTheStarredLines(t *testing.T) {
	t.Parallel()
	in := markedChat()
	in.FollowUp.Submission.Starred = []string{"#4", "#2", "gone"}
	text := parse(t, compose(t, in).Source).Text
	important, rest, found := strings.Cut(text, "\nCodes:")
	_, important, begins := strings.Cut(important, "Important lines\n---------------\n")
	if !found || !begins || !strings.Contains(important, "I moved.") || strings.Index(important, "I moved.") > strings.Index(important, "The deposit is 20%.") {
		t.Errorf("the mail does not begin with them:\n%s", text)
	}
	if strings.Contains(important, "[important]") || strings.Count(rest, "[important] ") != 2 || strings.Count(rest, "The deposit is 20%.") != 1 {
		t.Errorf("they are not in the transcript as such:\n%s", text)
	}
}

func TestStarredLinesKeepToTheBudget(t *testing.T) {
	t.Parallel()
	in := longChat(2000)
	for i := range in.Chat.Transcript {
		in.Chat.Transcript[i].Text += strings.Repeat(" & more", 20)
		if i%4 == 1 {
			in.FollowUp.Submission.Starred = append(in.FollowUp.Submission.Starred, fmt.Sprintf("#%d", i+1))
		}
	}
	in.Chat.Transcript[1].Text = strings.Repeat("<\"&'+>", 20_000)
	in.FollowUp.Submission.Note = strings.Repeat(`"`, postchat.MaxNote)
	m := compose(t, in)
	text, _ := checkBudget(t, m)
	important, _, _ := strings.Cut(text, "\nCodes:")
	if !strings.Contains(important, "more, in the attached transcript.txt") || !strings.Contains(important, "more characters in transcript.txt") {
		t.Error("the mail does not say how many starred lines it leaves out")
	}
	if shown := shownLast(t, text); shown < 20 {
		t.Errorf("the starred lines leave room for %d messages", shown)
	}
	if n := strings.Count(attached(t, m), "[important] "); n != 500 {
		t.Errorf("%d messages are marked in transcript.txt", n)
	}
}

func TestManyCoversKeepToTheBudget(t *testing.T) {
	t.Parallel()
	in := longChat(400)
	in.Campaign.CoverNumbers = true
	in.Campaign.MailSettings = postchat.MailSettings{Subject: "{topic}", Intro: strings.Repeat("{topic} ", 200), Footer: strings.Repeat("{page} ", 200)}
	in.Chat.Subject = strings.Repeat("4111111111111111 ", 30)
	in.Chat.Page = in.Chat.Subject
	in.Chat.Custom = map[string]string{}
	for i := range 40 {
		in.Chat.Custom[fmt.Sprint(in.Chat.Subject, i)] = in.Chat.Subject
	}
	for i := range in.Chat.Transcript {
		in.Chat.Transcript[i].Text = strings.Repeat("4111111111111111 ", 1+i%50*10)
	}
	m := compose(t, in)
	checkBudget(t, m)
	if found := leaks(t, m, 5, "4111111111111111"); len(found) > 0 {
		t.Errorf("%q is in the mail", found)
	}
}

// nastyRunes are what texts of visitors are drawn from beside letters.
var nastyRunes = []rune("\u0301\u0308\u200d\u200b\u202e\u202c\u2066\u2069\u00ad\ufe0f\u20e3👩👧🏽😀\n\t <>&\"'=%éßض你🇳🇱٤４")

func TestNoTextGetsOutFromUnderItsCover(t *testing.T) {
	t.Parallel()
	letters := rapid.StringOfN(rapid.SampledFrom(append([]rune("abcde 12345"), nastyRunes...)), 0, 40, -1)
	// The secret is of letters that nothing else in the mail has.
	secrets := rapid.StringOfN(rapid.SampledFrom(append([]rune("ĂĐĠĦŁŊŤŽ"), nastyRunes...)), 8, 40, -1)
	rapid.Check(t, func(rt *rapid.T) {
		in := plainChat()
		in.Campaign.CoverNumbers = rapid.Bool().Draw(rt, "numbers")
		in.Campaign.MailSettings.Subject = rapid.SampledFrom([]string{"", "{topic}", "{page} {topic}"}).Draw(rt, "subject")
		in.Campaign.MailSettings.Intro = "{topic}\n[{page}]"
		before, secret, after := postchat.CleanText(letters.Draw(rt, "before")), postchat.CleanText(secrets.Draw(rt, "secret")), postchat.CleanText(letters.Draw(rt, "after"))
		text := before + secret + after
		start := len([]rune(before))
		in.Chat.Transcript = postchat.Transcript{said(0, postchat.RoleVisitor, visitor, text)}
		if rapid.IntRange(0, 5).Draw(rt, "long") == 0 {
			in.Chat.Transcript = append(in.Chat.Transcript, longChat(300).Chat.Transcript...)
		}
		in.FollowUp.Submission.Covered = []postchat.Cover{{Message: "#1", Start: start, End: start + len([]rune(secret))}}
		in.FollowUp.Submission.Starred = []string{"#1"}
		in.Chat.Subject = postchat.Shorten(postchat.CleanLine(text), rapid.IntRange(1, 120).Draw(rt, "cut"))
		in.Chat.Page = postchat.CleanLine(text)
		in.Chat.Custom = map[string]string{"quoted": text, "alone": "x " + secret + " y"}
		m := compose(t, in)
		for _, form := range everywhere(t, m)[4:] {
			if i := strings.IndexAny(form, "ĂĐĠĦŁŊŤŽ"); i >= 0 {
				rt.Fatalf("%q covered in %q: %q is in the mail", secret, text, form[max(0, i-30):min(len(form), i+30)])
			}
		}
	})
}
