package followup_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
)

// room is the target of an operator whose window is about a conversation.
func (s *story) room(conversation string) followup.Target {
	return followup.Target{SourceID: s.Source.ID, ConversationID: conversation}
}

// panel is what the window shows of a target.
func (s *story) panel(target followup.Target) *followup.Panel {
	s.t.Helper()
	p, err := s.desk.Panel(s.t.Context(), s.Scope, target)
	if err != nil {
		s.t.Fatal(err)
	}
	return p
}

// at is the target as somebody sees it who looks now.
func (s *story) at(target followup.Target) followup.Target {
	s.t.Helper()
	version := s.panel(target).Version
	target.Version = &version
	return target
}

// saves has somebody save their part of a target as they saw it.
func (s *story) saves(seen followup.Target, part postchat.Submission) error {
	_, err := s.desk.SaveDraft(s.t.Context(), s.Scope, seen, part)
	return err
}

// ok is an OK for a target as somebody saw it.
func (s *story) ok(seen followup.Target, by string, part postchat.Submission) error {
	part.Operator = by
	_, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), seen, part)
	return err
}

// goesTo are the addresses of an envelope, each with what there is to know of it.
func goesTo(p *followup.Panel) []string {
	var all []string
	for _, r := range p.Envelope.Recipients {
		line := r.Address.Email
		if r.FirstTime {
			line += " first"
		}
		if r.Outside {
			line += " outside"
		}
		if r.Extra {
			line += " extra"
		}
		all = append(all, line)
	}
	return all
}

// problems are the rules in the way of an OK.
func problems(p *followup.Panel) []string {
	var rules []string
	for _, problem := range p.Envelope.Problems {
		rules = append(rules, problem.Rule)
	}
	return rules
}

func lead(note string) postchat.Submission {
	return postchat.Submission{Codes: []string{"lead"}, Note: note}
}

func TestAPanelFollowsAConversationFromItsFirstWordToItsReceiptAndOn(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.Mode = postchat.ModeOperator })
		room := s.room("room-1")
		p := s.panel(room)
		s.is("the stage of a chat of which nothing is known", p.Stage, followup.StageOpen)
		s.is("its version", p.Version, 0)
		s.is("whom it would go to", goesTo(p), []string{"standard@acme.example first"})

		if err := s.saves(s.at(room), lead("Wants a call.")); err != nil {
			s.t.Fatal(err)
		}
		p = s.panel(room)
		s.is("the version of what was saved", p.Version, 1)
		s.is("whom it would go to", goesTo(p), []string{"sales@acme.example first"})

		id := s.closes("room-1", "support")
		p = s.panel(room)
		s.is("the stage of the chat that closed", p.Stage, followup.StageWaiting)
		s.is("the note that its close adopted", p.Submission.Note, "Wants a call.")
		s.is("the vendor's codes", p.VendorCodes, []string{"support"})
		s.is("whether the version rose", p.Version > 1, true)
		if err := s.ok(s.at(room), "Dana K.", p.Submission); err != nil {
			s.t.Fatal(err)
		}
		p = s.panel(room)
		s.is("who pressed OK", p.SubmittedBy, "Dana K.")
		s.is("when it is sent", p.SendsAt.Equal(s.clock.Now().Add(s.GoalSettings.UndoDelay)), true)
		s.after(s.GoalSettings.UndoDelay)
		p = s.panel(room)
		s.is("the stage of what was sent", p.Stage, followup.StageSettled)
		s.is("who was told for the first time", goesTo(p), []string{"sales@acme.example first"})

		// What is written now is for when the conversation goes on.
		if err := s.saves(room, lead("Called.")); err != nil {
			s.t.Fatal(err)
		}
		p = s.panel(room)
		if p.Stage != followup.StageOpen || p.Earlier == nil || p.Earlier.ID != id || p.Submission.Note != "Called." {
			s.t.Errorf("the panel is %+v", p)
		}
		s.is("who is told now", goesTo(p), []string{"sales@acme.example"})
		s.is("what the follow-up's own panel shows", s.panel(followup.Target{FollowUpID: id}).Stage, followup.StageSettled)
	})
}

