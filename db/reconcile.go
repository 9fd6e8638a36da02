package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// reconcile records one arrival about which something may be known: a repeat, a later version of a chat, the next close of
// its conversation, a chat that an operator drafted a follow-up for, a test, or something that a person must look at.
func (s *Store) reconcile(ctx context.Context, a postchat.Arrival) (postchat.Recorded, error) {
	var r postchat.Recorded
	err := s.inTx(ctx, func(ctx context.Context, tx bun.Tx) error {
		err := s.lockSource(ctx, tx, a.Source.ID)
		if err != nil {
			return err
		}
		r, err = (&reconciler{store: s, tx: tx, arrival: a, raw: s.rawEvent(a)}).run(ctx)
		return err
	})
	if err != nil {
		return postchat.Recorded{}, fmt.Errorf("record the webhook: %w", err)
	}
	return r, nil
}

// lockSource lets one at a time decide what arrivals of a source are, until the transaction ends: rare enough, and no two can
// then decide on the same past.
func (s *Store) lockSource(ctx context.Context, tx bun.IDB, sourceID string) error {
	if !s.postgres() {
		return nil // there is one writer
	}
	_, err := tx.NewRaw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", sourceID).Exec(ctx)
	return err
}

type reconciler struct {
	store   *Store
	tx      bun.IDB
	arrival postchat.Arrival
	raw     postchat.RawEvent
	// replay says that raw is stored already and is read again.
	replay bool
}

func (r *reconciler) run(ctx context.Context) (postchat.Recorded, error) {
	chats, err := r.chats(ctx)
	if err != nil {
		return postchat.Recorded{}, err
	}
	if known, err := r.repeat(ctx, chats); err != nil || known.Outcome != "" {
		return known, err
	}
	event := r.arrival.Event
	switch {
	case event == nil:
		return r.keep(ctx, postchat.ArrivalNeedsAttention, nil)
	case event.Kind == "":
		return r.keep(ctx, postchat.ArrivalIgnored, nil)
	case event.Kind == postchat.EventTest:
		return r.keep(ctx, postchat.ArrivalTest, nil)
	case event.Kind == postchat.EventClosed:
		return r.closed(ctx, chats)
	}
	if chats, err = r.withContent(ctx, chats); err != nil {
		return postchat.Recorded{}, err
	}
	switch {
	case event.Kind == postchat.EventReopened:
		return r.reopened(ctx, chats)
	case len(chats) == 0:
		r.raw.Problem = "It changes a chat whose close was never received."
		return r.keep(ctx, postchat.ArrivalNeedsAttention, nil)
	}
	r.transcriptFor(chats)
	return r.revise(ctx, &chats[len(chats)-1])
}

// withContent leaves out the chats that were closed without a word: what is heard later is about the one before.
func (r *reconciler) withContent(ctx context.Context, chats []postchat.Chat) ([]postchat.Chat, error) {
	empty, err := nothingNewChats(ctx, r.tx, chats)
	return slices.DeleteFunc(chats, func(c postchat.Chat) bool { return empty[c.ID] }), err
}

// transcriptFor makes the event's transcript that of the latest of the conversation's chats. Where the vendor keeps the transcript,
// what the event has of it goes to what is known; else it takes its place.
func (r *reconciler) transcriptFor(chats []postchat.Chat) {
	chat, latest := &r.arrival.Event.Chat, len(chats)-1
	news := newMessages(chats[:latest], chat.Transcript)
	if r.arrival.Event.Fetch {
		news = withoutLoss(chats[latest].Transcript, news)
	}
	chat.Transcript = news
}

// chats are those of the event's conversation, the earliest first.
func (r *reconciler) chats(ctx context.Context) (chats []postchat.Chat, err error) {
	if r.arrival.Event == nil {
		return nil, nil
	}
	err = r.tx.NewSelect().Model(&chats).Where("source_id = ?", r.arrival.Source.ID).
		Where("conversation_id = ?", r.arrival.Event.Chat.ConversationID).Order("segment").Scan(ctx)
	return chats, err
}

// repeat finds the same body that came before, for one of the chats or without any, and counts it. A close that could not be read
// when it came first is no repeat: it is recorded now.
func (r *reconciler) repeat(ctx context.Context, chats []postchat.Chat) (postchat.Recorded, error) {
	known := new(postchat.RawEvent)
	find := r.tx.NewSelect().Model(known).ExcludeColumn("body").Where("key = ?", r.raw.Key)
	switch {
	case len(chats) > 0:
		find = find.Where("chat_id IN (?)", bun.List(ids(chats)))
	case r.replay || r.arrival.Event != nil && r.arrival.Event.Kind == postchat.EventClosed:
		return postchat.Recorded{}, nil
	default:
		find = find.Where("source_id = ?", r.raw.SourceID).Where("chat_id IS NULL")
	}
	err := find.Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return postchat.Recorded{}, nil
	}
	if err != nil {
		return postchat.Recorded{}, err
	}
	if r.replay { // the same body came again before this, and could be read then
		return r.keep(ctx, postchat.ArrivalDuplicate, &postchat.Chat{ID: known.ChatID})
	}
	if _, err := r.tx.NewUpdate().Model(known).Set("repeats = repeats + 1").WherePK().Exec(ctx); err != nil {
		return postchat.Recorded{}, err
	}
	return r.answer(ctx, postchat.ArrivalDuplicate, known.ChatID)
}

