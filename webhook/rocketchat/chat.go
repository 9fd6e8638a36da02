package rocketchat

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/wire"
)

// botID is Rocket.Chat's own bot, which also closes the chats that nobody closed. It is its id and its username.
const botID = "rocket.cat"

// isBot reports whether the user is a program. Apps write as users named so.
func (u user) isBot() bool {
	return u.ID == botID || u.Username == botID || strings.HasSuffix(string(u.Username), ".bot")
}

func (u user) name() string { return firstOf(u.Name, u.Username) }

// isTest recognises what the settings' "Send test" posts: the shape of a close in every older detail, all of which must
// be there, for a test is never mailed.
func (p *payload) isTest() bool {
	hasID := func(m message) bool { return m.ID != "" }
	return p.ClosedAt == wire.Time{} && p.Visitor.ID == "" && p.Visitor.Email.plain &&
		len(p.Messages) > 0 && !slices.ContainsFunc(p.Messages, hasID)
}

// closedChat is the chat of a close. Its key is the time of the close; where that is missing, the last thing said is what
// tells this close from another.
func (p *payload) closedChat() (postchat.Chat, error) {
	if p.ClosedAt.Unreadable {
		return postchat.Chat{}, postchat.Invalidf("closedAt", "is not a date and time that can be read")
	}
	c := p.chat()
	c.ClosedAt = p.ClosedAt.Time
	if c.ClosedAt.IsZero() {
		c.ClosedAt = p.lastMessage(c.Transcript)
	}
	c.CloseKey = closeKey(c.ClosedAt)
	c.ClosedBy = p.closedBy()
	return c, nil
}

// closeKey is the moment in the same words however it was written, and empty where there is none.
func closeKey(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Format(time.RFC3339Nano)
}

func (p *payload) lastMessage(t postchat.Transcript) time.Time {
	if len(t) > 0 && !t[len(t)-1].At.IsZero() {
		return t[len(t)-1].At
	}
	return p.LastMessage.Time
}

// closedBy says who ended the chat. The closer of an inactive chat is "user" too; closedBy tells that it was the bot.
func (p *payload) closedBy() postchat.Role {
	switch {
	case p.ClosedBy.isBot():
		return postchat.RoleBot
	case p.Closer == "visitor":
		return postchat.RoleVisitor
	case p.Closer == "user":
		return postchat.RoleOperator
	}
	for i := range p.Messages {
		m := &p.Messages[i]
		if m.Closing {
			return p.role(m)
		}
	}
	return postchat.RoleUnknown
}

// chat is what every event about a room says of it.
func (p *payload) chat() postchat.Chat {
	return postchat.Chat{
		ConversationID: string(p.ID),
		Kind:           postchat.ChatKindChat,
		StartedAt:      p.CreatedAt.Time,
		Codes:          codes(p.Tags),
		Visitor: postchat.Visitor{
			ID:    string(p.Visitor.ID),
			Name:  firstOf(p.Visitor.Name, p.Visitor.Username),
			Email: p.Visitor.Email.first,
			Phone: p.Visitor.Phone.first,
		},
		Operators:  p.operators(),
		Department: firstOf(p.DepartmentID, p.Visitor.Department),
		Subject:    p.subject(),
		Page:       p.page(),
		Custom:     p.custom(),
		Transcript: p.transcript(),
	}
}

// offlineMessage is a message that was left while nobody was there. It has no id, so a hash of the body is one: the same
// message sent again is the same.
func (p *payload) offlineMessage(body []byte) (postchat.Chat, error) {
	if p.SentAt.Unreadable {
		return postchat.Chat{}, postchat.Invalidf("sentAt", "is not a date and time that can be read")
	}
	hash := sha256.Sum256(body)
	c := p.chat()
	c.ConversationID = "offline-" + hex.EncodeToString(hash[:16])
	c.Kind = postchat.ChatKindOffline
	c.StartedAt, c.ClosedAt = p.SentAt.Time, p.SentAt.Time
	c.CloseKey = closeKey(c.ClosedAt)
	c.ClosedBy = postchat.RoleVisitor
	c.Codes = nil
	c.Transcript = postchat.Transcript{{
		At: p.SentAt.Time, Role: postchat.RoleVisitor, Name: c.Visitor.Name, Text: string(p.Message),
	}}
	return c, nil
}

func codes(tags wire.Texts) []string {
	var labels []string
	for _, tag := range tags {
		if strings.TrimSpace(string(tag)) != "" {
			labels = append(labels, string(tag))
		}
	}
	return labels
}

// operators are the assigned one first, then who else served the room or wrote in it.
func (p *payload) operators() []postchat.Operator {
	var list []postchat.Operator
	add := func(u user) {
		known := func(o postchat.Operator) bool { return o.ID == string(u.ID) }
		if u.ID == "" || u.isBot() || slices.ContainsFunc(list, known) {
			return
		}
		list = append(list, postchat.Operator{ID: string(u.ID), Name: u.name(), Email: u.Email.first})
	}
	add(p.Agent)
	add(p.ServedBy)
	for i := range p.Messages {
		m := &p.Messages[i]
		if p.role(m) == postchat.RoleOperator {
			add(m.User)
		}
	}
	return list
}

// subject is the topic that somebody gave the room, else its label, unless that only repeats the visitor's name.
func (p *payload) subject() string {
	if p.Topic != "" {
		return string(p.Topic)
	}
	if p.Label == p.Visitor.Name || p.Label == p.Visitor.Username {
		return ""
	}
	return string(p.Label)
}

// page is where the visitor was first seen during the chat, where Rocket.Chat is set to tell.
func (p *payload) page() string {
	for i := range p.Messages {
		m := &p.Messages[i]
		if m.Navigation != nil && m.Navigation.Page.Location.Href != "" {
			return string(m.Navigation.Page.Location.Href)
		}
	}
	return ""
}

// custom joins the room's fields and the visitor's. The visitor's IP address stays out: nobody needs it to answer.
func (p *payload) custom() map[string]string {
	custom := make(map[string]string)
	for name, value := range p.Custom {
		custom[name] = string(value)
	}
	for name, value := range p.Visitor.Custom {
		custom["visitor."+name] = string(value)
	}
	if p.Visitor.OS != "" {
		custom["visitor.os"] = string(p.Visitor.OS)
	}
	if p.Visitor.Browser != "" {
		custom["visitor.browser"] = string(p.Visitor.Browser)
	}
	if len(custom) == 0 {
		return nil
	}
	return custom
}

// firstOf is the first of the texts that is not empty.
func firstOf[T ~string](texts ...T) string {
	for _, text := range texts {
		if text != "" {
			return string(text)
		}
	}
	return ""
}
