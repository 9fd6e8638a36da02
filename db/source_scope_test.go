package db_test

import (
	"slices"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// A table that a migration adds, and that says in one of these ways which source a row is of, is named in ofSource.
func TestEveryTableOfASourceIsKnown(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	for _, table := range h.tables {
		want := ""
		for _, name := range []string{"delivery_id", "follow_up_id", "chat_id", "source_id"} {
			if slices.ContainsFunc(h.columns[table], func(c column) bool { return c.name == name }) {
				want = name
			}
		}
		if got := db.SourceColumn(table); got != want && !slices.Contains(common, table) {
			t.Errorf("%s belongs to a source by %q, want %q", table, got, want)
		}
	}
}

func TestNothingOfAnotherSourceIsInAWindowsScope(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		ctx := t.Context()
		s := stores.Sample(t, store)
		other := s.Source
		other.ID, other.Name = postchat.NewID(postchat.Now()), "Second chat"
		if err := s.Scope.SaveSource(ctx, &other); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Record(ctx, s.Arrival(s.Close("room-1", "lead"), "one")); err != nil {
			t.Fatal(err)
		}
		theirs := s.Arrival(s.Close("room-2", "lead"), "two")
		theirs.Source = other
		if _, err := store.Record(ctx, theirs); err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			scope *db.Scope
			want  int
		}{{s.Scope, 2}, {s.Scope.LimitSource(other.ID), 1}, {s.Scope.LimitSource("none"), 0}} {
			followUps, _, err := test.scope.FollowUps(ctx, db.FollowUpFilter{}, db.Page{First: 10})
			if err != nil || len(followUps) != test.want {
				t.Errorf("%d follow-ups, %v, want %d", len(followUps), err, test.want)
			}
			counts, err := test.scope.CountStates(ctx, db.FollowUpFilter{})
			if err != nil || test.want > 0 && counts[0].Count != int64(test.want) || test.want == 0 && len(counts) > 0 {
				t.Errorf("the states are %+v, %v, want %d", counts, err, test.want)
			}
			boxes, err := test.scope.Ledger(ctx, "2000-01-01", "2100-01-01", s.ID)
			if err != nil || test.want > 0 && (len(boxes) != 1 || boxes[0].Count != int64(test.want)) || test.want == 0 && len(boxes) > 0 {
				t.Errorf("the ledger has %+v, %v, want %d", boxes, err, test.want)
			}
			sources, err := test.scope.Sources(ctx)
			if err != nil || len(sources) != test.want {
				t.Errorf("%d sources, %v, want %d", len(sources), err, test.want)
			}
			if _, err := test.scope.RecentExtras(ctx); err != nil {
				t.Error(err)
			}
			if _, err := test.scope.NotForwarded(ctx, []string{s.ID}, postchat.Now()); err != nil {
				t.Error(err)
			}
			if _, err := test.scope.Decided(ctx, s.ID, "2026-01-01", nil, 10); err != nil {
				t.Error(err)
			}
			if _, _, err := test.scope.FollowUps(ctx, db.FollowUpFilter{Search: "Moreau"}, db.Page{First: 10}); err != nil {
				t.Error(err)
			}
		}
	})
}
