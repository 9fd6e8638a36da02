package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// pageSize is how many mails are on one page of the list.
const pageSize = 50

type listView struct {
	frame

	Mails []mailRow
	// Older is the address of the next page; empty on the last one. First says whether this is the first.
	Older string
	First bool
}

// mailRow is a mail in the list.
type mailRow struct {
	URL, Subject string
	At           time.Time
	Number       int64
	Recipients   []string
	More         int // recipients beyond those
	State        postchat.FollowUpState
}

// maxShown is how many recipients stand in a row of the list.
const maxShown = 3

func (p Pages) list(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	before := r.URL.Query().Get("before")
	if before != "" && !isID(before) {
		return postchat.NotFoundf("There is no such page.")
	}
	mails, more, err := scope.NewestMails(r.Context(), db.MailPage{First: pageSize, After: before})
	if err != nil {
		return err
	}
	view := listView{frame: p.frame(r, "Outbox"), First: before == ""}
	if more {
		view.Older = "outbox?before=" + url.QueryEscape(mails[pageSize-1].ID)
	}
	if view.Mails, err = rows(r.Context(), scope, mails); err != nil {
		return err
	}
	p.render(r.Context(), w, http.StatusOK, "list", view)
	return nil
}

func rows(ctx context.Context, scope *db.Scope, mails []postchat.Mail) ([]mailRow, error) {
	ids := make([]string, len(mails))
	for i, m := range mails {
		ids[i] = m.FollowUpID
	}
	followUps, err := scope.FollowUpsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	deliveries, err := scope.DeliveriesByFollowUp(ctx, ids)
	if err != nil {
		return nil, err
	}
	zones, err := zones(ctx, scope)
	if err != nil {
		return nil, err
	}
	all := make([]mailRow, len(mails))
	for i, m := range mails {
		f := followUps[m.FollowUpID]
		all[i] = row(m, *f, deliveries[f.ID], zones[f.CampaignID])
	}
	return all, nil
}

// row is a mail in the list; deliveries are those of its follow-up.
func row(m postchat.Mail, f postchat.FollowUp, deliveries []postchat.Delivery, zone *time.Location) mailRow {
	r := mailRow{URL: mailURL(m.ID), Subject: m.Subject, At: m.CreatedAt.In(zone), Number: f.Number}
	deliveries = ofMail(deliveries, f, m.ID)
	states := make([]postchat.DeliveryState, 0, len(deliveries))
	for _, d := range deliveries {
		states = append(states, d.State)
		if len(r.Recipients) < maxShown {
			r.Recipients = append(r.Recipients, d.Recipient.String())
		}
	}
	r.More = len(states) - len(r.Recipients)
	r.State = postchat.StateOf(states)
	return r
}

// zones are the time zones of the account's campaigns, by id.
func zones(ctx context.Context, scope *db.Scope) (map[string]*time.Location, error) {
	campaigns, err := scope.Campaigns(ctx)
	if err != nil {
		return nil, err
	}
	all := make(map[string]*time.Location, len(campaigns))
	for _, c := range campaigns {
		all[c.ID] = c.Location()
	}
	return all, nil
}

// isID reports whether a text can be an id of ours. What cannot is not asked for: databases differ on what they do then.
func isID(text string) bool {
	return len(text) == 36 && strings.Trim(text, "0123456789abcdef-") == ""
}

func mailURL(id string) string { return "outbox/" + url.PathEscape(id) }
