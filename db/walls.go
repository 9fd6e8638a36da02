package db

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// The filter of a Scope is the first wall between accounts. On PostgreSQL row-level security is the second: a Scope's connections
// belong to a role that owns nothing, and every table of an account has a policy which shows that role the rows of one account,
// the one that the connection is set to. Webhooks and workers, which serve all accounts, go on as the owner of the tables, whom
// policies do not concern; so do backups.

const (
	// wall is the policies' name. Another policy needs another name, so that Migrate sees what is still to be done.
	wall = "postchat_account"
	// accountSetting is the connection's account. Where it is empty no row is seen or written.
	accountSetting = "postchat.account"
)

// wallRights are what the role may do with a table. The ledger's triggers run as the owner, and the audit log only grows.
func wallRights(table string) []string {
	switch table {
	case "accounts": // whose numbers of follow-ups go up
		return []string{"SELECT", "UPDATE"}
	case "ledger_entries":
		return []string{"SELECT"}
	case "audit_entries":
		return []string{"SELECT", "INSERT"}
	}
	return []string{"SELECT", "INSERT", "UPDATE", "DELETE"}
}

// Walls says how PostgreSQL keeps accounts apart.
type Walls struct {
	// Role is the role under which Scopes read and write; empty where row-level security is off, because the login may not make such
	// a role. The filter of each Scope then stands alone.
	Role string
	// Advice is the SQL by which an administrator of the database lets the next Migrate switch it on; empty where there is a Role.
	Advice string
}

// Walls looks at the database, which must be PostgreSQL.
func (s *Store) Walls(ctx context.Context) (Walls, error) {
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return Walls{}, fmt.Errorf("look for row-level security: %w", err)
	}
	defer conn.Release()
	return wallsOf(ctx, conn.Conn())
}

func wallsOf(ctx context.Context, conn *pgx.Conn) (Walls, error) {
	const query = `SELECT current_user, COALESCE((SELECT r.rolname FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
		WHERE p.polrelid = to_regclass('accounts') AND p.polname = $1), '')`
	var w Walls
	var login string
	if err := conn.QueryRow(ctx, query, wall).Scan(&login, &w.Role); err != nil {
		return Walls{}, fmt.Errorf("look for row-level security: %w", err)
	}
	if w.Role == "" {
		var taken bool
		if err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", roleOf(login)).Scan(&taken); err != nil {
			return Walls{}, fmt.Errorf("look for row-level security: %w", err)
		}
		w.Advice = fmt.Sprintf("CREATE ROLE %[1]s NOLOGIN; GRANT %[1]s TO %[2]s;", quote(roleOf(login)), quote(login))
		if taken {
			w.Advice = fmt.Sprintf("/* %s is somebody who signs in or sees everything; rename that role first */ ", roleOf(login)) + w.Advice
		}
	}
	return w, nil
}

// raiseWalls makes the role, and the policies of the tables that lack one. It reports whether it changed anything. It needs the
// lock of the migrations. Where the login may not make the role all stays as it is, but walls that are up never come down.
func raiseWalls(ctx context.Context, conn *pgx.Conn) (changed bool, err error) {
	role, err := takeRole(ctx, conn)
	if err != nil {
		return false, err
	}
	if role == "" {
		w, err := wallsOf(ctx, conn)
		if err == nil && w.Role != "" {
			err = fmt.Errorf("row-level security is on, and this login may not take the role %s any more: GRANT %[1]s to it", quote(w.Role))
		}
		return false, err
	}
	if err := runTriggersAsOwner(ctx, conn); err != nil {
		return false, err
	}
	tables, err := tablesWithoutWall(ctx, conn, role)
	if err != nil {
		return false, err
	}
	for _, table := range tables {
		if err := raiseWall(ctx, conn, table, role); err != nil {
			return false, fmt.Errorf("switch row-level security on for %s: %w", table, err)
		}
	}
	return len(tables) > 0, nil
}

// raiseWall does one table, in one transaction: to wait for several tables at once could be a deadlock with a running server.
func raiseWall(ctx context.Context, conn *pgx.Conn, table, role string) error {
	column := "account_id"
	if table == "accounts" {
		column = "id"
	}
	// The inner SELECT is evaluated once a statement, not once a row.
	_, err := conn.Exec(ctx, strings.NewReplacer("{table}", quote(table), "{role}", quote(role), "{column}", column, "{wall}", wall,
		"{setting}", accountSetting, "{rights}", strings.Join(wallRights(table), ", ")).Replace(`
			ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
			DROP POLICY IF EXISTS {wall} ON {table};
			CREATE POLICY {wall} ON {table} TO {role} USING ({column} = (SELECT NULLIF(current_setting('{setting}', true), '')));
			REVOKE ALL ON {table} FROM {role};
			GRANT {rights} ON {table} TO {role}`))
	return err
}

