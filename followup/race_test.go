package followup_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/test/stores"
)

// crossing lets something happen once while the transaction is open that stores a draft.
type crossing struct {
	mu   sync.Mutex
	then func()
}

func (*crossing) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context { return ctx }

func (c *crossing) AfterQuery(_ context.Context, e *bun.QueryEvent) {
	if !strings.HasPrefix(e.Query, `INSERT INTO "drafts"`) {
		return
	}
	c.mu.Lock()
	then := c.then
	c.then = nil
	c.mu.Unlock()
	if then != nil {
		then()
	}
}

// crossed tells a story in which OK is pressed for a chat while it closes: closed happens before OK's transaction is over. On SQLite,
// where there is one writer, it waits for that, and is over before what follows.
func crossed(t *testing.T, closed func(s *story), then func(s *story, oneWriter bool, err error)) {
	t.Helper()
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		hook := &crossing{}
		store.Observe(hook)
		s := newStory(t, store, clock)
		oneWriter := stores.Raw(t, store).Dialect().Name().String() == "sqlite"
		var later sync.WaitGroup
		hook.then = func() {
			if oneWriter {
				later.Go(func() { closed(s) })
				return
			}
			closed(s)
		}
		room, version := s.room("room-1"), 0
		room.Version = &version
		err := s.ok(room, "Dana K.", lead("Wants a call."))
		later.Wait()
		then(s, oneWriter, err)
	})
}

func TestAnOKWhileTheChatClosesIsTheFollowUps(t *testing.T) {
	crossed(t, func(s *story) { s.closes("room-1") }, func(s *story, _ bool, err error) {
		if err != nil {
			s.t.Fatal(err)
		}
		s.after(time.Hour)
		p := s.panel(s.room("room-1"))
		if p.Stage != followup.StageSettled || p.Submission.Note != "Wants a call." || p.SubmittedBy != "Dana K." {
			s.t.Errorf("the panel is %+v", p)
		}
		s.is("who was mailed", s.mailed(p.FollowUp.ID), []string{"sales@acme.example"})
	})
}

func TestAnOKWhileTheChatClosesAndIsSentComesTooLateAndLeavesNothing(t *testing.T) {
	crossed(t, func(s *story) {
		s.closes("room-1", "support")
		s.after(0)
	}, func(s *story, oneWriter bool, err error) {
		if !oneWriter && !postchat.Breaks(err, postchat.ErrorSettled) || oneWriter && err != nil {
			s.t.Errorf("OK gives %v", err)
		}
		s.after(time.Hour)
		p := s.panel(s.room("room-1"))
		want := []string{"nights@acme.example", "support@acme.example"}
		if oneWriter { // it was before the close
			want = []string{"sales@acme.example"}
		}
		s.is("the stage", p.Stage, followup.StageSettled)
		s.is("who was mailed", s.mailed(p.FollowUp.ID), want)
		if _, err := s.Scope.Draft(s.t.Context(), s.Source.ID, "room-1"); !postchat.IsKind(err, postchat.NotFound) {
			s.t.Errorf("a draft is left for a close that may never come: %v", err)
		}
		version := 0
		room := s.room("room-1")
		room.Version = &version
		if err := s.ok(room, "Dana K.", lead("Wants a call.")); !postchat.Breaks(err, postchat.ErrorSettled) {
			s.t.Errorf("the same OK once more gives %v", err)
		}
	})
}

func TestOfTwoWhoPressOKAtOnceTheSecondIsToldWhoWasFirst(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		s.holds(time.Hour)
		for i := range 10 {
			room := s.room(fmt.Sprint("room-", i))
			if i%2 == 0 {
				s.closes(room.ConversationID)
			}
			seen := s.at(room)
			people := []string{"Dana K.", "Rosa L."}
			errs := make([]error, len(people))
			var both sync.WaitGroup
			for j, who := range people {
				both.Go(func() { errs[j] = s.ok(seen, who, lead("by "+who)) })
			}
			both.Wait()
			first := 0
			if errs[0] != nil {
				first = 1
			}
			second := errs[1-first]
			if errs[first] != nil || !postchat.Breaks(second, postchat.ErrorSubmitted) || !strings.Contains(second.Error(), people[first]) {
				s.t.Errorf("%s: the OKs give %v and %v", room.ConversationID, errs[0], errs[1])
			}
			s.is("whose note it is", s.panel(room).Submission.Note, "by "+people[first])
		}
	})
}

// TestWhateverHappensAtOnceAChatIsSentOnce has a close, its routing, saves, an undo and the OKs of two people at one chat all at once.
func TestWhateverHappensAtOnceAChatIsSentOnce(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		const rooms = 12
		var all sync.WaitGroup
		for i := range rooms {
			room := s.room(fmt.Sprint("room-", i))
			all.Go(func() { s.closes(room.ConversationID, "support") })
			for _, who := range []string{"Dana K.", "Rosa L."} {
				all.Go(func() { s.fine(s.ok(room, who, lead("by "+who))) })
			}
			all.Go(func() { s.fine(s.saves(room, lead("saved"))) })
			all.Go(func() {
				_, err := s.desk.Undo(s.t.Context(), s.Scope, room)
				s.fine(err)
			})
			all.Go(func() {
				if err := s.desk.DueNow(s.t.Context()); err != nil {
					s.t.Error(err)
				}
			})
		}
		all.Wait()
		s.after(0)
		for range 3 { // the undo delay, the time limits
			s.after(2 * time.Hour)
		}
		for i := range rooms {
			p := s.panel(s.room(fmt.Sprint("room-", i)))
			f := p.FollowUp
			if p.Stage == followup.StageOpen {
				f = p.Earlier // what was written when it had been sent is for the next chat
			}
			if f == nil || f.State.Waiting() {
				s.t.Errorf("room %d is %s: %+v", i, p.Stage, f)
				continue
			}
			mails, err := s.Scope.Mails(s.t.Context(), f.ID)
			if err != nil || len(mails) != 1 {
				s.t.Errorf("room %d has %d mails, %v", i, len(mails), err)
			}
			want := "nights@acme.example support@acme.example"
			if f.Submission.Codes != nil {
				want = "sales@acme.example"
			}
			if got := strings.Join(s.mailed(f.ID), " "); got != want {
				s.t.Errorf("room %d, with the note %q, went to %s", i, f.Submission.Note, got)
			}
		}
		stores.Balanced(s.t, s.Scope)
	})
}

// fine is an error that people may see of somebody who was too late, or nothing is wrong.
func (s *story) fine(err error) {
	if err != nil && !postchat.IsKind(err, postchat.Conflict) && !postchat.IsKind(err, postchat.NotFound) {
		s.t.Error(err)
	}
}
