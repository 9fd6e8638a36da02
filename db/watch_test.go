package db_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// wakes waits until a watch is woken.
func wakes(t *testing.T, w *db.Watch, what string) {
	t.Helper()
	select {
	case <-w.C:
	case <-time.After(time.Minute):
		t.Fatalf("%s wakes nobody", what)
	}
}

func TestWhatIsCommittedWakesThoseWhoWatchTheAccount(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		ctx := t.Context()
		s := stores.Sample(t, store)
		watch, elses := store.Watch(s.Account.ID), store.Watch("another account")
		defer watch.Close()
		defer elses.Close()
		if stores.Raw(t, store).Dialect().Name().String() == "pg" {
			wakes(t, watch, "the beginning of listening")
			wakes(t, elses, "the beginning of listening")
		}

		r, err := store.Record(ctx, s.Arrival(s.Close("room-1", "lead"), "1"))
		if err != nil {
			t.Fatal(err)
		}
		wakes(t, watch, "a chat")
		if err := store.CountIgnored(ctx, s.Source, "typing", postchat.Now()); err != nil {
			t.Fatal(err)
		}
		wakes(t, watch, "an ignored event")
		f, err := s.Scope.FollowUp(ctx, r.FollowUpID)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := store.SaveRouted(ctx, []db.Routed{{FollowUp: *f}}); err != nil {
			t.Fatal(err)
		}
		wakes(t, watch, "a routed follow-up")
		select {
		case <-elses.C:
			t.Error("another account is woken")
		default:
		}
		watch.Close()
		if _, err := store.Record(ctx, s.Arrival(s.Close("room-2"), "2")); err != nil {
			t.Fatal(err)
		}
		select {
		case <-watch.C:
			t.Error("a closed watch is woken")
		default:
		}
	})
}

func TestAServerWhoseListeningConnectionBreaksListensAnew(t *testing.T) {
	stores.Replicas(t, func(t *testing.T, one, other *db.Store) {
		s, raw := stores.Sample(t, one), stores.Raw(t, one)
		watch := other.WatchOthers()
		defer watch.Close()
		wakes(t, watch, "the beginning")
		const cut = `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND datname = current_database()`
		var n int
		if err := raw.NewRaw(cut).Scan(t.Context(), &n); err != nil || n != 1 {
			t.Fatalf("%d connections were cut, %v", n, err)
		}
		wakes(t, watch, "another beginning")
		for len(watch.C) > 0 {
			<-watch.C
		}
		if _, err := one.Record(t.Context(), s.Arrival(s.Close("room-1"), "1")); err != nil {
			t.Fatal(err)
		}
		wakes(t, watch, "a chat on another server")
	})
}
