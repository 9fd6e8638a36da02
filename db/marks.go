package db

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// followMarks brings the marks of a chat's follow-up to a newer version of the transcript; see postchat.Submission.FollowRevision.
// Whoever calls it has raised the follow-up's version in tx before, so that no marks are saved meanwhile that were made on the old one.
func (s *Store) followMarks(ctx context.Context, tx bun.IDB, chatID string, was, is postchat.Transcript) error {
	f := new(postchat.FollowUp)
	if err := tx.NewSelect().Model(f).Column("id", "submission").Where("chat_id = ?", chatID).Scan(ctx); err != nil {
		return err
	}
	m := &f.Submission
	if len(m.Starred)+len(m.Covered)+len(m.Lifted) == 0 {
		return nil
	}
	m.FollowRevision(was, is)
	_, err := tx.NewUpdate().Model(f).Column("submission").WherePK().Exec(ctx)
	return err
}
