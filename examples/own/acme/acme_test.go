package acme_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/examples/own/acme"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/adaptertest"
)

// The kit tries what every adapter must bear.
func TestBodiesThatCannotBeUsed(t *testing.T) { adaptertest.BadBodies(t, acme.Adapter{}) }

func TestOnlyThePasswordOpens(t *testing.T) {
	t.Parallel()
	secrets := []postchat.Secret{"the new password", "the old password"}
	for given, opens := range map[string]bool{"the new password": true, "the old password": true, "a guess": false, "": false} {
		_, err := acme.Adapter{}.Authenticate(webhook.Credentials{Header: http.Header{acme.PasswordHeader: {given}}}, secrets, time.Now())
		if (err == nil) != opens {
			t.Errorf("the password %q gives %v", given, err)
		}
	}
}
