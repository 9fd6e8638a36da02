package followup

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// LedgerLimits are how long a follow-up may be overdue in an open state before that is an alarm.
var LedgerLimits = db.LedgerLimits{
	postchat.FollowUpAwaitingTranscript: time.Hour,
	postchat.FollowUpAwaitingCode:       10 * time.Minute,
	postchat.FollowUpAwaitingOK:         10 * time.Minute,
	postchat.FollowUpHolding:            10 * time.Minute,
	postchat.FollowUpQueued:             time.Hour,
	postchat.FollowUpUncertain:          6 * time.Hour,
	postchat.FollowUpHeld:               24 * time.Hour,
}

// How often the ledger is checked, and how often its entries are added up.
const (
	auditEvery   = time.Minute
	compactEvery = time.Hour
)

// Audit is what the ledger's last check found.
type Audit struct {
	At       time.Time // zero before the first check
	Problems int
}

// Auditor checks the ledger now and then, and raises an alarm for what does not balance or is overdue: a line in the log at
// error for each, and their number for the metrics.
type Auditor struct {
	desk *Desk
	mu   sync.Mutex
	last Audit
}

// Auditor returns an auditor of the desk's ledger. It works once Run is called.
func (d *Desk) Auditor() *Auditor { return &Auditor{desk: d} }

// Last is what the last check found.
func (a *Auditor) Last() Audit {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.last
}

// Run checks at once and then every minute, until ctx ends. Every server of an installation checks for itself.
func (a *Auditor) Run(ctx context.Context) {
	ticker := time.NewTicker(auditEvery)
	defer ticker.Stop()
	var compacted time.Time
	for {
		if err := a.Check(ctx); err != nil && ctx.Err() == nil {
			a.desk.Log.ErrorContext(ctx, "checking the ledger failed", "error", err)
		}
		if now := a.desk.Now(); now.Sub(compacted) >= compactEvery {
			compacted = now
			a.tidy(ctx)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// tidy adds up the ledger and forgets what is not needed any more.
func (a *Auditor) tidy(ctx context.Context) {
	store := a.desk.Store
	for _, tidy := range []func(context.Context) error{store.CompactLedger, store.ForgetWishes, store.ForgetReopened, store.ForgetDrafts} {
		if err := tidy(ctx); err != nil && ctx.Err() == nil {
			a.desk.Log.ErrorContext(ctx, "tidying up failed", "error", err) // it says what was attempted
		}
	}
}

// Check looks once and raises the alarms.
func (a *Auditor) Check(ctx context.Context) error {
	problems, err := a.desk.Store.CheckLedger(ctx, LedgerLimits)
	if err != nil {
		return err
	}
	for _, problem := range problems {
		a.desk.Log.ErrorContext(ctx, "the ledger has a problem", "problem", fmt.Sprint(problem))
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.last = Audit{At: a.desk.Now(), Problems: len(problems)}
	return nil
}
