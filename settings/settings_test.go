package settings_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
	"github.com/postchat/postchat/test/stores"
)

// editor edits the sample campaign's account.
func editor(s *stores.Campaign) settings.Editor {
	return settings.Editor{
		Scope: s.Scope, Now: postchat.Now, Vendors: sampleVendors{},
	}
}

type sampleVendors struct{}

func (v sampleVendors) NewSecret(vendor postchat.Vendor) (postchat.Secret, error) {
	return "made", v.CheckSecret(vendor, "made")
}

func (sampleVendors) KeepsTranscripts(vendor postchat.Vendor) bool {
	return vendor == postchat.VendorChatwoot
}

func (sampleVendors) CheckSecret(vendor postchat.Vendor, secret postchat.Secret) error {
	if vendor != postchat.VendorPostchat && vendor != postchat.VendorRocketChat && vendor != postchat.VendorChatwoot {
		return postchat.Invalidf("vendor", "is unknown")
	}
	if len(secret.Reveal()) < 4 {
		return postchat.Invalidf("secret", "is too short")
	}
	return nil
}

// fields are those of the problems in err, in order.
func fields(err error) []string {
	var all []string
	for _, problem := range postchat.Problems(err) {
		all = append(all, problem.Field)
	}
	return all
}

func TestAChangeLeavesAloneWhatItDoesNotName(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		e := editor(s)
		sender, hour, no := "Acme desk", time.Hour, false
		change := settings.MailSettingsChange{CampaignID: s.ID, MailOverrides: postchat.MailOverrides{SenderName: &sender}}
		if _, err := e.UpdateMailSettings(t.Context(), change); err != nil {
			t.Fatal(err)
		}
		campaign, err := e.UpdateGoalSettings(t.Context(), settings.GoalSettingsChange{CampaignID: s.ID, TimeLimit: &hour, AllowMultiple: &no})
		if err != nil {
			t.Fatal(err)
		}
		want := postchat.GoalSettings{
			Mode: postchat.ModeAutomatic, TimeLimit: hour, UndoDelay: postchat.DefaultUndoDelay, Unaddressed: postchat.UnaddressedToStandard,
		}
		if campaign.GoalSettings != want || campaign.MailSettings.SenderName != sender || campaign.Name != "Acme website" {
			t.Errorf("the campaign is %+v", campaign)
		}
	})
}

func TestWhatDiffersForACodeIsJustWhatWasSaved(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		e, lead := editor(s), s.Table.Codes[0].ID
		subject, none, dutch := "Lead {number}", "", postchat.LanguageDutch
		for _, differs := range []postchat.MailOverrides{
			{Subject: &subject, Language: &dutch}, {Intro: &none}, {},
		} {
			if _, err := e.SaveCodeMailSettings(t.Context(), settings.CodeMailSettings{CodeID: lead, MailOverrides: differs}); err != nil {
				t.Fatal(err)
			}
			code, err := s.Scope.SuccessCode(t.Context(), lead)
			if err != nil || !reflect.DeepEqual(code.MailOverrides, differs) || code.Label != "lead" {
				t.Errorf("the code is %+v, %v", code, err)
			}
		}
		bad := "{nobody}"
		_, err := e.SaveCodeMailSettings(t.Context(), settings.CodeMailSettings{CodeID: lead, MailOverrides: postchat.MailOverrides{Footer: &bad}})
		if got := fields(err); !slices.Equal(got, []string{"footer"}) {
			t.Errorf("the problems are on %v", got)
		}
	})
}

