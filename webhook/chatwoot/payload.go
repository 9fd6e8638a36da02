package chatwoot

import (
	"encoding/json"
	"maps"
	"strings"

	"github.com/postchat/postchat/webhook/wire"
)

// payload is a conversation: the body of an event about one, and what the API says of one.
type payload struct {
	Event      wire.Text   `json:"event"`
	ID         wire.ID     `json:"id"` // the number that people see, which is the API's too
	InboxID    wire.ID     `json:"inbox_id"`
	Status     status      `json:"status"`
	Labels     wire.Texts  `json:"labels"`
	Messages   []message   `json:"messages"` // the last one that is neither private nor an activity, or none
	Meta       meta        `json:"meta"`
	Custom     wire.Fields `json:"custom_attributes"`
	Additional additional  `json:"additional_attributes"`
	// Actor is who caused the event, where a newer version tells.
	Actor   actor   `json:"actor"`
	Changed changes `json:"changed_attributes"`

	CreatedAt    wire.UnixTime `json:"created_at"`
	UpdatedAt    wire.UnixTime `json:"updated_at"` // the only one with decimals
	LastActivity wire.UnixTime `json:"last_activity_at"`
	Timestamp    wire.UnixTime `json:"timestamp"`
}

type meta struct {
	Sender   contact `json:"sender"`
	Assignee agent   `json:"assignee"`
	Team     team    `json:"team"`
}

type contact struct {
	ID     wire.ID     `json:"id"`
	Name   wire.Text   `json:"name"`
	Email  wire.Text   `json:"email"`
	Phone  wire.Text   `json:"phone_number"`
	Custom wire.Fields `json:"custom_attributes"`
}

type agent struct {
	ID    wire.ID   `json:"id"`
	Name  wire.Text `json:"name"`
	Shown wire.Text `json:"available_name"`
	Email wire.Text `json:"email"`
	Type  wire.Text `json:"type"` // user or agent_bot
}

type team struct {
	Name wire.Text `json:"name"`
}

type additional struct {
	Referer wire.Text `json:"referer"`
	Subject wire.Text `json:"mail_subject"` // of a conversation by e-mail
	Browser struct {
		Name     wire.Text `json:"browser_name"`
		Platform wire.Text `json:"platform_name"`
	} `json:"browser"`
}

// actor is only a type and an id. A version that would send more says less to us.
type actor struct {
	Type wire.Text
}

// UnmarshalJSON implements json.Unmarshaler. It never fails.
func (a *actor) UnmarshalJSON(raw []byte) error {
	*a = actor{}
	if raw[0] == '{' {
		var one struct {
			Type wire.Text `json:"type"`
		}
		_ = json.Unmarshal(raw, &one) // a Text takes whatever comes
		a.Type = one.Type
	}
	return nil
}

// status is a conversation's: a word, or its number.
type status string

const (
	statusOpen     status = "open"
	statusResolved status = "resolved"
	statusPending  status = "pending"
	statusSnoozed  status = "snoozed"
)

// statuses are in the order of their numbers.
var statuses = []status{statusOpen, statusResolved, statusPending, statusSnoozed}

func statusOf(text wire.Text) status {
	for number, s := range statuses {
		if string(text) == string(rune('0'+number)) {
			return s
		}
	}
	return status(strings.ToLower(string(text)))
}

// UnmarshalJSON implements json.Unmarshaler. It never fails.
func (s *status) UnmarshalJSON(raw []byte) error {
	var text wire.Text
	_ = text.UnmarshalJSON(raw)
	*s = statusOf(text)
	return nil
}

// changes are what an event changed, by the names of attributes.
type changes map[string]change

type change struct{ previous, current wire.Text }

// UnmarshalJSON implements json.Unmarshaler. Chatwoot sends a list of objects with one member each; one object with all of
// them means the same. It never fails.
func (c *changes) UnmarshalJSON(raw []byte) error {
	*c = changes{}
	var list []json.RawMessage
	if raw[0] == '[' {
		_ = json.Unmarshal(raw, &list) // raw messages take whatever comes
	} else {
		list = []json.RawMessage{raw}
	}
	for _, one := range list {
		var members map[string]change
		if one[0] == '{' && json.Unmarshal(one, &members) == nil {
			maps.Copy(*c, members)
		}
	}
	return nil
}

// UnmarshalJSON implements json.Unmarshaler: an object with two members, or a list of two. It never fails.
func (c *change) UnmarshalJSON(raw []byte) error {
	*c = change{}
	switch raw[0] {
	case '{':
		var named struct {
			Previous wire.Text `json:"previous_value"`
			Current  wire.Text `json:"current_value"`
		}
		_ = json.Unmarshal(raw, &named) // a Text takes whatever comes
		c.previous, c.current = named.Previous, named.Current
	case '[':
		var pair []wire.Text
		_ = json.Unmarshal(raw, &pair)
		if len(pair) == 2 {
			c.previous, c.current = pair[0], pair[1]
		}
	}
	return nil
}

// hasAny reports whether one of the attributes was changed.
func (c changes) hasAny(names ...string) bool {
	for _, name := range names {
		if _, changed := c[name]; changed {
			return true
		}
	}
	return false
}
