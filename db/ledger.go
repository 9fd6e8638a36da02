package db

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// LedgerLine is one box of the ledger: how many of a day's finished chats of a campaign are in one state, for one reason.
type LedgerLine struct {
	bun.BaseModel `bun:"table:ledger_entries,alias:entry"`

	AccountID  string                 `bun:"account_id"`
	CampaignID string                 `bun:"campaign_id"`
	Day        string                 `bun:"day"`
	State      postchat.FollowUpState `bun:"state"`
	Reason     string                 `bun:"reason"`
	Count      int64                  `bun:"count"`
}

// ReasonSentence is the box's reason as people read it; empty where its state says all.
func (l LedgerLine) ReasonSentence() string {
	return postchat.FollowUp{Reason: l.Reason}.ReasonSentence()
}

// Filter finds the box's chats.
func (l LedgerLine) Filter() FollowUpFilter {
	return FollowUpFilter{
		States: []postchat.FollowUpState{l.State}, Reasons: []string{l.Reason}, CampaignIDs: []string{l.CampaignID}, Days: Days{l.Day, l.Day},
	}
}

// LedgerDay is a day of a campaign: its finished chats, and the boxes that they are in.
type LedgerDay struct {
	Day, CampaignID string
	Finished        int64 // the sum of the boxes
	Boxes           []LedgerLine
}

// Filter finds the day's chats of the campaign.
func (d LedgerDay) Filter() FollowUpFilter {
	return FollowUpFilter{CampaignIDs: []string{d.CampaignID}, Days: Days{d.Day, d.Day}}
}

// maxLedgerDays bounds what is asked of the ledger at once.
const maxLedgerDays = 400

// LedgerDays is Ledger, day by day and campaign by campaign. It is Invalid on the fields first and last where these are no
// dates, or more than 400 days apart.
func (c *Scope) LedgerDays(ctx context.Context, first, last string, campaignIDs ...string) ([]LedgerDay, error) {
	if err := CheckDays(first, last); err != nil {
		return nil, err
	}
	lines, err := c.Ledger(ctx, first, last, campaignIDs...)
	if err != nil {
		return nil, err
	}
	days := []LedgerDay{}
	for _, line := range lines {
		if n := len(days); n == 0 || days[n-1].Day != line.Day || days[n-1].CampaignID != line.CampaignID {
			days = append(days, LedgerDay{Day: line.Day, CampaignID: line.CampaignID})
		}
		day := &days[len(days)-1]
		day.Finished += line.Count
		day.Boxes = append(day.Boxes, line)
	}
	return days, nil
}

// CheckDays is Invalid on the fields first and last where these are no dates, or more than 400 days apart.
func CheckDays(first, last string) error {
	from, fromErr := time.Parse(time.DateOnly, first)
	to, toErr := time.Parse(time.DateOnly, last)
	switch {
	case fromErr != nil:
		return postchat.Invalidf("first", "must be a day such as 2026-07-01")
	case toErr != nil:
		return postchat.Invalidf("last", "must be a day such as 2026-07-01")
	case to.Sub(from) > maxLedgerDays*24*time.Hour:
		return postchat.Invalidf("last", "must be at most %d days after the first", maxLedgerDays)
	}
	return nil
}

// Ledger returns the boxes of the days from first to last (2006-01-02, both included), of the campaigns or, without any, of
// all. Empty boxes are left out. A day's boxes add up to its finished chats.
func (c *Scope) Ledger(ctx context.Context, first, last string, campaignIDs ...string) ([]LedgerLine, error) {
	var lines []LedgerLine
	query := c.seenBoxes().Where("day BETWEEN ? AND ?", first, last)
	if len(campaignIDs) > 0 {
		query = query.Where("campaign_id IN (?)", bun.List(campaignIDs))
	}
	if err := query.Order("day", "campaign_id", "state", "reason").Scan(ctx, &lines); err != nil {
		return nil, fmt.Errorf("read the ledger: %w", err)
	}
	return lines, nil
}

