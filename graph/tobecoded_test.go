package graph_test

import (
	"slices"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// toBeCoded is the list of what waits for a person.
type toBeCoded struct {
	FollowUps struct {
		Nodes []struct {
			ID                  string
			State               string
			WaitsSince, SendsAt time.Time
		}
	}
	FollowUpCounts []struct {
		State string
		Count int
	}
}

const listToBeCoded = `{
	followUps(filter: {states: [AWAITING_CODE, AWAITING_OK]}, oldestFirst: true) { nodes { id state waitsSince sendsAt } }
	followUpCounts(filter: {states: [AWAITING_CODE, AWAITING_OK]}) { state count }
}`

// toBeCoded reads the list, and returns the ids and the states on it.
func (a *api) toBeCoded() (ids, states []string, list toBeCoded) {
	a.t.Helper()
	a.must(&list, listToBeCoded, nil)
	for _, f := range list.FollowUps.Nodes {
		ids, states = append(ids, f.ID), append(states, f.State)
	}
	return ids, states, list
}

func TestColleaguesClearWhatIsToBeCoded(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, seldom)
		a.must(nil, `mutation($campaign: ID!) { updateGoalSettings(input: {campaign: $campaign, mode: OPERATOR_OK, requireCode: true, undoDelay: 0}) {
			campaign { goalSettings { mode } }
		} }`, object{"campaign": s.ID})
		token, secret := auth.NewToken(s.Account.ID, "a colleague", time.Time{}, postchat.Now())
		token.CampaignIDs, token.Permissions = []string{s.ID}, []postchat.Permission{postchat.PermissionRead, postchat.PermissionFollowUp}
		if err := s.Scope.AddToken(t.Context(), &token); err != nil {
			t.Fatal(err)
		}
		colleague := a.as(secret.Reveal())
		elsewhere := a.as(newToken(t, store, stores.OtherAccount(t, store).ID, postchat.Now))

		record(t, store, s.Arrival(s.Close("room-1"), "1"))
		record(t, store, s.Arrival(s.Close("room-2", "lead"), "2"))
		route(t, store, a, 2)
		watched := colleague.subscribe(watchFollowUps, nil)
		watched.begin()
		ids, states, list := colleague.toBeCoded()
		if !slices.Equal(states, []string{"AWAITING_CODE", "AWAITING_OK"}) || len(list.FollowUpCounts) != 2 {
			t.Fatalf("to be coded: %+v", list)
		}
		for _, f := range list.FollowUps.Nodes {
			if f.SendsAt.Sub(f.WaitsSince) != postchat.DefaultTimeLimit {
				t.Errorf("it waits from %s to %s", f.WaitsSince, f.SendsAt)
			}
		}
		if others, _, _ := elsewhere.toBeCoded(); len(others) > 0 {
			t.Errorf("another company sees %v", others)
		}

		const ok = `mutation($input: SubmitFollowUpInput!) { submitFollowUp(input: $input) { followUp { submittedBy } } }`
		colleague.refused(ok, object{"input": object{"followUp": ids[0]}}, "INVALID input.codes")
		colleague.must(nil, ok, object{"input": object{"followUp": ids[0], "codes": []string{"support"}}})
		if receipt := watched.state(1, "HOLDING"); receipt != "" {
			t.Errorf("the chat that got its OK has the receipt %s", receipt)
		}
		if _, left, list := a.toBeCoded(); !slices.Equal(left, []string{"AWAITING_OK"}) || list.FollowUpCounts[0].Count != 1 {
			t.Errorf("left to be coded: %+v", list)
		}
		colleague.must(nil, ok, object{"input": object{"followUp": ids[1]}})
		if left, _, list := a.toBeCoded(); len(left) > 0 || len(list.FollowUpCounts) > 0 {
			t.Errorf("left to be coded: %+v", list)
		}
	})
}
