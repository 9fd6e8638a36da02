package transcript

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/webhook"
)

// errPanic is the failure of an adapter that could not cope with what its vendor said.
var errPanic = &webhook.FetchError{
	Failure: webhook.FetchBroken, Message: "the vendor's answer could not be read because of a mistake in Postchat",
}

// fetch asks the source's vendor what it knows of a chat, and what was said in it after a message. What it says is clean and within the
// limits of a chat.
func (w *Worker) fetch(ctx context.Context, source postchat.Source, known postchat.Chat, after string) (chat *postchat.Chat, err error) {
	fetcher := w.fetcher(source.Vendor)
	if fetcher == nil {
		return nil, webhook.FetchErrorf(webhook.FetchDenied, "this server does not know how to ask %q", postchat.Shorten(string(source.Vendor), 40))
	}
	ctx, cancel := context.WithTimeout(ctx, maxFetch)
	defer cancel()
	defer func() {
		if p := recover(); p != nil {
			// The value of the panic may hold content of the chat; its type and the stack do not.
			w.Log.ErrorContext(ctx, "adapter panicked", "source_id", source.ID, "vendor", source.Vendor,
				"panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
			chat, err = nil, errPanic
		}
	}()
	fetched, err := fetcher.Fetch(ctx, source, known.ConversationID, after)
	if err != nil {
		return nil, err
	}
	return usable(fetched, known)
}

// usable is what was fetched with clean texts, as far as it keeps to the rules of a chat.
func usable(fetched, known postchat.Chat) (*postchat.Chat, error) {
	fetched.Clean()
	fetched.StartedAt = stored(fetched.StartedAt)
	for i := range fetched.Transcript {
		fetched.Transcript[i].At = stored(fetched.Transcript[i].At)
	}
	fetched.ConversationID, fetched.CloseKey, fetched.ClosedAt = known.ConversationID, known.CloseKey, known.ClosedAt
	if err := fetched.Validate(); err != nil {
		return nil, &webhook.FetchError{Failure: webhook.FetchBroken, Message: "what the vendor sent cannot be used: " + err.Error(), Err: err}
	}
	return &fetched, nil
}

// stored is a moment as both databases keep it.
func stored(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// fetcher is the adapter that asks the vendor; nil where there is none.
func (w *Worker) fetcher(vendor postchat.Vendor) webhook.Fetcher {
	for _, a := range w.Adapters {
		if f, ok := a.(webhook.Fetcher); ok && a.Vendor() == vendor {
			return f
		}
	}
	return nil
}

// maxWords bounds what a follow-up keeps of a failure, in characters.
const maxWords = 300

// failed is what a failure comes to: another try later, or none where the vendor was asked for long enough.
func (w *Worker) failed(source postchat.Source, f postchat.FollowUp, err error) db.Fetched {
	failure := &webhook.FetchError{Failure: webhook.FetchBroken, Message: "the vendor could not be asked"}
	if errors.As(err, &failure) && failure.Failure == webhook.FetchBusy {
		w.sources.pause(source.ID, w.Now().Add(pauseFor(failure.RetryAfter)))
	}
	result := db.Fetched{Reason: postchat.ReasonFetchFailed, Words: postchat.Shorten(postchat.CleanLine(failure.Message), maxWords)}
	switch {
	case source.Retired():
		result.Reason = postchat.ReasonRetired
	case failure.Failure == webhook.FetchDenied:
		result.Reason = postchat.ReasonFetchDenied
	}
	if now, end := w.Now(), f.FetchingSince().Add(w.GiveUp); now.Before(end) {
		next := now.Add(backoff(f.Attempt(), failure.RetryAfter, w.random))
		if next.After(end) { // once more, and no later
			next = end
		}
		result.Next = next
	}
	return result
}
