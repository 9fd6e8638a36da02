package sheet

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// auditLog is the audit log, the newest entry first, with the filter of the API's auditLog.
var auditLog = list{
	needs: postchat.PermissionAccount,
	columns: []string{
		"at", "actor_kind", "actor", "action", "object_kind", "object", "campaign", "detail", "actor_id", "object_id", "entry_id",
	},
	open: func(_ Options, p *parameters) rows {
		filter := auditFilter(p)
		return func(ctx context.Context, scope *db.Scope, to *writer) error {
			n, err := readNames(ctx, scope)
			if err != nil {
				return err
			}
			for page := (db.AuditPage{First: db.MaxPage}); ; {
				entries, more, err := scope.AuditLog(ctx, filter, page)
				if err != nil {
					return err
				}
				for _, e := range entries {
					err := to.row(moment(e.At, time.UTC), string(e.ActorKind), e.ActorName, e.Action, e.ObjectKind, e.ObjectName,
						n.campaign(e.CampaignID), e.Detail, e.ActorID, e.ObjectID, e.ID)
					if err != nil {
						return err
					}
				}
				if !more {
					return nil
				}
				page.After = entries[len(entries)-1].ID
			}
		}
	},
}

// auditFilter reads a filter, whose parameters have the names of the fields of AuditFilter in the API.
func auditFilter(p *parameters) db.AuditFilter {
	f := db.AuditFilter{ActorID: p.one("actor"), Action: p.one("action"), ObjectID: p.one("object"), At: p.moments("at")}
	if kinds := words(p, "actorKind", postchat.ActorKinds); len(kinds) > 0 {
		f.ActorKind = kinds[0]
	}
	return f
}
