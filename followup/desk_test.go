package followup_test

import (
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/test/stores"
)

// story is a sample campaign with a desk, at a clock that the test moves.
type story struct {
	*stores.Campaign
	t     *testing.T
	store *db.Store
	desk  *followup.Desk
	clock *stores.Clock
}

func tell(t *testing.T, story_ func(s *story)) {
	t.Helper()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) { story_(newStory(t, store, clock)) })
}

func newStory(t *testing.T, store *db.Store, clock *stores.Clock) *story {
	t.Helper()
	return &story{Campaign: stores.Sample(t, store), t: t, store: store, clock: clock, desk: followup.New(followup.Options{
		Store: store, From: postchat.Address{Email: "postchat@acme.example"}, Owner: "test", Lease: time.Minute, Poll: time.Hour,
		Queued: func() {}, Now: clock.Now, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
	})}
}

// newKey is a key for a wish that is no other's.
func newKey() string { return postchat.NewID(postchat.Now()) }

// closes records the close of a chat with the codes and returns its follow-up's id.
func (s *story) closes(room string, codes ...string) string {
	s.t.Helper()
	a := s.Arrival(s.Close(room, codes...), room)
	a.ReceivedAt = s.clock.Now()
	r, err := s.desk.Record(s.t.Context(), a)
	if err != nil || r.Outcome != postchat.ArrivalRecorded {
		s.t.Fatalf("record: %+v, %v", r, err)
	}
	return r.FollowUpID
}

func (s *story) after(wait time.Duration) {
	s.t.Helper()
	s.clock.Move(wait)
	if err := s.desk.DueNow(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
}

func (s *story) saveSettings(change func(*postchat.Campaign)) {
	s.t.Helper()
	change(&s.Campaign.Campaign)
	if err := s.Scope.SaveCampaign(s.t.Context(), &s.Campaign.Campaign); err != nil {
		s.t.Fatal(err)
	}
}

// expect checks the follow-up's state and who gets it.
func (s *story) expect(id string, state postchat.FollowUpState, recipients ...string) *postchat.FollowUp {
	s.t.Helper()
	f, err := s.Scope.FollowUp(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	var got []string
	if f.Decision != nil {
		for _, r := range f.Decision.Recipients {
			got = append(got, r.Address.Email)
		}
	}
	if f.State != state || !slices.Equal(got, recipients) {
		s.t.Fatalf("follow-up #%d is %s to %v, want %s to %v", f.Number, f.State, got, state, recipients)
	}
	return f
}

func TestAChatIsRoutedWhenItsHoldHasPassedWithTheTableOfThatMoment(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.Source.Hold = time.Minute
		id := s.closes("room-1", "lead")
		s.after(59 * time.Second)
		s.expect(id, postchat.FollowUpHolding)
		s.Table.Addresses[s.Table.Codes[0].ID] = []postchat.Address{{Email: "new-sales@acme.example"}}
		if err := s.Scope.SaveTable(s.t.Context(), &s.Table); err != nil {
			s.t.Fatal(err)
		}
		s.after(time.Second)
		f := s.expect(id, postchat.FollowUpQueued, "new-sales@acme.example")
		if f.Decision.TableVersion != 2 || f.RoutedRevision != 1 {
			s.t.Errorf("decision = %+v, revision %d", f.Decision, f.RoutedRevision)
		}
		claimed, err := s.store.ClaimQueued(s.t.Context(), db.Lease{Owner: "test", Until: s.clock.Now().Add(time.Minute)}, "smtp", 10)
		if err != nil || len(claimed) != 1 {
			s.t.Fatalf("claimed %+v, %v", claimed, err)
		}
		if source := string(claimed[0].Mail.Source); !strings.Contains(source, "new-sales@acme.example") || !strings.Contains(source, "Yes, how many people?") {
			s.t.Errorf("the mail is\n%s", source)
		}
	})
}

func TestAnEmptyStandardIsNotForwardedOnPurpose(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.Table.Standard = nil
		if err := s.Scope.SaveTable(s.t.Context(), &s.Table); err != nil {
			s.t.Fatal(err)
		}
		id := s.closes("room-1")
		s.after(0)
		if f := s.expect(id, postchat.FollowUpNotForwarded); f.Reason != string(postchat.NotForwardedNoStandard) || !f.RunAt.IsZero() {
			s.t.Errorf("reason = %q, run at %s", f.Reason, f.RunAt)
		}

		// A code that comes late still finds its way, for nothing was sent.
		edit := s.Close("room-1", "lead")
		edit.Kind = postchat.EventEdited
		a := s.Arrival(edit, "edit")
		if r, err := s.desk.Record(s.t.Context(), a); err != nil || r.Outcome != postchat.ArrivalRevised {
			s.t.Fatalf("record the edit: %+v, %v", r, err)
		}
		s.after(0)
		s.expect(id, postchat.FollowUpQueued, "sales@acme.example")
	})
}

