package db

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// reopened stops the clock of a chat whose conversation goes on before it was sent.
func (r *reconciler) reopened(ctx context.Context, chats []postchat.Chat) (postchat.Recorded, error) {
	if len(chats) == 0 {
		return r.keepOr(ctx, r.rememberReopened(ctx), postchat.ArrivalReopened, nil)
	}
	latest := &chats[len(chats)-1]
	if r.arrival.Event.At.Before(latest.ClosedAt) {
		return r.keep(ctx, postchat.ArrivalDuplicate, latest) // it was closed again since, as we know already
	}
	f, err := r.followUp(ctx, latest.ID)
	if err != nil {
		return postchat.Recorded{}, err
	}
	lacking := f.State == postchat.FollowUpAwaitingTranscript
	switch {
	case f.Reopen(r.arrival.Event.At):
		err = r.saveFollowUp(ctx, f)
		if err == nil && lacking { // whoever sends it now sends what there is
			err = markPartial(ctx, r.tx, latest)
		}
	case !f.State.Waiting():
		err = r.rememberReopened(ctx) // perhaps it is the next chat that goes on
	}
	return r.keepOr(ctx, err, postchat.ArrivalReopened, latest)
}

// rememberReopened notes that a conversation went on, for a close from before that is still to come.
func (r *reconciler) rememberReopened(ctx context.Context) error {
	a := r.arrival
	_, err := r.tx.NewRaw(`INSERT INTO reopened_conversations (source_id, conversation_id, account_id, at, heard_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (source_id, conversation_id) DO UPDATE SET at = excluded.at, heard_at = excluded.heard_at
		WHERE reopened_conversations.at < excluded.at`, a.Source.ID, a.Event.Chat.ConversationID, a.Source.AccountID, a.Event.At, r.store.now()).Exec(ctx)
	return err
}

// reopenedFor is for how long it is remembered that a conversation went on: longer than any hold, and than vendors repeat an event.
const reopenedFor = 7 * 24 * time.Hour

// ForgetReopened forgets what was heard long ago of conversations that went on. Their closes have come, or never will.
func (s *Store) ForgetReopened(ctx context.Context) error {
	_, err := s.write.NewRaw("DELETE FROM reopened_conversations WHERE heard_at < ?", s.now().Add(-reopenedFor)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forget conversations that went on: %w", err)
	}
	return nil
}

// forgetReopened forgets it of the chat's conversation.
func forgetReopened(ctx context.Context, tx bun.IDB, chatID string) error {
	_, err := tx.NewRaw(`DELETE FROM reopened_conversations WHERE EXISTS (SELECT 1 FROM chats c WHERE c.id = ?
		AND c.source_id = reopened_conversations.source_id AND c.conversation_id = reopened_conversations.conversation_id)`, chatID).Exec(ctx)
	return err
}

// findReopened looks for conversations that were opened again after the close, as was heard before the close was: it could not
// stop the clock of a chat that was not there yet.
func (r routingReader) findReopened(ctx context.Context, all []ForRouting) error {
	type place struct{ source, conversation string }
	sources, conversations := conversationsOf(all)
	var heard []struct {
		SourceID       string    `bun:"source_id"`
		ConversationID string    `bun:"conversation_id"`
		At             time.Time `bun:"at"`
	}
	err := r.db.NewSelect().Table("reopened_conversations").Column("source_id", "conversation_id", "at").
		Where("source_id IN (?)", list(sources)).Where("conversation_id IN (?)", list(conversations)).Scan(ctx, &heard)
	if err != nil {
		return fmt.Errorf("read which conversations went on: %w", err)
	}
	at := map[place]time.Time{}
	for _, h := range heard {
		at[place{h.SourceID, h.ConversationID}] = h.At
	}
	for i := range all {
		chat := all[i].Chat
		if then := at[place{chat.SourceID, chat.ConversationID}]; then.After(chat.ClosedAt) {
			all[i].ReopenedAt = then
		}
	}
	return nil
}
