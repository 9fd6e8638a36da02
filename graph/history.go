package graph

import (
	"context"
	"strconv"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/model"
)

// history is a page of a campaign's versions as a connection.
func (q *request) history(ctx context.Context, campaignID string, first int, after *string) (*model.FollowUpAddressesConnection, error) {
	before, err := readNumber(versionCursor, after)
	if err != nil {
		return nil, err
	}
	h, err := q.histories.of(db.TablePage{First: first, Before: int(before)}).load(ctx, campaignID)
	if err != nil {
		return nil, err
	}
	c := &model.FollowUpAddressesConnection{
		Edges: make([]model.FollowUpAddressesEdge, len(h.Tables)), Nodes: h.Tables,
		PageInfo: &model.PageInfo{HasNextPage: h.More, HasPreviousPage: before != 0},
	}
	for i := range h.Tables {
		c.Edges[i] = model.FollowUpAddressesEdge{Cursor: writeCursor(versionCursor, strconv.Itoa(h.Tables[i].Version)), Node: &h.Tables[i]}
	}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = c.Edges[0].Cursor, c.Edges[n-1].Cursor
	}
	return c, nil
}
