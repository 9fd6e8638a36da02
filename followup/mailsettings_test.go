package followup_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/stores"
)

func TestAMailIsAsItsCodeAndCampaignSayAndStaysSo(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		subject, german := "{codes} von {visitor}", postchat.LanguageGerman
		s.Table.Codes[1].MailOverrides = postchat.MailOverrides{Subject: &subject, Language: &german}
		if err := s.Scope.SaveSuccessCode(t.Context(), &s.Table.Codes[1]); err != nil {
			t.Fatal(err)
		}
		s.saveSettings(func(c *postchat.Campaign) {
			c.MailSettings.Subject, c.MailSettings.Language = "{title}", postchat.LanguageDutch
		})
		subjects := map[string]string{
			s.closes("room-1", "support"): "support von Ines Moreau", s.closes("room-2", "lead"): "Chat met Ines Moreau",
			s.closes("room-3"): "Chat met Ines Moreau", s.closes("room-4", "lead", "support"): "lead, support von Ines Moreau",
		}
		s.after(time.Second)
		s.saveSettings(func(c *postchat.Campaign) { c.MailSettings.Subject = "Something else" })
		for id, want := range subjects {
			mails, err := s.Scope.Mails(t.Context(), id)
			if err != nil || len(mails) != 1 || mails[0].Subject != want {
				t.Errorf("the mails are %+v, %v, want %q", mails, err, want)
			}
		}
	})
}

func TestABrokenSettingInTheDatabaseLosesNoMail(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		_, err := stores.Raw(t, s.store).ExecContext(t.Context(), "UPDATE campaigns SET mail_subject = '{nobody}', mail_language = 'xx', mail_footer = '}'")
		if err != nil {
			t.Fatal(err)
		}
		var log bytes.Buffer
		s.desk.Log = slog.New(slog.NewTextHandler(&log, nil))
		id := s.closes("room-1", "lead")
		s.after(time.Second)
		s.expect(id, postchat.FollowUpQueued, "sales@acme.example")
		mails, err := s.Scope.Mails(t.Context(), id)
		if err != nil || len(mails) != 1 || mails[0].Subject != "[lead] Chat with Ines Moreau · Acme website #1" {
			t.Errorf("the mails are %+v, %v", mails, err)
		}
		for _, want := range []string{"level=WARN", id, "{nobody}", "footer", "language"} {
			if !strings.Contains(log.String(), want) {
				t.Errorf("the log does not say %s: %s", want, &log)
			}
		}
	})
}
