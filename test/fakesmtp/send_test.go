package fakesmtp_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/smtp"
	"net/textproto"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	gosmtp "github.com/emersion/go-smtp"

	"github.com/postchat/postchat/test/fakesmtp"
)

const from = "chats@example.org"

// body is a mail with every kind of dot at the start of a line.
func body(id string) string {
	return "Message-ID: <" + id + ">\r\nFrom: chats@example.org\r\nTo: sales@example.com\r\nSubject: Chat\r\n\r\n" +
		".\r\n..\r\n.dot first\r\n..two dots first\r\nin . the middle.\r\n\r\n.\r\nlast line\r\n"
}

// send hands a mail over with net/smtp, phase by phase, and returns the first error with the phase it came in.
func send(t testing.TB, s *fakesmtp.Server, id string, to ...string) (fakesmtp.Phase, error) {
	t.Helper()
	conn, err := smtp.Dial(s.Addr())
	if err != nil {
		return fakesmtp.Connect, err
	}
	defer func() { _ = conn.Close() }()
	if err = conn.Hello("localhost"); err != nil {
		return fakesmtp.Hello, err
	}
	if ok, _ := conn.Extension("STARTTLS"); ok {
		if err = conn.StartTLS(&tls.Config{RootCAs: s.CertPool(), ServerName: s.Host(), MinVersion: tls.VersionTLS12}); err != nil {
			return fakesmtp.StartTLS, err
		}
	}
	return handOver(conn, id, to...)
}

func handOver(conn *smtp.Client, id string, to ...string) (fakesmtp.Phase, error) {
	if ok, _ := conn.Extension("AUTH"); ok {
		if err := conn.Auth(smtp.PlainAuth("", "postchat", "secret", "127.0.0.1")); err != nil {
			return fakesmtp.Auth, err
		}
	}
	if err := conn.Mail(from); err != nil {
		return fakesmtp.Mail, err
	}
	for _, r := range to {
		if err := conn.Rcpt(r); err != nil {
			return fakesmtp.Rcpt, err
		}
	}
	w, err := conn.Data()
	if err != nil {
		return fakesmtp.Data, err
	}
	if _, err = w.Write([]byte(body(id))); err != nil {
		return fakesmtp.EndOfData, err
	}
	if err = w.Close(); err != nil {
		return fakesmtp.EndOfData, err
	}
	if err = conn.Quit(); err != nil {
		return fakesmtp.Quit, err
	}
	return 0, nil
}

// guarded is a context that ends long after any test should have.
func guarded(t testing.TB) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func codeOf(err error) int {
	if reply := (*textproto.Error)(nil); errors.As(err, &reply) {
		return reply.Code
	}
	return 0
}

func only[T any](t *testing.T, list []T) T {
	t.Helper()
	if len(list) != 1 {
		t.Fatalf("got %d of them, want 1: %+v", len(list), list)
	}
	return list[0]
}

