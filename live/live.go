// Package live tells what changes while somebody looks: follow-ups, sources and the ledger.
//
// Nothing is handed from whoever changes something to whoever looks. A change only wakes those who look at the account, and
// each then reads what it may see, as it is at that moment. So the walls of db.Scope hold here as everywhere; whoever reads
// slowly finds the newest state, and never a queue; and a wake that was lost costs a few seconds, because everybody also
// looks unasked now and then.
package live

import (
	"cmp"
	"context"
	"log/slog"
	"time"

	"github.com/postchat/postchat/db"
)

// Options are what a Feed needs.
type Options struct {
	Store *db.Store
	// Gap is how long to wait from one look to the next; 300 ms where it is zero. What changes meanwhile is told together.
	Gap time.Duration
	// Poll is how often to look when nothing wakes; 5 s where it is zero.
	Poll time.Duration
	Now  func() time.Time
	Log  *slog.Logger
}

// Feed tells what changes.
type Feed struct{ Options }

// New returns a feed.
func New(o Options) *Feed {
	o.Gap, o.Poll = cmp.Or(o.Gap, 300*time.Millisecond), cmp.Or(o.Poll, 5*time.Second)
	o.Log = o.Log.With("component", "live")
	return &Feed{o}
}

// look reads what there is to tell now: nothing, or a few events, each to be told after the one before it. unasked says that
// nothing woke it.
type look[T any] func(ctx context.Context, unasked bool) ([]T, error)

// follow looks whenever something of the account changes and tells what it sees, until ctx ends; then the channel is closed.
// It looks the next time only when all was taken that it saw. A look that fails is logged and made again a little later.
func follow[T any](ctx context.Context, f *Feed, account string, look look[T]) <-chan T {
	events := make(chan T)
	watch := f.Store.Watch(account) // before the first look, so that nothing changes between them
	go func() {
		defer close(events)
		defer watch.Close()
		poll := time.NewTicker(f.Poll)
		defer poll.Stop()
		for unasked := true; ; {
			seen, err := look(ctx, unasked)
			if err != nil && ctx.Err() == nil {
				f.Log.WarnContext(ctx, "what changed could not be read", "error", err)
			}
			for _, event := range seen {
				select {
				case events <- event:
				case <-ctx.Done():
					return
				}
			}
			if !pause(ctx, f.Gap) {
				return
			}
			select {
			case <-watch.C:
				unasked = false
			case <-poll.C:
				unasked = true
			case <-ctx.Done():
				return
			}
		}
	}()
	return events
}

// pause waits and reports whether to go on.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
