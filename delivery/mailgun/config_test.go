package mailgun_test

import (
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery/mailgun"
)

func TestConfigNamesEveryMistake(t *testing.T) {
	for _, c := range []struct {
		name   string
		config mailgun.Config
		want   int
	}{
		{"nothing but the needed", mailgun.Config{Domain: domain, APIKey: "k"}, 0},
		{"the EU", mailgun.Config{Domain: domain, APIKey: "k", APIBase: "https://api.eu.mailgun.net/v3/"}, 0},
		{"a fake on this machine", mailgun.Config{Domain: domain, APIKey: "k", APIBase: "http://localhost:8080/v3"}, 0},
		{"nothing at all", mailgun.Config{}, 2},
		{"a domain that would change the path", mailgun.Config{Domain: "mg.example.com/../x", APIKey: "k"}, 1},
		{"a key with a line end", mailgun.Config{Domain: domain, APIKey: "k\n"}, 1},
		{"no version in the base", mailgun.Config{Domain: domain, APIKey: "k", APIBase: "https://api.mailgun.net"}, 1},
		{"no TLS on the way", mailgun.Config{Domain: domain, APIKey: "k", APIBase: "http://mail.example.com/v3"}, 1},
		{"a base with a password", mailgun.Config{Domain: domain, APIKey: "k", APIBase: "https://a:b@mail.example.com/v3"}, 1},
		{"no address for a base", mailgun.Config{Domain: domain, APIKey: "k", APIBase: "\x7f"}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := mailgun.New(c.config)
			if got := len(postchat.Problems(err)); got != c.want || (s == nil) != (c.want > 0) {
				t.Errorf("got %d problems, want %d: %v", got, c.want, err)
			}
		})
	}
}
