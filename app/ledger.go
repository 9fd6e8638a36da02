package app

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
)

func ledgerCommand() *command {
	return &command{
		name: "ledger", short: "Say what became of every finished chat, and whether it adds up.",
		long: "Lists for each day and campaign how many chats finished and what state they are in; the numbers must add up. Then it\n" +
			"counts them again from the chats themselves, and looks for chats that have waited for too long. It fails when anything\n" +
			"is found, so that it can be run by a monitor.",
		example: "postchat ledger -days 30",
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			days := flags.Int("days", 7, "How many days to list, today included.")
			return func(ctx context.Context, inv invocation) error { return showLedger(ctx, inv, *days) }
		},
	}
}

func showLedger(ctx context.Context, inv invocation, days int) error {
	if days < 1 {
		return usagef("-days must be at least 1, not %d", days)
	}
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		if err := listLedger(ctx, inv, scope, days); err != nil {
			return err
		}
		problems, err := scope.CheckLedger(ctx, followup.LedgerLimits)
		if err != nil {
			return err
		}
		for _, problem := range problems {
			inv.printf("problem  %s\n", problem)
		}
		if len(problems) > 0 {
			return fmt.Errorf("the ledger has %d problems", len(problems))
		}
		inv.printf("It adds up, and nothing is overdue.\n")
		return nil
	})
}

func listLedger(ctx context.Context, inv invocation, scope *db.Scope, days int) error {
	campaigns, err := scope.Campaigns(ctx)
	if err != nil {
		return err
	}
	// A campaign's day can be one ahead of ours, or behind.
	now := postchat.Now()
	ledger, err := scope.LedgerDays(ctx, now.AddDate(0, 0, -days).Format(time.DateOnly), now.AddDate(0, 0, 1).Format(time.DateOnly))
	if err != nil {
		return err
	}
	for _, day := range ledger {
		inv.printf("%s  %s: %s\n", day.Day, campaignName(campaigns, day.CampaignID), sumOf(day))
	}
	return nil
}

// sumOf is one line that adds up, such as "131 finished = 118 delivered + 13 queued".
func sumOf(day db.LedgerDay) string {
	parts := make([]string, len(day.Boxes))
	for i, box := range day.Boxes {
		parts[i] = strings.TrimSpace(fmt.Sprintf("%d %s %s", box.Count, strings.ReplaceAll(string(box.State), "_", " "), reasonOf(box)))
	}
	return fmt.Sprintf("%d finished = %s", day.Finished, strings.Join(parts, " + "))
}

func reasonOf(box db.LedgerLine) string {
	if box.Reason == "" {
		return ""
	}
	return "(" + strings.ReplaceAll(box.Reason, "_", " ") + ")"
}

func campaignName(campaigns []postchat.Campaign, id string) string {
	for _, c := range campaigns {
		if c.ID == id {
			return c.Name
		}
	}
	return id
}
