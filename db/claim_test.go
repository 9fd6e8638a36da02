package db_test

import (
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

func rename(t *testing.T, store *db.Store, table, to string) {
	t.Helper()
	if err := store.Exec(t.Context(), "ALTER TABLE "+table+" RENAME TO "+to); err != nil {
		t.Fatal(err)
	}
}
