package db

import (
	"context"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// filterFollowUps leaves the follow-ups that the filter means, its search aside.
func (c *Scope) filterFollowUps(ctx context.Context, query *bun.SelectQuery, f FollowUpFilter) (*bun.SelectQuery, error) {
	if len(f.States) > 0 {
		query = query.Where("state IN (?)", list(f.States))
	}
	if len(f.CampaignIDs) > 0 {
		query = query.Where("campaign_id IN (?)", list(f.CampaignIDs))
	}
	if f.Urgent != nil {
		query = query.Where("(submission LIKE ?) = ?", `%"urgent":true%`, *f.Urgent)
	}
	if f.Late != nil {
		// As FollowUp.Late says.
		query = query.Where("(routed_revision > 0 AND EXISTS (SELECT 1 FROM chats WHERE chats.id = ?TableAlias.chat_id AND "+
			"chats.revision > ?TableAlias.routed_revision)) = ?", *f.Late)
	}
	query = c.whereRow(c.whereChat(query, f), f)
	return c.whereCodes(ctx, query, f)
}

// like escapes what LIKE would take for wild cards, with a backslash.
func like(text string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(text)
}

// whereRow leaves the follow-ups that a row of a report or of the ledger is about, but for their codes.
func (c *Scope) whereRow(query *bun.SelectQuery, f FollowUpFilter) *bun.SelectQuery {
	if f.Days != (Days{}) {
		query = query.Where("?TableAlias.day BETWEEN ? AND ?", f.Days.First, f.Days.Last)
	}
	if len(f.Reasons) > 0 {
		query = query.Where("?TableAlias.reason IN (?)", bun.List(f.Reasons))
	}
	if len(f.Operators) > 0 {
		const named = "EXISTS (SELECT 1 FROM chats, ? WHERE chats.id = ?TableAlias.chat_id AND ? IN (?))"
		name, operators := c.operatorName(), c.operators("chats.operators")
		query = query.WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
			q = q.Where(named, operators, name, bun.List(f.Operators))
			if slices.Contains(f.Operators, "") {
				q = q.WhereOr("NOT EXISTS (SELECT 1 FROM chats, ? WHERE chats.id = ?TableAlias.chat_id AND ? <> '')", operators, name)
			}
			return q
		})
	}
	if len(f.SubmittedBy) > 0 {
		query = query.Where("?TableAlias.submitted_at IS NOT NULL AND ?TableAlias.submitted_by IN (?)", bun.List(f.SubmittedBy))
	}
	if len(f.Addresses) > 0 {
		query = query.Where("EXISTS (SELECT 1 FROM deliveries WHERE follow_up_id = ?TableAlias.id AND ? IN (?))", c.email(), bun.List(keys(f.Addresses)))
	}
	return query
}

// operators are the operators in a column that holds them.
func (c *Scope) operators(column string) bun.Safe {
	array := "CASE WHEN " + column + " LIKE '[%' THEN " + column + " ELSE '[]' END"
	if c.store.postgres() {
		return bun.Safe("json_array_elements((" + array + ")::json) AS person")
	}
	return bun.Safe("json_each(" + array + ") AS person")
}

// operatorName is the name of one of the operators.
func (c *Scope) operatorName() bun.Safe {
	if c.store.postgres() {
		return "person ->> 'name'"
	}
	return "json_extract(person.value, '$.name')"
}

// email is what makes two recipients of deliveries the same; see postchat.Address.Key.
func (c *Scope) email() bun.Safe {
	if c.store.postgres() {
		return "lower(deliveries.recipient::json ->> 'email')"
	}
	return "lower(json_extract(deliveries.recipient, '$.email'))"
}

// keys are the keys of e-mails; see postchat.Address.Key.
func keys(emails []string) []string {
	all := make([]string, len(emails))
	for i, email := range emails {
		all[i] = postchat.Address{Email: email}.Key()
	}
	return all
}
