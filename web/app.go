package web

import (
	"net/http"

	"github.com/postchat/postchat"
)

// appPages are the addresses of the pages of the app. All of them are answered with the same page, whose script shows what the address
// is of and asks the API for it.
var appPages = []string{
	"/{$}",                 // goes on to the inbox, or to the first steps
	"/follow-ups",          // the inbox
	"/follow-ups/{number}", // where mails lead to
	"/to-be-coded",
	"/campaigns",
	"/campaigns/{id...}", // its goals, addresses, mail and settings
	"/reports",
	"/sources",
	"/sources/{id...}", // what came, its connection and its settings
	"/people",
	"/settings",
	"/settings/{rest...}", // tokens and the audit log
	"/outbox",             // says that there is none where there is a mail provider
	"/start",              // the first steps
}

// appPage is what the app's script is told beside what the API says.
type appPage struct {
	// Language is that of the person; empty where they have not chosen one.
	Language string `json:"language"`
	// Demo says that nobody signed in, and so nobody signs out.
	Demo bool `json:"demo"`
	// Outbox says that mails stay in the outbox, and TellsMore that more is heard of a mail after the mail server took it.
	Outbox    bool `json:"outbox"`
	TellsMore bool `json:"tellsMore"`
	// Try says that /try is there.
	Try bool `json:"try"`
}

// registerApp adds the pages of the app.
func (p Pages) registerApp(mux *http.ServeMux) {
	for _, path := range appPages {
		mux.HandleFunc("GET "+path, p.app)
	}
}

// app serves the app to people with a session, and sends others to the page to sign in, from where they come back.
func (p Pages) app(w http.ResponseWriter, r *http.Request) {
	person, err := p.signedInOrWelcome(w, r)
	switch {
	case err != nil:
		break
	case person == nil:
		goOn(w, r, signInFor(r))
	default:
		data := appPage{Language: person.Language, Demo: p.Welcome != nil, Outbox: p.Outbox, TellsMore: p.TellsMore, Try: p.HasTry}
		err = builtPage{entry: "app", data: data, apart: true}.send(w, r)
	}
	if err != nil {
		p.problem(w, r, err)
	}
}

// signedInOrWelcome is whose session the request comes with, or who its browser was let in as; nil where there is nobody.
func (p Pages) signedInOrWelcome(w http.ResponseWriter, r *http.Request) (*postchat.Person, error) {
	person, err := p.signedIn(r)
	if err != nil || person != nil || p.Welcome == nil {
		return person, err
	}
	viewer, err := p.Welcome(r.Context(), p.Door.Visit(w.Header(), r))
	if len(postchat.Problems(err)) > 0 {
		return nil, nil //nolint:nilnil // nobody is no error here: they sign in as anywhere else
	}
	if err != nil {
		return nil, err
	}
	return viewer.Scope(p.Store).Person(r.Context(), viewer.PersonID())
}
