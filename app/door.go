package app

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/mail"
)

// shellActor is who runs our commands, in the audit log.
var shellActor = postchat.Actor{Kind: postchat.ActorShell, Name: "shell"}

// newDoor returns the door of the store. Letters are posted by post; nil where there is no mail server.
func (c Config) newDoor(store *db.Store, post func(context.Context, mail.Letter) (string, error), log *slog.Logger) *auth.Door {
	return auth.NewDoor(auth.DoorOptions{
		Store: store, PublicURL: c.BaseURL(), Cookies: auth.Cookies{Secure: strings.HasPrefix(c.BaseURL(), "https://")},
		TrustedProxies: c.TrustedProxies, From: c.Sender(), Post: post, Now: postchat.Now, Log: log,
	})
}

// poster hands letters to the mail server; nil where there is none, as the outbox shows only what is about a chat.
func (c Config) poster(worker *delivery.Worker) func(context.Context, mail.Letter) (string, error) {
	if c.Provider() == ProviderOutbox {
		return nil
	}
	return func(ctx context.Context, l mail.Letter) (string, error) {
		accepted, err := worker.Hand(ctx, delivery.Message{
			DeliveryID: l.ID, MessageID: l.MessageID(), From: l.From.Email, To: l.To.Email, Source: l.Source(),
		})
		if failure, ok := errors.AsType[*delivery.Failure](err); ok {
			return failure.Words, err
		}
		return accepted.Words, err
	}
}

// withDoor opens the database for a command that is about the account's people, and closes it in the end.
func (inv invocation) withDoor(ctx context.Context, do func(ctx context.Context, scope *db.Scope, door *auth.Door) error) error {
	return inv.withStore(ctx, func(ctx context.Context, store *db.Store, scope *db.Scope) error {
		return do(ctx, scope, inv.config.newDoor(store, nil, inv.log()))
	})
}

// withPeople is withDoor for a command that changes them.
func (inv invocation) withPeople(ctx context.Context, do func(ctx context.Context, scope *db.Scope, people auth.People) error) error {
	return inv.withDoor(ctx, func(ctx context.Context, scope *db.Scope, door *auth.Door) error {
		return do(ctx, scope, door.People(auth.Everything(scope.AccountID(), shellActor)))
	})
}

// offerSetUp tells whoever started the server how to become the owner, while there is none.
func offerSetUp(ctx context.Context, door *auth.Door, accountID string, w io.Writer) error {
	link, err := door.SetUpLink(ctx, accountID)
	if postchat.IsKind(err, postchat.Conflict) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "Nobody is set up here yet. This link makes you the owner, once and within 30 minutes:\n"+link+"\n")
	return err
}
