package db

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/uptrace/bun"
)

// The statements of insertChatsSQLite, which do for one chat what insertChatsSQL does for a batch.
const (
	insertChatSQLite = `
INSERT INTO chats (id, account_id, campaign_id, source_id, conversation_id, segment, close_key, revision, kind,
  started_at, closed_at, received_at, closed_by, codes, visitor, operators, department, inbox, subject, page, custom, transcript)
SELECT ?1, ?2, ?3, ?4, ?5, 1, ?6, 1, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20
WHERE NOT EXISTS (SELECT 1 FROM drafts WHERE source_id = ?4 AND conversation_id = ?5)
ON CONFLICT DO NOTHING`
	takeNumbersSQLite    = `UPDATE accounts SET last_number = last_number + ?2 WHERE id = ?1 RETURNING last_number - ?2`
	insertFollowUpSQLite = `
INSERT INTO follow_ups (id, account_id, campaign_id, chat_id, number, day, state, reason, run_at, version, submission,
  routed_revision, created_at, updated_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', ?8, 1, ?9, 0, ?10, ?10)`
	insertRawSQLite = `
INSERT INTO raw_events (id, account_id, source_id, key, type, received_at, outcome, problem, chat_id, body)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'recorded', '', ?7, ?8)`
)

// chatInserts are the four statements, prepared once and for all: to prepare them takes longer than to run them.
type chatInserts struct{ chat, numbers, followUp, raw *sql.Stmt }

func (s *Store) prepareInserts(ctx context.Context) error {
	if s.inserts.raw != nil {
		return nil
	}
	for _, statement := range []struct {
		to   **sql.Stmt
		text string
	}{
		{&s.inserts.chat, insertChatSQLite},
		{&s.inserts.numbers, takeNumbersSQLite},
		{&s.inserts.followUp, insertFollowUpSQLite},
		{&s.inserts.raw, insertRawSQLite},
	} {
		if *statement.to != nil {
			continue
		}
		var err error
		if *statement.to, err = s.write.DB.PrepareContext(ctx, statement.text); err != nil { //nolint:sqlclosecheck // kept for the store's life
			return err
		}
	}
	return nil
}

// sqliteTime is a time as bun writes it on SQLite, or NULL for the zero time.
func sqliteTime(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UTC().Format("2006-01-02 15:04:05.999999-07:00")
}

// insertChatsSQLite returns the ids of the chats that were new.
func (s *Store) insertChatsSQLite(ctx context.Context, rows []*newChat) (map[string]bool, error) {
	inserted := make(map[string]bool, len(rows))
	if len(rows) == 0 {
		return inserted, nil
	}
	err := s.prepareInserts(ctx)
	if err == nil {
		err = s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
			// The driver watches a context that can end from a goroutine, for each statement. The transaction's limit stays.
			return s.inserts.run(context.WithoutCancel(ctx), tx.Tx, rows, inserted, sqliteTime(s.now()))
		})
	}
	if err != nil {
		return nil, fmt.Errorf("insert chats: %w", err)
	}
	return inserted, nil
}

// run inserts the chats that are new, marks them in inserted, and then inserts all else that belongs to them.
func (c chatInserts) run(ctx context.Context, tx *sql.Tx, rows []*newChat, inserted map[string]bool, now any) error {
	// What StmtContext returns ends with the transaction.
	insert, followUp, raw := tx.StmtContext(ctx, c.chat), tx.StmtContext(ctx, c.followUp), tx.StmtContext(ctx, c.raw) //nolint:sqlclosecheck // see above
	taken := map[string]int64{}                                                                                       // numbers that each account needs
	for _, row := range rows {
		isNew, err := row.insertSQLite(ctx, insert)
		if err != nil {
			return err
		}
		if isNew {
			inserted[row.chat.ID] = true
			taken[row.chat.AccountID]++
		}
	}
	numbers := tx.StmtContext(ctx, c.numbers) //nolint:sqlclosecheck // see above
	last := make(map[string]int64, len(taken))
	for account, n := range taken {
		var before int64
		if err := numbers.QueryRowContext(ctx, account, n).Scan(&before); err != nil {
			return err
		}
		last[account] = before
	}
	for _, row := range rows {
		if !inserted[row.chat.ID] {
			continue
		}
		f, r := &row.followUp, &row.raw
		last[f.AccountID]++
		f.Number = last[f.AccountID]
		_, err := followUp.ExecContext(ctx, f.ID, f.AccountID, f.CampaignID, f.ChatID, f.Number, f.Day, string(f.State),
			sqliteTime(f.RunAt), row.json.submission, now)
		if err != nil {
			return err
		}
		_, err = raw.ExecContext(ctx, r.ID, r.AccountID, r.SourceID, r.Key, r.Type, sqliteTime(r.ReceivedAt), r.ChatID, r.Body)
		if err != nil {
			return err
		}
	}
	return nil
}

// insertSQLite inserts the chat alone and reports whether it was new.
func (n *newChat) insertSQLite(ctx context.Context, insert *sql.Stmt) (bool, error) {
	c, j := &n.chat, &n.json
	result, err := insert.ExecContext(ctx, c.ID, c.AccountID, c.CampaignID, c.SourceID, c.ConversationID, c.CloseKey,
		string(c.Kind), sqliteTime(c.StartedAt), sqliteTime(c.ClosedAt), sqliteTime(c.ReceivedAt), string(c.ClosedBy), j.codes, j.visitor,
		j.operators, c.Department, c.Inbox, c.Subject, c.Page, j.custom, j.transcript)
	if err != nil {
		return false, err
	}
	affected, err := result.RowsAffected()
	return affected > 0, err
}
