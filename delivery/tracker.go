package delivery

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/queue"
)

// TrackerStore is what a Tracker needs of the database; see db.Store for what each promises.
type TrackerStore interface {
	DeliveryByKey(ctx context.Context, deliveryID, messageID, recipient string) (*db.Claimed, error)
	Advance(ctx context.Context, d postchat.Delivery, to db.Advanced) (bool, error)
	CheckAt(ctx context.Context, deliveryID string, at time.Time) error
	ClaimChecks(ctx context.Context, lease db.Lease, limit int) ([]db.Claimed, error)
	ClearCheck(ctx context.Context, deliveryID string) error
	Cursor(ctx context.Context, name string) (time.Time, error)
	SetCursor(ctx context.Context, name string, at time.Time) error
	PurgeTokens(ctx context.Context, before time.Time) error
	CountForeign(ctx context.Context, kind string, n int, at time.Time) error
}

// TrackerOptions are what a Tracker needs.
type TrackerOptions struct {
	Store TrackerStore
	// Reporter is the provider that can be asked; nil where there is none, and then only Confirmed moves anything.
	Reporter Reporter
	// Lag is how far the provider's records may be behind.
	Lag time.Duration
	// PullEvery is how often all events are pulled; zero means DefaultPullEvery.
	PullEvery time.Duration
	// Owner names this server in leases; Lease is how long a question may take before another server asks it.
	Owner string
	Lease time.Duration
	// Poll is how often to look for questions that are due. Grace is how long one may still take when the server stops.
	Poll  time.Duration
	Grace time.Duration
	// Bad is called after a mail was found refused, blocked or given up, so that a rescue need not wait; may be nil.
	Bad func()
	Now func() time.Time
	Log *slog.Logger
}

// DefaultPullEvery is how often all events are pulled unless told otherwise.
const DefaultPullEvery = 5 * time.Minute

// Tracker follows mails after they were handed over. It hears of them in three ways:
//
//   - Hint: an event that nobody has proven. It moves a mail that was accepted to delayed and delivered at once. Anything else
//     that it would change makes the Tracker ask the provider first, soon and then ever less often for hintLife.
//   - The pull: now and then the provider is asked for all events, which finds what no hint told of.
//   - Confirmed: an event that needs no confirmation.
//
// States only move forward (postchat.DeliveryState.Forward), so that events may come doubled, late and in any order. Events of
// mails that are not ours are counted, and otherwise ignored.
type Tracker struct {
	TrackerOptions
	checks *queue.Loop[db.Claimed]
	pulls  *queue.Loop[time.Time]
	// nextPull is when this server looks again whether a pull is due. Only claimPull uses it.
	nextPull time.Time

	mu    sync.Mutex
	hints map[string]hint // by delivery; see hint
}

// NewTracker returns a tracker. It can take events at once, and asks once Run is called.
func NewTracker(o TrackerOptions) *Tracker {
	t := &Tracker{TrackerOptions: o, hints: map[string]hint{}}
	t.Log = o.Log.With("component", "tracker")
	if t.PullEvery == 0 {
		t.PullEvery = DefaultPullEvery
	}
	t.checks = &queue.Loop[db.Claimed]{
		Name: "hints to confirm", Slots: 4, Batch: 1, Poll: o.Poll, Grace: o.Grace, Log: t.Log,
		Claim: func(ctx context.Context, limit int) ([]db.Claimed, error) {
			return t.Store.ClaimChecks(ctx, db.Lease{Owner: t.Owner, Until: t.Now().Add(t.Lease)}, limit)
		},
		Work: func(ctx context.Context, rows []db.Claimed) { t.check(ctx, rows[0]) },
	}
	t.pulls = &queue.Loop[time.Time]{
		Name: "pull of events", Slots: 1, Batch: 1, Poll: o.Poll, Grace: o.Grace, Log: t.Log,
		Claim: t.claimPull,
		Work:  func(ctx context.Context, cursors []time.Time) { t.pull(ctx, cursors[0]) },
	}
	return t
}

// Run asks the provider until ctx ends and what has begun is done, at most the grace time later. Any number of servers may run at
// once on one database: each question is asked by one of them, and so is, but for bad luck, each pull.
func (t *Tracker) Run(ctx context.Context) {
	if t.Reporter == nil {
		<-ctx.Done()
		return
	}
	var loops sync.WaitGroup
	loops.Go(func() { t.checks.Run(ctx) })
	loops.Go(func() { t.pulls.Run(ctx) })
	loops.Wait()
}

// Confirmed records an event that needs no confirmation, such as what a bounce mail says that knows a Message-ID of ours.
func (t *Tracker) Confirmed(ctx context.Context, e Event) error {
	d, err := t.find(ctx, e)
	if postchat.IsKind(err, postchat.NotFound) {
		return t.Store.CountForeign(ctx, "confirmed "+string(e.State), 1, t.Now())
	}
	if err != nil {
		return err
	}
	return t.apply(ctx, d.Delivery, e)
}

func (t *Tracker) find(ctx context.Context, e Event) (*db.Claimed, error) {
	return t.Store.DeliveryByKey(ctx, e.DeliveryID, e.MessageID, e.Recipient)
}

// apply records the event where it moves the delivery forward.
func (t *Tracker) apply(ctx context.Context, d postchat.Delivery, e Event) error {
	if !d.State.Forward(e.State) {
		return nil
	}
	moved, err := t.Store.Advance(ctx, d, e.advanced(d, t.Now()))
	if err != nil || !moved {
		return err
	}
	t.Log.InfoContext(ctx, "a mail moved on", "delivery_id", d.ID, "follow_up_id", d.FollowUpID, "state", e.State)
	if e.State.Refused() && t.Bad != nil {
		t.Bad()
	}
	return nil
}
