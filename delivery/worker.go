package delivery

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/queue"
)

// Store is what the worker needs of the database; see db.Store for what each promises.
type Store interface {
	ClaimQueued(ctx context.Context, lease db.Lease, transport string, limit int) ([]db.Claimed, error)
	ClaimUncertain(ctx context.Context, lease db.Lease, limit int) ([]db.Claimed, error)
	ExtendLeases(ctx context.Context, lease db.Lease, ids []string) error
	ExpireSending(ctx context.Context, askAt time.Time) (int, error)
	Finish(ctx context.Context, r db.Result) (bool, error)
	Advance(ctx context.Context, d postchat.Delivery, to db.Advanced) (bool, error)
	Postpone(ctx context.Context, d postchat.Delivery, until time.Time) error
}

// OnUncertain says what is done about a mail whose answer was lost, where the mail server cannot be asked.
type OnUncertain string

// The choices for OnUncertain.
const (
	// Resend sends it again, with the same Message-ID and a header that marks it: it may arrive twice.
	Resend OnUncertain = "resend"
	// Hold leaves it uncertain until a person decides.
	Hold OnUncertain = "hold"
)

// Options are what a Worker needs.
type Options struct {
	Store  Store
	Sender Sender
	// BounceAddress is the sender in the envelope of all mails, to which mail servers write what became of them; empty means that
	// each mail's own From is. A Sender may have an address of its own instead.
	BounceAddress string
	// OnUncertain counts for senders that are no Reporter.
	OnUncertain OnUncertain
	// Lag is how far the provider's records may be behind: an uncertain mail is not asked about before, and counts as not
	// there only after two empty answers, a lag apart.
	Lag time.Duration
	// Slots is how many mails are handed over at once.
	Slots int
	// Owner names this server in leases; Lease is how long it may be silent before its mails become uncertain.
	Owner string
	Lease time.Duration
	// Poll is how often to look for due mails when nothing nudges.
	Poll time.Duration
	// Grace is how long a mail that is being handed over may still take when the server stops.
	Grace time.Duration
	Now   func() time.Time
	Log   *slog.Logger
}

const (
	// GiveUpAfter is how long a mail that the server does not take is tried. It is failed at the next refusal after that, if by
	// then the transport has been open for fairChance without a break: the time of an outage does not count, however long it
	// was, nor does that before a start of this server, which may have come with a better key.
	GiveUpAfter = 72 * time.Hour
	fairChance  = 6 * time.Hour
)

// emptyAnswers is how many times a provider must not show a mail before it counts as not sent.
const emptyAnswers = 2

// TellsMore reports whether more may be heard of a mail after the Sender has accepted it: from a provider that can be asked, or by
// the bounce address. Where it is false the receipt says so, for nothing better than accepted will ever be known.
func (o *Options) TellsMore() bool {
	_, can := o.Sender.(Reporter)
	return can || o.BounceAddress != ""
}

// Worker brings queued mails to the Sender and settles the uncertain ones.
type Worker struct {
	Options
	sending *queue.Loop[db.Claimed]
	asking  *queue.Loop[db.Claimed]
	gate    *Gate
	leases  leases
	// wake nudges when the gate lets the next mail through. Only claimQueued uses it.
	wake *time.Timer
}

// NewWorker returns a worker. It works once Run is called.
func NewWorker(o Options) *Worker {
	w := &Worker{Options: o, gate: NewGate(o.Slots, o.Now)}
	w.Log = o.Log.With("component", "delivery")
	w.sending = &queue.Loop[db.Claimed]{
		Name: "mails to send", Slots: o.Slots, Batch: 1, Poll: o.Poll, Grace: o.Grace, Heartbeat: o.Lease / 3, Log: w.Log,
		Claim: w.claimQueued,
		Extend: func(ctx context.Context, rows []db.Claimed) error {
			ids := make([]string, len(rows))
			for i, row := range rows {
				ids[i] = row.ID
			}
			lease := w.lease()
			if err := w.Store.ExtendLeases(ctx, lease, ids); err != nil {
				return err
			}
			w.leases.extend(ids, lease.Until.Sub(w.Now()))
			return nil
		},
		Work: func(ctx context.Context, rows []db.Claimed) { w.send(ctx, rows[0]) },
	}
	w.asking = &queue.Loop[db.Claimed]{
		Name: "uncertain mails", Slots: 4, Batch: 1, Poll: o.Poll, Grace: o.Grace, Log: w.Log,
		Claim: w.claimUncertain,
		Work:  func(ctx context.Context, rows []db.Claimed) { w.settle(ctx, rows[0]) },
	}
	return w
}

// Run works until ctx ends and what has begun is done, at most the grace time later.
func (w *Worker) Run(ctx context.Context) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.asking.Run(ctx)
	}()
	w.sending.Run(ctx)
	<-done
}

// Nudge makes the worker look for queued mails at once. It never blocks.
func (w *Worker) Nudge() { w.sending.Nudge() }

// Status is how much the transport is used now, and why.
func (w *Worker) Status() GateStatus { return w.gate.Status() }

func (w *Worker) lease() db.Lease { return db.Lease{Owner: w.Owner, Until: w.Now().Add(w.Lease)} }

