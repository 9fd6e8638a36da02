package db

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// IgnoredCount is how often a source sent events of a type that is not about finished chats.
type IgnoredCount struct {
	bun.BaseModel `bun:"table:ignored_events,alias:ignored"`

	SourceID string    `bun:"source_id,pk"`
	Type     string    `bun:"type,pk"`
	Count    int64     `bun:"count"`
	LastAt   time.Time `bun:"last_at"`
}

// Ignored returns the counts of a source's ignored events, by type.
func (c *Scope) Ignored(ctx context.Context, sourceID string) ([]IgnoredCount, error) {
	var counts []IgnoredCount
	if err := c.selectOne(&counts).Where("source_id = ?", sourceID).Order("type").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read ignored events: %w", err)
	}
	return counts, nil
}

// RawEvents returns a source's newest webhook bodies with what became of each, without the bodies themselves.
func (c *Scope) RawEvents(ctx context.Context, sourceID string, limit int) ([]postchat.RawEvent, error) {
	var events []postchat.RawEvent
	err := c.selectOne(&events).ExcludeColumn("body").Where("source_id = ?", sourceID).Order("id DESC").Limit(int64(limit)).Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read webhook events: %w", err)
	}
	return events, nil
}

// EventPage is a part of what a source sent, the newest first.
type EventPage struct {
	// First is how many events to return, 1 to MaxPage.
	First int
	// After is the id of the last event of the page before; empty for the first page.
	After string
	// Outcome is what must have become of them; empty for whatever did.
	Outcome postchat.ArrivalOutcome
}

// EventList is a page of what a source sent.
type EventList struct {
	Events []postchat.RawEvent
	// More says that there are older ones.
	More bool
}

// EventLists returns the same page of what each source sent, without the bodies.
func (c *Scope) EventLists(ctx context.Context, sourceIDs []string, page EventPage) (map[string]*EventList, error) {
	if err := (Page{First: page.First}).validate(); err != nil || len(sourceIDs) == 0 {
		return nil, err
	}
	ids, of := eachLimited(sourceIDs, func(id string) *bun.SelectQuery {
		query := c.selectOne((*postchat.RawEvent)(nil)).Column("id").Where("source_id = ?", id).
			Order("id DESC").Limit(int64(page.First) + 1)
		if page.After != "" {
			query = query.Where("id < ?", page.After)
		}
		switch page.Outcome {
		case "":
		case postchat.ArrivalRecorded:
			query = query.Where("outcome = ?", page.Outcome)
		default: // said as the index says it, so that it is used
			query = query.Where("outcome <> 'recorded'").Where("outcome = ?", page.Outcome)
		}
		return query
	})
	events, err := grouped(ctx, "webhook events", func(rows *[]postchat.RawEvent) *bun.SelectQuery {
		return c.selectOne(rows).ExcludeColumn("body").Where("id IN ("+ids+")", of...).Order("id DESC")
	}, func(r postchat.RawEvent) string { return r.SourceID })
	if err != nil {
		return nil, err
	}
	lists := make(map[string]*EventList, len(sourceIDs))
	for _, id := range sourceIDs {
		n := min(len(events[id]), page.First)
		lists[id] = &EventList{Events: events[id][:n], More: len(events[id]) > n}
	}
	return lists, nil
}

// RawEvent returns one webhook body with what became of it.
func (c *Scope) RawEvent(ctx context.Context, id string) (*postchat.RawEvent, error) {
	event := new(postchat.RawEvent)
	if err := notFound(c.selectOne(event).Where("id = ?", id).Scan(ctx), "event"); err != nil {
		return nil, err
	}
	body, err := unpack(event.Body)
	event.Body = body
	return event, err
}

// EventsByID returns webhook events by their ids, without the bodies.
func (c *Scope) EventsByID(ctx context.Context, ids []string) (map[string]*postchat.RawEvent, error) {
	return keyed(ctx, "webhook events", func(rows *[]postchat.RawEvent) *bun.SelectQuery {
		return c.selectOne(rows).ExcludeColumn("body").Where("id IN (?)", list(ids))
	}, func(r *postchat.RawEvent) string { return r.ID })
}

// EventBodies returns the bodies of webhook events, by the events' ids.
func (c *Scope) EventBodies(ctx context.Context, ids []string) (map[string][]byte, error) {
	events, err := keyed(ctx, "webhook bodies", func(rows *[]postchat.RawEvent) *bun.SelectQuery {
		return c.selectOne(rows).Column("id", "body").Where("id IN (?)", list(ids))
	}, func(r *postchat.RawEvent) string { return r.ID })
	if err != nil {
		return nil, err
	}
	bodies := make(map[string][]byte, len(events))
	for id, event := range events {
		if bodies[id], err = unpack(event.Body); err != nil {
			return nil, err
		}
	}
	return bodies, nil
}

// EventCount is how many of a source's events had an outcome.
type EventCount struct {
	SourceID string                  `bun:"source_id"`
	Outcome  postchat.ArrivalOutcome `bun:"outcome"`
	Count    int64                   `bun:"count"`
}

// EventCounts returns what became of the events that each source sent since a moment, the most frequent outcome first.
// Repeats of the very same body are not counted.
func (c *Scope) EventCounts(ctx context.Context, sourceIDs []string, since time.Time) (map[string][]EventCount, error) {
	// Nearly all events bring a chat. These are the difference between two counts, each of which an index answers.
	var all, others []EventCount
	query := func() *bun.SelectQuery {
		return c.selectOne((*postchat.RawEvent)(nil)).Column("source_id").Where("source_id IN (?)", list(sourceIDs)).
			Where("id >= ?", postchat.FirstID(since))
	}
	if err := query().ColumnExpr("count(*) AS count").Group("source_id").Scan(ctx, &all); err != nil {
		return nil, fmt.Errorf("count webhook events: %w", err)
	}
	err := query().Column("outcome").ColumnExpr("count(*) AS count").Where("outcome <> 'recorded'").Group("source_id", "outcome").
		OrderExpr("count(*) DESC, outcome").Scan(ctx, &others)
	if err != nil {
		return nil, fmt.Errorf("count webhook events: %w", err)
	}
	counts := group(others, func(n EventCount) string { return n.SourceID })
	for _, n := range all {
		n.Outcome = postchat.ArrivalRecorded
		for _, other := range counts[n.SourceID] {
			n.Count -= other.Count
		}
		if n.Count > 0 {
			counts[n.SourceID] = append([]EventCount{n}, counts[n.SourceID]...)
		}
	}
	return counts, nil
}

// LastHeard returns when each source sent something that was not the repeat of something; those that never did are left out.
func (c *Scope) LastHeard(ctx context.Context, sourceIDs []string) (map[string]time.Time, error) {
	lists, err := c.EventLists(ctx, sourceIDs, EventPage{First: 1})
	if err != nil {
		return nil, err
	}
	ignored, err := c.IgnoredBySource(ctx, sourceIDs)
	if err != nil {
		return nil, err
	}
	heard := make(map[string]time.Time, len(sourceIDs))
	for _, id := range sourceIDs {
		var last time.Time
		if list := lists[id]; list != nil && len(list.Events) > 0 {
			last = list.Events[0].ReceivedAt
		}
		for _, n := range ignored[id] {
			if n.LastAt.After(last) {
				last = n.LastAt
			}
		}
		if !last.IsZero() {
			heard[id] = last
		}
	}
	return heard, nil
}
