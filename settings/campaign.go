package settings

import (
	"context"
	"errors"
	"time"

	"github.com/postchat/postchat"
)

// NewCampaign is a campaign to be made, on the fields name and timeZone.
type NewCampaign struct {
	Name     string
	TimeZone string // an IANA name; empty means UTC

	sample bool
}

// CreateCampaign makes a campaign with the default settings. A name that another campaign has is a Conflict.
func (e Editor) CreateCampaign(ctx context.Context, n NewCampaign) (*postchat.Campaign, error) {
	campaign := postchat.NewCampaign(e.Scope.AccountID(), n.Name, e.Now())
	campaign.Sample = n.sample
	if n.TimeZone != "" {
		campaign.TimeZone = n.TimeZone
	}
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		if err := tx.Scope.SaveCampaign(ctx, &campaign); err != nil {
			return err
		}
		return tx.record(ctx, "campaign.create", campaignObject(campaign), "")
	})
	if err != nil {
		return nil, err
	}
	return &campaign, nil
}

// CampaignChange changes a campaign, on the fields name, timeZone and coverNumbers.
type CampaignChange struct {
	ID             string
	Name, TimeZone *string
	CoverNumbers   *bool
}

// UpdateCampaign changes a campaign.
func (e Editor) UpdateCampaign(ctx context.Context, change CampaignChange) (*postchat.Campaign, error) {
	return e.updateCampaign(ctx, "campaign.update", change.ID, func(_ context.Context, _ Editor, c *postchat.Campaign) error {
		setLine(&c.Name, change.Name)
		set(&c.TimeZone, change.TimeZone)
		set(&c.CoverNumbers, change.CoverNumbers)
		return nil
	})
}

// GoalSettingsChange changes a campaign's goal settings, on the fields mode, allowMultiple, requireCode, timeLimit,
// undoDelay and unaddressed.
type GoalSettingsChange struct {
	CampaignID                 string
	Mode                       *postchat.FollowUpMode
	AllowMultiple, RequireCode *bool
	TimeLimit, UndoDelay       *time.Duration
	Unaddressed                *postchat.Unaddressed
}

// UpdateGoalSettings changes a campaign's goal settings. To require a code is Invalid while the campaign has none in use. Chats that
// wait for a person already wait by the new settings, from when they began to: a shorter time limit that is over lets them go.
func (e Editor) UpdateGoalSettings(ctx context.Context, change GoalSettingsChange) (*postchat.Campaign, error) {
	return e.updateCampaign(ctx, "goal_settings.update", change.CampaignID, func(ctx context.Context, tx Editor, c *postchat.Campaign) error {
		g, before := &c.GoalSettings, c.GoalSettings
		set(&g.Mode, change.Mode)
		set(&g.AllowMultiple, change.AllowMultiple)
		set(&g.RequireCode, change.RequireCode)
		set(&g.TimeLimit, change.TimeLimit)
		set(&g.UndoDelay, change.UndoDelay)
		set(&g.Unaddressed, change.Unaddressed)
		if err := tx.requirable(ctx, *c); err != nil || *g == before {
			return err
		}
		return tx.Scope.Reconsider(ctx, c.ID)
	})
}

// requirable reports that a campaign requires a code and has none in use.
func (e Editor) requirable(ctx context.Context, c postchat.Campaign) error {
	if !c.GoalSettings.RequireCode {
		return nil
	}
	codes, err := e.Scope.SuccessCodes(ctx, c.ID)
	if err == nil && len(inUse(codes)) == 0 {
		err = postchat.Invalidf("requireCode", "add a success code first: %s has none that could be given", c.Name)
	}
	return err
}

// SendingLimitsChange changes how much a campaign may mail, on the fields mailLimit and operatorLimit.
type SendingLimitsChange struct {
	CampaignID               string
	MailLimit, OperatorLimit *int
}

// UpdateSendingLimits changes how much a campaign may mail.
func (e Editor) UpdateSendingLimits(ctx context.Context, change SendingLimitsChange) (*postchat.Campaign, error) {
	return e.updateCampaign(ctx, "sending_limits.update", change.CampaignID, func(_ context.Context, _ Editor, c *postchat.Campaign) error {
		set(&c.SendingLimits.MailLimit, change.MailLimit)
		set(&c.SendingLimits.OperatorLimit, change.OperatorLimit)
		return nil
	})
}

// updateCampaign changes a stored campaign, which the audit log calls action. What change and the campaign's own rules find wrong is reported together.
func (e Editor) updateCampaign(ctx context.Context, action, id string,
	change func(ctx context.Context, tx Editor, c *postchat.Campaign) error,
) (*postchat.Campaign, error) {
	var campaign *postchat.Campaign
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		var err error
		if campaign, err = tx.lockCampaign(ctx, id); err != nil {
			return err
		}
		before := *campaign
		if err := change(ctx, tx, campaign); err != nil {
			return errors.Join(err, campaign.Validate())
		}
		if err := tx.Scope.SaveCampaign(ctx, campaign); err != nil {
			return err
		}
		return tx.recordChange(ctx, action, campaignObject(*campaign), before, *campaign)
	})
	if err != nil {
		return nil, err
	}
	return campaign, nil
}
