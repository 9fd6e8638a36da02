package faults_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat/test/provider"
)

func TestAServerThatIsKilledLosesNothing(t *testing.T) {
	t.Parallel()
	size := sizeOfRun()
	each(t, []setting{
		{name: "SQLite and Mailgun", rule: exactlyOnce, losing: true, lease: shortLease},
		{name: "SQLite and SMTP with resend", smtp: true, rule: resend, losing: true, lease: shortLease},
		{name: "SQLite and SMTP with hold", smtp: true, rule: hold, losing: true, lease: shortLease},
		{name: "PostgreSQL and Mailgun", postgres: true, rule: exactlyOnce, losing: true, lease: shortLease},
		{name: "PostgreSQL and SMTP with resend", postgres: true, smtp: true, rule: resend, losing: true, lease: shortLease},
		{name: "PostgreSQL and SMTP with hold", long: true, postgres: true, smtp: true, rule: hold, losing: true, lease: shortLease},
	}, size.chats, func(r *run) {
		r.post()
		r.atRandomMoments(size.kills, func() {
			r.servers[0].Kill9()
			r.servers[0].Restart()
		})
	})
}

func TestAServerThatIsKilledBetweenTheMailAndTheAnswerLosesNothing(t *testing.T) {
	t.Parallel()
	size := sizeOfRun()
	each(t, []setting{
		{name: "SQLite and Mailgun", rule: exactlyOnce, lease: shortLease},
		{name: "PostgreSQL and SMTP with resend", postgres: true, smtp: true, rule: resend, lease: shortLease},
		{name: "SQLite and SMTP with hold", smtp: true, rule: hold, lease: shortLease},
	}, size.chats, func(r *run) {
		release := r.provider.HoldAnswers()
		r.post()
		for range size.kills {
			r.awaitHeldAnswer()
			time.Sleep(time.Duration(r.random.IntN(50)) * time.Millisecond) // for a few more
			r.servers[0].Kill9()
			release()
			release = r.provider.HoldAnswers()
			r.servers[0].Restart()
		}
		release()
	})
}

func TestAServerThatIsToldToStopLeavesNothingUncertain(t *testing.T) {
	t.Parallel()
	size := sizeOfRun()
	// The lease is long: no machine is so slow that it could run out by itself.
	const lease = time.Minute
	each(t, []setting{
		{name: "SQLite and Mailgun", rule: exactlyOnce, lease: lease},
		{name: "SQLite and SMTP", smtp: true, rule: exactlyOnce, lease: lease},
		{name: "PostgreSQL and Mailgun", postgres: true, rule: exactlyOnce, lease: lease},
		{name: "PostgreSQL and SMTP", postgres: true, smtp: true, rule: exactlyOnce, lease: lease},
	}, size.chats, func(r *run) {
		r.post()
		r.atRandomMoments(size.stops, func() {
			if code := r.servers[0].Terminate(); code != 0 {
				r.Errorf("the server ended with exit code %d", code)
			}
			r.expectNone("sending", "uncertain")
			r.servers[0].Restart()
		})
	})
}

func TestTwoServersOfWhichOneIsKilledLoseNothing(t *testing.T) {
	t.Parallel()
	size := sizeOfRun()
	each(t, []setting{
		{name: "Mailgun", postgres: true, rule: exactlyOnce, servers: 2, losing: true, lease: shortLease},
		{name: "SMTP with resend", long: true, postgres: true, smtp: true, rule: resend, servers: 2, losing: true, lease: shortLease},
	}, size.chats, func(r *run) {
		r.post()
		r.atRandomMoments(size.kills, func() {
			server := r.servers[r.random.IntN(len(r.servers))]
			server.Kill9()
			// The other one works alone for a while.
			time.Sleep(time.Duration(r.random.IntN(500)) * time.Millisecond)
			server.Restart()
		})
	})
}

func TestAServerThatWakesUpAfterItsLeaseDoublesNothing(t *testing.T) {
	t.Parallel()
	size := sizeOfRun()
	each(t, []setting{
		{name: "Mailgun", postgres: true, rule: exactlyOnce, servers: 2, lease: shortLease},
	}, size.chats, func(r *run) {
		r.post()
		r.atRandomMoments(size.pauses, func() {
			server := r.servers[r.random.IntN(len(r.servers))]
			server.Pause()
			// Long enough for the other one to take over, to ask Mailgun twice, and to send.
			time.Sleep(shortLease + 4*provider.AskAfter)
			server.Resume()
		})
	})
}

func TestADatabaseThatGoesAwayLosesNothing(t *testing.T) {
	t.Parallel()
	size := sizeOfRun()
	each(t, []setting{
		{name: "Mailgun", postgres: true, rule: exactlyOnce, losing: true, lease: shortLease},
		{name: "SMTP with resend", long: true, postgres: true, smtp: true, rule: resend, losing: true, lease: shortLease},
	}, size.chats, func(r *run) {
		r.post()
		r.atRandomMoments(size.databaseKills, func() {
			end := []func() error{r.cluster.Kill9, r.cluster.Kill9, r.cluster.StopImmediate, r.cluster.Stop}[r.random.IntN(4)]
			if err := end(); err != nil {
				r.Fatal(err)
			}
			time.Sleep(time.Duration(r.random.IntN(500)) * time.Millisecond)
			if err := r.cluster.Start(); err != nil {
				r.Fatal(err)
			}
		})
	})
}
