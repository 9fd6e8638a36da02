package followup

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Stage says how far the chat is that a panel is about.
type Stage string

// The stages.
const (
	StageOpen    Stage = "open"    // the chat runs, and what is saved waits for its close
	StageWaiting Stage = "waiting" // it has closed, and was not sent yet
	StageSettled Stage = "settled" // it was sent, or goes to nobody
)

// Panel is what the operator's window shows of a conversation, or of one follow-up of it.
type Panel struct {
	SourceID       string
	ConversationID string
	// CampaignID is that of the chat or, while it runs, of the one that it would belong to by what is known.
	CampaignID string
	Stage      Stage
	// Chat is nil while nothing is known of it, and FollowUp while it runs.
	Chat     *postchat.Chat
	FollowUp *postchat.FollowUp
	// Conversation is what the vendor knows of the chat that runs, with what was said since the last one closed; nil where it has closed,
	// and where the vendor tells nothing. ConversationProblem is a sentence on why it tells nothing, or no news; empty where nothing is
	// wrong.
	Conversation        *postchat.Chat
	ConversationProblem string
	// Earlier is the conversation's last settled follow-up, where the panel is about what comes after it; else nil.
	Earlier *postchat.FollowUp
	// Submission is the operator's part as it stands. Version is that of the whole: it goes up with every change, also from one
	// stage to the next, and is 0 where there is nothing yet.
	Submission postchat.Submission
	Version    int
	// SubmittedAt is when OK was pressed, and SubmittedBy who did; zero and empty where nobody did or it was taken back.
	SubmittedAt time.Time
	SubmittedBy string
	// SendsAt is when the follow-up goes on by itself; zero where nobody can tell.
	SendsAt time.Time
	// VendorCodes are the labels that the vendor gave. They count unless the operator picks others.
	VendorCodes []string
	Envelope    Envelope
}

// Panel returns what the operator's window shows of a target, as it is now; its version is not looked at. A conversation of which
// nothing is known is open, with nothing in it. Where the vendor of an open one can be asked, it is.
func (d *Desk) Panel(ctx context.Context, scope *db.Scope, target Target) (*Panel, error) {
	target, err := d.sighted(ctx, scope, target)
	if err != nil {
		return nil, err
	}
	st, err := d.stand(ctx, scope, target)
	if err != nil {
		return nil, err
	}
	p := &Panel{
		SourceID: st.source.ID, ConversationID: st.conversation, CampaignID: st.campaign.ID,
		Submission: st.submission(), Version: st.version(), Stage: StageOpen,
	}
	if by, yes := st.submitted(); yes {
		p.SubmittedBy = by
	}
	switch {
	case st.open():
		p.Earlier, p.Conversation = st.followUp, st.seen()
		if p.Conversation != nil {
			p.VendorCodes = p.Conversation.Codes
		}
		if st.draft != nil {
			p.SubmittedAt = st.draft.SubmittedAt
		}
	default:
		p.Stage = StageSettled
		if st.waits() {
			p.Stage = StageWaiting
		}
		p.Chat, p.FollowUp, p.VendorCodes = st.chat, st.followUp, st.chat.Codes
		p.SubmittedAt, p.SendsAt = st.followUp.SubmittedAt, st.followUp.SendsAt()
	}
	if st.target.sight != nil && !st.waits() {
		p.ConversationProblem = st.target.sight.problem
	}
	p.Envelope, err = d.envelope(ctx, scope, st)
	return p, err
}
