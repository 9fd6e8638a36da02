package story_test

import (
	"bytes"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/provider"
)

// letter is a mail as its reader has it, taken apart by parsers that are not ours.
type letter struct {
	*enmime.Envelope
	header    mail.Header // not decoded
	messageID string
	source    []byte
}

// mailed waits until all of the follow-up's mail is accepted, and returns it. The provider must have taken it for each of the
// recipients once, in an envelope of its own, the same bytes for all, and for nobody else.
func (s *story) mailed(followUp string, to ...string) letter {
	s.Helper()
	s.becomes(followUp, postchat.FollowUpSent)
	return s.accepted(followUp, to...)
}

// accepted is mailed for a mail that need not have reached everybody.
func (s *story) accepted(followUp string, to ...string) letter {
	s.Helper()
	copies := s.copies(followUp)
	s.read += len(copies)
	var got, want []string
	for _, c := range copies {
		if len(c.Envelope) != 1 {
			s.Errorf("one envelope is for %v; each recipient must have one alone", c.Envelope)
		}
		got = append(got, c.Envelope...)
		if c.Resend {
			s.Error("a mail is marked as perhaps a second copy, though no answer was lost")
		}
		if !bytes.Equal(c.Source, copies[0].Source) {
			s.Error("the recipients did not get the same bytes")
		}
	}
	for _, name := range to {
		want = append(want, s.at(name))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		s.Fatalf("accepted for %v, want %v, each once", got, want)
	}
	return s.open(followUp, copies[0].Source)
}

// copies are the copies of the follow-up's mail that the provider accepted, whoever they are for.
func (s *story) copies(followUp string) []provider.Mail {
	s.Helper()
	mail := s.composed(followUp, postchat.MailFirst)
	return slices.DeleteFunc(s.mails(), func(m provider.Mail) bool { return m.MessageID != mail.MessageID })
}

var (
	ourMessageID = regexp.MustCompile(`^<[0-9a-f-]{36}@` + regexp.QuoteMeta(provider.Domain) + `>$`)
	ourThread    = regexp.MustCompile(`^<conversation-[0-9a-f]+@` + regexp.QuoteMeta(provider.Domain) + `>$`)
)

// open takes a mail apart and checks what must be so in every mail.
func (s *story) open(followUp string, source []byte) letter {
	s.Helper()
	f, err := s.scope.FollowUp(s.Context(), followUp)
	if err != nil {
		s.Fatal(err)
	}
	var to []string
	for _, r := range f.Decision.Recipients {
		to = append(to, r.Address.Email)
	}
	return s.openTo(to, source)
}

// openTo is open for a mail that names other recipients than the decision.
func (s *story) openTo(to []string, source []byte) letter {
	s.Helper()
	envelope, err := enmime.NewParser(enmime.DisableCharacterDetection(true)).ReadEnvelope(bytes.NewReader(source))
	if err != nil {
		s.Fatalf("the mail cannot be parsed: %v", err)
	}
	for _, problem := range envelope.Errors {
		s.Errorf("the mail's form: %v", problem)
	}
	message, err := mail.ReadMessage(bytes.NewReader(source))
	if err != nil {
		s.Fatalf("the mail cannot be parsed: %v", err)
	}
	l := letter{Envelope: envelope, header: message.Header, messageID: envelope.GetHeader("Message-ID"), source: source}
	s.is("To", l.addresses("To"), to)
	s.is("From", l.addresses("From"), []string{provider.Sender})
	s.is("Auto-Submitted", l.all("Auto-Submitted"), []string{"auto-generated"})
	for name, form := range map[string]*regexp.Regexp{"Message-ID": ourMessageID, "References": ourThread} {
		if values := l.all(name); len(values) != 1 || !form.MatchString(values[0]) {
			s.Errorf("%s is %q, want one that fits %s", name, values, form)
		}
	}
	if _, err := time.Parse(time.RFC1123Z, l.GetHeader("Date")); err != nil {
		s.Errorf("Date: %v", err)
	}
	if bcc := l.all("Bcc"); len(bcc) > 0 {
		s.Errorf("Bcc shows %q", bcc)
	}
	if l.Text == "" || l.HTML == "" {
		s.Error("the mail must have a plain part and an HTML part")
	}
	return l
}

func (s *story) is(what string, got, want []string) {
	s.Helper()
	if !slices.Equal(got, want) {
		s.Errorf("%s is %q, want %q", what, got, want)
	}
}

// all are the values of a field, however often it is there.
func (l letter) all(name string) []string { return l.GetHeaderValues(name) }

// addresses are the plain addresses in a field.
func (l letter) addresses(name string) []string {
	list, err := l.header.AddressList(name)
	if err != nil {
		return nil
	}
	plain := make([]string, len(list))
	for i, a := range list {
		plain[i] = a.Address
	}
	return plain
}

// holds checks that both parts of the mail show the texts, in this order.
func (s *story) holds(l letter, texts ...string) {
	s.Helper()
	for part, shown := range map[string]string{"plain": plainWords(l.Text), "HTML": plainWords(visible(l.HTML))} {
		at := 0
		for _, text := range texts {
			found := strings.Index(shown[at:], plainWords(text))
			if found < 0 {
				s.Errorf("the %s part does not hold %q after byte %d:\n%s", part, text, at, shown)
				break
			}
			at += found + len(plainWords(text))
		}
	}
}

// lacks checks that neither part of the mail shows the text.
func (s *story) lacks(l letter, text string) {
	s.Helper()
	if strings.Contains(plainWords(l.Text), plainWords(text)) || strings.Contains(plainWords(visible(l.HTML)), plainWords(text)) {
		s.Errorf("the mail shows %q", text)
	}
}

// plainWords is the text with every stretch of blanks as one, for long lines are broken in a mail.
func plainWords(text string) string { return strings.Join(strings.Fields(text), " ") }
