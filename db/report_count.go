package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/schema"

	"github.com/postchat/postchat"
)

// MaxReportRows bounds the rows of a report. Days have a bound of their own, that of the ledger.
const MaxReportRows = 100

// reportTime bounds how long a report may keep the database busy.
const reportTime = 15 * time.Second

// Report counts finished chats. All that it says is of one moment. It is Invalid on the fields first and last as LedgerDays
// is, and on last where so many chats cannot be counted in good time.
func (c *Scope) Report(ctx context.Context, q ReportQuery) (*Tallies, error) {
	if err := CheckDays(q.First, q.Last); err != nil {
		return nil, err
	}
	t := &Tallies{}
	err := c.inSnapshot(ctx, reportTime, func(ctx context.Context, tx *Scope) error {
		return reporter{scope: tx, query: q}.report(ctx, t)
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// inSnapshot runs fn with a Scope whose reads see the database as it is at one moment. It is Invalid on the field last where that
// takes longer than limit.
func (c *Scope) inSnapshot(ctx context.Context, limit time.Duration, fn func(ctx context.Context, tx *Scope) error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	err := c.store.read.RunInTx(ctx, &sql.TxOptions{Isolation: c.store.snapshot(), ReadOnly: c.store.postgres()},
		func(ctx context.Context, tx bun.Tx) error {
			if c.store.postgres() {
				// So that the server stops too; it would not notice that nobody waits.
				if _, err := tx.NewRaw("SET LOCAL statement_timeout = ?", limit.Milliseconds()).Exec(ctx); err != nil {
					return err
				}
			}
			inside := *c
			inside.tx = tx
			return fn(ctx, &inside)
		})
	const canceled = "57014"
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok && pg.Code == canceled || err != nil && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return postchat.Invalidf("last", "there are too many chats to count them in %d seconds; ask for fewer days", int(limit.Seconds()))
	}
	return err
}

// reporter counts inside one transaction.
type reporter struct {
	scope *Scope
	query ReportQuery
}

func (r reporter) report(ctx context.Context, t *Tallies) error {
	codes, err := r.codes(ctx)
	if err != nil {
		return err
	}
	totals, err := r.tally(ctx, codes, "SELECT id, '' AS key FROM facts")
	if err != nil {
		return err
	}
	for _, row := range totals { // none where there is no chat
		t.Totals = row.Tally
	}
	rows, err := r.tally(ctx, codes, r.keys())
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.Key == nil {
			t.Others = &row.Tally
			continue
		}
		row.Tally.Key = *row.Key
		t.Rows = append(t.Rows, row.Tally)
	}
	if r.query.By == ReportByAddress {
		return r.addMails(ctx, t)
	}
	return nil
}

// tallyRow is a row of a report, with the key that the others do not have.
type tallyRow struct {
	Tally `bun:",extend"`

	Key *string `bun:"key"`
}

// tally counts the chats of each key that the query keys has.
func (r reporter) tally(ctx context.Context, codes schema.QueryAppender, keys string) ([]tallyRow, error) {
	order, limit := "count(*) DESC, key", MaxReportRows
	if r.query.By == ReportByDay {
		order, limit = "key", maxLedgerDays+1
	}
	var rows []tallyRow
	err := r.scope.tx.NewRaw(tallySQL, r.facts(), codes, bun.Safe(keys), bun.Safe(order), limit, bun.Safe(order)).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("count chats for a report: %w", err)
	}
	return rows, nil
}

// addMails adds to the rows what became of each address's mails.
func (r reporter) addMails(ctx context.Context, t *Tallies) error {
	tallies := map[string]*Tally{}
	shown := make([]string, len(t.Rows))
	for i := range t.Rows {
		shown[i] = t.Rows[i].Key
		tallies[shown[i]] = &t.Rows[i]
	}
	var rows []struct {
		MailTally `bun:",extend"`

		Key *string `bun:"key"`
	}
	took, email := r.seconds("deliveries.created_at", "deliveries.accepted_at"), r.scope.email()
	if err := r.scope.tx.NewRaw(mailsSQL, r.facts(), email, list(shown), email, took).Scan(ctx, &rows); err != nil {
		return fmt.Errorf("count mails for a report: %w", err)
	}
	for i := range rows {
		switch key := rows[i].Key; {
		case key == nil && t.Others != nil:
			t.Others.Mails = &rows[i].MailTally
		case key != nil && *key == "":
			t.Totals.Mails = &rows[i].MailTally
		case key != nil:
			tallies[*key].Mails = &rows[i].MailTally
		}
	}
	return nil
}

// facts are the chats that the report is about, each once.
func (r reporter) facts() *bun.SelectQuery {
	return r.chats().Column("id", "campaign_id", "chat_id", "day", "state", "reason").
		ColumnExpr("? AS took", r.seconds("follow_up.created_at", "follow_up.sent_at"))
}

func (r reporter) chats() *bun.SelectQuery {
	query := r.scope.selectOne((*postchat.FollowUp)(nil)).Where("day BETWEEN ? AND ?", r.query.First, r.query.Last)
	if len(r.query.CampaignIDs) > 0 {
		query = query.Where("campaign_id IN (?)", bun.List(r.query.CampaignIDs))
	}
	return query
}

// seconds is the length of time between two columns.
func (r reporter) seconds(from, to string) bun.Safe {
	if r.scope.store.postgres() {
		return bun.Safe("CAST(extract(epoch FROM " + to + " - " + from + ") AS double precision)")
	}
	return bun.Safe("unixepoch(" + to + ", 'subsec') - unixepoch(" + from + ", 'subsec')")
}

