// Package transcript fetches the transcripts that chat vendors keep: a webhook that tells of a closed chat is answered at once, and
// the vendor is asked for what was said after that, until it answers or is given up.
package transcript

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/queue"
	"github.com/postchat/postchat/webhook"
)

// Options are what a Worker needs.
type Options struct {
	Store *db.Store
	// Adapters speak with the vendors. Those that are a webhook.Fetcher are asked for transcripts.
	Adapters []webhook.Adapter
	// Owner names this server in leases, and Lease is how long it may be silent before another takes its work over.
	Owner string
	Lease time.Duration
	// Poll is how often to look for transcripts to fetch when nothing nudges.
	Poll time.Duration
	// GiveUp is for how long a vendor is asked, from the close on. Then the follow-up goes on with what the webhook brought.
	GiveUp time.Duration
	// Came is called when a follow-up goes on. It must not block.
	Came func()
	Now  func() time.Time
	Log  *slog.Logger
}

// How many vendors are asked at once, in all and of one source, and for how long one may take.
const (
	slots     = 32
	perSource = 4
	maxFetch  = 2 * time.Minute
	// grace is how long a vendor may still take to answer when the worker is to stop. Whoever starts next asks again.
	grace = time.Second
)

// heartbeats is how often a lease is extended in its time.
const heartbeats = 3

// Worker asks vendors for the transcripts of follow-ups that wait for them. Several servers share the work.
type Worker struct {
	Options
	loop    *queue.Loop[db.AwaitedTranscript]
	sources sources
	looks   looks
	counts  counts
	random  func() float64
	// patience is lookPatience, but in tests.
	patience time.Duration
}

// NewWorker returns a worker. It works once Run is called.
func NewWorker(o Options) *Worker {
	w := &Worker{Options: o, random: rand.Float64, patience: lookPatience}
	w.Log = o.Log.With("component", "transcript")
	w.sources.now = o.Now
	w.loop = &queue.Loop[db.AwaitedTranscript]{
		Name: "transcripts", Slots: slots, Batch: 1, Poll: o.Poll, Grace: grace, Heartbeat: o.Lease / heartbeats, Log: w.Log,
		Claim: w.claim, Work: w.work, Extend: w.extend,
	}
	return w
}

// Run fetches transcripts until ctx ends.
func (w *Worker) Run(ctx context.Context) { w.loop.Run(ctx) }

// Nudge makes the worker look at once for transcripts to fetch. It never blocks.
func (w *Worker) Nudge() { w.loop.Nudge() }

func (w *Worker) lease() db.Lease { return db.Lease{Owner: w.Owner, Until: w.Now().Add(w.Lease)} }

// claim takes what is due, of no source more than its share, so that a slow vendor keeps nobody else waiting.
func (w *Worker) claim(ctx context.Context, limit int) ([]db.AwaitedTranscript, error) {
	due, err := w.Store.DueTranscripts(ctx, limit, perSource, w.sources.busy())
	if err != nil {
		return nil, err
	}
	admitted := w.sources.admit(due)
	if len(admitted) == 0 {
		return nil, nil
	}
	ids := make([]string, len(admitted))
	for i, d := range admitted {
		ids[i] = d.FollowUpID
	}
	claimed, err := w.Store.ClaimTranscripts(ctx, w.lease(), ids)
	held := map[string]bool{}
	for _, c := range claimed {
		held[c.FollowUp.ID] = err == nil
	}
	for _, d := range admitted {
		if !held[d.FollowUpID] { // another server was faster
			w.sources.done(d.SourceID)
		}
	}
	return claimed, err
}

func (w *Worker) extend(ctx context.Context, rows []db.AwaitedTranscript) error {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.FollowUp.ID
	}
	return w.Store.ExtendTranscripts(ctx, w.lease(), ids)
}

// work asks for the transcript of one follow-up and stores what came of it.
func (w *Worker) work(ctx context.Context, rows []db.AwaitedTranscript) {
	row := rows[0]
	// The source's next transcript may be due, and was left out while this one was fetched.
	defer w.loop.Nudge()
	defer w.sources.done(row.Chat.SourceID)
	source, err := w.Store.Account(row.FollowUp.AccountID).Source(ctx, row.Chat.SourceID)
	if err != nil {
		w.Log.ErrorContext(ctx, "reading the source of a transcript failed", "follow_up_id", row.FollowUp.ID, "error", err)
		return
	}
	chat, err := w.fetch(ctx, *source, row.Chat, row.After)
	if ctx.Err() != nil {
		w.giveBack(ctx, row)
		return
	}
	if err != nil {
		w.Log.WarnContext(ctx, "fetching a transcript failed", "follow_up_id", row.FollowUp.ID, "source_id", source.ID,
			"vendor", source.Vendor, "attempt", row.FollowUp.Attempt(), "error", err)
	}
	w.save(ctx, *source, row, chat, err)
}

// save stores what came of asking, and wakes whoever goes on with it.
func (w *Worker) save(ctx context.Context, source postchat.Source, row db.AwaitedTranscript, chat *postchat.Chat, failure error) {
	result, outcome := db.Fetched{Chat: chat}, Whole
	if failure != nil {
		result, outcome = w.failed(source, row.FollowUp, failure), Failed
		if result.Next.IsZero() {
			outcome = GivenUp
		}
	}
	counted, err := w.Store.SaveFetched(ctx, w.Owner, row, result)
	if err != nil {
		w.Log.ErrorContext(ctx, "saving a transcript failed", "follow_up_id", row.FollowUp.ID, "error", err)
		return
	}
	if !counted { // it was sent, or its chat went on, or another server has it
		return
	}
	w.counts.add(outcome)
	if outcome != Failed {
		w.Came()
	}
}

// giveBack lets the follow-up be claimed at once.
func (w *Worker) giveBack(ctx context.Context, row db.AwaitedTranscript) {
	const limit = 5 * time.Second
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), limit)
	defer cancel()
	if err := w.Store.ReleaseDue(ctx, w.Owner, []string{row.FollowUp.ID}); err != nil {
		w.Log.ErrorContext(ctx, "giving a transcript back failed", "follow_up_id", row.FollowUp.ID, "error", err)
	}
}
