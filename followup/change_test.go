package followup_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
)

// now is the follow-up as it is stored.
func (s *story) now(id string) *postchat.FollowUp {
	s.t.Helper()
	f, err := s.Scope.FollowUp(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return f
}

// mailed are the addresses that were mailed, sorted.
func (s *story) mailed(id string) []string {
	s.t.Helper()
	deliveries, err := s.Scope.Deliveries(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	var to []string
	for _, d := range deliveries {
		to = append(to, d.Recipient.Email)
	}
	slices.Sort(to)
	return to
}

func (s *story) is(what string, got, want any) {
	s.t.Helper()
	if gotList, ok := got.([]string); ok {
		if !slices.Equal(gotList, want.([]string)) {
			s.t.Errorf("%s is %v, want %v", what, got, want)
		}
		return
	}
	if got != want {
		s.t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func (s *story) holds(hold time.Duration) {
	s.t.Helper()
	s.Source.Hold = hold
	if err := s.Scope.SaveSource(s.t.Context(), &s.Source); err != nil {
		s.t.Fatal(err)
	}
}

func TestAnOKWithTheSameKeyCountsOnce(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.holds(time.Minute)
		id := s.closes("room-1")
		target, submission := followup.Target{FollowUpID: id}, postchat.Submission{Codes: []string{"lead"}}
		key := newKey()
		var wg sync.WaitGroup
		for range 8 { // all at once
			wg.Go(func() {
				if _, err := s.desk.Submit(s.t.Context(), s.Scope, key, target, submission); err != nil {
					s.t.Error(err)
				}
			})
		}
		wg.Wait()
		s.is("the version after eight equal OKs", s.now(id).Version, 2)

		other := postchat.Submission{Codes: []string{"support"}}
		_, err := s.desk.Submit(s.t.Context(), s.Scope, key, target, other)
		if problems := postchat.Problems(err); len(problems) != 1 || problems[0].Kind != postchat.Conflict || problems[0].Field != "idempotencyKey" {
			s.t.Errorf("another OK with the same key gives %v", err)
		}
		for _, bad := range []string{"", "a\nb", string(make([]byte, 101))} {
			if _, err := s.desk.Submit(s.t.Context(), s.Scope, bad, target, submission); !postchat.IsKind(err, postchat.Invalid) {
				s.t.Errorf("the key %q gives %v", bad, err)
			}
		}
		s.after(time.Minute)
		s.is("who was mailed", s.mailed(id), []string{"sales@acme.example"})
		done, err := s.desk.Submit(s.t.Context(), s.Scope, key, target, submission)
		if err != nil || done.FollowUp.State != postchat.FollowUpQueued {
			s.t.Errorf("the same OK after all that gives %+v, %v", done, err)
		}
	})
}

func TestAnOKThatFailsLeavesItsKeyUnused(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.holds(time.Minute)
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true })
		id, key := s.closes("room-1"), newKey()
		target := followup.Target{FollowUpID: id}
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, key, target, postchat.Submission{}); !postchat.IsKind(err, postchat.Invalid) {
			s.t.Fatalf("OK without the required code gives %v", err)
		}
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, key, target, postchat.Submission{Codes: []string{"lead"}}); err != nil {
			s.t.Fatal(err)
		}
	})
}

func TestAnOKBeforeTheCloseIsFoundAgainAfterIt(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		key, target := newKey(), followup.Target{SourceID: s.Source.ID, ConversationID: "room-1"}
		submission := postchat.Submission{Codes: []string{"lead"}}
		done, err := s.desk.Submit(s.t.Context(), s.Scope, key, target, submission)
		if err != nil || done.Draft == nil {
			s.t.Fatalf("an OK before the close gives %+v, %v", done, err)
		}
		id := s.closes("room-1")
		done, err = s.desk.Submit(s.t.Context(), s.Scope, key, target, submission)
		if err != nil || done.FollowUp == nil || done.FollowUp.ID != id {
			s.t.Errorf("the same OK after the close gives %+v, %v", done, err)
		}
	})
}

