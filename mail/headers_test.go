package mail_test

import (
	"bytes"
	netmail "net/mail"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

// The fields of a mail's header, in their order.
var (
	planned = []string{
		"From", "To", "Reply-To", "Subject", "Date", "Message-ID", "References", "Auto-Submitted", "X-Auto-Response-Suppress",
		"X-Postchat-Follow-Up", "MIME-Version", "Content-Type",
	}
	plannedUrgent = slices.Insert(slices.Clone(planned), 9, "Importance", "X-Priority")
)

func TestHeaderSaysWhatItShould(t *testing.T) {
	in := urgentNote()
	envelope := parse(t, compose(t, in).Source)
	for name, want := range map[string]string{
		"From":                     "Acme chats <chats@mail.acme.example>",
		"To":                       "sales@acme.example, Zoë Laurent <zoe@xn--bcher-kva.example>",
		"Reply-To":                 "Acme sales <team@acme.example>",
		"Subject":                  "Urgent: [Lead] Chat with Ines Moreau · Acme website #1000",
		"Date":                     "Tue, 24 Nov 2026 14:15:00 +0100",
		"Message-ID":               "<019ab3c4-5d00-7a11-8b22-0123456789ab@mail.acme.example>",
		"Auto-Submitted":           "auto-generated",
		"X-Auto-Response-Suppress": "All",
		"Importance":               "high",
		"X-Priority":               "1",
		"X-Postchat-Follow-Up":     "1000",
	} {
		if got := envelope.GetHeader(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestMailSaysOfItselfWhatIsInItsSource(t *testing.T) {
	in := urgentNote()
	m := compose(t, in)
	envelope := parse(t, m.Source)
	if m.ID != in.ID || m.AccountID != "account" || m.FollowUpID != "follow-up" || m.Kind != postchat.MailFirst || m.CreatedAt != in.Now {
		t.Errorf("mail is %+v", m)
	}
	if got := envelope.GetHeader("Message-ID"); got != "<"+m.MessageID+">" {
		t.Errorf("Message-ID %q, mail says %q", got, m.MessageID)
	}
	if got := envelope.GetHeader("Subject"); got != m.Subject {
		t.Errorf("Subject %q, mail says %q", got, m.Subject)
	}
	if m.From != in.From.Email {
		t.Errorf("sender is %q", m.From)
	}
}

func TestSameInputGivesSameBytes(t *testing.T) {
	for _, g := range goldens {
		if a, b := compose(t, g.in()), compose(t, g.in()); !bytes.Equal(a.Source, b.Source) {
			t.Errorf("%s differs from one time to the next", g.name)
		}
	}
}

func TestMailsAboutOneConversationShareAReference(t *testing.T) {
	reference := func(change func(*mail.Input)) string {
		in := plainChat()
		change(&in)
		return parse(t, compose(t, in).Source).GetHeader("References")
	}
	first := reference(func(*mail.Input) {})
	if again := reference(func(in *mail.Input) { in.ID, in.Chat.Segment, in.FollowUp.Number = "2", 2, 2000 }); again != first {
		t.Errorf("the next chat of the conversation has %s, not %s", again, first)
	}
	if strings.Contains(first, "conv-71") {
		t.Errorf("%s tells the vendor's id", first)
	}
	for name, change := range map[string]func(*mail.Input){
		"another conversation":             func(in *mail.Input) { in.Chat.ConversationID = "conv-72" },
		"the same id at another source":    func(in *mail.Input) { in.Chat.SourceID = "source 2" },
		"the same id in another account":   func(in *mail.Input) { in.Chat.AccountID = "account 2" },
		"ids that are alike put together":  func(in *mail.Input) { in.Chat.SourceID, in.Chat.ConversationID = "sourcec", "onv-71" },
		"ids with the border moved by NUL": func(in *mail.Input) { in.Chat.AccountID, in.Chat.SourceID = "account\x00source", "" },
	} {
		if reference(change) == first {
			t.Errorf("%s has the same reference", name)
		}
	}
}

// nasty are values that should break a header, were they let to.
var nasty = []string{
	"x\r\nBcc: evil@evil.example", "x\nBcc: evil@evil.example", "x\rBcc: evil@evil.example", "x\r\n\r\nbody", "\r\n", "\n.\n",
	"x\u2028Bcc: y", "x\u0085Bcc: y", "x\x00y", "x\x7fy", "\xff\xfe", "\t \v \f", "=?utf-8?q?=0D=0ABcc:_evil@evil.example?=",
	"=?utf-8?b?WA==?= =?utf-8?b?WQ==?=", `"quoted" \ back\slash "`, `">, evil@evil.example, "`, "<evil@evil.example", "<<evil@evil.example>>", "a, b; c: d @ e",
	"(comment) [literal]", strings.Repeat("x", 5000), strings.Repeat("é", 5000), strings.Repeat("👩‍👩‍👧‍👦", 300),
	strings.Repeat("word ", 500), "\u202eevil\u202c \u2066x", "你好 Zoë مرحبا", "{{.}} %recipient% %s", "",
}

func TestNoValueBreaksAHeader(t *testing.T) {
	places := map[string]func(*mail.Input, string){
		"visitor's name":   func(in *mail.Input, s string) { in.Chat.Visitor.Name = s },
		"visitor's e-mail": func(in *mail.Input, s string) { in.Chat.Visitor.Email = s },
		"named e-mail":     func(in *mail.Input, s string) { in.Chat.Visitor.Email = s + " <ines@example.com>" },
		"campaign's name":  func(in *mail.Input, s string) { in.Campaign.Name = s },
		"sender's name":    func(in *mail.Input, s string) { in.Campaign.MailSettings.SenderName = s },
		"reply-to": func(in *mail.Input, s string) {
			in.Campaign.MailSettings.ReplyTo, in.FollowUp.Submission.Note = s, "note"
		},
		"subject's template": func(in *mail.Input, s string) { in.Campaign.MailSettings.Subject = s },
		"a value of the subject": func(in *mail.Input, s string) {
			in.Campaign.MailSettings.Subject, in.Chat.Subject, in.Chat.Page = "{topic} [{page}] {phone}", s, s
			in.Chat.Visitor.Phone = s
		},
		"a code's subject": func(in *mail.Input, s string) {
			in.Codes = []postchat.SuccessCode{{ID: "c1", MailOverrides: postchat.MailOverrides{Subject: &s, SenderName: &s}}}
		},
		"intro and footer": func(in *mail.Input, s string) { in.Campaign.MailSettings.Intro, in.Campaign.MailSettings.Footer = s, s },
		"from's name":      func(in *mail.Input, s string) { in.Campaign.Name, in.From.Name = "", s },
		"standard's name":  func(in *mail.Input, s string) { in.Standard[0].Name, in.FollowUp.Submission.Note = s, "note" },
		"recipient's name": func(in *mail.Input, s string) { in.Decision.Recipients[0].Address.Name = s },
		"code":             func(in *mail.Input, s string) { in.Decision.Codes[0].Label = s },
		"conversation":     func(in *mail.Input, s string) { in.Chat.ConversationID = s },
		"subject":          func(in *mail.Input, s string) { in.Chat.Subject = s },
		"note":             func(in *mail.Input, s string) { in.FollowUp.Submission.Note = s },
		"operator":         func(in *mail.Input, s string) { in.FollowUp.Submission.Operator = s },
		"time zone":        func(in *mail.Input, s string) { in.Campaign.TimeZone = s },
		"public address":   func(in *mail.Input, s string) { in.PublicURL = "https://" + s },
		"refusal": func(in *mail.Input, s string) {
			in.Kind, in.Refusals = postchat.MailRescue, []mail.Refusal{{Email: s, Words: s}}
		},
	}
	for place, put := range places {
		for _, value := range nasty {
			in := plainChat()
			put(&in, value)
			m := compose(t, in)
			if t.Failed() || !checkMessage(t, m, planned) {
				t.Fatalf("%s is %q", place, postchat.Shorten(value, 60))
			}
		}
	}
}

func TestManyRecipientsAreAllNamedInFoldedLines(t *testing.T) {
	in := plainChat()
	in.Decision.Recipients = nil
	for i := range 120 {
		in.Decision.Recipients = append(in.Decision.Recipients, postchat.Recipient{
			Address: postchat.Address{Name: "Team " + strings.Repeat("ä", 1+i%80), Email: strings.Repeat("t", 1+i%64) + "@acme.example"},
			Reasons: []postchat.Reason{{Kind: postchat.ReasonCode, Code: "Lead"}},
		})
	}
	m := compose(t, in)
	checkMessage(t, m, planned)
	to, err := parse(t, m.Source).AddressList("To")
	if err != nil {
		t.Fatal(err)
	}
	if len(to) != 120 {
		t.Fatalf("%d recipients are named, not 120", len(to))
	}
	for i, address := range to {
		if want := in.Decision.Recipients[i].Address; address.Address != want.Email || address.Name != want.Name {
			t.Errorf("recipient %d is named %v, not %v", i, address, want)
		}
	}
}

var encodedWord = regexp.MustCompile(`=\?[^? ]+\?[qQbB]\?[^? ]*\?=`)

// checkMessage checks what holds for every message with the samples' addresses.
func checkMessage(t testing.TB, m postchat.Mail, fields []string) bool {
	t.Helper()
	checkHead(t, m, fields)
	checkLines(t, m.Source)
	checkAddresses(t, m.Source)
	return !t.Failed()
}

// checkHead checks that a header has exactly the planned fields, each once, in folded lines with short encoded words, and a
// subject that reads as the mail says.
func checkHead(t testing.TB, m postchat.Mail, fields []string) {
	t.Helper()
	head, _, _ := strings.Cut(string(m.Source), "\r\n\r\n")
	var names []string
	for line := range strings.SplitSeq(head, "\r\n") {
		folds := strings.Count(line, " ") - 1 // where it could have been folded
		if name, _, found := strings.Cut(line, ":"); found && line[0] != ' ' {
			names = append(names, name)
		} else if line == "" || line[0] != ' ' || strings.TrimSpace(line) == "" {
			t.Errorf("header line %q is neither a field nor the rest of one", line)
		}
		if len(line) > 76 && folds > 0 {
			t.Errorf("header line %q has %d octets and could be folded", line, len(line))
		}
	}
	if !slices.Equal(names, fields) {
		t.Errorf("header fields are %q, not %q", names, fields)
	}
	for _, word := range encodedWord.FindAllString(head, -1) {
		if len(word) > 75 {
			t.Errorf("encoded word %q has %d octets", word, len(word))
		}
	}
	if envelope := parse(t, m.Source); envelope.GetHeader("Subject") != m.Subject {
		t.Errorf("subject reads %q, not %q", envelope.GetHeader("Subject"), m.Subject)
	}
}

// checkLines checks that the whole message is ASCII in lines that end in CRLF and have at most 998 octets.
func checkLines(t testing.TB, source []byte) {
	t.Helper()
	for line := range bytes.SplitSeq(source, []byte("\r\n")) {
		if len(line) > 998 {
			t.Errorf("a line has %d octets", len(line))
		}
		if i := bytes.IndexFunc(line, func(r rune) bool { return r != '\t' && (r < ' ' || r >= 0x7f) }); i >= 0 {
			t.Errorf("a line has the octet %#x: %q", line[i], line[max(0, i-20):min(len(line), i+20)])
		}
	}
}

// checkAddresses checks with the standard library's parser that the address fields hold one sender, and no address but the
// samples'.
func checkAddresses(t testing.TB, source []byte) {
	t.Helper()
	message, err := netmail.ReadMessage(bytes.NewReader(source))
	if err != nil {
		t.Errorf("read the message: %v", err)
		return
	}
	for _, field := range []string{"From", "To", "Reply-To"} {
		list, err := message.Header.AddressList(field)
		if err != nil {
			t.Errorf("%s is %q: %v", field, message.Header.Get(field), err)
		}
		if field == "From" && len(list) != 1 {
			t.Errorf("there are %d senders", len(list))
		}
		for _, address := range list {
			if !strings.HasSuffix(address.Address, "acme.example") && address.Address != "ines@example.com" {
				t.Errorf("%s holds %s", field, address.Address)
			}
		}
	}
}
