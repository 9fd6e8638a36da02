package fakechatwoot

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// hook is an address that is told of events.
type hook struct {
	url, secret string
	events      []string
}

// event is something that is told.
type event struct {
	name string
	body map[string]any
}

// Hook tells an address of these events from now on, signed with the secret, or not signed where that is empty, as an old version does.
func (s *Server) Hook(url, secret string, events ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hooks = append(s.hooks, hook{url, secret, events})
}

// Rule has an automation rule tell an address of an event, such as conversation_resolved. Rules never sign.
func (s *Server) Rule(url, name string) { s.Hook(url, "", "automation_event."+name) }

// Delivery is a webhook that was sent: once, whatever came of it.
type Delivery struct {
	Event  string
	Status int // 0 where there was no answer
	Body   []byte
}

// Sent are the webhooks that were sent, in order.
func (s *Server) Sent() []Delivery {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.sent)
}

// happen lets something happen and tells of it. Chatwoot tries once and waits 5 seconds for an answer.
func (c *Conversation) happen(what func() []event) {
	s := c.s
	s.mu.Lock()
	events, hooks := what(), slices.Clone(s.hooks)
	s.mu.Unlock()
	for _, e := range events {
		body := maps.Clone(e.body)
		body["event"] = e.name
		if strings.HasPrefix(e.name, "automation_event.") {
			delete(body, "changed_attributes")
		}
		text, err := json.Marshal(body)
		if err != nil {
			panic(fmt.Sprintf("a body of our own: %v", err))
		}
		for _, h := range hooks {
			if slices.Contains(h.events, e.name) {
				s.deliver(h, e.name, text)
			}
		}
	}
}

const webhookTimeout = 5 * time.Second

func (s *Server) deliver(h hook, name string, body []byte) {
	status := post(h, body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent = append(s.sent, Delivery{Event: name, Status: status, Body: body})
}

func post(h hook, body []byte) int {
	ctx, cancel := context.WithTimeout(context.Background(), webhookTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, h.url, bytes.NewReader(body))
	if err != nil {
		return 0
	}
	request.Header.Set("Content-Type", "application/json")
	if h.secret != "" {
		timestamp := fmt.Sprint(time.Now().Unix())
		mac := hmac.New(sha256.New, []byte(h.secret))
		_, _ = mac.Write([]byte(timestamp + "." + string(body)))
		request.Header.Set("X-Chatwoot-Timestamp", timestamp)
		request.Header.Set("X-Chatwoot-Signature", "sha256="+hex.EncodeToString(mac.Sum(nil)))
		request.Header.Set("X-Chatwoot-Delivery", "3b6d7a0e-6d4f-4c1c-9a53-0b3ce9a7f001")
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0
	}
	defer func() { _ = response.Body.Close() }()
	_, _ = io.Copy(io.Discard, response.Body)
	return response.StatusCode
}
