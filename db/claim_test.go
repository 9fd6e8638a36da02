package db_test

import (
	"context"
	"testing"
	"time"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestADeliveryWhoseMailCannotBeReadIsNotClaimed(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		queued(t, store, s, clock.Now(), "room-1", "a@acme.example")
		lease := db.Lease{Owner: "test", Until: clock.Now().Add(time.Minute)}

		rename(t, store, "mails", "mails_away")
		if claimed, err := store.ClaimQueued(t.Context(), lease, "smtp", 10); err == nil || len(claimed) > 0 {
			t.Fatalf("claimed %+v, %v", claimed, err)
		}
		rename(t, store, "mails_away", "mails")
		if claimed := claim(t, store, "test", lease.Until, 10); len(claimed) != 1 || claimed[0].Attempt != 1 {
			t.Errorf("claimed %+v, want the delivery at its first attempt", claimed)
		}
	})
}

func TestALeaseIsExtendedBesideADeliveryThatIsBeingSettled(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		queued(t, store, s, clock.Now(), "room-1", "a@acme.example", "b@acme.example")
		claimed := claim(t, store, "one", clock.Now().Add(time.Minute), 10)
		extend := func() {
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second) // it must not wait, and would for ever
			defer cancel()
			err := store.ExtendLeases(ctx, db.Lease{Owner: "one", Until: clock.Now().Add(time.Hour)}, []string{claimed[0].ID, claimed[1].ID})
			if err != nil {
				t.Error(err)
			}
		}
		if !store.IsPostgres() { // there is one writer
			extend()
		} else if err := store.InTx(t.Context(), "SELECT id FROM deliveries WHERE id = '"+claimed[0].ID+"' FOR UPDATE", extend); err != nil {
			t.Fatal(err)
		}
		clock.Move(2 * time.Minute)
		lost, err := store.ExpireSending(t.Context(), clock.Now())
		if want := map[bool]int{true: 1, false: 0}[store.IsPostgres()]; err != nil || lost != want {
			t.Errorf("%d leases ran out, %v; want %d", lost, err, want)
		}
	})
}

func rename(t *testing.T, store *db.Store, table, to string) {
	t.Helper()
	if err := store.Exec(t.Context(), "ALTER TABLE "+table+" RENAME TO "+to); err != nil {
		t.Fatal(err)
	}
}