func TestTwoPeopleNoticeEachOther(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.Mode = postchat.ModeOperator })
		for _, closed := range []bool{false, true} {
			room := s.room("room-open")
			if closed {
				room = s.room("room-closed")
				s.closes("room-closed")
			}
			seen := s.at(room)
			breaks := func(what, rule string, err error) {
				s.t.Helper()
				if !postchat.Breaks(err, rule) || !postchat.IsKind(err, postchat.Conflict) {
					s.t.Errorf("closed %t: %s gives %v, want %s", closed, what, err, rule)
				}
			}
			if err := s.saves(seen, lead("mine")); err != nil {
				s.t.Fatal(err)
			}
			breaks("a save over another's", postchat.ErrorChanged, s.saves(seen, lead("theirs")))
			breaks("an OK for what was changed", postchat.ErrorChanged, s.ok(seen, "Rosa L.", lead("theirs")))
			if err := s.saves(seen, lead("mine")); err != nil {
				s.t.Errorf("closed %t: the same once more, its answer lost, gives %v", closed, err)
			}
			seen = s.at(room)
			if err := s.ok(seen, "Dana K.", lead("mine")); err != nil {
				s.t.Fatal(err)
			}
			err := s.ok(seen, "Rosa L.", lead("mine"))
			breaks("a second OK", postchat.ErrorSubmitted, err)
			if !strings.Contains(err.Error(), "Dana K. has pressed OK already") {
				s.t.Errorf("it says %q", err)
			}
		}
		s.after(time.Hour)
		seen := s.at(s.room("room-closed"))
		*seen.Version--
		if err := s.saves(seen, lead("late")); !postchat.Breaks(err, postchat.ErrorSettled) {
			s.t.Errorf("a save after it was sent gives %v", err)
		}
		if _, err := s.desk.Undo(s.t.Context(), s.Scope, s.room("room-closed")); !postchat.Breaks(err, postchat.ErrorSettled) {
			s.t.Errorf("an undo after it was sent gives %v", err)
		}
	})
}

func TestADraftThatCrossesTheCloseIsTheFollowUps(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.Mode = postchat.ModeOperator })
		id := s.closes("room-1")
		// As if it was saved in a transaction that did not see the close, nor the close it.
		crossed := &postchat.Draft{
			ID: newKey(), SourceID: s.Source.ID, ConversationID: "room-1", CampaignID: s.ID, Submission: lead("crossed"),
		}
		if err := s.Scope.SaveDraft(s.t.Context(), crossed); err != nil {
			s.t.Fatal(err)
		}
		p := s.panel(s.room("room-1"))
		s.is("the stage", p.Stage, followup.StageWaiting)
		s.is("the note", p.Submission.Note, "crossed")
		if err := s.ok(s.at(s.room("room-1")), "Dana K.", p.Submission); err != nil {
			s.t.Fatal(err)
		}
		if _, err := s.Scope.Draft(s.t.Context(), s.Source.ID, "room-1"); !postchat.IsKind(err, postchat.NotFound) {
			s.t.Errorf("the draft is still there: %v", err)
		}
		s.after(time.Hour)
		s.is("who was mailed", s.mailed(id), []string{"sales@acme.example"})
	})
}

func TestWhatCrossesTheCloseOfAChatThatWaitsByNowEndsItsWait(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true })
		crossed := func(room string, at time.Time) postchat.FollowUp {
			s.expect(s.closes(room), postchat.FollowUpHolding)
			s.after(0)
			draft := &postchat.Draft{
				ID: newKey(), SourceID: s.Source.ID, ConversationID: room, CampaignID: s.ID, Submission: lead("crossed"), SubmittedAt: at,
			}
			if err := s.Scope.SaveDraft(s.t.Context(), draft); err != nil {
				s.t.Fatal(err)
			}
			return *s.panel(s.room(room)).FollowUp
		}
		f := crossed("room-1", time.Time{})
		s.is("the state with the code alone", f.State, postchat.FollowUpAwaitingOK)
		s.is("its reason", f.Reason, postchat.ReasonCodePicked)
		f = crossed("room-2", s.clock.Now())
		s.is("the state after OK", f.State, postchat.FollowUpHolding)
		s.is("whether it is sent after the undo delay", f.SendsAt().Equal(s.clock.Now().Add(s.GoalSettings.UndoDelay)), true)
	})
}

