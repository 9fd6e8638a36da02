package delivery

import (
	"context"
	"errors"
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
	if _, can := w.Sender.(Finder); !can && w.OnUncertain == Hold {
		return nil, nil
	}
	return w.Store.ClaimUncertain(ctx, w.lease(), limit)
}

// settle finds out about an uncertain mail. Where the provider can be asked, it is either there and was accepted, or surely
// not there and is queued again under the same Message-ID. Where it cannot be asked, it is queued again with a mark.
func (w *Worker) settle(ctx context.Context, c db.Claimed) {
	if c.Transport != w.Sender.Name() {
		// What took it is not configured any more, so nobody can be asked; only a person can tell.
		w.postpone(ctx, c, time.Hour)
		return
	}
	finder, can := w.Sender.(Finder)
	if !can {
		w.finish(ctx, c, db.Change{
			State: postchat.DeliveryQueued, RunAt: w.Now(), Transport: w.Sender.Name(), Resend: true,
			Words: "Sent again, marked, as the server's answer to the last attempt was lost.",
		})
		return
	}
	accepted, err := finder.Find(ctx, message(c), c.SendingSince)
	now := w.Now()
	change := db.Change{Transport: w.Sender.Name(), Resend: c.Resend, Asked: c.Asked, Words: c.Words}
	switch {
	case err == nil:
		change.State, change.ProviderID, change.Words = postchat.DeliveryAccepted, accepted.ProviderID, accepted.Words
	case errors.Is(err, ErrNotFound) && c.Asked+1 < emptyAnswers:
		change.State, change.Asked, change.RunAt = postchat.DeliveryUncertain, c.Asked+1, now.Add(w.Lag)
		change.Words = "The provider does not show it yet; it will be asked again."
	case errors.Is(err, ErrNotFound):
		change.State, change.RunAt = postchat.DeliveryQueued, now
		change.Words = "The provider does not have it; it is sent again."
	default:
		w.Log.WarnContext(ctx, "asking about an uncertain mail failed", "delivery_id", c.ID, "error", err)
		// Asked again after a lag and more, the longer the less often.
		w.postpone(ctx, c, min(max(w.Lag, now.Sub(c.SendingSince)/2), time.Hour))
		return
	}
	w.finish(ctx, c, change)
}

func (w *Worker) postpone(ctx context.Context, c db.Claimed, wait time.Duration) {
	if err := w.Store.Postpone(ctx, c.Delivery, w.Now().Add(wait)); err != nil {
		w.Log.ErrorContext(ctx, "postponing the question about a mail failed", "delivery_id", c.ID, "error", err)
	}
}
