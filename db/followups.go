package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// ClaimDue claims up to limit follow-ups whose hold, delay or time limit is over, the longest due first. Whoever dies while
// routing them leaves them to be claimed again when the lease has run out. Those that wait for their transcript are claimed by
// ClaimTranscripts.
func (s *Store) ClaimDue(ctx context.Context, lease Lease, limit int) ([]postchat.FollowUp, error) {
	due := s.write.NewSelect().Where("state <> ?", postchat.FollowUpAwaitingTranscript).Order("run_at", "id").Limit(int64(limit))
	claimed, err := s.claimFollowUps(ctx, lease, due)
	if err != nil {
		return nil, fmt.Errorf("claim due follow-ups: %w", err)
	}
	return claimed, nil
}

// claimFollowUps leases those of the follow-ups that are due and that nobody works on.
func (s *Store) claimFollowUps(ctx context.Context, lease Lease, of *bun.SelectQuery) (claimed []postchat.FollowUp, err error) {
	now := s.now()
	due := of.Model((*postchat.FollowUp)(nil)).Column("id").Where("run_at <= ?", now).Where("lease_until IS NULL OR lease_until < ?", now)
	if s.postgres() {
		due = due.For("UPDATE SKIP LOCKED")
	}
	err = s.write.NewUpdate().With("due", due).Model((*postchat.FollowUp)(nil)).
		Set("lease_owner = ?", lease.Owner).Set("lease_until = ?", lease.Until).
		Where("id IN (SELECT id FROM due)").Returning("*").Scan(ctx, &claimed)
	return claimed, err
}

// Routed is a follow-up after it was due: changed, and with its mail where there is one.
type Routed struct {
	FollowUp   postchat.FollowUp // its Version is the one that was claimed
	Mail       *postchat.Mail
	Deliveries []postchat.Delivery
	// Replaced are older deliveries that a mail now stands in for: Mail, or the one that is named.
	Replaced []Replaced
	Adopted  *postchat.Draft // what went into it, if anything
	Reopened bool            // it waits because of what ForRouting.ReopenedAt said
}

// Replaced is a delivery that another mail stands in for.
type Replaced struct{ DeliveryID, MailID string }

// SaveRouted stores follow-ups that were due, with their mails and deliveries, in one transaction. It reports for each
// whether it counted: not when the follow-up, or the draft that it adopts, was changed in the meantime; then it is still due.
func (s *Store) SaveRouted(ctx context.Context, routed []Routed) ([]bool, error) {
	counted := make([]bool, len(routed))
	err := s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
		for i, r := range routed {
			var err error
			if counted[i], err = s.saveRouted(ctx, tx, r); err != nil {
				return err
			}
		}
		return s.noteMailed(ctx, tx, routed)
	})
	if err != nil {
		return nil, fmt.Errorf("save routed follow-ups: %w", err)
	}
	changedAll(s, routed, func(r Routed) string { return r.FollowUp.AccountID })
	return counted, nil
}

func (s *Store) saveRouted(ctx context.Context, tx bun.Tx, r Routed) (bool, error) {
	saved, err := s.updateAdopting(ctx, tx, &r.FollowUp, r.Adopted)
	if err != nil || !saved {
		return false, err
	}
	if r.Reopened {
		if err := forgetReopened(ctx, tx, r.FollowUp.ChatID); err != nil {
			return false, err
		}
	}
	return true, s.saveMail(ctx, tx, r)
}

// saveMail stores a routed follow-up's mail and deliveries, and what they replace, and brings the follow-up's state in line.
func (s *Store) saveMail(ctx context.Context, tx bun.IDB, r Routed) error {
	if r.Mail != nil {
		if _, err := tx.NewInsert().Model(r.Mail).Exec(ctx); err != nil {
			return err
		}
		if _, err := tx.NewInsert().Model(&r.Deliveries).Exec(ctx); err != nil {
			return err
		}
	}
	for _, replaced := range r.Replaced {
		_, err := tx.NewUpdate().Model((*postchat.Delivery)(nil)).Set("replaced_by = ?", replaced.MailID).
			Where("id = ?", replaced.DeliveryID).Exec(ctx)
		if err != nil {
			return err
		}
	}
	if r.Mail != nil && r.Mail.Kind == postchat.MailFirst {
		return nil // its deliveries are all that there are, and new
	}
	return s.refreshStates(ctx, tx, []string{r.FollowUp.ID})
}

