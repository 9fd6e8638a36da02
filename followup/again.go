package followup

import (
	"context"
	"fmt"
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// AgainTo says to whom a follow-up is sent again.
type AgainTo string

// The choices for AgainTo.
const (
	AgainToSame   AgainTo = "same"   // everybody who was to get it
	AgainToFailed AgainTo = "failed" // those whose mail was refused or given up
	AgainToOthers AgainTo = "others" // the addresses that are given
)

// Again is a person's wish to send a follow-up again.
type Again struct {
	FollowUpID string
	To         AgainTo
	// Others are the addresses for AgainToOthers.
	Others []postchat.Address
	// By is who wants it, as the mail shows it.
	By string
	// Key is the client's; see db.Wish.
	Key string
}

// SendAgain sends a follow-up that was settled before once more, as a mail of its own with the chat as it is now. Who got it
// by a code or standard gets it for that reason again. It never happens by itself. Under a key that was used for the same
// before, it does nothing and returns the follow-up as it is now.
func (d *Desk) SendAgain(ctx context.Context, scope *db.Scope, wish Again) (*postchat.FollowUp, error) {
	once := db.Wish{Key: wish.Key, Operation: "send_again", Input: []any{wish.FollowUpID, wish.To, wish.Others}}
	return d.once(ctx, scope, once, func(ctx context.Context, tx *db.Scope) (string, error) {
		f, err := tx.FollowUp(ctx, wish.FollowUpID)
		if err != nil {
			return "", err
		}
		if f.State.Waiting() {
			return "", postchat.Conflictf("Follow-up #%d has not been sent yet: it is %s.", f.Number, f.State)
		}
		in, err := tx.ForRouting(ctx, *f)
		if err != nil {
			return "", err
		}
		to, err := againRecipients(in, wish)
		if err != nil {
			return "", err
		}
		sent, err := d.sendAgain(ctx, tx, in, to)
		if err != nil {
			return "", err
		}
		return f.ID, record(ctx, tx, "follow_up.send_again", *f, fmt.Sprintf("to: %s; mails: %d", wish.To, sent))
	})
}

// sendAgain queues a mail of its own for the recipients and returns how many there are. It stands in for what they refused.
func (d *Desk) sendAgain(ctx context.Context, tx *db.Scope, in db.ForRouting, to postchat.Decision) (int, error) {
	r := db.Routed{FollowUp: in.FollowUp}
	r.FollowUp.State, r.FollowUp.RoutedRevision = postchat.FollowUpQueued, in.Chat.Revision
	if r.FollowUp.RoutedAt.IsZero() {
		r.FollowUp.RoutedAt = d.Now()
	}
	if err := d.compose(in, &r, postchat.MailAgain, to, nil); err != nil {
		return 0, err
	}
	for _, old := range in.Deliveries {
		sentAgain := slices.ContainsFunc(to.Recipients, func(r postchat.Recipient) bool { return r.Address.Key() == old.Recipient.Key() })
		if old.State.Refused() && old.ReplacedBy == "" && sentAgain {
			r.Replaced = append(r.Replaced, db.Replaced{DeliveryID: old.ID, MailID: r.Mail.ID})
		}
	}
	return len(r.Deliveries), tx.SaveAgain(ctx, r)
}

// againRecipients are those who get it again, each once with the reasons for which they got it, and that it is again.
func againRecipients(in db.ForRouting, wish Again) (postchat.Decision, error) {
	decision := postchat.Decision{TableVersion: in.Table.Version, Recipients: []postchat.Recipient{}}
	if in.FollowUp.Decision != nil {
		decision.TableVersion, decision.Codes = in.FollowUp.Decision.TableVersion, in.FollowUp.Decision.Codes
	}
	again := postchat.Reason{Kind: postchat.ReasonAgain, Operator: postchat.CleanLine(wish.By)}
	add := func(a postchat.Address, reasons []postchat.Reason) {
		known := slices.ContainsFunc(decision.Recipients, func(r postchat.Recipient) bool { return r.Address.Key() == a.Key() })
		if !known {
			reasons = slices.DeleteFunc(slices.Clone(reasons), func(r postchat.Reason) bool { return r.Kind == postchat.ReasonAgain })
			decision.Recipients = append(decision.Recipients, postchat.Recipient{Address: a, Reasons: append(reasons, again)})
		}
	}
	switch wish.To {
	case AgainToSame:
		for _, d := range in.Deliveries {
			add(d.Recipient, d.Reasons)
		}
	case AgainToFailed:
		for _, d := range in.Deliveries {
			if d.State.Refused() && !hasItSince(in.Deliveries, d) {
				add(d.Recipient, d.Reasons)
			}
		}
	case AgainToOthers:
		if len(wish.Others) > postchat.MaxExtra {
			return decision, postchat.Invalidf("addresses", "has %d addresses; at most %d can be given", len(wish.Others), postchat.MaxExtra)
		}
		for _, a := range wish.Others {
			if err := a.Validate(); err != nil {
				return decision, err
			}
			add(a, nil)
		}
	default:
		return decision, postchat.Invalidf("to", "must be same, failed or others")
	}
	if len(decision.Recipients) == 0 {
		return decision, postchat.Invalidf("to", "there is nobody to send it to: %s gives no address", wish.To)
	}
	return decision, nil
}

// hasItSince reports whether a later delivery brought the recipient what a refused one did not, or may do so yet.
func hasItSince(all []postchat.Delivery, refused postchat.Delivery) bool {
	return slices.ContainsFunc(all, func(d postchat.Delivery) bool {
		return d.Recipient.Key() == refused.Recipient.Key() && !d.State.Refused() && !d.CreatedAt.Before(refused.CreatedAt)
	})
}
