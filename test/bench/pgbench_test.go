//go:build linux

package bench

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/stores"
)

// form is the shape in which pgbench sends its three inserts.
type form string

const (
	transaction  form = "BEGIN, 3 inserts, COMMIT"
	oneStatement form = "all 3 inserts in 1 statement"
)

// yardstick runs pgbench on a database of the product's own schema. It inserts what the product stores of a finished chat,
// column by column as the product has stored it, under ids that go on.
type yardstick struct {
	program  string
	database string // URL
	rows     []row
}

// row is what the product stores in a table.
type row struct {
	table string
	// own are expressions for the columns that differ from chat to chat.
	own map[string]string
	// same are the values of all others.
	same map[string]string
}

// newRows are the tables of a finished chat, in the order in which they reference each other. Ids are as long as those of
// the product and, like them, almost in the order of time. Hashes are in no order. A sequence gives the numbers: the
// product's own, which have no gaps, would make pgbench's clients wait for each other.
func newRows() []row {
	chat := `'0193609a-7c1e-7a-' || :id`
	return []row{
		{table: "chats", own: map[string]string{"id": chat, "conversation_id": `'conv-' || :id || '-1000000000000'`}},
		{table: "follow_ups", own: map[string]string{"id": `'0193609a-7c1e-7b-' || :id`, "chat_id": chat, "number": "nextval('numbers')"}},
		{table: "raw_events", own: map[string]string{
			"id": `'0193609a-7c1e-7c-' || :id`, "chat_id": chat, "key": `'sha256:' || :hash || 'f2Q7xkM0c9VtLw3ZbRn5Yd'`,
		}},
	}
}

// setVariables counts up in each client, and makes a number of it that no other client has.
const setVariables = `\set n :n + 1
\set id 1000000000000000000 + :n * 1000 + :client_id
\set hash hash(:id)
`

// newYardstick makes the product's schema in an empty database and takes over from the product's own the one chat that is
// there. The schema's triggers are off, for what they write is no part of the three rows; keys are checked all the same.
func newYardstick(ctx context.Context, product, database string) (*yardstick, error) {
	bin, err := postgres.Binaries()
	if err != nil {
		return nil, err
	}
	y := &yardstick{program: filepath.Join(bin, "pgbench"), database: database, rows: newRows()}
	if _, err := os.Stat(y.program); err != nil {
		return nil, fmt.Errorf("there is no pgbench in %s; PostgreSQL as an npm package comes without it. "+
			"Debian's has it: sudo apt-get install postgresql", bin)
	}
	conn, err := pgx.Connect(ctx, product)
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close(ctx) }()
	for i := range y.rows {
		if err := y.rows[i].read(ctx, conn); err != nil {
			return nil, fmt.Errorf("read what the product stored in %s: %w", y.rows[i].table, err)
		}
	}
	if err := migrate(ctx, database); err != nil {
		return nil, err
	}
	return y, execute(ctx, database, "CREATE SEQUENCE numbers", "ALTER TABLE chats DISABLE TRIGGER USER",
		"ALTER TABLE follow_ups DISABLE TRIGGER USER", "ALTER TABLE raw_events DISABLE TRIGGER USER")
}

func migrate(ctx context.Context, database string) error {
	store, err := db.Open(ctx, db.Options{URL: database, Key: stores.Key})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	return store.Migrate(ctx)
}

// read takes the values of the table's one row, as text.
func (r *row) read(ctx context.Context, conn *pgx.Conn) error {
	results, err := conn.PgConn().Exec(ctx, "SET bytea_output = escape; SELECT * FROM "+r.table).ReadAll()
	if err != nil {
		return err
	}
	result := results[1]
	if len(result.Rows) != 1 {
		return fmt.Errorf("there are %d rows, not 1", len(result.Rows))
	}
	r.same = map[string]string{}
	for i, column := range result.FieldDescriptions {
		switch value := result.Rows[0][i]; {
		case value == nil || r.own[column.Name] != "":
		case len(value) == 0:
			r.own[column.Name] = "''" // pgbench has no empty parameters
		default:
			r.same[column.Name] = string(value)
		}
	}
	return nil
}

// variable is pgbench's name for a value of the row.
func (r *row) variable(column string) string { return r.table + "_" + column }

