package settings

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/postchat/postchat"
)

// NewGoal is a goal to be made, on the fields campaign and name.
type NewGoal struct{ CampaignID, Name string }

// CreateGoal adds a goal at the end of its campaign's goals. A name that another of them has is a Conflict.
func (e Editor) CreateGoal(ctx context.Context, n NewGoal) (*postchat.Goal, error) {
	goal := &postchat.Goal{ID: postchat.NewID(e.Now()), CampaignID: n.CampaignID, Name: postchat.CleanLine(n.Name)}
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		goals, err := tx.Scope.Goals(ctx, n.CampaignID)
		if err != nil {
			return err
		}
		for _, other := range goals {
			goal.Position = max(goal.Position, other.Position+1)
		}
		_, err = tx.Scope.Campaign(ctx, n.CampaignID)
		if err := errors.Join(At("campaign", err), goal.Validate()); err != nil {
			return err
		}
		if err := tx.Scope.SaveGoal(ctx, goal); err != nil {
			return err
		}
		return tx.record(ctx, "goal.create", goalObject(*goal), "")
	})
	if err != nil {
		return nil, err
	}
	return goal, nil
}

// GoalChange changes a goal, on the field name.
type GoalChange struct {
	ID   string
	Name *string
}

// UpdateGoal changes a goal.
func (e Editor) UpdateGoal(ctx context.Context, change GoalChange) (*postchat.Goal, error) {
	var goal *postchat.Goal
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		var err error
		if goal, err = tx.Scope.Goal(ctx, change.ID); err != nil {
			return err
		}
		before := *goal
		setLine(&goal.Name, change.Name)
		if err := tx.Scope.SaveGoal(ctx, goal); err != nil {
			return err
		}
		return tx.recordChange(ctx, "goal.update", goalObject(*goal), before, *goal)
	})
	if err != nil {
		return nil, err
	}
	return goal, nil
}

// DeleteGoal deletes a goal, and returns its campaign. It is a Conflict while success codes count for it, the retired ones too.
func (e Editor) DeleteGoal(ctx context.Context, id string) (*postchat.Campaign, error) {
	var campaign *postchat.Campaign
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		goal, err := tx.Scope.Goal(ctx, id)
		if err != nil {
			return err
		}
		if campaign, err = tx.Scope.Campaign(ctx, goal.CampaignID); err != nil {
			return err
		}
		codes, err := tx.Scope.SuccessCodes(ctx, goal.CampaignID)
		if err != nil {
			return err
		}
		codes = slices.DeleteFunc(codes, func(c postchat.SuccessCode) bool { return c.GoalID != id })
		if len(codes) > 0 {
			return postchat.Conflictf("Success codes count for %s: %s. Let them count for another goal first.", goal.Name, strings.Join(codeLabels(codes), ", "))
		}
		if err := tx.Scope.DeleteGoal(ctx, id); err != nil {
			return err
		}
		return tx.record(ctx, "goal.delete", goalObject(*goal), "")
	})
	if err != nil {
		return nil, err
	}
	return campaign, nil
}

// GoalOrder puts a campaign's goals in order, on the field goals: the ids of all of them.
type GoalOrder struct {
	CampaignID string
	GoalIDs    []string
}

// OrderGoals puts a campaign's goals in order and returns the campaign.
func (e Editor) OrderGoals(ctx context.Context, order GoalOrder) (*postchat.Campaign, error) {
	var campaign *postchat.Campaign
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		var err error
		if campaign, err = tx.Scope.Campaign(ctx, order.CampaignID); err != nil {
			return err
		}
		goals, err := tx.Scope.Goals(ctx, campaign.ID)
		if err != nil {
			return err
		}
		places, err := places("goals", order.GoalIDs, goals, func(g postchat.Goal) string { return g.ID })
		if err != nil {
			return err
		}
		before := slices.Clone(goals)
		for i := range goals {
			goals[i].Position = places[goals[i].ID]
			if err := tx.Scope.SaveGoal(ctx, &goals[i]); err != nil {
				return err
			}
		}
		return tx.recordOrder(ctx, "goal.order", *campaign, goalNames(before), goalNames(goals))
	})
	if err != nil {
		return nil, err
	}
	return campaign, nil
}

// goalNames are the names of goals in their order.
func goalNames(goals []postchat.Goal) []string {
	sorted := slices.SortedStableFunc(slices.Values(goals), func(a, b postchat.Goal) int { return a.Position - b.Position })
	names := make([]string, len(sorted))
	for i, goal := range sorted {
		names[i] = goal.Name
	}
	return names
}

// places returns the place of each of rows in the order that ids give. It is Invalid unless ids name all rows, each once.
func places[T any](field string, ids []string, rows []T, id func(T) string) (map[string]int, error) {
	places := make(map[string]int, len(ids))
	for i, id := range ids {
		places[id] = i
	}
	missing := 0
	for _, row := range rows {
		if _, found := places[id(row)]; !found {
			missing++
		}
	}
	if missing > 0 || len(ids) != len(rows) {
		return nil, postchat.Invalidf(field, "must name all %d %s of the campaign, each once", len(rows), field)
	}
	return places, nil
}
