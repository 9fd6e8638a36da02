package app

import (
	"github.com/goccy/go-yaml/ast"

	"github.com/postchat/postchat"
)

// yamlMail is what the mails of a campaign look like, or what differs for a code: nil is what a file does not say.
type yamlMail struct {
	SenderName *string            `yaml:"senderName,omitempty"`
	ReplyTo    *string            `yaml:"replyTo,omitempty"`
	Subject    *string            `yaml:"subject,omitempty"`
	Intro      *string            `yaml:"intro,omitempty"`
	Footer     *string            `yaml:"footer,omitempty"`
	Language   *postchat.Language `yaml:"language,omitempty"`
	TimeZone   *string            `yaml:"timeZone,omitempty"`
}

// mail reads the key of that name and reports what breaks its rules.
func (r *yamlReader) mail(path string, n ast.Node) postchat.MailOverrides {
	var o postchat.MailOverrides
	text := func(to **string) func(string, ast.Node) {
		return func(p string, n ast.Node) {
			value := r.text(p, n)
			*to = &value
		}
	}
	r.object(path, n, map[string]func(string, ast.Node){
		"senderName": text(&o.SenderName), "replyTo": text(&o.ReplyTo),
		"subject": text(&o.Subject), "intro": text(&o.Intro), "footer": text(&o.Footer), "timeZone": text(&o.TimeZone),
		"language": func(p string, n ast.Node) {
			language := postchat.Language(r.line(p, n))
			o.Language = &language
		},
	})
	o.Clean()
	r.problemsOf(path, o.Validate())
	return o
}

// withoutMail is the campaign with mail settings that break no rule; those of the file are reported at their own place.
func (c campaignSettings) withoutMail() postchat.Campaign {
	campaign := c.Campaign
	campaign.MailSettings = postchat.MailSettings{Language: postchat.LanguageEnglish}
	return campaign
}

// withoutMail is the same for a code.
func (c codeSettings) withoutMail() postchat.SuccessCode {
	code := c.SuccessCode
	code.MailOverrides = postchat.MailOverrides{}
	return code
}

// writeMail is what a file has of mail settings; nil where that is nothing.
func writeMail(o postchat.MailOverrides) *yamlMail {
	if o.Empty() {
		return nil
	}
	mail := yamlMail(o)
	return &mail
}

// changed are the settings that a new campaign does not have already.
func changed(m postchat.MailSettings) postchat.MailOverrides {
	o := m.Overrides()
	for _, text := range []**string{&o.SenderName, &o.ReplyTo, &o.Subject, &o.Intro, &o.Footer, &o.TimeZone} {
		if **text == "" {
			*text = nil
		}
	}
	if m.Language == postchat.LanguageEnglish {
		o.Language = nil
	}
	return o
}

// mail compares mail settings. An empty text that differs on purpose is shown as "".
func (d *difference) mail(now, wanted postchat.MailOverrides) {
	for _, field := range []struct {
		key         string
		now, wanted *string
	}{
		{"senderName", now.SenderName, wanted.SenderName}, {"replyTo", now.ReplyTo, wanted.ReplyTo}, {"subject", now.Subject, wanted.Subject},
		{"intro", now.Intro, wanted.Intro}, {"footer", now.Footer, wanted.Footer},
		{"language", (*string)(now.Language), (*string)(wanted.Language)}, {"timeZone", now.TimeZone, wanted.TimeZone},
	} {
		d.value("mail."+field.key, shown(field.now), shown(field.wanted))
	}
}

func shown(text *string) string {
	switch {
	case text == nil:
		return ""
	case *text == "":
		return `""`
	}
	return *text
}
