package sheet

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/report"
)

// reported is a report, a row for each of its rows, then the others and the totals.
var reported = list{
	needs: postchat.PermissionRead,
	columns: []string{
		"row", "by", "label", "campaign", "chats", "uncoded", "converted", "conversion", "not_forwarded", "sent", "delivered", "failed", "open", "rescued",
		"median_seconds_to_delivery", "p90_seconds_to_delivery", "mails", "mails_accepted", "mails_delivered", "mails_refused",
		"median_seconds_to_acceptance", "p90_seconds_to_acceptance", "first", "last", "key",
	},
	open: func(_ Options, p *parameters) rows {
		q := db.ReportQuery{First: p.must("first"), Last: p.must("last"), CampaignIDs: p.all("campaigns")}
		p.must("by")
		if by := words(p, "by", db.ReportBys); len(by) > 0 {
			q.By = by[0]
		}
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			n, err := readNames(ctx, scope)
			if err != nil {
				return err
			}
			r, err := report.Make(ctx, scope, q)
			if err != nil {
				return err
			}
			for _, row := range r.Rows {
				if err := writeReportRow("row", q, n, row, to); err != nil {
					return err
				}
			}
			if r.Others != nil {
				if err := writeReportRow("others", q, n, *r.Others, to); err != nil {
					return err
				}
			}
			return writeReportRow("totals", q, n, r.Totals, to)
		}
	},
}

func writeReportRow(kind string, q db.ReportQuery, n *names, row report.Row, to *writer) error {
	values := []string{kind, strings.ToUpper(string(q.By)), row.Label, n.campaign(row.CampaignID)}
	values = append(values, numbers(row.Chats, row.Uncoded, row.Converted)...)
	values = append(values, share(row.Conversion()))
	values = append(values, numbers(row.NotForwarded, row.Sent, row.Delivered, row.Failed, row.Open, row.Rescued)...)
	values = append(values, span(row.Time.Median), span(row.Time.P90))
	if m := row.Mails; m != nil {
		values = append(values, numbers(m.Mails, m.Accepted, m.Delivered, m.Refused)...)
		values = append(values, span(m.Time.Median), span(m.Time.P90))
	} else {
		values = append(values, "", "", "", "", "", "")
	}
	return to.row(append(values, q.First, q.Last, row.Key)...)
}

func numbers(all ...int64) []string {
	texts := make([]string, len(all))
	for i, n := range all {
		texts[i] = strconv.FormatInt(n, 10)
	}
	return texts
}

// share is a share of 1 with four digits; empty for none.
func share(s *float64) string {
	if s == nil {
		return ""
	}
	return fmt.Sprintf("%.4f", *s)
}

// span is a length of time in seconds; empty for none.
func span(d *time.Duration) string {
	if d == nil {
		return ""
	}
	return seconds(*d)
}
