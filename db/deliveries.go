package db

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Lease says who holds a claimed row and until when.
type Lease struct {
	Owner string
	Until time.Time
}

// Claimed is a delivery that a worker holds, with what it needs to send it.
type Claimed struct {
	postchat.Delivery `bun:",extend"`

	// SendingSince is when the newest attempt began.
	SendingSince time.Time `bun:"sending_since,nullzero"`
	// LeaseUntil is when the claim runs out; zero on an uncertain one.
	LeaseUntil time.Time `bun:"lease_until,nullzero"`
	// Mail is the mail to send.
	Mail *postchat.Mail `bun:"-"`
}

// ClaimQueued claims up to limit queued deliveries that are due, the longest due first. They are in sending from then on, so
// that one whose worker dies becomes uncertain and is never sent a second time unasked. transport is what they go through.
func (s *Store) ClaimQueued(ctx context.Context, lease Lease, transport string, limit int) ([]Claimed, error) {
	now := s.now()
	return s.claim(ctx, postchat.DeliveryQueued, now, limit, func(q *bun.UpdateQuery) *bun.UpdateQuery {
		return q.Set("state = ?", postchat.DeliverySending).Set("attempt = attempt + 1").Set("run_at = NULL").
			Set("transport = ?", transport).Set("sending_since = ?", now).Set("lease_owner = ?", lease.Owner).Set("lease_until = ?", lease.Until)
	})
}

// ClaimUncertain claims up to limit uncertain deliveries about which the provider is to be asked now. Whoever dies while
// asking leaves them to be asked about again when the lease has run out.
func (s *Store) ClaimUncertain(ctx context.Context, lease Lease, limit int) ([]Claimed, error) {
	return s.claim(ctx, postchat.DeliveryUncertain, s.now(), limit, func(q *bun.UpdateQuery) *bun.UpdateQuery {
		return q.Set("run_at = ?", lease.Until)
	})
}

func (s *Store) claim(ctx context.Context, state postchat.DeliveryState, now time.Time, limit int,
	set func(*bun.UpdateQuery) *bun.UpdateQuery,
) ([]Claimed, error) {
	due := s.write.NewSelect().Model((*postchat.Delivery)(nil)).Column("id").
		Where("state = ?", state).Where("run_at <= ?", now).Order("run_at", "id").Limit(int64(limit))
	if s.postgres() {
		due = due.For("UPDATE SKIP LOCKED")
	}
	var claimed []Claimed
	err := set(s.write.NewUpdate().With("due", due).Model((*postchat.Delivery)(nil))).Set("updated_at = ?", now).
		Where("id IN (SELECT id FROM due)").Returning("*").Scan(ctx, &claimed)
	if err != nil {
		return nil, fmt.Errorf("claim deliveries: %w", err)
	}
	return claimed, s.loadMails(ctx, claimed)
}

func (s *Store) loadMails(ctx context.Context, claimed []Claimed) error {
	if len(claimed) == 0 {
		return nil
	}
	ids := make([]string, len(claimed))
	for i, c := range claimed {
		ids[i] = c.MailID
	}
	var mails []postchat.Mail
	if err := s.read.NewSelect().Model(&mails).Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return fmt.Errorf("read the mails to send: %w", err)
	}
	for i := range claimed {
		at := slices.IndexFunc(mails, func(m postchat.Mail) bool { return m.ID == claimed[i].MailID })
		claimed[i].Mail = &mails[at]
	}
	return nil
}

// ExtendLeases moves the end of the owner's leases on the deliveries that it is sending.
func (s *Store) ExtendLeases(ctx context.Context, lease Lease, ids []string) error {
	_, err := s.write.NewUpdate().Model((*postchat.Delivery)(nil)).Set("lease_until = ?", lease.Until).
		Where("id IN (?)", list(ids)).Where("lease_owner = ?", lease.Owner).Where("state = ?", postchat.DeliverySending).Exec(ctx)
	if err != nil {
		return fmt.Errorf("extend leases: %w", err)
	}
	return nil
}

// ExpireSending makes deliveries uncertain whose worker has not been heard of: whether their mail left, nobody here knows.
// askAt is when the provider is asked first. It returns how many there were.
func (s *Store) ExpireSending(ctx context.Context, askAt time.Time) (int, error) {
	var expired []postchat.Delivery
	err := s.read.NewSelect().Model(&expired).Where("state = ?", postchat.DeliverySending).Where("lease_until < ?", s.now()).Limit(200).Scan(ctx)
	if err != nil {
		return 0, fmt.Errorf("look for lost deliveries: %w", err)
	}
	for _, delivery := range expired {
		_, err := s.Finish(ctx, Result{Delivery: delivery, Change: Change{
			State: postchat.DeliveryUncertain, RunAt: askAt, Transport: delivery.Transport, Resend: delivery.Resend,
			Words: "The server that was sending stopped before the answer was recorded.",
		}})
		if err != nil {
			return 0, err
		}
	}
	return len(expired), nil
}

