package db

import (
	"context"
	"fmt"

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
	waiting := s.write.NewSelect().Where("id IN (?)", list(followUpIDs)).Where("state = ?", postchat.FollowUpAwaitingTranscript).Order("id")
	claimed, err := s.claimFollowUps(ctx, lease, waiting)
	if err != nil {
		return nil, fmt.Errorf("claim transcripts to fetch: %w", err)
	}
	chats, err := chatsByID(ctx, s.read, claimed)
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
	return lastWhole(earlier), nil
}

// LastMessage is the vendor's id of the last message of the conversation that a chat of it has whole; empty where none has any. What
// comes after it is the next chat's.
func (c *Scope) LastMessage(ctx context.Context, sourceID, conversationID string) (string, error) {
	var chats []postchat.Chat
	err := c.selectOne(&chats).Column("segment", "partial", "transcript").Where("source_id = ?", sourceID).
		Where("conversation_id = ?", conversationID).Order("segment").Scan(ctx)
	if err != nil {
		return "", fmt.Errorf("read the chats of a conversation: %w", err)
	}
	return lastWhole(chats), nil
}

// lastWhole is the id of the last message of chats that follow on each other, up to the first that is not whole.
func lastWhole(chats []postchat.Chat) string {
	last := ""
	for _, c := range chats {
		if c.Partial {
			break
		}
		for _, m := range c.Transcript {
			if m.ID != "" {
				last = m.ID
			}
		}
	}
	return last
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

// MarkPartial says of a chat that its transcript is not whole. It must come before whatever else a transaction changes of the chat.
func (c *Scope) MarkPartial(ctx context.Context, chatID string) error {
	chat, err := c.Chat(ctx, chatID)
	if err != nil {
		return err
	}
	// As whoever records its transcript does, for it locks the follow-up before the chat.
	if err = c.store.lockSource(ctx, c.writer(), chat.SourceID); err == nil {
		err = markPartial(ctx, c.writer(), chat)
	}
	if err != nil {
		return fmt.Errorf("mark a chat as partial: %w", err)
	}
	return nil
}

func markPartial(ctx context.Context, tx bun.IDB, chat *postchat.Chat) error {
	chat.Partial = true
	_, err := tx.NewUpdate().Model(chat).Column("partial").WherePK().Exec(ctx)
	return err
}
