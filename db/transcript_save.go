package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Fetched is what came of asking a vendor for a transcript.
type Fetched struct {
	// Chat is what the vendor says of the conversation; nil where it was asked in vain.
	Chat *postchat.Chat
	// Otherwise Reason and Words say why, as postchat.FollowUp.FetchFailed has them, and Next when to ask again. Where Next is zero
	// the follow-up goes on with what there is.
	Reason, Words string
	Next          time.Time
}

// SaveFetched stores what came of asking for the transcript that the owner had claimed, and reports whether it counted: not when
// the lease went to another server, when the follow-up is not waiting any more, or when the conversation was closed anew since, so
// that more is to be fetched. What changed otherwise since the claim stays.
func (s *Store) SaveFetched(ctx context.Context, owner string, a AwaitedTranscript, result Fetched) (bool, error) {
	counted := false
	err := s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
		if err := s.lockSource(ctx, tx, a.Chat.SourceID); err != nil {
			return err
		}
		t := &fetchedTranscript{store: s, tx: tx, claimed: a, result: result}
		still, err := t.read(ctx, owner)
		if err != nil || !still {
			return err
		}
		counted = true
		return t.save(ctx)
	})
	if err != nil {
		return false, fmt.Errorf("save a fetched transcript: %w", err)
	}
	if counted {
		s.changed(a.FollowUp.AccountID)
	}
	return counted, nil
}

// fetchedTranscript is one SaveFetched on its way.
type fetchedTranscript struct {
	store   *Store
	tx      bun.Tx
	claimed AwaitedTranscript
	result  Fetched

	followUp postchat.FollowUp
	chats    []postchat.Chat // of the conversation up to this one, the earliest first
	source   postchat.Source // without its secrets
}

// read reads how things are now, and reports whether the owner still fetches this close of the chat.
func (t *fetchedTranscript) read(ctx context.Context, owner string) (bool, error) {
	find := t.tx.NewSelect().Model(&t.followUp).Where("id = ?", t.claimed.FollowUp.ID).Where("lease_owner = ?", owner).
		Where("state = ?", postchat.FollowUpAwaitingTranscript)
	if t.store.postgres() {
		find = find.For("UPDATE")
	}
	if err := find.Scan(ctx); errors.Is(err, sql.ErrNoRows) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	claimed := t.claimed.Chat
	err := t.tx.NewSelect().Model(&t.chats).Where("source_id = ?", claimed.SourceID).Where("conversation_id = ?", claimed.ConversationID).
		Where("segment <= ?", claimed.Segment).Order("segment").Scan(ctx)
	if err != nil {
		return false, err
	}
	row := new(sourceRow)
	if err := t.tx.NewSelect().Model(row).ExcludeColumn("secrets").Where("id = ?", claimed.SourceID).Scan(ctx); err != nil {
		return false, err
	}
	t.source = row.withoutSecrets()
	return t.chat().CloseKey == claimed.CloseKey, nil
}

// chat is the one whose transcript is fetched.
func (t *fetchedTranscript) chat() *postchat.Chat { return &t.chats[len(t.chats)-1] }

// save stores the chat and its follow-up.
func (t *fetchedTranscript) save(ctx context.Context) error {
	if t.result.Chat == nil && !t.result.Next.IsZero() {
		t.followUp.FetchFailed(t.result.Reason, t.result.Words, t.result.Next)
		return t.saveFollowUp(ctx)
	}
	chat := t.chat()
	if t.result.Chat == nil {
		chat.Partial = true
	} else {
		t.take(*t.result.Chat)
	}
	if _, err := t.tx.NewUpdate().Model(chat).WherePK().Exec(ctx); err != nil {
		return err
	}
	if t.nothingNew() {
		t.followUp.NothingNew(t.store.now())
		if err := t.saveFollowUp(ctx); err != nil {
			return err
		}
		return t.revisePrevious(ctx)
	}
	var campaign postchat.Campaign
	if err := t.tx.NewSelect().Model(&campaign).Where("id = ?", t.followUp.CampaignID).Scan(ctx); err != nil {
		return err
	}
	t.followUp.TranscriptCame(t.store.now(), t.source.Hold, campaign.GoalSettings.UndoDelay)
	return t.saveFollowUp(ctx)
}

