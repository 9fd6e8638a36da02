package db

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"
)

// insertChatsSQL inserts a batch in one statement, and so in one transaction and one round trip. A conversation that is
// known, or for which an operator left a draft, is left out. Numbers have no gaps: the account's counter moves by what was
// inserted, and its row is locked last.
//
// OFFSET 0 makes PostgreSQL look for each chat by the index. Else it might choose to read all drafts, and keep to it for
// as long as its statistics say that there are few.
const insertChatsSQL = `
WITH chat AS (
  INSERT INTO chats (id, account_id, campaign_id, source_id, conversation_id, segment, close_key, revision, kind,
    started_at, closed_at, received_at, closed_by, codes, visitor, operators, department, inbox, subject, page, custom, transcript)
  SELECT id, account_id, campaign_id, source_id, conversation_id, 1, close_key, 1, kind,
    started_at, closed_at, received_at, closed_by, codes, visitor, operators, department, inbox, subject, page, custom, transcript
  FROM unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[],
    $10::timestamptz[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[],
    $19::text[], $20::text[]
  ) AS c (id, account_id, campaign_id, source_id, conversation_id, close_key, kind, started_at, closed_at,
    received_at, closed_by, codes, visitor, operators, department, inbox, subject, page, custom, transcript)
  WHERE NOT EXISTS (SELECT FROM drafts d WHERE d.source_id = c.source_id AND d.conversation_id = c.conversation_id OFFSET 0)
  ON CONFLICT DO NOTHING
  RETURNING id, account_id
), counted AS (
  UPDATE accounts SET last_number = last_number + n.n
  FROM (SELECT account_id, count(*) AS n FROM chat GROUP BY account_id) n
  WHERE accounts.id = n.account_id
  RETURNING accounts.id, accounts.last_number - n.n AS before
), numbered AS (
  SELECT chat.id, counted.before + row_number() OVER (PARTITION BY chat.account_id ORDER BY place.ord) AS number
  FROM unnest($1::text[]) WITH ORDINALITY AS place (id, ord)
  JOIN chat ON chat.id = place.id JOIN counted ON counted.id = chat.account_id
), follow_up AS (
  INSERT INTO follow_ups (id, account_id, campaign_id, chat_id, number, day, state, reason, run_at, version, submission,
    routed_revision, created_at, updated_at)
  SELECT f.id, f.account_id, f.campaign_id, f.chat_id, numbered.number, f.day, f.state, '', f.run_at, 1, f.submission, 0, $30::timestamptz, $30::timestamptz
  FROM unnest($21::text[], $2::text[], $3::text[], $1::text[], $22::text[], $23::timestamptz[], $24::text[], $31::text[])
    AS f (id, account_id, campaign_id, chat_id, day, run_at, submission, state)
  JOIN numbered ON numbered.id = f.chat_id
), raw AS (
  INSERT INTO raw_events (id, account_id, source_id, key, type, received_at, outcome, problem, chat_id, body)
  SELECT r.id, r.account_id, r.source_id, r.key, r.type, r.received_at, 'recorded', '', r.chat_id, r.body
  FROM unnest($25::text[], $2::text[], $4::text[], $26::text[], $27::text[], $28::timestamptz[], $1::text[], $29::bytea[])
    AS r (id, account_id, source_id, key, type, received_at, chat_id, body)
  JOIN chat ON chat.id = r.chat_id
)
SELECT id FROM chat`

// insertChatsPostgres returns the ids of the chats that were new.
func (s *Store) insertChatsPostgres(ctx context.Context, rows []*newChat) (map[string]bool, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	// Two servers that insert the same conversations must take their keys in the same order, or they wait for each other.
	slices.SortStableFunc(rows, func(a, b *newChat) int {
		return strings.Compare(a.chat.SourceID+"\x00"+a.chat.ConversationID, b.chat.SourceID+"\x00"+b.chat.ConversationID)
	})
	inserted := make(map[string]bool, len(rows))
	err := s.pool.AcquireFunc(ctx, func(conn *pgxpool.Conn) error {
		// Prepared once on each connection. The parameters, often a megabyte, are encoded here, for pgx would let its
		// buffers grow step by step.
		statement, err := conn.Conn().Prepare(ctx, "insert_chats", insertChatsSQL)
		if err != nil {
			return err
		}
		values, err := chatParameters(conn.Conn().TypeMap(), rows, s.now())
		if err != nil {
			return err
		}
		result := conn.Conn().PgConn().ExecStatement(ctx, statement, values, []int16{pgtype.BinaryFormatCode}, nil).Read()
		for _, row := range result.Rows {
			inserted[string(row[0])] = true
		}
		return result.Err
	})
	if err != nil {
		return nil, fmt.Errorf("insert chats: %w", err)
	}
	return inserted, nil
}

