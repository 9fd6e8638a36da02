// Package rocketchat reads the webhooks of Rocket.Chat Omnichannel: one URL for a whole workspace, all events on it, the
// transcript inside.
//
// Rocket.Chat takes nothing but 200 for success, tries five times some seconds apart on 5xx, 429 and lost connections, and
// gives up on everything else. It stores the text of the answer on the room and sends it back in later events of the room.
package rocketchat

import (
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/wire"
)

// TokenHeader holds the workspace's Secret Token as it was set. Rocket.Chat leaves it out when none is set.
const TokenHeader = "X-RocketChat-Livechat-Token" //nolint:gosec // the name of a header, not a credential

// The events that are about a finished chat, by Rocket.Chat's names.
const (
	typeClosed  = "LivechatSession"
	typeEdited  = "LivechatEdit"
	typeOffline = "LivechatOfflineMessage"
)

// Adapter is the webhook.Adapter for Rocket.Chat. Its zero value is ready.
type Adapter struct{}

var _ webhook.Adapter = Adapter{}

var errToken = errors.New("no valid token")

// Vendor implements webhook.Adapter.
func (Adapter) Vendor() postchat.Vendor { return postchat.VendorRocketChat }

// Authenticate implements webhook.Adapter. The token in the header proves everything there is to prove: the body is not
// signed. A request without the header, with it twice, or for a source without a secret is not authentic.
func (Adapter) Authenticate(c webhook.Credentials, secrets []postchat.Secret, _ time.Time) (func([]byte) error, error) {
	tokens := c.Header.Values(TokenHeader)
	if len(tokens) != 1 || !webhook.IsOneOf(secrets, tokens[0]) {
		return nil, errToken
	}
	return nil, nil
}

// Parse implements webhook.Adapter. A saved change after the close is an edit, an offline message a chat of its own kind
// without codes, the settings' "Send test" a test; every other type is ignored.
func (Adapter) Parse(_ http.Header, body []byte) (postchat.Event, error) {
	var p payload
	err := wire.Decode(body, &p)
	event := postchat.Event{Type: string(p.Type)}
	switch p.Type {
	case typeClosed, typeEdited, typeOffline:
	case "":
		if err == nil {
			err = postchat.Invalidf("type", "must not be empty")
		}
	default:
		return event, postchat.ErrIgnored
	}
	if err != nil {
		return event, err
	}
	switch {
	case p.Type == typeOffline:
		event.Kind = postchat.EventClosed
		event.Chat, err = p.offlineMessage(body)
	case p.Type == typeEdited:
		event.Kind = postchat.EventEdited
		event.Chat = p.chat()
	case p.isTest():
		event.Kind = postchat.EventTest
		event.Chat, err = p.closedChat()
	default:
		event.Kind = postchat.EventClosed
		event.Chat, err = p.closedChat()
	}
	return event, err
}

// Answer implements webhook.Adapter. The text is the same for every outcome, for Rocket.Chat will show it to nobody and
// send it back with the next event.
func (Adapter) Answer(w http.ResponseWriter, _ webhook.Answer) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(http.StatusOK)
	_, _ = io.WriteString(w, "ok")
}
