package web

import (
	"context"
	_ "embed"
	"math"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

// doorPage is a page through which people come in: a form, and what is done with it.
type doorPage struct {
	path, title, lead, button string
	// home is where to go on to where nothing else is wanted.
	home   string
	fields []field
	enter  func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error)
}

// field is what a form asks for.
type field struct {
	Name, Label, Type string
	// Complete tells browsers and password managers what belongs there.
	Complete string
	// Value is what stands there, and Problems what is wrong with it.
	Value    string
	Problems []string
}

var (
	codeField     = field{Name: "token", Label: "What stands behind the # in your link", Type: "text", Complete: "off"}
	emailField    = field{Name: "email", Label: "E-mail", Type: "email", Complete: "username"}
	nameField     = field{Name: "name", Label: "Your name", Type: "text", Complete: "name"}
	passwordField = field{Name: "password", Label: "Password", Type: "password", Complete: "current-password"}
	newField      = field{Name: "password", Label: "Password, of at least 12 characters", Type: "password", Complete: "new-password"}
)

const signInPath = "/signin"

// doorPages are all of them.
var doorPages = []doorPage{
	{
		path: signInPath, home: "/", title: "Sign in", button: "Sign in", fields: []field{emailField, passwordField},
		enter: func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error) {
			return d.SignIn(ctx, v, auth.Credentials{Email: form.Get("email"), Password: form.Get("password")})
		},
	},
	{
		path: "/setup", home: "/start", title: "Set up Postchat", lead: "You become the owner, who may do everything and invite others.", button: "Set up",
		fields: []field{codeField, emailField, nameField, newField},
		enter: func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error) {
			return d.SetUp(ctx, v, auth.NewOwner{
				Token: form.Get("token"), Email: form.Get("email"), Name: form.Get("name"), Password: form.Get("password"),
			})
		},
	},
	{
		path: "/invitation", home: "/", title: "Come to Postchat", lead: "You were invited. You sign in with the e-mail that the invitation went to.",
		button: "Accept the invitation", fields: []field{codeField, nameField, newField},
		enter: func(ctx context.Context, d *auth.Door, v *auth.Visit, form url.Values) (auth.Viewer, error) {
			return d.Accept(ctx, v, auth.Acceptance{Token: form.Get("token"), Name: form.Get("name"), Password: form.Get("password")})
		},
	},
	{
		path: "/password", home: "/", title: "Set a new password", lead: "You are signed out everywhere else.", button: "Set the password",
		fields: []field{codeField, newField},
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
		mux.HandleFunc("GET "+page.path, func(w http.ResponseWriter, r *http.Request) {
			p.showDoor(w, r, http.StatusOK, p.doorView(r, page))
		})
		mux.Handle("POST "+page.path, sameOrigin.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { p.enter(w, r, page) })))
	}
}

// doorView is what a page of the door shows.
type doorView struct {
	frame

	Path, Lead, Button string
	Fields             []field
	Problems           []string // that belong to no field
	// Next is where to go on to: a path from the server's root.
	Next string
	// Name is who is signed in already, on the page to sign in.
	Name string
}

func (p Pages) doorView(r *http.Request, page doorPage) doorView {
	v := doorView{
		frame: newFrame(r, page.title), Path: page.path, Lead: page.lead, Button: page.button, Next: page.next(r.FormValue("next")),
		Fields: append([]field(nil), page.fields...),
	}
	if viewer, err := p.Guard.Viewer(r); page.path == signInPath && r.Method == http.MethodGet && err == nil {
		v.Name = viewer.Name()
	}
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
		secure(w.Header())
		http.Error(w, "The form is too large, or broken.", http.StatusBadRequest)
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
		secure(w.Header())
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
		if !v.blame(*problem) {
			v.Problems = append(v.Problems, problem.Message)
		}
		if problem.Kind == postchat.Busy {
			status = http.StatusTooManyRequests
			w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(problem.RetryAfter.Seconds()))))
		}
	}
	p.showDoor(w, r, status, v)
}

// blame puts a problem to its field, if there is one.
func (v *doorView) blame(problem postchat.Error) bool {
	for i := range v.Fields {
		if v.Fields[i].Name == problem.Field {
			v.Fields[i].Problems = append(v.Fields[i].Problems, problem.Message)
			return true
		}
	}
	return false
}

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
