package fakesmtp

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strconv"
	"strings"
)

// Limits of a mail, in bytes.
const (
	maxData = 25 << 20
	maxLine = 1000 // with the line's end, RFC 5321, 4.5.3.1.6
)

func (c *session) mail(rest string) error {
	switch {
	case !c.greeted:
		return c.say(503, "5.5.1 Say EHLO first")
	case c.server.auth && c.user == "":
		return c.say(530, "5.7.0 Authentication required")
	case c.open:
		return c.say(503, "5.5.1 A mail is in progress already")
	}
	c.submission = 0
	c.reset()
	from, params, no := c.path(rest, "FROM:", true)
	if no.code != 0 {
		return c.deny(no)
	}
	c.submission = c.server.ledger.begin(Submission{Connection: c.number, Time: c.server.now(), From: from, Reached: Mail})
	for _, param := range params {
		key, value, _ := strings.Cut(strings.ToUpper(param), "=")
		switch {
		case key == "BODY" && value == "8BITMIME":
			c.eightBit = true
		case key == "SIZE":
			if size, err := strconv.Atoi(value); err != nil || size > maxData {
				return c.deny(newReply(552, "5.3.4 Too big"))
			}
		}
	}
	on, err := c.answer(Mail, newReply(250, "2.1.0 OK"))
	if on {
		c.open, c.from = true, from
	}
	return err
}

func (c *session) rcpt(rest string) error {
	if !c.open {
		return c.say(503, "5.5.1 MAIL first")
	}
	to, _, no := c.path(rest, "TO:", false)
	if no.code != 0 {
		return c.deny(no)
	}
	c.server.ledger.update(c.submission, func(sub *Submission) {
		sub.Reached = Rcpt
		sub.Recipients = append(slices.Clone(sub.Recipients), to)
	})
	if b, ok := c.server.script.forRecipient(to); ok {
		c.pending = append(c.pending, b)
	}
	on, err := c.answer(Rcpt, newReply(250, "2.1.5 OK"))
	if on && !slices.Contains(c.recipients, to) {
		c.recipients = append(c.recipients, to)
	}
	return err
}

func (c *session) data(rest string) error {
	switch {
	case rest != "":
		return c.say(501, "5.5.4 DATA has no parameters")
	case !c.open:
		return c.say(503, "5.5.1 MAIL first")
	case len(c.recipients) == 0:
		return c.deny(newReply(554, "5.5.1 No valid recipients"))
	}
	c.server.ledger.update(c.submission, func(sub *Submission) { sub.Reached = Data })
	on, err := c.answer(Data, newReply(354, "End data with <CR><LF>.<CR><LF>"))
	if err != nil || !on {
		return err
	}
	b := c.behaviourAt(EndOfData)
	breakAt := -1
	if b.kind == cutData {
		breakAt = b.n
	}
	data, err := readData(c.in, breakAt)
	if err != nil {
		return errEnd
	}
	defer c.reset()
	return c.endOfData(b, data)
}

// endOfData takes the mail or not, and answers.
func (c *session) endOfData(b Behaviour, data []byte) error {
	a := Accepted{
		Time: c.server.now(), From: c.from, Recipients: c.recipients, Data: data, Size: len(data),
		TLS: c.underTLS, User: c.user, Connection: c.number,
	}
	if m, err := mail.ReadMessage(bytes.NewReader(data)); err == nil {
		a.Header = m.Header
		a.MessageID = strings.Trim(m.Header.Get("Message-Id"), "<> \t")
	}
	if c.server.dropData {
		a.Data = nil
	}
	c.server.ledger.update(c.submission, func(sub *Submission) { sub.Reached, sub.MessageID = EndOfData, a.MessageID })
	if fault := faultOf(data, c.eightBit); fault != "" {
		return c.deny(newReply(550, "5.6.0 "+fault))
	}
	id := "none"
	if b.kind == usual || b.take {
		id = c.server.ledger.take(c.submission, a)
	}
	_, err := c.play(b, newReply(250, "2.0.0 OK: queued as "+id))
	return err
}

