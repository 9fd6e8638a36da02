package faults_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/url"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	_ "modernc.org/sqlite"             // the driver "sqlite"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// query asks the database in its own words, past all code of ours, and scans each row. It connects anew each time: a
// connection that outlives a server that was killed would help the next one to recover.
func (r *run) query(sentence string, scan func(rows *sql.Rows) error) {
	r.Helper()
	driver, source := "pgx", r.servers[0].Database()
	if !r.postgres {
		driver, source = "sqlite", "file:"+(&url.URL{Path: source}).EscapedPath()+"?_pragma=busy_timeout(10000)"
	}
	database, err := sql.Open(driver, source)
	if err != nil {
		r.Fatal(err)
	}
	defer func() { _ = database.Close() }()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	rows, err := database.QueryContext(ctx, sentence)
	if err != nil {
		r.Fatalf("%s: %v", sentence, err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			r.Fatalf("%s: %v", sentence, err)
		}
	}
	if err := rows.Err(); err != nil {
		r.Fatalf("%s: %v", sentence, err)
	}
}

// waiting counts the follow-ups that are not routed yet.
func (r *run) waiting() int {
	r.Helper()
	count := 0
	r.query("SELECT count(*) FROM follow_ups WHERE routed_at IS NULL", func(rows *sql.Rows) error { return rows.Scan(&count) })
	return count
}

// states counts the deliveries in each state.
func (r *run) states() map[string]int {
	r.Helper()
	states := map[string]int{}
	r.query("SELECT state, count(*) FROM deliveries GROUP BY state", func(rows *sql.Rows) error {
		var state string
		var count int
		err := rows.Scan(&state, &count)
		states[state] = count
		return err
	})
	return states
}

// due is a chat's mail to one address.
type due struct{ chat, recipient string }

// deliveries says what our own books have of each mail.
func (r *run) deliveries() map[due]string {
	r.Helper()
	states := map[due]string{}
	const sentence = `SELECT chats.visitor, deliveries.recipient, deliveries.state FROM deliveries
		JOIN follow_ups ON follow_ups.id = deliveries.follow_up_id JOIN chats ON chats.id = follow_ups.chat_id`
	r.query(sentence, func(rows *sql.Rows) error {
		var visitor, recipient, state string
		if err := rows.Scan(&visitor, &recipient, &state); err != nil {
			return err
		}
		d := due{r.email(visitor), r.email(recipient)}
		if _, twice := states[d]; twice {
			r.Errorf("the books have two deliveries of %+v", d)
		}
		states[d] = state
		return nil
	})
	return states
}

// email is that of a person or an address as it is stored.
func (r *run) email(text string) string {
	var stored struct{ Email string }
	if err := json.Unmarshal([]byte(text), &stored); err != nil {
		r.Errorf("stored as %q: %v", text, err)
	}
	return stored.Email
}

// checkDatabase looks for damage, and for gaps in the numbers of the follow-ups.
func (r *run) checkDatabase() {
	r.Helper()
	var count, highest int
	r.query("SELECT count(*), coalesce(max(number), 0) FROM follow_ups", func(rows *sql.Rows) error {
		return rows.Scan(&count, &highest)
	})
	if count != len(r.chats) || highest != count {
		r.Errorf("there are %d follow-ups, numbered up to %d; want %d of both", count, highest, len(r.chats))
	}
	r.servers[0].Look(r.T, func(_ context.Context, scope *db.Scope) error {
		stores.Balanced(r.T, scope)
		return nil
	})
	if r.postgres {
		return
	}
	r.query("PRAGMA integrity_check", func(rows *sql.Rows) error {
		var verdict string
		err := rows.Scan(&verdict)
		if verdict != "ok" {
			r.Errorf("SQLite finds the file damaged: %s", verdict)
		}
		return err
	})
}
