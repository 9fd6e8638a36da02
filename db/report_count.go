package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Bounds of a report.
const (
	// MaxReportRows bounds the rows of a report. Days have a bound of their own, that of the ledger.
	MaxReportRows = 100
	// maxReportChats bounds the chats that are counted, so that their times fit the memory.
	maxReportChats = 2_000_000
	// reportTime bounds how long a report may keep the database busy, and maxReports how many may at once: SQLite has four
	// connections for all reading, and chats that come in need them too.
	reportTime = 15 * time.Second
	maxReports = 2
)

// Report counts finished chats. All that it says is of one moment. It is Invalid on the fields first and last as LedgerDays
// is, and on last where so many chats cannot be counted in good time.
func (c *Scope) Report(ctx context.Context, q ReportQuery) (*Tallies, error) {
	if err := CheckDays(q.First, q.Last); err != nil {
		return nil, err
	}
	r := &reporter{query: q, byKey: map[string]*counter{}}
	err := c.inSnapshot(ctx, bounds{c.store.reports, reportTime, tooManyChats()}, func(ctx context.Context, tx *Scope) error {
		r.scope = tx
		return r.count(ctx)
	})
	if err != nil {
		return nil, err
	}
	return r.tallies(), nil
}

func tooManyChats() error {
	return postchat.Invalidf("last", "there are too many chats to count them in %d seconds; ask for fewer days", int(reportTime.Seconds()))
}

// reporter counts chats one by one as they are read. To have the database sort and join them for each row was far slower.
type reporter struct {
	scope *Scope
	query ReportQuery

	goals     map[string]string   // the goals of codes that have one, by the code's id
	undecided map[string][]string // the codes that count for follow-ups without a decision, by the follow-up's id

	totals counter
	byKey  map[string]*counter
	shown  []string // the keys that get a row, in order
	others *counter
}

// finishedChat is what a report reads of a chat.
type finishedChat struct {
	id, campaignID, day string
	state               postchat.FollowUpState
	reason              string
	took                sql.NullFloat64
	codes, more         sql.NullString // JSON; more is what only some reports need
}

// readCodes reads what is to be known of codes before chats are counted.
func (r *reporter) readCodes(ctx context.Context) error {
	codes, undecided, err := r.scope.codesWithUndecided(ctx)
	if err != nil {
		return err
	}
	r.goals, r.undecided = map[string]string{}, map[string][]string{}
	for _, code := range codes {
		r.goals[code.ID] = code.GoalID
	}
	for _, u := range undecided {
		r.undecided[u.id] = append(r.undecided[u.id], u.codeID)
	}
	return nil
}

func (r *reporter) count(ctx context.Context) error {
	if err := r.readCodes(ctx); err != nil {
		return err
	}
	err := r.each(ctx, func(chat finishedChat, codes []string) {
		r.totals.add(chat, codes, r.goals)
		for _, key := range r.keys(chat, codes) {
			r.counter(key).add(chat, codes, r.goals)
		}
	})
	if err != nil {
		return err
	}
	r.shown = r.order()
	if limit := r.maxRows(); len(r.shown) > limit {
		if err := r.countOthers(ctx, r.shown[limit:]); err != nil {
			return err
		}
		r.shown = r.shown[:limit]
	}
	if r.query.By == ReportByAddress {
		return r.countMails(ctx)
	}
	return nil
}

// countOthers counts the chats of all the keys, each once.
func (r *reporter) countOthers(ctx context.Context, keys []string) error {
	beyond := make(map[string]bool, len(keys))
	for _, key := range keys {
		beyond[key] = true
	}
	r.others = &counter{}
	return r.each(ctx, func(chat finishedChat, codes []string) {
		if slices.ContainsFunc(r.keys(chat, codes), func(key string) bool { return beyond[key] }) {
			r.others.add(chat, codes, r.goals)
		}
	})
}

