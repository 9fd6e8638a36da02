package sheet

import (
	"context"
	"strconv"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// events are what a source sent, the newest first, with what became of it and without the bodies.
var events = list{
	needs:   postchat.PermissionRead,
	columns: []string{"received_at", "source", "type", "outcome", "problem", "repeats", "chat_id", "event_id"},
	open: func(_ Options, p *parameters) rows {
		id := p.must("source")
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			source, err := scope.Source(ctx, id)
			if err != nil {
				return err
			}
			for page := (db.EventPage{First: db.MaxPage}); ; {
				lists, err := scope.EventLists(ctx, []string{source.ID}, page)
				if err != nil {
					return err
				}
				sent := lists[source.ID]
				for _, e := range sent.Events {
					err := to.row(moment(e.ReceivedAt, time.UTC), source.Name, e.Type, string(e.Outcome), e.Problem, strconv.Itoa(e.Repeats),
						e.ChatID, e.ID)
					if err != nil {
						return err
					}
				}
				if !sent.More {
					return nil
				}
				page.After = sent.Events[len(sent.Events)-1].ID
			}
		}
	},
}
