package web

import (
	"net/http"

	"github.com/postchat/postchat"
)

// Try answers with the page on which people rehearse a chat beside the window. scene is what its script is told.
func (p Pages) Try(w http.ResponseWriter, r *http.Request, scene any) {
	if err := (builtPage{entry: "try", data: scene}).send(w, r); err != nil {
		p.problem(w, r, err)
	}
}

// RefuseTry answers a request for that page which is not served, with what is to be done. Who is not signed in is sent to do that.
func (p Pages) RefuseTry(w http.ResponseWriter, r *http.Request, err error) {
	if person, problem := p.signedIn(r); problem == nil && person == nil {
		goOn(w, r, signInFor(r))
		return
	}
	switch {
	case postchat.IsKind(err, postchat.NotFound):
		p.show(w, r, http.StatusNotFound, "sample")
	case postchat.IsKind(err, postchat.Denied): // to somebody who is signed in
		p.show(w, r, http.StatusNotFound, "missing")
	default:
		p.problem(w, r, err)
	}
}
