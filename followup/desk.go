// Package followup runs the life of a follow-up: an operator submits or undoes it, and when it is due it is routed, composed
// and queued.
package followup

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
	"github.com/postchat/postchat/queue"
	"github.com/postchat/postchat/routing"
)

// Options are what a Desk needs.
type Options struct {
	Store *db.Store
	// From is the sender of all mails.
	From postchat.Address
	// PublicURL is where people reach the pages; empty leaves links out of the mails.
	PublicURL string
	// Owner names this server in leases, and Lease is how long it may be silent before another takes its work over.
	Owner string
	Lease time.Duration
	// Poll is how often to look for what is due when nothing nudges.
	Poll time.Duration
	// Queued is called when mails were queued, and Awaited when a transcript is to be fetched. They must not block; nil for nobody.
	Queued, Awaited func()
	// Hand hands a test mail over at once and notes in it what came of it; see delivery.Worker.HandTest. Nil sends none.
	Hand func(ctx context.Context, m *postchat.TestMail)
	// Look says what a source's vendor knows now of a conversation whose chat runs, with the messages after the one with the id after;
	// see transcript.Worker.Look. Nil asks no vendor.
	Look func(ctx context.Context, source postchat.Source, conversationID, after string) (*postchat.Chat, error)
	Now  func() time.Time
	Log  *slog.Logger
}

// Desk is where follow-ups are worked on.
type Desk struct {
	Options
	loop *queue.Loop[postchat.FollowUp]
}

// How much is routed at once: what one transaction saves.
const (
	routingSlots = 2
	routingBatch = 64
)

// New returns a desk. It works once Run is called.
func New(o Options) *Desk {
	d := &Desk{Options: o}
	d.Log = o.Log.With("component", "followup")
	d.loop = &queue.Loop[postchat.FollowUp]{
		Name: "follow-ups", Slots: routingSlots, Batch: routingBatch, Poll: o.Poll, Grace: o.Lease, Log: d.Log,
		Claim: func(ctx context.Context, limit int) ([]postchat.FollowUp, error) {
			return d.Store.ClaimDue(ctx, db.Lease{Owner: d.Owner, Until: d.Now().Add(d.Lease)}, limit)
		},
		Work: d.due,
	}
	return d
}

// Run routes follow-ups when they are due, until ctx ends.
func (d *Desk) Run(ctx context.Context) { d.loop.Run(ctx) }

// Nudge makes the desk look at once for what is due. It never blocks.
func (d *Desk) Nudge() { d.loop.Nudge() }

// Record records a webhook's arrival and, where a follow-up came of it, sees to it at once.
func (d *Desk) Record(ctx context.Context, a postchat.Arrival) (postchat.Recorded, error) {
	r, err := d.Store.Record(ctx, a)
	switch {
	case err != nil || r.FollowUpID == "":
	case a.Event.Fetch && d.Awaited != nil:
		d.Awaited()
	case a.Source.Hold == 0:
		d.loop.Nudge()
	}
	return r, err
}

// HookSource returns a source for the webhook receiver; see db.Store.HookSource.
func (d *Desk) HookSource(ctx context.Context, id string) (postchat.Source, map[string]*time.Location, error) {
	return d.Store.HookSource(ctx, id)
}

// CountIgnored counts an event that is not about a finished chat; see db.Store.CountIgnored.
func (d *Desk) CountIgnored(ctx context.Context, source postchat.Source, eventType string, at time.Time) error {
	return d.Store.CountIgnored(ctx, source, eventType, at)
}

// CountRefused counts requests that were not authentic; see db.Store.CountRefused.
func (d *Desk) CountRefused(ctx context.Context, source postchat.Source, count int, problem string, at time.Time) error {
	return d.Store.CountRefused(ctx, source, count, problem, at)
}

// due takes follow-ups one step on and saves them together. What cannot be saved or composed is logged and tried again when
// its lease has run out; it never keeps its neighbours.
func (d *Desk) due(ctx context.Context, followUps []postchat.FollowUp) {
	inputs, err := d.Store.ForRouting(ctx, followUps)
	if err != nil {
		d.Log.ErrorContext(ctx, "reading due follow-ups failed", "error", err)
		return
	}
	routed, batch := make([]db.Routed, 0, len(inputs)), tally{}
	for _, in := range inputs {
		r, err := d.step(ctx, in, batch)
		if err != nil {
			d.Log.ErrorContext(ctx, "routing a follow-up failed", "follow_up_id", in.FollowUp.ID, "error", err)
			continue
		}
		routed = append(routed, r)
	}
	d.save(ctx, routed)
	d.Queued()
}

