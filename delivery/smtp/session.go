package smtp

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"time"

	"github.com/wneessen/go-mail/smtp"

	"github.com/postchat/postchat/delivery"
)

// step is where in the dialogue something happened.
type step int

const (
	connecting step = iota
	greeting
	securing
	signingIn
	mailing
	addressing
	offering
	writing  // the mail, up to the dot that ends it
	answered // the dot may have left
)

// resetTimeout limits the question whether an idle session still lives.
const resetTimeout = 10 * time.Second

// trouble is what ended a dialogue.
type trouble struct {
	at  step
	err error
}

func (t *trouble) Error() string { return t.err.Error() }
func (t *trouble) Unwrap() error { return t.err }

// session is a connection on which the server is ready for a mail.
type session struct {
	wire    *wire
	client  *smtp.Client
	timeout time.Duration
	answer  time.Duration
	mails   int         // that were taken on it
	expiry  *time.Timer // while it is idle
}

// open returns an idle session that still lives, or a new one. Its errors are *trouble.
func (s *Sender) open(ctx context.Context) (*session, error) {
	if ctx.Err() != nil {
		return nil, &trouble{connecting, context.Cause(ctx)}
	}
	if t := s.idle.take(); t != nil {
		// No second try with another idle one: if they are all dead, each would take its time to say so.
		if t.while(ctx, min(s.timeout, resetTimeout), t.client.Reset) == nil {
			return t, nil
		}
		_ = t.wire.Close()
	}
	return s.dial(ctx)
}

func (s *Sender) dial(ctx context.Context) (*session, error) {
	dialer := net.Dialer{Timeout: s.timeout}
	conn, err := dialer.DialContext(ctx, "tcp", net.JoinHostPort(s.server.host, s.server.port))
	if err != nil {
		return nil, &trouble{connecting, err}
	}
	t := &session{wire: &wire{Conn: conn, patient: maxReply}, timeout: s.timeout, answer: s.answer}
	if err := t.while(ctx, s.timeout, func() error { return t.prepare(s.server, s.helo) }); err != nil {
		_ = t.wire.Close()
		return nil, err
	}
	return t, nil
}

// while runs a part of the dialogue with a time limit, and cuts the connection when ctx ends.
func (t *session) while(ctx context.Context, limit time.Duration, part func() error) error {
	stop := context.AfterFunc(ctx, func() { _ = t.wire.Close() })
	t.limit(limit)
	err := part()
	if !stop() && err == nil {
		err = &trouble{greeting, context.Cause(ctx)}
	}
	return err
}

func (t *session) limit(d time.Duration) { _ = t.wire.SetDeadline(time.Now().Add(d)) }

// prepare goes from the banner to where the server takes mails.
func (t *session) prepare(srv server, helo string) error {
	var conn net.Conn = t.wire
	if srv.policy == implicit {
		t.wire.patient = maxHandshake
		secure := tls.Client(t.wire, srv.tls)
		if err := secure.Handshake(); err != nil {
			return &trouble{securing, err}
		}
		t.wire.patient = maxReply
		conn = secure
	}
	client, err := smtp.NewClient(conn, srv.host)
	if err != nil {
		return &trouble{greeting, err}
	}
	t.client = client
	client.SkipSMTPUTF8(true) // Envelopes are plain ASCII, and few servers behind the first one know it.
	t.limit(t.timeout)
	if err := client.Hello(cmp.Or(helo, addressLiteral(t.wire.LocalAddr()))); err != nil {
		return &trouble{greeting, err}
	}
	if err := t.secure(srv); err != nil {
		return &trouble{securing, err}
	}
	if srv.user == "" {
		return nil
	}
	t.limit(t.timeout)
	if err := t.signIn(srv); err != nil {
		return &trouble{signingIn, err}
	}
	return nil
}

// secure starts TLS where the policy wants it. What the server said in the clear is forgotten then (RFC 3207, 4.2).
func (t *session) secure(srv server) error {
	if srv.policy != required && srv.policy != opportunistic {
		return nil
	}
	if offered, _ := t.client.Extension("STARTTLS"); !offered {
		if srv.policy == opportunistic {
			return nil
		}
		return errors.New("the server does not offer STARTTLS, which the settings require")
	}
	t.wire.patient = maxHandshake
	t.limit(t.timeout)
	err := t.client.StartTLS(srv.tls.Clone())
	t.wire.patient = maxReply
	return err
}

// signIn prefers the mechanisms that most servers have in common: the password is under TLS or stays on this machine.
func (t *session) signIn(srv server) error {
	_, offered := t.client.Extension("AUTH")
	user, password := srv.user, srv.password.Reveal()
	for _, mechanism := range []struct {
		name string
		auth smtp.Auth
	}{
		{"PLAIN", smtp.PlainAuth("", user, password, srv.host, true)},
		{"LOGIN", smtp.LoginAuth(user, password, srv.host, true)},
		{"SCRAM-SHA-256", smtp.ScramSHA256Auth(user, password)},
		{"SCRAM-SHA-1", smtp.ScramSHA1Auth(user, password)},
		{"CRAM-MD5", smtp.CRAMMD5Auth(user, password)},
	} {
		for name := range strings.FieldsSeq(offered) {
			if strings.EqualFold(name, mechanism.name) {
				return t.client.Auth(mechanism.auth)
			}
		}
	}
	return fmt.Errorf("the server offers no way to sign in that we know: %w", delivery.ErrUnauthorized)
}

// leave ends a session after trouble, with a QUIT if the server has replied and so listens. Nothing depends on its answer.
//
// In the middle of a mail there must be no QUIT: textproto would write the dot before it.
func (t *session) leave(after error) {
	var reply *textproto.Error
	var where *trouble
	if errors.As(after, &reply) && errors.As(after, &where) && where.at != writing {
		t.quit()
		return
	}
	_ = t.wire.Close()
}

func (t *session) quit() {
	t.limit(time.Second)
	_ = t.client.Text.PrintfLine("QUIT")
	_ = t.wire.Close()
}

// addressLiteral is our name where we have none, such as [192.0.2.1] (RFC 5321, 4.1.3).
func addressLiteral(addr net.Addr) string {
	host, _, _ := net.SplitHostPort(addr.String())
	host, _, _ = strings.Cut(host, "%")
	if strings.Contains(host, ":") {
		return "[IPv6:" + host + "]"
	}
	return "[" + host + "]"
}
