// Package web shows Postchat to people in a browser. The app, the operator's window and /try are built from src, by `make web`, and
// speak to the API like any other client. The pages through which people come in are plain HTML made on the server, and work without
// scripts.
package web

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
)

// Pages are all pages, and what is shown in them that the API does not hand out.
type Pages struct {
	Store *db.Store
	// Guard says who makes a request, and Door lets people in.
	Guard auth.Guard
	Door  *auth.Door
	// Welcome lets in whoever opens a page of the app without a session. Nil where people sign in; only the demo sets it. What it
	// refuses in words for people leaves them to the page to sign in.
	Welcome func(ctx context.Context, v *auth.Visit) (auth.Viewer, error)
	// Outbox says that mails stay in the outbox, because no mail provider is set.
	Outbox bool
	// TellsMore says that more may be heard of a mail after the mail server took it.
	TellsMore bool
	// HasTry says that /try is there, which is registered apart.
	HasTry bool
	Log    *slog.Logger
}

// Register adds the pages to mux. Who opens one of the app without a session is sent to /signin. There, and at the pages that
// one-time links lead to (/setup, /invitation and /password), forms are posted. Each source has its window, which others may frame, at
// /panel/{source}, and beside it the pop-up to sign in there. The parts of a mail are below /mails/{mail}, for people and programs.
func (p Pages) Register(mux *http.ServeMux) {
	p.registerDoor(mux)
	p.registerPanel(mux)
	p.registerApp(mux)
	p.registerMails(mux)
	mux.HandleFunc("GET "+stylePath, serveStyle)
	mux.HandleFunc("GET /assets/{name}", serveAsset)
}

// page answers a request for what an account may see. Its errors are shown by kind.
type page func(w http.ResponseWriter, r *http.Request, scope *db.Scope) error

func (p Pages) guarded(show page) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		secure(w.Header())
		scope, err := p.scope(r)
		if err == nil {
			err = show(w, r, scope)
		}
		if err != nil {
			p.problem(w, r, err)
		}
	}
}

// scope is what the request may see.
func (p Pages) scope(r *http.Request) (*db.Scope, error) {
	viewer, err := p.Guard.Viewer(r)
	if err == nil {
		err = viewer.Require(postchat.PermissionRead)
	}
	return viewer.Scope(p.Store), err
}

// problem shows what went wrong by its kind, and that only something did where it may not be explained.
func (p Pages) problem(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case postchat.IsKind(err, postchat.Denied):
		w.Header().Set("WWW-Authenticate", "Bearer")
		p.show(w, r, http.StatusUnauthorized, "denied")
	case postchat.IsKind(err, postchat.NotFound):
		p.show(w, r, http.StatusNotFound, "missing")
	default:
		if r.Context().Err() == nil {
			p.Log.ErrorContext(r.Context(), "showing a page failed", "path", r.URL.Path, "error", err)
		}
		p.show(w, r, http.StatusInternalServerError, "failed")
	}
}

// show shows the words of something that went wrong, with the way to sign in where that helps.
func (p Pages) show(w http.ResponseWriter, r *http.Request, status int, what string) {
	secure(w.Header())
	view := problemView{frame: newFrame(r, "", what+".title")}
	view.Message = view.Say(what + ".text")
	if status == http.StatusUnauthorized {
		view.SignIn = onward(view.Root, signInFor(r))
	}
	p.render(r.Context(), w, status, "problem", view)
}

// frame is what the layout shows around every page.
type frame struct {
	*words

	Title string
	// Root leads to the server's root, from where the page is.
	Root string
}

// newFrame is that of a page for a request, with its title by key, in the language that somebody chose or else in the browser's.
func newFrame(r *http.Request, chosen, title string) frame {
	w := wordsFor(r, chosen)
	return frame{words: w, Title: w.Say(title), Root: rootFrom(r.URL.Path)}
}

type problemView struct {
	frame

	Message string
	// SignIn is where to sign in; empty where that does not help.
	SignIn string
}

// render writes a page whole, or a plain error where its template fails.
func (p Pages) render(ctx context.Context, w http.ResponseWriter, status int, name string, view any) {
	var body bytes.Buffer
	if err := templates[name].ExecuteTemplate(&body, "layout", view); err != nil {
		p.Log.ErrorContext(ctx, "a page could not be made", "page", name, "error", err)
		http.Error(w, "Something went wrong here; the log has more.", http.StatusInternalServerError)
		return
	}
	send(w, status, "text/html; charset=utf-8", body.Bytes())
}

// send writes a whole body. A reader that has gone away is nobody's problem.
func send(w http.ResponseWriter, status int, contentType string, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) //nolint:gosec // G705: what strangers wrote is escaped there, or sandboxed
}

// isID reports whether a text can be an id of ours. What cannot is not asked for: databases differ on what they do then.
func isID(text string) bool {
	return len(text) == 36 && strings.Trim(text, "0123456789abcdef-") == ""
}
