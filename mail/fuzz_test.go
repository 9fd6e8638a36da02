package mail_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

// FuzzCompose puts arbitrary values everywhere. Whatever they are, the message has exactly the planned header, short ASCII
// lines, two parts of at most the budget, no markup or link that is not ours, and the text as it was typed.
func FuzzCompose(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(visitor, "ines@example.com", text, text, "Lead", true)
		f.Add(text, text, "", text, text, false)
	}
	for _, value := range nasty {
		f.Add(value, value, value, value, value, false)
	}
	f.Fuzz(func(t *testing.T, name, email, note, text, label string, urgent bool) {
		in := fuzzed(name, email, note, text, label, urgent)
		m := compose(t, in)
		fields := planned
		if urgent {
			fields = plannedUrgent
		}
		checkHead(t, m, fields)
		plain, html := checkBudget(t, m)
		checkInert(t, html)

		want := postchat.CleanText(text)
		if want == "" {
			return
		}
		if whole := attached(t, m); whole != "" {
			plain = whole
		} else if got := texts(t, html); got[len(got)-1] != want {
			t.Errorf("the HTML part has %q, want %q", got[len(got)-1], want)
		}
		if !strings.Contains(plain, "\n  "+strings.ReplaceAll(want, "\n", "\n  ")+"\n") {
			t.Errorf("%q is not there as typed", want)
		}
	})
}

func fuzzed(name, email, note, text, label string, urgent bool) mail.Input {
	in := plainChat()
	in.Campaign.Name, in.Campaign.TimeZone = name, label
	in.Campaign.MailSettings = postchat.MailSettings{
		SenderName: label, ReplyTo: email, Subject: name, Language: postchat.Language(label), TimeZone: name,
		Intro: everyPlaceholder() + "\n[{topic}]", Footer: note,
	}
	in.Chat.Visitor = postchat.Visitor{Name: name, Email: email, Phone: label}
	in.Chat.Operators = []postchat.Operator{{Name: label}}
	in.Chat.Department, in.Chat.Subject, in.Chat.Page, in.Chat.ConversationID = name, label, text, text
	in.FollowUp.Submission = postchat.Submission{Note: note, Urgent: urgent, Operator: name}
	in.Decision.Codes = []postchat.CodeVerdict{{Label: label, Outcome: postchat.CodeUnknown}, {Label: name, Outcome: postchat.CodeRetired}}
	in.Decision.Recipients[0].Address.Name = name
	in.Decision.Recipients[0].Reasons = []postchat.Reason{{Kind: postchat.ReasonExtra, Operator: name}}
	in.PublicURL = note
	said := said(0, postchat.Role(label), name, text)
	said.Files = []postchat.File{{Name: name, URL: text, Size: int64(len(text))}}
	in.Chat.Transcript = postchat.Transcript{said}
	return in
}

// checkInert checks that an HTML part has no element, attribute or link but those of the templates.
func checkInert(t *testing.T, html string) {
	t.Helper()
	for _, tag := range tags(t, html) {
		name, attributes, _ := strings.Cut(tag, " ")
		if !slices.Contains(strings.Fields("html head meta title style body div table tbody tr td h1 h2 b bdi span br a"), name) {
			t.Errorf("there is the element %s", tag)
		}
		if strings.HasPrefix(attributes, "on") || strings.Contains(attributes, " on") {
			t.Errorf("there is the attribute %s", tag)
		}
	}
	for _, link := range links(t, html) {
		if !strings.HasPrefix(link, "mailto:") && !strings.HasPrefix(link, "http") {
			t.Errorf("there is the link %s", link)
		}
		if strings.HasPrefix(link, "mailto:") && (strings.Count(link, "?") != 1 || strings.Contains(link, "&")) {
			t.Errorf("there is the link %s", link)
		}
	}
}

// FuzzParts reads arbitrary bytes as a message.
func FuzzParts(f *testing.F) {
	for _, g := range goldens[:4] {
		f.Add(compose(f, g.in()).Source)
	}
	f.Fuzz(func(_ *testing.T, source []byte) {
		_, _ = mail.Parts(source) // it must end, and not panic
	})
}
