package bounce

import (
	"context"
	"log/slog"
	"sync/atomic"

	"github.com/postchat/postchat/delivery"
)

// Intake takes the mails that come to the bounce address, and passes on what they say of ours. Its methods may be called by
// many goroutines at once.
type Intake struct {
	confirmed func(context.Context, delivery.Event) error
	log       *slog.Logger
	counts    map[Kind]*atomic.Int64
}

// NewIntake returns an Intake. It tells confirmed of each recipient's fate, which needs to be confirmed by nobody else; see the
// package for why. Events may be about mails that are not ours, for everybody may write to the bounce address, and may come
// again. The log gets what kind of mail came, never what is in it.
func NewIntake(confirmed func(context.Context, delivery.Event) error, log *slog.Logger) *Intake {
	in := &Intake{confirmed: confirmed, log: log.With("component", "bounces"), counts: make(map[Kind]*atomic.Int64, len(Kinds))}
	for _, kind := range Kinds {
		in.counts[kind] = new(atomic.Int64)
	}
	return in
}

// Take reads a mail and passes on its events. Mails that have none are counted and ignored; nothing is ever answered. An error
// means that an event was not taken: the mail should be brought again, which may repeat others.
func (in *Intake) Take(ctx context.Context, source []byte) error {
	r, err := Parse(source)
	if err != nil {
		r = Report{Kind: Other}
	}
	for _, one := range r.events() {
		if err := in.confirmed(ctx, one); err != nil {
			in.log.ErrorContext(ctx, "what a bounce says was not recorded", "kind", r.Kind, "error", err)
			return err
		}
	}
	in.counts[r.Kind].Add(1)
	in.log.InfoContext(ctx, "a mail came to the bounce address", "kind", r.Kind, "recipients", len(r.Recipients))
	return nil
}

// Counts are how many mails of each kind were taken since the start.
func (in *Intake) Counts() map[Kind]int64 {
	counts := make(map[Kind]int64, len(in.counts))
	for kind, n := range in.counts {
		counts[kind] = n.Load()
	}
	return counts
}

// events are what a report says of mails of ours, or of none where it does not show which.
func (r Report) events() []delivery.Event {
	if r.MessageID == "" {
		return nil
	}
	events := make([]delivery.Event, len(r.Recipients))
	for i, one := range r.Recipients {
		events[i] = delivery.Event{MessageID: r.MessageID, Recipient: one.Email, State: one.State, At: r.At, Words: one.Words}
	}
	return events
}
