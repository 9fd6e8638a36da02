//go:build linux || darwin

// Package server runs the program postchat as its users do, as a process of its own, so that tests can post to it, read
// what it says, stop it and kill it. It also plays the chat vendor who posts to it; see Vendor.
//
// Servers listen on 127.0.0.1 alone and end with their test. A server that ends by itself, finds a data race or panics
// fails the test, whose output then shows the end of the server's log. Methods that stop or start a server belong to the
// test's own goroutine, the rest to any.
package server

import (
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/postchat/postchat/test/stores"
)

// limit guards every wait against hanging for ever. Nothing that works takes nearly as long.
const limit = 2 * time.Minute

// Options say what a server is started with.
type Options struct {
	// Database is the URL of a PostgreSQL database; empty means SQLite in a data folder of the server's own.
	Database string
	// Env are settings besides, such as POSTCHAT_LEASE=2s. Nothing is taken over from the test's own POSTCHAT_ variables.
	Env []string
	// Command is what the program is to do; empty means serve. The demo reads no settings and keeps nothing over a restart.
	Command string
	// Program is the main package to run, as a path in this module such as ./examples/own; empty means ./cmd/postchat.
	Program string
	// Tree is the folder of a changed copy of this module to build the program in; empty means this one.
	Tree string
}

// Server is a server, running or not.
type Server struct {
	t        testing.TB
	binary   string
	data     string // folder
	database string // what db.Open wants
	env      []string
	command  string
	port     int

	process *process // nil while it is stopped
}

// Start builds the program if need be, starts a server and returns once it is ready.
func Start(t testing.TB, o Options) *Server {
	t.Helper()
	s := prepare(t, o)
	var err error
	for range 5 { // somebody else may take the port between the look and the start
		if s.port, err = freePort(); err != nil {
			break
		}
		if err = s.start(); err == nil || !strings.Contains(s.Log(), "another program listens") {
			break
		}
	}
	if err != nil {
		t.Fatalf("start a server: %v", err)
	}
	return s
}

func prepare(t testing.TB, o Options) *Server {
	t.Helper()
	path, err := binary(o.Tree, cmp.Or(o.Program, "./cmd/postchat"))
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{t: t, binary: path, data: t.TempDir(), database: o.Database, command: cmp.Or(o.Command, "serve")}
	settings := append([]string{"POSTCHAT_SECRET_KEY=" + base64.StdEncoding.EncodeToString(stores.Key)}, o.Env...)
	if o.Database == "" {
		s.database = filepath.Join(s.data, "postchat.db")
	} else {
		settings = append(settings, "POSTCHAT_DATABASE_URL="+o.Database)
	}
	for _, entry := range os.Environ() {
		if !strings.HasPrefix(entry, "POSTCHAT_") {
			s.env = append(s.env, entry)
		}
	}
	s.env = append(append(s.env, "POSTCHAT_DATA="+s.data), settings...)
	t.Cleanup(s.finish)
	return s
}

// URL is the server's address, without a slash at its end. It stays the same over stops and starts.
func (s *Server) URL() string { return fmt.Sprintf("http://127.0.0.1:%d", s.port) }

// Database is what db.Open wants: a PostgreSQL URL, or the path of the SQLite file.
func (s *Server) Database() string { return s.database }

// Env is an environment for commands of a shell beside the server: postchat is the server's program, with its settings and data.
func (s *Server) Env() []string {
	path := "PATH=" + filepath.Dir(s.binary) + string(os.PathListSeparator) + os.Getenv("PATH")
	return append(slices.Clone(s.env), path, "POSTCHAT_URL="+s.URL())
}

// Restart starts a server that was stopped or killed, with the same settings, data and address, and returns once it is ready.
func (s *Server) Restart() {
	s.t.Helper()
	if err := s.start(); err != nil {
		s.t.Fatalf("start the server again: %v", err)
	}
}

