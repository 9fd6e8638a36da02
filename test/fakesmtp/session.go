package fakesmtp

import (
	"bufio"
	"bytes"
	"crypto/subtle"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"net"
	"slices"
	"strings"
	"time"
)

// Limits of RFC 5321, 4.5.3.1, in bytes with the line's end; a line of AUTH may be longer (RFC 4954, 4).
const (
	maxCommand = 512
	maxAuth    = 12288
)

// session is one connection and what has been said on it.
type session struct {
	server   *Server
	number   int
	conn     net.Conn
	in       *bufio.Reader
	underTLS bool

	once    Behaviour   // of Next: acts once
	all     Behaviour   // of Decide: acts each time
	pending []Behaviour // of For: each acts once
	trickle bool
	pause   time.Duration
	noTLS   bool

	greeted    bool
	user       string
	submission int // the one in progress, or the last one; 0 for none
	open       bool
	eightBit   bool // BODY=8BITMIME was announced
	utf8       bool // SMTPUTF8 was
	from       string
	recipients []string
}

// run plays the connection from the banner to its end.
func (c *session) run() {
	for _, b := range []Behaviour{c.once, c.all} {
		switch b.kind {
		case trickle:
			c.trickle, c.pause = true, b.pause
		case noStartTLS:
			c.noTLS = true
		}
	}
	on, err := c.answer(Connect, newReply(220, "fakesmtp.example.net ESMTP"))
	if !on {
		return
	}
	for err == nil {
		err = c.command()
	}
}

// offersTLS tells whether STARTTLS is on offer now.
func (c *session) offersTLS() bool {
	return c.server.startTLS && !c.underTLS && !c.noTLS
}

// offersAuth tells whether AUTH is on offer now.
func (c *session) offersAuth() bool {
	return c.server.auth && (c.underTLS || !c.server.startTLS)
}

// command reads one command and answers it.
func (c *session) command() error {
	line, err := c.line(maxCommand)
	if err != nil {
		return err
	}
	verb, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimRight(rest, " \t")
	switch strings.ToUpper(verb) {
	case "EHLO", "HELO":
		return c.hello(strings.EqualFold(verb, "EHLO"), rest)
	case "STARTTLS":
		return c.startTLS(rest)
	case "AUTH":
		return c.auth(rest)
	case "MAIL":
		return c.mail(rest)
	case "RCPT":
		return c.rcpt(rest)
	case "DATA":
		return c.data(rest)
	case "RSET":
		c.reset()
		return c.say(250, "2.0.0 OK")
	case "NOOP":
		return c.say(250, "2.0.0 OK")
	case "VRFY":
		return c.say(252, "2.5.0 Cannot tell, but will take the mail")
	case "QUIT":
		c.submission = 0 // Its mail has had its last word.
		if _, err := c.answer(Quit, newReply(221, "2.0.0 Bye")); err != nil {
			return err
		}
		return errEnd
	default:
		return c.say(500, "5.5.1 Command unknown")
	}
}

// line reads a line of at most limit bytes without its end, which must be CRLF.
func (c *session) line(limit int) (string, error) {
	line, err := c.in.ReadSlice('\n')
	if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
		return "", errEnd
	}
	text, ok := strings.CutSuffix(string(line), "\r\n")
	if !ok || len(line) > limit || strings.ContainsAny(text, "\r\x00") {
		_ = c.say(500, "5.5.2 Line too long or not ended by CRLF")
		return "", errEnd
	}
	return text, nil
}

// say gives an answer that no behaviour changes and that tells nothing about a mail.
func (c *session) say(code int, words string) error {
	if err := c.write(newReply(code, words).text); err != nil {
		return errEnd
	}
	return nil
}

func (c *session) hello(extended bool, name string) error {
	if name == "" {
		return c.say(501, "5.5.4 Name missing")
	}
	words := []string{"fakesmtp.example.net"}
	if extended {
		words = append(words, c.server.extensions...)
		if c.offersTLS() {
			words = append(words, "STARTTLS")
		}
		if c.offersAuth() {
			words = append(words, "AUTH PLAIN")
		}
	}
	c.reset()
	c.submission = 0
	on, err := c.answer(Hello, newReply(250, strings.Join(words, "\n")))
	c.greeted = c.greeted || on
	return err
}

func (c *session) startTLS(rest string) error {
	switch {
	case rest != "":
		return c.say(501, "5.5.4 STARTTLS has no parameters")
	case !c.offersTLS():
		return c.say(502, "5.5.1 STARTTLS is not offered")
	}
	on, err := c.answer(StartTLS, newReply(220, "2.0.0 Ready to start TLS"))
	if err != nil || !on {
		return err
	}
	if c.in.Buffered() > 0 {
		return errEnd // The client sent commands in the clear that it means to be under TLS (CVE-2011-0411).
	}
	conn := tls.Server(c.conn, c.server.cert.config)
	if err := conn.Handshake(); err != nil {
		return errEnd
	}
	c.use(conn)
	c.underTLS, c.greeted, c.user = true, false, ""
	c.reset()
	return nil
}

func (c *session) auth(rest string) error {
	mechanism, initial, given := strings.Cut(rest, " ")
	switch {
	case !c.greeted || c.user != "":
		return c.say(503, "5.5.1 Not now")
	case !c.offersAuth():
		return c.say(502, "5.5.1 AUTH is not offered")
	case !strings.EqualFold(mechanism, "PLAIN"):
		return c.say(504, "5.5.4 Mechanism unknown")
	}
	if !given {
		if err := c.say(334, ""); err != nil {
			return err
		}
		var err error
		if initial, err = c.line(maxAuth); err != nil {
			return err
		}
	}
	plain, err := base64.StdEncoding.DecodeString(initial)
	parts := bytes.Split(plain, []byte{0})
	if err != nil || len(parts) != 3 {
		return c.say(501, "5.5.2 Not what PLAIN looks like")
	}
	if !same(parts[1], c.server.user) || !same(parts[2], c.server.pass) {
		return c.say(535, "5.7.8 Authentication credentials invalid")
	}
	on, err := c.answer(Auth, newReply(235, "2.7.0 Authentication successful"))
	if on {
		c.user = string(parts[1])
	}
	return err
}

func same(got []byte, want string) bool { return subtle.ConstantTimeCompare(got, []byte(want)) == 1 }

// reset forgets the mail in progress, but not what For has in store for the connection's end.
func (c *session) reset() {
	c.open, c.eightBit, c.utf8, c.from, c.recipients = false, false, false, "", nil
	c.pending = slices.DeleteFunc(c.pending, func(b Behaviour) bool { return b.phase != Quit })
}
