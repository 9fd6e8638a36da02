package app

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/postchat/postchat/db"
)

// maxSettings bounds a settings file, in bytes.
const maxSettings = 8 << 20

func applyCommand() *command {
	return &command{
		name: "apply", args: "FILE", short: "Make the settings equal to a YAML file.",
		long: "Makes campaigns, goals, success codes, follow-up addresses and sources equal to a YAML file, as \"postchat export\"\n" +
			"writes it. It shows the difference first and asks. Success codes that are not in the file are retired; campaigns, goals\n" +
			"and sources are never deleted. A new source gets a secret, which is shown this once. A file with anything wrong in it,\n" +
			"an unknown key too, changes nothing. FILE may be - for standard input.",
		example: "postchat apply settings.yaml -dry-run",
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			yes := flags.Bool("yes", false, "Do not ask.")
			dryRun := flags.Bool("dry-run", false, "Show the difference and change nothing.")
			return func(ctx context.Context, inv invocation) error { return apply(ctx, inv, *yes, *dryRun) }
		},
	}
}

func apply(ctx context.Context, inv invocation, yes, dryRun bool) error {
	name := inv.words[0]
	if name == "-" && !yes && !dryRun {
		return usagef("with the file on standard input nobody can be asked; add -yes, or -dry-run to only look")
	}
	text, err := inv.readFile(name)
	if err != nil {
		return err
	}
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		now, err := readSettings(ctx, scope)
		if err != nil {
			return err
		}
		wanted, err := parseSettings(text, inv.vendors, now)
		if err != nil {
			return fmt.Errorf("%s cannot be applied, and nothing was changed:\n%w", name, err)
		}
		d := compare(now, wanted)
		for _, line := range d.lines {
			inv.printf("%s\n", line)
		}
		for _, name := range now.retiredOf(wanted) {
			inv.printf("! %s is retired, and stays so\n", name)
		}
		switch {
		case d.changes == 0:
			inv.printf("The settings are equal to the file. Nothing to do.\n")
			return nil
		case dryRun:
			inv.printf("\nThis was a dry run: nothing was changed.\n")
			return nil
		case !yes && !inv.confirm("\nApply this?"):
			return fmt.Errorf("nothing was changed")
		}
		made, err := applySettings(ctx, scope, inv.vendors, now, wanted)
		if err != nil {
			return fmt.Errorf("nothing was changed: %w", err)
		}
		inv.printf("\nApplied.\n")
		for _, s := range made {
			v, err := inv.vendors.find("vendor", s.Vendor)
			if err != nil {
				return err
			}
			inv.printf("\nThe source %s is new:\n", s.Name)
			inv.showSecret(v, s.ID, s.secret)
		}
		return nil
	})
}

// readFile reads a settings file, or standard input for -.
func (inv invocation) readFile(name string) ([]byte, error) {
	reader := inv.stdin
	if name != "-" {
		file, err := os.Open(name) //nolint:gosec // whoever runs the command names the file
		if err != nil {
			return nil, fmt.Errorf("read the settings: %w", err)
		}
		defer func() { _ = file.Close() }()
		reader = file
	}
	text, err := io.ReadAll(io.LimitReader(reader, maxSettings+1))
	if err != nil {
		return nil, fmt.Errorf("read the settings: %w", err)
	}
	if len(text) > maxSettings {
		return nil, fmt.Errorf("%s is larger than %s; is it a settings file?", name, ByteSize(maxSettings))
	}
	return text, nil
}

// confirm asks a person, for whom no answer is a no.
func (inv invocation) confirm(question string) bool {
	inv.printf("%s [y/N] ", question)
	answer, _ := bufio.NewReader(inv.stdin).ReadString('\n')
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return true
	}
	inv.printf("\n")
	return false
}

func exportCommand() *command {
	return &command{
		name: "export", short: "Write the settings as a YAML file.",
		long: "Writes campaigns, goals, success codes, follow-up addresses and sources as YAML, for version control and for\n" +
			"\"postchat apply\". Secrets, chats, mails and what was retired are not in it.",
		example: "postchat export > settings.yaml",
		groups:  storeSettings,
		prepare: func(*flag.FlagSet) action { return export },
	}
}

func export(ctx context.Context, inv invocation) error {
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		file, err := readSettings(ctx, scope)
		if err != nil {
			return err
		}
		text, err := file.inUse().write()
		if err != nil {
			return err
		}
		if _, err := inv.stdout.Write(text); err != nil {
			return fmt.Errorf("write the settings: %w", err)
		}
		return nil
	})
}
