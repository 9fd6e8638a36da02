package db

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/routing"
)

// FollowUpFilter says which follow-ups are meant. Each part that is not empty must fit.
type FollowUpFilter struct {
	States      []postchat.FollowUpState
	CampaignIDs []string
	// CodeIDs are success codes of which one must be among the codes that count; see routing.Given.
	CodeIDs []string
	// Received is when the close was received, Closed when the chat closed.
	Received, Closed TimeRange
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
	if err := errors.Join(page.validate(), f.Received.validate("received"), f.Closed.validate("closed")); err != nil {
		return nil, false, err
	}
	query := c.selectOne(&rows).Order("number DESC").Limit(int64(page.First) + 1)
	if page.After != 0 {
		query = query.Where("number < ?", page.After)
	}
	if len(f.States) > 0 {
		query = query.Where("state IN (?)", list(f.States))
	}
	if len(f.CampaignIDs) > 0 {
		query = query.Where("campaign_id IN (?)", list(f.CampaignIDs))
	}
	query = c.whereChat(query, f)
	if query, err = c.whereCode(ctx, query, f.CodeIDs); err != nil {
		return nil, false, err
	}
	if err := query.Scan(ctx); err != nil {
		return nil, false, fmt.Errorf("read follow-ups: %w", err)
	}
	if len(rows) > page.First {
		return rows[:page.First], true, nil
	}
	return rows, false, nil
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

// whereCode leaves the follow-ups with one of the codes among those that count. A decision has the codes' ids; for those few
// that have none yet, labels are compared here, by the same fold as in routing.
func (c *Scope) whereCode(ctx context.Context, query *bun.SelectQuery, codeIDs []string) (*bun.SelectQuery, error) {
	if len(codeIDs) == 0 {
		return query, nil
	}
	codes, err := c.SuccessCodesByID(ctx, codeIDs)
	if err != nil {
		return nil, err
	}
	undecided, err := c.undecidedWith(ctx, codes)
	if err != nil {
		return nil, err
	}
	return query.WhereGroup(" AND ", func(q *bun.SelectQuery) *bun.SelectQuery {
		q = q.Where("id IN (?)", list(undecided))
		for id := range codes {
			q = q.WhereOr("decision LIKE ?", `%"code_id":"`+id+`"%`)
		}
		return q
	}), nil
}

// undecidedWith returns the ids of the follow-ups without a decision that have one of the codes.
func (c *Scope) undecidedWith(ctx context.Context, codes map[string]*postchat.SuccessCode) ([]string, error) {
	var waiting []struct {
		ID         string              `bun:"id"`
		CampaignID string              `bun:"campaign_id"`
		Submission postchat.Submission `bun:"submission,type:text"`
		Codes      []string            `bun:"codes,type:text"`
	}
	query := c.reader().NewSelect().TableExpr("follow_ups AS f").Join("JOIN chats AS c ON c.id = f.chat_id").
		Column("f.id", "f.campaign_id", "f.submission", "c.codes").Where("f.account_id = ?", c.account)
	err := c.inCampaigns(query, "f.campaign_id").
		Where("f.state IN (?)", bun.List(waitingStates)).Where("f.decision IS NULL").Scan(ctx, &waiting)
	if err != nil {
		return nil, fmt.Errorf("read follow-ups without a decision: %w", err)
	}
	var ids []string
	for _, w := range waiting {
		given := routing.Given(postchat.Chat{Codes: w.Codes}, postchat.FollowUp{Submission: w.Submission})
		for _, code := range codes {
			fits := func(label string) bool { return postchat.FoldLabel(label) == postchat.FoldLabel(code.Label) }
			if code.CampaignID == w.CampaignID && slices.ContainsFunc(given, fits) {
				ids = append(ids, w.ID)
			}
		}
	}
	return ids, nil
}

// FollowUpByNumber returns the follow-up with a number.
func (c *Scope) FollowUpByNumber(ctx context.Context, number int64) (*postchat.FollowUp, error) {
	f := new(postchat.FollowUp)
	if err := notFound(c.selectOne(f).Where("number = ?", number).Scan(ctx), "follow-up"); err != nil {
		return nil, err
	}
	return f, nil
}
