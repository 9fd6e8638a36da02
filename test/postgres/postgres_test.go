//go:build linux || darwin

package postgres

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

func TestNewGivesACopyOfTheMigratedDatabase(t *testing.T) {
	t.Parallel()
	migrate := func(ctx context.Context, url string) error { return run(ctx, url, "CREATE TABLE chat ()") }
	for range 2 {
		url := New(t, migrate)
		mustRun(t, url, "ALTER TABLE chat ADD COLUMN id text")
	}
}

func TestTestsInParallelHaveADatabaseEachFromOneMigration(t *testing.T) {
	h := newHost(t)
	var migrations atomic.Int32
	migrate := func(ctx context.Context, url string) error {
		migrations.Add(1)
		return run(ctx, url, "CREATE TABLE chat (id text PRIMARY KEY); INSERT INTO chat VALUES ('from the migration')")
	}
	passed := t.Run("group", func(t *testing.T) {
		for i := range 8 {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				url := h.database(t, migrate)
				mustRun(t, url, "INSERT INTO chat VALUES ('the same id in each')")
				if n := count(t, url); n != 2 {
					t.Errorf("%d rows, want the migration's and the test's", n)
				}
			})
		}
	})
	if n := migrations.Load(); passed && n != 1 {
		t.Errorf("migrated %d times, want once", n)
	}
}

func TestEachMigrationHasItsOwnTemplate(t *testing.T) {
	t.Parallel()
	migrateMails := func(ctx context.Context, url string) error { return run(ctx, url, "CREATE TABLE mail ()") }
	mustRun(t, New(t, migrateMails), "SELECT FROM mail")
	if err := run(t.Context(), New(t, nil), "SELECT FROM mail"); codeOf(err) != "42P01" {
		t.Errorf("without a migration: %v, want an undefined table", err)
	}
}

func TestAMigrationMayLeaveItsConnectionOpen(t *testing.T) {
	t.Parallel()
	var open *pgx.Conn
	url := newHost(t).database(t, func(ctx context.Context, url string) (err error) {
		open, err = pgx.Connect(ctx, url)
		return err
	})
	mustRun(t, url, "SELECT 1")
	if err := open.Ping(t.Context()); err == nil {
		t.Error("the connection to the template is still there")
	}
}

func TestAFailedMigrationFailsEveryTestThatNeedsIt(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	migrate := func(context.Context, string) error { return errors.New("no such column") }
	for range 2 {
		if said := failureOf(t, func(t testing.TB) { h.database(t, migrate) }); !strings.Contains(said, "no such column") {
			t.Errorf("said %q, want the migration's error", said)
		}
	}
}

func TestAMigrationThatEndsItsTestFailsTheOthersToo(t *testing.T) {
	t.Parallel()
	h := newHost(t)
	var first testing.TB
	migrate := func(ctx context.Context, url string) error {
		first.Fatalf("gave up")
		return run(ctx, url, "SELECT 1")
	}
	said := failureOf(t, func(t testing.TB) { first = t; h.database(t, migrate) })
	if said != "gave up" {
		t.Errorf("the first said %q", said)
	}
	if said := failureOf(t, func(t testing.TB) { h.database(t, migrate) }); !strings.Contains(said, "did not return") {
		t.Errorf("the second said %q", said)
	}
}

func TestTheDatabaseIsDroppedWithItsTest(t *testing.T) {
	t.Parallel()
	var url string
	var open *pgx.Conn
	t.Run("test", func(t *testing.T) {
		url = New(t, nil)
		var err error
		if open, err = pgx.Connect(t.Context(), url); err != nil {
			t.Fatal(err)
		}
	})
	if err := open.Ping(t.Context()); err == nil {
		t.Error("a connection that the test forgot is still there")
	}
	if err := run(t.Context(), url, "SELECT 1"); codeOf(err) != "3D000" {
		t.Errorf("connecting afterwards: %v, want an unknown database", err)
	}
}

func TestDatabasesOfRunsThatWereCutShortAreSweptFromAServerOfSomebodyElses(t *testing.T) {
	t.Parallel()
	cluster := Start(t, Options{})
	h := &host{admin: cluster.Superuser(), login: url.User(login)}
	old, recent := prefix+"1700000000_0123456789ab", newName()
	for _, name := range []string{old, recent, prefix + "1700000000_mine", "mine"} {
		mustRun(t, h.admin, "CREATE DATABASE "+name)
		mustRun(t, h.admin, "CREATE ROLE "+name)
	}
	mustRun(t, h.admin, "CREATE ROLE "+old+"_api")
	if err := h.sweep(t.Context(), time.Now().Add(-leftOver)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{old: "3D000", recent: "", prefix + "1700000000_mine": "", "mine": ""} {
		if err := run(t.Context(), h.url(name), "SELECT 1"); codeOf(err) != want {
			t.Errorf("%s: %v, want code %q", name, err, want)
		}
	}
	var roles int
	if query(t, h.admin, "SELECT count(*) FROM pg_roles WHERE rolname LIKE '%_mine' OR rolname LIKE 'postchat_test_%'", &roles); roles != 2 {
		t.Errorf("%d logins are left, want the recent one and the one that is not ours", roles)
	}
}

// newHost is the shared server with its templates forgotten, so that a test sees its migration run.
func newHost(t *testing.T) *host {
	t.Helper()
	h, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return &host{admin: h.admin, login: h.login}
}

// failureOf returns what the function said when it failed a test.
func failureOf(t *testing.T, f func(testing.TB)) string {
	t.Helper()
	r := &recorder{TB: t}
	var wg sync.WaitGroup
	wg.Go(func() { f(r) }) // Fatalf ends the goroutine
	wg.Wait()
	if r.said == "" {
		t.Error("the test did not fail")
	}
	return r.said
}

// recorder is a test that may fail.
type recorder struct {
	testing.TB
	said string
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.said = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func run(ctx context.Context, url, sql string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, sql)
	return errors.Join(err, conn.Close(ctx))
}

func mustRun(t *testing.T, url, sql string) {
	t.Helper()
	if err := run(t.Context(), url, sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func count(t *testing.T, url string) (n int) {
	t.Helper()
	query(t, url, "SELECT count(*) FROM chat", &n)
	return n
}

func query(t *testing.T, url, sql string, into any) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(t.Context()))
	if err := conn.QueryRow(t.Context(), sql).Scan(into); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// codeOf is the SQLSTATE of a server's error, or "".
func codeOf(err error) string {
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok {
		return pg.Code
	}
	if err != nil {
		return err.Error()
	}
	return ""
}
