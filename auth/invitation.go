package auth

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
)

// NewInvitation is somebody to be invited, on the fields email, role, campaigns and idempotencyKey.
type NewInvitation struct {
	Email string
	Role  postchat.PersonRole
	// CampaignIDs limits them to campaigns; nil does not.
	CampaignIDs []string
	// IdempotencyKey is the client's; see db.Wish.
	IdempotencyKey string
}

// Invited is an invitation with the link that it is about, which can be had only when it is made.
type Invited struct {
	Invitation *postchat.Invitation // nil where nobody was
	Link       string               // empty where the same was asked for before
}

// Invite invites somebody by mail, where there is a mail server, and returns the link too: whoever invites may hand it on
// themselves. What the mail server said is in the invitation. An e-mail that a person of the account has, or another open
// invitation, is a Conflict. Under a key that was used for the same before, nothing is done, and the link is not there again.
func (p People) Invite(ctx context.Context, n NewInvitation) (Invited, error) {
	if err := p.allowed(n.Role); err != nil {
		return Invited{}, err
	}
	now, secret := p.door.Now(), newSecret(linkPrefix)
	invitation := &postchat.Invitation{
		ID: postchat.NewID(now), Email: plainEmail(n.Email), Role: n.Role, InvitedBy: p.viewer.Actor.Name,
		CampaignIDs: distinct(n.CampaignIDs), Hash: Hash(secret), CreatedAt: now, ExpiresAt: now.Add(invitationTime),
	}
	wish := db.Wish{Key: n.IdempotencyKey, Operation: "invite", Input: []any{invitation.Email, invitation.Role, invitation.CampaignIDs}}
	if err := errors.Join(invitation.Validate(), wish.Validate()); err != nil {
		return Invited{}, err
	}
	return p.once(ctx, wish, secret, func(ctx context.Context, tx *db.Scope) (*postchat.Invitation, error) {
		if err := p.campaigns(ctx, tx, n.CampaignIDs); err != nil {
			return nil, err
		}
		if err := notYetHere(ctx, tx, invitation.Email); err != nil {
			return nil, err
		}
		if err := tx.SaveInvitation(ctx, invitation); err != nil {
			return nil, err
		}
		return invitation, tx.Audit(ctx, invitationEntry("invitation.create", *invitation))
	})
}

// once sends the link of the invitation that do makes or renews, unless the wish was fulfilled before: then it returns the
// invitation as it is now.
func (p People) once(ctx context.Context, wish db.Wish, secret string,
	do func(ctx context.Context, tx *db.Scope) (*postchat.Invitation, error),
) (Invited, error) {
	var made *postchat.Invitation // nil where the wish was fulfilled before
	id, err := p.scope.Once(ctx, wish, func(ctx context.Context, tx *db.Scope) (_ string, err error) {
		if made, err = do(ctx, tx); err != nil {
			return "", err
		}
		return made.ID, nil
	})
	switch {
	case err != nil:
		return Invited{}, err
	case made == nil:
		before, err := p.scope.Invitation(ctx, id)
		return Invited{Invitation: before}, err
	}
	return p.post(ctx, made, secret)
}

// notYetHere is a Conflict where a person of the account has the e-mail.
func notYetHere(ctx context.Context, tx *db.Scope, email string) error {
	key := postchat.Address{Email: email}.Key()
	people, err := tx.People(ctx)
	if err == nil && slices.ContainsFunc(people, func(p postchat.Person) bool { return p.Key() == key }) {
		err = &postchat.Error{Kind: postchat.Conflict, Field: "email", Message: "This is the e-mail of a person of the account."}
	}
	return err
}

func invitationEntry(action string, i postchat.Invitation) postchat.AuditEntry {
	return postchat.AuditEntry{
		Action: action, ObjectKind: "invitation", ObjectID: i.ID, ObjectName: i.Email, Detail: access(i.Role, i.CampaignIDs),
	}
}

// Resending is an invitation to be sent again, on the fields id and idempotencyKey.
type Resending struct {
	ID             string
	IdempotencyKey string
}

// SendAgain gives an open invitation a new link, which the old one gives way to, and sends it as Invite does. Under a key that was
// used for the same before, nothing is done.
func (p People) SendAgain(ctx context.Context, r Resending) (Invited, error) {
	secret := newSecret(linkPrefix)
	wish := db.Wish{Key: r.IdempotencyKey, Operation: "invite_again", Input: r.ID}
	return p.once(ctx, wish, secret, func(ctx context.Context, tx *db.Scope) (*postchat.Invitation, error) {
		return p.changeInvitation(ctx, tx, r.ID, "invitation.send_again", func(i *postchat.Invitation) error {
			i.Hash, i.ExpiresAt = Hash(secret), p.door.Now().Add(invitationTime)
			return tx.RenewInvitation(ctx, i)
		})
	})
}

