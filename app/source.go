package app

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
	"github.com/postchat/postchat/webhook"
)

func sourceCreateCommand() *command {
	return &command{
		name: "source create", args: "NAME", short: "Connect a chat vendor's account.",
		long: "Makes a source: the address that a chat vendor posts finished chats to, and the secret that proves it is the vendor.\n" +
			"The secret is shown this once. Rules that choose a campaign by department, inbox, tag or page are set with\n" +
			"\"postchat apply\" or in the API.",
		example: `postchat source create "Website chat" -vendor rocketchat -campaign "Fernhill Bicycles"`,
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			var o sourceOptions
			flags.StringVar(&o.vendor, "vendor", "", "The `VENDOR`: postchat (our own format), rocketchat or chatwoot.")
			flags.StringVar(&o.campaign, "campaign", "", "`NAME` of the campaign that its chats belong to. Not needed while there is only one.")
			flags.StringVar(&o.hold, "hold", "", "`TIME` for which a finished chat waits for late codes. 0s for our own format, 10s for others unless given.")
			flags.BoolVar(&o.private, "include-private", false, "Put the team's private notes into the mails.")
			flags.StringVar(&o.secretFile, "secret-file", "", "`FILE` that holds a secret of your own, such as one that the vendor made; - is standard input.")
			return func(ctx context.Context, inv invocation) error { return createSource(ctx, inv, o) }
		},
	}
}

type sourceOptions struct {
	vendor, campaign, hold, secretFile string
	private                            bool
}

func createSource(ctx context.Context, inv invocation, o sourceOptions) error {
	v, err := inv.vendors.find("-vendor", postchat.Vendor(o.vendor))
	if err != nil {
		return usagef("%s", err)
	}
	in := settings.NewSource{Name: inv.words[0], Vendor: v.Adapter.Vendor(), IncludePrivate: o.private}
	if o.secretFile != "" {
		if in.Secret, err = inv.readSecret(o.secretFile); err != nil {
			return err
		}
	}
	if o.hold != "" {
		hold, err := time.ParseDuration(o.hold)
		if err != nil {
			return usagef("-hold must be a time such as 10s, not %q", o.hold)
		}
		in.Hold = &hold
	}
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		var err error
		if in.DefaultCampaignID, err = chooseCampaign(ctx, scope, o.campaign); err != nil {
			return err
		}
		source, made, err := editor(scope, inv.vendors).CreateSource(ctx, in)
		if err != nil {
			return err
		}
		inv.printf("Made the source %s.\n\n", source.Name)
		inv.showSecret(v, source.ID, made)
		return nil
	})
}

// readSecret reads a secret that a person brings; - is standard input.
func (inv invocation) readSecret(file string) (postchat.Secret, error) {
	const most = 64 << 10
	reader := inv.stdin
	if file != "-" {
		opened, err := os.Open(file) //nolint:gosec // whoever runs the command names the file
		if err != nil {
			return "", fmt.Errorf("read the secret: %w", err)
		}
		defer func() { _ = opened.Close() }()
		reader = opened
	}
	text, err := io.ReadAll(io.LimitReader(reader, most))
	if err != nil {
		return "", fmt.Errorf("read the secret: %w", err)
	}
	secret := postchat.Secret(strings.TrimSpace(string(text)))
	if secret == "" {
		return "", fmt.Errorf("read the secret: there is nothing in %s", file)
	}
	return secret, nil
}

// showSecret shows where the vendor must post to, and the secret that was made, if one was.
func (inv invocation) showSecret(v Vendor, sourceID string, made postchat.Secret) {
	base := inv.config.BaseURL()
	switch {
	case made == "":
		inv.printf("  address  %s\n", webhook.Address(base, sourceID, ""))
	case v.SecretInAddress:
		inv.printf("  address  %s   (shown only now: the secret is in it)\n", webhook.Address(base, sourceID, made))
	default:
		inv.printf("  address  %s\n  secret   %s   (shown only now)\n", webhook.Address(base, sourceID, ""), made.Reveal())
	}
	inv.printf("\n%s\n", v.Advice)
}

// chooseCampaign returns the id of the campaign of that name, or of the only one where no name is given.
func chooseCampaign(ctx context.Context, scope *db.Scope, name string) (string, error) {
	campaigns, err := scope.Campaigns(ctx)
	if err != nil {
		return "", err
	}
	names := make([]string, len(campaigns))
	for i, c := range campaigns {
		if name != "" && postchat.FoldLabel(c.Name) == postchat.FoldLabel(name) {
			return c.ID, nil
		}
		names[i] = fmt.Sprintf("%q", c.Name)
	}
	switch {
	case len(campaigns) == 0:
		return "", postchat.NotFoundf("there is no campaign yet; make one first, with \"postchat apply\" or in the API")
	case name == "" && len(campaigns) == 1:
		return campaigns[0].ID, nil
	case name == "":
		return "", usagef("say with -campaign whose chats they are: one of %s", strings.Join(names, ", "))
	}
	return "", postchat.NotFoundf("there is no campaign %q; there are %s", name, strings.Join(names, ", "))
}

