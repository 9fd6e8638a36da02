package mail

import (
	"fmt"
	"strconv"
	"time"

	"github.com/postchat/postchat"
)

// words are all fixed words of a mail in one language. A field that ends in Of or holds a % is a format.
type words struct {
	Lang, Dir string // as the HTML attributes lang and dir want them

	ChatWith, OfflineFrom string // the title, with the visitor's name
	SomeVisitor           string // who has no name
	Urgent                string
	NoteBy                string
	NoteByOperator        string // where the operator has no name

	Codes, NoCodes                      string
	UnknownCode, RetiredCode, NoAddress string
	Visitor, Email, Phone, NotAnAddress string
	Operators, Department, Page, Topic  string
	Kind, OfflineMessage                string
	Started, Ended, Received, Duration  string
	FollowUp                            string
	Hours, Minutes, Seconds             string
	Months                              [12]string

	WriteToVisitor                      string
	ReplyToVisitor, ReplyElsewhere      string // where a plain reply to this mail goes
	YourChat, YourMessage               string // the subject of a mail to the visitor, with the campaign's name
	Rescue, RescueSaid, Addendum, Again string

	Transcript, NoMessages    string
	ShownOf, ShortenedHere    string
	LeftOut                   string
	NoText, File, PrivateNote string
	Roles                     map[postchat.Role]string
	MoreCharacters, MoreFiles string
	MoreInTranscript          string

	Why string
}

// english is the only language so far.
var english = words{
	Lang: "en", Dir: "ltr",

	ChatWith: "Chat with %s", OfflineFrom: "Offline message from %s",
	SomeVisitor:    "a visitor",
	Urgent:         "Urgent",
	NoteBy:         "Note from %s",
	NoteByOperator: "Note from the operator",

	Codes: "Codes", NoCodes: "none given",
	UnknownCode: "unknown code", RetiredCode: "retired code", NoAddress: "no address",
	Visitor: "Visitor", Email: "E-mail", Phone: "Phone", NotAnAddress: "not a valid address",
	Operators: "Operators", Department: "Department", Page: "Page", Topic: "Subject",
	Kind: "Kind", OfflineMessage: "Offline message: it was left while nobody was there",
	Started: "Started", Ended: "Ended", Received: "Received", Duration: "Duration",
	FollowUp: "Follow-up",
	Hours:    "h", Minutes: "min", Seconds: "s",
	Months: [12]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	},

	WriteToVisitor: "Write to the visitor",
	ReplyToVisitor: "A reply to this mail goes to the visitor.",
	ReplyElsewhere: "A reply to this mail goes to %s, not to the visitor.",
	YourChat:       "Your chat with %s", YourMessage: "Your message to %s",
	Rescue:     "This mail was refused by an address of the table, so it comes to standard.",
	RescueSaid: "The server said: %s",
	Addendum:   "There is more in this chat than in the first mail about it.",
	Again:      "This mail was sent again by a person.",

	Transcript: "Transcript", NoMessages: "The chat has no messages.",
	ShownOf:       "%d of %d messages shown; the whole transcript is attached as " + transcriptName + ".",
	ShortenedHere: "Long texts are shortened here; all of them are whole in the attached " + transcriptName + ".",
	LeftOut:       "%d messages left out here",
	NoText:        "(no text)", File: "File", PrivateNote: "private note",
	Roles: map[postchat.Role]string{
		postchat.RoleVisitor: "visitor", postchat.RoleOperator: "operator",
		postchat.RoleBot: "bot", postchat.RoleSystem: "system", postchat.RoleUnknown: "unknown sender",
	},
	MoreCharacters: "… %d more characters in " + transcriptName, MoreFiles: "… %d more files in " + transcriptName,
	MoreInTranscript: "and %d more, in the attached " + transcriptName,

	Why: "Why you get this",
}

// role names a role; every message has one, so that no name from outside can stand where a role should.
func (w *words) role(r postchat.Role) string {
	if name := w.Roles[r]; name != "" {
		return name
	}
	return w.Roles[postchat.RoleUnknown]
}

// date is a day and time of day with the zone named, such as 24 November 2026, 14:02 CET (Europe/Amsterdam).
func (w *words) date(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	text := fmt.Sprintf("%d %s %d, %s", t.Day(), w.Months[t.Month()-1], t.Year(), t.Format("15:04 MST"))
	if zone != time.UTC {
		text += " (" + zone.String() + ")"
	}
	return text
}

// duration is a span in its two largest units, such as 1 h 5 min.
func (w *words) duration(d time.Duration) string {
	hours, minutes, seconds := int64(d.Hours()), int64(d.Minutes())%60, int64(d.Seconds())%60
	number := func(n int64, unit string) string { return strconv.FormatInt(n, 10) + " " + unit }
	switch {
	case hours > 0 && minutes > 0:
		return number(hours, w.Hours) + " " + number(minutes, w.Minutes)
	case hours > 0:
		return number(hours, w.Hours)
	case minutes > 0:
		return number(minutes, w.Minutes)
	}
	return number(seconds, w.Seconds)
}

// size is a file's size as people read it, in units of a thousand bytes.
func size(bytes int64) string {
	const units = "kMGTPE"
	if bytes < 1000 {
		return strconv.FormatInt(bytes, 10) + " B"
	}
	value, unit := float64(bytes)/1000, 0
	for value >= 999.5 && unit < len(units)-1 {
		value, unit = value/1000, unit+1
	}
	digits := 0
	if value < 9.95 {
		digits = 1
	}
	return strconv.FormatFloat(value, 'f', digits, 64) + " " + units[unit:unit+1] + "B"
}
