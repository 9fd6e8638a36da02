package db_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestTheSamplesMailsAreClaimedByTheirOwnWorkerAlone(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		sample := postchat.NewCampaign(s.Account.ID, "Sample", clock.Now())
		sample.Sample = true
		if err := s.Scope.SaveCampaign(t.Context(), &sample); err != nil {
			t.Fatal(err)
		}
		queued(t, store, s, clock.Now(), "real", "real@acme.example")
		pretend := *s
		pretend.Source.DefaultCampaignID = sample.ID
		queued(t, store, &pretend, clock.Now(), "pretend", "one@acme.example", "two@acme.example")

		samples := store.Samples()
		lease := func() db.Lease { return db.Lease{Owner: "worker", Until: clock.Now().Add(time.Minute)} }
		are := func(what string, claimed []db.Claimed, err error, want ...string) []db.Claimed {
			t.Helper()
			emails := map[string]bool{}
			for _, c := range claimed {
				emails[c.Recipient.Email] = true
			}
			for _, email := range want {
				if !emails[email] {
					t.Errorf("%s: %s is not claimed", what, email)
				}
			}
			if err != nil || len(claimed) != len(want) {
				t.Fatalf("%s: %d are claimed, %v; want %v", what, len(claimed), err, want)
			}
			return claimed
		}
		claimed, err := store.ClaimQueued(t.Context(), lease(), "mailgun", 10)
		are("of the real", claimed, err, "real@acme.example")
		claimed, err = samples.ClaimQueued(t.Context(), lease(), "outbox", 10)
		claimed = are("of the sample's", claimed, err, "one@acme.example", "two@acme.example")

		// One is lost while it is kept, and one waits for a person.
		one, two := claimed[0], claimed[1]
		if !finish(t, store, one, db.Change{State: postchat.DeliveryHeld, Transport: "outbox"}) {
			t.Fatal("it could not be held")
		}
		clock.Move(time.Hour)
		for _, expire := range []struct {
			by   func() (int, error)
			want int
		}{
			{func() (int, error) { return store.ExpireSending(t.Context(), clock.Now()) }, 1},
			{func() (int, error) { return samples.ExpireSending(t.Context(), clock.Now()) }, 1},
		} {
			if n, err := expire.by(); err != nil || n != expire.want {
				t.Fatalf("%d are lost, %v", n, err)
			}
		}
		claimed, err = store.ClaimUncertain(t.Context(), lease(), 10)
		are("of the real that are lost", claimed, err, "real@acme.example")
		claimed, err = samples.ClaimUncertain(t.Context(), lease(), 10)
		are("of the sample's that are lost", claimed, err, two.Recipient.Email)

		held, err := s.Scope.Delivery(t.Context(), one.ID)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Scope.Settle(t.Context(), *held, db.Change{State: postchat.DeliveryQueued, RunAt: clock.Now()}); err != nil {
			t.Fatal(err)
		}
		claimed, err = store.ClaimQueued(t.Context(), lease(), "mailgun", 10)
		are("of the real, when one of the sample's is released", claimed, err)
		claimed, err = samples.ClaimQueued(t.Context(), lease(), "outbox", 10)
		are("of the sample's that are released", claimed, err, one.Recipient.Email)
	})
}
