package fakemailgun

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// Types of events.
const (
	EventAccepted   = "accepted"
	EventDelivered  = "delivered"
	EventFailed     = "failed"
	EventComplained = "complained"
)

// Severities of a failed event.
const (
	Permanent = "permanent"
	Temporary = "temporary"
)

// Event is something that happened to one mail and one recipient. It marshals to the JSON that Mailgun's events API and webhooks
// show, so a test can change a field, sign it and post it.
type Event struct {
	ID        string
	Type      string
	Time      time.Time // microseconds count, as in Mailgun's timestamps
	Mail      Accepted
	Recipient string
	Severity  string         // of a failed event
	Reason    string         // of a failed event: bounce, generic, suppress-bounce, espblock, ...
	Status    DeliveryStatus // of a delivered or failed event

	number int // order within the same microsecond
}

// DeliveryStatus is what the recipient's mail server said, or Mailgun in its place.
type DeliveryStatus struct {
	Code         int
	Message      string
	Description  string
	EnhancedCode string        // as 5.1.1
	Attempt      int           // from 1
	Retry        time.Duration // until the next attempt; 0 for none
}

// Deliver tells that the recipient's server took the mail. Like all of these it speaks of the first recipient (see Accepted.To),
// happens now by the server's clock, and is visible in the events only after the lag.
func (s *Server) Deliver(a Accepted) Event {
	return s.Append(Event{
		Type: EventDelivered, Mail: a,
		Status: DeliveryStatus{Code: 250, Message: "OK", EnhancedCode: "2.0.0", Attempt: 1},
	})
}

// Delay tells that the recipient's server refused the mail for now, with its code and words; Mailgun would try again.
func (s *Server) Delay(a Accepted, code int, words string) Event {
	return s.Append(Event{
		Type: EventFailed, Severity: Temporary, Reason: "generic", Mail: a,
		Status: DeliveryStatus{Code: code, Message: words, Attempt: 1, Retry: 10 * time.Minute},
	})
}

// Bounce tells that the recipient's server refused the mail for good, with its code and words.
func (s *Server) Bounce(a Accepted, code int, words string) Event {
	return s.Append(Event{
		Type: EventFailed, Severity: Permanent, Reason: "bounce", Mail: a,
		Status: DeliveryStatus{Code: code, Message: words, Attempt: 1},
	})
}

// Block tells that the recipient's provider blocks the sender, in its own code and words.
func (s *Server) Block(a Accepted, code int, words string) Event {
	return s.Append(Event{
		Type: EventFailed, Severity: Permanent, Reason: "espblock", Mail: a,
		Status: DeliveryStatus{Code: code, Message: words, Attempt: 1},
	})
}

// Suppress tells that Mailgun did not even try, because the address had bounced before.
func (s *Server) Suppress(a Accepted) Event {
	return s.Append(Event{
		Type: EventFailed, Severity: Permanent, Reason: "suppress-bounce", Mail: a,
		Status: DeliveryStatus{Code: 605, Description: "Not delivering to previously bounced address"},
	})
}

// Complain tells that the recipient called the mail spam.
func (s *Server) Complain(a Accepted) Event {
	return s.Append(Event{Type: EventComplained, Mail: a})
}

// Append puts any event into the log and returns it as it stands there. An empty ID or Recipient and a zero Time are filled in.
func (s *Server) Append(e Event) Event {
	if e.Time.IsZero() {
		e.Time = s.now()
	}
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return s.ledger.appendEvent(e)
}

// Events lists all events in the order in which they were appended, whatever the lag.
func (s *Server) Events() []Event {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	return append([]Event(nil), s.ledger.events...)
}

// SetEventLag changes how old an event must be, by the server's clock, before a question about events can find it. It holds for
// old events too.
func (s *Server) SetEventLag(lag time.Duration) {
	s.ledger.mu.Lock()
	defer s.ledger.mu.Unlock()
	s.ledger.lag = lag
}

