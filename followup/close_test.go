package followup_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/followup"
)

// asks is a question of the vendor about a room, with the codes that it has.
func (s *story) asks(room string, codes ...string) postchat.Chat {
	return postchat.Chat{AccountID: s.Account.ID, SourceID: s.Source.ID, ConversationID: room, Codes: codes}
}

// answers checks the answer; an empty rule means that the conversation may be closed.
func (s *story) answers(question postchat.Chat, rule string) {
	s.t.Helper()
	answer, err := s.desk.MayClose(s.t.Context(), question)
	if err != nil || answer.Rule != rule || answer.CanClose != (rule == "") || answer.Reason == "" {
		s.t.Errorf("whether %s may be closed: %+v, %v; want the rule %q", question.ConversationID, answer, err, rule)
	}
	viewer, err := s.desk.CanClose(s.t.Context(), s.Scope, question)
	if err != nil || viewer != answer {
		s.t.Errorf("a person is told %+v, %v", viewer, err)
	}
}

const codeRequired = postchat.ErrorCodeRequired

func TestAConversationMayBeClosedUnlessItsCampaignRequiresACode(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.answers(s.asks("room-1"), "")
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.Mode = postchat.ModeOperator })
		s.answers(s.asks("room-1"), "") // that an OK is waited for keeps nobody in a chat
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true })
		s.answers(s.asks("room-1"), codeRequired)
		s.answers(s.asks("room-1", "nonsense", "old"), codeRequired)
		s.answers(s.asks("room-1", "nonsense", " LEAD"), "")
		s.answers(s.asks("room-1", "other"), "") // a code that leads to nobody is one
		for _, who := range []postchat.Role{postchat.RoleVisitor, postchat.RoleBot, postchat.RoleSystem, postchat.RoleUnknown} {
			question := s.asks("room-1")
			question.ClosedBy = who
			s.answers(question, "")
		}
		question := s.asks("room-1")
		question.ClosedBy = postchat.RoleOperator
		s.answers(question, codeRequired)
	})
}

func TestTheOperatorsDraftCountsBeforeWhatTheVendorHas(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true })
		ok := func(room string, codes ...string) {
			s.t.Helper()
			target := followup.Target{SourceID: s.Source.ID, ConversationID: room}
			if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, postchat.Submission{Codes: codes}); err != nil {
				s.t.Fatal(err)
			}
		}
		ok("room-1", "lead")
		s.answers(s.asks("room-1"), "")
		s.answers(s.asks("room-2"), codeRequired)

		// What waits for another close has the codes that it had.
		s.holds(time.Hour)
		id := s.closes("room-3", "lead")
		s.answers(s.asks("room-3"), "")
		s.answers(s.asks("room-3", "nonsense"), codeRequired)
		s.draft(id, postchat.Submission{Codes: []string{}})
		s.answers(s.asks("room-3", "lead"), codeRequired)

		// What was sent is over: the next stretch of the conversation needs a code of its own.
		s.holds(0)
		s.closes("room-4", "lead")
		s.after(0)
		s.answers(s.asks("room-4"), codeRequired)
	})
}

func TestInDoubtAboutTheCampaignAConversationMayBeClosed(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true })
		careers := postchat.NewCampaign(s.Account.ID, "Careers", s.clock.Now())
		if err := s.Scope.SaveCampaign(s.t.Context(), &careers); err != nil {
			s.t.Fatal(err)
		}
		s.Source.Rules = []postchat.Rule{{Field: postchat.RuleDepartment, Value: "hr", CampaignID: careers.ID}}
		if err := s.Scope.SaveSource(s.t.Context(), &s.Source); err != nil {
			s.t.Fatal(err)
		}
		question := s.asks("room-1")
		s.answers(question, "") // it may be for Careers, which requires none
		question.Department = "Sales"
		s.answers(question, codeRequired)
		question.Department = "HR"
		s.answers(question, "")

		// Who sees only a part of the campaigns is not told of the others.
		limited := s.Scope.Limit([]string{careers.ID})
		question.Department = "Sales"
		answer, err := s.desk.CanClose(s.t.Context(), limited, question)
		if err == nil && !answer.CanClose {
			s.t.Errorf("somebody who does not see the campaign is told %+v", answer)
		}

		careers.GoalSettings.RequireCode = true
		if err := s.Scope.SaveCampaign(s.t.Context(), &careers); err != nil {
			s.t.Fatal(err)
		}
		s.answers(s.asks("room-1"), codeRequired) // whichever it is
		s.answers(s.asks("room-1", "lead"), "")   // it may be of the first
	})
}

func TestAQuestionAboutNoConversationIsTheCallersFault(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		for _, id := range []string{"", "two\nlines"} {
			if _, err := s.desk.MayClose(s.t.Context(), s.asks(id)); !postchat.IsKind(err, postchat.Invalid) {
				s.t.Errorf("a question about %q gives %v", id, err)
			}
		}
	})
}
