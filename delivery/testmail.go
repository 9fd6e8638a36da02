package delivery

import (
	"context"
	"errors"

	"github.com/postchat/postchat"
)

// HandTest hands a test mail over, as Hand does, and notes in it what came of it.
func (w *Worker) HandTest(ctx context.Context, m *postchat.TestMail) {
	m.Transport = w.Sender.Name()
	accepted, err := w.Hand(ctx, Message{
		DeliveryID: m.ID, MessageID: m.MessageID, From: m.From, To: m.Recipient.Email, Source: m.Source,
	})
	state, words := postchat.DeliveryAccepted, accepted.Words
	if failure := (*Failure)(nil); errors.As(err, &failure) {
		state, words = postchat.DeliveryFailed, failure.Words
		if failure.Class == Uncertain {
			state = postchat.DeliveryUncertain
		}
	}
	m.ProviderID = accepted.ProviderID
	m.Settle(state, words, w.Now())
}
