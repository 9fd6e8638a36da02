package web

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat"
)

func TestEveryWordIsSaidInAllLanguages(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`\{\w+\}`)
	english := allWords[0].messages
	for _, w := range allWords[1:] {
		if len(w.messages) != len(english) {
			t.Errorf("%s has %d messages, and English %d", w.Tag, len(w.messages), len(english))
		}
		for key, said := range english {
			other, there := w.messages[key]
			if !there || other.one == "" || other.other == "" {
				t.Errorf("%s does not say %s in every way: %+v", w.Tag, key, other)
			}
			if other == said && key != "field.email" {
				t.Errorf("%s says %s in English: %s", w.Tag, key, other.other)
			}
			for ours, theirs := range map[string]string{said.one: other.one, said.other: other.other} {
				want, got := name.FindAllString(ours, -1), name.FindAllString(theirs, -1)
				if slices.Sort(want); !slices.Equal(want, slices.Sorted(slices.Values(got))) {
					t.Errorf("%s names %v under %s, and English %v", w.Tag, got, key, want)
				}
			}
		}
	}
}

func TestNoWordIsLeftUnsaid(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	for _, page := range doorPages {
		used[page.path+".title"], used[page.path+".lead"], used[page.path+".button"] = true, true, true
		for _, f := range page.fields {
			used[f.Words] = true
		}
	}
	for _, rule := range []string{
		postchat.ErrorAddress, postchat.ErrorPasswordShort, postchat.ErrorPasswordLong, postchat.ErrorPasswordGuessable, postchat.ErrorWrongSignIn,
		postchat.ErrorLinkGone, postchat.ErrorTooOften,
	} {
		used["rule."+rule] = true
		if !allWords[0].Has("rule." + rule) {
			t.Errorf("the rule %s is told in no words of ours", rule)
		}
	}
	for _, what := range []string{"failed", "missing", "sample", "denied", "broken"} {
		used[what+".title"], used[what+".text"] = true, true
	}
	templates, err := filepath.Glob("templates/*.tmpl")
	if err != nil || len(templates) == 0 {
		t.Fatal("there are no templates:", err)
	}
	for _, file := range templates {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range regexp.MustCompile(`Say "([\w.]+)"`).FindAllStringSubmatch(string(text), -1) {
			used[said[1]] = true
			if !allWords[0].Has(said[1]) {
				t.Errorf("%s says %s, which are no words", file, said[1])
			}
		}
		if said := regexp.MustCompile(`>[^<>{}]*[a-z]{2}[^<>{}]*<`).FindAllString(string(text), -1); len(said) > 0 && !slices.Equal(said, []string{">Postchat<"}) {
			t.Errorf("%s speaks English alone: %q", file, said)
		}
	}
	for key := range allWords[0].messages {
		if !used[key] {
			t.Errorf("nobody says %s", key)
		}
	}
}

func TestPagesSpeakTheLanguageThatIsWanted(t *testing.T) {
	t.Parallel()
	tests := []struct{ chosen, browser, want string }{
		{"", "", "en"},
		{"", "nl-BE,nl;q=0.9,en;q=0.8", "nl"},
		{"", "en;q=0.3,DE-AT", "de"},
		{"", "fr,nl;q=0.5,de;q=0.6", "de"},
		{"", "fr-FR, *;q=0.1", "en"},
		{"", "en-GB,nl", "en"},
		{"de", "nl", "de"},
		{"nl-NL", "", "nl"},
		{"fr", "nl", "nl"},
		{"", ";;q=x,\x00" + strings.Repeat("-", 5000), "en"},
	}
	for _, test := range tests {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/signin", nil)
		r.Header.Set("Accept-Language", test.browser)
		if got := wordsFor(r, test.chosen).Tag; got != test.want {
			t.Errorf("who chose %q in a browser for %q is spoken to in %s, want %s", test.chosen, test.browser, got, test.want)
		}
	}
}

func TestWordsCount(t *testing.T) {
	t.Parallel()
	for count, want := range map[int]string{1: "over 1 seconde opnieuw", 20: "over 20 seconden opnieuw"} {
		if got := allWords[1].Say("rule.too_often", "count", count); !strings.Contains(got, want) {
			t.Errorf("%d is %q", count, got)
		}
	}
}

// The plain pages look like those of the build.
func TestTheStyleSheetHasTheColoursOfTheBuild(t *testing.T) {
	t.Parallel()
	tokens, err := os.ReadFile("src/ui/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	token := regexp.MustCompile(`(?m)^\s*(?:--[\w-]+): light-dark\(.*\);$`)
	for _, own := range token.FindAllString(string(style), -1) {
		if !strings.Contains(string(tokens), strings.TrimSpace(own)) {
			t.Errorf("%s is not in tokens.css", strings.TrimSpace(own))
		}
	}
	if n := len(token.FindAllString(string(style), -1)); n < 9 {
		t.Errorf("the style sheet has %d colours", n)
	}
}
