// Package outbox is the mail server of an installation that has none yet. It takes every mail and passes none on: the mails
// are in the database already, and the pages under /outbox show them.
package outbox

import (
	"context"

	"github.com/postchat/postchat/delivery"
)

// Words is what the outbox says of every mail: accepted, and honestly so.
const Words = "kept here, nobody was mailed"

// Sender is a delivery.Sender that keeps mails where they are. Its zero value is ready.
type Sender struct{}

var _ delivery.Sender = Sender{}

// Name is outbox.
func (Sender) Name() string { return "outbox" }

// Send implements delivery.Sender. It accepts every message, and none of them is ever sent by itself later. It fails only
// when ctx is over.
func (Sender) Send(ctx context.Context, _ delivery.Message) (delivery.Accepted, error) {
	if err := ctx.Err(); err != nil {
		return delivery.Accepted{}, &delivery.Failure{Class: delivery.Temporary, Words: "the server was stopping", Err: err}
	}
	return delivery.Accepted{Words: Words}, nil
}
