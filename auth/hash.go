package auth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"

	"github.com/postchat/postchat"
)

// Cost is what one hash of a password costs.
type Cost struct {
	Memory  uint32 // KiB
	Passes  uint32
	Threads uint8
}

// DefaultCost is the least that OWASP's Password Storage Cheat Sheet asks of Argon2id (RFC 9106): 19 MiB in two passes.
var DefaultCost = Cost{Memory: 19 << 10, Passes: 2, Threads: 1}

const (
	saltSize = 16 // RFC 9106, section 4
	hashSize = 32
)

// The gate before the hashes: at most strangerSlots at once for whoever comes, of whom maxWaiting may wait for at most
// longestWait; and knownSlots besides for browsers in which somebody has signed in before, so that a crowd of strangers
// does not keep them out. All slots together take 57 MiB; what they leave behind is Go's to collect, and
// bounded by its memory limit.
const (
	strangerSlots = 2
	knownSlots    = 1
	maxWaiting    = 64
	longestWait   = 5 * time.Second
)

// hasher hashes and checks passwords with Argon2id, never more at once than its lanes have slots.
type hasher struct {
	cost             Cost
	strangers, known *lane
	derive           func(password, salt []byte, c Cost) []byte
}

func newHasher(cost Cost) *hasher {
	return &hasher{
		cost: cost, strangers: newLane(strangerSlots), known: newLane(knownSlots),
		derive: func(password, salt []byte, c Cost) []byte {
			return argon2.IDKey(password, salt, c.Passes, c.Memory, c.Threads, hashSize)
		},
	}
}

// hash returns the password's hash in the PHC string format, with the hasher's cost and a new salt.
func (h *hasher) hash(ctx context.Context, l *lane, password string) (string, error) {
	salt := make([]byte, saltSize)
	_, _ = rand.Read(salt) // never fails
	sum, err := h.work(ctx, l, password, salt, h.cost)
	if err != nil {
		return "", err
	}
	return phc{h.cost, salt, sum}.String(), nil
}

// check reports whether the hash is the password's, and whether it was made at another cost than the hasher's. With an empty
// hash it does the same work and finds nothing.
func (h *hasher) check(ctx context.Context, l *lane, password, hash string) (right, outdated bool, err error) {
	stored := phc{cost: h.cost, salt: make([]byte, saltSize), sum: make([]byte, hashSize)}
	if hash != "" {
		if stored, err = parsePHC(hash); err != nil {
			return false, false, err
		}
	}
	sum, err := h.work(ctx, l, password, stored.salt, stored.cost)
	if err != nil {
		return false, false, err
	}
	same := subtle.ConstantTimeCompare(sum, stored.sum) == 1
	return same && hash != "", stored.cost != h.cost, nil
}

func (h *hasher) work(ctx context.Context, l *lane, password string, salt []byte, cost Cost) ([]byte, error) {
	leave, err := l.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return h.derive(prepared(password), salt, cost), nil
}

// lane lets few work at once and few wait.
type lane struct {
	slots, waiting chan struct{}
	longest        time.Duration
}

func newLane(slots int) *lane {
	return &lane{slots: make(chan struct{}, slots), waiting: make(chan struct{}, maxWaiting), longest: longestWait}
}

// enter waits for a slot. It is Busy where too many wait already, or the slot comes too late.
func (l *lane) enter(ctx context.Context) (leave func(), err error) {
	select {
	case l.waiting <- struct{}{}:
		defer func() { <-l.waiting }()
	default:
		return nil, busy(longestWait)
	}
	timer := time.NewTimer(l.longest)
	defer timer.Stop()
	select {
	case l.slots <- struct{}{}:
		return func() { <-l.slots }, nil
	case <-timer.C:
		return nil, busy(longestWait)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func busy(after time.Duration) error {
	return postchat.Busyf(after, "Too many are signing in at the moment. Please try again in a few seconds.")
}

// phc is a hash with all that it takes to make it again, as the PHC string format writes it:
// $argon2id$v=19$m=19456,t=2,p=1$salt$hash.
type phc struct {
	cost      Cost
	salt, sum []byte
}

var base64PHC = base64.RawStdEncoding.Strict()

// String writes the hash.
func (p phc) String() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.cost.Memory, p.cost.Passes, p.cost.Threads,
		base64PHC.EncodeToString(p.salt), base64PHC.EncodeToString(p.sum))
}

// errHash is a hash in the database that we did not write.
var errHash = errors.New("a password's hash is not one of Argon2id")

func parsePHC(text string) (phc, error) {
	parts := strings.Split(text, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return phc{}, errHash
	}
	var p phc
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &p.cost.Memory, &p.cost.Passes, &p.cost.Threads); err != nil {
		return phc{}, errHash
	}
	var errSalt, errSum error
	p.salt, errSalt = base64PHC.DecodeString(parts[4])
	p.sum, errSum = base64PHC.DecodeString(parts[5])
	const most = 1 << 20 // KiB: what a row may make us take
	sane := len(p.sum) == hashSize && p.cost.Memory <= most && p.cost.Passes >= 1 && p.cost.Threads >= 1
	if errSalt != nil || errSum != nil || !sane || p.String() != text {
		return phc{}, errHash
	}
	return p, nil
}
