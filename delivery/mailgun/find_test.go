package mailgun_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/test/fakemailgun"
)

// lost sends the message so that it is taken and the answer is lost.
func lost(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender, m delivery.Message) {
	t.Helper()
	fake.Next(fakemailgun.AnswerLost())
	if _, err := s.Send(guarded(t), m); outcome(t, err) != "uncertain" {
		t.Fatal(err)
	}
}

func TestFindSaysWhetherMailgunHasTheMail(t *testing.T) {
	other := message(600)
	other.DeliveryID, other.To = "delivery-2", "support@example.com"
	for _, c := range []struct {
		name    string
		opts    []fakemailgun.Option
		happens func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender)
		want    string // the words, or nothing for not found
	}{
		{name: "not when nothing was sent", happens: func(*testing.T, *fakemailgun.Server, *mailgun.Sender) {}},
		{name: "as soon as it was taken", want: "found at Mailgun: accepted", happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
			lost(t, fake, s, message(600))
		}},
		{name: "not while its events lag behind", opts: []fakemailgun.Option{fakemailgun.WithEventLag(time.Hour)},
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) { lost(t, fake, s, message(600)) }},
		{name: "when the lag is over", opts: []fakemailgun.Option{fakemailgun.WithEventLag(time.Hour)}, want: "found at Mailgun: accepted",
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
				lost(t, fake, s, message(600))
				fake.SetEventLag(0)
			}},
		{name: "under an id of its own", opts: []fakemailgun.Option{fakemailgun.WithOwnMessageIDs()}, want: "found at Mailgun: accepted",
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) { lost(t, fake, s, message(600)) }},
		{name: "not when it has the same mail for another recipient alone", happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
			lost(t, fake, s, other)
		}},
		{name: "when another recipient's copy came first", want: "found at Mailgun: accepted", happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
			lost(t, fake, s, other)
			lost(t, fake, s, message(600))
		}},
		{name: "not when it refused the mail", happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
			fake.Next(fakemailgun.Status(502))
			if _, err := s.Send(guarded(t), message(600)); outcome(t, err) != "uncertain" {
				t.Fatal(err)
			}
		}},
		{name: "when all that is left of it is a bounce", want: "found at Mailgun: failed: 550: 5.1.1 No such user",
			happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) {
				fake.Bounce(ours(), 550, "5.1.1 No such user")
			}},
		{name: "when Mailgun itself would not go on", want: "found at Mailgun: failed: 605: Not delivering to previously bounced address",
			happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) { fake.Suppress(ours()) }},
		{name: "by an event of a kind that nobody has seen yet", want: "found at Mailgun: teleported",
			happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) {
				fake.Append(fakemailgun.Event{Type: "teleported", Mail: ours()})
			}},
		{name: "when our key was lost, by Message-ID and recipient in any case", want: "found at Mailgun: accepted",
			happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) {
				a := ours()
				a.Variables = nil
				fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a, Recipient: "Sales@Example.com"})
			}},
		{name: "not when our key was lost and the recipient is another", happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) {
			a := ours()
			a.Variables = nil
			fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a, Recipient: "support@example.com"})
		}},
		{name: "not when the key is another's", happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) {
			a := ours()
			a.Variables = map[string]string{"postchat-delivery": "delivery-3"}
			fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a})
		}},
		{name: "behind many mails to the same recipient", opts: []fakemailgun.Option{fakemailgun.WithOwnMessageIDs()}, want: "found at Mailgun: accepted",
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
				crowd(fake, 1000, "sales@example.com")
				lost(t, fake, s, message(600))
			}},
		{name: "behind any number of mails to others", opts: []fakemailgun.Option{fakemailgun.WithOwnMessageIDs()}, want: "found at Mailgun: accepted",
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
				crowd(fake, 3001, "support@example.com")
				lost(t, fake, s, message(600))
			}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			fake := fakemailgun.Start(t, c.opts...)
			s := newSender(t, fake)
			since := time.Now()
			c.happens(t, fake, s)
			accepted, err := s.Find(guarded(t), message(600), since)
			if c.want == "" {
				if !errors.Is(err, delivery.ErrNotFound) {
					t.Errorf("got %+v and %v, want not found", accepted, err)
				}
				return
			}
			if err != nil || accepted.Words != c.want {
				t.Fatalf("got %+v and %v, want %q", accepted, err, c.want)
			}
			if events := fake.Events(); accepted.ProviderID != events[len(events)-1].Mail.ProviderID {
				t.Errorf("the id is %q", accepted.ProviderID)
			}
		})
	}
}

