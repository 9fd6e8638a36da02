package followup_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/followup"
)

// combination is one of all that can be true of a chat when its hold ends.
type combination struct {
	mode     postchat.FollowUpMode
	required bool
	kind     postchat.ChatKind
	vendor   string // the code that came with the close; empty for none
	draft    string // what an operator did to the codes
	ok       bool   // whether OK was pressed
}

// What an operator did to the codes.
const (
	draftNone   = "no draft"
	draftNote   = "a note"
	draftPicked = "support picked"
	draftTaken  = "codes taken away"
)

func (c combination) String() string {
	return fmt.Sprintf("%s, required %t, %s, %q, %s, OK %t", c.mode, c.required, c.kind, c.vendor, c.draft, c.ok)
}

// coded reports whether a code counts.
func (c combination) coded() bool {
	return c.draft == draftPicked || c.vendor == "lead" && c.draft != draftTaken
}

// goesTo are the addresses that get the chat in the end.
func (c combination) goesTo() []string {
	switch {
	case c.draft == draftPicked:
		return []string{"support@acme.example", "nights@acme.example"}
	case c.coded():
		return []string{"sales@acme.example"}
	}
	return []string{"standard@acme.example"}
}

func (c combination) submission() postchat.Submission {
	switch c.draft {
	case draftNote:
		return postchat.Submission{Note: "Call her."}
	case draftPicked:
		return postchat.Submission{Codes: []string{"support"}}
	case draftTaken:
		return postchat.Submission{Codes: []string{}}
	}
	return postchat.Submission{}
}

// waits is the whole rule: of each combination exactly one sentence is true.
var waits = []struct {
	sentence string
	of       func(c combination) bool
	state    postchat.FollowUpState // when the hold, or the undo delay, is over
}{
	{
		"whoever presses OK has it sent",
		func(c combination) bool { return c.ok && (!c.required || c.coded()) }, postchat.FollowUpQueued,
	}, {
		"an OK without the required code is refused, and the chat waits for one",
		func(c combination) bool {
			return c.ok && c.required && !c.coded() && c.kind == postchat.ChatKindChat
		}, postchat.FollowUpAwaitingCode,
	}, {
		"an OK without the required code is refused of a message too, which is sent all the same",
		func(c combination) bool {
			return c.ok && c.required && !c.coded() && c.kind == postchat.ChatKindOffline
		}, postchat.FollowUpQueued,
	}, {
		"a message that was left while nobody was there waits for nobody",
		func(c combination) bool { return !c.ok && c.kind == postchat.ChatKindOffline }, postchat.FollowUpQueued,
	}, {
		"a chat without the required code waits for one, whatever the mode",
		func(c combination) bool {
			return !c.ok && c.kind == postchat.ChatKindChat && c.required && !c.coded()
		}, postchat.FollowUpAwaitingCode,
	}, {
		"where the mode is automatic nothing else waits",
		func(c combination) bool {
			return !c.ok && c.kind == postchat.ChatKindChat && (!c.required || c.coded()) && c.mode == postchat.ModeAutomatic
		}, postchat.FollowUpQueued,
	}, {
		"where an operator presses OK every other chat waits for that",
		func(c combination) bool {
			return !c.ok && c.kind == postchat.ChatKindChat && (!c.required || c.coded()) && c.mode == postchat.ModeOperator
		}, postchat.FollowUpAwaitingOK,
	},
}

func TestWhatAChatWaitsForWhenItsHoldIsOver(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.holds(time.Minute)
		for _, mode := range []postchat.FollowUpMode{postchat.ModeAutomatic, postchat.ModeOperator} {
			for _, required := range []bool{false, true} {
				s.saveSettings(func(c *postchat.Campaign) {
					c.GoalSettings.Mode, c.GoalSettings.RequireCode, c.GoalSettings.TimeLimit = mode, required, time.Hour
				})
				s.combine(mode, required)
			}
		}
	})
}

