package mail

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// view is what the templates show, in the words of one language. Every text in it is clean; the HTML template escapes it.
type view struct {
	W             *words
	Subject       string
	Preheader     string
	Title         string
	Campaign      string
	Number        string // with its #, empty for a follow-up without one
	FollowUpURL   string
	Occasion      string // why this is not the first mail
	Refusal       string // what the server said that refused the first
	Urgent        bool
	Note          *note
	Intro         [][]segment // lines
	Footer        [][]segment
	Important     []*message // the starred ones
	MoreImportant string
	Codes         []code
	MoreCodes     string
	Facts         []fact
	VisitorEmail  string // where "write to the visitor" goes; empty where that is not offered
	VisitorMailto string
	ReplyGoes     string
	Notices       []string // what the transcript leaves out
	First, Last   []*message
	LeftOut       string // stands between First and Last
	Why           []why
	MoreWhy       string
}

// note is the operator's own text.
type note struct{ By, Text string }

// code is a success code that was given, with a remark where it did not lead to an address.
type code struct{ Label, Remark string }

// fact is one line of what is known of the chat. Foreign marks values that come from outside.
type fact struct {
	Name, Value, Remark string
	Foreign             bool
	Covered             bool // some of the value is
}

// why is a recipient with its reasons.
type why struct{ Address, Reasons string }

// The most characters of one-line values in the mail. What is cut ends in an ellipsis and is whole in transcript.txt.
const (
	maxName    = 80
	maxLabel   = 60
	maxTopic   = 150
	maxPage    = 300
	maxAddress = 254
	maxReason  = 160
	maxRefusal = 500
	maxGist    = 140
)

// The most bytes of HTML that lists may take, so that no chat can fill the mail with anything but its transcript.
const (
	maxCodesMarkup = 8 << 10
	maxWhyMarkup   = 8 << 10
	rowMarkup      = 300 // at least what the markup of one code, reason or file takes
	maxOperators   = 10
	maxCustom      = 12
)

// author writes one mail: it makes the view, and remembers whether something was cut.
type author struct {
	in       *Input
	settings postchat.MailSettings // what counts for this mail
	unusable error                 // what was wrong with those that are stored
	w        *words
	zone     *time.Location
	messages postchat.Transcript // those that may be shown
	starred  []*postchat.Message // those of them with which the mail begins
	note     string              // the operator's, clean; empty where it is blank
	private  bool                // the mail holds something that is not for the visitor's eyes
	visitor  postchat.Address    // empty where the visitor gave none that parses
	dated    bool                // the messages are of more than one day
	whole    bool                // nothing is cut: for transcript.txt
	cut      bool                // something was
}

func newAuthor(in *Input) *author {
	a := &author{in: in, messages: in.Chat.Transcript}
	a.settings, a.unusable = in.Campaign.MailSettings.ForCodes(in.Codes, in.Decision.Codes).Usable()
	a.w = wordsOf(a.settings.Language)
	campaign := in.Campaign
	campaign.TimeZone = cmp.Or(a.settings.TimeZone, campaign.TimeZone)
	a.zone = campaign.Location()
	if note := postchat.CleanText(in.FollowUp.Submission.Note); strings.TrimSpace(note) != "" {
		a.note, a.private = note, true
	}
	for _, m := range in.Chat.Transcript {
		if m.Private {
			a.private = a.private || in.IncludePrivate
			if !in.IncludePrivate {
				a.messages = in.Chat.Transcript.Public()
				break
			}
		}
	}
	a.findStarred()
	if address, err := postchat.ParseAddress(in.Chat.Visitor.Email); err == nil {
		a.visitor = postchat.Address{Name: a.line(in.Chat.Visitor.Name, maxName), Email: address.Email}
	}
	a.dated = a.spansDays()
	a.cut = false
	return a
}

// line is a value on one line, of at most n characters unless the whole is wanted.
func (a *author) line(s string, n int) string {
	s = oneLine(s)
	if a.whole || len(s) <= n {
		return s
	}
	short := postchat.Shorten(s, n)
	a.cut = a.cut || short != s
	return short
}

