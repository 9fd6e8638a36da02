package delivery_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/test/stores"
)

const slots = 8

// What may come of a mail.
var (
	accepted *delivery.Failure
	hopeless = &delivery.Failure{Class: delivery.Permanent, Words: "550 no such user"}
	timeout  = &delivery.Failure{Class: delivery.Temporary, Words: "no answer in time", Err: errors.New("time is over")}
	full     = &delivery.Failure{Class: delivery.Temporary, Words: "452 mailbox full", Err: delivery.ErrThisMail}
	lost     = &delivery.Failure{Class: delivery.Uncertain, Words: "500 Internal Server Error"}
	revoked  = &delivery.Failure{Class: delivery.Temporary, Words: "401 Unauthorized", Err: delivery.ErrUnauthorized}
)

func tooMany(wait time.Duration) *delivery.Failure {
	return &delivery.Failure{Class: delivery.Temporary, Words: "429 Too Many Requests", RetryAfter: wait}
}

// door is a gate at a clock that the test moves.
type door struct {
	*delivery.Gate
	clock *stores.Clock
	mails int
}

func newDoor() *door {
	clock := new(stores.Clock)
	clock.Move(1 << 60)
	return &door{Gate: delivery.NewGate(slots, clock.Now), clock: clock}
}

// begin lets as many mails begin as may, at most limit, and a moment pass. It returns when they began, one time for each.
func (d *door) begin(limit int) []time.Time {
	began := slices.Repeat([]time.Time{d.clock.Now()}, d.Room(limit))
	d.Begin(len(began), d.clock.Now())
	d.clock.Move(time.Millisecond)
	return began
}

// end says what came of a mail that nobody has heard of yet.
func (d *door) end(began time.Time, f *delivery.Failure) (waits bool) {
	d.mails++
	return !d.End(delivery.Try{DeliveryID: fmt.Sprint("mail-", d.mails), Attempt: 1, Began: began}, f).IsZero()
}

// try sends one mail, as soon as one may begin.
func (d *door) try(f *delivery.Failure) (waits bool) {
	if status := d.Status(); status.State != delivery.GateOpen {
		d.clock.Move(max(0, status.NextTry.Sub(d.clock.Now())))
	}
	return d.end(d.begin(1)[0], f)
}

// wait is how long nothing may begin from now on.
func (d *door) wait() time.Duration { return d.Status().NextTry.Sub(d.clock.Now()) }

func TestWhatClosesTheGate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		came  []*delivery.Failure // of one mail after the other
		want  delivery.GateState
		wait  time.Duration
		waits bool // the last mail
	}{
		{"nothing", nil, delivery.GateOpen, 0, false},
		{"an acceptance does not", []*delivery.Failure{accepted}, delivery.GateOpen, 0, false},
		{"mails that are refused for good do not", []*delivery.Failure{hopeless, hopeless, hopeless, hopeless, hopeless}, delivery.GateOpen, 0, false},
		{"nor do those that are refused for a reason of their own", []*delivery.Failure{full, full, full, full, full}, delivery.GateOpen, 0, false},
		{"two mails that come to nothing do not", []*delivery.Failure{timeout, lost}, delivery.GateOpen, 0, false},
		{"three do", []*delivery.Failure{timeout, lost, timeout}, delivery.GateSlow, 5 * time.Second, true},
		{"three do with one between that is refused for good", []*delivery.Failure{lost, lost, hopeless, lost}, delivery.GateSlow, 5 * time.Second, true},
		{"three do not with an acceptance between", []*delivery.Failure{timeout, timeout, accepted, timeout}, delivery.GateOpen, 0, false},
		{"a server that asks to wait does", []*delivery.Failure{accepted, tooMany(42 * time.Second)}, delivery.GateSlow, 42 * time.Second, true},
		{"a server that refuses us stops it", []*delivery.Failure{accepted, revoked}, delivery.GateStopped, time.Minute, true},
		{"and so it does for good", []*delivery.Failure{{Class: delivery.Permanent, Err: delivery.ErrUnauthorized}}, delivery.GateStopped, time.Minute, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, waits := newDoor(), false
			for _, f := range c.came {
				waits = d.try(f)
			}
			status := d.Status()
			if status.State != c.want || waits != c.waits {
				t.Fatalf("the gate is %+v, the mail waits %t; want %s, %t", status, waits, c.want, c.waits)
			}
			if c.want == delivery.GateOpen {
				if room := d.Room(slots); room != slots || status.Reason != "" || !status.NextTry.IsZero() {
					t.Errorf("room for %d in %+v", room, status)
				}
				return
			}
			if got := d.wait(); got != c.wait || status.Since != d.clock.Now() || status.Reason != c.came[len(c.came)-1].Words {
				t.Errorf("waits %s in %+v, want %s", got, status, c.wait)
			}
			if room := d.Room(slots); room != 0 {
				t.Errorf("room for %d in the pause", room)
			}
		})
	}
}

