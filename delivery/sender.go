// Package delivery brings mails to their recipients: a worker claims deliveries, hands each to a Sender and records what the
// mail server said. It never sends a mail again whose answer was lost without having asked, or without having been told to.
package delivery

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Message is one mail to one recipient, as a Sender hands it over.
type Message struct {
	DeliveryID string
	// MessageID is local@domain without angle brackets, and stands in Source too.
	MessageID string
	// From and To are the envelope's addresses, plain ASCII.
	From, To string
	// Source is the whole message, lines ended by CRLF: the same bytes at every attempt.
	Source []byte
	// Resend marks that an earlier answer was lost, so that the mail may arrive twice. A sender that cannot ask its server
	// adds one header that says so.
	Resend bool
	// ProviderID is the provider's own id, where a Reporter is asked about a message of which it is known. A Sender does not look
	// at it.
	ProviderID string
}

// Accepted is a mail server's or provider's yes.
type Accepted struct {
	// ProviderID is the mail's id there; empty where it gives none.
	ProviderID string
	// Words is what it said, in one line.
	Words string
}

// Sender hands mails to a mail server or provider.
type Sender interface {
	// Name is the transport's word: mailgun, smtp or outbox.
	Name() string
	// Send hands the message over once; it never retries. A nil error means that the server has taken it. A *Failure says
	// why not; every other error is taken as Uncertain, for nobody can tell whether the message left.
	Send(ctx context.Context, m Message) (Accepted, error)
}

// ErrUnauthorized is inside a Failure, or an error of a Reporter, that speaks of us and not of the message: the server refuses
// our key, password, domain or account, so that every other message would be refused as well until somebody mends that.
var ErrUnauthorized = errors.New("the mail server refuses our credentials or account")

// Class says what a failed attempt means for the next one.
type Class int

// The classes of failure.
const (
	// Uncertain: the message was, or may have been, handed over whole, and no clear answer came. The zero value, so that
	// a forgotten class can never double a mail.
	Uncertain Class = iota
	// Temporary: the server did not take the message and may do so later.
	Temporary
	// Permanent: the server refuses this message for good.
	Permanent
)

// String is the class in lower case.
func (c Class) String() string {
	return [...]string{"uncertain", "temporary", "permanent"}[c]
}

// Failure is a Sender's no.
type Failure struct {
	Class Class
	// Words is what the server said, or what went wrong on the way, in one line for people.
	Words string
	// RetryAfter is how long the server asked us to wait; zero where it did not.
	RetryAfter time.Duration
	// Err is the underlying error, if any.
	Err error
}

// Error returns the class and the words.
func (f *Failure) Error() string { return fmt.Sprintf("%s: %s", f.Class, f.Words) }

// Unwrap returns the underlying error.
func (f *Failure) Unwrap() error { return f.Err }
