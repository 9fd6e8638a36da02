package postchat

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Cover is a piece of a message that no mail shows. What it says is never stored beside it: the transcript has it, for those who may
// see the chat.
type Cover struct {
	// Message is the message's key; see Transcript.Keys.
	Message string `json:"message"`
	// Start and End are characters (Unicode code points) of the message's text, from 0; the one at End is not covered any more.
	Start int `json:"start"`
	End   int `json:"end"`
	// By is the name of who covered it.
	By string `json:"by,omitempty"`
}

// Lift is a piece of a message that looks like a number that mails do not show, and that somebody said may be shown.
type Lift Cover

// MaxMarks is how many marks of each kind a submission can have.
const MaxMarks = 500

// Keys are the keys of the messages, by which marks name them: a message's id where it has one of its own, else # and its place,
// counted from 1. An id that begins with # is none, as it could be taken for a place.
func (t Transcript) Keys() []string {
	seen := make(map[string]int, len(t))
	for i := range t {
		seen[t[i].ID]++
	}
	keys := make([]string, len(t))
	for i := range t {
		if id := t[i].ID; id != "" && seen[id] == 1 && !strings.HasPrefix(id, "#") {
			keys[i] = id
		} else {
			keys[i] = "#" + strconv.Itoa(i+1)
		}
	}
	return keys
}

// KeyedMessage is a message with its key.
type KeyedMessage struct {
	Key string
	Message
}

// Keyed are the messages with their keys.
func (t Transcript) Keyed() []KeyedMessage {
	keyed := make([]KeyedMessage, len(t))
	for i, key := range t.Keys() {
		keyed[i] = KeyedMessage{Key: key, Message: t[i]}
	}
	return keyed
}

// SignMarks notes who made the marks: those that are in before too keep the name that they had, the others are by the caller. Marks of
// a kind that is nil are those of before. Pieces that one person covered and that overlap become one; those of two people stay apart,
// so that both are named.
func (s *Submission) SignMarks(before Submission, by string) {
	if s.Starred == nil {
		s.Starred = slices.Clone(before.Starred)
	}
	if s.Covered == nil {
		s.Covered = before.Covered
	}
	if s.Lifted == nil {
		s.Lifted = before.Lifted
	}
	by = CleanLine(by)
	s.Covered = merged(signed(s.Covered, before.Covered, by))
	s.Lifted = Lifts(signed(asCovers(s.Lifted), asCovers(before.Lifted), by))
}

// Lifts are pieces that were lifted, and not covered.
func Lifts(pieces []Cover) []Lift {
	if pieces == nil {
		return nil
	}
	lifts := make([]Lift, len(pieces))
	for i, p := range pieces {
		lifts[i] = Lift(p)
	}
	return lifts
}

func asCovers(lifts []Lift) []Cover {
	if lifts == nil {
		return nil
	}
	covers := make([]Cover, len(lifts))
	for i, l := range lifts {
		covers[i] = Cover(l)
	}
	return covers
}

func signed(covers, before []Cover, by string) []Cover {
	signed := slices.Clone(covers)
	for i := range signed {
		c := &signed[i]
		c.By = by
		known := slices.IndexFunc(before, func(b Cover) bool { return b.Message == c.Message && b.Start == c.Start && b.End == c.End })
		if known >= 0 {
			c.By = before[known].By
		}
	}
	return signed
}

// merged are the covers in order, with one in place of those by one person that overlap.
func merged(covers []Cover) []Cover {
	slices.SortFunc(covers, func(a, b Cover) int {
		return cmp.Or(strings.Compare(a.Message, b.Message), strings.Compare(a.By, b.By), a.Start-b.Start, a.End-b.End)
	})
	var merged []Cover
	for _, c := range covers {
		if n := len(merged) - 1; n >= 0 && merged[n].Message == c.Message && merged[n].By == c.By && c.Start <= merged[n].End {
			merged[n].End = max(merged[n].End, c.End)
			continue
		}
		merged = append(merged, c)
	}
	return merged
}

// cleanMarks makes the keys fit to be stored, and names each starred message once.
func (s *Submission) cleanMarks() {
	starred := s.Starred[:0:0] // nil stays nil
	seen := map[string]bool{}
	for _, key := range s.Starred {
		if key = CleanLine(key); !seen[key] {
			seen[key] = true
			starred = append(starred, key)
		}
	}
	s.Starred, s.Covered, s.Lifted = starred, slices.Clone(s.Covered), slices.Clone(s.Lifted) // the caller's stay as they are
	for i := range s.Covered {
		s.Covered[i].Message, s.Covered[i].By = CleanLine(s.Covered[i].Message), CleanLine(s.Covered[i].By)
	}
	for i := range s.Lifted {
		s.Lifted[i].Message, s.Lifted[i].By = CleanLine(s.Lifted[i].Message), CleanLine(s.Lifted[i].By)
	}
}

// marks checks what can be said of marks without their transcript.
func (p *problems) marks(s Submission) {
	for field, n := range map[string]int{"starred": len(s.Starred), "covered": len(s.Covered), "lifted": len(s.Lifted)} {
		if n > MaxMarks {
			p.add(field, "has %d marks; at most %d can be made", n, MaxMarks)
		}
	}
}

// MarksFit reports every mark that is not about the transcript: of a message that it does not have, or of a piece that is not in its
// text. The fields are named as in "covered[2].end".
func (s Submission) MarksFit(t Transcript) error {
	if len(s.Starred)+len(s.Covered)+len(s.Lifted) == 0 {
		return nil
	}
	lengths := make(map[string]int, len(t))
	for i, key := range t.Keys() {
		lengths[key] = utf8.RuneCountInString(t[i].Text)
	}
	var p problems
	for i, key := range s.Starred {
		if _, known := lengths[key]; !known {
			p.add(element("starred", i), "the chat has no message %q", Shorten(key, 60))
		}
	}
	for i, c := range s.Covered {
		p.piece(element("covered", i), c, lengths)
	}
	for i, l := range s.Lifted {
		p.piece(element("lifted", i), Cover(l), lengths)
	}
	return p.err()
}

func element(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

func (p *problems) piece(field string, c Cover, lengths map[string]int) {
	length, known := lengths[c.Message]
	switch {
	case !known:
		p.add(field+".message", "the chat has no message %q", Shorten(c.Message, 60))
	case c.Start < 0:
		p.add(field+".start", "must not be negative")
	case c.End <= c.Start:
		p.add(field+".end", "must be after the start")
	case c.End > length:
		p.add(field+".end", "is after the text's last character, which is number %d", length)
	}
}
