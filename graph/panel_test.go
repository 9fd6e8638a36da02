package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// panel is a panel as a window asks for it.
type panel struct {
	Stage, SubmittedBy string
	Version            int
	VendorCodes        []string
	Submission         struct {
		Codes []string
		Note  string
	}
	FollowUp, Earlier *struct {
		Number  int
		State   string
		Receipt []struct{ State string }
	}
	Envelope struct {
		Recipients []struct {
			Address        struct{ Email string }
			Reasons        []struct{ Sentence string }
			Extra, Outside bool
			FirstTime      bool
		}
		NotForwarded string
		Problems     []struct{ Rule string }
	}
}

const (
	panelParts = `stage submittedBy version vendorCodes submission { codes note }
		followUp { number state receipt { state } } earlier { number state receipt { state } }
		envelope { recipients { address { email } reasons { sentence(language: NL) } extra outside firstTime } notForwarded problems { rule } }`
	saveDraft  = `mutation($input: SaveDraftInput!) { saveDraft(input: $input) { panel { ` + panelParts + ` } } }`
	watchPanel = `subscription($conversation: ConversationInput!) { panelChanged(conversation: $conversation) { panel { ` + panelParts + ` } } }`
)

// untilPanel reads events of a watched panel until one is as it should be.
func (s *subscription) untilPanel(is func(panel) bool) panel {
	s.t.Helper()
	for {
		var e struct{ PanelChanged struct{ Panel panel } }
		s.read(&e)
		if is(e.PanelChanged.Panel) {
			return e.PanelChanged.Panel
		}
	}
}

func inStage(stage string) func(panel) bool { return func(p panel) bool { return p.Stage == stage } }

func TestAPanelIsToldFromBeforeTheCloseToTheReceipt(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, seldom)
		a.must(nil, `mutation($campaign: ID!) { updateGoalSettings(input: {campaign: $campaign, mode: OPERATOR_OK, requireCode: true, undoDelay: 0}) { campaign { id } } }`,
			object{"campaign": s.ID})
		conversation := object{"source": s.Source.ID, "id": "room-1"}
		watched := a.subscribe(watchPanel, object{"conversation": conversation})

		open := watched.untilPanel(inStage("OPEN"))
		if open.Version != 0 || len(open.Envelope.Problems) != 1 || open.Envelope.Problems[0].Rule != "code_required" || open.FollowUp != nil {
			t.Errorf("of a conversation of which nothing is known there is %+v", open)
		}

		var saved struct{ SaveDraft struct{ Panel panel } }
		input := object{"conversation": conversation, "version": 0, "codes": []string{"lead"}, "extraAddresses": "lee@partner.example", "note": "Call."}
		a.must(&saved, saveDraft, object{"input": input})
		told := watched.untilPanel(func(p panel) bool { return p.Version == saved.SaveDraft.Panel.Version })
		people := told.Envelope.Recipients
		if len(people) != 2 || people[0].Reasons[0].Sentence != "de code lead is gegeven" || people[0].Outside || !people[1].Extra || !people[1].Outside {
			t.Errorf("the envelope is %+v", people)
		}
		input["version"], input["note"] = saved.SaveDraft.Panel.Version-1, "Another."
		a.refused(saveDraft, object{"input": input}, "CONFLICT input.version")

		record(t, store, s.Arrival(s.Close("room-1", "support"), "1"))
		waiting := watched.untilPanel(inStage("WAITING"))
		if waiting.VendorCodes[0] != "support" || waiting.Submission.Codes[0] != "lead" || waiting.Submission.Note != "Call." {
			t.Errorf("after the close there is %+v", waiting)
		}

		var ok struct{ SubmitFollowUp struct{ Panel panel } }
		a.must(&ok, `mutation($input: SubmitFollowUpInput!) { submitFollowUp(input: $input) { panel { `+panelParts+` } } }`,
			object{"input": object{"conversation": conversation, "version": waiting.Version, "codes": []string{"lead"}, "idempotencyKey": "ok"}})
		if got := ok.SubmitFollowUp.Panel; got.SubmittedBy == "" || got.Stage != "WAITING" {
			t.Errorf("after OK there is %+v", got)
		}
		route(t, store, a, 1)
		settled := watched.untilPanel(inStage("SETTLED"))
		if settled.FollowUp.State != "QUEUED" || len(settled.FollowUp.Receipt) != 1 {
			t.Errorf("after it was sent there is %+v", settled)
		}

		a.must(&saved, saveDraft, object{"input": object{"conversation": conversation, "version": settled.Version}})
		if next := saved.SaveDraft.Panel; next.Stage != "OPEN" || next.Earlier == nil || next.Earlier.Number != 1 || next.Submission.Note != "" {
			t.Errorf("what comes after it begins as %+v", next)
		}
	})
}

