package auth

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// Guard tells who makes a request.
type Guard struct {
	Tokens   Tokens
	Sessions Sessions
	// Cookies and TrustedProxies are those of the Door.
	Cookies        Cookies
	TrustedProxies []netip.Prefix
	Now            func() time.Time
}

// Guard returns the guard who knows whom the door lets in.
func (d *Door) Guard() Guard {
	return Guard{Tokens: d.Store, Sessions: d.Store, Cookies: d.Cookies, TrustedProxies: d.TrustedProxies, Now: d.Now}
}

// Viewer returns who makes the request: by the token in its Authorization header, of a program or of an operator's window, as a
// bearer token (RFC 6750) or as the password of Basic authentication; or by the cookie of a session. It is Denied without a valid one, whatever is wrong with
// it, and where there are both.
//
// A browser adds the cookie to whatever request a page makes it send. Whoever lets viewers change something must also refuse
// what net/http's CrossOriginProtection refuses. That lets pass what says nothing of where it comes from, as no browser of
// the last years does; with a cookie that is Denied here.
func (g Guard) Viewer(r *http.Request) (Viewer, error) {
	cookie := g.Cookies.read(r, g.Cookies.session())
	switch given := len(r.Header.Values("Authorization")) > 0; {
	case given && cookie != "":
		return Viewer{}, postchat.Deniedf("Send an API token or the cookie of a session, not both.")
	case given:
		return g.byBearer(r)
	case cookie != "":
		return g.bySession(r, cookie)
	}
	return Viewer{}, unknown()
}

func unknown() error {
	return postchat.Deniedf("Sign in, or give a valid API token. `postchat token create NAME` makes one.")
}

func (g Guard) byBearer(r *http.Request) (Viewer, error) {
	text, ok := credentials(r)
	switch {
	case ok && strings.HasPrefix(text, tokenPrefix):
		return g.byToken(r, text)
	case ok && strings.HasPrefix(text, panelPrefix):
		return g.byWindow(r, text)
	}
	return Viewer{}, unknown()
}

func (g Guard) byToken(r *http.Request, text string) (Viewer, error) {
	token, err := g.Tokens.TokenByHash(r.Context(), Hash(text))
	if postchat.IsKind(err, postchat.NotFound) || err == nil && !token.Valid(g.Now()) {
		return Viewer{}, unknown()
	}
	if err != nil {
		return Viewer{}, err
	}
	if err := g.Tokens.TouchToken(r.Context(), token, g.Now()); err != nil {
		return Viewer{}, err
	}
	return Viewer{
		AccountID: token.AccountID, Actor: postchat.Actor{Kind: postchat.ActorToken, ID: token.ID, Name: token.Name},
		Permissions: token.Permissions, CampaignIDs: token.CampaignIDs,
	}, nil
}

func (g Guard) bySession(r *http.Request, cookie string) (Viewer, error) {
	if isAct(r) && r.Header.Get("Sec-Fetch-Site") == "" && r.Header.Get("Origin") == "" {
		return Viewer{}, postchat.Deniedf("A request with a cookie must say by Origin or Sec-Fetch-Site where it comes from.")
	}
	session, person, err := g.session(r, cookie)
	if err == nil && session.IsWindow() {
		err = unknown()
	}
	if err != nil {
		return Viewer{}, err
	}
	return viewerOf(*session, *person), g.touch(r, session)
}

func (g Guard) byWindow(r *http.Request, token string) (Viewer, error) {
	session, person, err := g.session(r, token)
	if err == nil && (!session.IsWindow() || !person.Role.HasWindow()) {
		err = unknown()
	}
	if err != nil {
		return Viewer{}, err
	}
	source, err := g.Sessions.WindowSource(r.Context(), session.SourceID)
	if err == nil && source.Retired() {
		err = unknown()
	}
	if err != nil {
		return Viewer{}, err
	}
	return windowViewer(*session, *person, *source), g.touch(r, session)
}

// session finds the session with the secret, and whose it is, where they can still use it.
func (g Guard) session(r *http.Request, secret string) (*postchat.Session, *postchat.Person, error) {
	session, person, err := g.Sessions.SessionByHash(r.Context(), Hash(secret))
	if postchat.IsKind(err, postchat.NotFound) || err == nil && (!session.Valid(g.Now()) || person.Disabled()) {
		return nil, nil, unknown()
	}
	return session, person, err
}

func (g Guard) touch(r *http.Request, session *postchat.Session) error {
	return g.Sessions.TouchSession(r.Context(), session, network(clientAddress(r, g.TrustedProxies)), g.Now())
}

// SameOrigin returns the check that refuses what pages of other sites send. Pages that were reached at the public URL are ours,
// by whatever name a proxy calls this server.
func SameOrigin(publicURL string) *http.CrossOriginProtection {
	check := http.NewCrossOriginProtection()
	if u, err := url.Parse(publicURL); err == nil && u.Host != "" {
		_ = check.AddTrustedOrigin(u.Scheme + "://" + u.Host) // what is not of this form is trusted by nobody
	}
	return check
}

// isAct reports whether a request may change something (RFC 9110, section 9.2.1).
func isAct(r *http.Request) bool {
	return r.Method != http.MethodGet && r.Method != http.MethodHead && r.Method != http.MethodOptions
}

func credentials(r *http.Request) (string, bool) {
	if len(r.Header.Values("Authorization")) != 1 {
		return "", false
	}
	if _, password, ok := r.BasicAuth(); ok {
		return password, true
	}
	scheme, text, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.TrimSpace(text), strings.EqualFold(scheme, "Bearer")
}
