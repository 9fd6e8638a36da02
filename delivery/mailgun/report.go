package mailgun

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/postchat/postchat/delivery"
)

// How far a question goes: pages of pageSize events, which is Mailgun's limit.
const (
	pages    = 10
	pageSize = 300
)

// margin is how far Mailgun's clock may be from ours, and a mail that is handed over from the beginning of that.
const margin = time.Hour

var errTooMany = errors.New("there are more events than were looked at")

// Report implements delivery.Reporter by Mailgun's events, which lag behind.
//
// It asks by the Message-ID, and leaves the recipient out, so that the question cannot fail on how Mailgun writes the address.
// Where that shows nothing, Mailgun may have put an id of its own in the place of ours, which nobody heard of if the answer was
// lost: then it looks for our key among what it accepted for the recipient.
func (s *Sender) Report(ctx context.Context, m delivery.Message, since time.Time) ([]delivery.Event, error) {
	begin := since.Add(-margin)
	events, err := s.byMessageID(ctx, m, begin, cmp.Or(m.ProviderID, m.MessageID))
	if err != nil || len(events) > 0 {
		return events, err
	}
	id, err := s.idByKey(ctx, m, begin, since.Add(margin))
	if err != nil || id == "" {
		return nil, err
	}
	m.ProviderID = id
	return s.byMessageID(ctx, m, begin, id)
}

// idByKey looks for our key among all that Mailgun accepted for the recipient in the time, and returns the id of that mail; empty
// where it is not among them. A busy department has more of them than one question shows.
func (s *Sender) idByKey(ctx context.Context, m delivery.Message, begin, end time.Time) (id string, err error) {
	filter := map[string]string{"event": kindAccepted, "tags": tag, "recipient": m.To}
	for {
		last := begin
		err = s.ask(ctx, begin, end, filter, func(e event) bool {
			if e.is(m) {
				id = e.Message.Headers.MessageID
			}
			last = e.at()
			return id != ""
		})
		if !errors.Is(err, errTooMany) || !last.After(begin) {
			return id, err
		}
		begin = last
	}
}

// byMessageID is what Mailgun shows of the message under an id, which it wants without angle brackets here.
func (s *Sender) byMessageID(ctx context.Context, m delivery.Message, begin time.Time, id string) ([]delivery.Event, error) {
	var events []delivery.Event
	err := s.ask(ctx, begin, time.Time{}, map[string]string{"message-id": id}, func(e event) bool {
		if e.is(m) {
			events = append(events, e.report(s.secrets...))
		}
		return false
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(events, func(a, b delivery.Event) int { return a.At.Compare(b.At) })
	return events, nil
}

// ReportSince implements delivery.Reporter. It asks for mails with our tag alone, as the domain may send others' mails too. Some
// bounces that came back later carry no tag; those are heard of by webhook, and found by Report.
func (s *Sender) ReportSince(ctx context.Context, from time.Time) (events []delivery.Event, next time.Time, err error) {
	kinds := kindAccepted + " OR " + kindRejected + " OR " + kindDelivered + " OR " + kindFailed + " OR " + kindComplained
	err = s.ask(ctx, from, time.Time{}, map[string]string{"event": kinds, "tags": tag}, func(e event) bool {
		events = append(events, e.report(s.secrets...))
		next = e.at()
		return false
	})
	if errors.Is(err, errTooMany) && next.After(from) {
		return events, next, nil
	}
	return events, time.Time{}, err
}

// ask shows each event from begin to end that fits the filter, oldest first, until enough says so. A zero end is none.
func (s *Sender) ask(ctx context.Context, begin, end time.Time, filter map[string]string, enough func(event) bool) error {
	r := &recorder{next: s.wires, host: s.host}
	err := s.client(r).events(ctx, s.timeout, begin, end, filter, enough)
	if err != nil {
		return fmt.Errorf("ask mailgun for events: %w", s.unanswered(r.record(), err))
	}
	return nil
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
