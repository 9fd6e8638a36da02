package followup

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// SendNow ends the hold or the undo delay of a follow-up, or the wait for its transcript or for another close: it is sent at once, as
// it is. A Conflict where it waits for a person or would only begin to, or was sent before. Under a key that was used for the same
// before, it does nothing and returns the follow-up as it is now.
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
