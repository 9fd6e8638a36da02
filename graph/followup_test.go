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
	submit = `mutation($input: SubmitFollowUpInput!) { submitFollowUp(input: $input) {
		followUp { number state submittedAt submission { codes note urgent operator extraAddresses { text } } }
		draft { conversationId source { name } submission { codes } }
		decision { recipients { address { text } reasons { kind code operator sentence } } codes { label outcome code { label } } notForwarded notForwardedReason }
		sendsAt
	} }`
	undo = `mutation($input: UndoFollowUpInput!) { undoFollowUp(input: $input) { followUp { state submittedAt decision { tableVersion } } draft { submittedAt } sendsAt } }`
)

func TestAnOperatorSubmitsAFollowUpAndTakesItBack(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		closed := record(t, store, s.Arrival(s.Close("room-1", "support"), "1"))

		var submitted map[string]any
		a.must(&submitted, submit, object{"input": object{
			"followUp": closed.FollowUpID, "codes": []string{"LEAD"}, "extraAddresses": "boss@acme.example; Sales@acme.example",
			"note": "Call her back.\r\n", "urgent": true, "operator": "Dana K.",
		}})
		compare(t, submitted, `{"submitFollowUp": {
			"followUp": {
				"number": 1, "state": "HOLDING", "submittedAt": "2026-11-25T09:00:00Z",
				"submission": {
					"codes": ["LEAD"], "note": "Call her back.\n", "urgent": true, "operator": "Dana K.",
					"extraAddresses": [{"text": "boss@acme.example"}, {"text": "Sales@acme.example"}]
				}
			},
			"draft": null,
			"decision": {
				"recipients": [
					{"address": {"text": "Sales <sales@acme.example>"}, "reasons": [
						{"kind": "CODE", "code": "lead", "operator": "", "sentence": "the code lead was given"},
						{"kind": "EXTRA", "code": "", "operator": "Dana K.", "sentence": "added by Dana K."}
					]},
					{"address": {"text": "boss@acme.example"}, "reasons": [{"kind": "EXTRA", "code": "", "operator": "Dana K.", "sentence": "added by Dana K."}]}
				],
				"codes": [{"label": "lead", "outcome": "ROUTED", "code": {"label": "lead"}}],
				"notForwarded": null, "notForwardedReason": ""
			},
			"sendsAt": "2026-11-25T09:00:10Z"
		}}`)

		clock.Move(5 * time.Second)
		var undone map[string]any
		a.must(&undone, undo, object{"input": object{"conversation": object{"source": s.Source.ID, "id": "room-1"}}})
		compare(t, undone, `{"undoFollowUp": {
			"followUp": {"state": "AWAITING_OK", "submittedAt": null, "decision": null}, "draft": null, "sendsAt": "2026-11-25T10:00:05Z"
		}}`)
		a.refused(undo, object{"input": object{"followUp": closed.FollowUpID}}, "CONFLICT")
		a.refused(submit, object{"input": object{"followUp": closed.FollowUpID, "codes": []string{"lead", "nonsense", "old"}}},
			"INVALID input.codes", "INVALID input.codes")
	})
}

func TestAnOperatorSubmitsBeforeTheChatCloses(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		conversation := object{"source": s.Source.ID, "id": "room-1"}

		var submitted map[string]any
		a.must(&submitted, `mutation($input: SubmitFollowUpInput!) { submitFollowUp(input: $input) {
			followUp { id } draft { conversationId source { name } submission { codes operator } } decision { recipients { address { email } } } sendsAt
		} }`, object{"input": object{"conversation": conversation, "codes": []string{"other"}}})
		compare(t, submitted, `{"submitFollowUp": {
			"followUp": null,
			"draft": {"conversationId": "room-1", "source": {"name": "Acme chat"}, "submission": {"codes": ["other"], "operator": "Dana's script"}},
			"decision": {"recipients": [{"address": {"email": "standard@acme.example"}}]},
			"sendsAt": null
		}}`)
		var undone map[string]any
		a.must(&undone, undo, object{"input": object{"conversation": conversation}})
		compare(t, undone, `{"undoFollowUp": {"followUp": null, "draft": {"submittedAt": null}, "sendsAt": null}}`)
	})
}