// combine closes a chat for each combination of the mode, and looks at it after the hold and after the time limit.
func (s *story) combine(mode postchat.FollowUpMode, required bool) {
	s.t.Helper()
	ids := map[combination]string{}
	for _, kind := range []postchat.ChatKind{postchat.ChatKindChat, postchat.ChatKindOffline} {
		for _, vendor := range []string{"", "lead", "nonsense"} {
			for _, draft := range []string{draftNone, draftNote, draftPicked, draftTaken} {
				for _, ok := range []bool{false, true} {
					c := combination{mode, required, kind, vendor, draft, ok}
					ids[c] = s.begin(c)
				}
			}
		}
	}
	s.after(time.Minute)
	for c, id := range ids {
		state := c.sentence(s.t)
		var to []string
		if state == postchat.FollowUpQueued {
			to = c.goesTo()
		}
		s.t.Logf("%s: %s", c, state)
		s.expect(id, state, to...)
	}
	s.after(time.Hour)
	for c, id := range ids {
		s.t.Log(c)
		s.expect(id, postchat.FollowUpQueued, c.goesTo()...)
	}
}

// sentence finds the one sentence that is true of the combination.
func (c combination) sentence(t *testing.T) postchat.FollowUpState {
	t.Helper()
	var state postchat.FollowUpState
	var found []string
	for _, w := range waits {
		if w.of(c) {
			found, state = append(found, w.sentence), w.state
		}
	}
	if len(found) != 1 {
		t.Fatalf("of %s these are true: %q", c, found)
	}
	return state
}

// begin closes the combination's chat and does what its operator did.
func (s *story) begin(c combination) string {
	s.t.Helper()
	event := s.Close("room of " + c.String())
	event.Chat.Kind = c.kind
	if c.vendor != "" {
		event.Chat.Codes = []string{c.vendor}
	}
	a := s.Arrival(event, c.String())
	a.ReceivedAt = s.clock.Now()
	r, err := s.desk.Record(s.t.Context(), a)
	if err != nil {
		s.t.Fatal(err)
	}
	if c.draft != draftNone {
		s.draft(r.FollowUpID, c.submission())
	}
	if c.ok {
		_, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: r.FollowUpID}, c.submission())
		if refused := c.required && !c.coded(); refused != postchat.IsKind(err, postchat.Invalid) {
			s.t.Fatalf("OK of %s gives %v", c, err)
		}
	}
	return r.FollowUpID
}

// draft stores an operator's part without pressing OK.
func (s *story) draft(id string, submission postchat.Submission) {
	s.t.Helper()
	version := s.now(id).Version
	if _, err := s.desk.SaveDraft(s.t.Context(), s.Scope, followup.Target{FollowUpID: id, Version: &version}, submission); err != nil {
		s.t.Fatal(err)
	}
}

// says records what the vendor says of a room, some time after what it said before.
func (s *story) says(kind postchat.EventKind, room string, closedAfter time.Duration, codes ...string) {
	s.t.Helper()
	event := s.Close(room, codes...)
	event.Kind = kind
	event.Chat.ClosedAt = event.Chat.ClosedAt.Add(closedAfter)
	event.Chat.CloseKey = event.Chat.ClosedAt.String()
	a := s.Arrival(event, fmt.Sprint(kind, room, closedAfter, codes))
	a.ReceivedAt = s.clock.Now()
	if r, err := s.desk.Record(s.t.Context(), a); err != nil || r.Outcome != postchat.ArrivalRevised {
		s.t.Fatalf("record the %s: %+v, %v", kind, r, err)
	}
	s.after(0)
}

// set changes the campaign's goal settings, as settings.Editor does.
func (s *story) set(change func(*postchat.GoalSettings)) {
	s.t.Helper()
	s.saveSettings(func(c *postchat.Campaign) { change(&c.GoalSettings) })
	if err := s.Scope.Reconsider(s.t.Context(), s.ID); err != nil {
		s.t.Fatal(err)
	}
	s.after(0)
}

// presses has the follow-ups of the campaign wait for an operator's OK, at most an hour.
func (s *story) presses(required bool) {
	s.t.Helper()
	s.saveSettings(func(c *postchat.Campaign) {
		c.GoalSettings.Mode, c.GoalSettings.RequireCode, c.GoalSettings.TimeLimit = postchat.ModeOperator, required, time.Hour
	})
}

