package smtp_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/smtp"
	"github.com/postchat/postchat/test/fakesmtp"
)

var _ delivery.Sender = (*smtp.Sender)(nil)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// guard is long enough for any machine; nothing waits for it unless something is broken.
const guard = 2 * time.Minute

const user, password = "postchat", "a password"

// newSender returns a Sender to the fake, with the defaults for a server on loopback.
func newSender(t testing.TB, fake *fakesmtp.Server) *smtp.Sender {
	t.Helper()
	return open(t, smtp.Config{URL: postchat.Secret("smtp://" + fake.Addr()), Timeout: guard, AnswerTimeout: guard})
}

// newUser is newSender with a user and a password.
func newUser(t testing.TB, fake *fakesmtp.Server) *smtp.Sender {
	t.Helper()
	return open(t, smtp.Config{
		URL:     postchat.Secret("smtp://postchat:a%20password@" + fake.Addr() + "?tls=required"),
		Timeout: guard, AnswerTimeout: guard, RootCAs: fake.CertPool(),
	})
}

func open(t testing.TB, c smtp.Config) *smtp.Sender {
	t.Helper()
	s, err := smtp.New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// message is a mail of about size bytes.
func message(size int) delivery.Message {
	const head = "From: Chats <chats@example.com>\r\nTo: sales@example.com\r\nSubject: A lead\r\n" +
		"Message-ID: <mail-1@example.com>\r\nMIME-Version: 1.0\r\n\r\nHello\r\n.\r\n..\r\n...\r\n. \r\n.a line\r\n\r\n.\r\n"
	source := []byte(head)
	for len(source) < size {
		source = append(source, ".A line of the transcript, which goes on for a while and then ends.\r\n"...)
	}
	return delivery.Message{
		DeliveryID: "delivery-1", MessageID: "mail-1@example.com", From: "chats@example.com", To: "sales@example.com", Source: source,
	}
}

func guarded(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), guard)
	t.Cleanup(cancel)
	return ctx
}

// outcome is what Send said, in short: accepted, or the failure's class and whether it is about us.
func outcome(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return "accepted"
	}
	var f *delivery.Failure
	if !errors.As(err, &f) {
		t.Fatalf("the error is no *delivery.Failure: %v", err)
	}
	if f.Words == "" {
		t.Error("the failure has no words")
	}
	if errors.Is(err, delivery.ErrUnauthorized) {
		return f.Class.String() + ", about us"
	}
	return f.Class.String()
}

// judge compares what Send believes with what the fake has in its ledger.
func judge(t *testing.T, fake *fakesmtp.Server, err error) {
	t.Helper()
	if n := fake.SubmissionCount(); n > 1 {
		t.Errorf("the mail was submitted %d times", n)
	}
	var f *delivery.Failure
	known := !errors.As(err, &f) || f.Class != delivery.Uncertain
	if taken := fake.Count() == 1; known && taken != (err == nil) {
		t.Errorf("the mail was taken: %v, but Send says: %v", taken, err)
	}
}

