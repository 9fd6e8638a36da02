package mailgun

import (
	"bytes"
	"context"
	"encoding/json"
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

// event is what we want to know of one of Mailgun's events.
type event struct {
	Event     string `json:"event"`
	Recipient string `json:"recipient"`
	Message   struct {
		Headers struct {
			MessageID string `json:"message-id"`
		} `json:"headers"`
	} `json:"message"`
	// UserVariables is an object, or an empty list where there are none.
	UserVariables json.RawMessage `json:"user-variables"`
	Reason        string          `json:"reason"`
	Status        struct {
		Code        int    `json:"code"`
		Message     string `json:"message"`
		Description string `json:"description"`
	} `json:"delivery-status"`
}

// events shows each event since begin that fits the filter, oldest first, until found says so. It asks for at most pages
// pages; errTooMany says that there were more.
func (c client) events(ctx context.Context, begin time.Time, filter map[string]string, found func(event) bool) error {
	it := c.mg.ListEvents(&mailgun.ListEventOptions{Begin: begin.UTC(), ForceAscending: true, Limit: pageSize, Filter: filter})
	for range pages {
		var parsed []mailgun.Event
		it.Next(ctx, &parsed)
		// The raw items are read, for the library refuses a whole page for one type of event that it does not know.
		for _, raw := range it.Items {
			var e event
			if err := json.Unmarshal(raw, &e); err != nil {
				return fmt.Errorf("read an event: %w", err)
			}
			if found(e) {
				return nil
			}
		}
		if err := it.Err(); err != nil {
			return err
		}
		if len(it.Items) == 0 {
			return nil
		}
	}
	return errTooMany
}
