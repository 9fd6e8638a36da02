package db

import (
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"
)

// LimitSource returns the scope without what belongs to other sources than the one with the id; empty limits nothing. Other
// sources do not exist there, and neither do their conversations, chats and mails. What belongs to no source stays.
func (c *Scope) LimitSource(id string) *Scope {
	limited := *c
	limited.source = id
	return &limited
}

// inSource leaves the rows of the scope's source in a query for the rows of a model.
func (c *Scope) inSource(query *bun.SelectQuery) *bun.SelectQuery {
	if c.source == "" {
		return query
	}
	if condition := sourceCondition(tableOf(query)); condition != "" {
		return query.Where(condition, c.source)
	}
	return query
}

// sourceCondition says which rows of a table belong to a source; empty for what belongs to none.
func sourceCondition(table *schema.Table) string {
	const (
		ofChats     = "EXISTS (SELECT 1 FROM chats AS of_source WHERE of_source.source_id = ? AND of_source.id = %s)"
		ofFollowUps = "SELECT chat_id FROM follow_ups AS of_chat WHERE of_chat.id = "
	)
	switch {
	case table.Name == "sources":
		return "?TableAlias.id = ?"
	case table.FieldMap["source_id"] != nil:
		return "?TableAlias.source_id = ?"
	case table.FieldMap["chat_id"] != nil:
		return fmt.Sprintf(ofChats, "?TableAlias.chat_id")
	case table.FieldMap["follow_up_id"] != nil:
		return fmt.Sprintf(ofChats, "("+ofFollowUps+"?TableAlias.follow_up_id)")
	case table.FieldMap["delivery_id"] != nil:
		return fmt.Sprintf(ofChats, "("+ofFollowUps+"(SELECT follow_up_id FROM deliveries AS of_follow_up WHERE of_follow_up.id = ?TableAlias.delivery_id))")
	}
	return ""
}
