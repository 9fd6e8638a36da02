package mail

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/sensitive"
)

// covered stands in a mail for a text that it does not show. It is always the same, so that not even the length of that gets out.
const covered = "████████"

// piece is a part of a text that is not shown: code points from start to end, half open.
type piece struct{ start, end int }

// cover takes out of the chat whatever the mail does not show, before anything is made of it: what a person covered, and what looks
// like a number that is covered in this campaign and that nobody lifted. It counts the covers that readers may come upon.
//
// What was covered in a message is covered too where the chat's other fields say it again, such as a subject that is the beginning of
// the first message. The visitor's e-mail stays, as answers go there, and so do the names of people. The operator's own note is theirs.
func (in *Input) cover() {
	c := newCoverer(in)
	if c == nil {
		return
	}
	chat := &in.Chat
	chat.Transcript = slices.Clone(chat.Transcript)
	for i := range chat.Transcript {
		c.message(&chat.Transcript[i], c.pieces[i])
	}
	for _, field := range []*string{&chat.Department, &chat.Inbox, &chat.Subject, &chat.Page, &chat.Visitor.Phone} {
		c.field(field)
	}
	c.name(&chat.Visitor.Name)
	chat.Operators = slices.Clone(chat.Operators)
	for i := range chat.Operators {
		c.name(&chat.Operators[i].Name)
	}
	if len(chat.Custom) > 0 {
		custom := make(map[string]string, len(chat.Custom))
		for _, name := range slices.Sorted(maps.Keys(chat.Custom)) {
			value := chat.Custom[name]
			c.field(&name)
			c.field(&value)
			custom[name] = value
		}
		chat.Custom = custom
	}
	in.covered = c.count
}

// coverer covers the texts of one chat.
type coverer struct {
	private bool // whether readers see private notes
	numbers bool // whether numbers are looked for
	// pieces are what is covered in each message.
	pieces [][]piece
	quotes []quote
	// byHand are the texts that a person covered, each on one line; lifted the bare numbers that may be shown.
	byHand, lifted []string
	count          int
}

// quote is a message of which something is covered, as other fields may quote it.
type quote struct {
	text   []rune
	pieces []piece
}

// newCoverer finds what is covered in the messages; nil where that is nothing, and nothing is looked for elsewhere.
func newCoverer(in *Input) *coverer {
	t, s := in.Chat.Transcript, in.FollowUp.Submission
	if len(s.Covered) == 0 && !in.Campaign.CoverNumbers {
		return nil
	}
	c := &coverer{private: in.IncludePrivate, numbers: in.Campaign.CoverNumbers, pieces: make([][]piece, len(t))}
	var numbers []sensitive.Suggestion
	if c.numbers {
		numbers = sensitive.Suggestions(t, s.Lifted)
	}
	places := make(map[string]int)
	if len(s.Covered)+len(numbers) > 0 {
		for i, key := range t.Keys() {
			places[key] = i
		}
	}
	for _, mark := range s.Covered {
		if i, known := places[mark.Message]; known {
			text := []rune(t[i].Text)
			p := fitting(piece{mark.Start, mark.End}, text)
			c.pieces[i] = append(c.pieces[i], p)
			c.byHand = append(c.byHand, oneLine(string(text[p.start:p.end])))
		}
	}
	for _, number := range numbers {
		i := places[number.Message]
		if number.Lifted {
			c.lifted = append(c.lifted, bare([]rune(t[i].Text)[number.Start:number.End]))
			continue
		}
		c.pieces[i] = append(c.pieces[i], piece{number.Start, number.End})
	}
	for i, pieces := range c.pieces {
		if len(pieces) > 0 {
			text := []rune(t[i].Text)
			c.pieces[i] = together(pieces, text)
			c.quotes = append(c.quotes, quote{text, c.pieces[i]})
		}
	}
	return c
}

// fitting is the piece, or the whole text where it does not fit: a cover may hide too much, and never too little.
func fitting(p piece, text []rune) piece {
	if p.start < 0 || p.end <= p.start || p.end > len(text) {
		return piece{0, len(text)}
	}
	return p
}

// together are the pieces in order, apart, and none ending inside of what readers see as one character.
func together(pieces []piece, text []rune) []piece {
	pieces = slices.Clone(pieces)
	for i := range pieces {
		p := &pieces[i]
		for p.start > 0 && p.start < len(text) && isOne(text[p.start-1], text[p.start]) {
			p.start--
		}
		for p.end > 0 && p.end < len(text) && isOne(text[p.end-1], text[p.end]) {
			p.end++
		}
	}
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Or(a.start-b.start, a.end-b.end) })
	apart := pieces[:0]
	for _, p := range pieces {
		if n := len(apart) - 1; n >= 0 && p.start <= apart[n].end {
			apart[n].end = max(apart[n].end, p.end)
		} else if p.end > p.start {
			apart = append(apart, p)
		}
	}
	return apart
}

