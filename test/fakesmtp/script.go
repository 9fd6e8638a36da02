package fakesmtp

import (
	"fmt"
	"strings"
	"sync"
)

// script decides which behaviours a connection meets.
type script struct {
	mu     sync.Mutex
	next   []Behaviour
	to     map[string][]Behaviour
	decide func(connection int) Behaviour
}

// Next sets the behaviours of the next connections, one each, in the order in which they come. A behaviour acts once, the first time
// its connection reaches the phase; it comes before those of For and Decide.
func (s *Server) Next(b ...Behaviour) {
	s.script.mu.Lock()
	defer s.script.mu.Unlock()
	s.script.next = append(s.script.next, b...)
}

// For sets the behaviours of the next times that a client names the recipient, one each; each acts once. They come before those
// of Decide. It panics if a behaviour acts before the phase Rcpt, for then no recipient is known.
func (s *Server) For(recipient string, b ...Behaviour) {
	s.script.mu.Lock()
	defer s.script.mu.Unlock()
	for _, one := range b {
		if one.kind != usual && one.phase < Rcpt {
			panic(fmt.Sprintf("fakesmtp: %q acts before a recipient is known", one))
		}
	}
	if s.script.to == nil {
		s.script.to = map[string][]Behaviour{}
	}
	key := strings.ToLower(recipient)
	s.script.to[key] = append(s.script.to[key], b...)
}

// Decide lets f choose for every connection, counted from 1; nil means OK. The behaviour acts each time the connection reaches the
// phase. f is called for one connection at a time; it must not call Next, For or Decide.
func (s *Server) Decide(f func(connection int) Behaviour) {
	s.script.mu.Lock()
	defer s.script.mu.Unlock()
	s.script.decide = f
}

// Always is Decide with the same behaviour every time.
func (s *Server) Always(b Behaviour) { s.Decide(func(int) Behaviour { return b }) }

// forConnection is what acts once on the connection, and what acts always.
func (s *script) forConnection(number int) (once, all Behaviour) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.next) > 0 {
		once, s.next = s.next[0], s.next[1:]
	}
	if s.decide != nil {
		all = s.decide(number)
	}
	return once, all
}

// forRecipient is what For set for this time, if anything is left.
func (s *script) forRecipient(recipient string) (Behaviour, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := strings.ToLower(recipient)
	queue := s.to[key]
	if len(queue) == 0 {
		return Behaviour{}, false
	}
	s.to[key] = queue[1:]
	return queue[0], true
}