// tablesWithoutWall lists the accounts' tables that lack the policy or the rights, accounts itself last: from its policy on
// connections take the role.
func tablesWithoutWall(ctx context.Context, conn *pgx.Conn, role string) ([]string, error) {
	const query = `SELECT c.relname, c.relrowsecurity AND EXISTS (
			SELECT FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles) WHERE p.polrelid = c.oid AND p.polname = $1 AND r.rolname = $2),
		ARRAY(SELECT kind FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) WITH ORDINALITY AS k (kind, place)
			WHERE has_table_privilege($2, c.oid, kind) ORDER BY place)
		FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND (c.relname = 'accounts'
			OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'account_id' AND NOT a.attisdropped))
		ORDER BY c.relname = 'accounts', c.relname`
	rows, err := conn.Query(ctx, query, wall, role)
	if err != nil {
		return nil, fmt.Errorf("look for row-level security: %w", err)
	}
	var tables []string
	var table string
	var walled bool
	var rights []string
	_, err = pgx.ForEachRow(rows, []any{&table, &walled, &rights}, func() error {
		if !walled || !slices.Equal(rights, wallRights(table)) {
			tables = append(tables, table)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look for row-level security: %w", err)
	}
	return tables, nil
}

// runTriggersAsOwner has the functions of our triggers do what the role may not, such as booking in the ledger. They look for
// tables in our schema alone, so that nobody can put a table of their own in the way.
func runTriggersAsOwner(ctx context.Context, conn *pgx.Conn) error {
	const query = `SELECT DISTINCT format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = %I, pg_temp', p.oid::regprocedure, n.nspname)
		FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		JOIN pg_proc p ON p.oid = t.tgfoid AND p.proowner = c.relowner
		WHERE NOT t.tgisinternal AND n.nspname = current_schema() AND NOT (p.prosecdef AND p.proconfig IS NOT NULL)`
	rows, err := conn.Query(ctx, query)
	if err != nil {
		return fmt.Errorf("look for triggers: %w", err)
	}
	statements, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return fmt.Errorf("look for triggers: %w", err)
	}
	for _, statement := range statements {
		if _, err := conn.Exec(ctx, statement); err != nil {
			return fmt.Errorf("let triggers run as the owner: %w", err)
		}
	}
	return nil
}

// roleOf is the name of a login's role. Each login has its own: with one for all, a login could see what others keep in other
// databases of the same server.
func roleOf(login string) string {
	const most, suffix = 63, "_api" // bytes in a name
	if len(login) > most-len(suffix) {
		login = strings.ToValidUTF8(login[:most-len(suffix)], "")
	}
	return login + suffix
}

// takeRole returns the login's role, made where it is missing; empty where this login may not make it, or not take it.
func takeRole(ctx context.Context, conn *pgx.Conn) (string, error) {
	var login string
	var canEnter bool
	if err := conn.QueryRow(ctx, "SELECT current_user").Scan(&login); err != nil {
		return "", fmt.Errorf("look for the API's role: %w", err)
	}
	role := roleOf(login)
	if fit, err := makeRole(ctx, conn, role); err != nil || !fit {
		return "", err
	}
	take, grant := "SET ROLE "+quote(role)+"; RESET ROLE", "GRANT "+quote(role)+" TO SESSION_USER"
	if allowed, err := try(ctx, conn, take); err != nil {
		return "", err
	} else if !allowed {
		if allowed, err = try(ctx, conn, grant+"; "+take); err != nil || !allowed {
			return "", err
		}
	}
	if err := conn.QueryRow(ctx, "SELECT has_schema_privilege($1, current_schema(), 'USAGE')", role).Scan(&canEnter); err != nil {
		return "", fmt.Errorf("look at the API's role: %w", err)
	}
	if !canEnter {
		const enter = "DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %%I TO %%I', current_schema(), '%s'); END $$"
		if allowed, err := try(ctx, conn, fmt.Sprintf(enter, strings.ReplaceAll(role, "'", "''"))); err != nil || !allowed {
			return "", err
		}
	}
	return role, nil
}

// makeRole makes the role where it is missing. It is not fit where the login may not, or where a role of that name is somebody who
// signs in, or sees everything.
func makeRole(ctx context.Context, conn *pgx.Conn, role string) (fit bool, err error) {
	const look = "SELECT NOT (rolsuper OR rolbypassrls OR rolcanlogin) FROM pg_roles WHERE rolname = $1"
	err = conn.QueryRow(ctx, look, role).Scan(&fit)
	if !errors.Is(err, pgx.ErrNoRows) {
		return fit, err
	}
	fit, err = try(ctx, conn, "CREATE ROLE "+quote(role)+" NOLOGIN")
	const there, thereNow = "42710", "23505" // one of the name was made meanwhile, from another database
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok && (pg.Code == there || pg.Code == thereNow) {
		err = conn.QueryRow(ctx, look, role).Scan(&fit)
	}
	return fit, err
}

// try runs SQL and reports whether the login may.
func try(ctx context.Context, conn *pgx.Conn, sql string) (allowed bool, err error) {
	_, err = conn.Exec(ctx, sql)
	const denied = "42501"
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok && pg.Code == denied {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("make a role for the API: %w", err)
	}
	return true, nil
}

func quote(name string) string { return pgx.Identifier{name}.Sanitize() }
