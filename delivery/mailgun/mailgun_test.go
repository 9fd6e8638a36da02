package mailgun_test

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
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/test/fakemailgun"
)

var (
	_ delivery.Sender   = (*mailgun.Sender)(nil)
	_ delivery.Reporter = (*mailgun.Sender)(nil)
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const domain = "mg.example.com"

// guard is long enough for any machine; nothing waits for it unless something is broken.
const guard = 2 * time.Minute

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

// newSender returns a Sender to the fake whose clock stands at noon.
func newSender(t testing.TB, fake *fakemailgun.Server) *mailgun.Sender {
	t.Helper()
	s, err := mailgun.New(mailgun.Config{
		Domain: domain, APIKey: postchat.Secret(fake.APIKey()), APIBase: fake.APIBase(), Timeout: guard,
		Now: func() time.Time { return noon },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// message is a mail of about size bytes.
func message(size int) delivery.Message {
	const head = "From: Chats <chats@example.com>\r\nTo: sales@example.com\r\nSubject: A lead\r\n" +
		"Message-ID: <mail-1@example.com>\r\nMIME-Version: 1.0\r\n\r\n..a line with dots\r\n%recipient%\r\n"
	source := []byte(head)
	for len(source) < size {
		source = append(source, "A line of the transcript, which goes on for a while and then ends.\r\n"...)
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

// outcome is what Send said, in short: accepted, or the failure's class with what it carries.
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
	text := f.Class.String()
	if errors.Is(err, delivery.ErrUnauthorized) {
		text += ", about us"
	}
	if f.RetryAfter != 0 {
		text += fmt.Sprintf(", wait %v", f.RetryAfter)
	}
	return text
}

func TestEachAnswerHasItsOutcome(t *testing.T) {
	for _, c := range []struct {
		does fakemailgun.Behaviour
		want string
	}{
		{fakemailgun.OK(), "accepted"},
		{fakemailgun.EmptyAnswer(), "accepted"},
		{fakemailgun.EmptyObject(), "accepted"},
		{fakemailgun.HTMLAnswer(), "accepted"},
		{fakemailgun.Slow(10 * time.Millisecond), "accepted"},
		{fakemailgun.CutAnswer(1 << 20), "accepted"},
		{fakemailgun.AnswerLost(), "uncertain"},
		{fakemailgun.CutAnswer(1), "uncertain"},
		{fakemailgun.CutAnswer(40), "uncertain"},
		{fakemailgun.CutAnswer(1).NotTaking(), "uncertain"},
		{fakemailgun.CutRequest(0), "temporary or uncertain"}, // Whether the mail had left already is a matter of luck.
		{fakemailgun.CutRequest(1), "uncertain"},              // It is so short that all of it leaves with its first byte.
		{fakemailgun.CutRequest(400), "uncertain"},
		{fakemailgun.CutRequest(1 << 20), "uncertain"},
		{fakemailgun.Status(400), "permanent"},
		{fakemailgun.Status(401), "temporary, about us"},
		{fakemailgun.Status(402), "temporary, about us"},
		{fakemailgun.Status(403), "temporary, about us"},
		{fakemailgun.Status(404), "temporary, about us"},
		{fakemailgun.Status(408), "temporary"},
		{fakemailgun.Status(413), "permanent"},
		{fakemailgun.Status(418), "temporary"},
		{fakemailgun.Status(429), "temporary"},
		{fakemailgun.Status(429).RetryAfter(time.Minute), "temporary, wait 1m0s"},
		{fakemailgun.Status(429).RetryAt(noon.Add(time.Hour)), "temporary, wait 1h0m0s"},
		{fakemailgun.Status(429).RetryAt(noon.Add(-time.Hour)), "temporary"},
		{fakemailgun.Status(429).RetryAfter(1000 * time.Hour), "temporary, wait 24h0m0s"},
		{fakemailgun.Status(500), "uncertain"},
		{fakemailgun.Status(500).Taking(), "uncertain"},
		{fakemailgun.Status(502), "uncertain"},
		{fakemailgun.Status(502).Taking(), "uncertain"},
		{fakemailgun.Status(503).RetryAfter(time.Minute), "uncertain, wait 1m0s"},
		{fakemailgun.Redirect(301), "temporary"},
		{fakemailgun.Redirect(302), "temporary"},
		{fakemailgun.Redirect(303), "uncertain"},
		{fakemailgun.Redirect(307), "temporary"},
		{fakemailgun.Redirect(308), "temporary"},
	} {
		t.Run(c.does.String(), func(t *testing.T) {
			t.Parallel()
			fake := fakemailgun.Start(t)
			fake.Next(c.does)
			accepted, err := newSender(t, fake).Send(guarded(t), message(600))
			if got := outcome(t, err); !slices.Contains(strings.Split(c.want, " or "), got) {
				t.Errorf("got %q, want %q: %v", got, c.want, err)
			}
			if err == nil && accepted.Words == "" {
				t.Error("the yes has no words")
			}
			judge(t, fake, err)
		})
	}
}

// judge compares what Send believes with what the fake has in its ledger.
func judge(t *testing.T, fake *fakemailgun.Server, err error) {
	t.Helper()
	if n := fake.SubmissionCount(); n != 1 {
		t.Errorf("the mail was submitted %d times", n)
	}
	if n := fake.Strays(); n != 0 {
		t.Errorf("a redirect was followed %d times", n)
	}
	var f *delivery.Failure
	known := !errors.As(err, &f) || f.Class != delivery.Uncertain
	if taken := fake.Count() == 1; known && taken != (err == nil) {
		t.Errorf("the mail was taken: %v, but Send says: %v", taken, err)
	}
}

func TestAHangingServerIsLeftWhenTheCallerEnds(t *testing.T) {
	const long = 20 << 20 // More than the system's buffers hold on the way.
	for _, c := range []struct {
		name string
		does fakemailgun.Behaviour
		size int
		want string
	}{
		{"before it reads a short mail", fakemailgun.HangBeforeBody(), 600, "temporary or uncertain"}, // See CutRequest(0).
		{"before it reads a mail that cannot leave whole", fakemailgun.HangBeforeBody(), long, "temporary"},
		{"after it read the mail", fakemailgun.HangAfterBody(), 600, "uncertain"},
		{"after it took the mail", fakemailgun.HangAfterBody().Taking(), 600, "uncertain"},
		{"after it took a long mail", fakemailgun.HangAfterBody().Taking(), long, "uncertain"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fake := fakemailgun.Start(t)
			fake.Next(c.does)
			ctx, cancel := context.WithCancel(guarded(t))
			done := make(chan error)
			go func() {
				_, err := newSender(t, fake).Send(ctx, message(c.size))
				done <- err
			}()
			if err := fake.WaitHanging(guarded(t), 1); err != nil {
				t.Fatal(err)
			}
			cancel()
			err := <-done
			if got := outcome(t, err); !slices.Contains(strings.Split(c.want, " or "), got) {
				t.Errorf("got %q, want %q: %v", got, c.want, err)
			}
			if !errors.Is(err, context.Canceled) {
				t.Errorf("the failure does not say that the caller ended it: %v", err)
			}
			judge(t, fake, err)
		})
	}
}

func TestAMailOfWhichTheEndNeverLeftIsNotTaken(t *testing.T) {
	fake := fakemailgun.Start(t)
	fake.Next(fakemailgun.CutRequest(1000))
	_, err := newSender(t, fake).Send(guarded(t), message(20<<20))
	if got := outcome(t, err); got != "temporary" {
		t.Errorf("got %q, want temporary: %v", got, err)
	}
	judge(t, fake, err)
}

func TestAnAnswerCutAtAnyByteIsNeverTakenForANo(t *testing.T) {
	fake := fakemailgun.Start(t)
	s := newSender(t, fake)
	certain := 0
	const most = 400 // The answer is shorter.
	for n := range most {
		fake.Next(fakemailgun.CutAnswer(n))
		_, err := s.Send(guarded(t), message(600))
		_ = s.Close() // Else the next mail might meet a connection that is just being cut.
		switch got := outcome(t, err); {
		case got == "accepted":
			certain++
		case got != "uncertain":
			t.Errorf("cut after %d bytes: %v", n, err)
		case certain > 0:
			t.Errorf("cut after %d bytes: uncertain, although fewer bytes were enough", n)
		}
	}
	if fake.Count() != most || fake.SubmissionCount() != most {
		t.Errorf("%d mails were taken and %d submitted, want %d", fake.Count(), fake.SubmissionCount(), most)
	}
	if certain == 0 || certain == most {
		t.Errorf("%d of %d answers were clear", certain, most)
	}
}

func TestAnAnswerLostOnAConnectionUsedBeforeIsNotTriedAgain(t *testing.T) {
	fake := fakemailgun.Start(t)
	s := newSender(t, fake)
	for _, does := range []fakemailgun.Behaviour{fakemailgun.AnswerLost(), fakemailgun.CutRequest(1 << 20)} {
		before := fake.SubmissionCount()
		if _, err := s.Send(guarded(t), message(600)); err != nil {
			t.Fatal(err)
		}
		fake.Next(does)
		_, err := s.Send(guarded(t), message(600))
		if got := outcome(t, err); got != "uncertain" {
			t.Errorf("%s: got %q, want uncertain: %v", does, got, err)
		}
		if n := fake.SubmissionCount() - before; n != 2 {
			t.Errorf("%s: two mails were submitted %d times", does, n)
		}
		_ = s.Close()
	}
}

func TestAServerThatCannotBeReachedHasNotTakenTheMail(t *testing.T) {
	fake := fakemailgun.Start(t)
	closed := fakemailgun.Start(t)
	closed.Close()
	for _, c := range []struct{ name, base string }{
		{"nobody listens", closed.APIBase()},
		{"no TLS where TLS is expected", "https" + fake.APIBase()[len("http"):]},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := mailgun.New(mailgun.Config{Domain: domain, APIKey: "key", APIBase: c.base})
			if err != nil {
				t.Fatal(err)
			}
			_, err = s.Send(guarded(t), message(600))
			if got := outcome(t, err); got != "temporary" {
				t.Errorf("got %q, want temporary: %v", got, err)
			}
		})
	}
	t.Run("the caller had ended before", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_, err := newSender(t, fake).Send(ctx, message(600))
		if got := outcome(t, err); got != "temporary" || !errors.Is(err, context.Canceled) {
			t.Errorf("got %q, want temporary: %v", got, err)
		}
	})
	if n := fake.SubmissionCount(); n != 0 {
		t.Errorf("the mail was submitted %d times", n)
	}
}
