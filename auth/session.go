package auth

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// SignOut ends the viewer's session, or all of theirs with everywhere, windows too, and returns how many those were. The browser
// forgets its cookie. In a window it ends that window's alone.
func (d *Door) SignOut(ctx context.Context, v *Visit, viewer Viewer, everywhere bool) (ended int, err error) {
	if err := viewer.requirePerson(); err != nil {
		return 0, err
	}
	if everywhere {
		if err := viewer.requireSession(); err != nil {
			return 0, err
		}
	}
	err = viewer.Scope(d.Store).InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if everywhere {
			ended, err = tx.EndSessions(ctx, viewer.Actor.ID, "")
		} else {
			ended, err = 1, tx.EndSession(ctx, viewer.Actor.ID, viewer.SessionID)
		}
		if err != nil {
			return err
		}
		what := "session"
		if viewer.SourceID != "" {
			what = "window"
		}
		return tx.Audit(ctx, sessionEntry(viewer, "session.sign_out", count(ended, what)))
	})
	if err == nil && viewer.SourceID == "" {
		v.signedOut()
	}
	return ended, err
}

// EndSession ends one of the viewer's own sessions, of a browser or of a window.
func (d *Door) EndSession(ctx context.Context, v *Visit, viewer Viewer, id string) error {
	if err := viewer.requireSession(); err != nil {
		return err
	}
	err := viewer.Scope(d.Store).InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if err := tx.EndSession(ctx, viewer.Actor.ID, id); err != nil {
			return err
		}
		return tx.Audit(ctx, sessionEntry(viewer, "session.end", ""))
	})
	if err == nil && id == viewer.SessionID {
		v.signedOut()
	}
	return err
}

// PasswordChange is a new password, on the fields oldPassword and newPassword.
type PasswordChange struct {
	OldPassword, NewPassword string
}

// ChangePassword gives the viewer another password and ends all their sessions but this one. A wrong old password is Invalid.
func (d *Door) ChangePassword(ctx context.Context, viewer Viewer, c PasswordChange) error {
	if err := viewer.requireSession(); err != nil {
		return err
	}
	scope := viewer.Scope(d.Store)
	person, err := scope.Person(ctx, viewer.Actor.ID)
	if err != nil {
		return err
	}
	if err := checkPassword("newPassword", c.NewPassword, person.Email, person.Name); err != nil {
		return err
	}
	forget, err := d.throttle.admit(ctx, attempt{device: "person " + person.ID})
	if err != nil {
		return err
	}
	right, _, err := d.hasher.check(ctx, d.hasher.known, postchat.Shorten(c.OldPassword, maxPassword+1), person.PasswordHash)
	if err != nil {
		return err
	}
	if !right {
		return postchat.Invalidf("oldPassword", "is not your password").Named(postchat.ErrorWrongPassword)
	}
	forget()
	hash, err := d.hasher.hash(ctx, d.hasher.known, c.NewPassword)
	if err != nil {
		return err
	}
	return scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		now, err := tx.LockPerson(ctx, person.ID)
		if err != nil {
			return err
		}
		if now.PasswordHash != person.PasswordHash {
			return postchat.Conflictf("The password was changed meanwhile.")
		}
		ended, err := d.setPassword(ctx, tx, now, hash, viewer.SessionID)
		if err != nil {
			return err
		}
		return tx.Audit(ctx, sessionEntry(viewer, "person.change_password", count(ended, "other session")+" ended"))
	})
}

// setPassword saves a new password of the person, and ends what the old one opened: sessions but the one with the id, and
// links. It returns how many sessions those were.
func (d *Door) setPassword(ctx context.Context, tx *db.Scope, person *postchat.Person, hash, but string) (int, error) {
	person.PasswordHash = hash
	if err := tx.SavePerson(ctx, person); err != nil {
		return 0, err
	}
	if err := tx.EndLinks(ctx, person.ID); err != nil {
		return 0, err
	}
	return tx.EndSessions(ctx, person.ID, but)
}

// ProfileChange is what people change of themselves; nil leaves it as it is.
type ProfileChange struct {
	Name, Language *string
}

// ChangeProfile changes the viewer's own name or language, and returns them as they are now.
func (d *Door) ChangeProfile(ctx context.Context, viewer Viewer, c ProfileChange) (person *postchat.Person, err error) {
	if err := viewer.requireSession(); err != nil {
		return nil, err
	}
	err = viewer.Scope(d.Store).InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if person, err = tx.LockPerson(ctx, viewer.Actor.ID); err != nil {
			return err
		}
		if c.Name != nil {
			person.Name = postchat.CleanLine(*c.Name)
		}
		if c.Language != nil {
			person.Language = postchat.CleanLine(*c.Language)
		}
		if err := tx.SavePerson(ctx, person); err != nil {
			return err
		}
		return tx.Audit(ctx, sessionEntry(viewer, "person.update", "their own name or language"))
	})
	if err != nil {
		return nil, err
	}
	return person, nil
}

// sessionEntry is an entry about what the viewer did to themselves.
func sessionEntry(viewer Viewer, action, detail string) postchat.AuditEntry {
	return postchat.AuditEntry{
		Action: action, ObjectKind: "person", ObjectID: viewer.Actor.ID, ObjectName: viewer.Actor.Name, Detail: detail,
	}
}

// viewerOf is who comes with the session.
func viewerOf(session postchat.Session, person postchat.Person) Viewer {
	return Viewer{
		AccountID: person.AccountID, Actor: person.Actor(), Permissions: person.Role.Permissions(), CampaignIDs: person.CampaignIDs,
		SessionID: session.ID,
	}
}

// windowViewer is who comes with the session of a window.
func windowViewer(session postchat.Session, person postchat.Person, source postchat.Source) Viewer {
	v := viewerOf(session, person)
	v.Permissions, v.CampaignIDs, v.SourceID = person.Role.WindowPermissions(), windowCampaigns(person, source), source.ID
	return v
}

// Sessions finds sessions; see db.Store.
type Sessions interface {
	// SessionByHash returns the session with the hash, however valid, and its person as they are now; NotFound when there is none.
	SessionByHash(ctx context.Context, hash []byte) (*postchat.Session, *postchat.Person, error)
	// TouchSession notes that the session was used, from the network.
	TouchSession(ctx context.Context, session *postchat.Session, network string, at time.Time) error
	// WindowSource returns the source of a window as it is now, without its secrets.
	WindowSource(ctx context.Context, id string) (*postchat.Source, error)
}
