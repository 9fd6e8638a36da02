package report_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/report"
	"github.com/postchat/postchat/test/stores"
)

// office is two campaigns with chats of every sort on two days.
type office struct {
	*stores.Campaign
	t     *testing.T
	store *db.Store
	clock *stores.Clock
	desk  *followup.Desk
	other postchat.Campaign
	rooms int
}

func newOffice(t *testing.T, store *db.Store, clock *stores.Clock) *office {
	t.Helper()
	o := &office{Campaign: stores.Sample(t, store), t: t, store: store, clock: clock}
	o.desk = followup.New(followup.Options{
		Store: store, From: postchat.Address{Email: "postchat@acme.example"}, Owner: "test", Lease: time.Minute, Poll: time.Millisecond,
		Queued: func() {}, Now: clock.Now, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
	})
	sales, service := o.goal("Sales"), o.goal("Service")
	for i, goal := range []string{sales, service} {
		o.Table.Codes[i].GoalID = goal
		o.must(o.Scope.SaveSuccessCode(t.Context(), &o.Table.Codes[i]))
	}
	o.other = postchat.NewCampaign(o.Account.ID, "Other site", clock.Now())
	o.must(o.Scope.SaveCampaign(t.Context(), &o.other))
	return o
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) goal(name string) string {
	o.t.Helper()
	goal := &postchat.Goal{ID: postchat.NewID(o.clock.Now()), CampaignID: o.ID, Name: name}
	o.must(o.Scope.SaveGoal(o.t.Context(), goal))
	return goal.ID
}

// closes records a chat of the day that operators answered, with codes.
func (o *office) closes(day string, operators []string, codes ...string) {
	o.t.Helper()
	o.rooms++
	room := fmt.Sprint("room-", o.rooms)
	event := o.Close(room, codes...)
	event.Chat.Operators = nil
	for _, name := range operators {
		event.Chat.Operators = append(event.Chat.Operators, postchat.Operator{Name: name, Email: "somebody@acme.example"})
	}
	arrival := o.Arrival(event, room)
	arrival.Day, arrival.ReceivedAt = day, o.clock.Now()
	_, err := o.store.Record(o.t.Context(), arrival)
	o.must(err)
}

// routes has the desk route all that is due.
func (o *office) routes() {
	o.t.Helper()
	ctx, stop := context.WithCancel(o.t.Context())
	done := make(chan struct{})
	go func() { defer close(done); o.desk.Run(ctx) }()
	defer func() { stop(); <-done }()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
		rows, _, err := o.Scope.FollowUps(ctx, db.FollowUpFilter{States: []postchat.FollowUpState{postchat.FollowUpHolding}}, db.Page{First: 1})
		o.must(err)
		if len(rows) == 0 {
			return
		}
		if time.Now().After(deadline) {
			o.t.Fatal("follow-ups were not routed")
		}
	}
}

// sends has the mail server take all mails but those to the addresses that it refuses.
func (o *office) sends(refuses ...string) {
	o.t.Helper()
	claimed, err := o.store.ClaimQueued(o.t.Context(), db.Lease{Owner: "test", Until: o.clock.Now().Add(time.Hour)}, "smtp", 100)
	o.must(err)
	for _, c := range claimed {
		change := db.Change{State: postchat.DeliveryAccepted, Transport: "smtp"}
		if slices.Contains(refuses, c.Recipient.Email) {
			change.State, change.Words = postchat.DeliveryFailed, "550 no such user"
		}
		_, err := o.store.Finish(o.t.Context(), db.Result{Delivery: c.Delivery, Change: change})
		o.must(err)
	}
}

// works is two days of work: chats with and without codes, operators and addresses, sent, refused and waiting, of two campaigns.
func (o *office) works() {
	o.t.Helper()
	o.closes("2026-11-24", []string{"Dana K."}, "lead")
	o.closes("2026-11-24", []string{"Dana K.", "Lee"}, "Lead", "support")
	o.closes("2026-11-25", nil, "nonsense")
	o.closes("2026-11-25", []string{"Lee"}, "other")
	o.closes("2026-11-25", []string{""}, "old")
	o.closes("2026-11-26", []string{"Lee"}, "lead")
	o.routes()
	o.clock.Move(4 * time.Second)
	o.sends("nights@acme.example")
	o.Source.DefaultCampaignID = o.other.ID // which has no addresses: not forwarded
	o.closes("2026-11-25", []string{"Lee"})
	o.routes()
	o.Source.DefaultCampaignID = o.ID
	o.Source.Hold = time.Hour
	o.closes("2026-11-25", []string{"Dana K."}, "support") // still holding, without a decision
	o.closes("2026-11-25", []string{"Dana K."})
}

// finds lists the ids of the follow-ups that a filter means.
func (o *office) finds(f db.FollowUpFilter) []string {
	o.t.Helper()
	rows, more, err := o.Scope.FollowUps(o.t.Context(), f, db.Page{First: db.MaxPage})
	o.must(err)
	if more {
		o.t.Fatal("there are more")
	}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return ids
}

