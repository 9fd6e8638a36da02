package graph

import (
	"cmp"
	"sync"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// Live says how subscriptions are told. Each zero value means what its comment says.
type Live struct {
	// Gap and Poll are those of live.Options.
	Gap, Poll time.Duration
	// Ping is how often something is written to a connection on which nothing happens; 15 s.
	Ping time.Duration
	// Trust is for how long a viewer is believed to be who they were; 5 s. A token that is revoked gets nothing after that.
	Trust time.Duration
	// Patience is for how long a reader may take nothing before the connection is cut; 10 s.
	Patience time.Duration
	// PerViewer and InAll bound the subscriptions of one session or token, and of all; 10 and 500.
	PerViewer, InAll int
	// Stop ends all subscriptions when it is closed; nil never does.
	Stop <-chan struct{}
}

func (l Live) withDefaults() Live {
	l.Ping, l.Trust = cmp.Or(l.Ping, 15*time.Second), cmp.Or(l.Trust, 5*time.Second)
	l.Patience = cmp.Or(l.Patience, 10*time.Second)
	l.PerViewer, l.InAll = cmp.Or(l.PerViewer, 10), cmp.Or(l.InAll, 500)
	return l
}

// busyPause is when to try again where there is no seat.
const busyPause = 10 * time.Second

// seats bounds how many subscriptions there are at once.
type seats struct {
	perViewer, inAll int

	mu    sync.Mutex
	taken map[string]int
	all   int
}

// take takes a seat for the viewer, to be given back by leave. It is Busy where there is none.
func (s *seats) take(v auth.Viewer) (leave func(), err error) {
	who := cmp.Or(v.SessionID, v.Actor.ID)
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.taken[who] >= s.perViewer:
		return nil, postchat.Busyf(busyPause, "You have %d subscriptions already, which is all that one session or token may have.", s.perViewer)
	case s.all >= s.inAll:
		return nil, postchat.Busyf(busyPause, "There are as many subscriptions as this server takes.")
	}
	if s.taken == nil {
		s.taken = map[string]int{}
	}
	s.taken[who]++
	s.all++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all--
		if s.taken[who]--; s.taken[who] == 0 {
			delete(s.taken, who)
		}
	}, nil
}
