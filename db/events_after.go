package db

import (
	"context"
	"fmt"

	"github.com/postchat/postchat"
)

// EventsAfter returns webhook bodies of a source with what became of each and without the bodies themselves, the newest first: at
// most limit of those before the one with the id, empty for the newest of all. It reports whether there are more after them.
func (c *Scope) EventsAfter(ctx context.Context, sourceID, afterID string, limit int) (rows []postchat.RawEvent, more bool, err error) {
	if err := (Page{First: limit}).validate(); err != nil {
		return nil, false, err
	}
	query := c.selectOne(&rows).ExcludeColumn("body").Where("source_id = ?", sourceID).Order("id DESC").Limit(int64(limit) + 1)
	if afterID != "" {
		query = query.Where("id < ?", afterID)
	}
	if err := query.Scan(ctx); err != nil {
		return nil, false, fmt.Errorf("read webhook events: %w", err)
	}
	if len(rows) > limit {
		return rows[:limit], true, nil
	}
	return rows, false, nil
}
