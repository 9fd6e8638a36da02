package mail

import (
	"fmt"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// message is one message or event of the transcript, as the templates show it. It has no methods: templates look for those
// first, and by name, for every field of every message.
type message struct {
	W              *words
	Time           string
	Role           string
	Name           string
	About          string // role and time, beside the name
	Operator       bool   // written by an operator, and so in the accent's colour
	Event, Private bool
	Starred        bool // the mail begins with it, and here it is marked
	Text           string
	Covered        bool     // some of Text is
	Lines          []string // those of Text, where it has more than one
	MoreText       string   // how much of the text was cut off
	Files          []file
	MoreFiles      string
}

// file is something that was sent in the chat. Its address is shown as text.
type file struct{ Name, Size, URL string }

const (
	maxFileName = 120
	maxFileURL  = 2000
)

// message makes the view of one message whose text and files take at most about room bytes of HTML.
func (a *author) message(m *postchat.Message, room int) *message {
	v := &message{
		W: a.w, Time: a.clock(m.At), Role: a.w.role(m.Role), Name: a.line(m.Name, maxName),
		Operator: m.Role == postchat.RoleOperator, Event: m.Event, Private: m.Private, Starred: a.isStarred(m),
		Text: postchat.CleanText(m.Text),
	}
	if v.About = v.Role; v.Time != "" {
		v.About += " · " + v.Time
	}
	if !a.whole {
		var left int
		if v.Text, left = cutMarkup(v.Text, room); left > 0 {
			a.cut = true
			v.MoreText = fmt.Sprintf(a.w.MoreCharacters, left)
		}
		room -= markupLength(v.Text)
	}
	if len(m.Files) > 0 {
		v.Files, v.MoreFiles = a.files(m.Files, room)
	} else if v.Text == "" && v.MoreText == "" {
		v.Text = a.w.NoText
	}
	if strings.Contains(v.Text, "\n") {
		v.Lines = lines(v.Text)
	}
	v.Covered = strings.Contains(v.Text, covered)
	return v
}

func (a *author) files(all []postchat.File, room int) (shown []file, more string) {
	for i, f := range all {
		shownFile := file{Name: a.line(f.Name, maxFileName), URL: a.line(f.URL, maxFileURL)}
		if f.Size > 0 {
			shownFile.Size = a.w.size(f.Size)
		}
		room -= rowMarkup + markupLength(shownFile.Name) + markupLength(shownFile.URL)
		if room < 0 && !a.whole {
			a.cut = true
			return shown, fmt.Sprintf(a.w.MoreFiles, len(all)-i)
		}
		shown = append(shown, shownFile)
	}
	return shown, ""
}

// clock is a message's time of day in the mail's zone, with its date where the chat is of more than one day.
func (a *author) clock(at time.Time) string {
	switch {
	case at.IsZero():
		return ""
	case a.dated:
		return at.In(a.zone).Format(a.w.DayAndTime)
	}
	return at.In(a.zone).Format("15:04")
}

// firstShown messages are shown before any are left out: they say what the chat is about. The newest say how it ended.
const firstShown = 6

// choose asks show for messages until it says that one does not fit: the first few in their order, then the newest
// backwards. It returns how many of each are shown.
func (a *author) choose(show func(m *postchat.Message) bool) (first, last int) {
	total := len(a.messages)
	for first < min(firstShown, total) && show(&a.messages[first]) {
		first++
	}
	for first+last < total && show(&a.messages[total-1-last]) {
		last++
	}
	return first, last
}

// notices say what the mail's transcript leaves out, or never had.
func (a *author) notices(v *view) {
	shown, total := len(v.First)+len(v.Last), len(a.messages)
	if shown < total {
		a.cut = true
		v.Notices = append(v.Notices, fmt.Sprintf(a.w.ShownOf, shown, total))
		v.LeftOut = fmt.Sprintf(a.w.LeftOut, total-shown)
	} else if a.cut {
		v.Notices = append(v.Notices, a.w.ShortenedHere)
	}
	if a.in.Chat.Partial {
		v.Notices = append(v.Notices, a.w.NotWhole)
	} else if total == 0 {
		v.Notices = append(v.Notices, a.w.NoMessages)
	}
	if a.in.covered > 0 {
		v.Notices = append(v.Notices, fmt.Sprintf(a.w.CoveredHere, a.in.covered))
	}
}
