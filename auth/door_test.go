package auth_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
	"github.com/postchat/postchat/test/stores"
)

// house is an account with a door.
type house struct {
	t       *testing.T
	store   *db.Store
	clock   *stores.Clock
	door    *auth.Door
	guard   auth.Guard
	account string
	letters []mail.Letter
	// refuse is what the mail server says instead of taking a letter.
	refuse string
	pauses []time.Duration
}

const (
	publicURL    = "https://postchat.acme.example"
	danasEmail   = "dana@acme.example"
	ownPassword  = "correct horse battery"
	nextPassword = "seven old bicycles"
)

// each runs a test on a new house on every database.
func each(t *testing.T, test func(t *testing.T, h *house)) {
	t.Helper()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		account, err := store.FirstAccount(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		h := &house{t: t, store: store, clock: clock, account: account.ID}
		h.door = auth.NewDoor(auth.DoorOptions{
			Store: store, PublicURL: publicURL, Cookies: auth.Cookies{Secure: true}, Cost: cheap,
			From: postchat.Address{Name: "Postchat", Email: "postchat@acme.example"}, Post: h.post,
			Now: clock.Now, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		})
		h.door.OnPause(func(d time.Duration) { h.pauses = append(h.pauses, d) })
		h.guard = h.door.Guard()
		test(t, h)
	})
}

func (h *house) post(_ context.Context, l mail.Letter) (string, error) {
	if h.refuse != "" {
		return h.refuse, errors.New(h.refuse)
	}
	h.letters = append(h.letters, l)
	return "250 taken", nil
}

// browser is somebody's browser, with its cookies.
type browser struct {
	h       *house
	address string
	cookies map[string]string
}

func (h *house) browser(address string) *browser {
	return &browser{h: h, address: address, cookies: map[string]string{}}
}

func (b *browser) request() *http.Request {
	r := httptest.NewRequestWithContext(b.h.t.Context(), http.MethodPost, publicURL+"/graphql", nil)
	r.RemoteAddr = b.address + ":4000"
	r.Header.Set("User-Agent", "Browser of "+b.address)
	r.Header.Set("Origin", publicURL)
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	return r
}

// visit does something with a visit and keeps the cookies that come of it.
func (b *browser) visit(do func(v *auth.Visit) (auth.Viewer, error)) (auth.Viewer, error) {
	answer := http.Header{}
	viewer, err := do(b.h.door.Visit(answer, b.request()))
	for _, c := range (&http.Response{Header: answer}).Cookies() {
		if c.MaxAge < 0 {
			delete(b.cookies, c.Name)
			continue
		}
		b.cookies[c.Name] = c.Value
		if !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || !strings.HasPrefix(c.Name, "__Host-") {
			b.h.t.Errorf("the cookie is set as %s", c)
		}
	}
	return viewer, err
}

func (b *browser) signIn(email, password string) (auth.Viewer, error) {
	return b.visit(func(v *auth.Visit) (auth.Viewer, error) {
		return b.h.door.SignIn(b.h.t.Context(), v, auth.Credentials{Email: email, Password: password})
	})
}

// viewer is who comes with the browser's session.
func (b *browser) viewer() (auth.Viewer, error) { return b.h.guard.Viewer(b.request()) }

func (b *browser) out() bool {
	_, err := b.viewer()
	return postchat.IsKind(err, postchat.Denied)
}

func (h *house) must(viewer auth.Viewer, err error) auth.Viewer {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
	return viewer
}

// is fails unless the error is of the kind.
func (h *house) is(err error, kind postchat.Kind, part string) {
	h.t.Helper()
	if !postchat.IsKind(err, kind) || !strings.Contains(err.Error(), part) {
		h.t.Fatalf("the answer is %v, want %s with %q", err, kind, part)
	}
}

// secret is what a link holds behind the #.
func secret(link string) string {
	_, secret, _ := strings.Cut(link, "#")
	return secret
}