// view makes all of the view but the messages.
func (a *author) view() *view {
	in := a.in
	v := &view{
		W:        a.w,
		Title:    a.title(a.line(in.Chat.Visitor.Name, maxName)),
		Campaign: a.line(in.Campaign.Name, maxName),
		Urgent:   in.FollowUp.Submission.Urgent,
		Facts:    a.facts(),
	}
	if in.FollowUp.Number > 0 {
		v.Number = a.number()
		v.FollowUpURL = followUpURL(in.PublicURL, in.FollowUp.Number)
	}
	v.Subject = a.subject()
	v.Occasion = a.occasion()
	if in.Kind == postchat.MailRescue && len(in.Refusals) > 0 {
		v.Refusal = fmt.Sprintf(a.w.RescueSaid, postchat.Shorten(a.refusals(), maxRefusal))
	}
	if a.note != "" {
		v.Note = &note{By: a.noteBy(), Text: postchat.Shorten(a.note, postchat.MaxNote)}
	}
	v.Intro, v.Footer = a.text(a.settings.Intro), a.text(a.settings.Footer)
	v.Preheader = a.gist(v.Note)
	v.Codes, v.MoreCodes = a.codes()
	v.Why, v.MoreWhy = a.why()
	a.replying(v)
	return v
}

// title says what the mail is about, with the visitor's name.
func (a *author) title(name string) string {
	if a.in.Chat.Kind == postchat.ChatKindOffline {
		return fmt.Sprintf(a.w.OfflineFrom, a.visitorName(name))
	}
	return fmt.Sprintf(a.w.ChatWith, a.visitorName(name))
}

// visitorName is the visitor's name, else the e-mail, else a word.
func (a *author) visitorName(name string) string {
	return cmp.Or(name, a.visitor.Email, a.w.SomeVisitor)
}

// occasion says why this mail is not the first about its chat; empty where it is.
func (a *author) occasion() string {
	if a.in.TestTo != nil {
		return fmt.Sprintf(a.w.TestOnly, a.in.TestTo.Email)
	}
	switch a.in.Kind {
	case postchat.MailRescue:
		return a.w.Rescue
	case postchat.MailAddendum:
		return a.w.Addendum
	case postchat.MailAgain:
		return a.w.Again
	}
	return ""
}

// refusals are the words of the servers that refused, each led by the address that it spoke of.
func (a *author) refusals() string {
	said := make([]string, len(a.in.Refusals))
	for i, r := range a.in.Refusals {
		said[i] = oneLine(fmt.Sprintf(a.w.RefusedIt, r.Email, r.Words))
	}
	return strings.Join(said, "; ")
}

func (a *author) noteBy() string {
	if operator := a.line(a.in.FollowUp.Submission.Operator, maxName); operator != "" {
		return fmt.Sprintf(a.w.NoteBy, operator)
	}
	return a.w.NoteByOperator
}

// gist is what a list of mails shows beside the subject: the note, else the first thing that the visitor said.
func (a *author) gist(n *note) string {
	if n != nil {
		return postchat.Shorten(oneLine(n.Text), maxGist)
	}
	for i := range a.messages {
		if m := &a.messages[i]; m.Role == postchat.RoleVisitor && !m.Event && m.Text != "" {
			start := postchat.Shorten(m.Text[:min(len(m.Text), 8*maxGist)], 2*maxGist)
			return postchat.Shorten(oneLine(start), maxGist)
		}
	}
	return ""
}

// followUpURL is where the follow-up can be seen, empty where publicURL is no web address.
func followUpURL(publicURL string, number int64) string {
	base := strings.TrimRight(publicURL, "/")
	if !strings.HasPrefix(base, "https://") && !strings.HasPrefix(base, "http://") {
		return ""
	}
	return base + "/follow-ups/" + strconv.FormatInt(number, 10)
}

// spansDays reports whether the messages are of more than one day in the mail's zone.
func (a *author) spansDays() bool {
	var first time.Time
	for i := range a.messages {
		at := a.messages[i].At
		if at.IsZero() {
			continue
		}
		if first.IsZero() {
			first = at.In(a.zone)
			continue
		}
		if at = at.In(a.zone); at.YearDay() != first.YearDay() || at.Year() != first.Year() {
			return true
		}
	}
	return false
}
