package db_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/stores"
)

// common are the tables that are no account's. The role of Scopes has no right to them.
var common = []string{"bun_migration_locks", "bun_migrations", "cursors", "event_tokens", "foreign_events", "meta"}

// A table that a migration adds has account_id, and with it a wall, or is named above after some thought.
func TestEveryTableHasAWallOrIsNoAccounts(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	for _, table := range h.tables {
		if rights := h.rights(table); slices.Contains(common, table) != (rights == "") {
			t.Errorf("the role of Scopes has these rights to %s: %q", table, rights)
		}
		if slices.Contains(common, table) {
			continue
		}
		if n := h.count("SELECT count(*) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relrowsecurity AND c.relname = $1", table); n != 1 {
			t.Errorf("%s has no policy, or several", table)
		}
	}
}

func TestNoScopeReachesARowOfAnotherAccountEvenWithoutAFilter(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.fill()
	for _, table := range h.tables {
		if slices.Contains(common, table) {
			continue
		}
		column := ownerColumn(table)
		rows := h.rows(table)
		mine, theirs := "'"+h.mine+"'", "'"+h.theirs+"'"
		for name, statement := range map[string]string{
			"reads all":                  "SELECT 1 FROM " + table,
			"reads theirs":               "SELECT 1 FROM " + table + " WHERE " + column + " = " + theirs,
			"changes all":                "UPDATE " + table + " SET " + column + " = " + column,
			"changes theirs":             "UPDATE " + table + " SET " + column + " = " + column + " WHERE " + column + " = " + theirs,
			"takes theirs":               "UPDATE " + table + " SET " + column + " = " + mine + " WHERE " + column + " = " + theirs,
			"gives mine":                 "UPDATE " + table + " SET " + column + " = " + theirs + " WHERE " + column + " = " + mine,
			"deletes theirs":             "DELETE FROM " + table + " WHERE " + column + " = " + theirs,
			"empties it":                 "TRUNCATE " + table + " CASCADE",
			"inserts for them":           h.insert(table, h.theirs, "new"),
			"copies mine to them":        "INSERT INTO " + table + " SELECT (jsonb_populate_record(t, jsonb_build_object('" + column + "', " + theirs + "))).* FROM " + table + " t",
			"switches the wall off":      "ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY",
			"passes by without a wall":   "SET LOCAL row_security = off; SELECT 1 FROM " + table,
			"reads as if it were theirs": "SELECT 1 FROM " + table + " t WHERE (t." + column + " COLLATE \"C\") LIKE '%" + h.theirs[len(h.theirs)-4:] + "'",
		} {
			most := int64(0)
			if strings.HasSuffix(name, " all") {
				most = 1 // one's own
			}
			if n, err := h.try(h.mine, statement); err == nil && n > most {
				t.Errorf("%s, one who %s: %d rows", table, name, n)
			}
			if now := h.rows(table); now != rows {
				t.Fatalf("%s, one who %s: the rows are now\n%s\nand were\n%s", table, name, now, rows)
			}
		}
		if n, err := h.try(h.mine, "SELECT 1 FROM "+table); n != 1 || err != nil {
			t.Errorf("%s: of one's own rows %d are seen, want 1 (%v)", table, n, err)
		}
	}
}

func TestWithoutAnAccountNothingIsThere(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.fill()
	for _, table := range h.tables {
		if slices.Contains(common, table) {
			continue
		}
		rows := h.rows(table)
		for _, statement := range []string{
			"SELECT 1 FROM " + table, "DELETE FROM " + table, h.insert(table, h.mine, "new"), h.insert(table, "", "new"),
			"UPDATE " + table + " SET " + ownerColumn(table) + " = " + ownerColumn(table),
		} {
			if n, err := h.try("", statement); n > 0 && err == nil {
				t.Errorf("%s: %d rows", statement, n)
			}
		}
		if now := h.rows(table); now != rows {
			t.Errorf("%s: the rows are now\n%s\nand were\n%s", table, now, rows)
		}
	}
}

func TestConnectionsThatGoFromAccountToAccountShowEachItsOwn(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		mine, theirs := stores.Sample(t, store).Scope, store.Account(stores.OtherAccount(t, store).ID)
		campaign := postchat.NewCampaign(theirs.AccountID(), "Theirs", postchat.Now())
		if err := theirs.SaveCampaign(t.Context(), &campaign); err != nil {
			t.Fatal(err)
		}
		var readers sync.WaitGroup
		for range 8 {
			readers.Go(func() {
				for range 50 {
					for name, scope := range map[string]*db.Scope{"Acme website": mine, "Theirs": theirs} {
						n, err := scope.CountAll(t.Context(), "campaigns", "name = '"+name+"'")
						all, err2 := scope.CountAll(t.Context(), "campaigns", "true")
						if want := map[bool]int{true: 1, false: 2}[store.IsPostgres()]; n != 1 || all != want || err != nil || err2 != nil {
							t.Errorf("%s: %d of %d campaigns (%v, %v)", name, n, all, err, err2)
						}
					}
				}
			})
		}
		readers.Wait()
	})
}

