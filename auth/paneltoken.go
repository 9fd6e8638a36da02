package auth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"math/big"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// The operator's window stands in a frame on somebody else's page, where our cookie does not come. It has a token instead, which
// is a session of its own: that of one person, in the window of one source. A pop-up of ours, to which the cookie does come, asks for
// it and hands it over, or shows a code to be typed into the window.

// PanelToken is what opens a window, and until when it does unless it is used before.
type PanelToken struct {
	Token     postchat.Secret
	ExpiresAt time.Time
}

// CreatePanelToken signs the viewer in at the window of a source, by a token that can be read only this once. It is for people who
// come with their session: no token makes another.
func (d *Door) CreatePanelToken(ctx context.Context, v *Visit, viewer Viewer, sourceID string) (PanelToken, error) {
	if err := viewer.requireSession(); err != nil {
		return PanelToken{}, err
	}
	var made PanelToken
	err := viewer.Scope(d.Store).InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		person, source, err := d.whoSits(ctx, tx, viewer.Actor.ID, sourceID)
		if err == nil {
			made, err = d.seat(ctx, tx, v, person, source)
		}
		return err
	})
	return made, err
}

// whoSits returns the person and the source where the person may sit at its window.
func (d *Door) whoSits(ctx context.Context, tx *db.Scope, personID, sourceID string) (*postchat.Person, *postchat.Source, error) {
	person, err := tx.LockPerson(ctx, personID)
	if err != nil {
		return nil, nil, err
	}
	source, err := tx.Source(ctx, sourceID)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case source.Retired():
		return nil, nil, postchat.Conflictf("This source was given up, and its window with it.")
	case len(windowCampaigns(*person, *source)) == 0:
		return nil, nil, postchat.Conflictf("None of your campaigns gets chats from this source. Ask an owner of the account for one that does.")
	case person.Disabled() || !person.Role.HasWindow():
		return nil, nil, postchat.Deniedf("You may not act on follow-ups, which is what the window is for.")
	}
	return person, source, nil
}

// seat begins the session of a window.
func (d *Door) seat(ctx context.Context, tx *db.Scope, v *Visit, person *postchat.Person, source *postchat.Source) (PanelToken, error) {
	now, token := d.Now(), newSecret(panelPrefix)
	session := postchat.Session{
		ID: postchat.NewID(now), PersonID: person.ID, SourceID: source.ID, Hash: Hash(token), CreatedAt: now, SeenAt: now,
		Browser: v.browser, Network: network(v.address),
	}
	if err := tx.AddWindow(ctx, &session); err != nil {
		return PanelToken{}, err
	}
	return PanelToken{postchat.Secret(token), session.ExpiresAt()}, tx.Audit(ctx, windowEntry("window.sign_in", *source, ""))
}

func windowEntry(action string, source postchat.Source, detail string) postchat.AuditEntry {
	return postchat.AuditEntry{Action: action, ObjectKind: "source", ObjectID: source.ID, ObjectName: source.Name, Detail: detail}
}

// windowCampaigns are the campaigns of a source's window for a person: those that the source's chats can belong to, less what the
// person is kept from. It is never nil.
func windowCampaigns(person postchat.Person, source postchat.Source) []string {
	return common(source.CampaignIDs(), person.CampaignIDs)
}

// NewPanelCode is a code to be made for a window, on the fields source and nonce.
type NewPanelCode struct {
	SourceID string
	// Nonce is what the window made up, and nobody else knows.
	Nonce string
}

// PanelCode is a code of digits that opens a window, and until when it does.
type PanelCode struct {
	Code      string
	ExpiresAt time.Time
}

