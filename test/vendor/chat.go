package vendor

import (
	"encoding/json"
	"slices"
	"time"
)

// Chat is an event in Postchat's own format; docs/webhook.md describes it.
type Chat struct {
	Type         string       `json:"type"`
	Conversation Conversation `json:"conversation"`
	Kind         string       `json:"kind,omitempty"`
	StartedAt    time.Time    `json:"started_at,omitzero"`
	ClosedAt     time.Time    `json:"closed_at,omitzero"`
	ClosedBy     string       `json:"closed_by,omitempty"`
	Codes        []string     `json:"codes"`
	Visitor      Person       `json:"visitor"`
	Operators    []Person     `json:"operators,omitempty"`
	Transcript   []Line       `json:"transcript"`
	FollowUp     *FollowUp    `json:"follow_up,omitempty"`
}

// Conversation is the vendor's thing that can close many times.
type Conversation struct {
	ID string `json:"id"`
}

// Person is a visitor or an operator.
type Person struct {
	Name  string `json:"name,omitempty"`
	Email string `json:"email,omitempty"`
}

// Line is one message of a transcript.
type Line struct {
	ID      string    `json:"id"`
	At      time.Time `json:"at"`
	Role    string    `json:"role"`
	Name    string    `json:"name"`
	Text    string    `json:"text"`
	Private bool      `json:"private,omitempty"`
}

// FollowUp is the operator's part.
type FollowUp struct {
	Note           string `json:"note,omitempty"`
	Urgent         bool   `json:"urgent,omitempty"`
	ExtraAddresses string `json:"extra_addresses,omitempty"`
	Operator       string `json:"operator,omitempty"`
}

// sampleClose is when the sample chats closed.
var sampleClose = time.Date(2026, 11, 25, 8, 30, 0, 0, time.UTC)

// NewChat is a chat that closed, of a visitor who can be answered, with the codes that the operator gave it.
func NewChat(conversation string, codes ...string) Chat {
	at := sampleClose
	return Chat{
		Type: "chat.closed", Conversation: Conversation{conversation}, Codes: codes,
		StartedAt: at.Add(-5 * time.Minute), ClosedAt: at, ClosedBy: "operator",
		Visitor:   Person{Name: "Ines Moreau", Email: "ines@visitor.example"},
		Operators: []Person{{Name: "Dana K."}},
		Transcript: []Line{
			{ID: "1", At: at.Add(-4 * time.Minute), Role: "visitor", Name: "Ines Moreau", Text: "Do you have a bigger plan?"},
			{ID: "2", At: at.Add(-3 * time.Minute), Role: "operator", Name: "Dana K.", Text: "Yes! How many people are you, and by when?"},
			{ID: "3", At: at.Add(-2 * time.Minute), Role: "visitor", Name: "Ines Moreau", Text: "About 40 — in März, <b>please</b>."},
		},
	}
}

// Reopened is the chat after it went on for the lines and closed again.
func (c Chat) Reopened(texts ...string) Chat {
	for _, text := range texts {
		c.ClosedAt = c.ClosedAt.Add(time.Minute)
		c.Transcript = append(slices.Clip(c.Transcript), Line{
			ID: text, At: c.ClosedAt, Role: "visitor", Name: c.Visitor.Name, Text: text,
		})
	}
	c.ClosedAt = c.ClosedAt.Add(time.Minute)
	return c
}

// Body is the event as it is posted.
func (c Chat) Body() []byte { return encode(c) }

// Texts are the lines of the transcript that everybody may read.
func (c Chat) Texts() []string {
	var texts []string
	for _, line := range c.Transcript {
		if !line.Private {
			texts = append(texts, line.Text)
		}
	}
	return texts
}

func encode(event any) []byte {
	body, err := json.Marshal(event)
	if err != nil {
		panic(err) // there is nothing in it that cannot be encoded
	}
	return body
}
