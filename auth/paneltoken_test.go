package auth_test

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/test/stores"
)

// window is an operator's window: it has a nonce, and perhaps a token.
type window struct {
	h     *house
	nonce string
	token string
}

const nonce = "a1B2c3D4e5F6g7H8i9J0k_"

// opens a window that the person of the browser signs in at, by a pop-up.
func (b *browser) opens(sourceID string) *window {
	b.h.t.Helper()
	made, err := b.panelToken(sourceID)
	if err != nil {
		b.h.t.Fatal(err)
	}
	return &window{b.h, nonce, made.Token.Reveal()}
}

func (b *browser) panelToken(sourceID string) (made auth.PanelToken, err error) {
	viewer, err := b.viewer()
	if err == nil {
		made, err = b.h.door.CreatePanelToken(b.h.t.Context(), b.h.door.Visit(http.Header{}, b.request()), viewer, sourceID)
	}
	return made, err
}

func (b *browser) panelCode(sourceID, nonce string) (auth.PanelCode, error) {
	viewer := b.h.must(b.viewer())
	return b.h.door.CreatePanelCode(b.h.t.Context(), viewer, auth.NewPanelCode{SourceID: sourceID, Nonce: nonce})
}

// types a code into a window, at the address.
func (h *house) types(address string, t auth.PanelCodeTyped) (*window, error) {
	visit := h.door.Visit(http.Header{}, h.browser(address).request())
	made, err := h.door.RedeemPanelCode(h.t.Context(), visit, t)
	return &window{h, t.Nonce, made.Token.Reveal()}, err
}

func (w *window) viewer() (auth.Viewer, error) {
	r := w.h.browser("198.51.100.7").request()
	r.Header.Set("Authorization", "Bearer "+w.token)
	return w.h.guard.Viewer(r)
}

func (w *window) out() bool {
	_, err := w.viewer()
	return postchat.IsKind(err, postchat.Denied)
}

// second makes another campaign, and another source whose chats go there.
func second(t *testing.T, h *house, s *stores.Campaign) postchat.Source {
	t.Helper()
	other := postchat.NewCampaign(h.account, "Another shop", h.clock.Now())
	if err := s.Scope.SaveCampaign(t.Context(), &other); err != nil {
		t.Fatal(err)
	}
	source := postchat.Source{
		ID: postchat.NewID(h.clock.Now()), Name: "Another chat", Vendor: postchat.VendorPostchat, DefaultCampaignID: other.ID, CreatedAt: h.clock.Now(),
	}
	if err := s.Scope.SaveSource(t.Context(), &source); err != nil {
		t.Fatal(err)
	}
	return source
}

func TestAWindowIsThatOfOnePersonAndOneSource(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		s := stores.Sample(t, h.store)
		other := second(t, h, s)
		dana, owner := h.setUp()
		w := dana.opens(s.Source.ID)
		if !strings.HasPrefix(w.token, "pcp_") || len(w.token) < 40 {
			t.Errorf("the token is %s", w.token)
		}
		viewer := h.must(w.viewer())
		if viewer.Actor != owner.Actor || viewer.SourceID != s.Source.ID || !slices.Equal(viewer.CampaignIDs, []string{s.ID}) ||
			!slices.Equal(viewer.Permissions, []postchat.Permission{postchat.PermissionRead, postchat.PermissionFollowUp}) {
			t.Errorf("the viewer is %+v", viewer)
		}
		if _, err := viewer.Scope(h.store).Source(t.Context(), other.ID); !postchat.IsKind(err, postchat.NotFound) {
			t.Errorf("another source is found: %v", err)
		}

		// The campaigns are those of the source and of the person, as they are now.
		sam, _ := h.hire(owner, "sam@acme.example", postchat.RoleManager)
		samID := h.must(sam.viewer()).Actor.ID
		limit := func(ids []string) {
			if _, err := h.door.People(owner).Change(t.Context(), auth.PersonChange{ID: samID, CampaignIDs: ids}); err != nil {
				t.Fatal(err)
			}
		}
		limit([]string{s.ID})
		_, err := sam.panelToken(other.ID)
		h.is(err, postchat.Conflict, "None of your campaigns")
		w = sam.opens(s.Source.ID)
		s.Source.Rules = []postchat.Rule{{Field: postchat.RuleInbox, Value: "x", CampaignID: other.DefaultCampaignID}}
		if err := s.Scope.SaveSource(t.Context(), &s.Source); err != nil {
			t.Fatal(err)
		}
		for _, test := range [][]string{{s.ID}, {other.DefaultCampaignID}, {s.ID, other.DefaultCampaignID}} {
			limit(test)
			if viewer := h.must(w.viewer()); !sameIDs(viewer.CampaignIDs, test) || viewer.May(postchat.PermissionCampaign) {
				t.Errorf("limited to %q, the window sees %q and may %q", test, viewer.CampaignIDs, viewer.Permissions)
			}
		}
		s.Source.Rules = nil
		if err := s.Scope.SaveSource(t.Context(), &s.Source); err != nil {
			t.Fatal(err)
		}
		limit([]string{other.DefaultCampaignID})
		if viewer := h.must(w.viewer()); viewer.CampaignIDs == nil || len(viewer.CampaignIDs) > 0 {
			t.Errorf("where nothing is both the source's and theirs, the window sees %q", viewer.CampaignIDs)
		}
	})
}