// boxes are the columns that tell one box from the others, in the ledger as in follow_ups.
const boxes = "account_id, campaign_id, day, state, reason"

// seenBoxes are those that the scope sees. The ledger's entries do not say of which source they are: where only one source can be seen, its
// follow-ups themselves are counted, which comes to the same.
func (c *Scope) seenBoxes() *bun.SelectQuery {
	if c.source != "" {
		return c.selectOne((*postchat.FollowUp)(nil)).ColumnExpr(boxes + ", count(*) AS count").GroupExpr(boxes)
	}
	return c.inCampaigns(sumLedger(c.reader()).Where("account_id = ?", c.account), "campaign_id")
}

func sumLedger(in bun.IDB) *bun.SelectQuery {
	return in.NewSelect().Table("ledger_entries").ColumnExpr("account_id, campaign_id, day, state, reason, sum(count) AS count").
		GroupExpr("account_id, campaign_id, day, state, reason").Having("sum(count) <> 0")
}

// LedgerProblem is something that the ledger's check found: a box that does not hold what the follow-ups say, a chat that is
// in no box, or a follow-up that has been in an open state for too long.
type LedgerProblem struct {
	Box      *LedgerLine        // the box as the entries have it, where it differs
	Found    int64              // what the follow-ups say of the box
	ChatID   string             // a chat without a follow-up
	FollowUp *postchat.FollowUp // a follow-up that is overdue
}

// String says in one line what is wrong.
func (p LedgerProblem) String() string {
	switch {
	case p.Box != nil:
		return fmt.Sprintf("campaign %s, %s: the ledger has %d chats %s %s, the follow-ups are %d", p.Box.CampaignID, p.Box.Day,
			p.Box.Count, p.Box.State, p.Box.Reason, p.Found)
	case p.FollowUp != nil:
		return fmt.Sprintf("follow-up #%d (%s) of %s has been %s since %s", p.FollowUp.Number, p.FollowUp.ID, p.FollowUp.Day,
			p.FollowUp.State, p.FollowUp.UpdatedAt.Format(time.RFC3339))
	default:
		return fmt.Sprintf("chat %s has no follow-up", p.ChatID)
	}
}

// LedgerLimits say for how long a follow-up may stay in an open state before that is a problem.
type LedgerLimits map[postchat.FollowUpState]time.Duration

