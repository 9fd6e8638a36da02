package app

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
)

func tokenCreateCommand() *command {
	return &command{
		name: "token create", args: "NAME", short: "Make a token for the API and the outbox.",
		long: "Makes an API token and prints it. It is shown this once; only its hash is kept. Programs send it as\n" +
			"\"Authorization: Bearer TOKEN\". People sign in instead.",
		example: `postchat token create crm-import -scope read,follow_up -campaign "Fernhill Bicycles" -expires 90d`,
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			var o tokenOptions
			flags.StringVar(&o.expires, "expires", "", "`TIME` for which it is valid, such as 12h or 90d. For ever unless given.")
			flags.StringVar(&o.scopes, "scope", "", "What it may do, some of `read,follow_up,campaign,account,people`. Everything unless given.")
			flags.Func("campaign", "`NAME` of a campaign that it is limited to; may be given several times. It then needs a -scope without\n"+
				"account and people.", func(name string) error {
				o.campaigns = append(o.campaigns, name)
				return nil
			})
			return func(ctx context.Context, inv invocation) error { return createToken(ctx, inv, o) }
		},
	}
}

type tokenOptions struct {
	expires, scopes string
	campaigns       []string
}

// token is what is to be made; the campaigns are still missing.
func (o tokenOptions) token(name string) (auth.NewAPIToken, error) {
	n := auth.NewAPIToken{Name: name, Permissions: postchat.Permissions}
	if o.expires != "" {
		valid, err := parseSpan(o.expires)
		if err != nil || valid <= 0 {
			return n, usagef("-expires must be a time such as 12h or 90d, not %q", o.expires)
		}
		n.ExpiresAt = postchat.Now().Add(valid)
	}
	if o.scopes == "" {
		return n, nil
	}
	n.Permissions = nil
	for scope := range strings.SplitSeq(o.scopes, ",") {
		permission := postchat.Permission(strings.ToLower(strings.TrimSpace(scope)))
		if !slices.Contains(postchat.Permissions, permission) {
			return n, usagef("-scope knows read, follow_up, campaign, account and people, not %q", scope)
		}
		n.Permissions = append(n.Permissions, permission)
	}
	return n, nil
}

func createToken(ctx context.Context, inv invocation, o tokenOptions) error {
	n, err := o.token(inv.words[0])
	if err != nil {
		return err
	}
	return inv.withPeople(ctx, func(ctx context.Context, scope *db.Scope, people auth.People) error {
		for _, name := range o.campaigns {
			id, err := chooseCampaign(ctx, scope, name)
			if err != nil {
				return err
			}
			n.CampaignIDs = append(n.CampaignIDs, id)
		}
		_, secret, err := people.CreateToken(ctx, n)
		if err != nil {
			return err
		}
		// The token stands alone on standard output, so that a script can take it.
		_, _ = fmt.Fprintln(inv.stderr, "This token is shown only now:")
		inv.printf("%s\n", secret.Reveal())
		return nil
	})
}

func tokenListCommand() *command {
	return &command{
		name: "token list", short: "List the tokens, without their secrets.",
		long:    "Lists all API tokens: the beginning of each, its name, what it may do, whether it is valid, and when it was\nlast used (UTC).",
		example: "postchat token list",
		groups:  storeSettings,
		prepare: func(*flag.FlagSet) action { return listTokens },
	}
}

func listTokens(ctx context.Context, inv invocation) error {
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		tokens, err := scope.APITokens(ctx)
		if err != nil {
			return err
		}
		if len(tokens) == 0 {
			inv.printf("There are no tokens yet. \"postchat token create NAME\" makes one.\n")
			return nil
		}
		now := postchat.Now()
		table := tabwriter.NewWriter(inv.stdout, 0, 0, 2, ' ', 0)
		_, _ = fmt.Fprintln(table, "TOKEN\tNAME\tMAY\tCAMPAIGNS\tSTATE\tMADE\tLAST USED")
		for _, t := range tokens {
			_, _ = fmt.Fprintf(table, "%s…\t%s\t%s\t%s\t%s\t%s\t%s\n", t.Prefix, t.Name, scopeText(t.Permissions), campaignCount(t.CampaignIDs),
				tokenState(t, now), shortTime(t.CreatedAt), shortTime(t.LastUsedAt))
		}
		return table.Flush()
	})
}

func scopeText(permissions []postchat.Permission) string {
	if len(permissions) == len(postchat.Permissions) {
		return "everything"
	}
	words := make([]string, len(permissions))
	for i, permission := range permissions {
		words[i] = string(permission)
	}
	return strings.Join(words, ",")
}

func tokenState(t postchat.APIToken, now time.Time) string {
	switch {
	case !t.RevokedAt.IsZero():
		return "revoked"
	case !t.Valid(now):
		return "expired"
	case !t.ExpiresAt.IsZero():
		return "valid until " + shortTime(t.ExpiresAt)
	}
	return "valid"
}

func tokenRevokeCommand() *command {
	return &command{
		name: "token revoke", args: "TOKEN", short: "Make a token open nothing any more.",
		long:    "Revokes a token at once. Name it by its beginning as \"postchat token list\" shows it, or by its whole text.",
		example: "postchat token revoke pct_a1B2c3",
		groups:  storeSettings,
		prepare: func(*flag.FlagSet) action { return revokeToken },
	}
}

func revokeToken(ctx context.Context, inv invocation) error {
	typed := strings.TrimSuffix(inv.words[0], "…")
	return inv.withPeople(ctx, func(ctx context.Context, scope *db.Scope, people auth.People) error {
		tokens, err := scope.APITokens(ctx)
		if err != nil {
			return err
		}
		for _, t := range tokens {
			if !strings.HasPrefix(typed, t.Prefix) {
				continue
			}
			if !t.RevokedAt.IsZero() {
				return postchat.Conflictf("the token %s… was revoked before", t.Prefix)
			}
			if _, err := people.RevokeToken(ctx, t.ID); err != nil {
				return err
			}
			inv.printf("Revoked %s… (%s).\n", t.Prefix, t.Name)
			return nil
		}
		return postchat.NotFoundf("there is no token that begins so; \"postchat token list\" shows them all")
	})
}

// parseSpan reads a time as time.ParseDuration does, or a number of days such as 90d.
func parseSpan(text string) (time.Duration, error) {
	if days, found := strings.CutSuffix(text, "d"); found {
		n, err := strconv.Atoi(days)
		if err != nil || n < 0 || n > 36500 {
			return 0, fmt.Errorf("%q is not a number of days", days)
		}
		return time.Duration(n) * 24 * time.Hour, nil
	}
	return time.ParseDuration(text)
}

// shortTime is a moment to the minute, in UTC.
func shortTime(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return t.UTC().Format("2006-01-02 15:04")
}