func TestWhatIsHeldCanBeChangedAndSentAtOnce(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.holds(time.Hour)
		id := s.closes("room-1", "lead")
		seen := s.now(id)
		changed := postchat.Submission{Codes: []string{"support"}, Note: "Known issue.", Urgent: true}
		target := followup.Target{FollowUpID: id, Version: &seen.Version}
		for range 2 { // the second time as if the first answer had been lost
			if _, err := s.desk.SaveDraft(s.t.Context(), s.Scope, target, changed); err != nil {
				s.t.Fatal(err)
			}
		}
		s.is("whether OK was pressed", s.now(id).SubmittedAt.IsZero(), true)
		_, err := s.desk.SaveDraft(s.t.Context(), s.Scope, target, postchat.Submission{Codes: []string{"lead"}})
		if !postchat.Breaks(err, postchat.ErrorChanged) || !postchat.IsKind(err, postchat.Conflict) {
			s.t.Errorf("a change of what somebody else changed gives %v", err)
		}
		key := newKey()
		for range 2 {
			if _, err := s.desk.SendNow(s.t.Context(), s.Scope, key, id); err != nil {
				s.t.Fatal(err)
			}
		}
		s.after(0)
		s.is("who was mailed", s.mailed(id), []string{"nights@acme.example", "support@acme.example"})
		if _, err := s.desk.SendNow(s.t.Context(), s.Scope, newKey(), id); !postchat.IsKind(err, postchat.Conflict) {
			s.t.Errorf("sending what was sent gives %v", err)
		}
	})
}

func TestAChangeAfterOKDecidesAnewAndBeginsTheUndoDelayAgain(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1")
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.UndoDelay = 10 * time.Second })
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: id}, postchat.Submission{Codes: []string{"lead"}}); err != nil {
			s.t.Fatal(err)
		}
		s.clock.Move(8 * time.Second)
		s.draft(id, postchat.Submission{Codes: []string{"support"}})
		s.is("whether it is sent ten seconds from now", s.now(id).RunAt.Equal(s.clock.Now().Add(10*time.Second)), true)
		s.after(10 * time.Second)
		s.is("who was mailed", s.mailed(id), []string{"nights@acme.example", "support@acme.example"})
	})
}

func TestAMoveAfterSendingMailsNobodyUnasked(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead")
		s.after(0)
		s.is("who was mailed", s.mailed(id), []string{"sales@acme.example"})
		move := followup.Move{FollowUpID: id, Codes: []string{"lead", "support"}, By: "Dana K.", Key: newKey()}
		moved, err := s.desk.Move(s.t.Context(), s.Scope, move)
		if err != nil {
			s.t.Fatal(err)
		}
		var missing []string
		for _, r := range moved.Missing {
			missing = append(missing, r.Address.Email)
		}
		s.is("who has not got it", missing, []string{"support@acme.example", "nights@acme.example"})
		s.is("who was mailed", s.mailed(id), []string{"sales@acme.example"})
		for _, code := range []int{0, 1} {
			rows, _, err := s.Scope.FollowUps(s.t.Context(), db.FollowUpFilter{CodeIDs: []string{s.Table.Codes[code].ID}}, db.Page{First: 10})
			if err != nil || len(rows) != 1 {
				s.t.Errorf("with the code %s there are %d follow-ups, %v", s.Table.Codes[code].Label, len(rows), err)
			}
		}

		move.Send, move.Key = true, newKey()
		for range 2 {
			if moved, err = s.desk.Move(s.t.Context(), s.Scope, move); err != nil {
				s.t.Fatal(err)
			}
		}
		s.is("how many have not got it", len(moved.Missing), 0)
		s.is("who was mailed", s.mailed(id), []string{"nights@acme.example", "sales@acme.example", "support@acme.example"})
		move.Key = newKey()
		if _, err := s.desk.Move(s.t.Context(), s.Scope, move); !postchat.IsKind(err, postchat.Invalid) {
			s.t.Errorf("sending to nobody gives %v", err)
		}
	})
}

func TestAMoveOfWhatWentNowhereSendsItWhenAsked(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.Unaddressed = postchat.UnaddressedNotForwarded })
		id := s.closes("room-1", "other")
		s.after(0)
		s.is("the state", s.now(id).State, postchat.FollowUpNotForwarded)
		move := followup.Move{FollowUpID: id, Codes: []string{"lead"}, By: "Dana K.", Key: newKey()}
		if _, err := s.desk.Move(s.t.Context(), s.Scope, move); err != nil {
			s.t.Fatal(err)
		}
		s.after(0)
		s.is("the state after a move alone", s.now(id).State, postchat.FollowUpNotForwarded)
		move.Send, move.Key = true, newKey()
		if _, err := s.desk.Move(s.t.Context(), s.Scope, move); err != nil {
			s.t.Fatal(err)
		}
		s.after(0)
		s.is("who was mailed", s.mailed(id), []string{"sales@acme.example"})
	})
}

