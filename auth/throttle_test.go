package auth_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

func TestAFloodOfSignInsHashesFewAtOnce(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		h.setUp()
		work := &auth.Work{Hold: make(chan struct{})}
		h.door.Watch(work, time.Minute)
		const crowd = 200
		results := make(chan error, crowd)
		for i := range crowd {
			b := h.browser(fmt.Sprintf("198.51.%d.%d", i/100, i%100))
			go func() {
				_, err := b.signIn(fmt.Sprintf("p%d@acme.example", i), "whatever it is")
				results <- err
			}()
		}
		// Of the crowd few are let through to a hash and some to a queue; all others hear at once that it is too much.
		busy := 0
		for range crowd - 64 - auth.Slots {
			h.is(<-results, postchat.Busy, "Please try again")
			busy++
		}
		close(work.Hold)
		for range crowd - busy {
			if err := <-results; !postchat.IsKind(err, postchat.Denied) && !postchat.IsKind(err, postchat.Busy) {
				t.Errorf("one of the crowd is answered %v", err)
			}
		}
		if most := work.Most.Load(); most == 0 || most > auth.Slots {
			t.Errorf("%d hashes were made at once", most)
		}
	})
}

func TestACrowdOfStrangersDoesNotKeepKnownBrowsersOut(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		b, _ := h.setUp()
		work := &auth.Work{}
		h.door.Watch(work, time.Minute)
		var crowd sync.WaitGroup
		for i := range 50 {
			stranger := h.browser(fmt.Sprintf("203.0.113.%d", i))
			crowd.Go(func() { _, _ = stranger.signIn(danasEmail, "whatever it is") })
		}
		crowd.Wait()
		for range 5 {
			_, err := h.browser("198.51.100.7").signIn(danasEmail, "whatever it is")
			h.is(err, postchat.Denied, "not right")
		}
		h.pauses = nil
		h.must(b.signIn(danasEmail, ownPassword))
		if len(h.pauses) > 0 {
			t.Errorf("a known browser waits %v", h.pauses)
		}
		h.must(h.browser("192.0.2.1").signIn(danasEmail, ownPassword))
		if len(h.pauses) != 1 || h.pauses[0] != 4*time.Second {
			t.Errorf("a new browser waits %v; it is slowed, and let in", h.pauses)
		}
		// The crowd's attempts are forgotten in time.
		h.clock.Move(10 * time.Minute)
		h.pauses = nil
		h.must(h.browser("192.0.2.2").signIn(danasEmail, ownPassword))
		if len(h.pauses) > 0 {
			t.Errorf("after ten minutes a new browser waits %v", h.pauses)
		}
	})
}

func TestOneAddressTriesOnlySoOften(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		known, _ := h.setUp()
		stranger := h.browser("203.0.113.9")
		for i := range 6 {
			if _, err := stranger.signIn(danasEmail, "whatever it is"); !postchat.IsKind(err, postchat.Denied) {
				t.Fatalf("attempt %d is answered %v", i+1, err)
			}
		}
		_, err := stranger.signIn(danasEmail, ownPassword)
		h.is(err, postchat.Busy, "try again in 21 seconds")
		if after := postchat.Problems(err)[0].RetryAfter; after != 21*time.Second {
			t.Errorf("it says to wait for %s", after)
		}
		h.clock.Move(21 * time.Second)
		h.must(stranger.signIn(danasEmail, ownPassword))

		// The right password costs nothing, however often.
		for range 50 {
			h.must(stranger.signIn(danasEmail, ownPassword))
		}

		// One address, many e-mails.
		answers := map[bool]int{}
		for i := range 500 {
			_, err := h.browser("192.0.2.1").signIn(fmt.Sprintf("p%d@acme.example", i), "whatever it is")
			answers[postchat.IsKind(err, postchat.Busy)]++
		}
		if answers[false] != 30 {
			t.Errorf("one address tries %d of 500 e-mails", answers[false])
		}

		// A known browser, too, guesses only so often.
		answers = map[bool]int{}
		for range 50 {
			_, err := known.signIn(danasEmail, "whatever it is")
			answers[postchat.IsKind(err, postchat.Busy)]++
		}
		if answers[false] != 10 {
			t.Errorf("a known browser guesses %d times of 50", answers[false])
		}
	})
}

func TestNobodyLearnsWhoExists(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		owner, viewer := h.setUp()
		_, gone := h.hire(viewer, "gone@acme.example", postchat.RoleStaff)
		if _, err := h.door.People(viewer).Disable(t.Context(), gone.Actor.ID); err != nil {
			t.Fatal(err)
		}
		work := &auth.Work{}
		h.door.Watch(work, time.Minute)
		try := func(from *browser, email, password string) string {
			done := work.Done.Load()
			_, err := from.signIn(email, password)
			problems := postchat.Problems(err)
			if len(problems) != 1 {
				t.Fatalf("%s is answered %v", email, err)
			}
			return fmt.Sprintf("%+v after %d hashes", *problems[0], work.Done.Load()-done)
		}
		first := try(h.browser("203.0.113.1"), danasEmail, "whatever it is")
		for name, other := range map[string]string{
			"nobody":                     try(h.browser("203.0.113.2"), "nobody@acme.example", "whatever it is"),
			"no e-mail":                  try(h.browser("203.0.113.3"), "dana", ownPassword),
			"nothing":                    try(h.browser("203.0.113.4"), "", ""),
			"one who is gone":            try(h.browser("203.0.113.5"), "gone@acme.example", ownPassword),
			"a known browser's stranger": try(owner, "nobody@acme.example", "whatever it is"),
			"a known browser":            try(owner, danasEmail, "whatever it is"),
		} {
			if other != first {
				t.Errorf("%s is answered %s, and somebody %s", name, other, first)
			}
		}
		// Being slowed tells nothing either.
		slowed := func(email, address string) (all []string) {
			for range 10 {
				_, err := h.browser(address).signIn(email, "whatever it is")
				all = append(all, fmt.Sprint(err, len(h.pauses)))
			}
			h.pauses = nil
			return all
		}
		here, there := slowed(danasEmail, "192.0.2.1"), slowed("nobody2@acme.example", "192.0.2.2")
		for i := range here {
			if i >= 6 && here[i] != there[i] {
				t.Errorf("attempt %d is answered %s, and for nobody %s", i+1, here[i], there[i])
			}
		}
		if h.door.SignIns(auth.SignInWrong) < 10 || h.door.SignIns(auth.SignInOften) != 8 {
			t.Errorf("%d were wrong, %d too often", h.door.SignIns(auth.SignInWrong), h.door.SignIns(auth.SignInOften))
		}
	})
}

func TestWhatIsRememberedOfAttemptsIsBounded(t *testing.T) {
	t.Parallel()
	if peak, end := auth.Remembered(100, 1000, 0); peak != 100 || end > 100 || end < 90 {
		t.Errorf("of 2000 who try at once, at most %d are remembered, and %d in the end", peak, end)
	}
	if _, end := auth.Remembered(100, 60, time.Minute); end != 60 {
		t.Errorf("%d are remembered, and not only those who tried lately", end)
	}
}

func TestAClockThatWasPutBackLocksNobodyOut(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		h.setUp()
		stranger := h.browser("203.0.113.9")
		for range 10 {
			_, _ = stranger.signIn(danasEmail, "whatever it is")
		}
		h.clock.Move(-10 * 365 * 24 * time.Hour)
		for range 2 {
			_, _ = stranger.signIn(danasEmail, ownPassword)
			h.clock.Move(time.Minute)
		}
		h.must(stranger.signIn(danasEmail, ownPassword))
	})
}
