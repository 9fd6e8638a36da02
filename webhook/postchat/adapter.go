// Package postchat reads Postchat's own webhook format, for chat systems that can be told what to send. The format is
// described in docs/webhook.md and docs/webhook.schema.json; requests are signed as Standard Webhooks 1.0 says
// (https://www.standardwebhooks.com).
package postchat

import (
	"encoding/json"
	"net/http"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// Adapter is the webhook.Adapter for Postchat's own format. Its zero value is ready.
type Adapter struct{}

var _ webhook.Adapter = Adapter{}

// Vendor implements webhook.Adapter.
func (Adapter) Vendor() postchat.Vendor { return postchat.VendorPostchat }

// answer is the body for a request that could be used.
type answer struct {
	Outcome  postchat.ArrivalOutcome `json:"outcome"`
	Chat     string                  `json:"chat,omitempty"`
	FollowUp string                  `json:"follow_up,omitempty"`
}

// problem is the body for one that could not, a problem document of RFC 9457. Its type is about:blank, left out, so the
// title is the status's own.
type problem struct {
	Title   string                  `json:"title"`
	Status  int                     `json:"status"`
	Detail  string                  `json:"detail"`
	Outcome postchat.ArrivalOutcome `json:"outcome"`
	Errors  []fieldProblem          `json:"errors"`
}

type fieldProblem struct {
	Field  string `json:"field,omitempty"`
	Detail string `json:"detail"`
}

// Answer implements webhook.Adapter: 200 with what became of the request, or 422 with everything that is wrong with it.
// Whoever writes the sending side reads these, so they say more than a vendor would look at.
func (Adapter) Answer(w http.ResponseWriter, a webhook.Answer) {
	if a.Problem == nil {
		write(w, "application/json", http.StatusOK, answer{Outcome: a.Outcome, Chat: a.ChatID, FollowUp: a.FollowUpID})
		return
	}
	p := problem{
		Title:   http.StatusText(http.StatusUnprocessableEntity),
		Status:  http.StatusUnprocessableEntity,
		Detail:  "The event was kept and needs a person's attention. Sending the same again changes nothing; send it mended.",
		Outcome: a.Outcome,
	}
	for _, one := range postchat.Problems(a.Problem) {
		p.Errors = append(p.Errors, fieldProblem{Field: one.Field, Detail: one.Message})
	}
	if len(p.Errors) == 0 {
		p.Errors = []fieldProblem{{Detail: a.Problem.Error()}}
	}
	write(w, "application/problem+json", p.Status, p)
}

func write(w http.ResponseWriter, contentType string, status int, body any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a caller that went away has its answer on the next try
}
