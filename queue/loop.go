// Package queue works off rows that are due at a time: follow-ups at the end of their hold, deliveries to send, providers to
// ask. The rows themselves are the queue; package db claims them under a lease, and a Loop hands them to workers.
package queue

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"
)

// Loop claims rows that are due and works on them, some at once, until it is stopped.
type Loop[T any] struct {
	// Name stands in the log.
	Name string
	// Claim leases up to limit rows that are due now, or none and says why. It is called by one goroutine at a time, with a
	// context that outlives the loop's by Grace.
	Claim func(ctx context.Context, limit int) ([]T, error)
	// Work does what is due for the rows, at most Batch of them. It records the outcome itself; what it does not record is
	// claimed again when the lease has run out. Its context outlives the loop's by Grace.
	Work func(ctx context.Context, rows []T)
	// Extend moves the end of the leases on rows that are being worked on, every Heartbeat. Nil where work is always short.
	Extend    func(ctx context.Context, rows []T) error
	Heartbeat time.Duration
	// Slots is how many calls of Work run at once, each with at most Batch rows.
	Slots, Batch int
	// Poll is how often to look when nobody nudges.
	Poll time.Duration
	// Grace is how long work that has begun may go on after the loop was told to stop.
	Grace time.Duration
	Log   *slog.Logger

	once    sync.Once
	nudges  chan struct{}
	mu      sync.Mutex
	working map[*[]T]struct{}
}

// gather is how long a loop with few free slots waits for more, so that one claim serves several.
const gather = 2 * time.Millisecond

func (l *Loop[T]) init() {
	l.once.Do(func() {
		l.nudges = make(chan struct{}, 1)
		l.working = map[*[]T]struct{}{}
	})
}

// Nudge makes the loop look at once. It never blocks.
func (l *Loop[T]) Nudge() {
	l.init()
	select {
	case l.nudges <- struct{}{}:
	default:
	}
}

// Run works until ctx ends, then waits for what has begun, at most Grace.
func (l *Loop[T]) Run(ctx context.Context) {
	l.init()
	workCtx, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(l.Grace, stop) })()
	if l.Extend != nil {
		go l.beat(workCtx)
	}
	free := make(chan struct{}, l.Slots)
	for range l.Slots {
		free <- struct{}{}
	}
	var workers sync.WaitGroup
	for {
		slots := l.acquire(ctx, free)
		if slots == 0 {
			break
		}
		// Like the work, a claim that has begun outlives ctx: one that broke off could leave rows that are claimed and that
		// nobody works on.
		rows, err := l.Claim(workCtx, slots*l.Batch)
		if err != nil {
			l.Log.ErrorContext(ctx, "claiming what is due failed", "loop", l.Name, "error", err)
			rows = nil
		}
		full := len(rows) == slots*l.Batch
		for ; len(rows) > 0; slots-- {
			n := min(l.Batch, len(rows))
			batch := rows[:n:n]
			rows = rows[n:]
			workers.Go(func() {
				defer func() { free <- struct{}{} }()
				l.work(workCtx, batch)
			})
		}
		for range slots {
			free <- struct{}{}
		}
		if !full {
			l.wait(ctx)
		}
	}
	workers.Wait()
}

// acquire waits for a free slot and takes what else is free; 0 means that the loop is to stop.
func (l *Loop[T]) acquire(ctx context.Context, free chan struct{}) int {
	select {
	case <-ctx.Done():
		return 0
	case <-free:
	}
	if ctx.Err() != nil { // a free slot and the end at once: nothing new is begun
		return 0
	}
	slots := 1
	timeout := time.NewTimer(gather)
	defer timeout.Stop()
	for slots < l.Slots {
		if slots < max(1, l.Slots/4) {
			select {
			case <-free:
				slots++
				continue
			case <-timeout.C:
				return slots
			}
		}
		select {
		case <-free:
			slots++
		default:
			return slots
		}
	}
	return slots
}

func (l *Loop[T]) wait(ctx context.Context) {
	timer := time.NewTimer(l.Poll)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-l.nudges:
	case <-timer.C:
	}
}

// work keeps one row whose work panics from taking the server down with it: its lease runs out, and the log says why.
func (l *Loop[T]) work(ctx context.Context, rows []T) {
	defer func() {
		if p := recover(); p != nil {
			l.Log.ErrorContext(ctx, "working on what is due panicked", "loop", l.Name, "panic", p, "stack", string(debug.Stack()))
		}
	}()
	l.track(&rows, true)
	defer l.track(&rows, false)
	l.Work(ctx, rows)
}

func (l *Loop[T]) track(rows *[]T, on bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if on {
		l.working[rows] = struct{}{}
	} else {
		delete(l.working, rows)
	}
}

func (l *Loop[T]) beat(ctx context.Context) {
	ticker := time.NewTicker(l.Heartbeat)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		var rows []T
		l.mu.Lock()
		for batch := range l.working {
			rows = append(rows, *batch...)
		}
		l.mu.Unlock()
		if len(rows) == 0 {
			continue
		}
		if err := l.Extend(ctx, rows); err != nil && ctx.Err() == nil {
			l.Log.ErrorContext(ctx, "extending leases failed", "loop", l.Name, "error", err)
		}
	}
}
