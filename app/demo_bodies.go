package app

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// millis is how both vendors write a moment.
const millis = "2006-01-02T15:04:05.000Z"

// lineTime is when a chat's line of that number was written, for a chat that was closed just now.
func (c demoChat) lineTime(i int, closed time.Time) string {
	return closed.Add(time.Duration(i-len(c.lines)) * 40 * time.Second).UTC().Format(millis)
}

type object = map[string]any

// rocketChatBody is the chat as Rocket.Chat posts it when a room is closed: a LivechatSession with the transcript inside, in
// which everybody but the visitor has an agentId, and values that are missing are left out.
func (c demoChat) rocketChatBody(closed time.Time) ([]byte, error) {
	username := "guest-" + strings.TrimPrefix(c.visitor.ID, "v-")
	operatorName := strings.ToLower(strings.Fields(c.operator.Name)[0])
	agent := object{"_id": c.operator.ID, "username": operatorName, "name": c.operator.Name}
	messages := make([]object, 0, len(c.lines)+1)
	for i, line := range c.lines {
		message := object{"_id": fmt.Sprintf("%s-%d", c.id, i), "msg": line.text, "ts": c.lineTime(i, closed)}
		if line.by == postchat.RoleVisitor {
			message["username"] = username
			message["u"] = object{"_id": c.visitor.ID, "username": username, "name": c.visitor.Name}
		} else {
			message["username"], message["u"], message["agentId"] = operatorName, agent, c.operator.ID
		}
		messages = append(messages, message)
	}
	messages = append(messages, object{
		"_id": c.id + "-end", "username": operatorName, "u": agent, "agentId": c.operator.ID,
		"msg": "Thank you for visiting Fernhill", "ts": closed.UTC().Format(millis), "closingMessage": true,
	})
	person := object{"_id": c.visitor.ID, "token": "tok-" + c.visitor.ID, "name": c.visitor.Name, "username": username, "phone": nil}
	if c.visitor.Email != "" {
		person["email"] = []object{{"address": c.visitor.Email}}
	}
	body := object{
		"_id": c.id, "type": "LivechatSession", "label": c.visitor.Name, "visitor": person, "messages": messages,
		"createdAt": c.lineTime(0, closed), "lastMessageAt": c.lineTime(len(c.lines)-1, closed), "closedAt": closed.UTC().Format(millis),
		"agent":    object{"_id": c.operator.ID, "username": operatorName, "name": c.operator.Name, "email": c.operator.Email},
		"servedBy": object{"_id": c.operator.ID, "username": operatorName, "ts": c.lineTime(0, closed)},
		"closedBy": object{"_id": c.operator.ID, "username": operatorName}, "closer": "user",
	}
	if len(c.codes) > 0 {
		body["tags"] = c.codes
	}
	return json.Marshal(body)
}

// ownBody is the chat in our own format.
func (c demoChat) ownBody(closed time.Time) ([]byte, error) {
	transcript := make([]object, len(c.lines))
	for i, line := range c.lines {
		name := c.visitor.Name
		if line.by == postchat.RoleOperator {
			name = c.operator.Name
		}
		transcript[i] = object{"at": c.lineTime(i, closed), "role": line.by, "name": name, "text": line.text}
	}
	body := object{
		"type": "chat.closed", "conversation": object{"id": c.id}, "started_at": c.lineTime(0, closed), "closed_at": closed.UTC().Format(millis),
		"closed_by": "operator", "visitor": c.visitor, "operators": []postchat.Operator{c.operator}, "transcript": transcript,
		"page": "https://fernhill.example/app",
	}
	if len(c.codes) > 0 {
		body["codes"] = c.codes
	}
	if f := c.followUp; f != nil {
		body["follow_up"] = object{
			"codes": f.Codes, "note": f.Note, "urgent": f.Urgent, "operator": f.Operator, "extra_addresses": postchat.FormatAddressList(f.Extra),
		}
	}
	return json.Marshal(body)
}
