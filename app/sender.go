package app

import (
	"net/http"

	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/delivery/outbox"
	"github.com/postchat/postchat/delivery/smtp"
)

// newSender makes the sender that the configuration chooses. It talks to nobody yet.
func newSender(c Config) (delivery.Sender, error) {
	switch c.Provider() {
	case ProviderOwn:
		return c.newSender()
	case ProviderMailgun:
		return mailgun.New(mailgun.Config{
			Domain: c.MailgunDomain, APIKey: c.MailgunAPIKey, APIBase: c.MailgunAPIBase, Proxy: http.ProxyFromEnvironment,
		})
	case ProviderSMTP:
		return smtp.New(smtp.Config{URL: c.SMTPURL, HELO: c.SMTPHELOName})
	}
	return outbox.Sender{}, nil
}
