package story_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/postchat/postchat/test/vendor"
)

// mailStories are about the mail itself.
var mailStories = []told{
	{name: "a long transcript arrives whole, as an attachment", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		chat.Transcript = nil
		for i := range 1500 {
			chat.Transcript = append(chat.Transcript, vendor.Line{
				ID: fmt.Sprint(i), At: chat.StartedAt.Add(time.Duration(i) * 100 * time.Millisecond), Role: "visitor", Name: "Ines Moreau",
				Text: fmt.Sprintf("Line %d of a visitor who has a lot to tell, and who goes on telling it: öäü, 数, and no end.", i),
			})
		}
		l := s.mailed(s.closes(chat), "sales")
		if len(l.Attachments) != 1 || l.Attachments[0].FileName != "transcript.txt" {
			s.Fatalf("there are %d attachments", len(l.Attachments))
		}
		whole := plainWords(string(l.Attachments[0].Content))
		at := 0
		for _, text := range chat.Texts() {
			found := strings.Index(whole[at:], plainWords(text))
			if found < 0 {
				s.Fatalf("the attachment does not hold %q", text)
			}
			at += found + len(text)
		}
		s.holds(l, "of 1500 messages shown", chat.Texts()[0], chat.Texts()[1499])
	}},

	{name: "whatever a visitor writes arrives as it was typed, and does nothing", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		for i, text := range []string{
			"<script>alert(1)</script> <img src=https://evil.example/x.png>",
			".\r\n.\r\nMAIL FROM:<x@evil.example>\n\nFrom here on",
			"%recipient% {{.Secret}} =?utf-8?q?word?= \u202egnp.exe",
			strings.Repeat("a line without end ", 200),
			"To: x@evil.example\r\nBcc: y@evil.example",
		} {
			chat.Transcript = append(chat.Transcript, vendor.Line{
				ID: fmt.Sprint("x", i), At: chat.ClosedAt.Add(-time.Minute), Role: "visitor", Name: "Ines\r\nBcc: z@evil.example", Text: text,
			})
		}
		chat.Visitor.Name = "Ines\r\nBcc: z@evil.example\x00"
		l := s.mailed(s.closes(chat), "sales")
		s.holds(l, "<script>alert(1)</script> <img src=https://evil.example/x.png>", "MAIL FROM:<x@evil.example>",
			"%recipient% {{.Secret}} =?utf-8?q?word?=", strings.Repeat("a line without end ", 200), "Bcc: y@evil.example")
		for _, tag := range []string{"<script", "<img"} {
			if strings.Contains(l.HTML, tag) {
				s.Errorf("the HTML part has a %s>", tag)
			}
		}
	}},

	{name: "a chat without a word is mailed too", tale: func(s *story) {
		chat := vendor.NewChat("room", "lead")
		chat.Transcript, chat.Visitor, chat.Operators = nil, vendor.Person{}, nil
		l := s.mailed(s.closes(chat), "sales")
		s.holds(l, "The chat has no messages.")
		s.is("Reply-To", l.addresses("Reply-To"), []string{s.at("standard")})
	}},
}