func TestOneMailThatNeverWorksDoesNotCloseTheGate(t *testing.T) {
	t.Parallel()
	d := newDoor()
	for range 20 {
		try := delivery.Try{DeliveryID: "the same", Attempt: 1, Began: d.begin(1)[0]}
		if until := d.End(try, timeout); !until.IsZero() || d.Status().State != delivery.GateOpen {
			t.Fatalf("the gate is %+v", d.Status())
		}
	}
}

func TestAMailThatWaitsGoesFirstButNotForEver(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		before  []*delivery.Failure // of other mails
		attempt int
		rests   time.Duration // after the end of the pause
	}{
		{"it goes first after its first attempt", []*delivery.Failure{revoked}, 1, 0},
		{"and after its second", []*delivery.Failure{revoked}, 2, 0},
		{"after its third it rests where nothing was accepted lately", []*delivery.Failure{revoked}, 3, 8 * time.Minute},
		{"it does not rest where something was", []*delivery.Failure{revoked, accepted}, 30, 0},
		{"nor at the beginning of the trouble", nil, 30, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := newDoor()
			for _, f := range c.before {
				d.try(f)
			}
			d.clock.Move(max(0, d.wait()))
			until := d.End(delivery.Try{DeliveryID: "it", Attempt: c.attempt, Began: d.begin(1)[0]}, revoked)
			if got := until.Sub(d.Status().NextTry); got != c.rests {
				t.Errorf("it rests for %s after the pause, want %s", got, c.rests)
			}
		})
	}
}

func TestPausesGrowWithoutAnAcceptance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		came *delivery.Failure
		want string
	}{
		{"where mails come to nothing", timeout, "[5s 10s 20s 40s 1m20s 2m0s 2m0s]"},
		{"where the server asks for less", tooMany(time.Second), "[1s 10s 20s 40s 1m20s 2m0s 2m0s]"},
		{"where the server asks for more", tooMany(time.Hour), "[1h0m0s 1h0m0s 1h0m0s 1h0m0s 1h0m0s 1h0m0s 1h0m0s]"},
		{"where the server refuses us", revoked, "[1m0s 2m0s 4m0s 8m0s 10m0s 10m0s 10m0s]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := newDoor()
			var got []time.Duration
			for range 7 {
				for !d.try(c.came) {
				}
				got = append(got, d.wait())
			}
			if fmt.Sprint(got) != c.want {
				t.Errorf("pauses of %s, want %s", got, c.want)
			}
		})
	}
}

