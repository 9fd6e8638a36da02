// Package provider shows the two fake mail providers alike, so that one test can be told with both: what each really took,
// recipient by recipient, and the settings with which a server sends by it.
package provider

import (
	"context"
	"fmt"
	"net/mail"
	"testing"
	"time"

	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/fakesmtp"
)

// Provider is a fake mail provider with its ledger.
type Provider interface {
	// Name is mailgun or smtp.
	Name() string
	// Settings are the environment variables with which a server sends by this provider.
	Settings() []string
	// Mails lists what it took, in that order.
	Mails() []Mail
	// Count is the length of Mails.
	Count() int
	// Refuse makes the next mail to the recipient be refused: for now, or for good.
	Refuse(recipient string, forGood bool)
	// LoseAnswer makes it take the next mail to the recipient and cut the line before its answer.
	LoseAnswer(recipient string)
	// HoldAnswers makes it take mails and not answer, on all connections from now on, until release is called.
	HoldAnswers() (release func())
	// WaitHanging returns as soon as so many answers are held.
	WaitHanging(ctx context.Context, n int) error
}

// Mail is one mail that a provider took.
type Mail struct {
	// Envelope holds the recipients to whom the provider brings it, whatever the header says.
	Envelope  []string
	MessageID string
	Header    mail.Header
	Source    []byte
	// Resend tells that the mail is marked as one that may be a second copy.
	Resend bool
}

// resendHeader is the mark; see docs of delivery/smtp.
const resendHeader = "X-Postchat-Resend"

// Domain is the sending domain, and Sender who mails are from.
const (
	Domain = "mg.postchat.example"
	Sender = "postchat@" + Domain
)

// EventLag is how far the records of the fake Mailgun are behind, and AskAfter when a server is set to ask.
const (
	EventLag = 300 * time.Millisecond
	AskAfter = 600 * time.Millisecond
)

// Mailgun starts a fake Mailgun that closes with the test.
func Mailgun(t testing.TB, options ...fakemailgun.Option) *MailgunProvider {
	t.Helper()
	return &MailgunProvider{fakemailgun.Start(t, append(options, fakemailgun.WithDomains(Domain), fakemailgun.WithEventLag(EventLag))...)}
}

// MailgunProvider is the fake Mailgun as a Provider.
type MailgunProvider struct{ *fakemailgun.Server }

// Name implements Provider.
func (*MailgunProvider) Name() string { return "mailgun" }

// Settings implements Provider.
func (p *MailgunProvider) Settings() []string {
	return []string{
		"POSTCHAT_FROM=Postchat <" + Sender + ">", "POSTCHAT_MAILGUN_DOMAIN=" + Domain, "POSTCHAT_MAILGUN_API_KEY=" + p.APIKey(),
		"POSTCHAT_MAILGUN_API_BASE=" + p.APIBase(), "POSTCHAT_MAILGUN_EVENT_LAG=" + AskAfter.String(),
		"POSTCHAT_MAILGUN_SIGNING_KEY=" + p.SigningKey(),
	}
}

// Mails implements Provider.
func (p *MailgunProvider) Mails() []Mail {
	accepted := p.Accepted()
	mails := make([]Mail, len(accepted))
	for i, a := range accepted {
		mails[i] = Mail{
			Envelope: a.Recipients, MessageID: a.MessageID, Header: a.Header, Source: a.MIME, Resend: a.Header.Get(resendHeader) != "",
		}
	}
	return mails
}

// Refuse implements Provider.
func (p *MailgunProvider) Refuse(recipient string, forGood bool) {
	status := 429
	if forGood {
		status = 400
	}
	p.For(recipient, fakemailgun.Status(status))
}

// LoseAnswer implements Provider.
func (p *MailgunProvider) LoseAnswer(recipient string) { p.For(recipient, fakemailgun.AnswerLost()) }

// HoldAnswers implements Provider.
func (p *MailgunProvider) HoldAnswers() (release func()) {
	held := make(chan struct{})
	p.Always(fakemailgun.OK().Until(held))
	return func() {
		close(held)
		p.Always(fakemailgun.OK())
	}
}

// SMTP starts a fake SMTP server that closes with the test.
func SMTP(t testing.TB, options ...fakesmtp.Option) *SMTPProvider {
	t.Helper()
	return &SMTPProvider{fakesmtp.Start(t, options...)}
}

// SMTPProvider is the fake SMTP server as a Provider.
type SMTPProvider struct{ *fakesmtp.Server }

// Name implements Provider.
func (*SMTPProvider) Name() string { return "smtp" }

// Settings implements Provider.
func (p *SMTPProvider) Settings() []string {
	return []string{"POSTCHAT_FROM=Postchat <" + Sender + ">", fmt.Sprintf("POSTCHAT_SMTP_URL=smtp://%s", p.Addr())}
}

// Mails implements Provider.
func (p *SMTPProvider) Mails() []Mail {
	accepted := p.Accepted()
	mails := make([]Mail, len(accepted))
	for i, a := range accepted {
		mails[i] = Mail{
			Envelope: a.Recipients, MessageID: a.MessageID, Header: a.Header, Source: a.Data, Resend: a.Header.Get(resendHeader) != "",
		}
	}
	return mails
}

// Refuse implements Provider.
func (p *SMTPProvider) Refuse(recipient string, forGood bool) {
	code := 451
	if forGood {
		code = 550
	}
	p.For(recipient, fakesmtp.Refuse(fakesmtp.Rcpt, code))
}

// LoseAnswer implements Provider.
func (p *SMTPProvider) LoseAnswer(recipient string) {
	p.For(recipient, fakesmtp.Cut(fakesmtp.EndOfData).Taking())
}

// HoldAnswers implements Provider.
func (p *SMTPProvider) HoldAnswers() (release func()) {
	held := make(chan struct{})
	p.Always(fakesmtp.Pause(fakesmtp.EndOfData, held))
	return func() {
		close(held)
		p.Always(fakesmtp.OK())
	}
}
