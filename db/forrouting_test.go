package db_test

import (
	"context"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestWhatRoutingNeedsIsReadInTheTransaction(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		recorded, err := store.Record(t.Context(), s.Arrival(s.Close("room-1", "lead"), "1"))
		if err != nil {
			t.Fatal(err)
		}
		err = s.Scope.InTx(t.Context(), func(ctx context.Context, tx *db.Scope) error {
			table := s.Table
			table.Standard = []postchat.Address{{Email: "new@acme.example"}}
			if err := tx.SaveTable(ctx, &table); err != nil {
				return err
			}
			f, err := tx.FollowUp(ctx, recorded.FollowUpID)
			if err != nil {
				return err
			}
			in, err := tx.ForRouting(ctx, *f)
			if err == nil && (in.Table.Version != table.Version || in.Chat.ID != recorded.ChatID || in.Source.ID != s.Source.ID) {
				t.Errorf("in the transaction that saves version %d routing reads version %d, chat %q, source %q",
					table.Version, in.Table.Version, in.Chat.ID, in.Source.ID)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
