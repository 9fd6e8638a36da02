package graph_test

import (
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestBadInputsNameEveryFieldAtFault(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		lead := s.Table.Codes[0].ID
		long := strings.Repeat("n", 121)
		tests := []struct {
			name, mutation, inputType string
			input                     object
			want                      []string
		}{
			{
				name: "a campaign without a name in no time zone", mutation: "createCampaign", inputType: "CreateCampaignInput",
				input: object{"name": " ", "timeZone": "Mars/Olympus"}, want: []string{"INVALID input.name", "INVALID input.timeZone"},
			},
			{
				name: "a campaign's name that is taken", mutation: "createCampaign", inputType: "CreateCampaignInput",
				input: object{"name": "ACME  website"}, want: []string{"CONFLICT input.name"},
			},
			{
				name: "goal settings out of bounds", mutation: "updateGoalSettings", inputType: "UpdateGoalSettingsInput",
				input: object{"campaign": s.ID, "timeLimit": 604801, "undoDelay": -1}, want: []string{"INVALID input.timeLimit", "INVALID input.undoDelay"},
			},
			{
				name: "a length of time that is none", mutation: "updateGoalSettings", inputType: "UpdateGoalSettingsInput",
				input: object{"campaign": s.ID, "timeLimit": "1h"}, want: []string{"INVALID input.timeLimit"},
			},
			{
				name: "a length of time beyond all bounds", mutation: "updateGoalSettings", inputType: "UpdateGoalSettingsInput",
				input: object{"campaign": s.ID, "timeLimit": 1e18}, want: []string{"INVALID input.timeLimit"},
			},
			{
				name: "mail settings that are no address and too long", mutation: "updateMailSettings", inputType: "UpdateMailSettingsInput",
				input: object{"campaign": s.ID, "senderName": long, "replyTo": "a@b"}, want: []string{"INVALID input.senderName", "INVALID input.replyTo"},
			},
			{
				name: "mail settings with placeholders that there are not", mutation: "updateMailSettings", inputType: "UpdateMailSettingsInput",
				input: object{"campaign": s.ID, "subject": "{visitr}", "intro": "{{visitor}}", "footer": "}", "timeZone": "Mars/Olympus"},
				want:  []string{"INVALID input.subject", "INVALID input.intro", "INVALID input.footer", "INVALID input.timeZone"},
			},
			{
				name: "a code's mail settings that break every rule", mutation: "saveCodeMailSettings", inputType: "SaveCodeMailSettingsInput",
				input: object{"code": lead, "senderName": long, "replyTo": "a@b", "subject": strings.Repeat("s", 201), "intro": "{note}", "timeZone": "x"},
				want: []string{
					"INVALID input.senderName", "INVALID input.replyTo", "INVALID input.subject", "INVALID input.intro", "INVALID input.timeZone",
				},
			},
			{
				name: "a goal for no campaign, without a name", mutation: "createGoal", inputType: "CreateGoalInput",
				input: object{"campaign": "x", "name": ""}, want: []string{"NOT_FOUND input.campaign", "INVALID input.name"},
			},
			{
				name: "a success code that breaks every rule", mutation: "createSuccessCode", inputType: "CreateSuccessCodeInput",
				input: object{
					"campaign": "x", "label": long, "goal": "y", "hint": strings.Repeat("h", 501), "color": "red", "hotKey": "0",
				},
				want: []string{
					"NOT_FOUND input.campaign", "INVALID input.label", "NOT_FOUND input.goal", "INVALID input.hint", "INVALID input.color",
					"INVALID input.hotKey",
				},
			},
			{
				name: "a success code's label that a retired one has", mutation: "createSuccessCode", inputType: "CreateSuccessCodeInput",
				input: object{"campaign": s.ID, "label": "OLD"}, want: []string{"CONFLICT input.label"},
			},
			{
				name: "a success code with a NUL in its hint", mutation: "updateSuccessCode", inputType: "UpdateSuccessCodeInput",
				input: object{"id": lead, "hint": "a\x00b"}, want: []string{"INVALID input.hint"},
			},
			{
				name: "an id with a NUL", mutation: "updateSuccessCode", inputType: "UpdateSuccessCodeInput",
				input: object{"id": "a\x00b"}, want: []string{"INVALID input.id"},
			},
			{
				name: "a source that breaks every rule", mutation: "createSource", inputType: "CreateSourceInput",
				input: object{
					"name": "", "vendor": "carrier pigeon", "defaultCampaign": "x", "hold": 86401,
					"rules": []object{{"field": "TAG", "value": " ", "campaign": s.ID}, {"field": "PAGE", "value": "acme.example", "campaign": "y"}},
				},
				want: []string{
					"INVALID input.vendor", "INVALID input.name", "INVALID input.hold", "INVALID input.rules",
					"NOT_FOUND input.defaultCampaign", "NOT_FOUND input.rules[1].campaign",
				},
			},
			{
				name: "a source's name that is taken", mutation: "createSource", inputType: "CreateSourceInput",
				input: object{"name": "acme chat", "vendor": "postchat", "defaultCampaign": s.ID}, want: []string{"CONFLICT input.name"},
			},
			{
				name: "an order that leaves a code out", mutation: "orderSuccessCodes", inputType: "OrderSuccessCodesInput",
				input: object{"campaign": s.ID, "codes": []string{lead}}, want: []string{"INVALID input.codes"},
			},
			{
				name: "a secret kept for too long", mutation: "rotateSourceSecret", inputType: "RotateSourceSecretInput",
				input: object{"source": s.Source.ID, "keepOldFor": 2592001}, want: []string{"INVALID input.keepOldFor"},
			},
			{
				name: "a token without a name that has expired", mutation: "createApiToken", inputType: "CreateApiTokenInput",
				input: object{"name": "\n", "expiresAt": "2020-01-01T00:00:00Z", "permissions": []string{"ACCOUNT"}, "campaigns": []string{}},
				want:  []string{"INVALID input.name", "INVALID input.expiresAt", "INVALID input.permissions", "INVALID input.campaigns"},
			},
			{
				name: "a token whose expiry is no time", mutation: "createApiToken", inputType: "CreateApiTokenInput",
				input: object{"name": "n", "permissions": []string{}, "expiresAt": "tomorrow"}, want: []string{"INVALID input.expiresAt"},
			},
			{
				name: "a follow-up with bad addresses and a note too long", mutation: "submitFollowUp", inputType: "SubmitFollowUpInput",
				input: object{"followUp": "x", "extraAddresses": "a@; b", "note": strings.Repeat("n", 10_001)},
				want:  []string{"INVALID input.extraAddresses", "INVALID input.extraAddresses", "INVALID input.note"},
			},
			{
				name: "a follow-up that is not said", mutation: "submitFollowUp", inputType: "SubmitFollowUpInput",
				input: object{}, want: []string{"INVALID input.conversation"},
			},
			{
				name: "an input without what it needs", mutation: "createGoal", inputType: "CreateGoalInput",
				input: object{"campaign": s.ID}, want: []string{"INVALID input.name"},
			},
			{
				name: "an input with more than it has", mutation: "createGoal", inputType: "CreateGoalInput",
				input: object{"campaign": s.ID, "name": "n", "nme": "n"}, want: []string{"INVALID input.nme"},
			},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				a.t = t
				mutation := "mutation($input: " + test.inputType + "!) { " + test.mutation + "(input: $input) { __typename } }"
				a.refused(mutation, object{"input": test.input}, test.want...)
			})
		}
	})
}

