package webhook

import (
	"context"
	"sync"
	"time"

	"github.com/postchat/postchat"
)

// hook is a source as the receiver needs it.
type hook struct {
	source postchat.Source
	zones  map[string]*time.Location // of its campaigns, by id
}

// day is the ledger's day of a moment in the zone of a campaign; in UTC where the zone is not known.
func (h hook) day(campaignID string, at time.Time) string {
	zone := h.zones[campaignID]
	if zone == nil {
		zone = time.UTC
	}
	return at.In(zone).Format(time.DateOnly)
}

// sources remembers what the recorder said of a source for a moment: a busy one is asked for many times a second.
type sources struct {
	recorder Recorder
	now      func() time.Time
	ttl      time.Duration

	mu   sync.Mutex
	kept map[string]keptSource
}

type keptSource struct {
	hook
	at time.Time
}

// maxKeptSources bounds the memory that remembered sources take; over it all are forgotten and asked for again.
const maxKeptSources = 1000

// find returns the source and whether it was only remembered.
func (s *sources) find(ctx context.Context, id string) (h hook, remembered bool, err error) {
	s.mu.Lock()
	kept, known := s.kept[id]
	s.mu.Unlock()
	// A clock that was set back must not keep a withdrawn secret alive.
	if age := s.now().Sub(kept.at); known && age >= 0 && age < s.ttl {
		return kept.hook, true, nil
	}
	h, err = s.load(ctx, id)
	return h, false, err
}

// load asks the recorder, and remembers the answer.
func (s *sources) load(ctx context.Context, id string) (hook, error) {
	at := s.now()
	source, zones, err := s.recorder.HookSource(ctx, id)
	if err != nil {
		return hook{}, err
	}
	h := hook{source: source, zones: zones}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.kept) >= maxKeptSources {
		clear(s.kept)
	}
	s.kept[id] = keptSource{hook: h, at: at}
	return h, nil
}
