package fakemailgun_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mailgun/mailgun-go/v4"

	"github.com/postchat/postchat/test/fakemailgun"
)

const domain = "mg.example.org"

// client is the real client, as a sender would set it up, on connections of its own.
func client(t testing.TB, s *fakemailgun.Server) *mailgun.MailgunImpl {
	t.Helper()
	mg := mailgun.NewMailgun(domain, s.APIKey())
	mg.SetAPIBase(s.APIBase())
	mg.SetWebhookSigningKey(s.SigningKey())
	transport := &http.Transport{MaxIdleConnsPerHost: 16}
	mg.SetClient(&http.Client{
		Transport:     transport,
		Timeout:       time.Minute,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	})
	t.Cleanup(transport.CloseIdleConnections)
	return mg
}

// mime is a small mail with things in it that careless handling would change.
func mime(id string) string {
	return "Message-ID: <" + id + ">\r\nFrom: Postchat <chats@example.org>\r\nTo: sales@example.com\r\n" +
		"Subject: =?utf-8?q?Caf=C3=A9?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		"first\r\n.\r\n--border\r\n\x00\xff caf\xc3\xa9\r\nlast line without an end"
}

func mimeMail(id, to string) *mailgun.Message {
	return mailgun.NewMIMEMessage(io.NopCloser(strings.NewReader(mime(id))), to)
}

func send(t testing.TB, s *fakemailgun.Server, id, to string) (string, error) {
	t.Helper()
	_, answer, err := client(t, s).Send(t.Context(), mimeMail(id, to))
	return answer, err
}

