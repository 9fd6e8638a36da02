package transcript

import "time"

// How the waits between attempts grow: they double from firstWait to longestWait.
const (
	firstWait   = 2 * time.Second
	longestWait = 15 * time.Minute
	// longestPause is the longest that a vendor is believed who asks to be left alone.
	longestPause = time.Hour
)

// backoff is how long to wait after the attempt of that number, from 1, which has failed. A quarter of it is left to chance, so that
// transcripts which failed together are not asked for together; random returns numbers in [0, 1). Where the vendor asks for a time,
// retryAfter, it is never shorter than that.
func backoff(attempt int, retryAfter time.Duration, random func() float64) time.Duration {
	wait := firstWait
	for range attempt - 1 {
		if wait *= 2; wait >= longestWait {
			wait = longestWait
			break
		}
	}
	return max(wait, pauseFor(retryAfter)) + time.Duration(random()*float64(wait)/4) //nolint:mnd // a quarter
}

// pauseFor is for how long a source is left alone whose vendor asks for that.
func pauseFor(retryAfter time.Duration) time.Duration { return min(max(retryAfter, 0), longestPause) }
