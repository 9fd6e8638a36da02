package delivery

import (
	"errors"
	"slices"
	"sync"
	"time"
)

// GateState says how much a Gate lets through.
type GateState string

// The states of a Gate.
const (
	GateOpen    GateState = "open"    // whatever there are slots for
	GateSlow    GateState = "slow"    // nothing for a while, then few at a time
	GateStopped GateState = "stopped" // one mail now and then, to see whether we are let in again
)

// GateStatus is a Gate's state, for people.
type GateStatus struct {
	State GateState `json:"state"`
	// Since is when it became so; for a gate that was never anything but open, when it was made.
	Since time.Time `json:"since"`
	// Reason is what the mail server said last, or what went wrong, in one line; empty while open.
	Reason string `json:"reason,omitempty"`
	// NextTry is when the next mail may go; zero while open.
	NextTry time.Time `json:"next_try,omitzero"`
}

const (
	// After trouble nothing goes for firstPause; each time that the next try is trouble too doubles it, up to longestPause. Where
	// the server asks for a time, it is never less than that.
	firstPause   = 5 * time.Second
	longestPause = 2 * time.Minute
	// The same where the server refuses us, which takes a person to mend.
	firstStop   = time.Minute
	longestStop = 10 * time.Minute
	// doubtsToClose is how many different mails in a row must come to nothing before that is taken for trouble of the transport.
	doubtsToClose = 3
	// calmTime is how long a slow transport must do well until it counts as open, however little was sent.
	calmTime = 10 * time.Minute
	// outTime is how long a mail may be out before others no longer wait for it.
	outTime = time.Minute
	// A mail that waits for the transport is tried as soon as that opens. When nothing was accepted since the try before either,
	// and it has had restAfter attempts, it first rests for restTime: so others serve for finding out, none can hold up all by
	// its own fault, and none is handed over more than eight times in a bad half hour.
	restAfter = 2
	restTime  = 10 * time.Minute
)

// ErrThisMail is inside a Failure that speaks of the mail or its recipient alone, such as a full mailbox: another mail may fare
// better at the same server.
var ErrThisMail = errors.New("the mail server speaks of this mail alone")

// Try is one mail that was handed to the transport.
type Try struct {
	DeliveryID string
	Attempt    int
	Began      time.Time
}

// Gate decides how many mails may be handed to a transport now, from what came of those before. Only what is about the transport
// counts, for one bad mail must not hold up the others:
//
//   - The server refuses us (ErrUnauthorized): the gate is stopped. A mail is tried after a minute, then ever less often, at least
//     every ten minutes, until one is accepted.
//   - The server asks us to wait (Failure.RetryAfter), or three different mails in a row come to nothing and none is accepted in
//     between: the gate is slow. Nothing goes until the pause is over. Then pace mails go a second, evenly spread, and no more
//     than that are out at once. Pace is one where nothing was accepted lately, half of what it was where the server asked us to
//     wait, and grows by one with each second of acceptances, until it has passed the number of slots: so what has piled up leaves
//     without a second peak.
//   - The server refuses a mail for good, or for a reason of its own (ErrThisMail): that says nothing of the others.
//
// Each server of an installation has its own gate and finds out for itself, so that n of them make n tries in a pause.
//
// Its methods may be called by many goroutines at once.
type Gate struct {
	slots int
	now   func() time.Time

	mu     sync.Mutex
	state  GateState
	told   GateState // the state that News told of last
	reason string
	// next is when a mail may begin, unless the gate is open.
	next time.Time
	pace int
	// run counts the acceptances in a row since pace changed.
	run int
	// out counts the mails that began after the last refusal and have not ended; the last of them began at began.
	out   int
	began time.Time
	// strikes counts the refusals in a row, without an acceptance in between.
	strikes int
	// doubted are the last different mails that came to nothing, without an acceptance in between.
	doubted []string
	// refused is when the gate closed last, troubled when anything went wrong last.
	refused, troubled, since time.Time
	// last is when the clock was read last.
	last time.Time
}

// NewGate returns an open gate to a transport with so many slots.
func NewGate(slots int, now func() time.Time) *Gate {
	return &Gate{slots: slots, now: now, state: GateOpen, told: GateOpen, since: now(), pace: slots}
}

// Room is how many of limit mails may begin now. Those that do are told to Begin before Room is asked again.
func (g *Gate) Room(limit int) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.tick()
	switch {
	case g.state == GateOpen:
		return limit
	case now.Before(g.next), g.out >= g.pace && now.Sub(g.began) < outTime:
		return 0
	default:
		return min(limit, 1)
	}
}

// Begin counts n mails that began at that time. Each is told to End; one that never is, is forgotten after a minute.
func (g *Gate) Begin(n int, began time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.tick()
	if n == 0 || !began.After(g.refused) {
		return
	}
	g.out += n
	g.began = now
	if g.state != GateOpen {
		g.next = later(g.next, now.Add(time.Second/time.Duration(g.pace)))
	}
}

