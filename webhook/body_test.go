package webhook_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/webhook"
)

func TestABodyOfTheLargestSizeIsTaken(t *testing.T) {
	f := newFakeRecorder(oneSource())
	body := strings.Repeat("a", 1<<20)
	if w := post(newReceiver(f, nil), secret, strings.NewReader(body)); w.Code != http.StatusOK {
		t.Errorf("answered %d", w.Code)
	}
	if a := f.only(t); string(a.Body) != body || a.Problem != "" {
		t.Errorf("recorded %d bytes with the problem %q", len(a.Body), a.Problem)
	}
}

func TestAnAuthenticOversizeIsRecorded(t *testing.T) {
	body := bytes.Repeat([]byte("0123456789abcdef"), (3<<20)/16)
	for _, test := range []struct {
		name string
		body io.Reader
	}{
		{"with its length announced", bytes.NewReader(body)},
		{"without", io.MultiReader(bytes.NewReader(body))},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFakeRecorder(oneSource())
			server := httptest.NewServer(newReceiver(f, nil))
			defer server.Close()
			request, err := http.NewRequest(http.MethodPost, server.URL+"/hooks/my-shop", test.body)
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Token", secret.Reveal())
			response, err := server.Client().Do(request)
			if err != nil {
				t.Fatalf("the caller did not hear the answer: %v", err)
			}
			defer response.Body.Close()
			answer, _ := io.ReadAll(response.Body)
			const problem = "the body is larger than 1048576 bytes; its first 65536 were kept"
			if response.StatusCode != http.StatusOK || string(answer) != "needs_attention: "+problem {
				t.Errorf("answered %d %q", response.StatusCode, answer)
			}
			a := f.only(t)
			if a.Event != nil || a.Problem != problem || !bytes.Equal(a.Body, body[:64<<10]) {
				t.Errorf("recorded %d bytes with the problem %q", len(a.Body), a.Problem)
			}
		})
	}
}

// A caller that is still sending when the connection closes takes that for a failure, so the rest is read, within reason.
func TestAnAuthenticOversizeIsReadOnButNotWithoutEnd(t *testing.T) {
	f := newFakeRecorder(oneSource())
	body := &countingReader{}
	if w := post(newReceiver(f, nil), secret, body); w.Code != http.StatusOK {
		t.Errorf("answered %d", w.Code)
	}
	if body.bytes < 2<<20 || body.bytes > 3<<20 {
		t.Errorf("%d bytes were read, want about twice the limit", body.bytes)
	}
	f.only(t)
}

func TestABodyThatBreaksOffIsNotRecorded(t *testing.T) {
	f := newFakeRecorder(oneSource())
	done := make(chan struct{})
	handler := newReceiver(f, nil)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		defer close(done)
		handler.ServeHTTP(w, req)
	}))
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_, _ = fmt.Fprintf(conn, "POST /hooks/my-shop HTTP/1.1\r\nHost: x\r\nToken: %s\r\nContent-Length: 10\r\n\r\nhalf", secret.Reveal())
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("the receiver still waits for the rest")
	}
	if response.StatusCode != http.StatusBadRequest {
		t.Errorf("answered %d", response.StatusCode)
	}
	f.none(t)
}

func TestABodyThatBreaksOffIsNotEvenCheckedWhereItIsSigned(t *testing.T) {
	source := oneSource()
	source.Vendor = "signed"
	f := newFakeRecorder(source)
	// What has come ends with the secret, as if the body were whole.
	broken := io.MultiReader(strings.NewReader(secret.Reveal()), failing{})
	if w := post(newReceiver(f, nil), "", broken); w.Code != http.StatusBadRequest {
		t.Errorf("answered %d", w.Code)
	}
	f.none(t)
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestASignedBodyIsReadOnceAndGivenWhole(t *testing.T) {
	source := oneSource()
	source.Vendor = "signed"
	f := newFakeRecorder(source)
	if w := post(newReceiver(f, func(c *webhook.Config) { c.Adapters = []webhook.Adapter{signed{}} }), "", strings.NewReader("sales hush")); w.Code != http.StatusOK {
		t.Errorf("answered %d", w.Code)
	}
	if a := f.only(t); string(a.Body) != "sales hush" {
		t.Errorf("recorded %q", a.Body)
	}
}
