package postchat

import "time"

// Mail is a message composed for a follow-up, never changed afterwards. It names all its recipients and is the same bytes
// for each of them.
type Mail struct {
	ID         string   `bun:"id,pk"`
	AccountID  string   `bun:"account_id"`
	FollowUpID string   `bun:"follow_up_id"`
	Kind       MailKind `bun:"kind"`
	// MessageID is our own, local@domain without the angle brackets, the same for every attempt.
	MessageID string `bun:"message_id"`
	Subject   string `bun:"subject"`
	// From is the sender's e-mail, which is also the envelope's.
	From string `bun:"sender"`
	// Source is the whole message as RFC 5322 wants it, lines ended by CRLF.
	Source    []byte    `bun:"source"`
	CreatedAt time.Time `bun:"created_at"`
}

// MailKind says what a mail is for.
type MailKind string

// The kinds of mail.
const (
	MailFirst    MailKind = "first"    // the follow-up itself
	MailRescue   MailKind = "rescue"   // to standard, because an address of the table refused it
	MailAddendum MailKind = "addendum" // lines that came after the first
	MailAgain    MailKind = "again"    // sent again by a person
)

// Delivery is one mail to one recipient: its own envelope, attempts and state.
type Delivery struct {
	ID         string        `bun:"id,pk"`
	AccountID  string        `bun:"account_id"`
	FollowUpID string        `bun:"follow_up_id"`
	MailID     string        `bun:"mail_id"`
	Recipient  Address       `bun:"recipient,type:text"`
	State      DeliveryState `bun:"state"`
	// Attempt counts the times that the mail was claimed for sending, so that a crash counts too.
	Attempt int `bun:"attempt"`
	// RunAt is when the next attempt is due, or for an uncertain one when the provider is asked next; zero for never.
	RunAt time.Time `bun:"run_at,nullzero"`
	// Transport is what the last attempt went through: mailgun, smtp or outbox. ProviderID is the mail's id there.
	Transport  string `bun:"transport"`
	ProviderID string `bun:"provider_id"`
	// Words are the last thing that a mail server or provider said, in one line.
	Words string `bun:"words"`
	// Resend marks that an earlier answer was lost and the mail may arrive twice.
	Resend bool `bun:"resend"`
	// Asked counts the times that the provider was asked about an uncertain mail and did not have it.
	Asked int `bun:"asked"`
	// Reasons say why the recipient gets this mail.
	Reasons []Reason `bun:"reasons,type:text"`
	// AcceptedAt is when a mail server first took the mail; zero where none has, or where nobody knows when.
	AcceptedAt time.Time `bun:"accepted_at,nullzero"`
	// ReplacedBy is the mail that stands in for this delivery after it failed: a rescue, or one that a person sent again. The
	// delivery counts as settled then.
	ReplacedBy string `bun:"replaced_by,nullzero"`

	CreatedAt time.Time `bun:"created_at"`
	UpdatedAt time.Time `bun:"updated_at"`
}

// DeliveryState says where one mail to one recipient is.
type DeliveryState string

// The states of a delivery.
const (
	DeliveryQueued     DeliveryState = "queued"
	DeliverySending    DeliveryState = "sending"
	DeliveryAccepted   DeliveryState = "accepted"  // the mail server took it
	DeliveryDelivered  DeliveryState = "delivered" // the recipient's server confirmed it
	DeliveryDelayed    DeliveryState = "delayed"
	DeliveryBounced    DeliveryState = "bounced"
	DeliveryBlocked    DeliveryState = "blocked"
	DeliveryComplained DeliveryState = "complained"
	DeliveryFailed     DeliveryState = "failed"    // refused for good, or given up
	DeliveryUncertain  DeliveryState = "uncertain" // it was handed over and the answer was lost
	DeliveryHeld       DeliveryState = "held"
)

// DeliveryStates are all states, in the order of a delivery's life.
var DeliveryStates = []DeliveryState{
	DeliveryHeld, DeliveryQueued, DeliverySending, DeliveryUncertain, DeliveryAccepted, DeliveryDelayed, DeliveryDelivered,
	DeliveryBounced, DeliveryBlocked, DeliveryComplained, DeliveryFailed,
}

// AddressHealth is what is known of an address from the mails that went there.
type AddressHealth struct {
	AccountID string    `bun:"account_id,pk"`
	Email     string    `bun:"email,pk"`
	GoodAt    time.Time `bun:"good_at,nullzero"`    // when a mail was delivered there last
	RefusedAt time.Time `bun:"refused_at,nullzero"` // when one was refused last
	Refusals  int       `bun:"refusals"`            // how often since a mail was delivered
	Words     string    `bun:"words"`               // what was said at the last refusal
}

// Healthy reports whether nothing was refused since a mail was delivered.
func (h AddressHealth) Healthy() bool { return h.RefusedAt.IsZero() || h.GoodAt.After(h.RefusedAt) }

// Refused reports whether the mail will not arrive: it was refused, blocked or given up.
func (s DeliveryState) Refused() bool {
	return s == DeliveryBounced || s == DeliveryBlocked || s == DeliveryFailed
}

// Taken reports whether a mail server has taken the mail.
func (s DeliveryState) Taken() bool {
	return s == DeliveryAccepted || s == DeliveryDelayed || s == DeliveryDelivered
}

// Forward reports whether a provider's word can move a delivery from this state to the other: from handed over, to
// accepted, delayed, delivered, and from any of them to refused or complained about, which is final.
func (s DeliveryState) Forward(to DeliveryState) bool {
	return s.progress() < to.progress() && to.progress() > 0
}

// progress ranks states by how much is known of the mail's way.
func (s DeliveryState) progress() int {
	switch s {
	case DeliveryAccepted:
		return 1
	case DeliveryDelayed:
		return 2
	case DeliveryDelivered:
		return 3
	case DeliveryBounced, DeliveryBlocked, DeliveryFailed, DeliveryComplained:
		return 4
	default: // queued, sending, uncertain, held: nothing is known yet
		return 0
	}
}

// DeliveryStep is one line of a delivery's history.
type DeliveryStep struct {
	ID         string        `bun:"id,pk"`
	AccountID  string        `bun:"account_id"`
	DeliveryID string        `bun:"delivery_id"`
	At         time.Time     `bun:"at"`
	State      DeliveryState `bun:"state"`
	Attempt    int           `bun:"attempt"`
	Words      string        `bun:"words"`
}

// StateOf is the state of a follow-up with these deliveries: that of the worst unresolved one. Without any it is empty.
func StateOf(deliveries []DeliveryState) FollowUpState {
	worst, rank := FollowUpState(""), -1
	for _, d := range deliveries {
		state, r := d.followUp()
		if r > rank {
			worst, rank = state, r
		}
	}
	return worst
}

// followUp translates to the follow-up's words and ranks them, the worst highest.
func (s DeliveryState) followUp() (state FollowUpState, rank int) {
	switch s {
	case DeliveryUncertain:
		return FollowUpUncertain, 5
	case DeliveryFailed, DeliveryBounced, DeliveryBlocked:
		return FollowUpFailed, 4
	case DeliveryHeld:
		return FollowUpHeld, 3
	case DeliveryQueued, DeliverySending:
		return FollowUpQueued, 2
	case DeliveryAccepted, DeliveryDelayed:
		return FollowUpSent, 1
	default: // a complaint comes after the mail was delivered
		return FollowUpDelivered, 0
	}
}
