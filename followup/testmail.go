package followup

import (
	"context"
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
	// IdempotencyKey is the client's; see db.Wish.
	IdempotencyKey string
}

// SendTest composes a mail, marks it as a test, and hands it over at once to one address alone. It is tried once, whatever comes
// of it, and waits for no more than postchat.TestMailTimeout; what came of it is in the answer and kept. It is a Conflict where the
// account or the campaign has reached a limit. Under a key that was used for the same before, it sends nothing and returns the mail
// that was.
func (d *Desk) SendTest(ctx context.Context, scope *db.Scope, t Test) (*postchat.TestMail, error) {
	if d.Hand == nil {
		return nil, postchat.Conflictf("This server sends no mails.")
	}
	wish := db.Wish{Key: t.IdempotencyKey, Operation: "send_test", Input: []any{t.Mail, t.To, scope.Actor().ID}}
	var made *postchat.TestMail // nil where the wish was fulfilled before
	id, err := scope.Once(ctx, wish, func(ctx context.Context, tx *db.Scope) (_ string, err error) {
		if made, err = d.makeTest(ctx, tx, t); err != nil {
			return "", err
		}
		return made.ID, nil
	})
	switch {
	case err != nil:
		return nil, err
	case made == nil:
		return scope.TestMail(ctx, id)
	}
	return made, d.handTest(ctx, scope, made)
}

// makeTest composes the mail and stores it before it is sent, unless a limit of an hour has been reached.
func (d *Desk) makeTest(ctx context.Context, tx *db.Scope, t Test) (*postchat.TestMail, error) {
	to, err := testRecipient(ctx, tx, t.To)
	if err != nil {
		return nil, err
	}
	composed, err := d.preview(ctx, tx, t.Mail, &to)
	if err != nil {
		return nil, below("mail", err)
	}
	m := &postchat.TestMail{
		ID: postchat.NewID(d.Now()), CampaignID: composed.Campaign.ID, Sample: composed.Campaign.Sample, Recipient: to,
		SentBy: tx.Actor().Name, MessageID: composed.MessageID, Subject: composed.Subject, From: d.From.Email,
		Source: []byte(composed.Source), State: postchat.DeliverySending,
	}
	if composed.FollowUp != nil {
		m.FollowUpID = composed.FollowUp.ID
	}
	if err := d.admitTest(ctx, tx, composed.Campaign); err != nil {
		return nil, err
	}
	if err := tx.AddTestMail(ctx, m); err != nil {
		return nil, err
	}
	return m, tx.Audit(ctx, postchat.AuditEntry{
		Action: "test_mail.send", ObjectKind: "test_mail", ObjectID: m.ID, CampaignID: m.CampaignID, Detail: "to " + m.Recipient.Email,
	})
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

// admitTest is a Conflict where one mail more would be over a limit of an hour. No other test mail is counted until tx ends.
func (d *Desk) admitTest(ctx context.Context, tx *db.Scope, campaign postchat.Campaign) error {
	if err := tx.LockTestMails(ctx); err != nil {
		return err
	}
	since := d.Now().Add(-time.Hour)
	mailed, _, err := d.Store.MailsSince(ctx, campaign.ID, "", since)
	if err != nil {
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
	return nil
}

// handTest hands the mail over and stores what came of it, also when nobody waits for the answer any more.
func (d *Desk) handTest(ctx context.Context, scope *db.Scope, m *postchat.TestMail) error {
	ctx = context.WithoutCancel(ctx)
	within, cancel := context.WithTimeout(ctx, postchat.TestMailTimeout)
	d.Hand(within, m)
	cancel()
	return scope.SettleTestMail(ctx, m)
}
