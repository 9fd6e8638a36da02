package fakemailgun

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"net/http"
	"strconv"
	"time"
)

// exchange is one request on its way through a behaviour.
type exchange struct {
	server   *Server
	w        http.ResponseWriter
	r        *http.Request
	answered func(status int) // told before the first byte goes out, so that a client that has its answer finds it recorded
}

// play lets the client see what b says; usual is what OK would answer.
func (x *exchange) play(b Behaviour, usual answer) {
	if b.hang != nowhere || b.release != nil {
		released := x.wait(b.release)
		if !released || b.hang != nowhere {
			x.abort()
		}
	}
	if b.cut == inRequest || b.delay > 0 && !x.sleep(b.delay) {
		x.abort()
	}
	if b.status != 0 {
		usual = answer{status: b.status, header: b.header, body: b.body}
	}
	if b.cut == inAnswer {
		x.answerPart(usual, b.cutAt)
		return
	}
	x.answer(usual)
}

// answer sends a whole answer. A body that nobody has read is read first: closing on it could destroy the answer on its way.
func (x *exchange) answer(a answer) {
	if _, err := io.Copy(io.Discard, x.r.Body); err != nil {
		x.abort()
	}
	x.answered(a.status)
	send(x.w, a)
}

// answerPart sends the first n bytes of the answer and cuts the connection.
func (x *exchange) answerPart(a answer, n int) {
	whole := a.bytes()
	if n == 0 {
		x.abort()
	}
	if n >= len(whole) {
		n = len(whole)
		x.answered(a.status)
	}
	conn, _, err := http.NewResponseController(x.w).Hijack()
	if err != nil {
		x.abort()
	}
	_, _ = conn.Write(whole[:n])
	_ = conn.Close()
}

// abort cuts the connection with no (further) answer. It does not return.
func (x *exchange) abort() { panic(http.ErrAbortHandler) }

// wait returns true when release is closed and false when there is nobody left to wait for. A nil release never closes.
func (x *exchange) wait(release <-chan struct{}) bool {
	x.server.ledger.hang(1)
	defer x.server.ledger.hang(-1)
	select {
	case <-release:
		return true
	case <-x.r.Context().Done():
	case <-x.server.done:
	}
	return false
}

func (x *exchange) sleep(d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-x.r.Context().Done():
	case <-x.server.done:
	}
	return false
}

func send(w http.ResponseWriter, a answer) {
	maps.Copy(w.Header(), a.header)
	w.Header().Set("Content-Type", a.contentType())
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	_, _ = io.WriteString(w, a.body)
}

// bytes is the answer as it goes over the wire.
func (a answer) bytes() []byte {
	header := a.header.Clone()
	if header == nil {
		header = http.Header{}
	}
	header.Set("Content-Type", a.contentType())
	resp := http.Response{
		StatusCode: a.status, ProtoMajor: 1, ProtoMinor: 1,
		Header: header, ContentLength: int64(len(a.body)), Body: io.NopCloser(bytes.NewReader([]byte(a.body))),
	}
	var b bytes.Buffer
	_ = resp.Write(&b)
	return b.Bytes()
}

var errCut = errors.New("connection is to be cut here")

// bodyReader passes a request's body through, at most left bytes of it unless left is negative, and remembers what broke it.
type bodyReader struct {
	body   io.Reader
	left   int
	broken error
}

func (b *bodyReader) Read(p []byte) (int, error) {
	if b.left == 0 {
		b.broken = errCut
		return 0, errCut
	}
	if b.left > 0 && len(p) > b.left {
		p = p[:b.left]
	}
	n, err := b.body.Read(p)
	if b.left > 0 {
		b.left -= n
	}
	if err != nil && !errors.Is(err, io.EOF) {
		b.broken = err
	}
	return n, err
}

// Close satisfies io.ReadCloser; the HTTP server closes the body itself.
func (b *bodyReader) Close() error { return nil }
