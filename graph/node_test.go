package graph_test

import (
	"encoding/json"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestANodeIsFoundByItsIDAlone(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		fill(t, store, s)
		a := newAPI(t, store, postchat.Now)
		ids := theirs(t, store, s.Account.ID)
		const query = `query($id: ID!) { node(id: $id) { __typename id ... on SuccessCode { campaign { name } } ... on Mail { content { plain } }
			... on Delivery { steps { words } } ... on Source { secrets { expiresAt } } } }`
		for table, want := range map[string]string{
			"campaigns": "Campaign", "goals": "Goal", "success_codes": "SuccessCode", "sources": "Source", "chats": "Chat",
			"follow_ups": "FollowUp", "mails": "Mail", "deliveries": "Delivery", "test_mails": "TestMail", "api_tokens": "", "accounts": "",
		} {
			var got struct {
				Node *struct {
					Typename string `json:"__typename"`
					ID       string
				}
			}
			a.must(&got, query, object{"id": ids[table]})
			text, _ := json.Marshal(got)
			if want == "" && got.Node != nil || want != "" && (got.Node == nil || got.Node.Typename != want || got.Node.ID != ids[table]) {
				t.Errorf("the node of %s is %s", table, text)
			}
		}
	})
}