// Postpone moves the next question about an uncertain delivery that could not be answered.
func (s *Store) Postpone(ctx context.Context, d postchat.Delivery, until time.Time) error {
	_, err := s.write.NewUpdate().Model((*postchat.Delivery)(nil)).Set("run_at = ?", until).Where("id = ?", d.ID).
		Where("attempt = ?", d.Attempt).Where("state = ?", postchat.DeliveryUncertain).Exec(ctx)
	if err != nil {
		return fmt.Errorf("postpone the question about a delivery: %w", err)
	}
	return nil
}

// Change is what an attempt, an answer or a person changes of a delivery.
type Change struct {
	State postchat.DeliveryState
	RunAt time.Time // zero for never
	// Transport, ProviderID and Words are as in postchat.Delivery.
	Transport, ProviderID, Words string
	Resend                       bool
	Asked                        int
}

// Result is the outcome of a claimed delivery.
type Result struct {
	Delivery postchat.Delivery // as it was claimed
	Change   Change
}

// Finish records the outcome of a claimed delivery, with a line of its history and its follow-up's state, and reports
// whether it counted. It does not when the delivery was claimed again or was settled in the meantime; a late answer to an
// attempt that had become uncertain still counts, for it is the answer that was missing.
func (s *Store) Finish(ctx context.Context, r Result) (bool, error) {
	counted, err := s.results.do(ctx, r)
	if err != nil {
		return false, fmt.Errorf("record the delivery's outcome: %w", err)
	}
	return counted, nil
}

func (s *Store) finishBatch(ctx context.Context, results []Result) ([]bool, error) {
	counted := make([]bool, len(results))
	err := s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
		followUps := make([]string, len(results))
		for i, r := range results {
			followUps[i] = r.Delivery.FollowUpID
		}
		if err := s.lockFollowUps(ctx, tx, followUps); err != nil {
			return err
		}
		for i, r := range results {
			var err error
			if counted[i], err = s.finish(ctx, tx, r); err != nil {
				return err
			}
		}
		return s.refreshStates(ctx, tx, followUps)
	})
	return counted, err
}

// lockFollowUps makes two servers that finish deliveries of one follow-up wait for each other, always in the same order.
func (s *Store) lockFollowUps(ctx context.Context, tx bun.Tx, ids []string) error {
	if !s.postgres() {
		return nil // there is one writer
	}
	var locked []string
	return tx.NewSelect().Model((*postchat.FollowUp)(nil)).Column("id").Where("id IN (?)", bun.List(ids)).Order("id").
		For("UPDATE").Scan(ctx, &locked)
}

func (s *Store) finish(ctx context.Context, tx bun.Tx, r Result) (bool, error) {
	now := s.now()
	c := r.Change
	update := tx.NewUpdate().Model((*postchat.Delivery)(nil)).
		Set("state = ?", c.State).Set("run_at = ?", bun.NullTime{Time: c.RunAt}).Set("transport = ?", c.Transport).
		Set("provider_id = ?", c.ProviderID).Set("words = ?", c.Words).Set("resend = ?", c.Resend).Set("asked = ?", c.Asked).
		Set("lease_owner = NULL").Set("lease_until = NULL").Set("updated_at = ?", now).
		Where("id = ?", r.Delivery.ID).Where("attempt = ?", r.Delivery.Attempt).
		Where("state IN (?, ?)", postchat.DeliverySending, postchat.DeliveryUncertain)
	result, err := update.Exec(ctx)
	if err != nil {
		return false, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	return true, addStep(ctx, tx, r.Delivery, c.State, c.Words, now)
}

func addStep(ctx context.Context, tx bun.IDB, d postchat.Delivery, state postchat.DeliveryState, words string, at time.Time) error {
	step := &postchat.DeliveryStep{
		ID: postchat.NewID(at), AccountID: d.AccountID, DeliveryID: d.ID, At: at, State: state, Attempt: d.Attempt, Words: words,
	}
	_, err := tx.NewInsert().Model(step).Exec(ctx)
	return err
}

// refreshStates gives follow-ups the state of their deliveries.
func (s *Store) refreshStates(ctx context.Context, tx bun.IDB, followUpIDs []string) error {
	var deliveries []postchat.Delivery
	err := tx.NewSelect().Model(&deliveries).Column("follow_up_id", "state").Where("follow_up_id IN (?)", bun.List(followUpIDs)).Scan(ctx)
	if err != nil {
		return err
	}
	states := map[string][]postchat.DeliveryState{}
	for _, d := range deliveries {
		states[d.FollowUpID] = append(states[d.FollowUpID], d.State)
	}
	byState := map[postchat.FollowUpState][]string{}
	for id, all := range states {
		state := postchat.StateOf(all)
		byState[state] = append(byState[state], id)
	}
	for state, ids := range byState {
		_, err := tx.NewUpdate().Model((*postchat.FollowUp)(nil)).Set("state = ?", state).Set("updated_at = ?", s.now()).
			Where("id IN (?)", bun.List(ids)).Where("state <> ?", state).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
