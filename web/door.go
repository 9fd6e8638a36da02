package web

import (
	"cmp"
	"context"
	"math"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// doorPage is a page through which people come in: a form, and what is done with it.
type doorPage struct {
	// path is without the slash at its beginning. Its words have keys that begin with it.
	path string
	// home is where to go on to where nothing else is wanted.
	home   string
	fields []field
	enter  func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error)
}

// field is what a form asks for.
type field struct {
	Name, Type string
	// Words is the key of what it is called.
	Words string
	// Complete tells browsers and password managers what belongs there.
	Complete string
	// Value is what stands there, and Problems what is wrong with it.
	Value    string
	Problems []string
}

var (
	codeField     = field{Name: "token", Type: "text", Words: "field.token", Complete: "off"}
	emailField    = field{Name: "email", Type: "email", Words: "field.email", Complete: "username"}
	nameField     = field{Name: "name", Type: "text", Words: "field.name", Complete: "name"}
	passwordField = field{Name: "password", Type: "password", Words: "field.password", Complete: "current-password"}
	newField      = field{Name: "password", Type: "password", Words: "field.newPassword", Complete: "new-password"}
)

const signInPath = "/signin"

// doorPages are all of them.
var doorPages = []doorPage{
	{
		path: "signin", home: "/", fields: []field{emailField, passwordField},
		enter: func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error) {
			return d.SignIn(ctx, v, auth.Credentials{Email: form.Get("email"), Password: form.Get("password")})
		},
	},
	{
		path: "setup", home: "/start", fields: []field{codeField, emailField, nameField, newField},
		enter: func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error) {
			return d.SetUp(ctx, v, auth.NewOwner{
				Token: form.Get("token"), Email: form.Get("email"), Name: form.Get("name"), Password: form.Get("password"),
			})
		},
	},
	{
		path: "invitation", home: "/", fields: []field{codeField, nameField, newField},
		enter: func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error) {
			return d.Accept(ctx, v, auth.Acceptance{Token: form.Get("token"), Name: form.Get("name"), Password: form.Get("password")})
		},
	},
	{
		path: "password", home: "/", fields: []field{codeField, newField},
		enter: func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error) {
			return d.ResetPassword(ctx, v, auth.PasswordReset{Token: form.Get("token"), Password: form.Get("password")})
		},
	},
}

// doorPolicy lets a form be sent, and the one script of ours put a link's secret into it.
const doorPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// maxForm bounds the body of a form, in bytes.
const maxForm = 16 << 10

// registerDoor adds the pages through which people come in, and the way out.
func (p Pages) registerDoor(mux *http.ServeMux) {
	sameOrigin := auth.SameOrigin(p.Door.PublicURL)
	mux.HandleFunc("GET "+scriptPath, serveScript)
	mux.Handle("POST /signout", sameOrigin.Handler(http.HandlerFunc(p.signOut)))
	for _, page := range doorPages {
		mux.HandleFunc("GET /"+page.path, func(w http.ResponseWriter, r *http.Request) {
			p.showDoor(w, r, http.StatusOK, p.doorView(r, page))
		})
		mux.Handle("POST /"+page.path, sameOrigin.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { p.enter(w, r, page) })))
	}
}

// doorView is what a page of the door shows.
type doorView struct {
	frame

	// Path is the page's. Its words begin with it.
	Path     string
	Fields   []field
	Problems []string // that belong to no field
	// Next is where to go on to: a path from the server's root.
	Next string
	// Name is who is signed in already, on the page to sign in.
	Name string
}

// Lead and Button are words of the page; there may be no lead.
func (v doorView) Lead() string   { return v.Say(v.Path + ".lead") }
func (v doorView) Button() string { return v.Say(v.Path + ".button") }

// Label is what a field is called.
func (v doorView) Label(f field) string { return v.Say(f.Words, "count", auth.MinPassword) }

func (p Pages) doorView(r *http.Request, page doorPage) doorView {
	v := doorView{Path: page.path, Next: page.next(r.FormValue("next")), Fields: slices.Clone(page.fields)}
	chosen := ""
	if "/"+page.path == signInPath && r.Method == http.MethodGet {
		if person, err := p.signedIn(r); err == nil && person != nil {
			v.Name, chosen = person.Name, person.Language
		}
	}
	v.frame = newFrame(r, chosen, page.path+".title")
	return v
}

// GoOn is the address of Next.
func (v doorView) GoOn() string { return onward(v.Root, v.Next) }

