// Package manners_test tries every answer that the two fake mail servers can give, through the real senders, the real worker and both
// databases, at a clock that only the tests move. Tables say what a mail comes to and how often it may be handed over; the
// fakes' own ledgers judge.
package manners_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/test/stores"
)

const (
	// guard is when a test that makes no progress is given up.
	guard = 5 * time.Minute
	// soon is what senders wait for an answer where none will come, in real time.
	soon = time.Second

	eventLag = time.Minute
	askAfter = 5 * time.Minute
	outage   = 30 * time.Minute

	sender = "postchat@mg.acme.example"

	// mostTries is how often a mail may be handed over in a bad half hour and after it.
	mostTries = 8
)

// rig is one mail server with a worker in front of it.
type rig struct {
	*testing.T
	ctx    context.Context
	watch  *watch
	worker *delivery.Worker
	scope  *db.Scope
	ids    []string // the deliveries
	open   []string // those that may still change
}

// patience is what a sender waits for the answer of that name.
func patience(name string) time.Duration {
	if takesTime(name) {
		return soon
	}
	return guard
}

// takesTime tells whether the answer of that name never comes, or only slowly.
func takesTime(name string) bool {
	return slices.ContainsFunc([]string{"hang", "endless", "slow", "byte"}, func(word string) bool { return strings.HasPrefix(name, word) })
}

// newRig starts a worker for the sender, which ends with the test.
func newRig(t *testing.T, house *house, s delivery.Sender, policy delivery.OnUncertain) *rig {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), guard)
	_, asks := s.(delivery.Reporter)
	r := &rig{T: t, ctx: ctx, watch: newWatch(house.store, house.clock), scope: house.Scope}
	r.watch.holds = policy == delivery.Hold && !asks
	r.worker = delivery.NewWorker(delivery.Options{
		Store: r.watch, Sender: s, OnUncertain: policy, Lag: askAfter, Slots: 8, Owner: "manners", Lease: 1000 * time.Hour,
		Poll: 2 * time.Millisecond, Grace: guard, Now: house.clock.Now, Log: slog.New(slog.DiscardHandler),
	})
	r.watch.status = r.worker.Status
	done := make(chan struct{})
	go func() { defer close(done); r.worker.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	return r
}

// house is a database with a campaign in it, in which one rig works after the other.
type house struct {
	*stores.Campaign
	store *db.Store
	clock *stores.Clock
	chats int
}

// inEach runs a test in a house on each database.
func inEach(t *testing.T, test func(*testing.T, *house)) {
	t.Helper()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		test(t, &house{Campaign: stores.Sample(t, store), store: store, clock: clock})
	})
}

// mail queues one mail to the recipients.
func (h *house) mail(r *rig, recipients ...string) {
	r.Helper()
	h.chats++
	now := h.clock.Now()
	room := fmt.Sprint("room-", h.chats)
	arrival := h.Arrival(h.Close(room, "lead"), room)
	arrival.ReceivedAt = now
	recorded, err := h.store.Record(r.ctx, arrival)
	if err != nil {
		r.Fatal(err)
	}
	f, err := h.Scope.FollowUp(r.ctx, recorded.FollowUpID)
	if err != nil {
		r.Fatal(err)
	}
	f.State, f.RunAt, f.RoutedAt, f.RoutedRevision = postchat.FollowUpQueued, time.Time{}, now, 1
	id := postchat.NewID(now)
	source := fmt.Sprintf("From: %s\r\nTo: sales@acme.example\r\nSubject: A chat\r\nMessage-ID: <%s@mg.acme.example>\r\n\r\nHello\r\n", sender, id)
	routed := db.Routed{FollowUp: *f, Mail: &postchat.Mail{
		ID: id, AccountID: f.AccountID, FollowUpID: f.ID, Kind: postchat.MailFirst, MessageID: id + "@mg.acme.example", From: sender,
		Source: []byte(source), CreatedAt: now,
	}}
	for _, recipient := range recipients {
		d := postchat.Delivery{
			ID: postchat.NewID(now), AccountID: f.AccountID, FollowUpID: f.ID, MailID: id, Recipient: postchat.Address{Email: recipient},
			State: postchat.DeliveryQueued, RunAt: now, CreatedAt: now, UpdatedAt: now,
		}
		routed.Deliveries = append(routed.Deliveries, d)
		r.ids, r.open = append(r.ids, d.ID), append(r.open, d.ID)
	}
	if counted, err := h.store.SaveRouted(r.ctx, []db.Routed{routed}); err != nil || !counted[0] {
		r.Fatalf("queue a mail: %v, %v", counted, err)
	}
	r.watch.move(0) // The worker has to look again.
	r.worker.Nudge()
}

