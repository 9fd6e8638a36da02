package chatwoot

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/outbound"
	"github.com/postchat/postchat/webhook/wire"
)

var (
	_ webhook.Fetcher = Adapter{}
	_ webhook.Checker = Adapter{}
)

// tokenHeader lets us in.
const tokenHeader = "Api_access_token"

// How the API pages what comes after a message: the earliest messages first, at most pageSize of them.
const (
	pageSize = 100
	// overlap is how many messages of a page are asked for again with the next. The API takes the messages with a greater number,
	// and puts them in order by their times: of two that were written at the same moment, the later number may come first, and
	// the other would be lost at the border.
	overlap = 10
)

// api is the part of Chatwoot's API that is one account's.
type api struct {
	outbound.Reader
	base *url.URL
	path string
}

// open returns the source's API. Whoever opens it closes it.
func (a Adapter) open(source postchat.Source) (*api, error) {
	if source.API == nil {
		return nil, webhook.FetchErrorf(webhook.FetchDenied,
			"Nobody has said yet how to read from Chatwoot: its address, the account's number and an access token are needed.")
	}
	base, err := url.Parse(source.API.BaseURL + "/")
	if err != nil {
		return nil, webhook.FetchErrorf(webhook.FetchDenied, "The address of Chatwoot is none.")
	}
	return &api{
		Reader: outbound.Reader{
			Vendor: "Chatwoot", Base: source.API.BaseURL, Client: outbound.NewClient(a.Private),
			Header: http.Header{tokenHeader: {source.API.Token.Reveal()}},
		},
		base: base, path: "/api/v1/accounts/" + url.PathEscape(source.API.Account),
	}, nil
}

func (a *api) close() { a.Client.CloseIdleConnections() }

// Fetch implements webhook.Fetcher. The team's private notes are marked, what Chatwoot itself wrote down are events, and what
// visitors filled in stands below what asked for it.
func (a Adapter) Fetch(ctx context.Context, source postchat.Source, conversationID, after string) (postchat.Chat, error) {
	api, err := a.open(source)
	if err != nil {
		return postchat.Chat{}, err
	}
	defer api.close()
	conversation, err := api.conversation(ctx, conversationID)
	if err != nil {
		return postchat.Chat{}, err
	}
	messages, err := api.messages(ctx, conversationID, after)
	if err != nil {
		return postchat.Chat{}, err
	}
	chat := conversation.chat()
	if chat.Inbox, err = api.inbox(ctx, conversation.InboxID); err != nil {
		return postchat.Chat{}, err
	}
	chat.Operators = withWriters(chat.Operators, messages)
	chat.Transcript = transcript(messages, api.base)
	return chat, nil
}

// Check implements webhook.Checker.
func (a Adapter) Check(ctx context.Context, source postchat.Source) error {
	api, err := a.open(source)
	if err != nil {
		return err
	}
	defer api.close()
	var counts struct {
		Meta map[string]wire.Text `json:"meta"`
	}
	if err := api.Get(ctx, api.path+"/conversations/meta", nil, &counts); err != nil {
		return notThere(err, "There is no Chatwoot at the address, or it has no account "+source.API.Account+" (404).")
	}
	if counts.Meta == nil {
		return webhook.FetchErrorf(webhook.FetchDenied, "What is at the address does not answer as Chatwoot does.")
	}
	return nil
}

// notThere puts the message on an error that says that something is not there.
func notThere(err error, message string) error {
	if failure := (*webhook.FetchError)(nil); errors.As(err, &failure) && failure.Failure == webhook.FetchGone {
		return webhook.FetchErrorf(webhook.FetchGone, "%s", message)
	}
	return err
}

func (a *api) conversationPath(id string) string {
	return a.path + "/conversations/" + url.PathEscape(id)
}

// conversation reads one by its number. Chatwoot would take 042 and 42x for 42, and .. for its account, so nothing else is asked for.
func (a *api) conversation(ctx context.Context, id string) (*payload, error) {
	if n, err := strconv.ParseInt(id, 10, 64); err != nil || n <= 0 || strconv.FormatInt(n, 10) != id {
		return nil, webhook.FetchErrorf(webhook.FetchGone, "Chatwoot has no conversation %s: its conversations have numbers.", postchat.Shorten(id, 40))
	}
	var p payload
	err := a.Get(ctx, a.conversationPath(id), nil, &p)
	if err == nil && p.ID == "" {
		err = webhook.FetchErrorf(webhook.FetchBroken, "What is at the address does not answer as Chatwoot does: it is no conversation.")
	}
	return &p, notThere(err, "Chatwoot has no conversation "+id+", any more or for the owner of the access token (404).")
}

// inbox is the name of an inbox, which a conversation has by its number alone. An agent may not be allowed to look.
func (a *api) inbox(ctx context.Context, id wire.ID) (string, error) {
	if id == "" {
		return "", nil
	}
	var inbox struct {
		Name wire.Text `json:"name"`
	}
	err := a.Get(ctx, a.path+"/inboxes/"+url.PathEscape(string(id)), nil, &inbox)
	if failure := (*webhook.FetchError)(nil); errors.As(err, &failure) {
		if failure.Failure == webhook.FetchDenied || failure.Failure == webhook.FetchGone {
			return "", nil
		}
	}
	return string(inbox.Name), err
}

// messages are those after the one with that number, in the order of their times.
func (a *api) messages(ctx context.Context, conversationID, after string) ([]message, error) {
	cursor, err := strconv.ParseInt(after, 10, 64)
	if err != nil || cursor < 0 {
		cursor = 0 // from the beginning: without a number the API would answer with the last ones
	}
	start, seen := cursor, map[wire.ID]bool{}
	var all []message
	for {
		var page struct {
			Messages []message `json:"payload"`
		}
		query := url.Values{"after": {strconv.FormatInt(cursor, 10)}}
		if err := a.Get(ctx, a.conversationPath(conversationID)+"/messages", query, &page); err != nil {
			return nil, notThere(err, "Chatwoot has no conversation "+conversationID+", any more or for the owner of the access token (404).")
		}
		news := len(all)
		for _, m := range page.Messages {
			if m.ID != "" && !seen[m.ID] && m.number() > start {
				seen[m.ID] = true
				all = append(all, m)
			}
		}
		if len(page.Messages) < pageSize || len(all) == news || len(all) > postchat.MaxMessages {
			break
		}
		cursor = nextCursor(page.Messages, cursor)
	}
	slices.SortStableFunc(all, func(a, b message) int {
		return cmp.Or(a.At.Compare(b.At.Time), cmp.Compare(a.number(), b.number()))
	})
	return all, nil
}

// nextCursor is the number after which the page begins that follows on the one after cursor.
func nextCursor(page []message, cursor int64) int64 {
	lowest, highest := page[len(page)-1].number(), cursor
	for i, m := range page {
		highest = max(highest, m.number())
		if i >= len(page)-overlap {
			lowest = min(lowest, m.number())
		}
	}
	if lowest-1 > cursor {
		return lowest - 1
	}
	return highest // a message with a time of long after its number must not hold us here
}

// number is the message's, by which messages are counted through the whole installation; 0 where it has none.
func (m *message) number() int64 {
	n, _ := strconv.ParseInt(string(m.ID), 10, 64)
	return n
}
