package graph

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// maxBody bounds a request's body, in bytes: room for a large table of addresses in the variables.
const maxBody = 256 << 10

// maxPublicBody bounds the body of a request from nobody, in bytes: a sign-in has a few hundred.
const maxPublicBody = 16 << 10

// maxTime bounds how long a request may work.
const maxTime = 30 * time.Second

// gate is what stands before the API: it lets nothing through but a JSON POST of one document from a viewer, or from others
// where all of it is @public, and answers the rest in the shape of GraphQL without a word of the request.
type gate struct {
	next      http.Handler
	schema    *ast.Schema
	viewer    func(*http.Request) (auth.Viewer, error)
	door      *auth.Door
	documents Documents
	seats     *seats
	errors    presenter
}

// newGate returns the gate behind a check against requests from other sites' pages.
func newGate(g *gate) http.Handler {
	sameOrigin := auth.SameOrigin(g.door.PublicURL)
	sameOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusForbidden, postchat.Denied, "Requests from the pages of other sites are refused.")
	}))
	return sameOrigin.Handler(g)
}

// ServeHTTP checks a request from the cheapest rule to the dearest and passes it on.
func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store") // secrets are shown once
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, http.StatusMethodNotAllowed, postchat.Invalid, "Send queries and mutations by POST.")
		return
	}
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		refuse(w, http.StatusUnsupportedMediaType, postchat.Invalid, "Send the Content-Type application/json.")
		return
	}
	viewer, denied := g.viewer(r)
	if denied != nil && !postchat.IsKind(denied, postchat.Denied) {
		answer(w, http.StatusInternalServerError, g.errors.hide(r.Context(), &gqlerror.Error{}, denied))
		return
	}
	c := g.read(w, r, denied)
	if c == nil {
		return
	}
	if denied == nil {
		r = r.WithContext(auth.WithViewer(r.Context(), viewer))
	}
	g.pass(w, r, c, viewer)
}

// read reads the call that the request makes. It answers, and returns nil, where there is none that whoever calls may make.
func (g *gate) read(w http.ResponseWriter, r *http.Request, denied error) *call {
	limit := int64(maxBody)
	if denied != nil {
		limit = maxPublicBody
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	var c *call
	ok := false
	if err == nil {
		c, ok = readCall(body)
	}
	var unlisted *gqlerror.Error
	if ok {
		unlisted = g.documents.resolve(c)
	}
	tooLarge := (*http.MaxBytesError)(nil)
	switch {
	case denied != nil && (!ok || unlisted != nil || !isPublic(g.schema, c.Query)):
		w.Header().Set("WWW-Authenticate", "Bearer")
		refuse(w, http.StatusUnauthorized, postchat.Denied, postchat.Problems(denied)[0].Message)
	case errors.As(err, &tooLarge):
		refuse(w, http.StatusRequestEntityTooLarge, postchat.Invalid, "The request is larger than 256 KiB.")
	case unlisted != nil:
		answer(w, http.StatusBadRequest, unlisted)
	case !ok || !c.hasQuery() || r.Header.Get("Upgrade") != "":
		refuse(w, http.StatusBadRequest, postchat.Invalid, "The body must be one JSON object with a query and, if wanted, operationName, "+
			"variables and extensions, nested at most 32 deep and with at most 20,000 values.")
	default:
		return c
	}
	return nil
}

// pass has the call executed: within a limited time, or, where events are wanted, until one side has enough.
func (g *gate) pass(w http.ResponseWriter, r *http.Request, c *call, viewer auth.Viewer) {
	ctx := r.Context()
	wantsEvents := accepts(r, "text/event-stream") && viewer.AccountID != ""
	subscribes := wantsEvents && c.isSubscription()
	if wantsEvents && (subscribes || !accepts(r, "application/json")) {
		ctx = context.WithValue(ctx, streamKey{}, true)
	}
	if subscribes {
		leave, err := g.seats.take(viewer)
		if err != nil {
			w.Header().Set("Retry-After", strconv.Itoa(int(busyPause.Seconds())))
			answer(w, http.StatusTooManyRequests, explain(ctx, &gqlerror.Error{}, postchat.Problems(err)[0]))
			return
		}
		defer leave()
	} else {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, maxTime)
		defer cancel()
	}
	r = r.WithContext(auth.WithVisit(ctx, g.door.Visit(w.Header(), r)))
	r.Body = c.body()
	g.next.ServeHTTP(w, r)
}

// accepts reports whether the client names the media type among those that it takes.
func accepts(r *http.Request, media string) bool {
	return strings.Contains(strings.Join(r.Header.Values("Accept"), ","), media)
}

// refuse answers that nothing was executed.
func refuse(w http.ResponseWriter, status int, kind postchat.Kind, message string) {
	answer(w, status, &gqlerror.Error{Message: message, Extensions: map[string]any{"code": string(kind)}})
}

func answer(w http.ResponseWriter, status int, err *gqlerror.Error) {
	body, _ := json.Marshal(&graphql.Response{Errors: gqlerror.List{err}}) // made of texts alone
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(body) // the caller may have gone
}