func TestAnEnvelopeSaysWhatThereIsToKnowBeforeOK(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		known := s.closes("room-0", "lead")
		s.after(time.Hour)
		s.is("who was mailed", s.mailed(known), []string{"sales@acme.example"})
		extra := []postchat.Address{{Email: "rosa@acme.example"}, {Email: "lee@partner.example"}, {Email: "sales@acme.example"}}
		if err := s.saves(s.room("room-1"), postchat.Submission{Codes: []string{"lead"}, Extra: extra}); err != nil {
			s.t.Fatal(err)
		}
		got := goesTo(s.panel(s.room("room-1")))
		slices.Sort(got)
		s.is("the envelope", got, []string{
			"lee@partner.example first outside extra", "rosa@acme.example first extra", "sales@acme.example extra",
		})
	})
}

func TestAPanelNamesWhatIsInTheWayOfOK(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode, c.GoalSettings.AllowMultiple = true, false })
		room := s.room("room-1")
		s.is("without a code", problems(s.panel(room)), []string{postchat.ErrorCodeRequired})
		if err := s.ok(s.at(room), "Dana K.", postchat.Submission{}); !postchat.Breaks(err, postchat.ErrorCodeRequired) {
			s.t.Errorf("OK without a code gives %v", err)
		}
		for part, rule := range map[string]string{"lead support": postchat.ErrorOneCode, "nonsense": postchat.ErrorUnknownCode, "old": postchat.ErrorUnknownCode} {
			if err := s.saves(room, postchat.Submission{Codes: strings.Fields(part)}); !postchat.Breaks(err, rule) {
				s.t.Errorf("the codes %s give %v, want %s", part, err, rule)
			}
		}
		if err := s.saves(room, lead("")); err != nil {
			s.t.Fatal(err)
		}
		s.is("with a code", problems(s.panel(room)), []string(nil))
	})
}

func TestWhatSomebodyWroteStaysInTheirCampaigns(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		other := postchat.NewCampaign(s.Account.ID, "Other site", s.clock.Now())
		if err := s.Scope.SaveCampaign(s.t.Context(), &other); err != nil {
			s.t.Fatal(err)
		}
		s.Source.Rules = []postchat.Rule{{Field: postchat.RuleTag, Value: "elsewhere", CampaignID: other.ID}}
		if err := s.Scope.SaveSource(s.t.Context(), &s.Source); err != nil {
			s.t.Fatal(err)
		}
		mine := s.Scope.Limit([]string{s.ID})
		if _, err := s.desk.SaveDraft(s.t.Context(), mine, s.room("room-1"), lead("for my site")); err != nil {
			s.t.Fatal(err)
		}
		id := s.closes("room-1", "elsewhere")
		s.is("the note of another campaign's chat", s.now(id).Submission.Note, "")
		if _, err := s.desk.Panel(s.t.Context(), mine, followup.Target{FollowUpID: id}); !postchat.IsKind(err, postchat.NotFound) {
			s.t.Errorf("another campaign's follow-up is shown: %v", err)
		}
		stranger := s.Scope.Limit([]string{newKey()})
		if _, err := s.desk.Panel(s.t.Context(), stranger, s.room("room-9")); !postchat.IsKind(err, postchat.NotFound) {
			s.t.Errorf("somebody who sees none of the source's campaigns is shown %v", err)
		}
	})
}

func TestSavingNotesAgainAndAgainFillsNoLog(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		for _, note := range []string{"W", "Wants", "Wants a call."} {
			if err := s.saves(s.at(s.room("room-1")), lead(note)); err != nil {
				s.t.Fatal(err)
			}
		}
		entries, _, err := s.Scope.AuditLog(s.t.Context(), db.AuditFilter{}, db.AuditPage{First: 10})
		if err != nil || len(entries) != 1 {
			s.t.Errorf("the log has %d entries, %v", len(entries), err)
		}
	})
}

func TestAPanelPromisesNoTimeThatNobodyCanTell(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		closing := s.closing("Hello")
		closing.Fetch = true
		id := s.hears(closing, postchat.ArrivalRecorded)
		if f := s.now(id); f.State != postchat.FollowUpAwaitingTranscript || f.RunAt.IsZero() {
			s.t.Fatalf("it is %s, and is asked for at %s", f.State, f.RunAt)
		}
		s.is("when it is sent, while its transcript is fetched", s.panel(s.room("room-1")).SendsAt, time.Time{})
		s.clock.Move(time.Second)
		s.hears(reopening(s.clock.Now()), postchat.ArrivalReopened)
		s.is("when it is sent, while its chat goes on", s.panel(s.room("room-1")).SendsAt, time.Time{})
	})
}
