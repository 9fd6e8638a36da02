package delivery

import (
	"cmp"
	"context"
)

// Hand hands over one message that belongs to no follow-up, such as an invitation, while somebody waits for the answer. It
// is tried once and kept nowhere. An error is a *Failure; one of the class Temporary also says that the transport is in
// trouble and nothing was tried.
func (w *Worker) Hand(ctx context.Context, m Message) (Accepted, error) {
	if w.gate.Room(1) == 0 {
		return Accepted{}, &Failure{Class: Temporary, Words: "Mails wait at the moment: " + w.gate.Status().Reason}
	}
	began := w.Now()
	w.gate.Begin(1, began)
	m.From = cmp.Or(w.BounceAddress, m.From)
	accepted, err := w.Sender.Send(ctx, m)
	failure := failureOf(err)
	w.gate.End(Try{DeliveryID: m.DeliveryID, Attempt: 1, Began: began}, failure)
	w.tellOfGate(ctx)
	if failure != nil {
		return Accepted{}, failure
	}
	return accepted, nil
}
