package postchat

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// FollowRevision brings the marks to a newer version of the transcript that they were made on. What was covered stays covered: where
// a message was edited all of it is, and where nobody can tell which of the new messages it became, all of those are. What is covered
// of a message that was deleted is forgotten, unless it comes again. A star stays with its message; a lift only while the message
// stays as it was.
func (s *Submission) FollowRevision(was, is Transcript) {
	if len(s.Starred)+len(s.Covered)+len(s.Lifted) == 0 {
		return
	}
	r := compareRevisions(was, is)
	var starred []string
	for _, key := range s.Starred {
		if at, known := r.places[key]; known && at >= 0 && !slices.Contains(starred, r.keys[at]) {
			starred = append(starred, r.keys[at])
		}
	}
	var covered []Cover
	for _, c := range s.Covered {
		covered = append(covered, r.cover(c)...)
	}
	var lifted []Lift
	for _, l := range s.Lifted {
		if r.stayed(l.Message) {
			l.Message = r.keys[r.places[l.Message]]
			lifted = append(lifted, l)
		}
	}
	s.Starred, s.Covered, s.Lifted = starred, merged(covered), lifted
}

// revisions says what became of the messages of a transcript in a newer version of it.
type revisions struct {
	is   Transcript
	keys []string // of is
	// places says by an old key which message of is it became; -1 for none. was are the old messages themselves.
	places map[string]int
	was    map[string]Message
	// idsStay says that messages kept their ids, so that one whose id is gone was deleted, and not only given another.
	idsStay bool
	fresh   []int // the messages of is that no old one became
}

func compareRevisions(was, is Transcript) revisions {
	r := revisions{is: is, keys: is.Keys(), places: map[string]int{}, was: map[string]Message{}}
	taken := make([]bool, len(is))
	byKey := make(map[string]int, len(is))
	for i, key := range r.keys {
		byKey[key] = i
	}
	keys := was.Keys()
	for i, key := range keys {
		r.was[key] = was[i]
		if at, found := byKey[key]; found && key == was[i].ID {
			r.places[key], taken[at], r.idsStay = at, true, true
		}
	}
	byContent := map[content][]int{}
	for i, m := range is {
		if !taken[i] {
			byContent[contentOf(m)] = append(byContent[contentOf(m)], i)
		}
	}
	for i, key := range keys {
		if _, found := r.places[key]; found {
			continue
		}
		r.places[key] = -1
		if alike := byContent[contentOf(was[i])]; len(alike) > 0 {
			r.places[key], taken[alike[0]] = alike[0], true
			byContent[contentOf(was[i])] = alike[1:]
		}
	}
	for i := range is {
		if !taken[i] {
			r.fresh = append(r.fresh, i)
		}
	}
	return r
}

// stayed reports whether a message is still there with the same text.
func (r revisions) stayed(key string) bool {
	at, known := r.places[key]
	return known && at >= 0 && r.is[at].Text == r.was[key].Text
}

// content tells messages without ids of their own apart.
type content struct {
	at   time.Time
	role Role
	text string
}

func contentOf(m Message) content { return content{m.At.UTC(), m.Role, m.Text} }

// cover is what a cover becomes.
func (r revisions) cover(c Cover) []Cover {
	at, known := r.places[c.Message]
	old := r.was[c.Message]
	switch {
	case !known:
		return nil
	case r.stayed(c.Message):
		c.Message = r.keys[at]
		return []Cover{c}
	case at >= 0:
		return r.whole(c, append(r.successors(c, old), at))
	case r.idsStay && c.Message == old.ID:
		return r.whole(c, r.successors(c, old))
	}
	return r.whole(c, r.fresh)
}

// successors are the new messages that may be an old one written anew: of the same moment, or with what was covered of it.
func (r revisions) successors(c Cover, old Message) (successors []int) {
	secret := old.Text
	if text := []rune(old.Text); 0 <= c.Start && c.Start < c.End && c.End <= len(text) {
		secret = string(text[c.Start:c.End])
	}
	for _, at := range r.fresh {
		if m := r.is[at]; m.At.Equal(old.At) && m.Role == old.Role || strings.Contains(m.Text, secret) {
			successors = append(successors, at)
		}
	}
	return successors
}

// whole covers all of these messages, by whom the cover is.
func (r revisions) whole(c Cover, messages []int) []Cover {
	covers := make([]Cover, 0, len(messages))
	for _, at := range messages {
		if length := utf8.RuneCountInString(r.is[at].Text); length > 0 {
			covers = append(covers, Cover{Message: r.keys[at], End: length, By: c.By})
		}
	}
	return covers
}
