package followup

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// sampleNumber stands in the mails of sample chats, which have no follow-up.
const sampleNumber = 1000

// sampleChat is a chat of the campaign that never was: with its first code in use, for a campaign whose settings are to be
// looked at.
func (d *Desk) sampleChat(ctx context.Context, scope *db.Scope, campaignID string) (previewing, error) {
	var in previewing
	campaign, err := scope.Campaign(ctx, campaignID)
	if err != nil {
		return in, at("campaign", err)
	}
	in.Campaign = *campaign
	if in.Table, err = scope.Table(ctx, *campaign); err != nil {
		return in, err
	}
	in.Chat = sample(d.Now())
	in.Chat.AccountID, in.Chat.CampaignID = scope.AccountID(), campaign.ID
	for _, code := range in.Table.Codes {
		if !code.Retired() {
			in.Chat.Codes = []string{code.Label}
			break
		}
	}
	in.FollowUp = postchat.FollowUp{AccountID: scope.AccountID(), CampaignID: campaign.ID, Number: sampleNumber, State: postchat.FollowUpHolding}
	return in, nil
}

// sample is a chat with a value for every placeholder, which ended a minute ago. Its people are made up.
func sample(now time.Time) postchat.Chat {
	const visitor, operator = "Ines Moreau", "Daan Visser"
	began := now.Add(-13 * time.Minute)
	said := func(after time.Duration, role postchat.Role, name, text string) postchat.Message {
		return postchat.Message{At: began.Add(after), Role: role, Name: name, Text: text}
	}
	return postchat.Chat{
		ConversationID: "sample", Kind: postchat.ChatKindChat, Segment: 1, Revision: 1,
		StartedAt: began, ClosedAt: now.Add(-time.Minute), ClosedBy: postchat.RoleOperator,
		Visitor:    postchat.Visitor{Name: visitor, Email: "ines@visitor.example", Phone: "+31 20 555 0142"},
		Operators:  []postchat.Operator{{Name: operator}},
		Department: "Sales", Subject: "Desks for a new office", Page: "https://www.example.com/desks",
		Transcript: postchat.Transcript{
			said(30*time.Second, postchat.RoleVisitor, visitor, "Hello, this is a sample chat. Do you deliver 20 desks to Lyon?"),
			said(2*time.Minute, postchat.RoleOperator, operator, "We do: 3 to 4 weeks, and 5% off from 10 desks on."),
			said(11*time.Minute, postchat.RoleVisitor, visitor, "Good. Please send me an offer."),
		},
	}
}
