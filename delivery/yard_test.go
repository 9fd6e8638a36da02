package delivery_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/delivery"
)

// yard keeps deliveries in memory, as db.Store keeps them in a database, so that hours of thousands of them pass in a moment.
type yard struct {
	delivery.Store // what is not written here must not be called
	mu             sync.Mutex
	rows           []*db.Claimed // in the order in which they were made
	claims         int           // of queued ones
	nudge          []func()      // for each server
}

func (y *yard) add(created time.Time) {
	y.mu.Lock()
	defer y.mu.Unlock()
	for _, nudge := range y.nudge {
		defer nudge()
	}
	y.rows = append(y.rows, &db.Claimed{
		Delivery: postchat.Delivery{
			ID: fmt.Sprintf("mail-%05d", len(y.rows)), State: postchat.DeliveryQueued, RunAt: created, CreatedAt: created,
			Recipient: postchat.Address{Email: "sales@acme.example"},
		},
		Mail: &postchat.Mail{From: "postchat@acme.example"},
	})
}

func (y *yard) ClaimQueued(_ context.Context, lease db.Lease, transport string, limit int) ([]db.Claimed, error) {
	y.mu.Lock()
	y.claims++
	y.mu.Unlock()
	return y.claim(postchat.DeliveryQueued, limit, func(c *db.Claimed) {
		c.State, c.RunAt, c.Attempt, c.Transport = postchat.DeliverySending, time.Time{}, c.Attempt+1, transport
		c.SendingSince, c.LeaseUntil = postchat.Now(), lease.Until
	})
}

func (y *yard) ClaimUncertain(_ context.Context, lease db.Lease, limit int) ([]db.Claimed, error) {
	return y.claim(postchat.DeliveryUncertain, limit, func(c *db.Claimed) { c.RunAt = lease.Until })
}

// claim claims the oldest that are due.
func (y *yard) claim(state postchat.DeliveryState, limit int, change func(*db.Claimed)) (claimed []db.Claimed, _ error) {
	y.mu.Lock()
	defer y.mu.Unlock()
	now := postchat.Now()
	for _, row := range y.rows {
		if len(claimed) < limit && row.State == state && !row.RunAt.After(now) {
			change(row)
			claimed = append(claimed, *row)
		}
	}
	return claimed, nil
}

func (y *yard) ExtendLeases(context.Context, db.Lease, []string) error { return nil }

func (y *yard) ExpireSending(context.Context, time.Time) (int, error) { return 0, nil }

func (y *yard) Postpone(_ context.Context, d postchat.Delivery, until time.Time) error {
	y.change(d, func(c *db.Claimed) { c.RunAt = until })
	return nil
}

func (y *yard) Finish(_ context.Context, r db.Result) (bool, error) {
	y.change(r.Delivery, func(c *db.Claimed) {
		c.State, c.RunAt, c.Asked, c.Resend, c.Words = r.Change.State, r.Change.RunAt, r.Change.Asked, r.Change.Resend, r.Change.Words
	})
	return true, nil
}

func (y *yard) Advance(context.Context, postchat.Delivery, db.Advanced) (bool, error) {
	return false, nil
}

func (y *yard) change(d postchat.Delivery, change func(*db.Claimed)) {
	y.mu.Lock()
	defer y.mu.Unlock()
	change(y.rows[slices.IndexFunc(y.rows, func(c *db.Claimed) bool { return c.ID == d.ID })])
}

// states counts the deliveries in each state.
func (y *yard) states() map[postchat.DeliveryState]int {
	y.mu.Lock()
	defer y.mu.Unlock()
	counts := map[postchat.DeliveryState]int{}
	for _, row := range y.rows {
		counts[row.State]++
	}
	return counts
}

func (y *yard) claimed() int {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.claims
}

// submission is a mail that came to the provider.
type submission struct {
	at    time.Time
	id    string
	taken bool
}

// provider is a mail provider that keeps a ledger.
type provider struct {
	// answer says what the provider does with a mail. It is called for one mail at a time.
	answer func(now time.Time, id string) outcome

	mu     sync.Mutex
	ledger []submission
}

func (*provider) Name() string { return "provider" }

