package graph

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/graph/model"
	"github.com/postchat/postchat/live"
)

// targetAt is the follow-up that an input means, in the version that its sender saw.
func targetAt(id *string, conversation *model.ConversationInput, version *int) followup.Target {
	t := target(id, conversation)
	t.Version = version
	return t
}

// draftInput is an operator's part as the input of an OK has it.
func draftInput(in model.SaveDraftInput) model.SubmitFollowUpInput {
	return model.SubmitFollowUpInput{
		Codes: in.Codes, ExtraAddresses: in.ExtraAddresses, Note: in.Note, Urgent: in.Urgent, Operator: in.Operator,
		Starred: in.Starred, Covered: in.Covered, Lifted: in.Lifted,
	}
}

// panelOf is the panel of a follow-up or, where there is none, of a draft.
func (r *Resolver) panelOf(ctx context.Context, f *postchat.FollowUp, draft *postchat.Draft) (*followup.Panel, error) {
	var t followup.Target
	if f != nil {
		t.FollowUpID = f.ID
	} else {
		t.SourceID, t.ConversationID = draft.SourceID, draft.ConversationID
	}
	panel, err := r.Desk.Panel(ctx, from(ctx).scope, t)
	return from(ctx).expectPanel(panel), err
}

// watchPanel tells a panel whenever it changes.
func (r *Resolver) watchPanel(ctx context.Context, t followup.Target) (<-chan *model.PanelChanged, error) {
	scope := from(ctx).scope
	return live.Current(ctx, r.feed, scope, func(ctx context.Context) (*model.PanelChanged, error) {
		panel, err := r.Desk.Panel(ctx, scope, t)
		return &model.PanelChanged{Panel: panel}, err
	})
}

// expectPanel announces what a panel makes expectable, and returns it.
func (r *request) expectPanel(p *followup.Panel) *followup.Panel {
	if p == nil {
		return nil
	}
	r.source.expect(p.SourceID)
	r.campaign.expect(p.CampaignID)
	for _, f := range []*postchat.FollowUp{p.FollowUp, p.Earlier} {
		if f != nil {
			r.expectOfFollowUp(*f)
		}
	}
	if p.Chat != nil {
		r.expectOfChat(*p.Chat)
	}
	return p
}
