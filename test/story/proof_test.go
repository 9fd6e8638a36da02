package story_test

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/provider"
	"github.com/postchat/postchat/test/vendor"
)

// proofStories are about what becomes of a mail after the provider took it. They need a provider that tells.
var proofStories = []told{
	{name: "a delivered mail is known to be delivered", tale: func(s *story) {
		mailgun, tells := s.provider.(*provider.MailgunProvider)
		followUp := s.closes(vendor.NewChat("room", "lead"))
		s.mailed(followUp, "sales")
		if !tells {
			return
		}
		delivered := mailgun.Deliver(s.taken(mailgun, "sales"))
		s.tells(mailgun.Webhook(delivered), http.StatusOK)
		s.becomes(followUp, postchat.FollowUpDelivered)
	}},

	{name: "a hard bounce brings the chat to standard, once, however often and however late it is told", tale: func(s *story) {
		mailgun, tells := s.provider.(*provider.MailgunProvider)
		followUp := s.closes(vendor.NewChat("room", "lead"))
		s.mailed(followUp, "sales")
		if !tells {
			return
		}
		bounce := mailgun.Bounce(s.taken(mailgun, "sales"), 550, "no such user here")
		told := mailgun.Webhook(bounce)
		s.tells(told, http.StatusOK)
		s.tells(told, http.StatusOK) // the same once more
		rescue := s.rescued(followUp)
		if !strings.Contains(rescue.Text, "no such user here") {
			s.Errorf("the rescue does not say what the server said:\n%s", rescue.Text)
		}
		f, err := s.scope.FollowUp(s.Context(), followUp)
		if err != nil {
			s.Fatal(err)
		}
		for _, message := range s.chat(f).Transcript.Public() {
			s.holds(rescue, message.Text)
		}
		s.tells(mailgun.Webhook(bounce), http.StatusOK) // signed anew, later
		s.rescuedOnce(followUp)
	}},

	{name: "a forged bounce changes nothing", tale: func(s *story) {
		mailgun, tells := s.provider.(*provider.MailgunProvider)
		followUp := s.closes(vendor.NewChat("room", "lead"))
		s.mailed(followUp, "sales")
		if !tells {
			return
		}
		delivered := mailgun.Deliver(s.taken(mailgun, "sales"))
		forged := delivered
		forged.Type, forged.Severity, forged.Reason = "failed", "permanent", "bounce"
		s.tells(fakemailgun.SignedBy("another key", forged, postchat.Now()), http.StatusUnauthorized)
		s.tells(mailgun.Webhook(forged).ShiftBorder(1), http.StatusUnauthorized)
		genuine := mailgun.Webhook(delivered)
		s.tells(genuine, http.StatusOK)
		s.tells(genuine.WithEvent(forged), http.StatusOK) // a signature that was used before
		s.tells(mailgun.Webhook(forged), http.StatusOK)   // signed, but Mailgun says otherwise when it is asked
		s.becomes(followUp, postchat.FollowUpDelivered)
	}},
}

// taken is the newest mail that Mailgun took for somebody in the shop.
func (s *story) taken(mailgun *provider.MailgunProvider, name string) fakemailgun.Accepted {
	s.Helper()
	all := mailgun.AcceptedFor(s.at(name))
	if len(all) == 0 {
		s.Fatalf("Mailgun took nothing for %s", s.at(name))
	}
	return all[len(all)-1]
}

// tells posts a webhook of Mailgun's and expects the status.
func (s *story) tells(w fakemailgun.Webhook, status int) {
	s.Helper()
	got, err := w.Post(s.Context(), s.server.URL()+"/events/mailgun")
	if err != nil {
		s.Fatalf("tell of an event: %v", err)
	}
	if got != status {
		s.Fatalf("an event is answered %d, want %d", got, status)
	}
}

// rescued waits until standard has what an address refused, and returns that mail.
func (s *story) rescued(followUp string) letter {
	s.Helper()
	s.eventually(func() string {
		f, err := s.scope.FollowUp(s.Context(), followUp)
		if err != nil {
			return err.Error()
		}
		if f.State != postchat.FollowUpSent || f.Reason != postchat.ReasonRescued {
			return fmt.Sprintf("the follow-up is %s %s, want it sent and rescued", f.State, f.Reason)
		}
		return ""
	})
	s.read++
	return s.rescuedOnce(followUp)
}

// rescuedOnce returns the follow-up's rescue, of which the provider must have taken one, to standard.
func (s *story) rescuedOnce(followUp string) letter {
	s.Helper()
	mail := s.composed(followUp, postchat.MailRescue)
	var copies []provider.Mail
	for _, m := range s.mails() {
		if m.MessageID == mail.MessageID {
			copies = append(copies, m)
		}
	}
	if len(copies) != 1 || len(copies[0].Envelope) != 1 || copies[0].Envelope[0] != s.at("standard") {
		s.Fatalf("the rescue was taken %d times, want once, to %s", len(copies), s.at("standard"))
	}
	return s.openTo([]string{s.at("standard")}, copies[0].Source)
}
