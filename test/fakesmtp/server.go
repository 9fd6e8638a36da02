// Package fakesmtp plays the part of the mail server that Postchat hands its mails to by SMTP, on a free port of 127.0.0.1. It keeps
// a ledger of its own of the mails it really took, so that a test can judge by it instead of by what the sender believes.
//
// At each phase of the dialogue it can refuse, hang, cut the connection, talk without end or byte by byte: see Behaviour, which is
// set for the next connections (Server.Next), for one recipient (Server.For) or by a function (Server.Decide). Otherwise it is a
// strict server: commands and mails that RFC 5321 forbids are refused, and so are bare line ends, which can smuggle a second mail.
//
// The server is written out here, because a library's server cannot misbehave at every phase, nor under TLS. It lives in the test's
// own process and so outlives a program under test that is killed.
package fakesmtp

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"sync"
	"testing"
	"time"
)

// Server is a running fake. All its methods may be called from any goroutine.
type Server struct {
	now        func() time.Time
	user, pass string
	auth       bool
	startTLS   bool
	implicit   bool
	dropData   bool
	extensions []string
	cert       *certificate

	ledger *ledger
	script script

	listener net.Listener
	done     chan struct{}
	serving  sync.WaitGroup

	mu     sync.Mutex
	closed bool
	conns  map[net.Conn]struct{}
}

// Option changes a Server before it starts.
type Option func(*Server)

// WithClock makes the ledger take its times from now.
func WithClock(now func() time.Time) Option { return func(s *Server) { s.now = now } }

// WithTLS offers STARTTLS with a certificate for 127.0.0.1 and localhost that signs itself. See CertPool.
func WithTLS() Option { return func(s *Server) { s.startTLS = true } }

// WithImplicitTLS speaks TLS from the first byte, as port 465 does.
func WithImplicitTLS() Option { return func(s *Server) { s.implicit = true } }

// WithAuth takes mails only from who has signed in by AUTH PLAIN with this name and password. Together with WithTLS, AUTH is offered
// under TLS alone.
func WithAuth(user, password string) Option {
	return func(s *Server) { s.auth, s.user, s.pass = true, user, password }
}

// WithExtensions offers more ESMTP extensions and allows their parameters: DSN and SMTPUTF8 are known.
func WithExtensions(names ...string) Option {
	return func(s *Server) { s.extensions = append(s.extensions, names...) }
}

// WithoutData keeps no copy of the mails' bytes, only their headers and size. It is meant for load.
func WithoutData() Option { return func(s *Server) { s.dropData = true } }

// Start starts a server that closes itself at the end of the test.
func Start(t testing.TB, opts ...Option) *Server {
	t.Helper()
	s, err := New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

// New starts a server, which must be closed. It fails only where no port of 127.0.0.1 can be had or no certificate can be made.
func New(opts ...Option) (*Server, error) {
	s := &Server{
		now:        time.Now,
		extensions: []string{"PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", fmt.Sprintf("SIZE %d", maxData)},
		ledger:     newLedger(),
		done:       make(chan struct{}),
		conns:      map[net.Conn]struct{}{},
	}
	for _, opt := range opts {
		opt(s)
	}
	var err error
	if s.startTLS || s.implicit {
		if s.cert, err = newCertificate(); err != nil {
			return nil, fmt.Errorf("start fake smtp server: %w", err)
		}
	}
	if s.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, fmt.Errorf("start fake smtp server: %w", err)
	}
	s.serving.Go(s.accept)
	return s, nil
}

// Close cuts every connection, ends whatever hangs, and returns when none is served any more. The ledger stays readable.
func (s *Server) Close() {
	s.mu.Lock()
	if !s.closed {
		s.closed = true
		close(s.done)
		_ = s.listener.Close()
		for conn := range s.conns {
			_ = conn.Close()
		}
	}
	s.mu.Unlock()
	s.serving.Wait()
}

// Addr is the server's address, as 127.0.0.1:34567.
func (s *Server) Addr() string { return s.listener.Addr().String() }

// Host is the part of Addr before the colon.
func (s *Server) Host() string { return "127.0.0.1" }

// Port is the part of Addr after the colon.
func (s *Server) Port() int {
	addr, _ := s.listener.Addr().(*net.TCPAddr) // It listens on TCP alone.
	return addr.Port
}

// CertPool trusts the server's certificate; without one of the TLS options it is empty.
func (s *Server) CertPool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(s.CertPEM())
	return pool
}

// CertPEM is the server's certificate, for a program under test that reads a file of trusted certificates; nil without one.
func (s *Server) CertPEM() []byte {
	if s.cert == nil {
		return nil
	}
	return s.cert.pem
}

func (s *Server) accept() {
	for {
		conn, err := s.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			panic(fmt.Sprintf("fakesmtp: accept: %v", err))
		}
		if !s.enter(conn) {
			_ = conn.Close()
			return
		}
		s.serving.Go(func() {
			defer s.leave(conn)
			s.serve(conn)
		})
	}
}

// serve plays one connection from the banner to its end.
func (s *Server) serve(conn net.Conn) {
	if s.implicit {
		conn = tls.Server(conn, s.cert.config)
	}
	number := s.ledger.connect()
	c := &session{server: s, number: number, underTLS: s.implicit}
	c.once, c.all = s.script.forConnection(number)
	c.use(conn)
	c.run()
}

// enter remembers a connection, so that Close can cut it, unless the server is closing.
func (s *Server) enter(conn net.Conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.conns[conn] = struct{}{}
	return true
}

func (s *Server) leave(conn net.Conn) {
	_ = conn.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, conn)
}
