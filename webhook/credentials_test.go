package webhook_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

func TestTheTokenOfTheAddress(t *testing.T) {
	for _, test := range []struct {
		name   string
		vendor postchat.Vendor
		path   string
		want   int
	}{
		{"opens where the vendor can do no better", "unsigned", "/hooks/my-shop/" + secret.Reveal(), 200},
		{"opens however it is escaped", "unsigned", "/hooks/my-shop/%68" + secret.Reveal()[1:], 200},
		{"does not open when it is another", "unsigned", "/hooks/my-shop/hash", 401},
		{"does not open when it is missing", "unsigned", "/hooks/my-shop", 401},
		{"does not open with more behind it", "unsigned", "/hooks/my-shop/" + secret.Reveal() + "/x", 404},
		{"does not open for a vendor that sends a header", "plain", "/hooks/my-shop/" + secret.Reveal(), 401},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := oneSource()
			source.Vendor = test.vendor
			f := newFakeRecorder(source)
			w := httptest.NewRecorder()
			newReceiver(f, nil).ServeHTTP(w, httptest.NewRequest(http.MethodPost, test.path, strings.NewReader("sales")))
			if w.Code != test.want {
				t.Errorf("answered %d, want %d", w.Code, test.want)
			}
			if test.want == 200 {
				f.only(t)
			} else {
				f.none(t)
			}
		})
	}
}

func TestTheTokenOfTheAddressIsNotLogged(t *testing.T) {
	source := oneSource()
	source.Vendor = "unsigned"
	var log bytes.Buffer
	h := newReceiver(newFakeRecorder(source), func(c *webhook.Config) {
		c.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	for _, token := range []string{secret.Reveal(), "guessed-token"} {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodPost, "/hooks/my-shop/"+token, strings.NewReader("sales")))
	}
	if text := log.String(); !strings.Contains(text, "not authentic") || strings.Contains(text, secret.Reveal()) || strings.Contains(text, "guessed-token") {
		t.Errorf("the log is %s", text)
	}
}

func TestAnEmptySecretIsNobodys(t *testing.T) {
	if webhook.IsOneOf([]postchat.Secret{""}, "") || webhook.IsOneOf(nil, "") {
		t.Error("nothing opened")
	}
}
