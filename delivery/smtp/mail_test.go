package smtp_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/smtp"
	"github.com/postchat/postchat/test/fakesmtp"
)

func TestTheMailArrivesAsItIs(t *testing.T) {
	const mark = "X-Postchat-Resend: the answer to an earlier attempt was lost;\r\n this may be a second copy\r\n"
	for _, c := range []struct {
		name   string
		resend bool
		size   int
		before string
	}{
		{"a short one", false, 1, ""},
		{"a long one", false, 3 << 20, ""},
		{"a second copy, with one header more", true, 10_000, mark},
	} {
		t.Run(c.name, func(t *testing.T) {
			fake := fakesmtp.Start(t, fakesmtp.WithExtensions("SMTPUTF8", "DSN"))
			m := message(c.size)
			m.Resend = c.resend
			if _, err := newSender(t, fake).Send(guarded(t), m); err != nil {
				t.Fatal(err)
			}
			got := fake.Accepted()[0]
			if string(got.Data) != c.before+string(m.Source) {
				t.Error("other bytes arrived than were sent")
			}
			if got.From != m.From || !slices.Equal(got.Recipients, []string{m.To}) || got.MessageID != m.MessageID {
				t.Errorf("from %q to %q, %q", got.From, got.Recipients, got.MessageID)
			}
			if mark := got.Header.Get(smtp.ResendHeader); (mark != "") != c.resend {
				t.Errorf("the mark is %q", mark)
			}
		})
	}
}

func TestWhatSMTPCannotCarryIsNotSent(t *testing.T) {
	source := func(text string) func(*delivery.Message) {
		return func(m *delivery.Message) { m.Source = []byte(text) }
	}
	to := func(text string) func(*delivery.Message) { return func(m *delivery.Message) { m.To = text } }
	for _, c := range []struct {
		name   string
		change func(*delivery.Message)
	}{
		{"a bare LF, which could smuggle a second mail", source("Subject: x\r\n\r\nHello\n.\nMAIL FROM:<a@example.com>\r\n")},
		{"a bare CR", source("Subject: x\r\n\r\nHello\r.\r\nMAIL FROM:<a@example.com>\r\n")},
		{"a CR at the end", source("Subject: x\r\n\r\nHello\r")},
		{"a command in the recipient", to("a@example.com>\r\nRCPT TO:<b@example.com")},
		{"a parameter in the recipient", to("a@example.com> NOTIFY=NEVER")},
		{"a recipient beyond ASCII", to("süd@example.com")},
		{"no recipient", to("")},
		{"no sender", func(m *delivery.Message) { m.From = "" }},
		{"more than the server says it takes", func(m *delivery.Message) { *m = message(26 << 20) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			fake := fakesmtp.Start(t)
			m := message(600)
			c.change(&m)
			_, err := newSender(t, fake).Send(guarded(t), m)
			if got := outcome(t, err); got != "permanent" {
				t.Errorf("got %q, want permanent: %v", got, err)
			}
			if n := fake.SubmissionCount(); n != 0 {
				t.Errorf("it was submitted %d times", n)
			}
		})
	}
}

func BenchmarkSend(b *testing.B) {
	for _, keep := range []bool{true, false} {
		b.Run(fmt.Sprintf("reuse=%v", keep), func(b *testing.B) {
			fake := fakesmtp.Start(b, fakesmtp.WithoutData(), fakesmtp.WithTLS(), fakesmtp.WithAuth(user, password))
			s := newUser(b, fake)
			if !keep {
				_ = s.Close()
			}
			m := message(30_000)
			b.ReportAllocs()
			b.SetParallelism(16)
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					if _, err := s.Send(context.Background(), m); err != nil {
						b.Error(err)
					}
				}
			})
		})
	}
}
