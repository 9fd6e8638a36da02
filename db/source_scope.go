package db

import (
	"fmt"

	"github.com/uptrace/bun"
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
	if condition := sourceCondition(tableOf(query).Name); condition != "" {
		return query.Where(condition, c.source)
	}
	return query
}

// ofSource are the tables whose rows belong to a source, each with the column that says to which, nearest first. Models can have
// fewer columns than their table: so it is the table's name that counts.
var ofSource = map[string]string{
	"chats": "source_id", "drafts": "source_id", "raw_events": "source_id", "ignored_events": "source_id", "sessions": "source_id",
	"panel_codes": "source_id", "reopened_conversations": "source_id", "refused_requests": "source_id",
	"follow_ups": "chat_id",
	"mails":      "follow_up_id", "deliveries": "follow_up_id", "test_mails": "follow_up_id",
	"delivery_steps": "delivery_id",
}

// sourceCondition says which rows of a table belong to a source; empty for what belongs to none.
func sourceCondition(table string) string {
	const (
		ofChats     = "EXISTS (SELECT 1 FROM chats AS of_source WHERE of_source.source_id = ? AND of_source.id = %s)"
		ofFollowUps = "(SELECT chat_id FROM follow_ups AS of_chat WHERE of_chat.id = %s)"
		ofDelivery  = "(SELECT follow_up_id FROM deliveries AS of_follow_up WHERE of_follow_up.id = ?TableAlias.delivery_id)"
	)
	switch ofSource[table] {
	case "source_id":
		return "?TableAlias.source_id = ?"
	case "chat_id":
		return fmt.Sprintf(ofChats, "?TableAlias.chat_id")
	case "follow_up_id":
		return fmt.Sprintf(ofChats, fmt.Sprintf(ofFollowUps, "?TableAlias.follow_up_id"))
	case "delivery_id":
		return fmt.Sprintf(ofChats, fmt.Sprintf(ofFollowUps, ofDelivery))
	}
	if table == "sources" {
		return "?TableAlias.id = ?"
	}
	return ""
}
