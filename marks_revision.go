package postchat

import (
	"slices"
	"time"
	"unicode/utf8"
)

// FollowRevision brings the marks to a newer version of the transcript that they were made on. What was covered stays covered: where
// a message was edited all of it is, and where nobody can tell which of the new messages it became, all of those are. A star stays
// with its message; a lift only while the message stays as it was.
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
		if at, known := r.places[l.Message]; known && at >= 0 && r.same[l.Message] {
			l.Message = r.keys[at]
			lifted = append(lifted, l)
		}
	}
	s.Starred, s.Covered, s.Lifted = starred, merged(covered), lifted
}

// revisions says what became of the messages of a transcript in a newer version of it.
type revisions struct {
	is   Transcript
	keys []string // of is
	// places says by an old key which message of is it became; -1 for none.
	places map[string]int
	same   map[string]bool // by an old key: whether the text stayed as it was
	gone   map[string]bool // by an old key: whether the message was surely deleted, and not only given another key
	fresh  []int           // the messages of is that no old one became
}

func compareRevisions(was, is Transcript) revisions {
	r := revisions{is: is, keys: is.Keys(), places: map[string]int{}, same: map[string]bool{}, gone: map[string]bool{}}
	taken := make([]bool, len(is))
	take := func(key string, from Message, to int) {
		taken[to], r.places[key], r.same[key] = true, to, from.Text == is[to].Text
	}
	byKey := make(map[string]int, len(is))
	for i, key := range r.keys {
		byKey[key] = i
	}
	keys, idsStay := was.Keys(), false
	for i, key := range keys {
		if at, found := byKey[key]; found && key == was[i].ID {
			take(key, was[i], at)
			idsStay = true
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
		r.places[key], r.gone[key] = -1, idsStay && key == was[i].ID
		if alike := byContent[contentOf(was[i])]; len(alike) > 0 {
			take(key, was[i], alike[0])
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
	switch {
	case !known || at < 0 && r.gone[c.Message]:
		return nil
	case at >= 0 && r.same[c.Message]:
		c.Message = r.keys[at]
		return []Cover{c}
	case at >= 0:
		return r.whole(c, []int{at})
	}
	return r.whole(c, r.fresh)
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
