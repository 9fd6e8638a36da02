package webhook

import (
	"sync"
	"time"
)

// pace keeps each of many sources at a pace: burst at once, and one more every so often. What is remembered of a source is when all
// that it used comes free again (the generic cell rate algorithm).
type pace struct {
	every time.Duration
	burst int

	mu   sync.Mutex
	free map[string]time.Time
}

// take counts one and returns 0, or how long to wait where it comes too early, which does not count.
func (p *pace) take(id string, now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	free := p.free[id]
	if free.Before(now) {
		free = now
	}
	if wait := free.Sub(now) - time.Duration(p.burst-1)*p.every; wait > 0 {
		return wait
	}
	if len(p.free) >= maxKeptSources {
		clear(p.free)
	}
	p.free[id] = free.Add(p.every)
	return 0
}
