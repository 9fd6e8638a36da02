package db_test

import (
	"context"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestAScopeThatIsLimitedToCampaignsSeesNothingOfOthers(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		ctx := t.Context()
		s := stores.Sample(t, store)
		recorded, err := store.Record(ctx, s.Arrival(s.Close("room-1", "lead"), "1"))
		if err != nil {
			t.Fatal(err)
		}
		other := postchat.NewCampaign(s.Account.ID, "Another shop", postchat.Now())
		if err := s.Scope.SaveCampaign(ctx, &other); err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			name  string
			scope *db.Scope
			sees  bool
		}{
			{"no limit", s.Scope.Limit(nil), true},
			{"its campaign", s.Scope.Limit([]string{s.ID, other.ID}), true},
			{"another campaign", s.Scope.Limit([]string{other.ID}), false},
			{"no campaign", s.Scope.Limit([]string{}), false},
		} {
			for what, read := range map[string]func(*db.Scope) error{
				"the campaign":  func(c *db.Scope) error { _, err := c.Campaign(ctx, s.ID); return err },
				"the code":      func(c *db.Scope) error { _, err := c.SuccessCode(ctx, s.Table.Codes[0].ID); return err },
				"the chat":      func(c *db.Scope) error { _, err := c.Chat(ctx, recorded.ChatID); return err },
				"the follow-up": func(c *db.Scope) error { _, err := c.FollowUp(ctx, recorded.FollowUpID); return err },
				"in a transaction": func(c *db.Scope) error {
					return c.InTx(ctx, func(ctx context.Context, tx *db.Scope) error { _, err := tx.Campaign(ctx, s.ID); return err })
				},
				"the ledger": func(c *db.Scope) error {
					lines, err := c.Ledger(ctx, "2026-11-25", "2026-11-25")
					if err == nil && len(lines) == 0 {
						err = postchat.NotFoundf("There is nothing.")
					}
					return err
				},
				"the list": func(c *db.Scope) error {
					rows, _, err := c.FollowUps(ctx, db.FollowUpFilter{CodeIDs: []string{s.Table.Codes[0].ID}}, db.Page{First: 10})
					if err == nil && len(rows) == 0 {
						err = postchat.NotFoundf("There is nothing.")
					}
					return err
				},
			} {
				if err := read(test.scope); (err == nil) != test.sees || err != nil && !postchat.IsKind(err, postchat.NotFound) {
					t.Errorf("with %s, %s: %v", test.name, what, err)
				}
			}
		}
	})
}

func TestTheAuditLogKeepsWhoDidWhat(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		dana := postchat.Actor{Kind: postchat.ActorPerson, ID: "dana", Name: "Dana K."}
		entry := postchat.AuditEntry{Action: "campaign.update", ObjectKind: "campaign", ObjectID: s.ID, ObjectName: "Acme\nwebsite", Detail: "name"}
		for _, scope := range []*db.Scope{s.Scope, s.Scope.As(dana)} {
			clock.Move(time.Second)
			if err := scope.Audit(t.Context(), entry); err != nil {
				t.Fatal(err)
			}
		}
		raw := stores.Raw(t, store)
		var kept []postchat.AuditEntry
		if err := raw.NewSelect().Model(&kept).Order("id").Scan(t.Context()); err != nil || len(kept) != 2 {
			t.Fatalf("the log has %d entries, %v", len(kept), err)
		}
		if e := kept[0]; e.ActorKind != postchat.ActorSystem || e.ActorName != "Postchat" {
			t.Errorf("what nobody did is kept as %+v", e)
		}
		if e := kept[1]; e.ActorID != "dana" || e.ActorName != "Dana K." || e.ObjectName != "Acme website" || !e.At.Equal(clock.Now()) {
			t.Errorf("what Dana did is kept as %+v", e)
		}
		for _, change := range []string{"UPDATE audit_entries SET action = 'x'", "DELETE FROM audit_entries"} {
			if _, err := raw.ExecContext(t.Context(), change); err == nil {
				t.Errorf("%s is let through", change)
			}
		}
	})
}
