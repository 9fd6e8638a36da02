package app

import (
	"context"
	"flag"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
)

func tokenCreateCommand() *command {
	return &command{
		name: "token create", args: "NAME", short: "Make a token for the API and the outbox.",
		long: "Makes an API token and prints it. It is shown this once; only its hash is kept. Programs send it as\n" +
			"\"Authorization: Bearer TOKEN\"; a browser that asks for a password takes it as such, with any user name.",
		example: "postchat token create crm-import -expires 90d",
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			expires := flags.String("expires", "", "`TIME` for which it is valid, such as 12h or 90d. For ever unless given.")
			return func(ctx context.Context, inv invocation) error { return createToken(ctx, inv, *expires) }
		},
	}
}

func createToken(ctx context.Context, inv invocation, expires string) error {
	var end time.Time
	if expires != "" {
		valid, err := parseSpan(expires)
		if err != nil || valid <= 0 {
			return usagef("-expires must be a time such as 12h or 90d, not %q", expires)
		}
		end = postchat.Now().Add(valid)
	}
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		_, secret, err := editor(scope, nil).CreateToken(ctx, settings.NewToken{Name: inv.words[0], ExpiresAt: end})
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
		long:    "Lists all API tokens: the beginning of each, its name, whether it is valid, and when it was last used (UTC).",
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
		_, _ = fmt.Fprintln(table, "TOKEN\tNAME\tSTATE\tMADE\tLAST USED")
		for _, t := range tokens {
			_, _ = fmt.Fprintf(table, "%s…\t%s\t%s\t%s\t%s\n", t.Prefix, t.Name, tokenState(t, now), shortTime(t.CreatedAt), shortTime(t.LastUsedAt))
		}
		return table.Flush()
	})
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
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
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
			if _, err := editor(scope, nil).RevokeToken(ctx, t.ID); err != nil {
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