// CheckLedger recounts the ledger from the rows and looks for follow-ups that are overdue. It sees the database as it was at
// one moment, so that what changes meanwhile is no difference. At most 100 problems of a kind are returned.
func (s *Store) CheckLedger(ctx context.Context, limits LedgerLimits) ([]LedgerProblem, error) {
	var problems []LedgerProblem
	err := s.read.RunInTx(ctx, &sql.TxOptions{Isolation: s.snapshot(), ReadOnly: s.postgres()}, func(ctx context.Context, tx bun.Tx) error {
		for _, check := range []func(context.Context, bun.Tx) ([]LedgerProblem, error){
			recountLedger, chatsWithoutFollowUp,
			func(ctx context.Context, tx bun.Tx) ([]LedgerProblem, error) { return s.overdue(ctx, tx, limits) },
		} {
			found, err := check(ctx, tx)
			if err != nil {
				return err
			}
			problems = append(problems, found...)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("check the ledger: %w", err)
	}
	return problems, nil
}

// CheckLedger is Store.CheckLedger for the account.
func (c *Scope) CheckLedger(ctx context.Context, limits LedgerLimits) ([]LedgerProblem, error) {
	problems, err := c.store.CheckLedger(ctx, limits)
	return slices.DeleteFunc(problems, func(p LedgerProblem) bool {
		return p.Box != nil && p.Box.AccountID != c.account || p.FollowUp != nil && p.FollowUp.AccountID != c.account
	}), err
}

// maxProblems bounds what one check reports of a kind.
const maxProblems = 100

// snapshot is the isolation at which a transaction sees one moment. SQLite's transactions always do.
func (s *Store) snapshot() sql.IsolationLevel {
	if s.postgres() {
		return sql.LevelRepeatableRead
	}
	return sql.LevelDefault
}

func recountLedger(ctx context.Context, tx bun.Tx) ([]LedgerProblem, error) {
	var booked, counted []LedgerLine
	if err := sumLedger(tx).Scan(ctx, &booked); err != nil {
		return nil, err
	}
	err := tx.NewSelect().Table("follow_ups").ColumnExpr("account_id, campaign_id, day, state, reason, count(*) AS count").
		GroupExpr("account_id, campaign_id, day, state, reason").Scan(ctx, &counted)
	if err != nil {
		return nil, err
	}
	difference := map[LedgerLine]int64{} // by box, with its count left out
	box := func(l LedgerLine) LedgerLine { l.Count = 0; return l }
	for _, l := range counted {
		difference[box(l)] += l.Count
	}
	amounts := map[LedgerLine]int64{}
	for _, l := range booked {
		difference[box(l)] -= l.Count
		amounts[box(l)] = l.Count
	}
	var problems []LedgerProblem
	for b, n := range difference {
		if n != 0 && len(problems) < maxProblems {
			line := b
			line.Count = amounts[b]
			problems = append(problems, LedgerProblem{Box: &line, Found: amounts[b] + n})
		}
	}
	return problems, nil
}

func chatsWithoutFollowUp(ctx context.Context, tx bun.Tx) ([]LedgerProblem, error) {
	var ids []string
	err := tx.NewSelect().Table("chats").Column("chats.id").Join("LEFT JOIN follow_ups ON follow_ups.chat_id = chats.id").
		Where("follow_ups.id IS NULL").Limit(maxProblems).Scan(ctx, &ids)
	if err != nil {
		return nil, err
	}
	problems := make([]LedgerProblem, len(ids))
	for i, id := range ids {
		problems[i].ChatID = id
	}
	return problems, nil
}

func (s *Store) overdue(ctx context.Context, tx bun.Tx, limits LedgerLimits) ([]LedgerProblem, error) {
	var problems []LedgerProblem
	now := s.now()
	for state, limit := range limits {
		var late []postchat.FollowUp
		// What is due in the future waits on purpose; it is late by the limit after its time.
		err := tx.NewSelect().Model(&late).Where("state = ?", state).
			Where("reason <> ?", postchat.ReasonReopened). // which waits for people elsewhere
			Where("COALESCE(run_at, updated_at) < ?", now.Add(-limit)).Order("id").Limit(maxProblems).Scan(ctx)
		if err != nil {
			return nil, err
		}
		for i := range late {
			problems = append(problems, LedgerProblem{FollowUp: &late[i]})
		}
	}
	return problems, nil
}

// CompactLedger adds up the ledger's entries, one for each box.
func (s *Store) CompactLedger(ctx context.Context) error {
	err := s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
		if s.postgres() {
			// One statement: what others add meanwhile is neither summed nor deleted.
			_, err := tx.NewRaw(`WITH old AS (DELETE FROM ledger_entries RETURNING *)
				INSERT INTO ledger_entries (` + boxes + `, count)
				SELECT ` + boxes + `, sum(count) FROM old GROUP BY ` + boxes + ` HAVING sum(count) <> 0`).Exec(ctx)
			return err
		}
		var newest int64
		if err := tx.NewRaw("SELECT COALESCE(max(id), 0) FROM ledger_entries").Scan(ctx, &newest); err != nil {
			return err
		}
		_, err := tx.NewRaw(`INSERT INTO ledger_entries (` + boxes + `, count)
			SELECT ` + boxes + `, sum(count) FROM ledger_entries GROUP BY ` + boxes + ` HAVING sum(count) <> 0`).Exec(ctx)
		if err != nil {
			return err
		}
		_, err = tx.NewRaw("DELETE FROM ledger_entries WHERE id <= ?", newest).Exec(ctx)
		return err
	})
	if err != nil {
		return fmt.Errorf("compact the ledger: %w", err)
	}
	return nil
}