// guarded is a context that ends long after any test should have.
func guarded(t testing.TB) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func TestAMIMEMailIsInTheLedgerAsItWasSent(t *testing.T) {
	now := time.Date(2026, 3, 1, 9, 30, 0, 0, time.UTC)
	s := fakemailgun.Start(t, fakemailgun.WithClock(func() time.Time { return now }))
	m := mimeMail("chat-1@example.org", "Sales <Sales@example.com>")
	if err := m.AddRecipient("support@example.com"); err != nil {
		t.Fatal(err)
	}
	if err := m.AddTag("postchat", "delivery-7"); err != nil {
		t.Fatal(err)
	}
	if err := m.AddVariable("delivery", "7"); err != nil {
		t.Fatal(err)
	}
	if err := m.AddTemplateVariable("chat", map[string]any{"n": 1}); err != nil {
		t.Fatal(err)
	}
	m.SetTracking(false)

	words, id, err := client(t, s).Send(guarded(t), m)
	if err != nil {
		t.Fatal(err)
	}
	if words != "Queued. Thank you." || id != "<chat-1@example.org>" {
		t.Errorf("answer: %q, %q", words, id)
	}

	a := only(t, s.Accepted())
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"bytes", string(a.MIME), mime("chat-1@example.org")},
		{"size", a.Size, len(mime("chat-1@example.org"))},
		{"domain", a.Domain, domain},
		{"recipients", a.Recipients, []string{"Sales@example.com", "support@example.com"}},
		{"message id", a.MessageID, "chat-1@example.org"},
		{"provider's id", a.ProviderID, "chat-1@example.org"},
		{"tags", a.Tags, []string{"postchat", "delivery-7"}},
		{"variables", a.Variables, map[string]string{"delivery": "7", "chat": `{"n":1}`}},
		{"option", a.Form.Get("o:tracking"), "no"},
		{"header", a.Header.Get("From"), "Postchat <chats@example.org>"},
		{"time", a.Time, now},
	} {
		if fmt.Sprint(c.got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	if len(s.AcceptedFor("SALES@example.com")) != 1 || len(s.AcceptedFor("support@example.com")) != 1 || len(s.AcceptedFor("x@example.com")) != 0 {
		t.Error("the ledger by recipient does not agree with the ledger")
	}
}

func TestAMailOfFieldsIsInTheLedger(t *testing.T) {
	s := fakemailgun.Start(t)
	m := mailgun.NewMessage("chats@example.org", "Chat 12", "Hello", "sales@example.com")
	m.AddCC("boss@example.com")
	m.AddBCC("archive@example.com")
	m.SetHTML("<p>Hello</p>")
	m.AddHeader("Message-Id", "<chat-12@example.org>")
	m.AddBufferAttachment("transcript.txt", []byte("12:00 hello"))
	if _, id, err := client(t, s).Send(guarded(t), m); err != nil || id != "<chat-12@example.org>" {
		t.Fatal(id, err)
	}
	a := only(t, s.Accepted())
	want := []string{"sales@example.com", "boss@example.com", "archive@example.com"}
	if a.MIME != nil || a.MessageID != "chat-12@example.org" || !slices.Equal(a.Recipients, want) ||
		a.Header.Get("Subject") != "Chat 12" || a.Form.Get("html") != "<p>Hello</p>" || !slices.Equal(a.Attachments, []string{"transcript.txt"}) {
		t.Errorf("ledger: %+v", a)
	}
}

func TestAMailWithoutMessageIDGetsOne(t *testing.T) {
	s := fakemailgun.Start(t)
	m := mailgun.NewMIMEMessage(io.NopCloser(strings.NewReader("Subject: hi\r\n\r\nhello")), "sales@example.com")
	_, id, err := client(t, s).Send(guarded(t), m)
	a := only(t, s.Accepted())
	if err != nil || a.MessageID != "" || id != "<"+a.ProviderID+">" || !strings.HasSuffix(a.ProviderID, "@"+domain) {
		t.Errorf("answer %q, %v; ledger %q and %q", id, err, a.MessageID, a.ProviderID)
	}
}

func TestOwnMessageIDsReplaceTheSenders(t *testing.T) {
	s := fakemailgun.Start(t, fakemailgun.WithOwnMessageIDs())
	id, err := send(t, s, "chat-1@example.org", "sales@example.com")
	a := only(t, s.Accepted())
	if err != nil || a.MessageID != "chat-1@example.org" || a.ProviderID == a.MessageID || id != "<"+a.ProviderID+">" {
		t.Errorf("answer %q, %v; ledger %q and %q", id, err, a.MessageID, a.ProviderID)
	}
}

func TestWithoutMIMETheLedgerKeepsHeadersAndSizeAlone(t *testing.T) {
	s := fakemailgun.Start(t, fakemailgun.WithoutMIME())
	if _, err := send(t, s, "a@example.org", "x@example.com"); err != nil {
		t.Fatal(err)
	}
	a := only(t, s.Accepted())
	if a.MIME != nil || a.Size != len(mime("a@example.org")) || a.MessageID != "a@example.org" {
		t.Errorf("ledger: %+v", a)
	}
}

func TestManySendersAtOnceAreAllCounted(t *testing.T) {
	s := fakemailgun.Start(t)
	mg := client(t, s)
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			if _, _, err := mg.Send(guarded(t), mimeMail(fmt.Sprintf("%d@example.org", i), fmt.Sprintf("r%d@example.com", i%8))); err != nil {
				t.Error(err)
			}
		})
	}
	list, err := s.WaitAccepted(guarded(t), 64)
	if err != nil || len(list) != 64 {
		t.Fatal(len(list), err)
	}
	wg.Wait()
	if got := len(s.AcceptedFor("r3@example.com")); got != 8 || len(s.SubmissionsFor("R3@example.com")) != 8 {
		t.Errorf("%d mails for one of eight recipients", got)
	}
}

func TestWaitingEndsWithItsContext(t *testing.T) {
	s := fakemailgun.Start(t)
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

// BenchmarkSubmissions shows what the fake itself can take, so that it is not measured in place of the sender.
func BenchmarkSubmissions(b *testing.B) {
	s, err := fakemailgun.New(fakemailgun.WithoutMIME())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	mg := client(b, s)
	text := mime("bench@example.org") + strings.Repeat("0123456789abcdef", 512)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			m := mailgun.NewMIMEMessage(io.NopCloser(strings.NewReader(text)), "sales@example.com")
			if _, _, err := mg.Send(context.Background(), m); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(s.Count())/b.Elapsed().Seconds(), "mails/s")
}

func only[T any](t *testing.T, list []T) T {
	t.Helper()
	if len(list) != 1 {
		t.Fatalf("got %d of them, want 1: %+v", len(list), list)
	}
	return list[0]
}

// clock is a time that moves when it is told to.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}
