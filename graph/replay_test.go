package graph_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const replayRouting = `query($input: ReplayRoutingInput!, $outcome: ReplayOutcome, $first: Int! = 25) { replayRouting(input: $input) {
	since chats same toOthers toNobody fromNobody cut
	differences(first: $first, outcome: $outcome) {
		outcome followUp { number }
		before { recipients { address { email } } notForwarded }
		after { recipients { address { email } reasons { sentence } } notForwarded }
	}
} }`

// routedChats has six chats routed by the sample campaign's table, the one of #6 to an extra address too, and leaves #7 waiting.
func routedChats(t *testing.T, store *db.Store, s *stores.Campaign, a *api, clock *stores.Clock) {
	t.Helper()
	s.Table.Standard = nil
	if err := s.Scope.SaveTable(t.Context(), &s.Table); err != nil {
		t.Fatal(err)
	}
	codes := [][]string{{"lead"}, {"support"}, {"other"}, nil, {"lead", "support"}, {"lead"}}
	closeChats(t, store, s, len(codes), func(i int) []string { return codes[i] })
	six, err := s.Scope.FollowUpByNumber(t.Context(), 6)
	if err != nil {
		t.Fatal(err)
	}
	a.must(nil, `mutation($id: ID!) { submitFollowUp(input: {idempotencyKey: "ok", followUp: $id, extraAddresses: "Erik <erik@partner.example>", note: "call him", operator: "Dana"}) { sendsAt } }`,
		object{"id": six.ID})
	clock.Move(time.Hour)
	route(t, store, a, 6)
	waiting := s.Close("room-7", "lead")
	arrival := s.Arrival(waiting, "7")
	arrival.Source.Hold = time.Hour
	arrival.ReceivedAt = clock.Now()
	record(t, store, arrival)
}

func TestATableIsTriedOnTheChatsThatThereWere(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		routedChats(t, store, s, a, clock)
		table := object{"standard": "standard@acme.example", "codes": entries(s, "sales@acme.example", "", "")}
		var got map[string]any
		a.must(&got, replayRouting, object{"input": object{"campaign": s.ID, "table": table}})
		compare(t, got, `{"replayRouting": {
			"since": "2026-10-27", "chats": 6, "same": 2, "toOthers": 2, "toNobody": 0, "fromNobody": 2, "cut": false,
			"differences": [
				{"outcome": "TO_OTHERS", "followUp": {"number": 5},
					"before": {"recipients": [{"address": {"email": "sales@acme.example"}}, {"address": {"email": "support@acme.example"}}, {"address": {"email": "nights@acme.example"}}], "notForwarded": null},
					"after": {"recipients": [{"address": {"email": "sales@acme.example"}, "reasons": [{"sentence": "the code lead was given"}]}], "notForwarded": null}},
				{"outcome": "FROM_NOBODY", "followUp": {"number": 4},
					"before": {"recipients": [], "notForwarded": "STANDARD_EMPTY"},
					"after": {"recipients": [{"address": {"email": "standard@acme.example"}, "reasons": [{"sentence": "standard: no code was given"}]}], "notForwarded": null}},
				{"outcome": "FROM_NOBODY", "followUp": {"number": 3},
					"before": {"recipients": [], "notForwarded": "STANDARD_EMPTY"},
					"after": {"recipients": [{"address": {"email": "standard@acme.example"}, "reasons": [{"sentence": "standard: the codes given have no address"}]}], "notForwarded": null}},
				{"outcome": "TO_OTHERS", "followUp": {"number": 2},
					"before": {"recipients": [{"address": {"email": "support@acme.example"}}, {"address": {"email": "nights@acme.example"}}], "notForwarded": null},
					"after": {"recipients": [{"address": {"email": "standard@acme.example"}, "reasons": [{"sentence": "standard: the codes given have no address"}]}], "notForwarded": null}}
			]
		}}`)

		a.must(&got, `query($input: ReplayRoutingInput!) { replayRouting(input: $input) { addresses { address { email } gained lost } } }`,
			object{"input": object{"campaign": s.ID, "table": table}})
		compare(t, got, `{"replayRouting": {"addresses": [
			{"address": {"email": "standard@acme.example"}, "gained": 3, "lost": 0},
			{"address": {"email": "nights@acme.example"}, "gained": 0, "lost": 2},
			{"address": {"email": "support@acme.example"}, "gained": 0, "lost": 2}
		]}}`)

		// With nobody anywhere only the extra address is left, which is an operator's choice and not the table's.
		a.must(&got, replayRouting, object{"input": object{"campaign": s.ID, "version": 0}, "outcome": "TO_NOBODY", "first": 1})
		compare(t, got, `{"replayRouting": {
			"since": "2026-10-27", "chats": 6, "same": 2, "toOthers": 1, "toNobody": 3, "fromNobody": 0, "cut": false,
			"differences": [{"outcome": "TO_NOBODY", "followUp": {"number": 5},
				"before": {"recipients": [{"address": {"email": "sales@acme.example"}}, {"address": {"email": "support@acme.example"}}, {"address": {"email": "nights@acme.example"}}], "notForwarded": null},
				"after": {"recipients": [], "notForwarded": "STANDARD_EMPTY"}}]
		}}`)
		a.must(&got, replayRouting, object{"input": object{"campaign": s.ID, "version": 2}})
		compare(t, got, `{"replayRouting": {"since": "2026-10-27", "chats": 6, "same": 6, "toOthers": 0, "toNobody": 0, "fromNobody": 0, "cut": false, "differences": []}}`)

		clock.Move(10 * 24 * time.Hour)
		a.must(&got, replayRouting, object{"input": object{"campaign": s.ID, "version": 0, "days": 10}})
		compare(t, got, `{"replayRouting": {"since": "2026-11-26", "chats": 0, "same": 0, "toOthers": 0, "toNobody": 0, "fromNobody": 0, "cut": false, "differences": []}}`)
		if after, err := s.Scope.Table(t.Context(), s.Campaign); err != nil || after.Version != 2 {
			t.Errorf("after the replays the table is at version %d, %v", after.Version, err)
		}
	})
}

