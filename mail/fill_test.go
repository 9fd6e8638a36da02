package mail_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

// everyPlaceholder is a template that names all placeholders there are.
func everyPlaceholder() string {
	var b strings.Builder
	for _, p := range postchat.Placeholders {
		b.WriteString(string(p) + "={" + string(p) + "}; ")
	}
	return b.String()
}

// dressed is an input in a language whose campaign has set everything.
func dressed(in mail.Input, language postchat.Language) mail.Input {
	in.Campaign.MailSettings = postchat.MailSettings{
		SenderName: "Acme & co", ReplyTo: "team@acme.example", Language: language, TimeZone: "America/New_York",
		Subject: "{urgent} {topic} ({codes}) – {visitor} {number}",
		Intro:   "Hello Sales,\n\nthis came in on {date} at {time}. <b>Call {visitor}</b> within the hour: {phone}",
		Footer:  "Acme GmbH, 12 Example Street · \\{HRB 1234\\}\n" + everyPlaceholder(),
	}
	return in
}

func dutchNote() mail.Input { return dressed(urgentNote(), postchat.LanguageDutch) }

func germanRescue() mail.Input { return dressed(rescue(), postchat.LanguageGerman) }

func germanOffline() mail.Input {
	in := offlineMessage()
	in.Campaign.MailSettings.Language = postchat.LanguageGerman
	return in
}

func dutchDeadCodes() mail.Input {
	in := deadCodes()
	in.Campaign.MailSettings.Language = postchat.LanguageDutch
	return in
}

func TestSubjectsAreFilled(t *testing.T) {
	for name, test := range map[string]struct {
		template string
		change   func(*mail.Input)
		want     string
	}{
		"the default":            {"", nil, "[Lead] Chat with Ines Moreau · Acme website #1000"},
		"the default, urgent":    {"", func(in *mail.Input) { in.FollowUp.Submission.Urgent = true }, "Urgent: [Lead] Chat with Ines Moreau · Acme website #1000"},
		"the default, no codes":  {"", func(in *mail.Input) { in.Decision.Codes = nil }, "Chat with Ines Moreau · Acme website #1000"},
		"the default, in German": {"", func(in *mail.Input) { in.Campaign.MailSettings.Language = "de" }, "[Lead] Chat mit Ines Moreau · Acme website #1000"},
		"more codes than there is room for": {"{codes}", func(in *mail.Input) {
			for _, label := range []string{"b", "c", "d", "e"} {
				in.Decision.Codes = append(in.Decision.Codes, postchat.CodeVerdict{Label: label})
			}
		}, "Lead, b, c, +2"},
		"brackets go with what is not there": {"{visitor} ({phone}) [{department}]", func(in *mail.Input) {
			in.Chat.Visitor.Phone = ""
		}, "Ines Moreau [Sales]"},
		"a visitor without a name":           {"{visitor}", func(in *mail.Input) { in.Chat.Visitor.Name = "" }, "ines@example.com"},
		"a visitor of whom nothing is known": {"{visitor}", func(in *mail.Input) { in.Chat.Visitor = postchat.Visitor{} }, "a visitor"},
		"who answered":                       {"{operator}", nil, "Daan Visser, Noor Bakker"},
		"who pressed OK": {"{operator}", func(in *mail.Input) {
			in.Chat.Operators, in.FollowUp.Submission.Operator = nil, "Dana K."
		}, "Dana K."},
		"when it ended, in the mail's zone": {"{date} {time}", func(in *mail.Input) { in.Campaign.MailSettings.TimeZone = "Asia/Tokyo" }, "24 November 2026 22:14"},
		"when it ended, in the campaign's":  {"{date} {time}", nil, "24 November 2026 14:14"},
		"a time that is not known":          {"{date}{time}{number}", func(in *mail.Input) { in.Chat.ClosedAt = time.Time{} }, "#1000"},
		"values are not templates":          {"{visitor}: {topic}", func(in *mail.Input) { in.Chat.Visitor.Name, in.Chat.Subject = "{note} {topic}", `\{visitor\}` }, `{note} {topic}: \{visitor\}`},
		"braces that are meant":             {`\{{visitor}\}`, nil, "{Ines Moreau}"},
		"values on one line":                {"{topic} {number}", func(in *mail.Input) { in.Chat.Subject = "a\r\nBcc: x@evil.example\n\n" }, "a Bcc: x@evil.example #1000"},
		"nothing at all":                    {"{phone}", func(in *mail.Input) { in.Chat.Visitor.Phone = "" }, ""},
	} {
		in := plainChat()
		if test.change != nil {
			test.change(&in)
		}
		in.Campaign.MailSettings.Subject = test.template
		m := compose(t, in)
		if m.Subject != test.want {
			t.Errorf("%s: the subject is %q, want %q", name, m.Subject, test.want)
		}
		fields := planned
		if in.FollowUp.Submission.Urgent {
			fields = plannedUrgent
		}
		checkMessage(t, m, fields)
	}
}

