package delivery

import (
	"context"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

const (
	// pullCursor names the time up to which all events were pulled.
	pullCursor = "provider events"
	// firstPull is how far back the first pull of all goes: mails may have been sent before there was a cursor.
	firstPull = 24 * time.Hour
	// completeAfter is the age from which Mailgun takes its records for complete; until then events may still appear between those that
	// were there before (https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-polling).
	completeAfter = 30 * time.Minute
	// skew is how far the provider's clock and ours may be apart.
	skew = time.Minute
)

// TokensKept is how long the tokens of a provider's webhooks are remembered, so that none counts twice. No webhook may be taken
// that was signed longer ago.
const TokensKept = 12 * time.Hour

// overlap is how far before the cursor each pull begins, for what the records did not show yet the last time.
func (t *Tracker) overlap() time.Duration { return max(completeAfter, 2*t.Lag) + skew }

// claimPull returns the cursor where a pull is due, unless another server has pulled just now.
func (t *Tracker) claimPull(ctx context.Context, _ int) ([]time.Time, error) {
	now := t.Now()
	if now.Before(t.nextPull) {
		return nil, nil
	}
	cursor, err := t.Store.Cursor(ctx, pullCursor)
	if err != nil {
		return nil, err
	}
	t.nextPull = now.Add(t.PullEvery)
	if due := cursor.Add(t.PullEvery); now.Before(due) && !cursor.After(now) {
		t.nextPull = due
		return nil, nil
	}
	return []time.Time{cursor}, nil
}

// pull asks for all events since the cursor, records what they tell and moves the cursor. What it cannot finish, the next one
// takes up.
func (t *Tracker) pull(ctx context.Context, cursor time.Time) {
	if err := t.pullSince(ctx, cursor); err != nil {
		t.Log.WarnContext(ctx, "pulling the provider's events failed", "error", err)
	}
	t.forgetHints()
	if err := t.Store.PurgeTokens(ctx, t.Now().Add(-TokensKept)); err != nil {
		t.Log.WarnContext(ctx, "forgetting old tokens failed", "error", err)
	}
}

func (t *Tracker) pullSince(ctx context.Context, cursor time.Time) error {
	now := t.Now()
	if cursor.IsZero() {
		cursor = now.Add(-firstPull)
	}
	if cursor.After(now) { // by a clock that was wrong
		cursor = now
	}
	for from := cursor.Add(-t.overlap()); ; {
		events, next, err := t.Reporter.ReportSince(ctx, from)
		if err != nil {
			return err
		}
		if err := t.pulled(ctx, events, cursor); err != nil {
			return err
		}
		if next.IsZero() {
			return t.Store.SetCursor(ctx, pullCursor, now)
		}
		if err := t.Store.SetCursor(ctx, pullCursor, next); err != nil {
			return err
		}
		from = next
	}
}

// pulled records events that the provider showed. Those of others are counted from the cursor on: the ones before were counted
// by the pull before.
func (t *Tracker) pulled(ctx context.Context, events []Event, cursor time.Time) error {
	foreign := map[postchat.DeliveryState]int{}
	for _, e := range events {
		d, err := t.find(ctx, e)
		if postchat.IsKind(err, postchat.NotFound) {
			if !e.At.Before(cursor) {
				foreign[e.State]++
			}
			continue
		}
		if err != nil {
			return fmt.Errorf("take a pulled event: %w", err)
		}
		if err := t.apply(ctx, d.Delivery, e); err != nil {
			return fmt.Errorf("take a pulled event: %w", err)
		}
	}
	for state, n := range foreign {
		if err := t.Store.CountForeign(ctx, "pulled "+string(state), n, t.Now()); err != nil {
			return err
		}
	}
	return nil
}