// visible lists a domain's events that are older than the lag.
func (l *ledger) visible(now time.Time, domain string) []Event {
	l.mu.Lock()
	defer l.mu.Unlock()
	var list []Event
	for _, e := range l.events {
		if e.Mail.Domain == domain && !e.Time.Add(l.lag).After(now) {
			list = append(list, e)
		}
	}
	return list
}

// appendEvent enters an event; mu is held.
func (l *ledger) appendEvent(e Event) Event {
	e.number = len(l.events) + 1
	e.Time = e.Time.Truncate(time.Microsecond)
	if e.ID == "" {
		e.ID = eventID(e.number)
	}
	if e.Recipient == "" && len(e.Mail.Recipients) > 0 {
		e.Recipient = e.Mail.Recipients[0]
	}
	l.events = append(l.events, e)
	return e
}

// eventID looks like Mailgun's: 22 letters of URL-safe base64.
func eventID(number int) string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%016d", number))
}

// MarshalJSON gives the shape that Mailgun documents, except that it leaves out what Postchat has no use for.
func (e Event) MarshalJSON() ([]byte, error) {
	m := e.Mail
	shape := map[string]any{
		"event":            e.Type,
		"id":               e.ID,
		"timestamp":        timestamp(e.Time),
		"log-level":        e.logLevel(),
		"domain":           map[string]any{"name": m.Domain},
		"recipient":        e.Recipient,
		"recipient-domain": e.Recipient[strings.LastIndexByte(e.Recipient, '@')+1:],
		"tags":             append([]string{}, m.Tags...),
		"campaigns":        []string{},
		"user-variables":   variablesShape(m.Variables),
		"message":          messageShape(m),
		"flags":            map[string]any{"is-authenticated": true, "is-test-mode": m.Form.Get("o:testmode") == "yes"},
		"storage":          map[string]any{"key": m.ID, "url": "https://storage.example/v3/domains/" + m.Domain + "/messages/" + m.ID},
	}
	switch e.Type {
	case EventAccepted:
		shape["method"] = "HTTP"
		shape["envelope"] = map[string]any{"sender": m.Header.Get("From"), "targets": e.Recipient, "transport": "smtp"}
	case EventDelivered, EventFailed:
		shape["envelope"] = map[string]any{
			"sender": m.Header.Get("From"), "targets": e.Recipient, "transport": "smtp", "sending-ip": "192.0.2.25",
		}
		shape["delivery-status"] = e.Status.shape()
	}
	if e.Type == EventFailed {
		shape["severity"], shape["reason"] = e.Severity, e.Reason
	}
	return json.Marshal(shape)
}

func (e Event) logLevel() string {
	switch {
	case e.Type == EventFailed && e.Severity == Permanent:
		return "error"
	case e.Type == EventFailed || e.Type == EventComplained:
		return "warn"
	default:
		return "info"
	}
}

func (d DeliveryStatus) shape() map[string]any {
	shape := map[string]any{
		"code": d.Code, "message": d.Message, "description": d.Description, "attempt-no": d.Attempt,
		"session-seconds": 0.25, "tls": true, "certificate-verified": true, "utf8": true, "mx-host": "mx.example.net",
	}
	if d.EnhancedCode != "" {
		shape["enhanced-code"] = d.EnhancedCode
	}
	if d.Retry > 0 {
		shape["retry-seconds"] = int(d.Retry / time.Second)
	}
	return shape
}

func messageShape(m Accepted) map[string]any {
	return map[string]any{
		"headers": map[string]any{
			"message-id": m.ProviderID, "from": m.Header.Get("From"), "to": m.Header.Get("To"), "subject": m.Header.Get("Subject"),
		},
		"attachments": []string{},
		"recipients":  append([]string{}, m.Recipients...),
		"size":        m.Size,
	}
}

// variablesShape shows no variables as an empty list, which is what the real service does.
func variablesShape(variables map[string]string) any {
	if len(variables) == 0 {
		return []string{}
	}
	return variables
}

// timestamp is seconds with six decimals.
func timestamp(t time.Time) json.Number {
	return json.Number(fmt.Sprintf("%d.%06d", t.Unix(), t.Nanosecond()/1000))
}
