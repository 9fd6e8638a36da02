//go:build linux

package bench

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/server"
)

// BenchmarkIngest measures how many finished chats the product takes in, on both databases, in turns with pgbench. Each
// chat comes signed in our own format, with a transcript of 4 KiB, and is answered once it is durable.
//
// The source holds chats for an hour, so that none is routed and mailed meanwhile: that is what BenchmarkEndToEnd measures.
func BenchmarkIngest(b *testing.B) {
	for b.Loop() {
		in := newIngest(b)
		report := newIngestReport(in.machine())
		for _, n := range clients {
			report.add(n, in.measure(n))
		}
		report.print(os.Stdout)
		report.metrics(b)
	}
	b.ReportMetric(0, "ns/op")
}

// ingest has everybody who is measured.
type ingest struct {
	b         *testing.B
	product   string // URL of the PostgreSQL database
	superuser string // URL by which the cluster's superuser connects
	yardstick *yardstick
	shops     int
}

// contestant is somebody who takes chats in.
type contestant struct {
	name string
	run  func(clients int) sample
}

func newIngest(b *testing.B) *ingest {
	b.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cluster := postgres.Start(b, postgres.Options{Durable: true})
	in := &ingest{b: b, product: database(b, cluster.URL(), "product"), superuser: cluster.Superuser()}
	in.recordOne(b)
	var err error
	if in.yardstick, err = newYardstick(ctx, in.product, database(b, cluster.URL(), "yardstick")); err != nil {
		b.Fatal(err)
	}
	in.requireDurability(ctx)
	return in
}

// database makes a database in a cluster and returns its URL.
func database(b *testing.B, cluster, name string) string {
	b.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if err := execute(ctx, cluster, "CREATE DATABASE "+name); err != nil {
		b.Fatal(err)
	}
	u, err := url.Parse(cluster)
	if err != nil {
		b.Fatal(err)
	}
	u.Path = "/" + name
	return u.String()
}

// recordOne lets the product store the one chat that pgbench copies.
func (in *ingest) recordOne(b *testing.B) {
	b.Helper()
	s, l := in.start(in.product)
	if _, err := l.count(1, 1); err != nil {
		b.Fatal(err)
	}
	in.stop(s)
}

// requireDurability ends the benchmark where a commit could be lost: nothing could be compared then.
func (in *ingest) requireDurability(ctx context.Context) {
	in.b.Helper()
	for _, database := range []string{in.product, in.yardstick.database} {
		for _, setting := range []string{"fsync", "synchronous_commit", "full_page_writes"} {
			if value := in.one(ctx, database, "SHOW "+setting); value != "on" {
				in.b.Fatalf("PostgreSQL runs with %s = %v", setting, value)
			}
		}
	}
}

// one returns the one value of a query to a PostgreSQL database.
func (in *ingest) one(ctx context.Context, database, query string) (value any) {
	in.b.Helper()
	conn, err := pgx.Connect(ctx, database)
	if err != nil {
		in.b.Fatal(err)
	}
	defer func() { _ = conn.Close(ctx) }()
	if err := conn.QueryRow(ctx, query).Scan(&value); err != nil {
		in.b.Fatalf("%s: %v", query, err)
	}
	return value
}

func (in *ingest) machine() string {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	return fmt.Sprintf("%s; PostgreSQL %v", describeMachine(), in.one(ctx, in.product, "SHOW server_version"))
}

// measure measures everybody with that many clients, in turns, each time with another one first.
func (in *ingest) measure(clients int) map[string][]sample {
	everybody := []contestant{
		{postchatOnPostgres, func(clients int) sample { return in.postchat(in.product, clients) }},
		{pgbenchTransaction, func(clients int) sample { return in.pgbench(transaction, clients) }},
		{postchatOnSQLite, func(clients int) sample { return in.postchat("", clients) }},
		{pgbenchStatement, func(clients int) sample { return in.pgbench(oneStatement, clients) }},
	}
	samples := map[string][]sample{}
	for turn := range *turns {
		first := turn % len(everybody)
		for _, c := range slices.Concat(everybody[first:], everybody[:first]) {
			in.clear()
			s := c.run(clients)
			samples[c.name] = append(samples[c.name], s)
			fmt.Printf("\n%2d clients, turn %d: %-30s %6.0f/s, p99 %5.1f ms, others %2.0f%%", clients, turn+1, c.name, s.rate,
				milliseconds(s.p99), 100*s.usage.foreign)
		}
	}
	return samples
}