// readData reads a mail up to the dot that ends it and takes away the dots that the protocol adds (RFC 5321, 4.5.2). A line begins
// after CRLF alone. If breakAt is not negative it fails after as many bytes from the wire.
func readData(in *bufio.Reader, breakAt int) ([]byte, error) {
	var data []byte
	atStart, read := true, 0
	for {
		if breakAt >= 0 && read >= breakAt {
			return nil, errEnd
		}
		part, err := in.ReadSlice('\n')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
		if read += len(part); atStart && string(part) == ".\r\n" {
			return data, nil
		}
		if atStart && part[0] == '.' {
			part = part[1:]
		}
		data = append(data, part...)
		atStart = bytes.HasSuffix(data, []byte("\r\n"))
	}
}

// faultOf says what strict servers refuse in a mail, or nothing.
func faultOf(data []byte, eightBit bool) string {
	if len(data) > maxData {
		return "The mail is too big"
	}
	for n, rest := 1, data; len(rest) > 0; n++ {
		line, after, _ := bytes.Cut(rest, []byte("\r\n"))
		switch {
		case len(line)+2 > maxLine:
			return fmt.Sprintf("Line %d is longer than %d bytes", n, maxLine)
		case bytes.ContainsAny(line, "\r\n"):
			return fmt.Sprintf("Line %d has a bare CR or LF", n)
		case !eightBit && bytes.ContainsFunc(line, func(r rune) bool { return r > 127 }):
			return fmt.Sprintf("Line %d has 8-bit bytes without BODY=8BITMIME", n)
		}
		rest = after
	}
	return ""
}

// path reads the address of MAIL or RCPT and the parameters behind it, or says how they are refused.
func (c *session) path(rest, prefix string, mayBeEmpty bool) (address string, params []string, no reply) {
	if len(rest) < len(prefix) || !strings.EqualFold(rest[:len(prefix)], prefix) {
		return "", nil, newReply(501, "5.5.4 Syntax: "+prefix+"<address>")
	}
	rest = rest[len(prefix):]
	end := strings.LastIndexByte(rest, '>')
	if end < 1 || rest[0] != '<' || end+1 < len(rest) && rest[end+1] != ' ' {
		return "", nil, newReply(501, "5.5.4 Syntax: "+prefix+"<address>")
	}
	address = rest[1:end]
	params = strings.Fields(rest[end+1:])
	for _, param := range params {
		key, _, _ := strings.Cut(strings.ToUpper(param), "=")
		if extension := extensionOf[key]; extension == "" || !c.has(extension) {
			return "", nil, newReply(555, "5.5.4 Parameter unknown: "+key)
		} else if extension == "SMTPUTF8" {
			c.utf8 = true
		}
	}
	if address == "" && mayBeEmpty {
		return "", params, reply{}
	}
	parsed, err := mail.ParseAddress("<" + address + ">")
	switch {
	case err != nil || parsed.Address == "" || len(address) > 254:
		return "", nil, newReply(501, "5.1.3 Bad address")
	case strings.ContainsFunc(address, func(r rune) bool { return r > 127 }) && !c.utf8:
		return "", nil, newReply(553, "5.6.7 Address needs SMTPUTF8")
	}
	return address, params, reply{}
}

// extensionOf says which extension a parameter of MAIL or RCPT belongs to.
var extensionOf = map[string]string{
	"SIZE": "SIZE", "BODY": "8BITMIME", "SMTPUTF8": "SMTPUTF8",
	"RET": "DSN", "ENVID": "DSN", "NOTIFY": "DSN", "ORCPT": "DSN",
}

// has tells whether the server offers the extension.
func (c *session) has(extension string) bool {
	return slices.ContainsFunc(c.server.extensions, func(offer string) bool {
		name, _, _ := strings.Cut(offer, " ")
		return strings.EqualFold(name, extension)
	})
}
