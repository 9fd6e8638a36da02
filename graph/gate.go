package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
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
	next   http.Handler
	schema *ast.Schema
	viewer func(*http.Request) (auth.Viewer, error)
	door   *auth.Door
	errors presenter
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
	ctx, cancel := context.WithTimeout(r.Context(), maxTime)
	defer cancel()
	viewer, denied := g.viewer(r)
	if denied != nil && !postchat.IsKind(denied, postchat.Denied) {
		answer(w, http.StatusInternalServerError, g.errors.hide(ctx, &gqlerror.Error{}, denied))
		return
	}
	limit := int64(maxBody)
	if denied != nil {
		limit = maxPublicBody
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	if denied != nil && (err != nil || !isRequest(body) || !isPublic(g.schema, body)) {
		w.Header().Set("WWW-Authenticate", "Bearer")
		refuse(w, http.StatusUnauthorized, postchat.Denied, postchat.Problems(denied)[0].Message)
		return
	}
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		refuse(w, http.StatusRequestEntityTooLarge, postchat.Invalid, "The request is larger than 256 KiB.")
		return
	}
	if err != nil || !isRequest(body) || r.Header.Get("Upgrade") != "" {
		refuse(w, http.StatusBadRequest, postchat.Invalid,
			"The body must be one JSON object with a query and, if wanted, operationName, variables and extensions.")
		return
	}
	if denied == nil {
		ctx = auth.WithViewer(ctx, viewer)
	}
	r = r.WithContext(auth.WithVisit(ctx, g.door.Visit(w.Header(), r)))
	r.Body = io.NopCloser(bytes.NewReader(body))
	g.next.ServeHTTP(w, r)
}

// isRequest reports whether body is one JSON object with the members of a GraphQL request, under exactly their names and in
// their types. The library behind would forgive more, and repeat the body where it does not.
func isRequest(body []byte) bool {
	var members map[string]json.RawMessage
	decoder := json.NewDecoder(bytes.NewReader(body))
	if err := decoder.Decode(&members); err != nil {
		return false
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return false
	}
	for name := range members {
		if !slices.Contains([]string{"query", "operationName", "variables", "extensions"}, name) {
			return false
		}
	}
	var request struct {
		Query         string         `json:"query"`
		OperationName string         `json:"operationName"`
		Variables     map[string]any `json:"variables"`
		Extensions    map[string]any `json:"extensions"`
	}
	return json.Unmarshal(body, &request) == nil && strings.TrimSpace(request.Query) != ""
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
