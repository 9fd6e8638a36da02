package graph_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/generated"
	"github.com/postchat/postchat/test/stores"
)

// rowFilter selects a filter whole, as it is passed on.
const rowFilter = `filter { states reasons campaigns codes goals coded converted operators addresses days { first last } }`

func TestARowOfAReportAndABoxOfTheLedgerListTheirChats(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		o := &office{Campaign: s, t: t, api: a, store: store, clock: clock}
		a.must(nil, `mutation($c: ID!, $g: ID!) { updateSuccessCode(input: {id: $c, goal: $g}) { successCode { id } } }`,
			object{"c": s.Table.Codes[0].ID, "g": o.goal()})
		for _, codes := range [][]string{{"lead"}, {"lead", "support"}, {"support"}, nil} {
			arrival := s.Arrival(s.Close(fmt.Sprint("room-", codes), codes...), fmt.Sprint(codes))
			arrival.ReceivedAt = clock.Now()
			record(t, store, arrival)
		}
		route(t, store, a, 10)
		clock.Move(30 * time.Second)
		claimed, err := store.ClaimQueued(t.Context(), db.Lease{Owner: "test", Until: clock.Now().Add(time.Minute)}, "smtp", 100)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range claimed {
			if _, err := store.Finish(t.Context(), db.Result{Delivery: c.Delivery, Change: db.Change{State: "accepted", Transport: "smtp"}}); err != nil {
				t.Fatal(err)
			}
		}

		var shown map[string]any
		a.must(&shown, `{ report(input: {first: "2026-11-25", last: "2026-11-25", by: GOAL}) {
			totals { label chats uncoded converted conversion notForwarded sent delivered failed open rescued timeToDelivery { median p90 } mails { mails } }
			rows { label chats conversion campaign { name } } others { chats }
		} }`, nil)
		compare(t, shown, `{"report": {
			"totals": {"label": "All", "chats": 4, "uncoded": 1, "converted": 2, "conversion": 0.5, "notForwarded": 0, "sent": 4, "delivered": 0, "failed": 0,
				"open": 0, "rescued": 0, "timeToDelivery": {"median": 30, "p90": 30}, "mails": null},
			"rows": [{"label": "No goal", "chats": 2, "conversion": 0, "campaign": null},
				{"label": "Goal 1ns", "chats": 2, "conversion": 1, "campaign": {"name": "Acme website"}}],
			"others": null
		}}`)

		finds := func(filter any) int {
			var found struct {
				FollowUps struct{ Nodes []struct{ ID string } }
			}
			a.must(&found, `query($f: FollowUpFilter) { followUps(filter: $f, first: 100) { nodes { id } } }`, object{"f": filter})
			return len(found.FollowUps.Nodes)
		}
		type row struct {
			Label  string
			Chats  int
			Filter any
			Mails  *struct{ Mails, Accepted, Delivered, Refused int }
		}
		for _, by := range db.ReportBys {
			var made struct {
				Report struct {
					Totals row
					Rows   []row
				}
			}
			a.must(&made, `query($by: ReportBy!) { report(input: {first: "2026-11-25", last: "2026-11-25", by: $by}) {
				totals { label chats `+rowFilter+` mails { mails accepted delivered refused } } rows { label chats `+rowFilter+` }
			} }`, object{"by": strings.ToUpper(string(by))})
			for _, row := range append(made.Report.Rows, made.Report.Totals) {
				if n := finds(row.Filter); n != row.Chats || n == 0 {
					t.Errorf("by %s, %s has %d chats, its filter finds %d: %v", by, row.Label, row.Chats, n, row.Filter)
				}
			}
			if m := made.Report.Totals.Mails; by == db.ReportByAddress && (m == nil || m.Mails != 7 || m.Accepted != 7 || m.Refused != 0) {
				t.Errorf("the mails are %+v", m)
			}
		}
		var ledger struct {
			Ledger []struct {
				Finished int
				Filter   any
				Boxes    []struct {
					Count  int
					Filter any
				}
			}
		}
		a.must(&ledger, `{ ledger(first: "2026-11-25", last: "2026-11-25") { finished `+rowFilter+` boxes { count `+rowFilter+` } } }`, nil)
		for _, day := range ledger.Ledger {
			if n := finds(day.Filter); n != day.Finished || n != 4 {
				t.Errorf("the ledger has %d, its filter finds %d", day.Finished, n)
			}
			for _, box := range day.Boxes {
				if n := finds(box.Filter); n != box.Count {
					t.Errorf("a box has %d, its filter finds %d", box.Count, n)
				}
			}
		}
		a.refused(`{ report(input: {first: "soon", last: "2026-11-25", by: DAY}) { totals { chats } } }`, nil, "INVALID input.first")
		a.refused(`{ followUps(filter: {days: {first: "2020-01-01", last: "2026-11-25"}}) { nodes { id } } }`, nil, "INVALID filter.days")
	})
}

