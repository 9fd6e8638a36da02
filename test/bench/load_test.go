//go:build linux

package bench

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/server"
	adapter "github.com/postchat/postchat/webhook/postchat"
)

// load posts finished chats to a server from several clients at once, each on a connection of its own that it keeps, and
// each with its next chat as soon as the last one was answered.
type load struct {
	hook   *url.URL
	secret postchat.Secret
	body   closeBody
	run    int64 // tells the conversations of one load from those of another
}

func newLoad(b *testing.B, s *server.Server, shop *server.Shop) *load {
	b.Helper()
	hook, err := url.Parse(s.Hook(shop.OwnFormat))
	if err != nil {
		b.Fatal(err)
	}
	return &load{hook: hook, secret: shop.OwnFormat.Secrets[0].Value, body: newCloseBody(), run: time.Now().UnixNano()}
}

// answered is when a request was answered and how long that took.
type answered struct {
	at   time.Time
	took time.Duration
}

// during posts for that long and returns all answers. Every one of them was 200; anything else is an error.
func (l *load) during(clients int, length time.Duration) ([]answered, error) {
	end := time.Now().Add(length)
	return l.post(clients, func() bool { return time.Now().Before(end) })
}

// count posts that many chats.
func (l *load) count(clients, chats int) ([]answered, error) {
	var begun atomic.Int64
	return l.post(clients, func() bool { return begun.Add(1) <= int64(chats) })
}

// post posts while more says so.
func (l *load) post(clients int, more func() bool) ([]answered, error) {
	answers := make([][]answered, clients)
	errs := make([]error, clients)
	var wg sync.WaitGroup
	for i := range clients {
		wg.Go(func() { answers[i], errs[i] = l.client(i, more) })
	}
	wg.Wait()
	var all []answered
	for _, one := range answers {
		all = append(all, one...)
	}
	return all, errors.Join(errs...)
}

// client is one client.
func (l *load) client(number int, more func() bool) ([]answered, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", l.hook.Host)
	if err != nil {
		return nil, fmt.Errorf("reach the server: %w", err)
	}
	defer func() { _ = conn.Close() }()
	if err := conn.SetDeadline(time.Now().Add(*window + limit)); err != nil {
		return nil, err
	}
	reader := bufio.NewReaderSize(conn, 1<<10)
	answers := make([]answered, 0, 1<<14)
	var request, body []byte
	for n := 0; more(); n++ {
		id := conversation(l.run, number, n)
		body = l.body.appendTo(body[:0], id)
		if request, err = l.appendRequest(request[:0], id, body); err != nil {
			return answers, err
		}
		begin := time.Now()
		if _, err := conn.Write(request); err != nil {
			return answers, fmt.Errorf("post a chat: %w", err)
		}
		if err := readAnswer(reader); err != nil {
			return answers, fmt.Errorf("post a chat: %w", err)
		}
		end := time.Now()
		answers = append(answers, answered{end, end.Sub(begin)})
	}
	return answers, nil
}

// appendRequest appends a signed request. Writing it by hand costs a fraction of what net/http's client does, and the machine is shared.
func (l *load) appendRequest(b []byte, id string, body []byte) ([]byte, error) {
	header := make(http.Header, 3)
	if err := adapter.Sign(header, l.secret, id, time.Now(), body); err != nil {
		return nil, err
	}
	b = fmt.Appendf(b, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n", l.hook.Path, l.hook.Host, len(body))
	for name, values := range header {
		b = append(append(append(append(b, name...), ": "...), values[0]...), "\r\n"...)
	}
	return append(append(b, "\r\n"...), body...), nil
}

// readAnswer reads an answer, which must be 200 and say how long it is.
func readAnswer(r *bufio.Reader) error {
	length, status := -1, ""
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return err
		}
		line = bytes.TrimRight(line, "\r\n")
		if status == "" {
			status = string(line)
			continue
		}
		if len(line) == 0 {
			break
		}
		if name, value, _ := bytes.Cut(line, []byte(": ")); string(name) == "Content-Length" {
			if length, err = strconv.Atoi(string(value)); err != nil {
				return err
			}
		}
	}
	if status != "HTTP/1.1 200 OK" || length < 0 {
		return fmt.Errorf("answered %q with a length of %d", status, length)
	}
	_, err := io.CopyN(io.Discard, r, int64(length))
	return err
}

func TestOnlyAWhole200CountsAsAnAnswer(t *testing.T) {
	for _, test := range []struct {
		name, answer string
		ok           bool
	}{
		{"a whole 200", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", true},
		{"a 202", "HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\n{}", false},
		{"a 503", "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 2\r\n\r\n{}", false},
		{"a 200 that breaks off in its body", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}", false},
		{"a 200 that breaks off in its head", "HTTP/1.1 200 OK\r\nContent-Le", false},
		{"a 200 of no known length", "HTTP/1.1 200 OK\r\n\r\n{}", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if err := readAnswer(bufio.NewReader(bytes.NewReader([]byte(test.answer)))); (err == nil) != test.ok {
				t.Errorf("the error is %v", err)
			}
		})
	}
}