// insert is the statement for the row. What is the same in every chat is a parameter too, as the product sends it each time.
func (r *row) insert() string {
	var columns, values []string
	for _, column := range slices.Sorted(maps.Keys(r.own)) {
		columns, values = append(columns, column), append(values, r.own[column])
	}
	for _, column := range slices.Sorted(maps.Keys(r.same)) {
		columns, values = append(columns, column), append(values, ":"+r.variable(column))
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", r.table, strings.Join(columns, ", "), strings.Join(values, ", "))
}

func (y *yardstick) script(f form) string {
	chat, followUp, raw := y.rows[0].insert(), y.rows[1].insert(), y.rows[2].insert()
	if f == transaction {
		return setVariables + "BEGIN;\n" + chat + ";\n" + followUp + ";\n" + raw + ";\nCOMMIT;\n"
	}
	return setVariables + "WITH chat AS (" + chat + "), follow_up AS (" + followUp + ") " + raw + ";\n"
}

// run lets pgbench insert with that many clients for the warm-up and the window, and returns all its transactions.
func (y *yardstick) run(b *testing.B, f form, clients int) ([]answered, error) {
	dir := b.TempDir()
	file := filepath.Join(dir, "script.sql")
	if err := os.WriteFile(file, []byte(y.script(f)), 0o600); err != nil {
		return nil, err
	}
	length := warmUp + *window
	args := []string{
		"--no-vacuum", "--protocol=prepared", "--file=" + file, "--log", "--log-prefix=" + filepath.Join(dir, "log"),
		"--client=" + strconv.Itoa(clients), "--jobs=" + strconv.Itoa(min(clients, 2)), "--time=" + strconv.Itoa(int(length/time.Second)),
		"--define=n=0",
	}
	for _, r := range y.rows {
		for column, value := range r.same {
			args = append(args, "--define="+r.variable(column)+"="+value)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), length+limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, y.program, append(args, y.database)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("pgbench: %w\n%s", err, out)
	}
	return readLogs(filepath.Join(dir, "log.*"))
}

// readLogs reads pgbench's logs, one a thread.
func readLogs(pattern string) ([]answered, error) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	var all []answered
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		answers, err := parseLog(file)
		_ = file.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, answers...)
	}
	return all, nil
}

// parseLog parses a log: client, number, duration in microseconds, script, and the end in seconds and microseconds.
func parseLog(r io.Reader) ([]answered, error) {
	var all []answered
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 6 {
			return nil, fmt.Errorf("pgbench's log says %q", lines.Text())
		}
		took, err1 := strconv.ParseInt(fields[2], 10, 64)
		seconds, err2 := strconv.ParseInt(fields[4], 10, 64)
		micros, err3 := strconv.ParseInt(fields[5], 10, 64)
		if err := errors.Join(err1, err2, err3); err != nil {
			return nil, fmt.Errorf("pgbench's log says %q: %w", lines.Text(), err)
		}
		all = append(all, answered{time.Unix(seconds, micros*1000), time.Duration(took) * time.Microsecond})
	}
	return all, lines.Err()
}

// execute runs statements, each in a transaction of its own.
func execute(ctx context.Context, url string, statements ...string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	for _, statement := range statements {
		if _, err = conn.Exec(ctx, statement); err != nil {
			err = fmt.Errorf("%s: %w", statement, err)
			break
		}
	}
	return errors.Join(err, conn.Close(ctx))
}

func TestALogOfPgbenchIsRead(t *testing.T) {
	got, err := parseLog(bytes.NewBufferString("0 1 1042 0 1764057600 250000\n63 12 380 0 1764057601 7\n"))
	want := []answered{
		{time.Unix(1764057600, 250000000), 1042 * time.Microsecond},
		{time.Unix(1764057601, 7000), 380 * time.Microsecond},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("read %v, %v; want %v", got, err, want)
	}
	if _, err := parseLog(bytes.NewBufferString("0 1 failed 0 1764057600 250000\n")); err == nil {
		t.Error("a transaction that failed was read as one that did not")
	}
}

func TestBothFormsInsertTheSame(t *testing.T) {
	y := &yardstick{rows: newRows()}
	for i := range y.rows {
		y.rows[i].same = map[string]string{"account_id": "a", "body": "b"}
	}
	for _, f := range []form{transaction, oneStatement} {
		script := y.script(f)
		for _, r := range y.rows {
			if strings.Count(script, r.insert()) != 1 {
				t.Errorf("%s does not insert into %s once:\n%s", f, r.table, script)
			}
		}
	}
	const want = "INSERT INTO chats (conversation_id, id, account_id, body) VALUES " +
		"('conv-' || :id || '-1000000000000', '0193609a-7c1e-7a-' || :id, :chats_account_id, :chats_body)"
	if got := y.rows[0].insert(); got != want {
		t.Errorf("the insert is\n%s\nwant\n%s", got, want)
	}
}
