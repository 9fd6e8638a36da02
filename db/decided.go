package db

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Decided is a follow-up whose chat was routed, with as much of both as routing asks.
type Decided struct {
	bun.BaseModel `bun:"table:follow_ups,alias:follow_up"`

	ID         string              `bun:"id"`
	CampaignID string              `bun:"campaign_id"`
	Number     int64               `bun:"number"`
	Day        string              `bun:"day"`
	Submission postchat.Submission `bun:"submission,type:text"`
	Decision   *postchat.Decision  `bun:"decision,type:text"`
	Codes      []string            `bun:"codes,type:text"` // the chat's
}

// Decided returns up to limit of a campaign's follow-ups that were routed, of the day (2006-01-02) and later, the newest first.
// after is the last one of the page before; nil for the first page. Transcripts are not read.
func (c *Scope) Decided(ctx context.Context, campaignID, day string, after *Decided, limit int) ([]Decided, error) {
	var rows []Decided
	query := c.selectOne(&rows).Column("follow_up.id", "follow_up.campaign_id", "number", "day", "submission", "decision", "chat.codes").
		Join("JOIN chats AS chat ON chat.id = follow_up.chat_id").
		Where("follow_up.campaign_id = ?", campaignID).Where("day >= ?", day).
		Where("decision IS NOT NULL").Where("state NOT IN (?)", bun.List(waitingStates)).
		Order("day DESC", "number DESC").Limit(int64(limit))
	if after != nil {
		query = query.Where("day <= ?", after.Day).Where("(day, number) < (?, ?)", after.Day, after.Number)
	}
	if err := query.Scan(ctx); err != nil {
		return nil, fmt.Errorf("read routed follow-ups: %w", err)
	}
	return rows, nil
}

// NotForwardedCount is how many chats went to nobody by the same decision.
type NotForwardedCount struct {
	bun.BaseModel `bun:"table:follow_ups,alias:follow_up"`

	CampaignID string             `bun:"campaign_id"`
	Decision   *postchat.Decision `bun:"decision,type:text"`
	Count      int64              `bun:"count"`
}

// NotForwarded counts the chats of each campaign that went to nobody in the days since a moment, by their decisions.
func (c *Scope) NotForwarded(ctx context.Context, campaignIDs []string, since time.Time) (map[string][]NotForwardedCount, error) {
	return grouped(ctx, "chats that went to nobody", func(rows *[]NotForwardedCount) *bun.SelectQuery {
		return c.selectOne(rows).Column("campaign_id", "decision").ColumnExpr("count(*) AS count").
			Where("campaign_id IN (?)", list(campaignIDs)).Where("day >= ?", since.UTC().Format(time.DateOnly)).
			Where("state = ?", postchat.FollowUpNotForwarded).Where("decision IS NOT NULL").Group("campaign_id", "decision")
	}, func(n NotForwardedCount) string { return n.CampaignID })
}

// ExtraAddresses are those that operators added to a follow-up.
type ExtraAddresses struct {
	bun.BaseModel `bun:"table:follow_ups,alias:follow_up"`

	CampaignID string              `bun:"campaign_id"`
	Submission postchat.Submission `bun:"submission,type:text"`
	UpdatedAt  time.Time           `bun:"updated_at"`
}

// maxExtraFollowUps is in how many of the newest follow-ups extra addresses are looked for.
const maxExtraFollowUps = 2000

// RecentExtras returns what operators added to the account's newest follow-ups, the newest first.
func (c *Scope) RecentExtras(ctx context.Context) ([]ExtraAddresses, error) {
	var rows []ExtraAddresses
	err := c.selectOne(&rows).Column("campaign_id", "submission", "updated_at").
		Where("number > (SELECT last_number FROM accounts WHERE id = ?) - ?", c.account, maxExtraFollowUps).
		Where("submission LIKE ?", `%"extra":[%`).Order("number DESC").Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read extra addresses: %w", err)
	}
	return rows, nil
}