func TestWhoWouldGetAChatIsAnsweredWithReasons(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		const simulate = `query($input: SimulateRoutingInput!) { simulateRouting(input: $input) {
			tableVersion recipients { address { text } reasons { kind sentence } } codes { label outcome code { label } } notForwarded notForwardedReason
		} }`
		var answer map[string]any
		a.must(&answer, simulate, object{"input": object{"campaign": s.ID, "codes": []string{"Lead", "old", "weird", "other"}}})
		compare(t, answer, `{"simulateRouting": {
			"tableVersion": 1,
			"recipients": [{"address": {"text": "Sales <sales@acme.example>"}, "reasons": [{"kind": "CODE", "sentence": "the code lead was given"}]}],
			"codes": [
				{"label": "lead", "outcome": "ROUTED", "code": {"label": "lead"}},
				{"label": "old", "outcome": "RETIRED", "code": {"label": "old"}},
				{"label": "weird", "outcome": "UNKNOWN", "code": null},
				{"label": "other", "outcome": "NO_ADDRESS", "code": {"label": "other"}}
			],
			"notForwarded": null, "notForwardedReason": ""
		}}`)

		a.must(nil, saveAddresses, object{"input": object{"campaign": s.ID, "version": 1, "standard": "", "codes": entries(s, "", "", "")}})
		a.must(&answer, simulate, object{"input": object{"campaign": s.ID}})
		compare(t, answer, `{"simulateRouting": {
			"tableVersion": 2, "recipients": [], "codes": [],
			"notForwarded": "STANDARD_EMPTY", "notForwardedReason": "not forwarded: standard has no address"
		}}`)
		a.refused(simulate, object{"input": object{"campaign": s.ID, "extraAddresses": "x"}}, "INVALID input.extraAddresses")
	})
}

func TestATableThatWasNotSavedSaysWhoWouldGetAChat(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		const simulate = `query($input: SimulateRoutingInput!) { simulateRouting(input: $input) {
			tableVersion recipients { address { text } reasons { sentence } }
		} }`
		table := object{"standard": "Front <front@acme.example>", "codes": entries(s, "new@acme.example", "", "")}
		var answer map[string]any
		a.must(&answer, simulate, object{"input": object{"campaign": s.ID, "codes": []string{"lead", "other"}, "table": table}})
		compare(t, answer, `{"simulateRouting": {"tableVersion": 1, "recipients": [
			{"address": {"text": "new@acme.example"}, "reasons": [{"sentence": "the code lead was given"}]}
		]}}`)
		a.must(&answer, simulate, object{"input": object{"campaign": s.ID, "codes": []string{"other"}, "table": table}})
		compare(t, answer, `{"simulateRouting": {"tableVersion": 1, "recipients": [
			{"address": {"text": "Front <front@acme.example>"}, "reasons": [{"sentence": "standard: the codes given have no address"}]}
		]}}`)
		if after, err := s.Scope.Table(t.Context(), s.Campaign); err != nil || after.Version != 1 || len(after.Standard) != len(s.Table.Standard) {
			t.Errorf("after it was asked the table is at version %d, %v", after.Version, err)
		}
		table = object{"standard": "a@", "codes": entries(s, "", "b@", "")}
		a.refused(simulate, object{"input": object{"campaign": s.ID, "table": table, "extraAddresses": "x"}},
			"INVALID input.extraAddresses", "INVALID input.table.standard", "INVALID input.table.codes[1].addresses")
	})
}

// routed has the sample's chat close with the code and be routed, and returns its follow-up's id.
func routed(t *testing.T, store *db.Store, s *stores.Campaign, a *api, clock *stores.Clock, event postchat.Event) string {
	t.Helper()
	arrival := s.Arrival(event, "1")
	arrival.ReceivedAt = clock.Now()
	closed := record(t, store, arrival)
	route(t, store, a, 1)
	return closed.FollowUpID
}

func TestAFollowUpIsShownWithItsChat(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		event := s.Close("room-1", "support")
		event.Chat.Custom = map[string]string{"plan": "basic", "order": "A-1"}
		event.Chat.Transcript[1].Files = []postchat.File{{Name: "offer.pdf", URL: "https://files.example/1", Type: "application/pdf", Size: 12}}
		id := routed(t, store, s, a, clock, event)

		var detail map[string]any
		a.must(&detail, `query($id: ID!) { followUp(id: $id) {
			number day state reason codes late submittedAt sendsAt routedAt campaign { name }
			decision { tableVersion recipients { address { email } } }
			chat {
				kind closedBy codes startedAt closedAt department revision segment conversationId followUp { number } source { name }
				visitor { vendorId name email } operators { name } custom { name value }
				transcript { vendorId at role name text private event files { name url type size } }
			}
		} }`, object{"id": id})
		compare(t, detail, `{"followUp": {
			"number": 1, "day": "2026-11-25", "state": "QUEUED", "reason": "", "codes": ["support"], "late": false,
			"submittedAt": null, "sendsAt": null, "routedAt": "2026-11-25T09:00:00Z", "campaign": {"name": "Acme website"},
			"decision": {"tableVersion": 1, "recipients": [{"address": {"email": "support@acme.example"}}, {"address": {"email": "nights@acme.example"}}]},
			"chat": {
				"kind": "CHAT", "closedBy": "OPERATOR", "codes": ["support"], "startedAt": "2026-11-25T08:25:00Z", "closedAt": "2026-11-25T08:30:00Z",
				"department": "", "revision": 1, "segment": 1, "conversationId": "room-1", "followUp": {"number": 1}, "source": {"name": "Acme chat"},
				"visitor": {"vendorId": "", "name": "Ines Moreau", "email": "ines@visitor.example"}, "operators": [{"name": "Dana K."}],
				"custom": [{"name": "order", "value": "A-1"}, {"name": "plan", "value": "basic"}],
				"transcript": [
					{"vendorId": "1", "at": "2026-11-25T08:26:00Z", "role": "VISITOR", "name": "Ines Moreau", "text": "Do you have a bigger plan?",
						"private": false, "event": false, "files": []},
					{"vendorId": "2", "at": "2026-11-25T08:27:00Z", "role": "OPERATOR", "name": "Dana K.", "text": "Yes, how many people?",
						"private": false, "event": false,
						"files": [{"name": "offer.pdf", "url": "https://files.example/1", "type": "application/pdf", "size": 12}]}
				]
			}
		}}`)
	})
}

