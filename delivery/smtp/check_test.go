package smtp_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/smtp"
	"github.com/postchat/postchat/test/fakesmtp"
)

func TestCheck(t *testing.T) {
	t.Parallel()
	fake := fakesmtp.Start(t, fakesmtp.WithTLS(), fakesmtp.WithAuth("postchat", "right-password"))
	plain := fakesmtp.Start(t)
	gone := fakesmtp.Start(t)
	gone.Close()
	tests := []struct {
		name, url    string
		says         string // empty where all is well
		unauthorized bool
	}{
		{"the right password", "smtp://postchat:right-password@" + fake.Addr(), "", false},
		{"a wrong password", "smtp://postchat:wrong-password@" + fake.Addr(), "sign in: ", true},
		{"TLS that the server does not offer", "smtp://" + plain.Addr() + "?tls=required", "start TLS: the server does not offer STARTTLS", false},
		{"nobody listens", "smtp://" + gone.Addr(), "connect: ", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			sender, err := smtp.New(smtp.Config{URL: postchat.Secret(test.url), RootCAs: fake.CertPool()})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = sender.Close() })
			err = sender.Check(t.Context())
			switch {
			case test.says == "":
				if err != nil {
					t.Errorf("got %v, want no error", err)
				}
			case err == nil || !strings.Contains(err.Error(), test.says) || errors.Is(err, delivery.ErrUnauthorized) != test.unauthorized:
				t.Errorf("got %v, want %q, and delivery.ErrUnauthorized: %t", err, test.says, test.unauthorized)
			case strings.Contains(err.Error(), "password@") || strings.Contains(err.Error(), "wrong-password"):
				t.Errorf("the error shows the password: %v", err)
			}
			if n := fake.Count() + plain.Count(); n != 0 {
				t.Errorf("the check handed %d mails over", n)
			}
		})
	}
}
