package app

import (
	"context"
	"errors"
	"flag"

	"github.com/postchat/postchat/db"
)

func migrateCommand() *command {
	return &command{
		name: "migrate", short: "Bring the database up to this version.",
		long: "Brings the database's schema up to this version. \"postchat serve\" does the same at its start, so that this is for\n" +
			"those who want to do it at a time of their own. It may be called by several servers at once.",
		example: "postchat migrate -dry-run",
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			dryRun := flags.Bool("dry-run", false, "Only list what would be done.")
			return func(ctx context.Context, inv invocation) error { return migrate(ctx, inv, *dryRun) }
		},
	}
}

func migrate(ctx context.Context, inv invocation, dryRun bool) (err error) {
	options, err := inv.config.databaseOptions(inv.log())
	if err != nil {
		return err
	}
	store, err := db.Open(ctx, options)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	pending, err := store.Pending(ctx)
	if err != nil {
		return err
	}
	if !dryRun {
		if err := store.Migrate(ctx); err != nil {
			return err
		}
	}
	if len(pending) == 0 {
		inv.printf("The database is up to date.\n")
		return nil
	}
	for _, name := range pending {
		inv.printf("%s %s\n", map[bool]string{true: "pending", false: "done"}[dryRun], name)
	}
	return nil
}
