package graph_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestNothingIsExecutedWithoutAValidToken(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		a := newAPI(t, store, clock.Now)
		account, err := store.FirstAccount(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		scope := store.Account(account.ID)
		expired, expiredSecret := auth.NewToken(account.ID, "old", clock.Now().Add(-time.Hour), clock.Now())
		revoked, revokedSecret := auth.NewToken(account.ID, "lost", time.Time{}, clock.Now())
		for _, token := range []*postchat.APIToken{&expired, &revoked} {
			if err := scope.AddToken(t.Context(), token); err != nil {
				t.Fatal(err)
			}
		}
		if err := scope.RevokeToken(t.Context(), revoked.ID); err != nil {
			t.Fatal(err)
		}
		const mutation = `{"query": "mutation { createCampaign(input: {name: \"Acme\"}) { campaign { id } } }"}`
		var answers []string
		for _, token := range []string{"", "pct_guess", expiredSecret.Reveal(), revokedSecret.Reveal(), strings.ToUpper(a.token)} {
			status, answer := a.as(token).post(mutation)
			if status != http.StatusUnauthorized {
				t.Errorf("a request with the token %.8s is answered %d", token, status)
			}
			answers = append(answers, answer)
		}
		for _, answer := range answers {
			if answer != answers[0] || !strings.Contains(answer, `"code":"DENIED"`) {
				t.Errorf("answers tell what is wrong: %s", answer)
			}
		}
		if campaigns, err := scope.Campaigns(t.Context()); err != nil || len(campaigns) > 0 {
			t.Errorf("there are %d campaigns, %v", len(campaigns), err)
		}
	})
}

func TestATokenIsMadeUsedAndRevoked(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		a := newAPI(t, store, clock.Now)
		var made struct {
			CreateAPIToken struct {
				Secret   string
				APIToken struct {
					ID, Name, Prefix string
					ExpiresAt        time.Time
				}
			}
		}
		a.must(&made, `mutation { createApiToken(input: {name: "CRM", expiresAt: "2027-01-01T00:00:00+01:00"}) { secret apiToken { id name prefix expiresAt } } }`, nil)
		token := made.CreateAPIToken
		if !strings.HasPrefix(token.Secret, token.APIToken.Prefix) || !token.APIToken.ExpiresAt.Equal(time.Date(2026, 12, 31, 23, 0, 0, 0, time.UTC)) {
			t.Errorf("the token is %+v", token)
		}
		crm := a.as(token.Secret)
		var list struct {
			APITokens []struct {
				ID                    string
				LastUsedAt, RevokedAt *time.Time
			}
		}
		const listTokens = `{ apiTokens { id lastUsedAt revokedAt } }`
		crm.must(&list, listTokens, nil)
		if body, _ := json.Marshal(list); strings.Contains(string(body), token.Secret) {
			t.Error("the list shows the secret")
		}
		crm.must(nil, `mutation($id: ID!) { revokeApiToken(input: {id: $id}) { apiToken { revokedAt } } }`, object{"id": token.APIToken.ID})
		if status, _ := crm.post(`{"query": "{ __typename }"}`); status != http.StatusUnauthorized {
			t.Errorf("a revoked token is answered %d", status)
		}
		a.must(&list, listTokens, nil)
		for _, row := range list.APITokens {
			if row.ID == token.APIToken.ID && (row.LastUsedAt == nil || row.RevokedAt == nil) {
				t.Errorf("the revoked token is listed as %+v", row)
			}
		}
	})
}

