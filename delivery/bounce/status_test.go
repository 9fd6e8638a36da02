package bounce_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/bounce"
)

const ours = "019ab3c4-5d00-7a11-8b22-0123456789ab@mail.acme.example"

// notice is a notice with the status and the header of the returned mail.
func notice(status, returned string) []byte {
	return []byte("From: MAILER-DAEMON@mail.acme.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: message/delivery-status\r\n\r\n" + status + "\r\n" +
		"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n" + returned + "\r\n--b--\r\n")
}

// tells is what a notice with a block of one recipient says: the state and the words.
func tells(t *testing.T, block string) string {
	t.Helper()
	r, err := bounce.Parse(notice("Reporting-MTA: dns; mx.example.org\r\n\r\n"+block+"\r\n", "Message-ID: <"+ours+">"))
	if err != nil || r.Kind != bounce.Notification || r.MessageID != ours {
		t.Fatalf("report = %+v, %v", r, err)
	}
	if len(r.Recipients) != 1 {
		return fmt.Sprintf("%d recipients", len(r.Recipients))
	}
	one := r.Recipients[0]
	if one.Email != "sales@shop.example" {
		t.Errorf("it is about %q", one.Email)
	}
	return string(one.State) + ": " + one.Words
}

func TestStateAndWordsOfARecipient(t *testing.T) {
	const to = "Final-Recipient: rfc822; sales@shop.example\r\n"
	for _, c := range []struct{ name, block, want string }{
		{"a permanent failure is a bounce", to + "Action: failed\r\nStatus: 5.1.1", "bounced: mx.example.org said: 5.1.1, because of the address"},
		{"one of policy is a block", to + "Action: failed\r\nStatus: 5.7.1", "blocked: mx.example.org said: 5.7.1, because of security or policy"},
		{"given up after delays is a bounce", to + "Action: failed\r\nStatus: 4.4.7", "bounced: mx.example.org said: 4.4.7, because of the network or the routing"},
		{"given up after delays by policy is a block", to + "Action: failed\r\nStatus: 4.7.0", "blocked: mx.example.org said: 4.7.0, because of security or policy"},
		{"a vague code gives way to the one in the words", to + "Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 554 5.7.9 no", "blocked: mx.example.org said: 554 5.7.9 no"},
		{"a clear code does not", to + "Action: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 554 5.7.9 no", "bounced: mx.example.org said: 554 5.7.9 no"},
		{"a network address is no code", to + "Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 554 no, 5.7.9.1", "bounced: mx.example.org said: 554 no, 5.7.9.1"},
		{"a failure without any code is a bounce", to + "Action: failed", "bounced: mx.example.org said: no reason given"},
		{"an action counts in any case and with a remark", to + "Action: FAILED (for good)\r\nStatus: 5.0.0", "bounced: mx.example.org said: 5.0.0"},
		{"without an action the code decides: bounced", to + "Status: 5.1.1", "bounced: mx.example.org said: 5.1.1, because of the address"},
		{"without an action the code decides: delayed", to + "Status: 4.2.2", "delayed: mx.example.org said: 4.2.2, because of the mailbox"},
		{"without an action the code decides: delivered", to + "Status: 2.0.0", "delivered: mx.example.org said: 2.0.0"},
		{"without an action and a code nothing is known", to + "Diagnostic-Code: smtp; 550 no", "0 recipients"},
		{"an unknown action says nothing", to + "Action: lost\r\nStatus: 5.1.1", "0 recipients"},
		{"the remote server is named rather than the reporting one", to + "Action: delayed\r\nRemote-MTA: dns; mx.shop.example\r\nDiagnostic-Code: smtp; 451 later", "delayed: mx.shop.example said: 451 later"},
		{"the address that we sent to counts, not what was made of it", "Original-Recipient: rfc822;sales@shop.example\r\nFinal-Recipient: rfc822;box-7@inner.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 gone", "bounced: mx.example.org said: 550 gone"},
		{"an original that is no address gives way", "Original-Recipient: x-local; sales\r\n" + to + "Action: delayed\r\nDiagnostic-Code: 450 later", "delayed: mx.example.org said: 450 later"},
		{"angle brackets and a missing type do no harm", "Final-Recipient: <sales@shop.example>\r\nAction: delayed\r\nDiagnostic-Code: 450 later", "delayed: mx.example.org said: 450 later"},
		{"a recipient that is no address is none", "Final-Recipient: x-unix; sales\r\nAction: failed\r\nStatus: 5.1.1", "0 recipients"},
		{"a name is no part of an address", "Final-Recipient: rfc822; Sales <sales@shop.example>\r\nAction: failed\r\nStatus: 5.1.1", "0 recipients"},
		{"a folded reply is one line", to + "Action: failed\r\nDiagnostic-Code: smtp; 550-5.1.1 no\r\n 550-5.1.1 such\r\n\t550 5.1.1 user", "bounced: mx.example.org said: 550 5.1.1 no such user"},
		{"a reply that repeats another code keeps it", to + "Action: failed\r\nDiagnostic-Code: smtp; 550 no\r\n 551 nor there", "bounced: mx.example.org said: 550 no 551 nor there"},
		{"characters that turn the text round are taken out", to + "Action: failed\r\nDiagnostic-Code: smtp; 550 \u202eon\x1b[31m\x00", "bounced: mx.example.org said: 550 on[31m"},
		{"the second block of an address does not hide a refusal", to + "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no\r\n\r\n" + to + "Action: delivered\r\nStatus: 2.0.0", "bounced: mx.example.org said: 550 no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := tells(t, c.block); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestMessageIDOfTheReturnedMail(t *testing.T) {
	const block = "Reporting-MTA: dns; mx.example.org\r\n%s\r\nFinal-Recipient: rfc822; sales@shop.example\r\nAction: failed\r\n"
	for _, c := range []struct{ name, message, returned, header, want string }{
		{"in angle brackets", "", "Message-ID: <" + ours + ">", "", ours},
		{"without them", "", "Message-Id: " + ours, "", ours},
		{"folded, with a remark", "", "message-id:\r\n\t<" + ours + "> (ours)", "", ours},
		{"in a field of the status", "X-Original-Message-ID: <" + ours + ">\r\n", "Subject: x", "", ours},
		{"as the mail that the notice answers", "", "Subject: x", "In-Reply-To: <" + ours + ">\r\n", ours},
		{"as the last that the notice refers to", "", "Subject: x", "References: <a@example.com>\r\n <" + ours + ">\r\n", ours},
		{"kept beside another server's own", "", "Message-ID: <own@smtp.example>\r\nX-Google-Original-Message-ID: <" + ours + ">", "", ours},
		{"the returned mail counts more than what the notice answers", "", "Message-ID: <" + ours + ">", "In-Reply-To: <a@example.com>\r\n", ours},
		{"nowhere", "", "Subject: x", "", ""},
		{"in a form that is none", "", "Message-ID: <no id@example.com>", "", ""},
		{"without a domain", "", "Message-ID: <id>", "", ""},
		{"too long to be ours", "", "Message-ID: <" + strings.Repeat("a", 300) + "@example.com>", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := append([]byte(c.header), notice(fmt.Sprintf(block, c.message), c.returned)...)
			r, err := bounce.Parse(source)
			if err != nil || r.Kind != bounce.Notification || r.MessageID != c.want || len(r.Recipients) != 1 {
				t.Errorf("report = %+v, %v; want %q", r, err, c.want)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	t.Run("a hundred recipients are read", func(t *testing.T) {
		var status strings.Builder
		status.WriteString("Reporting-MTA: dns; mx.example.org\r\n\r\n")
		for i := range 5000 {
			fmt.Fprintf(&status, "Final-Recipient: rfc822; box-%d@shop.example\r\nAction: failed\r\n\r\n", i)
		}
		r, err := bounce.Parse(notice(status.String(), "Message-ID: <"+ours+">"))
		if err != nil || len(r.Recipients) != bounce.MaxRecipients || r.MessageID != ours {
			t.Errorf("%d recipients of %q, %v", len(r.Recipients), r.MessageID, err)
		}
	})
	t.Run("what comes after the first MiB is not read", func(t *testing.T) {
		source := notice("Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; sales@shop.example\r\nAction: failed\r\n",
			"Message-ID: <"+ours+">\r\n\r\n"+strings.Repeat("Hello\r\n", 1<<20))
		r, err := bounce.Parse(source)
		if err != nil || len(r.Recipients) != 1 || r.MessageID != ours {
			t.Errorf("a long mail at the end hides the beginning: %+v, %v", r, err)
		}
		late := slices.Concat([]byte("X-Long: "+strings.Repeat("x", bounce.MaxSize)+"\r\n"), source)
		if r, err := bounce.Parse(late); err != nil || r.Kind != bounce.Other {
			t.Errorf("a report after the first MiB was read: %+v, %v", r, err)
		}
	})
	t.Run("a report that lies too deep is not found", func(t *testing.T) {
		for depth, want := range map[int]bounce.Kind{1: bounce.Notification, 4: bounce.Notification, 40: bounce.Other} {
			inner := string(notice("Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; sales@shop.example\r\nAction: failed\r\n", ""))
			_, inner, _ = strings.Cut(inner, "\r\n") // off with the From field
			for i := range depth {
				inner = fmt.Sprintf("Content-Type: multipart/mixed; boundary=d%dx\r\n\r\n--d%dx\r\n%s\r\n--d%dx--\r\n", i, i, inner, i)
			}
			r, err := bounce.Parse([]byte(inner))
			if err != nil || r.Kind != want {
				t.Errorf("%d deep: %s, %v; want %s", depth, r.Kind, err, want)
			}
		}
	})
	t.Run("a reason of a whole MiB is cut", func(t *testing.T) {
		r, err := bounce.Parse([]byte("From: MAILER-DAEMON@mx.example.org\r\nIn-Reply-To: <" + ours + ">\r\n\r\n" +
			"This message was created automatically by mail delivery software.\r\n\r\n  sales@shop.example\r\n" + strings.Repeat("    no\r\n", 1<<18)))
		if err != nil || len(r.Recipients) != 1 || !strings.HasPrefix(r.Recipients[0].Words, "no no no") {
			t.Errorf("report = %+v, %v", r, err)
		}
	})
	t.Run("words stay short and keep the server's name", func(t *testing.T) {
		got := tells(t, "Final-Recipient: rfc822; sales@shop.example\r\nAction: failed\r\nDiagnostic-Code: smtp; 550 "+strings.Repeat("no ", 1000))
		if !strings.HasPrefix(got, "bounced: mx.example.org said: 550 no no") || len([]rune(got)) > delivery.MaxWords+len("bounced: ") {
			t.Errorf("got %d characters: %s", len([]rune(got)), got)
		}
	})
}

func TestAutomaticMails(t *testing.T) {
	for _, c := range []struct {
		name, header string
		want         bounce.Kind
	}{
		{"Auto-Submitted: auto-replied", "Auto-Submitted: auto-replied; owner-email=daan@shop.example", bounce.AutoReply},
		{"Auto-Submitted: auto-generated", "auto-submitted: Auto-Generated", bounce.AutoReply},
		{"Auto-Submitted: no", "Auto-Submitted: No (a person)", bounce.Other},
		{"X-Autoreply", "X-Autoreply: yes", bounce.AutoReply},
		{"X-Auto-Response-Suppress", "X-Auto-Response-Suppress: OOF, AutoReply", bounce.AutoReply},
		{"Precedence: auto_reply", "Precedence: auto_reply", bounce.AutoReply},
		{"Precedence: junk", "Precedence: Junk", bounce.AutoReply},
		{"Precedence: first-class", "Precedence: first-class", bounce.Other},
		{"a mailing list", "List-Id: <news.shop.example>", bounce.AutoReply},
		{"the null return path", "Return-Path: <>", bounce.AutoReply},
		{"the null return path as Mailgun writes it", "X-Envelope-From: <>", bounce.AutoReply},
		{"a person's return path", "Return-Path: <daan@shop.example>", bounce.Other},
		{"an out-of-office subject alone", "Subject: Automatic reply: out of office", bounce.Other},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := bounce.Parse([]byte(c.header + "\r\nFrom: daan@shop.example\r\n\r\nHello\r\n"))
			if err != nil || r.Kind != c.want || len(r.Recipients) != 0 || r.MessageID != "" {
				t.Errorf("report = %+v, %v; want %s", r, err, c.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, sample := range samples(f) {
		f.Add(read(f, sample))
	}
	f.Add(notice("Final-Recipient: rfc822; a@b.example\nAction: failed\n", "Message-ID: <a@b>"))
	f.Fuzz(func(t *testing.T, source []byte) {
		r, err := bounce.Parse(source)
		if err != nil {
			return
		}
		if !slices.Contains(bounce.Kinds, r.Kind) || len(r.Recipients) > bounce.MaxRecipients {
			t.Fatalf("a %s with %d recipients", r.Kind, len(r.Recipients))
		}
		if len(r.Recipients) > 0 && r.Kind != bounce.Notification && r.Kind != bounce.Complaint {
			t.Fatalf("a %s tells of recipients", r.Kind)
		}
		if id := r.MessageID; id != "" && (strings.ContainsAny(id, " <>\r\n\x00") || strings.Count(id, "@") != 1) {
			t.Fatalf("the Message-ID is %q", id)
		}
		seen := map[string]bool{}
		for _, one := range r.Recipients {
			a := postchat.Address{Email: one.Email}
			if err := a.Validate(); err != nil || seen[a.Key()] {
				t.Fatalf("recipient %q: %v, seen before: %t", one.Email, err, seen[a.Key()])
			}
			seen[a.Key()] = true
			if one.Words == "" || one.Words != delivery.Words(one.Words) {
				t.Fatalf("the words are %q", one.Words)
			}
			if one.State != postchat.DeliveryAccepted && !postchat.DeliveryAccepted.Forward(one.State) {
				t.Fatalf("the state is %q", one.State)
			}
		}
	})
}
