package db_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
	"github.com/postchat/postchat/test/stores"
)

// told is a finished chat for a report: what it had, and what became of it.
type told struct {
	room, day string
	codes     []string
	operators []string
	state     postchat.FollowUpState
	reason    string
	after     time.Duration // to sent; 0 for never
}

// tell records the chats as if they had come to what is told of them.
func tell(t *testing.T, store *db.Store, s *stores.Campaign, chats ...told) {
	t.Helper()
	for _, chat := range chats {
		event := s.Close(chat.room, chat.codes...)
		event.Chat.Operators = nil
		for _, name := range chat.operators {
			event.Chat.Operators = append(event.Chat.Operators, postchat.Operator{Name: name})
		}
		arrival := s.Arrival(event, chat.room)
		arrival.Day = chat.day
		f := followUp(t, s, record(t, store, arrival, postchat.ArrivalRecorded).FollowUpID)
		f.State, f.Reason = chat.state, chat.reason
		if !chat.state.Waiting() {
			decision := routing.Route(s.Table, event.Chat, *f)
			f.Decision = &decision
		}
		if err := s.Scope.UpdateFollowUp(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		if chat.after > 0 {
			at := f.CreatedAt.Add(chat.after).Format("2006-01-02 15:04:05.999999-07:00")
			if err := store.Exec(t.Context(), "UPDATE follow_ups SET sent_at = '"+at+"' WHERE id = '"+f.ID+"'"); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// sales gives the sample's code lead a goal.
func sales(t *testing.T, s *stores.Campaign) *postchat.Goal {
	t.Helper()
	goal := &postchat.Goal{ID: postchat.NewID(postchat.Now()), CampaignID: s.ID, Name: "Sales"}
	if err := s.Scope.SaveGoal(t.Context(), goal); err != nil {
		t.Fatal(err)
	}
	s.Table.Codes[0].GoalID = goal.ID
	if err := s.Scope.SaveSuccessCode(t.Context(), &s.Table.Codes[0]); err != nil {
		t.Fatal(err)
	}
	return goal
}

// line is a tally in one line.
func line(t db.Tally) string {
	text := fmt.Sprintf("%d chats = %d not forwarded + %d sent + %d failed + %d open, %d uncoded, %d converted, %d rescued",
		t.Chats, t.NotForwarded, t.Sent, t.Failed, t.Open, t.Uncoded, t.Converted, t.Rescued)
	if t.Time.Median != nil {
		text += fmt.Sprintf(", median %s, p90 %s", t.Time.Median.Round(time.Millisecond), t.Time.P90.Round(time.Millisecond))
	}
	if m := t.Mails; m != nil {
		text += fmt.Sprintf("; %d mails, %d accepted, %d delivered, %d refused", m.Mails, m.Accepted, m.Delivered, m.Refused)
		if m.Time.Median != nil {
			text += fmt.Sprintf(", median %s", m.Time.Median.Round(time.Millisecond))
		}
	}
	return text
}

func TestAReportCountsEveryChatOnceInItsTotalsAndInEveryRowThatItBelongsTo(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, _ *stores.Clock) {
		s := stores.Sample(t, store)
		goal := sales(t, s)
		names := map[string]string{"": "-", s.ID: "Acme", goal.ID: "Sales", s.Table.Codes[0].ID: "lead", s.Table.Codes[1].ID: "support"}
		tell(t, store, s,
			told{"1", "2026-11-23", []string{"lead"}, []string{"Dana K."}, postchat.FollowUpSent, "", time.Hour}, // before
			told{"2", "2026-11-24", []string{"lead"}, []string{"Dana K."}, postchat.FollowUpSent, "", 10 * time.Second},
			told{"3", "2026-11-25", []string{"lead", "support"}, []string{"Dana K.", "Lee"}, postchat.FollowUpDelivered, "rescued", 20500 * time.Millisecond},
			told{"4", "2026-11-25", nil, nil, postchat.FollowUpNotForwarded, "standard_empty", 0},
			told{"5", "2026-11-25", []string{"support"}, []string{"Lee"}, postchat.FollowUpFailed, "", 0},
			told{"6", "2026-11-25", []string{"nonsense", "old"}, []string{"Lee"}, postchat.FollowUpHolding, "", 0},
			told{"7", "2026-11-26", []string{"lead"}, []string{"Lee"}, postchat.FollowUpHolding, "", 0}, // after
		)
		const (
			two   = "1 chats = 0 not forwarded + 1 sent + 0 failed + 0 open, 0 uncoded, 1 converted, 0 rescued, median 10s, p90 10s"
			three = "1 chats = 0 not forwarded + 1 sent + 0 failed + 0 open, 0 uncoded, 1 converted, 1 rescued, median 20.5s, p90 20.5s"
			total = "5 chats = 1 not forwarded + 2 sent + 1 failed + 1 open, 2 uncoded, 2 converted, 1 rescued, median 10s, p90 20.5s"
			leads = "2 chats = 0 not forwarded + 2 sent + 0 failed + 0 open, 0 uncoded, 2 converted, 1 rescued, median 10s, p90 20.5s"
		)
		for by, want := range map[db.ReportBy]string{
			db.ReportByDay: "2026-11-24: " + two + "\n" +
				"2026-11-25: 4 chats = 1 not forwarded + 1 sent + 1 failed + 1 open, 2 uncoded, 1 converted, 1 rescued, median 20.5s, p90 20.5s",
			db.ReportByCampaign: "Acme: " + total,
			db.ReportByCode: "-: 2 chats = 1 not forwarded + 0 sent + 0 failed + 1 open, 2 uncoded, 0 converted, 0 rescued\n" +
				"lead: " + leads + "\n" +
				"support: 2 chats = 0 not forwarded + 1 sent + 1 failed + 0 open, 0 uncoded, 1 converted, 1 rescued, median 20.5s, p90 20.5s",
			db.ReportByGoal: "-: 3 chats = 1 not forwarded + 0 sent + 1 failed + 1 open, 2 uncoded, 0 converted, 0 rescued\n" +
				"Sales: " + leads,
			db.ReportByOperator: "-: 1 chats = 1 not forwarded + 0 sent + 0 failed + 0 open, 1 uncoded, 0 converted, 0 rescued\n" +
				"Dana K.: " + leads + "\n" +
				"Lee: 3 chats = 0 not forwarded + 1 sent + 1 failed + 1 open, 1 uncoded, 1 converted, 1 rescued, median 20.5s, p90 20.5s",
			db.ReportByAddress: "",
		} {
			r, err := s.Scope.Report(t.Context(), db.ReportQuery{First: "2026-11-24", Last: "2026-11-25", By: by})
			if err != nil {
				t.Fatal(err)
			}
			var lines []string
			for _, row := range r.Rows {
				lines = append(lines, cmp.Or(names[row.Key], row.Key)+": "+line(row))
			}
			if by != db.ReportByDay { // rows with as many chats come in the order of their keys, which are chance here
				slices.Sort(lines)
			}
			if got := strings.Join(lines, "\n"); got != want {
				t.Errorf("by %s:\n%s\nwant\n%s", by, got, want)
			}
			want := total
			if by == db.ReportByAddress {
				want += "; 0 mails, 0 accepted, 0 delivered, 0 refused"
			}
			if r.Totals.Delivered != 1 {
				t.Errorf("by %s: %d chats are delivered, want 1", by, r.Totals.Delivered)
			}
			if got := line(r.Totals); got != want || r.Others != nil {
				t.Errorf("by %s: totals %s, others %v", by, got, r.Others)
			}
		}
	})
}

func TestAReportByAddressSaysWhatBecameOfItsMails(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		queued(t, store, s, clock.Now(), "room-1", "sales@acme.example", "Nights@acme.example")
		queued(t, store, s, clock.Now(), "room-2", "nights@acme.example")
		for _, c := range claim(t, store, "test", clock.Now().Add(time.Hour), 10) {
			clock.Move(10 * time.Second)
			state := postchat.DeliveryAccepted
			if c.Recipient.Email == "sales@acme.example" {
				state = postchat.DeliveryFailed
			}
			finish(t, store, c, db.Change{State: state})
			if state == postchat.DeliveryAccepted {
				if _, err := store.Advance(t.Context(), c.Delivery, db.Advanced{State: postchat.DeliveryDelivered, At: clock.Now().Add(time.Minute)}); err != nil {
					t.Fatal(err)
				}
			}
		}
		r, err := s.Scope.Report(t.Context(), db.ReportQuery{First: "2026-11-25", Last: "2026-11-25", By: db.ReportByAddress})
		if err != nil || len(r.Rows) != 2 {
			t.Fatalf("the report is %+v, %v", r, err)
		}
		nights, sales := r.Rows[0], r.Rows[1]
		if nights.Key != "nights@acme.example" || nights.Chats != 2 || nights.Mails.Mails != 2 || nights.Mails.Delivered != 2 || nights.Mails.Time.Median == nil {
			t.Errorf("nights@ has %s %+v", nights.Key, line(nights))
		}
		if sales.Key != "sales@acme.example" || sales.Chats != 1 || sales.Mails.Refused != 1 || sales.Mails.Accepted != 0 || sales.Mails.Time.Median != nil {
			t.Errorf("sales@ has %s %+v", sales.Key, line(sales))
		}
		if m := r.Totals.Mails; r.Totals.Chats != 2 || m.Mails != 3 || m.Accepted != 2 || m.Refused != 1 || *m.Time.P90 > 30*time.Second {
			t.Errorf("totals are %+v", line(r.Totals))
		}
	})
}

