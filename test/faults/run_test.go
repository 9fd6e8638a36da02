package faults_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/fakesmtp"
	"github.com/postchat/postchat/test/keeper"
	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/provider"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/vendor"
)

// setting is what a run is made of.
type setting struct {
	name string
	// long leaves it to the long version: the short one has much the same.
	long bool
	// postgres chooses PostgreSQL, on a durable cluster of the run's own; else it is SQLite.
	postgres bool
	// smtp chooses SMTP as the provider; else it is Mailgun.
	smtp bool
	// rule says what the judge demands.
	rule rule
	// losing lets some answers of the provider be lost, besides what the test does.
	losing bool
	// keeper lets the chat vendor keep the transcripts, and be slow or fail when it is asked for them.
	keeper bool
	// servers is how many there are on the database; 0 means one.
	servers int
	// lease is how long a server may be silent. Runs that kill have a short one, not to wait long.
	lease time.Duration
}

// shortLease is for runs in which servers die.
const shortLease = 2 * time.Second

// run is a load of chats with faults in it.
type run struct {
	*testing.T
	setting
	random   *rand.Rand
	cluster  *postgres.Cluster // nil on SQLite
	provider provider.Provider
	keeper   *keeper.Keeper // nil where the transcripts are in the webhooks
	servers  []*server.Server
	vendor   *vendor.Vendor
	chats    []chat
	mails    int // that are due
	posting  sync.WaitGroup
	failures chan error
	// calm is set once the faults are over. No answer is lost from then on: of many mails, one would lose every answer that the test
	// has time for.
	calm atomic.Bool
}

// each runs the test with each of the settings, side by side, as many times as the size of the run says.
func each(t *testing.T, settings []setting, chats int, test func(r *run)) {
	t.Helper()
	size := sizeOfRun()
	for _, s := range settings {
		if s.long && !size.long {
			continue
		}
		for round := range size.rounds {
			t.Run(fmt.Sprintf("%s, round %d", s.name, round+1), func(t *testing.T) {
				t.Parallel()
				r := newRun(t, s, chats)
				test(r)
				r.judge()
			})
		}
	}
}

func newRun(t *testing.T, s setting, chats int) *run {
	t.Helper()
	r := &run{T: t, setting: s, random: newRandom(t), failures: make(chan error, chats)}
	r.provider = r.newProvider()
	options := server.Options{Env: append(r.provider.Settings(),
		"POSTCHAT_LEASE="+s.lease.String(), "POSTCHAT_POLL=50ms", "POSTCHAT_SEND_SLOTS=16", "POSTCHAT_SMTP_UNCERTAIN="+s.rule.onUncertain())}
	if s.postgres {
		r.cluster = postgres.Start(t, postgres.Options{Durable: true})
		options.Database = r.cluster.URL()
	}
	if s.keeper {
		r.keeper = r.newKeeper()
		options.Program, options.Env = "./test/keeper/program", append(options.Env, r.keeper.Settings()...)
	}
	for range max(1, s.servers) {
		r.servers = append(r.servers, server.Start(t, options))
	}
	shop := newShop()
	r.servers[0].Look(t, func(ctx context.Context, scope *db.Scope) error { return shop.Open(ctx, scope) })
	r.vendor = shop.OwnVendor(r.servers...)
	for i := range chats {
		c := newChat(r.random, i)
		r.chats = append(r.chats, c)
		if s.keeper {
			r.keeper.Keep(c.body)
		}
		r.mails += len(c.due)
	}
	return r
}

// newProvider is one that takes its time, so that a fault finds mails in every state of being handed over. Some of its answers
// are lost, where that is allowed to leave a trace.
func (r *run) newProvider() provider.Provider {
	random := rand.New(rand.NewPCG(r.random.Uint64(), r.random.Uint64()))
	lost := func() bool { return r.losing && !r.calm.Load() && random.IntN(20) == 0 }
	if !r.smtp {
		p := provider.Mailgun(r)
		p.Decide(func(fakemailgun.Submission) fakemailgun.Behaviour {
			if lost() {
				return fakemailgun.AnswerLost()
			}
			return fakemailgun.Slow(time.Duration(random.IntN(30)) * time.Millisecond)
		})
		return p
	}
	p := provider.SMTP(r)
	p.Decide(func(int) fakesmtp.Behaviour {
		if lost() {
			return fakesmtp.Cut(fakesmtp.EndOfData).Taking()
		}
		return fakesmtp.Trickle(time.Duration(random.IntN(100)) * time.Microsecond)
	})
	return p
}

// posters is how many chats are posted at once.
const posters = 16

// post has the vendor post all chats, some of them twice, and returns at once.
func (r *run) post() {
	work := make(chan chat)
	r.posting.Go(func() {
		defer close(work)
		for _, c := range r.chats {
			work <- c
			if c.again {
				work <- c
			}
		}
	})
	for range posters {
		r.posting.Go(func() {
			for c := range work {
				// Its own time, not the test's: a fault that takes long is no reason to give up.
				ctx, cancel := context.WithTimeout(context.Background(), limit)
				if _, err := r.vendor.Deliver(ctx, c.name, c.body); err != nil {
					r.failures <- err
				}
				cancel()
			}
		})
	}
}

// progress counts what can be seen from outside: acknowledged chats and accepted mails.
func (r *run) progress() int { return r.vendor.Acknowledged() + r.provider.Count() }

// atRandomMoments does the fault so many times in the course of the run.
func (r *run) atRandomMoments(times int, fault func()) {
	r.Helper()
	moments := make([]int, times)
	for i := range moments {
		moments[i] = r.random.IntN((len(r.chats) + r.mails) * 9 / 10)
	}
	slices.Sort(moments)
	for i, moment := range moments {
		r.await(moment)
		time.Sleep(time.Duration(r.random.IntN(20_000)) * time.Microsecond) // not always just after an answer
		r.Logf("fault %d of %d, after %d chats were acknowledged and %d mails accepted", i+1, times, r.vendor.Acknowledged(), r.provider.Count())
		fault()
		if r.Failed() {
			return
		}
	}
}

// await waits for that much progress, or until nothing goes on any more.
func (r *run) await(progress int) {
	const standstill = 5 * time.Second
	last, since := r.progress(), time.Now()
	for last < progress && time.Since(since) < standstill {
		time.Sleep(time.Millisecond)
		if now := r.progress(); now != last {
			last, since = now, time.Now()
		}
	}
}

// awaitHeldAnswer waits until the provider has taken a mail and holds its answer back.
func (r *run) awaitHeldAnswer() {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), limit)
	defer cancel()
	if err := r.provider.WaitHanging(ctx, 1); err != nil {
		r.Fatal(err)
	}
}

// settle waits until all is acknowledged and nothing is on its way any more.
func (r *run) settle() {
	r.Helper()
	r.posting.Wait()
	r.calm.Store(true)
	close(r.failures)
	for err := range r.failures {
		r.Error(err)
	}
	if r.Failed() {
		r.FailNow()
	}
	deadline := time.Now().Add(limit)
	for {
		unsettled := r.unsettled()
		if unsettled == "" {
			return
		}
		if time.Now().After(deadline) {
			r.Fatalf("after %s it is not settled: %s", limit, unsettled)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// unsettled says what is still on its way.
func (r *run) unsettled() string {
	waiting, states := r.waiting(), r.states()
	moving := states["queued"] + states["sending"]
	if r.rule != hold {
		moving += states["uncertain"]
	}
	if waiting == 0 && moving == 0 {
		return ""
	}
	return fmt.Sprintf("%d chats wait to be routed, and of the mails there are %v", waiting, states)
}
