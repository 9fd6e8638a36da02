package auth_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/test/stores"
)

func TestAnInvitationBecomesAPerson(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		s := stores.Sample(t, h.store)
		_, owner := h.setUp()
		people := h.door.People(owner)
		invited, err := people.Invite(ctx, auth.NewInvitation{Email: "Sam@acme.example", Role: postchat.RoleManager, CampaignIDs: []string{s.ID}, IdempotencyKey: "1"})
		if err != nil {
			t.Fatal(err)
		}
		if len(h.letters) != 1 || h.letters[0].To.Email != "Sam@acme.example" || !strings.Contains(h.letters[0].Text, invited.Link) ||
			!strings.Contains(h.letters[0].Text, "Dana Kimura") || invited.Invitation.Words != "250 taken" || invited.Invitation.SentAt.IsZero() {
			t.Errorf("the letters are %+v, the invitation %+v", h.letters, invited.Invitation)
		}
		for _, email := range []string{"sam@ACME.example", "dana@acme.example"} {
			_, err = people.Invite(ctx, auth.NewInvitation{Email: email, Role: postchat.RoleStaff, IdempotencyKey: "2"})
			h.is(err, postchat.Conflict, "email")
		}

		h.clock.Move(7 * 24 * time.Hour)
		accept := func(link, password string) (*browser, auth.Viewer, error) {
			b := h.browser("203.0.113.9")
			viewer, err := b.visit(func(v *auth.Visit) (auth.Viewer, error) {
				return h.door.Accept(ctx, v, auth.Acceptance{Token: secret(link), Name: "Sam", Password: password})
			})
			return b, viewer, err
		}
		_, _, err = accept(invited.Link, ownPassword)
		h.is(err, postchat.NotFound, "does not work")
		h.refuse = "451 try later"
		again, err := people.SendAgain(ctx, auth.Resending{ID: invited.Invitation.ID, IdempotencyKey: "3"})
		if err != nil || again.Link == invited.Link || again.Invitation.Words != "Not sent: 451 try later" {
			t.Fatalf("sent again: %+v, %v", again, err)
		}
		if list, err := h.store.Account(h.account).Invitations(ctx); err != nil || len(list) != 1 || list[0].Words != again.Invitation.Words {
			t.Errorf("the invitations are %+v, %v", list, err)
		}
		_, _, err = accept(invited.Link, ownPassword)
		h.is(err, postchat.NotFound, "does not work")
		_, _, err = accept(again.Link, "sam@acme.example")
		h.is(err, postchat.Invalid, "password")
		b, viewer, err := accept(again.Link, ownPassword)
		if err != nil || viewer.May(postchat.PermissionPeople) || viewer.May(postchat.PermissionAccount) || !viewer.May(postchat.PermissionCampaign) ||
			!slices.Equal(viewer.CampaignIDs, []string{s.ID}) || b.out() {
			t.Errorf("viewer = %+v, %v", viewer, err)
		}
		_, _, err = accept(again.Link, ownPassword)
		h.is(err, postchat.NotFound, "does not work")
		h.must(h.browser("203.0.113.10").signIn("sam@acme.example", ownPassword))

		revoked, err := people.Invite(ctx, auth.NewInvitation{Email: "kim@acme.example", Role: postchat.RoleObserver, IdempotencyKey: "4"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := people.Revoke(ctx, revoked.Invitation.ID); err != nil {
			t.Fatal(err)
		}
		_, _, err = accept(revoked.Link, ownPassword)
		h.is(err, postchat.NotFound, "does not work")
		_, err = people.SendAgain(ctx, auth.Resending{ID: revoked.Invitation.ID, IdempotencyKey: "5"})
		h.is(err, postchat.NotFound, "no such invitation")
	})
}

func TestARepeatedInvitationSendsNothingTwice(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, owner := h.setUp()
		people := h.door.People(owner)
		wish := auth.NewInvitation{Email: "sam@acme.example", Role: postchat.RoleStaff, IdempotencyKey: "1"}
		first, err := people.Invite(ctx, wish)
		if err != nil {
			t.Fatal(err)
		}
		repeated, err := people.Invite(ctx, wish)
		if err != nil || repeated.Invitation.ID != first.Invitation.ID || repeated.Invitation.Words != "250 taken" || repeated.Link != "" {
			t.Errorf("repeated, it is answered %+v, %v", repeated, err)
		}
		wish.Role = postchat.RoleManager
		_, err = people.Invite(ctx, wish)
		h.is(err, postchat.Conflict, "idempotencyKey")
		wish.IdempotencyKey = "2"
		_, err = people.Invite(ctx, wish)
		h.is(err, postchat.Conflict, "email")

		for range 2 {
			if _, err := people.SendAgain(ctx, auth.Resending{ID: first.Invitation.ID, IdempotencyKey: "3"}); err != nil {
				t.Fatal(err)
			}
		}
		if len(h.letters) != 2 {
			t.Errorf("%d letters were sent", len(h.letters))
		}
		b := h.browser("203.0.113.9")
		h.must(b.visit(func(v *auth.Visit) (auth.Viewer, error) {
			_, link, _ := strings.Cut(h.letters[1].Text, "#")
			token, _, _ := strings.Cut(link, "\n")
			return h.door.Accept(ctx, v, auth.Acceptance{Token: token, Name: "Sam", Password: ownPassword})
		}))
	})
}

