package followup

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// SaveDraft stores the operator's part without pressing OK: of a follow-up that was not sent yet, which goes on waiting as it
// did, or of a conversation that is open, for its close to adopt. It replaces what was there whole, and is a Conflict where the
// target's version is not the one that the operator saw, unless that is what they save. It waits at most for a code instead of OK or for
// OK instead of a code. Where OK was pressed, the decision is made anew and the undo delay begins again. Codes that break the campaign's
// goal settings are refused; that one is missing only where OK was pressed.
func (d *Desk) SaveDraft(ctx context.Context, scope *db.Scope, target Target, s postchat.Submission) (*Panel, error) {
	s.Clean()
	if err := s.Validate(); err != nil {
		return nil, err
	}
	target, err := d.sighted(ctx, scope, target)
	if err != nil {
		return nil, err
	}
	var draft *postchat.Draft
	err = again(target, func() error {
		return scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) (err error) {
			draft, err = d.store(ctx, tx, target, s)
			return err
		})
	})
	if err != nil {
		return nil, d.explain(ctx, scope, target, err)
	}
	if err := d.meetClose(ctx, scope, draft); err != nil {
		return nil, err
	}
	target.Version = nil
	return d.Panel(ctx, scope, target)
}

// store stores the operator's part. It returns the draft that it is in, nil where it is in a follow-up.
func (d *Desk) store(ctx context.Context, tx *db.Scope, target Target, s postchat.Submission) (*postchat.Draft, error) {
	st, err := d.stand(ctx, tx, target)
	if err != nil {
		return nil, err
	}
	unfit := st.mark(tx, &s)
	if err := st.check(); err != nil {
		if unfit == nil && !postchat.Breaks(err, postchat.ErrorSettled) && st.submission().Equal(s) {
			return nil, nil //nolint:nilnil // the answer to the same request was lost, and there is nothing to store
		}
		return nil, err
	}
	if unfit != nil {
		return nil, unfit
	}
	if st.waits() {
		before := st.followUp.Submission
		if err := d.change(ctx, tx, st, s); err != nil || onlyNoteDiffers(before, s) {
			return nil, err
		}
		return nil, record(ctx, tx, "follow_up.change", *st.followUp, summary(s))
	}
	return d.saveDraft(ctx, tx, st, s)
}

// change replaces the operator's part of a follow-up that waits, in which who made its marks is written.
func (d *Desk) change(ctx context.Context, tx *db.Scope, st *standing, s postchat.Submission) error {
	_, submitted := st.submitted()
	decision, err := st.decide(s, submitted)
	if err != nil {
		return err
	}
	f := st.followUp
	f.Submission = s
	if submitted {
		f.Decision, f.SubmittedBy = decision, s.Operator
		if f.State != postchat.FollowUpAwaitingTranscript {
			f.RunAt = d.Now().Add(st.campaign.GoalSettings.UndoDelay)
		}
	} else {
		redraft(st.table, st.campaign, *st.chat, f)
	}
	return st.update(ctx, tx)
}

// saveDraft keeps the operator's part of a chat that has not closed.
func (d *Desk) saveDraft(ctx context.Context, tx *db.Scope, st *standing, s postchat.Submission) (*postchat.Draft, error) {
	before, known := st.submission(), st.draft != nil
	draft := st.begin(tx, d.Now())
	submitted := !draft.SubmittedAt.IsZero()
	decision, err := st.decide(s, submitted)
	if err != nil {
		return nil, err
	}
	draft.Submission, draft.Decision = s, nil
	if submitted {
		draft.Decision, draft.SubmittedAt = decision, d.Now() // the undo delay counts from it
	}
	if err := tx.SaveDraft(ctx, draft); err != nil || known && onlyNoteDiffers(before, s) {
		return draft, err
	}
	return draft, recordDraft(ctx, tx, "follow_up.change", *draft, summary(s))
}

// onlyNoteDiffers reports whether the audit log has nothing to say of a change: a note that is there before and after is saved again
// with every few words of it.
func onlyNoteDiffers(before, after postchat.Submission) bool {
	if (before.Note == "") != (after.Note == "") {
		return false
	}
	before.Note, after.Note = "", ""
	return before.Equal(after)
}

// again does once more what another writer kept from being stored, where whoever asks said nothing of what they saw.
func again(target Target, do func() error) error {
	const tries = 5
	err := do()
	for i := 1; i < tries && target.Version == nil && postchat.Breaks(err, postchat.ErrorChanged); i++ {
		err = do()
	}
	return err
}

// explain says of a Conflict between two writers what the other one did, where the operator said what they saw.
func (d *Desk) explain(ctx context.Context, scope *db.Scope, target Target, err error) error {
	if target.Version == nil || !postchat.Breaks(err, postchat.ErrorChanged) {
		return err
	}
	st, readErr := d.stand(ctx, scope, target)
	if readErr != nil {
		return err
	}
	if why := st.check(); why != nil {
		return why
	}
	return err
}

// meetClose sees to a draft that was stored while its conversation closed, when neither transaction could see the other's rows. The
// follow-up takes it over. Where that was sent in between the draft is withdrawn, with the wish of the key if there is one, and it
// is a Conflict: it must not wait for a close that may never come. A nil draft is none.
func (d *Desk) meetClose(ctx context.Context, scope *db.Scope, draft *postchat.Draft, keys ...string) error {
	if draft == nil {
		return nil
	}
	newest, err := scope.FollowUpOfConversation(ctx, draft.SourceID, draft.ConversationID)
	switch {
	case postchat.IsKind(err, postchat.NotFound):
		return nil
	case err != nil:
		return err
	case newest.ID == draft.After:
		return nil
	}
	var late error
	err = scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		st, err := d.stand(ctx, tx, Target{SourceID: draft.SourceID, ConversationID: draft.ConversationID})
		if err != nil {
			return err
		}
		switch {
		case st.adopted != nil:
			return st.update(ctx, tx)
		case st.draft == nil || st.draft.ID != draft.ID || st.draft.Version != draft.Version:
			return nil // somebody else has seen to it
		}
		late = st.settled()
		for _, key := range keys {
			if err := tx.Unwish(ctx, key); err != nil {
				return err
			}
		}
		return tx.DeleteDraft(ctx, *draft)
	})
	if postchat.Breaks(err, postchat.ErrorChanged) {
		return d.meetClose(ctx, scope, draft, keys...)
	}
	if err != nil {
		return err
	}
	return late
}
