package app

import (
	"encoding/base64"
	"errors"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// checker collects what is wrong with a configuration; fields are named by their flags.
type checker struct{ errs []error }

func (c *checker) add(field, format string, args ...any) {
	c.errs = append(c.errs, postchat.Invalidf(field, format, args...))
}

// check reports everything that is wrong with the values, alone and together.
func (c Config) check() error {
	var p checker
	if _, port, err := net.SplitHostPort(c.Listen); err != nil || port == "" {
		p.add("listen", "must be an address with a port, such as 127.0.0.1:8080 or :8080, not %q", c.Listen)
	}
	if c.PublicURL != "" && !isWebAddress(c.PublicURL) {
		p.add("public-url", "must be an address such as https://postchat.example.com, not %q", c.PublicURL)
	}
	if c.Data == "" {
		p.add("data", "must name a folder")
	}
	if url := c.DatabaseURL.Reveal(); url != "" && !db.IsPostgres(url) {
		p.add("database-url", "must begin with postgres://; without it, SQLite in the data folder is used")
	}
	if c.SecretKey != "" {
		if _, err := decodeKey(c.SecretKey); err != nil {
			p.add("secret-key", "%s", err)
		}
	}
	p.span("lease", c.Lease, time.Second, time.Hour)
	p.span("poll", c.Poll, 10*time.Millisecond, time.Minute)
	p.span("grace", c.Grace, 0, time.Hour)
	p.span("database-wait", c.DatabaseWait, 0, time.Hour)
	p.span("transcript-wait", c.TranscriptWait, 0, 7*24*time.Hour)
	p.span("mailgun-event-lag", c.MailgunEventLag, time.Millisecond, 24*time.Hour)
	if c.MaxBody < 64<<10 || c.MaxBody > 256<<20 {
		p.add("max-body", "must be between 64KiB and 256MiB")
	}
	if c.SendSlots < 1 || c.SendSlots > 1000 {
		p.add("send-slots", "must be between 1 and 1000")
	}
	p.provider(c)
	return errors.Join(p.errs...)
}

func (p *checker) span(field string, d, least, most time.Duration) {
	if d < least || d > most {
		p.add(field, "must be between %s and %s", spanText(least), spanText(most))
	}
}

// provider checks that at most one mail provider is set, and that one whole.
func (p *checker) provider(c Config) {
	mailgun := c.MailgunDomain != "" || c.MailgunAPIKey != ""
	if mailgun && c.SMTPURL != "" {
		p.add("smtp-url", "is set beside Mailgun, and only one can send the mails: unset it, or unset POSTCHAT_MAILGUN_DOMAIN "+
			"and POSTCHAT_MAILGUN_API_KEY")
		return
	}
	if c.Provider() == ProviderOutbox {
		return
	}
	if c.From.Email == "" {
		p.add("from", "must be set where mails are really sent, such as Postchat <postchat@mg.example.com>")
	}
	if mailgun && c.MailgunAPIKey == "" {
		p.add("mailgun-api-key", "must be set beside POSTCHAT_MAILGUN_DOMAIN; without both, mails are kept in the outbox")
		return
	}
	if mailgun && c.MailgunDomain == "" {
		p.add("mailgun-domain", "must be set beside POSTCHAT_MAILGUN_API_KEY; without both, mails are kept in the outbox")
		return
	}
	_, err := newSender(c)
	for _, problem := range postchat.Problems(err) {
		// Senders name their own fields, such as "mailgun API base".
		p.add(strings.ToLower(strings.ReplaceAll(problem.Field, " ", "-")), "%s", problem.Message)
	}
}

func isWebAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil && u.RawQuery == "" && u.Fragment == ""
}

// decodeKey reads a key as POSTCHAT_SECRET_KEY and secret.key hold it.
func decodeKey(text postchat.Secret) ([]byte, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text.Reveal()))
	if err != nil || len(key) != db.KeySize {
		return nil, errors.New("must be the base64 of 32 bytes, as openssl rand -base64 32 prints")
	}
	return key, nil
}
