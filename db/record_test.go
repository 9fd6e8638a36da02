package db_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func record(t *testing.T, store *db.Store, a postchat.Arrival, want postchat.ArrivalOutcome) postchat.Recorded {
	t.Helper()
	r, err := store.Record(t.Context(), a)
	if err != nil {
		t.Fatalf("record: %v", err)
	}
	if r.Outcome != want {
		t.Fatalf("outcome = %s, want %s", r.Outcome, want)
	}
	return r
}

func followUp(t *testing.T, s *stores.Campaign, id string) *postchat.FollowUp {
	t.Helper()
	f, err := s.Scope.FollowUp(t.Context(), id)
	if err != nil {
		t.Fatalf("read follow-up: %v", err)
	}
	return f
}

func TestAClosedChatIsKeptWholeWithItsFollowUp(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		event := s.Close("room-1", "lead", "weird \"code\"")
		event.Chat.Custom = map[string]string{"order": "A-1\\001"}
		event.Submission = &postchat.Submission{Note: "Call back; it's urgent?\n", Urgent: true}
		r := record(t, store, s.Arrival(event, "{}"), postchat.ArrivalRecorded)

		chat, err := s.Scope.Chat(t.Context(), r.ChatID)
		if err != nil {
			t.Fatal(err)
		}
		if len(chat.Transcript) != 2 || chat.Transcript[1].Text != "Yes, how many people?" || !chat.Transcript[0].At.Equal(event.Chat.Transcript[0].At) {
			t.Errorf("transcript = %+v", chat.Transcript)
		}
		if chat.Codes[1] != "weird \"code\"" || chat.Custom["order"] != "A-1\\001" || chat.Visitor.Name != "Ines Moreau" {
			t.Errorf("chat = %+v", chat)
		}
		if !chat.ClosedAt.Equal(event.Chat.ClosedAt) || chat.Segment != 1 || chat.Revision != 1 || chat.CampaignID != s.ID {
			t.Errorf("chat = %+v", chat)
		}
		f := followUp(t, s, r.FollowUpID)
		if f.State != postchat.FollowUpHolding || f.Number != 1 || f.Day != "2026-11-25" || f.Submission.Note != "Call back; it's urgent?\n" || !f.Submission.Urgent {
			t.Errorf("follow-up = %+v", f)
		}
	})
}

func TestRepeatsMakeOneFollowUp(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		first := record(t, store, s.Arrival(s.Close("room-1"), "body"), postchat.ArrivalRecorded)
		again := record(t, store, s.Arrival(s.Close("room-1"), "body"), postchat.ArrivalDuplicate)
		if again.FollowUpID != first.FollowUpID || again.ChatID != first.ChatID {
			t.Errorf("the repeat is answered with %+v, want %+v", again, first)
		}
		record(t, store, s.Arrival(s.Close("room-1"), "the same, written in another way"), postchat.ArrivalDuplicate)

		events, err := s.Scope.RawEvents(t.Context(), s.Source.ID, 10)
		if err != nil {
			t.Fatal(err)
		}
		if len(events) != 2 || events[1].Repeats != 1 {
			t.Errorf("raw events = %+v", events)
		}
	})
}

func TestRepeatsAtOnceMakeOneFollowUpAndNumbersHaveNoGaps(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		const chats, repeats = 40, 4
		var (
			wg  sync.WaitGroup
			mu  sync.Mutex
			ids = map[string]bool{}
		)
		for i := range chats {
			for range repeats {
				wg.Go(func() {
					room := fmt.Sprintf("room-%d", i)
					r, err := store.Record(t.Context(), s.Arrival(s.Close(room), room))
					mu.Lock()
					defer mu.Unlock()
					if err != nil {
						t.Error(err)
					}
					ids[r.FollowUpID] = true
				})
			}
		}
		wg.Wait()
		if len(ids) != chats {
			t.Fatalf("%d follow-ups, want %d", len(ids), chats)
		}
		numbers := map[int64]bool{}
		for id := range ids {
			numbers[followUp(t, s, id).Number] = true
		}
		for n := int64(1); n <= chats; n++ {
			if !numbers[n] {
				t.Errorf("number %d is missing", n)
			}
		}
	})
}

func TestALaterEditRevisesTheLatestChat(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		first := record(t, store, s.Arrival(s.Close("room-1"), "close"), postchat.ArrivalRecorded)
		edit := s.Close("room-1", "lead")
		edit.Kind, edit.Chat.ClosedAt, edit.Chat.ClosedBy, edit.Chat.Operators = postchat.EventEdited, time.Time{}, "", nil
		second := record(t, store, s.Arrival(edit, "edit"), postchat.ArrivalRevised)
		if second != (postchat.Recorded{Outcome: postchat.ArrivalRevised, ChatID: first.ChatID, FollowUpID: first.FollowUpID}) {
			t.Errorf("the edit is answered with %+v", second)
		}
		chat, err := s.Scope.Chat(t.Context(), first.ChatID)
		if err != nil {
			t.Fatal(err)
		}
		if chat.Revision != 2 || len(chat.Codes) != 1 || len(chat.Operators) != 1 || chat.ClosedBy != postchat.RoleOperator {
			t.Errorf("the revised chat is %+v", chat)
		}

		edit.Chat.ConversationID = "room-of-nobody"
		record(t, store, s.Arrival(edit, "edit of an unknown room"), postchat.ArrivalNeedsAttention)
	})
}

