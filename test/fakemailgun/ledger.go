package fakemailgun

import (
	"context"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
)

// Accepted is one mail that the server took, as one request brought it. Its slices and maps are shared with the ledger and must
// not be changed.
type Accepted struct {
	ID          string            // the server's own id, unique in it
	Time        time.Time         // by the server's clock
	Domain      string            // from the request's path
	Recipients  []string          // the envelope: the addresses of to, and of cc and bcc where there is no MIME
	MessageID   string            // the MIME's Message-ID, or h:Message-Id where there is no MIME; without angle brackets
	ProviderID  string            // what the answer and the events call the mail; without angle brackets
	Header      mail.Header       // the MIME's, or From, To, Subject and the h: fields
	MIME        []byte            // the bytes as they came; nil where there were none, or WithoutMIME
	Size        int               // of the MIME, in bytes, or of the texts
	Tags        []string          // o:tag
	Variables   map[string]string // v: fields, and the members of h:X-Mailgun-Variables as JSON
	Form        url.Values        // every field of the request as it came
	Attachments []string          // names of the files beside the MIME
}

// To is a narrowed to one of its recipients, for the Server's event methods, which speak of the first recipient.
func (a Accepted) To(recipient string) Accepted {
	a.Recipients = []string{recipient}
	return a
}

// Submission is one request that came to a messages endpoint, taken or not.
type Submission struct {
	Number     int // from 1, in the order of arrival
	Time       time.Time
	Domain     string
	Recipients []string // nil until the body has been read whole
	MessageID  string   // likewise; without angle brackets
	Behaviour  string   // its name; empty where the request was refused before it met one
	Status     int      // of the answer; 0 while there is none, and where it was cut
	Taken      bool
}

// ledger is what really happened. Everything in it is guarded by mu.
type ledger struct {
	mu          sync.Mutex
	accepted    []Accepted
	recipients  map[string][]int // lower case address -> indexes of accepted
	submissions []Submission
	events      []Event
	lag         time.Duration // how old an event must be to be seen
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

// Count is the number of mails that were taken. A mail to several recipients in one request counts once.
func (s *Server) Count() int {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return len(s.ledger.accepted)
}

// Submissions lists the requests that came to the messages endpoints, in the order of arrival.
func (s *Server) Submissions() []Submission {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return slices.Clone(s.ledger.submissions)
}

// SubmissionCount is the number of requests that came to the messages endpoints.
func (s *Server) SubmissionCount() int {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return len(s.ledger.submissions)
}

// SubmissionsFor lists the requests whose body was read whole and named the recipient. Case does not matter.
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

// Answered counts submissions by the status they were answered with; 0 stands for those without a whole answer.
func (s *Server) Answered() map[int]int {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	counts := map[int]int{}
	for _, sub := range s.ledger.submissions {
		counts[sub.Status]++
	}
	return counts
}

// WaitAccepted returns the ledger as soon as n mails have been taken, or an error when ctx ends before.
func (s *Server) WaitAccepted(ctx context.Context, n int) ([]Accepted, error) {
	err := s.ledger.wait(ctx, func() bool { return len(s.ledger.accepted) >= n })
	if err != nil {
		return s.Accepted(), fmt.Errorf("wait for %d accepted mails, have %d: %w", n, s.Count(), err)
	}
	return s.Accepted(), nil
}

// WaitSubmissions returns as soon as n requests have come to the messages endpoints, answered or not.
func (s *Server) WaitSubmissions(ctx context.Context, n int) error {
	err := s.ledger.wait(ctx, func() bool { return len(s.ledger.submissions) >= n })
	if err != nil {
		return fmt.Errorf("wait for %d submissions, have %d: %w", n, s.SubmissionCount(), err)
	}
	return nil
}

// WaitHanging returns as soon as n requests hang or wait for their release at the same time.
func (s *Server) WaitHanging(ctx context.Context, n int) error {
	if err := s.ledger.wait(ctx, func() bool { return s.ledger.hanging >= n }); err != nil {
		return fmt.Errorf("wait for %d hanging requests: %w", n, err)
	}
	return nil
}

// arrive enters a new submission and returns its number.
func (l *ledger) arrive(now time.Time, domain string) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := len(l.submissions) + 1
	l.submissions = append(l.submissions, Submission{Number: n, Time: now, Domain: domain})
	l.wake()
	return n
}

// update changes submission number n and returns it as it is then.
func (l *ledger) update(n int, change func(*Submission)) Submission {
	l.mu.Lock()
	defer l.mu.Unlock()
	change(&l.submissions[n-1])
	return l.submissions[n-1]
}

// take enters the mail that submission number n brought, with an accepted event for each recipient.
func (l *ledger) take(n int, a Accepted) {
	l.mu.Lock()
	defer l.mu.Unlock()
	a.ID = fmt.Sprintf("mail-%d", len(l.accepted)+1)
	for _, recipient := range a.Recipients {
		key := strings.ToLower(recipient)
		l.recipients[key] = append(l.recipients[key], len(l.accepted))
		l.appendEvent(Event{Type: EventAccepted, Time: a.Time, Mail: a, Recipient: recipient})
	}
	l.accepted = append(l.accepted, a)
	l.submissions[n-1].Taken = true
	l.wake()
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