func ids(chats []postchat.Chat) []string {
	ids := make([]string, len(chats))
	for i := range chats {
		ids[i] = chats[i].ID
	}
	return ids
}

// closed records another close of a conversation: of a known chat, or of the conversation's next stretch.
func (r *reconciler) closed(ctx context.Context, earlier []postchat.Chat) (postchat.Recorded, error) {
	chat := &r.arrival.Event.Chat
	if len(earlier) == 0 {
		return r.insert(ctx, 1)
	}
	latest := &earlier[len(earlier)-1]
	if r.arrival.Event.Fetch && chat.CloseKey == latest.CloseKey {
		*chat = toldAgain(*chat)
	}
	for i := range earlier {
		if earlier[i].CloseKey == chat.CloseKey && i < len(earlier)-1 {
			return r.keep(ctx, postchat.ArrivalDuplicate, &earlier[i]) // a late repeat of a stretch that is over
		}
	}
	if chat.ClosedAt.Before(latest.ClosedAt) {
		return r.keep(ctx, postchat.ArrivalDuplicate, latest) // older than what we have
	}
	waiting, err := r.tx.NewSelect().Model((*postchat.FollowUp)(nil)).Where("chat_id = ?", latest.ID).
		Where("state IN (?)", bun.List(waitingStates)).Exists(ctx)
	if err != nil {
		return postchat.Recorded{}, err
	}
	news := newMessages(earlier, chat.Transcript)
	if waiting || len(news) == 0 && !r.arrival.Event.Fetch || chat.CloseKey == latest.CloseKey {
		// Nothing new was said, or nothing was sent yet: it is still the same chat. Inside the hold a reopened chat closes
		// as one, so its transcript goes on where the latest began. What was said is only known once it was fetched.
		r.transcriptFor(earlier)
		return r.revise(ctx, latest)
	}
	chat.Transcript = news
	return r.insert(ctx, latest.Segment+1)
}

// waitingStates are the states in which a follow-up has not been routed yet.
var waitingStates = func() []postchat.FollowUpState {
	return slices.DeleteFunc(slices.Clone(postchat.FollowUpStates), func(s postchat.FollowUpState) bool { return !s.Waiting() })
}()

// insert records the event's chat as a segment of its conversation, with its follow-up; an operator's draft is adopted.
func (r *reconciler) insert(ctx context.Context, segment int) (postchat.Recorded, error) {
	row, err := r.store.newChat(r.arrival)
	if err != nil {
		return postchat.Recorded{}, err
	}
	row.chat.Segment = segment
	if segment > 1 { // so that who saw the last one's version cannot take this one for it
		err := r.tx.NewSelect().Model((*postchat.FollowUp)(nil)).ColumnExpr("version + 1").Where("chat_id IN (?)", r.tx.NewSelect().
			Model((*postchat.Chat)(nil)).Column("id").Where("source_id = ?", row.chat.SourceID).
			Where("conversation_id = ?", row.chat.ConversationID).Where("segment = ?", segment-1)).Scan(ctx, &row.followUp.Version)
		if err != nil {
			return postchat.Recorded{}, err
		}
	}
	if err := r.adoptDraft(ctx, row); err != nil {
		return postchat.Recorded{}, err
	}
	err = r.tx.NewRaw("UPDATE accounts SET last_number = last_number + 1 WHERE id = ? RETURNING last_number", row.chat.AccountID).
		Scan(ctx, &row.followUp.Number)
	if err != nil {
		return postchat.Recorded{}, err
	}
	for _, model := range []any{&row.chat, &row.followUp} {
		if _, err := r.tx.NewInsert().Model(model).Exec(ctx); err != nil {
			return postchat.Recorded{}, err
		}
	}
	r.raw.Outcome, r.raw.ChatID = postchat.ArrivalRecorded, row.chat.ID
	return row.recorded(), r.saveRaw(ctx)
}

// saveRaw stores the raw event with what became of it.
func (r *reconciler) saveRaw(ctx context.Context) error {
	if !r.replay {
		_, err := r.tx.NewInsert().Model(&r.raw).Exec(ctx)
		return err
	}
	_, err := r.tx.NewUpdate().Model(&r.raw).Column("type", "outcome", "problem", "chat_id", "replayed_at").WherePK().Exec(ctx)
	return err
}

