package db

import (
	"context"
	"time"

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

// BusyWithReports takes the places of as many reports as there may be at once, and returns what gives them back.
func (s *Store) BusyWithReports() (done func()) { return fill(s.reports) }

// BusyWithSearches is BusyWithReports for searches.
func (s *Store) BusyWithSearches() (done func()) { return fill(s.searches) }

func fill(places chan struct{}) (done func()) {
	for range cap(places) {
		places <- struct{}{}
	}
	return func() {
		for range cap(places) {
			<-places
		}
	}
}

// SourceColumn is the column by which a table's rows belong to a source; empty for a table of none.
func SourceColumn(table string) string { return ofSource[table] }

// InSnapshot is inSnapshot, for tests of its bounds.
func (c *Scope) InSnapshot(ctx context.Context, limit time.Duration, fn func(ctx context.Context, tx *Scope) error) error {
	return c.inSnapshot(ctx, bounds{c.store.reports, limit, tooManyChats()}, fn)
}

// CountAll counts rows of a table in a Scope's connection, without its filter.
func (c *Scope) CountAll(ctx context.Context, table, where string) (n int, err error) {
	err = c.reader().NewSelect().TableExpr(table).ColumnExpr("count(*)").Where(where).Scan(ctx, &n)
	return n, err
}

// Exec runs SQL in a Scope's transaction, which is kept where it succeeds.
func (c *Scope) Exec(ctx context.Context, query string) (rows int64, err error) {
	err = c.InTx(ctx, func(ctx context.Context, tx *Scope) error {
		result, err := tx.writer().ExecContext(ctx, query)
		if err == nil {
			rows, err = result.RowsAffected()
		}
		return err
	})
	return rows, err
}

// SearchWindow sets how many follow-ups are looked through for a page of a search.
func (s *Store) SearchWindow(n int64) { s.searchWindow = n }
