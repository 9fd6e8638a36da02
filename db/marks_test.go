package db_test

import (
	"reflect"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestMarksFollowARevisedChat(t *testing.T) {
	t.Parallel()
	revise := func(s *stores.Campaign) postchat.Event {
		e := s.Close("room-1")
		e.Kind = postchat.EventEdited
		e.Chat.Transcript[0].Text = "Is there a bigger plan, for 1,200 people?"
		return e
	}
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		for _, sent := range []bool{false, true} { // marks are needed after sending too: it can be sent again
			e := s.Close("room-1")
			if sent {
				e = s.Close("room-2")
			}
			r := record(t, store, s.Arrival(e, e.Chat.ConversationID), postchat.ArrivalRecorded)
			f := followUp(t, s, r.FollowUpID)
			f.Submission = postchat.Submission{
				Note: "n", Starred: []string{"2"}, Covered: []postchat.Cover{{Message: "1", Start: 3, End: 6, By: "Dana"}, {Message: "2", Start: 0, End: 3, By: "Dana"}},
				Lifted: []postchat.Lift{{Message: "1", Start: 0, End: 2, By: "Dana"}},
			}
			if err := s.Scope.UpdateFollowUp(t.Context(), f); err != nil {
				t.Fatal(err)
			}
			if sent {
				settle(t, s, r.FollowUpID)
			}
			read := followUp(t, s, r.FollowUpID) // by an operator, whose marks would be about the old text
			edit := revise(s)
			edit.Chat.ConversationID = e.Chat.ConversationID
			record(t, store, s.Arrival(edit, "edit of "+e.Chat.ConversationID), postchat.ArrivalRevised)
			want := postchat.Submission{
				Note: "n", Starred: []string{"2"},
				Covered: []postchat.Cover{{Message: "1", Start: 0, End: 41, By: "Dana"}, {Message: "2", Start: 0, End: 3, By: "Dana"}},
			}
			if got := followUp(t, s, r.FollowUpID).Submission; !reflect.DeepEqual(got, want) {
				t.Errorf("sent %t: the operator's part is %+v", sent, got)
			}
			if err := s.Scope.UpdateFollowUp(t.Context(), read); !postchat.IsKind(err, postchat.Conflict) {
				t.Errorf("sent %t: marks on the old text are saved: %v", sent, err)
			}
		}
	})
}
