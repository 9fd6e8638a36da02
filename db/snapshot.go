package db

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"
)

// bounds keep reads that may take long from keeping the database from everything else.
type bounds struct {
	places  chan struct{} // as many as may be at once
	limit   time.Duration
	tooLong error // what is said of those that take longer
}

// inSnapshot runs fn with a Scope whose reads see the database as it is at one moment, after waiting for a place.
func (c *Scope) inSnapshot(ctx context.Context, b bounds, fn func(ctx context.Context, tx *Scope) error) error {
	select {
	case b.places <- struct{}{}:
		defer func() { <-b.places }()
	case <-ctx.Done():
		return ctx.Err()
	}
	limited, cancel := context.WithTimeout(ctx, b.limit)
	defer cancel()
	err := c.reader().RunInTx(limited, &sql.TxOptions{Isolation: c.store.snapshot(), ReadOnly: c.store.postgres()},
		func(ctx context.Context, tx bun.Tx) error {
			if c.store.postgres() {
				// So that the server stops too; it would not notice that nobody waits.
				if _, err := tx.NewRaw("SET LOCAL statement_timeout = ?", b.limit.Milliseconds()).Exec(ctx); err != nil {
					return err
				}
			}
			inside := *c
			inside.tx = tx
			return fn(ctx, &inside)
		})
	if err == nil || ctx.Err() != nil {
		return err // or nobody waits for it any more
	}
	const canceled = "57014"
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok && pg.Code == canceled || errors.Is(limited.Err(), context.DeadlineExceeded) {
		return b.tooLong
	}
	return err
}
