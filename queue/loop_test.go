package queue_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/postchat/postchat/queue"
)

// rows is a queue in memory.
type rows struct {
	mu     sync.Mutex
	due    []int
	claims int
	broken error
}

func (r *rows) claim(_ context.Context, limit int) ([]int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.claims++
	if r.broken != nil {
		return nil, r.broken
	}
	n := min(limit, len(r.due))
	claimed := slices.Clone(r.due[:n])
	r.due = r.due[n:]
	return claimed, nil
}

func (r *rows) add(numbers ...int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.due = append(r.due, numbers...)
}

func (r *rows) breakWith(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.broken = err
}

func loop(t *testing.T, r *rows, work func(context.Context, []int)) *queue.Loop[int] {
	return &queue.Loop[int]{
		Name: "test", Claim: r.claim, Work: work, Slots: 4, Batch: 3, Poll: time.Minute, Grace: 10 * time.Second, Heartbeat: time.Second,
		Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
	}
}

func TestEveryRowIsWorkedOnOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var (
			mu   sync.Mutex
			seen []int
		)
		r := &rows{}
		for i := range 100 {
			r.add(i)
		}
		l := loop(t, r, func(_ context.Context, batch []int) {
			if len(batch) > 3 {
				t.Errorf("a batch of %d", len(batch))
			}
			time.Sleep(time.Second)
			mu.Lock()
			defer mu.Unlock()
			seen = append(seen, batch...)
		})
		ctx, stop := context.WithCancel(t.Context())
		go l.Run(ctx)
		time.Sleep(30 * time.Second)
		stop()
		synctest.Wait()
		slices.Sort(seen)
		if len(seen) != 100 || len(slices.Compact(seen)) != 100 {
			t.Errorf("%d rows were worked on", len(seen))
		}
	})
}

func TestANudgeIsHeardAtOnceAndThePollWithoutOne(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r, worked := &rows{}, make(chan time.Time, 10)
		l := loop(t, r, func(context.Context, []int) { worked <- time.Now() })
		go l.Run(t.Context())
		synctest.Wait()
		start := time.Now()
		r.add(1)
		l.Nudge()
		if waited := (<-worked).Sub(start); waited > time.Second {
			t.Errorf("a nudge was heard after %s", waited)
		}
		r.add(2)
		if waited := (<-worked).Sub(start); waited < time.Minute-time.Second || waited > 2*time.Minute {
			t.Errorf("without a nudge it looked after %s", waited)
		}
	})
}

func TestAStoppedLoopFinishesWhatHasBegunAndTakesNothingNew(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &rows{}
		r.add(1)
		finished, cut := false, false
		l := loop(t, r, func(ctx context.Context, batch []int) {
			if batch[0] == 1 {
				time.Sleep(5 * time.Second) // within the grace time
				finished = ctx.Err() == nil
				return
			}
			<-ctx.Done() // longer than the grace time
			cut = true
		})
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); l.Run(ctx) }()
		synctest.Wait()
		r.add(2)
		l.Nudge()
		synctest.Wait()
		r.add(3)
		start := time.Now()
		stop()
		<-done
		if !finished || !cut || len(r.due) != 1 {
			t.Errorf("finished %t, cut %t, %d rows left", finished, cut, len(r.due))
		}
		if took := time.Since(start); took != 10*time.Second {
			t.Errorf("stopping took %s, want the grace time", took)
		}
	})
}

func TestLeasesAreExtendedWhileWorkGoesOn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r, beats := &rows{}, 0
		r.add(1, 2)
		l := loop(t, r, func(context.Context, []int) { time.Sleep(3500 * time.Millisecond) })
		l.Extend = func(_ context.Context, working []int) error {
			if !slices.Equal(working, []int{1, 2}) {
				t.Errorf("extended %v", working)
			}
			beats++
			return nil
		}
		ctx, stop := context.WithCancel(t.Context())
		go l.Run(ctx)
		time.Sleep(10 * time.Second)
		stop()
		synctest.Wait()
		if beats != 3 {
			t.Errorf("%d heartbeats in 3.5 seconds of work", beats)
		}
	})
}

func TestNeitherAPanicNorABrokenDatabaseEndsTheLoop(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r, worked := &rows{}, make(chan int, 10)
		l := loop(t, r, func(_ context.Context, batch []int) {
			if batch[0] == 13 {
				panic("a poisoned row")
			}
			worked <- batch[0]
		})
		go l.Run(t.Context())
		r.add(13)
		l.Nudge()
		synctest.Wait()
		r.breakWith(errors.New("the database is away"))
		l.Nudge()
		synctest.Wait()
		r.breakWith(nil)
		r.add(1)
		l.Nudge()
		if got := <-worked; got != 1 {
			t.Errorf("worked on %d", got)
		}
	})
}

func TestAStoppedLoopWorksOnWhatItWasJustClaiming(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		var worked []int
		l := &queue.Loop[int]{
			Name: "test", Slots: 1, Batch: 1, Poll: time.Minute, Grace: 10 * time.Second, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
			Claim: func(ctx context.Context, _ int) ([]int, error) {
				stop()
				synctest.Wait()
				if ctx.Err() != nil {
					t.Error("the claim was cut off, and nobody can tell whether it claimed")
				}
				return []int{1}, nil
			},
			Work: func(_ context.Context, batch []int) { worked = append(worked, batch...) },
		}
		l.Run(ctx)
		if !slices.Equal(worked, []int{1}) {
			t.Errorf("worked on %v", worked)
		}
	})
}

func TestAClaimThatFailsGivesNothingToWorkOn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		l := &queue.Loop[int]{
			Name: "test", Slots: 1, Batch: 1, Poll: time.Minute, Grace: time.Second, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
			Claim: func(context.Context, int) ([]int, error) { return []int{1}, errors.New("half of it broke") },
			Work:  func(context.Context, []int) { t.Error("it worked on rows that were not claimed well") },
		}
		time.AfterFunc(time.Second, stop)
		l.Run(ctx)
	})
}
