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
  AND NOT EXISTS (SELECT 1 FROM raw_events WHERE source_id = ?4 AND key = ?21)
ON CONFLICT DO NOTHING`
	nextNumberSQLite     = `UPDATE accounts SET last_number = last_number + 1 WHERE id = ?1 RETURNING last_number`
	insertFollowUpSQLite = `
INSERT INTO follow_ups (id, account_id, campaign_id, chat_id, number, day, state, reason, run_at, version, submission,
  routed_revision, created_at, updated_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'holding', '', ?7, 1, ?8, 0, ?9, ?9)`
	insertRawSQLite = `
INSERT INTO raw_events (id, account_id, source_id, key, type, received_at, outcome, problem, chat_id, body)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'recorded', '', ?7, ?8)
ON CONFLICT DO NOTHING`
)

// sqliteTime is a time as bun writes it on SQLite, or NULL for the zero time.
func sqliteTime(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UTC().Format("2006-01-02 15:04:05.999999-07:00")
}

// insertChatsSQLite returns the ids of the chats that were new.
func (s *Store) insertChatsSQLite(ctx context.Context, rows []newChat) (map[string]bool, error) {
	inserted := make(map[string]bool, len(rows))
	if len(rows) == 0 {
		return inserted, nil
	}
	err := s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
		statements := make([]*sql.Stmt, 4)
		for i, text := range []string{insertChatSQLite, nextNumberSQLite, insertFollowUpSQLite, insertRawSQLite} {
			statement, err := tx.PrepareContext(ctx, text)
			if err != nil {
				return err
			}
			defer func() { _ = statement.Close() }()
			statements[i] = statement
		}
		for _, row := range rows {
			isNew, err := insertChat(ctx, statements, row, sqliteTime(s.now()))
			if err != nil {
				return err
			}
			inserted[row.chat.ID] = isNew
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("insert chats: %w", err)
	}
	return inserted, nil
}

func insertChat(ctx context.Context, statements []*sql.Stmt, row newChat, now any) (bool, error) {
	c, f, r, j := &row.chat, &row.followUp, &row.raw, &row.json
	result, err := statements[0].ExecContext(ctx, c.ID, c.AccountID, c.CampaignID, c.SourceID, c.ConversationID, c.CloseKey,
		string(c.Kind), sqliteTime(c.StartedAt), sqliteTime(c.ClosedAt), sqliteTime(c.ReceivedAt), string(c.ClosedBy), j.codes, j.visitor,
		j.operators, c.Department, c.Inbox, c.Subject, c.Page, j.custom, j.transcript, r.Key)
	if err != nil {
		return false, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	if err := statements[1].QueryRowContext(ctx, c.AccountID).Scan(&f.Number); err != nil {
		return false, err
	}
	if _, err := statements[2].ExecContext(ctx, f.ID, f.AccountID, f.CampaignID, f.ChatID, f.Number, f.Day, sqliteTime(f.RunAt),
		j.submission, now); err != nil {
		return false, err
	}
	_, err = statements[3].ExecContext(ctx, r.ID, r.AccountID, r.SourceID, r.Key, r.Type, sqliteTime(r.ReceivedAt), r.ChatID, r.Body)
	return true, err
}
