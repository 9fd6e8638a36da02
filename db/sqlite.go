package db

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// sqliteReaders is how many connections read while the one writer works.
const sqliteReaders = 4

// writerPragmas keep the writer from writing more than it must: what a statement would have to undo stays in memory, and the
// log is worked into the file by the checkpointer.
var writerPragmas = []string{"temp_store(MEMORY)", checkpointPages}

// openSQLite opens the file three times: one connection that writes, a few that read, and one for the checkpointer. A second
// writer would only meet "database is locked". Every commit is synced to disk before it returns (synchronous=FULL).
func (s *Store) openSQLite(ctx context.Context, path string) error {
	writer, err := openSQLiteFile(ctx, path, "immediate", writerPragmas...)
	if err != nil {
		return err
	}
	writer.SetMaxOpenConns(1)
	if err := os.Chmod(path, 0o600); err != nil {
		return fmt.Errorf("protect the database file: %w", err)
	}
	reader, err := openSQLiteFile(ctx, path, "deferred", "query_only(1)")
	if err != nil {
		_ = writer.Close()
		return err
	}
	reader.SetMaxOpenConns(sqliteReaders)
	reader.SetMaxIdleConns(sqliteReaders)
	checkpoints, err := openSQLiteFile(ctx, path, "deferred")
	if err != nil {
		_, _ = writer.Close(), reader.Close()
		return err
	}
	checkpoints.SetMaxOpenConns(1)
	s.checkpointer = startCheckpointer(checkpoints)
	s.write = bun.NewDB(writer, sqlitedialect.New(), bun.WithDiscardUnknownColumns())
	s.read = bun.NewDB(reader, sqlitedialect.New(), bun.WithDiscardUnknownColumns())
	return nil
}

// openSQLiteFile opens one pool of connections. A new file gets pages of 16 KiB, which
// hold a few chats or webhook bodies each: far fewer writes to the log than with SQLite's own 4 KiB.
func openSQLiteFile(ctx context.Context, path, txLock string, more ...string) (*sql.DB, error) {
	values := url.Values{"_txlock": {txLock}, "_pragma": {
		"busy_timeout(10000)", "page_size(16384)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)",
	}}
	for _, pragma := range more {
		values.Add("_pragma", pragma)
	}
	file := &url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: values.Encode()}
	db, err := sql.Open("sqlite", file.String())
	if err != nil {
		return nil, fmt.Errorf("open SQLite: %w", err)
	}
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("open the SQLite file %s: %w", path, err)
	}
	return db, nil
}
