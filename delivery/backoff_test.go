package delivery_test

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/postchat/postchat/delivery"
)

func TestBackoff(t *testing.T) {
	for _, c := range []struct {
		name       string
		attempt    int
		retryAfter time.Duration
		random     float64
		want       time.Duration
	}{
		{"the first wait may be nothing", 1, 0, 0, 0},
		{"the first wait is 5 s in the middle", 1, 0, 0.5, 5 * time.Second},
		{"the second wait is three times as long", 2, 0, 0.5, 15 * time.Second},
		{"the sixth wait has a ceiling of 40 min and a half", 6, 0, 0.5, 20*time.Minute + 15*time.Second},
		{"from the seventh on the ceiling is one hour", 7, 0, 0.5, 30 * time.Minute},
		{"the ceiling stays however often it failed", 1_000_000, 0, 0.5, 30 * time.Minute},
		{"an attempt that was not counted waits like the first", 0, 0, 0.5, 5 * time.Second},
		{"what the server asks for is the least", 1, time.Minute, 0, time.Minute},
		{"mails come back spread over as long as they waited", 1, time.Minute, 0.5, 90 * time.Second},
		{"a short pause does not shorten the usual spread", 3, time.Second, 0.5, 46 * time.Second},
		{"the spread after a long pause is one hour", 1, 24 * time.Hour, 0.5, 24*time.Hour + 30*time.Minute},
		{"a negative pause counts as none", 1, -time.Minute, 0.5, 5 * time.Second},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := delivery.Backoff(c.attempt, c.retryAfter, func() float64 { return c.random }); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestBackoffStaysBetweenWhatTheServerAskedForAndOneHourMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		attempt := rapid.IntRange(math.MinInt32, math.MaxInt32).Draw(t, "attempt")
		asked := time.Duration(rapid.Int64Range(0, int64(72*time.Hour)).Draw(t, "asked"))
		x := rapid.Float64Range(0, math.Nextafter(1, 0)).Draw(t, "random")
		wait := delivery.Backoff(attempt, asked, func() float64 { return x })
		if wait < asked || wait >= asked+time.Hour {
			t.Fatalf("waits %v where the server asked for %v", wait, asked)
		}
		if longer := delivery.Backoff(max(attempt, 1)+1, asked, func() float64 { return x }); longer < wait {
			t.Fatalf("waits %v and after one more attempt only %v", wait, longer)
		}
	})
}