// End takes note of what came of a mail; failure is nil where it was accepted. Where the mail did not fail because of itself but
// waits for the transport, it returns until when, and otherwise the zero time.
func (g *Gate) End(t Try, failure *Failure) (until time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.tick()
	news := t.Began.After(g.refused) // What began before the last refusal met the same trouble, and does not count again.
	if news {
		g.out = max(0, g.out-1)
	}
	switch {
	case failure == nil:
		if news {
			g.accept(now)
		}
		return time.Time{}
	case errors.Is(failure, ErrUnauthorized):
		if news || g.state != GateStopped {
			g.refuse(now, GateStopped, failure)
		}
	case failure.Class == Permanent, errors.Is(failure, ErrThisMail):
		return time.Time{}
	case failure.RetryAfter > 0:
		if news {
			g.refuse(now, GateSlow, failure)
		} else {
			g.next = later(g.next, now.Add(failure.RetryAfter))
		}
	case news:
		g.doubt(now, t, failure)
	}
	switch {
	case g.state == GateOpen:
		return time.Time{}
	case g.strikes > 1 && t.Attempt > restAfter:
		return later(g.next, now.Add(restTime))
	default:
		return later(g.next, now)
	}
}

// Status is the gate's state now.
func (g *Gate) Status() GateStatus {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.tick()
	return g.status()
}

// News is the status, and whether its state is another one than at the last call of News.
func (g *Gate) News() (status GateStatus, changed bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.tick()
	changed = g.state != g.told
	g.told = g.state
	return g.status(), changed
}

func (g *Gate) status() GateStatus {
	if g.state == GateOpen {
		return GateStatus{State: GateOpen, Since: g.since}
	}
	return GateStatus{State: g.state, Since: g.since, Reason: g.reason, NextTry: g.next}
}

// tick reads the clock and opens a slow gate after a calm time.
func (g *Gate) tick() time.Time {
	now := g.now()
	if back := g.last.Sub(now); back > 0 {
		// The clock was put back. Everything stays as long ago, or as far ahead, as it was.
		for _, t := range []*time.Time{&g.next, &g.began, &g.refused, &g.troubled, &g.since} {
			*t = t.Add(-back)
		}
	}
	g.last = now
	if g.state == GateSlow && g.strikes == 0 && now.Sub(g.troubled) >= calmTime {
		g.become(now, GateOpen)
	}
	return now
}

func (g *Gate) become(now time.Time, state GateState) {
	if g.state == state {
		return
	}
	g.state, g.since = state, now
	if state == GateOpen {
		g.pace, g.reason, g.next = g.slots, "", time.Time{}
	}
}

func (g *Gate) accept(now time.Time) {
	if g.strikes > 0 {
		g.troubled = now // It lasted until here.
	}
	g.strikes, g.doubted = 0, nil
	if g.state == GateOpen {
		return
	}
	g.become(now, GateSlow) // Also from stopped: we are let in again.
	g.run++
	if g.run >= g.pace {
		g.pace, g.run = g.pace+1, 0
	}
	if g.pace > g.slots {
		g.become(now, GateOpen)
	}
}

// doubt counts a mail that came to nothing, which may be its own fault or the transport's.
func (g *Gate) doubt(now time.Time, t Try, failure *Failure) {
	g.troubled, g.run = now, 0
	if !slices.Contains(g.doubted, t.DeliveryID) {
		g.doubted = append(g.doubted, t.DeliveryID)
	}
	if len(g.doubted) >= doubtsToClose || g.state != GateOpen && len(g.doubted) >= g.pace {
		g.refuse(now, GateSlow, failure)
	} else if g.state == GateSlow {
		g.pace--
	}
}

// refuse closes the gate for a while.
func (g *Gate) refuse(now time.Time, state GateState, failure *Failure) {
	if g.state == GateStopped {
		state = GateStopped // Only an acceptance shows that we are let in again.
	} else if state == GateStopped {
		g.strikes = 0
	}
	g.become(now, state)
	g.strikes++
	first, longest := firstPause, longestPause
	if state == GateStopped {
		first, longest = firstStop, longestStop
	}
	pause := max(failure.RetryAfter, doubled(first, longest, g.strikes))
	if failure.RetryAfter > 0 && g.strikes == 1 && state == GateSlow {
		pause = failure.RetryAfter
		g.pace = max(1, g.pace/2)
	} else {
		g.pace = 1
	}
	g.next = now.Add(pause)
	g.reason = failure.Words
	g.refused, g.troubled = now, now
	g.run, g.out, g.doubted = 0, 0, nil
}

// doubled is first, doubled n-1 times, and at most longest.
func doubled(first, longest time.Duration, n int) time.Duration {
	for ; n > 1 && first < longest; n-- {
		first *= 2
	}
	return min(first, longest)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