func TestARequiredCodeIsWaitedForAndThenStandardHasIt(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.RequireCode, c.GoalSettings.TimeLimit = true, time.Hour })
		coded, uncoded, unknown := s.closes("room-1", "lead"), s.closes("room-2"), s.closes("room-3", "nonsense")
		s.after(0)
		s.expect(coded, postchat.FollowUpQueued, "sales@acme.example")
		s.expect(uncoded, postchat.FollowUpAwaitingCode)
		s.expect(unknown, postchat.FollowUpAwaitingCode)

		_, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: uncoded}, postchat.Submission{})
		if problems := postchat.Problems(err); len(problems) != 1 || problems[0].Field != "codes" {
			s.t.Errorf("OK without the required code: %v", err)
		}
		_, err = s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: uncoded}, postchat.Submission{Codes: []string{"Support"}})
		if err != nil {
			s.t.Fatal(err)
		}
		s.after(time.Hour)
		s.expect(uncoded, postchat.FollowUpQueued, "support@acme.example", "nights@acme.example")
		s.expect(unknown, postchat.FollowUpQueued, "standard@acme.example")
	})
}

func TestOKFreezesWhatTheOperatorSaw(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.Source.Hold = time.Hour
		id := s.closes("room-1")
		done, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: id}, postchat.Submission{
			Codes: []string{"lead"}, Extra: []postchat.Address{{Email: "lee@partner.example"}}, Note: "Call her.", Operator: "Dana K.",
		})
		if err != nil {
			s.t.Fatal(err)
		}
		if wait := done.FollowUp.RunAt.Sub(s.clock.Now()); wait != postchat.DefaultUndoDelay {
			s.t.Errorf("it is sent after %s", wait)
		}
		s.Table.Addresses = nil
		if err := s.Scope.SaveTable(s.t.Context(), &s.Table); err != nil {
			s.t.Fatal(err)
		}
		s.after(postchat.DefaultUndoDelay)
		s.expect(id, postchat.FollowUpQueued, "sales@acme.example", "lee@partner.example")
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: id}, postchat.Submission{}); !postchat.IsKind(err, postchat.Conflict) {
			s.t.Errorf("OK after sending: %v", err)
		}
	})
}

func TestUndoWaitsForAnotherOKUntilTheTimeLimit(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead")
		target := followup.Target{FollowUpID: id}
		if _, err := s.desk.Undo(s.t.Context(), s.Scope, target); !postchat.IsKind(err, postchat.Conflict) {
			s.t.Errorf("undo before OK: %v", err)
		}
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, postchat.Submission{Note: "Oops."}); err != nil {
			s.t.Fatal(err)
		}
		if _, err := s.desk.Undo(s.t.Context(), s.Scope, target); err != nil {
			s.t.Fatal(err)
		}
		s.after(postchat.DefaultUndoDelay)
		s.expect(id, postchat.FollowUpAwaitingOK)
		s.after(postchat.DefaultTimeLimit)
		s.expect(id, postchat.FollowUpQueued, "sales@acme.example")
		if _, err := s.desk.Undo(s.t.Context(), s.Scope, target); !postchat.IsKind(err, postchat.Conflict) {
			s.t.Errorf("undo after sending: %v", err)
		}
	})
}

func TestOKBeforeTheCloseWaitsForIt(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		target := followup.Target{SourceID: s.Source.ID, ConversationID: "room-1"}
		done, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, postchat.Submission{Codes: []string{"support"}, Note: "Known issue."})
		if err != nil || done.Draft == nil {
			s.t.Fatalf("submit before the close: %+v, %v", done, err)
		}
		s.after(time.Hour)
		id := s.closes("room-1", "lead")
		s.after(0)
		f := s.expect(id, postchat.FollowUpQueued, "support@acme.example", "nights@acme.example")
		if f.Submission.Note != "Known issue." {
			s.t.Errorf("note = %q", f.Submission.Note)
		}
	})
}

func TestAnUndoneDraftIsOnlyADraft(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		target := followup.Target{SourceID: s.Source.ID, ConversationID: "room-1"}
		if _, err := s.desk.Undo(s.t.Context(), s.Scope, target); !postchat.IsKind(err, postchat.NotFound) {
			s.t.Errorf("undo of nothing: %v", err)
		}
		if _, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), target, postchat.Submission{Codes: []string{"support"}}); err != nil {
			s.t.Fatal(err)
		}
		if _, err := s.desk.Undo(s.t.Context(), s.Scope, target); err != nil {
			s.t.Fatal(err)
		}
		s.Source.Hold = time.Minute
		id := s.closes("room-1")
		if f := s.expect(id, postchat.FollowUpHolding); !f.SubmittedAt.IsZero() || f.Submission.Codes[0] != "support" {
			s.t.Errorf("follow-up = %+v", f)
		}
	})
}

func TestBadSubmissionsAreRefusedWhole(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.saveSettings(func(c *postchat.Campaign) { c.GoalSettings.AllowMultiple = false })
		id := s.closes("room-1")
		for name, bad := range map[string]postchat.Submission{
			"an unknown code":                {Codes: []string{"nonsense"}},
			"a retired code":                 {Codes: []string{"old"}},
			"two codes where one is allowed": {Codes: []string{"lead", "support"}},
			"an address that is none":        {Extra: []postchat.Address{{Email: "nobody"}}},
			"a note that is too long":        {Note: strings.Repeat("x", postchat.MaxNote+1)},
		} {
			_, err := s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{FollowUpID: id}, bad)
			if len(postchat.Problems(err)) == 0 {
				s.t.Errorf("%s: %v", name, err)
			}
			if f := s.expect(id, postchat.FollowUpHolding); f.Version != 1 {
				s.t.Errorf("%s changed the follow-up", name)
			}
		}
	})
}
