package smtp

import (
	"errors"
	"net"
)

// How many bytes a server may send before it must let us speak. A reply's line has at most 512 (RFC 5321, 4.5.3.1.5).
const (
	maxReply     = 16 << 10
	maxHandshake = 1 << 20
)

var errEndless = errors.New("the server's reply does not end")

// wire is a connection below TLS that counts. All but Close belongs to one goroutine at a time.
type wire struct {
	net.Conn
	written int64 // bytes that have left
	heard   int   // bytes that have come since then
	patient int   // how many may come
	endless bool  // more came; nothing is said or heard any more
}

func (w *wire) Read(p []byte) (int, error) {
	if w.heard >= w.patient {
		w.endless = true
		return 0, errEndless
	}
	n, err := w.Conn.Read(p)
	w.heard += n
	return n, err
}

func (w *wire) Write(p []byte) (int, error) {
	if w.endless {
		return 0, errEndless
	}
	n, err := w.Conn.Write(p)
	w.written += int64(n)
	w.heard = 0
	return n, err
}
