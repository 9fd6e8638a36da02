package db

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// ForRouting is what routing and composing need to know of one follow-up.
type ForRouting struct {
	FollowUp postchat.FollowUp
	Chat     postchat.Chat
	Campaign postchat.Campaign
	Table    postchat.Table
	Source   postchat.Source // without its secrets
	Draft    *postchat.Draft // what an operator left for the conversation and no close has adopted; usually nil
	// ReopenedAt is when the conversation was opened again after this close of it, where that was heard before the close was; else zero.
	ReopenedAt time.Time
	// Mails (without their sources) and Deliveries are what was made of a follow-up that was routed before.
	Mails      []postchat.Mail
	Deliveries []postchat.Delivery
}

// ForRouting reads what routing needs of each follow-up, each campaign and table once.
func (s *Store) ForRouting(ctx context.Context, followUps []postchat.FollowUp) ([]ForRouting, error) {
	return routingReader{s.read, s.Account}.read(ctx, followUps)
}

// ForRouting reads what routing needs of one of the account's follow-ups, in the scope's transaction where there is one: a second
// connection beside it could be one that others wait for, who have the ones that they wait for.
func (c *Scope) ForRouting(ctx context.Context, f postchat.FollowUp) (ForRouting, error) {
	all, err := routingReader{c.reader(), func(string) *Scope { return c }}.read(ctx, []postchat.FollowUp{f})
	if err != nil {
		return ForRouting{}, err
	}
	return all[0], nil
}

// routingReader reads for routing, through one connection or many.
type routingReader struct {
	db      bun.IDB
	account func(id string) *Scope
}

func (r routingReader) read(ctx context.Context, followUps []postchat.FollowUp) ([]ForRouting, error) {
	chats, err := chatsByID(ctx, r.db, followUps)
	if err != nil {
		return nil, err
	}
	campaigns := map[string]ForRouting{} // the parts that the follow-ups of a campaign share
	sources := map[string]postchat.Source{}
	all := make([]ForRouting, len(followUps))
	for i, f := range followUps {
		shared, known := campaigns[f.CampaignID]
		if !known {
			if shared, err = r.forCampaign(ctx, f); err != nil {
				return nil, err
			}
			campaigns[f.CampaignID] = shared
		}
		shared.FollowUp, shared.Chat = f, chats[f.ChatID]
		source, known := sources[shared.Chat.SourceID]
		if !known {
			row := new(sourceRow)
			if err := r.db.NewSelect().Model(row).ExcludeColumn("secrets").Where("id = ?", shared.Chat.SourceID).Scan(ctx); err != nil {
				return nil, fmt.Errorf("read source: %w", err)
			}
			source = row.withoutSecrets()
			sources[source.ID] = source
		}
		shared.Source = source
		if !f.RoutedAt.IsZero() {
			if err := r.readReceipt(ctx, &shared); err != nil {
				return nil, err
			}
		}
		all[i] = shared
	}
	if err := r.findReopened(ctx, all); err != nil {
		return nil, err
	}
	return all, r.findDrafts(ctx, all)
}

func (r routingReader) readReceipt(ctx context.Context, f *ForRouting) (err error) {
	scope := r.account(f.FollowUp.AccountID)
	if f.Mails, err = scope.Mails(ctx, f.FollowUp.ID); err != nil {
		return err
	}
	f.Deliveries, err = scope.Deliveries(ctx, f.FollowUp.ID)
	return err
}

func (r routingReader) forCampaign(ctx context.Context, f postchat.FollowUp) (ForRouting, error) {
	scope := r.account(f.AccountID)
	campaign, err := scope.Campaign(ctx, f.CampaignID)
	if err != nil {
		return ForRouting{}, err
	}
	table, err := scope.Table(ctx, *campaign)
	return ForRouting{Campaign: *campaign, Table: table}, err
}

func chatsByID(ctx context.Context, db bun.IDB, followUps []postchat.FollowUp) (map[string]postchat.Chat, error) {
	ids := make([]string, len(followUps))
	for i, f := range followUps {
		ids[i] = f.ChatID
	}
	var chats []postchat.Chat
	if err := db.NewSelect().Model(&chats).Where("id IN (?)", list(ids)).Scan(ctx); err != nil {
		return nil, fmt.Errorf("read chats: %w", err)
	}
	byID := make(map[string]postchat.Chat, len(chats))
	for _, chat := range chats {
		byID[chat.ID] = chat
	}
	return byID, nil
}

// conversationsOf are the sources and the vendors' ids of the follow-ups' conversations.
func conversationsOf(all []ForRouting) (sources, ids []string) {
	for _, f := range all {
		sources, ids = append(sources, f.Chat.SourceID), append(ids, f.Chat.ConversationID)
	}
	return sources, ids
}

// findDrafts looks for drafts that were saved at the very moment at which the close came, so that it could not see them.
func (r routingReader) findDrafts(ctx context.Context, all []ForRouting) error {
	sources, conversations := conversationsOf(all)
	var drafts []postchat.Draft
	err := r.db.NewSelect().Model(&drafts).Where("source_id IN (?)", list(sources)).Where("conversation_id IN (?)", list(conversations)).Scan(ctx)
	if err != nil {
		return fmt.Errorf("read drafts: %w", err)
	}
	for i := range all {
		at := slices.IndexFunc(drafts, func(d postchat.Draft) bool {
			return d.SourceID == all[i].Chat.SourceID && d.ConversationID == all[i].Chat.ConversationID
		})
		if at >= 0 && drafts[at].Fits(all[i].FollowUp.CampaignID) {
			all[i].Draft = &drafts[at]
		}
	}
	return nil
}
