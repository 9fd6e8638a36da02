package app

import (
	"context"
	"encoding/json"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/postchat/postchat/delivery"
)

// health answers /healthz and /readyz.
type health struct {
	// stage is where the server is in its life.
	stage atomic.Pointer[string]
	// ping asks the database; set before the stage is serving.
	ping func(context.Context) error
	// transport is what mails go through, and gate says whether they do; set before the stage is serving.
	transport string
	gate      func() delivery.GateStatus
}

// The stages of a server's life.
var (
	stageStarting = "starting"
	stageServing  = "serving"
	stageStopping = "stopping"
)

// pingTimeout is how long the database may take to answer before the server counts as not ready.
const pingTimeout = 2 * time.Second

func newHealth(transport string) *health {
	h := &health{transport: transport}
	h.stage.Store(&stageStarting)
	return h
}

// serveLive says that the process lives, and nothing more: whoever restarts what is not alive must not do so because a
// database is away.
func (h *health) serveLive(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n"))
}

// readiness is the answer of /readyz.
type readiness struct {
	Ready     bool   `json:"ready"`
	Stage     string `json:"stage"`
	Database  string `json:"database"`
	Transport string `json:"transport"`
	// Sending is open, slow or stopped. A stopped transport makes nothing unready: chats are taken and wait.
	Sending delivery.GateState `json:"sending,omitempty"`
}

// serveReady says whether the server should get requests: not before its database is migrated, not while the database does
// not answer, and not any more once it is told to stop. It shows no more than that: anybody may ask.
func (h *health) serveReady(w http.ResponseWriter, r *http.Request) {
	answer := readiness{Stage: *h.stage.Load(), Database: "unknown", Transport: h.transport}
	if answer.Stage != stageStarting {
		ctx, cancel := context.WithTimeout(r.Context(), pingTimeout)
		defer cancel()
		answer.Sending = h.gate().State
		answer.Database = "ok"
		if h.ping(ctx) != nil {
			answer.Database = "does not answer"
		}
	}
	answer.Ready = answer.Stage == stageServing && answer.Database == "ok"
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	if !answer.Ready {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_ = json.NewEncoder(w).Encode(answer)
}