// setUp makes the owner, Dana, and returns her browser.
func (h *house) setUp() (*browser, auth.Viewer) {
	h.t.Helper()
	link, err := h.door.SetUpLink(h.t.Context(), h.account)
	if err != nil || !strings.HasPrefix(link, publicURL+"/setup#pcl_") {
		h.t.Fatal(link, err)
	}
	b := h.browser("198.51.100.7")
	return b, h.must(b.visit(func(v *auth.Visit) (auth.Viewer, error) {
		return h.door.SetUp(h.t.Context(), v, auth.NewOwner{Token: secret(link), Email: "Dana@acme.example", Name: "Dana Kimura", Password: ownPassword})
	}))
}

// hire invites somebody and has them accept.
func (h *house) hire(owner auth.Viewer, email string, role postchat.PersonRole) (*browser, auth.Viewer) {
	h.t.Helper()
	invited, err := h.door.People(owner).Invite(h.t.Context(), auth.NewInvitation{Email: email, Role: role, IdempotencyKey: email})
	if err != nil {
		h.t.Fatal(err)
	}
	b := h.browser("203.0.113.9")
	return b, h.must(b.visit(func(v *auth.Visit) (auth.Viewer, error) {
		return h.door.Accept(h.t.Context(), v, auth.Acceptance{Token: secret(invited.Link), Name: "Sam " + string(role), Password: ownPassword})
	}))
}

func TestTheFirstOwnerSetsUpByALinkThatWorksOnce(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		expired, err := h.door.SetUpLink(ctx, h.account)
		if err != nil {
			t.Fatal(err)
		}
		h.clock.Move(30 * time.Minute)
		link, err := h.door.SetUpLink(ctx, h.account)
		if err != nil {
			t.Fatal(err)
		}
		other, err := h.door.SetUpLink(ctx, h.account)
		if err != nil {
			t.Fatal(err)
		}
		b := h.browser("198.51.100.7")
		setUp := func(token, password string) (auth.Viewer, error) {
			return b.visit(func(v *auth.Visit) (auth.Viewer, error) {
				return h.door.SetUp(ctx, v, auth.NewOwner{Token: token, Email: danasEmail, Name: "Dana", Password: password})
			})
		}
		for _, token := range []string{"", "pcl_x", secret(expired), secret(link) + "x"} {
			_, err := setUp(token, ownPassword)
			h.is(err, postchat.NotFound, "does not work")
		}
		_, err = setUp(secret(link), "short")
		h.is(err, postchat.Invalid, "password")
		viewer := h.must(setUp(secret(link), ownPassword))
		if !viewer.May(postchat.PermissionPeople) || viewer.AccountID != h.account || viewer.Actor.Name != "Dana" {
			t.Errorf("viewer = %+v", viewer)
		}
		if again, err := b.viewer(); err != nil || again.Actor != viewer.Actor {
			t.Errorf("the session is %+v, %v", again, err)
		}
		for _, token := range []string{secret(link), secret(other)} {
			_, err = setUp(token, ownPassword)
			h.is(err, postchat.NotFound, "does not work")
		}
		_, err = h.door.SetUpLink(ctx, h.account)
		h.is(err, postchat.Conflict, "owner")
	})
}

func TestOneOfTwoWhoSetUpAtOnceBecomesTheOwner(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		results, links := make(chan error), make([]string, 2)
		for i := range links {
			var err error
			if links[i], err = h.door.SetUpLink(ctx, h.account); err != nil {
				t.Fatal(err)
			}
		}
		for i, link := range links {
			go func() {
				b := h.browser("198.51.100.7")
				_, err := b.visit(func(v *auth.Visit) (auth.Viewer, error) {
					return h.door.SetUp(ctx, v, auth.NewOwner{Token: secret(link), Email: fmt.Sprintf("p%d@acme.example", i), Name: "P", Password: ownPassword})
				})
				results <- err
			}()
		}
		one, two := <-results, <-results
		if (one == nil) == (two == nil) {
			t.Errorf("they are answered %v and %v", one, two)
		}
		if owners, err := h.store.Account(h.account).Owners(ctx); owners != 1 || err != nil {
			t.Errorf("there are %d owners, %v", owners, err)
		}
	})
}

