package fakemailgun

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strings"
	"sync"
	"time"
)

// submit serves both messages endpoints.
func (s *Server) submit(w http.ResponseWriter, r *http.Request) {
	now := s.now()
	number := s.ledger.arrive(now, r.PathValue("domain"))
	x := &exchange{server: s, w: w, r: r, answered: func(status int) {
		s.ledger.update(number, func(sub *Submission) { sub.Status = status })
	}}
	if no := s.admit(r); no != nil {
		x.answer(no.answer())
		return
	}
	if wait, ok := s.bucket.take(now); !ok {
		x.play(Status(http.StatusTooManyRequests).RetryAfter(wait), answer{})
		return
	}

	b, decided := s.script.atArrival()
	if decided {
		s.ledger.update(number, func(sub *Submission) { sub.Behaviour = b.String() })
	}
	if b.hang == beforeBody {
		x.play(b, answer{})
		return
	}
	body := &bodyReader{body: r.Body, left: -1}
	if b.cut == inRequest {
		body.left = b.cutAt
	}
	in, err := s.read(r, body)
	if body.broken != nil {
		x.abort()
	}
	if no := (*refusal)(nil); errors.As(err, &no) {
		x.answer(no.answer())
		return
	}
	sub := s.ledger.update(number, func(sub *Submission) { sub.Recipients, sub.MessageID = in.Recipients, in.MessageID })
	if !decided {
		b = s.script.forMail(sub)
		s.ledger.update(number, func(sub *Submission) { sub.Behaviour = b.String() })
	}
	in.Time = s.now()
	in.ProviderID = s.providerID(number, in)
	if b.Takes() {
		s.ledger.take(number, in)
	}
	x.play(b, answer{
		status: http.StatusOK,
		body:   fmt.Sprintf(`{"id":%s,"message":"Queued. Thank you."}`, quote("<"+in.ProviderID+">")),
	})
}

// providerID is the id under which answers and events speak of the mail: the sender's, where it has one.
func (s *Server) providerID(number int, a Accepted) string {
	if a.MessageID != "" && !s.ownIDs {
		return a.MessageID
	}
	return fmt.Sprintf("%s.%016x@%s", a.Time.UTC().Format("20060102150405"), number, a.Domain)
}

// refusal is an answer to a request that no behaviour was asked about.
type refusal struct {
	status int
	body   string
}

func (r *refusal) Error() string  { return fmt.Sprintf("%d %s", r.status, r.body) }
func (r *refusal) answer() answer { return answer{status: r.status, body: r.body} }

// badRequest is Mailgun's 400 with its reason.
func badRequest(format string, args ...any) error {
	return &refusal{status: http.StatusBadRequest, body: messageJSON(fmt.Sprintf(format, args...))}
}

func messageJSON(text string) string { return `{"message":` + quote(text) + `}` }

// answer is a whole HTTP answer.
type answer struct {
	status int
	header http.Header
	body   string
}

func (a answer) contentType() string {
	switch {
	case strings.HasPrefix(a.body, "{"):
		return "application/json"
	case strings.HasPrefix(a.body, "<"):
		return "text/html; charset=utf-8"
	default:
		return "text/plain; charset=utf-8"
	}
}

// bucket is a token bucket. A nil one lets everything through.
type bucket struct {
	mu     sync.Mutex
	rate   float64 // tokens a second
	burst  float64
	tokens float64
	last   time.Time
}

// take takes a token, or says in how many whole seconds there will be one.
func (b *bucket) take(now time.Time) (time.Duration, bool) {
	if b == nil {
		return 0, true
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if passed := now.Sub(b.last).Seconds(); !b.last.IsZero() && passed > 0 {
		b.tokens = min(b.burst, b.tokens+passed*b.rate)
	}
	if b.last.Before(now) {
		b.last = now
	}
	if b.tokens >= 1 {
		b.tokens--
		return 0, true
	}
	return time.Duration(math.Ceil((1-b.tokens)/b.rate)) * time.Second, false
}

// quote is s as a JSON string, with < and > left as they are.
func quote(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // A string always encodes.
	return strings.TrimSuffix(b.String(), "\n")
}
