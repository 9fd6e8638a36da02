package mailgun

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	mailgun "github.com/mailgun/mailgun-go/v4"

	"github.com/postchat/postchat/delivery"
)

// What we write on every mail, to know it again.
const (
	tag      = "postchat"
	variable = "postchat-delivery"
)

// client is the whole of mailgun-go that is used here; nothing of it shows outside this file.
type client struct{ mg *mailgun.MailgunImpl }

// client makes a client whose requests go through r. It is made for one call, as cheap as the call's other allocations.
func (s *Sender) client(r http.RoundTripper) client {
	mg := mailgun.NewMailgun(s.domain, s.key.Reveal())
	mg.SetAPIBase(s.base)
	mg.SetClient(&http.Client{
		Transport: r,
		// A redirect is an answer like another: the mail must never go where an answer points.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	})
	return client{mg}
}

// submit hands the mail over once. Its error is only good for words.
func (c client) submit(ctx context.Context, m delivery.Message) error {
	mail := mailgun.NewMIMEMessage(io.NopCloser(bytes.NewReader(m.Source)), m.To)
	mail.SetTracking(false) // Links and pictures stay as they are.
	if err := mail.AddTag(tag); err != nil {
		return fmt.Errorf("tag the mail: %w", err)
	}
	if err := mail.AddVariable(variable, m.DeliveryID); err != nil {
		return fmt.Errorf("put our key on the mail: %w", err)
	}
	_, _, err := c.mg.Send(ctx, mail)
	return err
}

// events shows each event from begin to end that fits the filter, oldest first, until enough says so. It asks for at most pages
// pages, each within the time limit; errTooMany says that there were more.
func (c client) events(ctx context.Context, limit time.Duration, begin, end time.Time, filter map[string]string, enough func(event) bool) error {
	options := &mailgun.ListEventOptions{Begin: begin.UTC(), ForceAscending: true, Limit: pageSize, Filter: filter}
	if !end.IsZero() {
		options.End = end.UTC()
	}
	next := ""
	for range pages {
		it := c.mg.ListEvents(options)
		if next != "" {
			it.Paging.Next = next
		}
		if err := c.page(ctx, limit, it); err != nil {
			return err
		}
		for _, raw := range it.Items {
			e, err := parseEvent(raw)
			if err != nil {
				return fmt.Errorf("read an event: %w", err)
			}
			if enough(e) {
				return nil
			}
		}
		if len(it.Items) == 0 {
			return nil
		}
		next = it.Paging.Next
	}
	return errTooMany
}

// page gets the iterator's next page, whatever kinds of events are on it: the library reads a page well and then refuses it as a
// whole for one event that it does not know, and its iterator with it.
func (c client) page(ctx context.Context, limit time.Duration, it *mailgun.EventIterator) error {
	ctx, cancel := context.WithTimeoutCause(ctx, limit, errSlow)
	defer cancel()
	var parsed []mailgun.Event
	it.Next(ctx, &parsed)
	if it.Err() == nil {
		return nil
	}
	if _, refused := mailgun.ParseEvents(it.Items); refused != nil {
		return nil
	}
	return reason(ctx, it.Err())
}
