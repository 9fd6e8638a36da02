// Package ticket adds tickets to chats. Copy the folder to extensions/ticket and run `go generate ./graph`.
//
// Tickets are kept in memory, so that the example is short: they are gone with the server, and replicas do not share them. A real
// one keeps them where they last, with the id of the account beside each.
package ticket

import (
	"context"
	"sync"
	"unicode/utf8"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/extension"
)

// Ticket is work that a chat has left.
type Ticket struct{ ID, Title, CreatedBy string }

// CreateTicketInput is a ticket to be made.
type CreateTicketInput struct{ Chat, Title string }

// CreateTicketPayload is what comes of making a ticket.
type CreateTicketPayload struct {
	Ticket *Ticket
	Chat   *postchat.Chat
}

// tickets are those of all accounts, by the ids of their chats, which are unique over accounts.
var tickets sync.Map

// ChatTicket resolves Chat.ticket. Whoever has the chat may see it, for the chat was read through their scope.
func ChatTicket(_ context.Context, chat *postchat.Chat) (*Ticket, error) {
	ticket, _ := tickets.Load(chat.ID)
	found, _ := ticket.(*Ticket)
	return found, nil
}

// MutationCreateTicket resolves Mutation.createTicket. A chat that the viewer does not see does not exist.
func MutationCreateTicket(ctx context.Context, input CreateTicketInput) (*CreateTicketPayload, error) {
	request := extension.From(ctx)
	if n := utf8.RuneCountInString(input.Title); n == 0 || n > 120 {
		return nil, postchat.Invalidf("input.title", "must have 1 to 120 characters")
	}
	chats, err := request.Scope.ChatsByID(ctx, []string{input.Chat})
	if err != nil {
		return nil, err
	}
	chat, there := chats[input.Chat]
	if !there {
		return nil, postchat.NotFoundf("There is no such chat.")
	}
	ticket := &Ticket{ID: postchat.NewID(request.Now()), Title: input.Title, CreatedBy: request.Viewer.Name()}
	if _, taken := tickets.LoadOrStore(chat.ID, ticket); taken {
		return nil, postchat.Conflictf("The chat has a ticket.")
	}
	return &CreateTicketPayload{Ticket: ticket, Chat: chat}, request.Scope.Audit(ctx, postchat.AuditEntry{
		Action: "ticket.create", ObjectKind: "ticket", ObjectID: ticket.ID, ObjectName: ticket.Title, CampaignID: chat.CampaignID,
	})
}
