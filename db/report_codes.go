package db

import (
	"context"
	"slices"
	"time"

	"github.com/postchat/postchat"
)

// CodeUse returns for how many finished chats of the last days each of the codes counts, as a report by code has it. The last day is
// today in the zone of the code's campaign. Codes that count for none are left out. It is Invalid on the field days where those are not
// 1 to 400.
func (c *Scope) CodeUse(ctx context.Context, codeIDs []string, days int) (map[string]int, error) {
	if days < 1 || days > maxLedgerDays {
		return nil, postchat.Invalidf("days", "must be between 1 and %d", maxLedgerDays)
	}
	queries, err := c.codeUseQueries(ctx, codeIDs, days)
	if err != nil {
		return nil, err
	}
	used := map[string]int{}
	err = c.inSnapshot(ctx, bounds{c.store.reports, reportTime, tooManyChats()}, func(ctx context.Context, tx *Scope) error {
		for _, query := range queries {
			r := &reporter{scope: tx, query: query, byKey: map[string]*counter{}}
			if err := r.readCodes(ctx); err != nil {
				return err
			}
			err := r.each(ctx, func(_ finishedChat, codes []string) {
				for _, id := range some(codes) {
					used[id]++
				}
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return used, err
}

// codeUseQueries are what is to be counted for the codes: one query for all campaigns where it is the same day.
func (c *Scope) codeUseQueries(ctx context.Context, codeIDs []string, days int) ([]ReportQuery, error) {
	codes, err := c.SuccessCodesByID(ctx, codeIDs)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, code := range codes {
		ids = append(ids, code.CampaignID)
	}
	campaigns, err := c.CampaignsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	byDay := map[string][]string{}
	for id, campaign := range campaigns {
		today := c.store.now().In(campaign.Location()).Format(time.DateOnly)
		byDay[today] = append(byDay[today], id)
	}
	var queries []ReportQuery
	for today, ids := range byDay {
		last, err := time.Parse(time.DateOnly, today)
		if err != nil {
			return nil, err
		}
		slices.Sort(ids)
		queries = append(queries, ReportQuery{
			First: last.AddDate(0, 0, 1-days).Format(time.DateOnly), Last: today, CampaignIDs: ids, By: ReportByCode,
		})
	}
	return queries, nil
}
