package db

import (
	"context"
	"errors"
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

// ClaimQueued claims up to limit queued deliveries that are due, the longest due first, but for those of the sample; see Samples. They
// are in sending from then on, so that one whose worker dies becomes uncertain and is never sent a second time unasked. transport is
// what they go through.
func (s *Store) ClaimQueued(ctx context.Context, lease Lease, transport string, limit int) ([]Claimed, error) {
	return s.claimQueued(ctx, notOfSample, lease, transport, limit)
}

func (s *Store) claimQueued(ctx context.Context, of string, lease Lease, transport string, limit int) ([]Claimed, error) {
	now := s.now()
	return s.claim(ctx, of, postchat.DeliveryQueued, now, limit, func(q *bun.UpdateQuery) *bun.UpdateQuery {
		return q.Set("state = ?", postchat.DeliverySending).Set("attempt = attempt + 1").Set("run_at = NULL").
			Set("transport = ?", transport).Set("sending_since = ?", now).Set("lease_owner = ?", lease.Owner).Set("lease_until = ?", lease.Until)
	})
}

// ClaimUncertain claims up to limit uncertain deliveries about which the provider is to be asked now. Whoever dies while
// asking leaves them to be asked about again when the lease has run out.
func (s *Store) ClaimUncertain(ctx context.Context, lease Lease, limit int) ([]Claimed, error) {
	return s.claimUncertain(ctx, notOfSample, lease, limit)
}

func (s *Store) claimUncertain(ctx context.Context, of string, lease Lease, limit int) ([]Claimed, error) {
	return s.claim(ctx, of, postchat.DeliveryUncertain, s.now(), limit, func(q *bun.UpdateQuery) *bun.UpdateQuery {
		return q.Set("run_at = ?", lease.Until)
	})
}

// claim claims in one transaction with reading the mails, so that no delivery is claimed whose mail could not be read.
func (s *Store) claim(ctx context.Context, of string, state postchat.DeliveryState, now time.Time, limit int,
	set func(*bun.UpdateQuery) *bun.UpdateQuery,
) ([]Claimed, error) {
	due := s.write.NewSelect().Model((*postchat.Delivery)(nil)).Column("id").
		Where("state = ?", state).Where("run_at <= ?", now).Where(of).Order("run_at", "id").Limit(int64(limit))
	if s.postgres() {
		due = due.For("UPDATE SKIP LOCKED")
	}
	var claimed []Claimed
	err := s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
		err := set(tx.NewUpdate().With("due", due).Model((*postchat.Delivery)(nil))).Set("updated_at = ?", now).
			Where("id IN (SELECT id FROM due)").Returning("*").Scan(ctx, &claimed)
		if err != nil {
			return err
		}
		return loadMails(ctx, tx, claimed)
	})
	if err != nil {
		return nil, fmt.Errorf("claim deliveries: %w", err)
	}
	return claimed, nil
}

func loadMails(ctx context.Context, tx bun.IDB, claimed []Claimed) error {
	if len(claimed) == 0 {
		return nil
	}
	ids := make([]string, len(claimed))
	for i, c := range claimed {
		ids[i] = c.MailID
	}
	var mails []postchat.Mail
	if err := tx.NewSelect().Model(&mails).Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return fmt.Errorf("read the mails: %w", err)
	}
	for i := range claimed {
		at := slices.IndexFunc(mails, func(m postchat.Mail) bool { return m.ID == claimed[i].MailID })
		claimed[i].Mail = &mails[at]
	}
	return nil
}

// ExtendLeases moves the end of the owner's leases on the deliveries that it is sending. One that is being settled at this very
// moment needs no lease any more, and is passed over: to wait for it could be to wait for each other.
func (s *Store) ExtendLeases(ctx context.Context, lease Lease, ids []string) error {
	held := s.write.NewSelect().Model((*postchat.Delivery)(nil)).Column("id").
		Where("id IN (?)", list(ids)).Where("lease_owner = ?", lease.Owner).Where("state = ?", postchat.DeliverySending)
	if s.postgres() {
		held = held.For("UPDATE SKIP LOCKED")
	}
	_, err := s.write.NewUpdate().With("held", held).Model((*postchat.Delivery)(nil)).Set("lease_until = ?", lease.Until).
		Where("id IN (SELECT id FROM held)").Exec(ctx)
	if err != nil {
		return fmt.Errorf("extend leases: %w", err)
	}
	return nil
}

// ExpireSending makes deliveries uncertain whose worker has not been heard of: whether their mail left, nobody here knows.
// askAt is when the provider is asked first. It returns how many there were.
func (s *Store) ExpireSending(ctx context.Context, askAt time.Time) (int, error) {
	return s.expireSending(ctx, notOfSample, askAt)
}

