package followup

import (
	"context"
	"fmt"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Verdict is what a person decides about a delivery whose answer was lost.
type Verdict string

// The verdicts.
const (
	VerdictSent      Verdict = "sent"       // the mail has arrived, or must not be sent again
	VerdictSendAgain Verdict = "send_again" // it has not; it is sent again under the same Message-ID
)

// Settle is a person's verdict about an uncertain delivery; by is who gave it. It is a Conflict when the delivery is not
// uncertain any more.
func (d *Desk) Settle(ctx context.Context, scope *db.Scope, deliveryID string, v Verdict, by string) (*postchat.FollowUp, error) {
	delivery, err := scope.Delivery(ctx, deliveryID)
	if err != nil {
		return nil, err
	}
	if delivery.State != postchat.DeliveryUncertain {
		return nil, postchat.Conflictf("This delivery is not uncertain any more: it is %s.", delivery.State)
	}
	by = postchat.CleanLine(by)
	var change db.Change
	switch v {
	case VerdictSent:
		change = db.Change{State: postchat.DeliveryAccepted, Words: fmt.Sprintf("%s decided that it was sent.", by), Resend: delivery.Resend}
	case VerdictSendAgain:
		change = db.Change{State: postchat.DeliveryQueued, RunAt: d.Now(), Words: fmt.Sprintf("%s had it sent again.", by), Resend: true}
	default:
		return nil, postchat.Invalidf("verdict", "must be sent or send_again")
	}
	err = scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if err := tx.Settle(ctx, *delivery, change); err != nil {
			return err
		}
		f, err := tx.FollowUp(ctx, delivery.FollowUpID)
		if err != nil {
			return err
		}
		return record(ctx, tx, "follow_up.settle", *f, string(v))
	})
	if err != nil {
		return nil, err
	}
	d.Queued()
	return scope.FollowUp(ctx, delivery.FollowUpID)
}

// Release sends the deliveries of a follow-up that are held; by is who released them. It is a Conflict when none is held.
func (d *Desk) Release(ctx context.Context, scope *db.Scope, followUpID, by string) (*postchat.FollowUp, error) {
	err := scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		deliveries, err := tx.Deliveries(ctx, followUpID)
		if err != nil {
			return err
		}
		released := 0
		for _, delivery := range deliveries {
			if delivery.State != postchat.DeliveryHeld {
				continue
			}
			released++
			err := tx.Settle(ctx, delivery, db.Change{
				State: postchat.DeliveryQueued, RunAt: d.Now(), Words: fmt.Sprintf("Released by %s.", postchat.CleanLine(by)), Resend: delivery.Resend,
			})
			if err != nil {
				return err
			}
		}
		if released == 0 {
			return postchat.Conflictf("Nothing of this follow-up is held.")
		}
		f, err := tx.FollowUp(ctx, followUpID)
		if err != nil {
			return err
		}
		return record(ctx, tx, "follow_up.release", *f, fmt.Sprintf("mails: %d", released))
	})
	if err != nil {
		return nil, err
	}
	d.Queued()
	return scope.FollowUp(ctx, followUpID)
}
