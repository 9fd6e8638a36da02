package rocketchat

import (
	"encoding/json"

	"github.com/postchat/postchat/webhook/wire"
)

// payload is the body of every event. Members without a value are mostly left out, sometimes null.
type payload struct {
	Type         wire.Text   `json:"type"`
	ID           wire.ID     `json:"_id"` // of the room
	Label        wire.Text   `json:"label"`
	Topic        wire.Text   `json:"topic"`
	CreatedAt    wire.Time   `json:"createdAt"`
	LastMessage  wire.Time   `json:"lastMessageAt"`
	Tags         wire.Texts  `json:"tags"`
	Custom       wire.Fields `json:"customFields"`
	Visitor      visitor     `json:"visitor"`
	Agent        user        `json:"agent"`
	Messages     []message   `json:"messages"`
	DepartmentID wire.ID     `json:"departmentId"`

	// Only at the close.
	ServedBy user      `json:"servedBy"`
	ClosedAt wire.Time `json:"closedAt"`
	ClosedBy user      `json:"closedBy"`
	Closer   wire.Text `json:"closer"` // user or visitor

	// Only in an offline message.
	SentAt  wire.Time `json:"sentAt"`
	Message wire.Text `json:"message"`
}

type visitor struct {
	ID         wire.ID     `json:"_id"`
	Name       wire.Text   `json:"name"`
	Username   wire.Text   `json:"username"`
	Department wire.ID     `json:"department"`
	Email      contacts    `json:"email"`
	Phone      contacts    `json:"phone"`
	OS         wire.Text   `json:"os"`
	Browser    wire.Text   `json:"browser"`
	Custom     wire.Fields `json:"customFields"`
}

type user struct {
	ID       wire.ID   `json:"_id"`
	Username wire.Text `json:"username"`
	Name     wire.Text `json:"name"`
	Email    contacts  `json:"email"`
}

type message struct {
	ID          wire.ID      `json:"_id"`
	User        user         `json:"u"`
	Username    wire.Text    `json:"username"`
	Text        wire.Text    `json:"msg"` // missing where the message is a file, or a close without a comment
	At          wire.Time    `json:"ts"`
	AgentID     wire.ID      `json:"agentId"` // there exactly when the author is not the visitor
	Closing     bool         `json:"closingMessage"`
	Navigation  *navigation  `json:"navigation"`
	File        *file        `json:"file"`
	Attachments []attachment `json:"attachments"`
	Upload      *upload      `json:"fileUpload"`
}

// navigation is a page that the visitor went to during the chat.
type navigation struct {
	Page struct {
		Title    wire.Text `json:"title"`
		Location struct {
			Href wire.Text `json:"href"`
		} `json:"location"`
	} `json:"page"`
}

type file struct {
	Name wire.Text `json:"name"`
	Type wire.Text `json:"type"`
	Size wire.Text `json:"size"`
}

// attachment is a file, most of all. What else is attached, such as a quoted message, has a text and no link.
type attachment struct {
	Title       wire.Text `json:"title"`
	Description wire.Text `json:"description"`
	Text        wire.Text `json:"text"`
	Link        wire.Text `json:"title_link"` // relative to the server
	ImageType   wire.Text `json:"image_type"`
	ImageSize   wire.Text `json:"image_size"`
	AudioType   wire.Text `json:"audio_type"`
	AudioSize   wire.Text `json:"audio_size"`
	VideoType   wire.Text `json:"video_type"`
	VideoSize   wire.Text `json:"video_size"`
}

// upload is where the message's file can be had. Its address is empty for a file without a name.
type upload struct {
	Path wire.Text `json:"publicFilePath"`
	Type wire.Text `json:"type"`
	Size wire.Text `json:"size"`
}

// contacts are e-mail addresses or phone numbers: a list of objects, null, or in older shapes one plain string.
type contacts struct {
	first string
	plain bool // it came as a plain string
}

// UnmarshalJSON implements json.Unmarshaler. It takes the first one that is not empty, and never fails.
func (c *contacts) UnmarshalJSON(raw []byte) error {
	*c = contacts{}
	switch raw[0] {
	case '"':
		var text wire.Text
		_ = text.UnmarshalJSON(raw)
		*c = contacts{first: string(text), plain: true}
	case '[':
		var list []contact
		_ = json.Unmarshal(raw, &list) // a contact takes whatever comes
		for _, one := range list {
			if c.first == "" {
				c.first = string(one)
			}
		}
	}
	return nil
}

// contact is one of a list: an object, or the bare text.
type contact string

// UnmarshalJSON implements json.Unmarshaler. It never fails.
func (c *contact) UnmarshalJSON(raw []byte) error {
	*c = ""
	if raw[0] != '{' {
		var text wire.Text
		_ = text.UnmarshalJSON(raw)
		*c = contact(text)
		return nil
	}
	var one struct {
		Address wire.Text `json:"address"`
		Phone   wire.Text `json:"phoneNumber"`
	}
	_ = json.Unmarshal(raw, &one) // a Text takes whatever comes
	*c = contact(one.Address + one.Phone)
	return nil
}