// claimQueued claims what the gate lets through, and sees to it that the loop asks again as soon as that is more.
func (w *Worker) claimQueued(ctx context.Context, limit int) (claimed []db.Claimed, err error) {
	room := w.gate.Room(limit)
	if room > 0 {
		if claimed, err = w.Store.ClaimQueued(ctx, w.lease(), w.Sender.Name(), room); err != nil {
			return nil, err
		}
		if len(claimed) > 0 {
			w.gate.Begin(len(claimed), claimed[0].SendingSince)
		}
	}
	status := w.tellOfGate(ctx)
	if wait := status.NextTry.Sub(w.Now()); status.State != GateOpen && wait > 0 {
		if w.wake == nil {
			w.wake = time.AfterFunc(wait, w.Nudge)
		}
		w.wake.Reset(wait)
	}
	return claimed, nil
}

// tellOfGate logs a change of the gate.
func (w *Worker) tellOfGate(ctx context.Context) GateStatus {
	status, changed := w.gate.News()
	switch {
	case changed && status.State == GateOpen:
		w.Log.InfoContext(ctx, "the transport works again", "transport", w.Sender.Name())
	case changed:
		w.Log.WarnContext(ctx, "the transport is in trouble, mails wait", "transport", w.Sender.Name(), "gate", status.State,
			"reason", status.Reason, "next_try", status.NextTry)
	}
	return status
}

func (w *Worker) send(ctx context.Context, c db.Claimed) {
	left := c.LeaseUntil.Sub(w.Now())
	if left <= 0 {
		// This process was stopped past its lease: the mail is uncertain by now, and whoever asks about it decides.
		return
	}
	m := message(c)
	m.From = cmp.Or(w.BounceAddress, m.From)
	held, release := w.leases.hold(ctx, c.ID, left)
	accepted, err := w.Sender.Send(held, m)
	release()
	failure := failureOf(err)
	until := w.gate.End(Try{DeliveryID: c.ID, Attempt: c.Attempt, Began: c.SendingSince}, failure)
	w.finish(ctx, c, w.outcome(c, accepted, failure, until))
	if w.tellOfGate(ctx).State != GateOpen {
		w.Nudge() // There may be room for the next one now.
	}
}

// failureOf is nil for nil.
func failureOf(err error) *Failure {
	if failure := (*Failure)(nil); err == nil || errors.As(err, &failure) {
		return failure
	}
	return &Failure{Class: Uncertain, Words: "The answer was lost on the way.", Err: err}
}

func message(c db.Claimed) Message {
	return Message{
		DeliveryID: c.ID, MessageID: c.Mail.MessageID, From: c.Mail.From, To: c.Recipient.Email, Source: c.Mail.Source, Resend: c.Resend,
	}
}

// outcome says what a delivery comes to after an attempt. failure is nil where it was accepted; until, unless zero, is when the
// transport may take mails again that took none now.
func (w *Worker) outcome(c db.Claimed, accepted Accepted, failure *Failure, until time.Time) db.Change {
	change := db.Change{Transport: w.Sender.Name(), Resend: c.Resend}
	if failure == nil {
		change.State, change.ProviderID, change.Words = postchat.DeliveryAccepted, accepted.ProviderID, accepted.Words
		return change
	}
	change.Words = failure.Words
	now := w.Now()
	switch {
	case failure.Class == Uncertain:
		change.State, change.RunAt = postchat.DeliveryUncertain, w.askAt(now)
		if change.RunAt.Equal(now) && c.Attempt > 1 {
			// Nobody can be asked, and the answer was not lost for the first time: what is sent again must not go round in circles.
			change.RunAt = now.Add(Backoff(c.Attempt, failure.RetryAfter, rand.Float64))
		}
	case !until.IsZero():
		change.State, change.RunAt = postchat.DeliveryQueued, until
	case failure.Class == Permanent || w.isGivenUp(now, c):
		change.State = postchat.DeliveryFailed
	default:
		change.State, change.RunAt = postchat.DeliveryQueued, now.Add(Backoff(c.Attempt, failure.RetryAfter, rand.Float64))
	}
	return change
}

func (w *Worker) isGivenUp(now time.Time, c db.Claimed) bool {
	gate := w.gate.Status()
	return now.Sub(c.CreatedAt) > GiveUpAfter && gate.State == GateOpen && now.Sub(gate.Since) >= fairChance
}

// askAt is when an uncertain mail is dealt with: after the provider's lag, or at once where nobody can be asked.
func (w *Worker) askAt(now time.Time) time.Time {
	if _, can := w.Sender.(Reporter); can {
		return now.Add(w.Lag)
	}
	return now
}

// finish records an outcome, and does not give up while the database is away: an outcome that is lost makes a mail uncertain.
func (w *Worker) finish(ctx context.Context, c db.Claimed, change db.Change) {
	for attempt := 1; ; attempt++ {
		counted, err := w.Store.Finish(ctx, db.Result{Delivery: c.Delivery, Change: change})
		if err == nil {
			w.report(ctx, c, change, counted)
			return
		}
		w.Log.ErrorContext(ctx, "recording a delivery's outcome failed", "delivery_id", c.ID, "error", err)
		select {
		case <-ctx.Done():
			return
		case <-time.After(min(time.Duration(attempt)*200*time.Millisecond, 5*time.Second)):
		}
	}
}

func (w *Worker) report(ctx context.Context, c db.Claimed, change db.Change, counted bool) {
	log := w.Log.With("delivery_id", c.ID, "follow_up_id", c.FollowUpID, "attempt", c.Attempt, "state", change.State)
	switch {
	case !counted:
		log.WarnContext(ctx, "a delivery was settled by somebody else")
	case change.State == postchat.DeliveryAccepted:
		log.DebugContext(ctx, "a mail was accepted")
	default:
		log.WarnContext(ctx, "a mail was not accepted", "words", change.Words)
	}
	if counted && change.State == postchat.DeliveryQueued && !change.RunAt.After(w.Now()) {
		w.Nudge()
	}
}
