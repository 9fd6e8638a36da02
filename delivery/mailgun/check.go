package mailgun

import (
	"context"
	"errors"

	"github.com/postchat/postchat/delivery"
)

// Check sees whether Mailgun can be reached and lets us in, without sending anything. It asks for a mail that cannot be there,
// as Find does: so a key that may send but not ask is found out too. delivery.ErrUnauthorized is inside the error where the
// key, the domain or the account is refused.
func (s *Sender) Check(ctx context.Context) error {
	_, err := s.find(ctx, delivery.Message{}, s.now(), map[string]string{"message-id": "postchat-check@" + s.domain})
	if errors.Is(err, delivery.ErrNotFound) {
		return nil
	}
	return err
}
