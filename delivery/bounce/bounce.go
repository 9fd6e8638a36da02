// Package bounce reads the mails that come to our bounce address, the envelope's sender of the mails that we hand to a mail
// server: notices of what became of a mail, complaints, automatic replies, and what people write there all the same.
//
// Nothing in such a mail is trusted beyond this: that the mail of that Message-ID, as far as it went to that recipient, is in
// that state. It needs no confirmation by anybody, because our Message-IDs cannot be guessed: only who has the mail, has carried
// it or was answered from it knows one, and all that they can lie about is this one mail to the recipients that it had, which
// costs one rescue at most. Whoever is told of an Event looks it up by Message-ID and recipient, and passes over what was never
// sent. No mail is ever answered by a mail of ours (RFC 3834, 2).
package bounce

import (
	"errors"
	"net/mail"
	"time"

	"github.com/postchat/postchat"
)

// Limits of what is read. What is beyond them is passed over.
const (
	// MaxSize is how many bytes of a mail are read. A bounce ends with the mail that is returned, of which the first lines do.
	MaxSize = 1 << 20
	// MaxRecipients is how many recipients one mail may tell of.
	MaxRecipients = 100
)

// Kind says what a mail to the bounce address is.
type Kind string

// The kinds of mail.
const (
	// Notification is a mail server's notice of what became of a mail.
	Notification Kind = "notification"
	// Complaint is a mailbox provider's notice that its user took the mail for spam.
	Complaint Kind = "complaint"
	// AutoReply is every other mail that no person wrote: holiday notices, read receipts, mailing lists.
	AutoReply Kind = "auto_reply"
	// Other is the rest: a person's reply, and notices that cannot be read.
	Other Kind = "other"
)

// Kinds are all kinds of mail.
var Kinds = []Kind{Notification, Complaint, AutoReply, Other}

// Report is what a mail to the bounce address says.
type Report struct {
	Kind Kind
	// MessageID is that of the mail it is about, as local@domain without the angle brackets; empty where the report does not
	// show it, or is about no mail.
	MessageID string
	// At is when it was written, by its own clock; zero where it does not say.
	At time.Time
	// Recipients are the recipients that it tells of, each once; none where Kind is AutoReply or Other.
	Recipients []Recipient
}

// Recipient is what a report says of one recipient of the mail.
type Recipient struct {
	// Email is the address in the form in which addresses are compared; see postchat.Address. It is the one that the mail was
	// sent to, where the report shows both that and the one to which it was forwarded.
	Email string
	// State is delayed, delivered, bounced, blocked or complained; or accepted, where the mail went on to a server of which
	// nothing more will be heard.
	State postchat.DeliveryState
	// Words are the mail server's, in one line, such as: mx.example.org said: 550 5.1.1 No such user.
	Words string
}

// ErrNotMail is Parse's answer to what has no header at all.
var ErrNotMail = errors.New("no mail: it has no header")

// Parse reads a mail of any size, of which it looks at the first MaxSize bytes. It understands notices as RFC 3464 and RFC 6533
// have them, also where they are sloppy, the plain ones of qmail (QSBMF) and of Exim where the returned mail's header is in
// them, and complaints (RFC 5965). Its only error is ErrNotMail; what it cannot read is Other.
func Parse(source []byte) (Report, error) {
	header, body := cutFields(source[:min(len(source), MaxSize)])
	if len(header) == 0 {
		return Report{}, ErrNotMail
	}
	var p parts
	p.collect(header, body)
	for _, read := range []func(fields, *parts) (Report, bool){readComplaint, readStatus, readQSBMF, readExim} {
		if r, ok := read(header, &p); ok {
			r.At = dateOf(header)
			return r, nil
		}
	}
	if isAutomatic(header, &p) {
		return Report{Kind: AutoReply, At: dateOf(header)}, nil
	}
	return Report{Kind: Other, At: dateOf(header)}, nil
}

func dateOf(header fields) time.Time {
	at, err := mail.ParseDate(header.first("date"))
	if err != nil {
		return time.Time{}
	}
	return at.UTC()
}
