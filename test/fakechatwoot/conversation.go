package fakechatwoot

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The inbox and the team of every conversation, and who is in it.
const (
	inboxID   = 3
	inboxName = "Website"
	visitorID = 12
	agentID   = 5
)

// Conversation is one with a visitor. Its methods happen at once and return when every webhook about them was answered, or was not.
type Conversation struct {
	s        *Server
	id       int
	status   string
	labels   []string
	visitor  string
	messages []message
	created  time.Time
	updated  time.Time
}

// message is as the API has it.
type message = map[string]any

// Open opens a conversation of a visitor of that name, who writes the first message.
func (s *Server) Open(visitor, text string) *Conversation {
	s.mu.Lock()
	c := &Conversation{s: s, id: 100 + len(s.conversations), status: "open", visitor: visitor, created: s.tick()}
	c.updated = c.created
	s.conversations[c.id] = c
	s.mu.Unlock()
	c.Visitor(text)
	return c
}

// ID is the number that people see.
func (c *Conversation) ID() string { return strconv.Itoa(c.id) }

// add adds a message and returns it. The lock is held.
func (c *Conversation) add(kind int, text string, more message) message {
	c.s.lastMessage++
	at := c.s.tick()
	m := message{
		"id": c.s.lastMessage, "content": text, "inbox_id": inboxID, "conversation_id": c.id, "message_type": kind, "content_type": "text",
		"status": "sent", "content_attributes": map[string]any{}, "created_at": at.Unix(), "private": false, "source_id": nil,
	}
	maps.Copy(m, more)
	c.messages = append(c.messages, m)
	c.updated = at
	return m
}

func (c *Conversation) sender() map[string]any {
	return map[string]any{
		"id": visitorID, "name": c.visitor, "email": email(c.visitor), "phone_number": nil, "identifier": nil, "thumbnail": "",
		"additional_attributes": map[string]any{}, "custom_attributes": map[string]any{"plan": "pro"}, "type": "contact",
	}
}

func agent(name string) map[string]any {
	return map[string]any{
		"id": agentID + len(name), "name": name, "available_name": name, "email": email(name), "type": "user", "availability_status": "online",
	}
}

// email is an address made of a name.
func email(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", ".")) + "@example.org"
}

// Visitor has the visitor write. A resolved conversation is open again by that.
func (c *Conversation) Visitor(text string, more ...map[string]any) {
	c.happen(func() []event {
		m := c.add(0, text, map[string]any{"sender": c.sender()})
		for _, extra := range more {
			maps.Copy(m, extra)
		}
		events := []event{c.messageEvent(m)}
		if c.status == "resolved" {
			events = append(events, c.change("open", "Conversation was reopened")...)
		}
		return events
	})
}

// Agent has an agent answer.
func (c *Conversation) Agent(name, text string, more ...map[string]any) {
	c.happen(func() []event {
		m := c.add(1, text, map[string]any{"sender": agent(name)})
		for _, extra := range more {
			maps.Copy(m, extra)
		}
		return []event{c.messageEvent(m)}
	})
}

// Note has an agent write a private note.
func (c *Conversation) Note(name, text string) { c.Agent(name, text, map[string]any{"private": true}) }

// Form has Chatwoot ask for the visitor's address, who gives it.
func (c *Conversation) Form(question, answer string) {
	c.happen(func() []event {
		m := c.add(3, question, map[string]any{"content_type": "input_email", "content_attributes": map[string]any{"submitted_email": answer}})
		return []event{c.messageEvent(m)}
	})
}

// Fill adds so many messages at once, without a webhook about each.
func (c *Conversation) Fill(n int) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	for i := range n {
		c.add(i%2, fmt.Sprintf("line %d", i+1), map[string]any{"sender": c.sender()})
	}
}

// Label gives the conversation these labels, in place of those that it has.
func (c *Conversation) Label(labels ...string) {
	c.happen(func() []event {
		before := c.labels
		c.labels, c.updated = labels, c.s.tick()
		return []event{{"conversation_updated", c.body(changed("label_list", before, labels))}}
	})
}

// Resolve closes the conversation.
func (c *Conversation) Resolve(agentName string) { c.to("resolved", agentName) }

// Reopen opens it again, without a word of the visitor.
func (c *Conversation) Reopen(agentName string) { c.to("open", agentName) }

// Snooze puts it aside.
func (c *Conversation) Snooze(agentName string) { c.to("snoozed", agentName) }

func (c *Conversation) to(status, agentName string) {
	c.happen(func() []event {
		return c.change(status, fmt.Sprintf("Conversation was marked %s by %s", status, agentName))
	})
}

// change is a change of the status. Chatwoot writes the activity down after it has told of the change.
func (c *Conversation) change(status, activity string) []event {
	before := c.status
	c.status, c.updated = status, c.s.tick()
	body := c.body(changed("status", before, status))
	events := []event{{"conversation_status_changed", body}, {"conversation_updated", body}}
	switch status {
	case "resolved":
		events = append(events, event{"automation_event.conversation_resolved", c.body(nil)})
	case "open":
		events = append(events, event{"automation_event.conversation_opened", c.body(nil)})
	}
	c.add(2, activity, nil)
	return events
}

func changed(name string, before, now any) []map[string]any {
	return []map[string]any{{name: map[string]any{"previous_value": before, "current_value": now}}}
}

// body is the conversation as an event has it: with its last message that is neither private nor an activity.
func (c *Conversation) body(changes []map[string]any) map[string]any {
	body := c.facts()
	body["changed_attributes"] = changes
	body["messages"] = []message{}
	for _, m := range slices.Backward(c.messages) {
		if m["private"] != true && m["message_type"] != 2 {
			body["messages"] = []message{m}
			break
		}
	}
	return body
}

// facts is the conversation without messages.
func (c *Conversation) facts() map[string]any {
	return map[string]any{
		"id": c.id, "inbox_id": inboxID, "status": c.status, "channel": "Channel::WebWidget", "can_reply": true,
		"labels": append([]string{}, c.labels...), "custom_attributes": map[string]any{"order": "L-2204"},
		"additional_attributes": map[string]any{"referer": "https://lamps.example/desk"},
		"meta": map[string]any{
			"sender": c.sender(), "assignee": agent("Jonas Berg"), "team": map[string]any{"id": 2, "name": "sales"}, "hmac_verified": false,
		},
		"created_at": c.created.Unix(), "last_activity_at": c.updated.Unix(), "timestamp": c.updated.Unix(),
		"updated_at": float64(c.updated.UnixMicro()) / 1e6,
	}
}

func (c *Conversation) messageEvent(m message) event {
	body := maps.Clone(m)
	body["message_type"] = []string{"incoming", "outgoing", "activity", "template"}[m["message_type"].(int)]
	body["created_at"] = c.updated.Format("2006-01-02T15:04:05.000Z")
	body["conversation"] = c.facts()
	return event{"message_created", body}
}
