package delivery

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Event is what a provider tells of a mail to one recipient after it was handed over.
type Event struct {
	// DeliveryID is ours, where the provider carries it, and decides then what the event is about. Otherwise MessageID, which is
	// local@domain without angle brackets, and Recipient do.
	DeliveryID string
	MessageID  string
	Recipient  string
	// State is accepted, delayed, delivered, bounced, blocked, complained or failed.
	State postchat.DeliveryState
	// At is when it happened by the provider's clock; zero where it does not say.
	At time.Time
	// Words are the server's own, in one line.
	Words string
	// ProviderID is the mail's id at the provider; empty where the event does not name it.
	ProviderID string
}

// Reporter is a Sender whose provider can be asked afterwards what it knows of messages.
type Reporter interface {
	// Report is what the provider knows of the message, which was handed over at or after since, oldest first. No event says
	// only that it shows none now: its records lag, so that alone proves nothing. Any event says that it has the message. An
	// error means that the question was not answered.
	Report(ctx context.Context, m Message, since time.Time) ([]Event, error)
	// ReportSince is what became of all our messages from that time on, oldest first. It asks for a bounded number of pages:
	// where they do not hold everything, next is the time to go on from, and zero where they do. What the provider's records do
	// not show yet is in no answer, so that times just past must be asked for again.
	ReportSince(ctx context.Context, from time.Time) (events []Event, next time.Time, err error)
}

// advanced is the event as it is recorded for the delivery. It happened when the provider says, unless that cannot be: in a
// history nothing comes before what is in it already, nor after now.
func (e Event) advanced(d postchat.Delivery, now time.Time) db.Advanced {
	at := e.At
	if !at.After(d.UpdatedAt) || at.After(now) {
		at = now
	}
	return db.Advanced{State: e.State, Words: e.Words, ProviderID: e.ProviderID, At: at}
}