func (s *Store) expireSending(ctx context.Context, of string, askAt time.Time) (int, error) {
	var expired []postchat.Delivery
	err := s.read.NewSelect().Model(&expired).Where("state = ?", postchat.DeliverySending).Where("lease_until < ?", s.now()).Where(of).
		Limit(200).Scan(ctx)
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
		var all []settled
		for i, r := range results {
			var err error
			if counted[i], err = s.finish(ctx, tx, r); err != nil {
				return err
			}
			if counted[i] {
				all = append(all, settled{r.Delivery, r.Change.State, r.Change.Words})
			}
		}
		return s.settled(ctx, tx, all)
	})
	if err == nil {
		changedAll(s, results, func(r Result) string { return r.Delivery.AccountID })
	}
	return counted, err
}

// lockFollowUps makes two servers that finish deliveries of one follow-up wait for each other, always in the same order.
func (s *Store) lockFollowUps(ctx context.Context, tx bun.Tx, ids []string) error {
	if !s.postgres() {
		return nil // there is one writer
	}
	var locked []string
	return tx.NewSelect().Model((*postchat.FollowUp)(nil)).Column("id").Where("id IN (?)", list(ids)).Order("id").
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
	if c.State.Taken() {
		update = update.Set("accepted_at = COALESCE(accepted_at, ?)", now)
	}
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

// refreshStates gives follow-ups the state of their deliveries. One that another mail stands in for does not count. A follow-up
// whose state stays is touched too: whoever watches it wants to see the receipt that has changed; see ChangedFollowUps.
func (s *Store) refreshStates(ctx context.Context, tx bun.IDB, followUpIDs []string) error {
	var deliveries []postchat.Delivery
	err := tx.NewSelect().Model(&deliveries).Column("follow_up_id", "state").Where("follow_up_id IN (?)", list(followUpIDs)).
		Where("replaced_by IS NULL").Scan(ctx)
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
		now := s.now()
		update := tx.NewUpdate().Model((*postchat.FollowUp)(nil)).Set("state = ?", state).Set("updated_at = ?", now).
			Where("id IN (?)", bun.List(ids))
		if state == postchat.FollowUpSent || state == postchat.FollowUpDelivered {
			update = update.Set("sent_at = COALESCE(sent_at, ?)", now)
		}
		if _, err := update.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Delivery returns one delivery.
func (c *Scope) Delivery(ctx context.Context, id string) (*postchat.Delivery, error) {
	d := new(postchat.Delivery)
	if err := notFound(c.selectOne(d).Where("id = ?", id).Scan(ctx), "delivery"); err != nil {
		return nil, err
	}
	return d, nil
}

// Settle is what a person decides about a delivery that waits for one: from the state in which they saw it, to another. It
// is a Conflict when the delivery was settled in the meantime.
func (c *Scope) Settle(ctx context.Context, d postchat.Delivery, to Change) error {
	return c.InTx(ctx, func(ctx context.Context, tx *Scope) error {
		now := c.store.now()
		result, err := tx.writer().NewUpdate().Model((*postchat.Delivery)(nil)).
			Set("state = ?", to.State).Set("run_at = ?", bun.NullTime{Time: to.RunAt}).Set("words = ?", to.Words).
			Set("resend = ?", to.Resend).Set("asked = 0").Set("check_at = NULL").Set("updated_at = ?", now).
			Where("id = ?", d.ID).Where("account_id = ?", c.account).Where("state = ?", d.State).Where("attempt = ?", d.Attempt).Exec(ctx)
		if err != nil {
			return fmt.Errorf("settle a delivery: %w", err)
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, postchat.Conflictf("This delivery was settled in the meantime. Look at it again."))
		}
		if err := addStep(ctx, tx.writer(), d, to.State, to.Words, now); err != nil {
			return fmt.Errorf("settle a delivery: %w", err)
		}
		return c.store.refreshStates(ctx, tx.writer(), []string{d.FollowUpID})
	})
}

// MailsSince counts the mails of the campaign since a time, each recipient for one: all, and those by an operator's name.
func (s *Store) MailsSince(ctx context.Context, campaignID, operator string, since time.Time) (all, byOperator int, err error) {
	query := s.read.NewSelect().TableExpr("deliveries d").Join("JOIN follow_ups f ON f.id = d.follow_up_id").
		ColumnExpr("count(*)").ColumnExpr("COALESCE(sum(CASE WHEN f.submitted_by = ? THEN 1 ELSE 0 END), 0)", operator).
		Where("f.campaign_id = ?", campaignID).Where("d.created_at > ?", since).Where("d.state <> ?", postchat.DeliveryHeld)
	if err := query.Scan(ctx, &all, &byOperator); err != nil {
		return 0, 0, fmt.Errorf("count mails: %w", err)
	}
	return all, byOperator, nil
}
