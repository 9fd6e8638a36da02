package graph_test

import (
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const (
	createSample = `mutation { createSample(input: {language: NL, timeZone: "Europe/Amsterdam"}) { sample {
		campaign { id name timeZone sample retired mailSettings { language } goalSettings { mode requireCode } goals { name }
			successCodes { label hotKey goal { name } } followUpAddresses { standard { text } codes { addresses { text } } } }
		source { id name rehearsal retired }
	} } }`
	removeSample = `mutation($campaign: ID!) { removeSample(input: {campaign: $campaign}) { sample { campaign { retired } source { retired } } } }`
)

// madeSample is the answer of createSample.
type madeSample struct {
	CreateSample struct {
		Sample struct {
			Campaign struct {
				ID, Name, TimeZone string
				Sample, Retired    bool
				MailSettings       struct{ Language string }
				GoalSettings       struct {
					Mode        string
					RequireCode bool
				}
				Goals             []struct{ Name string }
				SuccessCodes      []struct{ Label, HotKey string }
				FollowUpAddresses struct {
					Standard struct{ Text string }
					Codes    []struct{ Addresses struct{ Text string } }
				}
			}
			Source struct {
				ID, Name           string
				Rehearsal, Retired bool
			}
		}
	}
}

func TestTheSampleIsMadeOnceRemovedAndTakenBack(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		taken := postchat.NewCampaign(s.Account.ID, "sample", postchat.Now())
		if err := s.Scope.SaveCampaign(t.Context(), &taken); err != nil {
			t.Fatal(err)
		}
		var first, second madeSample
		a.must(&first, createSample, nil)
		made := first.CreateSample.Sample
		c := made.Campaign
		if c.Name != "Sample 2" || !c.Sample || c.TimeZone != "Europe/Amsterdam" || c.MailSettings.Language != "NL" || c.GoalSettings.Mode != "OPERATOR_OK" ||
			!c.GoalSettings.RequireCode || len(c.Goals) != 2 || len(c.SuccessCodes) != 3 || c.SuccessCodes[2].HotKey != "3" || !made.Source.Rehearsal {
			t.Errorf("the sample is %+v", made)
		}
		if table := c.FollowUpAddresses; table.Standard.Text != "frontdesk@example.com" || len(table.Codes) != 3 ||
			table.Codes[1].Addresses.Text != "orders@example.com; counter@example.net" {
			t.Errorf("its addresses are %+v", c.FollowUpAddresses)
		}
		a.must(&second, createSample, nil)
		if again := second.CreateSample.Sample; again.Campaign.ID != c.ID || again.Source.ID != made.Source.ID {
			t.Errorf("a second one is made: %+v", again)
		}
		checkList := func(want string) {
			t.Helper()
			var got any
			a.must(&got, `{ checkList { sourceConnected sample { name } campaigns { campaign { name } } } }`, nil)
			compare(t, got, `{"checkList": {"sourceConnected": true, "sample": `+want+`,
				"campaigns": [{"campaign": {"name": "Acme website"}}, {"campaign": {"name": "sample"}}]}}`)
		}
		checkList(`{"name": "Sample 2"}`)

		var got any
		a.refused(removeSample, object{"campaign": s.ID}, "NOT_FOUND input.campaign")
		a.must(&got, removeSample, object{"campaign": c.ID})
		compare(t, got, `{"removeSample": {"sample": {"campaign": {"retired": true}, "source": {"retired": true}}}}`)
		checkList("null")
		a.must(&second, createSample, nil)
		if back := second.CreateSample.Sample; back.Campaign.ID != c.ID || back.Campaign.Retired || back.Source.Retired {
			t.Errorf("it comes back as %+v", back)
		}
	})
}

func TestTheSampleHasChatsOfItsOwnSourceAlone(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var made madeSample
		a.must(&made, createSample, nil)
		sample := made.CreateSample.Sample
		a.refused(updateSource, object{"input": object{"id": s.Source.ID, "defaultCampaign": sample.Campaign.ID}}, "INVALID input.defaultCampaign")
		rules := []object{{"field": "PAGE", "value": "https://try.example", "campaign": sample.Campaign.ID}}
		a.refused(updateSource, object{"input": object{"id": s.Source.ID, "rules": rules}}, "INVALID input.rules[0].campaign")
		a.refused(`mutation($input: CreateSourceInput!) { createSource(input: $input) { secret } }`,
			object{"input": object{"name": "Shop", "vendor": "postchat", "defaultCampaign": sample.Campaign.ID}}, "INVALID input.defaultCampaign")
		a.refused(updateSource, object{"input": object{"id": sample.Source.ID, "defaultCampaign": s.ID}}, "INVALID input.defaultCampaign")
		a.must(nil, updateSource, object{"input": object{"id": sample.Source.ID, "hold": 5}})
		a.refused(retireCampaign, object{"id": sample.Campaign.ID}, "CONFLICT")
	})
}

func TestTwoWhoMakeTheSampleAtOnceGetOne(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		ids := make(chan string)
		for range 4 {
			go func() {
				var made madeSample
				for _, f := range a.ask(&made, createSample, nil) {
					t.Errorf("it says %+v", f)
				}
				ids <- made.CreateSample.Sample.Campaign.ID
			}()
		}
		first := <-ids
		for range 3 {
			if id := <-ids; id != first || id == "" {
				t.Errorf("there are the samples %q and %q", first, id)
			}
		}
	})
}

func TestAddressesOfTheSampleAreNobodysElsewhere(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var made madeSample
		a.must(&made, createSample, nil)
		suggested := func(campaign, prefix string) bool {
			var got struct {
				AddressSuggestions []struct{ Address struct{ Email string } }
			}
			a.must(&got, `query($campaign: ID!, $prefix: String!) { addressSuggestions(campaign: $campaign, prefix: $prefix) { address { email } } }`,
				object{"campaign": campaign, "prefix": prefix})
			return len(got.AddressSuggestions) > 0
		}
		sample := made.CreateSample.Sample.Campaign.ID
		for _, one := range []struct {
			campaign, prefix string
			want             bool
		}{{s.ID, "frontdesk@example.com", false}, {sample, "frontdesk@example.com", true}} {
			if got := suggested(one.campaign, one.prefix); got != one.want {
				t.Errorf("that %s is suggested in %s is %t", one.prefix, one.campaign, got)
			}
		}
		id := record(t, store, s.Arrival(s.Close("room-1", "lead"), "1")).FollowUpID
		a.must(nil, saveDraft, object{"input": object{"followUp": id, "version": 1, "codes": []string{"lead"}, "extraAddresses": "frontdesk@example.com"}})
		var panel struct{ Panel panel }
		a.must(&panel, `query($id: ID!) { panel(followUp: $id) { `+panelParts+` } }`, object{"id": id})
		outside := false
		for _, r := range panel.Panel.Envelope.Recipients {
			outside = outside || r.Extra && r.Outside
		}
		if !outside {
			t.Errorf("an address of the sample counts as the house's own: %+v", panel.Panel.Envelope)
		}
	})
}
