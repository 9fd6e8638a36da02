package settings

import (
	"context"
	"fmt"
	"slices"

	"github.com/postchat/postchat"
)

// NewSample is a sample to be made, on the fields language and timeZone.
type NewSample struct {
	Language postchat.Language // of its mails
	TimeZone string            // an IANA name; empty means UTC
}

// Sample is the campaign in which people rehearse, with the source that gets the pretend chats. An account has one at most.
type Sample struct {
	Campaign postchat.Campaign
	Source   postchat.Source
}

// InUse reports whether neither of the two was given up.
func (s *Sample) InUse() bool { return !s.Campaign.Retired() && !s.Source.Retired() }

// sampleCodes are the success codes of a sample, each with its goal and who gets the chats: in domains that nobody has, see RFC 2606.
var sampleCodes = []struct{ goal, label, color, hint, addresses string }{
	{"Sales", "lead", "#bf8700", "Wants an offer", "sales@example.com"},
	{"Sales", "sale", "#1a7f37", "Has bought", "orders@example.com; counter@example.net"},
	{"Service", "support", "#8250df", "Something is broken", "workshop@example.org"},
}

const (
	sampleName     = "Sample"
	sampleStandard = "frontdesk@example.com"
)

// Sample returns the account's sample, also one that was given up. It is NotFound where there never was one.
func (e Editor) Sample(ctx context.Context) (*Sample, error) {
	campaigns, err := e.Scope.Campaigns(ctx)
	if err != nil {
		return nil, err
	}
	sources, err := e.Scope.Sources(ctx)
	if err != nil {
		return nil, err
	}
	c := slices.IndexFunc(campaigns, func(c postchat.Campaign) bool { return c.Sample })
	s := slices.IndexFunc(sources, func(s postchat.Source) bool { return s.Rehearsal })
	if c < 0 || s < 0 {
		return nil, postchat.NotFoundf("There is no sample.")
	}
	return &Sample{campaigns[c], sources[s]}, nil
}

// CreateSample makes a campaign to rehearse in, with goals, codes and addresses, and the source of its pretend chats; or takes the one
// back that there was.
func (e Editor) CreateSample(ctx context.Context, n NewSample) (*Sample, error) {
	sample, err := e.restoreSample(ctx)
	if !postchat.IsKind(err, postchat.NotFound) {
		return sample, err
	}
	err = e.inTx(ctx, func(ctx context.Context, tx Editor) (err error) {
		sample, err = tx.makeSample(ctx, n)
		return err
	})
	if postchat.IsKind(err, postchat.Conflict) {
		return e.restoreSample(ctx) // somebody else has just made it
	}
	return sample, err
}

// RemoveSample gives the sample with the campaign up, source and campaign, and returns it. It is NotFound where that is none.
func (e Editor) RemoveSample(ctx context.Context, campaignID string) (*Sample, error) {
	return e.changeSample(ctx, func(ctx context.Context, tx Editor, sample *Sample) error {
		if sample.Campaign.ID != campaignID {
			return At("campaign", postchat.NotFoundf("There is no such sample."))
		}
		if _, err := tx.RetireSource(ctx, sample.Source.ID); err != nil {
			return err
		}
		_, err := tx.RetireCampaign(ctx, sample.Campaign.ID)
		return err
	})
}

func (e Editor) restoreSample(ctx context.Context) (*Sample, error) {
	return e.changeSample(ctx, func(ctx context.Context, tx Editor, sample *Sample) error {
		if _, err := tx.RestoreCampaign(ctx, sample.Campaign.ID); err != nil {
			return err
		}
		_, err := tx.RestoreSource(ctx, sample.Source.ID)
		return err
	})
}

// changeSample changes the sample and returns it as it is then.
func (e Editor) changeSample(ctx context.Context, change func(ctx context.Context, tx Editor, sample *Sample) error) (*Sample, error) {
	var sample *Sample
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) (err error) {
		if sample, err = tx.Sample(ctx); err != nil {
			return err
		}
		if err := change(ctx, tx, sample); err != nil {
			return err
		}
		sample, err = tx.Sample(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return sample, nil
}

// makeSample makes the sample in the editor's transaction.
func (e Editor) makeSample(ctx context.Context, n NewSample) (*Sample, error) {
	name, err := e.freeName(ctx, sampleName)
	if err != nil {
		return nil, err
	}
	campaign, err := e.CreateCampaign(ctx, NewCampaign{Name: name, TimeZone: n.TimeZone, sample: true})
	if err != nil {
		return nil, err
	}
	language := postchat.MailOverrides{Language: &n.Language}
	if _, err := e.UpdateMailSettings(ctx, MailSettingsChange{CampaignID: campaign.ID, MailOverrides: language}); err != nil {
		return nil, err
	}
	if err := e.fillSample(ctx, campaign.ID); err != nil {
		return nil, err
	}
	_, _, err = e.CreateSource(ctx, NewSource{
		Name: name, Vendor: postchat.VendorPostchat, DefaultCampaignID: campaign.ID, rehearsal: true,
	})
	if err != nil {
		return nil, err
	}
	return e.Sample(ctx)
}

// fillSample gives the sample's campaign its goals, codes and addresses, and has its chats wait for an operator's code and OK.
func (e Editor) fillSample(ctx context.Context, campaign string) error {
	goals, table := map[string]string{}, AddressTable{CampaignID: campaign, Standard: sampleStandard}
	for i, c := range sampleCodes {
		if goals[c.goal] == "" {
			goal, err := e.CreateGoal(ctx, NewGoal{CampaignID: campaign, Name: c.goal})
			if err != nil {
				return err
			}
			goals[c.goal] = goal.ID
		}
		code, err := e.CreateSuccessCode(ctx, NewSuccessCode{
			CampaignID: campaign, GoalID: goals[c.goal], Label: c.label, Color: c.color, Hint: c.hint, HotKey: fmt.Sprint(i + 1),
		})
		if err != nil {
			return err
		}
		table.Codes = append(table.Codes, CodeAddresses{code.ID, c.addresses})
	}
	if _, err := e.SaveAddresses(ctx, table); err != nil {
		return err
	}
	mode, yes := postchat.ModeOperator, true
	_, err := e.UpdateGoalSettings(ctx, GoalSettingsChange{CampaignID: campaign, Mode: &mode, RequireCode: &yes})
	return err
}

// freeName is the name, with a number after it where a campaign or a source has it already.
func (e Editor) freeName(ctx context.Context, name string) (string, error) {
	campaigns, err := e.Scope.Campaigns(ctx)
	if err != nil {
		return "", err
	}
	sources, err := e.Scope.Sources(ctx)
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	for _, c := range campaigns {
		taken[postchat.FoldLabel(c.Name)] = true
	}
	for _, s := range sources {
		taken[postchat.FoldLabel(s.Name)] = true
	}
	free := name
	for n := 2; taken[postchat.FoldLabel(free)]; n++ {
		free = fmt.Sprintf("%s %d", name, n)
	}
	return free, nil
}
