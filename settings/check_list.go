package settings

import (
	"context"
	"slices"

	"github.com/postchat/postchat"
)

// CheckList says what is there and what is still missing before finished chats become mails.
type CheckList struct {
	// Transport is the word of what mails go through; see delivery.Sender.
	Transport string
	// Campaigns are those in use that the scope sees, by name, but for the sample.
	Campaigns []CampaignCheck
	// SourceConnected says that there is a source in use that is no rehearsal, and SourceHeard that one of them sent something.
	SourceConnected, SourceHeard bool
	// Mailed says that what mails go through has taken one of the campaigns'.
	Mailed bool
	// Sample is the sample campaign while it is in use; nil where there is none.
	Sample *postchat.Campaign
}

// CampaignCheck is what a campaign has.
type CampaignCheck struct {
	postchat.Campaign

	HasCode     bool // that can be given
	HasStandard bool // an address at least
	HasSource   bool // in use
}

// outbox is the transport of a server that has no provider.
const outbox = "outbox"

// MailsLeave reports whether mails go any further than the outbox.
func (l CheckList) MailsLeave() bool { return l.Transport != outbox }

// CheckList reads the check-list of a server whose mails go through the transport.
func (e Editor) CheckList(ctx context.Context, transport string) (*CheckList, error) {
	campaigns, err := e.Scope.CampaignsInUse(ctx)
	if err != nil {
		return nil, err
	}
	list, ids := &CheckList{Transport: transport}, []string{}
	for _, c := range campaigns {
		if c.Sample {
			list.Sample = &c
			continue
		}
		ids = append(ids, c.ID)
		list.Campaigns = append(list.Campaigns, CampaignCheck{Campaign: c})
	}
	if err := e.checkCampaigns(ctx, list, ids); err != nil {
		return nil, err
	}
	list.Mailed, err = e.Scope.Mailed(ctx, transport, ids)
	return list, err
}

// checkCampaigns fills in what the campaigns have, and what is known of the sources.
func (e Editor) checkCampaigns(ctx context.Context, list *CheckList, ids []string) error {
	tables, err := e.Scope.TablesByCampaign(ctx, ids)
	if err != nil {
		return err
	}
	sources, err := e.Scope.Sources(ctx)
	if err != nil {
		return err
	}
	sources = slices.DeleteFunc(sources, func(s postchat.Source) bool { return s.Retired() || s.Rehearsal })
	var sourceIDs []string
	for _, s := range sources {
		sourceIDs = append(sourceIDs, s.ID)
	}
	heard, err := e.Scope.LastHeard(ctx, sourceIDs)
	if err != nil {
		return err
	}
	list.SourceConnected, list.SourceHeard = len(sources) > 0, len(heard) > 0
	for i := range list.Campaigns {
		c := &list.Campaigns[i]
		table := tables[c.ID]
		c.HasCode, c.HasStandard = len(inUse(table.Codes)) > 0, len(table.Standard) > 0
		c.HasSource = slices.ContainsFunc(sources, func(s postchat.Source) bool { return slices.Contains(s.CampaignIDs(), c.ID) })
	}
	return nil
}
