package db_test

import (
	"context"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// blocked waits until a statement waits for another transaction. SQLite has one writer, so that nothing begins before that has ended.
func blocked(t *testing.T, store *db.Store) {
	t.Helper()
	for store.IsPostgres() {
		waiting, err := store.Account("").CountAll(t.Context(), "pg_locks",
			"NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())")
		if err != nil {
			t.Fatal(err)
		}
		if waiting > 0 {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

func TestAWordThatIsSavedWhileTheCloseAdoptsItsDraftIsNotLost(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		draft := &postchat.Draft{
			ID: postchat.NewID(postchat.Now()), SourceID: s.Source.ID, ConversationID: "room-1", CampaignID: s.ID,
			Submission: postchat.Submission{Note: "Wants a call."},
		}
		if err := s.Scope.SaveDraft(t.Context(), draft); err != nil {
			t.Fatal(err)
		}
		recorded, closed := make(chan postchat.Recorded), s.Arrival(s.Close("room-1", "lead"), "close")
		err := s.Scope.InTx(t.Context(), func(ctx context.Context, tx *db.Scope) error {
			draft.Submission.Note = "Wants a call at nine."
			if err := tx.SaveDraft(ctx, draft); err != nil {
				return err
			}
			go func() {
				r, err := store.Record(t.Context(), closed)
				if err != nil {
					t.Errorf("record the close: %v", err)
				}
				recorded <- r
			}()
			blocked(t, store)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		f, err := s.Scope.FollowUp(t.Context(), (<-recorded).FollowUpID)
		if err != nil {
			t.Fatal(err)
		}
		if f.Submission.Note != "Wants a call at nine." || f.Version <= draft.Version {
			t.Errorf("the follow-up has the note %q in version %d, and version %d of the draft was saved", f.Submission.Note, f.Version, draft.Version)
		}
	})
}

func TestSendingAtOnceAndATranscriptThatComesWaitForEachOtherInTurn(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		closing := s.Close("room-1", "lead")
		closing.Fetch = true
		r, err := store.Record(t.Context(), s.Arrival(closing, "close"))
		if err != nil {
			t.Fatal(err)
		}
		claimed, err := store.ClaimTranscripts(t.Context(), db.Lease{Owner: "one", Until: postchat.Now().Add(time.Hour)}, []string{r.FollowUpID})
		if err != nil || len(claimed) != 1 {
			t.Fatalf("claimed %d: %v", len(claimed), err)
		}
		counted := make(chan bool)
		err = s.Scope.InTx(t.Context(), func(ctx context.Context, tx *db.Scope) error {
			f, err := tx.FollowUp(ctx, r.FollowUpID)
			if err != nil {
				return err
			}
			if err := tx.MarkPartial(ctx, f.ChatID); err != nil {
				return err
			}
			go func() {
				came, err := store.SaveFetched(t.Context(), "one", claimed[0], db.Fetched{Chat: &claimed[0].Chat})
				if err != nil {
					t.Errorf("the transcript comes: %v", err)
				}
				counted <- came
			}()
			blocked(t, store)
			f.SendWithoutTranscript(postchat.Now())
			return tx.UpdateFollowUp(ctx, f)
		})
		if err != nil {
			t.Errorf("send it at once: %v", err)
		}
		if <-counted {
			t.Error("the transcript counts, although the follow-up was sent without")
		}
	})
}
