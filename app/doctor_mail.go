package app

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"

	"github.com/postchat/postchat/delivery"
)

// senderCheck is a sender that can see whether its server is there and lets us in.
type senderCheck interface {
	Check(ctx context.Context) error
}

func (d *doctor) examineProvider(ctx context.Context) {
	sender, err := newSender(d.config)
	if err != nil {
		return // named as a problem of the configuration
	}
	check, can := sender.(senderCheck)
	if !can {
		d.note("mail provider", "none is set: mails are kept and shown at %s/outbox, and nobody is mailed", d.config.BaseURL())
		return
	}
	ctx, cancel := context.WithTimeout(ctx, checkTimeout)
	defer cancel()
	switch err := check.Check(ctx); {
	case err == nil:
		d.ok("mail provider", "%s answers and lets us in", sender.Name())
	case errors.Is(err, delivery.ErrUnauthorized) && sender.Name() == string(ProviderMailgun):
		d.problem("mail provider", "compare POSTCHAT_MAILGUN_API_KEY and POSTCHAT_MAILGUN_DOMAIN with Mailgun's pages. Domains in the EU need "+
			"POSTCHAT_MAILGUN_API_BASE=https://api.eu.mailgun.net/v3. A key for sending only does not do", "%v", err)
	case errors.Is(err, delivery.ErrUnauthorized):
		d.problem("mail provider", "see that user and password in POSTCHAT_SMTP_URL are right", "%v", err)
	default:
		d.problem("mail provider", "see that this machine reaches it, and that no firewall or proxy is in between", "%v", err)
	}
}

// examineSender compares the sender's address with the domain that signs for it: where they are not related, DMARC fails
// (RFC 7489, section 3.1), and mails end as spam.
func (d *doctor) examineSender() {
	if d.config.Provider() == ProviderOutbox {
		return
	}
	_, host, _ := strings.Cut(strings.ToLower(d.config.Sender().Email), "@")
	domain := strings.ToLower(d.config.MailgunDomain)
	if d.config.Provider() == ProviderMailgun && !related(host, domain) {
		d.problem("sender", "send from an address at "+domain+", or set the domain of "+host+" up at Mailgun",
			"%s is not at the sending domain %s, so that receivers will take its mails for forged", d.config.Sender().Email, domain)
		return
	}
	d.ok("sender", "%s", d.config.Sender())
}

// related reports whether one host is the other or lies below it.
func related(a, b string) bool {
	return a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a)
}

// examineAddress looks at the address that chat vendors and mails are given.
func (d *doctor) examineAddress() {
	base := d.config.BaseURL()
	u, err := url.Parse(base)
	host, _, _ := net.SplitHostPort(d.config.Listen)
	switch {
	case err != nil:
		d.problem("public address", "set -public-url right", "%v", err)
	case isLoopback(u.Hostname()) && !isLoopback(host):
		d.problem("public address", "set POSTCHAT_PUBLIC_URL to the address under which chat vendors reach this server",
			"the server listens for others at %s, but mails and vendors would be told %s", d.config.Listen, base)
	case isLoopback(u.Hostname()):
		d.note("public address", "%s is for this machine alone; chat vendors elsewhere need POSTCHAT_PUBLIC_URL", base)
	case u.Scheme != "https":
		d.problem("public address", "put the server behind a proxy with TLS, and set POSTCHAT_PUBLIC_URL to its https address",
			"%s is not encrypted: chats, tokens and secrets can be read on the way", base)
	default:
		d.ok("public address", "%s", base)
	}
}

func isLoopback(host string) bool { return host == "localhost" || net.ParseIP(host).IsLoopback() }