func TestAPanelIsOfAConversationOrAFollowUp(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		id := record(t, store, s.Arrival(s.Close("room-1", "lead"), "1")).FollowUpID
		const ask = `query($conversation: ConversationInput, $followUp: ID) { panel(conversation: $conversation, followUp: $followUp) { conversationId followUp { id } } }`
		conversation := object{"source": s.Source.ID, "id": "room-1"}
		for _, by := range []object{{"conversation": conversation}, {"followUp": id}} {
			shown := map[string]any{}
			a.must(&shown, ask, by)
			compare(t, shown, `{"panel": {"conversationId": "room-1", "followUp": {"id": "`+id+`"}}}`)
		}
		a.refused(ask, object{"conversation": conversation, "followUp": id}, "INVALID conversation")
		a.refused(ask, nil, "INVALID conversation")
		elsewhere := a.as(newToken(t, store, stores.OtherAccount(t, store).ID, postchat.Now))
		elsewhere.refused(ask, object{"followUp": id}, "NOT_FOUND")
		elsewhere.refused(ask, object{"conversation": conversation}, "NOT_FOUND")
	})
}

func TestAPanelShowsWhatTheVendorKnowsOfAChatThatRuns(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		s.Source.API = &postchat.SourceAPI{BaseURL: "https://chat.example.com", Account: "1", Token: "token"}
		if err := s.Scope.SaveSource(t.Context(), &s.Source); err != nil {
			t.Fatal(err)
		}
		a := newAPI(t, store, clock.Now)
		a.desk.Look = func(_ context.Context, source postchat.Source, conversation, after string) (*postchat.Chat, error) {
			if conversation != "room-1" || after != "" {
				return nil, postchat.Conflictf("The chat vendor takes long to answer.")
			}
			return &postchat.Chat{
				Visitor: postchat.Visitor{Name: "Ines Moreau"}, Page: "https://www.example.com/desks", Codes: []string{"lead"}, StartedAt: clock.Now(),
				Transcript: postchat.Transcript{{ID: "7", At: clock.Now(), Role: postchat.RoleVisitor, Name: "Ines Moreau", Text: "Hello"}},
			}, nil
		}
		const ask = `query($conversation: ConversationInput!) { panel(conversation: $conversation) { stage chat { id } vendorCodes conversationProblem
			conversation { startedAt visitor { name } operators { name } department inbox subject page transcript { key text } }
			envelope { codes { label outcome } problems { rule } } } canClose(conversation: $conversation) { canClose } }`
		for conversation, want := range map[string]string{
			"room-1": `{"panel": {"stage": "OPEN", "chat": null, "vendorCodes": ["lead"], "conversationProblem": "",
				"conversation": {"startedAt": "2026-11-25T09:00:00Z", "visitor": {"name": "Ines Moreau"}, "operators": [], "department": "", "inbox": "",
					"subject": "", "page": "https://www.example.com/desks", "transcript": [{"key": "7", "text": "Hello"}]},
				"envelope": {"codes": [{"label": "lead", "outcome": "ROUTED"}], "problems": []}}, "canClose": {"canClose": true}}`,
			"room-2": `{"panel": {"stage": "OPEN", "chat": null, "vendorCodes": [], "conversationProblem": "The chat vendor takes long to answer.",
				"conversation": null, "envelope": {"codes": [], "problems": [{"rule": "code_required"}]}}, "canClose": {"canClose": false}}`,
		} {
			a.must(nil, `mutation($campaign: ID!) { updateGoalSettings(input: {campaign: $campaign, requireCode: true}) { campaign { id } } }`,
				object{"campaign": s.ID})
			shown := map[string]any{}
			a.must(&shown, ask, object{"conversation": object{"source": s.Source.ID, "id": conversation}})
			compare(t, shown, want)
		}
	})
}

func TestServersOnOnePostgreSQLTellEachOthersDrafts(t *testing.T) {
	stores.Replicas(t, func(t *testing.T, one, other *db.Store) {
		s := stores.Sample(t, one)
		a, b := newAPI(t, one, postchat.Now, seldom), newAPI(t, other, postchat.Now, seldom)
		conversation := object{"source": s.Source.ID, "id": "room-1"}
		watched := b.subscribe(watchPanel, object{"conversation": conversation})
		watched.untilPanel(inStage("OPEN"))
		a.must(nil, saveDraft, object{"input": object{"conversation": conversation, "version": 0, "codes": []string{"lead"}, "note": "Call."}})
		if told := watched.untilPanel(func(p panel) bool { return p.Version == 1 }); told.Submission.Note != "Call." {
			t.Errorf("the other server tells %+v", told)
		}
		record(t, one, s.Arrival(s.Close("room-1"), "1"))
		watched.untilPanel(inStage("WAITING"))
	})
}

func TestEveryAddressThatIsNoneIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		input := object{
			"conversation": object{"source": s.Source.ID, "id": "room-1"}, "version": 0, "extraAddresses": "lee@partner.example; nobody; a@b@c.example",
		}
		failures := a.ask(nil, saveDraft, object{"input": input})
		if len(failures) != 2 {
			t.Fatalf("%+v", failures)
		}
		for i, text := range []string{"nobody", "a@b@c.example"} {
			f := failures[i]
			if f.short() != "INVALID input.extraAddresses" || f.Extensions.Rule != "address" || !strings.Contains(f.Message, text) {
				t.Errorf("of %s it says %+v", text, f)
			}
		}
	})
}
