package auth

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// People changes who may do what in an account, in the name of one who may. Nobody gives, or takes from others, what they may
// not do themselves; and an account never loses its last owner.
type People struct {
	door   *Door
	viewer Viewer
	scope  *db.Scope
}

// People returns the people of the viewer's account.
func (d *Door) People(viewer Viewer) People { return People{d, viewer, viewer.Scope(d.Store)} }

// allowed is Denied unless the viewer may change people of the role.
func (p People) allowed(role postchat.PersonRole) error { return p.allowedTo(role.Permissions()) }

// allowedTo is Denied unless the viewer may change who has the permissions.
func (p People) allowedTo(permissions []postchat.Permission) error {
	if err := p.viewer.Require(postchat.PermissionPeople); err != nil {
		return err
	}
	for _, permission := range permissions {
		if slices.Contains(postchat.Permissions, permission) && !p.viewer.May(permission) {
			return postchat.Deniedf("You may not do this: it is about more than you may do yourself.")
		}
	}
	return nil
}

// campaigns checks that the campaigns are there.
func (p People) campaigns(ctx context.Context, tx *db.Scope, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	found, err := tx.CampaignsByID(ctx, ids)
	if err != nil {
		return err
	}
	for i, id := range ids {
		if found[id] == nil {
			return &postchat.Error{Kind: postchat.NotFound, Field: fmt.Sprintf("campaigns[%d]", i), Message: "There is no such campaign."}
		}
	}
	return nil
}

// distinct are the ids, each once. None is not the same as nil, which limits nothing.
func distinct(ids []string) []string {
	sorted := slices.Clone(ids)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// common are those of the ids that a limit leaves; nil limits nothing. They are never nil where ids are not.
func common(ids, limit []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return limit != nil && !slices.Contains(limit, id) })
}

// PersonChange changes a person; nil leaves it as it is.
type PersonChange struct {
	ID   string
	Name *string
	Role *postchat.PersonRole
	// CampaignIDs limits the person to campaigns, and AllCampaigns lifts that. Owners are never limited.
	CampaignIDs  []string
	AllCampaigns *bool
}

// Change changes a person, from their next request on, and returns them.
func (p People) Change(ctx context.Context, c PersonChange) (*postchat.Person, error) {
	return p.change(ctx, c.ID, "person.update", func(ctx context.Context, tx *db.Scope, person *postchat.Person) (string, error) {
		if c.Name != nil {
			person.Name = postchat.CleanLine(*c.Name)
		}
		if c.Role != nil {
			person.Role = *c.Role
		}
		lift := c.AllCampaigns != nil && *c.AllCampaigns
		switch {
		case lift && c.CampaignIDs != nil:
			return "", postchat.Invalidf("campaigns", "must be left out where allCampaigns is true")
		case c.CampaignIDs != nil:
			person.CampaignIDs = distinct(c.CampaignIDs)
		case lift, person.Role == postchat.RoleOwner:
			person.CampaignIDs = nil
		}
		detail := access(person.Role, person.CampaignIDs)
		if !person.Role.HasWindow() {
			ended, err := tx.EndWindows(ctx, person.ID)
			if err != nil {
				return "", err
			}
			if ended > 0 {
				detail += ", " + count(ended, "window") + " signed out"
			}
		}
		return detail, p.campaigns(ctx, tx, c.CampaignIDs)
	})
}

// access is what somebody may, in the words of the audit log.
func access(role postchat.PersonRole, campaignIDs []string) string {
	if campaignIDs == nil {
		return string(role)
	}
	return string(role) + " of " + count(len(campaignIDs), "campaign")
}

// Disable keeps a person from signing in and ends their sessions.
func (p People) Disable(ctx context.Context, id string) (*postchat.Person, error) {
	if id == p.viewer.Actor.ID {
		return nil, postchat.Conflictf("You can't disable yourself. Another owner can.")
	}
	return p.change(ctx, id, "person.disable", func(ctx context.Context, tx *db.Scope, person *postchat.Person) (string, error) {
		if !person.Disabled() {
			person.DisabledAt = p.door.Now()
		}
		if err := tx.EndLinks(ctx, id); err != nil {
			return "", err
		}
		ended, err := tx.EndSessions(ctx, id, "")
		return count(ended, "session") + " ended", err
	})
}

// Enable lets a disabled person sign in again.
func (p People) Enable(ctx context.Context, id string) (*postchat.Person, error) {
	return p.change(ctx, id, "person.enable", func(_ context.Context, _ *db.Scope, person *postchat.Person) (string, error) {
		person.DisabledAt = time.Time{}
		return "", nil
	})
}

type personEdit func(ctx context.Context, tx *db.Scope, person *postchat.Person) (detail string, err error)

// change edits a person in one transaction, with its line in the audit log.
func (p People) change(ctx context.Context, id, action string, edit personEdit) (person *postchat.Person, err error) {
	err = p.scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		owners, err := tx.LockOwners(ctx)
		if err != nil {
			return err
		}
		if person, err = tx.LockPerson(ctx, id); err != nil {
			return err
		}
		if err := p.allowed(person.Role); err != nil {
			return err
		}
		detail, err := edit(ctx, tx, person)
		if err != nil {
			return err
		}
		if err := p.allowed(person.Role); err != nil {
			return err
		}
		if slices.Equal(owners, []string{id}) && (person.Role != postchat.RoleOwner || person.Disabled()) {
			return postchat.Conflictf("An account needs an owner, and this is the last one. Make somebody else an owner first.")
		}
		if err := tx.SavePerson(ctx, person); err != nil {
			return err
		}
		return tx.Audit(ctx, personEntry(action, *person, detail))
	})
	if err != nil {
		return nil, err
	}
	return person, nil
}

func personEntry(action string, person postchat.Person, detail string) postchat.AuditEntry {
	return postchat.AuditEntry{Action: action, ObjectKind: "person", ObjectID: person.ID, ObjectName: person.Name, Detail: detail}
}

// PasswordLink makes a link by which the person sets a new password, for when the old one is lost. Links made before go on
// working until they expire or one is used.
func (p People) PasswordLink(ctx context.Context, id string) (link string, err error) {
	err = p.scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		person, err := tx.Person(ctx, id)
		if err != nil {
			return err
		}
		if err := p.allowed(person.Role); err != nil {
			return err
		}
		if person.Disabled() {
			return postchat.Conflictf("The person is disabled. Enable them first.")
		}
		link, err = p.door.newLink(ctx, tx, passwordPath, postchat.Link{Kind: postchat.LinkPassword, PersonID: id}, passwordTime)
		if err != nil {
			return err
		}
		return tx.Audit(ctx, personEntry("person.password_link", *person, ""))
	})
	return link, err
}
