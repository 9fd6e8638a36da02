package graph

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/model"
)

// page is a page of follow-ups.
type page struct {
	rows []postchat.FollowUp
	info model.PageInfo
}

// page reads the follow-ups that the arguments of a connection ask for.
func (q *request) page(ctx context.Context, filter *db.FollowUpFilter, part db.Page, after *string) (page, error) {
	if filter == nil {
		filter = &db.FollowUpFilter{}
	}
	var err error
	if part.After, err = readCursor(after); err != nil {
		return page{}, err
	}
	rows, more, err := q.scope.FollowUps(ctx, *filter, part)
	if err != nil {
		return page{}, err
	}
	expectOf(rows, q.expectOfFollowUp)
	p := page{rows: rows, info: model.PageInfo{HasNextPage: more, HasPreviousPage: part.After != 0}}
	if len(rows) > 0 {
		p.info.StartCursor, p.info.EndCursor = cursor(rows[0]), cursor(rows[len(rows)-1])
	}
	return p, nil
}

// followUps is the page as a connection of follow-ups.
func (p page) followUps() *model.FollowUpConnection {
	c := &model.FollowUpConnection{Edges: make([]model.FollowUpEdge, len(p.rows)), Nodes: p.rows, PageInfo: &p.info}
	for i := range p.rows {
		c.Edges[i] = model.FollowUpEdge{Cursor: cursor(p.rows[i]), Node: &p.rows[i]}
	}
	return c
}

// chats is the page as a connection of the follow-ups' chats.
func (p page) chats(ctx context.Context, chat *loader[*postchat.Chat]) (*model.ChatConnection, error) {
	c := &model.ChatConnection{Edges: make([]model.ChatEdge, len(p.rows)), Nodes: make([]postchat.Chat, len(p.rows)), PageInfo: &p.info}
	for i, row := range p.rows {
		node, err := chat.load(ctx, row.ChatID)
		if err != nil {
			return nil, err
		}
		c.Edges[i], c.Nodes[i] = model.ChatEdge{Cursor: cursor(row), Node: node}, *node
	}
	return c, nil
}
