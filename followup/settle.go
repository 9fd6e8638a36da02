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
// uncertain any more. Under a key that was used for the same before, it does nothing and returns the follow-up as it is now.
func (d *Desk) Settle(ctx context.Context, scope *db.Scope, key, deliveryID string, v Verdict, by string) (*postchat.FollowUp, error) {
	wish := db.Wish{Key: key, Operation: "settle", Input: []any{deliveryID, v}}
	return d.once(ctx, scope, wish, func(ctx context.Context, tx *db.Scope) (string, error) {
		delivery, err := tx.Delivery(ctx, deliveryID)
		if err != nil {
			return "", err
		}
		return delivery.FollowUpID, d.settle(ctx, tx, *delivery, v, postchat.CleanLine(by))
	})
}

// once fulfils a wish about a follow-up that may queue mails, and returns the follow-up as it is then.
func (d *Desk) once(ctx context.Context, scope *db.Scope, wish db.Wish,
	do func(ctx context.Context, tx *db.Scope) (followUpID string, err error),
) (*postchat.FollowUp, error) {
	id, err := scope.Once(ctx, wish, do)
	if err != nil {
		return nil, err
	}
	d.Queued()
	return scope.FollowUp(ctx, id)
}

func (d *Desk) settle(ctx context.Context, tx *db.Scope, delivery postchat.Delivery, v Verdict, by string) error {
	if delivery.State != postchat.DeliveryUncertain {
		return postchat.Conflictf("This delivery is not uncertain any more: it is %s.", delivery.State)
	}
	var change db.Change
	switch v {
	case VerdictSent:
		change = db.Change{State: postchat.DeliveryAccepted, Words: fmt.Sprintf("%s decided that it was sent.", by), Resend: delivery.Resend}
	case VerdictSendAgain:
		change = db.Change{State: postchat.DeliveryQueued, RunAt: d.Now(), Words: fmt.Sprintf("%s had it sent again.", by), Resend: true}
	default:
		return postchat.Invalidf("verdict", "must be sent or send_again")
	}
	if err := tx.Settle(ctx, delivery, change); err != nil {
		return err
	}
	f, err := tx.FollowUp(ctx, delivery.FollowUpID)
	if err != nil {
		return err
	}
	return record(ctx, tx, "follow_up.settle", *f, string(v))
}

// Release sends the deliveries of a follow-up that are held; by is who released them. It is a Conflict when none is held. Under
// a key that was used for the same before, it does nothing and returns the follow-up as it is now.
func (d *Desk) Release(ctx context.Context, scope *db.Scope, key, followUpID, by string) (*postchat.FollowUp, error) {
	wish := db.Wish{Key: key, Operation: "release", Input: followUpID}
	return d.once(ctx, scope, wish, func(ctx context.Context, tx *db.Scope) (string, error) {
		return followUpID, d.release(ctx, tx, followUpID, postchat.CleanLine(by))
	})
}

func (d *Desk) release(ctx context.Context, tx *db.Scope, followUpID, by string) error {
	f, err := tx.FollowUp(ctx, followUpID)
	if err != nil {
		return err
	}
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
			State: postchat.DeliveryQueued, RunAt: d.Now(), Words: fmt.Sprintf("Released by %s.", by), Resend: delivery.Resend,
		})
		if err != nil {
			return err
		}
	}
	if released == 0 {
		return postchat.Conflictf("Nothing of this follow-up is held.")
	}
	return record(ctx, tx, "follow_up.release", *f, fmt.Sprintf("mails: %d", released))
}