func TestSigningInAndOut(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		first, _ := h.setUp()
		second := h.browser("203.0.113.9")
		planted := "pcs_planted"
		second.cookies["__Host-postchat"] = planted
		viewer := h.must(second.signIn(" DANA@ACME.example ", ownPassword))
		if second.cookies["__Host-postchat"] == planted {
			t.Error("a session takes the place that somebody prepared for it")
		}
		old := second.cookies["__Host-postchat"]
		h.clock.Move(time.Second)
		viewer = h.must(second.signIn(danasEmail, ownPassword))
		stale := h.browser("203.0.113.9")
		stale.cookies["__Host-postchat"] = old
		if !stale.out() {
			t.Error("a session goes on after another took its place in the browser")
		}
		sessions, err := h.store.Account(h.account).Sessions(ctx, viewer.Actor.ID)
		if err != nil || len(sessions) != 2 || sessions[0].Network != "203.0.113.0/24" || sessions[0].Browser != "Browser of 203.0.113.9" {
			t.Errorf("sessions = %+v, %v", sessions, err)
		}
		_, err = second.visit(func(v *auth.Visit) (auth.Viewer, error) {
			_, err := h.door.SignOut(ctx, v, viewer, false)
			return auth.Viewer{}, err
		})
		if err != nil || second.cookies["__Host-postchat"] != "" || !second.out() || first.out() {
			t.Errorf("signed out: %v, cookies %v", err, second.cookies)
		}
		viewer = h.must(second.signIn(danasEmail, ownPassword))
		_, err = second.visit(func(v *auth.Visit) (auth.Viewer, error) {
			ended, err := h.door.SignOut(ctx, v, viewer, true)
			if ended != 2 {
				t.Errorf("%d sessions were ended", ended)
			}
			return auth.Viewer{}, err
		})
		if err != nil || !first.out() {
			t.Errorf("signed out everywhere: %v", err)
		}
	})
}

func TestASessionEndsWhenItIsOldOrIdle(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		b, viewer := h.setUp()
		for day := range 29 {
			h.clock.Move(24 * time.Hour)
			if b.out() {
				t.Fatalf("the session ends on day %d though it is used", day+1)
			}
		}
		h.clock.Move(24 * time.Hour)
		if !b.out() {
			t.Error("the session is older than 30 days")
		}
		h.must(b.signIn(danasEmail, ownPassword))
		h.clock.Move(7 * 24 * time.Hour)
		if !b.out() {
			t.Error("the session is idle for 7 days")
		}
		if sessions, err := h.store.Account(h.account).Sessions(t.Context(), viewer.Actor.ID); len(sessions) != 0 || err != nil {
			t.Errorf("sessions = %+v, %v", sessions, err)
		}
	})
}

