package graph

import (
	"context"
	"encoding/base64"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/model"
)

// auditLog reads the entries that the arguments of a connection ask for.
func (q *request) auditLog(ctx context.Context, filter *db.AuditFilter, first int, after *string) (*model.AuditConnection, error) {
	if filter == nil {
		filter = &db.AuditFilter{}
	}
	last, err := readAuditCursor(after)
	if err != nil {
		return nil, err
	}
	rows, more, err := q.scope.AuditLog(ctx, *filter, db.AuditPage{First: first, After: last})
	if err != nil {
		return nil, err
	}
	c := &model.AuditConnection{
		Edges: make([]model.AuditEdge, len(rows)), Nodes: rows, PageInfo: &model.PageInfo{HasNextPage: more, HasPreviousPage: last != ""},
	}
	for i := range rows {
		c.Edges[i] = model.AuditEdge{Cursor: auditCursor(rows[i]), Node: &rows[i]}
		q.campaign.expect(rows[i].CampaignID)
	}
	if len(rows) > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = c.Edges[0].Cursor, c.Edges[len(rows)-1].Cursor
	}
	return c, nil
}

const auditCursorPrefix = "audit:"

// auditCursor says where an entry is in the audit log.
func auditCursor(e postchat.AuditEntry) string {
	return base64.RawURLEncoding.EncodeToString([]byte(auditCursorPrefix + e.ID))
}

// readAuditCursor returns the id of the entry that a cursor was made for; empty for no cursor.
func readAuditCursor(text *string) (string, error) {
	if text == nil || *text == "" {
		return "", nil
	}
	decoded, err := base64.RawURLEncoding.DecodeString(*text)
	id, ours := strings.CutPrefix(string(decoded), auditCursorPrefix)
	if err != nil || !ours || strings.Trim(id, "0123456789abcdef-") != "" {
		return "", postchat.Invalidf("after", "is not a cursor of this list")
	}
	return id, nil
}
