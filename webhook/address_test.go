package webhook_test

import (
	"testing"

	"github.com/postchat/postchat/webhook"
)

func TestAddresses(t *testing.T) {
	const server = "https://postchat.acme.example"
	for _, test := range []struct{ name, got, want string }{
		{"of a vendor that signs", webhook.Address(server, "s", ""), server + "/hooks/s"},
		{"with the token in it", webhook.Address(server, "s", "hush"), server + "/hooks/s/hush"},
		{"with a token that must be escaped", webhook.Address(server, "s", "a/b?c"), server + "/hooks/s/a%2Fb%3Fc"},
		{"shown at any time", webhook.ShownAddress(server, "s", false), server + "/hooks/s"},
		{"shown without the secret in it", webhook.ShownAddress(server, "s", true), server + "/hooks/s/{secret}"},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, test.got, test.want)
		}
	}
}
