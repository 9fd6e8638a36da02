//go:build linux

package bench

import (
	"math"
	"slices"
	"testing"
	"time"
)

// sample is one measurement of one contestant.
type sample struct {
	rate     float64 // answers a second
	p50, p99 time.Duration
	usage    usage
	all      int   // answers in all, those of the warm-up too
	peak     int64 // most memory that the server had resident, in bytes; 0 where there is none
}

// newSample counts the answers of the window. They need not be in order.
func newSample(answers []answered, begin time.Time, window time.Duration) sample {
	end := begin.Add(window)
	var took []time.Duration
	for _, a := range answers {
		if a.at.After(begin) && !a.at.After(end) {
			took = append(took, a.took)
		}
	}
	slices.Sort(took)
	return sample{
		rate: float64(len(took)) / window.Seconds(), p50: quantile(took, 0.50), p99: quantile(took, 0.99), all: len(answers),
	}
}

// each is a time for each answer, in microseconds.
func (s sample) each(d time.Duration) float64 {
	return float64(d.Microseconds()) / float64(max(1, s.all))
}

// quantile is the least value that the share q of the sorted values does not exceed; 0 where there are none.
func quantile(sorted []time.Duration, q float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[max(0, int(math.Ceil(q*float64(len(sorted))))-1)]
}

// median is the middle value, or the mean of the two in the middle.
func median(values []float64) float64 {
	values = slices.Sorted(slices.Values(values))
	n := len(values)
	if n == 0 {
		return math.NaN()
	}
	return (values[(n-1)/2] + values[n/2]) / 2
}

// medianOf is the median of what pick finds in the samples.
func medianOf(samples []sample, pick func(sample) float64) float64 {
	values := make([]float64, len(samples))
	for i, s := range samples {
		values[i] = pick(s)
	}
	return median(values)
}

// ratios are the rates of the first over those of the second, turn by turn, the least first.
func ratios(first, second []sample) []float64 {
	all := make([]float64, len(first))
	for i := range first {
		all[i] = first[i].rate / second[i].rate
	}
	slices.Sort(all)
	return all
}

func TestASampleCountsTheAnswersOfItsWindow(t *testing.T) {
	begin := time.Unix(100, 0)
	var answers []answered
	for i := range 400 { // one each 10 ms, from a second before the window to a second after it; later ones took longer
		answers = append(answers, answered{begin.Add(time.Duration(i-99) * 10 * time.Millisecond), time.Duration(i) * time.Millisecond})
	}
	got := newSample(answers, begin, 2*time.Second)
	if want := (sample{rate: 100, p50: 199 * time.Millisecond, p99: 297 * time.Millisecond, all: 400}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := newSample(nil, begin, time.Second); got != (sample{}) {
		t.Errorf("of nothing: %+v", got)
	}
}

func TestMediansAndRatios(t *testing.T) {
	for _, test := range []struct {
		values []float64
		want   float64
	}{{[]float64{3, 1, 2}, 2}, {[]float64{4, 1, 2, 3}, 2.5}, {[]float64{7}, 7}} {
		if got := median(test.values); got != test.want {
			t.Errorf("the median of %v is %v", test.values, got)
		}
	}
	if got := ratios([]sample{{rate: 30}, {rate: 10}}, []sample{{rate: 20}, {rate: 20}}); !slices.Equal(got, []float64{0.5, 1.5}) {
		t.Errorf("the ratios are %v", got)
	}
}