// keys is a query for the keys of every chat in facts; the empty key is for what has none.
func (r reporter) keys() string {
	switch r.query.By {
	case ReportByDay:
		return "SELECT id, day AS key FROM facts"
	case ReportByCampaign:
		return "SELECT id, campaign_id AS key FROM facts"
	case ReportByCode:
		return "SELECT facts.id, COALESCE(code_id, '') AS key FROM facts LEFT JOIN codes ON codes.id = facts.id"
	case ReportByGoal:
		return "SELECT facts.id, COALESCE(goal_id, '') AS key FROM facts LEFT JOIN codes ON codes.id = facts.id AND goal_id IS NOT NULL"
	case ReportByOperator:
		name := string(r.scope.operatorName())
		return "SELECT facts.id, COALESCE(name, '') AS key FROM facts LEFT JOIN (SELECT facts.id, " + name + " AS name FROM facts " +
			"JOIN chats ON chats.id = facts.chat_id CROSS JOIN " + string(r.scope.operators("chats.operators")) +
			" WHERE " + name + " <> '') names ON names.id = facts.id"
	default:
		return "SELECT facts.id, " + string(r.scope.email()) + " AS key FROM facts JOIN deliveries ON follow_up_id = facts.id"
	}
}

// codes is a query for the codes that count for every chat in facts.
func (r reporter) codes(ctx context.Context) (schema.QueryAppender, error) {
	_, undecided, err := r.scope.codesWithUndecided(ctx)
	if err != nil {
		return nil, err
	}
	decided := r.chats().Column("id", "decision")
	query := r.scope.tx.NewRaw("SELECT decided.id, ? AS code_id FROM (?) decided CROSS JOIN ? WHERE ?",
		r.scope.verdictOf("code_id"), decided, r.scope.verdicts("decided.decision"), r.scope.verdictCounts())
	if len(undecided) == 0 {
		return query, nil
	}
	pairs := make([]bun.TupleValues, len(undecided))
	for i, u := range undecided {
		pairs[i] = bun.Tuple([]string{u.id, u.codeID})
	}
	return r.scope.tx.NewRaw("? UNION ALL SELECT column1, column2 FROM (VALUES ?) undecided", query, bun.List(pairs)), nil
}

// Percentiles are by nearest rank: of n values in order, the one at the place n/2 or n*9/10, rounded up.
const percentiles = `
	max(CASE WHEN place = (timed + 1) / 2 THEN took END) AS time_median,
	max(CASE WHEN place = (timed * 9 + 9) / 10 THEN took END) AS time_p90`

// tallySQL counts the chats of each key, of the first keys only; the others have no key. The keys are asked for once and each chat
// is counted once for each of them.
const tallySQL = `
WITH facts AS MATERIALIZED (?),
codes AS MATERIALIZED (
	SELECT facts.id, success_codes.id AS code_id, success_codes.goal_id
	FROM facts JOIN (?) given ON given.id = facts.id JOIN success_codes ON success_codes.id = given.code_id
),
coded AS (SELECT id, count(goal_id) AS goals FROM codes GROUP BY id),
keys AS MATERIALIZED (?),
ranked AS (SELECT key, row_number() OVER (ORDER BY ?) AS rank FROM keys GROUP BY key),
placed AS (SELECT DISTINCT keys.id, CASE WHEN rank <= ? THEN keys.key END AS key FROM keys JOIN ranked ON ranked.key = keys.key),
counted AS (
	SELECT placed.key, state, reason, took, goals,
		row_number() OVER (PARTITION BY placed.key ORDER BY took IS NULL, took) AS place, count(took) OVER (PARTITION BY placed.key) AS timed
	FROM placed JOIN facts ON facts.id = placed.id LEFT JOIN coded ON coded.id = placed.id
)
SELECT key, count(*) AS chats,
	count(CASE WHEN goals IS NULL THEN 1 END) AS uncoded,
	count(CASE WHEN goals > 0 THEN 1 END) AS converted,
	count(CASE WHEN state = 'not_forwarded' THEN 1 END) AS not_forwarded,
	count(CASE WHEN state IN ('sent', 'delivered') THEN 1 END) AS sent,
	count(CASE WHEN state = 'failed' THEN 1 END) AS failed,
	count(CASE WHEN state NOT IN ('not_forwarded', 'sent', 'delivered', 'failed') THEN 1 END) AS open,
	count(CASE WHEN reason = 'rescued' THEN 1 END) AS rescued,` + percentiles + `
FROM counted GROUP BY key ORDER BY ?`

// mailsSQL counts the mails to each of the shown addresses, to all others under no key, and to all under an empty one.
const mailsSQL = `
WITH facts AS MATERIALIZED (?),
mails AS MATERIALIZED (
	SELECT CASE WHEN ? IN (?) THEN ? END AS key, deliveries.state, ? AS took
	FROM facts JOIN deliveries ON follow_up_id = facts.id
),
keys AS (SELECT key, state, took FROM mails UNION ALL SELECT '', state, took FROM mails),
counted AS (
	SELECT key, state, took,
		row_number() OVER (PARTITION BY key ORDER BY took IS NULL, took) AS place, count(took) OVER (PARTITION BY key) AS timed
	FROM keys
)
SELECT key, count(*) AS mails,
	count(CASE WHEN state IN ('accepted', 'delayed', 'delivered', 'complained') THEN 1 END) AS accepted,
	count(CASE WHEN state IN ('delivered', 'complained') THEN 1 END) AS delivered,
	count(CASE WHEN state IN ('bounced', 'blocked', 'failed') THEN 1 END) AS refused,` + percentiles + `
FROM counted GROUP BY key`
