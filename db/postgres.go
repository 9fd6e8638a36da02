package db

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
)

// openPostgres connects through two pgx pools: one for webhooks and workers, which bun and the recorder share, and one for Scopes,
// whose connections see one account's rows only.
func (s *Store) openPostgres(ctx context.Context, url string) error {
	config, err := postgresConfig(url)
	if err != nil {
		return err
	}
	scoped := config.Copy()
	scoped.AfterConnect = func(ctx context.Context, conn *pgx.Conn) error {
		readUTC(conn)
		return takeRoleOfWalls(ctx, conn)
	}
	scoped.PrepareConn = showAccount
	config.AfterConnect = func(ctx context.Context, conn *pgx.Conn) error {
		readUTC(conn)
		// To plan the one statement that has parameters anew for each batch would take longer than to run it.
		_, err := conn.Exec(ctx, "SET plan_cache_mode = force_generic_plan")
		return err
	}
	if s.pool, err = openPool(ctx, config); err != nil {
		return err
	}
	if s.scopedPool, err = openPool(ctx, scoped); err != nil {
		s.pool.Close()
		return err
	}
	s.write = openBun(s.pool)
	s.read = s.write
	s.scoped = openBun(s.scopedPool)
	s.relay = newRelay(s.pool, &s.hub, s.log)
	return nil
}

// postgresConfig is what both pools have in common.
func postgresConfig(url string) (*pgxpool.Config, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("read the database URL: %w", err)
	}
	// bun writes values into the SQL text, so that a prepared statement would never be used twice.
	config.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeExec
	config.ConnConfig.RuntimeParams["timezone"] = "UTC"
	config.ConnConfig.RuntimeParams["application_name"] = "postchat"
	if config.ConnConfig.ConnectTimeout == 0 {
		config.ConnConfig.ConnectTimeout = 5 * time.Second
	}
	config.MaxConns = max(config.MaxConns, 16)
	return config, nil
}

func readUTC(conn *pgx.Conn) {
	conn.TypeMap().RegisterType(&pgtype.Type{
		Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
	})
}

func openPool(ctx context.Context, config *pgxpool.Config) (*pgxpool.Pool, error) {
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open PostgreSQL: %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("reach PostgreSQL: %w", err)
	}
	return pool, nil
}

func openBun(pool *pgxpool.Pool) *bun.DB {
	return bun.NewDB(stdlib.OpenDBFromPool(pool), pgdialect.New(), bun.WithDiscardUnknownColumns())
}
