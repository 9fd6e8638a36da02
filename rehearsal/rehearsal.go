// Package rehearsal lets people rehearse: beside the operator's window of a source they play a visitor and an operator in a pretend
// chat, and what ends it is posted over HTTP to the source's hook, signed as any vendor of our own format does. Everything that comes
// of it is the real thing: the draft, the follow-up, the mails.
package rehearsal

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/webhook/wire"
)

// Stage is where one rehearsal is played.
type Stage struct {
	// Source gets the chats. It is of our own format, and the first of its valid secrets signs.
	Source postchat.Source
	// HookURL is the address of its hook, as this server reaches it.
	HookURL string
	// Scope sees the follow-ups.
	Scope *db.Scope
	// Seat makes a token that opens the source's window without anybody signing in. Nil where people sign in as ever.
	Seat func(ctx context.Context) (postchat.Secret, error)
	Cast Cast
}

// Cast are those who are played, and what they say if nothing better comes to mind.
type Cast struct {
	Visitor       postchat.Visitor
	Operator      postchat.Operator
	VisitorLines  []string
	OperatorLines []string
	// Page is where the visitor is.
	Page string
}

// Options are what a rehearsal needs.
type Options struct {
	// Stage says where the one who sends a request may rehearse. Its errors are told by their kind.
	Stage func(r *http.Request) (*Stage, error)
	// Page answers a request for the page, with what its script is told.
	Page func(w http.ResponseWriter, r *http.Request, scene Scene)
	// Refuse answers a request for the page where there is no stage; nil tells why as it tells the script.
	Refuse func(w http.ResponseWriter, r *http.Request, err error)
	// PublicURL is where people reach the server: only its own pages may end a chat.
	PublicURL string
	// Outbox says that mails stay in the outbox.
	Outbox bool
	Now    func() time.Time
	Log    *slog.Logger
}

// Rehearsal answers for the page and its script.
type Rehearsal struct {
	Options
	client *http.Client
}

// hookTimeout is how long the hook may take to answer.
const hookTimeout = 30 * time.Second

// New returns a rehearsal.
func New(o Options) *Rehearsal {
	o.Log = o.Log.With("component", "rehearsal")
	// No proxy: the hook is this server's own.
	return &Rehearsal{Options: o, client: &http.Client{Timeout: hookTimeout, Transport: &http.Transport{DisableKeepAlives: true}}}
}

// Register adds to mux the page /try, and what its script asks for below it: a seat at the window, the end of a chat, and what came of
// it.
func (r *Rehearsal) Register(mux *http.ServeMux) {
	sameOrigin := auth.SameOrigin(r.PublicURL)
	mux.HandleFunc("GET /try", r.page)
	mux.Handle("POST /try/seat", sameOrigin.Handler(http.HandlerFunc(r.seat)))
	mux.Handle("POST /try/end", sameOrigin.Handler(http.HandlerFunc(r.end)))
	mux.HandleFunc("GET /try/chats/{conversation}", r.chat)
}

// Scene is what the page's script is told.
type Scene struct {
	Source string `json:"source"`
	// Seat says that the script is given a token for the window, so that nobody has to sign in.
	Seat     bool `json:"seat"`
	Visitor  Part `json:"visitor"`
	Operator Part `json:"operator"`
	Outbox   bool `json:"outbox"`
}

// Part is one who is played.
type Part struct {
	Name  string   `json:"name"`
	Lines []string `json:"lines"`
}

func (r *Rehearsal) page(w http.ResponseWriter, req *http.Request) {
	stage, err := r.Stage(req)
	if err != nil {
		refuse := r.fail
		if r.Refuse != nil {
			refuse = r.Refuse
		}
		refuse(w, req, err)
		return
	}
	c := stage.Cast
	r.Page(w, req, Scene{
		Source: stage.Source.ID, Seat: stage.Seat != nil, Outbox: r.Outbox,
		Visitor: Part{c.Visitor.Name, c.VisitorLines}, Operator: Part{c.Operator.Name, c.OperatorLines},
	})
}

// seated is what the script needs to open the window.
type seated struct {
	Token string `json:"token"`
}

func (r *Rehearsal) seat(w http.ResponseWriter, req *http.Request) {
	stage, err := r.Stage(req)
	if err == nil && stage.Seat == nil {
		err = postchat.NotFoundf("Here people sign in as ever.")
	}
	if err != nil {
		r.fail(w, req, err)
		return
	}
	token, err := stage.Seat(req.Context())
	if err != nil {
		r.fail(w, req, err)
		return
	}
	answer(w, http.StatusOK, seated{token.Reveal()})
}

// maxEnding bounds what the script may send, in bytes.
const maxEnding = 512 << 10

func (r *Rehearsal) end(w http.ResponseWriter, req *http.Request) {
	stage, err := r.Stage(req)
	if err != nil {
		r.fail(w, req, err)
		return
	}
	var ending Ending
	if err := read(w, req, &ending); err != nil {
		r.fail(w, req, err)
		return
	}
	ended, err := r.close(req.Context(), *stage, ending)
	if err != nil {
		r.fail(w, req, err)
		return
	}
	answer(w, http.StatusOK, ended)
}

func read(w http.ResponseWriter, req *http.Request, v any) error {
	var body json.RawMessage
	err := json.NewDecoder(http.MaxBytesReader(w, req.Body, maxEnding)).Decode(&body)
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return postchat.Invalidf("", "the chat is too long")
	}
	if err != nil {
		return postchat.Invalidf("", "the body is not JSON")
	}
	return wire.Decode(body, v)
}

// problem is what the script is told of a failure, a sentence for people.
type problem struct {
	Message string `json:"message"`
}

// fail answers with what went wrong where it may be explained, and only that something did where not.
func (r *Rehearsal) fail(w http.ResponseWriter, req *http.Request, err error) {
	status := http.StatusInternalServerError
	for kind, s := range map[postchat.Kind]int{
		postchat.NotFound: http.StatusNotFound, postchat.Denied: http.StatusForbidden, postchat.Invalid: http.StatusUnprocessableEntity,
	} {
		if postchat.IsKind(err, kind) {
			answer(w, s, problem{err.Error()})
			return
		}
	}
	if req.Context().Err() == nil {
		r.Log.ErrorContext(req.Context(), "a rehearsal failed", "error", err)
	}
	answer(w, status, problem{"Something went wrong here; the log has more."})
}

func answer(w http.ResponseWriter, status int, body any) {
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a script that has gone away asks again
}
