package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

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
	case len(chats) == 0:
		r.raw.Problem = "It changes a chat whose close was never received."
		return r.keep(ctx, postchat.ArrivalNeedsAttention, nil)
	}
	event.Chat.Transcript = newMessages(chats[:len(chats)-1], event.Chat.Transcript)
	return r.revise(ctx, &chats[len(chats)-1])
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
	if waiting || len(news) == 0 || chat.CloseKey == latest.CloseKey {
		// Nothing new was said, or nothing was sent yet: it is still the same chat. Inside the hold a reopened chat closes
		// as one, so its transcript goes on where the latest began.
		chat.Transcript = newMessages(earlier[:len(earlier)-1], chat.Transcript)
		return r.revise(ctx, latest)
	}
	chat.Transcript = news
	return r.insert(ctx, latest.Segment+1)
}

// waitingStates are the states in which a follow-up has not been routed yet.
var waitingStates = func() []postchat.FollowUpState {
	return slices.DeleteFunc(slices.Clone(postchat.FollowUpStates), func(s postchat.FollowUpState) bool { return !s.Waiting() })
}()

// newMessages are the messages of transcript that none of the earlier chats has.
func newMessages(earlier []postchat.Chat, transcript postchat.Transcript) postchat.Transcript {
	type key struct {
		id   string
		at   time.Time
		text string
	}
	keyOf := func(m postchat.Message) key {
		if m.ID != "" {
			return key{id: m.ID}
		}
		return key{at: m.At.UTC(), text: m.Text}
	}
	seen := map[key]bool{}
	for _, chat := range earlier {
		for _, m := range chat.Transcript {
			seen[keyOf(m)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(transcript), func(m postchat.Message) bool { return seen[keyOf(m)] })
}

// insert records the event's chat as a segment of its conversation, with its follow-up; an operator's draft is adopted.
func (r *reconciler) insert(ctx context.Context, segment int) (postchat.Recorded, error) {
	row, err := r.store.newChat(r.arrival)
	if err != nil {
		return postchat.Recorded{}, err
	}
	row.chat.Segment = segment
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

func (r *reconciler) adoptDraft(ctx context.Context, row *newChat) error {
	draft := new(postchat.Draft)
	err := r.tx.NewSelect().Model(draft).Where("source_id = ?", row.chat.SourceID).
		Where("conversation_id = ?", row.chat.ConversationID).Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	var campaign postchat.Campaign
	if err := r.tx.NewSelect().Model(&campaign).Where("id = ?", row.chat.CampaignID).Scan(ctx); err != nil {
		return err
	}
	row.followUp.Adopt(*draft, campaign.GoalSettings.UndoDelay)
	_, err = r.tx.NewDelete().Model(draft).WherePK().Exec(ctx)
	return err
}

// revise stores a newer version of a chat. What the event does not say stays as it was; the campaign stays in any case.
// A follow-up that nobody has been mailed yet is routed anew.
func (r *reconciler) revise(ctx context.Context, chat *postchat.Chat) (postchat.Recorded, error) {
	before, err := json.Marshal(chat)
	if err != nil {
		return postchat.Recorded{}, err
	}
	was := chat.Transcript
	merge(chat, r.arrival.Event.Chat)
	if after, err := json.Marshal(chat); err != nil || string(after) == string(before) {
		return r.keepOr(ctx, err, postchat.ArrivalDuplicate, chat)
	}
	chat.Revision++
	if _, err := r.tx.NewUpdate().Model(chat).WherePK().Exec(ctx); err != nil {
		return postchat.Recorded{}, err
	}
	now := r.store.now()
	update := r.tx.NewUpdate().Model((*postchat.FollowUp)(nil)).Where("chat_id = ?", chat.ID).
		Set("version = version + 1").Set("updated_at = ?", now)
	if r.arrival.Event.Kind == postchat.EventClosed {
		// The chat went on and closed again before anything was sent: its hold starts anew, unless OK was pressed.
		update = update.Set("run_at = CASE WHEN state = ? AND submitted_at IS NULL THEN ? ELSE run_at END",
			postchat.FollowUpHolding, r.arrival.ReceivedAt.Add(r.arrival.Source.Hold))
	}
	if _, err := update.Exec(ctx); err != nil {
		return postchat.Recorded{}, err
	}
	if err := r.store.followMarks(ctx, r.tx, chat.ID, was, chat.Transcript); err != nil {
		return postchat.Recorded{}, err
	}
	_, err = r.tx.NewUpdate().Model((*postchat.FollowUp)(nil)).Where("chat_id = ?", chat.ID).
		Where("state = ?", postchat.FollowUpNotForwarded).
		Set("state = ?", postchat.FollowUpHolding).Set("reason = ''").Set("run_at = ?", now).Set("decision = NULL").Set("routed_revision = 0").
		Exec(ctx)
	if err == nil {
		err = r.reconsider(ctx, chat.ID)
	}
	return r.keepOr(ctx, err, postchat.ArrivalRevised, chat)
}

// merge takes over whatever the newer version of a chat says.
func merge(chat *postchat.Chat, newer postchat.Chat) {
	take := func(to *string, from string) {
		if from != "" {
			*to = from
		}
	}
	take(&chat.CloseKey, newer.CloseKey)
	take(&chat.Department, newer.Department)
	take(&chat.Inbox, newer.Inbox)
	take(&chat.Subject, newer.Subject)
	take(&chat.Page, newer.Page)
	take(&chat.Visitor.ID, newer.Visitor.ID)
	take(&chat.Visitor.Name, newer.Visitor.Name)
	take(&chat.Visitor.Email, newer.Visitor.Email)
	take(&chat.Visitor.Phone, newer.Visitor.Phone)
	if newer.ClosedBy != "" && newer.ClosedBy != postchat.RoleUnknown {
		chat.ClosedBy = newer.ClosedBy
	}
	if newer.ClosedAt.After(chat.ClosedAt) {
		chat.ClosedAt = newer.ClosedAt
	}
	if newer.Codes != nil {
		chat.Codes = newer.Codes
	}
	if len(newer.Operators) > 0 {
		chat.Operators = newer.Operators
	}
	if len(newer.Custom) > 0 {
		chat.Custom = newer.Custom
	}
	if len(newer.Transcript) > 0 {
		chat.Transcript = newer.Transcript
	}
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
