package db_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestADraftWaitsNinetyDaysForItsClose(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		draft := &postchat.Draft{ID: postchat.NewID(clock.Now()), SourceID: s.Source.ID, ConversationID: "room-1", CampaignID: s.ID}
		save := func() {
			if err := s.Scope.SaveDraft(t.Context(), draft); err != nil {
				t.Fatal(err)
			}
		}
		isThere := func(want bool) {
			t.Helper()
			if err := store.ForgetDrafts(t.Context()); err != nil {
				t.Fatal(err)
			}
			_, err := s.Scope.Draft(t.Context(), s.Source.ID, "room-1")
			if err != nil == want || err != nil && !postchat.IsKind(err, postchat.NotFound) {
				t.Errorf("the draft is there: want %v, got %v", want, err)
			}
		}
		save()
		clock.Move(89 * 24 * time.Hour)
		isThere(true)
		save()
		clock.Move(90 * 24 * time.Hour)
		isThere(true)
		clock.Move(time.Second)
		isThere(false)
	})
}
