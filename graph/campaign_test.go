package graph_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph"
	"github.com/postchat/postchat/test/stores"
)

const (
	listCampaigns   = `query($retired: Boolean! = false) { campaigns(retired: $retired) { name retired } }`
	retireCampaign  = `mutation($id: ID!) { retireCampaign(input: {id: $id}) { campaign { retired retiredAt } } }`
	restoreCampaign = `mutation($id: ID!) { restoreCampaign(input: {id: $id}) { campaign { retired retiredAt } } }`
	retireSource    = `mutation($id: ID!) { retireSource(input: {id: $id}) { source { retired } } }`
	restoreSource   = `mutation($id: ID!) { restoreSource(input: {id: $id}) { source { retired } } }`
	updateSource    = `mutation($input: UpdateSourceInput!) { updateSource(input: $input) { source { id } } }`
)

func TestACampaignIsRetiredOnlyWhereNoSourceLeads(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		other := postchat.NewCampaign(s.Account.ID, "Another shop", clock.Now())
		if err := s.Scope.SaveCampaign(t.Context(), &other); err != nil {
			t.Fatal(err)
		}
		rules := []object{{"field": "PAGE", "value": "https://another.example", "campaign": other.ID}}
		a.must(nil, updateSource, object{"input": object{"id": s.Source.ID, "rules": rules}})
		a.refused(retireCampaign, object{"id": s.ID}, "CONFLICT")
		a.refused(retireCampaign, object{"id": other.ID}, "CONFLICT")
		a.must(nil, updateSource, object{"input": object{"id": s.Source.ID, "rules": []object{}}})

		var got any
		a.must(&got, retireCampaign, object{"id": other.ID})
		compare(t, got, `{"retireCampaign": {"campaign": {"retired": true, "retiredAt": "2026-11-25T09:00:00Z"}}}`)
		clock.Move(time.Hour)
		a.must(&got, retireCampaign, object{"id": other.ID}) // changes nothing
		compare(t, got, `{"retireCampaign": {"campaign": {"retired": true, "retiredAt": "2026-11-25T09:00:00Z"}}}`)
		a.must(&got, listCampaigns, nil)
		compare(t, got, `{"campaigns": [{"name": "Acme website", "retired": false}]}`)
		a.must(&got, listCampaigns, object{"retired": true})
		compare(t, got, `{"campaigns": [{"name": "Acme website", "retired": false}, {"name": "Another shop", "retired": true}]}`)

		a.refused(updateSource, object{"input": object{"id": s.Source.ID, "rules": rules}}, "CONFLICT input.rules[0].campaign")
		a.refused(`mutation($input: CreateSourceInput!) { createSource(input: $input) { secret } }`,
			object{"input": object{"name": "Late", "vendor": "postchat", "defaultCampaign": other.ID}}, "CONFLICT input.defaultCampaign")
		a.must(nil, `mutation($id: ID!) { updateCampaign(input: {id: $id, name: "Old shop"}) { campaign { name } } }`, object{"id": other.ID})
		a.must(&got, restoreCampaign, object{"id": other.ID})
		compare(t, got, `{"restoreCampaign": {"campaign": {"retired": false, "retiredAt": null}}}`)
	})
}

func TestChatsOfARetiredCampaignGoOnAndItsSourceCannotComeBackAlone(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		(&office{Campaign: s, t: t, api: a, store: store, clock: clock}).closes("lead")
		a.must(nil, retireSource, object{"id": s.Source.ID})
		a.must(nil, retireCampaign, object{"id": s.ID})
		clock.Move(time.Minute)
		route(t, store, a, 1)
		var got any
		a.must(&got, `{ followUps(first: 10) { nodes { state campaign { name retired } } } }`, nil)
		compare(t, got, `{"followUps": {"nodes": [{"state": "QUEUED", "campaign": {"name": "Acme website", "retired": true}}]}}`)

		a.refused(restoreSource, object{"id": s.Source.ID}, "CONFLICT input.defaultCampaign")
		a.must(nil, updateSource, object{"input": object{"id": s.Source.ID, "hold": 30}}) // it is not in use either
		a.must(nil, restoreCampaign, object{"id": s.ID})
		a.must(nil, restoreSource, object{"id": s.Source.ID})
	})
}

func TestACampaignIsNeverRetiredBesideASourceThatComesToLeadThere(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		for range 10 {
			other := postchat.NewCampaign(s.Account.ID, "Shop "+postchat.NewID(postchat.Now()), postchat.Now())
			if err := s.Scope.SaveCampaign(t.Context(), &other); err != nil {
				t.Fatal(err)
			}
			led := make(chan []failure)
			go func() {
				led <- a.ask(nil, updateSource, object{"input": object{"id": s.Source.ID, "defaultCampaign": other.ID}})
			}()
			retired := a.ask(nil, retireCampaign, object{"id": other.ID})
			if leads := <-led; (len(retired) == 0) == (len(leads) == 0) {
				t.Fatalf("to retire it says %v, and to lead there %v: one of them must fail", retired, leads)
			}
		}
	})
}

