//go:build linux

package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/server"
)

// Targets of BenchmarkEndToEnd.
const (
	leastMails = 500  // a second
	mostIdle   = 60e6 // bytes resident
	mostBusy   = 150e6
)

const (
	// posters is how many clients post the chats.
	posters = 16
	// settle is how long the server is left alone before it counts as idle.
	settle = 5 * time.Second
)

// BenchmarkEndToEnd measures the whole way on both databases: 2,000 finished chats are posted as fast as they are taken,
// routed, composed and handed to a fake Mailgun, one recipient each. The time is that from the first post to the last mail
// that the fake has accepted, by the fake's ledger. The fake runs in this process, on the same processors.
func BenchmarkEndToEnd(b *testing.B) {
	for b.Loop() {
		cluster := postgres.Start(b, postgres.Options{Durable: true})
		r := endToEndReport{machine: describeMachine(), runs: map[string][]endToEnd{}}
		for turn := range *turns {
			r.add(postchatOnPostgres, measureEndToEnd(b, database(b, cluster.URL(), fmt.Sprintf("turn%d", turn))))
			r.add(postchatOnSQLite, measureEndToEnd(b, ""))
		}
		r.print(os.Stdout)
		for name, who := range map[string]string{"postgres": postchatOnPostgres, "sqlite": postchatOnSQLite} {
			b.ReportMetric(r.median(who, endToEnd.rate), "mails/s-"+name)
			b.ReportMetric(r.most(who, endToEnd.busy)/1e6, "peak-MB-"+name)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// endToEnd is one run.
type endToEnd struct {
	chats   int
	answers time.Duration // from the first post to the last answer
	mails   time.Duration // from the first post to the last accepted mail
	p99     time.Duration // of an answer
	idleNow int64         // bytes resident before the load
	peak    int64         // most bytes resident, ever
	usage   usage
}

func (e endToEnd) rate() float64 { return float64(e.chats) / e.mails.Seconds() }
func (e endToEnd) idle() float64 { return float64(e.idleNow) }
func (e endToEnd) busy() float64 { return float64(e.peak) }

func measureEndToEnd(b *testing.B, database string) endToEnd {
	b.Helper()
	fake := fakemailgun.Start(b, fakemailgun.WithoutMIME())
	s := server.Start(b, server.Options{Database: database, Env: []string{
		"POSTCHAT_FROM=Postchat <postchat@mg.example.com>", "POSTCHAT_MAILGUN_DOMAIN=mg.example.com",
		"POSTCHAT_MAILGUN_API_KEY=" + fake.APIKey(), "POSTCHAT_MAILGUN_API_BASE=" + fake.APIBase(),
	}})
	shop := &server.Shop{Name: "Shop", Codes: []server.Code{{Label: "support", Addresses: "support@shop.example"}}}
	s.Look(b, shop.Open)
	time.Sleep(settle)
	e := endToEnd{chats: *chatCount, idleNow: serverMemory(b).now}
	l := newLoad(b, s, shop)
	var answers []answered
	var mails []fakemailgun.Accepted
	begin := time.Now()
	e.usage = used(b, func() {
		var err error
		if answers, err = l.count(posters, *chatCount); err != nil {
			b.Fatal(err)
		}
		e.answers = time.Since(begin)
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		if mails, err = fake.WaitAccepted(ctx, *chatCount); err != nil {
			b.Fatal(err)
		}
	})
	e.p99 = newSample(answers, begin, e.answers).p99
	e.peak = serverMemory(b).peak
	different := map[string]bool{}
	for _, m := range mails {
		different[m.MessageID] = true
		e.mails = max(e.mails, m.Time.Sub(begin))
	}
	if code := s.Terminate(); code != 0 {
		b.Fatalf("the server ended with exit code %d", code)
	}
	if n := fake.Count(); n != *chatCount || len(different) != *chatCount {
		b.Fatalf("%d mails were accepted, %d different ones, for %d chats", n, len(different), *chatCount)
	}
	return e
}

type endToEndReport struct {
	machine string
	runs    map[string][]endToEnd
}

func (r endToEndReport) add(who string, e endToEnd) {
	r.runs[who] = append(r.runs[who], e)
	fmt.Printf("\nturn %d: %-22s %5.0f mails/s, idle %s MB, peak %s MB, others %2.0f%%", len(r.runs[who]), who, e.rate(),
		megabytes(e.idleNow), megabytes(e.peak), 100*e.usage.foreign)
}

func (r endToEndReport) all(who string, pick func(endToEnd) float64) []float64 {
	var values []float64
	for _, e := range r.runs[who] {
		values = append(values, pick(e))
	}
	return values
}

func (r endToEndReport) median(who string, pick func(endToEnd) float64) float64 {
	return median(r.all(who, pick))
}

func (r endToEndReport) most(who string, pick func(endToEnd) float64) float64 {
	greatest := 0.0
	for _, value := range r.all(who, pick) {
		greatest = max(greatest, value)
	}
	return greatest
}

// print writes medians of times and rates, and the most memory of all turns.
func (r endToEndReport) print(w io.Writer) {
	_, _ = fmt.Fprintf(w, "\n\n%d finished chats from webhook to mail, posted by %d clients. Medians of %d turns; the most memory of all.\n%s\n\n",
		*chatCount, posters, *turns, r.machine)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(t, "who\tmails/s\tlast mail s\tlast answer s\tp99 of answers ms\tidle MB\tpeak MB\tothers' CPU\t")
	for _, who := range []string{postchatOnPostgres, postchatOnSQLite} {
		_, _ = fmt.Fprintf(t, "%s\t%.0f\t%.2f\t%.2f\t%.1f\t%.0f\t%.0f\t%.0f%%\t\n", who, r.median(who, endToEnd.rate),
			r.median(who, func(e endToEnd) float64 { return e.mails.Seconds() }),
			r.median(who, func(e endToEnd) float64 { return e.answers.Seconds() }),
			r.median(who, func(e endToEnd) float64 { return milliseconds(e.p99) }),
			r.most(who, endToEnd.idle)/1e6, r.most(who, endToEnd.busy)/1e6, 100*r.median(who, func(e endToEnd) float64 { return e.usage.foreign }))
	}
	_ = t.Flush()
	_, _ = fmt.Fprintln(w)
	for _, who := range []string{postchatOnPostgres, postchatOnSQLite} {
		verdict(w, who+", mails/s", r.median(who, endToEnd.rate), leastMails, true)
		verdict(w, who+", MB resident when idle", r.most(who, endToEnd.idle)/1e6, mostIdle/1e6, false)
		verdict(w, who+", MB resident under this load", r.most(who, endToEnd.busy)/1e6, mostBusy/1e6, false)
	}
	_, _ = fmt.Fprintln(w)
}
