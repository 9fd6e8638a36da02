package db_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// queued records a chat and queues a mail for each address, due now.
func queued(t *testing.T, store *db.Store, s *stores.Campaign, now time.Time, room string, addresses ...string) postchat.FollowUp {
	t.Helper()
	ctx := t.Context()
	r := record(t, store, s.Arrival(s.Close(room), room), postchat.ArrivalRecorded)
	f := followUp(t, s, r.FollowUpID)
	f.State, f.RunAt, f.RoutedAt, f.RoutedRevision = postchat.FollowUpQueued, time.Time{}, now, 1
	id := postchat.NewID(now)
	m := &postchat.Mail{ID: id, AccountID: s.Account.ID, FollowUpID: f.ID, Kind: postchat.MailFirst, MessageID: id + "@acme.example",
		From: "postchat@acme.example", Source: []byte("Subject: hello\r\n\r\nhi\r\n"), CreatedAt: now}
	routed := db.Routed{FollowUp: *f, Mail: m}
	for _, address := range addresses {
		routed.Deliveries = append(routed.Deliveries, postchat.Delivery{
			ID: postchat.NewID(now), AccountID: s.Account.ID, FollowUpID: f.ID, MailID: m.ID, Recipient: postchat.Address{Email: address},
			State: postchat.DeliveryQueued, RunAt: now, CreatedAt: now, UpdatedAt: now,
		})
	}
	counted, err := store.SaveRouted(ctx, []db.Routed{routed})
	if err != nil || !counted[0] {
		t.Fatalf("save routed: %v, %v", counted, err)
	}
	return *followUp(t, s, f.ID)
}

func claim(t *testing.T, store *db.Store, owner string, until time.Time, limit int) []db.Claimed {
	t.Helper()
	claimed, err := store.ClaimQueued(t.Context(), db.Lease{Owner: owner, Until: until}, "smtp", limit)
	if err != nil {
		t.Fatal(err)
	}
	return claimed
}

func finish(t *testing.T, store *db.Store, c db.Claimed, change db.Change) bool {
	t.Helper()
	counted, err := store.Finish(t.Context(), db.Result{Delivery: c.Delivery, Change: change})
	if err != nil {
		t.Fatal(err)
	}
	return counted
}

func TestADeliveryIsClaimedOnceAndItsOutcomeKept(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		f := queued(t, store, s, clock.Now(), "room-1", "a@acme.example", "b@acme.example")
		until := clock.Now().Add(time.Minute)
		claimed := claim(t, store, "one", until, 10)
		if len(claimed) != 2 || len(claim(t, store, "two", until, 10)) != 0 {
			t.Fatalf("claimed %d, want 2, and nothing the second time", len(claimed))
		}
		c := claimed[0]
		if c.State != postchat.DeliverySending || c.Attempt != 1 || c.Transport != "smtp" || !c.LeaseUntil.Equal(until) ||
			!c.SendingSince.Equal(clock.Now()) || string(c.Mail.Source) != "Subject: hello\r\n\r\nhi\r\n" {
			t.Errorf("claimed = %+v", c)
		}
		if !finish(t, store, c, db.Change{State: postchat.DeliveryAccepted, Transport: "smtp", Words: "250 ok"}) {
			t.Error("the outcome did not count")
		}
		if got := followUp(t, s, f.ID).State; got != postchat.FollowUpQueued {
			t.Errorf("state = %s while one is still on its way", got)
		}
		finish(t, store, claimed[1], db.Change{State: postchat.DeliveryFailed, Transport: "smtp", Words: "550 no such user"})
		if got := followUp(t, s, f.ID).State; got != postchat.FollowUpFailed {
			t.Errorf("state = %s, want failed", got)
		}
		if finish(t, store, c, db.Change{State: postchat.DeliveryQueued}) {
			t.Error("a settled delivery was changed by an old claim")
		}
	})
}

