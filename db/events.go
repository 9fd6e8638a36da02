package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// DeliveryByKey returns the delivery that a provider's event is about: by our own id, else by the mail's Message-ID and its
// recipient, compared as addresses are. It comes without its mail. NotFound means that it is not about a mail of ours.
func (s *Store) DeliveryByKey(ctx context.Context, deliveryID, messageID, recipient string) (*Claimed, error) {
	var found []Claimed
	query := s.read.NewSelect().Model(&found)
	if deliveryID != "" {
		query = query.Where("id = ?", deliveryID)
	} else {
		query = query.Where("mail_id IN (SELECT id FROM mails WHERE message_id = ?)", messageID)
	}
	if err := query.Scan(ctx); err != nil {
		return nil, fmt.Errorf("look for a delivery: %w", err)
	}
	key := postchat.Address{Email: recipient}.Key()
	found = slices.DeleteFunc(found, func(c Claimed) bool { return deliveryID == "" && c.Recipient.Key() != key })
	if len(found) == 0 {
		return nil, postchat.NotFoundf("There is no such delivery.")
	}
	return &found[0], nil
}

// Advanced is what a provider's confirmed word makes of a delivery.
type Advanced struct {
	State      postchat.DeliveryState
	Words      string
	ProviderID string // empty leaves what is known
	At         time.Time
}

// Advance moves a delivery forward to what the provider says became of it, and reports whether that was news; see
// postchat.DeliveryState.Forward. It adds a line of history, gives the follow-up its new state, and notes the address's
// health. Where the mail was refused the follow-up becomes due, to be rescued.
func (s *Store) Advance(ctx context.Context, d postchat.Delivery, to Advanced) (bool, error) {
	var from []postchat.DeliveryState
	for _, state := range postchat.DeliveryStates {
		if state.Forward(to.State) {
			from = append(from, state)
		}
	}
	moved := false
	err := s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
		if err := s.lockFollowUps(ctx, tx, []string{d.FollowUpID}); err != nil {
			return err
		}
		update := tx.NewUpdate().Model((*postchat.Delivery)(nil)).Set("state = ?", to.State).Set("words = ?", to.Words).
			Set("run_at = NULL").Set("lease_owner = NULL").Set("lease_until = NULL").
			Set("updated_at = ?", s.now()).Where("id = ?", d.ID).Where("state IN (?)", list(from))
		if to.ProviderID != "" {
			update = update.Set("provider_id = ?", to.ProviderID)
		}
		if to.State.Taken() {
			update = update.Set("accepted_at = COALESCE(accepted_at, ?)", to.At)
		}
		if to.State.Refused() || to.State == postchat.DeliveryComplained {
			update = update.Set("check_at = NULL") // nothing more can be learned
		}
		result, err := update.Exec(ctx)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return err
		}
		moved = true
		if err := addStep(ctx, tx, d, to.State, to.Words, to.At); err != nil {
			return err
		}
		return s.settled(ctx, tx, []settled{{d, to.State, to.Words}})
	})
	if err != nil {
		return false, fmt.Errorf("record what became of a mail: %w", err)
	}
	if moved {
		s.changed(d.AccountID)
	}
	return moved, nil
}

// settled is a delivery with the state that it has come to.
type settled struct {
	delivery postchat.Delivery
	state    postchat.DeliveryState
	words    string
}

