package graph_test

import (
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestACampaignIsSetUpFromNothing(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		var made struct {
			CreateCampaign struct {
				Campaign struct{ ID, Name, TimeZone string }
			}
		}
		a.must(&made, `mutation($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id name timeZone } } }`,
			object{"input": object{"name": "  Acme   website ", "timeZone": "Europe/Amsterdam"}})
		campaign := made.CreateCampaign.Campaign
		if campaign.Name != "Acme website" || campaign.TimeZone != "Europe/Amsterdam" {
			t.Errorf("the campaign is %+v", campaign)
		}

		var goal struct {
			CreateGoal struct{ Goal struct{ ID string } }
		}
		a.must(&goal, `mutation($input: CreateGoalInput!) { createGoal(input: $input) { goal { id } } }`,
			object{"input": object{"campaign": campaign.ID, "name": "Sales"}})
		codes := map[string]string{}
		for _, label := range []string{"lead", "support"} {
			var code struct {
				CreateSuccessCode struct{ SuccessCode struct{ ID string } }
			}
			a.must(&code, `mutation($input: CreateSuccessCodeInput!) { createSuccessCode(input: $input) { successCode { id } } }`,
				object{"input": object{"campaign": campaign.ID, "label": label, "goal": goal.CreateGoal.Goal.ID, "hint": nil}})
			codes[label] = code.CreateSuccessCode.SuccessCode.ID
		}

		a.must(nil, `mutation($goals: UpdateGoalSettingsInput!, $mail: UpdateMailSettingsInput!) {
			updateGoalSettings(input: $goals) { campaign { id } }
			updateMailSettings(input: $mail) { campaign { id } }
		}`, object{
			"goals": object{"campaign": campaign.ID, "mode": "OPERATOR_OK", "requireCode": true, "undoDelay": 20, "unaddressed": "NOT_FORWARDED"},
			"mail": object{
				"campaign": campaign.ID, "replyTo": "sales@acme.example", "subject": " {visitor}\n{number} ", "footer": "Acme\nExample Street\n",
				"language": "NL", "timeZone": "Europe/Amsterdam",
			},
		})
		a.must(nil, `mutation($input: SaveFollowUpAddressesInput!) { saveFollowUpAddresses(input: $input) { followUpAddresses { version } } }`,
			object{"input": object{
				"campaign": campaign.ID, "version": 0, "standard": "", "comment": "the beginning",
				"codes": []object{
					{"code": codes["lead"], "addresses": "Sales <sales@acme.example>; bert@acme.example,\nsales@acme.example"},
					{"code": codes["support"], "addresses": ""},
				},
			}})
		var source struct {
			CreateSource struct {
				Secret string
				Source struct {
					ID, HookURL string
					Hold        int
				}
			}
		}
		a.must(&source, `mutation($input: CreateSourceInput!) { createSource(input: $input) { secret source { id hookUrl hold } } }`,
			object{"input": object{
				"name": "Acme chat", "vendor": "rocketchat", "defaultCampaign": campaign.ID,
				"rules": []object{{"field": "DEPARTMENT", "value": "Sales", "campaign": campaign.ID}},
			}})
		s := source.CreateSource
		if s.Source.HookURL != "https://postchat.acme.example/hooks/"+s.Source.ID || s.Source.Hold != 10 || !strings.HasPrefix(s.Secret, "secret-of-rocketchat") {
			t.Errorf("the source is %+v", s)
		}

		var all map[string]any
		a.must(&all, `{
			campaigns {
				name coverNumbers
				goalSettings { mode allowMultiple requireCode timeLimit undoDelay unaddressed }
				mailSettings { senderName replyTo subject intro footer language timeZone }
				goals { name campaign { name } }
				successCodes { label retired retiredAt color goal { name } }
				followUpAddresses { version comment standard { items { email } text } codes { code { label } addresses { text items { name email text } } } }
			}
			sources { name vendor includePrivate frameOrigins defaultCampaign { name } rules { field value campaign { name } } secrets { expiresAt } ignored { count } events { nodes { id } } }
		}`, nil)
		compare(t, all, `{
			"campaigns": [{
				"name": "Acme website", "coverNumbers": true,
				"goalSettings": {"mode": "OPERATOR_OK", "allowMultiple": true, "requireCode": true, "timeLimit": 3600, "undoDelay": 20, "unaddressed": "NOT_FORWARDED"},
				"mailSettings": {
					"senderName": "", "replyTo": "sales@acme.example", "subject": "{visitor} {number}", "intro": "", "footer": "Acme\nExample Street",
					"language": "NL", "timeZone": "Europe/Amsterdam"
				},
				"goals": [{"name": "Sales", "campaign": {"name": "Acme website"}}],
				"successCodes": [
					{"label": "lead", "retired": false, "retiredAt": null, "color": "", "goal": {"name": "Sales"}},
					{"label": "support", "retired": false, "retiredAt": null, "color": "", "goal": {"name": "Sales"}}
				],
				"followUpAddresses": {
					"version": 1, "comment": "the beginning", "standard": {"items": [], "text": ""},
					"codes": [
						{"code": {"label": "lead"}, "addresses": {
							"text": "Sales <sales@acme.example>; bert@acme.example",
							"items": [
								{"name": "Sales", "email": "sales@acme.example", "text": "Sales <sales@acme.example>"},
								{"name": "", "email": "bert@acme.example", "text": "bert@acme.example"}
							]
						}},
						{"code": {"label": "support"}, "addresses": {"text": "", "items": []}}
					]
				}
			}],
			"sources": [{
				"name": "Acme chat", "vendor": "rocketchat", "includePrivate": false, "frameOrigins": [], "defaultCampaign": {"name": "Acme website"},
				"rules": [{"field": "DEPARTMENT", "value": "Sales", "campaign": {"name": "Acme website"}}],
				"secrets": [{"expiresAt": null}], "ignored": [], "events": {"nodes": []}
			}]
		}`)
	})
}
