package web

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/postchat/postchat"
)

// signInSuffix ends the address of the pop-up that signs in at a window.
const signInSuffix = "/sign-in"

// panelPage is what the window's script is told of its source.
type panelPage struct {
	Source string          `json:"source"`
	Name   string          `json:"name"`
	Vendor postchat.Vendor `json:"vendor"`
	// FrameOrigins are those whose messages count.
	FrameOrigins []string `json:"frameOrigins"`
}

// signInPage is what the pop-up's script is told of the source whose window is to be signed in, and of who sits before it.
type signInPage struct {
	Source string        `json:"source"`
	Name   string        `json:"name"`
	Person *signInPerson `json:"person"` // null where nobody is signed in
}

// signInPerson is whose session the pop-up comes with.
type signInPerson struct {
	Name     string `json:"name"`
	Language string `json:"language"`
}

// registerPanel adds the operator's window of each source, and the pop-up by which people sign in there. Neither shows more of an
// account than the source's name; what they show later they ask the API for. The window takes no cookie.
func (p Pages) registerPanel(mux *http.ServeMux) {
	mux.HandleFunc("GET /panel/{source}", p.built(func(_ *http.Request, s postchat.Source) (builtPage, error) {
		data := panelPage{Source: s.ID, Name: s.Name, Vendor: s.Vendor, FrameOrigins: p.framers(s)}
		return builtPage{entry: "panel", data: data, ancestors: data.FrameOrigins}, nil
	}))
	mux.HandleFunc("GET /panel/{source}"+signInSuffix, p.built(func(r *http.Request, s postchat.Source) (builtPage, error) {
		data := signInPage{Source: s.ID, Name: s.Name}
		person, err := p.signedIn(r)
		if person != nil {
			data.Person = &signInPerson{person.Name, person.Language}
		}
		return builtPage{entry: "signin", data: data}, err
	}))
}

// framers are the origins that may frame a source's window. Where people rehearse our own page does too.
func (p Pages) framers(s postchat.Source) []string {
	framers := append([]string{}, s.FrameOrigins...)
	if u, err := url.Parse(p.Door.PublicURL); s.Rehearsal && err == nil {
		if own, err := postchat.ParseOrigin(u.Scheme + "://" + u.Host); err == nil {
			framers = append(framers, own)
		}
	}
	return framers
}

// signedIn is whose session the request comes with; nil where there is none.
func (p Pages) signedIn(r *http.Request) (*postchat.Person, error) {
	viewer, err := p.Guard.Viewer(r)
	if postchat.IsKind(err, postchat.Denied) || err == nil && (viewer.SessionID == "" || viewer.SourceID != "") {
		return nil, nil //nolint:nilnil // nobody is no error here
	}
	if err != nil {
		return nil, err
	}
	return viewer.Scope(p.Store).Person(r.Context(), viewer.PersonID())
}

// built serves a page of the build for the source in the path. Of one that is retired it says no more than of one that never was.
func (p Pages) built(make func(*http.Request, postchat.Source) (builtPage, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		source, err := p.window(r)
		var page builtPage
		if err == nil {
			page, err = make(r, *source)
		}
		if err == nil {
			err = page.send(w, r)
		}
		switch {
		case postchat.IsKind(err, postchat.NotFound):
			secure(w.Header())
			http.Error(w, "There is no such page.", http.StatusNotFound)
		case err != nil:
			p.problem(w, r, err)
		}
	}
}

// window finds the source whose window the request names.
func (p Pages) window(r *http.Request) (*postchat.Source, error) {
	none := postchat.NotFoundf("There is no such source.")
	id := r.PathValue("source")
	if !isID(id) {
		return nil, none
	}
	source, err := p.Store.WindowSource(r.Context(), id)
	if err == nil && source.Retired() {
		return nil, none
	}
	return source, err
}

// isPanelSignIn reports whether a path of ours is that of a window's pop-up.
func isPanelSignIn(path string) bool {
	source, ok := strings.CutPrefix(path, "/panel/")
	source, found := strings.CutSuffix(source, signInSuffix)
	return ok && found && source != "" && !strings.Contains(source, "/")
}