const readCheckList = `{ checkList {
	transport mailsLeave sourceConnected sourceHeard mailed sample { id }
	campaigns { campaign { name successCodes { label } } hasCode hasStandard hasSource }
} }`

func TestTheCheckListSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		account, err := store.FirstAccount(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		a := newAPI(t, store, clock.Now, func(c *graph.Config) { c.Transport = "smtp" })
		var got any
		a.must(&got, readCheckList, nil)
		compare(t, got, `{"checkList": {"transport": "smtp", "mailsLeave": true, "sourceConnected": false, "sourceHeard": false, "mailed": false,
			"sample": null, "campaigns": []}}`)

		s := stores.Sample(t, store)
		bare := postchat.NewCampaign(account.ID, "Bare shop", clock.Now())
		if err := s.Scope.SaveCampaign(t.Context(), &bare); err != nil {
			t.Fatal(err)
		}
		labels := `[{"label": "lead"}, {"label": "support"}, {"label": "other"}, {"label": "old"}]`
		of := func(heard, mailed string) string {
			return `{"checkList": {"transport": "smtp", "mailsLeave": true, "sourceConnected": true, "sourceHeard": ` + heard + `, "mailed": ` + mailed + `,
				"sample": null, "campaigns": [
				{"campaign": {"name": "Acme website", "successCodes": ` + labels + `}, "hasCode": true, "hasStandard": true, "hasSource": true},
				{"campaign": {"name": "Bare shop", "successCodes": []}, "hasCode": false, "hasStandard": false, "hasSource": false}]}}`
		}
		a.must(&got, readCheckList, nil)
		compare(t, got, of("false", "false"))
		o := &office{Campaign: s, t: t, api: a, store: store, clock: clock}
		o.queued()
		o.uncertain() // all but the last were taken by SMTP
		a.must(&got, readCheckList, nil)
		compare(t, got, of("true", "true"))

		b := newAPI(t, store, clock.Now, func(c *graph.Config) { c.Transport = "outbox" })
		b.must(&got, `{ checkList { mailsLeave mailed } }`, nil)
		compare(t, got, `{"checkList": {"mailsLeave": false, "mailed": false}}`)

		token, secret := auth.NewToken(account.ID, "limited", time.Time{}, clock.Now())
		token.CampaignIDs, token.Permissions = []string{bare.ID}, []postchat.Permission{postchat.PermissionRead}
		if err := s.Scope.AddToken(t.Context(), &token); err != nil {
			t.Fatal(err)
		}
		a.as(secret.Reveal()).must(&got, `{ checkList { mailed campaigns { campaign { name } } } }`, nil)
		compare(t, got, `{"checkList": {"mailed": false, "campaigns": [{"campaign": {"name": "Bare shop"}}]}}`)
	})
}

func TestAGoalIsDeletedOnceNoCodeCountsForIt(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		o := &office{Campaign: s, t: t, api: a, store: store}
		before := len(o.goals())
		goal, code := o.goal(), s.Table.Codes[2].ID
		const deleteGoal = `mutation($id: ID!) { deleteGoal(input: {id: $id}) { campaign { goals { id } } } }`
		o.must("updateSuccessCode", object{"id": code, "goal": goal})
		a.refused(deleteGoal, object{"id": goal}, "CONFLICT")
		o.must("retireSuccessCode", object{"id": code})
		a.refused(deleteGoal, object{"id": goal}, "CONFLICT")
		o.must("updateSuccessCode", object{"id": code, "goal": ""})
		var got struct {
			DeleteGoal struct {
				Campaign struct{ Goals []struct{ ID string } }
			}
		}
		a.must(&got, deleteGoal, object{"id": goal})
		if left := got.DeleteGoal.Campaign.Goals; len(left) != before {
			t.Errorf("%d goals are left, want %d", len(left), before)
		}
		a.refused(deleteGoal, object{"id": goal}, "NOT_FOUND")
	})
}

func TestTheVendorsOfTheServerAreListed(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var got any
		a.must(&got, `{ chatVendors { name keepsTranscripts secretInAddress hold } }`, nil)
		compare(t, got, `{"chatVendors": [
			{"name": "postchat", "keepsTranscripts": false, "secretInAddress": false, "hold": 0},
			{"name": "rocketchat", "keepsTranscripts": false, "secretInAddress": false, "hold": 10},
			{"name": "chatwoot", "keepsTranscripts": true, "secretInAddress": false, "hold": 10},
			{"name": "by-address", "keepsTranscripts": false, "secretInAddress": true, "hold": 10}]}`)
	})
}
