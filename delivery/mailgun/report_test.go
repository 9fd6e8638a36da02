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

func TestReportSaysWhetherMailgunHasTheMail(t *testing.T) {
	const accepted = "accepted: Mailgun has accepted it"
	other := message(600)
	other.DeliveryID, other.To = "delivery-2", "support@example.com"
	for _, c := range []struct {
		name    string
		opts    []fakemailgun.Option
		happens func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender)
		want    string // each event as "state: words", or nothing for none
	}{
		{name: "not when nothing was sent", happens: func(*testing.T, *fakemailgun.Server, *mailgun.Sender) {}},
		{name: "as soon as it was taken", want: accepted, happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
			lost(t, fake, s, message(600))
		}},
		{name: "not while its events lag behind", opts: []fakemailgun.Option{fakemailgun.WithEventLag(time.Hour)},
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) { lost(t, fake, s, message(600)) }},
		{name: "when the lag is over", opts: []fakemailgun.Option{fakemailgun.WithEventLag(time.Hour)}, want: accepted,
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
				lost(t, fake, s, message(600))
				fake.SetEventLag(0)
			}},
		{name: "under an id of its own", opts: []fakemailgun.Option{fakemailgun.WithOwnMessageIDs()}, want: accepted,
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) { lost(t, fake, s, message(600)) }},
		{name: "not when it has the same mail for another recipient alone", happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
			lost(t, fake, s, other)
		}},
		{name: "when another recipient's copy came first", want: accepted, happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
			lost(t, fake, s, other)
			lost(t, fake, s, message(600))
		}},
		{name: "not when it refused the mail", happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
			fake.Next(fakemailgun.Status(502))
			if _, err := s.Send(guarded(t), message(600)); outcome(t, err) != "uncertain" {
				t.Fatal(err)
			}
		}},
		{name: "when all that is left of it is a bounce", want: "bounced: 550 5.1.1 No such user (mx.example.net)",
			happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) {
				fake.Bounce(ours(), 550, "5.1.1 No such user")
			}},
		{name: "when Mailgun itself would not go on", want: "blocked: Mailgun: 605 Not delivering to previously bounced address",
			happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) { fake.Suppress(ours()) }},
		{name: "by an event of a kind that nobody has seen yet", want: "accepted: Mailgun tells of it: teleported",
			happens: func(_ *testing.T, fake *fakemailgun.Server, _ *mailgun.Sender) {
				fake.Append(fakemailgun.Event{Type: "teleported", Mail: ours()})
			}},
		{name: "when our key was lost, by Message-ID and recipient in any case", want: accepted,
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
		{name: "behind many mails to the same recipient", opts: []fakemailgun.Option{fakemailgun.WithOwnMessageIDs()}, want: accepted,
			happens: func(t *testing.T, fake *fakemailgun.Server, s *mailgun.Sender) {
				crowd(fake, 1000, "sales@example.com")
				lost(t, fake, s, message(600))
			}},
		{name: "behind any number of mails to others", opts: []fakemailgun.Option{fakemailgun.WithOwnMessageIDs()}, want: accepted,
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
			events, err := s.Report(guarded(t), message(600), since)
			if got := told(events); err != nil || got != c.want {
				t.Fatalf("got %q and %v, want %q", got, err, c.want)
			}
			for _, e := range events {
				if all := fake.Events(); e.ProviderID != all[len(all)-1].Mail.ProviderID {
					t.Errorf("the id is %q", e.ProviderID)
				}
			}
		})
	}
}

// told are events as "state: words".
func told(events []delivery.Event) string {
	var all []string
	for _, e := range events {
		all = append(all, fmt.Sprintf("%s: %s", e.State, e.Words))
	}
	return strings.Join(all, "; ")
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
			events, err := newSender(t, fake).Report(guarded(t), message(600), time.Now())
			if err == nil || len(events) > 0 || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %+v and %v, want %q", events, err, c.want)
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
		_, err := newSender(t, fake).Report(ctx, message(600), time.Now())
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

func TestABusyDepartmentIsLookedThroughToTheEnd(t *testing.T) {
	t.Parallel()
	fake := fakemailgun.Start(t, nextDay())
	for i := range 7000 {
		a := ours()
		a.ProviderID = fmt.Sprintf("other-%d@example.com", i)
		a.Variables = map[string]string{"postchat-delivery": a.ProviderID}
		fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a, Time: noon.Add(time.Duration(i) * 100 * time.Millisecond)})
	}
	s := newSender(t, fake)
	if events, err := s.Report(guarded(t), message(600), noon); err != nil || len(events) > 0 {
		t.Errorf("before it was sent: %v and %v", events, err)
	}
	a := ours()
	a.ProviderID = "an-id-of-its-own@example.com"
	fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a, Time: noon.Add(15 * time.Minute)})
	if events, err := s.Report(guarded(t), message(600), noon); err != nil || told(events) != "accepted: Mailgun has accepted it" {
		t.Errorf("after it was sent: %v and %v", events, err)
	}
}

func TestWhatComesMuchLaterIsNotLookedAt(t *testing.T) {
	t.Parallel()
	fake := fakemailgun.Start(t, nextDay())
	a := ours()
	a.ProviderID = "another-id@example.com"
	fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a, Time: noon.Add(3 * time.Hour)})
	s := newSender(t, fake)
	if events, err := s.Report(guarded(t), message(600), noon); err != nil || len(events) > 0 {
		t.Errorf("of three hours later: %v and %v", events, err)
	}
	if events, err := s.Report(guarded(t), message(600), noon.Add(3*time.Hour)); err != nil || len(events) == 0 {
		t.Errorf("of the same time: %v and %v", events, err)
	}
}