func TestEveryRowsFilterFindsExactlyItsChats(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		o := newOffice(t, store, clock)
		o.works()
		for _, campaigns := range [][]string{nil, {o.ID}} {
			for _, by := range db.ReportBys {
				r, err := report.Make(t.Context(), o.Scope, db.ReportQuery{First: "2026-11-24", Last: "2026-11-25", CampaignIDs: campaigns, By: by})
				o.must(err)
				if len(r.Rows) == 0 {
					t.Errorf("by %s there are no rows", by)
				}
				all := map[string]bool{}
				for _, row := range append(r.Rows, r.Totals) {
					found := o.finds(*row.Filter)
					if int64(len(found)) != row.Chats {
						t.Errorf("by %s, %s: %d chats, its filter finds %d", by, row.Label, row.Chats, len(found))
					}
					for _, state := range []struct {
						states []postchat.FollowUpState
						want   int64
					}{
						{[]postchat.FollowUpState{postchat.FollowUpNotForwarded}, row.NotForwarded},
						{[]postchat.FollowUpState{postchat.FollowUpSent, postchat.FollowUpDelivered}, row.Sent},
						{[]postchat.FollowUpState{postchat.FollowUpDelivered}, row.Delivered},
						{[]postchat.FollowUpState{postchat.FollowUpFailed}, row.Failed},
					} {
						filter := *row.Filter
						filter.States = state.states
						if found := o.finds(filter); int64(len(found)) != state.want {
							t.Errorf("by %s, %s: %d are %v, the filter finds %d", by, row.Label, state.want, state.states, len(found))
						}
					}
					for _, id := range found {
						all[id] = true
					}
				}
				if want := o.finds(*r.Totals.Filter); by != db.ReportByAddress && len(all) != len(want) {
					t.Errorf("by %s the rows have %d of %d chats", by, len(all), len(want))
				}
			}
		}
	})
}

func TestEveryBoxOfTheLedgerFindsItsChats(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		o := newOffice(t, store, clock)
		o.works()
		days, err := o.Scope.LedgerDays(t.Context(), "2026-11-24", "2026-11-26")
		o.must(err)
		boxes := 0
		for _, day := range days {
			if found := o.finds(day.Filter()); int64(len(found)) != day.Finished {
				t.Errorf("%s has %d, its filter finds %d", day.Day, day.Finished, len(found))
			}
			for _, box := range day.Boxes {
				boxes++
				if found := o.finds(box.Filter()); int64(len(found)) != box.Count {
					t.Errorf("%s %s %q has %d, its filter finds %d", box.Day, box.State, box.Reason, box.Count, len(found))
				}
			}
		}
		if boxes < 5 {
			t.Errorf("there are only %d boxes", boxes)
		}
	})
}

func TestAReportSaysWhatPeopleAskFor(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		o := newOffice(t, store, clock)
		o.works()
		ask := func(by db.ReportBy) *report.Report {
			r, err := report.Make(t.Context(), o.Scope, db.ReportQuery{First: "2026-11-24", Last: "2026-11-25", By: by})
			o.must(err)
			return r
		}
		labels := func(r *report.Report) []string {
			var all []string
			for _, row := range r.Rows {
				all = append(all, fmt.Sprintf("%s %d", row.Label, row.Chats))
			}
			slices.Sort(all)
			return all
		}
		for by, want := range map[db.ReportBy][]string{
			db.ReportByDay:      {"2026-11-24 2", "2026-11-25 6"},
			db.ReportByCampaign: {"Acme website 7", "Other site 1"},
			db.ReportByCode:     {"No code 4", "lead 2", "other 1", "support 2"},
			db.ReportByGoal:     {"No goal 5", "Sales 2", "Service 2"},
			db.ReportByOperator: {"Dana K. 4", "Lee 3", "No operator 2"},
			db.ReportByAddress:  {"nights@acme.example 1", "sales@acme.example 2", "standard@acme.example 4", "support@acme.example 1"},
		} {
			if got := labels(ask(by)); !slices.Equal(got, want) {
				t.Errorf("by %s: %q, want %q", by, got, want)
			}
		}
		totals := ask(db.ReportByAddress).Totals
		if c := totals.Conversion(); totals.Chats != 8 || totals.Converted != 3 || c == nil || *c != 0.375 {
			t.Errorf("the totals are %+v", totals)
		}
		if d := totals.Time; d.Median == nil || *d.Median != 4*time.Second || *d.P90 != 4*time.Second {
			t.Errorf("the time to delivery is %+v", d)
		}
		if m := totals.Mails; m == nil || m.Mails != 8 || m.Refused != 1 {
			t.Errorf("the mails are %+v", m)
		}
		if empty := (report.Row{}); empty.Conversion() != nil || empty.Time.Median != nil {
			t.Error("a row without chats has a conversion")
		}
	})
}

func TestAReportIsLimitedAsItsReaderIs(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		o := newOffice(t, store, clock)
		o.works()
		for _, by := range db.ReportBys {
			for campaign, want := range map[string]int64{o.ID: 7, o.other.ID: 1, "nobody's": 0} {
				q := db.ReportQuery{First: "2026-11-24", Last: "2026-11-25", By: by}
				r, err := report.Make(t.Context(), o.Scope.Limit([]string{campaign}), q)
				o.must(err)
				if r.Totals.Chats != want {
					t.Errorf("by %s a person limited to %s sees %d chats, want %d", by, campaign, r.Totals.Chats, want)
				}
				q.CampaignIDs = []string{o.ID}
				if r, err = report.Make(t.Context(), o.Scope.Limit([]string{o.other.ID}), q); err != nil || r.Totals.Chats != 0 || len(r.Rows) > 0 {
					t.Errorf("by %s somebody sees another campaign's %d chats, %v", by, r.Totals.Chats, err)
				}
			}
		}
		for field, q := range map[string]db.ReportQuery{
			"first": {First: "soon", Last: "2026-11-25"}, "last": {First: "2025-01-01", Last: "2026-11-25"},
		} {
			_, err := report.Make(t.Context(), o.Scope, q)
			if problems := postchat.Problems(err); len(problems) != 1 || problems[0].Field != field {
				t.Errorf("%+v is answered %v", q, err)
			}
		}
	})
}
