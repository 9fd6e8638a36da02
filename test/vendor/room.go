package vendor

import "time"

// Room is an event of Rocket.Chat about an Omnichannel room, as its webhooks send it.
type Room struct {
	Type          string     `json:"type"`
	ID            string     `json:"_id"`
	Label         string     `json:"label"`
	CreatedAt     time.Time  `json:"createdAt"`
	LastMessageAt time.Time  `json:"lastMessageAt"`
	Tags          []string   `json:"tags,omitempty"`
	Visitor       Guest      `json:"visitor"`
	Agent         *Agent     `json:"agent,omitempty"`
	Messages      []RoomLine `json:"messages"`
	ServedBy      *Agent     `json:"servedBy,omitempty"`
	ClosedAt      time.Time  `json:"closedAt,omitzero"`
	ClosedBy      *Agent     `json:"closedBy,omitempty"`
	Closer        string     `json:"closer,omitempty"`
}

// Guest is a visitor, by Rocket.Chat's word for them.
type Guest struct {
	ID       string       `json:"_id"`
	Token    string       `json:"token,omitempty"`
	Name     string       `json:"name"`
	Username string       `json:"username"`
	Email    []GuestEmail `json:"email,omitempty"`
	Phone    *string      `json:"phone"` // null
}

// GuestEmail is one of a visitor's addresses.
type GuestEmail struct {
	Address string `json:"address"`
}

// Agent is an operator, by Rocket.Chat's word for them.
type Agent struct {
	ID       string `json:"_id"`
	Username string `json:"username"`
	Name     string `json:"name,omitempty"`
	Email    string `json:"email,omitempty"`
}

// RoomLine is a message of a room. AgentID is there exactly where it is not the visitor's.
type RoomLine struct {
	ID       string    `json:"_id"`
	User     Agent     `json:"u"`
	Username string    `json:"username"`
	Text     string    `json:"msg,omitempty"`
	At       time.Time `json:"ts"`
	AgentID  string    `json:"agentId,omitempty"`
	Closing  bool      `json:"closingMessage,omitempty"`
}

// NewRoom is a room that closed, with the tags that the agent gave it.
func NewRoom(id string, tags ...string) Room {
	at := sampleClose
	guest := Agent{ID: "guest-id-7", Username: "guest-7", Name: "Mira Oduya"}
	agent := Agent{ID: "agent-id-1", Username: "jonas", Name: "Jonas Berg"}
	return Room{
		Type: "LivechatSession", ID: id, Label: "Mira Oduya", Tags: tags,
		CreatedAt: at.Add(-5 * time.Minute), LastMessageAt: at.Add(-time.Minute), ClosedAt: at, Closer: "user",
		Visitor: Guest{
			ID: guest.ID, Token: "a-token-of-the-visitor", Name: guest.Name, Username: guest.Username,
			Email: []GuestEmail{{"mira@visitor.example"}},
		},
		Agent:    &Agent{ID: agent.ID, Username: agent.Username, Name: agent.Name, Email: "jonas@shop.example"},
		ServedBy: &Agent{ID: agent.ID, Username: agent.Username},
		ClosedBy: &Agent{ID: agent.ID, Username: agent.Username},
		Messages: []RoomLine{
			{ID: "m1", User: guest, Username: guest.Username, Text: "We need 40 desk lamps before May.", At: at.Add(-4 * time.Minute)},
			{ID: "m2", User: agent, Username: agent.Username, Text: "You get a quote today.", At: at.Add(-time.Minute), AgentID: agent.ID},
			{ID: "m3", User: agent, Username: agent.Username, Text: "Thank you for the visit", At: at, AgentID: agent.ID, Closing: true},
		},
	}
}

// Edited is the event of somebody who saves the room with other tags after its close: it says nothing of the close.
func (r Room) Edited(tags ...string) Room {
	r.Type, r.Tags = "LivechatEdit", tags
	r.ClosedAt, r.ClosedBy, r.ServedBy, r.Closer = time.Time{}, nil, nil, ""
	return r
}

// Body is the event as it is posted.
func (r Room) Body() []byte { return encode(r) }

// Texts are the texts of the room's messages.
func (r Room) Texts() []string {
	var texts []string
	for _, line := range r.Messages {
		texts = append(texts, line.Text)
	}
	return texts
}

// OfflineMessage is what a visitor leaves while nobody is there: it has no room.
type OfflineMessage struct {
	Type    string    `json:"type"`
	SentAt  time.Time `json:"sentAt"`
	Visitor Person    `json:"visitor"`
	Message string    `json:"message"`
}

// NewOfflineMessage is a message with this text.
func NewOfflineMessage(text string) OfflineMessage {
	return OfflineMessage{
		Type: "LivechatOfflineMessage", SentAt: sampleClose, Visitor: Person{Name: "Mira Oduya", Email: "mira@visitor.example"}, Message: text,
	}
}

// Body is the event as it is posted.
func (m OfflineMessage) Body() []byte { return encode(m) }

// TestButton is what the "Send test" button of Rocket.Chat's settings posts: the shape of a close as it was years ago, with
// plain strings for contacts, messages without ids and no time of a close.
func TestButton() []byte {
	type object = map[string]any
	at := sampleClose
	return encode(object{
		"type": "LivechatSession", "_id": "room-of-a-test", "label": "a label", "topic": "a topic", "createdAt": at, "lastMessageAt": at,
		"tags":    []string{"lead", "support"},
		"visitor": object{"_id": "", "name": "a visitor", "username": "visitor-name", "email": "visitor@shop.example", "phone": "5550134"},
		"agent":   object{"_id": "agent-id-1", "username": "jonas", "name": "Jonas Berg", "email": "jonas@shop.example"},
		"messages": []object{
			{"username": "visitor-name", "msg": "a message", "ts": at},
			{"username": "jonas", "agentId": "agent-id-1", "msg": "an answer", "ts": at},
		},
	})
}
