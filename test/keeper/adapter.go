// Package keeper plays a chat vendor that keeps the transcripts: its webhook posts a chat in our own format, of which only the
// close and the visitor count, and its API has the rest. ./test/keeper/program is postchat with that vendor in the place of our own
// format.
package keeper

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	ownformat "github.com/postchat/postchat/webhook/postchat"
)

// Setting is the environment variable from which the program has the address of the vendor's API.
const Setting = "KEEPER_URL"

// Adapter is a webhook.Adapter and webhook.Fetcher for the vendor.
type Adapter struct {
	ownformat.Adapter

	// API is the address of the vendor's API.
	API string
}

var _ webhook.Fetcher = Adapter{}

// Reopened is a body that says that a conversation went on.
func Reopened(conversation string, at time.Time) []byte {
	body, _ := json.Marshal(reopened{Type: typeReopened, Conversation: named{conversation}, At: at}) // texts and a time
	return body
}

// typeReopened is what our own format does not have.
const typeReopened = "chat.reopened"

type reopened struct {
	Type         string    `json:"type"`
	Conversation named     `json:"conversation"`
	At           time.Time `json:"at"`
}

type named struct {
	ID string `json:"id"`
}

// Parse implements webhook.Adapter: it forgets the codes and all of the transcript but its last line.
func (a Adapter) Parse(h http.Header, body []byte) (postchat.Event, error) {
	var again reopened
	if err := json.Unmarshal(body, &again); err == nil && again.Type == typeReopened {
		return postchat.Event{
			Kind: postchat.EventReopened, Type: again.Type, At: again.At, Chat: postchat.Chat{ConversationID: again.Conversation.ID},
		}, nil
	}
	event, err := a.Adapter.Parse(h, body)
	if err != nil || event.Kind != postchat.EventClosed {
		return event, err
	}
	event.Fetch, event.Chat.Codes = true, nil
	if n := len(event.Chat.Transcript); n > 0 {
		event.Chat.Transcript = event.Chat.Transcript[n-1:]
	}
	return event, nil
}

// Fetch implements webhook.Fetcher.
func (a Adapter) Fetch(ctx context.Context, _ postchat.Source, conversationID, after string) (postchat.Chat, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, a.API+"/"+url.PathEscape(conversationID), nil)
	if err != nil {
		return postchat.Chat{}, fmt.Errorf("ask the vendor: %w", err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return postchat.Chat{}, webhook.FetchErrorf(webhook.FetchBroken, "the vendor does not answer")
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return postchat.Chat{}, webhook.FetchErrorf(webhook.FetchBroken, "the vendor's answer broke off")
	}
	if err := failure(answer); err != nil {
		return postchat.Chat{}, err
	}
	event, err := a.Adapter.Parse(answer.Header, body)
	if err != nil {
		return postchat.Chat{}, webhook.FetchErrorf(webhook.FetchBroken, "the vendor's answer makes no sense")
	}
	chat := event.Chat
	if at := slices.IndexFunc(chat.Transcript, func(m postchat.Message) bool { return m.ID == after }); after != "" && at >= 0 {
		chat.Transcript = chat.Transcript[at+1:]
	}
	return chat, nil
}

// failure is what the status says that went wrong; nil where it went well.
func failure(answer *http.Response) error {
	switch answer.StatusCode {
	case http.StatusOK:
		return nil
	case http.StatusTooManyRequests:
		seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After"))
		return &webhook.FetchError{Failure: webhook.FetchBusy, Message: "the vendor was asked too often", RetryAfter: time.Duration(seconds) * time.Second}
	case http.StatusUnauthorized:
		return webhook.FetchErrorf(webhook.FetchDenied, "the vendor does not take the token")
	}
	return webhook.FetchErrorf(webhook.FetchBroken, "the vendor answered %d", answer.StatusCode)
}

// conversation is the id in the path of a question, and in a body that is posted.
func conversation(path string, body []byte) (string, error) {
	if path != "" {
		return url.PathUnescape(strings.TrimPrefix(path, "/"))
	}
	var event reopened
	if err := json.Unmarshal(body, &event); err != nil || event.Conversation.ID == "" {
		return "", errors.Join(errors.New("the chat has no conversation"), err)
	}
	return event.Conversation.ID, nil
}