func TestWallsStandBeforeEveryKindOfLogin(t *testing.T) {
	t.Parallel()
	cluster := postgres.Start(t, postgres.Options{})
	admin := connect(t, cluster.Superuser())
	for _, test := range []struct {
		name, prepare, login string
		role                 string // empty where the walls are still to be raised
	}{
		{"one that may make roles", `CREATE ROLE maker LOGIN CREATEROLE`, "maker", "maker_api"},
		{"one whose role was made for it", `CREATE ROLE guest LOGIN; CREATE ROLE guest_api; GRANT guest_api TO guest`, "guest", "guest_api"},
		{"a superuser", `CREATE ROLE root LOGIN SUPERUSER`, "root", "root_api"},
		{"one with a name that needs quotes", `CREATE ROLE "The ""shop""" LOGIN CREATEROLE`, `The "shop"`, `The "shop"_api`},
		{"one that may make none", `CREATE ROLE plain LOGIN`, "plain", ""},
		{"one whose role is somebody", `CREATE ROLE boss LOGIN SUPERUSER; CREATE ROLE boss_api LOGIN`, "boss", ""},
		{"one whose role sees everything", `CREATE ROLE seer LOGIN SUPERUSER; CREATE ROLE seer_api BYPASSRLS`, "seer", ""},
		{"one whose schema has its own name", `CREATE ROLE own LOGIN CREATEROLE`, "own", "own_api"},
	} {
		t.Run(test.name, func(t *testing.T) {
			database := "of_" + strings.Map(func(r rune) rune {
				if r < 'a' || r > 'z' {
					return -1
				}
				return r
			}, test.login)
			mustExec(t, admin, test.prepare, "CREATE DATABASE "+database+" OWNER "+pgx.Identifier{test.login}.Sanitize())
			config := *connect(t, cluster.Superuser()).Config()
			url := fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?sslmode=disable", strings.NewReplacer(" ", "%20", `"`, "%22").Replace(test.login), config.Port, database)
			if test.login == "own" {
				mustExec(t, connect(t, url), "CREATE SCHEMA own")
			}
			store := openStore(t, url)
			h := &house{T: t, store: store, conn: connect(t, url)}
			walls, err := store.Walls(t.Context())
			if err != nil || walls.Role != test.role || (walls.Role == "") != (walls.Advice != "") {
				t.Fatalf("the walls are %+v (%v)", walls, err)
			}
			h.furnish()
			if test.role == "" {
				h.seen(2)
				if test.login != "plain" {
					if !strings.Contains(walls.Advice, "rename") {
						t.Errorf("where the role is somebody's the advice is %s", walls.Advice)
					}
					return
				}
				mustExec(t, admin, walls.Advice)
				if err := store.Migrate(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			h.seen(1)
		})
	}
}

func TestWallsThatAreUpNeverComeDown(t *testing.T) {
	t.Parallel()
	cluster := postgres.Start(t, postgres.Options{})
	openStore(t, cluster.URL())
	admin := connect(t, cluster.Superuser())
	mustExec(t, admin, "ALTER ROLE postchat NOCREATEROLE", "REVOKE postchat_api FROM postchat")
	store, err := db.Open(t.Context(), db.Options{URL: cluster.URL(), Key: stores.Key})
	if err == nil {
		t.Cleanup(func() { _ = store.Close() })
		err = store.Migrate(t.Context())
	}
	if err == nil || !strings.Contains(err.Error(), "postchat_api") {
		t.Errorf("a login that may not take its role any more is told %v", err)
	}
}

func TestAWallThatWasTakenDownIsRaisedAgain(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	for name, statement := range map[string]string{
		"switched off":    "ALTER TABLE chats DISABLE ROW LEVEL SECURITY",
		"without policy":  "DROP POLICY postchat_account ON chats",
		"too many rights": "GRANT DELETE ON ledger_entries TO " + pgx.Identifier{h.role}.Sanitize(),
		"trigger":         "ALTER FUNCTION ledger_update() SECURITY INVOKER",
	} {
		mustExec(t, h.conn, statement)
		if err := h.store.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		if h.rights("ledger_entries") != "SELECT" ||
			h.count("SELECT count(*) FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid WHERE relname = 'chats' AND relrowsecurity") != 1 ||
			h.count("SELECT count(*) FROM pg_proc WHERE proname = 'ledger_update' AND prosecdef") != 1 {
			t.Errorf("%s: it stays so", name)
		}
	}
}

// house is a PostgreSQL database with two accounts.
type house struct {
	*testing.T
	store        *db.Store
	conn         *pgx.Conn // the owner's
	role         string
	mine, theirs string // ids of accounts
	tables       []string
	columns      map[string][]column
}

type column struct {
	name, kind string
	made       bool // by the database
}

func newHouse(t *testing.T) *house {
	t.Helper()
	url := postgres.New(t, nil)
	h := &house{T: t, store: openStore(t, url), conn: connect(t, url), columns: map[string][]column{}}
	walls, err := h.store.Walls(t.Context())
	if err != nil || walls.Role == "" {
		t.Fatalf("there are no walls: %+v (%v)", walls, err)
	}
	h.role = walls.Role
	rows, err := h.conn.Query(t.Context(), `SELECT table_name, column_name, data_type, is_identity = 'YES' FROM information_schema.columns
		WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`)
	if err != nil {
		t.Fatal(err)
	}
	var table string
	var c column
	if _, err := pgx.ForEachRow(rows, []any{&table, &c.name, &c.kind, &c.made}, func() error {
		h.columns[table] = append(h.columns[table], c)
		if !slices.Contains(h.tables, table) {
			h.tables = append(h.tables, table)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return h
}

// furnish makes a second account, with a campaign in each.
func (h *house) furnish() {
	h.Helper()
	h.mine = stores.Sample(h, h.store).Account.ID
	h.theirs = stores.OtherAccount(h, h.store).ID
	campaign := postchat.NewCampaign(h.theirs, "Theirs", postchat.Now())
	if err := h.store.Account(h.theirs).SaveCampaign(h.Context(), &campaign); err != nil {
		h.Fatal(err)
	}
}

// seen checks how many campaigns are there for a query without a filter.
func (h *house) seen(want int) {
	h.Helper()
	n, err := h.store.Account(h.mine).CountAll(h.Context(), "campaigns", "true")
	if err != nil || n != want {
		h.Errorf("%d campaigns are seen, want %d (%v)", n, want, err)
	}
}

// fill puts one row of each of two accounts into every table, whatever its columns are.
func (h *house) fill() {
	h.Helper()
	h.mine, h.theirs = "00000000-mine", "00000000-theirs"
	mustExec(h, h.conn, `DO $$ DECLARE c record; BEGIN
		FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'f' LOOP
			EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
		END LOOP; END $$`, "DELETE FROM accounts")
	for _, table := range h.tables {
		if slices.Contains(common, table) {
			continue
		}
		mustExec(h, h.conn, "ALTER TABLE "+table+" DISABLE TRIGGER USER")
		for _, account := range []string{h.mine, h.theirs} {
			mustExec(h, h.conn, h.insert(table, account, account))
		}
	}
}

// insert is a statement that adds a row of the account, with values that no row of another mark has.
func (h *house) insert(table, account, mark string) string {
	var names, values []string
	for _, c := range h.columns[table] {
		if c.made {
			continue
		}
		value := map[string]string{
			"text": "'" + mark + "'", "bytea": "'" + mark + "'", "boolean": "false", "timestamp with time zone": "now()",
			"integer": fmt.Sprint(len(mark)), "bigint": fmt.Sprint(len(mark)),
		}[c.kind]
		if value == "" {
			h.Fatalf("no value for a column of %s that is %s", table, c.kind)
		}
		if c.name == ownerColumn(table) {
			value = "'" + account + "'"
		}
		names, values = append(names, c.name), append(values, value)
	}
	return "INSERT INTO " + table + " (" + strings.Join(names, ", ") + ") VALUES (" + strings.Join(values, ", ") + ")"
}

// try runs SQL in a transaction of a Scope of the account. The rows are those that were returned or changed.
func (h *house) try(account, statement string) (rows int64, err error) {
	return h.store.Account(account).Exec(h.Context(), statement)
}

// rows are all rows of a table, as the owner sees them.
func (h *house) rows(table string) (text string) {
	h.Helper()
	err := h.conn.QueryRow(h.Context(), "SELECT COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM "+table+" t").Scan(&text)
	if err != nil {
		h.Fatal(err)
	}
	return text
}

func (h *house) count(query string, args ...any) (n int) {
	h.Helper()
	if err := h.conn.QueryRow(h.Context(), query, args...).Scan(&n); err != nil {
		h.Fatal(err)
	}
	return n
}

// rights are those of the role of Scopes.
func (h *house) rights(table string) (rights string) {
	h.Helper()
	err := h.conn.QueryRow(h.Context(), `SELECT COALESCE(string_agg(kind, ', '), '') FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE',
		'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS kind WHERE has_table_privilege($1, $2, kind)`, h.role, table).Scan(&rights)
	if err != nil {
		h.Fatal(err)
	}
	return rights
}

func ownerColumn(table string) string {
	if table == "accounts" {
		return "id"
	}
	return "account_id"
}

func openStore(t *testing.T, url string) *db.Store {
	t.Helper()
	store, err := db.Open(t.Context(), db.Options{URL: url, Key: stores.Key})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	if err := store.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return store
}

func connect(t *testing.T, url string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func mustExec(t testing.TB, conn *pgx.Conn, statements ...string) {
	t.Helper()
	for _, statement := range statements {
		if _, err := conn.Exec(context.Background(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}
