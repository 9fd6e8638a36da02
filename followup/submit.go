package followup

import (
	"context"
	"errors"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// Target says which follow-up an operator means: one that exists, by its id, or the one of a conversation. Before the
// conversation's chat closes it has none yet: then what is submitted waits for the close.
type Target struct {
	FollowUpID string

	SourceID       string
	ConversationID string
}

// Submitted is what a submission or its undo came to: a follow-up, or a draft that waits for the chat's close.
type Submitted struct {
	FollowUp *postchat.FollowUp
	Draft    *postchat.Draft
}

// Submit is the operator's OK. It freezes the decision that the submission leads to now and starts the campaign's undo delay,
// after which the follow-up is sent, with its transcript where that is awaited. It is refused when the codes break the campaign's goal settings, and a Conflict when the
// follow-up was sent before. Under a key that was used for the same before, it does nothing and returns what there is now.
func (d *Desk) Submit(ctx context.Context, scope *db.Scope, key string, target Target, s postchat.Submission) (Submitted, error) {
	s.Clean()
	if err := s.Validate(); err != nil {
		return Submitted{}, err
	}
	wish := db.Wish{Key: key, Operation: "submit", Input: []any{target, s}}
	id, err := scope.Once(ctx, wish, func(ctx context.Context, tx *db.Scope) (string, error) {
		f, err := find(ctx, tx, target)
		if err != nil {
			return "", err
		}
		if f == nil {
			draft, err := d.submitDraft(ctx, tx, target, s)
			if err != nil {
				return "", err
			}
			return draft.ID, nil
		}
		return f.ID, d.submit(ctx, tx, f, s)
	})
	if err != nil {
		return Submitted{}, err
	}
	d.loop.Nudge()
	return submitted(ctx, scope, id, target)
}

// submitted returns the follow-up or draft with the id; where the close has adopted the draft, its follow-up.
func submitted(ctx context.Context, scope *db.Scope, id string, target Target) (Submitted, error) {
	f, err := scope.FollowUp(ctx, id)
	if !postchat.IsKind(err, postchat.NotFound) {
		return Submitted{FollowUp: f}, err
	}
	draft, err := scope.Draft(ctx, target.SourceID, target.ConversationID)
	if !postchat.IsKind(err, postchat.NotFound) {
		return Submitted{Draft: draft}, err
	}
	f, err = scope.FollowUpOfConversation(ctx, target.SourceID, target.ConversationID)
	return Submitted{FollowUp: f}, err
}

// find returns the follow-up that is meant; nil when the conversation's open chat has none yet.
func find(ctx context.Context, tx *db.Scope, target Target) (*postchat.FollowUp, error) {
	if target.FollowUpID != "" {
		return tx.FollowUp(ctx, target.FollowUpID)
	}
	if target.SourceID == "" || target.ConversationID == "" {
		return nil, postchat.Invalidf("conversation", "give a follow-up, or a source and its conversation")
	}
	f, err := tx.FollowUpOfConversation(ctx, target.SourceID, target.ConversationID)
	if postchat.IsKind(err, postchat.NotFound) {
		return nil, nil //nolint:nilnil // not found is an answer here: the chat is still open
	}
	if err != nil {
		return nil, err
	}
	if !f.State.Waiting() {
		return nil, nil //nolint:nilnil // the last chat is settled, so the conversation's next one is meant
	}
	return f, nil
}

func (d *Desk) submit(ctx context.Context, tx *db.Scope, f *postchat.FollowUp, s postchat.Submission) error {
	if !f.State.Waiting() {
		return postchat.Conflictf("Follow-up #%d was settled before: it is %s.", f.Number, f.State)
	}
	chat, err := tx.Chat(ctx, f.ChatID)
	if err != nil {
		return err
	}
	if err := mark(tx, &s, f.Submission, chat.Transcript); err != nil {
		return err
	}
	campaign, decision, err := decide(ctx, tx, f.CampaignID, *chat, s, true)
	if err != nil {
		return err
	}
	now := d.Now()
	f.Submission, f.Decision, f.SubmittedAt, f.SubmittedBy = s, decision, now, s.Operator
	if f.State != postchat.FollowUpAwaitingTranscript { // it is sent with its transcript
		f.State, f.Reason, f.RunAt = postchat.FollowUpHolding, "", now.Add(campaign.GoalSettings.UndoDelay)
	}
	if err := tx.UpdateFollowUp(ctx, f); err != nil {
		return err
	}
	return record(ctx, tx, "follow_up.submit", *f, summary(s))
}

func (d *Desk) submitDraft(ctx context.Context, tx *db.Scope, target Target, s postchat.Submission) (*postchat.Draft, error) {
	source, err := tx.Source(ctx, target.SourceID)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	draft, err := tx.Draft(ctx, source.ID, target.ConversationID)
	if postchat.IsKind(err, postchat.NotFound) {
		draft, err = &postchat.Draft{ID: postchat.NewID(now), SourceID: source.ID, ConversationID: target.ConversationID}, nil
	}
	if err != nil {
		return nil, err
	}
	if err := mark(tx, &s, draft.Submission, nil); err != nil {
		return nil, err
	}
	_, decision, err := decide(ctx, tx, source.DefaultCampaignID, postchat.Chat{}, s, true)
	if err != nil {
		return nil, err
	}
	draft.CampaignID, draft.Submission, draft.Decision, draft.SubmittedAt = source.DefaultCampaignID, s, decision, now
	if err := tx.SaveDraft(ctx, draft); err != nil {
		return nil, err
	}
	return draft, recordDraft(ctx, tx, "follow_up.submit", *draft, summary(s))
}

// decide checks the submission against the campaign and returns what it leads to. A required code may be missing until OK.
func decide(ctx context.Context, tx *db.Scope, campaignID string, chat postchat.Chat, s postchat.Submission, ok bool) (
	*postchat.Campaign, *postchat.Decision, error,
) {
	campaign, err := tx.Campaign(ctx, campaignID)
	if err != nil {
		return nil, nil, err
	}
	table, err := tx.Table(ctx, *campaign)
	if err != nil {
		return nil, nil, err
	}
	f := postchat.FollowUp{Submission: s}
	if err := checkCodes(*campaign, table, chat, f, ok); err != nil {
		return nil, nil, err
	}
	decision := routing.Route(table, chat, f)
	return campaign, &decision, nil
}

// checkCodes holds an operator's codes against the campaign's goal settings. What a vendor sent is never refused.
func checkCodes(campaign postchat.Campaign, table postchat.Table, chat postchat.Chat, f postchat.FollowUp, ok bool) error {
	var errs []error
	for _, label := range f.Submission.Codes {
		if len(routing.KnownCodes(table, []string{label})) == 0 {
			errs = append(errs, postchat.Invalidf("codes", "%q is not an active success code of %s",
				postchat.Shorten(label, 60), campaign.Name))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	if !campaign.GoalSettings.AllowMultiple && len(routing.KnownCodes(table, f.Submission.Codes)) > 1 {
		return postchat.Invalidf("codes", "only one success code may be given in %s", campaign.Name)
	}
	if ok && campaign.GoalSettings.RequireCode && len(routing.KnownCodes(table, routing.Given(chat, f))) == 0 {
		return postchat.Invalidf("codes", "pick a success code first: %s requires one", campaign.Name)
	}
	return nil
}

// Undo takes the operator's OK back while the undo delay runs or the transcript is awaited. The follow-up then waits for another OK, at most the campaign's
// time limit. It is a Conflict when it is too late or when OK was not pressed.
func (d *Desk) Undo(ctx context.Context, scope *db.Scope, target Target) (Submitted, error) {
	var done Submitted
	err := scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		f, err := find(ctx, tx, target)
		if err != nil {
			return err
		}
		if f != nil {
			done.FollowUp = f
			return d.undo(ctx, tx, f)
		}
		draft, err := tx.Draft(ctx, target.SourceID, target.ConversationID)
		if err != nil {
			return err
		}
		if draft.SubmittedAt.IsZero() {
			return postchat.Conflictf("There is nothing to undo: OK was not pressed.")
		}
		draft.SubmittedAt, draft.Decision = time.Time{}, nil
		done.Draft = draft
		if err := tx.SaveDraft(ctx, draft); err != nil {
			return err
		}
		return recordDraft(ctx, tx, "follow_up.undo", *draft, "")
	})
	return done, err
}

func (d *Desk) undo(ctx context.Context, tx *db.Scope, f *postchat.FollowUp) error {
	if !f.State.Waiting() {
		return postchat.Conflictf("It is too late to undo follow-up #%d: it is %s.", f.Number, f.State)
	}
	if f.SubmittedAt.IsZero() {
		return postchat.Conflictf("There is nothing to undo: OK was not pressed.")
	}
	campaign, err := tx.Campaign(ctx, f.CampaignID)
	if err != nil {
		return err
	}
	f.SubmittedAt, f.Decision = time.Time{}, nil
	if f.State == postchat.FollowUpAwaitingTranscript {
		f.AwaitOKAfterTranscript(postchat.ReasonUndone)
	} else {
		f.State, f.Reason, f.WaitsSince = postchat.FollowUpAwaitingOK, postchat.ReasonUndone, d.Now()
		f.RunAt = f.WaitsSince.Add(timeLimit(campaign.GoalSettings, f.Reason))
	}
	if err := tx.UpdateFollowUp(ctx, f); err != nil {
		return err
	}
	return record(ctx, tx, "follow_up.undo", *f, "")
}

// Simulate answers who would get a chat with this submission now, without doing anything.
func (d *Desk) Simulate(ctx context.Context, scope *db.Scope, campaignID string, s postchat.Submission) (postchat.Decision, error) {
	s.Clean()
	if err := s.Validate(); err != nil {
		return postchat.Decision{}, err
	}
	campaign, err := scope.Campaign(ctx, campaignID)
	if err != nil {
		return postchat.Decision{}, err
	}
	table, err := scope.Table(ctx, *campaign)
	if err != nil {
		return postchat.Decision{}, err
	}
	return routing.Route(table, postchat.Chat{}, postchat.FollowUp{Submission: s}), nil
}
