package chatwoot_test

import (
	"net/http"
	"strconv"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/chatwoot"
)

const (
	signingSecret = postchat.Secret("a-secret-that-chatwoot-made")
	addressToken  = postchat.Secret("a-token-in-the-address")
	body          = `{"event":"conversation_status_changed"}`
)

var signedAt = time.Unix(1772615240, 0)

func TestAuthenticate(t *testing.T) {
	both := []postchat.Secret{addressToken, signingSecret}
	for _, test := range []struct {
		name    string
		secret  postchat.Secret // that signs; empty for a request without a signature
		change  func(http.Header)
		token   string
		secrets []postchat.Secret
		body    string
		after   time.Duration
		want    bool
	}{
		{name: "a right signature", secret: signingSecret, want: true},
		{name: "a right signature by one of two secrets", secret: signingSecret, secrets: both, want: true},
		{name: "a right signature beside the token", secret: signingSecret, secrets: both, token: addressToken.Reveal(), want: true},
		{name: "a right signature beside a wrong token", secret: signingSecret, secrets: both, token: "wrong", want: true},
		{name: "the token without a signature", token: addressToken.Reveal(), secrets: both, want: true},
		{name: "a signature five minutes old", secret: signingSecret, after: 5 * time.Minute, want: true},
		{name: "a signature from five minutes ahead", secret: signingSecret, after: -5 * time.Minute, want: true},

		{name: "a wrong signature beside a right token", secret: "another", token: addressToken.Reveal(), secrets: both},
		{name: "an empty signature beside a right token", token: addressToken.Reveal(), secrets: both,
			change: func(h http.Header) { h.Set(chatwoot.HeaderSignature, "") }},
		{name: "a timestamp alone beside a right token", token: addressToken.Reveal(), secrets: both,
			change: func(h http.Header) { h.Set(chatwoot.HeaderTimestamp, "1772615240") }},
		{name: "a signature by another secret", secret: "another"},
		{name: "a signature of another body", secret: signingSecret, body: "{}"},
		{name: "a signature of more than five minutes ago", secret: signingSecret, after: 5*time.Minute + time.Second},
		{name: "a signature of a day ahead", secret: signingSecret, after: -24 * time.Hour},
		{name: "a signature by nobody's secret", secret: "", change: func(h http.Header) { chatwoot.Sign(h, "", signedAt, []byte(body)) }, secrets: []postchat.Secret{""}},
		{name: "another timestamp than was signed", secret: signingSecret, change: func(h http.Header) { h.Set(chatwoot.HeaderTimestamp, "1772615241") }},
		{name: "a timestamp with a sign", secret: signingSecret, change: func(h http.Header) { h.Set(chatwoot.HeaderTimestamp, "+1772615240") }},
		{name: "a timestamp with a full stop", secret: signingSecret, change: func(h http.Header) { h.Set(chatwoot.HeaderTimestamp, "1772615240.0") }},
		{name: "no timestamp", secret: signingSecret, change: func(h http.Header) { h.Del(chatwoot.HeaderTimestamp) }},
		{name: "two signatures", secret: signingSecret, change: func(h http.Header) { h.Add(chatwoot.HeaderSignature, h.Get(chatwoot.HeaderSignature)) }},
		{name: "a signature without its algorithm", secret: signingSecret, change: func(h http.Header) { h.Set(chatwoot.HeaderSignature, h.Get(chatwoot.HeaderSignature)[7:]) }},
		{name: "half a signature", secret: signingSecret, change: func(h http.Header) { h.Set(chatwoot.HeaderSignature, h.Get(chatwoot.HeaderSignature)[:40]) }},
		{name: "nothing at all"},
		{name: "nothing at all for a source without a secret", secrets: []postchat.Secret{}},
		{name: "an empty token for an empty secret", secrets: []postchat.Secret{""}},
		{name: "a wrong token", token: "a-token-in-the-addresses", secrets: both},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := http.Header{}
			if test.secret != "" {
				chatwoot.Sign(h, test.secret, signedAt, []byte(body))
			}
			if test.change != nil {
				test.change(h)
			}
			secrets, content := []postchat.Secret{signingSecret}, body
			if test.secrets != nil {
				secrets = test.secrets
			}
			if test.body != "" {
				content = test.body
			}
			checkBody, err := chatwoot.Adapter{}.Authenticate(webhook.Credentials{Header: h, Token: test.token}, secrets, signedAt.Add(test.after))
			if err == nil && checkBody != nil {
				err = checkBody([]byte(content))
			}
			if (err == nil) != test.want {
				t.Errorf("got %v, want it authentic: %v", err, test.want)
			}
		})
	}
}

// FuzzAuthenticate looks for headers that make Authenticate panic, or that pass without the signature that fits.
func FuzzAuthenticate(f *testing.F) {
	h := http.Header{}
	chatwoot.Sign(h, signingSecret, signedAt, []byte(body))
	f.Add(h.Get(chatwoot.HeaderTimestamp), h.Get(chatwoot.HeaderSignature))
	f.Add("+1", "sha256=")
	f.Fuzz(func(t *testing.T, timestamp, signature string) {
		h := http.Header{chatwoot.HeaderTimestamp: {timestamp}, chatwoot.HeaderSignature: {signature}}
		checkBody, err := chatwoot.Adapter{}.Authenticate(webhook.Credentials{Header: h}, []postchat.Secret{signingSecret}, signedAt)
		if err != nil {
			return
		}
		seconds, err := strconv.ParseInt(timestamp, 10, 64)
		if err != nil {
			t.Fatalf("the timestamp %q was taken", timestamp)
		}
		want := http.Header{}
		chatwoot.Sign(want, signingSecret, time.Unix(seconds, 0), []byte(body))
		if got := checkBody([]byte(body)) == nil; got != (signature == want.Get(chatwoot.HeaderSignature)) {
			t.Errorf("authentic is %v", got)
		}
	})
}