// CreatePanelCode makes a code that signs the viewer in at the window that has the nonce, once and within two minutes. The one before
// no longer works.
func (d *Door) CreatePanelCode(ctx context.Context, viewer Viewer, n NewPanelCode) (PanelCode, error) {
	if err := viewer.requireSession(); err != nil {
		return PanelCode{}, err
	}
	if err := checkNonce(n.Nonce); err != nil {
		return PanelCode{}, err
	}
	number, _ := rand.Int(rand.Reader, big.NewInt(1_000_000)) // never fails
	code := PanelCode{Code: fmt.Sprintf("%06d", number), ExpiresAt: d.Now().Add(postchat.PanelCodeTime)}
	err := viewer.Scope(d.Store).InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		person, source, err := d.whoSits(ctx, tx, viewer.Actor.ID, n.SourceID)
		if err != nil {
			return err
		}
		err = tx.SavePanelCode(ctx, &postchat.PanelCode{
			NonceHash: Hash(n.Nonce), PersonID: person.ID, SourceID: source.ID, CodeHash: codeHash(n.Nonce, code.Code), ExpiresAt: code.ExpiresAt,
		})
		if err != nil {
			return err
		}
		return tx.Audit(ctx, windowEntry("window.code", *source, ""))
	})
	return code, err
}

// codeHash is what is kept of a code. A million codes are soon tried; with the nonce, which is kept nowhere, they are not.
func codeHash(nonce, code string) []byte { return Hash(nonce + " " + code) }

// Bounds of a nonce: room for 128 random bits in base64url, and for more.
const minNonce, maxNonce = 22, 128

func checkNonce(nonce string) error {
	good := len(nonce) >= minNonce && len(nonce) <= maxNonce
	for _, r := range nonce {
		good = good && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-' || r == '_')
	}
	if !good {
		return postchat.Invalidf("nonce", "must have %d to %d characters of base64url, all of them random", minNonce, maxNonce)
	}
	return nil
}

// PanelCodeTyped is a code as it was typed into a window, on the fields source, nonce and code.
type PanelCodeTyped struct {
	SourceID, Nonce, Code string
}

// errCode is what everybody hears of a code that does not work, whatever is wrong with it.
func errCode() error {
	return postchat.Invalidf("code", "does not work, or not any more. Ask for a new one.")
}

// RedeemPanelCode signs a window in whose code was made for its nonce. Whatever is wrong, it is Invalid on the field code with the
// same words. It is Busy, with the time to wait, where the same address tried too often.
func (d *Door) RedeemPanelCode(ctx context.Context, v *Visit, t PanelCodeTyped) (PanelToken, error) {
	if err := checkNonce(t.Nonce); err != nil {
		return PanelToken{}, err
	}
	forget, err := d.throttle.admit(ctx, attempt{address: neighbourhood(v.address), email: "window " + t.Nonce})
	if err != nil {
		return PanelToken{}, err
	}
	code, err := d.Store.TryPanelCode(ctx, t.SourceID, Hash(t.Nonce))
	if postchat.IsKind(err, postchat.NotFound) {
		return PanelToken{}, errCode()
	}
	if err != nil {
		forget() // nothing was found out
		return PanelToken{}, err
	}
	if subtle.ConstantTimeCompare(code.CodeHash, codeHash(t.Nonce, digits(t.Code))) != 1 {
		return PanelToken{}, errCode()
	}
	forget()
	return d.redeem(ctx, v, *code)
}

// digits are those in what somebody typed: 123 456 is 123456.
func digits(typed string) string {
	var found []rune
	for _, r := range postchat.Shorten(typed, 20) {
		if r >= '0' && r <= '9' {
			found = append(found, r)
		}
	}
	return string(found)
}

// redeem signs in at the window whose code was right, unless somebody else was faster or the person may not any more.
func (d *Door) redeem(ctx context.Context, v *Visit, code postchat.PanelCode) (made PanelToken, err error) {
	scope := d.Store.Account(code.AccountID)
	person, err := scope.Person(ctx, code.PersonID)
	if err != nil {
		return PanelToken{}, err
	}
	err = scope.As(person.Actor()).InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if err := tx.UsePanelCode(ctx, code.NonceHash); err != nil {
			return err
		}
		person, source, err := d.whoSits(ctx, tx, code.PersonID, code.SourceID)
		if err == nil {
			made, err = d.seat(ctx, tx, v, person, source)
		}
		return err
	})
	if len(postchat.Problems(err)) > 0 {
		return PanelToken{}, errCode()
	}
	return made, err
}
