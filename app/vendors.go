package app

import (
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	ownformat "github.com/postchat/postchat/webhook/postchat"
	"github.com/postchat/postchat/webhook/rocketchat"
)

// vendors are all chat vendors that a program speaks with.
type vendors []Vendor

// builtIn are those that come with Postchat.
func builtIn() vendors {
	return vendors{
		{
			Adapter: ownformat.Adapter{}, NewSecret: ownformat.NewSecret, CheckSecret: checkSigningSecret,
			Advice: "Sign each request with the secret as Standard Webhooks 1.0 says, and post it to the address.",
		},
		{
			Adapter: rocketchat.Adapter{}, NewSecret: newSharedToken, CheckSecret: checkSharedToken,
			Advice: "In Rocket.Chat, under Omnichannel > Webhooks: put the address into Webhook URL and the secret into Secret Token,\n" +
				"switch on Chat close and Offline message, and save.",
		},
	}
}

// find returns the vendor of that name. It is Invalid on field where there is none.
func (known vendors) find(field string, name postchat.Vendor) (Vendor, error) {
	names := make([]string, len(known))
	for i, v := range known {
		if v.Adapter.Vendor() == name {
			return v, nil
		}
		names[i] = string(v.Adapter.Vendor())
	}
	return Vendor{}, postchat.Invalidf(field, "must be %s, not %q", strings.Join(names, " or "), postchat.Shorten(string(name), 40))
}

// NewSecret implements settings.Vendors.
func (known vendors) NewSecret(name postchat.Vendor) (postchat.Secret, error) {
	v, err := known.find("vendor", name)
	if err != nil {
		return "", err
	}
	return v.NewSecret(), nil
}

// CheckSecret implements settings.Vendors.
func (known vendors) CheckSecret(name postchat.Vendor, secret postchat.Secret) error {
	v, err := known.find("vendor", name)
	if err != nil {
		return err
	}
	if err := v.CheckSecret(secret); err != nil {
		return postchat.Invalidf("secret", "%s", err)
	}
	return nil
}

// SecretInAddress implements graph.Vendors.
func (known vendors) SecretInAddress(name postchat.Vendor) bool {
	v, err := known.find("vendor", name)
	return err == nil && v.SecretInAddress
}

// adapters are those of all vendors.
func (known vendors) adapters() []webhook.Adapter {
	list := make([]webhook.Adapter, len(known))
	for i, v := range known {
		list[i] = v.Adapter
	}
	return list
}

// newSharedToken makes a token that can stand in any header.
func newSharedToken() postchat.Secret {
	random := make([]byte, 32)
	_, _ = rand.Read(random) // never fails
	return postchat.Secret(base64.RawURLEncoding.EncodeToString(random))
}

func checkSharedToken(secret postchat.Secret) error {
	const least, most = 16, 512
	text := secret.Reveal()
	if len(text) < least || len(text) > most || strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return fmt.Errorf("must have %d to %d characters, all visible ASCII", least, most)
	}
	return nil
}

// checkSigningSecret signs something with it.
func checkSigningSecret(secret postchat.Secret) error {
	return ownformat.Sign(http.Header{}, secret, "check", time.Now(), nil)
}
