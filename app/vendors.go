package app

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/chatwoot"
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
		{
			Adapter: chatwoot.Adapter{}, NewSecret: newSharedToken, CheckSecret: checkSharedToken, SecretInAddress: true,
			Advice: "In Chatwoot, under Settings > Integrations > Webhooks: add the address, with Conversation Status Changed and Conversation\n" +
				"Updated. Where Chatwoot then shows a secret of its own, give it to the source: \"postchat source rotate NAME -secret-file -\".\n" +
				"Say with \"postchat source api\" how to read the messages there. docs/webhook.md has every step.",
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
	list, last := strings.Join(names[:len(names)-1], ", "), names[len(names)-1]
	return Vendor{}, postchat.Invalidf(field, "must be %s or %s, not %q", list, last, postchat.Shorten(string(name), 40))
}

// Names implements graph.Vendors.
func (known vendors) Names() []postchat.Vendor {
	names := make([]postchat.Vendor, len(known))
	for i, v := range known {
		names[i] = v.Adapter.Vendor()
	}
	return names
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

// KeepsTranscripts implements settings.Vendors.
func (known vendors) KeepsTranscripts(name postchat.Vendor) bool {
	v, err := known.find("vendor", name)
	if err != nil {
		return false
	}
	_, keeps := v.Adapter.(webhook.Fetcher)
	return keeps
}

// CheckAPI implements graph.Vendors.
func (known vendors) CheckAPI(ctx context.Context, source postchat.Source) error {
	v, err := known.find("vendor", source.Vendor)
	if err != nil {
		return webhook.FetchErrorf(webhook.FetchDenied, "This server does not speak with %q any more.", source.Vendor)
	}
	checker, checks := v.Adapter.(webhook.Checker)
	if !checks {
		return webhook.FetchErrorf(webhook.FetchDenied, "There is nothing to be read from this vendor, or no way to check it.")
	}
	return checker.Check(ctx, source)
}

// within are the vendors whose servers may be in these private networks too.
func (known vendors) within(private Networks) vendors {
	known = slices.Clone(known)
	for i := range known {
		if adapter, ok := known[i].Adapter.(chatwoot.Adapter); ok {
			adapter.Private = private
			known[i].Adapter = adapter
		}
	}
	return known
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
