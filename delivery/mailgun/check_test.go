package mailgun_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/test/fakemailgun"
)

func TestCheck(t *testing.T) {
	t.Parallel()
	fake := fakemailgun.Start(t, fakemailgun.WithDomains("mg.example.com"), fakemailgun.WithAPIKey("right-key"))
	tests := []struct {
		name, domain string
		key          postchat.Secret
		says         string // empty where all is well
	}{
		{"the right key and domain", "mg.example.com", "right-key", ""},
		{"a wrong key", "mg.example.com", "wrong-key", "401 Unauthorized, the API key or the domain is refused"},
		{"a domain that Mailgun does not know", "mail.example.org", "right-key", "404 Not Found, the domain or the API base is unknown"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			sender, err := mailgun.New(mailgun.Config{Domain: test.domain, APIKey: test.key, APIBase: fake.APIBase()})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = sender.Close() })
			err = sender.Check(t.Context())
			switch {
			case test.says == "" && err != nil:
				t.Errorf("got %v, want no error", err)
			case test.says != "" && (!errors.Is(err, delivery.ErrUnauthorized) || !strings.Contains(err.Error(), test.says)):
				t.Errorf("got %v, want delivery.ErrUnauthorized with %q", err, test.says)
			}
		})
	}
}

func TestCheckSaysThatNobodyAnswers(t *testing.T) {
	t.Parallel()
	fake := fakemailgun.Start(t)
	base := fake.APIBase()
	fake.Close()
	sender, err := mailgun.New(mailgun.Config{Domain: "mg.example.com", APIKey: "key", APIBase: base})
	if err != nil {
		t.Fatal(err)
	}
	if err := sender.Check(t.Context()); err == nil || errors.Is(err, delivery.ErrUnauthorized) {
		t.Errorf("got %v, want an error that blames nobody's key", err)
	}
}
