//go:build browser

package browser_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"github.com/postchat/postchat/test/fakechatwoot"
)

// chatwoot is a played Chatwoot of one story's, with one conversation at a time.
type chatwoot struct {
	*fakechatwoot.Server
	conversation *fakechatwoot.Conversation
}

// chatwootSecret is the one that Chatwoot made for its webhook.
const chatwootSecret = "made-by-chatwoot-0123456789"

// openChatwoot starts a Chatwoot, and answers with how to read from it and with the secret of its webhook.
func (s *stage) openChatwoot(h *house, _ *http.Request) (any, error) {
	played := &chatwoot{Server: fakechatwoot.New()}
	s.t.Cleanup(played.Close)
	s.mu.Lock()
	defer s.mu.Unlock()
	h.chatwoots = append(h.chatwoots, played)
	return map[string]any{
		"id": len(h.chatwoots) - 1, "secret": chatwootSecret,
		"api": map[string]string{"baseUrl": played.URL(), "account": fakechatwoot.Account, "token": fakechatwoot.Token},
	}, nil
}

// happening is something that somebody does at a Chatwoot.
type happening struct {
	// What is hook, open, visitor, agent, note, label, resolve or reopen.
	What string
	// Who does it, where that is to be said, and Text is what they write, the label, or the address of the hook.
	Who, Text string
}

// happen lets something happen at a Chatwoot, whose webhooks have been answered then. It answers with the conversation's id.
func (s *stage) happen(h *house, r *http.Request) (any, error) {
	var does happening
	id, err := strconv.Atoi(r.PathValue("id"))
	if err == nil {
		err = json.NewDecoder(r.Body).Decode(&does)
	}
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	played := h.chatwoots[id]
	s.mu.Unlock()
	switch does.What {
	case "hook":
		return nil, played.listen(h, does.Text)
	case "open":
		played.conversation = played.Open(does.Who, does.Text)
	case "visitor":
		played.conversation.Visitor(does.Text)
	case "agent":
		played.conversation.Agent(does.Who, does.Text)
	case "note":
		played.conversation.Note(does.Who, does.Text)
	case "label":
		played.conversation.Label(does.Text)
	case "resolve":
		played.conversation.Resolve(does.Who)
	case "reopen":
		played.conversation.Reopen(does.Who)
	default:
		return nil, fmt.Errorf("nobody does %q at a Chatwoot", does.What)
	}
	return played.conversation.ID(), nil
}

// listen has a source told of all that happens, at its public address, which only a browser finds.
func (c *chatwoot) listen(h *house, hook string) error {
	public, err := url.Parse(hook)
	if err != nil {
		return err
	}
	c.Hook(h.server.URL()+public.Path, chatwootSecret, "conversation_status_changed", "conversation_updated", "message_created")
	return nil
}
