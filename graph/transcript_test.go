package graph_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// closeToFetch records the close of a chat whose transcript is fetched and returns its follow-up's id.
func closeToFetch(t *testing.T, store *db.Store, s *stores.Campaign, clock *stores.Clock, conversation string) string {
	t.Helper()
	event := s.Close(conversation, "lead")
	event.Fetch = true
	a := s.Arrival(event, conversation)
	a.ReceivedAt = clock.Now()
	return record(t, store, a).FollowUpID
}

// failToFetch claims the transcript and says that it was not given.
func failToFetch(t *testing.T, store *db.Store, clock *stores.Clock, id string, result db.Fetched) {
	t.Helper()
	claimed, err := store.ClaimTranscripts(t.Context(), db.Lease{Owner: "test", Until: clock.Now().Add(time.Minute)}, []string{id})
	if err != nil || len(claimed) != 1 {
		t.Fatalf("claimed %d, %v", len(claimed), err)
	}
	counted, err := store.SaveFetched(t.Context(), "test", claimed[0], result)
	if err != nil || !counted {
		t.Fatalf("saved %t, %v", counted, err)
	}
}

func TestATranscriptThatIsAwaitedIsToldInWords(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		const ask = `query($f: ID!, $s: ID!) {
			followUp(id: $f) { state reason dutch: reason(language: NL) sendsAt asksAt chat { partial } }
			source(id: $s) { transcripts { awaited failing problem german: problem(language: DE) } }
		}`
		var got map[string]any
		id := closeToFetch(t, store, s, clock, "room-1")
		both := object{"f": id, "s": s.Source.ID}
		a.must(&got, ask, both)
		compare(t, got, `{
			"followUp": {"state": "AWAITING_TRANSCRIPT", "reason": "", "dutch": "", "sendsAt": null, "asksAt": "2026-11-25T09:00:00Z", "chat": {"partial": false}},
			"source": {"transcripts": {"awaited": 1, "failing": 0, "problem": "", "german": ""}}
		}`)

		failToFetch(t, store, clock, id, db.Fetched{
			Reason: postchat.ReasonFetchFailed, Words: "there is no answer from chat.example.com", Next: clock.Now().Add(time.Minute),
		})
		a.must(&got, ask, both)
		compare(t, got, `{
			"followUp": {"state": "AWAITING_TRANSCRIPT",
				"reason": "the chat vendor does not give the transcript yet; it is asked again (there is no answer from chat.example.com)",
				"dutch": "het chatsysteem geeft het gesprek nog niet; het wordt opnieuw gevraagd (there is no answer from chat.example.com)",
				"sendsAt": null, "asksAt": "2026-11-25T09:01:00Z", "chat": {"partial": false}},
			"source": {"transcripts": {"awaited": 1, "failing": 1,
				"problem": "the chat vendor does not give the transcript yet; it is asked again (there is no answer from chat.example.com)",
				"german": "das Chatsystem gibt den Gesprächsverlauf noch nicht heraus; es wird wieder gefragt (there is no answer from chat.example.com)"}}
		}`)

		clock.Move(time.Minute)
		failToFetch(t, store, clock, id, db.Fetched{})
		a.must(&got, ask, both)
		compare(t, got, `{
			"followUp": {"state": "HOLDING", "reason": "", "dutch": "", "sendsAt": "2026-11-25T09:00:00Z", "asksAt": null, "chat": {"partial": true}},
			"source": {"transcripts": {"awaited": 0, "failing": 0, "problem": "", "german": ""}}
		}`)
	})
}

func TestAFollowUpIsSubmittedUndoneAndSentWhileItsTranscriptIsAwaited(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		id := object{"id": closeToFetch(t, store, s, clock, "room-1")}
		does := func(mutation, want string) {
			t.Helper()
			var got map[string]any
			a.must(&got, mutation, id)
			compare(t, got, want)
		}
		does(`mutation($id: ID!) { submitFollowUp(input: {idempotencyKey: "1", followUp: $id}) { followUp { state } decision { recipients { address { email } } } sendsAt } }`,
			`{"submitFollowUp": {"followUp": {"state": "AWAITING_TRANSCRIPT"}, "decision": {"recipients": [{"address": {"email": "sales@acme.example"}}]}, "sendsAt": null}}`)
		does(`mutation($id: ID!) { undoFollowUp(input: {followUp: $id}) { followUp { state submittedAt } sendsAt } }`,
			`{"undoFollowUp": {"followUp": {"state": "AWAITING_TRANSCRIPT", "submittedAt": null}, "sendsAt": null}}`)
		does(`mutation($id: ID!) { sendFollowUpNow(input: {idempotencyKey: "2", followUp: $id}) { followUp { state sendsAt chat { partial } } } }`,
			`{"sendFollowUpNow": {"followUp": {"state": "HOLDING", "sendsAt": "2026-11-25T09:00:00Z", "chat": {"partial": true}}}}`)
	})
}
