package mailgun_test

import (
	"context"
	"errors"
	"testing"

	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/test/fakemailgun"
)

func TestTheMailArrivesAsItIs(t *testing.T) {
	fake := fakemailgun.Start(t)
	m := message(100_000)
	m.Resend = true // Mailgun can be asked, so that no mark is needed.
	accepted, err := newSender(t, fake).Send(guarded(t), m)
	if err != nil {
		t.Fatal(err)
	}
	if want := (delivery.Accepted{ProviderID: m.MessageID, Words: "Queued. Thank you."}); accepted != want {
		t.Errorf("got %+v, want %+v", accepted, want)
	}
	got := fake.Accepted()[0]
	if string(got.MIME) != string(m.Source) {
		t.Error("other bytes arrived than were sent")
	}
	if len(got.Recipients) != 1 || got.Recipients[0] != m.To || got.Domain != domain {
		t.Errorf("it went to %q by %q", got.Recipients, got.Domain)
	}
	if got.Variables["postchat-delivery"] != m.DeliveryID || len(got.Tags) != 1 || got.Tags[0] != "postchat" {
		t.Errorf("our key is not on it: variables %q, tags %q", got.Variables, got.Tags)
	}
	if got.Form.Get("o:tracking") != "no" {
		t.Errorf("tracking is %q, want no", got.Form.Get("o:tracking"))
	}
}

func TestManyMailsGoAtTheSameTime(t *testing.T) {
	const mails = 200
	fake := fakemailgun.Start(t)
	s := newSender(t, fake)
	errs := make(chan error)
	for range mails {
		go func() {
			_, err := s.Send(guarded(t), message(2000))
			errs <- err
		}()
	}
	for range mails {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if fake.Count() != mails || fake.SubmissionCount() != mails {
		t.Errorf("%d mails were taken and %d submitted, want %d", fake.Count(), fake.SubmissionCount(), mails)
	}
}

func TestWordsAreMailgunsOwn(t *testing.T) {
	for _, c := range []struct {
		does fakemailgun.Behaviour
		want string
	}{
		{fakemailgun.EmptyAnswer(), "200 OK, without a readable answer; the mail was taken"},
		{fakemailgun.HTMLAnswer(), "200 OK, without a readable answer; the mail was taken"},
		{fakemailgun.Status(400), "400 Bad Request: to parameter is not a valid address. please check documentation"},
		{fakemailgun.Status(401), "401 Unauthorized, the API key or the domain is refused: Forbidden"},
		{fakemailgun.Status(402), "402 Payment Required, the account is refused: Payment required. Please update your billing information"},
		{fakemailgun.Status(404), "404 Not Found, the domain or the API base is unknown: Domain not found"},
		{fakemailgun.Status(502), "502 Bad Gateway"},
		{fakemailgun.Redirect(302), "302 Found, a redirect, which is never followed with a mail: check the API base: Found"},
		{fakemailgun.AnswerLost(), "no clear answer after the mail was handed over: EOF"},
	} {
		t.Run(c.does.String(), func(t *testing.T) {
			fake := fakemailgun.Start(t)
			fake.Next(c.does)
			accepted, err := newSender(t, fake).Send(guarded(t), message(600))
			words := accepted.Words
			if f := (*delivery.Failure)(nil); errors.As(err, &f) {
				words = f.Words
			}
			if words != c.want {
				t.Errorf("got  %q\nwant %q", words, c.want)
			}
		})
	}
}

func BenchmarkSend(b *testing.B) {
	fake := fakemailgun.Start(b, fakemailgun.WithoutMIME())
	s := newSender(b, fake)
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
}
