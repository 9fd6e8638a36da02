package graph_test

import (
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const (
	updateCode  = `mutation($input: UpdateSuccessCodeInput!) { updateSuccessCode(input: $input) { successCode { label hotKey goal { name } } } }`
	retireCode  = `mutation($id: ID!) { retireSuccessCode(input: {id: $id}) { successCode { retired retiredAt } } }`
	restoreCode = `mutation($id: ID!) { restoreSuccessCode(input: {id: $id}) { successCode { retired retiredAt } } }`
	requireCode = `mutation($campaign: ID!, $on: Boolean!) { updateGoalSettings(input: {campaign: $campaign, requireCode: $on}) { campaign { id } } }`
)

func TestACampaignThatRequiresACodeKeepsOneInUse(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		codes := s.Table.Codes // lead, support, other, and old, which is retired

		a.must(nil, requireCode, object{"campaign": s.ID, "on": true})
		a.must(nil, retireCode, object{"id": codes[0].ID})
		a.must(nil, retireCode, object{"id": codes[1].ID})
		a.refused(retireCode, object{"id": codes[2].ID}, "CONFLICT")
		a.must(nil, retireCode, object{"id": codes[3].ID}) // once more changes nothing

		a.must(nil, requireCode, object{"campaign": s.ID, "on": false})
		a.must(nil, retireCode, object{"id": codes[2].ID})
		a.refused(requireCode, object{"campaign": s.ID, "on": true}, "INVALID input.requireCode")

		var restored map[string]any
		a.must(&restored, restoreCode, object{"id": codes[3].ID})
		compare(t, restored, `{"restoreSuccessCode": {"successCode": {"retired": false, "retiredAt": null}}}`)
		a.must(nil, requireCode, object{"campaign": s.ID, "on": true})
	})
}

func TestAHotKeyGivesOneCodeInUse(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		lead, support := s.Table.Codes[0].ID, s.Table.Codes[1].ID

		a.must(nil, updateCode, object{"input": object{"id": lead, "hotKey": "1"}})
		a.must(nil, updateCode, object{"input": object{"id": lead, "hotKey": "1", "label": "Lead"}})
		a.refused(updateCode, object{"input": object{"id": support, "hotKey": "1"}}, "CONFLICT input.hotKey")

		a.must(nil, retireCode, object{"id": lead})
		a.must(nil, updateCode, object{"input": object{"id": support, "hotKey": "1"}})
		a.refused(restoreCode, object{"id": lead}, "CONFLICT")
		a.must(nil, updateCode, object{"input": object{"id": support, "hotKey": ""}})
		a.must(nil, restoreCode, object{"id": lead})
	})
}

func TestACodeBelongsToAGoalOfItsOwnCampaign(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		lead := s.Table.Codes[0].ID
		goal := func(campaignID string) string {
			var made struct {
				CreateGoal struct{ Goal struct{ ID string } }
			}
			a.must(&made, `mutation($c: ID!) { createGoal(input: {campaign: $c, name: "Sales"}) { goal { id } } }`, object{"c": campaignID})
			return made.CreateGoal.Goal.ID
		}
		var other struct {
			CreateCampaign struct{ Campaign struct{ ID string } }
		}
		a.must(&other, `mutation { createCampaign(input: {name: "Other"}) { campaign { id } } }`, nil)

		a.refused(updateCode, object{"input": object{"id": lead, "goal": goal(other.CreateCampaign.Campaign.ID)}}, "INVALID input.goal")
		var updated map[string]any
		a.must(&updated, updateCode, object{"input": object{"id": lead, "goal": goal(s.ID)}})
		compare(t, updated, `{"updateSuccessCode": {"successCode": {"label": "lead", "hotKey": "", "goal": {"name": "Sales"}}}}`)
		a.must(&updated, updateCode, object{"input": object{"id": lead, "goal": ""}})
		compare(t, updated, `{"updateSuccessCode": {"successCode": {"label": "lead", "hotKey": "", "goal": null}}}`)
	})
}

func TestCodesAndGoalsArePutInOrder(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var goals []string
		for _, name := range []string{"Sales", "Service"} {
			var made struct {
				CreateGoal struct{ Goal struct{ ID string } }
			}
			a.must(&made, `mutation($input: CreateGoalInput!) { createGoal(input: $input) { goal { id } } }`,
				object{"input": object{"campaign": s.ID, "name": name}})
			goals = append([]string{made.CreateGoal.Goal.ID}, goals...)
		}
		c := s.Table.Codes
		var ordered map[string]any
		a.must(&ordered, `mutation($codes: OrderSuccessCodesInput!, $goals: OrderGoalsInput!) {
			orderSuccessCodes(input: $codes) { campaign { successCodes { label } } }
			orderGoals(input: $goals) { campaign { goals { name } } }
		}`, object{
			"codes": object{"campaign": s.ID, "codes": []string{c[3].ID, c[2].ID, c[0].ID, c[1].ID}},
			"goals": object{"campaign": s.ID, "goals": goals},
		})
		compare(t, ordered, `{
			"orderSuccessCodes": {"campaign": {"successCodes": [{"label": "old"}, {"label": "other"}, {"label": "lead"}, {"label": "support"}]}},
			"orderGoals": {"campaign": {"goals": [{"name": "Service"}, {"name": "Sales"}]}}
		}`)
	})
}

func TestACodeSaysForHowManyChatsItCounts(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		o := &office{Campaign: s, t: t, api: a, store: store, clock: clock}
		o.closes("lead", "support")
		o.queued() // a lead
		o.closes()
		o.closes("old", "nonsense")
		clock.Move(24 * time.Hour)
		today := s.Arrival(s.Close("today", "lead"), "today") // which nobody has decided yet
		today.Day = "2026-11-26"
		record(t, store, today)
		seen := &statements{}
		store.Observe(seen)
		read := func(days int) (got any) {
			a.must(&got, `query($id: ID!, $days: Int!) { campaign(id: $id) { successCodes { label used(days: $days) } } }`, object{"id": s.ID, "days": days})
			return got
		}
		compare(t, read(30), `{"campaign": {"successCodes": [
			{"label": "lead", "used": 3}, {"label": "support", "used": 1}, {"label": "other", "used": 0}, {"label": "old", "used": 0}]}}`)
		compare(t, read(1), `{"campaign": {"successCodes": [
			{"label": "lead", "used": 1}, {"label": "support", "used": 0}, {"label": "other", "used": 0}, {"label": "old", "used": 0}]}}`)
		counts := 0
		for _, statement := range seen.of(func() { read(30) }) {
			if strings.Contains(statement, "epoch") {
				counts++
			}
		}
		if counts != 1 {
			t.Errorf("chats are counted by %d statements", counts)
		}
		for _, days := range []int{0, 401} {
			a.refused(`query($id: ID!, $days: Int!) { campaign(id: $id) { successCodes { used(days: $days) } } }`, object{"id": s.ID, "days": days}, "INVALID days", "INVALID days", "INVALID days", "INVALID days")
		}
		var report struct {
			Report struct {
				Rows []struct {
					Chats int
				}
			}
		}
		a.must(&report, `{ report(input: {by: CODE, first: "2026-10-28", last: "2026-11-26"}) { rows { chats } } }`, nil)
		if len(report.Report.Rows) == 0 || report.Report.Rows[0].Chats != 3 {
			t.Errorf("the report says %+v", report)
		}
	})
}
