package db

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Kind says what an id is of.
type Kind string

// The kinds of things that can be found by their ids alone.
const (
	KindCampaign    Kind = "campaign"
	KindGoal        Kind = "goal"
	KindSuccessCode Kind = "success_code"
	KindSource      Kind = "source"
	KindChat        Kind = "chat"
	KindFollowUp    Kind = "follow_up"
	KindMail        Kind = "mail"
	KindDelivery    Kind = "delivery"
	KindTestMail    Kind = "test_mail"
)

// KindOf returns what has the id, and an empty kind where the scope sees nothing that has it.
func (c *Scope) KindOf(ctx context.Context, id string) (Kind, error) {
	var query *bun.SelectQuery
	for _, table := range []struct {
		kind  Kind
		model any
	}{
		{KindCampaign, (*postchat.Campaign)(nil)},
		{KindGoal, (*postchat.Goal)(nil)},
		{KindSuccessCode, (*postchat.SuccessCode)(nil)},
		{KindSource, (*sourceRow)(nil)},
		{KindChat, (*postchat.Chat)(nil)},
		{KindFollowUp, (*postchat.FollowUp)(nil)},
		{KindMail, (*postchat.Mail)(nil)},
		{KindDelivery, (*postchat.Delivery)(nil)},
		{KindTestMail, (*postchat.TestMail)(nil)},
	} {
		one := c.selectOne(table.model).ColumnExpr("? AS kind", string(table.kind)).Where("?TableAlias.id = ?", id)
		if query == nil {
			query = one
		} else {
			query = query.UnionAll(one)
		}
	}
	var kinds []Kind
	if err := query.Scan(ctx, &kinds); err != nil {
		return "", fmt.Errorf("find what has an id: %w", err)
	}
	if len(kinds) == 0 {
		return "", nil
	}
	return kinds[0], nil
}
