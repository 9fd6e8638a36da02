package db

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// The reads in this file fetch what belongs to many rows at once, whatever their number in one statement or a few. Ids
// without a row are left out of the result, as are those of other accounts.

// byID reads the account's rows with the ids.
func byID[T any](ctx context.Context, c *Scope, what string, ids []string, id func(*T) string) (map[string]*T, error) {
	return keyed(ctx, what, func(rows *[]T) *bun.SelectQuery { return c.selectOne(rows).Where("id IN (?)", list(ids)) }, id)
}

// keyed reads the rows of a query, each by its key.
func keyed[T any](ctx context.Context, what string, query func(*[]T) *bun.SelectQuery, key func(*T) string) (map[string]*T, error) {
	var rows []T
	if err := query(&rows).Scan(ctx); err != nil {
		return nil, fmt.Errorf("read %s: %w", what, err)
	}
	byKey := make(map[string]*T, len(rows))
	for i := range rows {
		byKey[key(&rows[i])] = &rows[i]
	}
	return byKey, nil
}

// grouped reads the rows of a query, those with the same key together and in the query's order.
func grouped[T any](ctx context.Context, what string, query func(*[]T) *bun.SelectQuery, key func(T) string) (map[string][]T, error) {
	var rows []T
	if err := query(&rows).Scan(ctx); err != nil {
		return nil, fmt.Errorf("read %s: %w", what, err)
	}
	return group(rows, key), nil
}

func group[T any](rows []T, key func(T) string) map[string][]T {
	groups := map[string][]T{}
	for _, row := range rows {
		groups[key(row)] = append(groups[key(row)], row)
	}
	return groups
}

// CampaignsByID returns campaigns by their ids.
func (c *Scope) CampaignsByID(ctx context.Context, ids []string) (map[string]*postchat.Campaign, error) {
	return byID(ctx, c, "campaigns", ids, func(r *postchat.Campaign) string { return r.ID })
}

// GoalsByID returns goals by their ids.
func (c *Scope) GoalsByID(ctx context.Context, ids []string) (map[string]*postchat.Goal, error) {
	return byID(ctx, c, "goals", ids, func(r *postchat.Goal) string { return r.ID })
}

// GoalsByCampaign returns the goals of each campaign, in their order.
func (c *Scope) GoalsByCampaign(ctx context.Context, campaignIDs []string) (map[string][]postchat.Goal, error) {
	goals, err := c.Goals(ctx, campaignIDs...)
	return group(goals, func(g postchat.Goal) string { return g.CampaignID }), err
}

// SuccessCodesByID returns success codes by their ids.
func (c *Scope) SuccessCodesByID(ctx context.Context, ids []string) (map[string]*postchat.SuccessCode, error) {
	return byID(ctx, c, "success codes", ids, func(r *postchat.SuccessCode) string { return r.ID })
}

// SuccessCodesByCampaign returns the codes of each campaign, the retired ones too, in their order.
func (c *Scope) SuccessCodesByCampaign(ctx context.Context, campaignIDs []string) (map[string][]postchat.SuccessCode, error) {
	codes, err := c.SuccessCodes(ctx, campaignIDs...)
	return group(codes, func(s postchat.SuccessCode) string { return s.CampaignID }), err
}

// TablesByCampaign returns the follow-up addresses of each campaign as they are now.
func (c *Scope) TablesByCampaign(ctx context.Context, campaignIDs []string) (map[string]*postchat.Table, error) {
	campaigns, err := c.CampaignsByID(ctx, campaignIDs)
	if err != nil {
		return nil, err
	}
	codes, err := c.SuccessCodesByCampaign(ctx, campaignIDs)
	if err != nil {
		return nil, err
	}
	rows, err := c.newestAddresses(ctx, campaignIDs)
	if err != nil {
		return nil, err
	}
	tables := make(map[string]*postchat.Table, len(campaigns))
	for id, campaign := range campaigns {
		table := &postchat.Table{CampaignID: id, Codes: codes[id], Unaddressed: campaign.GoalSettings.Unaddressed}
		if row := rows[id]; row != nil {
			row.into(table)
		}
		tables[id] = table
	}
	return tables, nil
}

// newestAddresses returns the newest version of each campaign's follow-up addresses, where there is one.
func (c *Scope) newestAddresses(ctx context.Context, campaignIDs []string) (map[string]*tableRow, error) {
	newest := c.reader().NewSelect().Model((*tableRow)(nil)).Column("campaign_id").ColumnExpr("max(version)").
		Where("campaign_id IN (?)", list(campaignIDs)).Group("campaign_id")
	return keyed(ctx, "follow-up addresses", func(rows *[]tableRow) *bun.SelectQuery {
		return c.selectOne(rows).Where("(campaign_id, version) IN (?)", newest)
	}, func(r *tableRow) string { return r.CampaignID })
}

// AddressesInForce returns all addresses that stand in the follow-up addresses of campaigns as they are now, in no order.
func (c *Scope) AddressesInForce(ctx context.Context, campaignIDs []string) ([]postchat.Address, error) {
	rows, err := c.newestAddresses(ctx, campaignIDs)
	if err != nil {
		return nil, err
	}
	var all []postchat.Address
	for _, row := range rows {
		all = append(all, row.Standard...)
		for _, list := range row.Addresses {
			all = append(all, list...)
		}
	}
	return all, nil
}

