package delivery_test

import (
	"errors"
	"maps"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

// outcome is what the provider does with a mail.
type outcome struct {
	taken   bool
	took    time.Duration
	failure *delivery.Failure
}

func TestHalfAnHourWithoutTheProvider(t *testing.T) {
	t.Parallel()
	down := map[string]outcome{
		"cannot be reached": {false, time.Millisecond,
			&delivery.Failure{Class: delivery.Temporary, Words: "connection refused", Err: errors.New("refused")}},
		"is silent": {false, 20 * time.Second,
			&delivery.Failure{Class: delivery.Uncertain, Words: "no answer", Err: errors.New("timeout")}},
		"says 500 and takes nothing": {false, latency, lost},
		"says 500 and takes it":      {true, latency, lost},
		"says 429":                   {false, latency, tooMany(30 * time.Second)},
		"refuses us":                 {false, latency, revoked},
	}
	above := map[string]*delivery.Failure{
		"asks to wait": tooMany(time.Second),
		"only says no": {Class: delivery.Temporary, Words: "429 Too Many Requests"},
	}
	for how, down := range down {
		for then, no := range above {
			for name, servers := range map[string]int{"one server": 1, "two servers": 2} {
				t.Run(name+", and it "+how+", and then "+then+" above its rate", func(t *testing.T) {
					t.Parallel()
					synctest.Test(t, func(t *testing.T) { outage(t, servers, down, no) })
				})
			}
		}
	}
}

// outage lets a provider be down for half an hour while chats go on, and then judges by its ledger.
func outage(t *testing.T, servers int, down outcome, no *delivery.Failure) {
	const (
		rate      = 5 // mails that the provider takes in a second
		length    = 30 * time.Minute
		interval  = 800 * time.Millisecond
		mostTries = 8
	)
	y, limited := new(yard), upTo(rate, no)
	broken := time.Now().Add(time.Minute)
	mended := broken.Add(length)
	p := &provider{answer: func(now time.Time, _ string) outcome {
		if !now.Before(broken) && now.Before(mended) {
			return down
		}
		no := limited(now)
		return outcome{no == nil, latency, no}
	}}
	var workers []*delivery.Worker
	for range servers {
		w, stop := serve(t, y, reporting{p})
		defer stop()
		workers = append(workers, w)
	}
	y.arrive(3000, interval)
	y.settle(t, time.Hour, postchat.DeliveryAccepted)
	time.Sleep(15 * time.Minute)
	for _, w := range workers {
		if status := w.Status(); status.State != delivery.GateOpen {
			t.Errorf("in the end the gate is %+v", status)
		}
	}

	tries, taken := p.count()
	if len(taken) != len(y.rows) || most(taken) > 1 {
		t.Errorf("%d of %d mails were taken, one of them %d times", len(taken), len(y.rows), most(taken))
	}
	if most(tries) > mostTries {
		t.Errorf("a mail was handed over %d times, want at most %d", most(tries), mostTries)
	}
	after := p.since(mended)
	during := len(p.since(broken)) - len(after)
	if limit := 50 * servers; during > limit {
		t.Errorf("%d mails were handed over while it was down, want at most %d", during, limit)
	}
	peak := mostInASecond(after)
	if peak > 2*rate {
		t.Errorf("%d mails came in one second after it was back, where it takes %d", peak, rate)
	}
	// Those that served for finding out rest for a while after some tries; no other has to wait for one a minute younger.
	late := overtaken(after, int(time.Minute/interval))
	if late > 10*servers {
		t.Errorf("%d of %d mails were overtaken by younger ones", late, len(after))
	}
	t.Logf("%d mails, at most %d tries, %d while it was down, %d in a second after it, %d late", len(y.rows), most(tries), during, peak, late)
}

func most(counts map[string]int) int { return slices.Max(slices.Collect(maps.Values(counts))) }

func TestAServerThatRefusesUsIsAskedNowAndThenAndNoMailFails(t *testing.T) {
	t.Parallel()
	const mails, stopped = 200, 4 * 24 * time.Hour // longer than GiveUpAfter
	for name, restart := range map[string]bool{"the account is paid": false, "the server is started with a better key": true} {
		t.Run("until "+name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				y, mended := new(yard), time.Now().Add(stopped)
				refused := map[string]bool{}
				p := &provider{answer: func(now time.Time, id string) outcome {
					switch {
					case now.Before(mended):
						return outcome{false, latency, revoked}
					case !refused[id]:
						// The first that the mail itself meets, days after it was made.
						refused[id] = true
						return outcome{false, latency, full}
					}
					return outcome{true, latency, nil}
				}}
				w, stop := serve(t, y, p)
				start := time.Now()
				y.arrive(mails, 10*time.Second)
				time.Sleep(time.Until(mended))
				if status := w.Status(); status.State != delivery.GateStopped || status.Reason != revoked.Words || status.Since.Sub(start) > time.Second {
					t.Errorf("the gate is %+v", status)
				}
				if n, want := len(p.since(start)), int(stopped/(10*time.Minute))+mails/10; n > want {
					t.Errorf("%d mails were handed over to a server that refuses us, want at most %d", n, want)
				}
				if n := y.claimed(); n > 2*len(p.since(start)) {
					t.Errorf("the database was asked %d times for mails that cannot go", n)
				}
				if restart {
					stop()
					_, stop = serve(t, y, p)
				}
				y.settle(t, 12*time.Hour, postchat.DeliveryAccepted)
				stop()
			})
		})
	}
}

