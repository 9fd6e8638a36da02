package postchat

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"
	"unicode/utf8"
)

// FollowUp is what we do about one chat: its codes, note, urgent mark, extra addresses, decision and mails.
type FollowUp struct {
	ID         string `bun:"id,pk"`
	AccountID  string `bun:"account_id"`
	CampaignID string `bun:"campaign_id"`
	ChatID     string `bun:"chat_id"`
	// Number counts the account's follow-ups from 1, without gaps, for people to name them.
	Number int64 `bun:"number"`
	// Day is the ledger's day, 2006-01-02 in the campaign's zone, fixed when the close was received.
	Day string `bun:"day"`

	State FollowUpState `bun:"state"`
	// Reason says in one word why it is in this state, where the state alone does not: a NotForwarded for not_forwarded,
	// ReasonUndone and ReasonCodePicked for awaiting_ok, and ReasonRescued once standard got what an address refused.
	Reason string `bun:"reason"`
	// RunAt is when the follow-up goes on by itself; zero once nothing is due. In awaiting_transcript it is when the vendor is
	// asked next; see SendsAt.
	RunAt time.Time `bun:"run_at,nullzero"`
	// Fetching is how it stands with the transcript that is awaited; nil where there is nothing to be said.
	Fetching *Fetching `bun:"fetching,type:text,nullzero"`
	// WaitsSince is when it began to wait for a person, from which the campaign's time limit counts; zero if it never did. An undo
	// and another close of the chat begin the wait anew; a code that comes late or a change of the settings does not.
	WaitsSince time.Time `bun:"waits_since,nullzero"`
	// Version rises with every change, so that two writers notice each other.
	Version int `bun:"version"`

	// Submission is the operator's part. SubmittedAt is zero until OK was pressed, and again after an undo.
	Submission  Submission `bun:"submission,type:text"`
	SubmittedAt time.Time  `bun:"submitted_at,nullzero"`
	SubmittedBy string     `bun:"submitted_by"`
	// Decision is what routing answered; nil until then. OK freezes the one that the operator saw.
	Decision *Decision `bun:"decision,type:text,nullzero"`
	// RoutedAt and RoutedRevision say when the decision was carried out and on which revision of the chat.
	RoutedAt       time.Time `bun:"routed_at,nullzero"`
	RoutedRevision int       `bun:"routed_revision"`
	// SentAt is when every recipient's mail server had first taken the mails; zero until then. What is sent again later does not
	// change it.
	SentAt time.Time `bun:"sent_at,nullzero"`

	CreatedAt time.Time `bun:"created_at"`
	UpdatedAt time.Time `bun:"updated_at"`
}

// FollowUpState is the one word that answers "where is my chat?".
type FollowUpState string

// The states of a follow-up. The last five are those of its deliveries, the worst unresolved one first.
const (
	FollowUpAwaitingTranscript FollowUpState = "awaiting_transcript" // the vendor has it, we still fetch it
	FollowUpAwaitingCode       FollowUpState = "awaiting_code"       // the campaign requires a code
	FollowUpAwaitingOK         FollowUpState = "awaiting_ok"         // an operator's OK, or the time limit, sends it
	FollowUpHolding            FollowUpState = "holding"             // in its hold or undo delay
	FollowUpNotForwarded       FollowUpState = "not_forwarded"       // nobody gets it, for a reason
	FollowUpHeld               FollowUpState = "held"                // over a limit, until released
	FollowUpUncertain          FollowUpState = "uncertain"           // a mail server's answer was lost
	FollowUpFailed             FollowUpState = "failed"              // somebody did not get it
	FollowUpQueued             FollowUpState = "queued"              // on its way
	FollowUpSent               FollowUpState = "sent"                // every mail server took it
	FollowUpDelivered          FollowUpState = "delivered"           // every recipient's server confirmed it
)

// FollowUpStates are all states, in the order of a follow-up's life.
var FollowUpStates = []FollowUpState{
	FollowUpAwaitingTranscript, FollowUpAwaitingCode, FollowUpAwaitingOK, FollowUpHolding, FollowUpNotForwarded, FollowUpHeld,
	FollowUpUncertain, FollowUpFailed, FollowUpQueued, FollowUpSent, FollowUpDelivered,
}

// Reasons of a follow-up.
const (
	ReasonRescued     = "rescued"      // an address refused its mail, so standard has it instead
	ReasonReopened    = "reopened"     // the conversation went on before it was sent: it waits for the next close, whenever that is
	ReasonFetchFailed = "fetch_failed" // the vendor was asked for the transcript in vain, and is asked again; Fetching says more
	ReasonFetchDenied = "fetch_denied" // the same, and a person must set the source right
	ReasonNothingNew  = "nothing_new"  // its conversation was opened and closed again without a word
	ReasonRetired     = "retired"      // the same as fetch_failed, of a source that is retired
	ReasonUndone      = "undone"       // it waits for OK because one was taken back, whatever the campaign's mode
	ReasonCodePicked  = "code_picked"  // it waited for a code, which an operator picked without pressing OK
)

// ReasonSentence is the follow-up's Reason as people read it; empty where its state says all.
func (f FollowUp) ReasonSentence() string {
	switch f.Reason {
	case ReasonRescued:
		return "an address refused the mail, so standard has it"
	case ReasonUndone:
		return "an OK was taken back"
	case ReasonCodePicked:
		return "the required code was picked, and OK not pressed yet"
	case ReasonReopened:
		return "the conversation was opened again; it goes on when that is closed, or when an operator sends it"
	case ReasonFetchFailed:
		return f.Fetching.With("the chat vendor does not give the transcript yet; it is asked again")
	case ReasonFetchDenied:
		return f.Fetching.With("the transcript cannot be fetched until somebody sets the source right")
	case ReasonNothingNew:
		return "not forwarded: the conversation was opened and closed again, and nothing was said"
	case ReasonRetired:
		return f.Fetching.With("the transcript could not be fetched, and its source is retired")
	}
	return NotForwarded(f.Reason).String()
}

