package delivery

import "time"

// How the waits between attempts grow: the ceiling is firstWait after the first attempt, waitFactor times more after each
// further one, and never above longestWait. A factor of 3 tries a passing hiccup again within seconds, and yet only about
// seven times in the first half hour of an outage.
const (
	firstWait   = 10 * time.Second
	waitFactor  = 3
	longestWait = time.Hour
)

// Backoff is how long to wait after the attempt of that number, from 1, which has failed.
//
// It is exponential with full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/): any time
// between nothing and a ceiling that grows to one hour, so that mails which failed together do not come back together.
// Where the server asked for a time, retryAfter, it is never shorter than that, and the jitter comes on top; it is then
// spread over at least as long a time again, up to one hour, so that the end of the pause is no second peak.
//
// random returns numbers in [0, 1), as math/rand/v2's Float64 does. Giving up is the caller's business: see GiveUpAfter.
func Backoff(attempt int, retryAfter time.Duration, random func() float64) time.Duration {
	ceiling := firstWait
	for range attempt - 1 {
		if ceiling *= waitFactor; ceiling >= longestWait {
			ceiling = longestWait
			break
		}
	}
	if retryAfter <= 0 {
		return spread(ceiling, random)
	}
	return retryAfter + spread(min(max(ceiling, retryAfter), longestWait), random)
}

func spread(ceiling time.Duration, random func() float64) time.Duration {
	return time.Duration(random() * float64(ceiling))
}
