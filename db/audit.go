package db

import (
	"context"
	"fmt"

	"github.com/postchat/postchat"
)

// maxAuditText bounds each text of an audit entry, in characters.
const maxAuditText = 500

// Audit adds a line to the account's audit log, in the scope's transaction where there is one: who uses the scope, now. What is
// given are the action, the object and the detail.
func (c *Scope) Audit(ctx context.Context, entry postchat.AuditEntry) error {
	now := c.store.now()
	entry.ID, entry.AccountID, entry.At = postchat.NewID(now), c.account, now
	entry.ActorKind, entry.ActorID, entry.ActorName = c.actor.Kind, c.actor.ID, c.actor.Name
	if entry.ActorKind == "" {
		entry.ActorKind, entry.ActorName = postchat.ActorSystem, "Postchat"
	}
	for _, text := range []*string{&entry.ActorName, &entry.ObjectName, &entry.Detail} {
		*text = postchat.Shorten(postchat.CleanLine(*text), maxAuditText)
	}
	if _, err := c.writer().NewInsert().Model(&entry).Exec(ctx); err != nil {
		return fmt.Errorf("write the audit log: %w", err)
	}
	return nil
}