// Waiting reports whether the follow-up has not been routed yet, so that it can still be changed.
func (s FollowUpState) Waiting() bool {
	switch s {
	case FollowUpAwaitingTranscript, FollowUpAwaitingCode, FollowUpAwaitingOK, FollowUpHolding:
		return true
	}
	return false
}

// SendsAt is when the follow-up goes on by itself; zero where nobody can tell, as while its transcript is fetched.
func (f FollowUp) SendsAt() time.Time {
	if f.State == FollowUpAwaitingTranscript {
		return time.Time{}
	}
	return f.RunAt
}

// Late reports whether the vendor sent a newer version of the chat after this follow-up was routed. It is shown, and never
// mailed unasked.
func (f FollowUp) Late(c Chat) bool { return f.RoutedRevision > 0 && c.Revision > f.RoutedRevision }

// Adopt takes over the draft that an operator left for the follow-up's chat, which must fit. Once OK was pressed only the undo delay
// counts, whatever the hold says, and a transcript that is still to be fetched. The decision that the operator saw holds, unless the chat
// came to another campaign than expected.
func (f *FollowUp) Adopt(d Draft, undoDelay time.Duration) {
	f.Submission, f.SubmittedAt, f.SubmittedBy = d.Submission, d.SubmittedAt, d.Submission.Operator
	if d.SubmittedAt.IsZero() {
		return
	}
	if f.State != FollowUpAwaitingTranscript {
		f.State, f.Reason, f.RunAt = FollowUpHolding, "", d.SubmittedAt.Add(undoDelay)
	}
	if d.CampaignID == f.CampaignID {
		f.Decision = d.Decision
	}
}

// Submission is the operator's part of a follow-up.
type Submission struct {
	// Codes are labels of success codes. Nil means that the operator left the vendor's codes as they are; an empty list
	// means that the operator took them away.
	Codes []string `json:"codes"`
	// Extra are addresses that the operator added by hand.
	Extra []Address `json:"extra,omitempty"`
	// Note is the operator's own text, put on top of the mail.
	Note   string `json:"note,omitempty"`
	Urgent bool   `json:"urgent,omitempty"`
	// Operator is the name of whoever wrote this, as the mail shows it.
	Operator string `json:"operator,omitempty"`
	// Starred are the keys of the messages with which the mail begins; see Transcript.Keys. Where an operator's part says nothing of
	// marks of a kind (nil), those that stand are kept: no cover is lost because a client does not know of it.
	Starred []string `json:"starred,omitempty"`
	// Covered are the pieces of messages that no mail shows, and Lifted those that are shown although they look like a number that
	// is covered.
	Covered []Cover `json:"covered,omitempty"`
	Lifted  []Lift  `json:"lifted,omitempty"`
}

// Limits of a submission.
const (
	MaxNote  = 10_000 // characters
	MaxExtra = 20     // addresses
	maxCodes = 50
)

// Clean makes the submission's texts fit to be stored and shown.
func (s *Submission) Clean() {
	s.Note, s.Operator = CleanText(s.Note), CleanLine(s.Operator)
	s.Codes = slices.Clone(s.Codes) // the caller's stay as they are
	for i := range s.Codes {
		s.Codes[i] = CleanLine(s.Codes[i])
	}
	s.cleanMarks()
}

// Validate reports every rule that the submission breaks, whatever the campaign.
func (s Submission) Validate() error {
	var p problems
	if len(s.Codes) > maxCodes {
		p.add("codes", "has %d codes; at most %d can be given", len(s.Codes), maxCodes)
	}
	if utf8.RuneCountInString(s.Note) > MaxNote {
		p.add("note", "must have at most %d characters", MaxNote)
	}
	if len(s.Extra) > MaxExtra {
		p.add("extraAddresses", "has %d addresses; at most %d can be added", len(s.Extra), MaxExtra)
	}
	p.addresses("extraAddresses", s.Extra)
	p.marks(s)
	return p.err()
}

// Equal reports whether both say the same.
func (s Submission) Equal(other Submission) bool {
	one, err := json.Marshal(s)
	two, otherErr := json.Marshal(other)
	return err == nil && otherErr == nil && bytes.Equal(one, two)
}

// Draft is a submission for a chat that has not closed yet, or not been sent yet, kept by source and conversation. The
// close adopts it.
type Draft struct {
	ID             string     `bun:"id,pk"`
	AccountID      string     `bun:"account_id"`
	SourceID       string     `bun:"source_id"`
	ConversationID string     `bun:"conversation_id"`
	CampaignID     string     `bun:"campaign_id"`
	Submission     Submission `bun:"submission,type:text"`
	// Decision is what the operator saw when pressing OK; SubmittedAt is when, zero while it is only a draft.
	Decision    *Decision `bun:"decision,type:text,nullzero"`
	SubmittedAt time.Time `bun:"submitted_at,nullzero"`
	Version     int       `bun:"version"`
	UpdatedAt   time.Time `bun:"updated_at"`
	// Campaigns are the ids of those that whoever saved it sees; nil means all. No chat of another adopts it.
	Campaigns []string `bun:"campaigns,type:text,nullzero"`
	// After is the id of the conversation's last follow-up when it was begun; empty where there was none.
	After string `bun:"-"`
}

// Fits reports whether a chat of the campaign may adopt the draft.
func (d Draft) Fits(campaignID string) bool {
	return d.Campaigns == nil || slices.Contains(d.Campaigns, campaignID)
}
