package vendor

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// Signer puts into a request's header what proves who posts the body.
type Signer func(h http.Header, body []byte)

// StandardWebhooks signs as Standard Webhooks 1.0 says, which our own format wants. The event's id is made from its body, so
// that it is the same each time it is posted. It panics on a secret that is not of the standard's form.
func StandardWebhooks(secret postchat.Secret) Signer {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret.Reveal(), "whsec_"))
	if err != nil {
		panic("vendor: the secret is not whsec_ and base64: " + err.Error())
	}
	return func(h http.Header, body []byte) {
		sum := sha256.Sum256(body)
		id, timestamp := "msg_"+hex.EncodeToString(sum[:12]), strconv.FormatInt(time.Now().Unix(), 10)
		mac := hmac.New(sha256.New, key)
		_, _ = mac.Write([]byte(id + "." + timestamp + "." + string(body)))
		h.Set("webhook-id", id)
		h.Set("webhook-timestamp", timestamp)
		h.Set("webhook-signature", "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	}
}

// RocketChat sends the Secret Token of the workspace's settings along, as Rocket.Chat does.
func RocketChat(secret postchat.Secret) Signer {
	return func(h http.Header, _ []byte) { h.Set("X-RocketChat-Livechat-Token", secret.Reveal()) }
}
