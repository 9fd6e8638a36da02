package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/postchat/postchat"
)

// policy is a part of the answer's Content-Security-Policy.
func (a answer) policy(part string) string {
	for directive := range strings.SplitSeq(a.header.Get("Content-Security-Policy"), ";") {
		if name, value, _ := strings.Cut(strings.TrimSpace(directive), " "); name == part {
			return value
		}
	}
	return ""
}

// frames sets who may frame the source's window.
func (s *site) frames(change func(*postchat.Source)) {
	s.t.Helper()
	change(&s.Source)
	if err := s.Scope.SaveSource(s.t.Context(), &s.Source); err != nil {
		s.t.Fatal(err)
	}
}

func TestTheWindowIsFramedByWhomItsSourceNamesAndNobodyElse(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		path := "/panel/" + s.Source.ID
		if got := s.get(path); got.status != http.StatusOK || got.policy("frame-ancestors") != "'none'" {
			t.Errorf("of a source that names nobody it is answered %d, framed by %s", got.status, got.policy("frame-ancestors"))
		}
		s.frames(func(source *postchat.Source) {
			source.Name = `Acme </script><script>alert("chat")</script>`
			source.FrameOrigins = []string{"https://chat.acme.example", "http://localhost:3000"}
		})
		got := s.get(path)
		if framed := got.policy("frame-ancestors"); framed != "https://chat.acme.example http://localhost:3000" {
			t.Errorf("it is framed by %s", framed)
		}
		for _, never := range []string{"X-Frame-Options", "Set-Cookie", "Cross-Origin-Opener-Policy"} {
			if value := got.header.Get(never); value != "" {
				t.Errorf("the header %s is %s", never, value)
			}
		}
		for part, want := range map[string]string{"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "connect-src": "'self'", "base-uri": "'self'"} {
			if got.policy(part) != want {
				t.Errorf("%s is %s, want %s", part, got.policy(part), want)
			}
		}
		if referrer := got.header.Get("Referrer-Policy"); referrer != "no-referrer" {
			t.Errorf("the referrer policy is %s", referrer)
		}
		told := got.told(t)
		if told["source"] != s.Source.ID || told["name"] != s.Source.Name || told["vendor"] != "postchat" || len(told["frameOrigins"].([]any)) != 2 || len(told) != 4 {
			t.Errorf("the page is told %v", told)
		}
		if strings.Contains(got.body, "alert(") && !strings.Contains(got.body, `\u003cscript\u003ealert(`) {
			t.Errorf("the page is\n%s", got.body)
		}

		// Where somebody signs in, nobody looks over their shoulder.
		for _, path := range []string{path + "/sign-in", "/signin", "/signin?next=" + url.QueryEscape(path+"/sign-in"), "/follow-ups/1", path + "/nothing"} {
			if framed := s.get(path).policy("frame-ancestors"); framed != "'none'" && !strings.HasSuffix(path, "/nothing") {
				t.Errorf("%s is framed by %s", path, framed)
			}
		}
	})
}

func TestOfSourcesThatAreNotThereAllIsAnsweredAlike(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		s.frames(func(source *postchat.Source) {
			source.FrameOrigins, source.RetiredAt = []string{"https://chat.acme.example"}, postchat.Now()
		})
		for _, suffix := range []string{"", "/sign-in"} {
			want := s.get("/panel/" + postchat.NewID(postchat.Now()) + suffix)
			if want.status != http.StatusNotFound || want.policy("frame-ancestors") != "'none'" || !strings.HasPrefix(want.header.Get("Content-Type"), "text/plain") {
				t.Errorf("it is answered %d, %v", want.status, want.header)
			}
			for _, id := range []string{s.Source.ID, "x", "%00", "%FF", strings.Repeat("a", 36), strings.ToUpper(s.Source.ID)} {
				if got := s.get("/panel/" + id + suffix); got.status != want.status || got.body != want.body || len(got.header) != len(want.header) {
					t.Errorf("/panel/%s%s is answered %d, %v\n%s", id, suffix, got.status, got.header, got.body)
				}
			}
			for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
				if got := s.ask(method, "/panel/"+s.Source.ID+suffix, nil); got.status != http.StatusMethodNotAllowed {
					t.Errorf("%s is answered %d", method, got.status)
				}
			}
		}
	})
}

func TestThePopUpOfAWindowStaysItsOpenersThroughTheSignIn(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		s.setUp()
		popUp := "/panel/" + s.Source.ID + "/sign-in"
		b := s.browser()
		if opener := b.get(popUp).header.Get("Cross-Origin-Opener-Policy"); opener != "" {
			t.Errorf("the pop-up is cut off by %s", opener)
		}
		signIn := "/signin?next=" + url.QueryEscape(popUp+"#nonce=abc")
		form := b.get(signIn)
		contains(t, form.body, `name="next" value="`+popUp+`#nonce=abc"`, `action="./signin"`)
		next := []string{"email", "dana@acme.example", "next", popUp + "#nonce=abc", "password"}
		wrong := b.post("/signin", http.StatusUnprocessableEntity, append(next, "wrong")...)
		right := b.post("/signin", http.StatusSeeOther, append(next, password)...)
		if to := right.header.Get("Location"); to != "."+popUp+"#nonce=abc" {
			t.Errorf("it goes on to %s", to)
		}
		for name, got := range map[string]answer{"the form": form, "the form again": wrong, "the way on": right} {
			if opener := got.header.Get("Cross-Origin-Opener-Policy"); opener != "" {
				t.Errorf("%s cuts the pop-up off by %s", name, opener)
			}
		}
		for _, other := range []string{"/outbox", popUp + "/x", "/panel/sign-in", "/panel/a/b/sign-in", "https://evil.example" + popUp, "//evil.example" + popUp} {
			if opener := b.get("/signin?next=" + url.QueryEscape(other)).header.Get("Cross-Origin-Opener-Policy"); opener != "same-origin" {
				t.Errorf("on the way to %s it is %q", other, opener)
			}
		}
	})
}
