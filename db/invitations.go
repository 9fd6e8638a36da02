package db

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// invitationRow adds the folded e-mail, of which there is one open invitation.
type invitationRow struct {
	postchat.Invitation `bun:",extend"`

	EmailKey string `bun:"email_key"`
}

// InvitationByHash returns the invitation with the hash, however valid.
func (s *Store) InvitationByHash(ctx context.Context, hash []byte) (*postchat.Invitation, error) {
	invitation := new(postchat.Invitation)
	err := s.read.NewSelect().Model(invitation).Where("hash = ?", hash).Scan(ctx)
	if err := notFound(err, "invitation"); err != nil {
		return nil, err
	}
	return invitation, nil
}

// Invitations returns the account's invitations that were neither accepted nor revoked, the newest first.
func (c *Scope) Invitations(ctx context.Context) ([]postchat.Invitation, error) {
	var invitations []postchat.Invitation
	err := c.selectOne(&invitations).Where("accepted_at IS NULL").Where("revoked_at IS NULL").Order("id DESC").Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read invitations: %w", err)
	}
	return invitations, nil
}

// Invitation returns one invitation of the account, whatever became of it.
func (c *Scope) Invitation(ctx context.Context, id string) (*postchat.Invitation, error) {
	invitation := new(postchat.Invitation)
	if err := notFound(c.selectOne(invitation).Where("id = ?", id).Scan(ctx), "invitation"); err != nil {
		return nil, err
	}
	return invitation, nil
}

// SaveInvitation validates the invitation and stores it, new or changed. An e-mail with another open invitation is a
// Conflict on the field email.
func (c *Scope) SaveInvitation(ctx context.Context, invitation *postchat.Invitation) error {
	if err := invitation.Validate(); err != nil {
		return err
	}
	invitation.AccountID = c.account
	row := &invitationRow{Invitation: *invitation, EmailKey: postchat.Address{Email: invitation.Email}.Key()}
	return c.save(ctx, row, "pending invitation for", "email", invitation.Email)
}

// RenewInvitation gives an invitation that is still open the link that it has now. It is NotFound where it is not open.
func (c *Scope) RenewInvitation(ctx context.Context, i *postchat.Invitation) error {
	return c.updateInvitation(ctx, i.ID, func(q *bun.UpdateQuery) *bun.UpdateQuery {
		return q.Set("hash = ?", i.Hash).Set("expires_at = ?", i.ExpiresAt)
	})
}

// NoteInvitationSent notes what the mail server said of an invitation; sent is zero where it did not take it.
func (c *Scope) NoteInvitationSent(ctx context.Context, id, words string, sent time.Time) error {
	return c.updateInvitation(ctx, id, func(q *bun.UpdateQuery) *bun.UpdateQuery {
		if !sent.IsZero() {
			q = q.Set("sent_at = ?", sent)
		}
		return q.Set("words = ?", words)
	})
}

// RevokeInvitation makes an invitation open nothing any more. It is NotFound where it is not open.
func (c *Scope) RevokeInvitation(ctx context.Context, id string) error {
	return c.updateInvitation(ctx, id, func(q *bun.UpdateQuery) *bun.UpdateQuery { return q.Set("revoked_at = ?", c.store.now()) })
}

// AcceptInvitation marks an invitation as accepted. It is NotFound where it is not valid any more: of two at once, one gets it.
func (c *Scope) AcceptInvitation(ctx context.Context, id string) error {
	now := c.store.now()
	return c.updateInvitation(ctx, id, func(q *bun.UpdateQuery) *bun.UpdateQuery {
		return q.Set("accepted_at = ?", now).Where("expires_at > ?", now)
	})
}

// updateInvitation changes an invitation that is open.
func (c *Scope) updateInvitation(ctx context.Context, id string, change func(*bun.UpdateQuery) *bun.UpdateQuery) error {
	query := c.writer().NewUpdate().Model((*postchat.Invitation)(nil)).Where("account_id = ?", c.account).Where("id = ?", id).
		Where("accepted_at IS NULL").Where("revoked_at IS NULL")
	result, err := change(query).Exec(ctx)
	if err != nil {
		return fmt.Errorf("change invitation: %w", err)
	}
	if n, _ := result.RowsAffected(); n == 0 {
		return postchat.NotFoundf("There is no such invitation.")
	}
	return nil
}
