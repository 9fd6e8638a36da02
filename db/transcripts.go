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

// DueTranscript is a follow-up whose vendor is to be asked for the transcript now.
type DueTranscript struct {
	FollowUpID string `bun:"id"`
	SourceID   string `bun:"source_id"`
}

// DueTranscripts returns up to limit follow-ups whose transcripts are to be fetched now and that nobody has claimed, the longest
// due first: at most perSource of each source, and none of those that are left out.
func (s *Store) DueTranscripts(ctx context.Context, limit, perSource int, leftOut []string) ([]DueTranscript, error) {
	now := s.now()
	waiting := s.read.NewSelect().TableExpr("follow_ups AS f").Join("JOIN chats AS c ON c.id = f.chat_id").
		ColumnExpr("f.id, f.run_at, c.source_id, row_number() OVER (PARTITION BY c.source_id ORDER BY f.run_at, f.id) AS place").
		Where("f.state = ?", postchat.FollowUpAwaitingTranscript).Where("f.run_at <= ?", now).
		Where("f.lease_until IS NULL OR f.lease_until < ?", now)
	if len(leftOut) > 0 {
		waiting = waiting.Where("c.source_id NOT IN (?)", bun.List(leftOut))
	}
	var due []DueTranscript
	err := s.read.NewSelect().With("waiting", waiting).Table("waiting").Column("id", "source_id").Where("place <= ?", perSource).
		Order("run_at", "id").Limit(int64(limit)).Scan(ctx, &due)
	if err != nil {
		return nil, fmt.Errorf("look for transcripts to fetch: %w", err)
	}
	return due, nil
}

// AwaitedTranscript is a transcript that a server has claimed to fetch it.
type AwaitedTranscript struct {
	FollowUp postchat.FollowUp
	// Chat is as it was when it was claimed. What is fetched belongs to this close of it, and to no later one.
	Chat postchat.Chat
	// After is the vendor's id of the last message that an earlier chat of the conversation has; empty where none has any.
	After string
}

// ClaimTranscripts claims those of the follow-ups whose transcripts are still to be fetched. Whoever dies while fetching them
// leaves them to be claimed again when the lease has run out.
func (s *Store) ClaimTranscripts(ctx context.Context, lease Lease, followUpIDs []string) ([]AwaitedTranscript, error) {
	now := s.now()
	due := s.write.NewSelect().Model((*postchat.FollowUp)(nil)).Column("id").Where("id IN (?)", list(followUpIDs)).
		Where("state = ?", postchat.FollowUpAwaitingTranscript).Where("run_at <= ?", now).
		Where("lease_until IS NULL OR lease_until < ?", now).Order("id")
	if s.postgres() {
		due = due.For("UPDATE SKIP LOCKED")
	}
	var claimed []postchat.FollowUp
	err := s.write.NewUpdate().With("due", due).Model((*postchat.FollowUp)(nil)).
		Set("lease_owner = ?", lease.Owner).Set("lease_until = ?", lease.Until).
		Where("id IN (SELECT id FROM due)").Returning("*").Scan(ctx, &claimed)
	if err != nil {
		return nil, fmt.Errorf("claim transcripts to fetch: %w", err)
	}
	chats, err := s.chatsByID(ctx, claimed)
	if err != nil {
		return nil, err
	}
	awaited := make([]AwaitedTranscript, len(claimed))
	for i, f := range claimed {
		awaited[i] = AwaitedTranscript{FollowUp: f, Chat: chats[f.ChatID]}
		if awaited[i].After, err = s.lastMessage(ctx, awaited[i].Chat); err != nil {
			return nil, err
		}
	}
	return awaited, nil
}

// lastMessage is the vendor's id of the last message of the conversation that an earlier chat has whole, or empty.
func (s *Store) lastMessage(ctx context.Context, chat postchat.Chat) (string, error) {
	if chat.Segment == 1 {
		return "", nil
	}
	// What comes before a chat that is not whole may be all that its follow-up was sent with, and is new again.
	var earlier []postchat.Chat
	err := s.read.NewSelect().Model(&earlier).Column("segment", "partial", "transcript").Where("source_id = ?", chat.SourceID).
		Where("conversation_id = ?", chat.ConversationID).Where("segment < ?", chat.Segment).Order("segment").Scan(ctx)
	if err != nil {
		return "", fmt.Errorf("read the earlier chats of a conversation: %w", err)
	}
	last := ""
	for _, c := range earlier {
		if c.Partial {
			break
		}
		for _, m := range c.Transcript {
			if m.ID != "" {
				last = m.ID
			}
		}
	}
	return last, nil
}

// ExtendTranscripts moves the end of the owner's leases on follow-ups whose transcripts are being fetched.
func (s *Store) ExtendTranscripts(ctx context.Context, lease Lease, followUpIDs []string) error {
	_, err := s.write.NewUpdate().Model((*postchat.FollowUp)(nil)).Set("lease_until = ?", lease.Until).
		Where("id IN (?)", list(followUpIDs)).Where("lease_owner = ?", lease.Owner).
		Where("state = ?", postchat.FollowUpAwaitingTranscript).Exec(ctx)
	if err != nil {
		return fmt.Errorf("extend the leases on transcripts: %w", err)
	}
	return nil
}

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
	merge(chat, fetched)
	chat.Partial = false
	if campaign := t.source.CampaignFor(*chat); chat.CampaignID == t.source.DefaultCampaignID && t.followUp.MayMove() {
		// No rule fitted what the webhook told, and one fits now. A chat that was fetched before keeps its campaign.
		chat.CampaignID, t.followUp.CampaignID = campaign, campaign
	}
}

// withoutLoss is the fetched transcript with those messages of the webhook's that it lacks, which can be told by their ids alone.
func withoutLoss(fetched, hooked postchat.Transcript) postchat.Transcript {
	lost := newMessages([]postchat.Chat{{Transcript: fetched}}, hooked)
	lost = slices.DeleteFunc(lost, func(m postchat.Message) bool { return m.ID == "" && len(fetched) > 0 })
	if len(lost) == 0 {
		return fetched
	}
	all := slices.Concat(fetched, lost)
	slices.SortStableFunc(all, func(a, b postchat.Message) int { return a.At.Compare(b.At) })
	return all
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
	if _, err := t.store.updateFollowUp(ctx, t.tx, f); err != nil {
		return err
	}
	_, err := t.tx.NewUpdate().Model(f).Set("campaign_id = ?", f.CampaignID).Set("lease_owner = NULL").Set("lease_until = NULL").WherePK().Exec(ctx)
	return err
}
