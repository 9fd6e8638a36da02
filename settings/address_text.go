package settings

import (
	"context"

	"github.com/postchat/postchat"
)

// AddressText is follow-up addresses as people paste them; see postchat.ParseTableText. Its field is text.
type AddressText struct{ CampaignID, Text string }

// ReadAddresses is what a text would make of a campaign's follow-up addresses.
type ReadAddresses struct {
	postchat.TableText
	// Diff is what it would change of those that are in force.
	Diff postchat.TableDiff
}

// ReadAddresses reads a text without saving anything. To save it, save the lists that it makes.
func (e Editor) ReadAddresses(ctx context.Context, in AddressText) (*ReadAddresses, error) {
	_, stored, err := e.table(ctx, in.CampaignID)
	if err != nil {
		return nil, err
	}
	text, err := postchat.ParseTableText(stored, in.Text)
	if err != nil {
		return nil, err
	}
	text.Table.SavedAt, text.Table.SavedBy = stored.SavedAt, stored.SavedBy
	return &ReadAddresses{TableText: text, Diff: postchat.DiffTables(stored, text.Table)}, nil
}

// table returns a campaign with its follow-up addresses as they are.
func (e Editor) table(ctx context.Context, campaignID string) (*postchat.Campaign, postchat.Table, error) {
	campaign, err := e.Scope.Campaign(ctx, campaignID)
	if err != nil {
		return nil, postchat.Table{}, err
	}
	table, err := e.Scope.Table(ctx, *campaign)
	return campaign, table, err
}
