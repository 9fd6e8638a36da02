package db_test

import (
	"slices"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestAnotherEventAboutAKnownCloseTakesNothingAwayThatWasFetched(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		told := s.Close("room-1", "lead")
		told.Fetch = true
		told.Chat.Inbox, told.Chat.Operators = "Website", []postchat.Operator{{ID: "1", Name: "Jonas"}, {ID: "2", Name: "Lea"}}
		first, err := store.Record(t.Context(), s.Arrival(told, "one"))
		if err != nil {
			t.Fatal(err)
		}
		less := told
		less.Chat.Inbox, less.Chat.Operators, less.Chat.Transcript = "3", []postchat.Operator{{ID: "1", Name: "Jonas"}}, nil
		for _, next := range []struct {
			code string
			want postchat.ArrivalOutcome
		}{{"lead", postchat.ArrivalDuplicate}, {"support", postchat.ArrivalRevised}} {
			less.Chat.Codes = []string{next.code}
			again, err := store.Record(t.Context(), s.Arrival(less, "with "+next.code))
			if err != nil || again.Outcome != next.want || again.ChatID != first.ChatID {
				t.Errorf("with the code %s: %+v, %v", next.code, again, err)
			}
		}
		chat, err := s.Scope.Chat(t.Context(), first.ChatID)
		if err != nil {
			t.Fatal(err)
		}
		if chat.Inbox != "Website" || len(chat.Operators) != 2 || len(chat.Transcript) != len(told.Chat.Transcript) {
			t.Errorf("the chat is %+v", chat)
		}
		if !slices.Equal(chat.Codes, []string{"support"}) {
			t.Errorf("the codes are %q", chat.Codes)
		}
	})
}