// updateAdopting is updateFollowUp for one that took a draft over, which goes; nil is none. Nothing is stored where the draft was
// changed since it was read. The version goes up by the draft's too, so that it stays higher than both were.
func (s *Store) updateAdopting(ctx context.Context, tx bun.IDB, f *postchat.FollowUp, draft *postchat.Draft) (bool, error) {
	if draft == nil {
		return s.updateFollowUp(ctx, tx, f, 1)
	}
	still := tx.NewSelect().Model((*postchat.Draft)(nil)).Column("version").Where("id = ?", draft.ID)
	if s.postgres() {
		still = still.For("UPDATE")
	}
	var version int
	if err := still.Scan(ctx, &version); errors.Is(err, sql.ErrNoRows) || err == nil && version != draft.Version {
		return false, nil
	} else if err != nil {
		return false, err
	}
	saved, err := s.updateFollowUp(ctx, tx, f, draft.Version+1)
	if err != nil || !saved {
		return false, err
	}
	_, err = tx.NewDelete().Model(draft).WherePK().Exec(ctx)
	return true, err
}

// updateFollowUp stores f if its version is still the stored one, raises the version by so many, and gives the lease back. While a
// transcript is fetched an operator may write on and on; the lease stays with whoever fetches, for that does not depend on the version.
func (s *Store) updateFollowUp(ctx context.Context, tx bun.IDB, f *postchat.FollowUp, by int) (bool, error) {
	claimed := f.Version
	f.Version, f.UpdatedAt = f.Version+by, s.now()
	update := tx.NewUpdate().Model(f).ExcludeColumn("id", "account_id", "campaign_id", "chat_id", "number", "day", "created_at", "sent_at")
	if f.State != postchat.FollowUpAwaitingTranscript {
		update = update.Set("lease_owner = NULL").Set("lease_until = NULL")
	}
	result, err := update.WherePK().Where("version = ?", claimed).Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// ReleaseDue gives back claimed follow-ups that were not routed, so that they can be claimed at once.
func (s *Store) ReleaseDue(ctx context.Context, owner string, ids []string) error {
	_, err := s.write.NewUpdate().Model((*postchat.FollowUp)(nil)).Set("lease_owner = NULL").Set("lease_until = NULL").
		Where("id IN (?)", list(ids)).Where("lease_owner = ?", owner).Exec(ctx)
	if err != nil {
		return fmt.Errorf("give follow-ups back: %w", err)
	}
	return nil
}

// FollowUp returns one follow-up.
func (c *Scope) FollowUp(ctx context.Context, id string) (*postchat.FollowUp, error) {
	f := new(postchat.FollowUp)
	if err := notFound(c.selectOne(f).Where("id = ?", id).Scan(ctx), "follow-up"); err != nil {
		return nil, err
	}
	return f, nil
}

// FollowUpOfConversation returns the follow-up of the newest chat of a conversation.
func (c *Scope) FollowUpOfConversation(ctx context.Context, sourceID, conversationID string) (*postchat.FollowUp, error) {
	f := new(postchat.FollowUp)
	newest := c.reader().NewSelect().Model((*postchat.Chat)(nil)).Column("id").Where("account_id = ?", c.account).
		Where("source_id = ?", sourceID).Where("conversation_id = ?", conversationID).Order("segment DESC").Limit(1)
	if err := notFound(c.selectOne(f).Where("chat_id = (?)", newest).Scan(ctx), "follow-up"); err != nil {
		return nil, err
	}
	return f, nil
}

// UpdateFollowUp stores a changed follow-up. It is a Conflict when somebody else changed it since it was read.
func (c *Scope) UpdateFollowUp(ctx context.Context, f *postchat.FollowUp) error {
	return c.AdoptDraft(ctx, f, nil)
}

// AdoptDraft stores a changed follow-up that took a draft over, which goes; nil is none. It is a Conflict when somebody else changed
// one of them since it was read.
func (c *Scope) AdoptDraft(ctx context.Context, f *postchat.FollowUp, draft *postchat.Draft) error {
	return c.InTx(ctx, func(ctx context.Context, tx *Scope) error {
		saved, err := c.store.updateAdopting(ctx, tx.writer(), f, draft)
		if err != nil {
			return fmt.Errorf("save follow-up: %w", err)
		}
		if !saved {
			return postchat.Conflictf("This follow-up was changed in the meantime. Look at it again.").Named(postchat.ErrorChanged)
		}
		return nil
	})
}

// SaveAgain stores a changed follow-up with another mail of it. It is a Conflict when somebody else changed it since it was
// read.
func (c *Scope) SaveAgain(ctx context.Context, r Routed) error {
	return c.InTx(ctx, func(ctx context.Context, tx *Scope) error {
		if err := tx.UpdateFollowUp(ctx, &r.FollowUp); err != nil {
			return err
		}
		if err := c.store.saveMail(ctx, tx.writer(), r); err != nil {
			return fmt.Errorf("save a mail that is sent again: %w", err)
		}
		return c.store.noteMailed(ctx, tx.writer(), []Routed{r})
	})
}

// Chat returns one chat.
func (c *Scope) Chat(ctx context.Context, id string) (*postchat.Chat, error) {
	chat := new(postchat.Chat)
	if err := notFound(c.selectOne(chat).Where("id = ?", id).Scan(ctx), "chat"); err != nil {
		return nil, err
	}
	return chat, nil
}
