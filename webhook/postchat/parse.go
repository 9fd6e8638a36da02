package postchat

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/wire"
)

// The types of event.
const (
	typeClosed = "chat.closed"
	typeEdited = "chat.edited"
	typeTest   = "test"
)

// testConversation is the conversation of a test that names none.
const testConversation = "test"

// Parse implements webhook.Adapter. Members that it does not know are passed over, so that a caller can send more than
// this version reads. Every member that is wrong is named, with its path, in one error that joins them. An unknown type is
// wrong too: nobody sends our own format by accident.
func (Adapter) Parse(_ http.Header, body []byte) (postchat.Event, error) {
	var p payload
	if err := wire.Decode(body, &p); err != nil {
		return postchat.Event{}, err
	}
	var r reader
	event := r.event(p)
	return event, r.err()
}

// maxProblems is how many problems a caller is told of at once.
const maxProblems = 50

// reader turns the payload into an event and collects what is wrong on the way.
type reader struct{ problems []*postchat.Error }

func (r *reader) problem(field, format string, args ...any) {
	if len(r.problems) < maxProblems {
		r.problems = append(r.problems, postchat.Invalidf(field, format, args...))
	}
}

func (r *reader) err() error {
	var all []error
	for _, p := range r.problems {
		all = append(all, p)
	}
	return errors.Join(all...)
}

func (r *reader) event(p payload) postchat.Event {
	event := postchat.Event{Type: p.Type}
	switch p.Type {
	case typeClosed:
		event.Kind = postchat.EventClosed
	case typeEdited:
		event.Kind = postchat.EventEdited
	case typeTest:
		event.Kind = postchat.EventTest
		p.Conversation.ID = cmp.Or(p.Conversation.ID, testConversation)
	default:
		r.problem("type", "must be %s, %s or %s", typeClosed, typeEdited, typeTest)
	}
	event.Chat = r.chat(p)
	event.Submission = r.submission(p.FollowUp)
	r.rules(event)
	if event.Kind == postchat.EventEdited { // it tells nothing of the close
		event.Chat.ClosedAt, event.Chat.CloseKey, event.Chat.ClosedBy = time.Time{}, "", ""
	}
	return event
}

// rules adds what the chat's own rules say of fields that nothing else is wrong with. Only a close must have a time.
func (r *reader) rules(event postchat.Event) {
	for _, p := range postchat.Problems(event.Chat.Validate()) {
		named := slices.ContainsFunc(r.problems, func(known *postchat.Error) bool { return known.Field == p.Field })
		if named || p.Field == "closed_at" && event.Kind != postchat.EventClosed {
			continue
		}
		r.problem(p.Field, "%s", p.Message)
	}
}

func (r *reader) chat(p payload) postchat.Chat {
	closedAt := r.time("closed_at", p.ClosedAt)
	c := postchat.Chat{
		ConversationID: p.Conversation.ID,
		Kind:           choice(r, "kind", cmp.Or(p.Kind, string(postchat.ChatKindChat)), kinds),
		StartedAt:      r.time("started_at", p.StartedAt),
		ClosedAt:       closedAt,
		ClosedBy:       choice(r, "closed_by", cmp.Or(p.ClosedBy, string(postchat.RoleUnknown)), roles),
		Codes:          p.Codes,
		Visitor:        postchat.Visitor(p.Visitor),
		Department:     p.Department,
		Inbox:          p.Inbox,
		Subject:        p.Subject,
		Page:           p.Page,
		Custom:         p.Custom,
		Transcript:     r.transcript(p.Transcript),
	}
	if !closedAt.IsZero() {
		c.CloseKey = closedAt.Format(time.RFC3339Nano)
	}
	for _, o := range p.Operators {
		c.Operators = append(c.Operators, postchat.Operator(o))
	}
	return c
}

func (r *reader) transcript(messages []message) postchat.Transcript {
	if len(messages) == 0 {
		return nil
	}
	t := make(postchat.Transcript, len(messages))
	for i, m := range messages {
		at, ok := wire.ParseTime(m.At)
		if !ok || !slices.Contains(roles, postchat.Role(m.Role)) {
			r.line(i, m) // apart, for the names of fields cost time, and transcripts are long and seldom wrong
		}
		t[i] = postchat.Message{
			ID: m.ID, At: at, Role: postchat.Role(m.Role), Name: m.Name, Text: m.Text, Private: m.Private, Event: m.Event, Files: r.files(i, m.Files),
		}
	}
	return t
}

// line says what is wrong with a message's time and role.
func (r *reader) line(i int, m message) {
	at, role := fmt.Sprintf("transcript[%d].at", i), fmt.Sprintf("transcript[%d].role", i)
	r.required(at, m.At)
	r.time(at, m.At)
	if r.required(role, m.Role) {
		choice(r, role, m.Role, roles)
	}
}

func (r *reader) files(line int, files []file) []postchat.File {
	if len(files) == 0 {
		return nil
	}
	list := make([]postchat.File, len(files))
	for i, f := range files {
		if f.Size < 0 {
			r.problem(fmt.Sprintf("transcript[%d].files[%d].size", line, i), "must not be less than 0")
		}
		if f.URL != "" && !strings.HasPrefix(f.URL, "https://") && !strings.HasPrefix(f.URL, "http://") {
			r.problem(fmt.Sprintf("transcript[%d].files[%d].url", line, i), "must begin with https:// or http://")
		}
		list[i] = postchat.File(f)
	}
	return list
}

// submission is the operator's part, with its own rules checked. The names of its fields are those of the payload.
func (r *reader) submission(f *followUp) *postchat.Submission {
	if f == nil {
		return nil
	}
	s := &postchat.Submission{Codes: f.Codes, Note: f.Note, Urgent: f.Urgent, Operator: f.Operator}
	s.Extra = r.extra(f.ExtraAddresses)
	for _, p := range postchat.Problems(s.Validate()) {
		r.problem("follow_up."+strings.Replace(p.Field, "extraAddresses", "extra_addresses", 1), "%s", p.Message)
	}
	return s
}

func (r *reader) required(field, value string) bool {
	if value == "" {
		r.problem(field, "must not be empty")
	}
	return value != ""
}

func (r *reader) time(field, text string) time.Time {
	t, ok := wire.ParseTime(text)
	if !ok && text != "" {
		r.problem(field, "must be a date and time with its zone as RFC 3339 writes it, such as 2026-08-20T14:03:00Z")
	}
	return t
}

// What can be chosen from.
var (
	kinds = []postchat.ChatKind{postchat.ChatKindChat, postchat.ChatKindOffline}
	roles = []postchat.Role{
		postchat.RoleVisitor, postchat.RoleOperator, postchat.RoleBot, postchat.RoleSystem, postchat.RoleUnknown,
	}
)

// choice is the text as one of the values, which it must be.
func choice[T ~string](r *reader, field, text string, values []T) T {
	if !slices.Contains(values, T(text)) {
		names := make([]string, len(values))
		for i, v := range values {
			names[i] = string(v)
		}
		r.problem(field, "must be one of %s", strings.Join(names, ", "))
	}
	return T(text)
}