func TestADeliveryWhoseServerDiedBecomesUncertainAndIsNotClaimed(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		start := clock.Now()
		f := queued(t, store, s, start, "room-1", "a@acme.example")
		dead := claim(t, store, "dead", start.Add(time.Second), 1)[0]
		if err := store.ExtendLeases(t.Context(), db.Lease{Owner: "dead", Until: start.Add(time.Hour)}, []string{dead.ID}); err != nil {
			t.Fatal(err)
		}
		clock.Move(time.Minute)
		if n, err := store.ExpireSending(t.Context(), clock.Now()); err != nil || n != 0 {
			t.Fatalf("a delivery with a live lease expired: %d, %v", n, err)
		}
		clock.Move(2 * time.Hour)
		askAt := clock.Now()
		if n, err := store.ExpireSending(t.Context(), askAt); err != nil || n != 1 {
			t.Fatalf("expired %d, %v", n, err)
		}
		if got := followUp(t, s, f.ID).State; got != postchat.FollowUpUncertain {
			t.Errorf("state = %s, want uncertain", got)
		}
		if len(claim(t, store, "other", askAt.Add(time.Hour), 10)) != 0 {
			t.Error("an uncertain delivery was claimed for sending")
		}
		uncertain, err := store.ClaimUncertain(t.Context(), db.Lease{Owner: "other", Until: askAt.Add(time.Minute)}, 10)
		if err != nil || len(uncertain) != 1 || !uncertain[0].SendingSince.Equal(start) {
			t.Fatalf("uncertain = %+v, %v", uncertain, err)
		}
		again, err := store.ClaimUncertain(t.Context(), db.Lease{Owner: "third", Until: askAt.Add(time.Minute)}, 10)
		if err != nil || len(again) != 0 {
			t.Errorf("somebody else asks at the same time: %+v, %v", again, err)
		}
		// The dead server's answer arrives after all: it is what was missing.
		if !finish(t, store, dead, db.Change{State: postchat.DeliveryAccepted, Transport: "smtp"}) {
			t.Error("the late answer did not count")
		}
		if finish(t, store, uncertain[0], db.Change{State: postchat.DeliveryQueued, RunAt: askAt}) {
			t.Error("a mail that was accepted is queued again")
		}
		if got := followUp(t, s, f.ID).State; got != postchat.FollowUpSent {
			t.Errorf("state = %s, want sent", got)
		}
	})
}

func TestAStaleAttemptCannotTouchANewerOne(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		queued(t, store, s, clock.Now(), "room-1", "a@acme.example")
		stale := claim(t, store, "one", clock.Now(), 1)[0]
		finish(t, store, stale, db.Change{State: postchat.DeliveryQueued, RunAt: clock.Now()})
		newer := claim(t, store, "two", clock.Now().Add(time.Minute), 1)[0]
		if newer.Attempt != 2 {
			t.Fatalf("attempt = %d", newer.Attempt)
		}
		if finish(t, store, stale, db.Change{State: postchat.DeliveryFailed}) {
			t.Error("a stale attempt changed a newer one")
		}
	})
}

func TestManyWorkersShareTheQueueWithoutMeeting(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		const mails = 60
		now := postchat.Now().Add(-time.Second)
		for i := range mails {
			queued(t, store, s, now, fmt.Sprintf("room-%d", i), "a@acme.example", "b@acme.example")
		}
		var (
			wg   sync.WaitGroup
			mu   sync.Mutex
			seen = map[string]int{}
		)
		for worker := range 6 {
			wg.Go(func() {
				for {
					lease := db.Lease{Owner: fmt.Sprint(worker), Until: postchat.Now().Add(time.Minute)}
					claimed, err := store.ClaimQueued(context.Background(), lease, "smtp", 7)
					if err != nil {
						t.Error(err)
						return
					}
					if len(claimed) == 0 {
						return
					}
					for _, c := range claimed {
						mu.Lock()
						seen[c.ID]++
						mu.Unlock()
						if _, err := store.Finish(context.Background(), db.Result{Delivery: c.Delivery, Change: db.Change{State: postchat.DeliveryAccepted}}); err != nil {
							t.Error(err)
						}
					}
				}
			})
		}
		wg.Wait()
		for id, times := range seen {
			if times != 1 {
				t.Errorf("delivery %s was claimed %d times", id, times)
			}
		}
		if len(seen) != 2*mails {
			t.Errorf("%d deliveries were claimed, want %d", len(seen), 2*mails)
		}
	})
}
