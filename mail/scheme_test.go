package mail_test

import (
	"strings"
	"testing"

	"github.com/postchat/postchat/mail"
)

func TestAMailIsShownLightOrDarkWhateverTheScreen(t *testing.T) {
	t.Parallel()
	const typed = "@media (prefers-color-scheme:dark){ :root{color-scheme:light dark; <body"
	in := plainChat()
	in.FollowUp.Submission.Note = typed
	content, err := mail.Parts(compose(t, in).Source)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		shown         string
		scheme, media string
	}{
		"dark":  {mail.Dark(content.HTML), ":root{color-scheme:dark;", "@media all{\n.bg{"},
		"light": {mail.Light(content.HTML), ":root{color-scheme:light;", "@media not all{\n.bg{"},
	} {
		head, body, _ := strings.Cut(test.shown, "<body")
		if strings.Contains(head, "prefers-color-scheme") || !strings.Contains(head, test.scheme) || !strings.Contains(head, test.media) {
			t.Errorf("the head of the %s mail is\n%s", name, head)
		}
		if _, own, _ := strings.Cut(content.HTML, "<body"); body != own {
			t.Errorf("the body of the %s mail is another", name)
		}
	}
	if got := mail.Dark("no mail of ours"); got != "no mail of ours" {
		t.Errorf("what is no mail of ours became %q", got)
	}
}
