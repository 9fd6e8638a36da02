package app

import (
	"context"
	"flag"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
)

func sourceAPICommand() *command {
	return &command{
		name: "source api", args: "NAME", short: "Say how to read transcripts from a source's vendor.",
		long: "Shows how the transcripts are read from a vendor that keeps them, and asks the vendor whether it lets us. With -base-url,\n" +
			"-account or -token-file it sets them first; the token is kept encrypted and can never be read. -base-url none takes it all\n" +
			"away. For a Chatwoot on a private address see -vendor-networks.",
		example: `postchat source api "Website chat" -base-url https://chat.example.com -account 1 -token-file token.txt`,
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			var o apiOptions
			flags.StringVar(&o.baseURL, "base-url", "", "The `ADDRESS` of the vendor's server, as it is in the browser; none takes it away.")
			flags.StringVar(&o.account, "account", "", "The vendor's `NUMBER` or name for the account.")
			flags.StringVar(&o.tokenFile, "token-file", "", "`FILE` that holds the access token; - is standard input.")
			return func(ctx context.Context, inv invocation) error { return sourceAPI(ctx, inv, o) }
		},
	}
}

type apiOptions struct{ baseURL, account, tokenFile string }

func sourceAPI(ctx context.Context, inv invocation, o apiOptions) error {
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		source, err := findSource(ctx, scope, inv.words[0])
		if err == nil && o != (apiOptions{}) {
			source, err = inv.setSourceAPI(ctx, scope, *source, o)
		}
		if err != nil {
			return err
		}
		if source.API == nil {
			inv.printf("%s has no API.\n", source.Name)
			return nil
		}
		inv.printf("%s reads from %s.\n", source.Name, source.API)
		ctx, cancel := context.WithTimeout(ctx, checkTimeout)
		defer cancel()
		if err := inv.vendors.CheckAPI(ctx, *source); err != nil {
			return err
		}
		inv.printf("The vendor lets us in.\n")
		return nil
	})
}

// setSourceAPI changes what is given, and leaves the rest.
func (inv invocation) setSourceAPI(ctx context.Context, scope *db.Scope, source postchat.Source, o apiOptions) (*postchat.Source, error) {
	var api postchat.SourceAPI
	if source.API != nil {
		api.BaseURL, api.Account = source.API.BaseURL, source.API.Account
	}
	switch o.baseURL {
	case "":
		if api.BaseURL == "" {
			return nil, usagef("say with -base-url where the vendor's server is")
		}
	case "none":
		api.BaseURL = ""
	default:
		api.BaseURL = o.baseURL
	}
	if o.account != "" {
		api.Account = o.account
	}
	if o.tokenFile != "" {
		var err error
		if api.Token, err = inv.readSecret(o.tokenFile); err != nil {
			return nil, err
		}
	}
	return editor(scope, inv.vendors).UpdateSource(ctx, settings.SourceChange{ID: source.ID, API: &api})
}
