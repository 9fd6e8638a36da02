package delivery

import (
	"context"

	"github.com/postchat/postchat/db"
)

// Step sends what is queued and due, then settles what is uncertain and due, once each.
func (w *Worker) Step(ctx context.Context) error {
	queued, err := w.sending.Claim(ctx, 100)
	if err != nil {
		return err
	}
	for i := range queued {
		w.sending.Work(ctx, queued[i:i+1])
	}
	uncertain, err := w.asking.Claim(ctx, 100)
	if err != nil {
		return err
	}
	for i := range uncertain {
		w.asking.Work(ctx, uncertain[i:i+1])
	}
	return nil
}

// Send hands one claimed delivery over.
func (w *Worker) Send(ctx context.Context, c db.Claimed) { w.send(ctx, c) }
