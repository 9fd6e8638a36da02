package followup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Test is a wish to send a test mail.
type Test struct {
	// Mail says which mail it is.
	Mail Preview
	// To is one address as people type it; empty means that of the person who is asking.
	To string
	// IdempotencyKey is the client's own name for this wish: under one key one mail is sent, however often it is asked for.
	IdempotencyKey string
}

// SendTest composes a mail, marks it as a test, and hands it over at once to one address alone. It is tried once, whatever comes
// of it, and waits for no more than postchat.TestMailTimeout; what came of it is in the answer and kept. It is a Conflict where the
// account or the campaign has reached a limit, and under a key that was used for something else.
func (d *Desk) SendTest(ctx context.Context, scope *db.Scope, t Test) (*postchat.TestMail, error) {
	if d.Hand == nil {
		return nil, postchat.Conflictf("This server sends no mails.")
	}
	if t.IdempotencyKey == "" || len(t.IdempotencyKey) > postchat.MaxIdempotencyKey {
		return nil, postchat.Invalidf("idempotencyKey", "must have 1 to %d bytes", postchat.MaxIdempotencyKey)
	}
	wish, err := json.Marshal(t)
	if err != nil {
		return nil, fmt.Errorf("tell one test mail from another: %w", err)
	}
	input := sha256.Sum256(append(wish, scope.Actor().ID...))
	if sent, err := sentBefore(ctx, scope, t.IdempotencyKey, input[:]); sent != nil || err != nil {
		return sent, err
	}
	to, err := testRecipient(ctx, scope, t.To)
	if err != nil {
		return nil, err
	}
	composed, err := d.preview(ctx, scope, t.Mail, &to)
	if err != nil {
		return nil, below("mail", err)
	}
	m := &postchat.TestMail{
		ID: postchat.NewID(d.Now()), CampaignID: composed.Campaign.ID, IdempotencyKey: t.IdempotencyKey, Input: input[:], Recipient: to,
		SentBy: scope.Actor().Name, MessageID: composed.MessageID, Subject: composed.Subject, From: d.From.Email,
		Source: []byte(composed.Source), State: postchat.DeliverySending,
	}
	if composed.FollowUp != nil {
		m.FollowUpID = composed.FollowUp.ID
	}
	if sent, err := d.admitTest(ctx, scope, composed.Campaign, m); sent != nil || err != nil {
		return sent, err
	}
	return m, d.handTest(ctx, scope, m)
}

// sentBefore is the test mail of a key, nil where there is none yet.
func sentBefore(ctx context.Context, scope *db.Scope, key string, input []byte) (*postchat.TestMail, error) {
	sent, err := scope.TestMailByKey(ctx, key)
	switch {
	case postchat.IsKind(err, postchat.NotFound):
		return nil, nil //nolint:nilnil // not found is an answer here: it is the first time
	case err != nil:
		return nil, err
	case !bytes.Equal(sent.Input, input):
		return nil, &postchat.Error{
			Kind: postchat.Conflict, Field: "idempotencyKey", Message: "Another test mail was sent under this key. Use a new one.",
		}
	}
	return sent, nil
}

// testRecipient is the address that is given, else that of the person who is asking.
func testRecipient(ctx context.Context, scope *db.Scope, text string) (postchat.Address, error) {
	if text != "" {
		to, err := postchat.ParseAddress(text)
		return to, at("to", err)
	}
	if scope.Actor().Kind != postchat.ActorPerson {
		return postchat.Address{}, postchat.Invalidf("to", "give an address: only a person has one of their own")
	}
	person, err := scope.Person(ctx, scope.Actor().ID)
	if err != nil {
		return postchat.Address{}, err
	}
	return postchat.Address{Name: person.Name, Email: person.Email}, nil
}

// admitTest stores the mail before it is sent, unless a limit of an hour has been reached. Where the same was asked for a moment
// before, it returns that mail instead.
func (d *Desk) admitTest(ctx context.Context, scope *db.Scope, campaign postchat.Campaign, m *postchat.TestMail) (
	sent *postchat.TestMail, err error,
) {
	since := d.Now().Add(-time.Hour)
	mailed, _, err := d.Store.MailsSince(ctx, campaign.ID, "", since)
	if err != nil {
		return nil, err
	}
	err = scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		err := tx.LockTestMails(ctx)
		if err == nil {
			sent, err = sentBefore(ctx, tx, m.IdempotencyKey, m.Input)
		}
		if sent != nil || err != nil {
			return err
		}
		all, ofCampaign, err := tx.TestMailsSince(ctx, campaign.ID, since)
		if err != nil {
			return err
		}
		if all >= postchat.TestMailsAnHour {
			return postchat.Conflictf("%d test mails were sent within an hour, which is the most there may be. Try again later.", all)
		}
		if limit := campaign.SendingLimits.MailLimit; limit > 0 && mailed+ofCampaign >= limit {
			return postchat.Conflictf("%s may send %d mails in an hour, and has sent them. Try again later.", campaign.Name, limit)
		}
		if err := tx.AddTestMail(ctx, m); err != nil {
			return err
		}
		return tx.Audit(ctx, postchat.AuditEntry{
			Action: "test_mail.send", ObjectKind: "test_mail", ObjectID: m.ID, CampaignID: m.CampaignID, Detail: "to " + m.Recipient.Email,
		})
	})
	return sent, err
}

// handTest hands the mail over and stores what came of it, also when nobody waits for the answer any more.
func (d *Desk) handTest(ctx context.Context, scope *db.Scope, m *postchat.TestMail) error {
	ctx = context.WithoutCancel(ctx)
	within, cancel := context.WithTimeout(ctx, postchat.TestMailTimeout)
	d.Hand(within, m)
	cancel()
	return scope.SettleTestMail(ctx, m)
}
