package smtp

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// Defaults of Config.
const (
	DefaultTimeout = time.Minute
	// DefaultAnswerTimeout is what RFC 5321, 4.5.3.2.6 asks for: a server may be slow with the very last answer, and leaving
	// before it is what doubles mails (RFC 1047).
	DefaultAnswerTimeout = 10 * time.Minute
)

// Config is a mail server and how it is spoken to.
type Config struct {
	// URL is smtp://user:password@host:port or smtps://..., the latter with TLS from the first byte. The ports are 587 and 465
	// unless given; user and password may be left out together. For smtp:// the parameter tls is one of
	//
	//	required       TLS by STARTTLS, with a certificate that is good for the host; the default
	//	opportunistic  TLS with any certificate where the server offers it (RFC 7435); the default for loopback hosts
	//	none           no TLS
	//
	// A password goes to a host that is not loopback under required TLS alone.
	URL postchat.Secret
	// HELO is the name by which we introduce ourselves; empty means the connection's own address (RFC 5321, 4.1.4).
	HELO string
	// Timeout limits each step up to the end of the mail, and grows by a second for each 128 KiB of it; zero means
	// DefaultTimeout.
	Timeout time.Duration
	// AnswerTimeout limits the wait for the answer to a whole mail; zero means DefaultAnswerTimeout.
	AnswerTimeout time.Duration
	// RootCAs are trusted in place of the system's, unless nil.
	RootCAs *x509.CertPool
}

// policy is when TLS is used.
type policy string

const (
	required      policy = "required"
	opportunistic policy = "opportunistic"
	none          policy = "none"
	implicit      policy = "implicit"
)

// server is a Config's URL, read.
type server struct {
	host, port string
	user       string
	password   postchat.Secret
	policy     policy
	tls        *tls.Config
}

// check reads the configuration. Its errors never show the URL, which holds the password.
func (c Config) check() (server, error) {
	var errs []error
	if strings.ContainsFunc(c.HELO, func(r rune) bool { return r <= ' ' || r > '~' }) {
		errs = append(errs, postchat.Invalidf("smtp HELO name", "must be a host name such as mail.example.com"))
	}
	srv, err := c.server()
	return srv, errors.Join(append(errs, err)...)
}

func (c Config) server() (server, error) {
	u, err := url.Parse(c.URL.Reveal())
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" || strings.Trim(u.Path, "/") != "" || u.Fragment != "" {
		return server{}, postchat.Invalidf("smtp URL",
			"must look like smtp://user:password@mail.example.com:587 or smtps://..., with signs such as @ and / in the password written as %%40 and %%2F")
	}
	srv := server{host: u.Hostname(), port: u.Port(), user: u.User.Username()}
	password, _ := u.User.Password()
	srv.password = postchat.Secret(password)
	if srv.port == "" {
		srv.port = map[string]string{"smtp": "587", "smtps": "465"}[u.Scheme]
	}
	var errs []error
	if (srv.user == "") != (password == "") {
		errs = append(errs, postchat.Invalidf("smtp URL", "must have both a user and a password, or neither"))
	}
	var policyErr error
	if srv.policy, policyErr = policyOf(u); policyErr != nil {
		errs = append(errs, policyErr)
	} else if (srv.policy == none || srv.policy == opportunistic) && srv.user != "" && !isLoopback(srv.host) {
		errs = append(errs, postchat.Invalidf("smtp URL", "must not have tls=%s with a password, which anybody on the way could read", srv.policy))
	}
	srv.tls = &tls.Config{
		ServerName: srv.host, RootCAs: c.RootCAs, MinVersion: tls.VersionTLS12,
		InsecureSkipVerify: srv.policy == opportunistic, //nolint:gosec // By its definition: any TLS is better than none, RFC 7435.
	}
	return srv, errors.Join(errs...)
}

func policyOf(u *url.URL) (policy, error) {
	params, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return "", postchat.Invalidf("smtp URL", "has parameters that cannot be read")
	}
	p := policy(params.Get("tls"))
	for name := range params {
		if name != "tls" {
			return "", postchat.Invalidf("smtp URL", "has an unknown parameter: %q", name)
		}
	}
	switch {
	case u.Scheme == "smtps" && (p == "" || p == required):
		return implicit, nil
	case u.Scheme == "smtps":
		return "", postchat.Invalidf("smtp URL", "smtps is always under TLS; leave tls=%s out", p)
	case p == "" && isLoopback(u.Hostname()):
		return opportunistic, nil
	case p == "":
		return required, nil
	case p == required, p == opportunistic, p == none:
		return p, nil
	default:
		return "", postchat.Invalidf("smtp URL", "has a tls that is not required, opportunistic or none: %q", string(p))
	}
}

func isLoopback(host string) bool {
	return host == "localhost" || net.ParseIP(host).IsLoopback()
}