func TestEachAnswerHasItsOutcome(t *testing.T) {
	for _, c := range []struct {
		does fakesmtp.Behaviour
		want string
	}{
		{fakesmtp.OK(), "accepted"},
		{fakesmtp.Trickle(0), "accepted"},
		{fakesmtp.InjectAfterStartTLS("250 2.0.0 injected\r\n"), "accepted"},
		{fakesmtp.NoStartTLS(), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Connect, 421), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Connect, 554), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Hello, 421), "temporary"},
		{fakesmtp.Refuse(fakesmtp.StartTLS, 454), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Auth, 454), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Auth, 535), "temporary, about us"},
		{fakesmtp.Refuse(fakesmtp.Mail, 421), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Mail, 451), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Mail, 530), "temporary, about us"},
		{fakesmtp.Refuse(fakesmtp.Mail, 534), "temporary, about us"},
		{fakesmtp.Refuse(fakesmtp.Mail, 535), "temporary, about us"},
		{fakesmtp.Refuse(fakesmtp.Mail, 538), "temporary, about us"},
		{fakesmtp.Refuse(fakesmtp.Mail, 550), "permanent"},
		{fakesmtp.Refuse(fakesmtp.Mail, 552), "permanent"},
		{fakesmtp.Refuse(fakesmtp.Rcpt, 421), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Rcpt, 450), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Rcpt, 550), "permanent"},
		{fakesmtp.Refuse(fakesmtp.Rcpt, 552), "temporary"}, // RFC 5321, 4.5.3.1.10.
		{fakesmtp.Refuse(fakesmtp.Data, 421), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Data, 451), "temporary"},
		{fakesmtp.Refuse(fakesmtp.Data, 554), "permanent"},
		{fakesmtp.Refuse(fakesmtp.EndOfData, 421), "temporary"},
		{fakesmtp.Refuse(fakesmtp.EndOfData, 450), "temporary"},
		{fakesmtp.Refuse(fakesmtp.EndOfData, 451), "temporary"},
		{fakesmtp.Refuse(fakesmtp.EndOfData, 452), "temporary"},
		{fakesmtp.Refuse(fakesmtp.EndOfData, 550), "permanent"},
		{fakesmtp.Refuse(fakesmtp.EndOfData, 552), "permanent"},
		{fakesmtp.Refuse(fakesmtp.EndOfData, 554), "permanent"},
		{fakesmtp.Cut(fakesmtp.Connect), "temporary"},
		{fakesmtp.Cut(fakesmtp.Hello), "temporary"},
		{fakesmtp.Cut(fakesmtp.StartTLS), "temporary"},
		{fakesmtp.CutAfter(fakesmtp.StartTLS), "temporary"},
		{fakesmtp.Cut(fakesmtp.Auth), "temporary"},
		{fakesmtp.Cut(fakesmtp.Mail), "temporary"},
		{fakesmtp.Cut(fakesmtp.Rcpt), "temporary"},
		{fakesmtp.CutAnswer(fakesmtp.Rcpt, 5), "temporary"},
		{fakesmtp.Cut(fakesmtp.Data), "temporary"},
		{fakesmtp.CutData(0), "temporary or uncertain"}, // Whether the mail had left already is a matter of luck.
		{fakesmtp.CutData(100), "temporary or uncertain"},
		{fakesmtp.Cut(fakesmtp.EndOfData), "uncertain"},
		{fakesmtp.Cut(fakesmtp.EndOfData).Taking(), "uncertain"},
		{fakesmtp.CutAnswer(fakesmtp.EndOfData, 2).Taking(), "uncertain"},
		{fakesmtp.CutAnswer(fakesmtp.EndOfData, 3).Taking(), "uncertain"},
		{fakesmtp.CutAnswer(fakesmtp.EndOfData, 12).Taking(), "accepted"}, // The code is there, and that there is no more of it.
		{fakesmtp.CutAnswer(fakesmtp.EndOfData, 1000).Taking(), "accepted"},
		{fakesmtp.CutAfter(fakesmtp.EndOfData), "accepted"},
		{fakesmtp.Cut(fakesmtp.Quit), "accepted"},
		{fakesmtp.Hang(fakesmtp.Quit), "accepted"},
		{fakesmtp.Endless(fakesmtp.Hello), "temporary"},
		{fakesmtp.Endless(fakesmtp.Rcpt), "temporary"},
		{fakesmtp.Endless(fakesmtp.EndOfData), "uncertain"},
		{fakesmtp.Endless(fakesmtp.EndOfData).Taking(), "uncertain"},
	} {
		t.Run(c.does.String(), func(t *testing.T) {
			t.Parallel()
			fake := fakesmtp.Start(t, fakesmtp.WithTLS(), fakesmtp.WithAuth(user, password))
			fake.Next(c.does)
			accepted, err := newUser(t, fake).Send(guarded(t), message(600))
			if got := outcome(t, err); !slices.Contains(strings.Split(c.want, " or "), got) {
				t.Errorf("got %q, want %q: %v", got, c.want, err)
			}
			if err == nil && !strings.HasPrefix(accepted.Words, "250 2.0.0 OK") {
				t.Errorf("got %+v", accepted)
			}
			for _, a := range fake.Accepted() {
				if !a.TLS || a.User != user || string(a.Data) != string(message(600).Source) {
					t.Errorf("taken: under TLS %v, from %q, %q", a.TLS, a.User, a.Data)
				}
			}
			judge(t, fake, err)
		})
	}
}