func (p Pages) showDoor(w http.ResponseWriter, r *http.Request, status int, v doorView) {
	secure(w.Header())
	keepOpener(w.Header(), v.Next)
	w.Header().Set("Content-Security-Policy", doorPolicy)
	p.render(r.Context(), w, status, "door", v)
}

// enter does what a form of the door is for, and goes on to where the visitor wanted to.
func (p Pages) enter(w http.ResponseWriter, r *http.Request, page doorPage) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		p.show(w, r, http.StatusBadRequest, "broken")
		return
	}
	_, err := page.enter(r.Context(), p.Door, p.Door.Visit(w.Header(), r), r.PostForm)
	if err == nil {
		goOn(w, r, page.next(r.PostForm.Get("next")))
		return
	}
	p.refuse(w, r, p.doorView(r, page), err)
}

// refuse shows the form again with what is wrong.
func (p Pages) refuse(w http.ResponseWriter, r *http.Request, v doorView, err error) {
	problems := postchat.Problems(err)
	if len(problems) == 0 {
		p.problem(w, r, err)
		return
	}
	status := http.StatusUnprocessableEntity
	for i := range v.Fields {
		if v.Fields[i].Type != "password" {
			v.Fields[i].Value = r.PostForm.Get(v.Fields[i].Name)
		}
	}
	for _, problem := range problems {
		v.blame(*problem)
		if problem.Kind == postchat.Busy {
			status = http.StatusTooManyRequests
			w.Header().Set("Retry-After", strconv.Itoa(seconds(*problem)))
		}
	}
	p.showDoor(w, r, status, v)
}

// blame puts a problem to its field, if there is one. What has no words of ours is told as the rule has it, in English.
func (v *doorView) blame(problem postchat.Error) {
	said := ""
	if key := "rule." + problem.Rule; v.Has(key) {
		count := auth.MinPassword
		if problem.Kind == postchat.Busy {
			count = seconds(problem)
		}
		said = v.Say(key, "count", count)
	}
	for i := range v.Fields {
		if v.Fields[i].Name == problem.Field {
			v.Fields[i].Problems = append(v.Fields[i].Problems, cmp.Or(said, "It "+problem.Message+"."))
			return
		}
	}
	v.Problems = append(v.Problems, cmp.Or(said, problem.Message))
}

// seconds are those to wait before trying again.
func seconds(problem postchat.Error) int { return int(math.Ceil(problem.RetryAfter.Seconds())) }

// goOn sends the visitor on to a path from the server's root.
func goOn(w http.ResponseWriter, r *http.Request, next string) {
	secure(w.Header())
	keepOpener(w.Header(), next)
	w.Header().Set("Location", onward(rootFrom(r.URL.Path), next))
	w.WriteHeader(http.StatusSeeOther)
}

// onward is the address of a path from the server's root. It begins with the way to that root, so that it leads to no other host.
func onward(root, next string) string { return root + strings.TrimPrefix(next, "/") }

// keepOpener lets the pop-up of a window through without cutting it off from the window that opened it, to which it hands a token.
// What another site could do to a page that it opened is to send it elsewhere, as it could before.
func keepOpener(h http.Header, next string) {
	if u, err := url.Parse(next); err == nil && isPanelSignIn(u.Path) {
		h.Del("Cross-Origin-Opener-Policy")
	}
}

func (p Pages) signOut(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	viewer, err := p.Guard.Viewer(r)
	if err == nil {
		_, err = p.Door.SignOut(r.Context(), p.Door.Visit(w.Header(), r), viewer, false)
	}
	if err != nil && !postchat.IsKind(err, postchat.Denied) {
		p.problem(w, r, err)
		return
	}
	goOn(w, r, "/")
}

// next is where to go on to: a path from the server's root, whatever was asked for.
func (page doorPage) next(wanted string) string {
	u, err := url.Parse(wanted)
	if err != nil || u.IsAbs() || u.Host != "" || u.Opaque != "" || !strings.HasPrefix(wanted, "/") || u.Path != path.Clean(u.Path) ||
		strings.ContainsFunc(wanted, func(r rune) bool { return r <= ' ' || r == '\\' || r == 0x7f }) {
		return page.home
	}
	return wanted
}

// signInFor is the address of the page to sign in, which goes on to what the request asked for.
func signInFor(r *http.Request) string {
	if r.Method != http.MethodGet {
		return signInPath
	}
	return signInPath + "?next=" + url.QueryEscape(r.URL.RequestURI())
}
