package web_test

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// appPages are addresses of the app, and where the browser of somebody without a session is sent from there.
var appPages = map[string]string{
	"/": "./signin?next=%2F", "/follow-ups": "./signin?next=%2Ffollow-ups", "/follow-ups?state=FAILED&q=a+b": "./signin?next=%2Ffollow-ups%3Fstate%3DFAILED%26q%3Da%2Bb",
	"/follow-ups/7": "./../signin?next=%2Ffollow-ups%2F7", "/to-be-coded": "./signin?next=%2Fto-be-coded",
	"/campaigns": "./signin?next=%2Fcampaigns", "/campaigns/id/addresses": "./../../signin?next=%2Fcampaigns%2Fid%2Faddresses",
	"/reports": "./signin?next=%2Freports", "/sources": "./signin?next=%2Fsources", "/sources/id": "./../signin?next=%2Fsources%2Fid",
	"/sources/id/connection": "./../../signin?next=%2Fsources%2Fid%2Fconnection",
	"/people":                "./signin?next=%2Fpeople", "/settings": "./signin?next=%2Fsettings", "/settings/tokens": "./../signin?next=%2Fsettings%2Ftokens",
	"/outbox": "./signin?next=%2Foutbox", "/start": "./signin?next=%2Fstart",
}

// told is what a page's script is told.
func (a answer) told(t *testing.T) map[string]any {
	t.Helper()
	var told map[string]any
	block := regexp.MustCompile(`<script type="application/json" id="page">(.*?)</script>`).FindStringSubmatch(a.body)
	if block == nil || json.Unmarshal([]byte(block[1]), &told) != nil {
		t.Fatalf("the page is\n%s", a.body)
	}
	return told
}

func TestWhoHasNoSessionSignsInAndComesBack(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		s.chat(nil)
		s.setUp()
		token := http.Header{"Authorization": {"Bearer " + s.token}}
		for path, want := range appPages {
			b := s.browser()
			got := b.get(path)
			if to := got.header.Get("Location"); got.status != http.StatusSeeOther || to != want || got.body != "" {
				t.Errorf("%s is answered %d, to %s, want %s\n%s", path, got.status, to, want, got.body)
			}
			if kept := got.header.Get("Cache-Control"); kept != "no-store" {
				t.Errorf("the way to sign in may be kept as %s", kept)
			}
			if program := s.ask(http.MethodGet, path, token); program.status != http.StatusSeeOther {
				t.Errorf("a program is answered %d for %s", program.status, path)
			}
			_, next, _ := strings.Cut(want, "?next=")
			back, _ := url.QueryUnescape(next)
			in := b.post("/signin", http.StatusSeeOther, "email", "dana@acme.example", "password", password, "next", back)
			if to := in.header.Get("Location"); to != "."+path {
				t.Errorf("from %s one comes back to %s", path, to)
			}
			if got := b.get(path); got.status != http.StatusOK {
				t.Errorf("signed in, %s is answered %d", path, got.status)
			}
		}
	})
}

func TestTheAppIsTheSameForAllAndHoldsNoData(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		s.chat(nil)
		dana := s.setUp()
		s.pages.Outbox = true
		s.register()
		for path := range appPages {
			got := dana.get(path)
			if told := got.told(t); !maps.Equal(told, map[string]any{"language": "", "demo": false, "outbox": true, "tellsMore": false, "try": false}) {
				t.Errorf("%s is told %v", path, told)
			}
			for _, secret := range []string{"Ines", "acme", "Dana"} {
				if strings.Contains(got.body, secret) {
					t.Errorf("%s holds %s:\n%s", path, secret, got.body)
				}
			}
			for part, want := range map[string]string{
				"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "connect-src": "'self'", "frame-src": "'self'", "frame-ancestors": "'none'",
			} {
				if got.policy(part) != want {
					t.Errorf("%s of %s is %s, want %s", part, path, got.policy(part), want)
				}
			}
			for name, want := range map[string]string{
				"Cross-Origin-Opener-Policy": "same-origin", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "private, no-cache",
			} {
				if value := got.header.Get(name); value != want {
					t.Errorf("%s of %s is %q, want %q", name, path, value, want)
				}
			}
		}
		dutch := "nl"
		if _, err := s.door.ChangeProfile(t.Context(), s.session(dana), auth.ProfileChange{Language: &dutch}); err != nil {
			t.Fatal(err)
		}
		if told := dana.get("/follow-ups").told(t); told["language"] != "nl" {
			t.Errorf("Dana's page is told %v", told)
		}
	})
}

// session is who comes with the browser's cookies.
func (s *site) session(b *browser) auth.Viewer {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, "/", nil)
	if err != nil {
		s.t.Fatal(err)
	}
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	viewer, err := s.door.Guard().Viewer(r)
	if err != nil {
		s.t.Fatal(err)
	}
	return viewer
}

func TestWhereEverybodyIsWelcomeNobodySignsIn(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		s.setUp()
		refused := error(nil)
		s.pages.HasTry = true
		s.pages.Welcome = func(ctx context.Context, v *auth.Visit) (auth.Viewer, error) {
			if refused != nil {
				return auth.Viewer{}, refused
			}
			return s.door.SignIn(ctx, v, auth.Credentials{Email: "dana@acme.example", Password: password})
		}
		s.register()
		b := s.browser()
		first := b.get("/follow-ups/1")
		if told := first.told(t); first.status != http.StatusOK || told["demo"] != true || told["try"] != true {
			t.Errorf("the first page is answered %d and told %v", first.status, told)
		}
		viewer := s.session(b)
		if b.get("/people"); s.session(b).SessionID != viewer.SessionID {
			t.Error("the next page begins another session")
		}
		out := b.post("/signout", http.StatusSeeOther)
		if to := out.header.Get("Location"); to != "./" || len(b.cookies) != 1 {
			t.Errorf("signing out leads to %s, with the cookies %v", to, b.cookies)
		}
		if again := b.get("/"); again.status != http.StatusOK || s.session(b).Name() != "Dana" {
			t.Errorf("after signing out it is answered %d", again.status)
		}
		refused = postchat.Deniedf("The e-mail or the password is not right.")
		if got := s.browser().get("/"); got.status != http.StatusSeeOther || got.header.Get("Location") != "./signin?next=%2F" {
			t.Errorf("who is not welcome is answered %d", got.status)
		}
		refused = http.ErrServerClosed
		if got := s.browser().get("/"); got.status != http.StatusInternalServerError || strings.Contains(got.body, refused.Error()) {
			t.Errorf("a failure is answered %d:\n%s", got.status, got.body)
		}
	})
}
