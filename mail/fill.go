package mail

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/postchat/postchat"
)

// The most characters of a subject, and of each value in it. Where the whole gets too long the values are cut first: what
// the campaign wrote around them says what they are.
const (
	maxSubject   = 250
	subjectValue = 48
	minValue     = 12
)

// maxTextMarkup is the most bytes of HTML that the intro may take, and the footer: more than what may be set ever takes
// without its values.
const maxTextMarkup = 6 << 10

// segment is a piece of an intro or a footer. Foreign marks what comes from outside.
type segment struct {
	Text    string
	Foreign bool
	// Covered is what a covered text is to those who hear it; empty for any other text.
	Covered string
}

// subject is what the campaign's template comes to, marked on a test.
func (a *author) subject() string {
	if a.in.TestTo == nil {
		return a.filledSubject()
	}
	return postchat.Shorten(oneLine(a.w.Test+": "+a.filledSubject()), maxSubject)
}

func (a *author) filledSubject() string {
	template, _ := postchat.ParseTemplate("subject", cmp.Or(a.settings.Subject, postchat.DefaultSubject)) // which is usable
	for n := subjectValue; ; n /= 2 {
		filled := a.fill(template, func(p postchat.Placeholder) string { return a.shortValue(p, n) })
		if subject := oneLine(join(filled)); n/2 < minValue || utf8.RuneCountInString(subject) <= maxSubject {
			return postchat.Shorten(subject, maxSubject)
		}
	}
}

// text fills the template of an intro or a footer and returns its lines; nil where nothing is in them.
func (a *author) text(source string) [][]segment {
	template, _ := postchat.ParseTemplate("text", source) // which is usable
	segments := a.fill(template, a.longValue)
	if strings.TrimSpace(join(segments)) == "" {
		return nil
	}
	room := maxTextMarkup
	lines := [][]segment{nil}
	for _, s := range segments {
		kept, left := cutMarkup(s.Text, room)
		if left > 0 {
			kept += "…"
		}
		room -= markupLength(kept) + len("<bdi></bdi>")
		for i, line := range strings.Split(kept, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			for _, p := range pieces(line) {
				shown := segment{Text: p.Text, Foreign: s.Foreign}
				if p.Covered && s.Foreign {
					shown.Covered = a.w.CoveredText
				}
				lines[len(lines)-1] = append(lines[len(lines)-1], shown)
			}
		}
		if left > 0 {
			break
		}
	}
	return lines
}

// fill puts values into a template, each on one line. It is done once: what is in a value is never looked at again.
func (a *author) fill(t postchat.Template, value func(postchat.Placeholder) string) []segment {
	segments := make([]segment, 0, len(t))
	for _, part := range t {
		if part.Placeholder == "" {
			segments = append(segments, segment{Text: part.Text})
		} else if text := oneLine(value(part.Placeholder)); text != "" {
			segments = append(segments, segment{Text: part.Open}, segment{Text: text, Foreign: true}, segment{Text: part.Close})
		}
	}
	return segments
}

func join(segments []segment) string {
	var b strings.Builder
	for _, s := range segments {
		b.WriteString(s.Text)
	}
	return b.String()
}

// shortValue is a value for the subject: of at most n characters, not counting words of ours around it.
func (a *author) shortValue(p postchat.Placeholder, n int) string {
	switch p {
	case postchat.PlaceholderTitle:
		return a.title(postchat.Shorten(oneLine(a.in.Chat.Visitor.Name), n))
	case postchat.PlaceholderCodes:
		return a.labels(3, n/2)
	}
	return postchat.Shorten(oneLine(a.value(p)), n)
}

// longValue is a value for the mail's body.
func (a *author) longValue(p postchat.Placeholder) string {
	switch p {
	case postchat.PlaceholderTitle:
		return a.title(postchat.Shorten(oneLine(a.in.Chat.Visitor.Name), maxName))
	case postchat.PlaceholderCodes:
		return a.labels(maxOperators, maxLabel)
	case postchat.PlaceholderPage:
		return postchat.Shorten(oneLine(a.value(p)), maxPage)
	}
	return postchat.Shorten(oneLine(a.value(p)), maxTopic)
}

// value is all that is known of a placeholder but the title and the codes.
func (a *author) value(p postchat.Placeholder) string {
	c := &a.in.Chat
	switch p {
	case postchat.PlaceholderVisitor:
		return a.visitorName(c.Visitor.Name)
	case postchat.PlaceholderEmail:
		return c.Visitor.Email
	case postchat.PlaceholderPhone:
		return c.Visitor.Phone
	case postchat.PlaceholderCampaign:
		return a.in.Campaign.Name
	case postchat.PlaceholderNumber:
		return a.number()
	case postchat.PlaceholderUrgent:
		if a.in.FollowUp.Submission.Urgent {
			return a.w.Urgent + ":"
		}
	case postchat.PlaceholderOperator:
		return a.operator()
	case postchat.PlaceholderDepartment:
		return c.Department
	case postchat.PlaceholderTopic:
		return c.Subject
	case postchat.PlaceholderPage:
		return c.Page
	case postchat.PlaceholderDate:
		if !c.ClosedAt.IsZero() {
			return a.w.day(c.ClosedAt.In(a.zone))
		}
	case postchat.PlaceholderTime:
		if !c.ClosedAt.IsZero() {
			return c.ClosedAt.In(a.zone).Format("15:04")
		}
	}
	return ""
}

// operator is who answered, else who pressed OK.
func (a *author) operator() string {
	var names []string
	for _, o := range a.in.Chat.Operators {
		if name := oneLine(o.Name); name != "" && len(names) < maxOperators {
			names = append(names, name)
		}
	}
	if names == nil {
		return a.in.FollowUp.Submission.Operator
	}
	return strings.Join(names, ", ")
}

func (a *author) number() string {
	if a.in.FollowUp.Number == 0 {
		return ""
	}
	return "#" + strconv.FormatInt(a.in.FollowUp.Number, 10)
}

// labels are those of the codes that were given, at most n of them and of each so many characters; the others are counted.
func (a *author) labels(n, characters int) string {
	var labels []string
	for _, verdict := range a.in.Decision.Codes {
		if label := postchat.Shorten(oneLine(verdict.Label), characters); label != "" {
			labels = append(labels, label)
		}
	}
	if more := len(labels) - n; more > 0 {
		labels = append(labels[:n], "+"+strconv.Itoa(more))
	}
	return strings.Join(labels, ", ")
}
