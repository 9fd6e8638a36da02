// Package sheet serves the lists of an account as CSV files, for spreadsheets and for programs: GET /csv/{list}, with the filters
// of the list as parameters. A file is written row by row while it is read, so that its length costs no memory.
//
// A file is as RFC 4180 has it: UTF-8, commas, lines ended by CRLF, and a first line with the columns' names, which stay as they
// are. It begins with a byte order mark, without which Excel reads no UTF-8; bom=no leaves it out. Times are as RFC 3339 has
// them, in the zone of the row's campaign, else in UTC; lengths of time are in seconds. A value that a spreadsheet would take
// for a formula has an apostrophe before it.
package sheet

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
)

// Options are what a Handler needs.
type Options struct {
	Store *db.Store
	// Viewer says who makes a request; it is Denied where nobody is known.
	Viewer func(*http.Request) (auth.Viewer, error)
	// PublicURL is where people reach the pages; empty leaves links out.
	PublicURL string
	Log       *slog.Logger
}

// list is a list that can be had as a file.
type list struct {
	needs   postchat.Permission
	columns []string
	// open reads the parameters and returns what writes the rows.
	open func(o Options, p *parameters) rows
}

// rows writes the rows of a list that the scope sees.
type rows func(ctx context.Context, scope *db.Scope, to *writer) error

// lists are all lists, by the last part of their address.
var lists = map[string]list{
	"addresses":  addresses,
	"audit":      auditLog,
	"codes":      codes,
	"events":     events,
	"follow-ups": followUps,
	"ledger":     ledger,
	"people":     people,
	"report":     reported,
	"tokens":     tokens,
}

// Bounds of files. Whoever reads more slowly than that is cut off.
const (
	maxFiles  = 4 // at once; each keeps a database connection busy now and then
	writeTime = time.Minute
	fileTime  = 15 * time.Minute
)

// NewHandler returns what answers GET /csv/{list}.
func NewHandler(o Options) http.Handler {
	o.Log = o.Log.With("component", "sheet")
	return &handler{Options: o, lists: lists, places: make(chan struct{}, maxFiles)}
}

type handler struct {
	Options
	lists  map[string]list
	places chan struct{}
}

// ServeHTTP answers with the file, or with a line of text on what is wrong. A file that breaks off in the middle ends its
// connection, so that nobody takes it for whole.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	viewer, err := h.Viewer(r)
	if err != nil {
		if postchat.IsKind(err, postchat.Denied) {
			w.Header().Set("WWW-Authenticate", "Bearer")
			problem(w, http.StatusUnauthorized, err.Error())
			return
		}
		h.fail(w, r, err)
		return
	}
	select {
	case h.places <- struct{}{}:
		defer func() { <-h.places }()
	default:
		w.Header().Set("Retry-After", "5")
		problem(w, http.StatusServiceUnavailable, "Too many files are being written just now. Try again in a moment.")
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), fileTime)
	defer cancel()
	body := &body{ResponseWriter: w, control: http.NewResponseController(w)}
	err = h.write(ctx, r, viewer, body)
	switch {
	case err == nil:
	case body.begun:
		if r.Context().Err() == nil {
			h.Log.ErrorContext(ctx, "a file broke off", "list", r.PathValue("list"), "error", err)
		}
		panic(http.ErrAbortHandler)
	default:
		h.fail(w, r, err)
	}
}

func (h *handler) write(ctx context.Context, r *http.Request, viewer auth.Viewer, to *body) error {
	name := r.PathValue("list")
	list, known := h.lists[name]
	if !known {
		return postchat.NotFoundf("There is no such list.")
	}
	if err := viewer.Require(list.needs); err != nil {
		return err
	}
	p := &parameters{values: r.URL.Query(), known: map[string]bool{}}
	bom := p.flag("bom", true)
	write := list.open(h.Options, p)
	if err := p.err(); err != nil {
		return err
	}
	out := newWriter(to, bom)
	if err := out.row(list.columns...); err != nil {
		return err
	}
	to.Header().Set("Content-Type", "text/csv; charset=utf-8; header=present")
	to.Header().Set("Content-Disposition", `attachment; filename="postchat-`+name+`.csv"`)
	if err := write(ctx, viewer.Scope(h.Store), out); err != nil {
		return err
	}
	return out.flush()
}

// body is a response that notes that it has begun, and that gives each write its own time.
type body struct {
	http.ResponseWriter
	control *http.ResponseController
	begun   bool
}

func (b *body) Write(part []byte) (int, error) {
	b.begun = true
	_ = b.control.SetWriteDeadline(time.Now().Add(writeTime)) // of the network, not of the product's clock
	return b.ResponseWriter.Write(part)
}

// secure sets what every answer says. It holds people's chats: nobody keeps a copy on the way, and nobody takes it for a page.
func secure(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
}

// fail answers with what may be said of an error.
func (h *handler) fail(w http.ResponseWriter, r *http.Request, err error) {
	statuses := map[postchat.Kind]int{
		postchat.Invalid: http.StatusBadRequest, postchat.NotFound: http.StatusNotFound,
		postchat.Conflict: http.StatusConflict, postchat.Denied: http.StatusForbidden,
	}
	var lines []string
	status := http.StatusInternalServerError
	for _, p := range postchat.Problems(err) {
		status = statuses[p.Kind]
		lines = append(lines, strings.TrimSpace(p.Field+" "+p.Message))
	}
	if len(lines) == 0 {
		lines = []string{"Something went wrong here; the log has more."}
		if !errors.Is(err, context.Canceled) {
			h.Log.ErrorContext(r.Context(), "a file could not be written", "list", r.PathValue("list"), "error", err)
		}
	}
	problem(w, status, strings.Join(lines, "\n"))
}

func problem(w http.ResponseWriter, status int, text string) {
	w.Header().Del("Content-Disposition")
	http.Error(w, text, status)
}
