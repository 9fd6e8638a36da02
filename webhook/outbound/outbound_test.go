package outbound_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/postchat/postchat/webhook/outbound"
)

func TestWhereRequestsMayGo(t *testing.T) {
	home := []netip.Prefix{netip.MustParsePrefix("192.168.7.0/24"), netip.MustParsePrefix("fd00:7::/64")}
	for _, test := range []struct {
		name, addr string
		private    []netip.Prefix
		want       bool
	}{
		{"the internet", "1.1.1.1", nil, true},
		{"the internet by IPv6", "2606:4700::1111", nil, true},
		{"a network that is named", "192.168.7.9", home, true},
		{"a network that is named, by IPv6", "fd00:7::9", home, true},
		{"the network beside it", "192.168.8.9", home, false},
		{"this machine", "127.0.0.1", home, false},
		{"this machine by another name", "127.8.8.8", nil, false},
		{"this machine by IPv6", "::1", nil, false},
		{"a private network", "10.0.0.5", nil, false},
		{"a private network of Docker's", "172.17.0.1", nil, false},
		{"a private network by IPv6", "fd12::1", nil, false},
		{"the keys of a cloud", "169.254.169.254", home, false},
		{"the keys of a cloud by IPv6", "fd00:ec2::254", home, false},
		{"a neighbour by IPv6", "fe80::1", nil, false},
		{"nowhere", "0.0.0.0", nil, false},
		{"nowhere by IPv6", "::", nil, false},
		{"a provider's own network", "100.64.1.1", nil, false},
		{"many at once", "224.0.0.1", nil, false},
		{"everybody", "255.255.255.255", nil, false},
		{"a private network through a translator", "64:ff9b::a00:5", nil, false},
		{"this machine as IPv4 within IPv6", "::7f00:1", nil, false},
		{"a private network through a stateless translator", "::ffff:0:a00:5", nil, false},
		{"a translator's local network", "64:ff9b:1::a00:5", nil, false},
		{"a private network of former days", "fec0::5", nil, false},
		{"what nobody has yet", "5f00::1", nil, false},
		{"a book's network", "3fff::1", nil, false},
		{"a private network through 6to4", "2002:a00:5::1", nil, false},
		{"a benchmark's network", "198.18.0.1", nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := outbound.Allowed(netip.MustParseAddr(test.addr), test.private); got != test.want {
				t.Errorf("%s may be reached: %v", test.addr, got)
			}
		})
	}
}

func TestAClientReachesNoAddressThatNobodyAllowed(t *testing.T) {
	var reached atomic.Bool
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Store(true) }))
	defer server.Close()
	port := server.URL[strings.LastIndex(server.URL, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0"} {
		response, err := outbound.NewClient(nil).Get("http://" + host + port)
		if err == nil {
			_ = response.Body.Close()
			t.Errorf("%s was reached", host)
		}
	}
	if reached.Load() {
		t.Error("the server was asked")
	}
	response, err := outbound.NewClient([]netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}).Get(server.URL)
	if err != nil {
		t.Fatalf("an address that is allowed: %v", err)
	}
	_ = response.Body.Close()
}
