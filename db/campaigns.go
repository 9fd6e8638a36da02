package db

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/postchat/postchat"
)

// campaignRow adds the folded name, by which names are unique.
type campaignRow struct {
	postchat.Campaign `bun:",extend"`

	NameKey string `bun:"name_key"`
}

type goalRow struct {
	postchat.Goal `bun:",extend"`

	NameKey string `bun:"name_key"`
}

type codeRow struct {
	postchat.SuccessCode `bun:",extend"`

	LabelKey string `bun:"label_key"`
}

// Campaigns returns the account's campaigns by name.
func (c *Scope) Campaigns(ctx context.Context) ([]postchat.Campaign, error) {
	var campaigns []postchat.Campaign
	if err := c.selectOne(&campaigns).Order("name", "id").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read campaigns: %w", err)
	}
	return campaigns, nil
}

// CampaignsInUse returns the account's campaigns but for those that are retired, by name.
func (c *Scope) CampaignsInUse(ctx context.Context) ([]postchat.Campaign, error) {
	campaigns, err := c.Campaigns(ctx)
	return slices.DeleteFunc(campaigns, postchat.Campaign.Retired), err
}

// Campaign returns one campaign.
func (c *Scope) Campaign(ctx context.Context, id string) (*postchat.Campaign, error) {
	campaign := new(postchat.Campaign)
	if err := notFound(c.selectOne(campaign).Where("id = ?", id).Scan(ctx), "campaign"); err != nil {
		return nil, err
	}
	return campaign, nil
}

// LockCampaigns returns campaigns by their ids, and lets nobody else change them until the scope's transaction ends.
func (c *Scope) LockCampaigns(ctx context.Context, ids []string) (map[string]*postchat.Campaign, error) {
	return keyed(ctx, "campaigns", func(rows *[]postchat.Campaign) *bun.SelectQuery {
		query := c.selectOne(rows).Where("id IN (?)", list(ids)).Order("id")
		if c.store.postgres() {
			query = query.For("UPDATE")
		}
		return query
	}, func(r *postchat.Campaign) string { return r.ID })
}

// SaveCampaign validates the campaign and stores it, new or changed.
func (c *Scope) SaveCampaign(ctx context.Context, campaign *postchat.Campaign) error {
	if err := campaign.Validate(); err != nil {
		return err
	}
	campaign.AccountID, campaign.UpdatedAt = c.account, c.store.now()
	row := &campaignRow{Campaign: *campaign, NameKey: postchat.FoldLabel(campaign.Name)}
	return c.save(ctx, row, "campaign", "name", campaign.Name)
}

// Goals returns the goals of the campaigns, in their order.
func (c *Scope) Goals(ctx context.Context, campaignIDs ...string) ([]postchat.Goal, error) {
	var goals []postchat.Goal
	err := c.selectOne(&goals).Where("campaign_id IN (?)", list(campaignIDs)).Order("campaign_id", "position", "id").Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read goals: %w", err)
	}
	return goals, nil
}

// Goal returns one goal.
func (c *Scope) Goal(ctx context.Context, id string) (*postchat.Goal, error) {
	goal := new(postchat.Goal)
	if err := notFound(c.selectOne(goal).Where("id = ?", id).Scan(ctx), "goal"); err != nil {
		return nil, err
	}
	return goal, nil
}

// SaveGoal validates the goal and stores it, new or changed.
func (c *Scope) SaveGoal(ctx context.Context, goal *postchat.Goal) error {
	if err := goal.Validate(); err != nil {
		return err
	}
	if _, err := c.Campaign(ctx, goal.CampaignID); err != nil {
		return err
	}
	goal.AccountID = c.account
	return c.save(ctx, &goalRow{Goal: *goal, NameKey: postchat.FoldLabel(goal.Name)}, "goal", "name", goal.Name)
}

// DeleteGoal deletes a goal for which no success code counts.
func (c *Scope) DeleteGoal(ctx context.Context, id string) error {
	if _, err := c.writer().NewDelete().Model((*postchat.Goal)(nil)).Where("id = ?", id).Where("account_id = ?", c.account).Exec(ctx); err != nil {
		return fmt.Errorf("delete a goal: %w", err)
	}
	return nil
}

// SuccessCodes returns the codes of the campaigns, the retired ones too, in their order.
func (c *Scope) SuccessCodes(ctx context.Context, campaignIDs ...string) ([]postchat.SuccessCode, error) {
	var codes []postchat.SuccessCode
	err := c.selectOne(&codes).Where("campaign_id IN (?)", list(campaignIDs)).Order("campaign_id", "position", "id").Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read success codes: %w", err)
	}
	return codes, nil
}

// SuccessCode returns one code.
func (c *Scope) SuccessCode(ctx context.Context, id string) (*postchat.SuccessCode, error) {
	code := new(postchat.SuccessCode)
	if err := notFound(c.selectOne(code).Where("id = ?", id).Scan(ctx), "success code"); err != nil {
		return nil, err
	}
	return code, nil
}

// SaveSuccessCode validates the code and stores it, new or changed.
func (c *Scope) SaveSuccessCode(ctx context.Context, code *postchat.SuccessCode) error {
	if err := code.Validate(); err != nil {
		return err
	}
	if _, err := c.Campaign(ctx, code.CampaignID); err != nil {
		return err
	}
	if code.GoalID != "" {
		goal, err := c.Goal(ctx, code.GoalID)
		if err != nil {
			return err
		}
		if goal.CampaignID != code.CampaignID {
			return postchat.Invalidf("goal", "belongs to another campaign")
		}
	}
	code.AccountID = c.account
	return c.save(ctx, &codeRow{SuccessCode: *code, LabelKey: postchat.FoldLabel(code.Label)}, "success code", "label", code.Label)
}

// save inserts the row or replaces the one with its id, if that belongs to the account. A name that another row has already
// is reported on its field.
func (c *Scope) save(ctx context.Context, row any, what, nameField, name string) error {
	result, err := c.writer().NewUpdate().Model(row).WherePK().Where("account_id = ?", c.account).Exec(ctx)
	if err == nil {
		if n, _ := result.RowsAffected(); n == 0 {
			_, err = c.writer().NewInsert().Model(row).Exec(ctx)
		}
	}
	if isTaken(err) {
		return &postchat.Error{Kind: postchat.Conflict, Field: nameField,
			Message: fmt.Sprintf("There is a %s %q already.", what, postchat.Shorten(name, 60))}
	}
	if err != nil {
		return fmt.Errorf("save %s: %w", what, err)
	}
	return nil
}

// isTaken reports whether err is the violation of a unique key.
func isTaken(err error) bool {
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok {
		return pg.Code == "23505"
	}
	lite, ok := errors.AsType[*sqlite.Error](err)
	return ok && (lite.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || lite.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
}
