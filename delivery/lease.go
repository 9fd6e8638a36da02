package delivery

import (
	"context"
	"errors"
	"sync"
	"time"
)

// errLeaseOver is why the sending of a mail was cut off.
var errLeaseOver = errors.New("the lease on the mail ran out before it was handed over")

// leases cut off the handing over of a mail when its lease has run out unextended, as on a machine that is much too slow or cut
// off from its database. Somebody else may ask the provider about the mail then, and must not be told "not there" while it is
// still on its way.
type leases struct {
	mu   sync.Mutex
	ends map[string]*time.Timer // by delivery
}

// hold returns a context that ends with the delivery's lease, and what to call when the lease is not needed any more.
func (l *leases) hold(ctx context.Context, deliveryID string, left time.Duration) (context.Context, func()) {
	ctx, cut := context.WithCancelCause(ctx)
	end := time.AfterFunc(left, func() { cut(errLeaseOver) })
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ends == nil {
		l.ends = map[string]*time.Timer{}
	}
	l.ends[deliveryID] = end
	return ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.ends, deliveryID)
		end.Stop()
		cut(nil)
	}
}

// extend moves the ends of the deliveries' leases. One that is over stays so.
func (l *leases) extend(deliveryIDs []string, left time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, id := range deliveryIDs {
		if end := l.ends[id]; end != nil && end.Stop() {
			end.Reset(left)
		}
	}
}
