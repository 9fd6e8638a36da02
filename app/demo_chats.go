package app

import "github.com/postchat/postchat"

// demoChat is a finished chat as people had it.
type demoChat struct {
	id       string
	visitor  postchat.Visitor
	operator postchat.Operator
	codes    []string
	lines    []demoLine
	// followUp is the operator's part, for our own format, which can carry it.
	followUp *postchat.Submission
}

// demoLine is one message; by is who wrote it.
type demoLine struct {
	by   postchat.Role
	text string
}

// chapter is a chat that the demo posts, and what it shows.
type chapter struct {
	title  string
	vendor postchat.Vendor
	chat   demoChat
	// again posts the chat of the first chapter once more; forged signs with a secret that is not the source's.
	again, forged bool
}

const (
	byVisitor  = postchat.RoleVisitor
	byOperator = postchat.RoleOperator
)

var (
	lotte = postchat.Operator{ID: "agent-lotte", Name: "Lotte Visser", Email: "lotte@fernhill.example"}
	sam   = postchat.Operator{ID: "agent-sam", Name: "Sam Adeyemi", Email: "sam@fernhill.example"}
)

// chapters are what the demo tells, in its order.
func chapters() []chapter {
	fleet := demoChat{
		id: "k7RwTq2PzN4dHcYvB", operator: lotte, codes: []string{"lead"},
		visitor: postchat.Visitor{ID: "v-6fe1", Name: "Joris Haan", Email: "joris@canalcouriers.example"},
		lines: []demoLine{
			{byVisitor, "Hi, we are a courier company in Utrecht. Could you quote twelve cargo bikes with a service contract?"},
			{byOperator, "With pleasure! Do you know already which load they have to carry?"},
			{byVisitor, "Up to 80 kg, and they are out nine hours a day. We would like to start in spring."},
			{byOperator, "Clear. A colleague from sales will send you an offer this week."},
			{byVisitor, "Great, by e-mail please. Thanks!"},
		},
	}
	return []chapter{
		{title: "A code leads to its address", vendor: postchat.VendorRocketChat, chat: fleet},
		{title: "Two codes: everybody in either list, each once", vendor: postchat.VendorRocketChat, chat: demoChat{
			id: "Vn3sLxW8mKb5RtPqE", operator: sam, codes: []string{"sale", "support"},
			visitor: postchat.Visitor{ID: "v-9b40", Name: "Marta Lindqvist", Email: "marta@visitor.example"},
			lines: []demoLine{
				{byVisitor, "I'd like to order the child seat for my Heron, order 20417. Does it fit the 2023 rack?"},
				{byOperator, "It does. Shall I put it aside at the counter for you?"},
				{byVisitor, "Yes please! And the front brake squeals since the last service..."},
				{byOperator, "Then bring it along, the workshop has a look while you are here. Thursday at ten?"},
				{byVisitor, "Thursday at ten is perfect."},
			},
		}},
		{title: "No code: standard has it", vendor: postchat.VendorRocketChat, chat: demoChat{
			id: "hY6cDgJ9uMf2XwZrT", operator: lotte,
			visitor: postchat.Visitor{ID: "v-1d77", Name: "Guest 214"},
			lines: []demoLine{
				{byVisitor, "do you rent out bikes on sundays"},
				{byOperator, "We do, from ten to five. Which size would you need?"},
			},
		}},
		{title: "A note, an urgent mark and an extra address from the operator", vendor: postchat.VendorPostchat, chat: demoChat{
			id: "shop-app-58213", operator: sam,
			visitor: postchat.Visitor{ID: "cust-3381", Name: "Tomasz Wrona", Email: "tomasz@visitor.example", Phone: "+31 6 5550 0142"},
			lines: []demoLine{
				{byVisitor, "The battery of my Swift E2 gets really hot while charging, and there is a bulge on one side."},
				{byOperator, "Please unplug it, take it outside, away from anything that burns, and do not charge it again."},
				{byVisitor, "Done. It is on the balcony now. What next?"},
				{byOperator, "Our battery specialist calls you within the hour. Thank you for telling us at once!"},
			},
			followUp: &postchat.Submission{
				Codes: []string{"specialist"}, Urgent: true, Operator: "Sam Adeyemi",
				Note:  "Swollen pack, serial E2-77120. Call him before 17:00, he is at home until then.",
				Extra: []postchat.Address{{Email: "safety@fernhill.example"}},
			},
		}},
		{title: "A code that the campaign does not know", vendor: postchat.VendorRocketChat, chat: demoChat{
			id: "pB4vQk7eXs9NjLdUa", operator: lotte, codes: []string{"wholsale"},
			visitor: postchat.Visitor{ID: "v-77c2", Name: "Aoife Byrne", Email: "aoife@northquaycycles.example"},
			lines: []demoLine{
				{byVisitor, "We run a small shop in Galway. Is there a price list for dealers?"},
				{byOperator, "There is, I pass your address on and you will get it by mail."},
			},
		}},
		{title: "A code without an address", vendor: postchat.VendorPostchat, chat: demoChat{
			id: "shop-app-58240", operator: sam, codes: []string{"other"},
			visitor: postchat.Visitor{ID: "cust-9012", Name: "Priya Nair", Email: "priya@visitor.example"},
			lines: []demoLine{
				{byVisitor, "Somebody left a grey glove in your shop on Saturday, I think it is mine."},
				{byOperator, "We keep everything in a box at the counter for a month. Come and have a look!"},
			},
		}},
		{title: "The vendor sends the first chat once more", vendor: postchat.VendorRocketChat, chat: fleet, again: true},
		{title: "Somebody without the secret", vendor: postchat.VendorPostchat, forged: true, chat: demoChat{
			id: "shop-app-1", operator: sam, codes: []string{"lead"}, visitor: postchat.Visitor{Name: "Nobody"},
			lines: []demoLine{{byVisitor, "Win a bike! Click here!"}},
		}},
	}
}
