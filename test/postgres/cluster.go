//go:build linux || darwin

package postgres

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Cluster is a PostgreSQL server of the test's own. Its methods may be called from any goroutine.
type Cluster struct {
	bin      string // folder of the programs
	dir      string // temporary folder with data and log
	port     int
	settings map[string]string
	user     *syscall.Credential // who the server runs as; nil for ourselves
	keeper   *keeper

	mu     sync.Mutex
	server *exec.Cmd // nil while stopped
	life   *os.File  // read end of a pipe that the server's processes hold open: at its end all of them are gone
}

// nobody is the user and group that a server of root's runs as, for PostgreSQL refuses root.
const nobody = 65534

// launch makes a cluster and starts it.
func launch(o Options) (_ *Cluster, err error) {
	bin, err := Binaries()
	if err != nil {
		return nil, err
	}
	dir, err := newFolder(o)
	if err != nil {
		return nil, err
	}
	c := &Cluster{bin: bin, dir: dir, settings: o.settings()}
	if c.keeper, err = newKeeper(dir); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	if err := c.create(); err != nil {
		return nil, errors.Join(err, c.remove())
	}
	return c, nil
}

// create fills the folder and finds a port for the server to run on.
func (c *Cluster) create() error {
	if os.Geteuid() == 0 {
		c.user = &syscall.Credential{Uid: nobody, Gid: nobody}
		if err := os.Chown(c.dir, nobody, nobody); err != nil {
			return fmt.Errorf("give the cluster's folder away: %w", err)
		}
	}
	// Locale C is on every machine, and lower() does in it what it does in SQLite.
	initdb := c.command("initdb", "-D", c.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", initdb, err, out)
	}
	var err error
	for range 5 { // somebody else may take the port between the look and the start
		if c.port, err = freePort(); err != nil {
			return err
		}
		if err = c.Start(); err == nil {
			return c.makeLogin()
		}
	}
	return err
}

// login is who works in a cluster, and the name of their database.
const login = "postchat"

// makeLogin makes an ordinary login: no superuser, before whom no wall in the database stands.
func (c *Cluster) makeLogin() error {
	return (&host{admin: c.Superuser()}).exec(context.Background(),
		"CREATE ROLE "+login+" LOGIN CREATEDB CREATEROLE", "CREATE DATABASE "+login+" OWNER "+login)
}

// URL returns the address of an empty database of the cluster, for its owner, who may make databases and roles. It stays the
// same over stops and starts.
func (c *Cluster) URL() string { return c.url(login, login) }

// Superuser returns the address of the database postgres, for the superuser.
func (c *Cluster) Superuser() string { return c.url("postgres", "postgres") }

func (c *Cluster) url(user, database string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?sslmode=disable", user, c.port, database)
}

// Start starts a server that was stopped or killed and returns once it has recovered and answers.
func (c *Cluster) Start() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.server != nil {
		return errors.New("start PostgreSQL: it is running")
	}
	log, err := os.OpenFile(c.log(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("start PostgreSQL: %w", err)
	}
	defer log.Close()
	life, held, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("start PostgreSQL: %w", err)
	}
	defer held.Close()

	args := []string{"-D", c.data(), "-p", strconv.Itoa(c.port)}
	for name, value := range c.settings {
		args = append(args, "-c", name+"="+value)
	}
	server := c.command("postgres", args...)
	server.Stdout, server.Stderr, server.ExtraFiles = log, log, []*os.File{held}
	if err := server.Start(); err != nil {
		return errors.Join(fmt.Errorf("start PostgreSQL: %w", err), life.Close())
	}
	c.keeper.guard(server.Process.Pid)
	held.Close() // or the pipe would never end
	c.server, c.life = server, life
	if err := c.awaitReady(); err != nil {
		err = fmt.Errorf("start PostgreSQL: %w; the end of its log:\n%s", err, c.logTail())
		return errors.Join(err, c.end(syscall.SIGKILL))
	}
	return nil
}

// Stop ends the server in good order, cutting its connections ("fast" in PostgreSQL's words).
func (c *Cluster) Stop() error { return c.stop(syscall.SIGINT) }

// StopImmediate ends the server without a checkpoint, so that the next Start has to recover ("immediate").
func (c *Cluster) StopImmediate() error { return c.stop(syscall.SIGQUIT) }

// Kill9 kills the server with SIGKILL and returns once the last of its processes is gone.
func (c *Cluster) Kill9() error { return c.stop(syscall.SIGKILL) }

func (c *Cluster) stop(signal syscall.Signal) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.server == nil {
		return errors.New("stop PostgreSQL: it is not running")
	}
	return c.end(signal)
}

// end signals the server and waits for it and for its children, which follow within moments.
func (c *Cluster) end(signal syscall.Signal) error {
	_ = c.server.Process.Signal(signal) // it may be gone already
	_ = c.server.Wait()                 // how it ended is of no interest
	c.keeper.guard(0)
	gone := c.awaitGone(limit)
	err := c.life.Close()
	c.server, c.life = nil, nil
	if !gone {
		return errors.New("stop PostgreSQL: some of its processes do not end")
	}
	return err
}

// remove ends the cluster for good and deletes its folder.
func (c *Cluster) remove() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	var err error
	if c.server != nil {
		err = c.end(syscall.SIGQUIT)
	}
	return errors.Join(err, c.keeper.finish())
}

// awaitReady returns when this cluster, and not another one on the same port, answers.
func (c *Cluster) awaitReady() error {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	for {
		err := c.greet(ctx)
		if err == nil || ctx.Err() != nil {
			return err
		}
		if c.awaitGone(10 * time.Millisecond) {
			return errors.New("the server ended at once")
		}
	}
}

func (c *Cluster) greet(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, c.Superuser())
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	var data string
	if err := conn.QueryRow(ctx, "SHOW data_directory").Scan(&data); err != nil {
		return err
	}
	if data != c.data() {
		return errors.New("another server answers on the port")
	}
	return nil
}

// awaitGone waits that long, at most, for the last process of the server to end, and reports whether it did.
func (c *Cluster) awaitGone(patience time.Duration) bool {
	_ = c.life.SetReadDeadline(time.Now().Add(patience)) // pipes have deadlines
	_, err := c.life.Read(make([]byte, 1))
	return errors.Is(err, io.EOF)
}

// command prepares one of PostgreSQL's programs: as the cluster's user, in its folder, out of the terminal's reach (a
// Ctrl-C is for the tests; they end the server) and of the environment's, where PGDATA and its kin would mislead it.
func (c *Cluster) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.bin, name), args...)
	cmd.Dir = c.dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "TZ=UTC"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Credential: c.user}
	return cmd
}

func (c *Cluster) data() string { return filepath.Join(c.dir, "data") }
func (c *Cluster) log() string  { return filepath.Join(c.dir, "log") }

// logTail returns the last lines of the server's log.
func (c *Cluster) logTail() string {
	log, err := os.ReadFile(c.log())
	if err != nil {
		return err.Error()
	}
	lines := bytes.SplitAfter(log, []byte("\n"))
	return string(bytes.Join(lines[max(0, len(lines)-40):], nil))
}