func TestTooManyEventsAreNotANo(t *testing.T) {
	t.Parallel()
	fake := fakemailgun.Start(t, nextDay())
	for i := range 3001 {
		a := ours()
		a.ProviderID = fmt.Sprintf("other-%d@example.com", i)
		a.Variables = map[string]string{"postchat-delivery": a.ProviderID}
		fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a, Time: noon}) // all at once, so that nothing leads on
	}
	_, err := newSender(t, fake).Report(guarded(t), message(600), noon)
	if err == nil {
		t.Error("got no error, want that there is more to look at")
	}
	if n := fake.Queries(); n > 24 {
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
	if _, err := s.Report(guarded(t), message(600), time.Now()); err == nil || !strings.Contains(err.Error(), "another host") {
		t.Errorf("got %v", err)
	}
}

// nextDay lets the fake show what happened all day.
func nextDay() fakemailgun.Option {
	return fakemailgun.WithClock(func() time.Time { return noon.Add(24 * time.Hour) })
}

func TestReportTellsTheWholeStoryInItsOrder(t *testing.T) {
	fake := fakemailgun.Start(t, nextDay())
	at := func(minute int, e fakemailgun.Event) {
		e.Mail, e.Time = ours(), noon.Add(time.Duration(minute)*time.Minute)
		fake.Append(e)
	}
	at(9, fakemailgun.Event{Type: fakemailgun.EventDelivered, Status: fakemailgun.DeliveryStatus{Code: 250, Message: "OK"}})
	at(0, fakemailgun.Event{Type: fakemailgun.EventAccepted})
	for i := range 2 * 300 { // more than a page, of kinds that the client library refuses
		at(1, fakemailgun.Event{Type: fmt.Sprintf("teleported-%d", i)})
	}
	at(5, fakemailgun.Event{Type: fakemailgun.EventFailed, Severity: fakemailgun.Temporary, Reason: "generic",
		Status: fakemailgun.DeliveryStatus{Code: 451, Message: "later"}})
	events, err := newSender(t, fake).Report(guarded(t), message(600), noon)
	if err != nil || len(events) != 603 {
		t.Fatalf("got %d events and %v", len(events), err)
	}
	want := "accepted: Mailgun has accepted it; delayed: 451 later (mx.example.net); delivered: 250 OK (mx.example.net)"
	if got := told([]delivery.Event{events[0], events[601], events[602]}); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := events[602].At; !got.Equal(noon.Add(9 * time.Minute)) {
		t.Errorf("it was delivered at %v", got)
	}
}

func TestAMailIsAskedAboutByMailgunsOwnIDWhereThatIsKnown(t *testing.T) {
	fake := fakemailgun.Start(t, fakemailgun.WithOwnMessageIDs())
	s := newSender(t, fake)
	m := message(600)
	accepted, err := s.Send(guarded(t), m)
	if err != nil {
		t.Fatal(err)
	}
	m.ProviderID = accepted.ProviderID
	if events, err := s.Report(guarded(t), m, time.Now()); err != nil || len(events) != 1 {
		t.Errorf("got %+v and %v", events, err)
	}
	if n := fake.Queries(); n != 2 { // a page with the event, and an empty one
		t.Errorf("it asked for %d pages", n)
	}
}

func TestReportSinceTellsOfAllOurMails(t *testing.T) {
	fake := fakemailgun.Start(t, nextDay())
	s := newSender(t, fake)
	before, after, others := ours(), ours(), ours()
	before.Variables = map[string]string{"postchat-delivery": "before"}
	after.Variables = map[string]string{"postchat-delivery": "after"}
	others.Tags = []string{"newsletter"}
	fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: before, Time: noon.Add(-time.Second)})
	fake.Append(fakemailgun.Event{Type: fakemailgun.EventFailed, Severity: fakemailgun.Permanent, Reason: "bounce", Mail: after, Time: noon.Add(time.Second)})
	fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: after, Time: noon})
	fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: others, Time: noon})
	fake.Append(fakemailgun.Event{Type: "opened", Mail: after, Time: noon})
	events, next, err := s.ReportSince(guarded(t), noon)
	var got []string
	for _, e := range events {
		got = append(got, e.DeliveryID+" "+string(e.State))
	}
	if fmt.Sprint(got) != "[after accepted after bounced]" || !next.IsZero() || err != nil {
		t.Errorf("got %v, next %v and %v", got, next, err)
	}
}

func TestReportSinceSaysWhereToGoOn(t *testing.T) {
	const mails = 7000
	fake := fakemailgun.Start(t, nextDay())
	for i := range mails {
		a := ours()
		a.Variables = map[string]string{"postchat-delivery": fmt.Sprint(i)}
		fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: a, Time: noon.Add(time.Duration(i) * time.Second)})
	}
	s := newSender(t, fake)
	seen := map[string]bool{}
	rounds := 0
	for from := noon; !from.IsZero(); rounds++ {
		events, next, err := s.ReportSince(guarded(t), from)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			seen[e.DeliveryID] = true
		}
		from = next
	}
	if len(seen) != mails || rounds != 3 {
		t.Errorf("%d mails in %d rounds, want %d in 3", len(seen), rounds, mails)
	}
}

func TestReportSinceDoesNotGoRoundInCircles(t *testing.T) {
	fake := fakemailgun.Start(t, nextDay())
	for range 3001 {
		fake.Append(fakemailgun.Event{Type: fakemailgun.EventAccepted, Mail: ours(), Time: noon})
	}
	if events, next, err := newSender(t, fake).ReportSince(guarded(t), noon); err == nil {
		t.Errorf("got %d events, next %v, and no error", len(events), next)
	}
}
