package fakemailgun_test

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mailgun/mailgun-go/v4"

	"github.com/postchat/postchat/test/fakemailgun"
)

func TestWhatMailgunForbidsIsRefused(t *testing.T) {
	long := func(m *mailgun.Message) { _ = m.AddVariable("note", strings.Repeat("x", 17<<10)) }
	for _, c := range []struct {
		name    string
		opts    []fakemailgun.Option
		key     string
		mail    *mailgun.Message
		change  func(*mailgun.Message)
		status  int
		because string
	}{
		{name: "a wrong key", key: "other", mail: mimeMail("a@example.org", "x@example.com"), status: 401, because: "Forbidden"},
		{name: "an unknown domain", opts: []fakemailgun.Option{fakemailgun.WithDomains("other.example.org")},
			mail: mimeMail("a@example.org", "x@example.com"), status: 404, because: "Domain not found"},
		{name: "a bad recipient", mail: mimeMail("a@example.org", "no address"), status: 400, because: "to parameter is not a valid address"},
		{name: "no recipient", mail: mimeMail("a@example.org", " "), status: 400, because: "to parameter"},
		{name: "more than 16 kB of options", mail: mimeMail("a@example.org", "x@example.com"), change: long, status: 400, because: "16 kB"},
		{name: "what is no mail", mail: mailgun.NewMIMEMessage(io.NopCloser(strings.NewReader("no header")), "x@example.com"),
			status: 400, because: "not a mail"},
		{name: "a mail of more than 25 MiB",
			mail:   mailgun.NewMIMEMessage(io.NopCloser(strings.NewReader("A: b\r\n\r\n"+strings.Repeat("x", 25<<20))), "x@example.com"),
			status: 413, because: "413"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := fakemailgun.Start(t, c.opts...)
			mg := client(t, s)
			if c.key != "" {
				mg = mailgun.NewMailgun(domain, c.key)
				mg.SetAPIBase(s.APIBase())
			}
			if c.change != nil {
				c.change(c.mail)
			}
			_, _, err := mg.Send(guarded(t), c.mail)
			if got := mailgun.GetStatusFromErr(err); got != c.status || !strings.Contains(err.Error(), c.because) {
				t.Errorf("got %v, want status %d and %q", err, c.status, c.because)
			}
			if s.Count() != 0 || s.SubmissionCount() != 1 || s.Answered()[c.status] != 1 {
				t.Errorf("%d taken, answers %v", s.Count(), s.Answered())
			}
		})
	}
}

func TestRequestsAboveTheRateMeet429UntilTimeHasPassed(t *testing.T) {
	clock := newClock()
	s := fakemailgun.Start(t, fakemailgun.WithClock(clock.Now), fakemailgun.WithRate(0.5, 2))
	var got []int
	for i := range 4 {
		_, err := send(t, s, fmt.Sprintf("%d@example.org", i), "x@example.com")
		got = append(got, max(mailgun.GetStatusFromErr(err), 0))
	}
	clock.Add(2 * time.Second)
	status, _ := rawSend(t, s)
	got = append(got, status)
	status, header := rawSend(t, s)
	got = append(got, status)
	if want := []int{0, 0, 429, 429, 200, 429}; !slices.Equal(got, want) {
		t.Errorf("answers %v, want %v", got, want)
	}
	if header.Get("Retry-After") != "2" {
		t.Errorf("Retry-After is %q", header.Get("Retry-After"))
	}
}

// rawSend submits one mail and returns the status and headers of the answer, which the client library does not show.
func rawSend(t *testing.T, s *fakemailgun.Server) (status int, header http.Header) {
	t.Helper()
	form := strings.NewReader("from=a%40example.org&to=x%40example.com&text=hi")
	req, err := http.NewRequestWithContext(guarded(t), http.MethodPost, s.APIBase()+"/"+domain+"/messages", form)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.SetBasicAuth("api", s.APIKey())
	resp, err := client(t, s).Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	if _, err := io.ReadAll(resp.Body); err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, resp.Header
}
