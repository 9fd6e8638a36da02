package smtp_test

import (
	"crypto/x509"
	"fmt"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery/smtp"
	"github.com/postchat/postchat/test/fakesmtp"
)

func TestConfigNamesEveryMistake(t *testing.T) {
	for _, c := range []struct {
		name, url, helo string
		want            string // in the problem; empty for none
	}{
		{"a provider's server", "smtp://user:pass@mail.example.com", "", ""},
		{"with port and TLS as it is anyway", "smtp://user:pass@mail.example.com:2525/?tls=required", "mail.example.com", ""},
		{"TLS from the first byte", "smtps://user:pass@mail.example.com", "", ""},
		{"a server that asks for nothing", "smtp://mail.example.com:25?tls=opportunistic", "", ""},
		{"the old way", "smtp://mail.example.com:25?tls=none", "", ""},
		{"a password that stays on this machine", "smtp://user:pass@localhost:1025?tls=none", "", ""},
		{"an IPv6 address", "smtp://[::1]:1025", "", ""},
		{"nothing", "", "", "must look like"},
		{"a host alone", "mail.example.com:587", "", "must look like"},
		{"another protocol", "http://mail.example.com", "", "must look like"},
		{"no host", "smtp://:587", "", "must look like"},
		{"a path", "smtp://mail.example.com/inbox", "", "must look like"},
		{"a password with signs as they are", "smtp://user:p@ss/w%rd@mail.example.com", "", "must look like"},
		{"a user alone", "smtp://user@mail.example.com", "", "both a user and a password"},
		{"a password alone", "smtp://:pass@mail.example.com", "", "both a user and a password"},
		{"a password in the clear", "smtp://user:pass@mail.example.com?tls=none", "", "tls=none with a password"},
		{"a password that might be in the clear", "smtp://user:pass@mail.example.com?tls=opportunistic", "", "tls=opportunistic with a password"},
		{"an unknown policy", "smtp://mail.example.com?tls=maybe", "", "not required, opportunistic or none"},
		{"an unknown parameter", "smtp://mail.example.com?tls=none&timeout=3s", "", "unknown parameter"},
		{"TLS without TLS", "smtps://mail.example.com?tls=none", "", "always under TLS"},
		{"a command in the name", "smtp://mail.example.com", "x\r\nMAIL FROM:<>", "must be a host name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := smtp.New(smtp.Config{URL: postchat.Secret(c.url), HELO: c.helo})
			if c.want == "" {
				if err != nil {
					t.Errorf("got %v, want no error", err)
				}
				return
			}
			if len(postchat.Problems(err)) != 1 || !strings.Contains(fmt.Sprint(err), c.want) {
				t.Errorf("got %v, want one problem: %q", err, c.want)
			}
			if strings.Contains(fmt.Sprint(err), "pass@") || strings.Contains(fmt.Sprint(err), "p@ss") {
				t.Errorf("the error shows the password: %v", err)
			}
		})
	}
}

func TestTLSFollowsThePolicy(t *testing.T) {
	startTLS, fromTheStart := fakesmtp.WithTLS(), fakesmtp.WithImplicitTLS()
	for _, c := range []struct {
		name, scheme, rest string
		opts               []fakesmtp.Option
		does               fakesmtp.Behaviour
		trusted            bool
		want               string
		tls                bool
	}{
		{name: "required, with a good certificate", scheme: "smtp", rest: "?tls=required", opts: []fakesmtp.Option{startTLS}, trusted: true, want: "accepted", tls: true},
		{name: "required, with a certificate of nobody's", scheme: "smtp", rest: "?tls=required", opts: []fakesmtp.Option{startTLS}, want: "temporary"},
		{name: "required, but not offered", scheme: "smtp", rest: "?tls=required", want: "temporary"},
		{name: "required, but somebody has cut the offer out", scheme: "smtp", rest: "?tls=required",
			opts: []fakesmtp.Option{startTLS}, does: fakesmtp.NoStartTLS(), trusted: true, want: "temporary"},
		{name: "required, and text pushed in before it", scheme: "smtp", rest: "?tls=required",
			opts: []fakesmtp.Option{startTLS}, does: fakesmtp.InjectAfterStartTLS("250-x\r\n250 AUTH PLAIN\r\n"), trusted: true, want: "accepted", tls: true},
		{name: "opportunistic, with a certificate of nobody's", scheme: "smtp", rest: "?tls=opportunistic", opts: []fakesmtp.Option{startTLS}, want: "accepted", tls: true},
		{name: "opportunistic, not offered", scheme: "smtp", rest: "?tls=opportunistic", want: "accepted"},
		{name: "nothing said, on this machine, offered", scheme: "smtp", opts: []fakesmtp.Option{startTLS}, want: "accepted", tls: true},
		{name: "nothing said, on this machine, not offered", scheme: "smtp", want: "accepted"},
		{name: "none, although offered", scheme: "smtp", rest: "?tls=none", opts: []fakesmtp.Option{startTLS}, want: "accepted"},
		{name: "from the first byte, with a good certificate", scheme: "smtps", opts: []fakesmtp.Option{fromTheStart}, trusted: true, want: "accepted", tls: true},
		{name: "from the first byte, with a certificate of nobody's", scheme: "smtps", opts: []fakesmtp.Option{fromTheStart}, want: "temporary"},
		{name: "from the first byte, but the server speaks none", scheme: "smtps", trusted: true, want: "temporary"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			fake := fakesmtp.Start(t, c.opts...)
			fake.Next(c.does)
			roots := x509.NewCertPool()
			if c.trusted {
				roots = fake.CertPool()
			}
			s := open(t, smtp.Config{
				URL: postchat.Secret(c.scheme + "://" + fake.Addr() + c.rest), RootCAs: roots, Timeout: guard, AnswerTimeout: guard,
			})
			_, err := s.Send(guarded(t), message(600))
			if got := outcome(t, err); got != c.want {
				t.Errorf("got %q, want %q: %v", got, c.want, err)
			}
			for _, a := range fake.Accepted() {
				if a.TLS != c.tls {
					t.Errorf("under TLS is %v, want %v", a.TLS, c.tls)
				}
			}
			judge(t, fake, err)
		})
	}
}
