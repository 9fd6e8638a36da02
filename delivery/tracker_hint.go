package delivery

import (
	"context"
	"maps"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// hintLife is how long a hint is asked about that the provider does not confirm, at least; a provider with a long lag gets two
// lags.
const hintLife = 2 * time.Hour

// hint is what a delivery is asked about for. Hints live in this process only: where another server asks, or this one was
// started anew, the question counts as first asked then, and goes on until the delivery has come to an end. Nothing hangs on
// it, as the pull finds what the provider knows in any case.
type hint struct {
	state postchat.DeliveryState
	at    time.Time
}

// Hint takes an event that nobody has proven, such as one that came by webhook. An error says that it could not be taken now and
// should be repeated.
func (t *Tracker) Hint(ctx context.Context, e Event) error {
	d, err := t.find(ctx, e)
	switch {
	case postchat.IsKind(err, postchat.NotFound):
		return t.Store.CountForeign(ctx, "hint "+string(e.State), 1, t.Now())
	case err != nil:
		return err
	case !d.State.Forward(e.State):
		return nil
	case harmless(d.State, e.State):
		if err := t.apply(ctx, d.Delivery, e); err != nil {
			return err
		}
		return t.goOn(ctx, d.ID, e.State)
	case t.Reporter == nil:
		t.Log.WarnContext(ctx, "a hint about a mail was dropped, as nobody can be asked", "delivery_id", d.ID, "state", e.State)
		return nil
	}
	t.remember(d.ID, e.State)
	return t.Store.CheckAt(ctx, d.ID, t.Now().Add(t.soon()))
}

// remember notes what was hinted just now, or the worse that was hinted before.
func (t *Tracker) remember(deliveryID string, state postchat.DeliveryState) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if h, known := t.hints[deliveryID]; known && state.Forward(h.state) {
		state = h.state
	}
	t.hints[deliveryID] = hint{state, t.Now()}
}

// goOn takes up the questions about an earlier hint again, which ended when the delivery moved to the state.
func (t *Tracker) goOn(ctx context.Context, deliveryID string, state postchat.DeliveryState) error {
	t.mu.Lock()
	h, known := t.hints[deliveryID]
	t.mu.Unlock()
	if !known || !state.Forward(h.state) {
		return nil
	}
	return t.Store.CheckAt(ctx, deliveryID, t.Now().Add(t.soon()))
}

// harmless reports whether a move forward may be made on a hint alone: nothing is sent, stopped or rescued because of it, and
// what follows it can still follow.
func harmless(from, to postchat.DeliveryState) bool {
	return (from == postchat.DeliveryAccepted || from == postchat.DeliveryDelayed) &&
		(to == postchat.DeliveryDelayed || to == postchat.DeliveryDelivered)
}

// check asks the provider about a delivery and records what it shows. It is asked again while it does not show what was hinted.
func (t *Tracker) check(ctx context.Context, c db.Claimed) {
	h := t.hintOf(c.ID)
	if !c.State.Forward(h.state) {
		t.settle(ctx, c, h)
		return
	}
	m := message(c)
	m.ProviderID = c.ProviderID
	// Events of an earlier attempt count as well.
	events, err := t.Reporter.Report(ctx, m, c.CreatedAt)
	if err != nil {
		t.Log.WarnContext(ctx, "asking about a hint failed", "delivery_id", c.ID, "error", err)
		t.again(ctx, c, h)
		return
	}
	reached := c.State
	for _, e := range events {
		if err := t.apply(ctx, c.Delivery, e); err != nil {
			// It stays claimed until the lease has run out.
			t.Log.ErrorContext(ctx, "recording what became of a mail failed", "delivery_id", c.ID, "error", err)
			return
		}
		if reached.Forward(e.State) {
			reached = e.State
		}
	}
	switch {
	case !reached.Forward(h.state):
		t.settle(ctx, c, h)
	case t.Now().Sub(h.at) >= max(hintLife, 2*t.Lag):
		t.Log.WarnContext(ctx, "a hint about a mail was dropped, as its provider does not confirm it", "delivery_id", c.ID, "state", h.state)
		t.settle(ctx, c, h)
	default:
		t.again(ctx, c, h)
	}
}

// hintOf is the hint that the delivery is asked about for. One that is not known here begins now.
func (t *Tracker) hintOf(deliveryID string) hint {
	t.mu.Lock()
	defer t.mu.Unlock()
	h, known := t.hints[deliveryID]
	if !known {
		h = hint{postchat.DeliveryFailed, t.Now()}
		t.hints[deliveryID] = h
	}
	return h
}

// again asks again when the hint is twice as old, or in an hour.
func (t *Tracker) again(ctx context.Context, c db.Claimed, h hint) {
	now := t.Now()
	if err := t.Store.CheckAt(ctx, c.ID, now.Add(min(max(t.soon(), now.Sub(h.at)), time.Hour))); err != nil {
		t.Log.ErrorContext(ctx, "planning the next question about a hint failed", "delivery_id", c.ID, "error", err)
	}
}

// settle ends the questions about a delivery, unless a newer hint has come in the meantime.
func (t *Tracker) settle(ctx context.Context, c db.Claimed, h hint) {
	t.mu.Lock()
	newer := t.hints[c.ID] != h
	if !newer {
		delete(t.hints, c.ID)
	}
	t.mu.Unlock()
	if newer {
		return
	}
	if err := t.Store.ClearCheck(ctx, c.ID); err != nil {
		t.Log.ErrorContext(ctx, "ending the questions about a hint failed", "delivery_id", c.ID, "error", err)
	}
}

// soon is how long after a hint the provider is first asked: its records mostly lag far less than they may.
func (t *Tracker) soon() time.Duration { return max(t.Lag/20, 100*time.Millisecond) }

// forgetHints forgets the hints that another server has settled.
func (t *Tracker) forgetHints() {
	t.mu.Lock()
	defer t.mu.Unlock()
	old := t.Now().Add(-2 * max(hintLife, 2*t.Lag))
	maps.DeleteFunc(t.hints, func(_ string, h hint) bool { return h.at.Before(old) })
}
