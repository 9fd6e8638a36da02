// Package report makes reports of finished chats: what became of them by day, success code, goal, campaign, operator or address.
package report

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Report is what became of the finished chats of some days. Its totals agree with the ledger's for the same days and campaigns.
type Report struct {
	Query db.ReportQuery
	// Totals count every chat once.
	Totals Row
	// Rows are those with the most chats first, and by day the first day first. A chat is in each row that it belongs to: one with
	// two codes is in the rows of both.
	Rows []Row
	// Others are the chats of all rows beyond the first db.MaxReportRows, each once; nil where there are no more.
	Others *Row
}

// Row is a row of a report.
type Row struct {
	db.Tally

	// Label is what people call what the row is about.
	Label string
	// CampaignID is the campaign of a campaign's, goal's or code's row.
	CampaignID string
	// Filter finds exactly the row's chats; nil for others.
	Filter *db.FollowUpFilter
}

// Conversion is the share of the row's chats that have at least one code which belongs to a goal, 0 to 1; nil without chats.
func (r Row) Conversion() *float64 {
	if r.Chats == 0 {
		return nil
	}
	share := float64(r.Converted) / float64(r.Chats)
	return &share
}

// Make counts what the query asks for. It is Invalid as db.Scope.Report is.
func Make(ctx context.Context, scope *db.Scope, q db.ReportQuery) (*Report, error) {
	tallies, err := scope.Report(ctx, q)
	if err != nil {
		return nil, err
	}
	name, err := namer(ctx, scope, q.By, tallies.Rows)
	if err != nil {
		return nil, err
	}
	all := base(q)
	r := &Report{Query: q, Totals: Row{Tally: tallies.Totals, Label: "All", Filter: &all}, Rows: make([]Row, len(tallies.Rows))}
	for i, tally := range tallies.Rows {
		filter := base(q)
		narrow(&filter, q.By, tally.Key)
		label, campaign := name(tally.Key)
		r.Rows[i] = Row{Tally: tally, Label: label, CampaignID: campaign, Filter: &filter}
	}
	if tallies.Others != nil {
		r.Others = &Row{Tally: *tallies.Others, Label: "Others"}
	}
	return r, nil
}

// base finds all chats of a report.
func base(q db.ReportQuery) db.FollowUpFilter {
	return db.FollowUpFilter{Days: db.Days{First: q.First, Last: q.Last}, CampaignIDs: q.CampaignIDs}
}

// narrow leaves the chats of the row with the key.
func narrow(f *db.FollowUpFilter, by db.ReportBy, key string) {
	no := false
	switch by {
	case db.ReportByDay:
		f.Days = db.Days{First: key, Last: key}
	case db.ReportByCampaign:
		f.CampaignIDs = []string{key}
	case db.ReportByOperator:
		f.Operators = []string{key}
	case db.ReportByAddress:
		f.Addresses = []string{key}
	case db.ReportByCode:
		if f.CodeIDs = []string{key}; key == "" {
			f.CodeIDs, f.Coded = nil, &no
		}
	case db.ReportByGoal:
		if f.GoalIDs = []string{key}; key == "" {
			f.GoalIDs, f.Converted = nil, &no
		}
	}
}

// namer returns what tells the label and the campaign of a row by its key.
func namer(ctx context.Context, scope *db.Scope, by db.ReportBy, rows []db.Tally) (func(key string) (label, campaign string), error) {
	keys := make([]string, 0, len(rows))
	for _, row := range rows {
		keys = append(keys, row.Key)
	}
	switch by {
	case db.ReportByCode:
		codes, err := scope.SuccessCodesByID(ctx, keys)
		return named("No code", codes, func(c *postchat.SuccessCode) (string, string) { return c.Label, c.CampaignID }), err
	case db.ReportByGoal:
		goals, err := scope.GoalsByID(ctx, keys)
		return named("No goal", goals, func(g *postchat.Goal) (string, string) { return g.Name, g.CampaignID }), err
	case db.ReportByCampaign:
		campaigns, err := scope.CampaignsByID(ctx, keys)
		return named("", campaigns, func(c *postchat.Campaign) (string, string) { return c.Name, c.ID }), err
	}
	return func(key string) (string, string) {
		if key == "" {
			return "No operator", ""
		}
		return key, ""
	}, nil
}

// named tells the label and the campaign of those with the keys, and calls those without a key none.
func named[T any](none string, all map[string]*T, of func(*T) (label, campaign string)) func(string) (string, string) {
	return func(key string) (string, string) {
		if one := all[key]; one != nil {
			return of(one)
		}
		return none, ""
	}
}
