package db

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"github.com/postchat/postchat"
)

// Scope is the store as one account sees it, inside a transaction or out. It can be limited to campaigns, as people can, and
// it knows who uses it.
type Scope struct {
	store   *Store
	account string
	// campaigns are the ids of those that can be seen; nil means all.
	campaigns []string
	// source is the id of the one that can be seen; empty means all.
	source string
	actor  postchat.Actor
	tx     bun.IDB // nil outside a transaction
}

// Account returns the store as the account sees it. Whoever uses it is Postchat itself until As says otherwise.
func (s *Store) Account(id string) *Scope { return &Scope{store: s, account: id} }

// AccountID is the id of the scope's account.
func (c *Scope) AccountID() string { return c.account }

// Actor is who uses the scope.
func (c *Scope) Actor() postchat.Actor { return c.actor }

// As returns the scope as the actor uses it; see Audit.
func (c *Scope) As(actor postchat.Actor) *Scope {
	as := *c
	as.actor = actor
	return &as
}

// Limit returns the scope without what belongs to other campaigns than those with the ids; nil limits nothing. Other
// campaigns do not exist there, and neither do their chats.
func (c *Scope) Limit(campaignIDs []string) *Scope {
	limited := *c
	limited.campaigns = campaignIDs
	return &limited
}

// Sees reports whether the scope is not kept from the campaign by Limit.
func (c *Scope) Sees(campaignID string) bool {
	return c.campaigns == nil || slices.Contains(c.campaigns, campaignID)
}

// Limits are the ids of the campaigns that the scope is limited to; nil means that it is not.
func (c *Scope) Limits() []string { return c.campaigns }

// InTx runs fn with a Scope whose reads and writes are one transaction. An error from fn undoes it all.
func (c *Scope) InTx(ctx context.Context, fn func(ctx context.Context, tx *Scope) error) error {
	if c.tx != nil {
		return fn(ctx, c)
	}
	err := inTx(ctx, c.writer(), func(ctx context.Context, tx bun.Tx) error {
		inside := *c
		inside.tx = tx
		return fn(ctx, &inside)
	})
	if err == nil {
		c.store.changed(c.account)
	}
	return err
}

func (c *Scope) reader() bun.IDB {
	if c.tx != nil {
		return c.tx
	}
	if c.store.scoped != nil {
		return accountDB{c.store.scoped, c.account}
	}
	return c.store.read
}

func (c *Scope) writer() bun.IDB {
	if c.tx != nil {
		return c.tx
	}
	if c.store.scoped != nil {
		return accountDB{c.store.scoped, c.account}
	}
	return c.store.write
}

// selectOne starts a query for rows that the scope sees. Every read of an account's data begins here.
func (c *Scope) selectOne(model any) *bun.SelectQuery {
	query := c.inSource(c.reader().NewSelect().Model(model).Where("?TableAlias.account_id = ?", c.account))
	if c.campaigns == nil {
		return query
	}
	if condition := campaignCondition(query); condition != "" {
		return query.Where(condition, list(c.campaigns))
	}
	return query
}

// inCampaigns leaves the rows of the campaigns that the scope sees, in a query whose column that is.
func (c *Scope) inCampaigns(query *bun.SelectQuery, column string) *bun.SelectQuery {
	if c.campaigns == nil {
		return query
	}
	return query.Where("? IN (?)", bun.Ident(column), list(c.campaigns))
}

// campaignCondition says which rows of the query's table belong to campaigns; empty for what is the whole account's.
func campaignCondition(query *bun.SelectQuery) string {
	const ofFollowUps = "?TableAlias.follow_up_id IN (SELECT id FROM follow_ups WHERE campaign_id IN (?))"
	table := tableOf(query)
	switch {
	case table.Name == "campaigns":
		return "?TableAlias.id IN (?)"
	case table.FieldMap["campaign_id"] != nil:
		return "?TableAlias.campaign_id IN (?)"
	case table.FieldMap["follow_up_id"] != nil:
		return ofFollowUps
	case table.FieldMap["delivery_id"] != nil:
		return "?TableAlias.delivery_id IN (SELECT id FROM deliveries WHERE follow_up_id IN (SELECT id FROM follow_ups WHERE campaign_id IN (?)))"
	case table.FieldMap["chat_id"] != nil:
		return "?TableAlias.chat_id IN (SELECT id FROM chats WHERE campaign_id IN (?))"
	}
	return ""
}

// tableOf is the table that a query's model is of.
func tableOf(query *bun.SelectQuery) *schema.Table {
	model, ok := query.GetModel().(bun.TableModel)
	if !ok {
		panic(fmt.Sprintf("db: %T is no model of a table", query.GetModel()))
	}
	return model.Table()
}
