package followup_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/mail"
)

// texts are the plain parts of the follow-up's mails, the first one first, and their whole sources.
func (s *story) texts(id string) (plain, sources []string) {
	s.t.Helper()
	mails, err := s.Scope.Mails(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, m := range mails {
		whole, err := s.Scope.Mail(s.t.Context(), m.ID)
		if err != nil {
			s.t.Fatal(err)
		}
		content, err := mail.Parts(whole.Source)
		if err != nil {
			s.t.Fatal(err)
		}
		plain, sources = append(plain, content.Plain), append(sources, string(whole.Source))
	}
	return plain, sources
}

// submits is an OK by somebody with a name.
func (s *story) submits(id, name string, part postchat.Submission) error {
	scope := s.Scope.As(postchat.Actor{Kind: postchat.ActorPerson, ID: name, Name: name})
	_, err := s.desk.Submit(s.t.Context(), scope, newKey(), followup.Target{FollowUpID: id}, part)
	return err
}

func TestEveryMailOfAFollowUpKeepsItsCovers(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead")
		// "Do you have a [bigger plan]?", and the operator's answer comes first.
		err := s.submits(id, "Dana K.", postchat.Submission{
			Codes: []string{"lead"}, Starred: []string{"2"}, Covered: []postchat.Cover{{Message: "1", Start: 14, End: 25}},
		})
		if err != nil {
			s.t.Fatal(err)
		}
		s.after(time.Hour)
		s.sends("sales@acme.example") // refuses it
		s.after(time.Minute)

		// The vendor appends a message and changes the one that is covered, and the follow-up is sent again.
		edit := s.Close("room-1", "lead")
		edit.Kind = postchat.EventEdited
		edit.Chat.Transcript[0].Text = "Hm, do you have a bigger plan?"
		edit.Chat.Transcript = append(edit.Chat.Transcript, postchat.Message{ID: "3", Text: "Never mind."})
		if _, err := s.desk.Record(s.t.Context(), s.Arrival(edit, "edit")); err != nil {
			s.t.Fatal(err)
		}
		s.clock.Move(time.Minute)
		_, err = s.desk.SendAgain(s.t.Context(), s.Scope, followup.Again{
			FollowUpID: id, To: followup.AgainToOthers, Others: []postchat.Address{{Email: "boss@acme.example"}}, Key: newKey(),
		})
		if err != nil {
			s.t.Fatal(err)
		}

		plain, sources := s.texts(id)
		if len(plain) != 3 {
			s.t.Fatalf("there are %d mails", len(plain))
		}
		for i, text := range plain {
			if strings.Contains(sources[i], "bigger") || strings.Contains(text, "plan") || !strings.Contains(text, "████████") {
				s.t.Errorf("mail %d shows what is covered:\n%s", i+1, text)
			}
			if important, _, _ := strings.Cut(text, "Codes:"); !strings.Contains(important, "Yes, how many people?") {
				s.t.Errorf("mail %d does not begin with the starred line:\n%s", i+1, text)
			}
		}
		if strings.Contains(plain[2], "Hm") || !strings.Contains(plain[2], "Never mind.") || !strings.Contains(plain[0], "Do you have a ████████?") {
			s.t.Errorf("the mails are:\n%s", strings.Join(plain, "\n\n"))
		}
		chat, err := s.Scope.Chat(s.t.Context(), s.now(id).ChatID)
		if err != nil || chat.Transcript[0].Text != "Hm, do you have a bigger plan?" {
			s.t.Errorf("the chat itself is %+v, %v", chat, err)
		}
	})
}

func TestNumbersAreCoveredInChatsThatNobodyLooksAt(t *testing.T) {
	t.Parallel()
	for _, covers := range []bool{true, false} {
		tell(t, func(s *story) {
			s.saveSettings(func(c *postchat.Campaign) { c.CoverNumbers = covers })
			e := s.Close("room-1", "lead")
			e.Chat.Transcript[0].Text = "It is 4111 1111 1111 1111."
			arrival := s.Arrival(e, "close")
			arrival.ReceivedAt = s.clock.Now()
			r, err := s.desk.Record(s.t.Context(), arrival)
			if err != nil {
				s.t.Fatal(err)
			}
			s.after(time.Hour)
			plain, _ := s.texts(r.FollowUpID)
			if len(plain) != 1 || strings.Contains(plain[0], "It is ████████.") != covers {
				s.t.Errorf("covering %t: the mails are %q", covers, plain)
			}
		})
	}
}

