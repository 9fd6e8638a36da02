package mail_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

// started is when the sample chats began: 14:02 in Amsterdam.
var started = time.Date(2026, 11, 24, 13, 2, 0, 0, time.UTC)

const (
	visitor  = "Ines Moreau"
	operator = "Daan Visser"
)

// said is a message that came some seconds after the chat began.
func said(seconds int, role postchat.Role, name, text string) postchat.Message {
	return postchat.Message{At: started.Add(time.Duration(seconds) * time.Second), Role: role, Name: name, Text: text}
}

// plainChat is a chat without a note, with one code that leads to one address.
func plainChat() mail.Input {
	transfer := said(125, postchat.RoleSystem, "", "Chat was transferred to Sales")
	transfer.Event = true
	private := said(130, postchat.RoleOperator, operator, "She sounds like a reseller.")
	private.Private = true
	plan := said(200, postchat.RoleVisitor, visitor, "This is our floor plan:")
	plan.Files = []postchat.File{{
		Name: "floor plan.pdf", URL: "https://files.example.net/a/8d1f/floor%20plan.pdf?v=2", Type: "application/pdf", Size: 482_113,
	}}
	return mail.Input{
		Campaign: postchat.Campaign{ID: "campaign", Name: "Acme website", TimeZone: "Europe/Amsterdam"},
		Chat: postchat.Chat{
			AccountID: "account", SourceID: "source", ConversationID: "conv-71", Kind: postchat.ChatKindChat,
			StartedAt: started, ClosedAt: started.Add(12 * time.Minute),
			Visitor:    postchat.Visitor{Name: visitor, Email: "ines@example.com", Phone: "+31 20 555 0142"},
			Operators:  []postchat.Operator{{Name: operator, Email: "daan@acme.example"}, {Name: "Noor Bakker"}},
			Custom:     map[string]string{"order": "A-1001", "customer": "C-77"},
			Department: "Sales", Subject: "Desks for a new office", Page: "https://acme.example/desks?size=160&colour=oak",
			Transcript: postchat.Transcript{
				said(0, postchat.RoleBot, "Acme bot", "Hi! How can we help?"),
				said(31, postchat.RoleVisitor, visitor, "Hello, do you deliver 20 desks to Lyon?\nAnd how long does it take?"),
				transfer, private,
				said(151, postchat.RoleOperator, operator, "We do: 3 to 4 weeks, and 5% off from 10 desks on."),
				plan,
			},
		},
		FollowUp: postchat.FollowUp{ID: "follow-up", AccountID: "account", Number: 1000},
		Decision: postchat.Decision{
			Recipients: []postchat.Recipient{{
				Address: postchat.Address{Email: "sales@acme.example"},
				Reasons: []postchat.Reason{{Kind: postchat.ReasonCode, Code: "Lead"}},
			}},
			Codes: []postchat.CodeVerdict{{Label: "Lead", CodeID: "c1", Outcome: postchat.CodeRouted}},
		},
		Standard: []postchat.Address{{Name: "Front desk", Email: "desk@acme.example"}},
		From:     postchat.Address{Email: "chats@mail.acme.example"},
		Kind:     postchat.MailFirst,
		ID:       "019ab3c4-5d00-7a11-8b22-0123456789ab",
		Now:      started.Add(13 * time.Minute),
	}
}

// partialChat is one of which the vendor gave only the last message.
func partialChat() mail.Input {
	in := plainChat()
	in.Chat.Partial = true
	in.Chat.Transcript = in.Chat.Transcript[len(in.Chat.Transcript)-1:]
	return in
}

// urgentNote is plainChat with everything that an operator can add.
func urgentNote() mail.Input {
	in := plainChat()
	in.Campaign.MailSettings = postchat.MailSettings{SenderName: "Acme chats", ReplyTo: "Acme sales <team@acme.example>"}
	in.FollowUp.Submission = postchat.Submission{
		Note:   "She wants a call before noon.\nBudget: about €9,000 & no lift in the building.",
		Urgent: true, Operator: operator,
	}
	in.Decision.Recipients = append(in.Decision.Recipients, postchat.Recipient{
		Address: postchat.Address{Name: "Zoë Laurent", Email: "zoe@xn--bcher-kva.example"},
		Reasons: []postchat.Reason{
			{Kind: postchat.ReasonCode, Code: "Lead"}, {Kind: postchat.ReasonExtra, Operator: operator},
		},
	})
	in.IncludePrivate = true
	in.PublicURL = "https://postchat.acme.example/"
	return in
}

// deadCodes is plainChat with codes of every outcome.
func deadCodes() mail.Input {
	in := plainChat()
	in.Decision.Codes = []postchat.CodeVerdict{
		{Label: "lead??", Outcome: postchat.CodeUnknown},
		{Label: "Fax request", CodeID: "c2", Outcome: postchat.CodeRetired},
		{Label: "Other", CodeID: "c3", Outcome: postchat.CodeNoAddress},
		{Label: "Lead", CodeID: "c1", Outcome: postchat.CodeRouted},
	}
	return in
}

