package story_test

import (
	"encoding/json"
	"net/http"
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

	{name: "an operator's OK by the API sends a chat before its hold is over, to whom the operator saw", shop: holdingWithoutUndo, tale: func(s *story) {
		chat := vendor.NewChat("room")
		followUp := s.closes(chat)
		s.is("the answer", s.submits(map[string]any{
			"followUp": followUp, "codes": []string{"support"}, "note": "Known issue.", "urgent": true, "operator": "Dana K.", "extraAddresses": s.at("lee"),
		}), []string{s.at("support"), s.at("nights"), s.at("lee")})
		l := s.mailed(followUp, "support", "nights", "lee")
		s.holds(l, append([]string{"Urgent", "Note from Dana K.", "Known issue."}, chat.Texts()...)...)
	}},

	{name: "an operator's OK before the close waits for it", shop: holdingWithoutUndo, tale: func(s *story) {
		s.submits(map[string]any{
			"conversation": map[string]any{"source": s.shop.OwnFormat.ID, "id": "room"}, "codes": []string{"lead"}, "note": "Call her.",
		})
		s.holds(s.mailed(s.closes(vendor.NewChat("room", "support")), "sales"), "Call her.")
	}},

	{name: "an OK that is taken back sends nothing until the next one", shop: func(shop *server.Shop) {
		holding(shop)
		shop.Adjust = func(c *postchat.Campaign) { c.GoalSettings.UndoDelay = time.Minute }
	}, tale: func(s *story) {
		followUp := s.closes(vendor.NewChat("room"))
		s.submits(map[string]any{"followUp": followUp, "codes": []string{"lead"}})
		var undone struct {
			UndoFollowUp struct{ FollowUp struct{ State string } }
		}
		s.asks(`mutation ($id: ID!) { undoFollowUp(input: {followUp: $id}) { followUp { state } } }`, map[string]any{"id": followUp}, &undone)
		if state := undone.UndoFollowUp.FollowUp.State; state != "AWAITING_OK" {
			s.Errorf("after the undo it is %s", state)
		}
		s.becomes(followUp, postchat.FollowUpAwaitingOK)
		s.submits(map[string]any{"followUp": followUp, "codes": []string{"support"}})
		s.letTimePass(followUp)
		s.mailed(followUp, "support", "nights")
	}},

	{name: "where an operator presses OK a chat waits for that, and a message that was left does not", shop: pressingOK, tale: func(s *story) {
		followUp := s.closes(vendor.NewChat("room", "lead"))
		s.becomes(followUp, postchat.FollowUpAwaitingOK)
		message := vendor.NewChat("message")
		message.Kind, message.Operators, message.ClosedBy = "offline_message", nil, "visitor"
		s.mailed(s.closes(message), "standard")
		s.submits(map[string]any{"followUp": followUp, "note": "Call her."})
		s.holds(s.mailed(followUp, "sales"), "Call her.")
	}},

	{name: "a chat that nobody presses OK for is sent by what it has", shop: pressingOK, tale: func(s *story) {
		followUp := s.closes(vendor.NewChat("room", "support"))
		s.becomes(followUp, postchat.FollowUpAwaitingOK)
		s.letTimePass(followUp)
		s.mailed(followUp, "support", "nights")
	}},

	{name: "the vendor is told whether an operator may close, and the API says the same", shop: func(shop *server.Shop) {
		shop.Adjust = func(c *postchat.Campaign) { c.GoalSettings.RequireCode = true }
	}, tale: func(s *story) {
		s.mayClose("room", "code_required")
		s.submits(map[string]any{
			"conversation": map[string]any{"source": s.shop.OwnFormat.ID, "id": "room"}, "codes": []string{"lead"},
		})
		s.mayClose("room", "")
	}},
}

// pressingOK is a shop whose chats wait for an operator's OK.
func pressingOK(shop *server.Shop) {
	shop.Adjust = func(c *postchat.Campaign) { c.GoalSettings.Mode, c.GoalSettings.UndoDelay = postchat.ModeOperator, 0 }
}

// mayClose asks as the vendor and by the API whether a conversation may be closed; an empty rule means that it may.
func (s *story) mayClose(room, rule string) {
	s.Helper()
	request, err := s.shopChat.Request(s.Context(), []byte(`{"conversation": {"id": "`+room+`"}, "closed_by": "operator"}`))
	if err != nil {
		s.Fatal(err)
	}
	request.URL.Path += "/can-close"
	told, err := vendor.Send(request)
	if err != nil {
		s.Fatal(err)
	}
	var asked struct {
		CanClose bool `json:"can_close"`
		Rule     string
	}
	if err := json.Unmarshal(told.Body, &asked); err != nil || told.Status != http.StatusOK || asked.Rule != rule || asked.CanClose != (rule == "") {
		s.Errorf("the vendor is told %s", told)
	}
	var answer struct {
		CanClose struct {
			CanClose bool
			Rule     string
		}
	}
	s.asks(`query ($conversation: ConversationInput!) { canClose(conversation: $conversation) { canClose rule } }`,
		map[string]any{"conversation": map[string]any{"source": s.shop.OwnFormat.ID, "id": room}}, &answer)
	if answer.CanClose.CanClose != asked.CanClose || answer.CanClose.Rule != rule {
		s.Errorf("the API says %+v", answer.CanClose)
	}
}

// submits is an operator's OK by the API. It returns who gets the chat.
func (s *story) submits(input map[string]any) []string {
	s.Helper()
	var answer struct {
		SubmitFollowUp struct {
			Decision struct {
				Recipients []struct{ Address struct{ Email string } }
			}
		}
	}
	input["idempotencyKey"] = postchat.NewID(postchat.Now())
	s.asks(`mutation ($input: SubmitFollowUpInput!) { submitFollowUp(input: $input) { decision { recipients { address { email } } } } }`,
		map[string]any{"input": input}, &answer)
	var to []string
	for _, r := range answer.SubmitFollowUp.Decision.Recipients {
		to = append(to, r.Address.Email)
	}
	return to
}

// holdingWithoutUndo is holding, with an OK that counts at once.
func holdingWithoutUndo(shop *server.Shop) {
	holding(shop)
	shop.Adjust = func(c *postchat.Campaign) { c.GoalSettings.UndoDelay = 0 }
}

// holding is a shop whose chats wait for the story to let time pass.
func holding(shop *server.Shop) { shop.Hold = 24 * time.Hour }
