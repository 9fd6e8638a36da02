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

// newSecret makes a secret in the form of the vendor. It is Invalid on the field vendor where there is no such vendor.
func (known vendors) newSecret(name postchat.Vendor) (postchat.Secret, error) {
	v, err := known.find("vendor", name)
	if err != nil {
		return "", err
	}
	return v.NewSecret(), nil
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
		return fmt.Errorf("the secret must have %d to %d characters, all visible ASCII", least, most)
	}
	return nil
}

// checkSigningSecret signs something with it.
func checkSigningSecret(secret postchat.Secret) error {
	return ownformat.Sign(http.Header{}, secret, "check", time.Now(), nil)
}
