package sheet

import (
	"context"
	"slices"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// names are what people call the account's campaigns, goals and codes.
type names struct {
	campaigns []postchat.Campaign // by name
	byID      map[string]postchat.Campaign
	goals     map[string]postchat.Goal
	codes     []postchat.SuccessCode
	zones     map[string]*time.Location
}

func readNames(ctx context.Context, scope *db.Scope) (*names, error) {
	campaigns, err := scope.Campaigns(ctx)
	if err != nil {
		return nil, err
	}
	n := &names{
		campaigns: campaigns, byID: map[string]postchat.Campaign{}, goals: map[string]postchat.Goal{}, zones: map[string]*time.Location{},
	}
	ids := make([]string, len(campaigns))
	for i, c := range campaigns {
		ids[i], n.byID[c.ID], n.zones[c.ID] = c.ID, c, c.Location()
	}
	goals, err := scope.Goals(ctx, ids...)
	if err != nil {
		return nil, err
	}
	for _, g := range goals {
		n.goals[g.ID] = g
	}
	n.codes, err = scope.SuccessCodes(ctx, ids...)
	return n, err
}

func (n *names) campaign(id string) string { return n.byID[id].Name }

// zone is the zone of a campaign; UTC where it is not known.
func (n *names) zone(id string) *time.Location {
	if zone := n.zones[id]; zone != nil {
		return zone
	}
	return time.UTC
}

// goalsOf are the goals of the codes with the labels in the campaign, each once.
func (n *names) goalsOf(campaignID string, labels []string) []string {
	var goals []string
	for _, label := range labels {
		for _, code := range n.codes {
			goal := n.goals[code.GoalID].Name
			fits := code.CampaignID == campaignID && postchat.FoldLabel(code.Label) == postchat.FoldLabel(label)
			if fits && goal != "" && !slices.Contains(goals, goal) {
				goals = append(goals, goal)
			}
		}
	}
	return goals
}

// chosen are the campaigns with the ids, by name; all where none is given.
func (n *names) chosen(ids []string) []postchat.Campaign {
	if len(ids) == 0 {
		return n.campaigns
	}
	return slices.DeleteFunc(slices.Clone(n.campaigns), func(c postchat.Campaign) bool { return !slices.Contains(ids, c.ID) })
}

// limits are the names of the campaigns that somebody is limited to: "all" where they are not.
func (n *names) limits(campaignIDs []string) string {
	if campaignIDs == nil {
		return "all"
	}
	limited := make([]string, len(campaignIDs))
	for i, id := range campaignIDs {
		limited[i] = n.campaign(id)
	}
	return joined(limited)
}
