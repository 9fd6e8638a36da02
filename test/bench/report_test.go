//go:build linux

package bench

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
)

// Who is measured.
const (
	postchatOnPostgres = "Postchat on PostgreSQL"
	postchatOnSQLite   = "Postchat on SQLite"
	pgbenchTransaction = "pgbench, " + string(transaction)
	pgbenchStatement   = "pgbench, " + string(oneStatement)
)

var everyone = []string{postchatOnPostgres, postchatOnSQLite, pgbenchTransaction, pgbenchStatement}

// ingestTargets are what the rate is to be at least, as a multiple of that of pgbench's one transaction.
var ingestTargets = []struct {
	who     string
	clients int // 0 for all
	least   float64
}{
	{postchatOnPostgres, 64, 1.2},
	{postchatOnSQLite, 64, 1.5},
	{postchatOnPostgres, 0, 0.7},
	{postchatOnSQLite, 0, 0.7},
}

// ingestReport is what BenchmarkIngest has measured: samples by number of clients and by contestant, one a turn.
type ingestReport struct {
	machine string
	clients []int
	samples map[int]map[string][]sample
}

func newIngestReport(machine string) *ingestReport {
	return &ingestReport{machine: machine, samples: map[int]map[string][]sample{}}
}

func (r *ingestReport) add(clients int, samples map[string][]sample) {
	r.clients = append(r.clients, clients)
	r.samples[clients] = samples
}

// print writes the medians, and the ratios with the least and the greatest of all turns.
func (r *ingestReport) print(w io.Writer) {
	_, _ = fmt.Fprintf(w, "\n\nFinished chats taken in, each durable before its answer. Medians of %d turns of %s.\n%s\n\n", *turns, *window, r.machine)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(t, "clients\twho\trequests/s\tp50 ms\tp99 ms\tx transaction\tx 1 statement\tCPU us: server\tPostgreSQL\tload\tothers' CPU\tpeak MB\t")
	for _, clients := range r.clients {
		of := r.samples[clients]
		for _, who := range everyone {
			s := of[who]
			_, _ = fmt.Fprintf(t, "%d\t%s\t%.0f\t%.2f\t%.1f\t%s\t%s\t%.0f\t%.0f\t%.0f\t%.0f%% (%.0f%%)\t%s\t\n", clients, who,
				medianOf(s, func(s sample) float64 { return s.rate }),
				medianOf(s, func(s sample) float64 { return milliseconds(s.p50) }),
				medianOf(s, func(s sample) float64 { return milliseconds(s.p99) }),
				span(ratios(s, of[pgbenchTransaction])), span(ratios(s, of[pgbenchStatement])),
				medianOf(s, func(s sample) float64 { return s.each(s.usage.server) }),
				medianOf(s, func(s sample) float64 { return s.each(s.usage.database) }),
				medianOf(s, func(s sample) float64 { return s.each(s.usage.load) }),
				100*medianOf(s, foreign), 100*most(s, foreign),
				megabytes(int64(most(s, func(s sample) float64 { return float64(s.peak) }))))
		}
	}
	_ = t.Flush()
	_, _ = fmt.Fprintln(w)
	for _, target := range ingestTargets {
		for _, clients := range r.clients {
			if target.clients == 0 || target.clients == clients {
				of := r.samples[clients]
				verdict(w, fmt.Sprintf("%s, %d clients, x pgbench's transaction", target.who, clients),
					median(ratios(of[target.who], of[pgbenchTransaction])), target.least, true)
			}
		}
	}
	_, _ = fmt.Fprintln(w)
}

// metrics gives the benchmark's line the numbers that a comparison of two runs needs.
func (r *ingestReport) metrics(b *testing.B) {
	b.Helper()
	for _, clients := range r.clients {
		of := r.samples[clients]
		for name, who := range map[string]string{"postgres": postchatOnPostgres, "sqlite": postchatOnSQLite} {
			b.ReportMetric(median(ratios(of[who], of[pgbenchTransaction])), fmt.Sprintf("x-pgbench-%s-%d", name, clients))
		}
	}
}

func foreign(s sample) float64 { return s.usage.foreign }

// span is the median of sorted values and, in brackets, the least and the greatest.
func span(sorted []float64) string {
	return fmt.Sprintf("%.2f (%.2f-%.2f)", median(sorted), sorted[0], sorted[len(sorted)-1])
}

func most(samples []sample, pick func(sample) float64) float64 {
	greatest := 0.0
	for _, s := range samples {
		greatest = max(greatest, pick(s))
	}
	return greatest
}

// verdict says whether a number has reached its target.
func verdict(w io.Writer, what string, got, target float64, atLeast bool) {
	word, bound := "MISSED", "at most"
	if atLeast {
		bound = "at least"
	}
	if got == target || (got > target) == atLeast {
		word = "met"
	}
	_, _ = fmt.Fprintf(w, "%-6s  %s: %.4g (%s %.4g)\n", word, what, got, bound, target)
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// megabytes is a number of bytes in MB of a million; a hyphen for none.
func megabytes(bytes int64) string {
	if bytes == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f", float64(bytes)/1e6)
}

// describeMachine says what the numbers were made on. It names no host.
func describeMachine() string {
	system := runtime.GOOS
	if release, err := os.ReadFile("/etc/os-release"); err == nil {
		if _, rest, found := strings.Cut(string(release), `PRETTY_NAME="`); found {
			system, _, _ = strings.Cut(rest, `"`)
		}
	}
	total := int64(0)
	if info, err := os.ReadFile("/proc/meminfo"); err == nil {
		total = statusBytes(string(info), "MemTotal")
	}
	return fmt.Sprintf("%s; %d CPUs, %.0f GiB; %s; %s", time.Now().UTC().Format(time.DateOnly), runtime.NumCPU(),
		float64(total)/(1<<30), system, runtime.Version())
}

func TestTheReportNamesEveryTargetWithItsVerdict(t *testing.T) {
	r := newIngestReport("a machine")
	r.add(64, map[string][]sample{
		postchatOnPostgres: {{rate: 1300}, {rate: 1100}, {rate: 1200}},
		postchatOnSQLite:   {{rate: 1400}, {rate: 1400}, {rate: 1400}},
		pgbenchTransaction: {{rate: 1000}, {rate: 1000}, {rate: 1000}},
		pgbenchStatement:   {{rate: 2000}, {rate: 2000}, {rate: 2000}},
	})
	var out strings.Builder
	r.print(&out)
	for _, want := range []string{
		"1.20 (1.10-1.30)  0.60 (0.55-0.65)",
		"met     Postchat on PostgreSQL, 64 clients, x pgbench's transaction: 1.2 (at least 1.2)",
		"MISSED  Postchat on SQLite, 64 clients, x pgbench's transaction: 1.4 (at least 1.5)",
		"met     Postchat on SQLite, 64 clients, x pgbench's transaction: 1.4 (at least 0.7)",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report lacks %q:\n%s", want, &out)
		}
	}
	if lines := strings.Split(out.String(), "\n"); slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "16 clients") }) {
		t.Errorf("it speaks of what was not measured:\n%s", &out)
	}
}