func TestTheGuardKnowsWhereCookiesComeFrom(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		b, _ := h.setUp()
		for name, test := range map[string]struct {
			change func(r *http.Request)
			open   bool
		}{
			"from our page": {func(*http.Request) {}, true},
			"from our page, as browsers say it": {func(r *http.Request) {
				r.Header.Del("Origin")
				r.Header.Set("Sec-Fetch-Site", "same-origin")
			}, true},
			"from nowhere":               {func(r *http.Request) { r.Header.Del("Origin") }, false},
			"from nowhere, only to look": {func(r *http.Request) { r.Header.Del("Origin"); r.Method = http.MethodGet }, true},
			"beside a token":             {func(r *http.Request) { r.Header.Set("Authorization", "Bearer pct_x") }, false},
			"beside an empty token":      {func(r *http.Request) { r.Header.Set("Authorization", "") }, false},
			"twice":                      {func(r *http.Request) { r.AddCookie(&http.Cookie{Name: "__Host-postchat", Value: "x"}) }, false},
			"without the name's beginning": {func(r *http.Request) {
				r.Header.Set("Cookie", "postchat="+b.cookies["__Host-postchat"])
			}, false},
		} {
			r := b.request()
			test.change(r)
			if _, err := h.guard.Viewer(r); test.open != (err == nil) || err != nil && !postchat.IsKind(err, postchat.Denied) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestChangingThePasswordEndsOtherSessions(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		first, viewer := h.setUp()
		second := h.browser("203.0.113.9")
		h.must(second.signIn(danasEmail, ownPassword))
		link, err := h.door.People(viewer).PasswordLink(ctx, viewer.Actor.ID)
		if err != nil {
			t.Fatal(err)
		}
		wrong := h.door.ChangePassword(ctx, viewer, auth.PasswordChange{OldPassword: "wrong", NewPassword: nextPassword})
		if h.is(wrong, postchat.Invalid, "oldPassword"); !postchat.Breaks(wrong, postchat.ErrorWrongPassword) {
			t.Errorf("a wrong old password does not say so to programs: %v", wrong)
		}
		h.is(h.door.ChangePassword(ctx, viewer, auth.PasswordChange{OldPassword: ownPassword, NewPassword: "dana kimura"}), postchat.Invalid, "newPassword")
		if err := h.door.ChangePassword(ctx, viewer, auth.PasswordChange{OldPassword: ownPassword, NewPassword: nextPassword}); err != nil {
			t.Fatal(err)
		}
		if first.out() || !second.out() {
			t.Errorf("this session out: %t, the other: %t", first.out(), second.out())
		}
		_, err = second.signIn(danasEmail, ownPassword)
		h.is(err, postchat.Denied, "not right")
		h.must(second.signIn(danasEmail, nextPassword))
		_, err = second.visit(func(v *auth.Visit) (auth.Viewer, error) {
			return h.door.ResetPassword(ctx, v, auth.PasswordReset{Token: secret(link), Password: ownPassword})
		})
		h.is(err, postchat.NotFound, "does not work")
		for range 20 {
			err = h.door.ChangePassword(ctx, viewer, auth.PasswordChange{OldPassword: "wrong", NewPassword: ownPassword})
		}
		h.is(err, postchat.Busy, "too often")
	})
}

func TestALostPasswordIsSetByALink(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		first, viewer := h.setUp()
		people := h.door.People(auth.Everything(h.account, postchat.Actor{Kind: postchat.ActorShell, Name: "person link"}))
		link, err := people.PasswordLink(ctx, viewer.Actor.ID)
		if err != nil || !strings.HasPrefix(link, publicURL+"/password#pcl_") {
			t.Fatal(link, err)
		}
		b := h.browser("203.0.113.9")
		reset := func(token, password string) (auth.Viewer, error) {
			return b.visit(func(v *auth.Visit) (auth.Viewer, error) {
				return h.door.ResetPassword(ctx, v, auth.PasswordReset{Token: token, Password: password})
			})
		}
		_, err = reset(secret(link), "Dana-Kimura-1")
		h.is(err, postchat.Invalid, "password")
		h.must(reset(secret(link), nextPassword))
		if !first.out() || b.out() {
			t.Error("the old session goes on, or the new one does not begin")
		}
		_, err = reset(secret(link), ownPassword)
		h.is(err, postchat.NotFound, "does not work")
		late, err := people.PasswordLink(ctx, viewer.Actor.ID)
		if err != nil {
			t.Fatal(err)
		}
		h.clock.Move(24 * time.Hour)
		_, err = reset(secret(late), ownPassword)
		h.is(err, postchat.NotFound, "does not work")
	})
}

func TestAPasswordIsHashedAnewWhereHashesCostMoreNow(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		h.setUp()
		hash := func() string {
			person, err := h.store.PersonByEmail(t.Context(), danasEmail)
			if err != nil {
				t.Fatal(err)
			}
			return person.PasswordHash
		}
		before := hash()
		b := h.browser("203.0.113.9")
		h.must(b.signIn(danasEmail, ownPassword))
		if hash() != before {
			t.Error("the hash changes for no reason")
		}
		options := h.door.DoorOptions
		options.Cost.Passes++
		h.door = auth.NewDoor(options)
		h.must(b.signIn(danasEmail, ownPassword))
		if after := hash(); !strings.HasPrefix(after, "$argon2id$v=19$m=64,t=2,p=1$") {
			t.Errorf("the hash is %s, and was %s", after, before)
		}
		h.must(b.signIn(danasEmail, ownPassword))
	})
}
