package db

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// mailedRow says since when an account mails to an address.
type mailedRow struct {
	bun.BaseModel `bun:"table:mailed_addresses,alias:mailed"`

	AccountID string    `bun:"account_id,pk"`
	Email     string    `bun:"email,pk"` // postchat.Address.Key
	FirstAt   time.Time `bun:"first_at"`
}

// noteMailed keeps to whom the accounts mail now, the last thing in a transaction and always in the same order, so that two servers
// never wait for each other.
func (s *Store) noteMailed(ctx context.Context, tx bun.IDB, routed []Routed) error {
	now := s.now()
	var rows []mailedRow
	for _, r := range routed {
		for _, d := range r.Deliveries {
			rows = append(rows, mailedRow{AccountID: d.AccountID, Email: d.Recipient.Key(), FirstAt: now})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	slices.SortFunc(rows, func(a, b mailedRow) int { return strings.Compare(a.AccountID+" "+a.Email, b.AccountID+" "+b.Email) })
	rows = slices.CompactFunc(rows, func(a, b mailedRow) bool { return a.AccountID == b.AccountID && a.Email == b.Email })
	if _, err := tx.NewInsert().Model(&rows).On("CONFLICT DO NOTHING").Exec(ctx); err != nil {
		return fmt.Errorf("note who is mailed: %w", err)
	}
	return nil
}

// MailedSince returns since when the account mails to each of the addresses, by their keys; see postchat.Address.Key. Those to which
// it never did are left out.
func (c *Scope) MailedSince(ctx context.Context, keys []string) (map[string]time.Time, error) {
	var rows []mailedRow
	if err := c.selectOne(&rows).Where("email IN (?)", list(keys)).Scan(ctx); err != nil {
		return nil, fmt.Errorf("read who was mailed: %w", err)
	}
	since := make(map[string]time.Time, len(rows))
	for _, row := range rows {
		since[row.Email] = row.FirstAt
	}
	return since, nil
}

// Mailed reports whether the transport has taken a mail of one of the campaigns.
func (c *Scope) Mailed(ctx context.Context, transport string, campaignIDs []string) (bool, error) {
	mailed, err := c.selectOne((*postchat.Delivery)(nil)).Where("transport = ?", transport).Where("accepted_at IS NOT NULL").
		Where("follow_up_id IN (SELECT id FROM follow_ups WHERE campaign_id IN (?))", list(campaignIDs)).Exists(ctx)
	if err != nil {
		return false, fmt.Errorf("look for a mail that was sent: %w", err)
	}
	return mailed, nil
}
