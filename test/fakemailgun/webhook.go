package fakemailgun

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// Signature is how Mailgun signs what it posts: the hex HMAC-SHA256 of the timestamp and the token written one after the other. It
// covers neither the event nor the border between the two.
type Signature struct {
	Timestamp string `json:"timestamp"` // seconds since 1970
	Token     string `json:"token"`     // 50 random characters
	Signature string `json:"signature"`
}

// NewSignature signs a fresh token with the key, as at time t.
func NewSignature(key string, t time.Time) Signature {
	var token [25]byte
	_, _ = rand.Read(token[:]) // It never fails.
	return sign(key, strconv.FormatInt(t.Unix(), 10), hex.EncodeToString(token[:]))
}

func sign(key, timestamp, token string) Signature {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(timestamp + token))
	return Signature{Timestamp: timestamp, Token: token, Signature: hex.EncodeToString(mac.Sum(nil))}
}

// Webhook is a signed event as Mailgun posts it. It is a value: a test may post it twice, late, or with parts changed.
type Webhook struct {
	Signature Signature `json:"signature"`
	Event     Event     `json:"event-data"`
}

// Webhook signs the event with the server's signing key, now by its clock.
func (s *Server) Webhook(e Event) Webhook { return s.WebhookAt(e, s.now()) }

// WebhookAt signs the event with the server's signing key, as at time t.
func (s *Server) WebhookAt(e Event, t time.Time) Webhook { return SignedBy(s.signingKey, e, t) }

// Post signs the event now and posts it. See Webhook.Post.
func (s *Server) Post(ctx context.Context, url string, e Event) (status int, err error) {
	return s.Webhook(e).Post(ctx, url)
}

// SignedBy signs the event with any key.
func SignedBy(key string, e Event, t time.Time) Webhook {
	return Webhook{Signature: NewSignature(key, t), Event: e}
}

// WithEvent is w with another event under the same signature, which goes on fitting.
func (w Webhook) WithEvent(e Event) Webhook {
	w.Event = e
	return w
}

// ShiftBorder moves the border between timestamp and token to the right by n characters, or to the left by -n. The signature goes
// on fitting, while timestamp and token are others, and no longer 10 and 50 characters long. It panics where a side is too short.
func (w Webhook) ShiftBorder(n int) Webhook {
	both := w.Signature.Timestamp + w.Signature.Token
	at := len(w.Signature.Timestamp) + n
	w.Signature.Timestamp, w.Signature.Token = both[:at], both[at:]
	return w
}

// Body is the JSON that is posted.
func (w Webhook) Body() []byte {
	body, err := json.Marshal(w)
	if err != nil {
		panic(fmt.Sprintf("fakemailgun: marshal webhook: %v", err)) // Only an event with a broken number could do that.
	}
	return body
}

// Post posts the webhook and returns the status of the answer. Redirects are not followed. It gives up after a minute, or when
// ctx ends.
func (w Webhook) Post(ctx context.Context, url string) (status int, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(w.Body()))
	if err != nil {
		return 0, fmt.Errorf("post webhook: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	client := &http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, fmt.Errorf("post webhook: %w", err)
	}
	defer func() { _ = resp.Body.Close() }()
	if _, err = io.Copy(io.Discard, resp.Body); err != nil {
		return 0, fmt.Errorf("read the answer to a webhook: %w", err)
	}
	return resp.StatusCode, nil
}
