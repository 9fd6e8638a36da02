package mail_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

const budget = 95 << 10

// attached is the text of transcript.txt, empty where nothing is attached.
func attached(t testing.TB, m postchat.Mail) string {
	t.Helper()
	envelope := parse(t, m.Source)
	if len(envelope.Attachments) == 0 {
		return ""
	}
	if len(envelope.Attachments) > 1 || envelope.Attachments[0].FileName != "transcript.txt" {
		t.Fatalf("%d files are attached, the first is %s", len(envelope.Attachments), envelope.Attachments[0].FileName)
	}
	return strings.ReplaceAll(string(envelope.Attachments[0].Content), "\r\n", "\n")
}

// checkBudget checks that both parts keep to the budget, and say so where they leave something out.
func checkBudget(t testing.TB, m postchat.Mail) (text, html string) {
	t.Helper()
	envelope := parse(t, m.Source)
	if len(envelope.HTML) > budget || len(envelope.Text) > budget {
		t.Errorf("HTML has %d bytes, plain part %d, of %d", len(envelope.HTML), len(envelope.Text), budget)
	}
	said := strings.Contains(envelope.Text, "transcript.txt")
	if said != strings.Contains(envelope.HTML, "transcript.txt") || said != (len(envelope.Attachments) == 1) {
		t.Errorf("plain part says that something is left out: %t; the HTML or what is attached differs", said)
	}
	checkLines(t, m.Source)
	return envelope.Text, envelope.HTML
}

func TestAChatThatFitsHasNoAttachment(t *testing.T) {
	for _, in := range []mail.Input{plainChat(), urgentNote(), longChat(150)} {
		m := compose(t, in)
		checkBudget(t, m)
		if attached(t, m) != "" {
			t.Errorf("something is attached to a mail of %d messages", len(in.Chat.Transcript))
		}
	}
}

var shownOf = regexp.MustCompile(`(\d+) of (\d+) messages shown; the whole transcript is attached as transcript\.txt\.`)

func TestALongChatShowsItsFirstAndNewestMessagesAndAttachesAll(t *testing.T) {
	for _, n := range []int{400, 2000, postchat.MaxMessages} {
		m := compose(t, longChat(n))
		text, html := checkBudget(t, m)
		whole, last, shown := linesOf(attached(t, m)), shownLast(t, text), 0
		inText := linesOf(text)
		for i := 1; i <= n; i++ {
			line := fmt.Sprintf("This is what was said as number %d of this chat, & not more.", i)
			if whole["  "+line] != 1 {
				t.Fatalf("message %d of %d is not in transcript.txt once", i, n)
			}
			if want := i <= 6 || i > n-last; want != (inText["  "+line] == 1) {
				t.Fatalf("message %d of %d is in the plain part: %t", i, n, !want)
			}
			if inText["  "+line] == 1 {
				shown++
				if !strings.Contains(html, strings.Replace(line, "&", "&amp;", 1)) {
					t.Fatalf("message %d of %d is not in the HTML part", i, n)
				}
			}
		}
		if len(texts(t, html)) != shown {
			t.Errorf("the HTML part shows other messages than the plain part")
		}
		if want := fmt.Sprintf("%d of %d messages shown;", shown, n); !strings.Contains(text, want) || !strings.Contains(html, want) {
			t.Errorf("the mail does not say %q", want)
		}
		if shown < 150 {
			t.Errorf("only %d messages are shown where there is room for more", shown)
		}
	}
}

// linesOf counts how often each line is in a text.
func linesOf(text string) map[string]int {
	lines := make(map[string]int)
	for line := range strings.SplitSeq(text, "\n") {
		lines[line]++
	}
	return lines
}

// shownLast is how many of the newest messages the mail says that it shows.
func shownLast(t *testing.T, text string) (n int) {
	t.Helper()
	match := shownOf.FindStringSubmatch(text)
	if match == nil {
		t.Fatal("the mail does not say how many messages it shows")
	}
	_, _ = fmt.Sscan(match[1], &n)
	return n - 6
}

