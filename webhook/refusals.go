package webhook

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/postchat/postchat"
)

// notAuthentic is errNotAuthentic, in the adapter's words for admins.
type notAuthentic struct{ why error }

func (e notAuthentic) Error() string       { return e.why.Error() }
func (e notAuthentic) Is(other error) bool { return other == errNotAuthentic }

// refusals counts the requests to each source that were not authentic, so that admins see why nothing comes. Anybody can send
// such requests: so a source's are written at most every refusalPause, and the last ones of a burst with the next.
type refusals struct {
	recorder Recorder
	log      *slog.Logger

	mu      sync.Mutex
	waiting map[string]refusal // by source, of which there are few: strangers cannot add any
}

// refusal is how many requests to a source are not written yet, and when some were written last.
type refusal struct {
	count     int
	writtenAt time.Time
}

// refusalPause is how long a source's next refusals wait to be written.
const refusalPause = 5 * time.Second

// note counts a request. What cannot be written is counted with the next.
func (r *refusals) note(ctx context.Context, source postchat.Source, why error, now time.Time) {
	count := r.due(source.ID, now)
	if count == 0 {
		return
	}
	if err := r.recorder.CountRefused(ctx, source, count, why.Error(), now); err != nil {
		r.log.WarnContext(ctx, "refused request not counted", "source_id", source.ID, "vendor", source.Vendor, "error", err)
	}
}

// due takes a request in, and returns how many are to be written now.
func (r *refusals) due(sourceID string, now time.Time) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	one := r.waiting[sourceID]
	one.count++
	count := 0
	if now.Sub(one.writtenAt) >= refusalPause {
		count, one = one.count, refusal{writtenAt: now}
	}
	r.waiting[sourceID] = one
	return count
}
