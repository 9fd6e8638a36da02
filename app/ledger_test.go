package app

import (
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

func TestALineOfTheLedgerAddsUp(t *testing.T) {
	t.Parallel()
	got := sumOf(db.LedgerDay{Finished: 130, Boxes: []db.LedgerLine{
		{State: postchat.FollowUpDelivered, Count: 118},
		{State: postchat.FollowUpNotForwarded, Reason: "standard_empty", Count: 4},
		{State: postchat.FollowUpQueued, Count: 6},
		{State: postchat.FollowUpSent, Reason: "rescued", Count: 2},
	}})
	want := "130 finished = 118 delivered + 4 not forwarded (standard empty) + 6 queued + 2 sent (rescued)"
	if got != want {
		t.Errorf("the line is %q, want %q", got, want)
	}
}

func TestALedgerThatDoesNotAddUpFailsTheCommand(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	contains(t, s.ok("ledger"), "It adds up, and nothing is overdue.")
	contains(t, s.fails(exitUsage, "ledger", "-days=0"), "-days must be at least 1")

	database, err := sql.Open("sqlite", filepath.Join(s.data, databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = database.Close() }()
	today := time.Now().UTC().Format(time.DateOnly)
	_, err = database.ExecContext(t.Context(), `INSERT INTO ledger_entries (account_id, campaign_id, day, state, reason, count)
		SELECT id, 'a campaign', ?, 'sent', '', 3 FROM accounts`, today)
	if err != nil {
		t.Fatal(err)
	}
	out := s.run("ledger")
	if out.code != exitFailed {
		t.Errorf("it ends with %d", out.code)
	}
	contains(t, out.stdout, today+"  a campaign: 3 finished = 3 sent", "problem  campaign a campaign, "+today+": the ledger has 3 chats sent")
	contains(t, out.stderr, "the ledger has 1 problems")
}
