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
	// IdempotencyKey is the client's own name for this wish: under one key one mail is sent.
	IdempotencyKey string
}

// Invited is an invitation with the link that it is about, which can be had only when it is made.
type Invited struct {
	Invitation *postchat.Invitation // nil where nobody was
	Link       string               // empty where the same was asked for before
}

// Invite invites somebody by mail, where there is a mail server, and returns the link too: whoever invites may hand it on
// themselves. What the mail server said is in the invitation. An e-mail that a person of the account has, or another open
// invitation, is a Conflict. Under the key of the open invitation nothing is done again.
func (p People) Invite(ctx context.Context, n NewInvitation) (Invited, error) {
	if err := p.allowed(n.Role); err != nil {
		return Invited{}, err
	}
	now, secret := p.door.Now(), newSecret(linkPrefix)
	invitation := &postchat.Invitation{
		ID: postchat.NewID(now), Email: plainEmail(n.Email), Role: n.Role, InvitedBy: p.viewer.Actor.Name, IdempotencyKey: n.IdempotencyKey,
		CampaignIDs: distinct(n.CampaignIDs), Hash: Hash(secret), CreatedAt: now, ExpiresAt: now.Add(invitationTime),
	}
	if err := errors.Join(invitation.Validate(), checkKey(n.IdempotencyKey)); err != nil {
		return Invited{}, err
	}
	var before *postchat.Invitation
	err := p.scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) (err error) {
		if err := p.campaigns(ctx, tx, n.CampaignIDs); err != nil {
			return err
		}
		if before, err = invitedBefore(ctx, tx, invitation); before != nil || err != nil {
			return err
		}
		if err := tx.SaveInvitation(ctx, invitation); err != nil {
			return err
		}
		return tx.Audit(ctx, invitationEntry("invitation.create", *invitation))
	})
	switch {
	case err != nil:
		return Invited{}, err
	case before != nil:
		return Invited{Invitation: before}, nil
	}
	return p.post(ctx, invitation, secret)
}

// invitedBefore is the open invitation under the same key, nil where this is the first time. It is a Conflict where there is
// another one for the e-mail, or a person who has it.
func invitedBefore(ctx context.Context, tx *db.Scope, i *postchat.Invitation) (*postchat.Invitation, error) {
	key := postchat.Address{Email: i.Email}.Key()
	people, err := tx.People(ctx)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(people, func(p postchat.Person) bool { return p.Key() == key }) {
		return nil, &postchat.Error{Kind: postchat.Conflict, Field: "email", Message: "This is the e-mail of a person of the account."}
	}
	open, err := tx.InvitationFor(ctx, key)
	switch {
	case postchat.IsKind(err, postchat.NotFound):
		return nil, nil //nolint:nilnil // not found is an answer here: it is the first time
	case err != nil || open.IdempotencyKey != i.IdempotencyKey:
		return nil, err // saving finds the conflict
	case open.Role != i.Role || !slices.Equal(open.CampaignIDs, i.CampaignIDs):
		return nil, &postchat.Error{
			Kind: postchat.Conflict, Field: "idempotencyKey", Message: "Another invitation was made under this key. Use a new one.",
		}
	}
	return open, nil
}

// checkKey checks a client's name for a wish.
func checkKey(key string) error {
	if key == "" || len(key) > postchat.MaxIdempotencyKey {
		return postchat.Invalidf("idempotencyKey", "must have 1 to %d bytes", postchat.MaxIdempotencyKey)
	}
	return nil
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

// SendAgain gives an open invitation a new link, which the old one gives way to, and sends it as Invite does. Under the key
// that it was sent with last nothing is done again.
func (p People) SendAgain(ctx context.Context, r Resending) (Invited, error) {
	if err := checkKey(r.IdempotencyKey); err != nil {
		return Invited{}, err
	}
	secret := newSecret(linkPrefix)
	i, changed, err := p.changeInvitation(ctx, r.ID, "invitation.send_again", func(ctx context.Context, tx *db.Scope, i *postchat.Invitation) (bool, error) {
		if i.IdempotencyKey == r.IdempotencyKey {
			return false, nil
		}
		i.Hash, i.ExpiresAt, i.IdempotencyKey = Hash(secret), p.door.Now().Add(invitationTime), r.IdempotencyKey
		return true, tx.RenewInvitation(ctx, i)
	})
	if err != nil || !changed {
		return Invited{Invitation: i}, err
	}
	return p.post(ctx, i, secret)
}

// Revoke makes an invitation's link open nothing any more.
func (p People) Revoke(ctx context.Context, id string) (*postchat.Invitation, error) {
	i, _, err := p.changeInvitation(ctx, id, "invitation.revoke", func(ctx context.Context, tx *db.Scope, i *postchat.Invitation) (bool, error) {
		i.RevokedAt = p.door.Now()
		return true, tx.RevokeInvitation(ctx, id)
	})
	return i, err
}

// changeInvitation changes an invitation in one transaction, with its line in the audit log where change says that it did.
func (p People) changeInvitation(ctx context.Context, id, action string,
	change func(context.Context, *db.Scope, *postchat.Invitation) (bool, error),
) (invitation *postchat.Invitation, changed bool, err error) {
	err = p.scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if invitation, err = tx.Invitation(ctx, id); err != nil {
			return err
		}
		if err := p.allowed(invitation.Role); err != nil {
			return err
		}
		if changed, err = change(ctx, tx, invitation); err != nil || !changed {
			return err
		}
		return tx.Audit(ctx, invitationEntry(action, *invitation))
	})
	if err != nil {
		return nil, false, err
	}
	return invitation, changed, nil
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
