// Package db keeps everything that Postchat knows, in SQLite or PostgreSQL, through one code path of bun models and
// queries. SQL appears nowhere else.
//
// A Store serves the whole installation: webhooks and workers use it directly. A Scope is the store as one account sees it;
// pages and API reach data only through one, so that no account sees another's.
package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Options say which database to open and how.
type Options struct {
	// URL is postgres://... for PostgreSQL; everything else is the path of an SQLite file, made where it is missing.
	URL string
	// Key encrypts secrets at rest: 32 bytes.
	Key []byte
	// Now is the clock; nil means postchat.Now.
	Now func() time.Time
	// Log gets what goes wrong in the background; nil means slog.Default.
	Log *slog.Logger
}

// Store is an open database.
type Store struct {
	write *bun.DB
	read  *bun.DB       // the same as write on PostgreSQL
	pool  *pgxpool.Pool // nil on SQLite
	// scoped is for Scopes, and scopedPool below it; nil on SQLite. See accountDB.
	scoped     *bun.DB
	scopedPool *pgxpool.Pool

	box box
	now func() time.Time
	log *slog.Logger

	recorder *batcher[arriving, recorded]
	results  *batcher[Result, bool]
	entries  inOrder // ids of audit entries
	reports  chan struct{}
	searches chan struct{}
	inserts  chatInserts // of the recorder's flushes, of which there is one at a time
	// searchWindow is how many follow-ups are looked through for a page of a search.
	searchWindow int64
	// checkpointer is nil on PostgreSQL.
	checkpointer *checkpointer
	hub          hub
	relay        *relay // nil on SQLite
}

// txTimeout bounds every transaction, so that none can hold SQLite's one writer for ever.
const txTimeout = 30 * time.Second

// Open opens the database that the options name. It does not migrate it; see Migrate.
func Open(ctx context.Context, o Options) (*Store, error) {
	if o.Now == nil {
		o.Now = postchat.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	sealed, err := newBox(o.Key)
	if err != nil {
		return nil, err
	}
	s := &Store{
		reports: make(chan struct{}, maxReports), searches: make(chan struct{}, maxSearches), searchWindow: searchWindow,
		box: sealed, now: o.Now, log: o.Log.With("component", "db"),
	}
	if IsPostgres(o.URL) {
		err = s.openPostgres(ctx, o.URL)
	} else {
		err = s.openSQLite(ctx, o.URL)
	}
	if err != nil {
		return nil, err
	}
	s.recorder = newBatcher(s.recordBatch)
	s.results = newBatcher(s.finishBatch)
	return s, nil
}

// IsPostgres reports whether url names a PostgreSQL database.
func IsPostgres(url string) bool {
	return strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://")
}

// Close finishes what is being written and closes the database.
func (s *Store) Close() error {
	s.recorder.close()
	s.results.close()
	s.relay.close()
	var err error
	if s.checkpointer != nil {
		err = s.checkpointer.close()
	}
	err = errors.Join(err, s.write.Close())
	if s.read != s.write {
		err = errors.Join(err, s.read.Close())
	}
	if s.pool != nil {
		err = errors.Join(err, s.scoped.Close())
		s.scopedPool.Close()
		s.pool.Close()
	}
	return err
}

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.read.PingContext(ctx); err != nil {
		return fmt.Errorf("reach the database: %w", err)
	}
	return nil
}

func (s *Store) postgres() bool { return s.pool != nil }

// inTx runs fn in one transaction with a time limit. On SQLite there is one writer, so fn must use tx for everything.
func (s *Store) inTx(ctx context.Context, fn func(ctx context.Context, tx bun.Tx) error) error {
	return inTx(ctx, s.write, fn)
}

func inTx(ctx context.Context, in bun.IDB, fn func(ctx context.Context, tx bun.Tx) error) error {
	ctx, cancel := context.WithTimeout(ctx, txTimeout)
	defer cancel()
	return in.RunInTx(ctx, nil, fn)
}

// notFound turns an empty result into our own error, which names what was looked for.
func notFound(err error, what string) error {
	if errors.Is(err, sql.ErrNoRows) {
		return postchat.NotFoundf("There is no such %s.", what)
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", what, err)
	}
	return nil
}
