package app

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// byOwnName answers only what was sent to an address, to localhost, or to the host of the base URL. An open server lets everybody in
// who reaches it, and so must not be reached by pages of other sites: one of them can give its own name this machine's address, and
// would then count as ours. Nobody can do that with an address.
func byOwnName(baseURL string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isOwnName(r.Host, baseURL) {
			http.Error(w, "The demo is at "+baseURL+", and answers by no other name.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isOwnName(host, baseURL string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	if _, err := netip.ParseAddr(name); err == nil || strings.EqualFold(name, "localhost") {
		return true
	}
	base, err := url.Parse(baseURL)
	return err == nil && strings.EqualFold(host, base.Host)
}
