package db

import (
	"context"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

// ReplayEvent records what a kept webhook body says when it is read again: a is the event's body as an arrival, received when
// it came first, and with an event without a kind where it is not about a finished chat after all. It returns the event with
// what came of it. A body that has a chat already keeps it, and nothing is done; nor is a chat made twice where the same body
// came again and could be read.
func (c *Scope) ReplayEvent(ctx context.Context, id string, a postchat.Arrival) (*postchat.RawEvent, error) {
	var event *postchat.RawEvent
	err := c.InTx(ctx, func(ctx context.Context, tx *Scope) error {
		if err := c.store.lockSource(ctx, tx.writer(), a.Source.ID); err != nil {
			return fmt.Errorf("replay the event: %w", err)
		}
		var err error
		if event, err = tx.RawEvent(ctx, id); err != nil || event.ChatID != "" {
			return err
		}
		r := &reconciler{store: c.store, tx: tx.writer(), arrival: a, raw: *event, replay: true}
		r.raw.Problem, r.raw.ReplayedAt = a.Problem, c.store.now()
		if a.Event != nil {
			r.raw.Type = a.Event.Type
		}
		if _, err := r.run(ctx); err != nil {
			return fmt.Errorf("replay the event: %w", err)
		}
		event = &r.raw
		return tx.Audit(ctx, postchat.AuditEntry{
			Action: "event.replay", ObjectKind: "source", ObjectID: a.Source.ID, ObjectName: a.Source.Name,
			Detail: fmt.Sprintf("event %s: %s", id, event.Outcome),
		})
	})
	if err != nil {
		return nil, err
	}
	return event, nil
}

// HookSource is Store.HookSource for a source of the account, retired or not.
func (c *Scope) HookSource(ctx context.Context, id string) (postchat.Source, map[string]*time.Location, error) {
	source, err := c.Source(ctx, id)
	if err != nil {
		return postchat.Source{}, nil, err
	}
	zones, err := c.zones(ctx)
	return *source, zones, err
}

// zones are the time zones of the account's campaigns, by id.
func (c *Scope) zones(ctx context.Context) (map[string]*time.Location, error) {
	campaigns, err := c.Campaigns(ctx)
	zones := make(map[string]*time.Location, len(campaigns))
	for _, campaign := range campaigns {
		zones[campaign.ID] = campaign.Location()
	}
	return zones, err
}