func TestInvitationsThatCannotBe(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		_, owner := h.setUp()
		theirs := h.store.Account(stores.OtherAccount(t, h.store).ID)
		campaign := postchat.NewCampaign(theirs.AccountID(), "Theirs", h.clock.Now())
		if err := theirs.SaveCampaign(t.Context(), &campaign); err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			name   string
			change func(n *auth.NewInvitation)
			kind   postchat.Kind
			part   string
		}{
			{"without an e-mail", func(n *auth.NewInvitation) { n.Email = "sam" }, postchat.Invalid, "email"},
			{"with a name beside it", func(n *auth.NewInvitation) { n.Email = "Sam <sam@acme.example>" }, postchat.Invalid, "email"},
			{"without a key", func(n *auth.NewInvitation) { n.IdempotencyKey = "" }, postchat.Invalid, "idempotencyKey"},
			{"without a role", func(n *auth.NewInvitation) { n.Role = "boss" }, postchat.Invalid, "role"},
			{"of an owner for some campaigns", func(n *auth.NewInvitation) { n.Role = postchat.RoleOwner; n.CampaignIDs = []string{} }, postchat.Invalid, "campaigns"},
			{"for no campaign", func(n *auth.NewInvitation) { n.CampaignIDs = []string{} }, postchat.Invalid, "campaigns"},
			{"for another account's campaign", func(n *auth.NewInvitation) { n.CampaignIDs = []string{campaign.ID} }, postchat.NotFound, "campaigns[0]"},
		} {
			n := auth.NewInvitation{Email: "sam@acme.example", Role: postchat.RoleStaff, IdempotencyKey: "1"}
			test.change(&n)
			_, err := h.door.People(owner).Invite(t.Context(), n)
			if !postchat.IsKind(err, test.kind) || !strings.Contains(err.Error(), test.part) {
				t.Errorf("%s: %v", test.name, err)
			}
		}
		if len(h.letters) > 0 {
			t.Errorf("letters went out: %+v", h.letters)
		}
	})
}

func TestTheLastOwnerStays(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, dana := h.setUp()
		people := h.door.People(dana)
		operator := postchat.RoleStaff
		demote := auth.PersonChange{ID: dana.Actor.ID, Role: &operator}
		_, err := people.Change(ctx, demote)
		h.is(err, postchat.Conflict, "last one")
		shell := h.door.People(auth.Everything(h.account, postchat.Actor{Kind: postchat.ActorShell}))
		_, err = shell.Change(ctx, demote)
		h.is(err, postchat.Conflict, "last one")
		_, err = shell.Disable(ctx, dana.Actor.ID)
		h.is(err, postchat.Conflict, "last one")
		_, err = people.Disable(ctx, dana.Actor.ID)
		h.is(err, postchat.Conflict, "yourself")
		_, kim := h.hire(dana, "kim@acme.example", postchat.RoleOwner)
		if _, err = h.door.People(kim).Disable(ctx, dana.Actor.ID); err != nil {
			t.Fatal(err)
		}
		_, err = shell.Change(ctx, auth.PersonChange{ID: kim.Actor.ID, Role: &operator})
		h.is(err, postchat.Conflict, "last one")
	})
}

