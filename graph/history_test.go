package graph_test

import (
	"fmt"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// saveTable saves the sample campaign's lists for lead, support and other, and standard.
func saveTable(a *api, s *stores.Campaign, version int, comment, standard string, lists ...string) {
	a.t.Helper()
	a.must(nil, saveAddresses, object{"input": object{
		"campaign": s.ID, "version": version, "standard": standard, "comment": comment, "codes": entries(s, lists...),
	}})
}

func TestTheHistoryOfATableIsPagedTheNewestFirst(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		for version := 1; version < 5; version++ {
			saveTable(a, s, version, fmt.Sprintf("change %d", version), fmt.Sprintf("desk-%d@acme.example", version), "", "", "")
		}
		type page struct {
			Campaign struct {
				FollowUpAddressesHistory struct {
					Nodes []struct {
						Version  int
						Comment  string
						Standard struct{ Text string }
					}
					Edges    []struct{ Cursor string }
					PageInfo struct {
						HasNextPage, HasPreviousPage bool
						EndCursor                    string
					}
				}
			}
		}
		const list = `query($id: ID!, $first: Int!, $after: String) { campaign(id: $id) { followUpAddressesHistory(first: $first, after: $after) {
			nodes { version comment standard { text } } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor }
		} } }`
		var versions []int
		after := ""
		for more := true; more; {
			var p page
			a.must(&p, list, object{"id": s.ID, "first": 2, "after": after})
			h := p.Campaign.FollowUpAddressesHistory
			for _, node := range h.Nodes {
				if want := fmt.Sprintf("desk-%d@acme.example", node.Version-1); node.Version > 1 && node.Standard.Text != want {
					t.Errorf("version %d went to %s, want %s", node.Version, node.Standard.Text, want)
				}
				versions = append(versions, node.Version)
			}
			if h.PageInfo.HasPreviousPage != (after != "") || len(h.Edges) != len(h.Nodes) {
				t.Errorf("the page is %+v", h)
			}
			after, more = h.PageInfo.EndCursor, h.PageInfo.HasNextPage
		}
		if fmt.Sprint(versions) != "[5 4 3 2 1]" {
			t.Errorf("the pages hold %v", versions)
		}

		var one map[string]any
		a.must(&one, `query($id: ID!) { followUpAddressesVersion(campaign: $id, version: 2) { version comment savedBy { kind name } codes { code { label } addresses { text } } } }`,
			object{"id": s.ID})
		compare(t, one, `{"followUpAddressesVersion": {"version": 2, "comment": "change 1", "savedBy": {"kind": "TOKEN", "name": "Dana's script"}, "codes": [
			{"code": {"label": "lead"}, "addresses": {"text": ""}}, {"code": {"label": "support"}, "addresses": {"text": ""}},
			{"code": {"label": "other"}, "addresses": {"text": ""}}, {"code": {"label": "old"}, "addresses": {"text": ""}}
		]}}`)
		a.refused(`query($id: ID!) { followUpAddressesVersion(campaign: $id, version: 6) { version } }`, object{"id": s.ID}, "NOT_FOUND")
		a.refused(list, object{"id": s.ID, "first": 2, "after": "dmVyc2lvbjp4"}, "INVALID after")
		a.refused(list, object{"id": s.ID, "first": 101}, "INVALID first")
	})
}

func TestTwoVersionsOfATableAreCompared(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		clock.Move(1)
		saveTable(a, s, 1, "", "standard@acme.example", "Desk <sales@acme.example>; bert@acme.example", "nights@acme.example", "")
		var code struct {
			CreateSuccessCode struct{ SuccessCode struct{ ID string } }
		}
		a.must(&code, `mutation($c: ID!) { createSuccessCode(input: {campaign: $c, label: "vip"}) { successCode { id } } }`, object{"c": s.ID})
		a.must(nil, saveAddresses, object{"input": object{
			"campaign": s.ID, "version": 2, "standard": "",
			"codes": append(entries(s, "bert@acme.example", "nights@acme.example", ""), object{"code": code.CreateSuccessCode.SuccessCode.ID, "addresses": "vip@acme.example"}),
		}})
		const diff = `query($id: ID!, $older: Int!, $newer: Int!) { followUpAddressesDiff(campaign: $id, older: $older, newer: $newer) {
			from to standard { removed { text } added { text } }
			codes { code { label } appeared gone retired addresses { added { text } removed { text } renamed { text } } }
		} }`
		var got map[string]any
		a.must(&got, diff, object{"id": s.ID, "older": 1, "newer": 3})
		compare(t, got, `{"followUpAddressesDiff": {"from": 1, "to": 3,
			"standard": {"removed": [{"text": "standard@acme.example"}], "added": []},
			"codes": [
				{"code": {"label": "lead"}, "appeared": false, "gone": false, "retired": false,
					"addresses": {"added": [{"text": "bert@acme.example"}], "removed": [{"text": "Sales <sales@acme.example>"}], "renamed": []}},
				{"code": {"label": "support"}, "appeared": false, "gone": false, "retired": false,
					"addresses": {"added": [], "removed": [{"text": "support@acme.example"}], "renamed": []}},
				{"code": {"label": "vip"}, "appeared": true, "gone": false, "retired": false,
					"addresses": {"added": [{"text": "vip@acme.example"}], "removed": [], "renamed": []}}
			]}}`)
		a.must(&got, diff, object{"id": s.ID, "older": 2, "newer": 1})
		compare(t, got, `{"followUpAddressesDiff": {"from": 2, "to": 1, "standard": {"removed": [], "added": []},
			"codes": [
				{"code": {"label": "lead"}, "appeared": false, "gone": false, "retired": false,
					"addresses": {"added": [], "removed": [{"text": "bert@acme.example"}], "renamed": [{"text": "Sales <sales@acme.example>"}]}},
				{"code": {"label": "support"}, "appeared": false, "gone": false, "retired": false,
					"addresses": {"added": [{"text": "support@acme.example"}], "removed": [], "renamed": []}}
			]}}`)
		a.refused(diff, object{"id": s.ID, "older": 4, "newer": 9}, "NOT_FOUND", "NOT_FOUND")
	})
}

