package db

import (
	"context"
	"fmt"

	"github.com/postchat/postchat"
)

// Mails returns the mails of the follow-ups, the oldest first, without their sources, which are large; see Mail.
func (c *Scope) Mails(ctx context.Context, followUpIDs ...string) ([]postchat.Mail, error) {
	var mails []postchat.Mail
	err := c.selectOne(&mails).ExcludeColumn("source").Where("follow_up_id IN (?)", list(followUpIDs)).Order("id").Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read mails: %w", err)
	}
	return mails, nil
}

// Mail returns one mail, whole.
func (c *Scope) Mail(ctx context.Context, id string) (*postchat.Mail, error) {
	mail := new(postchat.Mail)
	if err := notFound(c.selectOne(mail).Where("id = ?", id).Scan(ctx), "mail"); err != nil {
		return nil, err
	}
	return mail, nil
}

// Deliveries returns the deliveries of the follow-ups' mails, one mail after the other, by recipient.
func (c *Scope) Deliveries(ctx context.Context, followUpIDs ...string) ([]postchat.Delivery, error) {
	var deliveries []postchat.Delivery
	if err := c.selectOne(&deliveries).Where("follow_up_id IN (?)", list(followUpIDs)).Order("mail_id", "recipient").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read deliveries: %w", err)
	}
	return deliveries, nil
}

// Steps returns the histories of the deliveries, the oldest line first.
func (c *Scope) Steps(ctx context.Context, deliveryIDs ...string) ([]postchat.DeliveryStep, error) {
	var steps []postchat.DeliveryStep
	if err := c.selectOne(&steps).Where("delivery_id IN (?)", list(deliveryIDs)).Order("at", "id").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read histories: %w", err)
	}
	return steps, nil
}
