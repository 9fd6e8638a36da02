package webhook

import (
	"context"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

// Fetcher is an Adapter whose vendor keeps the transcript. Its events say Fetch.
type Fetcher interface {
	// Fetch reads a conversation at the vendor, with the source's API: what is known of the chat, and its messages after the one
	// with the id after, all of them where that is empty, in order. The team's private notes are among them, marked. What the
	// vendor does not tell is left out, so that it changes nothing that is known.
	//
	// What went wrong is a *FetchError wherever the vendor is to blame or the source is set up wrong. The caller decides about
	// the next try; Fetch itself never waits for one.
	Fetch(ctx context.Context, source postchat.Source, conversationID, after string) (postchat.Chat, error)
}

// FetchFailure says what kind of trouble fetching has, and so what helps.
type FetchFailure string

// The kinds of trouble.
const (
	// FetchDenied is for a source without an API, or whose token or account the vendor does not take: a person must set it
	// right. Trying again helps only then.
	FetchDenied FetchFailure = "denied"
	// FetchGone is for a conversation that the vendor does not have, any more or for this token.
	FetchGone FetchFailure = "gone"
	// FetchBusy is for a vendor that has been asked too often.
	FetchBusy FetchFailure = "busy"
	// FetchBroken is for everything that may be over at the next try: no connection, no answer in time, or one that is wrong.
	FetchBroken FetchFailure = "broken"
)

// FetchError is a failure to read from a vendor, in words for people.
type FetchError struct {
	Failure FetchFailure
	// Message is a sentence without the vendor's token and without content of the chat.
	Message string
	// RetryAfter is how long the vendor asks to wait; 0 where it does not say.
	RetryAfter time.Duration
	// Err is what is behind it, for the log; nil where the message says it all.
	Err error
}

// Error is the message alone.
func (e *FetchError) Error() string { return e.Message }

// Unwrap returns what is behind the error.
func (e *FetchError) Unwrap() error { return e.Err }

// FetchErrorf returns a FetchError with the message.
func FetchErrorf(failure FetchFailure, format string, args ...any) *FetchError {
	return &FetchError{Failure: failure, Message: fmt.Sprintf(format, args...)}
}

// Checker is a Fetcher that can find out whether it would be let in.
type Checker interface {
	Fetcher
	// Check asks the vendor whether the source's API would let us read. What is wrong is a *FetchError.
	Check(ctx context.Context, source postchat.Source) error
}
