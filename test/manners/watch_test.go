package manners_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/test/stores"
)

// watch is a store that knows when its worker has done everything that is due, so that a test can move the clock on: nothing
// that was claimed is without its outcome, and since the last change of anything the worker has looked for more in vain.
type watch struct {
	*db.Store
	clock  *stores.Clock
	status func() delivery.GateStatus
	// holds says that uncertain deliveries are left alone, so that nobody claims them.
	holds bool

	mu      sync.Mutex
	changes int // of rows or of the clock
	open    int // deliveries that were claimed and have no outcome yet
	// queued and uncertain are the numbers of changes at which a claim began that found nothing; asking is that of the one
	// that goes on now.
	queued, uncertain, asking int
	news                      chan struct{} // closed at the next news
}

func newWatch(store *db.Store, clock *stores.Clock) *watch {
	return &watch{Store: store, clock: clock, changes: 1, news: make(chan struct{})}
}

// note changes what is known, under the lock, and wakes whoever waits.
func (w *watch) note(change func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	change()
	close(w.news)
	w.news = make(chan struct{})
}

func (w *watch) ClaimQueued(ctx context.Context, lease db.Lease, transport string, limit int) (claimed []db.Claimed, err error) {
	var began int
	w.note(func() { began = w.changes })
	claimed, err = w.Store.ClaimQueued(ctx, lease, transport, limit)
	w.note(func() {
		w.open += len(claimed)
		if len(claimed) == 0 && err == nil {
			w.queued = began
		}
	})
	return claimed, err
}

// ExpireSending is what each look for uncertain deliveries begins with.
func (w *watch) ExpireSending(ctx context.Context, askAt time.Time) (int, error) {
	w.note(func() { w.asking = w.changes })
	n, err := w.Store.ExpireSending(ctx, askAt)
	w.note(func() {
		if n > 0 {
			w.changes++
		} else if w.holds && err == nil {
			w.uncertain = w.asking
		}
	})
	return n, err
}

func (w *watch) ClaimUncertain(ctx context.Context, lease db.Lease, limit int) ([]db.Claimed, error) {
	claimed, err := w.Store.ClaimUncertain(ctx, lease, limit)
	w.note(func() {
		w.open += len(claimed)
		if len(claimed) == 0 && err == nil {
			w.uncertain = w.asking
		}
	})
	return claimed, err
}

func (w *watch) Finish(ctx context.Context, r db.Result) (bool, error) {
	counted, err := w.Store.Finish(ctx, r)
	if err == nil {
		w.note(func() { w.open, w.changes = w.open-1, w.changes+1 })
	}
	return counted, err
}

func (w *watch) Postpone(ctx context.Context, d postchat.Delivery, until time.Time) error {
	err := w.Store.Postpone(ctx, d, until)
	w.note(func() { w.open, w.changes = w.open-1, w.changes+1 })
	return err
}

// move moves the clock.
func (w *watch) move(by time.Duration) {
	w.note(func() {
		w.clock.Move(by)
		w.changes++
	})
}

// settle returns when everything that is due has been done.
func (w *watch) settle(t *testing.T, ctx context.Context) {
	t.Helper()
	for {
		w.mu.Lock()
		news := w.news
		gate := w.status()
		shut := gate.State != delivery.GateOpen && gate.NextTry.After(w.clock.Now())
		done := w.open == 0 && w.uncertain == w.changes && (w.queued == w.changes || shut)
		w.mu.Unlock()
		if done {
			return
		}
		select {
		case <-news:
		case <-ctx.Done():
			t.Fatalf("the worker does not come to rest: %d deliveries are open and the gate is %+v", w.open, gate)
		}
	}
}
