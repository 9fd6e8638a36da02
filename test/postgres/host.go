//go:build linux || darwin

package postgres

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

const (
	// prefix starts the name of every database made here; the time of its making in Unix seconds follows.
	prefix = "postchat_test_"
	// leftOver is the age at which a database with the prefix is taken to belong to a run that was cut short.
	leftOver = 6 * time.Hour
)

// host is a server that holds databases for tests.
type host struct {
	admin   string        // URL of a database that is not for tests, as a superuser
	login   *url.Userinfo // the owner of the tests' databases
	cluster *Cluster      // keeps a private cluster from being collected, and so ended; nil for a server of somebody else's

	mu        sync.Mutex
	templates map[uintptr]*template
}

// template is a migrated database to copy from. Nobody can connect to it.
type template struct {
	once sync.Once
	name string
	err  error
}

// database makes a database for the test, has it dropped at the test's end and returns its URL.
func (h *host) database(t testing.TB, migrate func(context.Context, string) error) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	name := newName()
	create := h.createDatabase(name)
	if migrate != nil {
		from, err := h.template(migrate)
		if err != nil {
			t.Fatalf("no migrated PostgreSQL database for this test: %v", err)
		}
		create += " TEMPLATE " + from
	}
	if err := h.exec(ctx, create); err != nil {
		t.Fatalf("no PostgreSQL database for this test: %v", err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		if err := h.exec(ctx, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Errorf("clean up after the test: %v", err)
		}
	})
	return h.url(name)
}

// template returns the name of the database that migrate made. The first call for a migration makes it, the others wait.
func (h *host) template(migrate func(context.Context, string) error) (string, error) {
	key := reflect.ValueOf(migrate).Pointer()
	h.mu.Lock()
	if h.templates == nil {
		h.templates = make(map[uintptr]*template)
	}
	tm := h.templates[key]
	if tm == nil {
		tm = &template{name: newName()}
		h.templates[key] = tm
	}
	h.mu.Unlock()

	tm.once.Do(func() {
		tm.err = errors.New("the migration did not return") // what others see if it ends the goroutine, as t.Fatal does
		tm.err = h.makeTemplate(tm.name, migrate)
	})
	return tm.name, tm.err
}

func (h *host) createDatabase(name string) string {
	return "CREATE DATABASE " + name + " OWNER " + h.login.Username()
}

// makeLogin makes the owner of this process's databases on a server of somebody else's.
func (h *host) makeLogin(ctx context.Context) error {
	name, password := newName(), rand.Text()
	h.login = url.UserPassword(name, password)
	return h.exec(ctx, "CREATE ROLE "+name+" LOGIN CREATEROLE PASSWORD '"+password+"'")
}

func (h *host) makeTemplate(name string, migrate func(context.Context, string) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if err := h.exec(ctx, h.createDatabase(name)); err != nil {
		return err
	}
	if err := migrate(ctx, h.url(name)); err != nil {
		return fmt.Errorf("migrate the template: %w", err)
	}
	// A database with a session in it cannot be copied.
	return h.exec(ctx,
		"ALTER DATABASE "+name+" WITH ALLOW_CONNECTIONS false",
		"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"+name+"'")
}

// sweep drops what runs before the given time have left on a server of somebody else's: their templates and logins, and all of a
// run that was killed.
func (h *host) sweep(ctx context.Context, before time.Time) error {
	conn, err := pgx.Connect(ctx, h.admin)
	if err != nil {
		return fmt.Errorf("connect to TEST_POSTGRES_URL: %w", err)
	}
	defer conn.Close(ctx)
	for _, kind := range []struct{ list, drop string }{
		{"SELECT datname FROM pg_database WHERE starts_with(datname, $1)", "DROP DATABASE IF EXISTS %s WITH (FORCE)"},
		// One that still has a database which is younger stays.
		{"SELECT rolname FROM pg_roles r WHERE starts_with(rolname, $1) AND NOT EXISTS (SELECT FROM pg_shdepend WHERE refobjid = r.oid)",
			"DROP ROLE IF EXISTS %s"},
	} {
		rows, err := conn.Query(ctx, kind.list, prefix)
		if err != nil {
			return fmt.Errorf("list what is left over on TEST_POSTGRES_URL: %w", err)
		}
		names, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			return fmt.Errorf("list what is left over on TEST_POSTGRES_URL: %w", err)
		}
		for _, name := range names {
			if made, ok := madeAt(name); !ok || !made.Before(before) {
				continue
			}
			if _, err := conn.Exec(ctx, fmt.Sprintf(kind.drop, name)); err != nil {
				return fmt.Errorf("drop what is left over, %s: %w", name, err)
			}
		}
	}
	return nil
}

// exec runs statements outside a transaction, on a connection of their own.
func (h *host) exec(ctx context.Context, statements ...string) error {
	conn, err := pgx.Connect(ctx, h.admin)
	if err != nil {
		return fmt.Errorf("connect to the test server: %w", err)
	}
	defer conn.Close(ctx)
	for _, statement := range statements {
		if _, err := conn.Exec(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

// url is the address of a database, for its owner.
func (h *host) url(name string) string {
	u, err := url.Parse(h.admin)
	if err != nil {
		panic("connected to a URL that cannot be parsed: " + err.Error())
	}
	u.Path, u.User = "/"+name, h.login
	return u.String()
}

// newName returns a name for a database that nobody else will have, and that needs no quotes in SQL.
func newName() string {
	var random [6]byte
	_, _ = rand.Read(random[:]) // crypto/rand.Read never fails
	return prefix + strconv.FormatInt(time.Now().Unix(), 10) + "_" + hex.EncodeToString(random[:])
}

// madeAt reads the time out of a name made by newName.
func madeAt(name string) (time.Time, bool) {
	name = strings.TrimSuffix(name, "_api") // of a login's role for the API
	seconds, random, ok := strings.Cut(strings.TrimPrefix(name, prefix), "_")
	if !ok || strings.Trim(random, "0123456789abcdef") != "" {
		return time.Time{}, false
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	return time.Unix(n, 0), err == nil
}