// settled brings in line with the deliveries what depends on them: their follow-ups' states, what is known of their
// addresses, and that a follow-up with a refused mail is due to be rescued. The follow-ups must be locked.
func (s *Store) settled(ctx context.Context, tx bun.Tx, all []settled) error {
	var followUps, refused []string
	for _, one := range all {
		followUps = append(followUps, one.delivery.FollowUpID)
		if one.state.Refused() {
			refused = append(refused, one.delivery.FollowUpID)
		}
	}
	if err := s.refreshStates(ctx, tx, followUps); err != nil {
		return err
	}
	if len(refused) > 0 {
		_, err := tx.NewUpdate().Model((*postchat.FollowUp)(nil)).Set("run_at = ?", s.now()).Set("version = version + 1").
			Where("id IN (?)", bun.List(refused)).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return s.noteHealth(ctx, tx, all)
}

// noteHealth keeps what is known of the addresses, always in the same order, so that two servers never wait for each other.
func (s *Store) noteHealth(ctx context.Context, tx bun.Tx, all []settled) error {
	sorted := slices.SortedFunc(slices.Values(all), func(a, b settled) int {
		return strings.Compare(a.delivery.Recipient.Key(), b.delivery.Recipient.Key())
	})
	now := s.now()
	for _, one := range sorted {
		account, email := one.delivery.AccountID, one.delivery.Recipient.Key()
		var err error
		switch {
		case one.state.Refused():
			_, err = tx.NewRaw(`INSERT INTO address_health (account_id, email, refused_at, refusals, words) VALUES (?, ?, ?, 1, ?)
				ON CONFLICT (account_id, email) DO UPDATE SET refused_at = excluded.refused_at,
				refusals = address_health.refusals + 1, words = excluded.words`, account, email, now, one.words).Exec(ctx)
		case one.state == postchat.DeliveryDelivered:
			_, err = tx.NewRaw(`INSERT INTO address_health (account_id, email, good_at, refusals, words) VALUES (?, ?, ?, 0, '')
				ON CONFLICT (account_id, email) DO UPDATE SET good_at = excluded.good_at, refusals = 0`, account, email, now).Exec(ctx)
		case one.state == postchat.DeliveryAccepted:
			// Not a proof of delivery, but where an address was refused before it is the best sign that it is good again.
			_, err = tx.NewRaw(`UPDATE address_health SET good_at = ?, refusals = 0
				WHERE account_id = ? AND email = ? AND refusals > 0`, now, account, email).Exec(ctx)
		}
		if err != nil {
			return fmt.Errorf("note an address's health: %w", err)
		}
	}
	return nil
}

// CheckAt makes the provider be asked about a delivery at the time.
func (s *Store) CheckAt(ctx context.Context, deliveryID string, at time.Time) error {
	_, err := s.write.NewUpdate().Model((*postchat.Delivery)(nil)).Set("check_at = ?", at).Where("id = ?", deliveryID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("plan a question to the provider: %w", err)
	}
	return nil
}

// ClearCheck ends the questions about a delivery.
func (s *Store) ClearCheck(ctx context.Context, deliveryID string) error {
	_, err := s.write.NewUpdate().Model((*postchat.Delivery)(nil)).Set("check_at = NULL").Where("id = ?", deliveryID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end the questions to the provider: %w", err)
	}
	return nil
}

// ClaimChecks claims up to limit deliveries about which the provider is to be asked now. Whoever dies while asking leaves
// them to be asked about again when the lease has run out.
func (s *Store) ClaimChecks(ctx context.Context, lease Lease, limit int) ([]Claimed, error) {
	now := s.now()
	due := s.write.NewSelect().Model((*postchat.Delivery)(nil)).Column("id").Where("check_at <= ?", now).
		Order("check_at", "id").Limit(int64(limit))
	if s.postgres() {
		due = due.For("UPDATE SKIP LOCKED")
	}
	var claimed []Claimed
	err := s.write.NewUpdate().With("due", due).Model((*postchat.Delivery)(nil)).Set("check_at = ?", lease.Until).
		Where("id IN (SELECT id FROM due)").Returning("*").Scan(ctx, &claimed)
	if err != nil {
		return nil, fmt.Errorf("claim questions to the provider: %w", err)
	}
	return claimed, loadMails(ctx, s.read, claimed)
}

// RememberToken notes a token of the provider's events and reports whether it is new.
func (s *Store) RememberToken(ctx context.Context, token string, at time.Time) (bool, error) {
	result, err := s.write.NewRaw("INSERT INTO event_tokens (token, seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING", token, at).Exec(ctx)
	if err != nil {
		return false, fmt.Errorf("remember an event's token: %w", err)
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// ForgetToken takes a token back whose event could not be applied, so that it counts when it is repeated.
func (s *Store) ForgetToken(ctx context.Context, token string) error {
	if _, err := s.write.NewRaw("DELETE FROM event_tokens WHERE token = ?", token).Exec(ctx); err != nil {
		return fmt.Errorf("forget an event's token: %w", err)
	}
	return nil
}

// PurgeTokens forgets the tokens that were seen before the time.
func (s *Store) PurgeTokens(ctx context.Context, before time.Time) error {
	if _, err := s.write.NewRaw("DELETE FROM event_tokens WHERE seen_at < ?", before).Exec(ctx); err != nil {
		return fmt.Errorf("purge the events' tokens: %w", err)
	}
	return nil
}

// Cursor returns up to when the named thing was read; zero when never.
func (s *Store) Cursor(ctx context.Context, name string) (time.Time, error) {
	var at time.Time
	err := s.read.NewSelect().Table("cursors").Column("at").Where("name = ?", name).Scan(ctx, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	if err != nil {
		return time.Time{}, fmt.Errorf("read a cursor: %w", err)
	}
	return at, nil
}

// SetCursor notes up to when the named thing was read. It never goes back.
func (s *Store) SetCursor(ctx context.Context, name string, at time.Time) error {
	_, err := s.write.NewRaw(`INSERT INTO cursors (name, at) VALUES (?, ?)
		ON CONFLICT (name) DO UPDATE SET at = excluded.at WHERE cursors.at < excluded.at`, name, at).Exec(ctx)
	if err != nil {
		return fmt.Errorf("move a cursor: %w", err)
	}
	return nil
}

// CountForeign counts events that are not about mails of ours.
func (s *Store) CountForeign(ctx context.Context, kind string, n int, at time.Time) error {
	_, err := s.write.NewRaw(`INSERT INTO foreign_events (kind, count, last_at) VALUES (?, ?, ?)
		ON CONFLICT (kind) DO UPDATE SET count = foreign_events.count + excluded.count, last_at = excluded.last_at`, kind, n, at).Exec(ctx)
	if err != nil {
		return fmt.Errorf("count foreign events: %w", err)
	}
	return nil
}
