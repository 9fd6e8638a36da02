package fakesmtp

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// errEnd ends a session.
var errEnd = errors.New("session is over")

// reply is a code with its text as it goes over the wire.
type reply struct {
	code int
	text string
}

// newReply makes a reply of as many lines as the words have.
func newReply(code int, words string) reply {
	lines := strings.Split(words, "\n")
	var b strings.Builder
	for i, line := range lines {
		sign := "-"
		if i == len(lines)-1 {
			sign = " "
		}
		fmt.Fprintf(&b, "%d%s%s\r\n", code, sign, strings.TrimSuffix(line, "\r"))
	}
	return reply{code: code, text: b.String()}
}

// answer answers the phase as the script wants it, or else with the usual reply. It returns true when the usual reply went out and
// the dialogue goes on from there, and errEnd when the session is over.
func (c *session) answer(p Phase, with reply) (bool, error) { return c.play(c.behaviourAt(p), with) }

// play does what b says; with is the usual reply.
func (c *session) play(b Behaviour, with reply) (bool, error) {
	switch b.kind {
	case refuse:
		c.record(b.reply.code)
		if err := c.write(b.reply.text); err != nil || b.reply.code == 421 {
			return false, errEnd
		}
		return false, nil
	case cut, cutData:
		n := min(b.n, len(with.text))
		if b.kind == cut && n == len(with.text) {
			c.record(with.code)
		}
		if b.kind == cut {
			_ = c.write(with.text[:n])
		}
		return false, errEnd
	case hang:
		c.hang(nil)
		return false, errEnd
	case pause:
		if !c.hang(b.release) {
			return false, errEnd
		}
	case endless:
		c.endless(with.code)
		return false, errEnd
	case inject:
		with.text += b.reply.text
	}
	c.record(with.code)
	if err := c.write(with.text); err != nil || b.kind == cutAfter || with.code == 421 {
		return false, errEnd
	}
	return true, nil
}

// deny refuses what the server itself finds wrong with a mail.
func (c *session) deny(with reply) error {
	c.record(with.code)
	if err := c.write(with.text); err != nil {
		return errEnd
	}
	return nil
}

// behaviourAt is what the script has in store for the phase.
func (c *session) behaviourAt(p Phase) Behaviour {
	if c.once.phase == p && c.once.kind != usual {
		b := c.once
		c.once = Behaviour{}
		return b
	}
	exempt := false
	for i, b := range c.pending {
		if b.kind == usual {
			exempt = true
		} else if b.phase == p {
			c.pending = append(c.pending[:i:i], c.pending[i+1:]...)
			return b
		}
	}
	if c.all.phase == p && !exempt {
		return c.all
	}
	return Behaviour{}
}

// record notes the code in the submission before the first byte goes out, so that a client that has its reply finds it noted.
func (c *session) record(code int) {
	c.server.ledger.update(c.submission, func(sub *Submission) { sub.Code = code })
}

func (c *session) write(text string) error {
	if !c.trickle {
		_, err := io.WriteString(c.conn, text)
		return err
	}
	for i := range len(text) {
		if _, err := io.WriteString(c.conn, text[i:i+1]); err != nil {
			return err
		}
		if !c.sleep(c.pause) {
			return errEnd
		}
	}
	return nil
}

// sleep returns false if the server closes in the meantime.
func (c *session) sleep(d time.Duration) bool {
	if d <= 0 {
		return true
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-c.server.done:
		return false
	}
}

// hang returns true when release is closed. Without one it returns false as soon as the client leaves or the server closes.
func (c *session) hang(release <-chan struct{}) bool {
	c.server.ledger.hang(1)
	defer c.server.ledger.hang(-1)
	if release == nil {
		_, _ = io.Copy(io.Discard, c.in) // Ends when either side closes the connection.
		return false
	}
	select {
	case <-release:
		return true
	case <-c.server.done:
		return false
	}
}

// endless sends lines of one reply until the connection breaks. It is paced, so that it tries a client's patience, not its memory.
func (c *session) endless(code int) {
	c.server.ledger.hang(1)
	defer c.server.ledger.hang(-1)
	for c.write(fmt.Sprintf("%d-and there is more to say\r\n", code)) == nil && c.sleep(time.Millisecond) {
	}
}

// use makes conn the session's connection, as at its start and after STARTTLS.
func (c *session) use(conn net.Conn) {
	c.conn = conn
	c.in = bufio.NewReaderSize(conn, 16<<10)
}
