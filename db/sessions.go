package db

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// sessionOf is a session with its person.
type sessionOf struct {
	postchat.Session `bun:",extend"`

	Person *postchat.Person `bun:"rel:belongs-to,join:person_id=id"`
}

// SessionByHash returns the session of a browser or a window with the hash, however valid, and its person as they are now.
func (s *Store) SessionByHash(ctx context.Context, hash []byte) (*postchat.Session, *postchat.Person, error) {
	found := new(sessionOf)
	err := s.read.NewSelect().Model(found).Relation("Person").Where("?TableAlias.hash = ?", hash).Scan(ctx)
	if err := notFound(err, "session"); err != nil {
		return nil, nil, err
	}
	return &found.Session, found.Person, nil
}

// seenSince finds sessions that were used since a time: one for those of browsers, one for those of windows.
const seenSince = "(source_id IS NULL AND seen_at > ? OR source_id IS NOT NULL AND seen_at > ?)"

// TouchSession notes that the session was used, from the network.
func (s *Store) TouchSession(ctx context.Context, session *postchat.Session, network string, at time.Time) error {
	if at.Sub(session.SeenAt) < tokenUsePrecision {
		return nil
	}
	_, err := s.write.NewUpdate().Model(session).Set("seen_at = ?", at).Set("network = ?", network).WherePK().Exec(ctx)
	if err != nil {
		return fmt.Errorf("note the use of a session: %w", err)
	}
	return nil
}

// AddSession stores a new session.
func (c *Scope) AddSession(ctx context.Context, session *postchat.Session) error {
	session.AccountID = c.account
	if _, err := c.writer().NewInsert().Model(session).Exec(ctx); err != nil {
		return fmt.Errorf("save session: %w", err)
	}
	return nil
}

// Sessions returns the person's sessions that are valid, the newest first.
func (c *Scope) Sessions(ctx context.Context, personID string) ([]postchat.Session, error) {
	var sessions []postchat.Session
	now := c.store.now()
	err := c.selectOne(&sessions).Where("person_id = ?", personID).Where("created_at > ?", now.Add(-postchat.SessionTime)).
		Where(seenSince, now.Add(-postchat.SessionIdleTime), now.Add(-postchat.WindowIdleTime)).Order("id DESC").Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	return sessions, nil
}

// EndSession ends one session of the person.
func (c *Scope) EndSession(ctx context.Context, personID, id string) error {
	n, err := c.endSessions(ctx, func(q *bun.DeleteQuery) *bun.DeleteQuery {
		return q.Where("person_id = ?", personID).Where("id = ?", id)
	})
	if err == nil && n == 0 {
		return postchat.NotFoundf("There is no such session.")
	}
	return err
}

// EndSessions ends all sessions of the person but the one with the id, which may be empty, and returns how many they were. Their
// codes for windows end with them.
func (c *Scope) EndSessions(ctx context.Context, personID, but string) (int, error) {
	if err := c.EndPanelCodes(ctx, personID); err != nil {
		return 0, err
	}
	return c.endSessions(ctx, func(q *bun.DeleteQuery) *bun.DeleteQuery {
		return q.Where("person_id = ?", personID).Where("id <> ?", but)
	})
}

// DropSessions ends the session with the hash, if there is one, and forgets the account's sessions that are no longer valid.
func (c *Scope) DropSessions(ctx context.Context, hash []byte) error {
	now := c.store.now()
	_, err := c.endSessions(ctx, func(q *bun.DeleteQuery) *bun.DeleteQuery {
		return q.WhereGroup(" AND ", func(q *bun.DeleteQuery) *bun.DeleteQuery {
			return q.Where("hash = ?", hash).WhereOr("created_at <= ?", now.Add(-postchat.SessionTime)).
				WhereOr("NOT "+seenSince, now.Add(-postchat.SessionIdleTime), now.Add(-postchat.WindowIdleTime))
		})
	})
	return err
}

func (c *Scope) endSessions(ctx context.Context, which func(*bun.DeleteQuery) *bun.DeleteQuery) (int, error) {
	query := c.writer().NewDelete().Model((*postchat.Session)(nil)).Where("account_id = ?", c.account)
	result, err := which(query).Exec(ctx)
	if err != nil {
		return 0, fmt.Errorf("end sessions: %w", err)
	}
	n, err := result.RowsAffected()
	return int(n), err
}
