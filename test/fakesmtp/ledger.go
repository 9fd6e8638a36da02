package fakesmtp

import (
	"context"
	"fmt"
	"net/mail"
	"slices"
	"strings"
	"sync"
	"time"
)

// Accepted is one mail that the server took. Its slices and maps are shared with the ledger and must not be changed.
type Accepted struct {
	ID         string    // the server's own id, unique in it
	Time       time.Time // by the server's clock
	From       string    // the envelope's sender; empty for <>
	Recipients []string  // the envelope's recipients, those that were not refused
	Data       []byte    // the mail as its sender meant it, without the dots that the protocol adds; nil WithoutData
	Size       int       // of the data, in bytes
	Header     mail.Header
	MessageID  string // without angle brackets
	TLS        bool
	User       string // who had signed in
	Connection int    // from 1; several mails can share one
}

// Submission is one attempt to hand over a mail: what began with a MAIL command.
type Submission struct {
	Number     int // from 1
	Connection int // from 1
	Time       time.Time
	From       string
	Recipients []string // that were named, also if refused
	MessageID  string   // where the mail came whole; without angle brackets
	Reached    Phase    // the last phase that the client came to, at most EndOfData
	Code       int      // of the last whole reply until then; 0 for none
	Taken      bool
}

// ledger is what really happened. Everything in it is guarded by mu.
type ledger struct {
	mu          sync.Mutex
	accepted    []Accepted
	recipients  map[string][]int // lower case address -> indexes of accepted
	submissions []Submission
	connections int
	hanging     int
	waiters     []*waiter
}

// waiter is closed as soon as ready holds; ready is called under the ledger's lock.
type waiter struct {
	ready func() bool
	done  chan struct{}
}

func newLedger() *ledger { return &ledger{recipients: map[string][]int{}} }

// Accepted lists the mails that were taken, in the order of taking.
func (s *Server) Accepted() []Accepted {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return slices.Clone(s.ledger.accepted)
}

// AcceptedFor lists the mails that were taken for a recipient, in the order of taking. Case does not matter.
func (s *Server) AcceptedFor(recipient string) []Accepted {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	var list []Accepted
	for _, i := range s.ledger.recipients[strings.ToLower(recipient)] {
		list = append(list, s.ledger.accepted[i])
	}
	return list
}

// Count is the number of mails that were taken. A mail to several recipients in one envelope counts once.
func (s *Server) Count() int {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return len(s.ledger.accepted)
}

// Submissions lists the attempts to hand over a mail, in the order in which they began.
func (s *Server) Submissions() []Submission {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return slices.Clone(s.ledger.submissions)
}

// SubmissionCount is the number of attempts to hand over a mail. One that fails before MAIL shows in Connections alone.
func (s *Server) SubmissionCount() int {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return len(s.ledger.submissions)
}

// SubmissionsFor lists the attempts in which the recipient was named. Case does not matter.
func (s *Server) SubmissionsFor(recipient string) []Submission {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	var list []Submission
	for _, sub := range s.ledger.submissions {
		if slices.ContainsFunc(sub.Recipients, func(r string) bool { return strings.EqualFold(r, recipient) }) {
			list = append(list, sub)
		}
	}
	return list
}

// Connections is the number of connections that came, also of those that were cut or refused at once.
func (s *Server) Connections() int {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return s.ledger.connections
}

// WaitAccepted returns the ledger as soon as n mails have been taken, or an error when ctx ends before.
func (s *Server) WaitAccepted(ctx context.Context, n int) ([]Accepted, error) {
	err := s.ledger.wait(ctx, func() bool { return len(s.ledger.accepted) >= n })
	if err != nil {
		return s.Accepted(), fmt.Errorf("wait for %d accepted mails, have %d: %w", n, s.Count(), err)
	}
	return s.Accepted(), nil
}

// WaitSubmissions returns as soon as n attempts to hand over a mail have begun.
func (s *Server) WaitSubmissions(ctx context.Context, n int) error {
	err := s.ledger.wait(ctx, func() bool { return len(s.ledger.submissions) >= n })
	if err != nil {
		return fmt.Errorf("wait for %d submissions, have %d: %w", n, s.SubmissionCount(), err)
	}
	return nil
}

// WaitHanging returns as soon as n connections hang, pause or hear an endless reply at the same time.
func (s *Server) WaitHanging(ctx context.Context, n int) error {
	if err := s.ledger.wait(ctx, func() bool { return s.ledger.hanging >= n }); err != nil {
		return fmt.Errorf("wait for %d hanging connections: %w", n, err)
	}
	return nil
}

// connect counts a new connection and returns its number.
func (l *ledger) connect() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.connections++
	return l.connections
}

// begin enters a new submission and returns its number.
func (l *ledger) begin(sub Submission) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	sub.Number = len(l.submissions) + 1
	l.submissions = append(l.submissions, sub)
	l.wake()
	return sub.Number
}

// update changes submission number n; there is none with number 0.
func (l *ledger) update(n int, change func(*Submission)) {
	if n == 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	change(&l.submissions[n-1])
}

// take enters the mail that submission number n brought and returns its id.
func (l *ledger) take(n int, a Accepted) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	a.ID = fmt.Sprintf("mail-%d", len(l.accepted)+1)
	for _, recipient := range a.Recipients {
		key := strings.ToLower(recipient)
		l.recipients[key] = append(l.recipients[key], len(l.accepted))
	}
	l.accepted = append(l.accepted, a)
	l.submissions[n-1].Taken = true
	l.wake()
	return a.ID
}

func (l *ledger) hang(by int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.hanging += by
	l.wake()
}

// wait returns nil as soon as ready holds.
func (l *ledger) wait(ctx context.Context, ready func() bool) error {
	l.mu.Lock()
	if ready() {
		l.mu.Unlock()
		return nil
	}
	w := &waiter{ready: ready, done: make(chan struct{})}
	l.waiters = append(l.waiters, w)
	l.mu.Unlock()
	select {
	case <-w.done:
		return nil
	case <-ctx.Done():
		l.mu.Lock()
		defer l.mu.Unlock()
		l.waiters = slices.DeleteFunc(l.waiters, func(o *waiter) bool { return o == w })
		return ctx.Err()
	}
}

// wake ends the waits whose condition has come true; mu is held.
func (l *ledger) wake() {
	l.waiters = slices.DeleteFunc(l.waiters, func(w *waiter) bool {
		if !w.ready() {
			return false
		}
		close(w.done)
		return true
	})
}
