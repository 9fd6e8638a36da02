package webhook

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/postchat/postchat"
)

// Recorder is what the receiver needs of the store.
type Recorder interface {
	// HookSource returns the source with its secrets, and the time zones of its campaigns by campaign id. It reports an
	// error of kind NotFound where there is no such source.
	HookSource(ctx context.Context, id string) (postchat.Source, map[string]*time.Location, error)
	// Record commits the arrival durably, or finds that it was committed before; only then it returns.
	Record(ctx context.Context, a postchat.Arrival) (postchat.Recorded, error)
	// CountIgnored counts an authentic event that is not about a finished chat.
	CountIgnored(ctx context.Context, source postchat.Source, eventType string, at time.Time) error
	// CountRefused counts requests that were not authentic, the last of them for that reason.
	CountRefused(ctx context.Context, source postchat.Source, count int, problem string, at time.Time) error
}

// Config is what a Receiver is made of. Recorder and Adapters must be given.
type Config struct {
	Recorder Recorder
	Adapters []Adapter
	// Log gets refusals, problems and failures, with ids and never with content; nil means nowhere.
	Log *slog.Logger
	// Now is the clock; nil means postchat.Now.
	Now func() time.Time
	// MaxBody is the largest body taken, in bytes; 0 means DefaultMaxBody.
	MaxBody int64
	// RecordTimeout bounds each call of the recorder; 0 means DefaultRecordTimeout.
	RecordTimeout time.Duration
	// SourceTTL is how long a source is remembered, so that a new secret counts at once and a withdrawn one that much
	// later; 0 means DefaultSourceTTL.
	SourceTTL time.Duration
}

// Defaults of a Config.
const (
	DefaultMaxBody       = 16 << 20
	DefaultRecordTimeout = 15 * time.Second
	DefaultSourceTTL     = 2 * time.Second
)

// retryAfter is what a caller is asked to wait, in seconds, while nothing can be recorded.
const retryAfter = "5"

// Receiver answers POST /hooks/{source} and, for vendors that can neither sign nor send a header, /hooks/{source}/{token}; the
// paths in net/http's pattern syntax. It answers
//
//   - 200, or what the adapter says, once the request is committed, also where it was before or a person must look at it;
//   - 404 for an unknown source, and 405 for another method;
//   - 401 without a hint where the request is not authentic, which is counted, 413 where its body is too large to tell, and 400
//     where the body broke off: nothing of these is kept;
//   - 503 with Retry-After where the store could not commit or did not answer. Whether it did commit is unknown then, and
//     the caller's next try finds out.
//
// An authentic request is never refused and forgotten: what cannot be read is recorded with its problem. Once its body is
// here, a caller that goes away changes nothing.
type Receiver struct {
	recorder      Recorder
	adapters      map[postchat.Vendor]Adapter
	sources       *sources
	refusals      *refusals
	log           *slog.Logger
	now           func() time.Time
	maxBody       int64
	recordTimeout time.Duration
}

// NewReceiver returns a receiver that is ready to serve.
func NewReceiver(c Config) *Receiver {
	r := &Receiver{
		recorder: c.Recorder, adapters: make(map[postchat.Vendor]Adapter, len(c.Adapters)),
		log: c.Log, now: c.Now, maxBody: c.MaxBody, recordTimeout: c.RecordTimeout,
	}
	if r.log == nil {
		r.log = slog.New(slog.DiscardHandler)
	}
	if r.now == nil {
		r.now = postchat.Now
	}
	if r.maxBody == 0 {
		r.maxBody = DefaultMaxBody
	}
	if r.recordTimeout == 0 {
		r.recordTimeout = DefaultRecordTimeout
	}
	ttl := c.SourceTTL
	if ttl == 0 {
		ttl = DefaultSourceTTL
	}
	for _, a := range c.Adapters {
		r.adapters[a.Vendor()] = a
	}
	r.refusals = &refusals{recorder: c.Recorder, log: r.log, waiting: make(map[string]refusal)}
	r.sources = &sources{recorder: c.Recorder, now: r.now, ttl: ttl, kept: make(map[string]keptSource)}
	return r
}

