package db

import (
	"context"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

// LinkByHash returns the one-time link with the hash, however valid.
func (s *Store) LinkByHash(ctx context.Context, hash []byte) (*postchat.Link, error) {
	link := new(postchat.Link)
	err := s.read.NewSelect().Model(link).Where("hash = ?", hash).Scan(ctx)
	if err := notFound(err, "link"); err != nil {
		return nil, err
	}
	return link, nil
}

// AddLink stores a new link, and forgets the account's that have long expired.
func (c *Scope) AddLink(ctx context.Context, link *postchat.Link) error {
	const kept = 30 * 24 * time.Hour
	link.AccountID = c.account
	_, err := c.writer().NewDelete().Model((*postchat.Link)(nil)).Where("account_id = ?", c.account).
		Where("expires_at < ?", c.store.now().Add(-kept)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forget old links: %w", err)
	}
	if _, err := c.writer().NewInsert().Model(link).Exec(ctx); err != nil {
		return fmt.Errorf("save link: %w", err)
	}
	return nil
}

// UseLink marks the link as used. It is NotFound where the link is not valid any more: of two at once, one gets it.
func (c *Scope) UseLink(ctx context.Context, id string) error {
	now := c.store.now()
	result, err := c.writer().NewUpdate().Model((*postchat.Link)(nil)).Set("used_at = ?", now).Where("account_id = ?", c.account).
		Where("id = ?", id).Where("used_at IS NULL").Where("expires_at > ?", now).Exec(ctx)
	if err != nil {
		return fmt.Errorf("use link: %w", err)
	}
	if n, _ := result.RowsAffected(); n == 0 {
		return postchat.NotFoundf("There is no such link.")
	}
	return nil
}

// UseSetUpLinks marks all the account's links to set it up as used. It is NotFound where none was left: of two who set up at
// once, one does.
func (c *Scope) UseSetUpLinks(ctx context.Context) error {
	result, err := c.writer().NewUpdate().Model((*postchat.Link)(nil)).Set("used_at = ?", c.store.now()).Where("account_id = ?", c.account).
		Where("kind = ?", postchat.LinkSetUp).Where("used_at IS NULL").Exec(ctx)
	if err != nil {
		return fmt.Errorf("use set-up links: %w", err)
	}
	if n, _ := result.RowsAffected(); n == 0 {
		return postchat.NotFoundf("There is no such link.")
	}
	return nil
}

// EndLinks makes all links of the person open nothing any more.
func (c *Scope) EndLinks(ctx context.Context, personID string) error {
	_, err := c.writer().NewUpdate().Model((*postchat.Link)(nil)).Set("used_at = ?", c.store.now()).Where("account_id = ?", c.account).
		Where("person_id = ?", personID).Where("used_at IS NULL").Exec(ctx)
	if err != nil {
		return fmt.Errorf("end links: %w", err)
	}
	return nil
}