func (p *provider) Send(_ context.Context, m delivery.Message) (delivery.Accepted, error) {
	p.mu.Lock()
	o := p.answer(time.Now(), m.DeliveryID)
	p.ledger = append(p.ledger, submission{time.Now(), m.DeliveryID, o.taken})
	p.mu.Unlock()
	time.Sleep(o.took)
	if o.failure != nil {
		return delivery.Accepted{}, o.failure
	}
	return delivery.Accepted{Words: "250 taken"}, nil
}

// since lists what came from a time on.
func (p *provider) since(at time.Time) []submission {
	p.mu.Lock()
	defer p.mu.Unlock()
	from, _ := slices.BinarySearchFunc(p.ledger, at, func(s submission, at time.Time) int { return s.at.Compare(at) })
	return slices.Clone(p.ledger[from:])
}

// count counts for each mail how often it came and how often it was taken.
func (p *provider) count() (tries, taken map[string]int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	tries, taken = map[string]int{}, map[string]int{}
	for _, s := range p.ledger {
		tries[s.id]++
		if s.taken {
			taken[s.id]++
		}
	}
	return tries, taken
}

// reporting is a provider that can be asked.
type reporting struct{ *provider }

func (p reporting) Report(_ context.Context, m delivery.Message, _ time.Time) ([]delivery.Event, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if slices.ContainsFunc(p.ledger, func(s submission) bool { return s.id == m.DeliveryID && s.taken }) {
		return []delivery.Event{{DeliveryID: m.DeliveryID, State: postchat.DeliveryAccepted}}, nil
	}
	return nil, nil
}

func (p reporting) ReportSince(context.Context, time.Time) ([]delivery.Event, time.Time, error) {
	return nil, time.Time{}, nil
}

// upTo takes n mails in each second and says no to those above.
func upTo(n int, no *delivery.Failure) func(time.Time) *delivery.Failure {
	var second time.Time
	count := 0
	return func(now time.Time) *delivery.Failure {
		if s := now.Truncate(time.Second); s != second {
			second, count = s, 0
		}
		if count++; count > n {
			return no
		}
		return nil
	}
}

const latency = 50 * time.Millisecond

// serve runs a worker in the yard until it is told to stop.
func serve(t *testing.T, y *yard, sender delivery.Sender) (w *delivery.Worker, stop func()) {
	t.Helper()
	w = delivery.NewWorker(delivery.Options{
		Store: y, Sender: sender, OnUncertain: delivery.Resend, Lag: lag, Slots: 32, Owner: "test", Lease: time.Hour,
		Poll: 5 * time.Second, Grace: time.Minute, Now: postchat.Now, Log: slog.New(slog.DiscardHandler),
	})
	y.nudge = append(y.nudge, w.Nudge)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); w.Run(ctx) }()
	return w, func() { cancel(); <-done }
}

// arrive makes n mails due, one each interval.
func (y *yard) arrive(n int, interval time.Duration) {
	for range n {
		y.add(postchat.Now())
		time.Sleep(interval)
	}
}

// settle waits until every mail is in one of the states, at most that long.
func (y *yard) settle(t *testing.T, within time.Duration, states ...postchat.DeliveryState) {
	t.Helper()
	for deadline := time.Now().Add(within); ; time.Sleep(time.Second) {
		open := 0
		for state, n := range y.states() {
			if !slices.Contains(states, state) {
				open += n
			}
		}
		if open == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("after %s the mails are %v", within, y.states())
		}
	}
}

// mostInASecond is the highest number of submissions within any second.
func mostInASecond(all []submission) (most int) {
	first := 0
	for last := range all {
		for all[last].at.Sub(all[first].at) >= time.Second {
			first++
		}
		most = max(most, last-first+1)
	}
	return most
}

// overtaken counts the mails that were taken after another one that was made at least by places later.
func overtaken(all []submission, by int) (n int) {
	newest := 0
	for _, s := range all {
		if place := placeOf(s.id); s.taken {
			newest = max(newest, place)
			if newest-place >= by {
				n++
			}
		}
	}
	return n
}

func placeOf(id string) (place int) {
	_, _ = fmt.Sscanf(id, "mail-%d", &place)
	return place
}
