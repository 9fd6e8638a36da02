package mail

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// words are all fixed words of a mail in one language. One that holds a % is a format.
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
	Day                                 string // a day, month and year
	DayAndTime                          string // a layout of package time
	Decimal                             string // what stands between a number and its tenths

	WriteToVisitor                 string
	ReplyToVisitor, ReplyElsewhere string // where a plain reply to this mail goes
	YourChat, YourMessage          string // the subject of a mail to the visitor, with the campaign's name
	Rescue, RescueSaid, RefusedIt  string
	Addendum, Again                string
	Test, TestOnly                 string // what marks a test, and says to whom alone it went

	Transcript, NoMessages    string
	NotWhole                  string // the vendor did not give the rest
	Important, Starred        string // the heading of starred lines, and what marks one in the transcript
	CoveredText, CoveredHere  string // what a covered text is to those who hear it, and how many there are
	ShownOf, ShortenedHere    string
	LeftOut                   string
	NoText, File, PrivateNote string
	Roles                     map[postchat.Role]string
	MoreCharacters, MoreFiles string
	MoreInTranscript          string

	Why     string
	Nobody  string // instead of recipients with their reasons
	Reasons map[postchat.ReasonKind]string
	// What a reason says without the operator's name.
	AddedByOperator, SentAgain string

	// States say why a follow-up is in its state, by its reason.
	States map[string]string
}

// wordsOf are the words of a language, and the English ones for a language that we do not have.
func wordsOf(l postchat.Language) *words {
	switch l {
	case postchat.LanguageDutch:
		return &dutch
	case postchat.LanguageGerman:
		return &german
	}
	return &english
}

// role names a role; every message has one, so that no name from outside can stand where a role should.
func (w *words) role(r postchat.Role) string {
	if name := w.Roles[r]; name != "" {
		return name
	}
	return w.Roles[postchat.RoleUnknown]
}

// reason says why an address gets the mail. English ones are as postchat.Reason has them, and so are those of a kind that
// the language has no words for.
func (w *words) reason(r postchat.Reason) string {
	format, known := w.Reasons[r.Kind]
	if !known {
		return r.String()
	}
	detail := r.Operator
	switch r.Kind {
	case postchat.ReasonCode:
		detail = r.Code
	case postchat.ReasonRescue:
		detail = r.Refused
	case postchat.ReasonExtra:
		if detail == "" {
			return w.AddedByOperator
		}
	case postchat.ReasonAgain:
		if detail == "" {
			return w.SentAgain
		}
	}
	return strings.ReplaceAll(format, "%s", detail)
}

// ReasonSentence says in a language why an address gets a mail, as the mail's last lines do.
func ReasonSentence(l postchat.Language, r postchat.Reason) string { return wordsOf(l).reason(r) }

// FollowUpReason says in a language why a follow-up is in its state, as postchat.FollowUp.ReasonSentence does in English. What a
// vendor's failure said of itself follows as it came.
func FollowUpReason(l postchat.Language, f postchat.FollowUp) string {
	text, known := wordsOf(l).States[f.Reason]
	if !known {
		return f.ReasonSentence()
	}
	return f.Fetching.With(text)
}

// day is such as 24 November 2026.
func (w *words) day(t time.Time) string {
	return fmt.Sprintf(w.Day, t.Day(), w.Months[t.Month()-1], t.Year())
}

// date is a day and time of day with the zone named, such as 24 November 2026, 14:02 CET (Europe/Amsterdam).
func (w *words) date(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	text := w.day(t) + ", " + t.Format("15:04 MST")
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
func (w *words) size(bytes int64) string {
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
	number := strings.Replace(strconv.FormatFloat(value, 'f', digits, 64), ".", w.Decimal, 1)
	return number + " " + units[unit:unit+1] + "B"
}
