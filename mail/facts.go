package mail

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/postchat/postchat"
)

// facts are what is known of the chat beside its codes and messages, the unknown left out.
func (a *author) facts() []fact {
	c := &a.in.Chat
	facts := make([]fact, 0, 12)
	add := func(name, value, remark string, foreign bool) {
		if value != "" {
			facts = append(facts, fact{
				Name: name, Value: value, Remark: remark, Foreign: foreign, Covered: strings.Contains(value, covered),
			})
		}
	}
	if c.Kind == postchat.ChatKindOffline {
		add(a.w.Kind, a.w.OfflineMessage, "", false)
	}
	add(a.w.Visitor, a.line(c.Visitor.Name, maxName), "", true)
	email, remark := a.line(c.Visitor.Email, maxAddress), ""
	if a.visitor.Email == "" {
		remark = a.w.NotAnAddress
	}
	add(a.w.Email, email, remark, true)
	add(a.w.Phone, a.line(c.Visitor.Phone, maxName), "", true)
	add(a.w.Operators, a.operators(), "", true)
	add(a.w.Department, a.line(c.Department, maxName), "", true)
	add(a.w.Page, a.line(c.Page, maxPage), "", true)
	add(a.w.Topic, a.line(c.Subject, maxTopic), "", true)
	a.custom(add)
	a.times(add)
	return facts
}

// custom are the fields that the site or the vendor keeps of the chat, such as an order's number, by name.
func (a *author) custom(add func(name, value, remark string, foreign bool)) {
	for i, name := range slices.Sorted(maps.Keys(a.in.Chat.Custom)) {
		if i == maxCustom && !a.whole {
			a.cut = true
			return
		}
		add(a.line(name, maxLabel), a.line(a.in.Chat.Custom[name], maxTopic), "", true)
	}
}

func (a *author) times(add func(name, value, remark string, foreign bool)) {
	c := &a.in.Chat
	ended := a.w.Ended
	if c.Kind == postchat.ChatKindOffline {
		ended = a.w.Received
	} else if !c.StartedAt.IsZero() {
		add(a.w.Started, a.w.date(c.StartedAt, a.zone), "", false)
	}
	if c.ClosedAt.IsZero() {
		return
	}
	add(ended, a.w.date(c.ClosedAt, a.zone), "", false)
	if d := c.ClosedAt.Sub(c.StartedAt); ended == a.w.Ended && !c.StartedAt.IsZero() && d >= 0 {
		add(a.w.Duration, a.w.duration(d), "", false)
	}
}

// operators are the names of those who answered, each once; an operator without a name is named by the e-mail.
func (a *author) operators() string {
	var names []string
	seen := make(map[string]bool, len(a.in.Chat.Operators))
	for _, o := range a.in.Chat.Operators {
		name := o.Name
		if name == "" {
			name = o.Email
		}
		name = a.line(name, maxName)
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		if len(names) == maxOperators && !a.whole {
			a.cut = true
			names = append(names, "…")
			break
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// codes are the codes that were given, with what became of those that led nowhere.
func (a *author) codes() (shown []code, more string) {
	markup := 0
	for i, verdict := range a.in.Decision.Codes {
		c := code{Label: a.line(verdict.Label, maxLabel), Remark: a.remark(verdict.Outcome)}
		if markup += rowMarkup + markupLength(c.Label); markup > maxCodesMarkup && !a.whole {
			a.cut = true
			return shown, fmt.Sprintf(a.w.MoreInTranscript, len(a.in.Decision.Codes)-i)
		}
		shown = append(shown, c)
	}
	return shown, ""
}

func (a *author) remark(outcome postchat.CodeOutcome) string {
	switch outcome {
	case postchat.CodeUnknown:
		return a.w.UnknownCode
	case postchat.CodeRetired:
		return a.w.RetiredCode
	case postchat.CodeNoAddress:
		return a.w.NoAddress
	}
	return ""
}

// why names every recipient with its reasons.
func (a *author) why() (shown []why, more string) {
	if len(a.in.Decision.Recipients) == 0 {
		return nil, a.w.Nobody
	}
	markup := 0
	for i, r := range a.in.Decision.Recipients {
		var reasons strings.Builder
		for j, reason := range r.Reasons {
			if j > 0 {
				reasons.WriteString("; ")
			}
			reasons.WriteString(a.line(a.w.reason(reason), maxReason))
			if reasons.Len() > maxWhyMarkup/4 && !a.whole && j < len(r.Reasons)-1 {
				a.cut = true
				reasons.WriteString("; …")
				break
			}
		}
		y := why{Address: a.line(r.Address.Display(), maxAddress), Reasons: reasons.String()}
		if markup += rowMarkup + markupLength(y.Address) + markupLength(y.Reasons); markup > maxWhyMarkup && !a.whole && i > 0 {
			a.cut = true
			return shown, fmt.Sprintf(a.w.MoreInTranscript, len(a.in.Decision.Recipients)-i)
		}
		shown = append(shown, y)
	}
	return shown, ""
}