func TestWhatIsAnotherAccountsDoesNotExist(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		stranger := newToken(t, store, stores.OtherAccount(t, store).ID, postchat.Now)
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		closed := record(t, store, s.Arrival(s.Close("room-1", "lead"), "1"))
		var goal struct {
			CreateGoal struct{ Goal struct{ ID string } }
		}
		a.must(&goal, `mutation($c: ID!) { createGoal(input: {campaign: $c, name: "Sales"}) { goal { id } } }`, object{"c": s.ID})
		var tokens struct{ APITokens []struct{ ID string } }
		a.must(&tokens, `{ apiTokens { id } }`, nil)
		lead := s.Table.Codes[0].ID
		a = a.as(stranger)

		for _, test := range []struct{ id, query string }{
			{s.ID, `query($id: ID!) { campaign(id: $id) { name } }`},
			{s.ID, `query($id: ID!) { simulateRouting(input: {campaign: $id}) { tableVersion } }`},
			{s.ID, `query($id: ID!) { followUps(filter: {campaigns: [$id]}) { nodes { number } } }`},
			{s.ID, `query($id: ID!) { chats(filter: {campaigns: [$id]}) { nodes { id } } }`},
			{lead, `query($id: ID!) { followUps(filter: {codes: [$id]}) { nodes { number } } }`},
			{s.Source.ID, `query($id: ID!) { source(id: $id) { name } }`},
			{closed.ChatID, `query($id: ID!) { chat(id: $id) { visitor { name } } }`},
			{closed.FollowUpID, `query($id: ID!) { followUp(id: $id) { number } }`},
			{"1", `query { followUpByNumber(number: 1) { id } }`},
			{s.ID, `mutation($id: ID!) { updateCampaign(input: {id: $id, name: "Mine"}) { campaign { name } } }`},
			{s.ID, `mutation($id: ID!) { updateGoalSettings(input: {campaign: $id, requireCode: true}) { campaign { name } } }`},
			{s.ID, `mutation($id: ID!) { updateMailSettings(input: {campaign: $id, senderName: "Mine"}) { campaign { name } } }`},
			{lead, `mutation($id: ID!) { saveCodeMailSettings(input: {code: $id, subject: "Mine"}) { successCode { label } } }`},
			{s.ID, `mutation($id: ID!) { createGoal(input: {campaign: $id, name: "Mine"}) { goal { name } } }`},
			{goal.CreateGoal.Goal.ID, `mutation($id: ID!) { updateGoal(input: {id: $id, name: "Mine"}) { goal { name } } }`},
			{s.ID, `mutation($id: ID!) { orderGoals(input: {campaign: $id, goals: []}) { campaign { name } } }`},
			{s.ID, `mutation($id: ID!) { createSuccessCode(input: {campaign: $id, label: "mine"}) { successCode { label } } }`},
			{lead, `mutation($id: ID!) { updateSuccessCode(input: {id: $id, label: "mine"}) { successCode { label } } }`},
			{lead, `mutation($id: ID!) { retireSuccessCode(input: {id: $id}) { successCode { label } } }`},
			{lead, `mutation($id: ID!) { restoreSuccessCode(input: {id: $id}) { successCode { label } } }`},
			{s.ID, `mutation($id: ID!) { orderSuccessCodes(input: {campaign: $id, codes: []}) { campaign { name } } }`},
			{s.ID, `mutation($id: ID!) { saveFollowUpAddresses(input: {campaign: $id, version: 1, standard: "", codes: []}) { followUpAddresses { version } } }`},
			{s.ID, `mutation($id: ID!) { createSource(input: {name: "Mine", vendor: "postchat", defaultCampaign: $id}) { secret } }`},
			{s.Source.ID, `mutation($id: ID!) { updateSource(input: {id: $id, name: "Mine"}) { source { name } } }`},
			{s.Source.ID, `mutation($id: ID!) { rotateSourceSecret(input: {source: $id}) { secret } }`},
			{closed.FollowUpID, `mutation($id: ID!) { submitFollowUp(input: {followUp: $id}) { sendsAt } }`},
			{s.Source.ID, `mutation($id: ID!) { submitFollowUp(input: {conversation: {source: $id, id: "room-1"}}) { sendsAt } }`},
			{closed.FollowUpID, `mutation($id: ID!) { undoFollowUp(input: {followUp: $id}) { sendsAt } }`},
			{s.Source.ID, `mutation($id: ID!) { undoFollowUp(input: {conversation: {source: $id, id: "room-1"}}) { sendsAt } }`},
			{tokens.APITokens[0].ID, `mutation($id: ID!) { revokeApiToken(input: {id: $id}) { apiToken { name } } }`},
		} {
			ask := func(id string) string {
				body, _ := json.Marshal(object{"query": test.query, "variables": object{"id": id}})
				_, answer := a.post(string(body))
				return answer
			}
			theirs, nobodys := ask(test.id), ask(postchat.NewID(postchat.Now()))
			if theirs != nobodys {
				t.Errorf("%s\nanswers %s\nfor another account's, and %s for nobody's", test.query, theirs, nobodys)
			}
			if !strings.Contains(theirs, "NOT_FOUND") && !strings.Contains(theirs, `"nodes":[]`) {
				t.Errorf("%s\nanswers %s", test.query, theirs)
			}
		}
		var lists map[string]any
		a.must(&lists, `{ campaigns { id } sources { id } followUps { nodes { id } } chats { nodes { id } } }`, nil)
		compare(t, lists, `{"campaigns": [], "sources": [], "followUps": {"nodes": []}, "chats": {"nodes": []}}`)
	})
}