func TestARowsFilterIsPartOfTheFilterOfFollowUps(t *testing.T) {
	t.Parallel()
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	shape := func(fields gql.FieldList) []string {
		var all []string
		for _, field := range fields {
			all = append(all, field.Name+": "+strings.Replace(field.Type.String(), "RowDays", "DayRange", 1))
		}
		return all
	}
	for from, to := range map[string]string{"RowFilter": "FollowUpFilter", "RowDays": "DayRange"} {
		for _, field := range shape(schema.Types[from].Fields) {
			if !slices.Contains(shape(schema.Types[to].Fields), field) {
				t.Errorf("%s has %s, which %s has not", from, field, to)
			}
			if name, _, _ := strings.Cut(field, ":"); from == "RowFilter" && !strings.Contains(rowFilter, name) {
				t.Errorf("the tests do not pass %s on", name)
			}
		}
	}
}

func TestTheQueryInTheDocsOnReportsIsValid(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../docs/reports.md")
	if err != nil {
		t.Fatal(err)
	}
	_, query, found := strings.Cut(string(text), "```graphql\n")
	query, _, _ = strings.Cut(query, "```")
	if !found || !strings.Contains(query, rowFilter) {
		t.Errorf("docs/reports.md has no query with the whole filter: %q", query)
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	if _, errs := gqlparser.LoadQueryWithRules(schema, query, nil); len(errs) > 0 {
		t.Errorf("the query is refused: %v", errs)
	}
}

func TestTheAuditLogIsReadPageByPage(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		for _, name := range []string{"A", "B", "C"} {
			a.must(nil, `mutation($c: ID!, $n: String!) { createGoal(input: {campaign: $c, name: $n}) { goal { id } } }`, object{"c": s.ID, "n": name})
		}
		const query = `query($f: AuditFilter, $after: String) { auditLog(filter: $f, first: 2, after: $after) {
			nodes { at action detail actor { kind name } object { kind name } campaign { name } }
			edges { node { object { name } } } pageInfo { hasNextPage endCursor }
		} }`
		var page struct {
			AuditLog struct {
				Nodes, Edges []any
				PageInfo     struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		a.must(&page, query, object{"f": object{"action": "goal.create"}})
		compare(t, page.AuditLog.Nodes[:1], `[{"at": "2026-11-25T09:00:00Z", "action": "goal.create", "detail": "",
			"actor": {"kind": "TOKEN", "name": "Dana's script"}, "object": {"kind": "goal", "name": "C"}, "campaign": {"name": "Acme website"}}]`)
		if !page.AuditLog.PageInfo.HasNextPage || len(page.AuditLog.Edges) != 2 {
			t.Errorf("the first page is %+v", page)
		}
		a.must(&page, query, object{"f": object{"action": "goal.create"}, "after": page.AuditLog.PageInfo.EndCursor})
		compare(t, page.AuditLog.Edges, `[{"node": {"object": {"name": "A"}}}]`)
		a.refused(query, object{"after": "bm90IG91cnM"}, "INVALID after")
		a.refused(query, object{"f": object{"at": object{"from": "2026-11-25T09:00:00Z", "to": "2026-11-25T09:00:00Z"}}}, "INVALID filter.at")
	})
}
