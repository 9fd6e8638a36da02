package webhook

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/wire"
)

// Decider says whether a conversation may be closed. Of the chat its account, source and conversation are known, and more where the
// caller knows it. An error of kind Invalid is the caller's fault.
type Decider func(ctx context.Context, chat postchat.Chat) (postchat.CloseAnswer, error)

// Closing answers POST /hooks/{source}/can-close, and /hooks/{source}/{token}/can-close, to vendors that can ask before they close a
// conversation. Requests are authentic as the source's webhooks are. It answers
//
//   - 200 with can_close, the rule that keeps the conversation open, and a reason for people; true where it is in doubt or the
//     answer cannot be found in time, for then nobody must be kept;
//   - 422 for a body that cannot be read, 429 with Retry-After for a source that asks too often, and else what Receiver answers.
//
// Every answer is JSON whose can_close is true unless the conversation is to stay open, so that a caller need look at nothing else.
// It changes nothing and keeps nothing.
type Closing struct {
	receiver *Receiver
	decide   Decider
	pace     pace
}

// Limits of Closing.
const (
	maxClosing     = 64 << 10        // bytes of a body
	closingTimeout = 2 * time.Second // an operator waits
	closingEvery   = 50 * time.Millisecond
	closingBurst   = 100
)

// Closing returns a handler for the receiver's sources that answers as decide says.
func (r *Receiver) Closing(decide Decider) *Closing {
	return &Closing{receiver: r, decide: decide, pace: pace{every: closingEvery, burst: closingBurst, free: map[string]time.Time{}}}
}

// ServeHTTP implements http.Handler.
func (c *Closing) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if req.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		mayClose(w, http.StatusMethodNotAllowed, nil)
		return
	}
	ctx, cancel := context.WithTimeout(req.Context(), closingTimeout)
	defer cancel()
	limited := http.MaxBytesReader(w, req.Body, maxClosing)
	body := sync.OnceValues(func() ([]byte, error) { return readBody(limited, req.ContentLength) })
	call, err := c.receiver.admit(req.WithContext(ctx), body)
	if err != nil {
		c.refuse(ctx, w, req, err)
		return
	}
	if wait := c.pace.take(call.source.ID, c.receiver.now()); wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
		mayClose(w, http.StatusTooManyRequests, nil)
		return
	}
	c.answer(ctx, w, call)
}

// answer answers an authentic request.
func (c *Closing) answer(ctx context.Context, w http.ResponseWriter, call call) {
	if call.oversize() {
		mayClose(w, http.StatusRequestEntityTooLarge, nil)
		return
	}
	var question closingQuestion
	if err := wire.Decode(call.body, &question); err != nil {
		mayClose(w, http.StatusUnprocessableEntity, err)
		return
	}
	chat, err := question.chat()
	if err != nil {
		mayClose(w, http.StatusUnprocessableEntity, err)
		return
	}
	chat.AccountID, chat.SourceID = call.source.AccountID, call.source.ID
	answer, err := c.decide(ctx, chat)
	log := c.receiver.log.With("source_id", call.source.ID, "vendor", call.source.Vendor)
	switch {
	case postchat.IsKind(err, postchat.Invalid):
		mayClose(w, http.StatusUnprocessableEntity, err)
		return
	case err != nil:
		log.ErrorContext(ctx, "not known whether a conversation may be closed, so it may", "error", err)
		answer = postchat.CloseAnswer{CanClose: true, Reason: "It could not be checked."}
	case !answer.CanClose:
		log.DebugContext(ctx, "a conversation is to stay open", "rule", answer.Rule)
	}
	writeJSON(w, "application/json", http.StatusOK, closingAnswer{CanClose: answer.CanClose, Rule: answer.Rule, Reason: answer.Reason})
}

// refuse answers a request that is not let in. It may close all the same: who is kept from asking is not kept from closing.
func (c *Closing) refuse(ctx context.Context, w http.ResponseWriter, req *http.Request, err error) {
	log := c.receiver.log.With("source_id", req.PathValue("source"))
	switch tooLarge := (*http.MaxBytesError)(nil); {
	case postchat.IsKind(err, postchat.NotFound):
		mayClose(w, http.StatusNotFound, nil)
	case errors.Is(err, errNotAuthentic):
		log.WarnContext(ctx, "a question whether a conversation may be closed is not authentic")
		mayClose(w, http.StatusUnauthorized, nil)
	case errors.As(err, &tooLarge):
		mayClose(w, http.StatusRequestEntityTooLarge, nil)
	case errors.Is(err, errCutOff):
		mayClose(w, http.StatusBadRequest, nil)
	default:
		log.ErrorContext(ctx, "not known whether a conversation may be closed, so it may", "error", err)
		w.Header().Set("Retry-After", retryAfter)
		mayClose(w, http.StatusServiceUnavailable, nil)
	}
}

// closingQuestion is the body. Its members mean what they do in docs/webhook.md.
type closingQuestion struct {
	Conversation struct {
		ID string `json:"id"`
	} `json:"conversation"`
	Codes      []string `json:"codes"`
	ClosedBy   string   `json:"closed_by"`
	Department string   `json:"department"`
	Inbox      string   `json:"inbox"`
	Page       string   `json:"page"`
}

// closers are whom closed_by may name.
var closers = []postchat.Role{
	"", postchat.RoleVisitor, postchat.RoleOperator, postchat.RoleBot, postchat.RoleSystem, postchat.RoleUnknown,
}

func (q closingQuestion) chat() (postchat.Chat, error) {
	chat := postchat.Chat{
		ConversationID: q.Conversation.ID, Codes: q.Codes, ClosedBy: postchat.Role(q.ClosedBy),
		Department: q.Department, Inbox: q.Inbox, Page: q.Page,
	}
	chat.Clean()
	if !slices.Contains(closers, chat.ClosedBy) {
		return chat, postchat.Invalidf("closed_by", "must be one of visitor, operator, bot, system, unknown")
	}
	return chat, nil
}

type closingAnswer struct {
	CanClose bool   `json:"can_close"`
	Rule     string `json:"rule"`
	Reason   string `json:"reason"`
}

// closingProblem is a problem document of RFC 9457 with the one member that callers look at.
type closingProblem struct {
	Title    string         `json:"title"`
	Status   int            `json:"status"`
	Detail   string         `json:"detail,omitempty"`
	CanClose bool           `json:"can_close"`
	Errors   []closingError `json:"errors,omitempty"`
}

type closingError struct {
	Field  string `json:"field,omitempty"`
	Detail string `json:"detail"`
}

// mayClose answers that nothing keeps the conversation open, as far as is known, with what is wrong with the question.
func mayClose(w http.ResponseWriter, status int, err error) {
	p := closingProblem{Title: http.StatusText(status), Status: status, CanClose: true}
	for _, one := range postchat.Problems(err) {
		p.Errors = append(p.Errors, closingError{Field: one.Field, Detail: one.Message})
	}
	if len(p.Errors) > 0 {
		p.Detail = "The question could not be read."
	}
	writeJSON(w, "application/problem+json", status, p)
}

func writeJSON(w http.ResponseWriter, contentType string, status int, body any) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a caller that went away closes as it likes
}
