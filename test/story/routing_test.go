package story_test

import (
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/vendor"
)

// routingStories are about who gets a chat.
var routingStories = []told{
	{name: "a chat without a code goes to standard", tale: func(s *story) {
		chat := vendor.NewChat("room")
		l := s.mailed(s.closes(chat), "standard")
		s.holds(l, chat.Texts()...)
		s.holds(l, "Why you get this", s.at("standard"), "standard: no code was given")
	}},

	{name: "a chat with one code goes to who wants that code", tale: func(s *story) {
		chat := vendor.NewChat("room", "support")
		l := s.mailed(s.closes(chat), "support", "nights")
		s.holds(l, chat.Texts()...)
		s.holds(l, s.at("support"), "the code support was given", s.at("nights"), "the code support was given")
	}},

	{name: "a chat with two codes goes to both, and to who wants both only once", tale: func(s *story) {
		chat := vendor.NewChat("room", "sale", "lead")
		l := s.mailed(s.closes(chat), "sales", "cash")
		s.holds(l, chat.Texts()...)
		s.holds(l, s.at("sales"), "the code lead was given", "the code sale was given")
	}},

	{name: "a code is known whatever the case of its letters", tale: func(s *story) {
		s.mailed(s.closes(vendor.NewChat("room", " LEAD ")), "sales")
	}},

	{name: "an unknown code counts as none, and the mail says so", tale: func(s *story) {
		followUp := s.closes(vendor.NewChat("room", "nonsense"))
		s.holds(s.mailed(followUp, "standard"), "nonsense", "unknown code", "standard: no known code was given")
		s.verdict(followUp, "nonsense", postchat.CodeUnknown)
	}},

	{name: "an unknown or retired code beside a known one is passed over", tale: func(s *story) {
		followUp := s.closes(vendor.NewChat("room", "nonsense", "lead", "old"))
		s.mailed(followUp, "sales")
		s.verdict(followUp, "nonsense", postchat.CodeUnknown)
		s.verdict(followUp, "lead", postchat.CodeRouted)
		s.verdict(followUp, "old", postchat.CodeRetired)
	}},

	{name: "a code without an address goes to standard", tale: func(s *story) {
		followUp := s.closes(vendor.NewChat("room", "other"))
		s.holds(s.mailed(followUp, "standard"), "standard: the codes given have no address")
		s.verdict(followUp, "other", postchat.CodeNoAddress)
	}},

	{name: "a code without an address goes to nobody where the campaign says so", shop: func(shop *server.Shop) {
		shop.Adjust = func(c *postchat.Campaign) { c.GoalSettings.Unaddressed = postchat.UnaddressedNotForwarded }
	}, tale: func(s *story) {
		s.forwardedToNobody(s.closes(vendor.NewChat("room", "other")), postchat.NotForwardedUnaddressed)
		s.mailed(s.closes(vendor.NewChat("another room")), "standard")
	}},

	{name: "an empty standard forwards to nobody, on purpose and visibly", shop: func(shop *server.Shop) { shop.Standard = "" }, tale: func(s *story) {
		s.forwardedToNobody(s.closes(vendor.NewChat("room")), postchat.NotForwardedNoStandard)
		s.forwardedToNobody(s.closes(vendor.NewChat("another room", "nonsense")), postchat.NotForwardedNoStandard)
		s.mailed(s.closes(vendor.NewChat("a third room", "lead")), "sales")
	}},

	{name: "a required code is waited for, and then standard has the chat", shop: func(shop *server.Shop) {
		shop.Adjust = func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true }
	}, tale: func(s *story) {
		followUp := s.closes(vendor.NewChat("room"))
		s.becomes(followUp, postchat.FollowUpAwaitingCode)
		s.letTimePass(followUp)
		s.mailed(followUp, "standard")
		s.mailed(s.closes(vendor.NewChat("another room", "lead")), "sales")
	}},

	{name: "an offline message goes to standard", tale: func(s *story) {
		chat := vendor.NewChat("message")
		chat.Kind, chat.Operators, chat.ClosedBy = "offline_message", nil, "visitor"
		s.holds(s.mailed(s.closes(chat), "standard"), "Offline message", chat.Transcript[0].Text)
	}},

	{name: "an offline message of Rocket.Chat goes to standard", tale: func(s *story) {
		s.posts(s.rocketChat, vendor.NewOfflineMessage("Nobody is here. Please call me back."), 200)
		l := s.mailed(s.onlyFollowUp(s.shop.RocketChat), "standard")
		s.holds(l, "Offline message", "Nobody is here. Please call me back.")
		s.is("Reply-To", l.addresses("Reply-To"), []string{"mira@visitor.example"})
	}},

	{name: "a room of Rocket.Chat goes by its tags", tale: func(s *story) {
		room := vendor.NewRoom("room", "support", "a tag that is no code")
		l := s.mailed(s.closesRoom(room, "room"), "support", "nights")
		s.holds(l, room.Texts()...)
	}},
}

// verdict checks what became of a code of the follow-up.
func (s *story) verdict(followUp, label string, outcome postchat.CodeOutcome) {
	s.Helper()
	f := s.becomes(followUp, postchat.FollowUpSent)
	at := slices.IndexFunc(f.Decision.Codes, func(v postchat.CodeVerdict) bool { return v.Label == label })
	if at < 0 || f.Decision.Codes[at].Outcome != outcome {
		s.Errorf("the verdicts on the codes are %+v, want %s for %q", f.Decision.Codes, outcome, label)
	}
}

// forwardedToNobody checks that nobody gets the follow-up, for this reason.
func (s *story) forwardedToNobody(followUp string, why postchat.NotForwarded) {
	s.Helper()
	f := s.becomes(followUp, postchat.FollowUpNotForwarded)
	if f.Reason != string(why) || f.Decision.NotForwarded != why || len(f.Decision.Recipients) != 0 {
		s.Errorf("reason %q and decision %+v, want %q", f.Reason, f.Decision, why)
	}
	if mails, err := s.scope.Mails(s.Context(), followUp); err != nil || len(mails) > 0 {
		s.Errorf("it has %d mails, %v", len(mails), err)
	}
}

// onlyFollowUp is the follow-up of the only thing that the source's vendor posted.
func (s *story) onlyFollowUp(source postchat.Source) string {
	s.Helper()
	events, err := s.scope.RawEvents(s.Context(), source.ID, 10)
	if err != nil || len(events) != 1 {
		s.Fatalf("%d things were posted, %v; want one", len(events), err)
	}
	chat, err := s.scope.Chat(s.Context(), events[0].ChatID)
	if err != nil {
		s.Fatal(err)
	}
	f, err := s.scope.FollowUpOfConversation(s.Context(), source.ID, chat.ConversationID)
	if err != nil {
		s.Fatal(err)
	}
	return f.ID
}
