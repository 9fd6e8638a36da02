package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

// Draft returns what operators left for a conversation that has not closed; NotFound when there is nothing.
func (c *Scope) Draft(ctx context.Context, sourceID, conversationID string) (*postchat.Draft, error) {
	draft := new(postchat.Draft)
	err := c.selectOne(draft).Where("source_id = ?", sourceID).Where("conversation_id = ?", conversationID).Scan(ctx)
	if err := notFound(err, "draft"); err != nil {
		return nil, err
	}
	return draft, nil
}

// SaveDraft stores a draft, new where it was never stored, and raises its version. It is a Conflict when somebody else changed it since it was read.
func (c *Scope) SaveDraft(ctx context.Context, draft *postchat.Draft) error {
	read, added := draft.Version, draft.UpdatedAt.IsZero()
	draft.AccountID, draft.Version, draft.UpdatedAt = c.account, draft.Version+1, c.store.now()
	var err error
	saved := int64(1)
	if added {
		_, err = c.writer().NewInsert().Model(draft).Exec(ctx)
	} else {
		result, updateErr := c.writer().NewUpdate().Model(draft).WherePK().Where("version = ?", read).Exec(ctx)
		if err = updateErr; err == nil {
			saved, err = result.RowsAffected()
		}
	}
	if saved == 0 || isTaken(err) {
		return postchat.Conflictf("Somebody else is working on this follow-up. Look at it again.").Named(postchat.ErrorChanged)
	}
	if err != nil {
		return fmt.Errorf("save draft: %w", err)
	}
	return nil
}

// DeleteDraft deletes a draft. It is a Conflict when somebody else changed it since it was read.
func (c *Scope) DeleteDraft(ctx context.Context, draft postchat.Draft) error {
	result, err := c.writer().NewDelete().Model(&draft).WherePK().Where("account_id = ?", c.account).Where("version = ?", draft.Version).Exec(ctx)
	if err != nil {
		return fmt.Errorf("delete draft: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return postchat.Conflictf("Somebody else is working on this follow-up. Look at it again.").Named(postchat.ErrorChanged)
	}
	return nil
}

// draftsKept is for how long a draft waits for its conversation's close, from when it was saved last: longer than any chat runs, and no
// longer than a note about somebody should lie about.
const draftsKept = 90 * 24 * time.Hour

// ForgetDrafts forgets what was left long ago for conversations that were never closed. Some vendors go on with one for years, and its
// next close must not send what was meant for another day.
func (s *Store) ForgetDrafts(ctx context.Context) error {
	_, err := s.write.NewDelete().Model((*postchat.Draft)(nil)).Where("updated_at < ?", s.now().Add(-draftsKept)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forget old drafts: %w", err)
	}
	return nil
}

// adoptDraft has a new chat's follow-up take over what operators left for it, which goes.
func (r *reconciler) adoptDraft(ctx context.Context, row *newChat) error {
	draft := new(postchat.Draft)
	find := r.tx.NewSelect().Model(draft).Where("source_id = ?", row.chat.SourceID).Where("conversation_id = ?", row.chat.ConversationID)
	if r.store.postgres() { // or what an operator saves meanwhile would go unread
		find = find.For("UPDATE")
	}
	err := find.Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !draft.Fits(row.chat.CampaignID) {
		return nil
	}
	if err != nil {
		return err
	}
	var campaign postchat.Campaign
	if err := r.tx.NewSelect().Model(&campaign).Where("id = ?", row.chat.CampaignID).Scan(ctx); err != nil {
		return err
	}
	row.followUp.Adopt(*draft, campaign.GoalSettings.UndoDelay)
	row.followUp.Version = max(row.followUp.Version, draft.Version+1)
	_, err = r.tx.NewDelete().Model(draft).WherePK().Exec(ctx)
	return err
}
