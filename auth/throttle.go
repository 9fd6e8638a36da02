package auth

import (
	"context"
	"hash/maphash"
	"sync"
	"time"

	"github.com/postchat/postchat"
)

// pace is how many attempts come free, and how often one more does.
type pace struct {
	burst int
	every time.Duration
}

// How sign-ins are slowed. An attempt counts until it turns out right. Strangers are people who come with a browser in which
// nobody signed in before with that e-mail; what they do slows no other browser of the account's owner.
var (
	// An address may try for all e-mails together, and for one.
	paceOfAddress = pace{burst: 30, every: 2 * time.Second}
	paceOfPair    = pace{burst: 6, every: 20 * time.Second}
	// A known browser may try for its own person.
	paceOfDevice = pace{burst: 10, every: 10 * time.Second}
	// Strangers from all addresses together may try for one e-mail; what is over that waits, and is never refused.
	paceOfEmail = pace{burst: 10, every: 10 * time.Second}
)

const (
	// longestPause is the most that an attempt waits for others' attempts on the same e-mail.
	longestPause = 4 * time.Second
	// maxPausing bounds how many wait so at once.
	maxPausing = 512
	// maxBuckets bounds what is remembered of each kind, at about 50 bytes each.
	maxBuckets = 50_000
)

// throttle slows those who guess.
type throttle struct {
	now   func() time.Time
	pause func(ctx context.Context, d time.Duration) error

	addresses, pairs, devices, emails *buckets
	pausing                           chan struct{}
}

func newThrottle(now func() time.Time) *throttle {
	return &throttle{
		now: now, pause: pause,
		addresses: newBuckets(paceOfAddress, 0, maxBuckets), pairs: newBuckets(paceOfPair, 0, maxBuckets),
		devices: newBuckets(paceOfDevice, 0, maxBuckets), emails: newBuckets(paceOfEmail, longestPause, maxBuckets),
		pausing: make(chan struct{}, maxPausing),
	}
}

// attempt is one attempt to sign in.
type attempt struct {
	address, email string
	device         string // of a known browser; empty for strangers
}

// admit counts an attempt. It waits where others guess at the same e-mail, and is Busy where the same address or browser
// has tried too often. Once the attempt turned out right, forget takes it back.
func (t *throttle) admit(ctx context.Context, a attempt) (forget func(), err error) {
	now := t.now()
	if a.device != "" {
		wait, forget := t.devices.take(now, a.device)
		return forget, tooOften(wait)
	}
	wait, forgetAddress := t.addresses.take(now, a.address)
	if wait > 0 {
		return forgetAddress, tooOften(wait)
	}
	wait, forgetPair := t.pairs.take(now, a.address+" "+a.email)
	if wait > 0 {
		return forgetPair, tooOften(wait)
	}
	over, forgetEmail := t.emails.take(now, a.email)
	forget = func() { forgetAddress(); forgetPair(); forgetEmail() }
	if over <= 0 {
		return forget, nil
	}
	select {
	case t.pausing <- struct{}{}:
		defer func() { <-t.pausing }()
	default:
		return forget, busy(longestPause)
	}
	return forget, t.pause(ctx, min(over, longestPause))
}

func tooOften(wait time.Duration) error {
	if wait <= 0 {
		return nil
	}
	seconds := wait.Truncate(time.Second) + time.Second
	return postchat.Busyf(seconds, "That was tried too often. Please try again in %s.", count(int(seconds/time.Second), "second")).
		Named(postchat.ErrorTooOften)
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// buckets keep each of many at a pace. What is remembered of one is the time at which all its attempts come free again
// (the generic cell rate algorithm), so that one who has been quiet needs no memory.
type buckets struct {
	pace
	// over is how far behind one can get; 0 where what comes too early is refused.
	over time.Duration
	most int // of those who are remembered
	seed maphash.Seed

	mu   sync.Mutex
	free map[uint64]time.Time
}

func newBuckets(p pace, over time.Duration, most int) *buckets {
	return &buckets{pace: p, over: over, most: most, seed: maphash.MakeSeed(), free: map[uint64]time.Time{}}
}

// take counts an attempt and returns how much too early it is. Where that is refused, it does not count. forget takes it
// back.
func (b *buckets) take(now time.Time, who string) (early time.Duration, forget func()) {
	key := maphash.String(b.seed, who)
	room := time.Duration(b.burst) * b.every
	b.mu.Lock()
	defer b.mu.Unlock()
	free := b.free[key]
	if free.Before(now) {
		free = now
	}
	// More than can be owed is from a clock that was put back.
	if most := now.Add(room + b.over); free.After(most) {
		free = most
		b.free[key] = free
	}
	early = free.Add(b.every).Sub(now) - room
	if early > 0 && b.over == 0 {
		return early, func() {}
	}
	b.makeRoom(now)
	b.free[key] = free.Add(b.every)
	return early, func() { b.giveBack(key) }
}

func (b *buckets) giveBack(key uint64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if free, there := b.free[key]; there {
		b.free[key] = free.Add(-b.every)
	}
}

// makeRoom forgets those who have been quiet; where all are busy, any.
func (b *buckets) makeRoom(now time.Time) {
	if len(b.free) < b.most {
		return
	}
	for key, free := range b.free {
		if !free.After(now) {
			delete(b.free, key)
		}
	}
	for key := range b.free {
		if len(b.free) <= b.most*9/10 {
			return
		}
		delete(b.free, key)
	}
}
