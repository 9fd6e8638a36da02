package followup

import (
	"context"
	"errors"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// Submitted is what a submission or its undo came to: a follow-up, or a draft that waits for the chat's close.
type Submitted struct {
	FollowUp *postchat.FollowUp
	Draft    *postchat.Draft
}

// Submit is the operator's OK. It freezes the decision that the submission leads to now and starts the campaign's undo delay,
// after which the follow-up is sent, with its transcript where that is awaited. It is refused when the codes break the campaign's goal
// settings, and a Conflict when the follow-up was sent before. Under a key that was used for the same before, it does nothing and
// returns what there is now.
func (d *Desk) Submit(ctx context.Context, scope *db.Scope, key string, target Target, s postchat.Submission) (Submitted, error) {
	s.Clean()
	if err := s.Validate(); err != nil {
		return Submitted{}, err
	}
	wish := db.Wish{Key: key, Operation: "submit", Input: []any{target, s}}
	target, err := d.sighted(ctx, scope, target)
	if err != nil {
		return Submitted{}, err
	}
	var draft *postchat.Draft
	var id string
	err = again(target, func() (err error) {
		id, err = scope.Once(ctx, wish, func(ctx context.Context, tx *db.Scope) (id string, err error) {
			id, draft, err = d.ok(ctx, tx, target, s)
			return id, err
		})
		return err
	})
	if err != nil {
		return Submitted{}, d.explain(ctx, scope, target, err)
	}
	if err := d.meetClose(ctx, scope, draft, key); err != nil {
		return Submitted{}, err
	}
	d.loop.Nudge()
	return submitted(ctx, scope, id, target)
}

// ok is an OK for a follow-up or, before the close, for a draft, which it returns then, and the id of what it is for.
func (d *Desk) ok(ctx context.Context, tx *db.Scope, target Target, s postchat.Submission) (id string, draft *postchat.Draft, err error) {
	st, err := d.stand(ctx, tx, target)
	if err != nil {
		return "", nil, err
	}
	if err := st.check(); err != nil {
		return "", nil, err
	}
	if err := st.mark(tx, &s); err != nil {
		return "", nil, err
	}
	if st.waits() {
		return st.followUp.ID, nil, d.submit(ctx, tx, st, s)
	}
	if draft, err = d.submitDraft(ctx, tx, st, s); err != nil {
		return "", nil, err
	}
	return draft.ID, draft, nil
}

// submitted returns the follow-up or draft with the id; where the close has adopted the draft, its follow-up.
func submitted(ctx context.Context, scope *db.Scope, id string, target Target) (Submitted, error) {
	f, err := scope.FollowUp(ctx, id)
	if !postchat.IsKind(err, postchat.NotFound) {
		return Submitted{FollowUp: f}, err
	}
	draft, err := scope.Draft(ctx, target.SourceID, target.ConversationID)
	switch {
	case err == nil && draft.ID == id:
		return Submitted{Draft: draft}, nil
	case err != nil && !postchat.IsKind(err, postchat.NotFound):
		return Submitted{}, err
	}
	f, err = scope.FollowUpOfConversation(ctx, target.SourceID, target.ConversationID)
	return Submitted{FollowUp: f}, err
}

func (d *Desk) submit(ctx context.Context, tx *db.Scope, st *standing, s postchat.Submission) error {
	decision, err := st.decide(s, true)
	if err != nil {
		return err
	}
	f, now := st.followUp, d.Now()
	f.Submission, f.Decision, f.SubmittedAt, f.SubmittedBy = s, decision, now, s.Operator
	if f.State != postchat.FollowUpAwaitingTranscript { // it is sent with its transcript
		f.State, f.Reason, f.RunAt = postchat.FollowUpHolding, "", now.Add(st.campaign.GoalSettings.UndoDelay)
	}
	if err := st.update(ctx, tx); err != nil {
		return err
	}
	return record(ctx, tx, "follow_up.submit", *f, summary(s))
}

func (d *Desk) submitDraft(ctx context.Context, tx *db.Scope, st *standing, s postchat.Submission) (*postchat.Draft, error) {
	draft := st.begin(tx, d.Now())
	decision, err := st.decide(s, true)
	if err != nil {
		return nil, err
	}
	draft.Submission, draft.Decision, draft.SubmittedAt = s, decision, d.Now()
	if err := tx.SaveDraft(ctx, draft); err != nil {
		return nil, err
	}
	return draft, recordDraft(ctx, tx, "follow_up.submit", *draft, summary(s))
}

// checkCodes holds an operator's codes against the campaign's goal settings. What a vendor sent is never refused.
func checkCodes(campaign postchat.Campaign, table postchat.Table, chat postchat.Chat, f postchat.FollowUp, ok bool) error {
	var errs []error
	for _, label := range f.Submission.Codes {
		if len(routing.KnownCodes(table, []string{label})) == 0 {
			errs = append(errs, postchat.Invalidf("codes", "%q is not an active success code of %s",
				postchat.Shorten(label, 60), campaign.Name).Named(postchat.ErrorUnknownCode))
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	if !campaign.GoalSettings.AllowMultiple && len(routing.KnownCodes(table, f.Submission.Codes)) > 1 {
		return postchat.Invalidf("codes", "only one success code may be given in %s", campaign.Name).Named(postchat.ErrorOneCode)
	}
	if ok && campaign.GoalSettings.RequireCode && len(routing.KnownCodes(table, routing.Given(chat, f))) == 0 {
		return postchat.Invalidf("codes", "pick a success code first: %s requires one", campaign.Name).Named(postchat.ErrorCodeRequired)
	}
	return nil
}

// Undo takes the operator's OK back while the undo delay runs or the transcript is awaited. The follow-up then waits for another OK, at
// most the campaign's time limit. It is a Conflict when it is too late or when OK was not pressed.
func (d *Desk) Undo(ctx context.Context, scope *db.Scope, target Target) (Submitted, error) {
	var done Submitted
	err := again(target, func() error {
		return scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) (err error) {
			done, err = d.takeBack(ctx, tx, target)
			return err
		})
	})
	return done, d.explain(ctx, scope, target, err)
}

func (d *Desk) takeBack(ctx context.Context, tx *db.Scope, target Target) (Submitted, error) {
	var none Submitted
	st, err := d.stand(ctx, tx, target)
	if err != nil {
		return none, err
	}
	if !st.waits() && !st.open() {
		return none, postchat.Conflictf("It is too late to undo follow-up #%d: it is %s.", st.followUp.Number, st.followUp.State).
			Named(postchat.ErrorSettled)
	}
	if st.open() && st.draft == nil {
		return none, postchat.NotFoundf("There is no such draft.")
	}
	if _, submitted := st.submitted(); !submitted {
		return none, postchat.Conflictf("There is nothing to undo: OK was not pressed.").Named(postchat.ErrorNothingToUndo)
	}
	if st.waits() {
		return Submitted{FollowUp: st.followUp}, d.undo(ctx, tx, st)
	}
	st.draft.SubmittedAt, st.draft.Decision = time.Time{}, nil
	if err := tx.SaveDraft(ctx, st.draft); err != nil {
		return none, err
	}
	return Submitted{Draft: st.draft}, recordDraft(ctx, tx, "follow_up.undo", *st.draft, "")
}

func (d *Desk) undo(ctx context.Context, tx *db.Scope, st *standing) error {
	f := st.followUp
	f.SubmittedAt, f.Decision = time.Time{}, nil
	if f.State == postchat.FollowUpAwaitingTranscript {
		f.AwaitOKAfterTranscript(postchat.ReasonUndone)
	} else {
		f.State, f.Reason, f.WaitsSince = postchat.FollowUpAwaitingOK, postchat.ReasonUndone, d.Now()
		f.RunAt = f.WaitsSince.Add(timeLimit(st.campaign.GoalSettings, f.Reason))
	}
	if err := st.update(ctx, tx); err != nil {
		return err
	}
	return record(ctx, tx, "follow_up.undo", *f, "")
}
