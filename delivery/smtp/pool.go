package smtp

import (
	"slices"
	"sync"
	"time"
)

// Limits of idle sessions. Servers hang up after minutes, and some after a number of mails.
const (
	maxIdle  = 32
	idleTime = 15 * time.Second
	maxMails = 100
)

// pool keeps the sessions that are between two mails. The zero value is ready.
type pool struct {
	mu     sync.Mutex
	idle   []*session
	closed bool
}

// take returns the session that was used last, or nil.
func (p *pool) take() *session {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.idle) == 0 {
		return nil
	}
	last := len(p.idle) - 1
	t := p.idle[last]
	p.idle = p.idle[:last]
	t.expiry.Stop()
	return t
}

// put keeps a session whose mail was taken, or ends it.
func (p *pool) put(t *session) {
	p.mu.Lock()
	if p.closed || len(p.idle) >= maxIdle || t.mails >= maxMails || t.inStep() != nil {
		p.mu.Unlock()
		t.quit()
		return
	}
	p.idle = append(p.idle, t)
	t.expiry = time.AfterFunc(idleTime, func() {
		if p.remove(t) {
			t.quit()
		}
	})
	p.mu.Unlock()
}

// remove tells whether the session was still idle.
func (p *pool) remove(t *session) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := slices.Index(p.idle, t)
	if at < 0 {
		return false
	}
	p.idle = slices.Delete(p.idle, at, at+1)
	return true
}

func (p *pool) close() {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.closed = nil, true
	p.mu.Unlock()
	for _, t := range idle {
		t.expiry.Stop()
		t.quit()
	}
}
