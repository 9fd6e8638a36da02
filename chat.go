package postchat

import "time"

// Chat is one finished stretch of a conversation: what one close covers.
type Chat struct {
	ID         string `bun:"id,pk"`
	AccountID  string `bun:"account_id"`
	CampaignID string `bun:"campaign_id"`
	SourceID   string `bun:"source_id"`

	// ConversationID is the vendor's id; a conversation can close many times.
	ConversationID string `bun:"conversation_id"`
	// Segment counts the closes of the conversation that had something new, from 1.
	Segment int `bun:"segment"`
	// CloseKey tells one close of the conversation from another, from the vendor's own content and never from our clock.
	CloseKey string `bun:"close_key"`
	// Revision counts the versions of this chat that the vendor sent, from 1.
	Revision int `bun:"revision"`

	Kind       ChatKind          `bun:"kind"`
	StartedAt  time.Time         `bun:"started_at,nullzero"`
	ClosedAt   time.Time         `bun:"closed_at"`
	ReceivedAt time.Time         `bun:"received_at"`
	ClosedBy   Role              `bun:"closed_by"`
	Codes      []string          `bun:"codes,type:text"` // labels, as the vendor sent them
	Visitor    Visitor           `bun:"visitor,type:text"`
	Operators  []Operator        `bun:"operators,type:text"`
	Department string            `bun:"department"`
	Inbox      string            `bun:"inbox"`
	Subject    string            `bun:"subject"`
	Page       string            `bun:"page"`
	Custom     map[string]string `bun:"custom,type:text"` // whatever else the vendor or the site knows of the chat
	Transcript Transcript        `bun:"transcript,type:text"`
	// Partial says that the vendor keeps the transcript and that nobody waits for it any more: it holds only what the webhook brought.
	Partial bool `bun:"partial"`
}

// ChatKind tells a chat from a message that was left while nobody was there.
type ChatKind string

// The kinds of chat.
const (
	ChatKindChat    ChatKind = "chat"
	ChatKindOffline ChatKind = "offline_message"
)

// Role says who wrote a message or closed a chat.
type Role string

// The roles in a chat.
const (
	RoleVisitor  Role = "visitor"
	RoleOperator Role = "operator"
	RoleBot      Role = "bot"
	RoleSystem   Role = "system"
	RoleUnknown  Role = "unknown"
)

// Visitor is who asked.
type Visitor struct {
	ID    string `json:"id,omitempty"`
	Name  string `json:"name,omitempty"`
	Email string `json:"email,omitempty"` // as the visitor gave it: not checked, perhaps no address at all
	Phone string `json:"phone,omitempty"`
}

// Operator is who answered.
type Operator struct {
	ID    string `json:"id,omitempty"`
	Name  string `json:"name,omitempty"`
	Email string `json:"email,omitempty"`
}

// Transcript is a chat's messages and events, in order.
type Transcript []Message

// Message is one line of a transcript.
type Message struct {
	ID      string    `json:"id,omitempty"`
	At      time.Time `json:"at"`
	Role    Role      `json:"role"`
	Name    string    `json:"name,omitempty"`
	Text    string    `json:"text,omitempty"`
	Private bool      `json:"private,omitempty"` // a note among the vendor's team
	Event   bool      `json:"event,omitempty"`   // something that happened, such as a transfer; not said by anybody
	Files   []File    `json:"files,omitempty"`
}

// File is something that was sent in a chat. Postchat keeps its address, not its content.
type File struct {
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
	Type string `json:"type,omitempty"` // media type
	Size int64  `json:"size,omitempty"` // bytes; 0 where unknown
}

// Public is the transcript without the team's private notes.
func (t Transcript) Public() Transcript {
	public := make(Transcript, 0, len(t))
	for _, m := range t {
		if !m.Private {
			public = append(public, m)
		}
	}
	return public
}

// Limits of what one chat may hold, far over what people type. Beyond them an event needs attention instead of becoming a chat.
const (
	MaxMessages = 20_000
	MaxIDLength = 512 // bytes, of a vendor's ids and keys
)

// Clean makes every text of the chat fit to be stored and shown; see CleanText and CleanLine.
func (c *Chat) Clean() {
	for _, line := range []*string{
		&c.Department, &c.Inbox, &c.Subject, &c.Page,
		&c.Visitor.ID, &c.Visitor.Name, &c.Visitor.Email, &c.Visitor.Phone,
	} {
		*line = CleanLine(*line)
	}
	for i := range c.Codes {
		c.Codes[i] = CleanLine(c.Codes[i])
	}
	for i := range c.Operators {
		o := &c.Operators[i]
		o.ID, o.Name, o.Email = CleanLine(o.ID), CleanLine(o.Name), CleanLine(o.Email)
	}
	if len(c.Custom) > 0 {
		custom := make(map[string]string, len(c.Custom))
		for key, value := range c.Custom {
			custom[CleanLine(key)] = CleanText(value)
		}
		c.Custom = custom
	}
	for i := range c.Transcript {
		m := &c.Transcript[i]
		m.ID, m.Name, m.Text = CleanLine(m.ID), CleanLine(m.Name), CleanText(m.Text)
		for j := range m.Files {
			f := &m.Files[j]
			f.Name, f.URL, f.Type = CleanLine(f.Name), CleanLine(f.URL), CleanLine(f.Type)
		}
	}
}

// Validate reports what keeps the chat from being recorded.
func (c Chat) Validate() error {
	var p problems
	if err := ValidateConversationID("conversation.id", c.ConversationID); err != nil {
		p.errs = append(p.errs, err)
	}
	if len(c.CloseKey) > MaxIDLength {
		p.add("closed_at", "is too long")
	}
	if c.ClosedAt.IsZero() {
		p.add("closed_at", "must not be empty")
	}
	if len(c.Transcript) > MaxMessages {
		p.add("transcript", "has %d messages; at most %d are taken", len(c.Transcript), MaxMessages)
	}
	return p.err()
}

// ValidateConversationID reports on the field why a text cannot be a vendor's id of a conversation.
func ValidateConversationID(field, id string) error {
	switch {
	case id == "":
		return Invalidf(field, "must not be empty")
	case len(id) > MaxIDLength || CleanLine(id) != id:
		return Invalidf(field, "must be one line of at most %d bytes", MaxIDLength)
	}
	return nil
}
