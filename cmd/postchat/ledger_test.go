package main

import (
	"testing"

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