func sameIDs(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

func TestAWindowsTokenEndsWithWhatItStandsOn(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		s := stores.Sample(t, h.store)
		_, owner := h.setUp()
		sam, viewer := h.hire(owner, "sam@acme.example", postchat.RoleStaff)
		people, id := h.door.People(owner), viewer.Actor.ID
		visit := func() *auth.Visit { return h.door.Visit(http.Header{}, sam.request()) }
		role := func(role postchat.PersonRole) error {
			_, err := people.Change(ctx, auth.PersonChange{ID: id, Role: &role})
			return err
		}
		retired := func(at time.Time) error {
			s.Source.RetiredAt = at
			return s.Scope.SaveSource(ctx, &s.Source)
		}
		for _, end := range []struct {
			name     string
			do, undo func(w *window) error
			// stays says that the window is open again once what ended it is undone.
			stays bool
		}{
			{name: "the person is disabled", do: func(*window) error { _, err := people.Disable(ctx, id); return err },
				undo: func(*window) error { _, err := people.Enable(ctx, id); return err }},
			{name: "the person becomes a viewer", do: func(*window) error { return role(postchat.RoleObserver) },
				undo: func(*window) error { return role(postchat.RoleStaff) }},
			{name: "the source is retired", do: func(*window) error { return retired(h.clock.Now()) },
				undo: func(*window) error { return retired(time.Time{}) }, stays: true}, // settings.RetireSource ends it too
			{name: "the person signs out everywhere", do: func(*window) error {
				_, err := h.door.SignOut(ctx, visit(), h.must(sam.viewer()), true)
				return err
			}},
			{name: "the person changes the password", do: func(*window) error {
				return h.door.ChangePassword(ctx, h.must(sam.viewer()), auth.PasswordChange{OldPassword: ownPassword, NewPassword: nextPassword})
			}, undo: func(*window) error {
				return h.door.ChangePassword(ctx, h.must(sam.viewer()), auth.PasswordChange{OldPassword: nextPassword, NewPassword: ownPassword})
			}},
			{name: "the person signs out of the window", do: func(w *window) error {
				ended, err := h.door.SignOut(ctx, visit(), h.must(w.viewer()), false)
				if ended != 1 {
					t.Errorf("%d sessions end", ended)
				}
				return err
			}},
			{name: "the person ends it from the browser", do: func(*window) error {
				sessions, err := h.store.Account(h.account).Sessions(ctx, id)
				if err != nil || sessions[0].SourceID != s.Source.ID || sessions[0].Network != "203.0.113.0/24" {
					t.Errorf("the sessions are %+v, %v", sessions, err)
				}
				return h.door.EndSession(ctx, visit(), h.must(sam.viewer()), sessions[0].ID)
			}},
			{name: "it is not used for 12 hours", do: func(*window) error { h.clock.Move(12 * time.Hour); return nil }},
		} {
			h.must(sam.signIn("sam@acme.example", ownPassword))
			h.clock.Move(time.Second)
			w := sam.opens(s.Source.ID)
			if w.out() {
				t.Fatalf("%s: the window was never open", end.name)
			}
			if err := end.do(w); err != nil {
				t.Fatalf("%s: %v", end.name, err)
			}
			if !w.out() {
				t.Errorf("%s, and the window goes on", end.name)
			}
			if end.undo == nil {
				continue
			}
			if err := end.undo(w); err != nil {
				t.Fatalf("%s: %v", end.name, err)
			}
			if w.out() == end.stays {
				t.Errorf("%s, and when that is undone the window is out: %t", end.name, w.out())
			}
		}
	})
}

