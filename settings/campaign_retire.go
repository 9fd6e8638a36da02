package settings

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/postchat/postchat"
)

// RetireCampaign gives a campaign up: it is left out of lists, and its chats and its history stay. No chat can be lost by it: it is a
// Conflict while a source that is in use leads there, and what is on its way goes on. It changes nothing about a campaign that is
// retired already.
func (e Editor) RetireCampaign(ctx context.Context, id string) (*postchat.Campaign, error) {
	return e.actOnCampaign(ctx, id, "campaign.retire", func(ctx context.Context, tx Editor, c *postchat.Campaign) (bool, error) {
		if c.Retired() {
			return false, nil
		}
		c.RetiredAt = e.Now()
		return true, tx.unreached(ctx, *c)
	})
}

// RestoreCampaign takes a retired campaign back into use, as it was.
func (e Editor) RestoreCampaign(ctx context.Context, id string) (*postchat.Campaign, error) {
	return e.actOnCampaign(ctx, id, "campaign.restore", func(_ context.Context, _ Editor, c *postchat.Campaign) (bool, error) {
		retired := c.Retired()
		c.RetiredAt = time.Time{}
		return retired, nil
	})
}

// actOnCampaign changes a stored campaign by an action of its own, by which the audit log knows it, and stores it where change says
// that it did anything.
func (e Editor) actOnCampaign(ctx context.Context, id, action string,
	change func(ctx context.Context, tx Editor, c *postchat.Campaign) (bool, error),
) (*postchat.Campaign, error) {
	var campaign *postchat.Campaign
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		var err error
		if campaign, err = tx.lockCampaign(ctx, id); err != nil {
			return err
		}
		changed, err := change(ctx, tx, campaign)
		if err != nil || !changed {
			return err
		}
		if err := tx.Scope.SaveCampaign(ctx, campaign); err != nil {
			return err
		}
		return tx.record(ctx, action, campaignObject(*campaign), "")
	})
	if err != nil {
		return nil, err
	}
	return campaign, nil
}

// lockCampaign returns a campaign, which nobody else changes until the transaction ends.
func (e Editor) lockCampaign(ctx context.Context, id string) (*postchat.Campaign, error) {
	campaigns, err := e.Scope.LockCampaigns(ctx, []string{id})
	if err == nil && campaigns[id] == nil {
		err = postchat.NotFoundf("There is no such campaign.")
	}
	return campaigns[id], err
}

// unreached is a Conflict while a source that is in use leads to the campaign.
func (e Editor) unreached(ctx context.Context, c postchat.Campaign) error {
	sources, err := e.Scope.Sources(ctx)
	if err != nil {
		return err
	}
	for _, source := range sources {
		if !source.Retired() && slices.Contains(source.CampaignIDs(), c.ID) {
			return postchat.Conflictf("The source %s leads to %s. Have it lead elsewhere, or retire it, first.", source.Name, c.Name)
		}
	}
	return nil
}

// mayLead reports the campaigns to which the source leads and must not: those that are retired, where it is in use, and the sample,
// unless it is the sample's own source, which leads nowhere else. They stay as they are until the transaction ends.
func (e Editor) mayLead(ctx context.Context, source postchat.Source) error {
	campaigns, err := e.Scope.LockCampaigns(ctx, source.CampaignIDs())
	if err != nil {
		return err
	}
	errs := []error{At("defaultCampaign", leadable(source, campaigns[source.DefaultCampaignID]))}
	for i, rule := range source.Rules {
		errs = append(errs, At(fmt.Sprintf("rules[%d].campaign", i), leadable(source, campaigns[rule.CampaignID])))
	}
	return errors.Join(errs...)
}

// leadable reports that the source must not lead to the campaign. Of one that is not there others tell.
func leadable(source postchat.Source, c *postchat.Campaign) error {
	switch {
	case c == nil:
		return nil
	case c.Retired() && !source.Retired():
		return postchat.Conflictf("%s is retired. Restore it first.", c.Name)
	case c.Sample && !source.Rehearsal:
		return postchat.Invalidf("", "%s is for pretend chats alone: its mails are sent to nobody", c.Name)
	case source.Rehearsal && !c.Sample:
		return postchat.Invalidf("", "this source is for pretend chats, which belong to the sample")
	}
	return nil
}