func TestAMailIsInTheLedgerAsItWasMeant(t *testing.T) {
	now := time.Date(2026, 3, 1, 9, 30, 0, 0, time.UTC)
	s := fakesmtp.Start(t, fakesmtp.WithClock(func() time.Time { return now }))
	if phase, err := send(t, s, "chat-1@example.org", "Sales@example.com", "support@example.com"); err != nil {
		t.Fatal(phase, err)
	}
	a := only(t, s.Accepted())
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"data", string(a.Data), body("chat-1@example.org")},
		{"size", a.Size, len(body("chat-1@example.org"))},
		{"sender", a.From, from},
		{"recipients", a.Recipients, []string{"Sales@example.com", "support@example.com"}},
		{"message id", a.MessageID, "chat-1@example.org"},
		{"header", a.Header.Get("Subject"), "Chat"},
		{"time", a.Time, now},
		{"TLS", a.TLS, false},
		{"user", a.User, ""},
		{"connection", a.Connection, 1},
	} {
		if fmt.Sprint(c.got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	sub := only(t, s.SubmissionsFor("SALES@example.com"))
	if !sub.Taken || sub.Code != 250 || sub.Reached != fakesmtp.EndOfData || sub.MessageID != "chat-1@example.org" {
		t.Errorf("submission: %+v", sub)
	}
	if len(s.AcceptedFor("SUPPORT@example.com")) != 1 || len(s.AcceptedFor("x@example.com")) != 0 || s.Connections() != 1 {
		t.Error("the ledger by recipient does not agree with the ledger")
	}
}

func TestAnotherClientSendsTheSame(t *testing.T) {
	s := fakesmtp.Start(t, fakesmtp.WithExtensions("DSN", "SMTPUTF8"))
	conn, err := gosmtp.Dial(s.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if err = conn.Hello("localhost"); err != nil {
		t.Fatal(err)
	}
	if err = conn.Mail(from, &gosmtp.MailOptions{Size: 300, Return: gosmtp.DSNReturnHeaders, UTF8: true}); err != nil {
		t.Fatal(err)
	}
	if err = conn.Rcpt("j\u00f6rg@example.com", &gosmtp.RcptOptions{Notify: []gosmtp.DSNNotify{gosmtp.DSNNotifyNever}}); err != nil {
		t.Fatal(err)
	}
	w, err := conn.Data()
	if err != nil {
		t.Fatal(err)
	}
	if _, err = w.Write([]byte(body("a@example.org"))); err != nil {
		t.Fatal(err)
	}
	if err = w.Close(); err != nil {
		t.Fatal(err)
	}
	if err = conn.Quit(); err != nil {
		t.Fatal(err)
	}
	if a := only(t, s.AcceptedFor("j\u00f6rg@example.com")); string(a.Data) != body("a@example.org") {
		t.Errorf("data: %q", a.Data)
	}
}

func TestSeveralMailsShareAConnection(t *testing.T) {
	s := fakesmtp.Start(t)
	conn, err := smtp.Dial(s.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	for i := range 3 {
		if err = conn.Mail(from); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			if err = conn.Reset(); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err = conn.Rcpt("x@example.com"); err != nil {
			t.Fatal(err)
		}
		w, err := conn.Data()
		if err != nil {
			t.Fatal(err)
		}
		if _, err = w.Write([]byte(body(fmt.Sprintf("%d@example.org", i)))); err != nil {
			t.Fatal(err)
		}
		if err = w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	var ids []string
	for _, a := range s.Accepted() {
		ids = append(ids, fmt.Sprintf("%s on %d", a.MessageID, a.Connection))
	}
	if want := []string{"0@example.org on 1", "2@example.org on 1"}; !slices.Equal(ids, want) || s.SubmissionCount() != 3 {
		t.Errorf("got %v, want %v; %d submissions", ids, want, s.SubmissionCount())
	}
}

func TestTLSComesBySTARTTLSOrAtOnce(t *testing.T) {
	t.Run("by STARTTLS", func(t *testing.T) {
		s := fakesmtp.Start(t, fakesmtp.WithTLS())
		if phase, err := send(t, s, "a@example.org", "x@example.com"); err != nil {
			t.Fatal(phase, err)
		}
		if a := only(t, s.Accepted()); !a.TLS || string(a.Data) != body("a@example.org") {
			t.Errorf("ledger: %+v", a)
		}
	})
	t.Run("at once", func(t *testing.T) {
		s := fakesmtp.Start(t, fakesmtp.WithImplicitTLS())
		raw, err := tls.Dial("tcp", s.Addr(), &tls.Config{RootCAs: s.CertPool(), MinVersion: tls.VersionTLS12})
		if err != nil {
			t.Fatal(err)
		}
		conn, err := smtp.NewClient(raw, s.Host())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close() }()
		if phase, err := handOver(conn, "a@example.org", "x@example.com"); err != nil {
			t.Fatal(phase, err)
		}
		if a := only(t, s.Accepted()); !a.TLS {
			t.Errorf("ledger: %+v", a)
		}
	})
	t.Run("but not for who does not trust the certificate", func(t *testing.T) {
		s := fakesmtp.Start(t, fakesmtp.WithTLS())
		conn, err := smtp.Dial(s.Addr())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close() }()
		err = conn.StartTLS(&tls.Config{RootCAs: x509.NewCertPool(), ServerName: s.Host(), MinVersion: tls.VersionTLS12})
		if unknown := (x509.UnknownAuthorityError{}); !errors.As(err, &unknown) {
			t.Errorf("got %v", err)
		}
	})
}

func TestManySendersAtOnceAreAllCounted(t *testing.T) {
	s := fakesmtp.Start(t, fakesmtp.WithoutData())
	var wg sync.WaitGroup
	for i := range 48 {
		wg.Go(func() {
			if phase, err := send(t, s, fmt.Sprintf("%d@example.org", i), fmt.Sprintf("r%d@example.com", i%8)); err != nil {
				t.Error(phase, err)
			}
		})
	}
	list, err := s.WaitAccepted(guarded(t), 48)
	if err != nil || len(list) != 48 || list[0].Data != nil || list[0].Size == 0 {
		t.Fatal(len(list), err)
	}
	wg.Wait()
	if got := len(s.AcceptedFor("r3@example.com")); got != 6 {
		t.Errorf("%d mails for one of eight recipients", got)
	}
}

func TestWaitingEndsWithItsContext(t *testing.T) {
	s := fakesmtp.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.WaitAccepted(ctx, 1); err == nil {
		t.Error("waiting for a mail that never comes did not fail")
	}
	if err := s.WaitSubmissions(ctx, 1); err == nil {
		t.Error("waiting for a submission that never comes did not fail")
	}
	if err := s.WaitHanging(ctx, 1); err == nil {
		t.Error("waiting for a hang that never comes did not fail")
	}
}

// BenchmarkMails shows what the fake itself can take on one connection, so that it is not measured in place of the sender.
func BenchmarkMails(b *testing.B) {
	s, err := fakesmtp.New(fakesmtp.WithoutData())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	text := []byte(body("bench@example.org") + strings.Repeat("0123456789abcdef\r\n", 450))
	conn, err := gosmtp.Dial(s.Addr())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	b.ReportAllocs()
	for b.Loop() {
		if err := conn.SendMail(from, []string{"x@example.com"}, bytes.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(s.Count())/b.Elapsed().Seconds(), "mails/s")
}
