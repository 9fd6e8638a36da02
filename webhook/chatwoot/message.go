package chatwoot

import (
	"encoding/json"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/wire"
)

// message is one of a conversation, in an event and in the API alike.
type message struct {
	ID          wire.ID       `json:"id"`
	Content     wire.Text     `json:"content"`
	ContentType wire.Text     `json:"content_type"`
	Type        messageType   `json:"message_type"`
	At          wire.UnixTime `json:"created_at"`
	Private     wire.Flag     `json:"private"`
	Sender      agent         `json:"sender"`
	SenderType  wire.Text     `json:"sender_type"`
	Attributes  attributes    `json:"content_attributes"`
	Attachments []attachment  `json:"attachments"`
}

// messageType is a number in a conversation and in the API, and a word elsewhere.
type messageType string

const (
	typeIncoming messageType = "incoming"
	typeOutgoing messageType = "outgoing"
	typeActivity messageType = "activity"
	typeTemplate messageType = "template"
)

// messageTypes are in the order of their numbers.
var messageTypes = []messageType{typeIncoming, typeOutgoing, typeActivity, typeTemplate}

// UnmarshalJSON implements json.Unmarshaler. It never fails.
func (t *messageType) UnmarshalJSON(raw []byte) error {
	var text wire.Text
	_ = text.UnmarshalJSON(raw)
	*t = messageType(strings.ToLower(string(text)))
	for number, word := range messageTypes {
		if string(text) == strconv.Itoa(number) {
			*t = word
		}
	}
	return nil
}

// transcript is the messages as they are kept. Addresses of files that are relative are taken from base, where there is one.
func transcript(messages []message, base *url.URL) postchat.Transcript {
	var t postchat.Transcript
	for i := range messages {
		t = append(t, messages[i].line(base))
	}
	return t
}

func (m *message) line(base *url.URL) postchat.Message {
	line := postchat.Message{
		ID: string(m.ID), At: m.At.Time, Role: m.role(), Name: m.Sender.name(), Private: bool(m.Private), Event: m.Type == typeActivity,
		Text: m.text(),
	}
	for i := range m.Attachments {
		line.Files = append(line.Files, m.Attachments[i].file(base))
	}
	return line
}

// role tells the author. What Chatwoot itself or one of its rules sends has none, and was sent by a program.
func (m *message) role() postchat.Role {
	switch m.Type {
	case typeIncoming:
		return postchat.RoleVisitor
	case typeActivity:
		return postchat.RoleSystem
	case typeTemplate:
		return postchat.RoleBot
	case typeOutgoing:
		if m.Sender.ID == "" || m.Sender.isBot() || botTypes[strings.ToLower(string(m.SenderType))] {
			return postchat.RoleBot
		}
		return postchat.RoleOperator
	}
	return postchat.RoleUnknown
}

// text is what was said, with what the visitor filled in where it asked for something.
func (m *message) text() string {
	lines := []string{string(m.Content)}
	lines = append(lines, m.Attributes.offered()...)
	lines = append(lines, m.Attributes.answers()...)
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// attributes are what a message has besides its text: the choices that it offers, and what was answered.
type attributes struct {
	Email     wire.Text `json:"submitted_email"`
	Submitted []answer  `json:"submitted_values"`
	Items     []item    `json:"items"`
	Survey    *survey   `json:"csat_survey_response"`
}

type answer struct {
	Name  wire.Text `json:"name"`
	Title wire.Text `json:"title"`
	Value wire.Text `json:"value"`
}

// item is a choice, a field of a form, a card or an article.
type item struct {
	Name        wire.Text `json:"name"`
	Label       wire.Text `json:"label"`
	Title       wire.Text `json:"title"`
	Description wire.Text `json:"description"`
	Link        wire.Text `json:"link"`
}

type survey struct {
	Rating   wire.Text `json:"rating"`
	Feedback wire.Text `json:"feedback_message"`
}

// UnmarshalJSON implements json.Unmarshaler. What has another shape than these is passed over: it never fails.
func (a *attributes) UnmarshalJSON(raw []byte) error {
	*a = attributes{}
	var members map[string]json.RawMessage
	if raw[0] == '{' {
		_ = json.Unmarshal(raw, &members) // raw messages take whatever comes
	}
	for name, to := range map[string]any{
		"submitted_email": &a.Email, "submitted_values": &a.Submitted, "items": &a.Items, "csat_survey_response": &a.Survey,
	} {
		if value, found := members[name]; found {
			_ = json.Unmarshal(value, to)
		}
	}
	return nil
}

// offered are the titles of what the message shows below its text: cards, articles, choices.
func (a *attributes) offered() []string {
	var lines []string
	for _, i := range a.Items {
		var parts []string
		for _, part := range []wire.Text{i.Title, i.Description, i.Link} {
			if part != "" {
				parts = append(parts, string(part))
			}
		}
		if len(parts) > 0 {
			lines = append(lines, "- "+strings.Join(parts, ": "))
		}
	}
	return lines
}

// answers are what the visitor gave: an address, the fields of a form, a choice, a rating.
func (a *attributes) answers() []string {
	var lines []string
	if a.Email != "" {
		lines = append(lines, "> "+string(a.Email))
	}
	for _, given := range a.Submitted {
		value := string(given.Value)
		switch label := a.labelOf(given.Name); {
		case label != "":
			value = label + ": " + value
		case given.Title != "":
			value = string(given.Title)
		}
		lines = append(lines, "> "+value)
	}
	if a.Survey != nil {
		if a.Survey.Rating != "" {
			lines = append(lines, "> "+string(a.Survey.Rating)+"/5")
		}
		if a.Survey.Feedback != "" {
			lines = append(lines, "> "+string(a.Survey.Feedback))
		}
	}
	return lines
}

// labelOf is what the form calls the field, or else the field's own name.
func (a *attributes) labelOf(name wire.Text) string {
	for _, i := range a.Items {
		if name != "" && i.Name == name && i.Label != "" {
			return string(i.Label)
		}
	}
	return string(name)
}

// attachment is a file; a location or a contact has a title and perhaps no address.
type attachment struct {
	Kind  wire.Text `json:"file_type"`
	URL   wire.Text `json:"data_url"`
	Title wire.Text `json:"fallback_title"`
	Size  wire.Text `json:"file_size"`
	Type  wire.Text `json:"content_type"`
	Lat   wire.Text `json:"coordinates_lat"`
	Long  wire.Text `json:"coordinates_long"`
}

func (a *attachment) file(base *url.URL) postchat.File {
	f := postchat.File{Name: string(a.Title), Type: string(a.Type)}
	f.Size, _ = strconv.ParseInt(string(a.Size), 10, 64)
	if f.Size < 0 {
		f.Size = 0
	}
	if u := a.URL.Address(base); u != nil {
		f.URL = u.String()
		if name := path.Base(u.Path); f.Name == "" && name != "/" && name != "." {
			f.Name = name
		}
	}
	if f.Name == "" && a.Lat != "" && a.Long != "" {
		f.Name = string(a.Lat) + ", " + string(a.Long)
	}
	if f.Name == "" {
		f.Name = string(a.Kind)
	}
	return f
}
