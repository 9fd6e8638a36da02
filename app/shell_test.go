package app

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/stores"
)

// guard is how long a test waits for what must come; nothing waits for it unless something is broken.
const guard = 2 * time.Minute

// shell is where a test types commands: a data folder and an environment of its own.
type shell struct {
	t       *testing.T
	data    string
	environ []string
	stdin   string
}

func newShell(t *testing.T) *shell {
	t.Helper()
	data := filepath.Join(t.TempDir(), "data")
	return &shell{t: t, data: data, environ: []string{"POSTCHAT_DATA=" + data}}
}

// set sets an environment variable.
func (s *shell) set(name, value string) { s.environ = append(s.environ, name+"="+value) }

// result is what a command came to.
type result struct {
	code           int
	stdout, stderr string
}

func (s *shell) run(args ...string) result {
	s.t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(s.t.Context(), process{program: newProgram(), args: args, environ: s.environ, stdin: strings.NewReader(s.stdin), stdout: &stdout, stderr: &stderr})
	return result{code, stdout.String(), stderr.String()}
}

// ok runs a command that must succeed, and returns what it printed.
func (s *shell) ok(args ...string) string {
	s.t.Helper()
	r := s.run(args...)
	if r.code != exitOK {
		s.t.Fatalf("postchat %s: exit code %d\n%s%s", strings.Join(args, " "), r.code, r.stdout, r.stderr)
	}
	return r.stdout
}

// fails runs a command that must fail with the code, and returns what it said on standard error.
func (s *shell) fails(code int, args ...string) string {
	s.t.Helper()
	r := s.run(args...)
	if r.code != code {
		s.t.Fatalf("postchat %s: exit code %d, want %d\n%s%s", strings.Join(args, " "), r.code, code, r.stdout, r.stderr)
	}
	return r.stderr
}

// running is a command that goes on.
type running struct {
	t              *testing.T
	stdout, stderr *console
	stop           context.CancelFunc
	done           chan int
}

// start starts a command, which is stopped at the end of the test.
func (s *shell) start(args ...string) *running {
	s.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	r := &running{t: s.t, stdout: newConsole(), stderr: newConsole(), stop: stop, done: make(chan int, 1)}
	go func() {
		code := run(ctx, process{program: newProgram(), args: args, environ: s.environ, stdin: strings.NewReader(s.stdin), stdout: r.stdout, stderr: r.stderr})
		r.done <- code
		r.stdout.close()
		r.stderr.close()
	}()
	s.t.Cleanup(func() {
		stop()
		select {
		case <-r.done:
		case <-time.After(guard):
			s.t.Error("the command does not stop")
		}
	})
	return r
}

// end stops the command and returns its exit code.
func (r *running) end() int {
	r.t.Helper()
	r.stop()
	return r.wait()
}

// wait returns the exit code of a command that ends by itself.
func (r *running) wait() int {
	r.t.Helper()
	select {
	case code := <-r.done:
		r.done <- code // for the cleanup
		return code
	case <-time.After(guard):
		r.t.Fatalf("the command does not end\n%s", r.stderr)
		return 0
	}
}

// serve starts a server on a free port and returns its address once it is ready.
func (s *shell) serve(args ...string) (*running, string) {
	s.t.Helper()
	r := s.start(append([]string{"serve", "-listen", "127.0.0.1:0"}, args...)...)
	return r, r.stderr.find(s.t, `msg=ready url=(http://\S+)`)[1]
}

// console keeps what is written to it, for whoever waits for some of it.
type console struct {
	mu      sync.Mutex
	text    bytes.Buffer
	written chan struct{} // closed at the next write
	closed  bool
}

func newConsole() *console { return &console{written: make(chan struct{})} }

// Write implements io.Writer.
func (c *console) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.text.Write(p)
	c.wake()
	return len(p), nil
}

func (c *console) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	c.wake()
}

func (c *console) wake() {
	close(c.written)
	c.written = make(chan struct{})
}

// String is everything that was written.
func (c *console) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.String()
}

// find waits for text that fits the pattern and returns it with its groups.
func (c *console) find(t *testing.T, pattern string) []string {
	t.Helper()
	expression := regexp.MustCompile(pattern)
	timeout := time.After(guard)
	for {
		c.mu.Lock()
		text, closed, written := c.text.String(), c.closed, c.written
		c.mu.Unlock()
		if found := expression.FindStringSubmatch(text); found != nil {
			return found
		}
		if closed {
			t.Fatalf("nothing like %q was written:\n%s", pattern, text)
		}
		select {
		case <-written:
		case <-timeout:
			t.Fatalf("nothing like %q is written:\n%s", pattern, text)
		}
	}
}

// get asks for a page.
func get(t *testing.T, url string, header http.Header) (status int, body string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = header
	return send(t, request)
}

func send(t *testing.T, request *http.Request) (status int, body string) {
	t.Helper()
	client := &http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// eachDatabase runs a test on SQLite and on an empty PostgreSQL database, side by side.
func eachDatabase(t *testing.T, test func(t *testing.T, s *shell)) {
	t.Helper()
	t.Run("SQLite", func(t *testing.T) {
		t.Parallel()
		test(t, newShell(t))
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		t.Parallel()
		s := newShell(t)
		s.set("POSTCHAT_DATABASE_URL", postgres.New(t, nil))
		s.set("POSTCHAT_SECRET_KEY", base64.StdEncoding.EncodeToString(stores.Key))
		test(t, s)
	})
}

// contains fails the test unless the text holds every part.
func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in:\n%s", part, text)
		}
	}
}
