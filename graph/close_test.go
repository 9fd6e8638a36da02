package graph_test

import (
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestWhetherAConversationMayBeClosed(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		const query = `query($conversation: ConversationInput!, $codes: [String!], $closedBy: Role! = OPERATOR) {
			canClose(conversation: $conversation, codes: $codes, closedBy: $closedBy) { canClose rule reason }
		}`
		room := object{"source": s.Source.ID, "id": "room-1"}
		a.must(nil, requireCode, object{"campaign": s.ID, "on": true})
		for want, variables := range map[string]object{
			`{"canClose": {"canClose": false, "rule": "code_required", "reason": "Pick a success code first: Acme website requires one."}}`: {
				"conversation": room,
			},
			`{"canClose": {"canClose": true, "rule": "", "reason": "It has a success code of Acme website."}}`: {
				"conversation": room, "codes": []string{"Lead"},
			},
			`{"canClose": {"canClose": true, "rule": "", "reason": "Only an operator's close can be refused."}}`: {
				"conversation": room, "closedBy": "VISITOR",
			},
		} {
			var answer map[string]any
			a.must(&answer, query, variables)
			compare(t, answer, want)
		}
		a.refused(query, object{"conversation": object{"source": s.Source.ID, "id": ""}}, "INVALID conversation.id")
		a.refused(query, object{"conversation": object{"source": "nobody's", "id": "room-1"}}, "NOT_FOUND")
	})
}
