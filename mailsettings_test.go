package postchat_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat"
)

func TestEveryProblemOfMailSettingsIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	bad := postchat.MailSettings{
		SenderName: strings.Repeat("x", 121), ReplyTo: "nobody", Subject: "two\nlines", Intro: "{visitr}", Footer: strings.Repeat("x", 2001),
		Language: "fr", TimeZone: "Mars/Olympus",
	}
	want := []string{"senderName", "replyTo", "subject", "intro", "footer", "language", "timeZone"}
	if got := fields(bad.Validate()); !slices.Equal(got, want) {
		t.Errorf("problems with %v, want %v", got, want)
	}
	usable, err := bad.Usable()
	if usable != (postchat.MailSettings{Language: postchat.LanguageEnglish}) || !slices.Equal(fields(err), want) {
		t.Errorf("usable are %+v, %v", usable, err)
	}
	half := postchat.MailSettings{Subject: "{nobody}", Intro: "Hello", Language: postchat.LanguageDutch}
	if usable, err := half.Usable(); usable != (postchat.MailSettings{Intro: "Hello", Language: postchat.LanguageDutch}) || err == nil {
		t.Errorf("usable are %+v, %v", usable, err)
	}
	if _, err := (postchat.MailSettings{Language: postchat.LanguageGerman}).Usable(); err != nil {
		t.Errorf("nothing is wrong with it, and yet: %v", err)
	}
}

func TestTheFirstCodeInOrderThatDiffersCounts(t *testing.T) {
	t.Parallel()
	campaign := postchat.MailSettings{SenderName: "Acme", Intro: "Hello", Language: postchat.LanguageEnglish}
	dutch, none := postchat.LanguageDutch, ""
	subject := func(s string) *string { return &s }
	codes := []postchat.SuccessCode{
		{ID: "1", Label: "lead", MailOverrides: postchat.MailOverrides{Subject: subject("Lead")}},
		{ID: "2", Label: "support", MailOverrides: postchat.MailOverrides{Subject: subject("Support"), Language: &dutch}},
		{ID: "3", Label: "quiet", MailOverrides: postchat.MailOverrides{Intro: &none}},
		{ID: "4", Label: "plain"},
	}
	verdict := func(id string, outcome postchat.CodeOutcome) postchat.CodeVerdict {
		return postchat.CodeVerdict{CodeID: id, Outcome: outcome}
	}
	for name, test := range map[string]struct {
		given []postchat.CodeVerdict
		want  postchat.MailSettings
	}{
		"no code":                    {nil, campaign},
		"a code that overrides none": {[]postchat.CodeVerdict{verdict("4", postchat.CodeRouted)}, campaign},
		"one code": {[]postchat.CodeVerdict{verdict("1", postchat.CodeRouted)},
			postchat.MailSettings{SenderName: "Acme", Intro: "Hello", Subject: "Lead", Language: postchat.LanguageEnglish}},
		"each setting of the first that has it, in the campaign's order and not the chat's": {
			[]postchat.CodeVerdict{verdict("2", postchat.CodeRouted), verdict("1", postchat.CodeNoAddress)},
			postchat.MailSettings{SenderName: "Acme", Intro: "Hello", Subject: "Lead", Language: postchat.LanguageDutch}},
		"an override with nothing": {[]postchat.CodeVerdict{verdict("3", postchat.CodeRouted)},
			postchat.MailSettings{SenderName: "Acme", Language: postchat.LanguageEnglish}},
		"a retired code counts as none": {[]postchat.CodeVerdict{verdict("2", postchat.CodeRetired)}, campaign},
		"so does an unknown one":        {[]postchat.CodeVerdict{verdict("", postchat.CodeUnknown)}, campaign},
	} {
		if got := campaign.ForCodes(codes, test.given); got != test.want {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}

func TestOverridesAreCleanedAndCheckedAsSettingsAre(t *testing.T) {
	t.Parallel()
	text, blank, bad := " a \r\nb ", " \n ", "{nobody}"
	o := postchat.MailOverrides{Subject: &text, Intro: &text, Footer: &blank}
	o.Clean()
	if *o.Subject != "a b" || *o.Intro != "a \nb" || *o.Footer != "" || o.SenderName != nil || text != " a \r\nb " {
		t.Errorf("cleaned: %q, %q, %q", *o.Subject, *o.Intro, *o.Footer)
	}
	if err := o.Validate(); err != nil || o.Empty() || !(postchat.MailOverrides{}).Empty() {
		t.Errorf("%+v: %v", o, err)
	}
	o.Footer = &bad
	if got := fields((postchat.SuccessCode{Label: "lead", MailOverrides: o}).Validate()); !slices.Equal(got, []string{"footer"}) {
		t.Errorf("problems with %v", got)
	}
}
