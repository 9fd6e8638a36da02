package delivery_test

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

func TestATestMailSaysWhatCameOfIt(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	sender := &script{answers: []error{
		nil, errors.New("the line went dead"), &delivery.Failure{Class: delivery.Permanent, Words: "550 no such user"},
		&delivery.Failure{Class: delivery.Permanent, Words: "535 bad key", Err: delivery.ErrUnauthorized},
	}}
	worker := delivery.NewWorker(delivery.Options{
		Sender: sender, Slots: 4, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler),
	})
	for _, want := range []struct {
		state postchat.DeliveryState
		words string
	}{
		{postchat.DeliveryAccepted, "250 taken"},
		{postchat.DeliveryUncertain, "The answer was lost on the way."},
		{postchat.DeliveryFailed, "550 no such user"},
		{postchat.DeliveryFailed, "535 bad key"},
		{postchat.DeliveryFailed, "Mails wait at the moment: 535 bad key"},
	} {
		m := postchat.TestMail{ID: "test", From: "postchat@acme.example", Recipient: postchat.Address{Email: "dana@acme.example"}, Source: []byte("mail")}
		worker.HandTest(t.Context(), &m)
		if m.State != want.state || m.Words != want.words || m.Transport != sender.Name() || !m.SettledAt.Equal(now) {
			t.Errorf("it is %s, %q by %s; want %s, %q", m.State, m.Words, m.Transport, want.state, want.words)
		}
	}
	if len(sender.sent) != 4 || sender.sent[0].To != "dana@acme.example" || sender.sent[0].From != "postchat@acme.example" || string(sender.sent[0].Source) != "mail" {
		t.Errorf("handed over were %+v", sender.sent)
	}
}