func TestWhatDoesNotExistIsNotFound(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		for _, query := range []string{
			`{ campaign(id: "x") { id } }`, `{ source(id: "x") { id } }`, `{ chat(id: "x") { id } }`, `{ followUp(id: "x") { id } }`,
			`{ followUpByNumber(number: 1) { id } }`, `{ simulateRouting(input: {campaign: "x"}) { tableVersion } }`,
			`mutation { updateCampaign(input: {id: "x"}) { campaign { id } } }`,
			`mutation { retireSuccessCode(input: {id: "x"}) { successCode { id } } }`,
			`mutation { updateSource(input: {id: "x"}) { source { id } } }`,
			`mutation { submitFollowUp(input: {idempotencyKey: "inline 4", followUp: "x"}) { sendsAt } }`,
			`mutation { undoFollowUp(input: {followUp: "x"}) { sendsAt } }`,
			`mutation { undoFollowUp(input: {conversation: {source: "x", id: "y"}}) { sendsAt } }`,
			`mutation { submitFollowUp(input: {idempotencyKey: "inline 5", conversation: {source: "x", id: "y"}}) { sendsAt } }`,
			`mutation { revokeApiToken(input: {id: "x"}) { apiToken { id } } }`,
		} {
			a.refused(query, nil, "NOT_FOUND")
		}
	})
}
