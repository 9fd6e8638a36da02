package graph_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestAFollowUpIsChangedWhileHeldSentAtOnceAndMoved(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		s.Source.Hold = time.Hour
		if err := s.Scope.SaveSource(t.Context(), &s.Source); err != nil {
			t.Fatal(err)
		}
		a := newAPI(t, store, clock.Now)
		arrival := s.Arrival(s.Close("room-1", "lead"), "1")
		arrival.ReceivedAt = clock.Now()
		id := record(t, store, arrival).FollowUpID

		shown := map[string]any{}
		const change = `mutation($input: SaveDraftInput!) { saveDraft(input: $input) { panel { followUp {
			version state codes submittedAt submission { note operator } } } } }`
		a.refused(change, object{"input": object{"followUp": id, "version": 1, "codes": []string{"nonsense"}}}, "INVALID input.codes")
		input := object{"followUp": id, "version": 1, "codes": []string{"support"}, "note": "Known issue."}
		a.must(&shown, change, object{"input": input})
		compare(t, shown, `{"saveDraft": {"panel": {"followUp": {"version": 2, "state": "HOLDING", "codes": ["support"], "submittedAt": null,
			"submission": {"note": "Known issue.", "operator": "Dana's script"}}}}}`)
		a.must(&shown, change, object{"input": input}) // the same once more, as after an answer that was lost
		input["note"] = "Another one."
		a.refused(change, object{"input": input}, "CONFLICT input.version")

		const now = `mutation($input: SendFollowUpNowInput!) { sendFollowUpNow(input: $input) { followUp { state sendsAt } } }`
		clock.Move(time.Minute)
		shown = map[string]any{}
		a.must(&shown, now, object{"input": object{"followUp": id, "idempotencyKey": "now"}})
		compare(t, shown, `{"sendFollowUpNow": {"followUp": {"state": "HOLDING", "sendsAt": "2026-11-25T09:01:00Z"}}}`)
		route(t, store, a, 1)
		a.must(&shown, now, object{"input": object{"followUp": id, "idempotencyKey": "now"}}) // the same wish once more
		a.refused(now, object{"input": object{"followUp": id}}, "CONFLICT")

		const move = `mutation($input: MoveFollowUpInput!) { moveFollowUp(input: $input) {
			followUp { codes receipt { recipient { email } } } decision { recipients { address { email } } } missing { address { email } } } }`
		clock.Move(time.Minute)
		shown = map[string]any{}
		a.must(&shown, move, object{"input": object{"followUp": id, "codes": []string{"lead"}}})
		compare(t, shown, `{"moveFollowUp": {
			"followUp": {"codes": ["lead"], "receipt": [{"recipient": {"email": "nights@acme.example"}}, {"recipient": {"email": "support@acme.example"}}]},
			"decision": {"recipients": [{"address": {"email": "sales@acme.example"}}]}, "missing": [{"address": {"email": "sales@acme.example"}}]}}`)

		shown = map[string]any{}
		a.must(&shown, `query($id: ID!) { followUp(id: $id) { history { action actor { name } detail } lateDecision { tableVersion } } followUpCounts { state count } }`,
			object{"id": id})
		compare(t, shown, `{"followUp": {"lateDecision": null, "history": [
			{"action": "follow_up.move", "actor": {"name": "Dana's script"}, "detail": "codes: lead"},
			{"action": "follow_up.send_now", "actor": {"name": "Dana's script"}, "detail": ""},
			{"action": "follow_up.change", "actor": {"name": "Dana's script"}, "detail": "codes: support; with a note"}
		]}, "followUpCounts": [{"state": "QUEUED", "count": 1}]}`)
	})
}

func TestALateVersionShowsWhoWouldGetIt(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		id := routed(t, store, s, a, clock, s.Close("room-1", "lead"))
		edit := s.Close("room-1", "lead", "support")
		edit.Kind, edit.Chat.CloseKey, edit.Chat.ClosedAt, edit.Chat.ClosedBy = postchat.EventEdited, "", time.Time{}, ""
		record(t, store, s.Arrival(edit, "edit"))
		shown := map[string]any{}
		a.must(&shown, `{ followUps(filter: {late: true, search: "bigger plan"}, oldestFirst: true) { nodes { id late lateDecision { recipients { address { email } } } } } }`, nil)
		compare(t, shown, `{"followUps": {"nodes": [{"id": "`+id+`", "late": true, "lateDecision": {"recipients": [
			{"address": {"email": "sales@acme.example"}}, {"address": {"email": "support@acme.example"}}, {"address": {"email": "nights@acme.example"}}]}}]}}`)
	})
}
