package db

import (
	"context"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

// TestMail returns one test mail, whole.
func (c *Scope) TestMail(ctx context.Context, id string) (*postchat.TestMail, error) {
	mail := new(postchat.TestMail)
	if err := notFound(c.selectOne(mail).Where("id = ?", id).Scan(ctx), "test mail"); err != nil {
		return nil, err
	}
	mail.SettleIfLost(c.store.now())
	return mail, nil
}

// TestMailsSince counts the test mails since a time: the account's, whatever the scope is limited to, and those of a campaign.
func (c *Scope) TestMailsSince(ctx context.Context, campaignID string, since time.Time) (all, ofCampaign int, err error) {
	query := c.reader().NewSelect().Model((*postchat.TestMail)(nil)).ColumnExpr("count(*)").
		ColumnExpr("COALESCE(sum(CASE WHEN campaign_id = ? THEN 1 ELSE 0 END), 0)", campaignID).
		Where("account_id = ?", c.account).Where("created_at > ?", since)
	if err := query.Scan(ctx, &all, &ofCampaign); err != nil {
		return 0, 0, fmt.Errorf("count test mails: %w", err)
	}
	return all, ofCampaign, nil
}

// LockTestMails lets no other transaction count or add test mails of the account until this one ends.
func (c *Scope) LockTestMails(ctx context.Context) error {
	if !c.store.postgres() {
		return nil // there is one writer
	}
	if _, err := c.writer().NewRaw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "test_mails."+c.account).Exec(ctx); err != nil {
		return fmt.Errorf("wait for other test mails: %w", err)
	}
	return nil
}

// AddTestMail stores a test mail that is about to be sent, and forgets those of the account that are older than they are kept.
func (c *Scope) AddTestMail(ctx context.Context, mail *postchat.TestMail) error {
	mail.AccountID, mail.CreatedAt = c.account, c.store.now()
	_, err := c.writer().NewDelete().Model((*postchat.TestMail)(nil)).Where("account_id = ?", c.account).
		Where("created_at < ?", mail.CreatedAt.Add(-postchat.TestMailsKept)).Exec(ctx)
	if err == nil {
		_, err = c.writer().NewInsert().Model(mail).Exec(ctx)
	}
	if err != nil {
		return fmt.Errorf("save test mail: %w", err)
	}
	return nil
}

// SettleTestMail stores what became of a test mail.
func (c *Scope) SettleTestMail(ctx context.Context, mail *postchat.TestMail) error {
	_, err := c.writer().NewUpdate().Model(mail).Column("state", "transport", "provider_id", "words", "settled_at").WherePK().
		Where("account_id = ?", c.account).Exec(ctx)
	if err != nil {
		return fmt.Errorf("save what became of a test mail: %w", err)
	}
	return nil
}