// chatParameters are the parameters of insertChatsSQL.
func chatParameters(types *pgtype.Map, rows []*newChat, now time.Time) ([][]byte, error) {
	p := parameters{types: types, rows: rows, values: make([][]byte, 0, 31)}
	p.texts(func(r *newChat) string { return r.chat.ID })
	p.texts(func(r *newChat) string { return r.chat.AccountID })
	p.texts(func(r *newChat) string { return r.chat.CampaignID })
	p.texts(func(r *newChat) string { return r.chat.SourceID })
	p.texts(func(r *newChat) string { return r.chat.ConversationID })
	p.texts(func(r *newChat) string { return r.chat.CloseKey })
	p.texts(func(r *newChat) string { return string(r.chat.Kind) })
	p.times(func(r *newChat) time.Time { return r.chat.StartedAt })
	p.times(func(r *newChat) time.Time { return r.chat.ClosedAt })
	p.times(func(r *newChat) time.Time { return r.chat.ReceivedAt })
	p.texts(func(r *newChat) string { return string(r.chat.ClosedBy) })
	p.texts(func(r *newChat) string { return r.json.codes })
	p.texts(func(r *newChat) string { return r.json.visitor })
	p.texts(func(r *newChat) string { return r.json.operators })
	p.texts(func(r *newChat) string { return r.chat.Department })
	p.texts(func(r *newChat) string { return r.chat.Inbox })
	p.texts(func(r *newChat) string { return r.chat.Subject })
	p.texts(func(r *newChat) string { return r.chat.Page })
	p.texts(func(r *newChat) string { return r.json.custom })
	p.texts(func(r *newChat) string { return r.json.transcript })
	p.texts(func(r *newChat) string { return r.followUp.ID })
	p.texts(func(r *newChat) string { return r.followUp.Day })
	p.times(func(r *newChat) time.Time { return r.followUp.RunAt })
	p.texts(func(r *newChat) string { return r.json.submission })
	p.texts(func(r *newChat) string { return r.raw.ID })
	p.texts(func(r *newChat) string { return r.raw.Key })
	p.texts(func(r *newChat) string { return r.raw.Type })
	p.times(func(r *newChat) time.Time { return r.raw.ReceivedAt })
	p.bytes(func(r *newChat) []byte { return r.raw.Body })
	p.add(pgtype.TimestamptzOID, now, 0)
	p.texts(func(r *newChat) string { return string(r.followUp.State) })
	return p.values, p.err
}

// parameters are arrays of what is picked from each row, in PostgreSQL's binary form.
type parameters struct {
	types  *pgtype.Map
	rows   []*newChat
	values [][]byte
	err    error
}

// What the binary form takes besides the content, in bytes: of an array, and of each of its elements.
const arrayHeader, elementHeader = 20, 4

// add encodes a parameter whose content has about that many bytes.
func (p *parameters) add(oid uint32, value any, size int) {
	encoded, err := p.types.Encode(oid, pgtype.BinaryFormatCode, value, make([]byte, 0, arrayHeader+size+elementHeader*len(p.rows)))
	p.values, p.err = append(p.values, encoded), errors.Join(p.err, err)
}

func (p *parameters) texts(pick func(*newChat) string) {
	column, size := make(pgtype.FlatArray[string], len(p.rows)), 0
	for i, row := range p.rows {
		column[i] = pick(row)
		size += len(column[i])
	}
	p.add(pgtype.TextArrayOID, column, size)
}

func (p *parameters) times(pick func(*newChat) time.Time) {
	column := make(pgtype.FlatArray[pgtype.Timestamptz], len(p.rows))
	for i, row := range p.rows {
		t := pick(row)
		column[i] = pgtype.Timestamptz{Time: t, Valid: !t.IsZero()}
	}
	p.add(pgtype.TimestamptzArrayOID, column, 8*len(p.rows))
}

func (p *parameters) bytes(pick func(*newChat) []byte) {
	column, size := make(pgtype.FlatArray[[]byte], len(p.rows)), 0
	for i, row := range p.rows {
		column[i] = pick(row)
		size += len(column[i])
	}
	p.add(pgtype.ByteaArrayOID, column, size)
}
