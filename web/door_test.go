package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// browser is somebody's browser, with its cookies.
type browser struct {
	*site
	cookies map[string]string
	// languages are those that its user wants, as Accept-Language has them.
	languages string
}

func (s *site) browser() *browser { return &browser{site: s, cookies: map[string]string{}} }

// open asks for a page; with a form it posts that, from the origin.
func (b *browser) open(path string, form url.Values, origin string) answer {
	b.t.Helper()
	method := http.MethodGet
	if form != nil {
		method = http.MethodPost
	}
	r := httptest.NewRequestWithContext(b.t.Context(), method, "https://10.0.0.5:8080"+path, strings.NewReader(form.Encode()))
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", origin)
	}
	r.Header.Set("Accept-Language", b.languages)
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	recorder := httptest.NewRecorder()
	b.mux.ServeHTTP(recorder, r)
	for _, c := range recorder.Result().Cookies() {
		b.cookies[c.Name] = c.Value
		if c.MaxAge < 0 {
			delete(b.cookies, c.Name)
		}
	}
	return answer{recorder.Code, recorder.Header(), recorder.Body.String()}
}

const ourOrigin = "https://postchat.acme.example"

// post posts a form of ours, which must be answered with the status.
func (b *browser) post(path string, status int, form ...string) answer {
	b.t.Helper()
	values := url.Values{}
	for i := 0; i < len(form); i += 2 {
		values.Set(form[i], form[i+1])
	}
	got := b.open(path, values, ourOrigin)
	if got.status != status {
		b.t.Errorf("%s is answered %d, want %d:\n%s", path, got.status, status, got.body)
	}
	return got
}

func (b *browser) get(path string) answer { return b.open(path, nil, "") }

// setUp makes Dana the owner and returns her browser.
func (s *site) setUp() *browser {
	s.t.Helper()
	link, err := s.door.SetUpLink(s.t.Context(), s.Account.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	b := s.browser()
	in := b.post("/setup", http.StatusSeeOther, "token", link[strings.Index(link, "#")+1:], "email", "dana@acme.example", "name", "Dana", "password", password)
	if to := in.header.Get("Location"); to != "./start" {
		s.t.Errorf("after the set-up one goes on to %s", to)
	}
	return b
}

const password = "correct horse battery"

func TestPeopleSignInOnAPageAndGoOnToWhereTheyWanted(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		first := s.setUp()
		if got := first.get("/outbox"); got.status != http.StatusOK {
			t.Errorf("the outbox is answered %d", got.status)
		}
		b := s.browser()
		to := b.get("/outbox?before=x").header.Get("Location")
		form := b.get(strings.TrimPrefix(to, "."))
		contains(t, form.body, `name="next" value="/outbox?before=x"`, `autocomplete="current-password"`)
		contains(t, form.header.Get("Content-Security-Policy"), "form-action 'self'", "frame-ancestors 'none'", "script-src 'self'")
		wrong := b.post("/signin", http.StatusUnprocessableEntity, "email", `"><script>dana@acme.example`, "password", "wrong")
		contains(t, wrong.body, "The e-mail or the password is not right.", `value="&#34;&gt;&lt;script&gt;dana@acme.example"`)
		if strings.Contains(wrong.body, "wrong") || len(b.cookies) > 0 {
			t.Errorf("cookies %v, page\n%s", b.cookies, wrong.body)
		}
		right := b.post("/signin", http.StatusSeeOther, "email", "dana@acme.example", "password", password, "next", "/follow-ups/1")
		if to := right.header.Get("Location"); to != "./follow-ups/1" {
			t.Errorf("it goes on to %s", to)
		}
		contains(t, b.get("/signin").body, "You are signed in as Dana.", `action="./signout"`)
		b.post("/signout", http.StatusSeeOther)
		if got := b.get("/outbox"); got.status != http.StatusSeeOther {
			t.Errorf("after signing out the outbox is answered %d", got.status)
		}
		b.post("/signout", http.StatusSeeOther) // once more does no harm
		var last answer
		for range 10 {
			last = b.open("/signin", url.Values{"email": {"sam@acme.example"}, "password": {"wrong"}}, ourOrigin)
		}
		if last.status != http.StatusTooManyRequests || last.header.Get("Retry-After") == "" {
			t.Errorf("the tenth attempt is answered %d, %v", last.status, last.header)
		}
	})
}

func TestNobodyIsSentToOtherSites(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		b := s.setUp()
		for _, next := range []string{"", "https://evil.example", "//evil.example", `/\evil.example`, "javascript:alert(1)", "outbox", "/\t/evil.example", "/%zz",
			"///evil.example", "/%2F/evil.example", "/./evil.example", "/..//evil.example", "/x/../../evil.example", "/%2e%2e/evil.example", `/x\evil`,
			" //evil.example", "/ /evil.example", "/\r\nSet-Cookie: x=y", "https:evil.example", "/\x00", "//evil.example/panel/x/sign-in", "@evil.example",
		} {
			got := b.post("/signin", http.StatusSeeOther, "email", "dana@acme.example", "password", password, "next", next)
			if to := got.header.Get("Location"); to != "./" {
				t.Errorf("%q leads to %s", next, to)
			}
		}
	})
}

