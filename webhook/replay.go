package webhook

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// Archive holds the webhook bodies that were kept, as one account sees them; db.Scope is one.
type Archive interface {
	// RawEvent returns an event with its body; NotFound where there is none.
	RawEvent(ctx context.Context, id string) (*postchat.RawEvent, error)
	// HookSource returns the event's source, and the time zones of its campaigns by campaign id.
	HookSource(ctx context.Context, id string) (postchat.Source, map[string]*time.Location, error)
	// ReplayEvent records what the event says now, unless it has a chat already, and returns it with what came of it. An
	// event without a kind is not about a finished chat.
	ReplayEvent(ctx context.Context, id string, a postchat.Arrival) (*postchat.RawEvent, error)
}

// Replayer reads kept webhook bodies again: after an upgrade that understands them, or when what they needed has come. The
// zero value knows no vendor.
type Replayer struct {
	Adapters []Adapter
	// Recorded is called when an event was read again, so that a follow-up that came of it is seen to at once; nil for nobody.
	Recorded func()
	// Log gets an adapter's panics, with ids and never with content; nil means nowhere.
	Log *slog.Logger
}

// Replay reads the event's body as if it came again, and returns the event with what came of it. It counts as received when
// it came first, so that a chat that comes of it is in the ledger of that day. An event that has a chat already is returned as
// it is. It is a Conflict where the body cannot be read again at all: it was too large to be kept whole, or nobody here speaks
// its vendor's dialect any more.
func (p Replayer) Replay(ctx context.Context, archive Archive, id string) (*postchat.RawEvent, error) {
	event, err := archive.RawEvent(ctx, id)
	if err != nil || event.ChatID != "" {
		return event, err
	}
	if strings.HasPrefix(event.Problem, oversize) {
		return nil, postchat.Conflictf("Only the beginning of this body was kept, so it can't be replayed: %s.", event.Problem)
	}
	source, zones, err := archive.HookSource(ctx, event.SourceID)
	if err != nil {
		return nil, err
	}
	adapter, err := p.adapter(source.Vendor)
	if err != nil {
		return nil, err
	}
	log := p.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	c := call{hook: hook{source: source, zones: zones}, adapter: adapter, body: event.Body}
	a, problem := reader{log}.arrival(ctx, c, event.ReceivedAt)
	if errors.Is(problem, postchat.ErrIgnored) {
		a.Event = &postchat.Event{Type: postchat.Shorten(postchat.CleanLine(a.Event.Type), maxTypeLength)}
	}
	event, err = archive.ReplayEvent(ctx, id, a)
	if err == nil && p.Recorded != nil {
		p.Recorded()
	}
	return event, err
}

func (p Replayer) adapter(vendor postchat.Vendor) (Adapter, error) {
	for _, a := range p.Adapters {
		if a.Vendor() == vendor {
			return a, nil
		}
	}
	return nil, postchat.Conflictf("This server does not speak with %q any more.", postchat.Shorten(string(vendor), 40))
}
