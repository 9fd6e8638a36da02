package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// maxWindows is in how many windows a person can be signed in at once.
const maxWindows = 20

// WindowSource returns the source of a window, without its secrets.
func (s *Store) WindowSource(ctx context.Context, id string) (*postchat.Source, error) {
	row := new(sourceRow)
	if err := notFound(s.read.NewSelect().Model(row).ExcludeColumn("secrets", "api").Where("id = ?", id).Scan(ctx), "source"); err != nil {
		return nil, err
	}
	source := row.withoutSecrets()
	return &source, nil
}

// AddWindow stores the session of a new window, and ends the person's windows that were used longest ago where they are too many.
func (c *Scope) AddWindow(ctx context.Context, session *postchat.Session) error {
	if err := c.AddSession(ctx, session); err != nil {
		return err
	}
	kept := c.selectOne((*postchat.Session)(nil)).Column("id").Where("person_id = ?", session.PersonID).Where("source_id IS NOT NULL").
		Order("seen_at DESC", "id DESC").Limit(maxWindows)
	_, err := c.endSessions(ctx, func(q *bun.DeleteQuery) *bun.DeleteQuery {
		return q.Where("person_id = ?", session.PersonID).Where("source_id IS NOT NULL").Where("id NOT IN (?)", kept)
	})
	return err
}

// EndWindows ends all windows of the person, and returns how many they were.
func (c *Scope) EndWindows(ctx context.Context, personID string) (int, error) {
	return c.endSessions(ctx, func(q *bun.DeleteQuery) *bun.DeleteQuery {
		return q.Where("person_id = ?", personID).Where("source_id IS NOT NULL")
	})
}

// EndWindowsOf ends all windows of the source, and returns how many they were.
func (c *Scope) EndWindowsOf(ctx context.Context, sourceID string) (int, error) {
	return c.endSessions(ctx, func(q *bun.DeleteQuery) *bun.DeleteQuery { return q.Where("source_id = ?", sourceID) })
}

// SavePanelCode stores a new code, in place of those that the person or the window has already, and forgets the account's that have
// expired.
func (c *Scope) SavePanelCode(ctx context.Context, code *postchat.PanelCode) error {
	code.AccountID = c.account
	_, err := c.writer().NewDelete().Model((*postchat.PanelCode)(nil)).Where("account_id = ?", c.account).
		Where("person_id = ? OR nonce_hash = ? OR expires_at <= ?", code.PersonID, code.NonceHash, c.store.now()).Exec(ctx)
	if err == nil {
		_, err = c.writer().NewInsert().Model(code).Exec(ctx)
	}
	if isTaken(err) {
		return postchat.Conflictf("The window has a code already. Ask for another one there.")
	}
	if err != nil {
		return fmt.Errorf("save a window's code: %w", err)
	}
	return nil
}

// TryPanelCode counts a try of the code that the window with the nonce waits for, whoever's it is, and returns that. It is NotFound
// where there is none, or where it has expired or was tried too often: of many tries at once, no more count than may.
func (s *Store) TryPanelCode(ctx context.Context, sourceID string, nonceHash []byte) (*postchat.PanelCode, error) {
	code := new(postchat.PanelCode)
	err := s.write.NewUpdate().Model(code).Set("tries = tries + 1").Where("nonce_hash = ?", nonceHash).Where("source_id = ?", sourceID).
		Where("expires_at > ?", s.now()).Where("tries < ?", postchat.PanelCodeTries).Returning("*").Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, postchat.NotFoundf("There is no such code.")
	}
	if err != nil {
		return nil, fmt.Errorf("try a window's code: %w", err)
	}
	return code, nil
}

// UsePanelCode takes a code away. It is NotFound where that was done before: of two at once, one gets it.
func (c *Scope) UsePanelCode(ctx context.Context, nonceHash []byte) error {
	result, err := c.writer().NewDelete().Model((*postchat.PanelCode)(nil)).Where("account_id = ?", c.account).
		Where("nonce_hash = ?", nonceHash).Exec(ctx)
	if err != nil {
		return fmt.Errorf("use a window's code: %w", err)
	}
	if n, _ := result.RowsAffected(); n == 0 {
		return postchat.NotFoundf("There is no such code.")
	}
	return nil
}

// EndPanelCodes makes the person's codes open nothing any more.
func (c *Scope) EndPanelCodes(ctx context.Context, personID string) error {
	_, err := c.writer().NewDelete().Model((*postchat.PanelCode)(nil)).Where("account_id = ?", c.account).
		Where("person_id = ?", personID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end codes of windows: %w", err)
	}
	return nil
}