// clear empties the databases and lets PostgreSQL write out what it has, so that everybody begins alike.
func (in *ingest) clear() {
	in.b.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	for _, database := range []string{in.product, in.yardstick.database} {
		if err := execute(ctx, database, "TRUNCATE chats, follow_ups, raw_events CASCADE"); err != nil {
			in.b.Fatal(err)
		}
	}
	if err := execute(ctx, in.superuser, "CHECKPOINT"); err != nil {
		in.b.Fatal(err)
	}
}

// start starts the product on a PostgreSQL database, or on SQLite where none is given, with a source that holds chats for
// an hour.
func (in *ingest) start(database string) (*server.Server, *load) {
	in.b.Helper()
	in.shops++
	s := server.Start(in.b, server.Options{Database: database})
	shop := &server.Shop{
		Name: fmt.Sprintf("Shop %d", in.shops), Hold: time.Hour, Codes: []server.Code{{Label: "support", Addresses: "support@shop.example"}},
	}
	s.Look(in.b, shop.Open)
	return s, newLoad(in.b, s, shop)
}

// stop stops the server, which must end well.
func (in *ingest) stop(s *server.Server) {
	in.b.Helper()
	if code := s.Terminate(); code != 0 {
		in.b.Fatalf("the server ended with exit code %d", code)
	}
}

// postchat measures the product, and checks that what was answered is there.
func (in *ingest) postchat(database string, clients int) sample {
	in.b.Helper()
	s, l := in.start(database)
	begin := time.Now()
	var answers []answered
	var err error
	usage := used(in.b, func() { answers, err = l.during(clients, warmUp+*window) })
	if err != nil {
		in.b.Fatal(err)
	}
	result := newSample(answers, begin.Add(warmUp), *window)
	result.usage = usage
	result.peak = serverMemory(in.b).peak
	in.stop(s)
	if database == "" {
		in.checkSQLite(s.Database(), len(answers))
		removeFiles(in.b, s.Database()+"*") // or the disk would fill up turn by turn
	} else {
		in.checkPostgres(database, len(answers))
	}
	return result
}

func (in *ingest) pgbench(f form, clients int) sample {
	in.b.Helper()
	var answers []answered
	var err error
	usage := used(in.b, func() { answers, err = in.yardstick.run(in.b, f, clients) })
	if err != nil {
		in.b.Fatal(err)
	}
	begin := time.Now()
	for _, a := range answers {
		if start := a.at.Add(-a.took); start.Before(begin) {
			begin = start
		}
	}
	in.checkPostgres(in.yardstick.database, len(answers))
	result := newSample(answers, begin.Add(warmUp), *window)
	result.usage = usage
	return result
}

// complete tells how many chats there are that have all that belongs to them.
const complete = `SELECT count(*) FROM chats c JOIN follow_ups f ON f.chat_id = c.id JOIN raw_events r ON r.chat_id = c.id`

// checkPostgres compares the rows with the answers.
func (in *ingest) checkPostgres(database string, want int) {
	in.b.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if n := in.one(ctx, database, complete); n != int64(want) {
		in.b.Fatalf("%d chats were acknowledged, and %v are there", want, n)
	}
}

func (in *ingest) checkSQLite(path string, want int) {
	in.b.Helper()
	file, err := sql.Open("sqlite", path)
	if err != nil {
		in.b.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var n int
	if err := file.QueryRow(complete).Scan(&n); err != nil || n != want {
		in.b.Fatalf("%d chats were acknowledged, and %d are there: %v", want, n, err)
	}
}

func removeFiles(b *testing.B, pattern string) {
	b.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		b.Fatalf("there is nothing at %s: %v", pattern, err)
	}
	for _, path := range paths {
		if err := os.Remove(path); err != nil {
			b.Fatal(err)
		}
	}
}