// isOne reports whether two code points show as one character: an accent or another mark with its letter, a colour of skin with its
// emoji, emojis that are joined (the larger part of Unicode's UAX 29, section 3.1.1).
func isOne(a, b rune) bool {
	const joiner = '\u200d'
	return a == joiner || b == joiner || unicode.Is(unicode.M, b) || b >= '\U0001f3fb' && b <= '\U0001f3ff'
}

// hide puts the sign for a covered text in the place of each piece.
func hide(text []rune, pieces []piece) string {
	var b strings.Builder
	at := 0
	for _, p := range pieces {
		b.WriteString(string(text[at:p.start]) + covered)
		at = p.end
	}
	b.WriteString(string(text[at:]))
	return b.String()
}

// message covers what is covered of a message, and what its other fields say.
func (c *coverer) message(m *postchat.Message, pieces []piece) {
	before := c.count
	if len(pieces) > 0 {
		m.Text = hide([]rune(m.Text), pieces)
		c.count += len(pieces)
	}
	c.name(&m.Name)
	for i := range m.Files {
		name := m.Files[i].Name
		if c.field(&name); name == m.Files[i].Name {
			continue
		}
		// Its address may say the name again, in whatever writing.
		m.Files = slices.Clone(m.Files)
		m.Files[i].Name, m.Files[i].URL = name, covered
	}
	if m.Private && !c.private {
		c.count = before
	}
}

// field covers a field of the chat.
func (c *coverer) field(value *string) {
	if *value == "" {
		return
	}
	text := []rune(oneLine(*value))
	pieces := c.numbersIn(text)
	for _, secret := range c.byHand {
		pieces = append(pieces, occurrences(text, []rune(secret))...)
	}
	for _, q := range c.quotes {
		pieces = append(pieces, q.in(text)...)
	}
	c.replace(value, text, pieces)
}

// name covers what looks like a number in somebody's name.
func (c *coverer) name(value *string) {
	if *value == "" {
		return
	}
	text := []rune(oneLine(*value))
	c.replace(value, text, c.numbersIn(text))
}

func (c *coverer) replace(value *string, text []rune, pieces []piece) {
	if pieces = together(pieces, text); len(pieces) > 0 {
		*value = hide(text, pieces)
		c.count += len(pieces)
	}
}

// numbersIn are the numbers in a field that nobody lifted in a message.
func (c *coverer) numbersIn(text []rune) (pieces []piece) {
	if !c.numbers {
		return nil
	}
	for _, f := range sensitive.Finds(string(text)) {
		if !slices.Contains(c.lifted, bare(text[f.Start:f.End])) {
			pieces = append(pieces, piece{f.Start, f.End})
		}
	}
	return pieces
}

// bare is a number however it was split.
func bare(text []rune) string {
	return strings.Map(func(r rune) rune {
		if isWordy(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, string(text))
}

// leastQuote is the fewest characters of a covered text that are looked for in fields.
const leastQuote = 3

// occurrences are the places of a text in another one, as words of their own.
func occurrences(text, secret []rune) (pieces []piece) {
	if len(secret) < leastQuote {
		return nil
	}
	inWord := func(i int) bool { // whether the characters before i and at i are of one word
		return i > 0 && i < len(text) && isWordy(text[i-1]) && isWordy(text[i])
	}
	for start := 0; start+len(secret) <= len(text); start++ {
		end := start + len(secret)
		if slices.Equal(text[start:end], secret) && !inWord(start) && !inWord(end) {
			pieces = append(pieces, piece{start, end})
		}
	}
	return pieces
}

func isWordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// in are the covered pieces of the message in a field that is its beginning, perhaps shortened and with an ellipsis.
func (q quote) in(field []rune) (pieces []piece) {
	n := len(strings.TrimRight(string(field), " .…"))
	field = []rune(string(field)[:n])
	at, open := 0, 0
	for i, r := range field {
		if unicode.IsSpace(r) {
			continue
		}
		for at < len(q.text) && isPassedOver(q.text[at]) {
			at++
		}
		if at == len(q.text) || q.text[at] != r {
			return nil
		}
		for open < len(q.pieces) && q.pieces[open].end <= at {
			open++
		}
		if open < len(q.pieces) && q.pieces[open].start <= at {
			if last := len(pieces) - 1; last >= 0 && strings.TrimSpace(string(field[pieces[last].end:i])) == "" {
				pieces[last].end = i + 1
			} else {
				pieces = append(pieces, piece{i, i + 1})
			}
		}
		at++
	}
	return pieces
}

// isPassedOver reports whether a character of a message makes no difference to a field that quotes it: oneLine changes or drops it.
func isPassedOver(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || isDirection(r) }
