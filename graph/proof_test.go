package graph_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// answers has the mail server answer the one mail that is queued.
func answers(t *testing.T, store *db.Store, clock *stores.Clock, change db.Change) postchat.Delivery {
	t.Helper()
	claimed, err := store.ClaimQueued(t.Context(), db.Lease{Owner: "test", Until: clock.Now().Add(time.Minute)}, "smtp", 10)
	if err != nil || len(claimed) != 1 {
		t.Fatalf("claimed %d deliveries, %v", len(claimed), err)
	}
	change.Transport = "smtp"
	if _, err := store.Finish(t.Context(), db.Result{Delivery: claimed[0].Delivery, Change: change}); err != nil {
		t.Fatal(err)
	}
	return claimed[0].Delivery
}

func TestARefusedMailIsFoundAndSentAgain(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		id := routed(t, store, s, a, clock, s.Close("room-1"))
		const again = `mutation($input: SendAgainInput!) { sendAgain(input: $input) { followUp {
			state receipt { state recipient { email } reasons { kind sentence } replacedBy { kind } }
		} } }`
		a.refused(again, object{"input": object{"followUp": id, "to": "FAILED"}}, "INVALID input.to")
		answers(t, store, clock, db.Change{State: postchat.DeliveryFailed, Words: "550 no such user"})

		var health map[string]any
		a.must(&health, `{ addressHealth(unhealthy: true) { email healthy goodAt refusedAt refusals words } }`, nil)
		compare(t, health, `{"addressHealth": [{"email": "standard@acme.example", "healthy": false, "goodAt": null,
			"refusedAt": "2026-11-25T09:00:00Z", "refusals": 1, "words": "550 no such user"}]}`)

		clock.Move(time.Minute)
		a.refused(again, object{"input": object{"followUp": id, "to": "OTHERS", "addresses": "nobody"}}, "INVALID input.addresses")
		var shown map[string]any
		a.must(&shown, again, object{"input": object{"followUp": id, "to": "OTHERS", "addresses": "lee@partner.example"}})
		compare(t, shown, `{"sendAgain": {"followUp": {"state": "FAILED", "receipt": [
			{"state": "FAILED", "recipient": {"email": "standard@acme.example"}, "replacedBy": null,
				"reasons": [{"kind": "NO_CODE", "sentence": "standard: no code was given"}]},
			{"state": "QUEUED", "recipient": {"email": "lee@partner.example"}, "replacedBy": null,
				"reasons": [{"kind": "AGAIN", "sentence": "sent again by Dana's script"}]}
		]}}}`)
	})
}

func TestAPersonDecidesAboutALostAnswer(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		routed(t, store, s, a, clock, s.Close("room-1", "lead"))
		lost := answers(t, store, clock, db.Change{State: postchat.DeliveryUncertain})
		const settle = `mutation($input: SettleDeliveryInput!) { settleDelivery(input: $input) { followUp { state } } }`
		var shown map[string]any
		a.must(&shown, settle, object{"input": object{"delivery": lost.ID, "verdict": "SENT"}})
		compare(t, shown, `{"settleDelivery": {"followUp": {"state": "SENT"}}}`)
		a.refused(settle, object{"input": object{"delivery": lost.ID, "verdict": "SENT"}}, "CONFLICT")
		a.refused(settle, object{"input": object{"delivery": postchat.NewID(clock.Now()), "verdict": "SENT"}}, "NOT_FOUND")
	})
}

func TestWhatIsOverALimitIsHeldAndReleased(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		const limit = `mutation($input: UpdateSendingLimitsInput!) { updateSendingLimits(input: $input) { campaign { sendingLimits { mailLimit operatorLimit } } } }`
		a.refused(limit, object{"input": object{"campaign": s.ID, "mailLimit": -1, "operatorLimit": -1}},
			"INVALID input.mailLimit", "INVALID input.operatorLimit")
		var shown map[string]any
		a.must(&shown, limit, object{"input": object{"campaign": s.ID, "mailLimit": 1}})
		compare(t, shown, `{"updateSendingLimits": {"campaign": {"sendingLimits": {"mailLimit": 1, "operatorLimit": 0}}}}`)

		id := routed(t, store, s, a, clock, s.Close("room-1", "support")) // two recipients
		const release = `mutation($input: ReleaseFollowUpInput!) { releaseFollowUp(input: $input) { followUp { state } } }`
		var ledger map[string]any
		const days = `{ ledger(first: "2026-11-25", last: "2026-11-25") { day finished campaign { name } boxes { state reason count } } }`
		a.must(&ledger, days, nil)
		compare(t, ledger, `{"ledger": [{"day": "2026-11-25", "finished": 1, "campaign": {"name": "Acme website"},
			"boxes": [{"state": "HELD", "reason": "", "count": 1}]}]}`)
		var released map[string]any
		a.must(&released, release, object{"input": object{"followUp": id}})
		compare(t, released, `{"releaseFollowUp": {"followUp": {"state": "QUEUED"}}}`)
		a.refused(release, object{"input": object{"followUp": id}}, "CONFLICT")
		a.refused(`{ ledger(first: "yesterday", last: "2026-11-25") { day } }`, nil, "INVALID first")
		a.refused(`{ ledger(first: "2020-01-01", last: "2026-11-25") { day } }`, nil, "INVALID last")
	})
}
