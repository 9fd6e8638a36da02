package app

import (
	"net/http"

	"github.com/VictoriaMetrics/metrics"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/bounce"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/transcript"
)

// serveMetrics answers /metrics in the text form of Prometheus, to whoever may see what is the whole account's: the numbers are
// nobody else's business.
func serveMetrics(guard auth.Guard, p *parts) http.HandlerFunc {
	set := metrics.NewSet()
	gauge := func(name string, read func() float64) { set.NewGauge(name, read) }
	gauge("postchat_ledger_problems", func() float64 { return float64(p.auditor.Last().Problems) })
	gauge("postchat_ledger_checked_timestamp_seconds", func() float64 { return seconds(p.auditor.Last()) })
	for _, state := range []delivery.GateState{delivery.GateOpen, delivery.GateSlow, delivery.GateStopped} {
		gauge(`postchat_transport_state{state="`+string(state)+`"}`, func() float64 {
			if p.worker.Status().State == state {
				return 1
			}
			return 0
		})
	}
	for _, outcome := range transcript.Outcomes {
		gauge(`postchat_transcripts{outcome="`+string(outcome)+`"}`, func() float64 { return float64(p.transcripts.Count(outcome)) })
	}
	for _, kind := range bounce.Kinds {
		gauge(`postchat_inbound_mails{kind="`+string(kind)+`"}`, func() float64 { return float64(p.intake.Counts()[kind]) })
	}
	for _, outcome := range auth.SignInOutcomes {
		gauge(`postchat_sign_ins{outcome="`+outcome.String()+`"}`, func() float64 { return float64(p.door.SignIns(outcome)) })
	}
	return func(w http.ResponseWriter, r *http.Request) {
		viewer, err := guard.Viewer(r)
		if err == nil {
			err = viewer.Require(postchat.PermissionAccount)
		}
		if err != nil {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "give a valid API token as a bearer", http.StatusUnauthorized)
			return
		}
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		set.WritePrometheus(w)
		metrics.WriteProcessMetrics(w)
	}
}

func seconds(a followup.Audit) float64 {
	if a.At.IsZero() {
		return 0
	}
	return float64(a.At.UnixMilli()) / 1000
}
