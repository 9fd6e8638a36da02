package db

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

// recorded is what one arrival of a batch came to.
type recorded struct {
	postchat.Recorded
	err error
}

// arriving is an arrival on its way into a batch.
type arriving struct {
	postchat.Arrival
	// row is what it becomes when nothing is known of its conversation yet; nil where it is not about a chat that closed.
	row *newChat
}

// Record commits an authentic webhook request: its raw body and, for a finished chat, the chat and its follow-up. It returns
// only after the commit is durable. The same request again, or another about the same close, is found and is no error. A
// commit whose answer was lost may have succeeded; recording the arrival again tells. ErrBusy means that nothing was taken in.
func (s *Store) Record(ctx context.Context, a postchat.Arrival) (postchat.Recorded, error) {
	arrival := arriving{Arrival: a}
	if a.Event != nil && a.Event.Kind == postchat.EventClosed {
		// Here, on the caller's time, and not while the others of the batch wait.
		row, err := s.newChat(a)
		if err != nil {
			return postchat.Recorded{}, err
		}
		arrival.row = row
	}
	r, err := s.recorder.do(ctx, arrival)
	if err != nil {
		return postchat.Recorded{}, fmt.Errorf("record the webhook: %w", err)
	}
	return r.Recorded, r.err
}

// recordBatch inserts what is new in one go: chats of conversations that were never seen, which are nearly all. The unique
// keys decide what is new. The rest, seen before in one way or another, is worked out one by one.
func (s *Store) recordBatch(ctx context.Context, arrivals []arriving) ([]recorded, error) {
	out := make([]recorded, len(arrivals))
	rows := make([]*newChat, 0, len(arrivals))
	for _, a := range arrivals {
		if a.row != nil {
			rows = append(rows, a.row)
		}
	}
	insert := s.insertChatsSQLite
	if s.postgres() {
		insert = s.insertChatsPostgres
	}
	inserted, err := insert(ctx, rows)
	if err != nil {
		return nil, err
	}
	for i, a := range arrivals {
		if a.row != nil && inserted[a.row.chat.ID] {
			out[i].Recorded = a.row.recorded()
		} else {
			out[i].Recorded, out[i].err = s.reconcile(ctx, a.Arrival)
		}
	}
	changedAll(s, arrivals, func(a arriving) string { return a.Source.AccountID })
	return out, nil
}

// newChat is an arrival as the rows that it becomes when nothing is known of its conversation yet.
type newChat struct {
	chat     postchat.Chat
	followUp postchat.FollowUp
	raw      postchat.RawEvent
	json     chatJSON
}

// chatJSON holds the columns that are kept as JSON text.
type chatJSON struct{ codes, visitor, operators, custom, transcript, submission string }

func (s *Store) newChat(a postchat.Arrival) (*newChat, error) {
	now := s.now()
	chat := a.Event.Chat
	chat.ID, chat.AccountID, chat.SourceID = postchat.NewID(now), a.Source.AccountID, a.Source.ID
	chat.CampaignID = a.Source.CampaignFor(chat)
	chat.ReceivedAt, chat.Segment, chat.Revision = a.ReceivedAt, 1, 1

	followUp := postchat.FollowUp{
		ID: postchat.NewID(now), AccountID: chat.AccountID, CampaignID: chat.CampaignID, ChatID: chat.ID,
		Day: a.Day, State: postchat.FollowUpHolding, RunAt: a.ReceivedAt.Add(a.Source.Hold), Version: 1,
		CreatedAt: now, UpdatedAt: now,
	}
	if a.Event.Fetch {
		followUp.State, followUp.RunAt = postchat.FollowUpAwaitingTranscript, a.ReceivedAt
	}
	if a.Event.Submission != nil {
		followUp.Submission = *a.Event.Submission
	}
	row := &newChat{chat: chat, followUp: followUp, raw: s.rawEvent(a)}
	row.raw.Outcome, row.raw.ChatID = postchat.ArrivalRecorded, chat.ID
	for _, column := range []struct {
		to   *string
		from any
	}{
		{&row.json.codes, chat.Codes},
		{&row.json.visitor, chat.Visitor},
		{&row.json.operators, chat.Operators},
		{&row.json.custom, chat.Custom},
		{&row.json.transcript, chat.Transcript},
		{&row.json.submission, followUp.Submission},
	} {
		text, err := json.Marshal(column.from)
		if err != nil {
			return nil, fmt.Errorf("encode the chat: %w", err)
		}
		*column.to = string(text)
	}
	return row, nil
}

func (n *newChat) recorded() postchat.Recorded {
	return postchat.Recorded{Outcome: postchat.ArrivalRecorded, ChatID: n.chat.ID, FollowUpID: n.followUp.ID}
}

// rawEvent is the arrival's body as it is kept, packed. Its key is the body's hash: a vendor that repeats an event sends the same bytes.
func (s *Store) rawEvent(a postchat.Arrival) postchat.RawEvent {
	sum := sha256.Sum256(a.Body)
	raw := postchat.RawEvent{
		ID: postchat.NewID(s.now()), AccountID: a.Source.AccountID, SourceID: a.Source.ID,
		Key: "sha256:" + base64.RawURLEncoding.EncodeToString(sum[:]), ReceivedAt: a.ReceivedAt, Problem: a.Problem, Body: pack(a.Body),
	}
	if a.Event != nil {
		raw.Type = a.Event.Type
	}
	return raw
}

// HookSource returns a source for the webhook receiver, with its secrets and the time zones of its account's campaigns by id. A
// retired one is NotFound.
func (s *Store) HookSource(ctx context.Context, id string) (postchat.Source, map[string]*time.Location, error) {
	row := new(sourceRow)
	err := s.read.NewSelect().Model(row).Where("id = ?", id).Where("retired_at IS NULL").Scan(ctx)
	if err := notFound(err, "source"); err != nil {
		return postchat.Source{}, nil, err
	}
	source, err := s.openSource(*row)
	if err != nil {
		return postchat.Source{}, nil, err
	}
	zones, err := s.Account(source.AccountID).zones(ctx)
	return source, zones, err
}

// CountIgnored counts an authentic event that is not about a finished chat.
func (s *Store) CountIgnored(ctx context.Context, source postchat.Source, eventType string, at time.Time) error {
	_, err := s.write.NewRaw(`INSERT INTO ignored_events (source_id, account_id, type, count, last_at) VALUES (?, ?, ?, 1, ?)
		ON CONFLICT (source_id, type) DO UPDATE SET count = ignored_events.count + 1, last_at = excluded.last_at`,
		source.ID, source.AccountID, postchat.Shorten(postchat.CleanLine(eventType), 100), at).Exec(ctx)
	if err != nil {
		return fmt.Errorf("count the ignored event: %w", err)
	}
	s.changed(source.AccountID)
	return nil
}
