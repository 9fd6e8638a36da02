package settings

import (
	"context"

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
	return e.updateCampaign(ctx, "mail_settings.update", change.CampaignID, func(_ context.Context, _ Editor, c *postchat.Campaign) error {
		c.MailSettings = c.MailSettings.With(change.MailOverrides)
		return nil
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
	save := func(_ context.Context, _ Editor, code *postchat.SuccessCode, _ []postchat.SuccessCode) error {
		code.MailOverrides = differs.MailOverrides
		return nil
	}
	return e.updateCode(ctx, "mail_settings.update", differs.CodeID, save)
}