func (d *Desk) save(ctx context.Context, routed []db.Routed) {
	counted, err := d.Store.SaveRouted(ctx, routed)
	if err != nil {
		if len(routed) == 1 {
			d.Log.ErrorContext(ctx, "saving a routed follow-up failed", "follow_up_id", routed[0].FollowUp.ID, "error", err)
			return
		}
		for i := range routed {
			d.save(ctx, routed[i:i+1])
		}
		return
	}
	var changed []string // in the meantime; they are still due
	for i, r := range routed {
		if !counted[i] {
			changed = append(changed, r.FollowUp.ID)
		}
	}
	if len(changed) == 0 {
		return
	}
	if err := d.Store.ReleaseDue(ctx, d.Owner, changed); err != nil {
		d.Log.ErrorContext(ctx, "giving follow-ups back failed", "error", err)
	}
	d.loop.Nudge()
}

// step works out what a follow-up that is due comes to: it goes on waiting, goes to nobody, is mailed, or is rescued.
func (d *Desk) step(ctx context.Context, in db.ForRouting, batch tally) (db.Routed, error) {
	now := d.Now()
	if !in.FollowUp.State.Waiting() {
		return d.rescue(in)
	}
	r := db.Routed{FollowUp: in.FollowUp}
	f := &r.FollowUp
	first := f.RoutedAt.IsZero() // else what was heard and saved since is about the conversation's next chat
	if first && in.Draft != nil && f.SubmittedAt.IsZero() {
		f.Adopt(*in.Draft, in.Campaign.GoalSettings.UndoDelay)
		r.Adopted = in.Draft
		if f.RunAt.After(now) {
			return r, nil
		}
	}
	if first && !in.ReopenedAt.IsZero() && f.Reopen(in.ReopenedAt) { // as was heard before the close was
		r.Reopened = true
		return r, nil
	}
	if f.Decision == nil {
		if wait(in, f, now) {
			return r, nil
		}
		decision := routing.Route(in.Table, in.Chat, *f)
		f.Decision = &decision
	}
	f.RunAt, f.RoutedAt, f.RoutedRevision = time.Time{}, now, in.Chat.Revision
	if len(f.Decision.Recipients) == 0 {
		f.State, f.Reason = postchat.FollowUpNotForwarded, string(f.Decision.NotForwarded)
		return r, nil
	}
	f.State, f.Reason = postchat.FollowUpQueued, ""
	if err := d.compose(in, &r, postchat.MailFirst, *f.Decision, nil); err != nil {
		return r, err
	}
	return r, d.limit(ctx, in.Campaign, &r, batch)
}

// compose makes the mail of the kind for the decision's recipients, and a queued delivery for each of them.
func (d *Desk) compose(in db.ForRouting, r *db.Routed, kind postchat.MailKind, to postchat.Decision, refusals []mail.Refusal) error {
	now, f := d.Now(), r.FollowUp
	m, err := mail.Compose(mail.Input{
		ID: postchat.NewID(now), Kind: kind, Now: now, Refusals: refusals,
		Campaign: in.Campaign, Codes: in.Table.Codes, Chat: in.Chat, FollowUp: f, Decision: to, Standard: in.Table.Standard,
		From: d.From, IncludePrivate: in.Source.IncludePrivate, PublicURL: d.PublicURL,
		Unusable: func(err error) {
			d.Log.Warn("a mail setting breaks its rules, the default is used", "campaign_id", in.Campaign.ID, "follow_up_id", f.ID, "error", err)
		},
	})
	if err != nil {
		return fmt.Errorf("compose the mail: %w", err)
	}
	r.Mail = &m
	r.Deliveries = make([]postchat.Delivery, len(to.Recipients))
	for i, recipient := range to.Recipients {
		r.Deliveries[i] = postchat.Delivery{
			ID: postchat.NewID(now), AccountID: f.AccountID, FollowUpID: f.ID, MailID: m.ID, Recipient: recipient.Address,
			Reasons: recipient.Reasons, State: postchat.DeliveryQueued, RunAt: now, CreatedAt: now, UpdatedAt: now,
		}
	}
	return nil
}
