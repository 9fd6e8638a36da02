package db

import (
	"context"
	"time"
)

// Which deliveries a worker is for. It is found out when they are claimed, so that no way on which a delivery comes to be queued can
// forget it. The first is asked of each row that is due, and the second finds the few there are, however many others are due.
const (
	notOfSample = "(SELECT campaign_id FROM follow_ups WHERE follow_ups.id = ?TableAlias.follow_up_id) NOT IN (SELECT id FROM campaigns WHERE sample)"
	ofSample    = "?TableAlias.follow_up_id IN (SELECT id FROM follow_ups WHERE campaign_id IN (SELECT id FROM campaigns WHERE sample))"
)

// Samples is the store as the worker sees it who has the mails of samples, and no others: those that nobody may get.
type Samples struct{ *Store }

// Samples returns the store as the worker of the samples sees it.
func (s *Store) Samples() Samples { return Samples{s} }

// ClaimQueued is Store.ClaimQueued for samples.
func (s Samples) ClaimQueued(ctx context.Context, lease Lease, transport string, limit int) ([]Claimed, error) {
	return s.claimQueued(ctx, ofSample, lease, transport, limit)
}

// ClaimUncertain is Store.ClaimUncertain for samples.
func (s Samples) ClaimUncertain(ctx context.Context, lease Lease, limit int) ([]Claimed, error) {
	return s.claimUncertain(ctx, ofSample, lease, limit)
}

// ExpireSending is Store.ExpireSending for samples.
func (s Samples) ExpireSending(ctx context.Context, askAt time.Time) (int, error) {
	return s.expireSending(ctx, ofSample, askAt)
}
