package db_test

import (
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// unread records the arrival as it comes to be when its body cannot be read, and returns the event.
func unread(t *testing.T, store *db.Store, s *stores.Campaign, a postchat.Arrival) postchat.RawEvent {
	t.Helper()
	a.Event, a.Problem = nil, "It makes no sense."
	if _, err := store.Record(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return newest(t, s)
}

func newest(t *testing.T, s *stores.Campaign) postchat.RawEvent {
	t.Helper()
	events, err := s.Scope.RawEvents(t.Context(), s.Source.ID, 1)
	if err != nil || len(events) != 1 {
		t.Fatalf("%d events, %v", len(events), err)
	}
	return events[0]
}

func TestAReplayedEventMakesNothingTwice(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		whole := s.Arrival(s.Close("room-1", "lead"), "body")
		event := unread(t, store, s, whole)
		// The vendor sends the very same again, and by then it can be read.
		recorded, err := store.Record(t.Context(), whole)
		if err != nil || recorded.Outcome != postchat.ArrivalRecorded {
			t.Fatalf("recorded %+v, %v", recorded, err)
		}
		for range 2 {
			replayed, err := s.Scope.ReplayEvent(t.Context(), event.ID, whole)
			if err != nil || replayed.Outcome != postchat.ArrivalDuplicate || replayed.ChatID != recorded.ChatID || replayed.ReplayedAt.IsZero() {
				t.Fatalf("the replay came to %+v, %v", replayed, err)
			}
		}
		rows, _, err := s.Scope.FollowUps(t.Context(), db.FollowUpFilter{}, db.Page{First: 10})
		if err != nil || len(rows) != 1 {
			t.Errorf("there are %d follow-ups, %v", len(rows), err)
		}
		stores.Balanced(t, s.Scope)
	})
}

func TestAnEditThatCameBeforeItsCloseIsReplayed(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		edit := postchat.Event{Kind: postchat.EventEdited, Type: "chat.edited", Chat: postchat.Chat{ConversationID: "room-1", Codes: []string{"support"}}}
		early := s.Arrival(edit, "edit")
		if _, err := store.Record(t.Context(), early); err != nil {
			t.Fatal(err)
		}
		event := newest(t, s)
		still, err := s.Scope.ReplayEvent(t.Context(), event.ID, early)
		if err != nil || still.Outcome != postchat.ArrivalNeedsAttention || still.Problem == "" {
			t.Fatalf("before the close the replay came to %+v, %v", still, err)
		}
		recorded, err := store.Record(t.Context(), s.Arrival(s.Close("room-1", "lead"), "close"))
		if err != nil {
			t.Fatal(err)
		}
		replayed, err := s.Scope.ReplayEvent(t.Context(), event.ID, s.Arrival(edit, "edit"))
		if err != nil || replayed.Outcome != postchat.ArrivalRevised || replayed.ChatID != recorded.ChatID || replayed.Problem != "" {
			t.Fatalf("after the close the replay came to %+v, %v", replayed, err)
		}
		chat, err := s.Scope.Chat(t.Context(), recorded.ChatID)
		if err != nil || chat.Revision != 2 || len(chat.Codes) != 1 || chat.Codes[0] != "support" {
			t.Errorf("the chat is %+v, %v", chat, err)
		}
		stored, err := s.Scope.RawEvent(t.Context(), event.ID)
		if err != nil || stored.Outcome != postchat.ArrivalRevised || string(stored.Body) != "edit" {
			t.Errorf("the event is %+v, %v", stored, err)
		}
	})
}

func TestAReplayFindsThatAnEventIsToBeIgnored(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		event := unread(t, store, s, s.Arrival(s.Close("room-1"), "typing"))
		replayed, err := s.Scope.ReplayEvent(t.Context(), event.ID, s.Arrival(postchat.Event{Type: "typing"}, "typing"))
		if err != nil || replayed.Outcome != postchat.ArrivalIgnored || replayed.Type != "typing" || replayed.Problem != "" {
			t.Errorf("the replay came to %+v, %v", replayed, err)
		}
	})
}

func TestAnotherAccountsEventIsNotReplayed(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		whole := s.Arrival(s.Close("room-1", "lead"), "body")
		event := unread(t, store, s, whole)
		other := store.Account(stores.OtherAccount(t, store).ID)
		if _, err := other.ReplayEvent(t.Context(), event.ID, whole); !postchat.IsKind(err, postchat.NotFound) {
			t.Errorf("answered %v", err)
		}
		if kept, err := s.Scope.RawEvent(t.Context(), event.ID); err != nil || kept.Outcome != postchat.ArrivalNeedsAttention {
			t.Errorf("the event became %+v, %v", kept, err)
		}
	})
}
