package postchat

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// MailSettings say what a campaign's mails look like. Subject, Intro and Footer are templates; see ParseTemplate.
type MailSettings struct {
	// SenderName stands before the sender's address; empty means the campaign's name.
	SenderName string `bun:"sender_name"`
	// ReplyTo is the department that answers to mails with a note come to. Empty means standard, else the sender.
	ReplyTo string `bun:"reply_to"`
	// Subject is one line; empty means DefaultSubject.
	Subject string `bun:"mail_subject"`
	// Intro stands above the transcript, after the note, and Footer at the end; empty means none. A reply that goes to the
	// visitor quotes both.
	Intro  string `bun:"mail_intro"`
	Footer string `bun:"mail_footer"`
	// Language is that of all of the mail's own words.
	Language Language `bun:"mail_language"`
	// TimeZone is an IANA name; times in the mail are in it. Empty means the campaign's.
	TimeZone string `bun:"mail_time_zone"`
}

// Language is a language that mails can be in, by its code in ISO 639-1.
type Language string

// The languages of mails.
const (
	LanguageEnglish Language = "en"
	LanguageDutch   Language = "nl"
	LanguageGerman  Language = "de"
)

// Languages are all languages that mails can be in.
var Languages = []Language{LanguageEnglish, LanguageDutch, LanguageGerman}

// Limits of mail settings, in characters.
const (
	MaxSubjectTemplate = 200
	MaxMailText        = 2000 // of the intro, and of the footer
)

// Validate reports every rule that the settings break.
func (m MailSettings) Validate() error {
	var p problems
	if utf8.RuneCountInString(m.SenderName) > maxNameLength {
		p.add("senderName", "must have at most %d characters", maxNameLength)
	}
	if m.ReplyTo != "" {
		if _, err := ParseAddress(m.ReplyTo); err != nil {
			for _, problem := range Problems(err) {
				p.add("replyTo", "%s", problem.Message)
			}
		}
	}
	p.template("subject", m.Subject, MaxSubjectTemplate)
	if strings.Contains(m.Subject, "\n") {
		p.add("subject", "must be one line")
	}
	p.template("intro", m.Intro, MaxMailText)
	p.template("footer", m.Footer, MaxMailText)
	if !slices.Contains(Languages, m.Language) {
		p.add("language", "%q is not a language that mails can be in; there are en, nl and de", Shorten(string(m.Language), 20))
	}
	if m.TimeZone != "" {
		p.timeZone("timeZone", m.TimeZone)
	}
	return p.err()
}

func (p *problems) template(field, text string, limit int) {
	if utf8.RuneCountInString(text) > limit {
		p.add(field, "must have at most %d characters", limit)
		return // thousands of mistakes would be listed one by one
	}
	if _, err := ParseTemplate(field, text); err != nil {
		p.errs = append(p.errs, err)
	}
}

func (p *problems) timeZone(field, name string) {
	if _, err := time.LoadLocation(name); err != nil || name == "Local" {
		p.add(field, "%q is not a time zone; use an IANA name such as Europe/Amsterdam", Shorten(name, 60))
	}
}

// MailOverrides are mail settings of which nil ones are those of somebody else: what differs for a success code, or what
// changes.
type MailOverrides struct {
	SenderName *string   `json:"sender_name,omitempty"`
	ReplyTo    *string   `json:"reply_to,omitempty"`
	Subject    *string   `json:"subject,omitempty"`
	Intro      *string   `json:"intro,omitempty"`
	Footer     *string   `json:"footer,omitempty"`
	Language   *Language `json:"language,omitempty"`
	TimeZone   *string   `json:"time_zone,omitempty"`
}

// Clean makes the texts fit to be stored and shown. A text of blanks is an empty one.
func (o *MailOverrides) Clean() {
	clean := func(text *string, as func(string) string) *string {
		if text == nil {
			return nil
		}
		cleaned := as(*text)
		return &cleaned
	}
	o.SenderName, o.ReplyTo = clean(o.SenderName, CleanLine), clean(o.ReplyTo, strings.TrimSpace)
	o.Subject, o.TimeZone = clean(o.Subject, CleanLine), clean(o.TimeZone, strings.TrimSpace)
	text := func(s string) string { return strings.TrimSpace(CleanText(s)) }
	o.Intro, o.Footer = clean(o.Intro, text), clean(o.Footer, text)
}

// Validate reports every rule that the overrides break.
func (o MailOverrides) Validate() error {
	return MailSettings{Language: LanguageEnglish}.With(o).Validate()
}

// Empty reports whether nothing differs.
func (o MailOverrides) Empty() bool { return o == MailOverrides{} }

// Else are the overrides, and those of other where these have none.
func (o MailOverrides) Else(other MailOverrides) MailOverrides {
	return MailOverrides{
		SenderName: cmp.Or(o.SenderName, other.SenderName), ReplyTo: cmp.Or(o.ReplyTo, other.ReplyTo),
		Subject: cmp.Or(o.Subject, other.Subject), Intro: cmp.Or(o.Intro, other.Intro), Footer: cmp.Or(o.Footer, other.Footer),
		Language: cmp.Or(o.Language, other.Language), TimeZone: cmp.Or(o.TimeZone, other.TimeZone),
	}
}

// With are the settings with what the overrides change.
func (m MailSettings) With(o MailOverrides) MailSettings {
	override(&m.SenderName, o.SenderName)
	override(&m.ReplyTo, o.ReplyTo)
	override(&m.Subject, o.Subject)
	override(&m.Intro, o.Intro)
	override(&m.Footer, o.Footer)
	override(&m.Language, o.Language)
	override(&m.TimeZone, o.TimeZone)
	return m
}

// Overrides are the overrides that change any settings into these.
func (m MailSettings) Overrides() MailOverrides {
	return MailOverrides{
		SenderName: &m.SenderName, ReplyTo: &m.ReplyTo, Subject: &m.Subject, Intro: &m.Intro, Footer: &m.Footer,
		Language: &m.Language, TimeZone: &m.TimeZone,
	}
}

func override[T any](to, by *T) {
	if by != nil {
		*to = *by
	}
}

// ForCodes are the settings of a mail about a chat with these codes. Each setting is that of the first code, in the campaign's
// order, that was given, is in use and overrides it. codes are all of the campaign's, in that order.
func (m MailSettings) ForCodes(codes []SuccessCode, given []CodeVerdict) MailSettings {
	var differs MailOverrides
	for _, code := range codes {
		counts := slices.ContainsFunc(given, func(v CodeVerdict) bool { return v.CodeID == code.ID && v.Outcome != CodeRetired })
		if counts {
			differs = differs.Else(code.MailOverrides)
		}
	}
	return m.With(differs)
}

// Usable are the settings with the default in place of each that breaks a rule, and what was wrong with those; nil where
// nothing was. No mail is lost because something in the database is not as it should be.
func (m MailSettings) Usable() (MailSettings, error) {
	err := m.Validate()
	for _, problem := range Problems(err) {
		switch problem.Field {
		case "senderName":
			m.SenderName = ""
		case "replyTo":
			m.ReplyTo = ""
		case "subject":
			m.Subject = ""
		case "intro":
			m.Intro = ""
		case "footer":
			m.Footer = ""
		case "language":
			m.Language = LanguageEnglish
		case "timeZone":
			m.TimeZone = ""
		}
	}
	return m, errors.Join(err)
}
