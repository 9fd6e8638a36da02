package db

import (
	"context"
	"errors"
	"sync"
)

// ErrBusy says that more is waiting to be written than the store takes in; the caller may try again a little later.
var ErrBusy = errors.New("too much is waiting to be written")

// Limits of a batcher. A batch forms by itself while the one before it commits, so there is no lingering for more.
const (
	maxBatch   = 256
	maxWaiting = 4096
)

// batcher lets many callers share one transaction, and so one sync to disk. Each caller waits for its own outcome. Whoever
// comes while nobody flushes does so at once, on their own goroutine; what comes meanwhile is the next batch.
type batcher[In, Out any] struct {
	// flush writes a batch in one transaction and returns an outcome for each item. When a batch of several fails, its items
	// are flushed one by one, so that one that cannot be written does not fail its neighbours.
	flush    func(ctx context.Context, items []In) ([]Out, error)
	waiting  chan waiter[In, Out]
	flushing sync.Mutex
	closing  chan struct{}
	once     sync.Once
	done     chan struct{}
}

type waiter[In, Out any] struct {
	item    In
	outcome chan<- outcome[Out]
}

type outcome[Out any] struct {
	out Out
	err error
}

func newBatcher[In, Out any](flush func(context.Context, []In) ([]Out, error)) *batcher[In, Out] {
	return &batcher[In, Out]{
		flush:   flush,
		waiting: make(chan waiter[In, Out], maxWaiting),
		closing: make(chan struct{}),
		done:    make(chan struct{}),
	}
}

// do writes the item and returns its outcome once it is durable. When ctx ends first the item may still be written.
func (b *batcher[In, Out]) do(ctx context.Context, item In) (Out, error) {
	result := make(chan outcome[Out], 1)
	var none Out
	select {
	case <-b.closing:
		return none, ErrBusy
	default:
	}
	select {
	case b.waiting <- waiter[In, Out]{item, result}:
	default:
		return none, ErrBusy
	}
	if b.flushing.TryLock() {
		b.flushAll(b.collect())
		b.release()
	}
	select {
	case o := <-result:
		return o.out, o.err
	case <-ctx.Done():
		return none, ctx.Err()
	case <-b.done:
		// The batcher was closed after the item had been taken in: its outcome is there, or it never will be.
		select {
		case o := <-result:
			return o.out, o.err
		default:
			return none, ErrBusy
		}
	}
}

// release ends a turn of flushing. What came meanwhile is flushed by a goroutine of its own, so that no caller works for others
// once its own outcome is there. Whoever puts an item in and finds somebody flushing leaves it to this look.
func (b *batcher[In, Out]) release() {
	b.flushing.Unlock()
	if len(b.waiting) > 0 && b.flushing.TryLock() {
		go func() {
			for batch := b.collect(); len(batch) > 0; batch = b.collect() {
				b.flushAll(batch)
			}
			b.release()
		}()
	}
}

// close flushes what is waiting and ends the batcher.
func (b *batcher[In, Out]) close() {
	b.once.Do(func() {
		close(b.closing)
		b.flushing.Lock() // for ever: nobody flushes any more
		for batch := b.collect(); len(batch) > 0; batch = b.collect() {
			b.flushAll(batch)
		}
		close(b.done)
	})
	<-b.done
}

// collect takes what is waiting, at most a batch.
func (b *batcher[In, Out]) collect() []waiter[In, Out] {
	var batch []waiter[In, Out]
	for len(batch) < maxBatch {
		select {
		case next := <-b.waiting:
			batch = append(batch, next)
		default:
			return batch
		}
	}
	return batch
}

func (b *batcher[In, Out]) flushAll(batch []waiter[In, Out]) {
	if len(batch) == 0 {
		return
	}
	if err := b.flushTogether(batch); err == nil {
		return
	} else if len(batch) == 1 {
		batch[0].outcome <- outcome[Out]{err: err}
		return
	}
	for i := range batch {
		if err := b.flushTogether(batch[i : i+1]); err != nil {
			batch[i].outcome <- outcome[Out]{err: err}
		}
	}
}

// flushTogether answers the batch's callers, unless it fails: then none of them has been answered.
func (b *batcher[In, Out]) flushTogether(batch []waiter[In, Out]) error {
	ctx, cancel := context.WithTimeout(context.Background(), txTimeout)
	defer cancel()
	items := make([]In, len(batch))
	for i, w := range batch {
		items[i] = w.item
	}
	outs, err := b.flush(ctx, items)
	if err != nil {
		return err
	}
	for i, w := range batch {
		w.outcome <- outcome[Out]{out: outs[i]}
	}
	return nil
}
