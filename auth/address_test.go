package auth_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"

	"github.com/postchat/postchat/auth"
)

func TestForwardedAddressesAreBelievedOfTrustedProxiesOnly(t *testing.T) {
	t.Parallel()
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	for name, test := range map[string]struct {
		remote    string
		forwarded []string
		trusted   []netip.Prefix
		want      string
	}{
		"of a client itself":                    {remote: "198.51.100.7:4000", trusted: proxies, want: "198.51.100.7"},
		"that the client made up":               {remote: "198.51.100.7:4000", forwarded: []string{"1.2.3.4"}, trusted: proxies, want: "198.51.100.7"},
		"of a proxy where none is trusted":      {remote: "10.0.0.1:4000", forwarded: []string{"1.2.3.4"}, want: "10.0.0.1"},
		"of a proxy":                            {remote: "10.0.0.1:4000", forwarded: []string{"198.51.100.7"}, trusted: proxies, want: "198.51.100.7"},
		"of a proxy behind a proxy":             {remote: "10.0.0.1:4000", forwarded: []string{"198.51.100.7, 10.0.0.2"}, trusted: proxies, want: "198.51.100.7"},
		"in two fields":                         {remote: "10.0.0.1:4000", forwarded: []string{"198.51.100.7", "10.0.0.2"}, trusted: proxies, want: "198.51.100.7"},
		"behind what the client made up":        {remote: "10.0.0.1:4000", forwarded: []string{"1.2.3.4, 198.51.100.7"}, trusted: proxies, want: "198.51.100.7"},
		"that is none":                          {remote: "10.0.0.1:4000", forwarded: []string{"198.51.100.7, unknown"}, trusted: proxies, want: "10.0.0.1"},
		"of a proxy that says nothing":          {remote: "10.0.0.1:4000", trusted: proxies, want: "10.0.0.1"},
		"of a proxy on a socket for both":       {remote: "[::ffff:10.0.0.1]:4000", forwarded: []string{"2001:db8::7"}, trusted: proxies, want: "2001:db8::7"},
		"of a request that came from nowhere":   {remote: "@", forwarded: []string{"198.51.100.7"}, trusted: proxies, want: "invalid IP"},
		"of a proxy of the sixth version":       {remote: "[fd00::1]:4000", forwarded: []string{"::ffff:198.51.100.7"}, trusted: proxies, want: "198.51.100.7"},
		"with a zone, which is not everybody's": {remote: "[fe80::1%eth0]:4000", trusted: proxies, want: "fe80::1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", nil)
			r.RemoteAddr = test.remote
			r.Header["X-Forwarded-For"] = test.forwarded
			if got := auth.ClientAddress(r, test.trusted...); got != test.want {
				t.Errorf("the address is %s, want %s", got, test.want)
			}
		})
	}
}

func TestAddressesAreCutBeforeTheyAreKept(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ address, network, neighbourhood string }{
		{"198.51.100.7", "198.51.100.0/24", "198.51.100.7"},
		{"2001:db8:1:2:3::7", "2001:db8:1::/48", "2001:db8:1:2::/64"},
	} {
		if got := auth.Network(test.address); got != test.network {
			t.Errorf("the network of %s is %s", test.address, got)
		}
		if got := auth.Neighbourhood(test.address); got != test.neighbourhood {
			t.Errorf("the neighbourhood of %s is %s", test.address, got)
		}
	}
}
