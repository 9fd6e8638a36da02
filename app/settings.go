package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// settingsFile is all that `apply` makes and `export` writes: campaigns with their goals, codes and addresses, and sources,
// whose secrets are never written. Things are named in it where the database has ids: a code's GoalID is the goal's name, a source's
// DefaultCampaignID the campaign's.
type settingsFile struct {
	Campaigns []campaignSettings
	Sources   []postchat.Source
}

// campaignSettings is one campaign. Goals and codes are in their order; retired codes are left out.
type campaignSettings struct {
	postchat.Campaign

	Goals    []string
	Codes    []codeSettings
	Standard []postchat.Address
}

// codeSettings is one success code with its line of the table.
type codeSettings struct {
	postchat.SuccessCode

	Addresses []postchat.Address
}

// sameName reports whether two names mean the same thing, as the database sees it.
func sameName(a, b string) bool { return postchat.FoldLabel(a) == postchat.FoldLabel(b) }

func (f settingsFile) campaign(name string) int {
	return slices.IndexFunc(f.Campaigns, func(c campaignSettings) bool { return sameName(c.Name, name) })
}

func (f settingsFile) source(name string) int {
	return slices.IndexFunc(f.Sources, func(s postchat.Source) bool { return sameName(s.Name, name) })
}

func (c campaignSettings) goal(name string) int {
	return slices.IndexFunc(c.Goals, func(goal string) bool { return sameName(goal, name) })
}

func (c campaignSettings) code(label string) int {
	return slices.IndexFunc(c.Codes, func(code codeSettings) bool { return sameName(code.Label, label) })
}

// readSettings reads the account's settings as a file would hold them, campaigns and sources by name; the sample is not of them.
func readSettings(ctx context.Context, scope *db.Scope) (settingsFile, error) {
	var file settingsFile
	campaigns, err := scope.Campaigns(ctx)
	if err != nil {
		return file, err
	}
	names := map[string]string{}
	for _, c := range campaigns {
		if c.Sample {
			continue
		}
		names[c.ID] = c.Name
		one, err := readCampaign(ctx, scope, c)
		if err != nil {
			return file, err
		}
		file.Campaigns = append(file.Campaigns, one)
	}
	sources, err := scope.Sources(ctx)
	if err != nil {
		return file, err
	}
	for _, s := range sources {
		if s.Rehearsal {
			continue
		}
		s.DefaultCampaignID = names[s.DefaultCampaignID]
		s.Rules = slices.Clone(s.Rules)
		for i := range s.Rules {
			s.Rules[i].CampaignID = names[s.Rules[i].CampaignID]
		}
		file.Sources = append(file.Sources, s)
	}
	file.sort()
	return file, nil
}

// inUse is the file without the campaigns and sources that are retired.
func (f settingsFile) inUse() settingsFile {
	return settingsFile{
		Campaigns: slices.DeleteFunc(slices.Clone(f.Campaigns), func(c campaignSettings) bool { return c.Retired() }),
		Sources:   slices.DeleteFunc(slices.Clone(f.Sources), postchat.Source.Retired),
	}
}

// retiredOf names the campaigns and sources of the file that another one means and that are retired.
func (f settingsFile) retiredOf(other settingsFile) []string {
	var names []string
	for _, c := range f.Campaigns {
		if c.Retired() && other.campaign(c.Name) >= 0 {
			names = append(names, fmt.Sprintf("campaign %q", c.Name))
		}
	}
	for _, s := range f.Sources {
		if s.Retired() && other.source(s.Name) >= 0 {
			names = append(names, fmt.Sprintf("source %q", s.Name))
		}
	}
	return names
}

func readCampaign(ctx context.Context, scope *db.Scope, c postchat.Campaign) (campaignSettings, error) {
	one := campaignSettings{Campaign: c}
	goals, err := scope.Goals(ctx, c.ID)
	if err != nil {
		return one, err
	}
	table, err := scope.Table(ctx, c)
	if err != nil {
		return one, err
	}
	names := map[string]string{}
	for _, goal := range goals {
		names[goal.ID] = goal.Name
		one.Goals = append(one.Goals, goal.Name)
	}
	for _, code := range table.Codes {
		if !code.Retired() {
			settings := codeSettings{SuccessCode: code, Addresses: table.Addresses[code.ID]}
			settings.GoalID = names[code.GoalID]
			one.Codes = append(one.Codes, settings)
		}
	}
	one.Standard = table.Standard
	return one, nil
}

// sort puts campaigns and sources in the order of their names; their order means nothing.
func (f settingsFile) sort() {
	slices.SortFunc(f.Campaigns, func(a, b campaignSettings) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(f.Sources, func(a, b postchat.Source) int { return strings.Compare(a.Name, b.Name) })
}
