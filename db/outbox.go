package db

import (
	"context"
	"fmt"

	"github.com/postchat/postchat"
)

// NewestMails returns up to limit of the account's mails, the newest first, without their sources; only those before the mail
// with the id, unless that is empty.
func (c *Scope) NewestMails(ctx context.Context, before string, limit int) ([]postchat.Mail, error) {
	var mails []postchat.Mail
	query := c.selectOne(&mails).ExcludeColumn("source").Order("id DESC").Limit(int64(limit))
	if before != "" {
		query = query.Where("id < ?", before)
	}
	if err := query.Scan(ctx); err != nil {
		return nil, fmt.Errorf("read the newest mails: %w", err)
	}
	return mails, nil
}
