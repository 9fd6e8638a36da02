package followup

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// Move is a person's wish to have other codes count for a follow-up.
type Move struct {
	FollowUpID string
	// Codes are labels of success codes in place of those that count now.
	Codes []string
	// Send mails whoever should have it by these codes and has not got it, where it was routed before.
	Send bool
	// By is who wants it, as mails show it.
	By string
	// Key is the client's; see db.Wish.
	Key string
}

// Moved is what a move came to.
type Moved struct {
	FollowUp *postchat.FollowUp
	// Decision is who gets the chat by the new codes, whoever has got it already.
	Decision postchat.Decision
	// Missing are those of them who have not been mailed.
	Missing []postchat.Recipient
}

// Move has other codes count for a follow-up. One that was not sent yet is routed by them when it is due. After that nothing is
// mailed unasked: whoever is missing is told, and mailed only where the wish says so; who has got it keeps it. Under a key that
// was used for the same before, it does nothing and says how things are now.
func (d *Desk) Move(ctx context.Context, scope *db.Scope, move Move) (Moved, error) {
	move.Codes = slices.Clone(move.Codes)
	for i, label := range move.Codes {
		move.Codes[i] = postchat.CleanLine(label)
	}
	if err := (postchat.Submission{Codes: move.Codes}).Validate(); err != nil {
		return Moved{}, err
	}
	wish := db.Wish{Key: move.Key, Operation: "move", Input: []any{move.FollowUpID, move.Codes, move.Send}}
	_, err := d.once(ctx, scope, wish, func(ctx context.Context, tx *db.Scope) (string, error) {
		st, err := d.stand(ctx, tx, Target{FollowUpID: move.FollowUpID})
		if err != nil {
			return "", err
		}
		s := st.followUp.Submission
		s.Codes = slices.Clone(move.Codes)
		if st.waits() {
			err = d.change(ctx, tx, st, s)
		} else {
			err = d.moveRouted(ctx, tx, st, s, move)
		}
		if err != nil {
			return "", err
		}
		return move.FollowUpID, record(ctx, tx, "follow_up.move", *st.followUp, "codes: "+strings.Join(s.Codes, ", "))
	})
	if err != nil {
		return Moved{}, err
	}
	d.loop.Nudge()
	return d.moved(ctx, scope, move.FollowUpID)
}

// moveRouted has other codes count for a follow-up that was routed before.
func (d *Desk) moveRouted(ctx context.Context, tx *db.Scope, st *standing, s postchat.Submission, move Move) error {
	decision, err := st.decide(s, true)
	if err != nil {
		return err
	}
	if move.Send && len(decision.Recipients) == 0 {
		return postchat.Invalidf("send", "there is nobody to send it to; %s", decision.NotForwarded)
	}
	f := st.followUp
	f.Submission = s
	if f.State == postchat.FollowUpNotForwarded && move.Send {
		// Nobody has got anything, so it is sent as if it had never been routed.
		f.State, f.Reason, f.Decision, f.RunAt, f.RoutedRevision = postchat.FollowUpHolding, "", decision, d.Now(), 0
	} else if f.Decision != nil {
		f.Decision.Codes = decision.Codes
	}
	if err := tx.UpdateFollowUp(ctx, f); err != nil {
		return err
	}
	if move.Send && !f.State.Waiting() {
		return d.sendMissing(ctx, tx, *f, *decision, move.By)
	}
	return nil
}

// sendMissing mails those of the decision who have not been mailed.
func (d *Desk) sendMissing(ctx context.Context, tx *db.Scope, f postchat.FollowUp, decision postchat.Decision, by string) error {
	deliveries, err := tx.Deliveries(ctx, f.ID)
	if err != nil {
		return err
	}
	decision.Recipients = missing(decision, deliveries)
	if len(decision.Recipients) == 0 {
		return postchat.Invalidf("send", "there is nobody to send it to: everybody who should have it has been mailed")
	}
	again := postchat.Reason{Kind: postchat.ReasonAgain, Operator: postchat.CleanLine(by)}
	for i := range decision.Recipients {
		decision.Recipients[i].Reasons = append(decision.Recipients[i].Reasons, again)
	}
	in, err := tx.ForRouting(ctx, f)
	if err != nil {
		return err
	}
	if _, err := d.sendAgain(ctx, tx, in, decision); err != nil {
		return fmt.Errorf("send to whom a follow-up was moved: %w", err)
	}
	return nil
}

// missing are the decision's recipients to whom no mail is or was on its way; a refused one counts as none.
func missing(decision postchat.Decision, deliveries []postchat.Delivery) []postchat.Recipient {
	return slices.DeleteFunc(slices.Clone(decision.Recipients), func(r postchat.Recipient) bool {
		return slices.ContainsFunc(deliveries, func(d postchat.Delivery) bool {
			return d.Recipient.Key() == r.Address.Key() && !d.State.Refused()
		})
	})
}

// moved says how a follow-up is after a move.
func (d *Desk) moved(ctx context.Context, scope *db.Scope, id string) (Moved, error) {
	f, err := scope.FollowUp(ctx, id)
	if err != nil {
		return Moved{}, err
	}
	chat, err := scope.Chat(ctx, f.ChatID)
	if err != nil {
		return Moved{}, err
	}
	campaign, err := scope.Campaign(ctx, f.CampaignID)
	if err != nil {
		return Moved{}, err
	}
	table, err := scope.Table(ctx, *campaign)
	if err != nil {
		return Moved{}, err
	}
	deliveries, err := scope.Deliveries(ctx, id)
	if err != nil {
		return Moved{}, err
	}
	decision := routing.Route(table, *chat, *f)
	return Moved{FollowUp: f, Decision: decision, Missing: missing(decision, deliveries)}, nil
}

// LateDecision is what routing says now of a follow-up whose chat has changed since it was routed: who would also get it is
// shown, and mailed only when somebody asks for it. Nil where nothing has changed.
func LateDecision(table postchat.Table, chat postchat.Chat, f postchat.FollowUp) *postchat.Decision {
	if !f.Late(chat) {
		return nil
	}
	decision := routing.Route(table, chat, f)
	return &decision
}
