package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const saveAddresses = `mutation($input: SaveFollowUpAddressesInput!) {
	saveFollowUpAddresses(input: $input) { followUpAddresses { version standard { text } codes { code { label } addresses { text } } } }
}`

// entries are lists for the sample campaign's codes lead, support and other.
func entries(s *stores.Campaign, lists ...string) []object {
	all := make([]object, len(lists))
	for i, list := range lists {
		all[i] = object{"code": s.Table.Codes[i].ID, "addresses": list}
	}
	return all
}

func TestATableIsSavedWholeFromTextAsPeopleTypeIt(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		// The retired code "old" got an address while it was in use.
		s.Table.Addresses[s.Table.Codes[3].ID] = []postchat.Address{{Email: "past@acme.example"}}
		if err := s.Scope.SaveTable(t.Context(), &s.Table); err != nil {
			t.Fatal(err)
		}
		var saved map[string]any
		a.must(&saved, saveAddresses, object{"input": object{
			"campaign": s.ID, "version": 2, "standard": "a@acme.example; B <b@acme.example>,\n\nc@acme.example;",
			"codes": entries(s, "lead@acme.example", "", "lead@acme.example;LEAD@acme.example"),
		}})
		compare(t, saved, `{"saveFollowUpAddresses": {"followUpAddresses": {
			"version": 3, "standard": {"text": "a@acme.example; B <b@acme.example>; c@acme.example"},
			"codes": [
				{"code": {"label": "lead"}, "addresses": {"text": "lead@acme.example"}},
				{"code": {"label": "support"}, "addresses": {"text": ""}},
				{"code": {"label": "other"}, "addresses": {"text": "lead@acme.example"}},
				{"code": {"label": "old"}, "addresses": {"text": "past@acme.example"}}
			]
		}}}`)
	})
}

func TestATableThatSomebodyElseSavedIsNotOverwritten(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		mine := object{"input": object{"campaign": s.ID, "version": 1, "standard": "mine@acme.example", "codes": entries(s, "", "", "")}}
		theirs := object{"input": object{"campaign": s.ID, "version": 1, "standard": "theirs@acme.example", "codes": entries(s, "", "", "")}}
		a.must(nil, saveAddresses, theirs)
		a.refused(saveAddresses, mine, "CONFLICT input.version")

		var now map[string]any
		a.must(&now, `query($id: ID!) { campaign(id: $id) { followUpAddresses { version standard { text } } } }`, object{"id": s.ID})
		compare(t, now, `{"campaign": {"followUpAddresses": {"version": 2, "standard": {"text": "theirs@acme.example"}}}}`)
	})
}

func TestABadTableIsRefusedWholeWithEveryProblemNamed(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var many strings.Builder
		for i := range 101 {
			fmt.Fprintf(&many, "desk-%d@acme.example;", i)
		}
		tests := []struct {
			name  string
			input object
			want  []string
		}{
			{
				name: "bad addresses in three lists, two of them in one",
				input: object{
					"version": 1, "standard": "nobody", "codes": entries(s, "fine@acme.example", "a@; @b", "x@acme.example y@acme.example"),
				},
				want: []string{
					"INVALID input.standard", "INVALID input.codes[1].addresses", "INVALID input.codes[1].addresses",
					"INVALID input.codes[2].addresses",
				},
			},
			{
				name:  "a code in use is missing",
				input: object{"version": 1, "standard": "", "codes": entries(s, "", "")},
				want:  []string{"INVALID input.codes"},
			},
			{
				name:  "a code comes twice and another is unknown",
				input: object{"version": 1, "standard": "", "codes": append(entries(s, "", "", ""), entries(s, "")[0], object{"code": "x", "addresses": ""})},
				want:  []string{"INVALID input.codes[3].code", "NOT_FOUND input.codes[4].code"},
			},
			{
				name:  "a list is too long, and so is the comment",
				input: object{"version": 1, "standard": "", "codes": entries(s, "", "", many.String()), "comment": strings.Repeat("c", 501)},
				want:  []string{"INVALID input.comment"},
			},
			{
				name:  "a list is too long",
				input: object{"version": 1, "standard": "", "codes": entries(s, "", "", many.String())},
				want:  []string{"INVALID input.codes[2].addresses"},
			},
			{
				name:  "the version is not a number",
				input: object{"version": "one", "standard": "", "codes": entries(s)},
				want:  []string{"INVALID input.version"},
			},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				a.t = t
				test.input["campaign"] = s.ID
				a.refused(saveAddresses, object{"input": test.input}, test.want...)
			})
		}
		table, err := s.Scope.Table(t.Context(), s.Campaign)
		if err != nil || table.Version != 1 {
			t.Errorf("the table is at version %d, %v; want the first, unchanged", table.Version, err)
		}
	})
}

func TestWhoIsLimitedToACampaignSeesTheHealthOfItsAddresses(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		o := &office{Campaign: s, t: t, api: a, store: store, clock: clock}
		o.queued()
		claimed, err := store.ClaimQueued(t.Context(), db.Lease{Owner: "test", Until: clock.Now().Add(time.Minute)}, "smtp", 10)
		if err != nil || len(claimed) == 0 {
			t.Fatalf("%d claimed, %v", len(claimed), err)
		}
		refused := claimed[0]
		if _, err := store.Finish(t.Context(), db.Result{Delivery: refused.Delivery, Change: db.Change{State: postchat.DeliveryFailed, Words: "550 unknown"}}); err != nil {
			t.Fatal(err)
		}
		token, secret := auth.NewToken(s.Account.ID, "limited", time.Time{}, clock.Now())
		token.CampaignIDs, token.Permissions = []string{s.ID}, []postchat.Permission{postchat.PermissionRead}
		if err := s.Scope.AddToken(t.Context(), &token); err != nil {
			t.Fatal(err)
		}
		limited := a.as(secret.Reveal())
		limited.refused(`{ addressHealth { email } }`, nil, "DENIED")
		var got struct {
			Campaign struct {
				FollowUpAddresses struct {
					Codes []struct {
						Addresses struct {
							Items []struct {
								Email  string
								Health *struct {
									Healthy bool
									Words   string
								}
							}
						}
					}
				}
			}
		}
		const read = `query($id: ID!) { campaign(id: $id) { followUpAddresses { codes { addresses { items { email health { healthy words } } } } } } }`
		limited.must(&got, read, object{"id": s.ID})
		found := false
		for _, code := range got.Campaign.FollowUpAddresses.Codes {
			for _, address := range code.Addresses.Items {
				if address.Email == refused.Recipient.Email {
					found = found || address.Health != nil && !address.Health.Healthy && address.Health.Words == "550 unknown"
				}
			}
		}
		if !found {
			t.Errorf("of the refused address is told %+v", got)
		}
	})
}
