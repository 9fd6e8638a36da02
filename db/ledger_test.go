package db_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// ledger is the ledger of the sample's day in one line, such as "holding 2, sent 1".
func ledger(t *testing.T, s *stores.Campaign) string {
	t.Helper()
	lines, err := s.Scope.Ledger(t.Context(), "2026-11-25", "2026-11-25", s.ID)
	if err != nil {
		t.Fatal(err)
	}
	var boxes []string
	for _, line := range lines {
		boxes = append(boxes, strings.TrimSpace(fmt.Sprintf("%s %d %s", line.State, line.Count, line.Reason)))
	}
	return strings.Join(boxes, ", ")
}

func TestEveryFinishedChatIsInOneBoxOfTheLedger(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		sent := queued(t, store, s, clock.Now(), "room-1", "a@acme.example")
		record(t, store, s.Arrival(s.Close("room-2"), "2"), postchat.ArrivalRecorded)
		record(t, store, s.Arrival(s.Close("room-2"), "2"), postchat.ArrivalDuplicate)
		nobody := record(t, store, s.Arrival(s.Close("room-3"), "3"), postchat.ArrivalRecorded)
		if got := ledger(t, s); got != "holding 2, queued 1" {
			t.Errorf("ledger = %q", got)
		}
		f := followUp(t, s, nobody.FollowUpID)
		f.State, f.Reason = postchat.FollowUpNotForwarded, string(postchat.NotForwardedNoStandard)
		if err := s.Scope.UpdateFollowUp(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		c := claim(t, store, "one", clock.Now().Add(time.Minute), 1)[0]
		finish(t, store, c, db.Change{State: postchat.DeliveryAccepted})
		if got := ledger(t, s); got != "holding 1, not_forwarded 1 standard_empty, sent 1" {
			t.Errorf("ledger = %q", got)
		}
		if got := followUp(t, s, sent.ID).State; got != postchat.FollowUpSent {
			t.Errorf("state = %s", got)
		}
		stores.Balanced(t, s.Scope)
		if err := store.CompactLedger(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := ledger(t, s); got != "holding 1, not_forwarded 1 standard_empty, sent 1" {
			t.Errorf("after it was compacted the ledger is %q", got)
		}
		stores.Balanced(t, s.Scope)
	})
}

func TestTheLedgerBalancesWhileItIsWritten(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		var writers sync.WaitGroup
		for i := range 60 {
			writers.Go(func() {
				room := fmt.Sprintf("room-%d", i)
				r, err := store.Record(t.Context(), s.Arrival(s.Close(room), room))
				if err != nil {
					t.Error(err)
					return
				}
				f, err := s.Scope.FollowUp(t.Context(), r.FollowUpID)
				if err != nil {
					t.Error(err)
					return
				}
				f.State = postchat.FollowUpAwaitingOK
				if err := s.Scope.UpdateFollowUp(t.Context(), f); err != nil {
					t.Error(err)
				}
			})
		}
		done := make(chan struct{})
		go func() { defer close(done); writers.Wait() }()
		for busy := true; busy; {
			select {
			case <-done:
				busy = false
			default:
			}
			stores.Balanced(t, s.Scope)
			if err := store.CompactLedger(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if got := ledger(t, s); got != "awaiting_ok 60" {
			t.Errorf("ledger = %q", got)
		}
	})
}

func TestTheLedgerFindsWhatDoesNotBalanceAndWhatIsOverdue(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := s.Arrival(s.Close("room-1"), "1")
		a.ReceivedAt = clock.Now()
		record(t, store, a, postchat.ArrivalRecorded)
		limits := db.LedgerLimits{postchat.FollowUpHolding: time.Hour}
		check := func() []db.LedgerProblem {
			t.Helper()
			problems, err := store.CheckLedger(t.Context(), limits)
			if err != nil {
				t.Fatal(err)
			}
			return problems
		}
		if problems := check(); len(problems) != 0 {
			t.Errorf("problems = %v", problems)
		}
		clock.Move(2 * time.Hour)
		if problems := check(); len(problems) != 1 || problems[0].FollowUp == nil {
			t.Errorf("overdue: %v", problems)
		}
		if err := store.Exec(t.Context(), "UPDATE ledger_entries SET count = 2"); err != nil {
			t.Fatal(err)
		}
		limits = nil
		if problems := check(); len(problems) != 1 || problems[0].Box == nil || problems[0].Found != 1 || problems[0].Box.Count != 2 {
			t.Errorf("a cooked ledger: %v", problems)
		}
	})
}

func TestAConversationThatGoesOnIsNeverOverdue(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		record(t, store, s.Arrival(s.Close("room-1"), "1"), postchat.ArrivalRecorded)
		record(t, store, s.Arrival(postchat.Event{
			Kind: postchat.EventReopened, Type: "reopened", At: clock.Now(), Chat: postchat.Chat{ConversationID: "room-1"},
		}, "2"), postchat.ArrivalReopened)
		clock.Move(48 * time.Hour)
		problems, err := store.CheckLedger(t.Context(), db.LedgerLimits{postchat.FollowUpHolding: time.Hour})
		if err != nil || len(problems) != 0 {
			t.Errorf("problems = %v, %v", problems, err)
		}
	})
}