func TestAMoveOfWhatWentNowhereSendsThatChatThoughItsConversationGoesOn(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.Unaddressed = postchat.UnaddressedNotForwarded })
		id := s.closes("room-1", "other")
		s.after(0)
		s.is("the state", s.now(id).State, postchat.FollowUpNotForwarded)
		s.clock.Move(time.Minute)
		s.hears(reopening(s.clock.Now()), postchat.ArrivalReopened)
		if err := s.saves(s.room("room-1"), lead("Of the next chat.")); err != nil {
			s.t.Fatal(err)
		}
		move := followup.Move{FollowUpID: id, Codes: []string{"lead"}, By: "Dana K.", Send: true, Key: newKey()}
		if _, err := s.desk.Move(s.t.Context(), s.Scope, move); err != nil {
			s.t.Fatal(err)
		}
		s.after(0)
		s.is("who was mailed", s.mailed(id), []string{"sales@acme.example"})
		s.is("the note in the mail", s.now(id).Submission.Note, "")
		s.is("the note that waits for the next close", s.panel(s.room("room-1")).Submission.Note, "Of the next chat.")
	})
}

func TestAMoveBeforeSendingRoutesByTheNewCodes(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.holds(time.Minute)
		id := s.closes("room-1", "lead")
		if _, err := s.desk.Move(s.t.Context(), s.Scope, followup.Move{FollowUpID: id, Codes: []string{"support"}, Key: newKey()}); err != nil {
			s.t.Fatal(err)
		}
		entries, err := s.Scope.AuditByObject(s.t.Context(), []string{id})
		if err != nil || len(entries[id]) != 1 || entries[id][0].Action != "follow_up.move" {
			s.t.Errorf("the history is %+v, %v", entries[id], err)
		}
		s.after(time.Minute)
		s.is("who was mailed", s.mailed(id), []string{"nights@acme.example", "support@acme.example"})
	})
}

func TestAnOKForAConversationThatWentOnIsFoundAsItsFollowUp(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		key, target := newKey(), followup.Target{SourceID: s.Source.ID, ConversationID: "room-1"}
		lead := postchat.Submission{Codes: []string{"lead"}}
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, key, target, lead); err != nil {
			s.t.Fatal(err)
		}
		id := s.closes("room-1")
		s.after(time.Hour)
		support := postchat.Submission{Codes: []string{"support"}}
		if next, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, support); err != nil || next.Draft == nil {
			s.t.Fatalf("an OK for the conversation's next chat gives %+v, %v", next, err)
		}
		done, err := s.desk.Submit(s.t.Context(), s.Scope, key, target, lead)
		if err != nil || done.FollowUp == nil || done.FollowUp.ID != id {
			s.t.Errorf("the first OK once more gives %+v, %v", done, err)
		}
	})
}

func TestWhatLacksARequiredCodeIsNotSentAtOnce(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.holds(time.Hour)
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true })
		id, key := s.closes("room-1"), newKey()
		if _, err := s.desk.SendNow(s.t.Context(), s.Scope, key, id); !postchat.IsKind(err, postchat.Conflict) {
			s.t.Errorf("sending a chat without the required code gives %v", err)
		}
		s.after(0)
		s.is("the state", s.now(id).State, postchat.FollowUpHolding)
		lead := postchat.Submission{Codes: []string{"lead"}}
		if _, err := s.desk.SaveDraft(s.t.Context(), s.Scope, followup.Target{FollowUpID: id}, lead); err != nil {
			s.t.Fatal(err)
		}
		if _, err := s.desk.SendNow(s.t.Context(), s.Scope, key, id); err != nil {
			s.t.Fatal(err)
		}
		s.after(0)
		s.is("who was mailed", s.mailed(id), []string{"sales@acme.example"})
	})
}

func TestAMoveIsRefused(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) {
			c.GoalSettings.AllowMultiple, c.GoalSettings.RequireCode, c.GoalSettings.Unaddressed = false, true, postchat.UnaddressedNotForwarded
		})
		id := s.closes("room-1", "lead", "support")
		s.after(0)
		s.is("who was mailed for both of the vendor's codes", s.mailed(id),
			[]string{"nights@acme.example", "sales@acme.example", "support@acme.example"})
		before := s.now(id).Version
		for _, test := range []struct {
			name  string
			codes []string
			send  bool
			field string
		}{
			{"to a code that there is not", []string{"nonsense"}, false, "codes"},
			{"to a retired code", []string{"old"}, false, "codes"},
			{"to two codes where one may be given", []string{"lead", "support"}, false, "codes"},
			{"to no code where one is required", []string{}, false, "codes"},
			{"to more codes than there can be", slices.Repeat([]string{"lead"}, 51), false, "codes"},
			{"to be sent to nobody", []string{"other"}, true, "send"},
		} {
			_, err := s.desk.Move(s.t.Context(), s.Scope, followup.Move{FollowUpID: id, Codes: test.codes, Send: test.send, Key: newKey()})
			if problems := postchat.Problems(err); len(problems) != 1 || problems[0].Kind != postchat.Invalid || problems[0].Field != test.field {
				s.t.Errorf("a move %s gives %v", test.name, err)
			}
		}
		s.is("the version after all that", s.now(id).Version, before)
	})
}
