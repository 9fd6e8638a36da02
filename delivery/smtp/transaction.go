package smtp

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"time"

	"github.com/wneessen/go-mail/smtp"

	"github.com/postchat/postchat/delivery"
)

// deliver hands one mail over and returns the server's yes. Its errors are *trouble, or a *delivery.Failure of our own.
func (t *session) deliver(ctx context.Context, m delivery.Message) (said string, err error) {
	stop := context.AfterFunc(ctx, func() { _ = t.wire.Close() })
	defer stop()
	body, err := t.offer(m)
	if err != nil {
		return "", err
	}
	if err := t.write(body, m); err != nil {
		return "", &trouble{writing, err}
	}
	said, err = t.end(body)
	t.mails++
	return said, err
}

// offer goes up to the server's leave to send the mail. A mail above the size that the server declares (RFC 1870) is not offered.
func (t *session) offer(m delivery.Message) (io.WriteCloser, error) {
	if _, limit := t.client.Extension("SIZE"); limit != "" {
		if most, err := strconv.Atoi(limit); err == nil && most > 0 && len(m.Source) > most {
			return nil, &delivery.Failure{Class: delivery.Permanent, Words: fmt.Sprintf(
				"the mail has %d bytes, more than the %d that the server takes; it was not sent", len(m.Source), most)}
		}
	}
	t.limit(t.timeout)
	if err := t.client.Mail("<" + m.From + ">"); err != nil {
		return nil, &trouble{mailing, err}
	}
	t.limit(t.timeout)
	if err := t.client.Rcpt("<" + m.To + ">"); err != nil {
		return nil, &trouble{addressing, err}
	}
	t.limit(t.timeout)
	body, err := t.client.Data()
	if err != nil {
		return nil, &trouble{offering, err}
	}
	if err := t.inStep(); err != nil {
		return nil, &trouble{writing, err}
	}
	return body, nil
}

var errUnasked = errors.New("the server answers what it was not asked")

// inStep makes sure that no reply came unasked: the next one would be taken for the answer to the mail.
func (t *session) inStep() error {
	if t.client.Text.R.Buffered() > 0 {
		return errUnasked
	}
	return nil
}

// write sends the mail without the dot that ends it, and without leaving any of it in a buffer: so an error here means that
// the dot has not left, and the mail is not taken (RFC 5321, 4.1.1.4).
func (t *session) write(body io.Writer, m delivery.Message) error {
	t.limit(t.timeout + time.Duration(len(m.Source)/slowest)*time.Second)
	if m.Resend {
		if _, err := io.WriteString(body, resendLine); err != nil {
			return err
		}
	}
	if _, err := body.Write(m.Source); err != nil {
		return err
	}
	return t.client.Text.W.Flush()
}

// end sends the dot and waits for the server's word.
func (t *session) end(body io.Closer) (said string, err error) {
	t.limit(t.answer)
	before := t.wire.written
	err = body.Close()
	if t.wire.written == before {
		return "", &trouble{writing, cmp.Or(err, errUnasked)} // Not even the dot has left.
	}
	if err == nil {
		if data, ok := body.(*smtp.DataCloser); ok {
			said = data.ServerResponse()
		}
		return replyWords(250, said), nil
	}
	var reply *textproto.Error
	if errors.As(err, &reply) && reply.Code/100 == 2 {
		return replyWords(reply.Code, reply.Msg), nil // Any 2yz is a yes (RFC 5321, 4.3.2).
	}
	return "", &trouble{answered, err}
}
