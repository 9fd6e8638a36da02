package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/postchat/postchat/db"
)

// databaseURL is what db.Open wants: the PostgreSQL URL, or the path of the SQLite file.
func (c Config) databaseURL(f folder) string {
	if c.DatabaseURL != "" {
		return c.DatabaseURL.Reveal()
	}
	return f.path(databaseFile)
}

// key is the key that encrypts secrets in the database: the one that was given, else the folder's own, made where it has none.
func (c Config) key(f folder) ([]byte, error) {
	if c.SecretKey != "" {
		return decodeKey(c.SecretKey)
	}
	return f.makeKey()
}

// databaseOptions names the database, with the key; both are made where they are missing.
func (c Config) databaseOptions(log *slog.Logger) (db.Options, error) {
	f, err := makeFolder(c.Data)
	if err != nil {
		return db.Options{}, err
	}
	key, err := c.key(f)
	if err != nil {
		return db.Options{}, err
	}
	return db.Options{URL: c.databaseURL(f), Key: key, Log: log}, nil
}

// withAccount is withStore for a command that needs no more than the account.
func (inv invocation) withAccount(ctx context.Context, do func(ctx context.Context, scope *db.Scope) error) error {
	return inv.withStore(ctx, func(ctx context.Context, _ *db.Store, scope *db.Scope) error { return do(ctx, scope) })
}

// withStore opens the database for a command that works on the one account, and closes it in the end. A new database is
// made ready; one of an older version is left to `postchat migrate`, as servers of that version may still be using it.
func (inv invocation) withStore(ctx context.Context, do func(ctx context.Context, store *db.Store, scope *db.Scope) error) (err error) {
	options, err := inv.config.databaseOptions(inv.log())
	if err != nil {
		return err
	}
	store, err := db.Open(ctx, options)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if err := makeReady(ctx, store); err != nil {
		return err
	}
	account, err := store.FirstAccount(ctx)
	if err != nil {
		return err
	}
	return do(ctx, store, store.Account(account.ID).As(shellActor))
}

func makeReady(ctx context.Context, store *db.Store) error {
	pending, err := store.Pending(ctx)
	if err != nil {
		return err
	}
	if len(pending) > 0 {
		if _, err := store.FirstAccount(ctx); err == nil {
			return fmt.Errorf("the database is of an older version, %d migrations behind; \"postchat migrate\" brings it up to date, "+
				"and so does \"postchat serve\"", len(pending))
		}
	}
	// Without a pending migration this only checks the key.
	return store.Migrate(ctx)
}

// log is the logger that the configuration asks for.
func (inv invocation) log() *slog.Logger {
	options := &slog.HandlerOptions{Level: inv.config.LogLevel}
	if inv.config.Log == LogJSON {
		return slog.New(slog.NewJSONHandler(inv.stderr, options))
	}
	return slog.New(slog.NewTextHandler(inv.stderr, options))
}

// printf writes to the command's standard output. That the reader is gone is found out when the process is told so.
func (inv invocation) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(inv.stdout, format, args...)
}
