package followup

import (
	"context"
	"fmt"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// record writes a line of the audit log about a follow-up, in the scope's transaction.
func record(ctx context.Context, tx *db.Scope, action string, f postchat.FollowUp, detail string) error {
	return tx.Audit(ctx, postchat.AuditEntry{
		Action: action, ObjectKind: "follow_up", ObjectID: f.ID, ObjectName: fmt.Sprintf("#%d", f.Number), CampaignID: f.CampaignID, Detail: detail,
	})
}

// recordDraft is record for what an operator left for a conversation that is open.
func recordDraft(ctx context.Context, tx *db.Scope, action string, d postchat.Draft, detail string) error {
	return tx.Audit(ctx, postchat.AuditEntry{
		Action: action, ObjectKind: "draft", ObjectID: d.ID, CampaignID: d.CampaignID, Detail: detail,
	})
}

// summary is what the audit log says of a submission: its codes, and what else there is without what it says.
func summary(s postchat.Submission) string {
	var parts []string
	if s.Codes != nil {
		parts = append(parts, "codes: "+strings.Join(s.Codes, ", "))
	}
	if len(s.Extra) > 0 {
		parts = append(parts, fmt.Sprintf("extra addresses: %d", len(s.Extra)))
	}
	if s.Note != "" {
		parts = append(parts, "with a note")
	}
	if s.Urgent {
		parts = append(parts, "urgent")
	}
	for _, marks := range []struct {
		name string
		n    int
	}{{"starred", len(s.Starred)}, {"covered", len(s.Covered)}, {"lifted", len(s.Lifted)}} {
		if marks.n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", marks.name, marks.n))
		}
	}
	return strings.Join(parts, "; ")
}
