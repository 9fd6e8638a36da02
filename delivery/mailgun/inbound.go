package mailgun

import (
	"context"
	"errors"
	"log/slog"
	"mime"
	"net/http"
	"time"

	"github.com/postchat/postchat"
)

// maxInbound is the largest form taken, in bytes. Our own mails have some 300 KiB at most, and so have bounces, which return them.
const maxInbound = 4 << 20

// Inbound takes the mails that a route of Mailgun's forwards, such as forward("https://chat.example.com/inbound/mailgun/mime").
// Only to an address that ends in mime Mailgun posts a mail as it is; to others it posts it in parts, which are put together again
// as far as they go. What store(notify=...) posts holds no mail and is refused
// (https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http).
//
// The signature is checked as that of a webhook, which it covers no better: whoever takes the mail must not trust it more than any
// mail from outside. Of the answers Mailgun takes 200 for success and 406 for a refusal that ends the matter; after any other it
// tries again for 8 hours. It answers
//
//   - 200 where the mail was taken, or was taken before;
//   - 404 while there is no signing key, as nothing could be believed;
//   - 401 without a hint where the signature is missing, of a wrong shape, false, too old, or from the future;
//   - 406 where it would be the same again: what is too large, which no bounce of ours is, and a form without a mail;
//   - 405, 415 and 400 for another method, for what is no form, and for one that breaks off;
//   - 500 where the mail could not be taken now.
type Inbound struct {
	// SigningKey is the account's key for webhooks, which is not the API key.
	SigningKey postchat.Secret
	Tokens     Tokens
	// Take takes the source of a mail. It is called with a context that outlives the request.
	Take func(ctx context.Context, source []byte) error
	// MaxAge is how long ago a form may have been signed, less than delivery.TokensKept; zero means DefaultMaxAge.
	MaxAge time.Duration
	Now    func() time.Time
	Log    *slog.Logger
}

// ServeHTTP implements http.Handler.
func (h *Inbound) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, http.StatusMethodNotAllowed)
		return
	}
	if h.SigningKey == "" {
		refuse(w, http.StatusNotFound)
		return
	}
	if status := readForm(w, r); status != http.StatusOK {
		if status == http.StatusNotAcceptable {
			h.Log.WarnContext(r.Context(), "a forwarded mail was refused: it is too large to be a bounce")
		}
		refuse(w, status)
		return
	}
	signed := signature{r.PostForm.Get("timestamp"), r.PostForm.Get("token"), r.PostForm.Get("signature")}
	if !signed.valid(h.SigningKey, h.Now(), h.maxAge()) {
		h.Log.WarnContext(r.Context(), "a forwarded mail was refused: its signature is false or not of these hours; is the signing key right?")
		refuse(w, http.StatusUnauthorized)
		return
	}
	source, err := sourceOf(r.PostForm, r.MultipartForm)
	if err != nil {
		h.Log.WarnContext(r.Context(), "a forwarded mail was refused; is the route right?", "error", err)
		refuse(w, http.StatusNotAcceptable)
		return
	}
	// Whether or not Mailgun still listens.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), applyTimeout)
	defer cancel()
	if err := h.take(ctx, signed.Token, source); err != nil {
		h.Log.ErrorContext(ctx, "taking a forwarded mail failed", "error", err)
		refuse(w, http.StatusInternalServerError)
	}
}

func (h *Inbound) maxAge() time.Duration {
	if h.MaxAge == 0 {
		return DefaultMaxAge
	}
	return h.MaxAge
}

// take hands a mail on, once for each token, which is remembered first; see Webhook.take.
func (h *Inbound) take(ctx context.Context, token string, source []byte) error {
	fresh, err := h.Tokens.RememberToken(ctx, token, h.Now())
	if err != nil {
		return err
	}
	if !fresh {
		if err := h.Tokens.CountForeign(ctx, "inbound repeated", 1, h.Now()); err != nil {
			h.Log.WarnContext(ctx, "a repeated mail was not counted", "error", err)
		}
		return nil
	}
	if err := h.Take(ctx, source); err != nil {
		// Also where no time was left to take it.
		forgetting, cancel := context.WithTimeout(context.WithoutCancel(ctx), applyTimeout)
		defer cancel()
		return errors.Join(err, h.Tokens.ForgetToken(forgetting, token))
	}
	return nil
}

// readForm reads a form of either encoding into r, or says with which status to refuse it. It stays in memory.
func readForm(w http.ResponseWriter, r *http.Request) (status int) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return http.StatusUnsupportedMediaType
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxInbound)
	switch kind {
	case "multipart/form-data":
		err = r.ParseMultipartForm(maxInbound) //nolint:gosec // The body is bounded above.
	case "application/x-www-form-urlencoded":
		err = r.ParseForm()
	default:
		return http.StatusUnsupportedMediaType
	}
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return http.StatusNotAcceptable
	}
	if err != nil {
		return http.StatusBadRequest
	}
	return http.StatusOK
}
