// Package chatwoot reads the webhooks of Chatwoot, and fetches from its API what they leave out.
//
// Chatwoot posts the conversation as it is at that moment, with the last message of it. It tries once, waits 5 seconds for the
// answer, and never comes again. Its newer versions sign; older ones, and automation rules of all versions, do not, so that the
// address holds a token. A conversation that was resolved is opened again by the visitor's next message, under the same id.
package chatwoot

import (
	"net/http"
	"net/netip"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/wire"
)

// Vendor is the name that sources of Chatwoot have.
const Vendor = postchat.VendorChatwoot

// Adapter is the webhook.Adapter for Chatwoot, and a webhook.Fetcher. Its zero value is ready, and fetches
// from servers on the internet alone.
type Adapter struct {
	// Private are the private networks that Chatwoot may be in.
	Private []netip.Prefix
}

var _ webhook.Adapter = Adapter{}

// Vendor implements webhook.Adapter.
func (Adapter) Vendor() postchat.Vendor { return Vendor }

// Parse implements webhook.Adapter. A conversation that is resolved is a close, whichever event tells it, and one that was
// resolved and is not any more goes on; what was changed of a resolved one is an edit. Everything else is ignored.
func (Adapter) Parse(_ http.Header, body []byte) (postchat.Event, error) {
	var p payload
	err := wire.Decode(body, &p)
	event := postchat.Event{Type: string(p.Event), Kind: p.kind()}
	switch {
	case err != nil && !isConversation(event.Type) && event.Type != "":
		return event, postchat.ErrIgnored
	case err != nil:
		return event, err
	case event.Type == "":
		return event, postchat.Invalidf("event", "must not be empty")
	}
	switch event.Kind {
	case "":
		return event, postchat.ErrIgnored
	case postchat.EventClosed:
		event.Chat, event.Fetch = p.closedChat(), true
	case postchat.EventReopened:
		event.Chat.ConversationID, event.At = string(p.ID), p.changedAt()
	default:
		event.Chat = p.editedChat()
	}
	return event, nil
}

// Answer implements webhook.Adapter. Chatwoot looks at nothing but the status.
func (Adapter) Answer(w http.ResponseWriter, _ webhook.Answer) { w.WriteHeader(http.StatusOK) }