func TestBadMailsDoNotHoldUpTheOthers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const mails = 2000
		y, tried := new(yard), map[string]bool{}
		p := &provider{answer: func(_ time.Time, id string) outcome {
			first := !tried[id]
			tried[id] = true
			switch last := id[len(id)-1]; {
			case last == '1' || last == '2' || last == '3':
				return outcome{false, latency, hopeless}
			case last == '5' && first:
				return outcome{false, 20 * time.Second, timeout}
			case last == '7' && first:
				return outcome{false, latency, full}
			}
			return outcome{true, latency, nil}
		}}
		w, stop := serve(t, y, p)
		start := time.Now()
		y.arrive(mails, 100*time.Millisecond)
		if status := w.Status(); status.State != delivery.GateOpen || status.Since.After(start) {
			t.Errorf("the gate is %+v since %s", status, status.Since.Sub(start))
		}
		y.settle(t, 5*time.Minute, postchat.DeliveryAccepted, postchat.DeliveryFailed)
		stop()
		if got := y.states(); got[postchat.DeliveryFailed] != mails*3/10 {
			t.Errorf("the mails are %v", got)
		}
	})
}

func TestAMailThatNeverWorksDoesNotServeForFindingOutAlone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		y, mended := new(yard), time.Now().Add(10*time.Minute)
		p := &provider{answer: func(now time.Time, id string) outcome {
			if now.Before(mended) || placeOf(id) == 0 {
				return outcome{false, latency, timeout}
			}
			return outcome{true, latency, nil}
		}}
		_, stop := serve(t, y, p)
		y.arrive(30, 10*time.Second)
		time.Sleep(time.Until(mended.Add(15 * time.Minute)))
		if got := y.states(); got[postchat.DeliveryAccepted] != 29 {
			t.Errorf("the mails are %v, want all accepted but the oldest, which never works", got)
		}
		stop()
	})
}

func TestAMailWhoseAnswerIsAlwaysLostDoesNotGoRoundInCircles(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		y := new(yard)
		p := &provider{answer: func(time.Time, string) outcome { return outcome{true, latency, lost} }}
		_, stop := serve(t, y, p) // which cannot be asked, and so is sent the mail again
		y.arrive(1, 30*time.Minute)
		stop()
		if tries, _ := p.count(); most(tries) < 3 || most(tries) > 15 {
			t.Errorf("it was handed over %d times in half an hour", most(tries))
		}
	})
}
