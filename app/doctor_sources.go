package app

import (
	"context"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// examineSources asks the vendors that keep transcripts whether they let us read.
func (d *doctor) examineSources(ctx context.Context, store *db.Store) {
	account, err := store.FirstAccount(ctx)
	if postchat.IsKind(err, postchat.NotFound) {
		return // nobody has started a server yet
	}
	var sources []postchat.Source
	if err == nil {
		sources, err = store.Account(account.ID).Sources(ctx)
	}
	if err != nil {
		d.problem("sources", "look at what it says", "%v", err)
		return
	}
	for _, s := range sources {
		if s.Retired() || !d.vendors.KeepsTranscripts(s.Vendor) {
			continue
		}
		checking, cancel := context.WithTimeout(ctx, checkTimeout)
		err := d.vendors.CheckAPI(checking, s)
		cancel()
		if err != nil {
			d.problem("source", `set it right with "postchat source api"`, "%s: %v", s.Name, err)
			continue
		}
		d.ok("source", "%s may read transcripts from %s", s.Name, s.API)
	}
}