// Kill9 kills the server with SIGKILL and returns once it is gone.
func (s *Server) Kill9() {
	s.t.Helper()
	s.signal(syscall.SIGKILL)
	if state := s.wait(); state != nil && !killed(state) {
		s.t.Fatalf("the server had ended by itself before it was killed: %s", state)
	}
}

// Terminate asks the server to stop, by SIGTERM, waits until it has, and returns its exit code.
func (s *Server) Terminate() int {
	s.t.Helper()
	s.signal(syscall.SIGTERM)
	state := s.wait()
	if state == nil {
		s.t.Fatal("the server does not stop")
	}
	return state.ExitCode()
}

// Pause stops the server in its tracks, by SIGSTOP; it cannot notice.
func (s *Server) Pause() { s.signal(syscall.SIGSTOP) }

// Resume lets a paused server go on, by SIGCONT.
func (s *Server) Resume() { s.signal(syscall.SIGCONT) }

// Log is everything that the server has written so far, of all its lives.
func (s *Server) Log() string {
	text, err := os.ReadFile(s.logFile())
	if err != nil {
		return err.Error()
	}
	return string(text)
}

func (s *Server) logFile() string { return filepath.Join(s.data, "log") }

func (s *Server) start() error {
	if s.process != nil {
		return errors.New("it is running")
	}
	log, err := os.OpenFile(s.logFile(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	cmd := exec.Command(s.binary, s.command, "-listen", fmt.Sprintf("127.0.0.1:%d", s.port))
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = s.data, s.env, log, log
	p, err := launch(cmd)
	if err != nil {
		return err
	}
	s.process = p
	if err := s.awaitReady(p); err != nil {
		_ = cmd.Process.Kill()
		<-p.ended
		s.process = nil
		return fmt.Errorf("%w; the end of its log:\n%s", err, tail(s.Log(), 20))
	}
	return nil
}

// awaitReady returns when the server says that it is ready.
func (s *Server) awaitReady(p *process) error {
	deadline := time.Now().Add(limit)
	for {
		select {
		case <-p.ended:
			return fmt.Errorf("it ended at once: %s", p.cmd.ProcessState)
		case <-time.After(10 * time.Millisecond):
		}
		answer, err := client.Get(s.URL() + "/readyz")
		if err == nil {
			_, _ = io.Copy(io.Discard, answer.Body)
			_ = answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return nil
			}
		}
		if time.Now().After(deadline) {
			return errors.New("it does not become ready")
		}
	}
}

func (s *Server) signal(signal syscall.Signal) {
	s.t.Helper()
	if s.process == nil {
		s.t.Fatalf("send %s to the server: it is not running", signal)
	}
	_ = s.process.cmd.Process.Signal(signal) // it may be gone already, which its state will tell
}

// wait returns the state of the process once it has ended, nil where it does not.
func (s *Server) wait() *os.ProcessState {
	p := s.process
	select {
	case <-p.ended:
		s.process = nil
		return p.cmd.ProcessState
	case <-time.After(limit):
		return nil
	}
}

func killed(state *os.ProcessState) bool {
	status, ok := state.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}

// finish ends the server with its test, and looks into its log for what must never be there.
func (s *Server) finish() {
	if s.process != nil {
		s.Resume()
		if code := s.Terminate(); code != 0 {
			s.t.Errorf("the server ended with exit code %d", code)
		}
	}
	log := s.Log()
	for _, alarm := range []string{"WARNING: DATA RACE", "panic"} {
		if at := strings.Index(log, alarm); at >= 0 {
			s.t.Errorf("the server's log says %q:\n%s", alarm, head(log[at:], 60))
		}
	}
	if s.t.Failed() {
		s.t.Logf("the end of the server's log:\n%s", tail(log, 100))
	}
}

func head(text string, lines int) string {
	all := strings.SplitAfter(text, "\n")
	return strings.Join(all[:min(lines, len(all))], "")
}

func tail(text string, lines int) string {
	all := strings.SplitAfter(text, "\n")
	return strings.Join(all[max(0, len(all)-lines):], "")
}