// SourcesByID returns sources by their ids.
func (c *Scope) SourcesByID(ctx context.Context, ids []string) (map[string]*postchat.Source, error) {
	rows, err := byID(ctx, c, "sources", ids, func(r *sourceRow) string { return r.ID })
	if err != nil {
		return nil, err
	}
	sources := make(map[string]*postchat.Source, len(rows))
	for id, row := range rows {
		source, err := c.store.openSource(*row)
		if err != nil {
			return nil, err
		}
		sources[id] = &source
	}
	return sources, nil
}

// IgnoredBySource returns the counts of each source's ignored events, by type.
func (c *Scope) IgnoredBySource(ctx context.Context, sourceIDs []string) (map[string][]IgnoredCount, error) {
	return grouped(ctx, "ignored events", func(rows *[]IgnoredCount) *bun.SelectQuery {
		return c.selectOne(rows).Where("source_id IN (?)", list(sourceIDs)).Order("source_id", "type")
	}, func(r IgnoredCount) string { return r.SourceID })
}

// ChatsByID returns chats by their ids, without their transcripts.
func (c *Scope) ChatsByID(ctx context.Context, ids []string) (map[string]*postchat.Chat, error) {
	return keyed(ctx, "chats", func(rows *[]postchat.Chat) *bun.SelectQuery {
		return c.selectOne(rows).ExcludeColumn("transcript").Where("id IN (?)", list(ids))
	}, func(r *postchat.Chat) string { return r.ID })
}

// TranscriptsByChat returns the transcript of each chat.
func (c *Scope) TranscriptsByChat(ctx context.Context, chatIDs []string) (map[string]postchat.Transcript, error) {
	chats, err := keyed(ctx, "transcripts", func(rows *[]postchat.Chat) *bun.SelectQuery {
		return c.selectOne(rows).Column("id", "transcript").Where("id IN (?)", list(chatIDs))
	}, func(r *postchat.Chat) string { return r.ID })
	transcripts := make(map[string]postchat.Transcript, len(chats))
	for id, chat := range chats {
		transcripts[id] = chat.Transcript
	}
	return transcripts, err
}

// FollowUpsByID returns follow-ups by their ids.
func (c *Scope) FollowUpsByID(ctx context.Context, ids []string) (map[string]*postchat.FollowUp, error) {
	return byID(ctx, c, "follow-ups", ids, func(r *postchat.FollowUp) string { return r.ID })
}

// FollowUpsByChat returns the follow-up of each chat.
func (c *Scope) FollowUpsByChat(ctx context.Context, chatIDs []string) (map[string]*postchat.FollowUp, error) {
	return keyed(ctx, "follow-ups", func(rows *[]postchat.FollowUp) *bun.SelectQuery {
		return c.selectOne(rows).Where("chat_id IN (?)", list(chatIDs))
	}, func(r *postchat.FollowUp) string { return r.ChatID })
}

// MailsByFollowUp returns the mails of each follow-up, the first one first, without their sources.
func (c *Scope) MailsByFollowUp(ctx context.Context, followUpIDs []string) (map[string][]postchat.Mail, error) {
	return grouped(ctx, "mails", func(rows *[]postchat.Mail) *bun.SelectQuery {
		return c.selectOne(rows).ExcludeColumn("source").Where("follow_up_id IN (?)", list(followUpIDs)).Order("id")
	}, func(r postchat.Mail) string { return r.FollowUpID })
}

// MailsByID returns mails by their ids, without their sources.
func (c *Scope) MailsByID(ctx context.Context, ids []string) (map[string]*postchat.Mail, error) {
	return keyed(ctx, "mails", func(rows *[]postchat.Mail) *bun.SelectQuery {
		return c.selectOne(rows).ExcludeColumn("source").Where("id IN (?)", list(ids))
	}, func(r *postchat.Mail) string { return r.ID })
}

// MailSources returns the whole messages of mails, by their ids.
func (c *Scope) MailSources(ctx context.Context, ids []string) (map[string][]byte, error) {
	mails, err := keyed(ctx, "mails", func(rows *[]postchat.Mail) *bun.SelectQuery {
		return c.selectOne(rows).Column("id", "source").Where("id IN (?)", list(ids))
	}, func(r *postchat.Mail) string { return r.ID })
	sources := make(map[string][]byte, len(mails))
	for id, m := range mails {
		sources[id] = m.Source
	}
	return sources, err
}

// DeliveriesByFollowUp returns the deliveries of each follow-up, in an order that stays.
func (c *Scope) DeliveriesByFollowUp(ctx context.Context, followUpIDs []string) (map[string][]postchat.Delivery, error) {
	return grouped(ctx, "deliveries", func(rows *[]postchat.Delivery) *bun.SelectQuery {
		return c.selectOne(rows).Where("follow_up_id IN (?)", list(followUpIDs)).Order("mail_id", "recipient")
	}, func(r postchat.Delivery) string { return r.FollowUpID })
}

// StepsByDelivery returns the history of each delivery.
func (c *Scope) StepsByDelivery(ctx context.Context, deliveryIDs []string) (map[string][]postchat.DeliveryStep, error) {
	return grouped(ctx, "histories of deliveries", func(rows *[]postchat.DeliveryStep) *bun.SelectQuery {
		return c.selectOne(rows).Where("delivery_id IN (?)", list(deliveryIDs)).Order("at", "id")
	}, func(r postchat.DeliveryStep) string { return r.DeliveryID })
}
