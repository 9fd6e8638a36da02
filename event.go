package postchat

import (
	"errors"
	"time"
)

// Event is what a vendor's webhook says, in our words.
type Event struct {
	Kind EventKind
	// Type is the vendor's own name for the event.
	Type string
	// Chat holds what the vendor says of the chat. Its ids, segment and revision are given when it is recorded.
	Chat Chat
	// Submission is the operator's part, where it comes with the close, as our own format allows.
	Submission *Submission
	// Fetch says that the vendor keeps the transcript: it is fetched after the close was recorded. Until then the chat holds what
	// the webhook brought, which may be a part of it or nothing.
	Fetch bool
	// At is when an EventReopened happened by the vendor's clock, the one of Chat.ClosedAt: events may overtake each other. Zero
	// takes it to have happened when it arrived.
	At time.Time
}

// EventKind says what an event means for us.
type EventKind string

// The kinds of event.
const (
	EventClosed   EventKind = "closed"   // a chat was finished
	EventReopened EventKind = "reopened" // a conversation that was closed goes on; of its chat only the conversation's id counts
	EventEdited   EventKind = "edited"   // what is known of a conversation's latest chat was changed afterwards
	EventTest     EventKind = "test"     // a vendor's test button: kept, shown, never mailed
)

// ErrIgnored is what an adapter returns for an authentic event that is not about a finished chat. It is answered like a
// success and counted.
var ErrIgnored = errors.New("event is not about a finished chat")

// Arrival is one authentic webhook request, before it is recorded.
type Arrival struct {
	Source     Source
	ReceivedAt time.Time
	Body       []byte
	// Event is what the body says; nil when Problem says why it could not be read.
	Event   *Event
	Problem string
	// Day is the ledger's day: the date of ReceivedAt in the zone of the chat's campaign, as 2006-01-02.
	Day string
}

// ArrivalOutcome says what became of an arrival.
type ArrivalOutcome string

// The outcomes of an arrival.
const (
	ArrivalRecorded       ArrivalOutcome = "recorded"        // a new chat with its follow-up
	ArrivalDuplicate      ArrivalOutcome = "duplicate"       // known already, word for word or by its key
	ArrivalRevised        ArrivalOutcome = "revised"         // a new version of a known chat
	ArrivalReopened       ArrivalOutcome = "reopened"        // the conversation goes on; its chat waits if it was not sent yet
	ArrivalNeedsAttention ArrivalOutcome = "needs_attention" // authentic, kept, but a person must look
	ArrivalTest           ArrivalOutcome = "test"
	ArrivalIgnored        ArrivalOutcome = "ignored"
)

// Recorded is what recording an arrival gave: its outcome and, where there is one, the chat and its follow-up.
type Recorded struct {
	Outcome    ArrivalOutcome
	ChatID     string
	FollowUpID string
}

// RawEvent is a webhook body as it came, with what became of it.
type RawEvent struct {
	ID         string         `bun:"id,pk"`
	AccountID  string         `bun:"account_id"`
	SourceID   string         `bun:"source_id"`
	Key        string         `bun:"key"`  // hash of the body; repeats of the same body are counted, not kept again
	Type       string         `bun:"type"` // the vendor's own name for the event; empty where it could not be read
	ReceivedAt time.Time      `bun:"received_at"`
	Repeats    int            `bun:"repeats"`
	Outcome    ArrivalOutcome `bun:"outcome"`
	Problem    string         `bun:"problem"` // a sentence for people, where the outcome needs one
	ChatID     string         `bun:"chat_id,nullzero"`
	// ReplayedAt is when a person had the body read again last; Outcome, Problem and ChatID are what came of that.
	ReplayedAt time.Time `bun:"replayed_at,nullzero"`
	Body       []byte    `bun:"body"`
}
