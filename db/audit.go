package db

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// maxAuditText bounds each text of an audit entry, in characters.
const maxAuditText = 500

// Audit adds a line to the account's audit log, in the scope's transaction where there is one: who uses the scope, now. What is
// given are the action, the object and the detail.
func (c *Scope) Audit(ctx context.Context, entry postchat.AuditEntry) error {
	now := c.store.now()
	entry.ID, entry.AccountID, entry.At = c.store.entries.id(now), c.account, now
	who := c.who()
	entry.ActorKind, entry.ActorID, entry.ActorName = who.Kind, who.ID, who.Name
	for _, text := range []*string{&entry.ActorName, &entry.ObjectName, &entry.Detail} {
		*text = postchat.Shorten(postchat.CleanLine(*text), maxAuditText)
	}
	if _, err := c.writer().NewInsert().Model(&entry).Exec(ctx); err != nil {
		return fmt.Errorf("write the audit log: %w", err)
	}
	return nil
}

// inOrder makes ids of which each sorts after the one before, also within a millisecond: a UUIDv7 whose first 12 bits after the time
// count (RFC 9562, section 6.2, method 1). Ids that two servers make in one millisecond have no order.
type inOrder struct {
	mu    sync.Mutex
	ms    int64
	count int
}

func (o *inOrder) id(now time.Time) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	if ms := now.UnixMilli(); ms != o.ms {
		o.ms, o.count = ms, 0
	}
	id := postchat.NewID(now)
	id = fmt.Sprintf("%s%03x%s", id[:15], min(o.count, 0xfff), id[18:])
	o.count++
	return id
}

// AuditFilter says which entries of the audit log are meant. Each part that is not empty must fit.
type AuditFilter struct {
	// ActorID is the person's or token's id. Who has none is found by the kind.
	ActorID   string
	ActorKind postchat.ActorKind
	Action    string
	ObjectID  string
	At        TimeRange
}

// AuditPage is a part of the audit log, the newest first.
type AuditPage struct {
	// First is how many rows to return, 1 to MaxPage.
	First int
	// After is the id of the last entry of the page before; empty for the first page.
	After string
}

// AuditLog returns the entries that the filter means, the newest first, and whether there are more after them.
func (c *Scope) AuditLog(ctx context.Context, f AuditFilter, page AuditPage) (rows []postchat.AuditEntry, more bool, err error) {
	if err := errors.Join(Page{First: page.First}.validate(), f.At.validate("at")); err != nil {
		return nil, false, err
	}
	query := c.selectOne(&rows).Order("id DESC").Limit(int64(page.First) + 1)
	for _, condition := range []struct{ sql, value string }{
		{"id < ?", page.After},
		{"actor_id = ?", f.ActorID},
		{"actor_kind = ?", string(f.ActorKind)},
		{"action = ?", f.Action},
		{"object_id = ?", f.ObjectID},
	} {
		if condition.value != "" {
			query = query.Where(condition.sql, condition.value)
		}
	}
	if !f.At.From.IsZero() {
		query = query.Where("at >= ?", f.At.From)
	}
	if !f.At.To.IsZero() {
		query = query.Where("at < ?", f.At.To)
	}
	if err := query.Scan(ctx); err != nil {
		return nil, false, fmt.Errorf("read the audit log: %w", err)
	}
	if len(rows) > page.First {
		return rows[:page.First], true, nil
	}
	return rows, false, nil
}

// who is the scope's actor as it is written down.
func (c *Scope) who() postchat.Actor {
	if c.actor.Kind == "" {
		return postchat.Actor{Kind: postchat.ActorSystem, Name: "Postchat"}
	}
	return c.actor
}

// maxHistory bounds what AuditByObject returns of one object.
const maxHistory = 100

// AuditByObject returns the latest entries about each of the objects with the ids, the latest first, at most 100 of each.
func (c *Scope) AuditByObject(ctx context.Context, ids []string) (map[string][]postchat.AuditEntry, error) {
	byObject, err := grouped(ctx, "the audit log", func(rows *[]postchat.AuditEntry) *bun.SelectQuery {
		return c.selectOne(rows).Where("object_id IN (?)", list(ids)).Order("id DESC")
	}, func(e postchat.AuditEntry) string { return e.ObjectID })
	for id, entries := range byObject {
		byObject[id] = entries[:min(len(entries), maxHistory)]
	}
	return byObject, err
}