func TestAReceiptSaysWhatBecameOfEachMail(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		id := routed(t, store, s, a, clock, s.Close("room-1", "lead"))
		const receipt = `query($id: ID!) { followUp(id: $id) {
			state mails { kind from } receipt { recipient { text } state words attempts nextAt transport providerId resend mail { kind } steps { at state words attempt } }
		} }`
		var shown map[string]any
		a.must(&shown, receipt, object{"id": id})
		compare(t, shown, `{"followUp": {"state": "QUEUED", "mails": [{"kind": "FIRST", "from": "postchat@acme.example"}], "receipt": [{
			"recipient": {"text": "Sales <sales@acme.example>"}, "state": "QUEUED", "words": "", "attempts": 0, "nextAt": "2026-11-25T09:00:00Z",
			"transport": "", "providerId": "", "resend": false, "mail": {"kind": "FIRST"}, "steps": []
		}]}}`)

		clock.Move(time.Minute)
		claimed, err := store.ClaimQueued(t.Context(), db.Lease{Owner: "test", Until: clock.Now().Add(time.Minute)}, "smtp", 1)
		if err != nil || len(claimed) != 1 {
			t.Fatalf("claimed %d deliveries, %v", len(claimed), err)
		}
		change := db.Change{State: postchat.DeliveryAccepted, Transport: "smtp", ProviderID: "4F1", Words: "250 OK"}
		if _, err := store.Finish(t.Context(), db.Result{Delivery: claimed[0].Delivery, Change: change}); err != nil {
			t.Fatal(err)
		}
		a.must(&shown, receipt, object{"id": id})
		compare(t, shown, `{"followUp": {"state": "SENT", "mails": [{"kind": "FIRST", "from": "postchat@acme.example"}], "receipt": [{
			"recipient": {"text": "Sales <sales@acme.example>"}, "state": "ACCEPTED", "words": "250 OK", "attempts": 1, "nextAt": null,
			"transport": "smtp", "providerId": "4F1", "resend": false, "mail": {"kind": "FIRST"},
			"steps": [{"at": "2026-11-25T09:01:00Z", "state": "ACCEPTED", "words": "250 OK", "attempt": 1}]
		}]}}`)
	})
}

func TestAMailIsShownAsItIsSentAndTakenApart(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		routed(t, store, s, a, clock, s.Close("room-1", "lead"))
		var shown struct {
			FollowUpByNumber struct {
				Mails []struct {
					Subject, Source string
					Content         struct {
						Header      []struct{ Name, Value string }
						Plain, HTML string
					}
				}
			}
		}
		a.must(&shown, `{ followUpByNumber(number: 1) { mails { subject source content { header { name value } plain html attachments { name type size } } } } }`, nil)
		mail := shown.FollowUpByNumber.Mails[0]
		values := map[string]string{}
		for _, field := range mail.Content.Header {
			values[field.Name] = field.Value
		}
		if values["Subject"] != mail.Subject || !strings.Contains(values["To"], "sales@acme.example") {
			t.Errorf("the header is %v", values)
		}
		if !strings.Contains(mail.Content.Plain, "bigger plan?") || !strings.Contains(mail.Content.HTML, "bigger plan?") {
			t.Errorf("the parts are\n%s\n%s", mail.Content.Plain, mail.Content.HTML)
		}
		if head, _, found := strings.Cut(mail.Source, "\r\n\r\n"); !found || !strings.Contains(head, "Message-ID: <") {
			t.Errorf("the source is\n%s", mail.Source)
		}
	})
}

func TestALateVersionOfAChatIsMarked(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		id := routed(t, store, s, a, clock, s.Close("room-1"))
		edit := s.Close("room-1", "lead")
		edit.Kind, edit.Chat.ClosedAt = postchat.EventEdited, time.Time{}
		record(t, store, s.Arrival(edit, "2"))
		var late map[string]any
		a.must(&late, `query($id: ID!) { followUp(id: $id) { late codes } }`, object{"id": id})
		compare(t, late, `{"followUp": {"late": true, "codes": ["lead"]}}`)
	})
}
