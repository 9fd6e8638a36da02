package followup

import (
	"context"
	"fmt"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// tally counts the mails of a batch that are not stored yet, by campaign and by campaign and operator.
type tally map[[2]string]int

// limit holds the mail's deliveries when they would take the campaign or the operator over their limit of an hour. What is
// held stays visible until a person releases it; nothing is dropped. Servers that route at the same moment do not see each
// other's mails yet, so that a limit can be passed by one batch of each.
func (d *Desk) limit(ctx context.Context, campaign postchat.Campaign, r *db.Routed, batch tally) error {
	limits := campaign.SendingLimits
	if limits.MailLimit == 0 && limits.OperatorLimit == 0 {
		return nil
	}
	all, byOperator, err := d.Store.MailsSince(ctx, campaign.ID, r.FollowUp.SubmittedBy, d.Now().Add(-time.Hour))
	if err != nil {
		return err
	}
	n := len(r.Deliveries)
	mailsOf, mailsBy := [2]string{campaign.ID}, [2]string{campaign.ID, r.FollowUp.SubmittedBy}
	all, byOperator = all+batch[mailsOf], byOperator+batch[mailsBy]
	var words string
	switch {
	case limits.MailLimit > 0 && all+n > limits.MailLimit:
		words = fmt.Sprintf("Held: %s may send %d mails in an hour, and has sent %d.", campaign.Name, limits.MailLimit, all)
	case limits.OperatorLimit > 0 && r.FollowUp.SubmittedBy != "" && byOperator+n > limits.OperatorLimit:
		words = fmt.Sprintf("Held: %s may send %d mails in an hour, and has sent %d.", r.FollowUp.SubmittedBy, limits.OperatorLimit, byOperator)
	default:
		batch[mailsOf] += n
		if r.FollowUp.SubmittedBy != "" {
			batch[mailsBy] += n
		}
		return nil
	}
	for i := range r.Deliveries {
		r.Deliveries[i].State, r.Deliveries[i].RunAt, r.Deliveries[i].Words = postchat.DeliveryHeld, time.Time{}, words
	}
	r.FollowUp.State = postchat.FollowUpHeld
	return nil
}