func TestAWindowIsOpenForAsLongAsItIsUsedAndNeverLongerThanASession(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		s := stores.Sample(t, h.store)
		dana, _ := h.setUp()
		w := dana.opens(s.Source.ID)
		for range 59 {
			h.clock.Move(12*time.Hour - time.Second)
			if w.out() || dana.out() {
				t.Fatal("the window ends though it is used")
			}
		}
		h.clock.Move(12*time.Hour - time.Second)
		h.must(w.viewer())
		h.clock.Move(time.Minute)
		if !w.out() {
			t.Error("the window is older than 30 days")
		}
	})
}

func TestAWindowChangesNothingThatIsThePersonsElsewhere(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		s := stores.Sample(t, h.store)
		dana, _ := h.setUp()
		w := dana.opens(s.Source.ID)
		viewer, visit := h.must(w.viewer()), h.door.Visit(http.Header{}, dana.request())
		sessions, err := h.store.Account(h.account).Sessions(ctx, viewer.Actor.ID)
		if err != nil || len(sessions) != 2 {
			t.Fatalf("the sessions are %+v, %v", sessions, err)
		}
		name := "Mallory"
		for what, do := range map[string]func() error{
			"another token": func() error { _, err := h.door.CreatePanelToken(ctx, visit, viewer, s.Source.ID); return err },
			"a code": func() error {
				_, err := h.door.CreatePanelCode(ctx, viewer, auth.NewPanelCode{SourceID: s.Source.ID, Nonce: nonce})
				return err
			},
			"the end of a session": func() error { return h.door.EndSession(ctx, visit, viewer, sessions[1].ID) },
			"the end of all":       func() error { _, err := h.door.SignOut(ctx, visit, viewer, true); return err },
			"a password": func() error {
				return h.door.ChangePassword(ctx, viewer, auth.PasswordChange{OldPassword: ownPassword, NewPassword: nextPassword})
			},
			"a name": func() error { _, err := h.door.ChangeProfile(ctx, viewer, auth.ProfileChange{Name: &name}); return err },
			"a password, by a token": func() error {
				return h.door.ChangePassword(ctx, auth.Viewer{AccountID: h.account}, auth.PasswordChange{})
			},
		} {
			if err := do(); !postchat.IsKind(err, postchat.Conflict) {
				t.Errorf("%s: %v", what, err)
			}
		}
		if w.out() || dana.out() {
			t.Error("somebody is out")
		}
	})
}

func TestTokensAndCookiesDoNotStandInForEachOther(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		s := stores.Sample(t, h.store)
		dana, _ := h.setUp()
		w := dana.opens(s.Source.ID)
		cookie := h.browser("198.51.100.7")
		cookie.cookies["__Host-postchat"] = w.token
		if !cookie.out() {
			t.Error("a window's token opens a page as a cookie")
		}
		for name, token := range map[string]string{
			"a cookie's secret": dana.cookies["__Host-postchat"], "a cut token": w.token[:len(w.token)-1], "a made up one": "pcp_" + strings.Repeat("x", 43),
			"the token of programs with another beginning": "pct_" + strings.TrimPrefix(w.token, "pcp_"),
		} {
			if forged := (&window{h, nonce, token}); !forged.out() {
				t.Errorf("%s opens the window", name)
			}
		}
		both := dana.request()
		both.Header.Set("Authorization", "Bearer "+w.token)
		if _, err := h.guard.Viewer(both); !postchat.IsKind(err, postchat.Denied) {
			t.Errorf("a token beside a cookie: %v", err)
		}
	})
}

