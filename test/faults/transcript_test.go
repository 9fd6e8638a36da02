package faults_test

import (
	"database/sql"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat/mail"
	"github.com/postchat/postchat/test/keeper"
)

func TestAServerThatIsKilledWhileTranscriptsAreFetchedLosesNothing(t *testing.T) {
	t.Parallel()
	size := sizeOfRun()
	each(t, []setting{
		{name: "SQLite", keeper: true, rule: exactlyOnce, lease: shortLease},
		{name: "PostgreSQL with two servers", postgres: true, keeper: true, rule: exactlyOnce, servers: 2, lease: shortLease},
	}, size.chats/2, func(r *run) {
		r.post()
		r.atRandomMoments(size.kills, func() {
			server := r.servers[r.random.IntN(len(r.servers))]
			server.Kill9()
			server.Restart()
		})
	})
}

// newKeeper is one that takes its time and fails now and then, until the faults are over: a server that is killed leaves
// transcripts behind that are being fetched.
func (r *run) newKeeper() *keeper.Keeper {
	random := rand.New(rand.NewPCG(r.random.Uint64(), r.random.Uint64()))
	var mu sync.Mutex
	k := keeper.Start(r)
	k.Decide(func(_ string, w http.ResponseWriter) bool {
		mu.Lock()
		wait, dice := time.Duration(random.IntN(100))*time.Millisecond, random.IntN(20)
		mu.Unlock()
		time.Sleep(wait)
		switch {
		case r.calm.Load() || dice > 2:
			return false
		case dice == 0:
			w.Header().Set("Retry-After", "1")
			http.Error(w, "too often", http.StatusTooManyRequests)
		case dice == 1:
			http.Error(w, "out of order", http.StatusBadGateway)
		default:
			panic(http.ErrAbortHandler)
		}
		return true
	})
	return k
}

// expectWhole fails the test where a chat lacks a part of its transcript, or has one twice.
func (r *run) expectWhole() {
	r.Helper()
	r.query("SELECT conversation_id, partial, transcript FROM chats", func(rows *sql.Rows) error {
		var conversation, transcript string
		var partial bool
		if err := rows.Scan(&conversation, &partial, &transcript); err != nil {
			return err
		}
		if n := strings.Count(transcript, `"text"`); partial || n != 3 {
			r.Errorf("%s has %d messages of 3, partial %t", conversation, n, partial)
		}
		return nil
	})
	for _, m := range r.provider.Mails() {
		content, err := mail.Parts(m.Source)
		if err != nil || !strings.Contains(content.Plain, "Do you have a bigger plan?") {
			r.Errorf("a mail for %v lacks the beginning of its transcript (%v):\n%s", m.Envelope, err, content.Plain)
		}
	}
}
