package chatwoot

import (
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/wire"
)

// closedChat is the chat of a close.
func (p *payload) closedChat() postchat.Chat {
	c := p.chat()
	c.ClosedAt = p.changedAt()
	c.CloseKey = p.closeKey()
	c.ClosedBy = p.Actor.role()
	c.Transcript = transcript(p.Messages, nil)
	if c.ClosedAt.IsZero() && len(c.Transcript) > 0 {
		c.ClosedAt = c.Transcript[len(c.Transcript)-1].At
	}
	return c
}

// closeKey is the last thing that was said: it is the same in all events about one close, and for a conversation that was opened
// and closed again without a word. Where nothing was said it is the moment.
func (p *payload) closeKey() string {
	if n := len(p.Messages); n > 0 && p.Messages[n-1].ID != "" {
		return "message:" + string(p.Messages[n-1].ID)
	}
	if p.UpdatedAt.IsZero() {
		return ""
	}
	return p.UpdatedAt.Format(time.RFC3339Nano)
}

// changedAt is when the conversation became what it is, as exactly as Chatwoot tells; zero where it does not.
func (p *payload) changedAt() time.Time {
	for _, t := range []wire.UnixTime{p.UpdatedAt, p.LastActivity, p.Timestamp} {
		if !t.IsZero() {
			return t.Time
		}
	}
	return time.Time{}
}

// role is who did it; unknown where the version does not tell, or nobody did, as when a chat was left alone for long.
func (a actor) role() postchat.Role {
	switch strings.ToLower(string(a.Type)) {
	case "user":
		return postchat.RoleOperator
	case "contact":
		return postchat.RoleVisitor
	case "agent_bot", "automation_rule":
		return postchat.RoleBot
	}
	return postchat.RoleUnknown
}

// editedChat is what an edit tells: never the transcript, of which it has only the last message.
func (p *payload) editedChat() postchat.Chat {
	c := p.chat()
	c.StartedAt, c.Inbox, c.Page, c.Subject, c.Visitor = time.Time{}, "", "", "", postchat.Visitor{}
	if !p.Changed.hasAny("custom_attributes") {
		c.Custom = nil
	}
	return c
}

// chat is what a conversation tells, without its messages.
func (p *payload) chat() postchat.Chat {
	return postchat.Chat{
		ConversationID: string(p.ID),
		Kind:           postchat.ChatKindChat,
		StartedAt:      p.CreatedAt.Time,
		Codes:          labels(p.Labels),
		Visitor:        p.Meta.Sender.visitor(),
		Operators:      p.Meta.Assignee.operators(),
		Department:     string(p.Meta.Team.Name),
		Inbox:          string(p.InboxID),
		Subject:        string(p.Additional.Subject),
		Page:           string(p.Additional.Referer),
		Custom:         p.custom(),
	}
}

// labels are those of the conversation; nil where it does not tell.
func labels(list wire.Texts) []string {
	if list == nil {
		return nil
	}
	labels := []string{}
	for _, label := range list {
		if strings.TrimSpace(string(label)) != "" {
			labels = append(labels, string(label))
		}
	}
	return labels
}

func (c contact) visitor() postchat.Visitor {
	return postchat.Visitor{ID: string(c.ID), Name: string(c.Name), Email: string(c.Email), Phone: string(c.Phone)}
}

// operators are the one whom the conversation is assigned to, if that is a person.
func (a agent) operators() []postchat.Operator {
	if a.ID == "" || a.isBot() {
		return nil
	}
	return []postchat.Operator{{ID: string(a.ID), Name: a.name(), Email: string(a.Email)}}
}

func (a agent) isBot() bool { return botTypes[strings.ToLower(string(a.Type))] }

// botTypes are what programs are called.
var botTypes = map[string]bool{"agent_bot": true, "agentbot": true, "captain_assistant": true, "captain::assistant": true}

func (a agent) name() string {
	if a.Name != "" {
		return string(a.Name)
	}
	return string(a.Shown)
}

// withWriters adds who else answered.
func withWriters(operators []postchat.Operator, messages []message) []postchat.Operator {
	for i := range messages {
		m := &messages[i]
		if m.role() != postchat.RoleOperator || m.Private {
			continue
		}
		for _, writer := range m.Sender.operators() {
			if !slices.ContainsFunc(operators, func(o postchat.Operator) bool { return o.ID == writer.ID }) {
				operators = append(operators, writer)
			}
		}
	}
	return operators
}

// custom joins the conversation's attributes and the visitor's.
func (p *payload) custom() map[string]string {
	custom := make(map[string]string)
	for name, value := range p.Custom {
		custom[name] = string(value)
	}
	for name, value := range p.Meta.Sender.Custom {
		custom["visitor."+name] = string(value)
	}
	if p.Additional.Browser.Platform != "" {
		custom["visitor.os"] = string(p.Additional.Browser.Platform)
	}
	if p.Additional.Browser.Name != "" {
		custom["visitor.browser"] = string(p.Additional.Browser.Name)
	}
	if len(custom) == 0 {
		return nil
	}
	return custom
}
