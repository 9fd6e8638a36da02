// Package smtp hands mails to a mail server by SMTP (RFC 5321).
//
// What an attempt came to is judged by the step of the dialogue that failed and by the server's reply, never by whether an
// error calls itself temporary. Until the dot that ends a mail, the server has not taken it; after a clear reply to the dot,
// everybody knows; in between nobody does, and the mail is uncertain.
package smtp

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

// ResendHeader is the header that is put before a mail whose earlier answer was lost; nothing else of it is changed.
const ResendHeader = "X-Postchat-Resend"

const resendLine = ResendHeader + ": the answer to an earlier attempt was lost;\r\n this may be a second copy\r\n"

// slowest is the rate, in bytes a second, at which a mail must be able to leave: a long one gets that much more time.
const slowest = 128 << 10

// Sender sends by one mail server. Its methods may be called by many goroutines at once.
//
// Connections are kept for a few seconds and used again for other mails, after a RSET that shows that they still live. The mail
// itself is never handed over twice by one Send.
type Sender struct {
	server  server
	helo    string
	timeout time.Duration
	answer  time.Duration
	secrets []postchat.Secret
	idle    pool
}

// New returns a Sender, or an error that holds a *postchat.Error for everything that is wrong with the configuration. It does
// not talk to the server yet.
func New(c Config) (*Sender, error) {
	srv, err := c.check()
	if err != nil {
		return nil, err
	}
	s := &Sender{server: srv, helo: c.HELO, timeout: c.Timeout, answer: c.AnswerTimeout}
	if s.timeout == 0 {
		s.timeout = DefaultTimeout
	}
	if s.answer == 0 {
		s.answer = DefaultAnswerTimeout
	}
	if pass := srv.password.Reveal(); pass != "" {
		// Servers that lose their place repeat what they were sent: the password as AUTH LOGIN and AUTH PLAIN write it.
		for _, text := range []string{pass, "\x00" + srv.user + "\x00" + pass} {
			s.secrets = append(s.secrets, postchat.Secret(base64.StdEncoding.EncodeToString([]byte(text))))
		}
		s.secrets = append(s.secrets, srv.password)
	}
	return s, nil
}

// Name is smtp.
func (s *Sender) Name() string { return "smtp" }

// Close takes leave on the connections that are idle. The Sender may go on being used, but keeps no connections any more.
func (s *Sender) Close() error {
	s.idle.close()
	return nil
}

// Send implements delivery.Sender. A mail with a bare CR or LF in it is refused here: where servers differ on what ends a line,
// they differ on where a mail ends, too (RFC 5321, 2.3.8 and 4.1.1.4).
func (s *Sender) Send(ctx context.Context, m delivery.Message) (delivery.Accepted, error) {
	if fault := faultOf(m); fault != "" {
		return delivery.Accepted{}, &delivery.Failure{Class: delivery.Permanent, Words: fault}
	}
	t, err := s.open(ctx)
	if err != nil {
		return delivery.Accepted{}, s.failure(ctx, err)
	}
	said, err := t.deliver(ctx, m)
	if err != nil {
		t.leave(err)
		return delivery.Accepted{}, s.failure(ctx, err)
	}
	s.idle.put(t)
	return delivery.Accepted{ProviderID: queueID(said), Words: s.words(said)}, nil
}

// faultOf says why a message must not go over the line at all, or nothing.
func faultOf(m delivery.Message) string {
	lines := bytes.Count(m.Source, []byte("\r\n"))
	if bytes.Count(m.Source, []byte("\r")) != lines || bytes.Count(m.Source, []byte("\n")) != lines {
		return "the mail has a bare CR or LF, which SMTP forbids; it was not sent"
	}
	for _, address := range []string{m.From, m.To} {
		if address == "" || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' || r == '<' || r == '>' }) {
			return fmt.Sprintf("%q is no address that SMTP can write; the mail was not sent", address)
		}
	}
	return ""
}

func (s *Sender) words(text string) string { return delivery.Words(text, s.secrets...) }
