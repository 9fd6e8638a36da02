package settings

import (
	"cmp"
	"context"
	"strings"

	"github.com/postchat/postchat"
)

// MailSettingsChange changes what a campaign's mails look like, on the fields senderName, replyTo, subject, intro, footer,
// language and timeZone.
type MailSettingsChange struct {
	CampaignID string
	postchat.MailOverrides
}

// UpdateMailSettings changes a campaign's mail settings. Mails that were composed before stay as they are.
func (e Editor) UpdateMailSettings(ctx context.Context, change MailSettingsChange) (*postchat.Campaign, error) {
	change.Clean()
	return e.updateCampaign(ctx, change.CampaignID, func(ctx context.Context, tx Editor, c *postchat.Campaign) error {
		c.MailSettings = c.MailSettings.With(change.MailOverrides)
		return tx.Scope.Audit(ctx, postchat.AuditEntry{
			Action: "mail_settings.update", ObjectKind: "campaign", ObjectID: c.ID, ObjectName: c.Name, CampaignID: c.ID,
			Detail: strings.Join(change.Names(), ", "),
		})
	})
}

// CodeMailSettings are what differs in the mails of chats with a code, on the same fields. What is nil does not differ.
type CodeMailSettings struct {
	CodeID string
	postchat.MailOverrides
}

// SaveCodeMailSettings makes what differs for a code just this. It is no change: what is not named does not differ from then on.
func (e Editor) SaveCodeMailSettings(ctx context.Context, differs CodeMailSettings) (*postchat.SuccessCode, error) {
	differs.Clean()
	return e.updateCode(ctx, differs.CodeID, func(ctx context.Context, tx Editor, code *postchat.SuccessCode, _ []postchat.SuccessCode) error {
		code.MailOverrides = differs.MailOverrides
		return tx.Scope.Audit(ctx, postchat.AuditEntry{
			Action: "mail_settings.update", ObjectKind: "success_code", ObjectID: code.ID, ObjectName: code.Label, CampaignID: code.CampaignID,
			Detail: cmp.Or(strings.Join(differs.Names(), ", "), "nothing differs"),
		})
	})
}
