package auth

import (
	"cmp"
	"context"
	"log/slog"
	"net/netip"
	"sync/atomic"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
)

// DoorOptions are what a Door needs.
type DoorOptions struct {
	Store *db.Store
	// PublicURL is where people reach this server, without a slash at its end. Links lead there.
	PublicURL string
	Cookies   Cookies
	// TrustedProxies are whose X-Forwarded-For is believed.
	TrustedProxies []netip.Prefix
	// From is who mails are from.
	From postchat.Address
	// Post hands a letter to the mail server and returns what that said. Nil where there is none: whoever invites then hands
	// the link on.
	Post func(ctx context.Context, l mail.Letter) (words string, err error)
	// Cost is what a hash of a password costs; DefaultCost where it is zero.
	Cost Cost
	Now  func() time.Time
	Log  *slog.Logger
}

// Door lets people in and out: it knows passwords, sessions, and the links by which people come to have them. Its methods may
// be called by many goroutines at once.
type Door struct {
	DoorOptions

	hasher   *hasher
	throttle *throttle
	signIns  [4]atomic.Int64
}

// NewDoor returns a door.
func NewDoor(o DoorOptions) *Door {
	o.Cost = cmp.Or(o.Cost, DefaultCost)
	o.Log = o.Log.With("component", "auth")
	return &Door{DoorOptions: o, hasher: newHasher(o.Cost), throttle: newThrottle(o.Now)}
}

// SignIns is an outcome of attempts to sign in.
type SignIns int

// The outcomes.
const (
	SignInRight  SignIns = iota // signed in
	SignInWrong                 // no such person, or another password
	SignInOften                 // refused unseen: tried too often
	SignInFailed                // our own fault
)

// String is the outcome's word.
func (s SignIns) String() string { return [...]string{"right", "wrong", "often", "failed"}[s] }

// SignInOutcomes are all outcomes.
var SignInOutcomes = []SignIns{SignInRight, SignInWrong, SignInOften, SignInFailed}

// SignIns returns how many attempts to sign in had the outcome since the start.
func (d *Door) SignIns(outcome SignIns) int64 { return d.signIns[outcome].Load() }

// Credentials are what people sign in with.
type Credentials struct {
	Email    string
	Password string
}

// SignIn starts a session in the visit's browser. Whatever is wrong with the credentials, it is Denied with the same words
// after the same work. It is Busy, with the time to wait, where the same address or browser tried too often.
func (d *Door) SignIn(ctx context.Context, v *Visit, c Credentials) (Viewer, error) {
	viewer, err := d.trySignIn(ctx, v, c)
	outcome := SignInFailed
	switch {
	case err == nil:
		outcome = SignInRight
	case postchat.IsKind(err, postchat.Denied):
		outcome = SignInWrong
	case postchat.IsKind(err, postchat.Busy):
		outcome = SignInOften
	}
	d.signIns[outcome].Add(1)
	return viewer, err
}

func (d *Door) trySignIn(ctx context.Context, v *Visit, c Credentials) (Viewer, error) {
	person, known, err := d.whoComes(ctx, v, c.Email)
	if err != nil {
		return Viewer{}, err
	}
	from := attempt{address: neighbourhood(v.address), email: signInKey(c.Email)}
	l := d.hasher.strangers
	if known {
		from.device, l = v.device, d.hasher.known
	}
	forget, err := d.throttle.admit(ctx, from)
	if err != nil {
		return Viewer{}, err
	}
	right, outdated, err := d.hasher.check(ctx, l, postchat.Shorten(c.Password, maxPassword+1), person.PasswordHash)
	if err != nil {
		forget() // nothing was found out
		return Viewer{}, err
	}
	if !right || person.Disabled() {
		return Viewer{}, wrongSignIn()
	}
	forget()
	newHash := ""
	if outdated {
		if newHash, err = d.hasher.hash(ctx, l, c.Password); err != nil {
			return Viewer{}, err
		}
	}
	var ticket ticket
	scope := d.Store.Account(person.AccountID).As(person.Actor())
	err = scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		// As it is now: a password that was changed meanwhile has ended all sessions, and shall begin none.
		now, err := tx.LockPerson(ctx, person.ID)
		if err != nil {
			return err
		}
		if now.PasswordHash != person.PasswordHash || now.Disabled() {
			return wrongSignIn()
		}
		now.PasswordHash = cmp.Or(newHash, now.PasswordHash)
		ticket, err = d.begin(ctx, tx, v, now, "session.sign_in")
		return err
	})
	return d.letIn(v, ticket, err)
}

func wrongSignIn() error {
	return postchat.Deniedf("The e-mail or the password is not right.").Named(postchat.ErrorWrongSignIn)
}

// whoComes returns the person with the e-mail, an empty one where there is none, and whether the visit's browser is one in
// which that person signed in before.
func (d *Door) whoComes(ctx context.Context, v *Visit, email string) (*postchat.Person, bool, error) {
	person, err := d.Store.PersonByEmail(ctx, signInKey(email))
	if postchat.IsKind(err, postchat.NotFound) {
		person, err = &postchat.Person{}, nil
	}
	if err != nil || v.device == "" {
		return person, false, err
	}
	owner, err := d.Store.DeviceOwner(ctx, Hash(v.device))
	return person, err == nil && owner != "" && owner == person.ID, err
}

// signInKey is the e-mail as people are found by it. What is none finds nobody.
func signInKey(email string) string {
	const longest = 254 // RFC 5321, errata 1690
	address, err := postchat.ParseAddress(postchat.Shorten(email, longest))
	if err != nil {
		return "?" + postchat.Shorten(email, longest)
	}
	return address.Key()
}

// ticket is a session that was begun, with the secrets of its cookies.
type ticket struct {
	viewer          Viewer
	session, device string
}

// begin starts a session of the person, who is saved with it, in the visit's browser instead of the one that is there.
func (d *Door) begin(ctx context.Context, tx *db.Scope, v *Visit, person *postchat.Person, action string) (ticket, error) {
	now := d.Now()
	person.SignedInAt = now
	if err := tx.SavePerson(ctx, person); err != nil {
		return ticket{}, err
	}
	if err := tx.DropSessions(ctx, Hash(v.session)); err != nil {
		return ticket{}, err
	}
	t := ticket{session: newSecret(sessionPrefix), device: newSecret("")}
	session := postchat.Session{
		ID: postchat.NewID(now), PersonID: person.ID, Hash: Hash(t.session), CreatedAt: now, SeenAt: now,
		Browser: v.browser, Network: network(v.address),
	}
	if err := tx.AddSession(ctx, &session); err != nil {
		return ticket{}, err
	}
	if err := tx.SaveDevice(ctx, person.ID, Hash(t.device), Hash(v.device)); err != nil {
		return ticket{}, err
	}
	t.viewer = viewerOf(session, *person)
	return t, tx.Audit(ctx, postchat.AuditEntry{Action: action, ObjectKind: "person", ObjectID: person.ID, ObjectName: person.Name})
}

// letIn gives the visit its cookies once the transaction that made the ticket has ended well.
func (d *Door) letIn(v *Visit, t ticket, err error) (Viewer, error) {
	if err != nil {
		return Viewer{}, err
	}
	v.signedIn(t.session, t.device)
	return t.viewer, nil
}
