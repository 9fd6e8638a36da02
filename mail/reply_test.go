package mail_test

import (
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

func TestReplyGoesToTheVisitorOnlyWhereTheMailHoldsNothingPrivate(t *testing.T) {
	const toVisitor = "Ines Moreau <ines@example.com>"
	note := func(in *mail.Input) { in.FollowUp.Submission.Note = "Reseller?" }
	for name, c := range map[string]struct {
		change func(*mail.Input)
		want   string
	}{
		"no note: the visitor":                            {func(*mail.Input) {}, toVisitor},
		"a note of blanks is none":                        {func(in *mail.Input) { in.FollowUp.Submission.Note = " \n\t\x00" }, toVisitor},
		"urgent alone is no note":                         {func(in *mail.Input) { in.FollowUp.Submission.Urgent = true }, toVisitor},
		"the visitor, though the campaign has an address": {func(in *mail.Input) { in.Campaign.MailSettings.ReplyTo = "team@acme.example" }, toVisitor},
		"a visitor without a name":                        {func(in *mail.Input) { in.Chat.Visitor.Name = "" }, "ines@example.com"},
		"a note: standard":                                {note, "Front desk <desk@acme.example>"},
		"a private note in the mail: standard":            {func(in *mail.Input) { in.IncludePrivate = true }, "Front desk <desk@acme.example>"},
		"a note: the campaign's address before standard": {func(in *mail.Input) {
			note(in)
			in.Campaign.MailSettings.ReplyTo = "team@acme.example"
		}, "team@acme.example"},
		"a note, and the campaign's address is none: standard": {func(in *mail.Input) {
			note(in)
			in.Campaign.MailSettings.ReplyTo = "team"
		}, "Front desk <desk@acme.example>"},
		"a note and no standard: the sender": {func(in *mail.Input) {
			note(in)
			in.Standard = nil
		}, "chats@mail.acme.example"},
		"a visitor without an address: standard":          {func(in *mail.Input) { in.Chat.Visitor.Email = "" }, "Front desk <desk@acme.example>"},
		"a visitor whose address is none: standard":       {func(in *mail.Input) { in.Chat.Visitor.Email = "ines at home" }, "Front desk <desk@acme.example>"},
		"a visitor with two addresses has none that fits": {func(in *mail.Input) { in.Chat.Visitor.Email += ", x@example.org" }, "Front desk <desk@acme.example>"},
	} {
		t.Run(name, func(t *testing.T) {
			in := plainChat()
			c.change(&in)
			if got := parse(t, compose(t, in).Source).GetHeader("Reply-To"); got != c.want {
				t.Errorf("Reply-To is %q, want %q", got, c.want)
			}
		})
	}
}

func TestWriteToTheVisitorIsOfferedWhereAReplyGoesElsewhere(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*mail.Input)
		want   string // the link; empty for none
		says   string
	}{
		"without a note a reply does": {func(*mail.Input) {}, "", "A reply to this mail goes to the visitor."},
		"with a note": {func(in *mail.Input) { in.FollowUp.Submission.Note = "x" },
			"mailto:ines@example.com?subject=Your%20chat%20with%20Acme%20website",
			"A reply to this mail goes to desk@acme.example, not to the visitor."},
		"an offline message": {func(in *mail.Input) {
			in.FollowUp.Submission.Note, in.Chat.Kind = "x", postchat.ChatKindOffline
		}, "mailto:ines@example.com?subject=Your%20message%20to%20Acme%20website", "not to the visitor."},
		"an address and a name that would add fields": {func(in *mail.Input) {
			in.FollowUp.Submission.Note = "x"
			in.Chat.Visitor.Email = "o'hara?bcc=x&cc=y+z#f@example.com"
			in.Campaign.MailSettings.SenderName = "A&bcc=x@evil.example\r\n?é"
		}, "mailto:o%27hara%3Fbcc%3Dx%26cc%3Dy%2Bz%23f@example.com?subject=Your%20chat%20with%20A%26bcc%3Dx%40evil.example%20%3F%C3%A9",
			"not to the visitor."},
		"no address": {func(in *mail.Input) { in.FollowUp.Submission.Note, in.Chat.Visitor.Email = "x", "" }, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			in := plainChat()
			c.change(&in)
			envelope := parse(t, compose(t, in).Source)
			var want []string
			if c.want != "" {
				want = []string{c.want}
			}
			if got := links(t, envelope.HTML); strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("links are %q, want %q", got, want)
			}
			if offered := strings.Contains(envelope.Text, "Write to the visitor"); offered != (c.want != "") {
				t.Errorf("offered in the plain part: %t", offered)
			}
			if !strings.Contains(envelope.Text, c.says) {
				t.Errorf("the plain part does not say %q", c.says)
			}
		})
	}
}

func TestComposeRefusesWhatOnlyAMistakeOfOursCanBe(t *testing.T) {
	for name, change := range map[string]func(*mail.Input){
		"nobody to write to":           func(in *mail.Input) { in.Decision.Recipients = nil },
		"nobody with a usable address": func(in *mail.Input) { in.Decision.Recipients[0].Address.Email = "a@b.example\r\nBcc: c@d.example" },
		"no sender":                    func(in *mail.Input) { in.From = postchat.Address{} },
		"a sender with a bracket":      func(in *mail.Input) { in.From.Email = "a@b.example>" },
		"no id":                        func(in *mail.Input) { in.ID = "" },
		"an id longer than a UUID":     func(in *mail.Input) { in.ID += "0" },
		"an id with a line end":        func(in *mail.Input) { in.ID = "0123\r\nBcc" },
		"an id with a quote":           func(in *mail.Input) { in.ID = `01"23` },
	} {
		in := plainChat()
		change(&in)
		if m, err := mail.Compose(in); err == nil || m.Source != nil {
			t.Errorf("%s: composed, error %v", name, err)
		}
	}
}

func TestABrokenAddressIsNotNamedAndStopsNobody(t *testing.T) {
	for _, email := range []string{
		"", "desk", "@d.example", "a@", "a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example", "a@b@d.example", "a b@d.example",
		`"a"@d.example`, "ä@d.example", strings.Repeat("a", 250) + "@d.example",
	} {
		in := plainChat()
		in.FollowUp.Submission.Note = "so that a reply goes to standard"
		broken := postchat.Address{Name: "Broken", Email: email}
		in.Standard = []postchat.Address{broken, {Email: "desk@acme.example"}}
		in.Decision.Recipients = append([]postchat.Recipient{{Address: broken}}, in.Decision.Recipients...)
		envelope := parse(t, compose(t, in).Source)
		if to, reply := envelope.GetHeader("To"), envelope.GetHeader("Reply-To"); to != "sales@acme.example" || reply != "desk@acme.example" {
			t.Errorf("%q: To is %q, Reply-To is %q", email, to, reply)
		}
	}
}
