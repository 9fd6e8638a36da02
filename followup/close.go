package followup

import (
	"cmp"
	"context"
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// MayClose is CanClose for the chat's own vendor, who asks before it closes, and is not asked back.
func (d *Desk) MayClose(ctx context.Context, chat postchat.Chat) (postchat.CloseAnswer, error) {
	return d.canClose(ctx, d.Store.Account(chat.AccountID), chat)
}

// CanClose says whether a conversation may be closed by whom chat.ClosedBy says, an operator where that is empty. Of the chat its
// source and conversation must be known, and what else is known helps. It is refused only where it is certain that the chat would
// wait for a code: where every campaign that it can belong to requires one and none counts. What counts are the codes of the
// operator's draft, else those of chat, else the vendor's of a close that was not sent yet. What a visitor, a bot or the vendor
// closes is never refused, for nobody could pick a code. Where the vendor can be asked, what it knows is known.
func (d *Desk) CanClose(ctx context.Context, scope *db.Scope, chat postchat.Chat) (postchat.CloseAnswer, error) {
	if chat.Codes != nil {
		return d.canClose(ctx, scope, chat)
	}
	target, err := d.sighted(ctx, scope, Target{SourceID: chat.SourceID, ConversationID: chat.ConversationID})
	if err != nil {
		return postchat.CloseAnswer{}, err
	}
	if target.sight != nil && target.sight.chat != nil {
		seen := target.sight.chat
		chat.Codes, chat.Department, chat.Inbox, chat.Page = seen.Codes, seen.Department, seen.Inbox, seen.Page
	}
	return d.canClose(ctx, scope, chat)
}

func (d *Desk) canClose(ctx context.Context, scope *db.Scope, chat postchat.Chat) (postchat.CloseAnswer, error) {
	if err := postchat.ValidateConversationID("conversation.id", chat.ConversationID); err != nil {
		return postchat.CloseAnswer{}, err
	}
	source, err := scope.Source(ctx, chat.SourceID)
	if err != nil {
		return postchat.CloseAnswer{}, err
	}
	if cmp.Or(chat.ClosedBy, postchat.RoleOperator) != postchat.RoleOperator {
		return postchat.CloseAnswer{CanClose: true, Reason: "Only an operator's close can be refused."}, nil
	}
	c := closing{chat: chat}
	if err := c.find(ctx, scope, *source); err != nil {
		return postchat.CloseAnswer{}, err
	}
	return c.judge(ctx, scope)
}

// closing is a chat that is about to be closed.
type closing struct {
	chat      postchat.Chat
	campaigns []string // those that it can belong to
	codes     []string // those that would count
}

// find adds what is stored of the conversation to what the caller knows.
func (c *closing) find(ctx context.Context, scope *db.Scope, source postchat.Source) error {
	var waits *postchat.FollowUp
	f, err := scope.FollowUpOfConversation(ctx, source.ID, c.chat.ConversationID)
	switch {
	case postchat.IsKind(err, postchat.NotFound):
	case err != nil:
		return err
	default:
		last, err := scope.Chat(ctx, f.ChatID)
		if err != nil {
			return err
		}
		c.chat.Department = cmp.Or(c.chat.Department, last.Department)
		c.chat.Inbox, c.chat.Page = cmp.Or(c.chat.Inbox, last.Inbox), cmp.Or(c.chat.Page, last.Page)
		if f.State.Waiting() {
			waits = f
			if c.chat.Codes == nil {
				c.chat.Codes = last.Codes
			}
		}
	}
	c.campaigns, c.codes = source.MayBelongTo(c.chat), c.chat.Codes
	if waits != nil {
		c.campaigns = []string{waits.CampaignID} // what closes again stays where it is
		c.codes = routing.Given(c.chat, *waits)
	}
	draft, err := scope.Draft(ctx, source.ID, c.chat.ConversationID)
	if postchat.IsKind(err, postchat.NotFound) {
		return nil
	}
	if err == nil && draft.Submission.Codes != nil && slices.ContainsFunc(c.campaigns, draft.Fits) {
		c.codes = draft.Submission.Codes
	}
	return err
}

// judge holds the codes against every campaign that the chat can belong to.
func (c *closing) judge(ctx context.Context, scope *db.Scope) (postchat.CloseAnswer, error) {
	answer := postchat.CloseAnswer{Rule: postchat.ErrorCodeRequired, Reason: "Pick a success code first."}
	for _, id := range c.campaigns {
		campaign, err := scope.Campaign(ctx, id)
		if postchat.IsKind(err, postchat.NotFound) {
			return postchat.CloseAnswer{CanClose: true, Reason: "It is not known which campaign the conversation belongs to."}, nil
		}
		if err != nil {
			return postchat.CloseAnswer{}, err
		}
		if !campaign.GoalSettings.RequireCode {
			return postchat.CloseAnswer{CanClose: true, Reason: campaign.Name + " requires no success code."}, nil
		}
		table, err := scope.Table(ctx, *campaign)
		if err != nil {
			return postchat.CloseAnswer{}, err
		}
		if len(routing.KnownCodes(table, c.codes)) > 0 {
			return postchat.CloseAnswer{CanClose: true, Reason: "It has a success code of " + campaign.Name + "."}, nil
		}
		if len(c.campaigns) == 1 {
			answer.Reason = "Pick a success code first: " + campaign.Name + " requires one."
		}
	}
	return answer, nil
}
