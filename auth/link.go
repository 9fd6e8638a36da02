package auth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// How long links work.
const (
	setUpTime      = 30 * time.Minute
	passwordTime   = 24 * time.Hour
	invitationTime = 7 * 24 * time.Hour
)

// Where links lead. Their secret stands behind a #, which browsers send to no server and put into no Referer.
const (
	setUpPath      = "/setup#"
	passwordPath   = "/password#"
	invitationPath = "/invitation#"
)

// errLink is what everybody hears of a link that does not work, whatever is wrong with it.
func errLink() error {
	return postchat.NotFoundf("This link does not work, or not any more. Ask for a new one.").Named(postchat.ErrorLinkGone)
}

// SetUpLink makes a link by which somebody becomes the account's first owner. It is a Conflict where there is one.
func (d *Door) SetUpLink(ctx context.Context, accountID string) (string, error) {
	scope := d.Store.Account(accountID)
	owners, err := scope.Owners(ctx)
	if err != nil {
		return "", err
	}
	if owners > 0 {
		return "", postchat.Conflictf("The account has an owner already.")
	}
	return d.newLink(ctx, scope, setUpPath, postchat.Link{Kind: postchat.LinkSetUp}, setUpTime)
}

func (d *Door) newLink(ctx context.Context, scope *db.Scope, path string, link postchat.Link, lasts time.Duration) (string, error) {
	secret, now := newSecret(linkPrefix), d.Now()
	link.ID, link.Hash, link.CreatedAt, link.ExpiresAt = postchat.NewID(now), Hash(secret), now, now.Add(lasts)
	if err := scope.AddLink(ctx, &link); err != nil {
		return "", err
	}
	return d.PublicURL + path + secret, nil
}

// link finds the link with the secret.
func (d *Door) link(ctx context.Context, secret string, kind postchat.LinkKind) (*postchat.Link, error) {
	link, err := d.Store.LinkByHash(ctx, Hash(secret))
	if postchat.IsKind(err, postchat.NotFound) || err == nil && (link.Kind != kind || !link.Valid(d.Now())) {
		return nil, errLink()
	}
	return link, err
}

// NewOwner is somebody who sets an account up, on the fields token, email, name and password.
type NewOwner struct {
	// Token is the link's secret, which stands in it behind the #.
	Token                 string
	Email, Name, Password string
}

// SetUp makes the account's first owner and signs them in. It is NotFound where the link does not work, or an owner is there.
func (d *Door) SetUp(ctx context.Context, v *Visit, n NewOwner) (Viewer, error) {
	link, err := d.link(ctx, n.Token, postchat.LinkSetUp)
	if err != nil {
		return Viewer{}, err
	}
	person := d.newPerson(n.Email, n.Name, postchat.RoleOwner, nil)
	if err := d.prepare(ctx, person, n.Password); err != nil {
		return Viewer{}, err
	}
	var ticket ticket
	scope := d.Store.Account(link.AccountID).As(person.Actor())
	err = scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if err := tx.UseSetUpLinks(ctx); err != nil {
			return linkGone(err)
		}
		owners, err := tx.Owners(ctx)
		if err != nil {
			return err
		}
		if owners > 0 {
			return errLink()
		}
		ticket, err = d.begin(ctx, tx, v, person, "person.set_up")
		return err
	})
	return d.letIn(v, ticket, err)
}

// newPerson is somebody new; saving checks them.
func (d *Door) newPerson(email, name string, role postchat.PersonRole, campaignIDs []string) *postchat.Person {
	now := d.Now()
	return &postchat.Person{
		ID: postchat.NewID(now), Email: plainEmail(email), Name: postchat.CleanLine(name), Role: role, CampaignIDs: campaignIDs, CreatedAt: now,
	}
}

// plainEmail is an e-mail in the form in which it is kept; what is none stays as it is, to be refused.
func plainEmail(text string) string {
	if address, err := postchat.ParseAddress(text); err == nil && address.Name == "" {
		return address.Email
	}
	return text
}

// prepare checks the person and the password together, and puts the password's hash in.
func (d *Door) prepare(ctx context.Context, person *postchat.Person, password string) (err error) {
	err = errors.Join(person.Validate(), checkPassword("password", password, person.Email, person.Name))
	if err != nil {
		return err
	}
	person.PasswordHash, err = d.hasher.hash(ctx, d.hasher.known, password)
	return err
}

// PasswordReset is a new password by a link, on the fields token and password.
type PasswordReset struct {
	Token, Password string
}

// ResetPassword gives the link's person a new password, ends all their sessions and signs them in.
func (d *Door) ResetPassword(ctx context.Context, v *Visit, r PasswordReset) (Viewer, error) {
	link, err := d.link(ctx, r.Token, postchat.LinkPassword)
	if err != nil {
		return Viewer{}, err
	}
	person, err := d.Store.Account(link.AccountID).Person(ctx, link.PersonID)
	if err != nil {
		return Viewer{}, err
	}
	if err := d.prepare(ctx, person, r.Password); err != nil {
		return Viewer{}, err
	}
	var ticket ticket
	scope := d.Store.Account(person.AccountID).As(person.Actor())
	err = scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if err := tx.UseLink(ctx, link.ID); err != nil {
			return linkGone(err)
		}
		now, err := tx.LockPerson(ctx, person.ID)
		if err != nil {
			return err
		}
		if now.Disabled() {
			return errLink()
		}
		if _, err := d.setPassword(ctx, tx, now, person.PasswordHash, ""); err != nil {
			return err
		}
		ticket, err = d.begin(ctx, tx, v, now, "person.reset_password")
		return err
	})
	return d.letIn(v, ticket, err)
}

// linkGone turns what was not there into what everybody hears of links.
func linkGone(err error) error {
	if postchat.IsKind(err, postchat.NotFound) {
		return errLink()
	}
	return err
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
