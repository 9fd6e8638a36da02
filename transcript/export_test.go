package transcript

import (
	"context"
	"time"
)

// DueNow asks for every transcript that is due at the worker's time, one after the other, once.
func (w *Worker) DueNow(ctx context.Context) error {
	for {
		rows, err := w.claim(ctx, slots)
		if err != nil || len(rows) == 0 {
			return err
		}
		for i := range rows {
			w.work(ctx, rows[i:i+1])
		}
	}
}

// Claim claims what is due and leaves it, as a server does that is killed then.
func (w *Worker) Claim(ctx context.Context) (int, error) {
	rows, err := w.claim(ctx, slots)
	return len(rows), err
}

// Without takes chance out of the worker's waits.
func (w *Worker) Without() *Worker {
	w.random = func() float64 { return 0 }
	return w
}

// Impatient has windows wait for no vendor.
func (w *Worker) Impatient() *Worker {
	w.patience = 0
	return w
}

// Backoff is backoff, for tests.
func Backoff(attempt int, retryAfter time.Duration, random func() float64) time.Duration {
	return backoff(attempt, retryAfter, random)
}
