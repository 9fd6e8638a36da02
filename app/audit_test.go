package app

import (
	"slices"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

func TestWhatCommandsChangeIsInTheAuditLogAsTheShells(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.apply("campaigns:\n  - {name: Acme, goals: [Sales], codes: [{label: sale, goal: Sales, addresses: a@acme.example}]}\n")
	s.apply("campaigns:\n  - {name: Acme, goals: [Sales], codes: [{label: sale, goal: Sales, addresses: b@acme.example}]}\n")
	s.ok("source", "create", "Website chat", "-vendor", "postchat")
	s.ok("source", "rotate", "Website chat")
	token := s.ok("token", "create", "crm")
	s.ok("token", "revoke", token[:10])

	var entries []postchat.AuditEntry
	s.scope(func(scope *db.Scope) (err error) {
		entries, _, err = scope.AuditLog(t.Context(), db.AuditFilter{}, db.AuditPage{First: db.MaxPage})
		return err
	})
	var actions []string
	for _, e := range slices.Backward(entries) {
		actions = append(actions, e.Action)
		if e.ActorKind != postchat.ActorShell || e.ActorName != "shell" {
			t.Errorf("%s was done by %+v", e.Action, e.Actor())
		}
	}
	want := []string{
		"campaign.create", "goal.create", "success_code.create", "follow_up_addresses.save", // the first file
		"follow_up_addresses.save", // all that the second one changes
		"source.create", "source.rotate_secret", "api_token.create", "api_token.revoke",
	}
	if !slices.Equal(actions, want) {
		t.Errorf("the log has %v, want %v", actions, want)
	}
}
