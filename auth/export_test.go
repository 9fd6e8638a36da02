package auth

import (
	"context"
	"net/http"
	"net/netip"
	"strconv"
	"sync/atomic"
	"time"
)

// Internals that tests look at.
var (
	CheckPassword = checkPassword
	ErrHash       = errHash
)

// The gate's slots.
const Slots = strangerSlots + knownSlots

// ClientAddress is clientAddress.
func ClientAddress(r *http.Request, trusted ...netip.Prefix) string {
	return clientAddress(r, trusted).String()
}

// Network is network.
func Network(address string) string { return network(netip.MustParseAddr(address)) }

// Neighbourhood is neighbourhood.
func Neighbourhood(address string) string { return neighbourhood(netip.MustParseAddr(address)) }

// HashPassword hashes a password at the cost.
func HashPassword(ctx context.Context, cost Cost, password string) (string, error) {
	h := newHasher(cost)
	return h.hash(ctx, h.strangers, password)
}

// PasswordMatches checks a password with a hasher of the cost.
func PasswordMatches(ctx context.Context, cost Cost, password, hash string) (right, outdated bool, err error) {
	h := newHasher(cost)
	return h.check(ctx, h.strangers, password, hash)
}

// Work counts the hashes of a door.
type Work struct {
	// Done are all, Now those at work, Most the most that were at once.
	Done, Now, Most atomic.Int64
	// Hold, unless nil, keeps each from ending until it is closed.
	Hold chan struct{}
}

// Watch counts the door's hashes. With patience, whoever waits for a slot gives up after that.
func (d *Door) Watch(w *Work, patience time.Duration) {
	derive := d.hasher.derive
	d.hasher.strangers.longest, d.hasher.known.longest = patience, patience
	d.hasher.derive = func(password, salt []byte, c Cost) []byte {
		now := w.Now.Add(1)
		defer w.Now.Add(-1)
		for most := w.Most.Load(); now > most && !w.Most.CompareAndSwap(most, now); most = w.Most.Load() {
			continue
		}
		if w.Hold != nil {
			<-w.Hold
		}
		w.Done.Add(1)
		return derive(password, salt, c)
	}
}

// OnPause calls f instead of waiting where others' attempts slow one down.
func (d *Door) OnPause(f func(time.Duration)) {
	d.throttle.pause = func(_ context.Context, wait time.Duration) error {
		f(wait)
		return nil
	}
}

// Remembered has so many try once at a time, and then as many others a while later, and returns the most that were remembered,
// and how many are in the end.
func Remembered(most, crowd int, later time.Duration) (peak, end int) {
	b, now := newBuckets(pace{burst: 3, every: time.Second}, 0, most), time.Unix(0, 0)
	for i := range 2 * crowd {
		if i == crowd {
			now = now.Add(later)
		}
		b.take(now, strconv.Itoa(i))
		peak = max(peak, len(b.free))
	}
	return peak, len(b.free)
}
