package delivery_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/delivery/smtp"
	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/fakesmtp"
)

// TestSendersAgree holds every Sender to one table: whatever the transport, the same thing that happened to a mail is the same
// class of failure. What each answer of each provider means stands in the tests of the senders.
func TestSendersAgree(t *testing.T) {
	for _, c := range []struct {
		happens string
		mailgun fakemailgun.Behaviour
		smtp    fakesmtp.Behaviour
		hangs   bool // until the caller ends
		want    string
		taken   int
	}{
		{"it is taken", fakemailgun.OK(), fakesmtp.OK(), false, "accepted", 1},
		{"it is taken and the connection breaks after the answer", fakemailgun.CutAnswer(1 << 20), fakesmtp.CutAfter(fakesmtp.EndOfData), false, "accepted", 1},
		{"it is taken and the answer is lost", fakemailgun.AnswerLost(), fakesmtp.Cut(fakesmtp.EndOfData).Taking(), false, "uncertain", 1},
		{"it is not taken and the answer is lost", fakemailgun.AnswerLost().NotTaking(), fakesmtp.Cut(fakesmtp.EndOfData), false, "uncertain", 0},
		{"it is taken and the answer is cut", fakemailgun.CutAnswer(1), fakesmtp.CutAnswer(fakesmtp.EndOfData, 1).Taking(), false, "uncertain", 1},
		{"it is taken and no answer comes", fakemailgun.HangAfterBody().Taking(), fakesmtp.Hang(fakesmtp.EndOfData).Taking(), true, "uncertain", 1},
		{"it is refused for good", fakemailgun.Status(400), fakesmtp.Refuse(fakesmtp.EndOfData, 554), false, "permanent", 0},
		{"it is refused for now", fakemailgun.Status(429), fakesmtp.Refuse(fakesmtp.EndOfData, 451), false, "temporary", 0},
		{"we are refused", fakemailgun.Status(401), fakesmtp.Refuse(fakesmtp.Auth, 535), false, "temporary, about us", 0},
	} {
		t.Run(c.happens, func(t *testing.T) {
			t.Run("mailgun", func(t *testing.T) {
				fake := fakemailgun.Start(t)
				fake.Next(c.mailgun)
				s, err := mailgun.New(mailgun.Config{Domain: "mg.example.com", APIKey: postchat.Secret(fake.APIKey()), APIBase: fake.APIBase()})
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = s.Close() })
				sendOnce(t, s, fake, c.hangs, c.want, c.taken)
			})
			t.Run("smtp", func(t *testing.T) {
				fake := fakesmtp.Start(t, fakesmtp.WithTLS(), fakesmtp.WithAuth("postchat", "password"))
				fake.Next(c.smtp)
				s, err := smtp.New(smtp.Config{URL: postchat.Secret("smtp://postchat:password@" + fake.Addr())})
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = s.Close() })
				sendOnce(t, s, fake, c.hangs, c.want, c.taken)
			})
		})
	}
}

// fakeServer is either of the two.
type fakeServer interface {
	Count() int
	SubmissionCount() int
	WaitHanging(ctx context.Context, n int) error
}

// sendOnce sends a mail once and judges by the fake's ledger.
func sendOnce(t *testing.T, s delivery.Sender, f fakeServer, hangs bool, want string, taken int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	sending, end := context.WithCancel(ctx)
	defer end()
	done := make(chan error)
	go func() {
		_, err := s.Send(sending, delivery.Message{
			DeliveryID: "delivery-1", MessageID: "mail-1@example.com", From: "chats@example.com", To: "sales@example.com",
			Source: []byte("From: chats@example.com\r\nTo: sales@example.com\r\nMessage-ID: <mail-1@example.com>\r\n\r\nHello\r\n"),
		})
		done <- err
	}()
	if hangs {
		if err := f.WaitHanging(ctx, 1); err != nil {
			t.Fatal(err)
		}
		end()
	}
	err := <-done
	if got := outcomeOf(t, err); got != want {
		t.Errorf("got %q, want %q: %v", got, want, err)
	}
	if f.Count() != taken || f.SubmissionCount() > 1 {
		t.Errorf("%d mails were taken in %d submissions, want %d", f.Count(), f.SubmissionCount(), taken)
	}
}

func outcomeOf(t *testing.T, err error) string {
	t.Helper()
	var f *delivery.Failure
	switch {
	case err == nil:
		return "accepted"
	case !errors.As(err, &f):
		t.Fatalf("the error is no *delivery.Failure: %v", err)
	case errors.Is(err, delivery.ErrUnauthorized):
		return f.Class.String() + ", about us"
	}
	return f.Class.String()
}
