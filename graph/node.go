package graph

import (
	"context"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/scalar"
)

// node finds whatever has the id; nil where the viewer sees nothing that has it.
func (q *request) node(ctx context.Context, id string) (scalar.Node, error) {
	kind, err := q.scope.KindOf(ctx, id)
	if err != nil || kind == "" {
		return nil, err
	}
	return q.finder(kind, id)(ctx)
}

// finder announces an id to the loader of its kind, where there is one, and returns what finds the node.
func (q *request) finder(kind db.Kind, id string) func(context.Context) (scalar.Node, error) {
	switch kind {
	case db.KindCampaign:
		return expecting(&q.campaign, id)
	case db.KindGoal:
		return expecting(&q.goal, id)
	case db.KindSuccessCode:
		return expecting(&q.successCode, id)
	case db.KindSource:
		return expecting(&q.source, id)
	case db.KindChat:
		return expecting(&q.chat, id)
	case db.KindFollowUp:
		return expecting(&q.followUp, id)
	case db.KindMail:
		return expecting(&q.mail, id)
	case db.KindDelivery:
		return func(ctx context.Context) (scalar.Node, error) { return q.scope.Delivery(ctx, id) }
	case db.KindTestMail:
		return func(ctx context.Context) (scalar.Node, error) {
			m, err := q.scope.TestMail(ctx, id)
			return q.expectedTest(m), err
		}
	}
	panic("graph: a node of the kind " + string(kind) + " cannot be found") // KindOf knows one more than this
}

func expecting[T any](l *loader[T], id string) func(context.Context) (scalar.Node, error) {
	l.expect(id)
	return func(ctx context.Context) (scalar.Node, error) { return l.load(ctx, id) }
}
