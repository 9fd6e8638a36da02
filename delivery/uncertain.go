package delivery

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// claimUncertain first makes uncertain what a dead server left in sending, then claims what is to be settled now.
func (w *Worker) claimUncertain(ctx context.Context, limit int) ([]db.Claimed, error) {
	n, err := w.Store.ExpireSending(ctx, w.askAt(w.Now()))
	if err != nil {
		return nil, err
	}
	if n > 0 {
		w.Log.WarnContext(ctx, "mails became uncertain, as their server stopped", "count", n)
	}
	if _, can := w.Sender.(Reporter); !can && w.OnUncertain == Hold {
		return nil, nil
	}
	return w.Store.ClaimUncertain(ctx, w.lease(), limit)
}

// settle finds out about an uncertain mail. Where the provider can be asked, it is either there, and then was accepted and came
// to whatever else the provider tells, or surely not there and is queued again under the same Message-ID. Where it cannot be
// asked, it is queued again with a mark.
func (w *Worker) settle(ctx context.Context, c db.Claimed) {
	if c.Transport != w.Sender.Name() {
		// What took it is not configured any more, so nobody can be asked; only a person can tell.
		w.postpone(ctx, c, time.Hour)
		return
	}
	reporter, can := w.Sender.(Reporter)
	if !can {
		w.finish(ctx, c, db.Change{
			State: postchat.DeliveryQueued, RunAt: w.Now(), Transport: w.Sender.Name(), Resend: true,
			Words: "Sent again, marked, as the server's answer to the last attempt was lost.",
		})
		return
	}
	events, err := reporter.Report(ctx, message(c), c.SendingSince)
	now := w.Now()
	change := db.Change{Transport: w.Sender.Name(), Resend: c.Resend, Asked: c.Asked, Words: c.Words}
	switch {
	case err != nil:
		w.Log.WarnContext(ctx, "asking about an uncertain mail failed", "delivery_id", c.ID, "error", err)
		// Asked again after a lag and more, the longer the less often.
		w.postpone(ctx, c, min(max(w.Lag, now.Sub(c.SendingSince)/2), time.Hour))
		return
	case len(events) > 0:
		change.State, change.ProviderID = postchat.DeliveryAccepted, events[0].ProviderID
		change.Words = "The provider was asked, and has it."
	case c.Asked+1 < emptyAnswers:
		change.State, change.Asked, change.RunAt = postchat.DeliveryUncertain, c.Asked+1, now.Add(w.Lag)
		change.Words = "The provider does not show it yet; it will be asked again."
	default:
		change.State, change.RunAt = postchat.DeliveryQueued, now
		change.Words = "The provider does not have it; it is sent again."
	}
	w.finish(ctx, c, change)
	w.advance(ctx, c, events)
}

// advance records what became of a mail after it was accepted. What cannot be recorded now, the Tracker finds later.
func (w *Worker) advance(ctx context.Context, c db.Claimed, events []Event) {
	for _, e := range events {
		if _, err := w.Store.Advance(ctx, c.Delivery, e.advanced(c.Delivery, w.Now())); err != nil {
			w.Log.ErrorContext(ctx, "recording what became of a mail failed", "delivery_id", c.ID, "error", err)
			return
		}
	}
}

func (w *Worker) postpone(ctx context.Context, c db.Claimed, wait time.Duration) {
	if err := w.Store.Postpone(ctx, c.Delivery, w.Now().Add(wait)); err != nil {
		w.Log.ErrorContext(ctx, "postponing the question about a mail failed", "delivery_id", c.ID, "error", err)
	}
}