func TestFormsOfOtherSitesAreRefused(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		b := s.setUp()
		for _, path := range []string{"/signin", "/signout", "/setup", "/password", "/invitation"} {
			if got := b.open(path, url.Values{}, "https://evil.example"); got.status != http.StatusForbidden {
				t.Errorf("%s is answered %d", path, got.status)
			}
		}
		if got := b.get("/outbox"); got.status != http.StatusOK {
			t.Errorf("she is signed out: %d", got.status)
		}
	})
}

func TestLinksLeadToForms(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		dana := s.setUp()
		people := s.door.People(s.owner())
		link, err := people.PasswordLink(t.Context(), s.owner().Actor.ID)
		if err != nil {
			t.Fatal(err)
		}
		path, secret, _ := strings.Cut(strings.TrimPrefix(link, ourOrigin), "#")
		contains(t, s.browser().get(path).body, `<input id="token" name="token" type="text"`, `<script src="./link.js">`)
		b := s.browser()
		contains(t, b.post(path, http.StatusUnprocessableEntity, "token", secret, "password", "short").body,
			"It must have at least 12 characters.", `value="`+secret+`"`)
		b.post(path, http.StatusSeeOther, "token", secret, "password", "seven old bicycles")
		contains(t, b.get("/signin").body, "signed in as Dana")
		contains(t, b.post(path, http.StatusUnprocessableEntity, "token", secret, "password", "seven old bicycles").body, "This link does not work")
		contains(t, dana.get("/signin").body, "<h1>Sign in</h1>", `name="password"`)
		if got := b.get("/link.js"); got.status != http.StatusOK || !strings.Contains(got.header.Get("Content-Type"), "javascript") {
			t.Errorf("the script is answered %d as %s", got.status, got.header.Get("Content-Type"))
		}
		big := b.open("/signin", url.Values{"password": {strings.Repeat("x", 20<<10)}}, ourOrigin)
		if big.status != http.StatusBadRequest {
			t.Errorf("a large form is answered %d", big.status)
		}
	})
}

func TestTheDoorSpeaksTheLanguageOfWhoComes(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		dana := s.setUp()
		dutch, german := s.browser(), s.browser()
		dutch.languages, german.languages = "nl-BE,nl;q=0.9,en;q=0.8", "fr,de;q=0.5"
		contains(t, dutch.get("/signin").body, `<html lang="nl">`, "<h1>Aanmelden</h1>", ">Wachtwoord</label>", "<button>Aanmelden</button>")
		contains(t, german.get("/setup").body, `<html lang="de">`, "<title>Postchat einrichten · Postchat</title>", "Sie werden der Inhaber", "aus mindestens 12 Zeichen")

		wrong := []string{"email", "dana@acme.example", "password", "wrong"}
		contains(t, dutch.post("/signin", http.StatusUnprocessableEntity, wrong...).body, "Het e-mailadres of het wachtwoord klopt niet.")
		contains(t, german.post("/password", http.StatusUnprocessableEntity, "token", "pcl_x", "password", "x").body, "Dieser Link funktioniert nicht oder nicht mehr.")
		link, err := s.door.People(s.owner()).PasswordLink(t.Context(), s.owner().Actor.ID)
		if err != nil {
			t.Fatal(err)
		}
		_, secret, _ := strings.Cut(link, "#")
		for typed, want := range map[string]string{
			"kort": "Het moet minstens 12 tekens hebben.", strings.Repeat("lang", 100): "Het is te lang.", "password1234": "Het is te makkelijk te raden",
		} {
			contains(t, dutch.post("/password", http.StatusUnprocessableEntity, "token", secret, "password", typed).body, want)
		}
		contains(t, german.post("/password", http.StatusUnprocessableEntity, "token", secret, "password", "seven\x00old bicycles").body, "It must be text.")

		contains(t, dutch.get("/mails/"+s.ID+"/html").body, `<html lang="nl">`, "<h1>Niet aangemeld</h1>", ">Aanmelden</a>")
		contains(t, german.open("/signin", url.Values{"password": {strings.Repeat("x", 20<<10)}}, ourOrigin).body, "Das Formular ist zu groß")
		var last answer
		for range 10 {
			last = german.open("/signin", url.Values{"email": {"sam@acme.example"}, "password": {"wrong"}}, ourOrigin)
		}
		contains(t, last.body, "Das wurde zu oft versucht.", last.header.Get("Retry-After")+" Sekunden")

		dana.languages = "de"
		contains(t, dana.get("/signin").body, "Sie sind als Dana angemeldet.", ">Abmelden</button>")
		chosen := "nl"
		if _, err := s.door.ChangeProfile(t.Context(), s.session(dana), auth.ProfileChange{Language: &chosen}); err != nil {
			t.Fatal(err)
		}
		contains(t, dana.get("/signin").body, `<html lang="nl">`, "Je bent aangemeld als Dana.", ">Verder</a>")
	})
}

// owner is Dana, as she was set up.
func (s *site) owner() auth.Viewer {
	s.t.Helper()
	people, err := s.Scope.People(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return auth.Viewer{AccountID: s.Account.ID, Actor: people[0].Actor(), Permissions: postchat.Permissions}
}
