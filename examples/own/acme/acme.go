// Package acme reads the webhooks of Acme Chat, a vendor that does not exist. It shows all that an adapter needs.
//
// Acme Chat posts JSON when a chat ends, with the webhook's password in a header:
//
//	{"event": "ended", "room": "r-17", "ended": "2026-11-25T09:30:00Z", "tags": ["lead"],
//	 "lines": [{"at": "2026-11-25T09:28:00Z", "from": "guest", "name": "Ines", "text": "Hello!"}]}
package acme

import (
	"crypto/rand"
	"errors"
	"net/http"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/wire"
)

// Vendor is the name that sources of Acme Chat have.
const Vendor postchat.Vendor = "acme"

// PasswordHeader holds the webhook's password.
const PasswordHeader = "X-Acme-Password"

// Adapter is the webhook.Adapter for Acme Chat.
type Adapter struct{}

var _ webhook.Adapter = Adapter{}

// NewSecret makes a password.
func NewSecret() postchat.Secret { return postchat.Secret(rand.Text()) }

// CheckSecret wants passwords that nobody guesses.
func CheckSecret(secret postchat.Secret) error {
	const least = 16
	if len(secret.Reveal()) < least {
		return errors.New("the password must have at least 16 characters")
	}
	return nil
}

// Vendor implements webhook.Adapter.
func (Adapter) Vendor() postchat.Vendor { return Vendor }

// Authenticate implements webhook.Adapter. The password is in a header, so nothing is left to check of the body.
func (Adapter) Authenticate(c webhook.Credentials, secrets []postchat.Secret, _ time.Time) (func([]byte) error, error) {
	if !webhook.IsOneOf(secrets, c.Header.Get(PasswordHeader)) {
		return nil, errors.New("no valid password")
	}
	return nil, nil
}

// payload is what Acme Chat posts.
type payload struct {
	Event string    `json:"event"`
	Room  string    `json:"room"`
	Ended time.Time `json:"ended"`
	Tags  []string  `json:"tags"`
	Lines []struct {
		At   time.Time `json:"at"`
		From string    `json:"from"`
		Name string    `json:"name"`
		Text string    `json:"text"`
	} `json:"lines"`
}

// Parse implements webhook.Adapter. What is wrong with a chat the receiver finds out; here only the shape counts.
func (Adapter) Parse(_ http.Header, body []byte) (postchat.Event, error) {
	var p payload
	if err := wire.Decode(body, &p); err != nil {
		return postchat.Event{}, err
	}
	event := postchat.Event{Type: p.Event, Kind: postchat.EventClosed}
	if p.Event != "ended" {
		return event, postchat.ErrIgnored
	}
	event.Chat = postchat.Chat{
		ConversationID: p.Room, Kind: postchat.ChatKindChat, ClosedAt: p.Ended.UTC(), ClosedBy: postchat.RoleUnknown,
		CloseKey: p.Ended.UTC().Format(time.RFC3339Nano), Codes: p.Tags,
	}
	for _, line := range p.Lines {
		message := postchat.Message{At: line.At.UTC(), Role: postchat.RoleOperator, Name: line.Name, Text: line.Text}
		if line.From == "guest" {
			message.Role = postchat.RoleVisitor
			event.Chat.Visitor.Name = line.Name
		}
		event.Chat.Transcript = append(event.Chat.Transcript, message)
	}
	return event, nil
}

// Answer implements webhook.Adapter. Acme Chat wants nothing but 200.
func (Adapter) Answer(w http.ResponseWriter, _ webhook.Answer) { w.WriteHeader(http.StatusOK) }
