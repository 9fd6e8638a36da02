package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// list is bun's list of values for IN (?), which may be empty: no row fits then.
func list[T any](values []T) any {
	if len(values) == 0 {
		return bun.Safe("NULL")
	}
	return bun.List(values)
}

// tableRow is one version of a campaign's follow-up addresses.
type tableRow struct {
	bun.BaseModel `bun:"table:follow_up_addresses,alias:addresses"`

	ID         string                        `bun:"id,pk"`
	AccountID  string                        `bun:"account_id"`
	CampaignID string                        `bun:"campaign_id"`
	Version    int                           `bun:"version"`
	Addresses  map[string][]postchat.Address `bun:"addresses,type:text"`
	Standard   []postchat.Address            `bun:"standard,type:text"`
	Comment    string                        `bun:"comment"`
	SavedAt    time.Time                     `bun:"saved_at"`
	ByKind     postchat.ActorKind            `bun:"saved_by_kind"`
	ByID       string                        `bun:"saved_by_id"`
	ByName     string                        `bun:"saved_by_name"`
}

// into puts what was saved into a table that has the campaign's codes.
func (row *tableRow) into(table *postchat.Table) {
	table.Version, table.Addresses, table.Standard = row.Version, row.Addresses, row.Standard
	table.SavedAt, table.Comment = row.SavedAt, row.Comment
	table.SavedBy = postchat.Actor{Kind: row.ByKind, ID: row.ByID, Name: row.ByName}
}

// Table returns the campaign's follow-up addresses as they are now, with its codes.
func (c *Scope) Table(ctx context.Context, campaign postchat.Campaign) (postchat.Table, error) {
	table := postchat.Table{CampaignID: campaign.ID, Unaddressed: campaign.GoalSettings.Unaddressed}
	codes, err := c.SuccessCodes(ctx, campaign.ID)
	if err != nil {
		return table, err
	}
	table.Codes = codes
	row := new(tableRow)
	err = c.selectOne(row).Where("campaign_id = ?", campaign.ID).Order("version DESC").Limit(1).Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return table, nil // never saved: version 0, nobody gets anything
	}
	if err != nil {
		return table, fmt.Errorf("read follow-up addresses: %w", err)
	}
	row.into(&table)
	return table, nil
}

// SaveTable validates the table and stores it as the campaign's next version, whole. A table whose Version is not the newest
// stored one is refused as a Conflict, so that nobody overwrites what they have not seen.
func (c *Scope) SaveTable(ctx context.Context, table *postchat.Table) error {
	if err := table.Validate(); err != nil {
		return err
	}
	who := c.who()
	row := &tableRow{
		ID: postchat.NewID(c.store.now()), AccountID: c.account, CampaignID: table.CampaignID, Version: table.Version + 1,
		Addresses: table.Addresses, Standard: table.Standard, Comment: postchat.CleanText(table.Comment), SavedAt: c.store.now(),
		ByKind: who.Kind, ByID: who.ID, ByName: who.Name,
	}
	if row.Standard == nil {
		row.Standard = []postchat.Address{}
	}
	return c.InTx(ctx, func(ctx context.Context, tx *Scope) error {
		campaign, err := tx.Campaign(ctx, table.CampaignID)
		if err != nil {
			return err
		}
		newest, err := tx.Table(ctx, *campaign)
		if err != nil {
			return err
		}
		row.Addresses = complete(table.Addresses, newest.Codes)
		if newest.Version == table.Version {
			_, err = tx.writer().NewInsert().Model(row).Exec(ctx)
		}
		if newest.Version != table.Version || isTaken(err) {
			return &postchat.Error{Kind: postchat.Conflict, Field: "version",
				Message: fmt.Sprintf("Somebody saved these addresses in the meantime (version %d). Look at theirs and save again.", newest.Version)}
		}
		if err != nil {
			return fmt.Errorf("save follow-up addresses: %w", err)
		}
		row.into(table)
		return nil
	})
}

// complete gives every code an entry, so that a version tells which codes there were when it was saved.
func complete(addresses map[string][]postchat.Address, codes []postchat.SuccessCode) map[string][]postchat.Address {
	all := make(map[string][]postchat.Address, len(codes))
	maps.Copy(all, addresses)
	for _, code := range codes {
		if all[code.ID] == nil {
			all[code.ID] = []postchat.Address{}
		}
	}
	return all
}
