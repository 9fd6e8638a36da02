package app

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
)

func setUpLinkCommand() *command {
	return &command{
		name: "setup-link", short: "Make a link by which the first owner sets up.",
		long: "Prints a link that makes whoever opens it the account's owner. It works once, for 30 minutes, and only while there is\n" +
			"no owner. \"postchat serve\" prints one too when it starts.",
		example: "postchat setup-link -public-url https://postchat.example.com",
		groups:  storeSettings,
		prepare: func(*flag.FlagSet) action { return makeSetUpLink },
	}
}

func makeSetUpLink(ctx context.Context, inv invocation) error {
	return inv.withDoor(ctx, func(ctx context.Context, scope *db.Scope, door *auth.Door) error {
		link, err := door.SetUpLink(ctx, scope.AccountID())
		if postchat.IsKind(err, postchat.Conflict) {
			return postchat.Conflictf("there is an owner already; \"postchat person link EMAIL\" helps who lost their password")
		}
		if err != nil {
			return err
		}
		inv.printf("%s\n", link)
		return nil
	})
}

func personListCommand() *command {
	return &command{
		name: "person list", short: "List the people who can sign in.",
		long:    "Lists the account's people: the e-mail of each, the name, the role, whether they are limited to campaigns, and when they\nsigned in last (UTC).",
		example: "postchat person list",
		groups:  storeSettings,
		prepare: func(*flag.FlagSet) action { return listPeople },
	}
}

func listPeople(ctx context.Context, inv invocation) error {
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		people, err := scope.People(ctx)
		if err != nil {
			return err
		}
		if len(people) == 0 {
			inv.printf("There is nobody yet. \"postchat setup-link\" makes a link for the first owner.\n")
			return nil
		}
		table := tabwriter.NewWriter(inv.stdout, 0, 0, 2, ' ', 0)
		_, _ = fmt.Fprintln(table, "E-MAIL\tNAME\tROLE\tCAMPAIGNS\tSIGNED IN")
		for _, p := range people {
			_, _ = fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", p.Email, p.Name, roleState(p), campaignCount(p.CampaignIDs), shortTime(p.SignedInAt))
		}
		return table.Flush()
	})
}

func roleState(p postchat.Person) string {
	if p.Disabled() {
		return string(p.Role) + ", disabled"
	}
	return string(p.Role)
}

func campaignCount(ids []string) string {
	if ids == nil {
		return "all"
	}
	return fmt.Sprint(len(ids))
}

func personLinkCommand() *command {
	return &command{
		name: "person link", args: "EMAIL", short: "Make a link by which a person sets a new password.",
		long: "Prints a link for somebody who lost their password. It works once, for a day. The old password works until then; after it,\n" +
			"all their sessions are ended.",
		example: "postchat person link dana@example.com",
		groups:  storeSettings,
		prepare: func(*flag.FlagSet) action { return makePasswordLink },
	}
}

func makePasswordLink(ctx context.Context, inv invocation) error {
	return inv.withPeople(ctx, func(ctx context.Context, scope *db.Scope, people auth.People) error {
		all, err := scope.People(ctx)
		if err != nil {
			return err
		}
		key := postchat.Address{Email: strings.TrimSpace(inv.words[0])}.Key()
		at := slices.IndexFunc(all, func(p postchat.Person) bool { return p.Key() == key })
		if at < 0 {
			return postchat.NotFoundf("nobody has that e-mail; \"postchat person list\" shows them all")
		}
		link, err := people.PasswordLink(ctx, all[at].ID)
		if err != nil {
			return err
		}
		inv.printf("%s\n", link)
		return nil
	})
}
