package db

import (
	"context"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

// ChangedFollowUp says that a follow-up changed, and when last.
type ChangedFollowUp struct {
	ID        string    `bun:"id"`
	Version   int       `bun:"version"`
	UpdatedAt time.Time `bun:"updated_at"`
}

// ChangedFollowUps returns which follow-ups changed at a time or later, the first changed first, at most limit of them. No
// campaigns means all. Changes of a follow-up are those of its row and of its receipt, but for the moment in which a mail is
// being sent. The times are the clocks' of the servers that made them, taken a little before the commit: whoever must not miss
// one looks back over some time again.
func (c *Scope) ChangedFollowUps(ctx context.Context, since time.Time, limit int, campaignIDs ...string) ([]ChangedFollowUp, error) {
	var changed []ChangedFollowUp
	query := c.selectOne((*postchat.FollowUp)(nil)).Column("id", "version", "updated_at").Where("updated_at >= ?", since)
	if len(campaignIDs) > 0 {
		query = query.Where("campaign_id IN (?)", list(campaignIDs))
	}
	if err := query.Order("updated_at", "id").Limit(int64(limit)).Scan(ctx, &changed); err != nil {
		return nil, fmt.Errorf("read what changed: %w", err)
	}
	return changed, nil
}

// ChangedObject is something of the account that somebody changed, by an entry of the audit log.
type ChangedObject struct {
	EntryID  string    `bun:"id"`
	At       time.Time `bun:"at"`
	Kind     string    `bun:"object_kind"`
	ObjectID string    `bun:"object_id"`
}

// ChangedObjects returns what the audit log says was changed at a time or later, the first changed first, at most limit entries of
// it, without objects of some kinds. Of the times the same holds as in ChangedFollowUps.
func (c *Scope) ChangedObjects(ctx context.Context, since time.Time, limit int, without ...string) ([]ChangedObject, error) {
	var changed []ChangedObject
	err := c.selectOne((*postchat.AuditEntry)(nil)).Column("id", "at", "object_kind", "object_id").Where("id >= ?", postchat.FirstID(since)).
		Where("object_kind NOT IN (?)", list(without)).Order("id").Limit(int64(limit)).Scan(ctx, &changed)
	if err != nil {
		return nil, fmt.Errorf("read what was changed: %w", err)
	}
	return changed, nil
}
