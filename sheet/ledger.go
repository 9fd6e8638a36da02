package sheet

import (
	"context"
	"strconv"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// daysAtOnce is how many days of the ledger are read at once.
const daysAtOnce = 31

// ledger is the ledger of the days from first to last, a row for each box.
var ledger = list{
	needs:   postchat.PermissionRead,
	columns: []string{"day", "campaign", "state", "reason", "count", "campaign_id"},
	open: func(_ Options, p *parameters) rows {
		first, last, campaigns := p.must("first"), p.must("last"), p.all("campaigns")
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			n, err := readNames(ctx, scope)
			if err != nil {
				return err
			}
			if err := db.CheckDays(first, last); err != nil {
				return err
			}
			for first <= last {
				end := min(last, dayAfter(first, daysAtOnce-1))
				days, err := scope.LedgerDays(ctx, first, end, campaigns...)
				if err != nil {
					return err
				}
				for _, day := range days {
					if err := writeLedgerDay(n, day, to); err != nil {
						return err
					}
				}
				first = dayAfter(end, 1)
			}
			return nil
		}
	},
}

func writeLedgerDay(n *names, day db.LedgerDay, to *writer) error {
	for _, box := range day.Boxes {
		err := to.row(day.Day, n.campaign(day.CampaignID), string(box.State), box.ReasonSentence(), strconv.FormatInt(box.Count, 10), day.CampaignID)
		if err != nil {
			return err
		}
	}
	return nil
}

// dayAfter is the day so many days after the one that is given.
func dayAfter(day string, days int) string {
	at, _ := time.Parse(time.DateOnly, day) // was checked
	return at.AddDate(0, 0, days).Format(time.DateOnly)
}
