package db

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/uptrace/bun"
)

// accountKey is the context's key for the account whose rows a connection may see.
type accountKey struct{}

// accountDB is the pool of connections that see one account's rows only, for one account. Its statements have the account with
// them. Whatever goes another way to the pool has none, and sees nothing.
type accountDB struct {
	*bun.DB
	account string
}

// NewSelect implements bun.IDB.
func (d accountDB) NewSelect() *bun.SelectQuery { return d.DB.NewSelect().Conn(d.conn()) }

// NewInsert implements bun.IDB.
func (d accountDB) NewInsert() *bun.InsertQuery { return d.DB.NewInsert().Conn(d.conn()) }

// NewUpdate implements bun.IDB.
func (d accountDB) NewUpdate() *bun.UpdateQuery { return d.DB.NewUpdate().Conn(d.conn()) }

// NewDelete implements bun.IDB.
func (d accountDB) NewDelete() *bun.DeleteQuery { return d.DB.NewDelete().Conn(d.conn()) }

// NewRaw implements bun.IDB.
func (d accountDB) NewRaw(query string, args ...any) *bun.RawQuery {
	return d.DB.NewRaw(query, args...).Conn(d.conn())
}

// RunInTx implements bun.IDB.
func (d accountDB) RunInTx(ctx context.Context, o *sql.TxOptions, fn func(ctx context.Context, tx bun.Tx) error) error {
	return d.DB.RunInTx(context.WithValue(ctx, accountKey{}, d.account), o, fn)
}

func (d accountDB) conn() bun.IConn { return accountConn{d.DB.DB, d.account} }

// accountConn runs statements of queries, below bun's hooks.
type accountConn struct {
	db      *sql.DB
	account string
}

func (c accountConn) with(ctx context.Context) context.Context {
	return context.WithValue(ctx, accountKey{}, c.account)
}

// QueryContext implements bun.IConn.
func (c accountConn) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return c.db.QueryContext(c.with(ctx), query, args...)
}

// ExecContext implements bun.IConn.
func (c accountConn) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return c.db.ExecContext(c.with(ctx), query, args...)
}

// QueryRowContext implements bun.IConn.
func (c accountConn) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	return c.db.QueryRowContext(c.with(ctx), query, args...)
}

// takeRoleOfWalls has a new connection take the role that the walls are for, and see nothing yet. Where there are no walls it stays
// the login's. The search path is kept, in which "$user" would be another now.
func takeRoleOfWalls(ctx context.Context, conn *pgx.Conn) error {
	_, err := conn.Exec(ctx, `SET `+accountSetting+` = '';
		SELECT set_config('search_path', (SELECT string_agg(quote_ident(name), ', ' ORDER BY place)
			FROM unnest(current_schemas(false)) WITH ORDINALITY AS s (name, place)), false);
		SELECT set_config('role', r.rolname, false) FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
			WHERE p.polrelid = to_regclass('accounts') AND p.polname = '`+wall+`'`)
	if err != nil {
		return fmt.Errorf("take the API's role: %w", err)
	}
	return nil
}

// showAccount lets a connection see the rows of the context's account, and no other's, before it is used. One that has seen the same
// account before needs no word to the server.
func showAccount(ctx context.Context, conn *pgx.Conn) (usable bool, err error) {
	account, _ := ctx.Value(accountKey{}).(string)
	known := conn.PgConn().CustomData()
	if shown, _ := known[accountSetting].(string); shown == account {
		return true, nil
	}
	_, err = conn.Exec(ctx, "SELECT set_config($1, $2, false)", accountSetting, account)
	switch {
	case err == nil:
		known[accountSetting] = account
		return true, nil
	case conn.IsClosed() && ctx.Err() == nil:
		return false, nil // it was broken before; another one is tried
	}
	return false, fmt.Errorf("choose the account: %w", err)
}
