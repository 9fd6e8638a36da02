package db

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// personStates are the states in which a follow-up waits for a person's act.
var personStates = []postchat.FollowUpState{postchat.FollowUpAwaitingCode, postchat.FollowUpAwaitingOK}

// Reconsider makes the follow-ups of a campaign due that wait for a person: its settings have changed, and with them perhaps for
// what or how long they wait.
func (c *Scope) Reconsider(ctx context.Context, campaignID string) error {
	now := c.store.now()
	_, err := c.writer().NewUpdate().Model((*postchat.FollowUp)(nil)).Where("account_id = ?", c.account).
		Where("campaign_id = ?", campaignID).Where("state IN (?)", bun.List(personStates)).
		Set("run_at = ?", now).Set("updated_at = ?", now).Set("version = version + 1").Exec(ctx)
	if err != nil {
		return fmt.Errorf("reconsider what waits for a person: %w", err)
	}
	return nil
}

// reconsider makes the chat's follow-up due where it waits for a person: what it waits for may have come.
func (s *Store) reconsider(ctx context.Context, tx bun.IDB, chatID string) error {
	_, err := tx.NewUpdate().Model((*postchat.FollowUp)(nil)).Where("chat_id = ?", chatID).
		Where("state IN (?)", bun.List(personStates)).Set("run_at = ?", s.now()).Exec(ctx)
	return err
}
