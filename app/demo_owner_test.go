package app

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// ownsTheDemo opens pages of the demo in browsers that it has never seen.
func ownsTheDemo(t *testing.T, base string) {
	b := newBrowser(t)
	visit := func(path string) {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := b.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = response.Body.Close() }()
		if response.StatusCode != http.StatusOK || response.Request.URL.Path != path {
			t.Errorf("%s is answered %d at %s", path, response.StatusCode, response.Request.URL)
		}
	}
	const whoAmI = `{ viewer { person { name role } permissions } }`
	contains(t, ask(t, b, base, whoAmI, nil), "DENIED")
	visit("/follow-ups/1")
	contains(t, ask(t, b, base, whoAmI, nil), `"name":"Lotte Visser"`, `"role":"OWNER"`, `"PEOPLE"`)
	contains(t, ask(t, b, base, `{ followUpByNumber(number: 1) { receipt { state } } }`, nil), `"ACCEPTED"`)

	// Neither another site's page nor what does not say where it comes from can use the session.
	at, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	cookies := ""
	for _, cookie := range b.Jar.Cookies(at) {
		cookies += "; " + cookie.String()
	}
	for origin, want := range map[string]int{base: http.StatusOK, "https://rebound.example": http.StatusForbidden, "": http.StatusUnauthorized} {
		header := http.Header{"Cookie": {strings.TrimPrefix(cookies, "; ")}}
		if origin != "" {
			header.Set("Origin", origin)
		}
		if status, answer := askAs(t, base, header, whoAmI); status != want {
			t.Errorf("from %q the API answers %d %s, want %d", origin, status, answer, want)
		}
	}

	contains(t, ask(t, b, base, `mutation { signOut(input: {everywhere: true}) { ended } }`, nil), `"ended":`)
	contains(t, ask(t, b, base, whoAmI, nil), "DENIED")
	visit("/")
	contains(t, ask(t, b, base, whoAmI, nil), `"name":"Lotte Visser"`)
}
