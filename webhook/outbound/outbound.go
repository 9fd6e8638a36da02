// Package outbound reads from vendors' servers for adapters that fetch: with time limits and a limit of what is read, never by a
// redirect or a proxy, and never from an address that nobody allowed. What goes wrong it tells as a webhook.FetchError in words for
// people.
package outbound

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// Limits of one request.
const (
	connectTimeout = 10 * time.Second
	answerTimeout  = 30 * time.Second // from the request to the end of the answer
	maxHeaders     = 64 << 10
	maxBody        = 16 << 20
	maxBodies      = 64 << 20 // of one Reader: what it reads page by page is in memory as a whole
)

// errRefused is for an address that nobody allowed.
type errRefused struct{ addr netip.Addr }

func (e errRefused) Error() string { return fmt.Sprintf("%s is a private address", e.addr) }

// NewClient returns a client for one vendor's server, which has no connections yet; see http.Client.CloseIdleConnections. Servers on
// the internet are reached, and those in the private networks that are given. Where a name leads is judged when it is connected to,
// so that no name can be changed in between.
func NewClient(private []netip.Prefix) *http.Client {
	dialer := &net.Dialer{Timeout: connectTimeout, Control: func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("connect to %q: %w", address, err)
		}
		if !allowed(to.Addr().Unmap(), private) {
			return errRefused{to.Addr().Unmap()}
		}
		return nil
	}}
	return &http.Client{
		Timeout: answerTimeout,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: connectTimeout, MaxResponseHeaderBytes: maxHeaders,
			ForceAttemptHTTP2: true,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// internet6 is where IPv6 has the internet; no other address of it leads there (RFC 4291, section 2.4). Among what it keeps out are
// IPv4 in the forms of RFC 4291, 2.5.5.1, RFC 6052 and RFC 7915, which leads anywhere, and networks that were private once (fec0::/10).
var internet6 = netip.MustParsePrefix("2000::/3")

// special are networks that are neither the internet's nor told by netip's own words: shared by providers (RFC 6598), this network
// (RFC 791), for protocols, tests and documentation (RFC 6890, 9637), and IPv4 inside IPv6 (RFC 3056, 4380), which leads anywhere.
var special = func() []netip.Prefix {
	var list []netip.Prefix
	for _, text := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
	} {
		list = append(list, netip.MustParsePrefix(text))
	}
	return list
}()

// allowed reports whether the address is on the internet, or in a network that is allowed. The addresses by which clouds hand out
// their keys are link-local, and as such allowed by name alone.
func allowed(addr netip.Addr, private []netip.Prefix) bool {
	for _, network := range private {
		if network.Contains(addr) {
			return true
		}
	}
	for _, network := range special {
		if network.Contains(addr) {
			return false
		}
	}
	return addr.IsGlobalUnicast() && !addr.IsPrivate() && (addr.Is4() || internet6.Contains(addr))
}

// Explain says in words what keeps a server from being reached, without its answer.
func explain(ctx context.Context, vendor string, err error) string {
	var refused errRefused
	var dns *net.DNSError
	var network net.Error
	switch {
	case errors.As(err, &refused):
		return fmt.Sprintf("%s is at %s, a private address. Whoever runs Postchat can allow it with POSTCHAT_VENDOR_NETWORKS=%s.",
			vendor, refused.addr, refused.addr)
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Sprintf("There is no server named %q. Is the address of %s right?", dns.Name, vendor)
	case ctx.Err() != nil, errors.As(err, &network) && network.Timeout():
		return vendor + " did not answer in time."
	case isCertificate(err):
		return "The certificate of " + vendor + " is not valid."
	}
	return vendor + " could not be reached, or broke off its answer."
}
