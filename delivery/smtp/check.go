package smtp

import (
	"context"
	"errors"
	"fmt"
	"net/textproto"

	"github.com/postchat/postchat/delivery"
)

// Check sees whether the server can be reached, under the TLS that the settings want, and lets us in, without handing it a mail.
// delivery.ErrUnauthorized is inside the error where the server refuses our user or password.
func (s *Sender) Check(ctx context.Context) error {
	t, err := s.dial(ctx)
	if err == nil {
		t.quit()
		return nil
	}
	at := connecting
	if where := (*trouble)(nil); errors.As(err, &where) {
		at, err = where.at, where.err
	}
	during := map[step]string{connecting: "connect", greeting: "greet the server", securing: "start TLS", signingIn: "sign in"}[at]
	words := s.words(err.Error())
	if reply := (*textproto.Error)(nil); errors.As(err, &reply) {
		words = s.words(replyWords(reply.Code, reply.Msg))
		if aboutUs(at, reply.Code) {
			return fmt.Errorf("%s: %w: %s", during, delivery.ErrUnauthorized, words)
		}
	}
	return fmt.Errorf("%s: %s", during, words)
}