func sourceListCommand() *command {
	return &command{
		name: "source list", short: "List the sources and their addresses.",
		long:    "Lists all sources: vendor, campaign, hold time, how many secrets are valid, and the address that the vendor posts to.",
		example: "postchat source list",
		groups:  storeSettings,
		prepare: func(*flag.FlagSet) action { return listSources },
	}
}

func listSources(ctx context.Context, inv invocation) error {
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		sources, err := scope.Sources(ctx)
		if err != nil {
			return err
		}
		campaigns, err := scope.Campaigns(ctx)
		if err != nil {
			return err
		}
		if len(sources) == 0 {
			inv.printf("There are no sources yet. \"postchat source create NAME\" makes one.\n")
			return nil
		}
		table := tabwriter.NewWriter(inv.stdout, 0, 0, 2, ' ', 0)
		_, _ = fmt.Fprintln(table, "NAME\tVENDOR\tCAMPAIGN\tHOLD\tSECRETS\tADDRESS")
		for _, s := range sources {
			campaign := s.DefaultCampaignID
			if i := slices.IndexFunc(campaigns, func(c postchat.Campaign) bool { return c.ID == campaign }); i >= 0 {
				campaign = campaigns[i].Name
			}
			if n := len(s.Rules); n > 0 {
				campaign += fmt.Sprintf(" (+%d rules)", n)
			}
			_, _ = fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%d\t%s\n", s.Name, s.Vendor, campaign, s.Hold, len(s.ValidSecrets(postchat.Now())),
				webhook.ShownAddress(inv.config.BaseURL(), s.ID, inv.vendors.SecretInAddress(s.Vendor)))
		}
		return table.Flush()
	})
}

func sourceRotateCommand() *command {
	return &command{
		name: "source rotate", args: "NAME", short: "Give a source a new secret.",
		long: "Gives a source a new secret and shows it this once. The ones before stay valid for a while, so that no chat is lost\n" +
			"between this and the moment at which the vendor has the new one.",
		example: `postchat source rotate "Website chat" -overlap 48h`,
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			overlap := flags.String("overlap", "24h", "`TIME` for which the old secrets stay valid, such as 48h or 7d; 0s ends them at once, "+
				forever+" leaves them as they are.")
			file := flags.String("secret-file", "", "`FILE` that holds a secret of your own, such as one that the vendor made; - is standard input.")
			return func(ctx context.Context, inv invocation) error { return rotateSource(ctx, inv, *overlap, *file) }
		},
	}
}

// forever keeps the secrets that a source has beside its new one.
const forever = "forever"

func rotateSource(ctx context.Context, inv invocation, overlap, file string) error {
	var r settings.SecretRotation
	stay := "as long as they were"
	if overlap != forever {
		span, err := parseSpan(overlap)
		if err != nil || span < 0 {
			return usagef("-overlap must be a time such as 48h or 7d, or %s, not %q", forever, overlap)
		}
		r.KeepOldFor, stay = &span, "for "+spanText(span)
	}
	if file != "" {
		var err error
		if r.Secret, err = inv.readSecret(file); err != nil {
			return err
		}
	}
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		found, err := findSource(ctx, scope, inv.words[0])
		if err != nil {
			return err
		}
		v, err := inv.vendors.find("vendor", found.Vendor)
		if err != nil {
			return err
		}
		r.SourceID = found.ID
		source, made, err := editor(scope, inv.vendors).RotateSecret(ctx, r)
		if err != nil {
			return err
		}
		inv.printf("Gave the source %s a new secret; those before stay valid %s.\n\n", source.Name, stay)
		inv.showSecret(v, source.ID, made)
		return nil
	})
}

// findSource returns the source of that name or id.
func findSource(ctx context.Context, scope *db.Scope, name string) (*postchat.Source, error) {
	sources, err := scope.Sources(ctx)
	if err != nil {
		return nil, err
	}
	for i, s := range sources {
		if s.ID == name || postchat.FoldLabel(s.Name) == postchat.FoldLabel(name) {
			return &sources[i], nil
		}
	}
	return nil, postchat.NotFoundf("there is no source %q; \"postchat source list\" shows them all", name)
}
