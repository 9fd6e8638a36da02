package outbox_test

import (
	"context"
	"errors"
	"testing"

	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/outbox"
)

func TestEveryMailIsAcceptedWithHonestWords(t *testing.T) {
	var sender outbox.Sender
	accepted, err := sender.Send(t.Context(), delivery.Message{DeliveryID: "1", To: "jane@example.com", Source: []byte("Subject: hi\r\n\r\nhi\r\n")})
	if err != nil {
		t.Fatal(err)
	}
	if want := (delivery.Accepted{Words: "kept here, nobody was mailed"}); accepted != want {
		t.Errorf("got %+v, want %+v", accepted, want)
	}
	if sender.Name() != "outbox" {
		t.Errorf("the transport's word is %q", sender.Name())
	}
}

func TestAMailIsTriedAgainWhenTheServerWasStopping(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := outbox.Sender{}.Send(ctx, delivery.Message{})
	var failure *delivery.Failure
	if !errors.As(err, &failure) || failure.Class != delivery.Temporary {
		t.Errorf("got %v, want a temporary failure", err)
	}
}

// The outbox must not be a Reporter: whether a mail is uncertain cannot even come up.
func TestTheOutboxIsNeverAskedAboutMails(t *testing.T) {
	if _, can := any(outbox.Sender{}).(delivery.Reporter); can {
		t.Error("the outbox claims to answer questions about mails")
	}
}
