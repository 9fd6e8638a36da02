package mailgun

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

// DefaultMaxAge is how long ago a webhook may have been signed. Mailgun repeats one for 8 hours, and does not say whether it signs
// it anew.
const DefaultMaxAge = 9 * time.Hour

const (
	// early is how far Mailgun's clock may be ahead of ours.
	early = 5 * time.Minute
	// maxWebhook is the largest body taken, in bytes. Events have a few KiB.
	maxWebhook = 256 << 10
	// applyTimeout bounds what is done about one event.
	applyTimeout = 15 * time.Second
)

// Tokens is what a Webhook needs of the database; see db.Store for what each promises.
type Tokens interface {
	RememberToken(ctx context.Context, token string, at time.Time) (fresh bool, err error)
	ForgetToken(ctx context.Context, token string) error
	CountForeign(ctx context.Context, kind string, n int, at time.Time) error
}

// Webhook takes the events that Mailgun posts, each as a hint: the signature does not cover it.
//
// Of the answers to a webhook Mailgun takes 200 for success and 406 for a refusal that ends the matter; after any other it tries
// again for 8 hours (https://help.mailgun.com/hc/en-us/articles/202236504-Webhooks). 406 is never used. What is repeated in vain
// costs little, whereas a signing key or a clock that is wrong on our side may be mended in time. What is missed for good, the
// Tracker pulls. It answers
//
//   - 200 where the event was taken, was taken before, or is of a kind that says nothing;
//   - 404 while there is no signing key, as nothing could be believed;
//   - 401 without a hint where the signature is missing, of a wrong shape, false, too old, or from the future;
//   - 405, 415, 413 and 400 for another method, for what is not JSON, is too large, or breaks off;
//   - 500 where the event could not be recorded.
type Webhook struct {
	// SigningKey is the account's key for webhooks, which is not the API key.
	SigningKey postchat.Secret
	Tokens     Tokens
	// Hint takes the event. It is called with a context that outlives the request.
	Hint func(ctx context.Context, e delivery.Event) error
	// MaxAge is how long ago a webhook may have been signed, less than delivery.TokensKept; zero means DefaultMaxAge.
	MaxAge time.Duration
	Now    func() time.Time
	Log    *slog.Logger
}

// posted is the body of a webhook.
type posted struct {
	Signature signature       `json:"signature"`
	Event     json.RawMessage `json:"event-data"`
}

// ServeHTTP implements http.Handler.
func (h *Webhook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, http.StatusMethodNotAllowed)
		return
	}
	if h.SigningKey == "" {
		refuse(w, http.StatusNotFound)
		return
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		refuse(w, http.StatusUnsupportedMediaType)
		return
	}
	p, status := read(http.MaxBytesReader(w, r.Body, maxWebhook))
	if status != http.StatusOK {
		refuse(w, status)
		return
	}
	if !p.Signature.valid(h.SigningKey, h.Now(), h.maxAge()) {
		h.Log.WarnContext(r.Context(), "a webhook was refused: its signature is false or not of these hours; is the signing key right?")
		refuse(w, http.StatusUnauthorized)
		return
	}
	// Whether or not Mailgun still listens.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), applyTimeout)
	defer cancel()
	if err := h.take(ctx, p); err != nil {
		h.Log.ErrorContext(ctx, "taking a webhook failed", "error", err)
		refuse(w, http.StatusInternalServerError)
	}
}

func (h *Webhook) maxAge() time.Duration {
	if h.MaxAge == 0 {
		return DefaultMaxAge
	}
	return h.MaxAge
}

// read reads a body, or says with which status to refuse it.
func read(body io.Reader) (posted, int) {
	var p posted
	text, err := io.ReadAll(body)
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return p, http.StatusRequestEntityTooLarge
	}
	if err != nil || json.Unmarshal(text, &p) != nil {
		return p, http.StatusBadRequest
	}
	return p, http.StatusOK
}

// take hands a signed event on, once for each token: the same signature fits any other event as well. The token is remembered
// first, so that of two that come at once, at whatever servers, one counts. A repeat that comes while the first is still being
// recorded is answered as well, and so is one after a crash in between; in both cases only the pull can find the event if the
// first fails.
func (h *Webhook) take(ctx context.Context, p posted) error {
	fresh, err := h.Tokens.RememberToken(ctx, p.Signature.Token, h.Now())
	if err != nil {
		return err
	}
	if !fresh {
		h.count(ctx, "webhook repeated")
		return nil
	}
	e, _ := parseEvent(p.Event) // What cannot be read says nothing.
	if !e.tells() {
		h.count(ctx, "webhook of another kind")
		return nil
	}
	if err := h.Hint(ctx, e.report(h.SigningKey)); err != nil {
		return errors.Join(err, h.forget(ctx, p.Signature.Token))
	}
	return nil
}

// count counts what is ignored. Where that fails a number is lost and no event, so that a repetition would help nobody.
func (h *Webhook) count(ctx context.Context, kind string) {
	if err := h.Tokens.CountForeign(ctx, kind, 1, h.Now()); err != nil {
		h.Log.WarnContext(ctx, "an ignored webhook was not counted", "error", err)
	}
}

// forget makes the token count again, also where there was no time left to take the event.
func (h *Webhook) forget(ctx context.Context, token string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), applyTimeout)
	defer cancel()
	return h.Tokens.ForgetToken(ctx, token)
}

func refuse(w http.ResponseWriter, status int) {
	http.Error(w, http.StatusText(status), status)
}
