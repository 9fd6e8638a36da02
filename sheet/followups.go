package sheet

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// followUps are the follow-ups with their chats, the newest first, with the filter of the API's followUps.
var followUps = list{
	needs: postchat.PermissionRead,
	columns: []string{
		"number", "day", "campaign", "state", "reason", "codes", "goals", "visitor_name", "visitor_email", "visitor_phone", "operators",
		"kind", "department", "inbox", "subject", "page", "started_at", "closed_at", "received_at", "submitted_at", "submitted_by",
		"note", "urgent", "routed_at", "sent_at", "seconds_to_delivery", "recipients", "url", "follow_up_id", "chat_id",
	},
	open: func(o Options, p *parameters) rows {
		filter := followUpFilter(p)
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			names, err := readNames(ctx, scope)
			if err != nil {
				return err
			}
			return eachPage(ctx, scope, filter, func(page []postchat.FollowUp) error {
				return writeFollowUps(ctx, scope, names, o.PublicURL, page, to)
			})
		}
	},
}

// followUpFilter reads a filter, whose parameters have the names of the fields of FollowUpFilter in the API. A stretch of time is
// two parameters, such as receivedFrom and receivedTo, and so are days: daysFirst and daysLast.
func followUpFilter(p *parameters) db.FollowUpFilter {
	return db.FollowUpFilter{
		Search: p.one("search"), Urgent: p.either("urgent"), Late: p.either("late"), States: words(p, "states", postchat.FollowUpStates),
		CampaignIDs: p.all("campaigns"), CodeIDs: p.all("codes"), GoalIDs: p.all("goals"),
		Coded: p.either("coded"), Converted: p.either("converted"), Operators: p.allAndEmpty("operators"), SubmittedBy: p.all("submittedBy"),
		Addresses: p.all("addresses"), Reasons: p.allAndEmpty("reasons"), Days: db.Days{First: p.one("daysFirst"), Last: p.one("daysLast")},
		Received: p.moments("received"), Closed: p.moments("closed"),
	}
}

// eachPage reads the follow-ups that the filter means, page by page.
func eachPage(ctx context.Context, scope *db.Scope, filter db.FollowUpFilter, do func([]postchat.FollowUp) error) error {
	for page := (db.Page{First: db.MaxPage}); ; {
		rows, more, err := scope.FollowUps(ctx, filter, page)
		if err != nil {
			return err
		}
		if err := do(rows); err != nil || !more {
			return err
		}
		page.After = rows[len(rows)-1].Number
	}
}

func writeFollowUps(ctx context.Context, scope *db.Scope, n *names, publicURL string, page []postchat.FollowUp, to *writer) error {
	chatIDs, ids := make([]string, len(page)), make([]string, len(page))
	for i, f := range page {
		chatIDs[i], ids[i] = f.ChatID, f.ID
	}
	chats, err := scope.ChatsByID(ctx, chatIDs)
	if err != nil {
		return err
	}
	deliveries, err := scope.DeliveriesByFollowUp(ctx, ids)
	if err != nil {
		return err
	}
	for _, f := range page {
		chat := chats[f.ChatID]
		if chat == nil {
			chat = &postchat.Chat{}
		}
		zone, given, url := n.zone(f.CampaignID), routing.Given(*chat, f), ""
		if publicURL != "" {
			url = publicURL + "/follow-ups/" + strconv.FormatInt(f.Number, 10)
		}
		err := to.row(
			strconv.FormatInt(f.Number, 10), f.Day, n.campaign(f.CampaignID), string(f.State), f.ReasonSentence(), joined(given),
			joined(n.goalsOf(f.CampaignID, given)), chat.Visitor.Name, chat.Visitor.Email, chat.Visitor.Phone, operators(*chat),
			string(chat.Kind), chat.Department, chat.Inbox, chat.Subject, chat.Page, moment(chat.StartedAt, zone), moment(chat.ClosedAt, zone),
			moment(chat.ReceivedAt, zone), moment(f.SubmittedAt, zone), f.SubmittedBy,
			f.Submission.Note, yes(f.Submission.Urgent), moment(f.RoutedAt, zone), moment(f.SentAt, zone), toDelivery(f),
			recipients(deliveries[f.ID]), url, f.ID, f.ChatID,
		)
		if err != nil {
			return err
		}
	}
	return nil
}

// joined are several values in one.
func joined(values []string) string { return strings.Join(values, "; ") }

func operators(c postchat.Chat) string {
	all := make([]string, len(c.Operators))
	for i, o := range c.Operators {
		all[i] = o.Name
	}
	return joined(all)
}

// toDelivery is the time from the close to the moment at which all mails had been taken, in seconds; empty until then.
func toDelivery(f postchat.FollowUp) string {
	if f.SentAt.IsZero() {
		return ""
	}
	return seconds(f.SentAt.Sub(f.CreatedAt))
}

func seconds(d time.Duration) string {
	return strconv.FormatInt(int64(d.Round(time.Second)/time.Second), 10)
}

// recipients are those of all mails of a follow-up, each once with what became of the last mail to them.
func recipients(deliveries []postchat.Delivery) string {
	var all []string
	for i, d := range deliveries {
		later := slices.ContainsFunc(deliveries[i+1:], func(other postchat.Delivery) bool { return other.Recipient.Key() == d.Recipient.Key() })
		if !later {
			all = append(all, d.Recipient.Email+": "+string(d.State))
		}
	}
	return joined(all)
}
