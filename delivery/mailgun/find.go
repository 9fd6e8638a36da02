package mailgun

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/postchat/postchat/delivery"
)

// How far a question goes: pages of pageSize events, which is Mailgun's limit.
const (
	pages    = 10
	pageSize = 300
)

// margin is how much Mailgun's clock may be behind ours.
const margin = time.Hour

var errTooMany = errors.New("there are more events than were looked at")

// Find implements delivery.Finder by Mailgun's events, which lag behind. Any event of the mail and its recipient says that
// Mailgun has taken it: what became of it then is another question.
//
// It asks twice where it must: by our Message-ID, and, in case Mailgun put another one in its place, by tag and recipient for
// our own key. The first question leaves the recipient out, so that it cannot fail on how Mailgun writes the address.
func (s *Sender) Find(ctx context.Context, m delivery.Message, since time.Time) (delivery.Accepted, error) {
	begin := since.Add(-margin)
	// Mailgun wants the id without angle brackets here.
	accepted, err := s.find(ctx, m, begin, map[string]string{"message-id": m.MessageID})
	if errors.Is(err, delivery.ErrNotFound) {
		accepted, err = s.find(ctx, m, begin, map[string]string{"event": "accepted", "tags": tag, "recipient": m.To})
	}
	return accepted, err
}

func (s *Sender) find(ctx context.Context, m delivery.Message, begin time.Time, filter map[string]string) (delivery.Accepted, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, s.timeout, errSlow)
	defer cancel()
	var accepted delivery.Accepted
	err := delivery.ErrNotFound
	r := &recorder{next: s.wires, host: s.host}
	asked := s.client(r).events(ctx, begin, filter, func(e event) bool {
		if !e.is(m) {
			return false
		}
		accepted, err = delivery.Accepted{ProviderID: e.Message.Headers.MessageID, Words: s.words(e.words())}, nil
		return true
	})
	if asked != nil {
		return delivery.Accepted{}, fmt.Errorf("ask mailgun for a mail: %w", s.unanswered(r.record(), reason(ctx, asked)))
	}
	return accepted, err
}

// unanswered says why a question has no answer. The library's words for an answer that it cannot read would show what is in it.
func (s *Sender) unanswered(rec record, err error) error {
	switch {
	case rec.status == 0, errors.Is(err, errTooMany), errors.Is(err, errSlow), errors.Is(err, context.Canceled):
		return err
	case rec.status/100 == 2:
		return errors.New("the answer is cut or cannot be read")
	}
	words := s.words(refusalWords(rec.status, parseAnswer(rec.answer)))
	if us := aboutUs(rec.status); us != nil {
		return fmt.Errorf("%w: %s", us, words)
	}
	return errors.New(words)
}

// is tells whether the event speaks of the mail on its way to its recipient. Our key decides where the event shows one; all
// recipients of a mail share its Message-ID.
func (e event) is(m delivery.Message) bool {
	if key := e.key(); key != "" {
		return key == m.DeliveryID
	}
	return e.Message.Headers.MessageID == m.MessageID && strings.EqualFold(e.Recipient, m.To)
}

func (e event) key() string {
	var variables map[string]any
	if json.Unmarshal(e.UserVariables, &variables) != nil {
		return ""
	}
	key, _ := variables[variable].(string)
	return key
}

// words are the event with what the recipient's server said, if it did.
func (e event) words() string {
	words := "found at Mailgun: " + e.Event
	if e.Status.Code != 0 {
		words += fmt.Sprintf(": %d", e.Status.Code)
	}
	if said := cmp.Or(e.Status.Message, e.Status.Description, e.Reason); said != "" {
		words += ": " + said
	}
	return words
}
