package graph

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/model"
)

// sourceEvents is a page of what a source sent as a connection.
func (q *request) sourceEvents(ctx context.Context, sourceID string, first int, after *string, outcome *postchat.ArrivalOutcome) (
	*model.RawEventConnection, error,
) {
	place, err := readPlace(eventCursor, after)
	if err != nil {
		return nil, err
	}
	page := db.EventPage{First: first, After: place}
	if outcome != nil {
		page.Outcome = *outcome
	}
	list, err := q.events.of(page).load(ctx, sourceID)
	if err != nil {
		return nil, err
	}
	c := &model.RawEventConnection{
		Edges: make([]model.RawEventEdge, len(list.Events)), Nodes: list.Events,
		PageInfo: &model.PageInfo{HasNextPage: list.More, HasPreviousPage: place != ""},
	}
	for i := range list.Events {
		c.Edges[i] = model.RawEventEdge{Cursor: writeCursor(eventCursor, list.Events[i].ID), Node: &list.Events[i]}
	}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = c.Edges[0].Cursor, c.Edges[n-1].Cursor
	}
	return c, nil
}
