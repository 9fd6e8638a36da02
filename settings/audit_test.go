package settings_test

import (
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
	"github.com/postchat/postchat/test/stores"
)

// newest is the newest entry of the audit log: its action and detail.
func newest(t *testing.T, s *stores.Campaign) string {
	t.Helper()
	rows, _, err := s.Scope.AuditLog(t.Context(), db.AuditFilter{}, db.AuditPage{First: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 {
		return ""
	}
	return strings.TrimSpace(rows[0].Action + " " + rows[0].Detail)
}

func TestTheAuditLogSaysWhatWasChangedAndFromWhat(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		e := editor(s)
		e.Now = clock.Now
		lead := s.Table.Codes[0].ID
		yes, half, name, sender, none, hour := true, 30*time.Second, "Acme chat 2", "Acme desk", "", time.Hour
		private, operator := false, postchat.ModeOperator
		for _, change := range []struct {
			want string
			do   func() error
		}{
			{"goal_settings.update requireCode: no -> yes, undoDelay: 10s -> 30s", func() error {
				_, err := e.UpdateGoalSettings(t.Context(), settings.GoalSettingsChange{CampaignID: s.ID, RequireCode: &yes, UndoDelay: &half})
				return err
			}},
			{"goal_settings.update requireCode: no -> yes, undoDelay: 10s -> 30s", func() error { // again, which changes nothing
				_, err := e.UpdateGoalSettings(t.Context(), settings.GoalSettingsChange{CampaignID: s.ID, RequireCode: &yes})
				return err
			}},
			{"goal_settings.update mode: automatic -> operator_ok", func() error {
				_, err := e.UpdateGoalSettings(t.Context(), settings.GoalSettingsChange{CampaignID: s.ID, Mode: &operator})
				return err
			}},
			{"campaign.update coverNumbers: yes -> no", func() error {
				_, err := e.UpdateCampaign(t.Context(), settings.CampaignChange{ID: s.ID, CoverNumbers: &private})
				return err
			}},
			{"mail_settings.update senderName: none -> Acme desk", func() error {
				_, err := e.UpdateMailSettings(t.Context(), settings.MailSettingsChange{
					CampaignID: s.ID, MailOverrides: postchat.MailOverrides{SenderName: &sender},
				})
				return err
			}},
			{"mail_settings.update senderName: no difference -> none", func() error {
				_, err := e.SaveCodeMailSettings(t.Context(), settings.CodeMailSettings{
					CodeID: lead, MailOverrides: postchat.MailOverrides{SenderName: &none},
				})
				return err
			}},
			{"source.update name: Acme chat -> Acme chat 2, hold: 0s -> 1h0m0s, frameOrigins: none -> https://chat.acme.example", func() error {
				_, err := e.UpdateSource(t.Context(), settings.SourceChange{ID: s.Source.ID, Name: &name, Hold: &hour, IncludePrivate: &private, FrameOrigins: []string{"https://chat.acme.example/"}})
				return err
			}},
			{"follow_up_addresses.save version 2; lead: + b@acme.example, - sales@acme.example; support: - nights@acme.example", func() error {
				_, err := e.SaveAddresses(t.Context(), settings.AddressTable{
					CampaignID: s.ID, Version: 1, Standard: "standard@acme.example", Codes: []settings.CodeAddresses{
						{CodeID: lead, Addresses: "b@acme.example"}, {CodeID: s.Table.Codes[1].ID, Addresses: "support@acme.example"},
						{CodeID: s.Table.Codes[2].ID},
					},
				})
				return err
			}},
		} {
			if err := change.do(); err != nil {
				t.Fatal(err)
			}
			if got := newest(t, s); got != change.want {
				t.Errorf("the log says %q, want %q", got, change.want)
			}
			clock.Move(time.Second)
		}
	})
}

func TestWhatCannotBeWrittenDownIsNotDone(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		if _, err := stores.Raw(t, store).ExecContext(t.Context(), "ALTER TABLE audit_entries RENAME TO away"); err != nil {
			t.Fatal(err)
		}
		e, name := editor(s), "Renamed"
		for what, do := range map[string]func() error{
			"a campaign": func() error { _, err := e.CreateCampaign(t.Context(), settings.NewCampaign{Name: name}); return err },
			"a change": func() error {
				_, err := e.UpdateCampaign(t.Context(), settings.CampaignChange{ID: s.ID, Name: &name})
				return err
			},
			"a source": func() error {
				_, _, err := e.CreateSource(t.Context(), settings.NewSource{Name: name, Vendor: postchat.VendorPostchat, DefaultCampaignID: s.ID})
				return err
			},
			"a code": func() error {
				_, err := e.RetireSuccessCode(t.Context(), s.Table.Codes[0].ID)
				return err
			},
		} {
			if err := do(); err == nil {
				t.Errorf("%s goes through", what)
			}
		}
		campaigns, err := s.Scope.Campaigns(t.Context())
		if err != nil || len(campaigns) != 1 || campaigns[0].Name != "Acme website" {
			t.Errorf("the campaigns are %+v, %v", campaigns, err)
		}
		sources, err := s.Scope.Sources(t.Context())
		if err != nil || len(sources) != 1 {
			t.Errorf("there are %d sources, %v", len(sources), err)
		}
		if code, err := s.Scope.SuccessCode(t.Context(), s.Table.Codes[0].ID); err != nil || code.Retired() {
			t.Errorf("the code is %+v, %v", code, err)
		}
	})
}
