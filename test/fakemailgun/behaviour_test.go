package fakemailgun_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mailgun/mailgun-go/v4"

	"github.com/postchat/postchat/test/fakemailgun"
)

func TestEachBehaviourShowsTheClientOneThingAndTheLedgerTheTruth(t *testing.T) {
	date := time.Date(2026, 3, 1, 9, 1, 0, 0, time.UTC)
	for _, c := range []struct {
		b      fakemailgun.Behaviour
		fails  bool // for the client
		status int  // that the client sees; -1 where it has no whole answer
		taken  int
	}{
		{b: fakemailgun.Behaviour{}, taken: 1},
		{b: fakemailgun.OK(), taken: 1},
		{b: fakemailgun.OK().NotTaking()},
		{b: fakemailgun.EmptyAnswer(), fails: true, status: -1, taken: 1},
		{b: fakemailgun.HTMLAnswer(), fails: true, status: -1, taken: 1},
		{b: fakemailgun.EmptyObject(), taken: 1},
		{b: fakemailgun.Slow(time.Millisecond), taken: 1},
		{b: fakemailgun.AnswerLost(), fails: true, status: -1, taken: 1},
		{b: fakemailgun.CutAnswer(0), fails: true, status: -1, taken: 1},
		{b: fakemailgun.CutAnswer(1), fails: true, status: -1, taken: 1},
		{b: fakemailgun.CutAnswer(40), fails: true, status: -1, taken: 1},
		{b: fakemailgun.CutAnswer(110), fails: true, status: -1, taken: 1},
		{b: fakemailgun.CutAnswer(4096), taken: 1},
		{b: fakemailgun.CutAnswer(1).NotTaking(), fails: true, status: -1},
		{b: fakemailgun.CutRequest(0), fails: true, status: -1},
		{b: fakemailgun.CutRequest(1), fails: true, status: -1},
		{b: fakemailgun.CutRequest(300), fails: true, status: -1},
		{b: fakemailgun.CutRequest(1 << 20).Taking(), fails: true, status: -1},
		{b: fakemailgun.Status(400), fails: true, status: 400},
		{b: fakemailgun.Status(401), fails: true, status: 401},
		{b: fakemailgun.Status(402), fails: true, status: 402},
		{b: fakemailgun.Status(403), fails: true, status: 403},
		{b: fakemailgun.Status(404), fails: true, status: 404},
		{b: fakemailgun.Status(413), fails: true, status: 413},
		{b: fakemailgun.Status(429), fails: true, status: 429},
		{b: fakemailgun.Status(429).RetryAfter(time.Minute), fails: true, status: 429},
		{b: fakemailgun.Status(429).RetryAt(date), fails: true, status: 429},
		{b: fakemailgun.Status(500), fails: true, status: 500},
		{b: fakemailgun.Status(500).Taking(), fails: true, status: 500, taken: 1},
		{b: fakemailgun.Status(502), fails: true, status: 502},
		{b: fakemailgun.Status(503), fails: true, status: 503},
		{b: fakemailgun.Redirect(302), fails: true, status: 302},
		{b: fakemailgun.Redirect(307), fails: true, status: 307},
	} {
		check := func(t *testing.T, s *fakemailgun.Server) {
			t.Helper()
			_, err := send(t, s, "a@example.org", "sales@example.com")
			if (err != nil) != c.fails || c.fails && mailgun.GetStatusFromErr(err) != c.status {
				t.Errorf("client: %v", err)
			}
			sub := only(t, s.Submissions())
			if s.Count() != c.taken || sub.Taken != (c.taken == 1) || c.b.Takes() != (c.taken == 1) || sub.Behaviour != c.b.String() {
				t.Errorf("%d taken, want %d; submission %+v", s.Count(), c.taken, sub)
			}
			if c.status > 0 && sub.Status != c.status || s.Answered()[sub.Status] != 1 {
				t.Errorf("recorded status %d, want %d", sub.Status, c.status)
			}
			if s.Strays() != 0 {
				t.Error("the redirect was followed")
			}
		}
		t.Run(c.b.String(), func(t *testing.T) {
			s := fakemailgun.Start(t)
			s.Next(c.b)
			check(t, s)
		})
		t.Run(c.b.String()+", for the recipient", func(t *testing.T) {
			s := fakemailgun.Start(t)
			s.For("Sales@example.com", c.b)
			check(t, s)
		})
	}
}

func TestRetryAfterComesAsSecondsAsADateOrNotAtAll(t *testing.T) {
	date := time.Date(2026, 3, 1, 9, 1, 0, 0, time.UTC)
	s := fakemailgun.Start(t)
	s.Next(fakemailgun.Status(429), fakemailgun.Status(429).RetryAfter(90*time.Second), fakemailgun.Status(429).RetryAt(date))
	for _, want := range []string{"", "90", "Sun, 01 Mar 2026 09:01:00 GMT"} {
		if _, header := rawSend(t, s); header.Get("Retry-After") != want {
			t.Errorf("Retry-After is %q, want %q", header.Get("Retry-After"), want)
		}
	}
}

func TestAFollowedRedirectIsCounted(t *testing.T) {
	s := fakemailgun.Start(t)
	s.Always(fakemailgun.Redirect(307))
	mg := client(t, s)
	mg.SetClient(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}})
	if _, _, err := mg.Send(guarded(t), mimeMail("a@example.org", "x@example.com")); err != nil {
		t.Fatal(err)
	}
	if s.Strays() != 1 || s.Count() != 0 {
		t.Errorf("%d strays, %d taken", s.Strays(), s.Count())
	}
}

