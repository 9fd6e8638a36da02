package graph

import (
	"context"

	"github.com/postchat/postchat"
)

// limit resolves the campaigns that somebody is limited to; nil for those who are not.
func (l *loaders) limit(ctx context.Context, ids []string) ([]postchat.Campaign, error) {
	if ids == nil {
		return nil, nil
	}
	campaigns := make([]postchat.Campaign, len(ids))
	for i, id := range ids {
		campaign, err := l.campaign.load(ctx, id)
		if err != nil {
			return nil, err
		}
		campaigns[i] = *campaign
	}
	return campaigns, nil
}

// expectLimit announces the campaigns that each of rows is limited to, and returns rows.
func expectLimit[T any](l *loaders, rows []T, ids func(T) []string) []T {
	expectOf(rows, func(row T) { l.campaign.expect(ids(row)...) })
	return rows
}

// sessions are the viewer's.
func (q *request) sessions(ctx context.Context) ([]postchat.Session, error) {
	sessions, err := q.scope.Sessions(ctx, q.viewer.PersonID())
	expectOf(sessions, func(s postchat.Session) { q.source.expect(s.SourceID) })
	return sessions, err
}
