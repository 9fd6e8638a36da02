package db

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// FollowUpFilter says which follow-ups are meant. Each part that is not empty must fit.
type FollowUpFilter struct {
	// Search is looked for, whatever the case of its letters, in what the visitor gave, in the transcript and in the addresses
	// that were mailed. A number, with or without #, finds the follow-up with it as well.
	Search      string
	States      []postchat.FollowUpState
	CampaignIDs []string
	// CodeIDs are success codes of which one must be among the codes that count; see routing.Given.
	CodeIDs []string
	// GoalIDs are goals of which one must have such a code.
	GoalIDs []string
	// Coded and Converted say whether there must be such a code at all, and one that belongs to a goal; nil asks for neither.
	Coded, Converted *bool
	// Operators are names of which one must be an operator's of the chat. An empty one is for chats without an operator's name.
	Operators []string
	// SubmittedBy are names of which one must be whose OK it has.
	SubmittedBy []string
	// Addresses are e-mails of which a mail must have been made for one.
	Addresses []string
	// Reasons are words of which one must be the follow-up's Reason; an empty one is for those without.
	Reasons []string
	// Urgent and Late mean those that are, or are not; nil asks for neither.
	Urgent, Late *bool
	// Days are those of the ledger.
	Days Days
	// Received is when the close was received, Closed when the chat closed.
	Received, Closed TimeRange
}

func (f FollowUpFilter) validate() error {
	return errors.Join(validateSearch(f.Search), f.Days.validate(), f.Received.validate("received"), f.Closed.validate("closed"))
}

// Days are the days of the ledger from First to Last (2006-01-02, both included). Without any, all are meant.
type Days struct{ First, Last string }

func (d Days) validate() error {
	if d == (Days{}) {
		return nil
	}
	if CheckDays(d.First, d.Last) != nil {
		return postchat.Invalidf("days", "must be two days such as 2026-07-01, at most %d days apart", maxLedgerDays)
	}
	return nil
}

// TimeRange is a stretch of time with its beginning and without its end; zero leaves a side open.
type TimeRange struct{ From, To time.Time }

// validate reports a range that holds nothing.
func (r TimeRange) validate(field string) error {
	if !r.To.IsZero() && !r.To.After(r.From) {
		return postchat.Invalidf(field, "must end after it begins")
	}
	return nil
}

// Page is a part of a list of follow-ups, the newest first.
type Page struct {
	// First is how many rows to return, 1 to MaxPage.
	First int
	// After is the number of the last follow-up of the page before; 0 for the first page.
	After int64
	// Oldest begins with the oldest instead.
	Oldest bool
}

// MaxPage bounds a page, in rows.
const MaxPage = 100

func (p Page) validate() error {
	if p.First < 1 || p.First > MaxPage {
		return postchat.Invalidf("first", "must be between 1 and %d", MaxPage)
	}
	return nil
}

// FollowUps returns the follow-ups that the filter means, the newest first, and whether there are more after them.
func (c *Scope) FollowUps(ctx context.Context, f FollowUpFilter, page Page) (rows []postchat.FollowUp, more bool, err error) {
	if err := errors.Join(page.validate(), f.validate()); err != nil {
		return nil, false, err
	}
	if f.Search != "" {
		return c.searchFollowUps(ctx, f, page)
	}
	query, err := c.filterFollowUps(ctx, c.selectOne(&rows), f)
	if err != nil {
		return nil, false, err
	}
	if err := page.of(query, page.First+1).Scan(ctx); err != nil {
		return nil, false, fmt.Errorf("read follow-ups: %w", err)
	}
	if len(rows) > page.First {
		return rows[:page.First], true, nil
	}
	return rows, false, nil
}

// of puts the query in the page's order, and leaves at most limit rows from where the page begins.
func (p Page) of(query *bun.SelectQuery, limit int) *bun.SelectQuery {
	order, after := "number DESC", "number < ?"
	if p.Oldest {
		order, after = "number", "number > ?"
	}
	if p.After != 0 {
		query = query.Where(after, p.After)
	}
	return query.Order(order).Limit(int64(limit))
}

// StateCount is how many follow-ups are in a state.
type StateCount struct {
	State postchat.FollowUpState `bun:"state"`
	Count int64                  `bun:"count"`
}

// CountStates returns how many of the follow-ups that the filter means are in each state, in the order of a follow-up's life;
// states that none is in are left out. It counts all of them, however many.
func (c *Scope) CountStates(ctx context.Context, f FollowUpFilter) ([]StateCount, error) {
	if f.Search != "" {
		return nil, postchat.Invalidf("search", "what is searched for cannot be counted: each chat would have to be read")
	}
	if err := f.validate(); err != nil {
		return nil, err
	}
	query, err := c.filterFollowUps(ctx, c.selectOne((*postchat.FollowUp)(nil)), f)
	if err != nil {
		return nil, err
	}
	var counts []StateCount
	if err := query.Column("state").ColumnExpr("count(*) AS count").Group("state").Scan(ctx, &counts); err != nil {
		return nil, fmt.Errorf("count follow-ups by state: %w", err)
	}
	slices.SortFunc(counts, func(a, b StateCount) int {
		return slices.Index(postchat.FollowUpStates, a.State) - slices.Index(postchat.FollowUpStates, b.State)
	})
	return counts, nil
}

// whereChat leaves the follow-ups whose chats came and closed when the filter says.
func (c *Scope) whereChat(query *bun.SelectQuery, f FollowUpFilter) *bun.SelectQuery {
	chats := c.reader().NewSelect().Model((*postchat.Chat)(nil)).Column("id").Where("account_id = ?", c.account)
	asked := false
	for _, bound := range []struct {
		condition string
		at        time.Time
	}{
		{"received_at >= ?", f.Received.From},
		{"received_at < ?", f.Received.To},
		{"closed_at >= ?", f.Closed.From},
		{"closed_at < ?", f.Closed.To},
	} {
		if !bound.at.IsZero() {
			chats, asked = chats.Where(bound.condition, bound.at), true
		}
	}
	if !asked {
		return query
	}
	return query.Where("chat_id IN (?)", chats)
}

// FollowUpByNumber returns the follow-up with a number.
func (c *Scope) FollowUpByNumber(ctx context.Context, number int64) (*postchat.FollowUp, error) {
	f := new(postchat.FollowUp)
	if err := notFound(c.selectOne(f).Where("number = ?", number).Scan(ctx), "follow-up"); err != nil {
		return nil, err
	}
	return f, nil
}
