package sheet

import (
	"context"
	"strconv"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// addresses are the follow-up addresses of a campaign as they are now, a row for each address of each list.
var addresses = list{
	needs:   postchat.PermissionRead,
	columns: []string{"campaign", "list", "name", "email", "version", "saved_at"},
	open: func(_ Options, p *parameters) rows {
		id := p.must("campaign")
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			campaign, err := scope.Campaign(ctx, id)
			if err != nil {
				return err
			}
			table, err := scope.Table(ctx, *campaign)
			if err != nil {
				return err
			}
			write := func(list string, addresses []postchat.Address) error {
				for _, a := range addresses {
					err := to.row(campaign.Name, list, a.Name, a.Email, strconv.Itoa(table.Version), moment(table.SavedAt, campaign.Location()))
					if err != nil {
						return err
					}
				}
				return nil
			}
			for _, code := range table.Codes {
				if err := write(code.Label, table.Addresses[code.ID]); err != nil {
					return err
				}
			}
			return write("standard", table.Standard)
		}
	},
}

// codes are the success codes of the campaigns or, without any, of all, the retired ones too.
var codes = list{
	needs:   postchat.PermissionRead,
	columns: []string{"campaign", "label", "goal", "hint", "color", "hot_key", "retired_at", "code_id", "campaign_id"},
	open: func(_ Options, p *parameters) rows {
		campaigns := p.all("campaigns")
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			n, err := readNames(ctx, scope)
			if err != nil {
				return err
			}
			for _, campaign := range n.chosen(campaigns) {
				for _, c := range n.codes {
					if c.CampaignID != campaign.ID {
						continue
					}
					err := to.row(campaign.Name, c.Label, n.goals[c.GoalID].Name, c.Hint, c.Color, c.HotKey,
						moment(c.RetiredAt, campaign.Location()), c.ID, campaign.ID)
					if err != nil {
						return err
					}
				}
			}
			return nil
		}
	},
}
