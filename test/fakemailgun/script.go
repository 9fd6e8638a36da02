package fakemailgun

import (
	"strings"
	"sync"
)

// script decides which behaviour a request meets.
type script struct {
	mu     sync.Mutex
	next   []Behaviour
	to     map[string][]Behaviour
	query  []Behaviour
	decide func(Submission) Behaviour
}

// Next sets the behaviours of the next submissions that pass the checks of key, domain and rate, one each, in the order in which
// they arrive. They come before those of For and Decide, and only here can a behaviour act before the body is read.
func (s *Server) Next(b ...Behaviour) {
	s.script.mu.Lock()
	defer s.script.mu.Unlock()
	s.script.next = append(s.script.next, b...)
}

// For sets the behaviours of the next submissions to a recipient, one each. They come before those of Decide. The recipient is
// known only when the body has been read, so HangBeforeBody and CutRequest act then.
func (s *Server) For(recipient string, b ...Behaviour) {
	s.script.mu.Lock()
	defer s.script.mu.Unlock()
	if s.script.to == nil {
		s.script.to = map[string][]Behaviour{}
	}
	key := strings.ToLower(recipient)
	s.script.to[key] = append(s.script.to[key], b...)
}

// Decide lets f choose for every submission that neither Next nor For speaks of; nil means OK. f sees what was submitted and is
// called for one request at a time; it must not call Next, For or Decide. As with For, the body has been read by then.
func (s *Server) Decide(f func(Submission) Behaviour) {
	s.script.mu.Lock()
	defer s.script.mu.Unlock()
	s.script.decide = f
}

// Always is Decide with the same behaviour every time.
func (s *Server) Always(b Behaviour) { s.Decide(func(Submission) Behaviour { return b }) }

// NextQuery sets the behaviours of the next questions about events, one each, in the order in which they arrive.
func (s *Server) NextQuery(b ...Behaviour) {
	s.script.mu.Lock()
	defer s.script.mu.Unlock()
	s.script.query = append(s.script.query, b...)
}

// atArrival is the behaviour that Next set for the submission, if one is left.
func (s *script) atArrival() (Behaviour, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return shift(&s.next)
}

// forMail is the behaviour for a submission whose recipients are known.
func (s *script) forMail(sub Submission) Behaviour {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, recipient := range sub.Recipients {
		key := strings.ToLower(recipient)
		queue := s.to[key]
		if b, ok := shift(&queue); ok {
			s.to[key] = queue
			return b
		}
	}
	if s.decide != nil {
		return s.decide(sub)
	}
	return OK()
}

func (s *script) forQuery() Behaviour {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, _ := shift(&s.query)
	return b
}

func shift(queue *[]Behaviour) (Behaviour, bool) {
	if len(*queue) == 0 {
		return Behaviour{}, false
	}
	b := (*queue)[0]
	*queue = (*queue)[1:]
	return b, true
}