func TestRowsBeyondTheBoundAreOneAndCountEachChatOnce(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		var names []string
		for i := range db.MaxReportRows + 3 {
			names = append(names, fmt.Sprintf("Operator %03d", i))
		}
		tell(t, store, s,
			told{"1", "2026-11-25", nil, names, postchat.FollowUpHolding, "", 0}, // a busy one
			told{"2", "2026-11-25", nil, names[:1], postchat.FollowUpHolding, "", 0},
		)
		r, err := s.Scope.Report(t.Context(), db.ReportQuery{First: "2026-11-25", Last: "2026-11-25", By: db.ReportByOperator})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Rows) != db.MaxReportRows || r.Rows[0].Key != names[0] || r.Rows[0].Chats != 2 {
			t.Errorf("there are %d rows, the first of them %+v", len(r.Rows), r.Rows[0])
		}
		if r.Others == nil || r.Others.Chats != 1 || r.Totals.Chats != 2 {
			t.Errorf("others are %+v, totals %+v", r.Others, r.Totals)
		}
	})
}

func TestAReportAgreesWithTheLedgerAndSeesNothingElse(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		other := postchat.NewCampaign(s.Account.ID, "Other site", postchat.Now())
		if err := s.Scope.SaveCampaign(t.Context(), &other); err != nil {
			t.Fatal(err)
		}
		for i, state := range postchat.FollowUpStates {
			room := fmt.Sprintf("room-%d", i)
			tell(t, store, s, told{room, "2026-11-2" + fmt.Sprint(i%3+4), nil, nil, state, "", 0})
		}
		s.Source.DefaultCampaignID = other.ID
		tell(t, store, s, told{"room-other", "2026-11-25", nil, nil, postchat.FollowUpSent, "", 0})
		for _, campaigns := range [][]string{nil, {s.ID}, {other.ID}, {s.ID, other.ID}, {"nobody's"}} {
			days, err := s.Scope.LedgerDays(t.Context(), "2026-11-24", "2026-11-25", campaigns...)
			if err != nil {
				t.Fatal(err)
			}
			var finished int64
			states := map[postchat.FollowUpState]int64{}
			for _, day := range days {
				finished += day.Finished
				for _, box := range day.Boxes {
					states[box.State] += box.Count
				}
			}
			r, err := s.Scope.Report(t.Context(), db.ReportQuery{First: "2026-11-24", Last: "2026-11-25", CampaignIDs: campaigns, By: db.ReportByDay})
			if err != nil {
				t.Fatal(err)
			}
			var rows int64
			for _, row := range r.Rows {
				rows += row.Chats
			}
			total := r.Totals
			if total.Chats != finished || rows != finished || total.Sent+total.Failed+total.NotForwarded+total.Open != finished {
				t.Errorf("campaigns %v: the ledger has %d finished, the report %s, its rows %d", campaigns, finished, line(total), rows)
			}
			if total.NotForwarded != states[postchat.FollowUpNotForwarded] || total.Failed != states[postchat.FollowUpFailed] ||
				total.Sent != states[postchat.FollowUpSent]+states[postchat.FollowUpDelivered] {
				t.Errorf("campaigns %v: the ledger has %v, the report %s", campaigns, states, line(total))
			}
		}
		stranger, err := store.Account("another account").Report(t.Context(), db.ReportQuery{First: "2026-11-24", Last: "2026-11-25", By: db.ReportByDay})
		if err != nil || stranger.Totals.Chats != 0 || len(stranger.Rows) != 0 {
			t.Errorf("another account sees %+v, %v", stranger, err)
		}
	})
}

func TestReportsLeaveTheDatabaseToOthers(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		q := db.ReportQuery{First: "2026-11-25", Last: "2026-11-25", By: db.ReportByDay}
		done := store.BusyWithReports()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := s.Scope.Report(ctx, q); !errors.Is(err, context.Canceled) {
			t.Errorf("a report beyond the bound is answered %v", err)
		}
		done()
		if _, err := s.Scope.Report(t.Context(), q); err != nil {
			t.Errorf("afterwards: %v", err)
		}
		err := s.Scope.InSnapshot(t.Context(), 50*time.Millisecond, func(ctx context.Context, tx *db.Scope) error {
			for { // as a report of too many chats would
				if _, err := tx.Campaigns(ctx); err != nil {
					return err
				}
			}
		})
		if problems := postchat.Problems(err); len(problems) != 1 || problems[0].Kind != postchat.Invalid || problems[0].Field != "last" {
			t.Errorf("a report that takes too long is answered %v", err)
		}
	})
}
