package story_test

import (
	"bytes"
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/vendor"
)

// providerStories are about mail providers that do not simply say yes.
var providerStories = []told{
	{name: "a mail that is refused for now comes later, once, the same as ever", tale: func(s *story) {
		s.provider.Refuse(s.at("sales"), false)
		followUp := s.closes(vendor.NewChat("room", "lead"))
		l := s.mailed(followUp, "sales")
		for _, d := range s.deliveries(followUp) {
			if d.Attempt != 2 {
				s.Errorf("it took %d attempts, want 2", d.Attempt)
			}
		}
		if mail := s.composed(followUp, postchat.MailFirst); !bytes.Equal(mail.Source, l.source) {
			s.Error("the second attempt sent other bytes than were composed before the first")
		}
	}},

	{name: "one bad address stops nobody else, and standard has the chat instead", tale: func(s *story) {
		s.provider.Refuse(s.at("support"), true)
		followUp := s.closes(vendor.NewChat("room", "support", "lead"))
		s.rescued(followUp)
		s.accepted(followUp, "nights", "sales")
		for _, d := range s.deliveries(followUp) {
			want := postchat.DeliveryAccepted
			if d.Recipient.Email == s.at("support") {
				want = postchat.DeliveryFailed
			}
			if d.State != want || d.Words == "" {
				s.Errorf("the delivery to %s is %s, %q; want %s with the server's words", d.Recipient.Email, d.State, d.Words, want)
			}
		}
	}},

	{name: "a mail whose answer was lost is asked about where that can be, else sent again with a mark", tale: func(s *story) {
		s.provider.LoseAnswer(s.at("sales"))
		followUp := s.closes(vendor.NewChat("room", "lead"))
		if s.provider.Name() == "mailgun" {
			s.mailed(followUp, "sales")
			return
		}
		s.becomes(followUp, postchat.FollowUpSent)
		copies := s.copies(followUp)
		s.read += len(copies)
		if len(copies) != 2 || copies[0].Resend || !copies[1].Resend {
			s.Fatalf("%d copies were accepted; want two, of which the second is marked", len(copies))
		}
		first := s.open(followUp, copies[0].Source)
		if again := s.open(followUp, copies[1].Source); again.messageID != first.messageID {
			s.Errorf("the copies have the Message-IDs %s and %s", first.messageID, again.messageID)
		}
		if !bytes.HasSuffix(copies[1].Source, copies[0].Source) {
			s.Error("the copies differ in more than the mark")
		}
	}},
}

func (s *story) deliveries(followUp string) []postchat.Delivery {
	s.Helper()
	deliveries, err := s.scope.Deliveries(s.Context(), followUp)
	if err != nil {
		s.Fatal(err)
	}
	return deliveries
}

// composed is the follow-up's one mail of the kind as it is stored.
func (s *story) composed(followUp string, kind postchat.MailKind) *postchat.Mail {
	s.Helper()
	mails, err := s.scope.Mails(s.Context(), followUp)
	if err != nil {
		s.Fatal(err)
	}
	mails = slices.DeleteFunc(mails, func(m postchat.Mail) bool { return m.Kind != kind })
	if len(mails) != 1 {
		s.Fatalf("the follow-up has %d mails of the kind %s, want one", len(mails), kind)
	}
	mail, err := s.scope.Mail(s.Context(), mails[0].ID)
	if err != nil {
		s.Fatal(err)
	}
	return mail
}
