// Package sensitive finds what looks like a payment card's number, an IBAN or a card's security code in the texts of a chat, so that
// it can be kept out of mails. It is pure: texts in, places out, nothing is stored or logged.
//
// A find is a guess by the form and the check digits alone. It is made so that what people really type is found, split as they like
// and in whatever digits, and that the other long numbers of chats (orders, parcels, phones, dates) are not.
package sensitive

import (
	"cmp"
	"slices"

	"github.com/postchat/postchat"
)

// Kind says what a find looks like.
type Kind string

// The kinds of finds.
const (
	Card         Kind = "card"
	IBAN         Kind = "iban"
	SecurityCode Kind = "security_code"
)

// Find is a place in a text: from the character (Unicode code point) at Start, counted from 0, up to the one before End.
type Find struct {
	Kind       Kind
	Start, End int
}

// Finds are what looks sensitive in a text, in order; no two of them overlap.
func Finds(text string) []Find { return finds(text, false) }

// finds is Finds; asked says that the text answers a question for a security code, so that digits need no name before them.
func finds(text string, asked bool) []Find {
	if !hasDigits(text) {
		return nil
	}
	g := glyphs(text)
	found := ibans(g)
	found = append(found, apart(cards(g), found, len(g))...)
	found = append(found, apart(securityCodes(g, found, asked), found, len(g))...)
	slices.SortFunc(found, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	all := make([]Find, len(found))
	for i, s := range found {
		all[i] = Find{Kind: s.kind, Start: g[s.from].start, End: g[s.to-1].end}
	}
	return all
}

// span is a find among glyphs, half open.
type span struct {
	kind     Kind
	from, to int
}

// apart are the spans that overlap none of the others and none before them, of a text of so many glyphs.
func apart(spans, others []span, glyphs int) []span {
	if len(spans) == 0 {
		return nil
	}
	taken := make([]bool, glyphs)
	take := func(s span) {
		for i := s.from; i < s.to; i++ {
			taken[i] = true
		}
	}
	for _, o := range others {
		take(o)
	}
	var kept []span
	for _, s := range spans {
		if !slices.Contains(taken[s.from:s.to], true) {
			take(s)
			kept = append(kept, s)
		}
	}
	return kept
}

// Suggestion is a piece of a message that mails do not show unless somebody lifts it.
type Suggestion struct {
	// Message is the message's key; see postchat.Transcript.Keys.
	Message string
	Find
	// Lifted says that somebody lifted it.
	Lifted bool
}

// Suggestions are what looks sensitive in a transcript, in order. A security code is also found where the message before asks for it.
// One is lifted where a lift holds all of it.
func Suggestions(t postchat.Transcript, lifts []postchat.Lift) []Suggestion {
	var all []Suggestion
	var keys []string // only made where they are needed
	asked := false
	for i := range t {
		m := &t[i]
		if found := finds(m.Text, asked); found != nil {
			if keys == nil {
				keys = t.Keys()
			}
			for _, f := range found {
				lifted := slices.ContainsFunc(lifts, func(l postchat.Lift) bool {
					return l.Message == keys[i] && l.Start <= f.Start && f.End <= l.End
				})
				all = append(all, Suggestion{Message: keys[i], Find: f, Lifted: lifted})
			}
		}
		if !m.Event && !m.Private {
			asked = namesCode(m.Text)
		}
	}
	return all
}
