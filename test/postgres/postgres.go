//go:build linux || darwin

// Package postgres gives tests a real PostgreSQL server that needs no preparation and leaves nothing behind.
//
// [New] is for most tests: a migrated database of the test's own, on a server that all tests of the process share. The
// server is the one at TEST_POSTGRES_URL where that is set, else a private cluster made from the machine's PostgreSQL
// programs on first use. [Start] is for tests that stop or kill the server, and for benchmarks: a cluster of one's own.
//
// Private clusters listen on 127.0.0.1 alone, live in a temporary folder and end with the test process, also when that is
// killed. A server that happens to run on this machine is never touched. Where no server can be had the test fails and
// names the command that helps; it is never skipped. Databases belong to an ordinary login that may make roles, and not to a
// superuser, who would see no wall in them; the one at TEST_POSTGRES_URL must be a superuser, who makes that login.
package postgres

import (
	"context"
	"net/url"
	"os"
	"sync"
	"testing"
	"time"
)

// limit guards one step, such as making a database, against hanging for ever. None takes nearly as long.
const limit = 2 * time.Minute

// shared is the server behind New: started by the first test that asks, then used by all of the process.
var shared = sync.OnceValues(func() (*host, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if admin := os.Getenv("TEST_POSTGRES_URL"); admin != "" {
		h := &host{admin: admin}
		if err := h.sweep(ctx, time.Now().Add(-leftOver)); err != nil {
			return nil, err
		}
		return h, h.makeLogin(ctx)
	}
	cluster, err := launch(Options{})
	if err != nil {
		return nil, err
	}
	return &host{admin: cluster.Superuser(), login: url.User(login), cluster: cluster}, nil
})

// New makes a database for this test alone, as migrate leaves it, and returns its URL (postgres://...). The database is
// dropped when the test ends, together with any connection that is still open to it.
//
// migrate is called with the URL of an empty database, once per process: every later test gets a copy of the result, in a
// fraction of a second. Migrations are told apart by the code of the function, so it must not depend on variables that
// it captures. It should close its connections; those left open are cut. A nil migrate gives an empty database.
//
// New may be called by parallel tests. It fails the test when no server or no database can be had.
func New(t testing.TB, migrate func(ctx context.Context, url string) error) string {
	t.Helper()
	h, err := shared()
	if err != nil {
		t.Fatalf("no PostgreSQL for this test: %v", err)
	}
	return h.database(t, migrate)
}

// Start gives the test a cluster of its own, running, which is removed when the test ends. It fails the test when the
// cluster cannot be made. The end of the server's log is shown where the test has failed.
func Start(t testing.TB, o Options) *Cluster {
	t.Helper()
	c, err := launch(o)
	if err != nil {
		t.Fatalf("no PostgreSQL for this test: %v", err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the end of the PostgreSQL server's log:\n%s", c.logTail())
		}
		if err := c.remove(); err != nil {
			t.Errorf("remove the PostgreSQL cluster: %v", err)
		}
	})
	return c
}