func TestWhoMaySitAtAWindow(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		s := stores.Sample(t, h.store)
		dana, owner := h.setUp()
		_, err := dana.panelToken("nothing")
		h.is(err, postchat.NotFound, "no such source")
		lee, _ := h.hire(owner, "lee@acme.example", postchat.RoleObserver)
		_, err = lee.panelToken(s.Source.ID)
		h.is(err, postchat.Denied, "may not act")
		for i := range 25 {
			h.clock.Move(time.Second)
			if w := dana.opens(s.Source.ID); w.out() {
				t.Fatalf("window %d is not open", i)
			}
		}
		sessions, err := h.store.Account(h.account).Sessions(t.Context(), owner.Actor.ID)
		if err != nil || len(sessions) != 21 || dana.out() {
			t.Errorf("there are %d sessions, %v; want 20 windows and the browser", len(sessions), err)
		}
		s.Source.RetiredAt = h.clock.Now()
		if err := s.Scope.SaveSource(t.Context(), &s.Source); err != nil {
			t.Fatal(err)
		}
		_, err = dana.panelToken(s.Source.ID)
		h.is(err, postchat.Conflict, "given up")
	})
}

func TestACodeOpensTheWindowItWasMadeForOnce(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		s := stores.Sample(t, h.store)
		other := second(t, h, s)
		dana, owner := h.setUp()
		made, err := dana.panelCode(s.Source.ID, nonce)
		if err != nil || len(made.Code) != 6 || strings.Trim(made.Code, "0123456789") != "" || !made.ExpiresAt.Equal(h.clock.Now().Add(2*time.Minute)) {
			t.Fatalf("the code is %+v, %v", made, err)
		}
		typed := auth.PanelCodeTyped{SourceID: s.Source.ID, Nonce: nonce, Code: made.Code}
		foreign := typed
		foreign.Nonce = strings.Repeat("x", 22)
		_, err = h.types("203.0.113.1", foreign)
		h.is(err, postchat.Invalid, "code: does not work")
		foreign = typed
		foreign.SourceID = other.ID
		_, err = h.types("203.0.113.1", foreign)
		h.is(err, postchat.Invalid, "code: does not work")

		typed.Code = " " + made.Code[:3] + " " + made.Code[3:]
		w, err := h.types("203.0.113.1", typed)
		if err != nil {
			t.Fatal(err)
		}
		if viewer := h.must(w.viewer()); viewer.Actor != owner.Actor || viewer.SourceID != s.Source.ID {
			t.Errorf("the viewer is %+v", viewer)
		}
		_, err = h.types("203.0.113.1", typed)
		h.is(err, postchat.Invalid, "code: does not work")

		// Of two people at one window the later one sits there.
		sam, viewer := h.hire(owner, "sam@acme.example", postchat.RoleStaff)
		if _, err := dana.panelCode(s.Source.ID, nonce); err != nil {
			t.Fatal(err)
		}
		if made, err = sam.panelCode(s.Source.ID, nonce); err != nil {
			t.Fatal(err)
		}
		w, err = h.types("203.0.113.1", auth.PanelCodeTyped{SourceID: s.Source.ID, Nonce: nonce, Code: made.Code})
		if err != nil || h.must(w.viewer()).Actor != viewer.Actor {
			t.Errorf("%v sits at the window (%v)", h.must(w.viewer()).Actor, err)
		}
		for _, short := range []string{"", "short", strings.Repeat("x", 129), nonce + " "} {
			_, err = h.types("203.0.113.1", auth.PanelCodeTyped{SourceID: s.Source.ID, Nonce: short})
			h.is(err, postchat.Invalid, "nonce")
			_, err = dana.panelCode(s.Source.ID, short)
			h.is(err, postchat.Invalid, "nonce")
		}
	})
}

// wrong is a code that is not the one.
func wrong(code string) string {
	if code == "000000" {
		return "000001"
	}
	return "000000"
}