func TestTheNextChatBeginsWithoutTheMarksOfTheLastOne(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead")
		marked := postchat.Submission{Starred: []string{"2"}, Covered: []postchat.Cover{{Message: "1", Start: 14, End: 25}}}
		if err := s.submits(id, "Dana K.", marked); err != nil {
			s.t.Fatal(err)
		}
		s.after(time.Hour)
		for name, save := range map[string]func(followup.Target, postchat.Submission) error{
			"saved": s.saves,
			"OK":    func(seen followup.Target, part postchat.Submission) error { return s.ok(seen, "Dana K.", part) },
		} {
			if err := save(s.at(s.room("room-1")), marked); !postchat.IsKind(err, postchat.Invalid) {
				s.t.Errorf("%s: marks of the last chat for the next one give %v", name, err)
			}
			if err := save(s.at(s.room("room-1")), lead(name)); err != nil {
				s.t.Fatal(err)
			}
			p := s.panel(s.room("room-1"))
			s.is("the stage", p.Stage, followup.StageOpen)
			s.is("what is marked of the next chat", len(p.Submission.Starred)+len(p.Submission.Covered), 0)
		}
	})
}

func TestMarksNameWhoMadeThem(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead")
		first := postchat.Cover{Message: "1", Start: 0, End: 6}
		if err := s.submits(id, "Dana K.", postchat.Submission{Covered: []postchat.Cover{first}, Starred: []string{"1"}}); err != nil {
			s.t.Fatal(err)
		}
		second := postchat.Cover{Message: "1", Start: 5, End: 8, By: "somebody else"}
		if err := s.submits(id, "Noor B.", postchat.Submission{Covered: []postchat.Cover{first, second}}); err != nil {
			s.t.Fatal(err)
		}
		want := []postchat.Cover{{Message: "1", Start: 0, End: 6, By: "Dana K."}, {Message: "1", Start: 5, End: 8, By: "Noor B."}}
		if got := s.now(id).Submission; !slices.Equal(got.Covered, want) || !slices.Equal(got.Starred, []string{"1"}) {
			s.t.Errorf("the marks are %+v", got)
		}
		// Somebody whose program knows nothing of marks loses none.
		if err := s.submits(id, "an integration", postchat.Submission{Codes: []string{"lead"}}); err != nil {
			s.t.Fatal(err)
		}
		if got := s.now(id).Submission; !slices.Equal(got.Covered, want) {
			s.t.Errorf("the marks are %+v", got)
		}
		if err := s.submits(id, "Noor B.", postchat.Submission{Covered: []postchat.Cover{}}); err != nil || len(s.now(id).Submission.Covered) != 0 {
			s.t.Errorf("the covers are not taken away: %v", err)
		}
	})
}

func TestMarksMustBeAboutTheChat(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead")
		err := s.submits(id, "Dana K.", postchat.Submission{Covered: []postchat.Cover{{Message: "1", Start: 0, End: 27}}, Starred: []string{"9"}})
		if problems := postchat.Problems(err); len(problems) != 2 || problems[0].Field != "starred[0]" || problems[1].Field != "covered[0].end" {
			s.t.Errorf("the problems are %v", err)
		}
		_, err = s.desk.Submit(s.t.Context(), s.Scope, newKey(), followup.Target{SourceID: s.Source.ID, ConversationID: "room-2"}, postchat.Submission{
			Starred: []string{"1"},
		})
		if !postchat.IsKind(err, postchat.Invalid) {
			s.t.Errorf("a chat that has not closed is marked: %v", err)
		}
	})
}

func TestTheAuditLogCountsMarksAndSaysNothingOfThem(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		id := s.closes("room-1", "lead")
		err := s.submits(id, "Dana K.", postchat.Submission{
			Starred: []string{"1", "2"}, Covered: []postchat.Cover{{Message: "1", Start: 0, End: 6}}, Lifted: []postchat.Lift{{Message: "2", Start: 0, End: 3}},
		})
		if err != nil {
			s.t.Fatal(err)
		}
		entries, _, err := s.Scope.AuditLog(s.t.Context(), db.AuditFilter{}, db.AuditPage{First: 10})
		if err != nil {
			s.t.Fatal(err)
		}
		if detail := entries[0].Detail; detail != "starred: 2; covered: 1; lifted: 1" {
			s.t.Errorf("the audit log says %q", detail)
		}
	})
}

func TestSuggestedCoversAreThoseOfTheMail(t *testing.T) {
	t.Parallel()
	card := "4111 1111 1111 1111"
	transcript := postchat.Transcript{{ID: "a", Text: "Mine: " + card}, {Text: card, Private: true}, {Text: card}}
	lifted := postchat.Submission{Lifted: []postchat.Lift{{Message: "#3", Start: 0, End: 19}}}
	for _, test := range []struct {
		name             string
		covers, notesToo bool
		want             string
	}{
		{"as it is made", true, false, "a 6-25, #3 0-19 lifted"},
		{"with private notes in the mail", true, true, "a 6-25, #2 0-19, #3 0-19 lifted"},
		{"in a campaign that does not want it", false, true, ""},
	} {
		var got []string
		for _, c := range followup.SuggestedCovers(postchat.Campaign{CoverNumbers: test.covers}, postchat.Source{IncludePrivate: test.notesToo}, transcript, lifted) {
			text := fmt.Sprintf("%s %d-%d", c.Message, c.Start, c.End)
			if c.Lifted {
				text += " lifted"
			}
			got = append(got, text)
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %v, want %q", test.name, got, test.want)
		}
	}
}
