package app

import (
	"context"
	"maps"
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// examineTranscripts says of which sources the vendors do not give the transcripts that they keep.
func (d *doctor) examineTranscripts(ctx context.Context, store *db.Store) {
	failing, err := store.FailingTranscripts(ctx)
	if err != nil {
		d.problem("transcripts", "look at what it says", "%v", err)
		return
	}
	for _, source := range slices.Sorted(maps.Keys(failing)) {
		t := failing[source]
		const format = "%s: %s awaited, %d asked for in vain: %s"
		if t.Reason == postchat.ReasonFetchFailed {
			d.note("transcripts", format, source, count(t.Awaited, "transcript"), t.Failing, t.FollowUp().ReasonSentence())
			continue
		}
		d.problem("transcripts", "set the source's address, account and token for its vendor's API right; the chats wait for it, and then go "+
			"on without their transcripts", format, source, count(t.Awaited, "transcript"), t.Failing, t.FollowUp().ReasonSentence())
	}
	if len(failing) == 0 {
		d.ok("transcripts", "no vendor keeps one that it was asked for")
	}
}
