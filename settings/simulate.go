package settings

import (
	"context"
	"errors"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/routing"
)

// RoutingSimulation asks who would get a chat that there might be, on the fields codes, extraAddresses and table.
type RoutingSimulation struct {
	CampaignID string
	// Codes are the labels that the chat has, known or not.
	Codes []string
	// ExtraAddresses are those that an operator adds, typed as a@x; b@y.
	ExtraAddresses string
	// Table is one that was not saved; without one the campaign's own is asked.
	Table *UnsavedTable
}

// SimulateRouting answers who would get the chat now, and why. Nothing is done.
func (e Editor) SimulateRouting(ctx context.Context, in RoutingSimulation) (*postchat.Decision, error) {
	_, table, err := e.table(ctx, in.CampaignID)
	if err != nil {
		return nil, err
	}
	extra, err := postchat.ParseAddressList(in.ExtraAddresses)
	problems := []error{At("extraAddresses", err)}
	s := postchat.Submission{Codes: in.Codes, Extra: extra}
	s.Clean()
	problems = append(problems, s.Validate())
	if in.Table != nil {
		table, err = in.Table.over(table)
		problems = append(problems, within("table", err))
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	decision := routing.Route(table, postchat.Chat{}, postchat.FollowUp{Submission: s})
	return &decision, nil
}
