package auth

import (
	"context"
	"net/http"
	"net/netip"
	"time"

	"github.com/postchat/postchat"
)

// Cookies are the names and marks of our cookies.
type Cookies struct {
	// Secure says that people reach us by https. The cookies then have names that no other host and no plain connection can
	// set (__Host-, RFC 6265bis, section 4.1.3.2).
	Secure bool
}

// deviceTime is how long a browser remembers that somebody signed in with it.
const deviceTime = 365 * 24 * time.Hour

func (c Cookies) session() string { return c.name("postchat") }
func (c Cookies) device() string  { return c.name("postchat-device") }

func (c Cookies) name(plain string) string {
	if c.Secure {
		return "__Host-" + plain
	}
	return plain
}

// read returns the one cookie with the name; empty for none, and for more than one.
func (c Cookies) read(r *http.Request, name string) string {
	if all := r.CookiesNamed(name); len(all) == 1 {
		return all[0].Value
	}
	return ""
}

func (c Cookies) set(header http.Header, name, value string, lasts time.Duration) {
	cookie := &http.Cookie{ //nolint:gosec // G124: Secure wherever people reach us by https
		Name: name, Value: value, Path: "/", MaxAge: int(lasts / time.Second), HttpOnly: true, Secure: c.Secure, SameSite: http.SameSiteLaxMode,
	}
	if lasts <= 0 {
		cookie.MaxAge = -1
	}
	header.Add("Set-Cookie", cookie.String())
}

// Visit is a request of somebody who may have no name yet: where it comes from, and with which cookies. What is done for it
// adds cookies to the answer.
type Visit struct {
	address         netip.Addr
	browser         string
	session, device string
	cookies         Cookies
	answer          http.Header
}

// maxBrowser bounds what is kept of what a browser says of itself, in characters.
const maxBrowser = 200

// Visit takes from the request what signing in and out need. Cookies are added to the answer's header, until that is
// written.
func (d *Door) Visit(answer http.Header, r *http.Request) *Visit {
	return &Visit{
		address: clientAddress(r, d.TrustedProxies), browser: postchat.Shorten(postchat.CleanLine(postchat.CleanText(r.UserAgent())), maxBrowser),
		session: d.Cookies.read(r, d.Cookies.session()), device: d.Cookies.read(r, d.Cookies.device()),
		cookies: d.Cookies, answer: answer,
	}
}

func (v *Visit) signedIn(session, device string) {
	v.cookies.set(v.answer, v.cookies.session(), session, postchat.SessionTime)
	v.cookies.set(v.answer, v.cookies.device(), device, deviceTime)
}

func (v *Visit) signedOut() { v.cookies.set(v.answer, v.cookies.session(), "", 0) }

type visitKey struct{}

// WithVisit returns a context that carries the visit.
func WithVisit(ctx context.Context, v *Visit) context.Context {
	return context.WithValue(ctx, visitKey{}, v)
}

// VisitFrom returns the context's visit; nil where there is none.
func VisitFrom(ctx context.Context) *Visit {
	v, _ := ctx.Value(visitKey{}).(*Visit)
	return v
}
