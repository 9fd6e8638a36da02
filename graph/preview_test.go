package graph_test

import (
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// preview is what the tests ask of a preview.
type preview struct {
	PreviewMail struct {
		FollowUp *struct{ Number int }
		Decision struct {
			Recipients []struct {
				Address struct{ Email string }
				Reasons []struct{ Sentence string }
			}
			NotForwarded *string
		}
		Subject, From, ReplyTo, Source string
		Content                        struct {
			Plain, HTML string
			Header      []struct{ Name, Value string }
		}
	}
}

const previewQuery = `query($input: PreviewMailInput!) { previewMail(input: $input) {
	followUp { number } decision { recipients { address { email } reasons { sentence } } notForwarded }
	subject from replyTo source content { plain html header { name value } }
} }`

func TestSettingsCanBeLookedAtBeforeTheyAreSaved(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var p preview
		a.must(&p, previewQuery, object{"input": object{
			"campaign":     s.ID,
			"settings":     object{"subject": "{visitor} – {topic}", "intro": "Hello <b>team</b>", "language": "NL", "senderName": "Acme chat"},
			"codeSettings": []object{{"code": s.Table.Codes[0].ID, "language": "DE"}},
			"note":         "Call before noon", "urgent": true, "extraAddresses": "zoe@acme.example",
		}})
		m := p.PreviewMail
		if m.Subject != "Ines Moreau – Desks for a new office" || m.From != "Acme chat <postchat@acme.example>" || m.ReplyTo != "standard@acme.example" {
			t.Errorf("the mail is %q from %q, answers go to %q", m.Subject, m.From, m.ReplyTo)
		}
		if m.FollowUp != nil || len(m.Decision.Recipients) != 2 || m.Decision.Recipients[0].Address.Email != "sales@acme.example" {
			t.Errorf("it is of %v to %+v", m.FollowUp, m.Decision)
		}
		for _, want := range []string{"Notiz von Dana's script", "  Hello <b>team</b>\n", "#1000 Acme website\n", "Warum Sie diese E-Mail bekommen"} {
			if !strings.Contains(m.Content.Plain, want) {
				t.Errorf("the plain part does not have %q:\n%s", want, m.Content.Plain)
			}
		}
		if !strings.Contains(m.Content.HTML, "Hello &lt;b&gt;team&lt;/b&gt;") || !strings.Contains(m.Source, "Subject: Ines Moreau =?utf-8?q?") {
			t.Errorf("the source is\n%s", m.Source)
		}
		stored, err := s.Scope.Campaign(t.Context(), s.ID)
		if err != nil || stored.MailSettings != s.MailSettings {
			t.Errorf("the campaign has %+v now, %v", stored.MailSettings, err)
		}
		var lists map[string]any
		a.must(&lists, `{ followUps { nodes { id } } chats { nodes { id } } }`, nil)
		compare(t, lists, `{"followUps": {"nodes": []}, "chats": {"nodes": []}}`)
	})
}

func TestAPreviewIsTheMailThatIsSent(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		closed := record(t, store, s.Arrival(s.Close("room-1", "lead"), "1"))
		a.must(nil, `mutation($input: UpdateMailSettingsInput!) { updateMailSettings(input: $input) { campaign { id } } }`,
			object{"input": object{"campaign": s.ID, "subject": "{title}, {operator}", "footer": "Acme", "timeZone": "Asia/Tokyo"}})
		var p preview
		a.must(&p, previewQuery, object{"input": object{"followUp": closed.FollowUpID}})
		route(t, store, a, 1)
		mails, err := s.Scope.Mails(t.Context(), closed.FollowUpID)
		if err != nil || len(mails) != 1 {
			t.Fatalf("there are %d mails, %v", len(mails), err)
		}
		var sent struct {
			FollowUp struct {
				Number int
				Mails  []struct {
					Subject string
					Content struct{ Plain, HTML string }
				}
			}
		}
		a.must(&sent, `query($id: ID!) { followUp(id: $id) { number mails { subject content { plain html } } } }`, object{"id": closed.FollowUpID})
		m, shown := sent.FollowUp.Mails[0], p.PreviewMail
		if m.Subject != "Chat with Ines Moreau, Dana K." || shown.Subject != m.Subject || shown.Content.Plain != m.Content.Plain || shown.Content.HTML != m.Content.HTML {
			t.Errorf("shown was %q\n%s\nand sent was %q\n%s", shown.Subject, shown.Content.Plain, m.Subject, m.Content.Plain)
		}
		if shown.FollowUp == nil || shown.FollowUp.Number != sent.FollowUp.Number || shown.ReplyTo != "Ines Moreau <ines@visitor.example>" {
			t.Errorf("shown was %+v", shown)
		}
	})
}

func TestAMailForNobodyIsShownAllTheSame(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		s.Table.Standard, s.Table.Addresses = nil, nil
		if err := s.Scope.SaveTable(t.Context(), &s.Table); err != nil {
			t.Fatal(err)
		}
		var p preview
		a.must(&p, previewQuery, object{"input": object{"campaign": s.ID}})
		m := p.PreviewMail
		if m.Decision.NotForwarded == nil || !strings.Contains(m.Source, "\r\nTo: undisclosed-recipients:;\r\n") || !strings.Contains(m.Content.Plain, "Nobody: no address leads here.") {
			t.Errorf("the mail is %+v", m)
		}
	})
}

func TestBadPreviewsNameEveryFieldAtFault(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		closed := record(t, store, s.Arrival(s.Close("room-1", "lead"), "1"))
		for _, test := range []struct {
			input object
			want  []string
		}{
			{object{}, []string{"INVALID input.campaign"}},
			{object{"campaign": "x"}, []string{"NOT_FOUND input.campaign"}},
			{object{"followUp": "x"}, []string{"NOT_FOUND input.followUp"}},
			{object{"followUp": closed.FollowUpID, "campaign": "x"}, []string{"INVALID input.campaign"}},
			{object{
				"campaign": s.ID, "settings": object{"subject": "{nobody}", "timeZone": "x"}, "note": strings.Repeat("n", 10_001), "extraAddresses": "a@; b@",
				"codeSettings": []object{{"code": s.Table.Codes[0].ID, "intro": "{"}, {"code": "x"}},
			}, []string{
				"INVALID input.settings.subject", "INVALID input.settings.timeZone", "INVALID input.codeSettings[0].intro", "NOT_FOUND input.codeSettings[1].code",
				"INVALID input.extraAddresses", "INVALID input.extraAddresses", "INVALID input.note",
			}},
		} {
			a.refused(previewQuery, object{"input": test.input}, test.want...)
		}
	})
}
