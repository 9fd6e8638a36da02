package webhook

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

const (
	maxTypeLength    = 100  // characters of a vendor's name for an event
	maxProblemLength = 2000 // characters
)

// errPanic is the problem of a body that an adapter could not cope with.
var errPanic = errors.New("the event could not be read because of a mistake in Postchat; it can be replayed once that is mended")

// reader reads authentic bodies.
type reader struct{ log *slog.Logger }

// arrival reads the call, which was received then, through its adapter. The problem is postchat.ErrIgnored, beside an event with its type, for what
// is not to be recorded; with any other problem the arrival holds its words and no event.
func (r reader) arrival(ctx context.Context, c call, received time.Time) (a postchat.Arrival, problem error) {
	a = postchat.Arrival{Source: c.source, ReceivedAt: received, Body: c.body}
	event, problem := postchat.Event{}, c.problem
	if problem == nil {
		event, problem = r.understand(ctx, c, received)
	}
	campaign := c.source.DefaultCampaignID
	switch {
	case problem == nil:
		a.Event, campaign = &event, event.Chat.CampaignID
	case errors.Is(problem, postchat.ErrIgnored):
		a.Event = &event
	default:
		a.Problem = postchat.Shorten(strings.ReplaceAll(problem.Error(), "\n", "; "), maxProblemLength)
	}
	a.Day = c.day(campaign, received)
	return a, problem
}

// understand parses the body, completes the event and checks it. A panic on the way is a problem like any other: the
// caller did nothing wrong and will not send this chat again.
func (r reader) understand(ctx context.Context, c call, received time.Time) (event postchat.Event, err error) {
	defer func() {
		if p := recover(); p != nil {
			// The value of the panic may hold content of the chat; its type and the stack do not.
			r.log.ErrorContext(ctx, "adapter panicked", "source_id", c.source.ID, "vendor", c.source.Vendor,
				"panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
			event, err = postchat.Event{}, errPanic
		}
	}()
	event, err = c.adapter.Parse(c.header, c.body)
	if err != nil {
		return event, err
	}
	complete(&event, c, received)
	return event, validate(event, received)
}

// complete makes the event's texts clean and fills in what the source and the arrival say of the chat.
func complete(event *postchat.Event, c call, received time.Time) {
	event.Type = postchat.Shorten(postchat.CleanLine(event.Type), maxTypeLength)
	chat := &event.Chat
	chat.Clean()
	if event.Submission != nil {
		event.Submission.Clean()
	}
	if tellsOfClose(*event) {
		if chat.ClosedAt.IsZero() {
			chat.ClosedAt = received
		}
		if chat.CloseKey == "" {
			hash := sha256.Sum256(c.body)
			chat.CloseKey = "sha256:" + hex.EncodeToString(hash[:])
		}
	}
	if event.Kind == postchat.EventReopened && event.At.IsZero() {
		event.At = received
	}
	event.At = stored(event.At)
	chat.StartedAt, chat.ClosedAt = stored(chat.StartedAt), stored(chat.ClosedAt)
	chat.ReceivedAt = received
	chat.AccountID, chat.SourceID = c.source.AccountID, c.source.ID
	chat.CampaignID = c.source.CampaignFor(*chat)
}

// tellsOfClose reports whether the event knows when its chat ended.
func tellsOfClose(event postchat.Event) bool {
	return event.Kind != postchat.EventEdited && event.Kind != postchat.EventReopened
}

// stored is a moment as both databases keep it.
func stored(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// validate checks the chat. An edit has no time of its own, the chat that it edits has one; nor has a conversation that goes on.
func validate(event postchat.Event, received time.Time) error {
	chat := event.Chat
	if !tellsOfClose(event) {
		chat.ClosedAt = received
	}
	return chat.Validate()
}
