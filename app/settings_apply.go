package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
)

// newSource is a source that was made, with its secret, which can be shown only now.
type newSource struct {
	postchat.Source

	secret postchat.Secret
}

// applier makes the settings equal to a file.
type applier struct {
	settings.Editor

	now, wanted settingsFile
	campaigns   map[string]string // ids by folded name
	made        []newSource
}

// applySettings makes the account's settings equal to those wanted, all in one transaction, and returns the sources that it
// made. It is a Conflict where the settings are no longer those that seen shows.
func applySettings(ctx context.Context, scope *db.Scope, known vendors, seen, wanted settingsFile) ([]newSource, error) {
	var made []newSource
	err := scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		now, err := readSettings(ctx, tx)
		if err != nil {
			return err
		}
		if changed := compare(now, seen); len(changed.lines) > 0 {
			return postchat.Conflictf("somebody changed the settings in the meantime; run the command again and look at the difference")
		}
		a := &applier{Editor: editor(tx, known), now: now, wanted: wanted, campaigns: map[string]string{}}
		if err := a.apply(ctx); err != nil {
			return err
		}
		made = a.made
		after, err := readSettings(ctx, tx)
		if err != nil {
			return err
		}
		// What was shown and what was done come from different code; here they must meet, or nothing is done.
		if left := compare(after, wanted); left.changes > 0 {
			return fmt.Errorf("the settings did not become those of the file, which is a mistake in Postchat; still different:\n%s",
				strings.Join(left.lines, "\n"))
		}
		return nil
	})
	return made, err
}

// editor changes the settings of the scope's account.
func editor(scope *db.Scope, known vendors) settings.Editor {
	return settings.Editor{Scope: scope, Now: postchat.Now, Vendors: known}
}

func (a *applier) apply(ctx context.Context) error {
	for _, c := range a.now.Campaigns {
		a.campaigns[postchat.FoldLabel(c.Name)] = c.ID
	}
	for _, w := range a.wanted.Campaigns {
		if err := a.campaign(ctx, w); err != nil {
			return fmt.Errorf("campaign %q: %w", w.Name, err)
		}
	}
	for _, w := range a.wanted.Sources {
		if err := a.source(ctx, w); err != nil {
			return fmt.Errorf("source %q: %w", w.Name, err)
		}
	}
	return nil
}

func (a *applier) campaign(ctx context.Context, w campaignSettings) error {
	key := postchat.FoldLabel(w.Name)
	if a.campaigns[key] == "" {
		c, err := a.CreateCampaign(ctx, settings.NewCampaign{Name: w.Name, TimeZone: w.TimeZone})
		if err != nil {
			return err
		}
		a.campaigns[key] = c.ID
	}
	id := a.campaigns[key]
	no := false
	g := w.GoalSettings
	// A code is required only in the end: until then the codes may pass through a state without any.
	for _, change := range []func() error{
		func() error {
			_, err := a.UpdateCampaign(ctx, settings.CampaignChange{ID: id, Name: &w.Name, TimeZone: &w.TimeZone, CoverNumbers: &w.CoverNumbers})
			return err
		},
		func() error {
			_, err := a.UpdateMailSettings(ctx, settings.MailSettingsChange{
				CampaignID: id, MailOverrides: w.MailSettings.Overrides(),
			})
			return err
		},
		func() error {
			_, err := a.UpdateSendingLimits(ctx, settings.SendingLimitsChange{
				CampaignID: id, MailLimit: &w.SendingLimits.MailLimit, OperatorLimit: &w.SendingLimits.OperatorLimit,
			})
			return err
		},
		func() error {
			_, err := a.UpdateGoalSettings(ctx, settings.GoalSettingsChange{CampaignID: id, RequireCode: &no})
			return err
		},
		func() error { return a.goals(ctx, id, w) },
		func() error { return a.codes(ctx, id, w) },
		func() error { return a.addresses(ctx, id, w) },
		func() error {
			_, err := a.UpdateGoalSettings(ctx, settings.GoalSettingsChange{
				CampaignID: id, Mode: &g.Mode, AllowMultiple: &g.AllowMultiple, RequireCode: &g.RequireCode,
				TimeLimit: &g.TimeLimit, UndoDelay: &g.UndoDelay, Unaddressed: &g.Unaddressed,
			})
			return err
		},
	} {
		if err := change(); err != nil {
			return err
		}
	}
	return nil
}

func (a *applier) goals(ctx context.Context, campaign string, w campaignSettings) error {
	stored, err := a.Scope.Goals(ctx, campaign)
	if err != nil {
		return err
	}
	order := settings.GoalOrder{CampaignID: campaign}
	for _, name := range w.Goals {
		i := slices.IndexFunc(stored, func(g postchat.Goal) bool { return sameName(g.Name, name) })
		if i < 0 {
			goal, err := a.CreateGoal(ctx, settings.NewGoal{CampaignID: campaign, Name: name})
			if err != nil {
				return err
			}
			order.GoalIDs = append(order.GoalIDs, goal.ID)
			continue
		}
		if _, err := a.UpdateGoal(ctx, settings.GoalChange{ID: stored[i].ID, Name: &name}); err != nil {
			return err
		}
		order.GoalIDs = append(order.GoalIDs, stored[i].ID)
	}
	for _, goal := range stored {
		if w.goal(goal.Name) < 0 {
			order.GoalIDs = append(order.GoalIDs, goal.ID)
		}
	}
	_, err = a.OrderGoals(ctx, order)
	return err
}

func (a *applier) source(ctx context.Context, w postchat.Source) error {
	campaign, rules := a.campaigns[postchat.FoldLabel(w.DefaultCampaignID)], slices.Clone(w.Rules)
	for i := range rules {
		rules[i].CampaignID = a.campaigns[postchat.FoldLabel(rules[i].CampaignID)]
	}
	at, secret := a.now.source(w.Name), postchat.Secret("")
	if len(w.Secrets) > 0 {
		secret = w.Secrets[0].Value
	}
	if at < 0 {
		s, made, err := a.CreateSource(ctx, settings.NewSource{
			Name: w.Name, Vendor: w.Vendor, DefaultCampaignID: campaign, Hold: &w.Hold, IncludePrivate: w.IncludePrivate, Rules: rules,
			FrameOrigins: w.FrameOrigins, API: w.API, Secret: secret,
		})
		if err == nil {
			a.made = append(a.made, newSource{*s, made})
		}
		return err
	}
	stored, api := a.now.Sources[at], w.API
	if api == nil {
		api = &postchat.SourceAPI{} // which takes it away
	}
	if secret != "" && !slices.ContainsFunc(stored.Secrets, func(s postchat.SourceSecret) bool { return s.Value == secret }) {
		stay := 24 * time.Hour
		if _, _, err := a.RotateSecret(ctx, settings.SecretRotation{SourceID: stored.ID, Secret: secret, KeepOldFor: &stay}); err != nil {
			return err
		}
	}
	_, err := a.UpdateSource(ctx, settings.SourceChange{
		ID: stored.ID, Name: &w.Name, DefaultCampaignID: &campaign, Hold: &w.Hold, IncludePrivate: &w.IncludePrivate,
		// Never nil, which would leave them as they are.
		Rules: append([]postchat.Rule{}, rules...), FrameOrigins: append([]string{}, w.FrameOrigins...), API: api,
	})
	return err
}
