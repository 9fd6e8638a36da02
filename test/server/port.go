//go:build linux || darwin

package server

import (
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
)

// freePort returns a port that nobody listens on, below those that systems give to outgoing connections: a client that
// knocks while the server is down could otherwise be given the server's port, and keep it.
func freePort() (int, error) {
	var err error
	for range 100 {
		port := 20000 + rand.IntN(12000)
		var l net.Listener
		if l, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			return port, l.Close()
		}
	}
	return 0, fmt.Errorf("find a free port: %w", err)
}

// client is for all that tests ask a server, past whatever proxy the machine has.
var client = &http.Client{Timeout: limit, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