func TestAConversationThatClosesAgain(t *testing.T) {
	t.Parallel()
	later := func(e postchat.Event, by time.Duration, text string) postchat.Event {
		e.Chat.ClosedAt = e.Chat.ClosedAt.Add(by)
		e.Chat.CloseKey = e.Chat.ClosedAt.Format(time.RFC3339Nano)
		if text != "" {
			e.Chat.Transcript = append(e.Chat.Transcript, postchat.Message{
				ID: text, At: e.Chat.ClosedAt.Add(-time.Second), Role: postchat.RoleVisitor, Text: text,
			})
		}
		return e
	}
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		first := record(t, store, s.Arrival(s.Close("room-1"), "1"), postchat.ArrivalRecorded)

		// Inside the hold it is still the same chat, now with more in it.
		reopened := record(t, store, s.Arrival(later(s.Close("room-1"), time.Minute, "one more thing"), "2"), postchat.ArrivalRevised)
		if reopened.ChatID != first.ChatID {
			t.Fatal("a chat that was reopened inside its hold became another chat")
		}
		settle(t, s, first.FollowUpID)

		// Nothing new was said: a vendor's forced close of a closed chat.
		forced := record(t, store, s.Arrival(later(later(s.Close("room-1"), time.Minute, "one more thing"), time.Minute, ""), "3"), postchat.ArrivalRevised)
		if forced.ChatID != first.ChatID {
			t.Fatal("a second close with nothing new became another chat")
		}

		// After it was sent, the next close is the next chat, with the new part only.
		next := record(t, store, s.Arrival(later(later(s.Close("room-1"), time.Minute, "one more thing"), time.Hour, "and another"), "4"), postchat.ArrivalRecorded)
		chat, err := s.Scope.Chat(t.Context(), next.ChatID)
		if err != nil {
			t.Fatal(err)
		}
		if chat.Segment != 2 || len(chat.Transcript) != 1 || chat.Transcript[0].Text != "and another" {
			t.Errorf("the next chat is %+v", chat)
		}

		// A late repeat of the first close changes nothing.
		late := record(t, store, s.Arrival(s.Close("room-1"), "1, late and rewritten"), postchat.ArrivalDuplicate)
		if late.ChatID == "" {
			t.Error("a late repeat does not name its chat")
		}
	})
}

// settle marks a follow-up as sent, as routing and delivery would.
func settle(t *testing.T, s *stores.Campaign, id string) {
	t.Helper()
	f := followUp(t, s, id)
	chat, err := s.Scope.Chat(t.Context(), f.ChatID)
	if err != nil {
		t.Fatal(err)
	}
	f.State, f.RunAt, f.RoutedRevision, f.RoutedAt = postchat.FollowUpSent, time.Time{}, chat.Revision, postchat.Now()
	if err := s.Scope.UpdateFollowUp(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func TestAnEditAfterSendingIsShownAndSendsNothing(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		r := record(t, store, s.Arrival(s.Close("room-1"), "1"), postchat.ArrivalRecorded)
		settle(t, s, r.FollowUpID)
		edit := s.Close("room-1", "lead")
		edit.Kind = postchat.EventEdited
		record(t, store, s.Arrival(edit, "2"), postchat.ArrivalRevised)
		f := followUp(t, s, r.FollowUpID)
		chat, err := s.Scope.Chat(t.Context(), r.ChatID)
		if err != nil {
			t.Fatal(err)
		}
		if f.State != postchat.FollowUpSent || !f.RunAt.IsZero() || !f.Late(*chat) {
			t.Errorf("state = %s, run at %s, late = %t", f.State, f.RunAt, f.Late(*chat))
		}
	})
}

func TestWhatCannotBeReadIsKeptOnce(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := postchat.Arrival{Source: s.Source, ReceivedAt: postchat.Now(), Body: []byte("not\x00JSON\xff"), Problem: "It is not JSON."}
		record(t, store, a, postchat.ArrivalNeedsAttention)
		record(t, store, a, postchat.ArrivalDuplicate)
		test := s.Close("")
		test.Kind = postchat.EventTest
		record(t, store, s.Arrival(test, "test button"), postchat.ArrivalTest)
		record(t, store, postchat.Arrival{Source: s.Source, ReceivedAt: postchat.Now(), Problem: "It has no body."}, postchat.ArrivalNeedsAttention)
	})
}

func TestIgnoredEventsAreCounted(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		for range 3 {
			if err := store.CountIgnored(t.Context(), s.Source, "Message", postchat.Now()); err != nil {
				t.Fatal(err)
			}
		}
		counts, err := s.Scope.Ignored(t.Context(), s.Source.ID)
		if err != nil || len(counts) != 1 || counts[0].Count != 3 || counts[0].Type != "Message" {
			t.Errorf("counts = %+v, %v", counts, err)
		}
	})
}

func TestADraftIsAdoptedByTheClose(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		draft := &postchat.Draft{
			ID: postchat.NewID(postchat.Now()), SourceID: s.Source.ID, ConversationID: "room-1", CampaignID: s.ID,
			Submission: postchat.Submission{Codes: []string{"lead"}, Note: "She is in a hurry."}, SubmittedAt: postchat.Now(),
			Decision: &postchat.Decision{TableVersion: 1, Recipients: []postchat.Recipient{}},
		}
		if err := s.Scope.SaveDraft(t.Context(), draft); err != nil {
			t.Fatal(err)
		}
		r := record(t, store, s.Arrival(s.Close("room-1"), "1"), postchat.ArrivalRecorded)
		f := followUp(t, s, r.FollowUpID)
		if f.Submission.Note != "She is in a hurry." || f.Decision == nil || f.Decision.TableVersion != 1 || f.SubmittedAt.IsZero() || f.Number != 1 {
			t.Errorf("follow-up = %+v", f)
		}
		if _, err := s.Scope.Draft(t.Context(), s.Source.ID, "room-1"); !postchat.IsKind(err, postchat.NotFound) {
			t.Errorf("the draft is still there: %v", err)
		}
	})
}
