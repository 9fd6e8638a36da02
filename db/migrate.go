package db

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/uptrace/bun/migrate"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrationLock is the PostgreSQL advisory lock under which one server migrates. bun's own lock is a row, which a killed
// process leaves behind for ever; this one goes with its connection.
const migrationLock = 0x706f737463686174 // "postchat"

// Migrate brings the schema to this program's version and makes the first account. It may be called by many servers at once.
// On PostgreSQL it switches row-level security on where it can; see Walls.
func (s *Store) Migrate(ctx context.Context) error {
	if !s.postgres() {
		return s.migrate(ctx)
	}
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("lock the schema: %w", err)
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", int64(migrationLock)); err != nil {
		return fmt.Errorf("lock the schema: %w", err)
	}
	defer func() {
		_, _ = conn.Exec(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1)", int64(migrationLock))
	}()
	if err := s.migrate(ctx); err != nil {
		return err
	}
	changed, err := raiseWalls(ctx, conn.Conn())
	if changed {
		s.scopedPool.Reset() // connections from before have no role
	}
	return err
}

func (s *Store) migrate(ctx context.Context) error {
	migrator, err := s.migrator()
	if err != nil {
		return err
	}
	if err := migrator.Init(ctx); err != nil {
		return fmt.Errorf("prepare the migrations: %w", err)
	}
	if _, err := migrator.Migrate(ctx); err != nil {
		return fmt.Errorf("migrate the schema: %w", err)
	}
	if err := s.CheckKey(ctx); err != nil {
		return err
	}
	return s.ensureAccount(ctx)
}

// Pending returns the names of the migrations that the database lacks. An empty database lacks them all.
func (s *Store) Pending(ctx context.Context) ([]string, error) {
	migrator, err := s.migrator()
	if err != nil {
		return nil, err
	}
	if err := migrator.Init(ctx); err != nil {
		return nil, fmt.Errorf("prepare the migrations: %w", err)
	}
	all, err := migrator.MigrationsWithStatus(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	var names []string
	for _, m := range all.Unapplied() {
		names = append(names, m.Name+"_"+m.Comment)
	}
	return names, nil
}

func (s *Store) migrator() (*migrate.Migrator, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		panic(err) // a broken build
	}
	migrations := migrate.NewMigrations()
	if err := migrations.Discover(files); err != nil {
		return nil, fmt.Errorf("read the migrations: %w", err)
	}
	dialect := map[string]any{"Postgres": false, "Time": "TIMESTAMP", "Bytes": "BLOB"}
	if s.postgres() {
		dialect = map[string]any{"Postgres": true, "Time": "timestamptz", "Bytes": "bytea"}
	}
	return migrate.NewMigrator(s.write, migrations, migrate.WithTemplateData(dialect), migrate.WithMarkAppliedOnSuccess(true)), nil
}
