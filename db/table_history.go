package db

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// TablePage is a part of a campaign's history of follow-up addresses, the newest version first.
type TablePage struct {
	// First is how many versions to return, 1 to MaxPage.
	First int
	// Before is the last version of the page before; 0 for the first page.
	Before int
}

// TableHistory is a page of a campaign's saved versions.
type TableHistory struct {
	Tables []postchat.Table
	// More says that there are older versions.
	More bool
}

// TableHistories returns the same page of each campaign's history. Every version has the campaign's codes as they are now.
func (c *Scope) TableHistories(ctx context.Context, campaignIDs []string, page TablePage) (map[string]*TableHistory, error) {
	if err := (Page{First: page.First}).validate(); err != nil || len(campaignIDs) == 0 {
		return nil, err
	}
	now, err := c.TablesByCampaign(ctx, campaignIDs)
	if err != nil {
		return nil, err
	}
	ids, of := eachLimited(campaignIDs, func(id string) *bun.SelectQuery {
		query := c.reader().NewSelect().Model((*tableRow)(nil)).Column("id").Where("account_id = ?", c.account).
			Where("campaign_id = ?", id).Order("version DESC").Limit(int64(page.First) + 1)
		if page.Before != 0 {
			query = query.Where("version < ?", page.Before)
		}
		return query
	})
	rows, err := grouped(ctx, "the history of follow-up addresses", func(rows *[]tableRow) *bun.SelectQuery {
		return c.selectOne(rows).Where("id IN ("+ids+")", of...).Order("campaign_id", "version DESC")
	}, func(r tableRow) string { return r.CampaignID })
	if err != nil {
		return nil, err
	}
	histories := make(map[string]*TableHistory, len(now))
	for id, table := range now {
		history := &TableHistory{More: len(rows[id]) > page.First}
		for _, row := range rows[id][:min(len(rows[id]), page.First)] {
			version := *table
			row.into(&version)
			history.Tables = append(history.Tables, version)
		}
		histories[id] = history
	}
	return histories, nil
}

// eachLimited is the text and the arguments of a subquery that returns the ids of one limited query for each key, so that
// each reads no more than it returns.
func eachLimited(keys []string, query func(key string) *bun.SelectQuery) (string, []any) {
	parts := make([]string, len(keys))
	queries := make([]any, len(keys))
	for i, key := range keys {
		parts[i] = fmt.Sprintf("SELECT id FROM (?) AS part_%d", i)
		queries[i] = query(key)
	}
	return strings.Join(parts, " UNION ALL "), queries
}

// TableVersions returns saved versions of a campaign's follow-up addresses, in the order of versions; 0 is the table before
// the first one, with nobody in it. It is NotFound where one was never saved.
func (c *Scope) TableVersions(ctx context.Context, campaign postchat.Campaign, versions ...int) ([]postchat.Table, error) {
	codes, err := c.SuccessCodes(ctx, campaign.ID)
	if err != nil {
		return nil, err
	}
	var rows []tableRow
	if err := c.selectOne(&rows).Where("campaign_id = ?", campaign.ID).Where("version IN (?)", list(versions)).Scan(ctx); err != nil {
		return nil, fmt.Errorf("read versions of follow-up addresses: %w", err)
	}
	saved := make(map[int]*tableRow, len(rows))
	for i := range rows {
		saved[rows[i].Version] = &rows[i]
	}
	var errs []error
	tables := make([]postchat.Table, len(versions))
	for i, version := range versions {
		tables[i] = postchat.Table{CampaignID: campaign.ID, Codes: codes, Unaddressed: campaign.GoalSettings.Unaddressed}
		switch row := saved[version]; {
		case row != nil:
			row.into(&tables[i])
		case version != 0:
			errs = append(errs, postchat.NotFoundf("There is no version %d of these addresses.", version))
		}
	}
	return tables, errors.Join(errs...)
}