func TestALongSubjectLosesItsValuesFirst(t *testing.T) {
	in := plainChat()
	in.Chat.Visitor.Name, in.Chat.Subject, in.Chat.Page = strings.Repeat("a", 300), strings.Repeat("b", 300), strings.Repeat("c", 300)
	in.Campaign.MailSettings.Subject = "{visitor}{topic}{page}{visitor}{topic}{page}{visitor} is what it is about {number}"
	m := compose(t, in)
	if !strings.HasSuffix(m.Subject, "… is what it is about #1000") || utf8.RuneCountInString(m.Subject) > 250 {
		t.Errorf("the subject is %q", m.Subject)
	}
	in.Campaign.MailSettings.Subject = strings.Repeat("{page}", 33)
	if m := compose(t, in); utf8.RuneCountInString(m.Subject) != 250 || !strings.HasSuffix(m.Subject, "…") {
		t.Errorf("the subject is %q", m.Subject)
	}
}

func TestIntroAndFooterStandInBothParts(t *testing.T) {
	in := dressed(urgentNote(), postchat.LanguageEnglish)
	in.Chat.Visitor.Name = "<i>Ines</i> {number}"
	envelope := parse(t, compose(t, in).Source)
	for _, want := range []string{
		"\n  Hello Sales,\n  \n  this came in on 24 November 2026 at 08:14. <b>Call <i>Ines</i> {number}</b> within the hour: +31 20 555 0142\n",
		"\n  Acme GmbH, 12 Example Street · {HRB 1234}\n  title=Chat with <i>Ines</i> {number}; visitor=<i>Ines</i> {number}; email=ines@example.com; ",
	} {
		if !strings.Contains(envelope.Text, want) {
			t.Errorf("the plain part does not have %q:\n%s", want, envelope.Text)
		}
	}
	for _, want := range []string{
		"Hello Sales,<br><br>this came in on <bdi>24 November 2026</bdi>", "&lt;b&gt;Call <bdi>&lt;i&gt;Ines&lt;/i&gt; {number}</bdi>&lt;/b&gt;",
		"Acme GmbH, 12 Example Street · {HRB 1234}<br>title=<bdi>",
	} {
		if !strings.Contains(envelope.HTML, want) {
			t.Errorf("the HTML part does not have %q", want)
		}
	}
	note, intro, transcript := strings.Index(envelope.Text, "She wants a call"), strings.Index(envelope.Text, "Hello Sales"), strings.Index(envelope.Text, "Transcript")
	if note > intro || intro > transcript || note < 0 {
		t.Errorf("note, intro and transcript begin at %d, %d and %d", note, intro, transcript)
	}
}