// take puts into the chat what the vendor says of it. What was heard since the vendor was asked is newer.
func (t *fetchedTranscript) take(fetched postchat.Chat) {
	chat, earlier := t.chat(), t.chats[:len(t.chats)-1]
	fetched.CloseKey, fetched.ClosedAt = "", time.Time{}
	if chat.Revision != t.claimed.Chat.Revision {
		newer := *chat
		newer.Transcript = nil
		merge(&fetched, newer)
	}
	fetched.Transcript = withoutLoss(newMessages(earlier, fetched.Transcript), newMessages(earlier, chat.Transcript))
	if len(earlier) > 0 && len(fetched.Transcript) > 0 {
		chat.StartedAt = fetched.Transcript[0].At // the conversation began long before
	} else if chat.StartedAt.IsZero() {
		chat.StartedAt = fetched.StartedAt
	}
	was := chat.Transcript
	merge(chat, fetched)
	chat.Partial = false
	t.followUp.Submission.FollowRevision(was, chat.Transcript)
	if campaign := t.source.CampaignFor(*chat); chat.CampaignID == t.source.DefaultCampaignID && t.followUp.MayMove() {
		// No rule fitted what the webhook told, and one fits now. A chat that was fetched before keeps its campaign.
		chat.CampaignID, t.followUp.CampaignID = campaign, campaign
	}
}

// nothingNew reports whether the conversation was closed again without a word: nobody wants that mail. Where an operator has begun
// to work on the chat it is for the operator to say.
func (t *fetchedTranscript) nothingNew() bool {
	chat, f := t.chat(), t.followUp
	return len(t.chats) > 1 && !chat.Partial && f.Untouched() && !slices.ContainsFunc(chat.Transcript, func(m postchat.Message) bool {
		return !m.Event && (!m.Private || t.source.IncludePrivate)
	})
}

// revisePrevious has the chat before know what the vendor says now: the close that brought no word is a later version of it.
func (t *fetchedTranscript) revisePrevious(ctx context.Context) error {
	empty, err := nothingNewChats(ctx, t.tx, t.chats)
	if err != nil {
		return err
	}
	newer := *t.chat()
	newer.Transcript, newer.CloseKey, newer.ClosedAt, newer.ClosedBy = nil, "", time.Time{}, ""
	for i := len(t.chats) - 1; i >= 0; i-- {
		if !empty[t.chats[i].ID] {
			_, err := t.store.reviseChat(ctx, t.tx, &t.chats[i], newer)
			return err
		}
	}
	return nil
}

// nothingNewChats are the ids of those of a conversation's chats that were closed without a word.
func nothingNewChats(ctx context.Context, tx bun.IDB, chats []postchat.Chat) (map[string]bool, error) {
	empty := map[string]bool{}
	if len(chats) < 2 {
		return empty, nil
	}
	var found []string
	err := tx.NewSelect().Model((*postchat.FollowUp)(nil)).Column("chat_id").Where("chat_id IN (?)", bun.List(ids(chats))).
		Where("reason = ?", postchat.ReasonNothingNew).Scan(ctx, &found)
	for _, id := range found {
		empty[id] = true
	}
	return empty, err
}

// saveFollowUp stores the follow-up and gives the lease back.
func (t *fetchedTranscript) saveFollowUp(ctx context.Context) error {
	f := &t.followUp
	if _, err := t.store.updateFollowUp(ctx, t.tx, f, 1); err != nil {
		return err
	}
	_, err := t.tx.NewUpdate().Model(f).Set("campaign_id = ?", f.CampaignID).Set("lease_owner = NULL").Set("lease_until = NULL").WherePK().Exec(ctx)
	return err
}
