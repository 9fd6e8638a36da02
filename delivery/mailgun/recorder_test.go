package mailgun

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptrace"
	"testing"
	"time"
)

type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

var errBroken = errors.New("broken pipe")

// take reads n bytes of a body, as a transport does before it writes them.
func take(body io.Reader, n int64) { _, _ = io.CopyN(io.Discard, body, n) }

// wrote says what a transport says when it is through.
func wrote(req *http.Request, err error) {
	httptrace.ContextClientTrace(req.Context()).WroteRequest(httptrace.WroteRequestInfo{Err: err})
}

func TestARequestIsWholeUnlessItsEndIsKnownToHaveStayedHere(t *testing.T) {
	const size = 1000
	for _, c := range []struct {
		name string
		does transport
		want bool
	}{
		{"nothing was taken", func(*http.Request) (*http.Response, error) { return nil, errBroken }, false},
		{"all but the last byte was taken", func(req *http.Request) (*http.Response, error) {
			take(req.Body, size-1)
			return nil, errBroken
		}, false},
		{"all was taken and nobody knows how far it got", func(req *http.Request) (*http.Response, error) {
			take(req.Body, size)
			return nil, errBroken
		}, true},
		{"all was taken and written", func(req *http.Request) (*http.Response, error) {
			take(req.Body, size)
			wrote(req, nil)
			return nil, errBroken
		}, true},
		{"all was taken and could not be written", func(req *http.Request) (*http.Response, error) {
			take(req.Body, size)
			wrote(req, errBroken)
			return nil, errBroken
		}, false},
		{"it was taken again and written, after none of it had been", func(req *http.Request) (*http.Response, error) {
			take(req.Body, size)
			wrote(req, errBroken)
			again, _ := req.GetBody()
			take(again, size)
			wrote(req, nil)
			return nil, errBroken
		}, true},
		{"it was taken again, but not to its end", func(req *http.Request) (*http.Response, error) {
			take(req.Body, size/2)
			wrote(req, errBroken)
			again, _ := req.GetBody()
			take(again, size-1)
			take(req.Body, size/2) // The body before counts no more.
			return nil, errBroken
		}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &recorder{next: c.does, host: "api.example"}
			if _, err := r.RoundTrip(newRequest(t, "https://api.example/v3", size)); !errors.Is(err, errBroken) { //nolint:bodyclose // There is none.
				t.Fatal(err)
			}
			if got := r.record().whole; got != c.want {
				t.Errorf("whole is %v, want %v", got, c.want)
			}
		})
	}
}

func TestWhatTheTransportTakesAfterwardsNeverLeaves(t *testing.T) {
	const size = 1000
	var late io.Reader
	r := &recorder{host: "api.example", next: transport(func(req *http.Request) (*http.Response, error) {
		take(req.Body, size/2)
		late = req.Body
		return nil, errBroken
	})}
	if _, err := r.RoundTrip(newRequest(t, "https://api.example/v3", size)); !errors.Is(err, errBroken) { //nolint:bodyclose // There is none.
		t.Fatal(err)
	}
	if n, err := late.Read(make([]byte, size)); n != 0 || err == nil {
		t.Errorf("the transport could still take %d bytes: %v", n, err)
	}
	if r.record().whole {
		t.Error("a request of which half was taken counts as whole")
	}
}

func TestNoOtherHostIsTalkedTo(t *testing.T) {
	r := &recorder{host: "api.example", next: transport(func(*http.Request) (*http.Response, error) {
		t.Error("the request went out")
		return nil, errBroken
	})}
	if _, err := r.RoundTrip(newRequest(t, "https://elsewhere.example/v3", 10)); err == nil { //nolint:bodyclose // There is none.
		t.Error("no error")
	}
}

func TestAnEndlessAnswerIsNotReadToItsEnd(t *testing.T) {
	r := &recorder{host: "api.example", next: transport(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(endless{})}, nil
	})}
	resp, err := r.RoundTrip(newRequest(t, "https://api.example/v3", 10))
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, resp.Body)
	if n != maxAnswer || err != nil {
		t.Errorf("read %d bytes and %v", n, err)
	}
	if err := resp.Body.Close(); err != nil {
		t.Error(err)
	}
	if kept := len(r.record().answer); kept != maxKept {
		t.Errorf("kept %d bytes", kept)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func newRequest(t *testing.T, url string, size int) *http.Request {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, bytes.NewReader(make([]byte, size)))
	if err != nil {
		t.Fatal(err)
	}
	return req
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, value string
		want        time.Duration
	}{
		{"none", "", 0},
		{"seconds", "120", 2 * time.Minute},
		{"seconds with blanks", " 5 ", 5 * time.Second},
		{"no seconds at all", "0", 0},
		{"seconds in the past", "-5", 0},
		{"a fraction, which the RFC does not have", "1.5", 0},
		{"seconds without measure", "9223372036854775807", 24 * time.Hour},
		{"seconds that no number holds", "99999999999999999999", 0},
		{"a date", "Wed, 25 Nov 2026 12:00:30 GMT", 30 * time.Second},
		{"a date as it was written in 1977", "Wednesday, 25-Nov-26 12:00:30 GMT", 30 * time.Second},
		{"a date in the past", "Wed, 25 Nov 2026 11:00:00 GMT", 0},
		{"a date in ten years", "Mon, 24 Nov 2036 12:00:00 GMT", 24 * time.Hour},
		{"words", "soon", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := retryAfter(c.value, now); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
