package db

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// insertChatsSQL inserts a batch in one statement, and so in one transaction and one round trip. A conversation that is
// known, or for which an operator left a draft, is left out. Numbers have no gaps: the account's counter moves by what was
// inserted, and its row is locked last.
const insertChatsSQL = `
WITH input AS (
  SELECT * FROM unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
    $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::text[], $12::text[], $13::text[], $14::text[],
    $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[],
    $21::text[], $22::text[], $23::timestamptz[], $24::text[],
    $25::text[], $26::text[], $27::text[], $28::bytea[], $29::timestamptz[])
  WITH ORDINALITY AS t (
    chat_id, account_id, campaign_id, source_id, conversation_id, close_key, kind,
    started_at, closed_at, received_at, closed_by, codes, visitor, operators,
    department, inbox, subject, page, custom, transcript,
    follow_up_id, day, run_at, submission,
    raw_id, raw_key, raw_type, body, now, ord)
), chat AS (
  INSERT INTO chats (id, account_id, campaign_id, source_id, conversation_id, segment, close_key, revision, kind,
    started_at, closed_at, received_at, closed_by, codes, visitor, operators, department, inbox, subject, page, custom, transcript)
  SELECT chat_id, account_id, campaign_id, source_id, conversation_id, 1, close_key, 1, kind,
    started_at, closed_at, received_at, closed_by, codes, visitor, operators, department, inbox, subject, page, custom, transcript
  FROM input
  WHERE NOT EXISTS (SELECT FROM drafts d WHERE d.source_id = input.source_id AND d.conversation_id = input.conversation_id)
    AND NOT EXISTS (SELECT FROM raw_events r WHERE r.source_id = input.source_id AND r.key = input.raw_key)
  ON CONFLICT DO NOTHING
  RETURNING id, account_id
), counted AS (
  UPDATE accounts SET last_number = last_number + n.n
  FROM (SELECT account_id, count(*) AS n FROM chat GROUP BY account_id) n
  WHERE accounts.id = n.account_id
  RETURNING accounts.id, accounts.last_number - n.n AS before
), numbered AS (
  SELECT input.*, counted.before + row_number() OVER (PARTITION BY chat.account_id ORDER BY input.ord) AS number
  FROM chat JOIN input ON input.chat_id = chat.id JOIN counted ON counted.id = chat.account_id
), follow_up AS (
  INSERT INTO follow_ups (id, account_id, campaign_id, chat_id, number, day, state, reason, run_at, version, submission,
    routed_revision, created_at, updated_at)
  SELECT follow_up_id, account_id, campaign_id, chat_id, number, day, 'holding', '', run_at, 1, submission, 0, now, now
  FROM numbered
), raw AS (
  INSERT INTO raw_events (id, account_id, source_id, key, type, received_at, outcome, problem, chat_id, body)
  SELECT raw_id, account_id, source_id, raw_key, raw_type, received_at, 'recorded', '', chat_id, body FROM numbered
  ON CONFLICT DO NOTHING
)
SELECT id FROM chat`

// insertChatsPostgres returns the ids of the chats that were new.
func (s *Store) insertChatsPostgres(ctx context.Context, rows []newChat) (map[string]bool, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	// Two servers that insert the same conversations must take their keys in the same order, or they wait for each other.
	slices.SortStableFunc(rows, func(a, b newChat) int {
		return strings.Compare(a.chat.SourceID+"\x00"+a.chat.ConversationID, b.chat.SourceID+"\x00"+b.chat.ConversationID)
	})
	now := s.now()
	text := func(pick func(*newChat) string) []string {
		column := make([]string, len(rows))
		for i := range rows {
			column[i] = pick(&rows[i])
		}
		return column
	}
	times := func(pick func(*newChat) time.Time) []*time.Time {
		column := make([]*time.Time, len(rows))
		for i := range rows {
			if t := pick(&rows[i]); !t.IsZero() {
				column[i] = &t
			}
		}
		return column
	}
	bodies := make([][]byte, len(rows))
	for i := range rows {
		bodies[i] = rows[i].raw.Body
	}
	result, err := s.pool.Query(ctx, insertChatsSQL, pgx.QueryExecModeCacheStatement,
		text(func(r *newChat) string { return r.chat.ID }),
		text(func(r *newChat) string { return r.chat.AccountID }),
		text(func(r *newChat) string { return r.chat.CampaignID }),
		text(func(r *newChat) string { return r.chat.SourceID }),
		text(func(r *newChat) string { return r.chat.ConversationID }),
		text(func(r *newChat) string { return r.chat.CloseKey }),
		text(func(r *newChat) string { return string(r.chat.Kind) }),
		times(func(r *newChat) time.Time { return r.chat.StartedAt }),
		times(func(r *newChat) time.Time { return r.chat.ClosedAt }),
		times(func(r *newChat) time.Time { return r.chat.ReceivedAt }),
		text(func(r *newChat) string { return string(r.chat.ClosedBy) }),
		text(func(r *newChat) string { return r.json.codes }),
		text(func(r *newChat) string { return r.json.visitor }),
		text(func(r *newChat) string { return r.json.operators }),
		text(func(r *newChat) string { return r.chat.Department }),
		text(func(r *newChat) string { return r.chat.Inbox }),
		text(func(r *newChat) string { return r.chat.Subject }),
		text(func(r *newChat) string { return r.chat.Page }),
		text(func(r *newChat) string { return r.json.custom }),
		text(func(r *newChat) string { return r.json.transcript }),
		text(func(r *newChat) string { return r.followUp.ID }),
		text(func(r *newChat) string { return r.followUp.Day }),
		times(func(r *newChat) time.Time { return r.followUp.RunAt }),
		text(func(r *newChat) string { return r.json.submission }),
		text(func(r *newChat) string { return r.raw.ID }),
		text(func(r *newChat) string { return r.raw.Key }),
		text(func(r *newChat) string { return r.raw.Type }),
		bodies,
		times(func(*newChat) time.Time { return now }),
	)
	if err != nil {
		return nil, fmt.Errorf("insert chats: %w", err)
	}
	ids, err := pgx.CollectRows(result, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("insert chats: %w", err)
	}
	inserted := make(map[string]bool, len(ids))
	for _, id := range ids {
		inserted[id] = true
	}
	return inserted, nil
}
