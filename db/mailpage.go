package db

import (
	"context"
	"fmt"

	"github.com/postchat/postchat"
)

// MailPage is a part of the account's mails, the newest first.
type MailPage struct {
	// First is how many rows to return, 1 to MaxPage.
	First int
	// After is the id of the last mail of the page before; empty for the first page.
	After string
}

// NewestMails returns the mails of a page without their sources, the newest first, and whether there are more after them.
func (c *Scope) NewestMails(ctx context.Context, page MailPage) (mails []postchat.Mail, more bool, err error) {
	if err := (Page{First: page.First}).validate(); err != nil {
		return nil, false, err
	}
	query := c.selectOne(&mails).ExcludeColumn("source").Order("id DESC").Limit(int64(page.First) + 1)
	if page.After != "" {
		query = query.Where("id < ?", page.After)
	}
	if err := query.Scan(ctx); err != nil {
		return nil, false, fmt.Errorf("read the newest mails: %w", err)
	}
	if len(mails) > page.First {
		return mails[:page.First], true, nil
	}
	return mails, false, nil
}
