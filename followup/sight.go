package followup

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// sight is what a vendor says of a conversation whose chat runs.
type sight struct {
	// chat is what it knows, with what was said since the last chat closed; nil where it tells nothing.
	chat *postchat.Chat
	// problem is a sentence on why it does not, or tells no news; empty where nothing is wrong.
	problem string
}

// noConversation is said of a conversation that the vendor does not have, and of one in a campaign that the viewer does not see.
const noConversation = "The chat vendor has no such conversation."

// sighted returns the target with what its vendor says of it, where it is a conversation whose vendor can be asked. A transaction must not
// wait for that, so it is done before.
func (d *Desk) sighted(ctx context.Context, scope *db.Scope, t Target) (Target, error) {
	if d.Look == nil || t.sight != nil || t.FollowUpID != "" {
		return t, nil
	}
	if err := t.validate(); err != nil {
		return t, err
	}
	source, err := scope.Source(ctx, t.SourceID)
	if err != nil || source.API == nil {
		return t, err
	}
	s := &standing{target: t, conversation: t.ConversationID}
	if err := s.findConversation(ctx, scope); err != nil || s.waits() {
		return t, err
	}
	// A chat that the viewer may not see has ended too: what was said in it is not what comes after.
	last, err := d.Store.Account(scope.AccountID()).LastMessage(ctx, source.ID, s.conversation)
	if err != nil {
		return t, err
	}
	t.sight = d.look(ctx, scope, *source, s.conversation, last)
	return t, nil
}

// look asks the vendor about what comes after the last message of the conversation that was stored.
func (d *Desk) look(ctx context.Context, scope *db.Scope, source postchat.Source, conversation, last string) *sight {
	chat, err := d.Look(ctx, source, conversation, last)
	seen := &sight{chat: chat}
	switch problems := postchat.Problems(err); {
	case chat != nil && !scope.Sees(source.CampaignFor(*chat)), postchat.IsKind(err, postchat.NotFound):
		return &sight{problem: noConversation}
	case len(problems) > 0:
		seen.problem = problems[0].Message
	case err != nil:
		seen.problem = "The chat vendor could not be asked."
	}
	return seen
}

// seen is what the vendor knows of the chat that runs; nil where there is none, or it was not asked.
func (s *standing) seen() *postchat.Chat {
	if s.target.sight == nil || s.waits() {
		return nil
	}
	return s.target.sight.chat
}

// goesOn reports whether the visitor or an operator has said something since the last chat closed. What that chat lacked, because its
// transcript could not be fetched, does not count.
func (s *standing) goesOn() bool {
	chat := s.seen()
	if chat == nil {
		return false
	}
	for _, m := range chat.Transcript {
		said := (m.Role == postchat.RoleVisitor || m.Role == postchat.RoleOperator) && !m.Private && !m.Event
		if said && (s.chat == nil || m.At.After(s.chat.ClosedAt)) {
			return true
		}
	}
	return false
}