func TestAHangingServerIsLeftWhenTheCallerEnds(t *testing.T) {
	for _, c := range []struct {
		does fakesmtp.Behaviour
		want string
	}{
		{fakesmtp.Hang(fakesmtp.Connect), "temporary"},
		{fakesmtp.Hang(fakesmtp.Hello), "temporary"},
		{fakesmtp.Hang(fakesmtp.StartTLS), "temporary"},
		{fakesmtp.Hang(fakesmtp.Auth), "temporary"},
		{fakesmtp.Hang(fakesmtp.Mail), "temporary"},
		{fakesmtp.Hang(fakesmtp.Rcpt), "temporary"},
		{fakesmtp.Hang(fakesmtp.Data), "temporary"},
		{fakesmtp.Hang(fakesmtp.EndOfData), "uncertain"},
		{fakesmtp.Hang(fakesmtp.EndOfData).Taking(), "uncertain"},
	} {
		t.Run(c.does.String(), func(t *testing.T) {
			t.Parallel()
			fake := fakesmtp.Start(t, fakesmtp.WithTLS(), fakesmtp.WithAuth(user, password))
			fake.Next(c.does)
			ctx, cancel := context.WithCancel(guarded(t))
			done := make(chan error)
			s := newUser(t, fake)
			go func() {
				_, err := s.Send(ctx, message(600))
				done <- err
			}()
			if err := fake.WaitHanging(guarded(t), 1); err != nil {
				t.Fatal(err)
			}
			cancel()
			err := <-done
			if got := outcome(t, err); got != c.want || !errors.Is(err, context.Canceled) {
				t.Errorf("got %q, want %q because the caller ended: %v", got, c.want, err)
			}
			judge(t, fake, err)
		})
	}
}

func TestAServerThatIsTooSlow(t *testing.T) {
	for _, c := range []struct {
		name    string
		does    fakesmtp.Behaviour
		timeout time.Duration
		answer  time.Duration
		want    string
	}{
		{"before the mail has left is left", fakesmtp.Hang(fakesmtp.Rcpt), 50 * time.Millisecond, guard, "temporary"},
		{"with its last word has taken the mail or not", fakesmtp.Hang(fakesmtp.EndOfData).Taking(), guard, 50 * time.Millisecond, "uncertain"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fake := fakesmtp.Start(t)
			fake.Next(c.does)
			s := open(t, smtp.Config{URL: postchat.Secret("smtp://" + fake.Addr()), Timeout: c.timeout, AnswerTimeout: c.answer})
			_, err := s.Send(guarded(t), message(600))
			if got := outcome(t, err); got != c.want || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got %q, want %q for want of time: %v", got, c.want, err)
			}
			judge(t, fake, err)
		})
	}
}

func TestAMailOfWhichTheEndNeverLeftIsNotTaken(t *testing.T) {
	const long = 20 << 20 // More than the system's buffers hold on the way.
	for _, opts := range [][]fakesmtp.Option{{fakesmtp.WithoutData()}, {fakesmtp.WithoutData(), fakesmtp.WithTLS()}} {
		for _, n := range []int{1, 100, 5000, 1 << 20} {
			t.Run(fmt.Sprintf("cut after %d bytes, %d options", n, len(opts)), func(t *testing.T) {
				fake := fakesmtp.Start(t, opts...)
				fake.Next(fakesmtp.CutData(n))
				_, err := newSender(t, fake).Send(guarded(t), message(long))
				if got := outcome(t, err); got != "temporary" {
					t.Errorf("got %q, want temporary: %v", got, err)
				}
				judge(t, fake, err)
			})
		}
	}
}

func TestAServerThatCannotBeReachedHasNotTakenTheMail(t *testing.T) {
	fake := fakesmtp.Start(t)
	s := newSender(t, fake)
	t.Run("the caller had ended before", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_, err := s.Send(ctx, message(600))
		if got := outcome(t, err); got != "temporary" || !errors.Is(err, context.Canceled) || fake.Connections() != 0 {
			t.Errorf("got %q, want temporary: %v", got, err)
		}
	})
	t.Run("nobody listens", func(t *testing.T) {
		fake.Close()
		if _, err := s.Send(guarded(t), message(600)); outcome(t, err) != "temporary" {
			t.Errorf("got %v, want temporary", err)
		}
	})
}
