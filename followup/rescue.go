package followup

import (
	"slices"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
)

// rescue sends a follow-up to standard whose mail an address of the table refused: once, as a mail of its own, never because
// of a rescue, and not where standard has it already. An address that the operator added is shown as refused, not rescued.
func (d *Desk) rescue(in db.ForRouting) (db.Routed, error) {
	r := db.Routed{FollowUp: in.FollowUp}
	r.FollowUp.RunAt = time.Time{}
	refused := refusedTableAddresses(in)
	if len(refused) == 0 {
		return r, nil
	}
	rescue := mailOfKind(in.Mails, postchat.MailRescue)
	if rescue == "" {
		rescue = standardHasIt(in)
	}
	if rescue == "" {
		to := rescuers(in, refused)
		if len(to.Recipients) == 0 {
			return r, nil // there is no standard that has not refused it itself: it stays failed, visibly
		}
		if err := d.compose(in, &r, postchat.MailRescue, to, refusals(refused)); err != nil {
			return r, err
		}
		rescue = r.Mail.ID
	}
	r.FollowUp.Reason = postchat.ReasonRescued
	for _, delivery := range refused {
		r.Replaced = append(r.Replaced, db.Replaced{DeliveryID: delivery.ID, MailID: rescue})
	}
	return r, nil
}

// refusedTableAddresses are the deliveries that were refused, that nothing stands in for yet, and whose address a code leads
// to. Standard's own addresses are not among them.
func refusedTableAddresses(in db.ForRouting) []postchat.Delivery {
	rescue := mailOfKind(in.Mails, postchat.MailRescue)
	return slices.DeleteFunc(slices.Clone(in.Deliveries), func(d postchat.Delivery) bool {
		byCode := slices.ContainsFunc(d.Reasons, func(r postchat.Reason) bool { return r.Kind == postchat.ReasonCode })
		return !d.State.Refused() || d.ReplacedBy != "" || !byCode || (rescue != "" && d.MailID == rescue)
	})
}

func mailOfKind(mails []postchat.Mail, kind postchat.MailKind) string {
	for _, m := range mails {
		if m.Kind == kind {
			return m.ID
		}
	}
	return ""
}

// standardHasIt returns the mail that brought the follow-up to every address of standard, if there is one.
func standardHasIt(in db.ForRouting) string {
	for _, m := range in.Mails {
		has := func(a postchat.Address) bool {
			return slices.ContainsFunc(in.Deliveries, func(d postchat.Delivery) bool {
				return d.MailID == m.ID && d.Recipient.Key() == a.Key() && !d.State.Refused()
			})
		}
		if len(in.Table.Standard) > 0 && !slices.ContainsFunc(in.Table.Standard, func(a postchat.Address) bool { return !has(a) }) {
			return m.ID
		}
	}
	return ""
}

// rescuers is the decision of a rescue: the addresses of standard, but for those that have the follow-up or refused it.
func rescuers(in db.ForRouting, refused []postchat.Delivery) postchat.Decision {
	decision := postchat.Decision{TableVersion: in.Table.Version, Recipients: []postchat.Recipient{}}
	if in.FollowUp.Decision != nil {
		decision.Codes = in.FollowUp.Decision.Codes
	}
	var reasons []postchat.Reason
	for _, d := range refused {
		reasons = append(reasons, postchat.Reason{Kind: postchat.ReasonRescue, Refused: d.Recipient.Email})
	}
	for _, address := range in.Table.Standard {
		known := slices.ContainsFunc(in.Deliveries, func(d postchat.Delivery) bool { return d.Recipient.Key() == address.Key() })
		if !known {
			decision.Recipients = append(decision.Recipients, postchat.Recipient{Address: address, Reasons: reasons})
		}
	}
	return decision
}

// refusals are the words of the servers that refused, for the top of the rescue.
func refusals(refused []postchat.Delivery) []mail.Refusal {
	said := make([]mail.Refusal, len(refused))
	for i, d := range refused {
		said[i] = mail.Refusal{Email: d.Recipient.Email, Words: d.Words}
	}
	return said
}
