// Package web shows Postchat to people in a browser. The receipt of a follow-up and, in an installation without a mail provider,
// the outbox are plain HTML made on the server, without scripts. The operator's window is built from src, by `make web`, and
// speaks to the API like any other client.
package web

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
)

// Pages shows follow-ups and mails to those who may see them.
type Pages struct {
	Store *db.Store
	// Guard says whose follow-ups a request may see, and Door lets people in.
	Guard auth.Guard
	Door  *auth.Door
	// OpenTo is the id of an account whose follow-ups everybody may see, without a token. Only the demo sets it.
	OpenTo string
	// Outbox shows the mails themselves, because nobody else has them.
	Outbox bool
	// TellsMore says that more may be heard of a mail after the mail server took it.
	TellsMore bool
	Log       *slog.Logger
}

// Register adds the pages to mux, all of them for GET: /follow-ups/{number}, to which mails link, and with Outbox /outbox and
// what is below it: the list, newest first; each mail with its receipt; and the parts of a mail. Who is not signed in is shown
// the way to /signin. There, and at the pages that one-time links lead to (/setup, /invitation and /password), forms are
// posted. Each source has its window, which others may frame, at /panel/{source}, and beside it the pop-up to sign in there.
func (p Pages) Register(mux *http.ServeMux) {
	p.registerDoor(mux)
	p.registerPanel(mux)
	mux.HandleFunc("GET /follow-ups/{number}", p.guarded(p.followUp))
	mux.HandleFunc("GET "+stylePath, serveStyle)
	mux.HandleFunc("GET /assets/{name}", serveAsset)
	if !p.Outbox {
		return
	}
	mux.HandleFunc("GET /outbox", p.guarded(p.list))
	mux.HandleFunc("GET /outbox/{mail}", p.guarded(p.mail))
	mux.HandleFunc("GET /outbox/{mail}/html", p.guarded(p.html))
	mux.HandleFunc("GET /outbox/{mail}/source", p.guarded(p.source))
	mux.HandleFunc("GET /outbox/{mail}/attachments/{number}", p.guarded(p.attachment))
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
	if p.OpenTo != "" {
		return p.Store.Account(p.OpenTo), nil
	}
	viewer, err := p.Guard.Viewer(r)
	if err == nil {
		err = viewer.Require(postchat.PermissionRead)
	}
	return viewer.Scope(p.Store), err
}

// problem shows what went wrong where it may be explained, and only that something did where not.
func (p Pages) problem(w http.ResponseWriter, r *http.Request, err error) {
	status, view := http.StatusInternalServerError, problemView{Message: "Something went wrong here; the log has more."}
	switch {
	case postchat.IsKind(err, postchat.Denied):
		w.Header().Set("WWW-Authenticate", "Bearer")
		status, view = http.StatusUnauthorized, problemView{Message: err.Error(), SignIn: rootFrom(r.URL.Path) + signInFor(r)[1:]}
	case postchat.IsKind(err, postchat.NotFound):
		status, view.Message = http.StatusNotFound, err.Error()
	case r.Context().Err() == nil:
		p.Log.ErrorContext(r.Context(), "showing a page failed", "path", r.URL.Path, "error", err)
	}
	view.frame = p.frame(r, http.StatusText(status))
	p.render(r.Context(), w, status, "problem", view)
}

// frame is what the layout shows around every page.
type frame struct {
	Title  string
	Outbox bool
	// Root leads to the server's root, from where the page is.
	Root string
}

func (p Pages) frame(r *http.Request, title string) frame {
	return frame{Title: title, Outbox: p.Outbox, Root: rootFrom(r.URL.Path)}
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
	_, _ = w.Write(body)
}
