package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// ClaimDue claims up to limit follow-ups whose hold, delay or time limit is over, the longest due first. Whoever dies while
// routing them leaves them to be claimed again when the lease has run out. Those that wait for their transcript are claimed by
// ClaimTranscripts.
func (s *Store) ClaimDue(ctx context.Context, lease Lease, limit int) ([]postchat.FollowUp, error) {
	now := s.now()
	due := s.write.NewSelect().Model((*postchat.FollowUp)(nil)).Column("id").Where("run_at <= ?", now).
		Where("state <> ?", postchat.FollowUpAwaitingTranscript).Where("lease_until IS NULL OR lease_until < ?", now).Order("run_at", "id").Limit(int64(limit))
	if s.postgres() {
		due = due.For("UPDATE SKIP LOCKED")
	}
	var claimed []postchat.FollowUp
	err := s.write.NewUpdate().With("due", due).Model((*postchat.FollowUp)(nil)).
		Set("lease_owner = ?", lease.Owner).Set("lease_until = ?", lease.Until).
		Where("id IN (SELECT id FROM due)").Returning("*").Scan(ctx, &claimed)
	if err != nil {
		return nil, fmt.Errorf("claim due follow-ups: %w", err)
	}
	return claimed, nil
}

// ForRouting is what routing and composing need to know of one follow-up.
type ForRouting struct {
	FollowUp postchat.FollowUp
	Chat     postchat.Chat
	Campaign postchat.Campaign
	Table    postchat.Table
	Source   postchat.Source // without its secrets
	Draft    *postchat.Draft // what an operator left for the conversation and no close has adopted; usually nil
	// ReopenedAt is when the conversation was opened again after this close of it, where that was heard before the close was; else zero.
	ReopenedAt time.Time
	// Mails (without their sources) and Deliveries are what was made of a follow-up that was routed before.
	Mails      []postchat.Mail
	Deliveries []postchat.Delivery
}

// ForRouting reads what routing needs of each follow-up, each campaign and table once.
func (s *Store) ForRouting(ctx context.Context, followUps []postchat.FollowUp) ([]ForRouting, error) {
	chats, err := s.chatsByID(ctx, followUps)
	if err != nil {
		return nil, err
	}
	campaigns := map[string]ForRouting{} // the parts that the follow-ups of a campaign share
	sources := map[string]postchat.Source{}
	all := make([]ForRouting, len(followUps))
	for i, f := range followUps {
		shared, known := campaigns[f.CampaignID]
		if !known {
			if shared, err = s.forCampaign(ctx, f); err != nil {
				return nil, err
			}
			campaigns[f.CampaignID] = shared
		}
		shared.FollowUp, shared.Chat = f, chats[f.ChatID]
		source, known := sources[shared.Chat.SourceID]
		if !known {
			row := new(sourceRow)
			if err := s.read.NewSelect().Model(row).ExcludeColumn("secrets").Where("id = ?", shared.Chat.SourceID).Scan(ctx); err != nil {
				return nil, fmt.Errorf("read source: %w", err)
			}
			source = row.withoutSecrets()
			sources[source.ID] = source
		}
		shared.Source = source
		if !f.RoutedAt.IsZero() {
			if err := s.readReceipt(ctx, &shared); err != nil {
				return nil, err
			}
		}
		all[i] = shared
	}
	if err := s.findReopened(ctx, all); err != nil {
		return nil, err
	}
	return all, s.findDrafts(ctx, all)
}

func (s *Store) readReceipt(ctx context.Context, f *ForRouting) (err error) {
	scope := s.Account(f.FollowUp.AccountID)
	if f.Mails, err = scope.Mails(ctx, f.FollowUp.ID); err != nil {
		return err
	}
	f.Deliveries, err = scope.Deliveries(ctx, f.FollowUp.ID)
	return err
}

func (s *Store) forCampaign(ctx context.Context, f postchat.FollowUp) (ForRouting, error) {
	scope := s.Account(f.AccountID)
	campaign, err := scope.Campaign(ctx, f.CampaignID)
	if err != nil {
		return ForRouting{}, err
	}
	table, err := scope.Table(ctx, *campaign)
	return ForRouting{Campaign: *campaign, Table: table}, err
}

func (s *Store) chatsByID(ctx context.Context, followUps []postchat.FollowUp) (map[string]postchat.Chat, error) {
	ids := make([]string, len(followUps))
	for i, f := range followUps {
		ids[i] = f.ChatID
	}
	var chats []postchat.Chat
	if err := s.read.NewSelect().Model(&chats).Where("id IN (?)", list(ids)).Scan(ctx); err != nil {
		return nil, fmt.Errorf("read chats: %w", err)
	}
	byID := make(map[string]postchat.Chat, len(chats))
	for _, chat := range chats {
		byID[chat.ID] = chat
	}
	return byID, nil
}

// findDrafts looks for drafts that were saved at the very moment at which the close came, so that it could not see them.
func (s *Store) findDrafts(ctx context.Context, all []ForRouting) error {
	conversations := make([]string, len(all))
	for i, f := range all {
		conversations[i] = f.Chat.ConversationID
	}
	var drafts []postchat.Draft
	if err := s.read.NewSelect().Model(&drafts).Where("conversation_id IN (?)", list(conversations)).Scan(ctx); err != nil {
		return fmt.Errorf("read drafts: %w", err)
	}
	for i := range all {
		at := slices.IndexFunc(drafts, func(d postchat.Draft) bool {
			return d.SourceID == all[i].Chat.SourceID && d.ConversationID == all[i].Chat.ConversationID
		})
		if at >= 0 && drafts[at].Fits(all[i].FollowUp.CampaignID) {
			all[i].Draft = &drafts[at]
		}
	}
	return nil
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
