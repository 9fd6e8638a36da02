package delivery_test

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/postchat/postchat/delivery"
)

func TestALetterIsHandedOverOnceOrNotAtAll(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	lost := errors.New("the line went dead")
	sender := &script{answers: []error{nil, lost, &delivery.Failure{Class: delivery.Permanent, Words: "535 bad key", Err: delivery.ErrUnauthorized}}}
	worker := delivery.NewWorker(delivery.Options{
		Sender: sender, Slots: 4, BounceAddress: "bounces@acme.example", Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler),
	})
	hand := func() (delivery.Accepted, *delivery.Failure) {
		accepted, err := worker.Hand(t.Context(), delivery.Message{DeliveryID: "letter", From: "postchat@acme.example", To: "dana@acme.example"})
		failure, _ := errors.AsType[*delivery.Failure](err)
		return accepted, failure
	}
	if accepted, failure := hand(); failure != nil || accepted.Words != "250 taken" || sender.sent[0].From != "bounces@acme.example" {
		t.Errorf("the first is answered %+v, %v, from %s", accepted, failure, sender.sent[0].From)
	}
	if _, failure := hand(); failure == nil || failure.Class != delivery.Uncertain || !errors.Is(failure, lost) {
		t.Errorf("the second is answered %v", failure)
	}
	if _, failure := hand(); failure == nil || failure.Class != delivery.Permanent {
		t.Errorf("the third is answered %v", failure)
	}
	if _, failure := hand(); failure == nil || failure.Class != delivery.Temporary || len(sender.sent) != 3 {
		t.Errorf("with the gate stopped, the fourth is answered %v after %d", failure, len(sender.sent))
	}
}