func TestAGiantTextIsCutWithAWordOfItAndAttachedWhole(t *testing.T) {
	for name, text := range map[string]string{
		"60,000 letters without a blank": strings.Repeat("w", 60_000),
		"a million letters":              strings.Repeat("w", 1_000_000),
		"a million letters in lines":     strings.Repeat("a line of words\n", 62_500),
		"markup":                         strings.Repeat("<\"&'+>", 20_000),
		"new lines":                      strings.Repeat("\n", 60_000) + "end",
		"letters of four bytes":          strings.Repeat("𝔴", 60_000),
		"marks on one letter":            "a" + strings.Repeat("\u0301", 60_000),
	} {
		t.Run(name, func(t *testing.T) {
			in := plainChat()
			in.Chat.Transcript[1].Text = text
			m := compose(t, in)
			plain, _ := checkBudget(t, m)
			for _, part := range []string{"more characters in transcript.txt", "Long texts are shortened here", "3 to 4 weeks"} {
				if !strings.Contains(plain, part) {
					t.Errorf("the mail does not say %q", part)
				}
			}
			if !strings.Contains(attached(t, m), "  "+strings.ReplaceAll(text, "\n", "\n  ")+"\n") {
				t.Error("the text is not whole in transcript.txt")
			}
		})
	}
}

func TestManyGiantTextsStillShowTheFirstAndTheNewest(t *testing.T) {
	in := longChat(300)
	for i := range in.Chat.Transcript {
		in.Chat.Transcript[i].Text = fmt.Sprintf("[%d] %s", i+1, strings.Repeat("& ", 20_000))
	}
	plain, _ := checkBudget(t, compose(t, in))
	for _, n := range []int{1, 2, 3, 4, 5, 6, 300} {
		if !strings.Contains(plain, fmt.Sprintf("\n  [%d] ", n)) {
			t.Errorf("message %d is not shown", n)
		}
	}
}

func TestNothingElseFillsTheMail(t *testing.T) {
	in := longChat(300)
	long := strings.Repeat(`"&`, 5_000)
	in.FollowUp.Submission = postchat.Submission{Note: strings.Repeat(`"`, postchat.MaxNote), Operator: long, Urgent: true}
	in.Campaign.Name = long
	text := strings.Repeat(`"`, 1000) + strings.Repeat("{page}", 160)
	in.Campaign.MailSettings = postchat.MailSettings{Language: postchat.LanguageEnglish, Intro: text, Footer: text}
	in.Chat.Visitor = postchat.Visitor{Name: long, Email: long, Phone: long}
	in.Chat.Department, in.Chat.Page, in.Chat.Subject = long, long, long
	in.Kind, in.Refusals = postchat.MailRescue, []mail.Refusal{{Email: long, Words: long}}
	for i := range 200 {
		label := fmt.Sprint(i, long)
		in.Chat.Operators = append(in.Chat.Operators, postchat.Operator{Name: label})
		in.Decision.Codes = append(in.Decision.Codes, postchat.CodeVerdict{Label: label, Outcome: postchat.CodeUnknown})
		in.Decision.Recipients[0].Reasons = append(in.Decision.Recipients[0].Reasons, postchat.Reason{
			Kind: postchat.ReasonCode, Code: fmt.Sprint(i, strings.Repeat(`"`, 50)),
		})
	}
	for range 150 {
		in.Decision.Recipients = append(in.Decision.Recipients, in.Decision.Recipients[0])
	}
	m := compose(t, in)
	plain, _ := checkBudget(t, m)
	whole := attached(t, m)
	for name, value := range map[string]string{"page": long, "code": "199" + long, "operator": "199" + long} {
		if !strings.Contains(whole, value) {
			t.Errorf("the %s is not whole in transcript.txt", name)
		}
	}
	if !strings.Contains(plain, "more, in the attached transcript.txt") || !shownOf.MatchString(plain) {
		t.Error("the mail does not say what it leaves out")
	}
	if strings.Contains(whole, strings.Repeat(`"`, 100)) {
		t.Error("the note is in transcript.txt")
	}
}

func TestManyFilesAreCounted(t *testing.T) {
	in := plainChat()
	for i := range 1000 {
		in.Chat.Transcript[1].Files = append(in.Chat.Transcript[1].Files, postchat.File{
			Name: fmt.Sprintf("scan %d.png", i+1), URL: "https://files.example.net/" + strings.Repeat("s", 200), Size: int64(i),
		})
	}
	m := compose(t, in)
	plain, _ := checkBudget(t, m)
	shown := strings.Count(plain, "File: scan ")
	if want := fmt.Sprintf("… %d more files in transcript.txt", 1000-shown); shown == 0 || !strings.Contains(plain, want) {
		t.Errorf("%d files are shown, and not said: %s", shown, want)
	}
	if n := strings.Count(attached(t, m), "File: scan "); n != 1000 {
		t.Errorf("transcript.txt names %d files", n)
	}
}
