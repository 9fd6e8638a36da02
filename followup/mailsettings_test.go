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
