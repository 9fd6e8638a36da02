// Package mailgun sends mails by Mailgun's HTTP API, asks it afterwards what became of them, and takes the events that it posts.
//
// What an attempt came to is judged by the HTTP status and by whether the request left whole, never by the client library's
// errors: the library turns a 200 with a page for a body into an error although the mail was taken.
package mailgun

import (
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

// Defaults of Config.
const (
	DefaultAPIBase = "https://api.mailgun.net/v3"
	DefaultTimeout = 20 * time.Second
)

const (
	// slowest is the rate, in bytes a second, at which a mail must be able to leave: a long one gets that much more time.
	slowest = 128 << 10
	// parallel is how many idle connections are kept, so that as many sends at a time need no new handshake.
	parallel = 32
)

// Config is what Mailgun needs to know and how it is reached.
type Config struct {
	// Domain is the sending domain, as Mailgun lists it.
	Domain string
	APIKey postchat.Secret
	// APIBase ends in the API's version, such as https://api.eu.mailgun.net/v3 for the EU; empty means DefaultAPIBase. Plain
	// http is for loopback addresses only, as every request carries the key.
	APIBase string
	// Timeout limits one exchange, answer included, and grows by a second for each 128 KiB of the mail; zero means
	// DefaultTimeout.
	Timeout time.Duration
	// Proxy chooses a proxy as http.Transport does; nil means none.
	Proxy func(*http.Request) (*url.URL, error)
	// Now tells the time; nil means time.Now.
	Now func() time.Time
}

// Sender sends by Mailgun. It is a delivery.Reporter too. Its methods may be called by many goroutines at once.
type Sender struct {
	domain  string
	key     postchat.Secret
	base    string
	host    string
	timeout time.Duration
	secrets []postchat.Secret
	wires   *http.Transport
	now     func() time.Time
}

// New returns a Sender, or an error that holds a *postchat.Error for everything that is wrong with the configuration. It does
// not talk to Mailgun yet.
func New(c Config) (*Sender, error) {
	base := strings.TrimRight(cmp.Or(c.APIBase, DefaultAPIBase), "/")
	host, baseErr := checkBase(base)
	if err := errors.Join(checkDomain(c.Domain), checkKey(c.APIKey), baseErr); err != nil {
		return nil, err
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return &Sender{
		domain: c.Domain, key: c.APIKey, base: base, host: host,
		timeout: cmp.Or(c.Timeout, DefaultTimeout),
		secrets: []postchat.Secret{c.APIKey, postchat.Secret(base64.StdEncoding.EncodeToString([]byte("api:" + c.APIKey.Reveal())))},
		wires:   newTransport(c.Proxy),
		now:     c.Now,
	}, nil
}

// newTransport speaks HTTP/1.1 alone: its requests leave byte by byte on a connection of their own, which is what recorder counts.
func newTransport(proxy func(*http.Request) (*url.URL, error)) *http.Transport {
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	return &http.Transport{
		Proxy:               proxy,
		Protocols:           &protocols,
		DialContext:         (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSHandshakeTimeout: 10 * time.Second,
		MaxIdleConns:        parallel,
		MaxIdleConnsPerHost: parallel,
		// Well below what servers keep: a mail that meets a connection just closed at the other end is uncertain.
		IdleConnTimeout:        15 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

var hostName = regexp.MustCompile(`^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)

func checkDomain(domain string) error {
	if !hostName.MatchString(domain) {
		return postchat.Invalidf("mailgun domain", "must be a sending domain such as mg.example.com")
	}
	return nil
}

func checkKey(key postchat.Secret) error {
	if k := key.Reveal(); k == "" || strings.TrimSpace(k) != k {
		return postchat.Invalidf("mailgun API key", "must not be empty, nor begin or end with a blank")
	}
	return nil
}

var version = regexp.MustCompile(`/v[1-5]$`)

// checkBase returns the base's host with its port.
func checkBase(base string) (host string, err error) {
	u, err := url.Parse(base)
	switch {
	case err != nil, u.Host == "", u.User != nil, u.RawQuery != "", u.Fragment != "", !version.MatchString(u.Path):
		return "", postchat.Invalidf("mailgun API base", "must be an address that ends in the API's version, such as %s", DefaultAPIBase)
	case u.Scheme == "https", u.Scheme == "http" && isLoopback(u.Hostname()):
		return u.Host, nil
	default:
		return "", postchat.Invalidf("mailgun API base", "must begin with https://, as every request carries the API key")
	}
}

func isLoopback(host string) bool {
	return host == "localhost" || net.ParseIP(host).IsLoopback()
}

// Name is mailgun.
func (s *Sender) Name() string { return "mailgun" }

// Close closes the connections that are idle. The Sender may go on being used.
func (s *Sender) Close() error {
	s.wires.CloseIdleConnections()
	return nil
}

// Send implements delivery.Sender. Mailgun gets the source as it is and the recipient as the only one of the envelope; the
// envelope's sender is an address of Mailgun's own, so From is not used.
func (s *Sender) Send(ctx context.Context, m delivery.Message) (delivery.Accepted, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, s.timeout+time.Duration(len(m.Source)/slowest)*time.Second, errSlow)
	defer cancel()
	r := &recorder{next: s.wires, host: s.host}
	err := s.client(r).submit(ctx, m)
	return s.judge(r.record(), reason(ctx, err))
}

var errSlow = errors.New("no answer in time")

// reason is why a call failed: that it was ended, else what the network said. The library's error around it would show the
// addresses that were asked for.
func reason(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if request, ok := errors.AsType[*url.Error](err); ok {
		return request.Err
	}
	return err
}