// ours is the mail of message as the fake would keep it.
func ours() fakemailgun.Accepted {
	m := message(600)
	return fakemailgun.Accepted{
		Domain: domain, ProviderID: m.MessageID, Recipients: []string{m.To}, Tags: []string{"postchat"},
		Variables: map[string]string{"postchat-delivery": m.DeliveryID},
	}
}

// crowd enters n other mails to a recipient.
func crowd(fake *fakemailgun.Server, n int, to string) {
	for i := range n {
		a := ours()
		a.ProviderID = fmt.Sprintf("other-%d@example.com", i)
		a.Variables = map[string]string{"postchat-delivery": a.ProviderID}
		fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a, Recipient: to})
	}
}

func TestAQuestionWithoutAnAnswerIsNotANo(t *testing.T) {
	for _, c := range []struct {
		does fakemailgun.Behaviour
		want string // in the error
	}{
		{fakemailgun.EmptyAnswer(), "the answer is cut or cannot be read"},
		{fakemailgun.HTMLAnswer(), "the answer is cut or cannot be read"},
		{fakemailgun.CutAnswer(300), "the answer is cut or cannot be read"},
		{fakemailgun.AnswerLost(), "EOF"},
		{fakemailgun.Status(400), "400 Bad Request"},
		{fakemailgun.Status(401), delivery.ErrUnauthorized.Error()},
		{fakemailgun.Status(403), delivery.ErrUnauthorized.Error()},
		{fakemailgun.Status(404), delivery.ErrUnauthorized.Error()},
		{fakemailgun.Status(429).RetryAfter(time.Minute), "429 Too Many Requests"},
		{fakemailgun.Status(500), "500 Internal Server Error"},
		{fakemailgun.Status(503), "503 Service Unavailable"},
		{fakemailgun.Redirect(302), "302 Found"},
	} {
		t.Run(c.does.String(), func(t *testing.T) {
			fake := fakemailgun.Start(t)
			fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: ours()})
			fake.NextQuery(c.does)
			accepted, err := newSender(t, fake).Find(guarded(t), message(600), time.Now())
			if err == nil || errors.Is(err, delivery.ErrNotFound) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %+v and %v, want %q", accepted, err, c.want)
			}
			if about := c.want == delivery.ErrUnauthorized.Error(); errors.Is(err, delivery.ErrUnauthorized) != about {
				t.Errorf("about us is %v, want %v", !about, about)
			}
			if fake.Strays() != 0 {
				t.Error("a redirect was followed")
			}
			if strings.Contains(fmt.Sprint(err), "example.com") {
				t.Errorf("the error shows whom it is about: %v", err)
			}
		})
	}
}

func TestAQuestionEndsWithItsCaller(t *testing.T) {
	fake := fakemailgun.Start(t)
	fake.NextQuery(fakemailgun.HangAfterBody())
	ctx, cancel := context.WithCancel(guarded(t))
	done := make(chan error)
	go func() {
		_, err := newSender(t, fake).Find(ctx, message(600), time.Now())
		done <- err
	}()
	if err := fake.WaitHanging(guarded(t), 1); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestTooManyEventsAreNotANo(t *testing.T) {
	fake := fakemailgun.Start(t, fakemailgun.WithOwnMessageIDs())
	since := time.Now()
	crowd(fake, 3001, "sales@example.com")
	_, err := newSender(t, fake).Find(guarded(t), message(600), since)
	if err == nil || errors.Is(err, delivery.ErrNotFound) {
		t.Errorf("got %v, want that there is more to look at", err)
	}
	if n := fake.Queries(); n > 12 {
		t.Errorf("it asked for %d pages", n)
	}
}

func TestPagesOfAnotherHostAreNotFetched(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("it was asked, with the key: %v", r.Header["Authorization"])
	}))
	defer elsewhere.Close()
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		page := elsewhere.URL + "/v3/mg.example.com/events/next"
		_, _ = fmt.Fprintf(w, `{"items":[{"event":"accepted","recipient":"x@example.com"}],"paging":{"next":%q}}`, page)
	}))
	defer api.Close()
	s, err := mailgun.New(mailgun.Config{Domain: domain, APIKey: "key", APIBase: api.URL + "/v3"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Find(guarded(t), message(600), time.Now()); err == nil || !strings.Contains(err.Error(), "another host") {
		t.Errorf("got %v", err)
	}
}
