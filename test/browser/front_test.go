//go:build browser

package browser_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"testing"
	"time"

	"github.com/postchat/postchat/test/server"
)

// front is the one HTTPS server behind all sites, on a free port of 127.0.0.1. The browser is told to find every site there.
type front struct {
	sites map[string]http.Handler // by host
	port  int
	// fingerprint is of the key of the certificate, for the browser to trust.
	fingerprint string
}

// newFront serves until the test ends. Sites must be added before the browser comes.
func newFront(t *testing.T) *front {
	t.Helper()
	key, certificate := newCertificate(t)
	public, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(public)
	f := &front{
		sites: map[string]http.Handler{}, port: listener.Addr().(*net.TCPAddr).Port, fingerprint: base64.StdEncoding.EncodeToString(sum[:]),
	}
	https := &http.Server{
		Handler: f, ReadHeaderTimeout: time.Minute, TLSConfig: &tls.Config{Certificates: []tls.Certificate{certificate}},
		ErrorLog: log.New(t.Output(), "front: ", 0),
	}
	go func() { _ = https.ServeTLS(listener, "", "") }()
	t.Cleanup(func() { _ = https.Close() })
	return f
}

// ServeHTTP implements http.Handler.
func (f *front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	site, found := f.sites[r.Host]
	if !found {
		http.Error(w, "there is no such site on this stage", http.StatusMisdirectedRequest)
		return
	}
	site.ServeHTTP(w, r)
}

// newCertificate makes a certificate for every host that ends in .example.
func newCertificate(t *testing.T) (*ecdsa.PrivateKey, tls.Certificate) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "A stage"}, DNSNames: []string{"*.example"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().AddDate(0, 0, 1),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	return key, tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// reportPath is where browsers report what a page's Content-Security-Policy has kept from happening.
const reportPath = "/reports-to-the-stage"

// proxy is a reverse proxy as people put it before the server, at the path that its public URL ends with. It changes the answers in
// one thing: it asks for reports about the policy of each page, for not all that a policy refuses is told to the page.
func (s *stage) proxy(to *server.Server, prefix string) http.Handler {
	target, err := url.Parse(to.URL())
	if err != nil {
		s.t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			r.Out.Host = r.In.Host
			r.SetXForwarded()
		},
		ModifyResponse: func(r *http.Response) error {
			if policy := r.Header.Get("Content-Security-Policy"); policy != "" {
				r.Header.Set("Content-Security-Policy", policy+"; report-uri "+reportPath)
			}
			return nil
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) {
			http.Error(w, "the server behind this proxy does not answer", http.StatusBadGateway)
		},
		FlushInterval: -1,
		ErrorLog:      log.New(s.t.Output(), "proxy: ", 0),
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+reportPath, s.takeReport)
	mux.Handle(prefix+"/", http.StripPrefix(prefix, proxy))
	return mux
}