// ServeHTTP implements http.Handler.
func (r *Receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if req.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "only POST is answered here", http.StatusMethodNotAllowed)
		return
	}
	limited := http.MaxBytesReader(w, req.Body, r.maxBody)
	body := sync.OnceValues(func() ([]byte, error) { return readBody(limited, req.ContentLength) })
	c, err := r.admit(req, body)
	if err != nil {
		r.refuse(w, req, err)
		return
	}
	// From here on the request is authentic and, if need be, whole: it is recorded whether or not the caller still listens.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(req.Context()), r.recordTimeout)
	defer cancel()
	answer, err := r.record(ctx, c)
	if err != nil {
		r.log.ErrorContext(ctx, "webhook not recorded", "source_id", c.source.ID, "vendor", c.source.Vendor, "error", err)
		unavailable(w)
		return
	}
	if c.oversize() {
		drain(req.Body, r.maxBody)
	}
	c.adapter.Answer(w, answer)
}

// record commits what the call brought, or counts it, and returns what may be answered.
func (r *Receiver) record(ctx context.Context, c call) (Answer, error) {
	arrival, problem := reader{r.log}.arrival(ctx, c, r.now())
	if errors.Is(problem, postchat.ErrIgnored) {
		kind := postchat.Shorten(postchat.CleanLine(arrival.Event.Type), maxTypeLength)
		if err := r.recorder.CountIgnored(ctx, c.source, kind, arrival.ReceivedAt); err != nil {
			// A number is lost and no chat: asking the vendor to send it again would help nobody.
			r.log.WarnContext(ctx, "ignored event not counted", "source_id", c.source.ID, "vendor", c.source.Vendor, "error", err)
		}
		return Answer{Recorded: postchat.Recorded{Outcome: postchat.ArrivalIgnored}}, nil
	}
	recorded, err := r.recorder.Record(ctx, arrival)
	if err != nil {
		return Answer{}, err
	}
	if problem != nil {
		r.log.WarnContext(ctx, "webhook needs attention", "source_id", c.source.ID, "vendor", c.source.Vendor,
			"outcome", recorded.Outcome)
	} else {
		r.log.DebugContext(ctx, "webhook recorded", "source_id", c.source.ID, "vendor", c.source.Vendor,
			"outcome", recorded.Outcome, "chat_id", recorded.ChatID)
	}
	return Answer{Recorded: recorded, Problem: problem}, nil
}

// refuse answers a request of which nothing is kept.
func (r *Receiver) refuse(w http.ResponseWriter, req *http.Request, err error) {
	tooLarge := (*http.MaxBytesError)(nil)
	switch {
	case postchat.IsKind(err, postchat.NotFound):
		http.Error(w, "there is no such source", http.StatusNotFound)
	case errors.Is(err, errNotAuthentic):
		r.log.WarnContext(req.Context(), "webhook is not authentic", "source_id", req.PathValue("source"))
		http.Error(w, "unauthorized", http.StatusUnauthorized)
	case errors.As(err, &tooLarge):
		r.log.WarnContext(req.Context(), "webhook is too large", "source_id", req.PathValue("source"))
		http.Error(w, "the body is too large", http.StatusRequestEntityTooLarge)
	case errors.Is(err, errCutOff):
		http.Error(w, "the body broke off", http.StatusBadRequest)
	default:
		r.log.ErrorContext(req.Context(), "webhook not checked", "source_id", req.PathValue("source"), "error", err)
		unavailable(w)
	}
}

func unavailable(w http.ResponseWriter) {
	w.Header().Set("Retry-After", retryAfter)
	http.Error(w, "nothing was recorded for sure; please send it again", http.StatusServiceUnavailable)
}
