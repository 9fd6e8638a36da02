package story_test

import (
	"net/http"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/vendor"
)

// editStories are about what changes after a close.
var editStories = []told{
	{name: "an edit of Rocket.Chat before sending is routed anew", shop: holding, tale: func(s *story) {
		room := vendor.NewRoom("room", "lead")
		followUp := s.closesRoom(room, "room")
		s.posts(s.rocketChat, room.Edited("support"), http.StatusOK)
		s.becomes(followUp, postchat.FollowUpHolding)
		s.letTimePass(followUp)
		l := s.mailed(followUp, "support", "nights")
		s.holds(l, room.Texts()...)
		f := s.becomes(followUp, postchat.FollowUpSent)
		if chat := s.chat(f); chat.Revision != 2 || f.Late(*chat) {
			s.Errorf("the chat has revision %d, and the follow-up is late: %t", chat.Revision, f.Late(*chat))
		}
	}},

	{name: "an edit of Rocket.Chat after sending is shown, and mailed to nobody", tale: func(s *story) {
		room := vendor.NewRoom("room", "lead")
		followUp := s.closesRoom(room, "room")
		s.mailed(followUp, "sales")
		s.posts(s.rocketChat, room.Edited("support", "sale"), http.StatusOK)
		f := s.becomes(followUp, postchat.FollowUpSent)
		if chat := s.chat(f); chat.Revision != 2 || !f.Late(*chat) || len(chat.Codes) != 2 {
			s.Errorf("the chat has revision %d with codes %q, and the follow-up is late: %t", chat.Revision, chat.Codes, f.Late(*chat))
		}
		// A chat that comes later is mailed, so an edit that was to be would have been by now.
		s.mailed(s.closesRoom(vendor.NewRoom("another room", "lead"), "another room"), "sales")
	}},

	{name: "an edit of a room that never closed needs a person", tale: func(s *story) {
		s.posts(s.rocketChat, vendor.NewRoom("room", "lead").Edited("support"), http.StatusOK)
		s.is("what is kept", s.arrivals(s.shop.RocketChat), []string{"needs_attention"})
	}},

	{name: "an edit in our own format finds its way where nothing was sent", tale: func(s *story) {
		chat := vendor.NewChat("room", "nonsense")
		s.mailed(s.closes(chat), "standard")
		other := vendor.NewChat("another room", "other")
		followUp := s.closes(other)
		s.mailed(followUp, "standard")
		other.Type, other.Codes = "chat.edited", []string{"lead"}
		s.is("the answer", s.answers(other), []string{"revised", followUp})
	}},
}