func TestCodesThatDoNotWorkAnyMore(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		s := stores.Sample(t, h.store)
		_, owner := h.setUp()
		people := h.door.People(owner)
		sam, viewer := h.hire(owner, "sam@acme.example", postchat.RoleStaff)
		role, staff := postchat.RoleObserver, postchat.RoleStaff
		for i, test := range []struct {
			name     string
			do, undo func(code string) error
		}{
			{name: "expired", do: func(string) error { h.clock.Move(2 * time.Minute); return nil }},
			{name: "tried five times", do: func(code string) error {
				for range 5 {
					_, err := h.types("203.0.113.2", auth.PanelCodeTyped{SourceID: s.Source.ID, Nonce: nonce, Code: wrong(code)})
					h.is(err, postchat.Invalid, "code: does not work")
				}
				return nil
			}},
			{name: "of somebody who asked for another", do: func(string) error {
				_, err := sam.panelCode(s.Source.ID, strings.Repeat("y", 22))
				return err
			}},
			{name: "of somebody who is a viewer now", do: func(string) error {
				_, err := people.Change(ctx, auth.PersonChange{ID: viewer.Actor.ID, Role: &role})
				return err
			}, undo: func(string) error {
				_, err := people.Change(ctx, auth.PersonChange{ID: viewer.Actor.ID, Role: &staff})
				return err
			}},
			{name: "of a source that is retired now", do: func(string) error {
				s.Source.RetiredAt = h.clock.Now()
				return s.Scope.SaveSource(ctx, &s.Source)
			}, undo: func(string) error {
				s.Source.RetiredAt = time.Time{}
				return s.Scope.SaveSource(ctx, &s.Source)
			}},
			{name: "of somebody who signed out everywhere", do: func(string) error {
				_, err := h.door.SignOut(ctx, h.door.Visit(http.Header{}, sam.request()), h.must(sam.viewer()), true)
				return err
			}},
		} {
			h.must(sam.signIn("sam@acme.example", ownPassword))
			made, err := sam.panelCode(s.Source.ID, nonce)
			if err != nil {
				t.Fatal(err)
			}
			if err := test.do(made.Code); err != nil {
				t.Fatal(err)
			}
			_, err = h.types("203.0.113."+string(rune('3'+i)), auth.PanelCodeTyped{SourceID: s.Source.ID, Nonce: nonce, Code: made.Code})
			if !postchat.IsKind(err, postchat.Invalid) || err.Error() != "code: does not work, or not any more. Ask for a new one." {
				t.Errorf("a code %s: %v", test.name, err)
			}
			if test.undo != nil {
				if err := test.undo(made.Code); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

func TestGuessingCodesIsSlowedAndOneOfManyAtOnceIsRight(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		s := stores.Sample(t, h.store)
		dana, owner := h.setUp()
		made, err := dana.panelCode(s.Source.ID, nonce)
		if err != nil {
			t.Fatal(err)
		}
		var tries sync.WaitGroup
		results := make(chan error, 8)
		for range cap(results) {
			tries.Go(func() {
				_, err := h.types("203.0.113.1", auth.PanelCodeTyped{SourceID: s.Source.ID, Nonce: nonce, Code: made.Code})
				results <- err
			})
		}
		tries.Wait()
		close(results)
		right := 0
		for err := range results {
			if err == nil {
				right++
			} else if len(postchat.Problems(err)) == 0 {
				t.Error(err)
			}
		}
		sessions, err := h.store.Account(h.account).Sessions(t.Context(), owner.Actor.ID)
		if right != 1 || len(sessions) != 2 || err != nil {
			t.Errorf("of many at once %d were right, and there are %d sessions (%v)", right, len(sessions), err)
		}
		// A guesser who makes up nonces is told to wait.
		last := err
		for i := range 40 {
			_, last = h.types("203.0.113.9", auth.PanelCodeTyped{SourceID: s.Source.ID, Nonce: strings.Repeat(string(rune('A'+i%26)), 22+i/26), Code: "123456"})
		}
		h.is(last, postchat.Busy, "tried too often")
	})
}
