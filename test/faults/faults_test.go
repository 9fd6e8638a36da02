// Package faults_test kills what can be killed while chats come in, and judges afterwards by two ledgers that are not ours:
// what the chat vendor was acknowledged, and what the mail provider really took.
//
//	acknowledged  the vendor read a whole 200
//	lost          acknowledged, but the provider never took the mail for an address that was due
//	doubled       the provider took the same mail for the same address twice
//
// With Mailgun, which can be asked, nothing may be lost and nothing doubled. With SMTP nothing is lost and what is doubled is
// marked where the setting says resend, and nothing is doubled and what is missing shows as uncertain where it says hold.
//
// Plain `go test` runs a short version, of fewer settings. POSTCHAT_FAULTS=long runs the one that counts. What is random comes from a seed, which
// is printed; -seed sets it. The moments of a fault are then the same, though what they hit is up to the machine.
package faults_test

import (
	"flag"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/postchat/postchat/test/server"
)

func TestMain(m *testing.M) { os.Exit(server.Run(m)) }

var seed = flag.Uint64("seed", 0, "seed of all that is random; 0 takes another one each time")

// size says how much is done.
type size struct {
	long                                               bool
	rounds, chats, kills, stops, pauses, databaseKills int
}

func sizeOfRun() size {
	if os.Getenv("POSTCHAT_FAULTS") == "long" {
		return size{long: true, rounds: 3, chats: 500, kills: 20, stops: 10, pauses: 8, databaseKills: 6}
	}
	return size{rounds: 1, chats: 60, kills: 3, stops: 2, pauses: 1, databaseKills: 1}
}

// newRandom is a source of chance for the test, from the seed and the test's name.
func newRandom(t *testing.T) *rand.Rand {
	t.Helper()
	first := *seed
	if first == 0 {
		first = rand.Uint64()
	}
	t.Logf("chance comes from -seed %d", first)
	name := fnv.New64a()
	_, _ = name.Write([]byte(t.Name()))
	return rand.New(rand.NewPCG(first, name.Sum64()))
}

// limit guards every wait against hanging for ever. Nothing that works takes nearly as long.
const limit = 2 * time.Minute
