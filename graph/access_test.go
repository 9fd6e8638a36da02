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
		a.must(&made, `mutation { createApiToken(input: {name: "CRM", permissions: [PEOPLE], expiresAt: "2027-01-01T00:00:00+01:00"}) { secret apiToken { id name prefix expiresAt } } }`, nil)
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

// What is found by an id is tried in walls_test.go.
func TestWhatIsAnotherAccountsIsNotFoundByNamesAndNumbersEither(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		fill(t, store, s)
		a := newAPI(t, store, postchat.Now).as(newToken(t, store, stores.OtherAccount(t, store).ID, postchat.Now))
		a.refused(`{ followUpByNumber(number: 1) { id } }`, nil, "NOT_FOUND")
		var lists map[string]any
		a.must(&lists, `{ campaigns { id } sources { id } followUps { nodes { id } } chats { nodes { id } } mails { nodes { id } } addressHealth { email } }`, nil)
		compare(t, lists, `{"campaigns": [], "sources": [], "followUps": {"nodes": []}, "chats": {"nodes": []}, "mails": {"nodes": []}, "addressHealth": []}`)
	})
}
