package transcript

import "sync/atomic"

// Outcome is what came of asking a vendor for a transcript.
type Outcome string

// The outcomes.
const (
	Whole   Outcome = "whole"    // the transcript is there
	Failed  Outcome = "failed"   // the vendor is asked again later
	GivenUp Outcome = "given_up" // the follow-up went on without it
)

// Outcomes are all outcomes.
var Outcomes = []Outcome{Whole, Failed, GivenUp}

// counts counts outcomes since the server was started.
type counts struct{ whole, failed, givenUp atomic.Int64 }

func (c *counts) of(o Outcome) *atomic.Int64 {
	switch o {
	case Whole:
		return &c.whole
	case GivenUp:
		return &c.givenUp
	}
	return &c.failed
}

func (c *counts) add(o Outcome) { c.of(o).Add(1) }

// Count is how often the outcome came about since the worker was made.
func (w *Worker) Count(o Outcome) int64 { return w.counts.of(o).Load() }