func (r *rig) delivery(id string) *postchat.Delivery {
	r.Helper()
	d, err := r.scope.Delivery(r.ctx, id)
	if err != nil {
		r.Fatal(err)
	}
	return d
}

// states are the states of the rig's deliveries, in the order in which they were made.
func (r *rig) states() []postchat.DeliveryState {
	r.Helper()
	states := make([]postchat.DeliveryState, len(r.ids))
	for i, id := range r.ids {
		states[i] = r.delivery(id).State
	}
	return states
}

// finish moves the clock from one thing that is due to the next until nothing is, and calls each after every step.
func (r *rig) finish(each ...func(now time.Time)) {
	r.Helper()
	for step := range 5000 {
		r.watch.settle(r.T, r.ctx)
		if step%16 == 0 {
			stores.Balanced(r.T, r.scope)
		}
		now := r.watch.clock.Now()
		next := r.next()
		if next.IsZero() {
			stores.Balanced(r.T, r.scope)
			return
		}
		r.watch.move(max(time.Millisecond, next.Sub(now)))
		for _, f := range each {
			f(r.watch.clock.Now())
		}
		r.worker.Nudge()
	}
	r.Fatalf("there is no end: the deliveries are %v and the gate is %+v", r.states(), r.worker.Status())
}

// next is when something is due; zero for never.
func (r *rig) next() (next time.Time) {
	r.Helper()
	gate := r.worker.Status()
	r.open = slices.DeleteFunc(r.open, func(id string) bool {
		d := r.delivery(id)
		if d.RunAt.IsZero() || d.State == postchat.DeliveryUncertain && r.watch.holds {
			return true
		}
		at := d.RunAt
		if d.State == postchat.DeliveryQueued && gate.NextTry.After(at) {
			at = gate.NextTry
		}
		if next.IsZero() || at.Before(next) {
			next = at
		}
		return false
	})
	return next
}

// end is how a mail may end: its state, how many copies of it were taken, and how often it was handed over at most.
type end struct {
	state       postchat.DeliveryState
	least, most int
	tries       int
}

var (
	takenAtOnce   = end{postchat.DeliveryAccepted, 1, 1, 1}
	takenLater    = end{postchat.DeliveryAccepted, 1, 1, 2}
	refusedAtOnce = end{postchat.DeliveryFailed, 0, 0, 1}
)

// forHalfAnHour is the end where an answer is given not once but for half an hour.
func (e end) forHalfAnHour() end {
	if e.tries > 1 {
		e.tries = mostTries
	}
	if e.most > 1 {
		e.most = mostTries
	}
	return e
}

// ledger is what a fake says of the mails to a recipient: how many it took, and how often they were handed over.
type ledger func(to string) (taken, tries int)

// want compares each mail with the ends that it may come to.
func (r *rig) want(l ledger, ends ...end) {
	r.Helper()
	for _, id := range r.ids {
		d := r.delivery(id)
		taken, tries := l(d.Recipient.Email)
		if !slices.ContainsFunc(ends, func(e end) bool {
			return d.State == e.state && taken >= e.least && taken <= e.most && tries <= e.tries
		}) {
			r.Errorf("the mail to %s is %s (%s), and was taken %d times in %d tries, want %+v", d.Recipient.Email, d.State, d.Words, taken, tries, ends)
		}
	}
}

// wantOneOfThreeRefused says how a mail to one@, two@ and three@ is to end of which two@ is refused.
func (r *rig) wantOneOfThreeRefused(l ledger) {
	r.Helper()
	want := []postchat.DeliveryState{postchat.DeliveryAccepted, postchat.DeliveryFailed, postchat.DeliveryAccepted}
	if got := r.states(); !slices.Equal(got, want) {
		r.Errorf("the deliveries are %v, want %v", got, want)
	}
	r.want(l, takenAtOnce, refusedAtOnce)
}

// desks are n addresses.
func desks(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("desk-%d@acme.example", i)
	}
	return all
}

// names are the names of behaviours.
func names[B any](behaviours []B, name func(B) string) []string {
	all := make([]string, len(behaviours))
	for i, b := range behaviours {
		all[i] = name(b)
	}
	return all
}