func TestAReplayWithoutATableIsRefused(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		table := object{"standard": "a@", "codes": entries(s, "", "b@", "")}
		a.refused(replayRouting, object{"input": object{"campaign": s.ID}}, "INVALID input.table")
		a.refused(replayRouting, object{"input": object{"campaign": s.ID, "version": 1, "table": table}}, "INVALID input.table")
		a.refused(replayRouting, object{"input": object{"campaign": s.ID, "table": table, "days": 91}},
			"INVALID input.table.standard", "INVALID input.table.codes[1].addresses", "INVALID input.days")
		a.refused(replayRouting, object{"input": object{"campaign": s.ID, "version": 7, "days": 0}}, "NOT_FOUND input.version", "INVALID input.days")
		a.refused(replayRouting, object{"input": object{"campaign": "x", "version": 1}}, "NOT_FOUND")
		a.refused(replayRouting, object{"input": object{"campaign": s.ID, "version": 1}, "first": 101}, "INVALID first")
		a.refused(`query($input: ReplayRoutingInput!) { replayRouting(input: $input) { addresses(first: 0) { gained } } }`,
			object{"input": object{"campaign": s.ID, "version": 1}}, "INVALID first")
	})
}

func TestHolesOfATableTellWhatWentNowhere(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		const holes = `{ campaigns { addressHoles { code { label } chats } } }`
		var got map[string]any
		a.must(&got, holes, nil)
		compare(t, got, `{"campaigns": [{"addressHoles": [{"code": {"label": "other"}, "chats": 0}]}]}`)
		routedChats(t, store, s, a, clock)
		a.must(&got, holes, nil)
		compare(t, got, `{"campaigns": [{"addressHoles": [{"code": {"label": "other"}, "chats": 1}, {"code": null, "chats": 2}]}]}`)
		clock.Move(31 * 24 * time.Hour)
		a.must(&got, holes, nil)
		compare(t, got, `{"campaigns": [{"addressHoles": [{"code": {"label": "other"}, "chats": 0}, {"code": null, "chats": 0}]}]}`)
	})
}

func TestAddressesAreSuggestedFromUse(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		routedChats(t, store, s, a, clock)
		const suggest = `query($c: ID!, $prefix: String!, $first: Int!) { addressSuggestions(campaign: $c, prefix: $prefix, first: $first) {
			address { text health { healthy } } uses inTable
		} }`
		var got map[string]any
		a.must(&got, suggest, object{"c": s.ID, "prefix": "", "first": 3})
		compare(t, got, `{"addressSuggestions": [
			{"address": {"text": "Erik <erik@partner.example>", "health": null}, "uses": 1, "inTable": false},
			{"address": {"text": "nights@acme.example", "health": null}, "uses": 0, "inTable": true},
			{"address": {"text": "Sales <sales@acme.example>", "health": null}, "uses": 0, "inTable": true}
		]}`)
		a.must(&got, suggest, object{"c": s.ID, "prefix": " SAL", "first": 3})
		compare(t, got, `{"addressSuggestions": [{"address": {"text": "Sales <sales@acme.example>", "health": null}, "uses": 0, "inTable": true}]}`)
		a.refused(suggest, object{"c": s.ID, "prefix": "", "first": 51}, "INVALID first")
		a.refused(suggest, object{"c": "x", "prefix": "", "first": 5}, "NOT_FOUND")
	})
}

func TestATableShowsTheHealthOfItsAddresses(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		bad := &postchat.AddressHealth{AccountID: s.Account.ID, Email: "nights@acme.example", RefusedAt: postchat.Now(), Refusals: 2, Words: "550 no such user"}
		if _, err := stores.Raw(t, store).NewInsert().Model(bad).ModelTableExpr("address_health").Exec(t.Context()); err != nil {
			t.Fatal(err)
		}
		var got map[string]any
		a.must(&got, `query($id: ID!) { campaign(id: $id) { followUpAddresses { codes { addresses { items { email health { healthy refusals words } } } } } } }`, object{"id": s.ID})
		compare(t, got, `{"campaign": {"followUpAddresses": {"codes": [
			{"addresses": {"items": [{"email": "sales@acme.example", "health": null}]}},
			{"addresses": {"items": [{"email": "support@acme.example", "health": null},
				{"email": "nights@acme.example", "health": {"healthy": false, "refusals": 2, "words": "550 no such user"}}]}},
			{"addresses": {"items": []}}, {"addresses": {"items": []}}
		]}}}`)
	})
}
