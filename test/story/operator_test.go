package story_test

import (
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/vendor"
)

// operatorStories are about what an operator adds.
var operatorStories = []told{
	{name: "a note with an urgent mark and extra addresses stands on top, and a reply stays in the house", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		chat.FollowUp = &vendor.FollowUp{
			Note: "She wants a call before noon.\nBudget: € 9,000 & no lift.", Urgent: true, Operator: "Dana K.",
			ExtraAddresses: "Lee Okafor <" + s.at("lee") + ">; " + s.at("depot"),
		}
		l := s.mailed(s.closes(chat), "sales", "lee", "depot")
		s.holds(l, append([]string{"Urgent", "Note from Dana K.", "She wants a call before noon.", "Budget: € 9,000 & no lift."}, chat.Texts()...)...)
		s.holds(l, s.at("lee"), "added by Dana K.", s.at("depot"), "added by Dana K.")
		s.is("Reply-To", l.addresses("Reply-To"), []string{s.at("standard")})
		s.is("Importance", l.all("Importance"), []string{"high"})
		s.holds(l, "not to the visitor")
	}},

	{name: "a reply to a mail without a note goes to the visitor", tale: func(s *story) {
		l := s.mailed(s.closes(vendor.NewChat("room", "lead")), "sales")
		s.is("Reply-To", l.addresses("Reply-To"), []string{"ines@visitor.example"})
		s.is("Importance", l.all("Importance"), nil)
		s.holds(l, "A reply to this mail goes to the visitor.")
	}},

	{name: "a reply to a note goes to the campaign's own address where it has one", shop: func(shop *server.Shop) {
		shop.Adjust = func(c *postchat.Campaign) { c.MailSettings.ReplyTo = "team@answers.example" }
	}, tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		chat.FollowUp = &vendor.FollowUp{Note: "Careful with this one."}
		s.is("Reply-To", s.mailed(s.closes(chat), "sales").addresses("Reply-To"), []string{"team@answers.example"})
	}},

	{name: "extra addresses make up for an empty standard", shop: func(shop *server.Shop) { shop.Standard = "" }, tale: func(s *story) {
		chat := vendor.NewChat("room")
		chat.FollowUp = &vendor.FollowUp{ExtraAddresses: s.at("lee")}
		s.holds(s.mailed(s.closes(chat), "lee"), "added by the operator")
	}},

	{name: "an address that is added and in the table gets one mail with both reasons", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		chat.FollowUp = &vendor.FollowUp{ExtraAddresses: s.at("sales"), Operator: "Dana K."}
		s.holds(s.mailed(s.closes(chat), "sales"), "the code lead was given", "added by Dana K.")
	}},

	{name: "private notes of the vendor's team stay out of the mail", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		chat.Transcript[1].Private, chat.Transcript[1].Text = true, "She sounds like a reseller."
		l := s.mailed(s.closes(chat), "sales")
		s.holds(l, chat.Texts()...)
		s.lacks(l, "reseller")
	}},
}

// holding is a shop whose chats wait for the story to let time pass.
func holding(shop *server.Shop) { shop.Hold = 24 * time.Hour }
