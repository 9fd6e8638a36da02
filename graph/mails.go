package graph

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/model"
)

// newestMails is a page of the mails as a connection.
func (q *request) newestMails(ctx context.Context, first int, after *string) (*model.MailConnection, error) {
	last, err := readPlace(mailCursor, after)
	if err != nil {
		return nil, err
	}
	mails, more, err := q.scope.NewestMails(ctx, db.MailPage{First: first, After: last})
	if err != nil {
		return nil, err
	}
	expectOf(mails, q.expectOfMail)
	c := &model.MailConnection{
		Edges: make([]model.MailEdge, len(mails)), Nodes: mails, PageInfo: &model.PageInfo{HasNextPage: more, HasPreviousPage: last != ""},
	}
	for i := range mails {
		c.Edges[i] = model.MailEdge{Cursor: writeCursor(mailCursor, mails[i].ID), Node: &mails[i]}
	}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = c.Edges[0].Cursor, c.Edges[n-1].Cursor
	}
	return c, nil
}

// deliveriesOf are what became of a mail.
func (q *request) deliveriesOf(ctx context.Context, m *postchat.Mail) ([]postchat.Delivery, error) {
	all, err := q.deliveries.load(ctx, m.FollowUpID)
	own := make([]postchat.Delivery, 0, len(all))
	for _, d := range all {
		if d.MailID == m.ID {
			own = append(own, d)
		}
	}
	return own, err
}