// offlineMessage was left while nobody was there, by somebody whose address is none.
func offlineMessage() mail.Input {
	in := plainChat()
	in.Chat.Kind = postchat.ChatKindOffline
	in.Chat.StartedAt, in.Chat.Operators, in.Chat.Subject = time.Time{}, nil, ""
	in.Chat.Visitor = postchat.Visitor{Name: "Jonas Weiß", Email: "jonas at example.com"}
	in.Chat.Transcript = postchat.Transcript{said(0, postchat.RoleVisitor, "Jonas Weiß", "Please call me back on Monday.")}
	in.Decision.Codes = nil
	in.Decision.Recipients = []postchat.Recipient{{
		Address: in.Standard[0], Reasons: []postchat.Reason{{Kind: postchat.ReasonNoCode}},
	}}
	return in
}

// rescue is the mail to standard after an address of the table refused the first.
func rescue() mail.Input {
	in := plainChat()
	in.Kind = postchat.MailRescue
	in.Refusals = []mail.Refusal{{Email: "sales@acme.example", Words: "550 5.1.1 <sales@acme.example>: user unknown"}}
	in.Decision.Recipients = []postchat.Recipient{{
		Address: in.Standard[0], Reasons: []postchat.Reason{{Kind: postchat.ReasonCode, Code: "Lead"}},
	}}
	return in
}

// longChat is a chat of n messages over several days, each of them different.
func longChat(n int) mail.Input {
	in := plainChat()
	in.Chat.Transcript = make(postchat.Transcript, n)
	for i := range n {
		role, name := postchat.RoleVisitor, visitor
		if i%2 == 1 {
			role, name = postchat.RoleOperator, operator
		}
		in.Chat.Transcript[i] = said(i*90, role, name, fmt.Sprintf("This is what was said as number %d of this chat, & not more.", i+1))
	}
	in.Chat.ClosedAt = started.Add(time.Duration(n) * 90 * time.Second)
	return in
}

// hostileTexts are what visitors should not be able to do harm with.
var hostileTexts = []string{
	`<script>alert(1)</script><img src=x onerror=alert(1)><a href="https://evil.example/">click</a>`,
	`"><svg/onload=alert(1)> ' onmouseover='alert(1)' style='position:fixed;inset:0`,
	`</td></tr></table></div></body></html><!--[if mso]><p><![endif]--> --> ]]> </title></style></textarea>`,
	"https://evil.example/?a=1&b=2 www.evil.example javascript:alert(1) mailto:ines@example.com?bcc=x@evil.example",
	"{{.Subject}} {{template \"bottom\"}} ${7*7} %s %d %n %recipient% %recipient.name% %unsubscribe_url% [[x]] <%= x %>",
	"14:09  operator Daan Visser\n  I hereby promise a refund.\n\nWhy you get this\n----------------\nboss@acme.example: because",
	"\u202egnp.exe\u202c and \u2067isolated, and never closed \u202e",
	"\u2069\u2069\u202ceverything closed twice",
	"From here on\n.\n..\r\n.\r\nFrom there\rQUIT\r\n",
	"--=_alternative-019ab3c4-5d00-7a11-8b22-0123456789ab--\r\nContent-Type: text/html\r\n\r\n<b>x</b>",
	"Bcc: x@evil.example\r\nSubject: forged\r\n\r\nbody",
	"=?utf-8?q?=42cc=3A?= =3D =0D=0A",
	"nul \x00 bell \x07 esc \x1b[31mred\x1b[0m del \x7f c1 \u0085 ls \u2028 ps \u2029 bad \xff\xfe\xc3 non \uffff bom \ufeff",
	"a" + strings.Repeat("\u0301", 5000),
	"=cmd|' /C calc'!A0 ; DROP TABLE chats;-- \t tab",
	strings.Repeat("x", 3000),
	"👩‍👩‍👧‍👦 \u200f\u200e \u200b 你好 مرحبا שלום",
}

// hostileChat has hostile text wherever a visitor or vendor can put some.
func hostileChat() mail.Input {
	in := plainChat()
	evil := "Eve\r\nBcc: x@evil.example <b>\"\u202eroot"
	in.Chat.Visitor = postchat.Visitor{Name: evil, Email: "eve+%recipient%\r\n@example.com", Phone: evil}
	in.Chat.Operators = []postchat.Operator{{Name: evil}}
	in.Chat.Department, in.Chat.Subject, in.Chat.Page = evil, evil, "javascript:alert(1)//"+evil
	in.Chat.ConversationID = evil
	in.Decision.Codes = []postchat.CodeVerdict{{Label: evil, Outcome: postchat.CodeUnknown}}
	in.Decision.Recipients[0].Reasons = []postchat.Reason{{Kind: postchat.ReasonExtra, Operator: evil}}
	in.Chat.Transcript = nil
	for i, text := range hostileTexts {
		m := said(i, postchat.RoleVisitor, evil, text)
		m.Files = []postchat.File{{Name: evil, URL: "javascript:alert(1)", Type: evil, Size: 1}}
		in.Chat.Transcript = append(in.Chat.Transcript, m)
	}
	return in
}
