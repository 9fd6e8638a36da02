package followup_test

import (
	"context"
	"testing"

	"github.com/postchat/postchat"
)

func TestWhatWasSaidInAChatThatTheViewerDoesNotSeeIsNotToldAgain(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		hidden := postchat.NewCampaign(s.AccountID, "Hidden", s.clock.Now())
		if err := s.Scope.SaveCampaign(s.t.Context(), &hidden); err != nil {
			s.t.Fatal(err)
		}
		s.Source.API = &postchat.SourceAPI{BaseURL: "https://chat.example.com", Account: "1", Token: "token"}
		s.Source.Rules = []postchat.Rule{{Field: postchat.RuleDepartment, Value: "Hidden", CampaignID: hidden.ID}}
		if err := s.Scope.SaveSource(s.t.Context(), &s.Source); err != nil {
			s.t.Fatal(err)
		}
		closing := s.Close("room-1", "lead")
		closing.Chat.Department = "Hidden"
		closing.Chat.Transcript[len(closing.Chat.Transcript)-1].ID = "last-of-the-hidden-one"
		if _, err := s.desk.Record(s.t.Context(), s.Arrival(closing, "room-1")); err != nil {
			s.t.Fatal(err)
		}
		s.after(0)
		var asked string
		s.desk.Look = func(_ context.Context, _ postchat.Source, _, after string) (*postchat.Chat, error) {
			asked = after
			return &postchat.Chat{}, nil
		}
		if _, err := s.desk.Panel(s.t.Context(), s.Scope.Limit([]string{s.ID}), s.room("room-1")); err != nil {
			s.t.Fatal(err)
		}
		s.is("the message after which the vendor is asked", asked, "last-of-the-hidden-one")
	})
}
