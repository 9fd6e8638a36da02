package delivery_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/bounce"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/delivery/smtp"
	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/fakesmtp"
)

const bounceAddress = "bounces@acme.example"

// bouncePath is the way of a mail to the bounce address: a route of Mailgun's, the intake, and whoever is told.
type bouncePath struct {
	t      *testing.T
	url    string
	intake *bounce.Intake
	key    string
	now    func() time.Time
}

func newBouncePath(t *testing.T, now func() time.Time, confirmed func(context.Context, delivery.Event) error) *bouncePath {
	t.Helper()
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	p := &bouncePath{t: t, intake: bounce.NewIntake(confirmed, log), key: "signing-key", now: now}
	server := httptest.NewServer(&mailgun.Inbound{
		SigningKey: postchat.Secret(p.key), Tokens: tokens{}, Take: p.intake.Take, Now: now, Log: log,
	})
	t.Cleanup(server.Close)
	p.url = server.URL + "/inbound/mailgun/mime"
	return p
}

// tokens remembers nothing but in memory.
type tokens map[string]bool

func (k tokens) RememberToken(_ context.Context, token string, _ time.Time) (bool, error) {
	fresh := !k[token]
	k[token] = true
	return fresh, nil
}

func (k tokens) ForgetToken(_ context.Context, token string) error {
	delete(k, token)
	return nil
}

func (tokens) CountForeign(context.Context, string, int, time.Time) error { return nil }

