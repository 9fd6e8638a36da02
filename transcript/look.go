package transcript

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// How vendors are looked at for windows, many of which may be about one chat and look every few seconds.
const (
	freshFor       = 10 * time.Second // for how long an answer is believed
	failedFor      = 15 * time.Second // for how long nobody is asked again after a failure
	lookPatience   = 2 * time.Second  // how long a window waits; what comes later is there when it looks again
	maxLook        = 20 * time.Second // how long a vendor may take
	looksPerSource = 4                // at once
	maxLooks       = 500              // answers that are remembered
	forgottenAfter = time.Minute      // when nobody looks any more
)

// looks are the answers of vendors about chats that run, each as it was heard last.
type looks struct {
	mu     sync.Mutex
	heard  map[question]*answer
	asking map[string]int // by source
}

// question is what a vendor is asked. It is another one once the source was changed, which may be why it can be answered.
type question struct {
	source       string
	changed      time.Time
	conversation string
	after        string
}

// answer is what a vendor said.
type answer struct {
	// asked is closed when the question that is out has been answered; nil where none is out.
	asked chan struct{}
	// until is when it is old; zero before the first answer.
	until time.Time
	chat  *postchat.Chat
	err   error
}

// Look says what a source's vendor knows now of a conversation whose chat runs, with the messages after the one with the id after;
// nil where its vendor is not asked. It answers within seconds, if need be with what was heard last. A conversation that the vendor does
// not have is NotFound; what else keeps the vendor from answering is a Conflict, beside what was heard before that. Both say so in words
// for people.
func (w *Worker) Look(ctx context.Context, source postchat.Source, conversationID, after string) (*postchat.Chat, error) {
	if source.API == nil || source.Retired() || w.fetcher(source.Vendor) == nil {
		return nil, nil //nolint:nilnil // most vendors are not asked
	}
	asked := w.ask(ctx, source, question{source.ID, source.UpdatedAt, conversationID, after})
	if asked != nil {
		timer := time.NewTimer(w.patience)
		defer timer.Stop()
		select {
		case <-asked:
		case <-timer.C:
		case <-ctx.Done():
		}
	}
	return w.looks.last(question{source.ID, source.UpdatedAt, conversationID, after})
}

// last is what was heard last.
func (l *looks) last(q question) (*postchat.Chat, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.heard[q]
	switch {
	case a == nil:
		return nil, postchat.Conflictf("The chat vendor is asked about many chats just now. It will be asked about this one in a moment.")
	case a.until.IsZero():
		return nil, postchat.Conflictf("The chat vendor takes long to answer.")
	case a.chat == nil:
		return nil, a.err
	}
	chat := *a.chat
	return &chat, a.err
}

// ask sees to it that there is an answer that is not old. It returns what is closed when it has come; nil where there is nothing to
// wait for.
func (w *Worker) ask(ctx context.Context, source postchat.Source, q question) <-chan struct{} {
	now := w.Now()
	w.looks.mu.Lock()
	defer w.looks.mu.Unlock()
	a := w.looks.heard[q]
	switch {
	case a != nil && a.asked != nil:
		return a.asked
	case a != nil && now.Before(a.until):
		return nil
	case w.looks.asking[q.source] >= looksPerSource || w.sources.rests(q.source) || a == nil && !w.looks.room(now):
		return nil
	}
	if a == nil {
		a = &answer{}
		w.looks.heard[q] = a
	}
	a.asked = make(chan struct{})
	w.looks.asking[q.source]++
	go w.look(context.WithoutCancel(ctx), source, q, a)
	return a.asked
}

// room makes room for one answer more, and reports whether there is some.
func (l *looks) room(now time.Time) bool {
	if l.heard == nil {
		l.heard, l.asking = map[question]*answer{}, map[string]int{}
	}
	for q, a := range l.heard {
		if a.asked == nil && now.After(a.until.Add(forgottenAfter)) {
			delete(l.heard, q)
		}
	}
	return len(l.heard) < maxLooks
}

// look asks the vendor and keeps what it said.
func (w *Worker) look(ctx context.Context, source postchat.Source, q question, a *answer) {
	ctx, cancel := context.WithTimeout(ctx, maxLook)
	defer cancel()
	// The close is not known yet; a chat must have one.
	chat, err := w.fetch(ctx, source, postchat.Chat{ConversationID: q.conversation, ClosedAt: w.Now()}, q.after)
	now := w.Now()
	until := now.Add(freshFor)
	if err == nil {
		chat.ClosedAt = time.Time{}
	} else {
		w.Log.InfoContext(ctx, "looking at a chat that runs failed", "source_id", source.ID, "vendor", source.Vendor, "error", err)
		until = now.Add(failedFor)
		err = w.inWords(source, err)
	}
	w.looks.mu.Lock()
	defer w.looks.mu.Unlock()
	if w.looks.asking[q.source]--; w.looks.asking[q.source] == 0 {
		delete(w.looks.asking, q.source)
	}
	if err == nil || postchat.IsKind(err, postchat.NotFound) {
		a.chat = chat
	}
	a.err, a.until = err, until
	close(a.asked)
	a.asked = nil
}

// inWords is a vendor's failure as an operator reads it.
func (w *Worker) inWords(source postchat.Source, err error) error {
	var failure *webhook.FetchError
	if !errors.As(err, &failure) {
		return postchat.Conflictf("The chat vendor could not be asked.")
	}
	switch failure.Failure {
	case webhook.FetchGone:
		return postchat.NotFoundf("%s", failure.Message)
	case webhook.FetchBusy:
		w.sources.pause(source.ID, w.Now().Add(pauseFor(failure.RetryAfter)))
	}
	return postchat.Conflictf("%s", postchat.Shorten(postchat.CleanLine(failure.Message), maxWords))
}