func TestTwoOwnersCannotRemoveEachOtherAtOnce(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, dana := h.setUp()
		_, kim := h.hire(dana, "kim@acme.example", postchat.RoleOwner)
		results := make(chan error)
		for _, pair := range [][2]auth.Viewer{{dana, kim}, {kim, dana}} {
			go func() {
				_, err := h.door.People(pair[0]).Disable(ctx, pair[1].Actor.ID)
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

func TestChangesCountFromTheNextRequestOn(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		s := stores.Sample(t, h.store)
		_, dana := h.setUp()
		b, sam := h.hire(dana, "sam@acme.example", postchat.RoleObserver)
		people := h.door.People(dana)
		change := func(c auth.PersonChange) auth.Viewer {
			t.Helper()
			c.ID = sam.Actor.ID
			if _, err := people.Change(ctx, c); err != nil {
				t.Fatal(err)
			}
			return h.must(b.viewer())
		}
		manager, owner, operator, yes, name := postchat.RoleManager, postchat.RoleOwner, postchat.RoleStaff, true, "  Sam  Two "
		if v := change(auth.PersonChange{Role: &manager, Name: &name}); !v.May(postchat.PermissionAccount) || v.Actor.Name != "Sam Two" {
			t.Errorf("a manager is %+v", v)
		}
		if v := change(auth.PersonChange{CampaignIDs: []string{s.ID, s.ID}}); v.May(postchat.PermissionAccount) || !slices.Equal(v.CampaignIDs, []string{s.ID}) {
			t.Errorf("a manager of a campaign is %+v", v)
		}
		if v := change(auth.PersonChange{AllCampaigns: &yes}); v.CampaignIDs != nil {
			t.Errorf("a manager of all campaigns is %+v", v)
		}
		change(auth.PersonChange{CampaignIDs: []string{s.ID}})
		if v := change(auth.PersonChange{Role: &owner}); !v.May(postchat.PermissionPeople) || v.CampaignIDs != nil {
			t.Errorf("an owner is %+v", v)
		}
		if v := change(auth.PersonChange{Role: &operator}); v.May(postchat.PermissionCampaign) || !v.May(postchat.PermissionFollowUp) {
			t.Errorf("an operator is %+v", v)
		}
		if _, err := people.Disable(ctx, sam.Actor.ID); err != nil || !b.out() {
			t.Errorf("disabled: %v", err)
		}
		_, err := b.signIn("sam@acme.example", ownPassword)
		h.is(err, postchat.Denied, "not right")
		_, err = people.PasswordLink(ctx, sam.Actor.ID)
		h.is(err, postchat.Conflict, "disabled")
		if person, err := people.Enable(ctx, sam.Actor.ID); err != nil || person.Disabled() || !b.out() {
			t.Errorf("enabled: %+v, %v", person, err)
		}
		h.must(b.signIn("sam@acme.example", ownPassword))
	})
}

func TestNobodyGivesWhatTheyDoNotHave(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		s := stores.Sample(t, h.store)
		_, dana := h.setUp()
		_, manager := h.hire(dana, "sam@acme.example", postchat.RoleManager)
		_, operator := h.hire(dana, "kim@acme.example", postchat.RoleStaff)
		program := auth.Viewer{AccountID: h.account, Actor: postchat.Actor{Kind: postchat.ActorToken, ID: "t", Name: "CRM"},
			Permissions: []postchat.Permission{postchat.PermissionRead, postchat.PermissionPeople}}
		limited := auth.Everything(h.account, postchat.Actor{Kind: postchat.ActorToken, ID: "l", Name: "CRM of one"})
		limited.CampaignIDs = []string{s.ID}
		owner, viewer, name := postchat.RoleOwner, postchat.RoleObserver, "Mine"
		for _, by := range []auth.Viewer{manager, operator, limited, program} {
			people := h.door.People(by)
			for what, try := range map[string]func() error{
				"invites an owner": func() error {
					_, err := people.Invite(ctx, auth.NewInvitation{Email: "x@acme.example", Role: owner, IdempotencyKey: "1"})
					return err
				},
				"makes themselves an owner": func() error {
					_, err := people.Change(ctx, auth.PersonChange{ID: operator.Actor.ID, Role: &owner})
					return err
				},
				"demotes an owner": func() error {
					_, err := people.Change(ctx, auth.PersonChange{ID: dana.Actor.ID, Role: &viewer})
					return err
				},
				"renames an owner": func() error {
					_, err := people.Change(ctx, auth.PersonChange{ID: dana.Actor.ID, Name: &name})
					return err
				},
				"disables an owner":      func() error { _, err := people.Disable(ctx, dana.Actor.ID); return err },
				"takes an owner's place": func() error { _, err := people.PasswordLink(ctx, dana.Actor.ID); return err },
			} {
				if err := try(); !postchat.IsKind(err, postchat.Denied) {
					t.Errorf("%s %s: %v", by.Actor.Name, what, err)
				}
			}
		}
		if _, err := h.door.People(program).Invite(ctx, auth.NewInvitation{Email: "new@acme.example", Role: viewer, IdempotencyKey: "1"}); err != nil {
			t.Errorf("a program that may invite people does not: %v", err)
		}
		_, err := h.door.SignOut(ctx, nil, program, false)
		h.is(err, postchat.Conflict, "people who are signed in")
	})
}

func TestAnotherAccountsPeopleAreNotThere(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, h *house) {
		ctx := t.Context()
		_, dana := h.setUp()
		invited, err := h.door.People(dana).Invite(ctx, auth.NewInvitation{Email: "kim@acme.example", Role: postchat.RoleStaff, IdempotencyKey: "1"})
		if err != nil {
			t.Fatal(err)
		}
		stranger := h.door.People(auth.Everything(stores.OtherAccount(t, h.store).ID, postchat.Actor{Kind: postchat.ActorShell}))
		for what, try := range map[string]func(id string) error{
			"change":  func(id string) error { _, err := stranger.Change(ctx, auth.PersonChange{ID: id}); return err },
			"disable": func(id string) error { _, err := stranger.Disable(ctx, id); return err },
			"enable":  func(id string) error { _, err := stranger.Enable(ctx, id); return err },
			"link":    func(id string) error { _, err := stranger.PasswordLink(ctx, id); return err },
			"resend": func(string) error {
				_, err := stranger.SendAgain(ctx, auth.Resending{ID: invited.Invitation.ID, IdempotencyKey: "2"})
				return err
			},
			"revoke": func(string) error { _, err := stranger.Revoke(ctx, invited.Invitation.ID); return err },
		} {
			if err := try(dana.Actor.ID); !postchat.IsKind(err, postchat.NotFound) {
				t.Errorf("%s: %v", what, err)
			}
		}
	})
}
