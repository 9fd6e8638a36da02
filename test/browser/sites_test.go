//go:build browser

package browser_test

import (
	"embed"
	"html"
	"net/http"
	"strings"
)

// The sites of the stage. Each is a site of its own to the browser.
const (
	productHost  = "postchat.example" // the program
	prefixedHost = "intranet.example" // the program below a path
	deskHost     = "desk.example"     // an agent app that speaks the documented protocol
	chatwootHost = "chatwoot.example" // Chatwoot's agent app
	strangerHost = "stranger.example" // who may not frame the window, and tries to
	trackerHost  = "tracker.example"  // sets a cookie, and shows which it is sent
)

// prefix is the path below which the program is on one of the sites.
const prefix = "/x/postchat"

//go:embed sites
var pages embed.FS

// page serves one page at every path of a site.
func page(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/favicon.ico" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		http.ServeFileFS(w, r, pages, "sites/"+name)
	}
}

// tracker sets a cookie that would be sent from everywhere, and shows in its page the cookies that came with the request.
func tracker(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/favicon.ico" {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: "visited", Value: "yes", Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteNoneMode,
	})
	page, err := pages.ReadFile("sites/tracker.html")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write([]byte(strings.ReplaceAll(string(page), "COOKIES", html.EscapeString(r.Header.Get("Cookie")))))
}