func TestGoalSettingsThatChangeHaveChatsThatWaitLookedAtAtOnce(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		e := editor(s)
		hour := time.Hour
		r, err := store.Record(t.Context(), s.Arrival(s.Close("room-1"), "room-1"))
		if err != nil {
			t.Fatal(err)
		}
		f, err := s.Scope.FollowUp(t.Context(), r.FollowUpID)
		if err != nil {
			t.Fatal(err)
		}
		f.State, f.WaitsSince, f.RunAt = postchat.FollowUpAwaitingOK, clock.Now(), clock.Now().Add(2*hour)
		if err := s.Scope.UpdateFollowUp(t.Context(), f); err != nil {
			t.Fatal(err)
		}
		for _, change := range []struct {
			limit time.Duration
			due   bool
		}{{hour, false}, {hour / 2, true}} { // the first is what is set already
			_, err := e.UpdateGoalSettings(t.Context(), settings.GoalSettingsChange{CampaignID: s.ID, TimeLimit: &change.limit})
			if err != nil {
				t.Fatal(err)
			}
			due, err := store.ClaimDue(t.Context(), db.Lease{Owner: "test", Until: clock.Now()}, 10)
			if err != nil || (len(due) == 1) != change.due {
				t.Errorf("with a time limit of %s %d follow-ups are due, %v", change.limit, len(due), err)
			}
		}
	})
}

func TestARefusedChangeChangesNothing(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		e := editor(s)
		yes, long := true, 8*24*time.Hour
		for _, code := range s.Table.Codes {
			if _, err := e.RetireSuccessCode(t.Context(), code.ID); err != nil {
				t.Fatal(err)
			}
		}
		_, err := e.UpdateGoalSettings(t.Context(), settings.GoalSettingsChange{CampaignID: s.ID, RequireCode: &yes, TimeLimit: &long})
		if got := fields(err); !slices.Equal(got, []string{"requireCode", "timeLimit"}) {
			t.Errorf("the problems are on %v", got)
		}
		campaign, err := s.Scope.Campaign(t.Context(), s.ID)
		if err != nil || campaign.GoalSettings != s.GoalSettings {
			t.Errorf("the goal settings are %+v, %v", campaign.GoalSettings, err)
		}
		if _, _, err := e.CreateSource(t.Context(), settings.NewSource{Name: "x", Vendor: "pigeon"}); !slices.Equal(fields(err), []string{"vendor", "defaultCampaign"}) {
			t.Errorf("the problems are %v", err)
		}
		if sources, err := s.Scope.Sources(t.Context()); err != nil || len(sources) != 1 {
			t.Errorf("there are %d sources, %v", len(sources), err)
		}
	})
}

func TestANewSourceHoldsAsLongAsItsVendorNeeds(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		minute := time.Minute
		for _, test := range []struct {
			name   string
			vendor postchat.Vendor
			hold   *time.Duration
			want   time.Duration
		}{
			{"our own format", postchat.VendorPostchat, nil, 0},
			{"Rocket.Chat", postchat.VendorRocketChat, nil, 10 * time.Second},
			{"as told", postchat.VendorRocketChat, &minute, minute},
		} {
			source, secret, err := editor(s).CreateSource(t.Context(), settings.NewSource{
				Name: test.name, Vendor: test.vendor, DefaultCampaignID: s.ID, Hold: test.hold,
			})
			if err != nil {
				t.Fatal(err)
			}
			stored, err := s.Scope.Source(t.Context(), source.ID)
			if err != nil || stored.Hold != test.want || len(stored.Secrets) != 1 || stored.Secrets[0].Value != secret {
				t.Errorf("%s: the source is %+v, %v", test.name, stored, err)
			}
		}
	})
}

func TestAtNamesTheFieldOfEveryProblem(t *testing.T) {
	t.Parallel()
	_, bad := postchat.ParseAddressList("a@; b@")
	if got := fields(settings.At("standard", bad)); !slices.Equal(got, []string{"standard", "standard"}) {
		t.Errorf("the problems are on %v", got)
	}
	lost := errors.New("connection lost")
	if err := settings.At("standard", lost); !errors.Is(err, lost) || settings.At("standard", nil) != nil {
		t.Errorf("an error that is no problem becomes %v", err)
	}
}
