package delivery

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestAMailIsCutOffWhenItsLeaseRunsOutUnextended(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var l leases
		kept, releaseKept := l.hold(t.Context(), "kept", time.Minute)
		lost, releaseLost := l.hold(t.Context(), "lost", time.Minute)
		defer releaseLost()
		time.Sleep(30 * time.Second)
		l.extend([]string{"kept", "of nobody here"}, time.Minute)
		time.Sleep(45 * time.Second)
		synctest.Wait()
		if kept.Err() != nil {
			t.Error("a lease that was extended has run out")
		}
		if !errors.Is(context.Cause(lost), errLeaseOver) {
			t.Errorf("a lease that was not extended: %v", context.Cause(lost))
		}
		l.extend([]string{"lost"}, time.Minute)
		if lost.Err() == nil {
			t.Error("a lease that has run out came back")
		}
		releaseKept()
		if len(l.ends) != 1 {
			t.Errorf("%d leases are held, want the one that was not released", len(l.ends))
		}
	})
}