// each reads the report's chats one by one, with the codes that count for each.
func (r *reporter) each(ctx context.Context, do func(chat finishedChat, codes []string)) error {
	query := r.chats().Column("id", "campaign_id", "day", "state", "reason").
		ColumnExpr("?", r.seconds("follow_up.created_at", "follow_up.sent_at")).
		ColumnExpr("?", r.codes()).ColumnExpr("?", r.more())
	rows, err := query.Rows(ctx)
	if err != nil {
		return fmt.Errorf("read chats for a report: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for n := 0; rows.Next(); n++ {
		var chat finishedChat
		if err := rows.Scan(&chat.id, &chat.campaignID, &chat.day, &chat.state, &chat.reason, &chat.took, &chat.codes, &chat.more); err != nil {
			return fmt.Errorf("read chats for a report: %w", err)
		}
		codes, err := r.given(chat)
		if err != nil {
			return err
		}
		if n == maxReportChats {
			return tooManyChats()
		}
		do(chat, codes)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read chats for a report: %w", err)
	}
	return nil
}

// chats are those that the report is about.
func (r *reporter) chats() *bun.SelectQuery {
	query := r.scope.selectOne((*postchat.FollowUp)(nil)).Where("?TableAlias.day BETWEEN ? AND ?", r.query.First, r.query.Last)
	if len(r.query.CampaignIDs) > 0 {
		query = query.Where("?TableAlias.campaign_id IN (?)", bun.List(r.query.CampaignIDs))
	}
	return query
}

// seconds is the length of time between two columns.
func (r *reporter) seconds(from, to string) bun.Safe {
	if r.scope.store.postgres() {
		return bun.Safe("CAST(extract(epoch FROM " + to + " - " + from + ") AS double precision)")
	}
	return bun.Safe("unixepoch(" + to + ", 'subsec') - unixepoch(" + from + ", 'subsec')")
}

// codes are the verdicts about codes in a chat's decision.
func (r *reporter) codes() bun.Safe {
	if r.scope.store.postgres() {
		return "follow_up.decision::json -> 'codes'"
	}
	return "json_extract(follow_up.decision, '$.codes')"
}

// given are the ids of the codes that count for a chat.
func (r *reporter) given(chat finishedChat) ([]string, error) {
	if !chat.codes.Valid {
		return r.undecided[chat.id], nil
	}
	var verdicts []postchat.CodeVerdict
	if err := json.Unmarshal([]byte(chat.codes.String), &verdicts); err != nil {
		return nil, fmt.Errorf("read the codes of follow-up %s: %w", chat.id, err)
	}
	var codes []string
	for _, v := range verdicts {
		if v.Outcome == postchat.CodeRouted || v.Outcome == postchat.CodeNoAddress {
			codes = append(codes, v.CodeID)
		}
	}
	return codes, nil
}

func (r *reporter) counter(key string) *counter {
	c := r.byKey[key]
	if c == nil {
		c = &counter{}
		r.byKey[key] = c
	}
	return c
}

// countMails counts the mails to each address.
func (r *reporter) countMails(ctx context.Context) error {
	rows, err := r.chats().Join("JOIN deliveries ON deliveries.follow_up_id = follow_up.id").ColumnExpr("?", r.scope.email()).
		ColumnExpr("deliveries.state").ColumnExpr("?", r.seconds("deliveries.created_at", "deliveries.accepted_at")).Rows(ctx)
	if err != nil {
		return fmt.Errorf("read mails for a report: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var email string
		var state postchat.DeliveryState
		var took sql.NullFloat64
		if err := rows.Scan(&email, &state, &took); err != nil {
			return fmt.Errorf("read mails for a report: %w", err)
		}
		counters := []*counter{&r.totals, r.byKey[email]}
		if !slices.Contains(r.shown, email) {
			counters[1] = r.others
		}
		for _, c := range counters {
			c.addMail(state, took)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read mails for a report: %w", err)
	}
	return nil
}

// tallies are what was counted.
func (r *reporter) tallies() *Tallies {
	t := &Tallies{Totals: r.totals.finished("")}
	if t.Totals.Mails == nil && r.query.By == ReportByAddress {
		t.Totals.Mails = &MailTally{}
	}
	for _, key := range r.shown {
		t.Rows = append(t.Rows, r.byKey[key].finished(key))
	}
	if r.others != nil {
		others := r.others.finished("")
		t.Others = &others
	}
	return t
}
