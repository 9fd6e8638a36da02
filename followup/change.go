package followup

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Change is what a person makes of a follow-up that was not sent yet.
type Change struct {
	FollowUpID string
	// Version is the follow-up's as the person saw it; another one now is a Conflict.
	Version    int
	Submission postchat.Submission
}

// Change stores another operator's part for a follow-up that was not sent yet, without pressing OK: it goes on waiting as it
// did, at most for a code instead of OK or for OK instead of a code. Where OK was pressed, the decision is made anew and the undo delay begins again. It is refused when the codes break the
// campaign's goal settings; that a code is missing is only refused where OK was pressed.
func (d *Desk) Change(ctx context.Context, scope *db.Scope, change Change) (*postchat.FollowUp, error) {
	s := change.Submission
	s.Clean()
	if err := s.Validate(); err != nil {
		return nil, err
	}
	err := scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		f, err := tx.FollowUp(ctx, change.FollowUpID)
		if err != nil {
			return err
		}
		if f.Version != change.Version {
			return &postchat.Error{Kind: postchat.Conflict, Field: "version", Message: "This follow-up was changed in the meantime. Look at it again."}
		}
		return d.change(ctx, tx, f, s)
	})
	if err != nil {
		return nil, err
	}
	return scope.FollowUp(ctx, change.FollowUpID)
}

// change replaces the operator's part of a follow-up that waits.
func (d *Desk) change(ctx context.Context, tx *db.Scope, f *postchat.FollowUp, s postchat.Submission) error {
	if !f.State.Waiting() {
		return postchat.Conflictf("It is too late to change follow-up #%d: it is %s.", f.Number, f.State)
	}
	chat, err := tx.Chat(ctx, f.ChatID)
	if err != nil {
		return err
	}
	if err := mark(tx, &s, f.Submission, chat.Transcript); err != nil {
		return err
	}
	submitted := !f.SubmittedAt.IsZero()
	campaign, decision, err := decide(ctx, tx, f.CampaignID, *chat, s, submitted)
	if err != nil {
		return err
	}
	f.Submission = s
	if submitted {
		f.Decision, f.SubmittedBy = decision, s.Operator
		if f.State != postchat.FollowUpAwaitingTranscript {
			f.RunAt = d.Now().Add(campaign.GoalSettings.UndoDelay)
		}
	} else if err := redraft(ctx, tx, *campaign, *chat, f); err != nil {
		return err
	}
	if err := tx.UpdateFollowUp(ctx, f); err != nil {
		return err
	}
	return record(ctx, tx, "follow_up.change", *f, summary(s))
}

// SendNow ends the hold or the undo delay of a follow-up, or the wait for its transcript or for another close: it is sent at once, as
// it is. A Conflict where it waits for a person or would only begin to, or was sent before. Under a key that was used for the same before, it does nothing and returns the follow-up
// as it is now.
func (d *Desk) SendNow(ctx context.Context, scope *db.Scope, key, followUpID string) (*postchat.FollowUp, error) {
	wish := db.Wish{Key: key, Operation: "send_now", Input: followUpID}
	f, err := d.once(ctx, scope, wish, func(ctx context.Context, tx *db.Scope) (string, error) {
		f, err := tx.FollowUp(ctx, followUpID)
		if err != nil {
			return "", err
		}
		switch f.State {
		case postchat.FollowUpHolding:
			f.Reason, f.RunAt = "", d.Now()
		case postchat.FollowUpAwaitingTranscript:
			f.SendWithoutTranscript(d.Now())
			if err := tx.MarkPartial(ctx, f.ChatID); err != nil {
				return "", err
			}
		case postchat.FollowUpAwaitingCode, postchat.FollowUpAwaitingOK:
			return "", postchat.Conflictf("Follow-up #%d waits for a person: pick its codes and press OK.", f.Number)
		default:
			return "", postchat.Conflictf("Follow-up #%d cannot be sent now: it is %s.", f.Number, f.State)
		}
		if err := mayGo(ctx, tx, *f); err != nil {
			return "", err
		}
		if err := tx.UpdateFollowUp(ctx, f); err != nil {
			return "", err
		}
		return f.ID, record(ctx, tx, "follow_up.send_now", *f, "")
	})
	d.loop.Nudge()
	return f, err
}