func TestAnOldTableIsRestoredAsANewVersion(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		saveTable(a, s, 1, "the wrong people", "", "wrong@acme.example", "keep@acme.example", "wrong@acme.example")
		clock.Move(1)
		a.must(nil, `mutation($id: ID!) { retireSuccessCode(input: {id: $id}) { successCode { id } } }`, object{"id": s.Table.Codes[1].ID})
		a.must(nil, `mutation($c: ID!) { createSuccessCode(input: {campaign: $c, label: "vip"}) { successCode { id } } }`, object{"c": s.ID})

		const restore = `mutation($input: RestoreFollowUpAddressesInput!) { restoreFollowUpAddresses(input: $input) {
			followUpAddresses { version comment standard { text } codes { code { label } addresses { text } } } kept { label } missing
		} }`
		a.refused(restore, object{"input": object{"campaign": s.ID, "version": 1, "expectedVersion": 1}}, "CONFLICT input.expectedVersion")
		a.refused(restore, object{"input": object{"campaign": s.ID, "version": 2, "expectedVersion": 2}}, "INVALID input.version")
		a.refused(restore, object{"input": object{"campaign": s.ID, "version": 0, "expectedVersion": 2}}, "INVALID input.version")
		a.refused(restore, object{"input": object{"campaign": s.ID, "version": 7, "expectedVersion": 2}}, "NOT_FOUND input.version")
		var got map[string]any
		a.must(&got, restore, object{"input": object{"campaign": s.ID, "version": 1, "expectedVersion": 2}})
		compare(t, got, `{"restoreFollowUpAddresses": {
			"followUpAddresses": {"version": 3, "comment": "version 1 restored", "standard": {"text": "standard@acme.example"}, "codes": [
				{"code": {"label": "lead"}, "addresses": {"text": "Sales <sales@acme.example>"}},
				{"code": {"label": "support"}, "addresses": {"text": "keep@acme.example"}},
				{"code": {"label": "other"}, "addresses": {"text": ""}},
				{"code": {"label": "old"}, "addresses": {"text": ""}},
				{"code": {"label": "vip"}, "addresses": {"text": ""}}
			]},
			"kept": [{"label": "support"}, {"label": "old"}, {"label": "vip"}], "missing": []
		}}`)
	})
}

func TestAPastedListBecomesATable(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		const parse = `query($input: ParseFollowUpAddressesInput!) { parseFollowUpAddresses(input: $input) {
			followUpAddresses { version standard { text } codes { code { id label } addresses { text } } }
			problems { line message } kept { label } standardKept
			diff { from to standard { removed { text } } codes { code { label } addresses { added { text } removed { text } } } }
		} }`
		var got struct {
			ParseFollowUpAddresses struct {
				FollowUpAddresses struct {
					Version  int
					Standard struct{ Text string }
					Codes    []struct {
						Code      struct{ ID, Label string }
						Addresses struct{ Text string }
					}
				}
				Problems []struct {
					Line    int
					Message string
				}
				Kept         []struct{ Label string }
				StandardKept bool
				Diff         any
			}
		}
		a.must(&got, parse, object{"input": object{
			"campaign": s.ID, "text": "Code;Addresses\r\nlead;sales@acme.example;bert@acme.example\r\nleed;x@acme.example\r\nother;bad@\r\nstandard;\r\n",
		}})
		parsed := got.ParseFollowUpAddresses
		if parsed.FollowUpAddresses.Version != 1 || parsed.StandardKept || len(parsed.Problems) != 2 || parsed.Problems[0].Line != 3 || parsed.Problems[1].Line != 4 {
			t.Errorf("the text makes %+v", parsed)
		}
		if len(parsed.Kept) != 1 || parsed.Kept[0].Label != "support" {
			t.Errorf("kept are %v", parsed.Kept)
		}
		compare(t, parsed.Diff, `{"from": 1, "to": 1, "standard": {"removed": [{"text": "standard@acme.example"}]}, "codes": [
			{"code": {"label": "lead"}, "addresses": {"added": [{"text": "bert@acme.example"}], "removed": []}}
		]}`)
		// Nothing was saved; what was made can be saved as it is.
		var lists []object
		for _, c := range parsed.FollowUpAddresses.Codes {
			lists = append(lists, object{"code": c.Code.ID, "addresses": c.Addresses.Text})
		}
		var saved map[string]any
		a.must(&saved, saveAddresses, object{"input": object{"campaign": s.ID, "version": 1, "standard": parsed.FollowUpAddresses.Standard.Text, "codes": lists}})
		compare(t, saved, `{"saveFollowUpAddresses": {"followUpAddresses": {"version": 2, "standard": {"text": ""}, "codes": [
			{"code": {"label": "lead"}, "addresses": {"text": "Sales <sales@acme.example>; bert@acme.example"}},
			{"code": {"label": "support"}, "addresses": {"text": "support@acme.example; nights@acme.example"}},
			{"code": {"label": "other"}, "addresses": {"text": ""}},
			{"code": {"label": "old"}, "addresses": {"text": ""}}
		]}}}`)
		a.refused(parse, object{"input": object{"campaign": "x", "text": ""}}, "NOT_FOUND")
	})
}