func TestTheTranscriptFileHasNoIntroAndNoFooter(t *testing.T) {
	in := longChat(2000)
	in.Campaign.MailSettings = postchat.MailSettings{Intro: "Only for us", Footer: "Nor this", Language: postchat.LanguageEnglish}
	if whole := attached(t, compose(t, in)); strings.Contains(whole, "Only for us") || strings.Contains(whole, "Nor this") {
		t.Error("transcript.txt, which can be passed on to the visitor, has them")
	}
}

func TestWhatDiffersForACodeIsInItsMails(t *testing.T) {
	in := plainChat()
	subject, language, zone := "Lead {number}", postchat.LanguageDutch, "Asia/Tokyo"
	in.Campaign.MailSettings.Subject = "Chat {number}"
	in.Codes = []postchat.SuccessCode{{ID: "c1", Label: "Lead", MailOverrides: postchat.MailOverrides{Subject: &subject, Language: &language, TimeZone: &zone}}}
	m := compose(t, in)
	text := parse(t, m.Source).Text
	if m.Subject != "Lead #1000" || !strings.Contains(text, "24 november 2026, 22:14 JST (Asia/Tokyo)") || !strings.Contains(text, "de code Lead is gegeven") {
		t.Errorf("the mail is %q:\n%s", m.Subject, text)
	}
}

func TestSettingsThatAreBrokenLoseNoMail(t *testing.T) {
	in := plainChat()
	in.Campaign.MailSettings = postchat.MailSettings{Subject: "{nobody}", Intro: "{", Footer: "fine", Language: "xx", TimeZone: "Moon/Tycho"}
	var told error
	in.Unusable = func(err error) { told = err }
	m := compose(t, in)
	if m.Subject != "[Lead] Chat with Ines Moreau · Acme website #1000" || !strings.Contains(parse(t, m.Source).Text, "\n  fine\n") {
		t.Errorf("the mail is %q", m.Subject)
	}
	if len(postchat.Problems(told)) != 4 {
		t.Errorf("it was told %v", told)
	}
}

func TestATestIsMarkedAndGoesToOneAddressAlone(t *testing.T) {
	for language, want := range map[postchat.Language][2]string{
		postchat.LanguageEnglish: {"Test: Urgent: [Lead] Chat with", "This is a test. It went to dana@acme.example alone, and counts as no follow-up."},
		postchat.LanguageDutch:   {"Test: Dringend: [Lead] Chat met", "Dit is een test. Hij ging alleen naar dana@acme.example en telt niet als opvolging."},
		postchat.LanguageGerman:  {"Test: Dringend: [Lead] Chat mit", "Dies ist ein Test. Er ging nur an dana@acme.example und zählt nicht als Vorgang."},
	} {
		in := urgentNote()
		in.Campaign.MailSettings.Language, in.TestTo = language, &postchat.Address{Name: "Dana", Email: "dana@acme.example"}
		m := compose(t, in)
		checkMessage(t, m, plannedUrgent)
		envelope := parse(t, m.Source)
		if !strings.HasPrefix(m.Subject, want[0]) || envelope.GetHeader("To") != "Dana <dana@acme.example>" {
			t.Errorf("in %s it is %q to %s", language, m.Subject, envelope.GetHeader("To"))
		}
		for name, part := range map[string]string{"plain": envelope.Text, "HTML": envelope.HTML} {
			if !strings.Contains(part, want[1]) || !strings.Contains(part, "sales@acme.example") {
				t.Errorf("in %s the %s part does not say that it is one, or who would get it", language, name)
			}
		}
	}
}

func TestOnlyADraftIsForNobody(t *testing.T) {
	in := plainChat()
	in.Decision.Recipients = nil
	if _, err := mail.Compose(in); err == nil {
		t.Error("a mail for nobody was composed")
	}
	in.Draft = true
	m := compose(t, in)
	checkHead(t, m, planned)
	checkLines(t, m.Source)
	if text := parse(t, m.Source).Text; !strings.Contains(text, "Why you get this\n----------------\nNobody: no address leads here.\n") {
		t.Errorf("it does not say so:\n%s", text)
	}
}
