package web_test

import (
	"encoding/base64"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
	"github.com/postchat/postchat/test/stores"
)

func TestAMailIsShownExactlyAsItWasSent(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		m := s.chat(nil)
		content, err := mail.Parts(m.Source)
		if err != nil {
			t.Fatal(err)
		}
		for path, want := range map[string]string{
			"/source": string(m.Source), "/html": content.HTML, "/html?scheme=dark": mail.Dark(content.HTML), "/html?scheme=light": mail.Light(content.HTML),
		} {
			if got := s.body("/mails/"+m.ID+path, http.StatusOK); got != want {
				t.Errorf("%s is\n%s\nwant\n%s", path, got, want)
			}
		}
		contains(t, content.HTML, "<!doctype html>", "Do you have a bigger plan?")
		s.body("/mails/"+m.ID+"/html?scheme=blue", http.StatusNotFound)
	})
}

func TestATestMailIsShownToo(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		of := s.chat(nil)
		m := postchat.TestMail{
			ID: postchat.NewID(postchat.Now()), CampaignID: s.ID, MessageID: "test@postchat.invalid", Subject: of.Subject, From: of.From, Source: of.Source,
			Recipient: postchat.Address{Email: "dana@acme.example"}, State: postchat.DeliverySending,
		}
		if err := s.Scope.AddTestMail(t.Context(), &m); err != nil {
			t.Fatal(err)
		}
		if got := s.body("/mails/"+m.ID+"/source", http.StatusOK); got != string(m.Source) {
			t.Errorf("the source is\n%s", got)
		}
		contains(t, s.body("/mails/"+m.ID+"/html", http.StatusOK), "Do you have a bigger plan?")
	})
}

func TestALongChatsTranscriptCanBeSaved(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		m := s.chat(func(in *mail.Input) {
			for range 3000 {
				in.Chat.Transcript = append(in.Chat.Transcript, postchat.Message{At: in.Now, Role: postchat.RoleVisitor, Name: "Ines", Text: "One more line of a long chat."})
			}
			in.Chat.Transcript = append(in.Chat.Transcript, postchat.Message{At: in.Now, Role: postchat.RoleVisitor, Name: "Ines", Text: "<script>alert(1)</script>"})
		})
		saved := s.get("/mails/" + m.ID + "/attachments/1")
		contains(t, saved.body, "<script>alert(1)</script>")
		for name, want := range map[string]string{
			"Content-Disposition": `attachment; filename=transcript.txt`, "Content-Type": "application/octet-stream", "X-Content-Type-Options": "nosniff",
		} {
			if got := saved.header.Get(name); got != want {
				t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
		for _, number := range []string{"0", "2", "-1", "x", "99999999999999999999"} {
			s.body("/mails/"+m.ID+"/attachments/"+number, http.StatusNotFound)
		}
	})
}

// What a visitor writes is text, wherever it is shown; and the frame around the mail takes the rest of its teeth.
func TestWhatVisitorsWriteIsInert(t *testing.T) {
	t.Parallel()
	const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>`
	each(t, func(t *testing.T, s *site) {
		m := s.chat(func(in *mail.Input) {
			in.Chat.Visitor = postchat.Visitor{Name: nasty, Email: nasty}
			in.Chat.Transcript[0].Text = nasty
			in.FollowUp.Submission.Note = nasty
			in.FollowUp.Submission.Operator = nasty
			in.Decision.Codes = []postchat.CodeVerdict{{Label: nasty, Outcome: postchat.CodeUnknown}}
			in.Decision.Recipients[0].Reasons = []postchat.Reason{{Kind: postchat.ReasonCode, Code: nasty}}
		})
		for _, scheme := range []string{"", "?scheme=dark", "?scheme=light"} {
			if page := s.body("/mails/"+m.ID+"/html"+scheme, http.StatusOK); regexp.MustCompile(`(?i)<script|<img`).MatchString(page) {
				t.Errorf("%s has markup of the visitor's:\n%s", scheme, page)
			}
		}
	})
}

func TestOnlyWhoMaySeesMails(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		m := s.chat(nil)
		basic := func(password string) http.Header {
			return http.Header{"Authorization": {"Basic " + base64.StdEncoding.EncodeToString([]byte("anybody:"+password))}}
		}
		stranger := s.tokenOf(s.store.Account(stores.OtherAccount(t, s.store).ID))
		for _, path := range []string{"/mails/" + m.ID + "/html", "/mails/" + m.ID + "/source", "/mails/" + m.ID + "/attachments/1"} {
			for _, header := range []http.Header{{}, basic("wrong"), basic(""), {"Authorization": {"Bearer pct_wrong"}}} {
				got := s.ask(http.MethodGet, path, header)
				if got.status != http.StatusUnauthorized || strings.Contains(got.body, "Ines") || strings.Contains(got.body, "acme.example") {
					t.Errorf("%s without a token is answered %d:\n%s", path, got.status, got.body)
				}
				if ask := got.header.Get("WWW-Authenticate"); ask != "Bearer" || !strings.Contains(got.body, `/signin?next=%2F`) {
					t.Errorf("%s does not have a browser ask: %q", path, ask)
				}
			}
			if got := s.ask(http.MethodGet, path, basic(stranger)); got.status != http.StatusNotFound || strings.Contains(got.body, "Ines") {
				t.Errorf("a stranger's account is answered %d for %s:\n%s", got.status, path, got.body)
			}
		}
		if got := s.ask(http.MethodGet, "/mails/"+m.ID+"/source", basic(s.token)); got.status != http.StatusOK {
			t.Errorf("with the token as a password it is answered %d", got.status)
		}
		if got := s.setUp().get("/mails/" + m.ID + "/html"); got.status != http.StatusOK {
			t.Errorf("who is signed in is answered %d", got.status)
		}
	})
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, s *site) {
		for _, path := range []string{
			"/mails/" + postchat.NewID(postchat.Now()) + "/html", "/mails/x/html", "/mails/%00/source", "/mails/" + strings.Repeat("a", 36) + "/html",
			"/mails/" + strings.ToUpper(postchat.NewID(postchat.Now())) + "/attachments/1", "/mails", "/nothing",
		} {
			s.body(path, http.StatusNotFound)
		}
		for _, path := range []string{"/mails/x/html", "/outbox", "/"} {
			if got := s.ask(http.MethodPost, path, nil).status; got != http.StatusMethodNotAllowed {
				t.Errorf("a POST of %s is answered %d", path, got)
			}
		}
	})
}