func TestThereIsOneTimeLimitForACodeAndForOK(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.presses(true)
		id := s.closes("room-1")
		s.after(0)
		s.expect(id, postchat.FollowUpAwaitingCode)
		s.after(20 * time.Minute)
		s.says(postchat.EventEdited, "room-1", 0, "nonsense")
		s.expect(id, postchat.FollowUpAwaitingCode)
		s.after(20 * time.Minute)
		s.says(postchat.EventEdited, "room-1", 0, "lead")
		s.expect(id, postchat.FollowUpAwaitingOK)
		s.after(19 * time.Minute)
		s.expect(id, postchat.FollowUpAwaitingOK)
		s.after(time.Minute)
		s.expect(id, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestACodeThatComesLateSendsAChatOnlyWhereNobodyPressesOK(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true })
		byVendor, byOperator := s.closes("room-1"), s.closes("room-2")
		s.after(0)
		s.says(postchat.EventEdited, "room-1", 0, "lead")
		s.expect(byVendor, postchat.FollowUpQueued, "sales@acme.example")

		// An operator who has only picked a code may still be writing.
		s.draft(byOperator, postchat.Submission{Codes: []string{"support"}})
		s.is("why it waits", s.expect(byOperator, postchat.FollowUpAwaitingOK).Reason, postchat.ReasonCodePicked)
		s.draft(byOperator, postchat.Submission{Codes: []string{}})
		s.is("why it waits", s.expect(byOperator, postchat.FollowUpAwaitingCode).Reason, "")
		s.draft(byOperator, postchat.Submission{Codes: []string{"support"}, Note: "Known issue."})
		s.after(postchat.DefaultTimeLimit - time.Second)
		s.expect(byOperator, postchat.FollowUpAwaitingOK)
		s.after(time.Second)
		s.expect(byOperator, postchat.FollowUpQueued, "support@acme.example", "nights@acme.example")
	})
}

func TestAnotherCloseLetsAChatWaitAnew(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.presses(true)
		waitsForCode, waitsForOK := s.closes("room-1"), s.closes("room-2", "lead")
		s.after(0)
		s.after(50 * time.Minute)
		s.says(postchat.EventClosed, "room-1", time.Minute)
		s.says(postchat.EventClosed, "room-2", time.Minute)
		s.after(59 * time.Minute)
		s.expect(waitsForCode, postchat.FollowUpAwaitingCode)
		s.expect(waitsForOK, postchat.FollowUpAwaitingOK)
		s.after(time.Minute)
		s.expect(waitsForCode, postchat.FollowUpQueued, "standard@acme.example")
		s.expect(waitsForOK, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestAColleagueClearsWhatIsToBeCoded(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.presses(true)
		id := s.closes("room-1")
		s.after(0)
		submission := postchat.Submission{Codes: []string{"lead"}, Operator: "Kim M."}
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: id}, submission); err != nil {
			s.t.Fatal(err)
		}
		s.after(postchat.DefaultUndoDelay)
		s.is("who pressed OK", s.expect(id, postchat.FollowUpQueued, "sales@acme.example").SubmittedBy, "Kim M.")
	})
}

func TestWhatWouldWaitForAPersonIsNotSentAtOnce(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		refused := func(id string) {
			s.t.Helper()
			before := s.now(id).Version
			if _, err := s.desk.SendNow(s.t.Context(), s.Scope, newKey(), id); !postchat.IsKind(err, postchat.Conflict) {
				s.t.Errorf("sending it now gives %v", err)
			}
			s.is("the version", s.now(id).Version, before)
		}
		s.holds(time.Minute)
		s.presses(true)
		coded, uncoded := s.closes("room-1", "lead"), s.closes("room-2")
		refused(coded) // in their holds
		refused(uncoded)
		s.after(time.Minute)
		refused(coded)
		refused(uncoded)

		target := followup.Target{FollowUpID: coded}
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, postchat.Submission{}); err != nil {
			s.t.Fatal(err)
		}
		if _, err := s.desk.SendNow(s.t.Context(), s.Scope, newKey(), coded); err != nil {
			s.t.Fatal(err)
		}
		s.after(0)
		s.expect(coded, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestAnUndoWaitsAnewAndNeverSendsAtOnce(t *testing.T) {
	t.Parallel()
	for _, mode := range []postchat.FollowUpMode{postchat.ModeAutomatic, postchat.ModeOperator} {
		t.Run(string(mode), func(t *testing.T) {
			t.Parallel()
			tell(t, func(s *story) {
				s.presses(false)
				s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.Mode = mode })
				s.holds(59 * time.Minute)
				target := followup.Target{FollowUpID: s.closes("room-1", "lead")}
				s.after(59 * time.Minute / 2)
				if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, postchat.Submission{}); err != nil {
					s.t.Fatal(err)
				}
				s.after(5 * time.Second)
				if _, err := s.desk.Undo(s.t.Context(), s.Scope, target); err != nil {
					s.t.Fatal(err)
				}
				s.says(postchat.EventEdited, "room-1", 0, "support")
				s.after(59 * time.Minute)
				s.is("why it waits", s.expect(target.FollowUpID, postchat.FollowUpAwaitingOK).Reason, postchat.ReasonUndone)
				s.after(time.Minute)
				s.expect(target.FollowUpID, postchat.FollowUpQueued, "support@acme.example", "nights@acme.example")
			})
		})
	}
}

