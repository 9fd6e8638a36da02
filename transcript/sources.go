package transcript

import (
	"sync"
	"time"

	"github.com/postchat/postchat/db"
)

// sources knows of each source how many of its transcripts this server fetches, and until when its vendor asks to be left alone.
type sources struct {
	now func() time.Time

	mu      sync.Mutex
	asking  map[string]int
	resting map[string]time.Time
}

// busy are the sources of which nothing more may be fetched now.
func (s *sources) busy() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var busy []string
	now := s.now()
	for id, until := range s.resting {
		if !now.Before(until) {
			delete(s.resting, id)
			continue
		}
		busy = append(busy, id)
	}
	for id, n := range s.asking {
		if _, rests := s.resting[id]; n >= perSource && !rests {
			busy = append(busy, id)
		}
	}
	return busy
}

// rests reports whether the source is to be left alone.
func (s *sources) rests(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now().Before(s.resting[id])
}

// admit counts and returns those of the transcripts that may be fetched; done takes one back.
func (s *sources) admit(due []db.DueTranscript) []db.DueTranscript {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.asking == nil {
		s.asking = map[string]int{}
	}
	var admitted []db.DueTranscript
	for _, d := range due {
		if s.asking[d.SourceID] < perSource {
			s.asking[d.SourceID]++
			admitted = append(admitted, d)
		}
	}
	return admitted
}

func (s *sources) done(sourceID string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.asking[sourceID]--; s.asking[sourceID] <= 0 {
		delete(s.asking, sourceID)
	}
}

// pause leaves the source alone until then.
func (s *sources) pause(sourceID string, until time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.resting == nil {
		s.resting = map[string]time.Time{}
	}
	if until.After(s.resting[sourceID]) {
		s.resting[sourceID] = until
	}
}