func TestAStoppedGateStartsWithAnAcceptanceAlone(t *testing.T) {
	t.Parallel()
	d := newDoor()
	d.try(revoked)
	d.try(timeout)
	d.try(tooMany(time.Second))
	if status := d.Status(); status.State != delivery.GateStopped || d.wait() != 4*time.Minute {
		t.Fatalf("the gate is %+v and waits %s", status, d.wait())
	}
	d.clock.Move(48 * time.Hour)
	if status := d.Status(); status.State != delivery.GateStopped {
		t.Fatalf("time alone makes it %+v", status)
	}
	d.try(hopeless)
	if status := d.Status(); status.State != delivery.GateStopped || d.wait() > time.Second {
		t.Fatalf("after a mail that says nothing of the others it is %+v and waits %s", status, d.wait())
	}
	d.try(accepted)
	if status := d.Status(); status.State != delivery.GateSlow {
		t.Errorf("after an acceptance it is %+v", status)
	}
}

func TestMailsThatWereOnTheirWayCloseTheGateOnce(t *testing.T) {
	t.Parallel()
	d := newDoor()
	began := d.begin(slots)
	for i, at := range began {
		if !d.end(at, tooMany(time.Duration(i)*time.Second+time.Second)) {
			t.Errorf("mail %d does not wait for the transport", i)
		}
	}
	if got := d.wait(); got != slots*time.Second {
		t.Errorf("waits %s, want the longest that was asked for", got)
	}
	if began = append(began, d.begin(1)...); len(began) > slots {
		t.Fatal("a mail began in the pause")
	}
	d.end(began[0], accepted) // a late answer
	if status := d.Status(); status.State != delivery.GateSlow || d.wait() <= 0 {
		t.Errorf("an old acceptance makes it %+v", status)
	}
	d.end(began[0], revoked)
	if status := d.Status(); status.State != delivery.GateStopped {
		t.Errorf("an old refusal of us makes it %+v", status)
	}
}

// everySecond sends for n seconds, and returns how many mails began in each.
func (d *door) everySecond(n int, come func() *delivery.Failure) (counts []int) {
	for range n {
		count := 0
		for end := d.clock.Now().Add(time.Second); d.clock.Now().Before(end); {
			for _, at := range d.begin(slots) {
				count++
				d.end(at, come())
			}
		}
		counts = append(counts, count)
	}
	return counts
}

func TestSendingGrowsByOneASecond(t *testing.T) {
	t.Parallel()
	d := newDoor()
	for range 3 {
		d.try(timeout)
	}
	d.clock.Move(d.wait())
	well := func() *delivery.Failure { return accepted }
	if got := fmt.Sprint(d.everySecond(slots-1, well)); got != "[1 2 3 4 5 6 7]" {
		t.Errorf("mails in each second: %s", got)
	}
	for range slots {
		if status := d.Status(); status.State != delivery.GateSlow {
			t.Fatalf("with fewer than %d in the last second it is %+v", slots, status)
		}
		d.try(accepted)
	}
	if status := d.Status(); status.State != delivery.GateOpen {
		t.Errorf("with as many in a second as there are slots it is %+v", status)
	}
}

func TestSendingStaysAtWhatTheServerTakes(t *testing.T) {
	t.Parallel()
	const most = 5
	for _, c := range []struct {
		name string
		no   *delivery.Failure
	}{
		{"that asks to wait", tooMany(time.Second)},
		{"that only says no", &delivery.Failure{Class: delivery.Temporary, Words: "429 Too Many Requests"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d, taken := newDoor(), 0
			var second time.Time
			limited := func() *delivery.Failure {
				if now := d.clock.Now().Truncate(time.Second); now != second {
					second, taken = now, 0
				}
				if taken++; taken > most {
					return c.no
				}
				return accepted
			}
			d.clock.Move(d.clock.Now().Truncate(time.Second).Add(time.Second).Sub(d.clock.Now()))
			counts := d.everySecond(10*60, limited)[1:]
			sum := 0
			for i, count := range counts {
				sum += count
				if count > most+2 {
					t.Fatalf("second %d has %d mails where %d are taken", i+1, count, most)
				}
			}
			if least := len(counts) * most / 2; sum < least {
				t.Errorf("%d mails in %d seconds, want at least %d", sum, len(counts), least)
			}
		})
	}
}

