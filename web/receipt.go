package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// followUpView is a follow-up with its decision and its receipt.
type followUpView struct {
	frame

	FollowUp postchat.FollowUp
	Campaign postchat.Campaign
	Mails    []mailReceipt
	zone     *time.Location
}

// mailReceipt is what became of one mail, by recipient in the decision's order.
type mailReceipt struct {
	postchat.Mail

	URL   string // of its page in the outbox; empty where there is none
	Lines []receiptLine
}

// receiptLine is what became of a mail for one recipient.
type receiptLine struct {
	postchat.Delivery

	Steps []postchat.DeliveryStep
	// Last says that nothing more will be heard of it.
	Last bool
}

// isLast reports whether a mail was taken by a server that does not tell what becomes of it.
func (p Pages) isLast(d postchat.Delivery) bool {
	return d.State == postchat.DeliveryAccepted && d.Transport == "smtp" && !p.TellsMore
}

// Local is a moment in the campaign's zone.
func (v followUpView) Local(t time.Time) time.Time { return t.In(v.zone) }

// local puts the steps' moments into the campaign's zone.
func (v followUpView) local(steps []postchat.DeliveryStep) []postchat.DeliveryStep {
	for i := range steps {
		steps[i].At = v.Local(steps[i].At)
	}
	return steps
}

// Why is what a mail is for, where it is not the first.
func (followUpView) Why(kind postchat.MailKind) string {
	switch kind {
	case postchat.MailRescue:
		return "To standard, because an address refused the mail."
	case postchat.MailAgain:
		return "Sent again by a person."
	case postchat.MailAddendum:
		return "With what came after the first mail."
	case postchat.MailFirst:
	}
	return ""
}

// Verdict is what became of a code, as people read it.
func (followUpView) Verdict(code postchat.CodeVerdict) string {
	switch code.Outcome {
	case postchat.CodeRouted:
		return "led to its addresses"
	case postchat.CodeNoAddress:
		return "has no address"
	case postchat.CodeRetired:
		return "is retired and counts as none"
	case postchat.CodeUnknown:
		return "is not a code of the campaign and counts as none"
	}
	return string(code.Outcome)
}

func (p Pages) followUp(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	number, err := strconv.ParseInt(r.PathValue("number"), 10, 64)
	if err != nil {
		return postchat.NotFoundf("There is no such follow-up.")
	}
	f, err := scope.FollowUpByNumber(r.Context(), number)
	if err != nil {
		return err
	}
	view, err := p.view(r.Context(), scope, *f)
	if err != nil {
		return err
	}
	view.frame = p.frame(r, "Follow-up #"+strconv.FormatInt(f.Number, 10))
	p.render(r.Context(), w, http.StatusOK, "followup", view)
	return nil
}

// view reads all that there is to show of a follow-up.
func (p Pages) view(ctx context.Context, scope *db.Scope, f postchat.FollowUp) (followUpView, error) {
	v := followUpView{FollowUp: f}
	campaign, err := scope.Campaign(ctx, f.CampaignID)
	if err != nil {
		return v, err
	}
	v.Campaign, v.zone = *campaign, campaign.Location()
	mails, err := scope.Mails(ctx, f.ID)
	if err != nil {
		return v, err
	}
	deliveries, err := scope.Deliveries(ctx, f.ID)
	if err != nil {
		return v, err
	}
	ids := make([]string, len(deliveries))
	for i, d := range deliveries {
		ids[i] = d.ID
	}
	steps, err := scope.StepsByDelivery(ctx, ids)
	if err != nil {
		return v, err
	}
	for _, m := range mails {
		one := mailReceipt{Mail: m}
		if p.Outbox {
			one.URL = mailURL(m.ID)
		}
		for _, d := range ofMail(deliveries, f, m.ID) {
			one.Lines = append(one.Lines, receiptLine{d, v.local(steps[d.ID]), p.isLast(d)})
		}
		v.Mails = append(v.Mails, one)
	}
	return v, nil
}

// ofMail are the deliveries of one mail of the follow-up, in the order of its decision.
func ofMail(deliveries []postchat.Delivery, f postchat.FollowUp, mailID string) []postchat.Delivery {
	var own []postchat.Delivery
	for _, d := range deliveries {
		if d.MailID == mailID {
			own = append(own, d)
		}
	}
	slices.SortStableFunc(own, func(a, b postchat.Delivery) int { return cmp.Compare(place(f, a), place(f, b)) })
	return own
}

// place is where a delivery's recipient stands in the decision; one that is not in it comes last.
func place(f postchat.FollowUp, d postchat.Delivery) int {
	if f.Decision != nil {
		for i, r := range f.Decision.Recipients {
			if r.Address.Key() == d.Recipient.Key() {
				return i
			}
		}
		return len(f.Decision.Recipients)
	}
	return 0
}