// revise stores a newer version of a chat. What the event does not say stays as it was; the campaign stays in any case.
func (r *reconciler) revise(ctx context.Context, chat *postchat.Chat) (postchat.Recorded, error) {
	closeKey := chat.CloseKey
	changed, err := r.store.reviseChat(ctx, r.tx, chat, r.arrival.Event.Chat)
	if err != nil || !changed {
		return r.keepOr(ctx, err, postchat.ArrivalDuplicate, chat)
	}
	if r.arrival.Event.Kind == postchat.EventClosed {
		err = r.closedAgain(ctx, chat, chat.CloseKey != closeKey)
	}
	return r.keepOr(ctx, err, postchat.ArrivalRevised, chat)
}

// closedAgain has the chat's follow-up know of a close: another one, or the same with more to say.
func (r *reconciler) closedAgain(ctx context.Context, chat *postchat.Chat, another bool) error {
	a := r.arrival
	f, err := r.followUp(ctx, chat.ID)
	if err != nil || !f.ClosedAgain(postchat.Closing{
		At: a.Event.Chat.ClosedAt, Arrived: a.ReceivedAt, Hold: a.Source.Hold, Another: another, Fetch: a.Event.Fetch,
	}) {
		return err
	}
	return r.saveFollowUp(ctx, f)
}

// followUp returns the chat's follow-up, locked until the transaction ends.
func (r *reconciler) followUp(ctx context.Context, chatID string) (*postchat.FollowUp, error) {
	f := new(postchat.FollowUp)
	find := r.tx.NewSelect().Model(f).Where("chat_id = ?", chatID)
	if r.store.postgres() {
		find = find.For("UPDATE")
	}
	return f, find.Scan(ctx)
}

// saveFollowUp stores a locked follow-up. Whoever had claimed it has claimed what is no more.
func (r *reconciler) saveFollowUp(ctx context.Context, f *postchat.FollowUp) error {
	if _, err := r.store.updateFollowUp(ctx, r.tx, f, 1); err != nil {
		return err
	}
	_, err := r.tx.NewUpdate().Model(f).Set("lease_owner = NULL").Set("lease_until = NULL").WherePK().Exec(ctx)
	return err
}

// reviseChat stores what a newer version says of a chat, and reports whether that was news. A follow-up of it that went to nobody
// is routed anew, and one that waits for a person is due: what it waits for may have come.
func (s *Store) reviseChat(ctx context.Context, tx bun.IDB, chat *postchat.Chat, newer postchat.Chat) (bool, error) {
	before, err := json.Marshal(chat)
	if err != nil {
		return false, err
	}
	was := chat.Transcript
	merge(chat, newer)
	if after, err := json.Marshal(chat); err != nil || string(after) == string(before) {
		return false, err
	}
	chat.Revision++
	if _, err := tx.NewUpdate().Model(chat).WherePK().Exec(ctx); err != nil {
		return false, err
	}
	now := s.now()
	_, err = tx.NewUpdate().Model((*postchat.FollowUp)(nil)).Where("chat_id = ?", chat.ID).
		Set("version = version + 1").Set("updated_at = ?", now).Exec(ctx)
	if err != nil {
		return false, err
	}
	if err := s.followMarks(ctx, tx, chat.ID, was, chat.Transcript); err != nil {
		return false, err
	}
	if err := s.reconsider(ctx, tx, chat.ID); err != nil {
		return false, err
	}
	_, err = tx.NewUpdate().Model((*postchat.FollowUp)(nil)).Where("chat_id = ?", chat.ID).
		Where("state = ?", postchat.FollowUpNotForwarded).Where("reason <> ?", postchat.ReasonNothingNew).
		Set("state = ?", postchat.FollowUpHolding).Set("reason = ''").Set("run_at = ?", now).Set("decision = NULL").Set("routed_revision = 0").
		Exec(ctx)
	return true, err
}

// keep stores the raw event with what became of it.
func (r *reconciler) keep(ctx context.Context, outcome postchat.ArrivalOutcome, chat *postchat.Chat) (postchat.Recorded, error) {
	r.raw.Outcome = outcome
	if chat != nil {
		r.raw.ChatID = chat.ID
	}
	if err := r.saveRaw(ctx); err != nil {
		return postchat.Recorded{}, err
	}
	return r.answer(ctx, outcome, r.raw.ChatID)
}

func (r *reconciler) keepOr(ctx context.Context, err error, outcome postchat.ArrivalOutcome, chat *postchat.Chat) (postchat.Recorded, error) {
	if err != nil {
		return postchat.Recorded{}, err
	}
	return r.keep(ctx, outcome, chat)
}

func (r *reconciler) answer(ctx context.Context, outcome postchat.ArrivalOutcome, chatID string) (postchat.Recorded, error) {
	answer := postchat.Recorded{Outcome: outcome, ChatID: chatID}
	if chatID == "" {
		return answer, nil
	}
	err := r.tx.NewSelect().Model((*postchat.FollowUp)(nil)).Column("id").Where("chat_id = ?", chatID).Scan(ctx, &answer.FollowUpID)
	return answer, err
}