func TestACalmTimeOpensASlowGate(t *testing.T) {
	t.Parallel()
	d := newDoor()
	d.try(tooMany(time.Minute))
	d.clock.Move(time.Hour)
	if status := d.Status(); status.State != delivery.GateSlow {
		t.Fatalf("without any acceptance it is %+v", status)
	}
	d.try(accepted)
	d.clock.Move(10*time.Minute - time.Second)
	if status := d.Status(); status.State != delivery.GateSlow {
		t.Fatalf("soon after an acceptance it is %+v", status)
	}
	d.clock.Move(time.Second)
	if status := d.Status(); status.State != delivery.GateOpen {
		t.Errorf("a calm time after its trouble it is %+v", status)
	}
}

func TestAMailThatIsNeverHeardOfIsForgotten(t *testing.T) {
	t.Parallel()
	d := newDoor()
	d.try(revoked)
	d.clock.Move(time.Minute)
	if n := len(d.begin(slots)); n != 1 {
		t.Fatalf("%d tries at once", n)
	}
	for range 59 {
		d.clock.Move(time.Second)
		if n := len(d.begin(slots)); n > 0 {
			t.Fatal("another try while the first is out")
		}
	}
	d.clock.Move(time.Second)
	if n := len(d.begin(slots)); n != 1 {
		t.Errorf("%d tries after a minute without an answer", n)
	}
}

func TestAClockThatIsPutBackDoesNotHoldMailsUp(t *testing.T) {
	t.Parallel()
	d := newDoor()
	d.try(tooMany(time.Minute))
	d.clock.Move(-24 * time.Hour)
	if got := d.wait(); got != time.Minute {
		t.Errorf("waits %s", got)
	}
	d.clock.Move(time.Minute)
	for range 100 {
		d.try(accepted)
	}
	if status := d.Status(); status.State != delivery.GateOpen {
		t.Errorf("the gate is %+v", status)
	}
}

func TestNewsIsToldOnce(t *testing.T) {
	t.Parallel()
	d := newDoor()
	var got []any
	tell := func() {
		if status, changed := d.News(); changed {
			got = append(got, status.State)
		}
	}
	tell()
	d.try(tooMany(time.Minute))
	tell()
	d.try(tooMany(time.Minute))
	tell()
	d.try(revoked)
	tell()
	for range 100 {
		d.try(accepted)
		tell()
	}
	if fmt.Sprint(got) != "[slow stopped slow open]" {
		t.Errorf("news: %s", got)
	}
}

func TestWhateverHappenedTheGateOpensAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := newDoor()
		var out []time.Time
		outcomes := []*delivery.Failure{accepted, hopeless, full, timeout, lost, revoked, tooMany(time.Second), tooMany(time.Hour)}
		t.Repeat(map[string]func(*rapid.T){
			"begin": func(t *rapid.T) { out = append(out, d.begin(rapid.IntRange(0, slots).Draw(t, "limit"))...) },
			"end": func(t *rapid.T) {
				if len(out) > 0 {
					d.end(out[0], rapid.SampledFrom(outcomes).Draw(t, "outcome"))
					out = out[1:]
				}
			},
			"wait": func(t *rapid.T) {
				d.clock.Move(time.Duration(rapid.Int64Range(-int64(time.Hour), int64(3*time.Hour)).Draw(t, "wait")))
			},
			"": func(t *rapid.T) {
				status, room := d.Status(), d.Room(slots)
				switch {
				case status.State == delivery.GateOpen && room == slots:
				case status.State != delivery.GateOpen && room == 0:
				case status.State != delivery.GateOpen && room == 1 && !status.NextTry.After(d.clock.Now()) && status.Reason != "":
				default:
					t.Fatalf("room for %d in %+v", room, status)
				}
			},
		})
		d.clock.Move(25 * time.Hour) // Pauses are over, and whatever is out is forgotten.
		for range 2 * slots * slots {
			d.try(accepted)
		}
		if status := d.Status(); status.State != delivery.GateOpen {
			t.Fatalf("the gate is %+v", status)
		}
	})
}
