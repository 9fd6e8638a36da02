package db

import (
	"context"

	"github.com/uptrace/bun"
)

// Exec runs SQL behind the store's back.
func (s *Store) Exec(ctx context.Context, query string) error {
	_, err := s.write.ExecContext(ctx, query)
	return err
}

// IsPostgres tells which database it is.
func (s *Store) IsPostgres() bool { return s.postgres() }

// InTx runs SQL in a transaction that lasts while during runs.
func (s *Store) InTx(ctx context.Context, query string, during func()) error {
	return s.write.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		_, err := tx.ExecContext(ctx, query)
		if err == nil {
			during()
		}
		return err
	})
}