func TestAnUndoWithoutATimeLimitWaitsAllTheSame(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.TimeLimit = 0 })
		target := followup.Target{FollowUpID: s.closes("room-1", "lead")}
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, postchat.Submission{}); err != nil {
			s.t.Fatal(err)
		}
		if _, err := s.desk.Undo(s.t.Context(), s.Scope, target); err != nil {
			s.t.Fatal(err)
		}
		s.after(postchat.DefaultTimeLimit - time.Second)
		s.expect(target.FollowUpID, postchat.FollowUpAwaitingOK)
		s.after(time.Second)
		s.expect(target.FollowUpID, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestSettingsThatChangeCountForChatsThatWait(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(g *postchat.GoalSettings)
		// Where the chats of the story are then: one without the required code, one with it, and one whose OK was taken back.
		uncoded, coded, undone postchat.FollowUpState
	}{
		"a longer time limit has them wait longer": {
			func(g *postchat.GoalSettings) { g.TimeLimit = 2 * time.Hour },
			postchat.FollowUpAwaitingCode, postchat.FollowUpAwaitingOK, postchat.FollowUpAwaitingOK,
		},
		"a shorter time limit that is over lets them go": {
			func(g *postchat.GoalSettings) { g.TimeLimit = 30 * time.Minute },
			postchat.FollowUpQueued, postchat.FollowUpQueued, postchat.FollowUpQueued,
		},
		"what is automatic needs no OK, but the code that is required, and what somebody stopped stays": {
			func(g *postchat.GoalSettings) { g.Mode = postchat.ModeAutomatic },
			postchat.FollowUpAwaitingCode, postchat.FollowUpQueued, postchat.FollowUpAwaitingOK,
		},
		"what requires no code waits for OK": {
			func(g *postchat.GoalSettings) { g.RequireCode = false },
			postchat.FollowUpAwaitingOK, postchat.FollowUpAwaitingOK, postchat.FollowUpAwaitingOK,
		},
		"what waits for nobody any more goes": {
			func(g *postchat.GoalSettings) { g.RequireCode, g.Mode = false, postchat.ModeAutomatic },
			postchat.FollowUpQueued, postchat.FollowUpQueued, postchat.FollowUpAwaitingOK,
		},
		"a change of nothing changes nothing": {
			func(g *postchat.GoalSettings) { g.Mode = postchat.ModeOperator },
			postchat.FollowUpAwaitingCode, postchat.FollowUpAwaitingOK, postchat.FollowUpAwaitingOK,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tell(t, func(s *story) {
				s.presses(true)
				uncoded, coded, undone := s.closes("room-1"), s.closes("room-2", "lead"), s.closes("room-3", "lead")
				target := followup.Target{FollowUpID: undone}
				if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, postchat.Submission{}); err != nil {
					s.t.Fatal(err)
				}
				if _, err := s.desk.Undo(s.t.Context(), s.Scope, target); err != nil {
					s.t.Fatal(err)
				}
				s.after(0)
				s.after(45 * time.Minute)
				s.set(c.change)
				s.is("the chat without a code", s.now(uncoded).State, c.uncoded)
				s.is("the chat with a code", s.now(coded).State, c.coded)
				s.is("the chat whose OK was taken back", s.now(undone).State, c.undone)
			})
		})
	}
}

func TestWhatWentToNobodyDoesNotWaitASecondTime(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.presses(true)
		s.Table.Standard = nil
		if err := s.Scope.SaveTable(s.t.Context(), &s.Table); err != nil {
			s.t.Fatal(err)
		}
		id := s.closes("room-1")
		s.after(0)
		s.after(time.Hour)
		s.expect(id, postchat.FollowUpNotForwarded)
		s.says(postchat.EventEdited, "room-1", 0, "lead")
		s.expect(id, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestTheReasonOfAWaitIsASentence(t *testing.T) {
	t.Parallel()
	for _, reason := range []string{postchat.ReasonUndone, postchat.ReasonCodePicked, postchat.ReasonRescued} {
		if sentence := (postchat.FollowUp{Reason: reason}).ReasonSentence(); !strings.Contains(sentence, " ") {
			t.Errorf("%s reads as %q", reason, sentence)
		}
	}
}