// post posts a mail as Mailgun does, signed with the key.
func (p *bouncePath) post(source, key string) (status int) {
	p.t.Helper()
	s := fakemailgun.NewSignature(key, p.now())
	form := url.Values{
		"recipient": {bounceAddress}, "sender": {""}, "body-mime": {source},
		"timestamp": {s.Timestamp}, "token": {s.Token}, "signature": {s.Signature},
	}
	request, err := http.NewRequestWithContext(p.t.Context(), http.MethodPost, p.url, strings.NewReader(form.Encode()))
	if err != nil {
		p.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	return answer.StatusCode
}

func (p *bouncePath) count(kind bounce.Kind) int64 { return p.intake.Counts()[kind] }

// notice is what Postfix writes to the envelope's sender of a mail that it has taken: action, status and reply are for all its
// recipients.
func notice(m fakesmtp.Accepted, action, status, reply string) string {
	const border = "4XYZ1b2c3d.1795612503/mail.acme.example"
	var b strings.Builder
	fmt.Fprintf(&b, "Return-Path: <>\r\nFrom: MAILER-DAEMON@mail.acme.example (Mail Delivery System)\r\nTo: %s\r\n", m.From)
	b.WriteString("Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n")
	fmt.Fprintf(&b, "Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"%s\"\r\n\r\n", border)
	fmt.Fprintf(&b, "--%s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThis is the mail system at host mail.acme.example.\r\n\r\n", border)
	fmt.Fprintf(&b, "--%s\r\nContent-Type: message/delivery-status\r\n\r\n", border)
	fmt.Fprintf(&b, "Reporting-MTA: dns; mail.acme.example\r\nX-Postfix-Sender: rfc822; %s\r\n", m.From)
	for _, recipient := range m.Recipients {
		fmt.Fprintf(&b, "\r\nFinal-Recipient: rfc822; %s\r\nOriginal-Recipient: rfc822;%s\r\nAction: %s\r\nStatus: %s\r\n", recipient, recipient, action, status)
		fmt.Fprintf(&b, "Remote-MTA: dns; mx.example.org\r\nDiagnostic-Code: smtp; %s\r\n", reply)
	}
	header, _, _ := bytes.Cut(m.Data, []byte("\r\n\r\n"))
	fmt.Fprintf(&b, "\r\n--%s\r\nContent-Type: text/rfc822-headers\r\n\r\n%s\r\n\r\n--%s--\r\n", border, header, border)
	return b.String()
}

func TestABounceMailIsConfirmedForEachRecipient(t *testing.T) {
	fake := fakesmtp.Start(t)
	sender, err := smtp.New(smtp.Config{URL: postchat.Secret("smtp://" + fake.Addr())})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = sender.Close() })
	const id = "mail-1@acme.example"
	for _, to := range []string{"sales@shop.example", "noor@shop.example"} {
		_, err := sender.Send(t.Context(), delivery.Message{
			DeliveryID: "delivery-" + to, MessageID: id, From: bounceAddress, To: to,
			Source: []byte("From: chats@acme.example\r\nTo: sales@shop.example, noor@shop.example\r\nMessage-ID: <" + id + ">\r\n\r\nHello\r\n"),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	mails := fake.Accepted()
	both := mails[0]
	both.Recipients = []string{"sales@shop.example", "noor@shop.example"}
	foreign := mails[0]
	foreign.Data = []byte("From: forger@example.com\r\nMessage-ID: <spam@example.com>\r\n\r\n")
	event := func(to string, state postchat.DeliveryState, words string) delivery.Event {
		return delivery.Event{MessageID: id, Recipient: to, State: state, Words: words}
	}
	for _, c := range []struct {
		name, source string
		kind         bounce.Kind
		want         []delivery.Event
	}{
		{"a refusal", notice(mails[0], "failed", "5.1.1", "550 5.1.1 No such user"), bounce.Notification, []delivery.Event{
			event("sales@shop.example", postchat.DeliveryBounced, "mx.example.org said: 550 5.1.1 No such user"),
		}},
		{"a refusal by policy", notice(mails[1], "failed", "5.7.1", "550 5.7.1 Listed"), bounce.Notification, []delivery.Event{
			event("noor@shop.example", postchat.DeliveryBlocked, "mx.example.org said: 550 5.7.1 Listed"),
		}},
		{"a delay of two", notice(both, "delayed", "4.2.2", "452 4.2.2 Full"), bounce.Notification, []delivery.Event{
			event("sales@shop.example", postchat.DeliveryDelayed, "mx.example.org said: 452 4.2.2 Full"),
			event("noor@shop.example", postchat.DeliveryDelayed, "mx.example.org said: 452 4.2.2 Full"),
		}},
		{"one of a mail that is not ours, which is for the tracker to see", notice(foreign, "failed", "5.1.1", "550 No"), bounce.Notification, []delivery.Event{
			{MessageID: "spam@example.com", Recipient: "sales@shop.example", State: postchat.DeliveryBounced, Words: "mx.example.org said: 550 No"},
		}},
		{"a holiday notice", "From: noor@shop.example\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <" + id + ">\r\n\r\nBack on Monday.\r\n", bounce.AutoReply, nil},
		{"a person's reply", "From: noor@shop.example\r\nIn-Reply-To: <" + id + ">\r\n\r\nThanks!\r\n", bounce.Other, nil},
		{"what is no mail", "hello", bounce.Other, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []delivery.Event
			p := newBouncePath(t, time.Now, func(_ context.Context, e delivery.Event) error {
				got = append(got, e)
				return nil
			})
			if status := p.post(c.source, "another-key"); status != http.StatusUnauthorized || len(got) != 0 {
				t.Fatalf("a forged one is answered %d and told of as %v", status, got)
			}
			if status := p.post(c.source, p.key); status != http.StatusOK {
				t.Errorf("answered %d", status)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("confirmed %+v\nwant %+v", got, c.want)
			}
			if p.count(c.kind) != 1 {
				t.Errorf("counts = %v, want one %s", p.intake.Counts(), c.kind)
			}
		})
	}
	if n := fake.SubmissionCount(); n != 2 {
		t.Errorf("%d mails were sent, and none of them may answer anything", n-2)
	}
}

func TestABounceMailThatCannotBeRecordedComesAgain(t *testing.T) {
	away, calls := true, 0
	p := newBouncePath(t, time.Now, func(context.Context, delivery.Event) error {
		calls++
		if away {
			return context.DeadlineExceeded
		}
		return nil
	})
	source := notice(fakesmtp.Accepted{
		From: bounceAddress, Recipients: []string{"sales@shop.example"}, Data: []byte("Message-ID: <mail-1@acme.example>\r\n\r\n"),
	}, "failed", "5.1.1", "550 No")
	if status := p.post(source, p.key); status != http.StatusInternalServerError || p.count(bounce.Notification) != 0 {
		t.Errorf("answered %d, counted %v", status, p.intake.Counts())
	}
	away = false
	if status := p.post(source, p.key); status != http.StatusOK || calls != 2 || p.count(bounce.Notification) != 1 {
		t.Errorf("answered %d after %d calls, counted %v", status, calls, p.intake.Counts())
	}
}

func TestABounceMailMovesTheDelivery(t *testing.T) {
	t.Parallel()
	tell(t, plain(), delivery.Resend, func(s *story, sender delivery.Sender) {
		s.worker.BounceAddress = bounceAddress
		s.after(0, postchat.FollowUpSent)
		m := sender.(*script).sent[0]
		if m.From != bounceAddress {
			s.t.Errorf("the envelope's sender is %q", m.From)
		}
		tracker := delivery.NewTracker(delivery.TrackerOptions{Store: s.store, Owner: "test", Now: s.clock.Now, Log: slog.New(slog.NewTextHandler(s.t.Output(), nil))})
		p := newBouncePath(s.t, s.clock.Now, tracker.Confirmed)
		mail := fakesmtp.Accepted{From: m.From, Recipients: []string{m.To}, Data: m.Source}
		other := mail
		other.Recipients = []string{"stranger@shop.example"}
		foreign := mail
		foreign.Data = []byte("Message-ID: <spam@example.com>\r\n\r\n")
		loud := mail
		loud.Recipients = []string{strings.ToUpper(m.To)}
		for _, step := range []struct {
			source string
			want   postchat.FollowUpState
		}{
			{notice(foreign, "failed", "5.1.1", "550 Not ours"), postchat.FollowUpSent},
			{notice(other, "failed", "5.1.1", "550 Not to them"), postchat.FollowUpSent},
			{notice(mail, "delayed", "4.2.2", "452 Full"), postchat.FollowUpSent},
			{notice(loud, "failed", "5.1.1", "550 No such user"), postchat.FollowUpFailed},
			{notice(mail, "delayed", "4.2.2", "452 Too late"), postchat.FollowUpFailed},
		} {
			if status := p.post(step.source, p.key); status != http.StatusOK {
				s.t.Errorf("answered %d", status)
			}
			if got := s.state(); got != step.want {
				s.t.Errorf("the follow-up is %s, want %s", got, step.want)
			}
		}
		deliveries, err := s.Scope.Deliveries(s.t.Context(), s.id)
		if err != nil || len(deliveries) != 1 || deliveries[0].State != postchat.DeliveryBounced ||
			deliveries[0].Words != "mx.example.org said: 550 No such user" {
			s.t.Errorf("deliveries = %+v, %v", deliveries, err)
		}
		if n := len(sender.(*script).sent); n != 1 {
			s.t.Errorf("%d mails were sent", n)
		}
	})
}

func TestWhetherMoreIsHeardOfAMail(t *testing.T) {
	for _, c := range []struct {
		name    string
		options delivery.Options
		want    bool
	}{
		{"a provider that can be asked tells more", delivery.Options{Sender: &askable{}}, true},
		{"a mail server tells nothing more", delivery.Options{Sender: &script{}}, false},
		{"unless it has an address to write to", delivery.Options{Sender: &script{}, BounceAddress: bounceAddress}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.options.TellsMore(); got != c.want {
				t.Errorf("got %t", got)
			}
		})
	}
}
