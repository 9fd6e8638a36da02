package mailgun

import (
	"context"
	"time"
)

// Check sees whether Mailgun can be reached and lets us in, without sending anything. It asks for a mail that cannot be there,
// as Report does: so a key that may send but not ask is found out too. delivery.ErrUnauthorized is inside the error where the
// key, the domain or the account is refused.
func (s *Sender) Check(ctx context.Context) error {
	return s.ask(ctx, s.now(), time.Time{}, map[string]string{"message-id": "postchat-check@" + s.domain}, func(event) bool { return true })
}
