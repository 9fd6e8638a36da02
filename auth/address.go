package auth

import (
	"net/http"
	"net/netip"
	"strings"
)

// clientAddress is the address that the request came from. X-Forwarded-For is only believed where the other end is a trusted
// proxy, and then from its end on: what is before the last address that is no such proxy could be anybody's invention.
func clientAddress(r *http.Request, trusted []netip.Prefix) netip.Addr {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	address := peer.Addr().Unmap().WithZone("")
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && isIn(address, trusted); i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		address = hop.Unmap().WithZone("")
	}
	return address
}

func isIn(address netip.Addr, prefixes []netip.Prefix) bool {
	for _, prefix := range prefixes {
		if prefix.Contains(address) {
			return true
		}
	}
	return false
}

// neighbourhood is who counts as the same where attempts are counted: an IPv4 address, or the IPv6 network that one customer
// is given (RFC 6177).
func neighbourhood(address netip.Addr) string {
	if address.Is6() {
		return prefixOf(address, 64)
	}
	return address.String()
}

// network is what is remembered of an address: enough to tell home from abroad, too little to tell people apart.
func network(address netip.Addr) string {
	switch {
	case !address.IsValid():
		return ""
	case address.Is6():
		return prefixOf(address, 48)
	}
	return prefixOf(address, 24)
}

func prefixOf(address netip.Addr, bits int) string {
	prefix, _ := address.Prefix(bits) // fails for more bits than the address has
	return prefix.String()
}