// Revoke makes an invitation's link open nothing any more.
func (p People) Revoke(ctx context.Context, id string) (invitation *postchat.Invitation, err error) {
	err = p.scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) (err error) {
		invitation, err = p.changeInvitation(ctx, tx, id, "invitation.revoke", func(i *postchat.Invitation) error {
			i.RevokedAt = p.door.Now()
			return tx.RevokeInvitation(ctx, id)
		})
		return err
	})
	return invitation, err
}

// changeInvitation changes an invitation, with its line in the audit log.
func (p People) changeInvitation(ctx context.Context, tx *db.Scope, id, action string, change func(*postchat.Invitation) error) (
	*postchat.Invitation, error,
) {
	invitation, err := tx.Invitation(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := p.allowed(invitation.Role); err != nil {
		return nil, err
	}
	if err := change(invitation); err != nil {
		return nil, err
	}
	return invitation, tx.Audit(ctx, invitationEntry(action, *invitation))
}

// postTime bounds how long the mail server may take for an invitation while somebody waits for the answer.
const postTime = 15 * time.Second

// post sends an invitation's link once, and notes what the mail server said.
func (p People) post(ctx context.Context, i *postchat.Invitation, secret string) (Invited, error) {
	link := p.door.PublicURL + invitationPath + secret
	if p.door.Post == nil {
		return Invited{i, link}, nil
	}
	limited, cancel := context.WithTimeout(ctx, postTime)
	defer cancel()
	words, err := p.door.Post(limited, p.letter(*i, link))
	if err != nil {
		i.Words, i.SentAt = "Not sent: "+words, time.Time{}
		p.door.Log.WarnContext(ctx, "an invitation was not sent", "invitation_id", i.ID, "error", err)
	} else {
		i.Words, i.SentAt = words, p.door.Now()
	}
	// The mail has left: that is noted even where whoever asked has gone meanwhile.
	err = p.scope.NoteInvitationSent(context.WithoutCancel(ctx), i.ID, i.Words, i.SentAt)
	if err != nil && !postchat.IsKind(err, postchat.NotFound) {
		return Invited{}, err
	}
	return Invited{i, link}, nil
}

func (p People) letter(i postchat.Invitation, link string) mail.Letter {
	now := p.door.Now()
	return mail.Letter{
		ID: postchat.NewID(now), From: p.door.From, To: postchat.Address{Email: i.Email}, Now: now,
		Subject: "Your invitation to Postchat",
		Text: fmt.Sprintf("Hello,\n\n%s invites you to Postchat as %s. Postchat forwards finished live chats to those who can help.\n\n"+
			"This link makes your account. It works once, until %s:\n\n%s\n\nIf you do not expect this, leave it be: nothing happens without you.\n",
			i.InvitedBy, i.Role, i.ExpiresAt.Format("2 January 2006, 15:04 MST"), link),
	}
}

// Acceptance is somebody who follows an invitation, on the fields token, name and password.
type Acceptance struct {
	// Token is the link's secret, which stands in it behind the #.
	Token          string
	Name, Password string
}

// Accept makes the person who was invited and signs them in.
func (d *Door) Accept(ctx context.Context, v *Visit, a Acceptance) (Viewer, error) {
	invitation, err := d.Store.InvitationByHash(ctx, Hash(a.Token))
	if postchat.IsKind(err, postchat.NotFound) || err == nil && !invitation.Valid(d.Now()) {
		return Viewer{}, errLink()
	}
	if err != nil {
		return Viewer{}, err
	}
	person := d.newPerson(invitation.Email, a.Name, invitation.Role, invitation.CampaignIDs)
	if err := d.prepare(ctx, person, a.Password); err != nil {
		return Viewer{}, err
	}
	var ticket ticket
	scope := d.Store.Account(invitation.AccountID).As(person.Actor())
	err = scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if err := tx.AcceptInvitation(ctx, invitation.ID); err != nil {
			return linkGone(err)
		}
		ticket, err = d.begin(ctx, tx, v, person, "invitation.accept")
		return err
	})
	return d.letIn(v, ticket, err)
}
