package main

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

// vendor is a chat vendor whose webhooks this program speaks.
type vendor struct {
	adapter webhook.Adapter
	// newSecret makes a secret for a source; checkSecret says what is wrong with one that a person brings.
	newSecret   func() postchat.Secret
	checkSecret func(postchat.Secret) error
	// advice says what to do with the secret and the address.
	advice string
}

// vendors lists them all.
func vendors() []vendor {
	return []vendor{
		{
			adapter: ownformat.Adapter{}, newSecret: ownformat.NewSecret, checkSecret: checkSigningSecret,
			advice: "Sign each request with the secret as Standard Webhooks 1.0 says, and post it to the address.",
		},
		{
			adapter: rocketchat.Adapter{}, newSecret: newSharedToken, checkSecret: checkSharedToken,
			advice: "In Rocket.Chat, under Omnichannel > Webhooks: put the address into Webhook URL and the secret into Secret Token,\n" +
				"switch on Chat close and Offline message, and save.",
		},
	}
}

// findVendor returns the vendor of that name. It is Invalid on field where there is none.
func findVendor(field string, name postchat.Vendor) (vendor, error) {
	known := vendors()
	names := make([]string, len(known))
	for i, v := range known {
		if v.adapter.Vendor() == name {
			return v, nil
		}
		names[i] = string(v.adapter.Vendor())
	}
	return vendor{}, postchat.Invalidf(field, "must be %s, not %q", strings.Join(names, " or "), postchat.Shorten(string(name), 40))
}

// newSecret makes a secret in the form of the vendor. It is Invalid on the field vendor where there is no such vendor.
func newSecret(name postchat.Vendor) (postchat.Secret, error) {
	v, err := findVendor("vendor", name)
	if err != nil {
		return "", err
	}
	return v.newSecret(), nil
}

// adapters are those of all vendors.
func adapters() []webhook.Adapter {
	known := vendors()
	list := make([]webhook.Adapter, len(known))
	for i, v := range known {
		list[i] = v.adapter
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
