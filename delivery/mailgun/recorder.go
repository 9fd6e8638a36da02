package mailgun

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"sync"
)

// How many bytes of an answer are read, which has room for a page of events, and how many of them are kept.
const (
	maxAnswer = 8 << 20
	maxKept   = 64 << 10
)

// recorder passes the requests of one call on and keeps what the client library would lose.
type recorder struct {
	next http.RoundTripper
	host string // the only one that may be talked to, for every request carries the key

	mu     sync.Mutex
	status int
	header http.Header
	answer head
	// body numbers the bodies of the request: the transport starts over with a new one if nothing at all was written of
	// the one before, as on an idle connection that the server has closed.
	body int
	// left counts the body's bytes that the transport has not taken yet.
	left int64
	// failed means that the transport could not write what it had taken.
	failed bool
	// over means that the end of the body may not be taken any more.
	over bool
}

// record is what is known of the last request after it came back.
type record struct {
	// status is the answer's, 0 where there was none.
	status int
	header http.Header
	// answer is the beginning of the answer's body.
	answer []byte
	// whole means that the request, to its last byte, was or may have been written. It is false where some of it is known
	// to have stayed here.
	whole bool
}

// record returns what is known of the last request. What arrives or leaves later does not change it.
func (r *recorder) record() record {
	r.mu.Lock()
	defer r.mu.Unlock()
	return record{status: r.status, header: r.header, answer: r.answer, whole: r.left <= 0 && !r.failed && r.body > 0}
}

// RoundTrip implements http.RoundTripper.
func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(httptrace.WithClientTrace(req.Context(), &httptrace.ClientTrace{WroteRequest: r.wrote}))
	r.begin(req)
	if req.URL.Host != r.host {
		if req.Body != nil {
			_ = req.Body.Close()
		}
		return nil, fmt.Errorf("the answer leads to another host, %s", req.URL.Host)
	}
	resp, err := r.next.RoundTrip(req)
	r.end(resp)
	if err != nil {
		return nil, err
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.TeeReader(io.LimitReader(resp.Body, maxAnswer), &r.answer), resp.Body}
	return resp, nil
}

// begin puts watched bodies into the request.
func (r *recorder) begin(req *http.Request) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.status, r.header, r.answer, r.over = 0, nil, nil, false
	if req.Body == nil {
		return
	}
	size, again := req.ContentLength, req.GetBody
	req.Body = r.watch(req.Body, size)
	if again == nil {
		return
	}
	req.GetBody = func() (io.ReadCloser, error) {
		body, err := again()
		if err != nil {
			return nil, err
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		return r.watch(body, size), nil
	}
}

// watch returns the body with its bytes counted; mu is held.
func (r *recorder) watch(body io.ReadCloser, size int64) io.ReadCloser {
	r.body++
	r.left, r.failed = size, false
	return &watchedBody{ReadCloser: body, r: r, number: r.body}
}

// wrote hears from the transport that it is through with writing a request, or has failed. Its buffer need not have been
// flushed then, so that success proves nothing. Failure does: some of what was in the buffer, and therefore the end of the
// body, has stayed here.
func (r *recorder) wrote(info httptrace.WroteRequestInfo) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if info.Err != nil && !r.over {
		r.failed = true
	}
}

// end keeps the answer's status and header, and ends the counting: what the transport has not taken of the body by now, it
// never will. So a goroutine of the transport's that is still writing cannot make the record untrue.
func (r *recorder) end(resp *http.Response) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.over = true
	if resp != nil {
		r.status, r.header = resp.StatusCode, resp.Header
	}
}

// head keeps the first maxKept bytes of what is written to it.
type head []byte

func (h *head) Write(p []byte) (int, error) {
	*h = append(*h, p[:min(len(p), maxKept-len(*h))]...)
	return len(p), nil
}

var errOver = errors.New("the request is over")

// watchedBody tells its recorder how much of it was read.
type watchedBody struct {
	io.ReadCloser
	r      *recorder
	number int
}

func (b *watchedBody) Read(p []byte) (int, error) {
	b.r.mu.Lock()
	defer b.r.mu.Unlock()
	if b.number != b.r.body || b.r.over && b.r.left > 0 {
		return 0, errOver
	}
	n, err := b.ReadCloser.Read(p)
	b.r.left -= int64(n)
	return n, err
}