func TestAHangLastsUntilTheClientLeaves(t *testing.T) {
	for _, c := range []struct {
		b     fakemailgun.Behaviour
		taken int
	}{
		{fakemailgun.HangBeforeBody(), 0},
		{fakemailgun.HangBeforeBody().Taking(), 0},
		{fakemailgun.HangAfterBody(), 0},
		{fakemailgun.HangAfterBody().Taking(), 1},
	} {
		t.Run(c.b.String(), func(t *testing.T) {
			s := fakemailgun.Start(t)
			s.Next(c.b)
			ctx, leave := context.WithCancel(guarded(t))
			failed := make(chan error)
			go func() {
				_, _, err := client(t, s).Send(ctx, mimeMail("a@example.org", "x@example.com"))
				failed <- err
			}()
			if err := s.WaitHanging(guarded(t), 1); err != nil {
				t.Fatal(err)
			}
			leave()
			if err := <-failed; !errors.Is(err, context.Canceled) {
				t.Errorf("client: %v", err)
			}
			s.Close()
			if sub := only(t, s.Submissions()); s.Count() != c.taken || sub.Status != 0 {
				t.Errorf("%d taken, want %d; %+v", s.Count(), c.taken, sub)
			}
		})
	}
}

func TestCloseEndsWhatHangs(t *testing.T) {
	s := fakemailgun.Start(t)
	s.Always(fakemailgun.HangAfterBody())
	s.Next(fakemailgun.HangBeforeBody(), fakemailgun.Slow(time.Hour))
	failed := make(chan error)
	for i := range 3 {
		go func() {
			_, err := send(t, s, fmt.Sprintf("%d@example.org", i), "x@example.com")
			failed <- err
		}()
	}
	if err := s.WaitHanging(guarded(t), 2); err != nil {
		t.Fatal(err)
	}
	if _, err := s.WaitAccepted(guarded(t), 1); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s.Close()
	for range 3 {
		if err := <-failed; err == nil {
			t.Error("a client was told that all is well")
		}
	}
}

func TestUntilHoldsTheAnswerBackAfterTheMailWasTaken(t *testing.T) {
	s := fakemailgun.Start(t)
	release := make(chan struct{})
	s.Next(fakemailgun.OK().Until(release))
	done := make(chan error)
	go func() {
		_, err := send(t, s, "a@example.org", "x@example.com")
		done <- err
	}()
	if err := s.WaitHanging(guarded(t), 1); err != nil {
		t.Fatal(err)
	}
	if sub := only(t, s.Submissions()); s.Count() != 1 || sub.Status != 0 {
		t.Errorf("while it waits: %d taken, %+v", s.Count(), sub)
	}
	close(release)
	if err := <-done; err != nil || s.Answered()[200] != 1 {
		t.Errorf("after the release: %v, %v", err, s.Answered())
	}
}

func TestNextComesBeforeForAndForBeforeDecide(t *testing.T) {
	s := fakemailgun.Start(t)
	s.Decide(func(sub fakemailgun.Submission) fakemailgun.Behaviour {
		if sub.MessageID == "special@example.org" {
			return fakemailgun.Status(403)
		}
		return fakemailgun.Status(503)
	})
	s.For("sales@example.com", fakemailgun.Status(400), fakemailgun.OK())
	s.Next(fakemailgun.Status(500))
	for _, c := range []struct {
		id, to string
		want   int
	}{
		{"1@example.org", "sales@example.com", 500},
		{"1@example.org", "sales@example.com", 400},
		{"1@example.org", "other@example.com", 503},
		{"1@example.org", "sales@example.com", -1},
		{"1@example.org", "sales@example.com", 503},
		{"special@example.org", "sales@example.com", 403},
	} {
		_, err := send(t, s, c.id, c.to)
		if got := mailgun.GetStatusFromErr(err); got != c.want {
			t.Errorf("%s to %s: got %v, want %d", c.id, c.to, err, c.want)
		}
	}
}

func TestACutAtAnyByteTakesAMailOnceOrNotAtAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	s := fakemailgun.Start(t)
	for i := range 50 {
		b := fakemailgun.CutRequest(r.IntN(1000))
		want := 0
		if i%2 == 0 {
			b, want = fakemailgun.CutAnswer(r.IntN(100)), 1
		}
		before := s.Count()
		s.Next(b)
		if _, err := send(t, s, "a@example.org", "x@example.com"); err == nil {
			t.Errorf("%s: the client saw no failure", b)
		}
		if got := s.Count() - before; got != want {
			t.Errorf("%s: %d taken, want %d", b, got, want)
		}
	}
}

func TestABodyThatItsClientBreaksOffIsNotTaken(t *testing.T) {
	s := fakemailgun.Start(t)
	body, w := io.Pipe()
	req, err := http.NewRequestWithContext(guarded(t), http.MethodPost, s.APIBase()+"/"+domain+"/messages.mime", body)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "multipart/form-data; boundary=b")
	req.SetBasicAuth("api", s.APIKey())
	go func() {
		_, _ = io.WriteString(w, "--b\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\nx@example.com\r\n")
		_ = w.CloseWithError(errors.New("the sender died"))
	}()
	resp, err := client(t, s).Client().Do(req)
	if err == nil {
		_ = resp.Body.Close()
		t.Error("a broken request was answered")
	}
	if err := s.WaitSubmissions(guarded(t), 1); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if s.Count() != 0 || s.Answered()[0] != 1 {
		t.Errorf("%d taken, answers %v", s.Count(), s.Answered())
	}
}

func TestEveryListedBehaviourHasANameOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, b := range fakemailgun.Behaviours(time.Now()) {
		if seen[b.String()] || strings.TrimSpace(b.String()) == "" {
			t.Errorf("%q is there twice or empty", b)
		}
		seen[b.String()] = true
	}
}
