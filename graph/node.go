package graph

import (
	"context"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/scalar"
)

// node finds whatever has the id; nil where the viewer sees nothing that has it.
func (q *request) node(ctx context.Context, id string) (scalar.Node, error) {
	kind, err := q.scope.KindOf(ctx, id)
	if err != nil {
		return nil, err
	}
	switch kind {
	case db.KindCampaign:
		return q.campaign.load(ctx, id)
	case db.KindGoal:
		return q.goal.load(ctx, id)
	case db.KindSuccessCode:
		return q.successCode.load(ctx, id)
	case db.KindSource:
		return q.source.load(ctx, id)
	case db.KindChat:
		return q.chat.load(ctx, id)
	case db.KindFollowUp:
		return q.followUp.load(ctx, id)
	case db.KindMail:
		return q.mail.load(ctx, id)
	case db.KindDelivery:
		return q.scope.Delivery(ctx, id)
	case db.KindTestMail:
		m, err := q.scope.TestMail(ctx, id)
		return q.expectedTest(m), err
	}
	return nil, nil
}
