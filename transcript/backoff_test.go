package transcript_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat/transcript"
)

func TestWaitsBetweenAttemptsGrowAndAreNeverShorterThanTheVendorAsks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name       string
		attempt    int
		retryAfter time.Duration
		random     float64
		want       time.Duration
	}{
		{name: "the first", attempt: 1, want: 2 * time.Second},
		{name: "the second", attempt: 2, want: 4 * time.Second},
		{name: "with all of its chance", attempt: 2, random: 1, want: 5 * time.Second},
		{name: "the longest", attempt: 100, want: 15 * time.Minute},
		{name: "the vendor asks for more", attempt: 1, retryAfter: time.Minute, want: time.Minute},
		{name: "the vendor asks for less", attempt: 10, retryAfter: time.Second, want: 15 * time.Minute},
		{name: "the vendor asks for a week", attempt: 1, retryAfter: 7 * 24 * time.Hour, want: time.Hour},
		{name: "the vendor asks for nonsense", attempt: 1, retryAfter: -time.Hour, want: 2 * time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := transcript.Backoff(test.attempt, test.retryAfter, func() float64 { return test.random })
			if got != test.want {
				t.Errorf("waits %s, want %s", got, test.want)
			}
		})
	}
}
