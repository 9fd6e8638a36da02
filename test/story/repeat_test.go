package story_test

import (
	"slices"
	"sync"

	"github.com/postchat/postchat/test/vendor"
)

// repeatStories are about what comes more than once.
var repeatStories = []told{
	{name: "the same close again and again makes one mail", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		followUp := s.closes(chat)
		for range 3 {
			s.is("the answer", s.answers(chat), []string{"duplicate", followUp})
		}
		s.mailed(followUp, "sales")
		s.is("the answer after sending", s.answers(chat), []string{"duplicate", followUp})
		s.is("what is kept", s.arrivals(s.shop.OwnFormat), []string{"recorded"})
	}},

	{name: "the same close many times at once makes one mail", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead", "support")
		answers := make([][]string, 20)
		var posting sync.WaitGroup
		for i := range answers {
			posting.Go(func() { answers[i] = s.answers(chat) })
		}
		posting.Wait()
		slices.SortFunc(answers, slices.Compare)
		followUp := answers[0][1]
		for i, answer := range answers {
			want := "duplicate"
			if i == len(answers)-1 {
				want = "recorded" // exactly one of them
			}
			s.is("the answer", answer, []string{want, followUp})
		}
		s.mailed(followUp, "sales", "support", "nights")
	}},

	{name: "a close that differs in nothing but its wording makes one mail", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		followUp := s.closes(chat)
		again := raw(append([]byte("\n"), chat.Body()...))
		s.is("the answer", s.answers(again), []string{"duplicate", followUp})
		s.mailed(followUp, "sales")
	}},

	{name: "a conversation that goes on after its mail gets a second one, with only what is new, in the same thread", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		first := s.mailed(s.closes(chat), "sales")
		more := chat.Reopened("One more thing: do you deliver?", "To Lyon, that is.")
		second := s.mailed(s.closes(more), "sales")
		s.holds(second, "One more thing: do you deliver?", "To Lyon, that is.")
		s.lacks(second, chat.Texts()[0])
		s.is("References", second.all("References"), first.all("References"))
		if first.messageID == second.messageID {
			s.Error("both mails have the same Message-ID")
		}
	}},

	{name: "a conversation that goes on inside its hold gets one mail with all of it", shop: holding, tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		followUp := s.closes(chat)
		more := chat.Reopened("One more thing: do you deliver?")
		s.is("the answer", s.answers(more), []string{"revised", followUp})
		s.letTimePass(followUp)
		s.holds(s.mailed(followUp, "sales"), more.Texts()...)
	}},

	{name: "two conversations of one visitor are two mails in two threads", tale: func(s *story) {
		one, other := s.mailed(s.closes(vendor.NewChat("room", "lead")), "sales"), s.mailed(s.closes(vendor.NewChat("another room", "lead")), "sales")
		if slices.Equal(one.all("References"), other.all("References")) {
			s.Error("both mails are in the same thread")
		}
	}},

	{name: "the same conversation at two sources is two chats", tale: func(s *story) {
		s.mailed(s.closes(vendor.NewChat("room", "lead")), "sales")
		s.mailed(s.closesRoom(vendor.NewRoom("room", "lead"), "room"), "sales")
	}},
}

// answers is what the vendor of our own format hears for an event: the outcome and the follow-up.
func (s *story) answers(e event) []string {
	answer, err := s.shopChat.Post(s.Context(), e.Body())
	if err != nil || answer.Status != 200 {
		s.Errorf("answered %s, %v", answer, err)
	}
	return []string{answer.Outcome, answer.FollowUp}
}
