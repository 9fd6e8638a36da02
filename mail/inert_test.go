package mail_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/postchat/postchat"
)

// tags are all elements of an HTML text with their attributes, as one line each.
func tags(t testing.TB, source string) []string {
	t.Helper()
	var all []string
	for n := range parseHTML(t, source).Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		tag := n.Data
		for _, a := range n.Attr {
			tag += " " + a.Key + "=" + a.Val
		}
		all = append(all, tag)
	}
	return all
}

func parseHTML(t testing.TB, source string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatalf("parse the HTML part: %v", err)
	}
	return root
}

// links are all addresses that an HTML text refers to, in whatever attribute.
func links(t testing.TB, source string) []string {
	t.Helper()
	var all []string
	for n := range parseHTML(t, source).Descendants() {
		for _, a := range n.Attr {
			if slices.Contains([]string{"href", "src", "srcset", "action", "background", "poster", "data", "cite", "ping"}, a.Key) {
				all = append(all, a.Val)
			}
		}
	}
	return all
}

// texts are the texts of all elements that hold one from outside: those whose direction is their own.
func texts(t testing.TB, source string) []string {
	t.Helper()
	var all []string
	for n := range parseHTML(t, source).Descendants() {
		if n.Type != html.ElementNode || n.Data != "div" || !slices.Contains(n.Attr, html.Attribute{Key: "dir", Val: "auto"}) {
			continue
		}
		var text strings.Builder
		for inner := range n.Descendants() {
			switch {
			case inner.Type == html.TextNode:
				text.WriteString(inner.Data)
			case inner.Data == "br":
				text.WriteByte('\n')
			}
		}
		all = append(all, text.String())
	}
	return all
}

// harmless replaces everything in a text but its white space by letters.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return r
		}
		return 'x'
	}, postchat.CleanText(text))
}

func TestWhatVisitorsWriteBecomesNoMarkup(t *testing.T) {
	hostile := hostileChat()
	hostile.Chat.Transcript = slices.DeleteFunc(hostile.Chat.Transcript, func(m postchat.Message) bool { return len(m.Text) > 2000 })
	plain := hostile
	plain.Chat.Visitor = postchat.Visitor{Name: "x", Email: "x", Phone: "x"}
	plain.Chat.Operators = []postchat.Operator{{Name: "x"}}
	plain.Chat.Department, plain.Chat.Subject, plain.Chat.Page = "x", "x", "x"
	plain.Decision.Codes = []postchat.CodeVerdict{{Label: "x", Outcome: postchat.CodeUnknown}}
	plain.Chat.Transcript = nil
	for _, m := range hostile.Chat.Transcript {
		m.Name, m.Text, m.Files = "x", harmless(m.Text), []postchat.File{{Name: "x", URL: "x", Size: 1}}
		plain.Chat.Transcript = append(plain.Chat.Transcript, m)
	}

	got, want := parse(t, compose(t, hostile).Source).HTML, parse(t, compose(t, plain).Source).HTML
	if !slices.Equal(tags(t, got), tags(t, want)) {
		t.Error("hostile texts make other elements or attributes than harmless ones")
	}
	if found := links(t, got); len(found) > 0 {
		t.Errorf("the mail links to %q", found)
	}
}

func TestWhatVisitorsWriteArrivesAsTyped(t *testing.T) {
	in := hostileChat()
	in.Chat.Transcript = slices.DeleteFunc(in.Chat.Transcript, func(m postchat.Message) bool { return len(m.Text) > 8000 })
	envelope := parse(t, compose(t, in).Source)
	got := texts(t, envelope.HTML)
	for i, m := range in.Chat.Transcript {
		want := postchat.CleanText(m.Text)
		if i >= len(got) || got[i] != want {
			t.Errorf("%q is not in the HTML part as typed", postchat.Shorten(want, 60))
		}
		if !strings.Contains(envelope.Text, "\n  "+strings.ReplaceAll(want, "\n", "\n  ")+"\n") {
			t.Errorf("%q is not in the plain part as typed", postchat.Shorten(want, 60))
		}
	}
}

func TestNoTextPassesForALineOfOurs(t *testing.T) {
	in := hostileChat()
	in.Chat.Transcript = slices.DeleteFunc(in.Chat.Transcript, func(m postchat.Message) bool { return len(m.Text) > 2000 })
	count := func(text, prefix string) (n int) {
		for line := range strings.SplitSeq(text, "\n") {
			if strings.HasPrefix(line, prefix) {
				n++
			}
		}
		return n
	}
	text := parse(t, compose(t, in).Source).Text
	if n := count(text, "Why you get this"); n != 1 {
		t.Errorf("%d lines begin as the last heading does", n)
	}
	if n := count(text, "14:"); n != len(in.Chat.Transcript) {
		t.Errorf("%d lines begin as messages do, of %d messages", n, len(in.Chat.Transcript))
	}
	if n := count(text, "14:09  operator"); n != 0 {
		t.Error("a visitor's text passes for an operator's message")
	}
}

func TestDirectionsEndWithTheTextThatSetsThem(t *testing.T) {
	m := compose(t, hostileChat())
	envelope := parse(t, m.Source)
	isDirection := func(r rune) bool { return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' }
	if strings.ContainsFunc(m.Subject, isDirection) {
		t.Errorf("the subject %q sets directions", m.Subject)
	}
	for line := range strings.SplitSeq(envelope.Text, "\n") {
		if !strings.HasPrefix(line, "  ") && strings.ContainsFunc(line, isDirection) {
			t.Errorf("a line of ours sets directions: %q", line)
		}
	}
	for n := range parseHTML(t, envelope.HTML).Descendants() {
		if n.Type != html.TextNode || !strings.ContainsFunc(n.Data, isDirection) {
			continue
		}
		if block := n.Parent; block.Data != "div" || !slices.Contains(block.Attr, html.Attribute{Key: "dir", Val: "auto"}) {
			t.Errorf("%q sets directions inside of <%s>", n.Data, block.Data)
		}
	}
}

func TestMailHoldsNothingThatIsFetchedOrRun(t *testing.T) {
	for _, g := range goldens {
		source := parse(t, compose(t, g.in()).Source).HTML
		for _, tag := range tags(t, source) {
			name, _, _ := strings.Cut(tag, " ")
			if !slices.Contains(strings.Fields("html head meta title style body div table tbody tr td h1 h2 b bdi span br a"), name) {
				t.Errorf("%s has the element %s", g.name, tag)
			}
		}
		if style, _, _ := strings.Cut(source, "</style>"); strings.Contains(style, "url(") || strings.Contains(style, "@import") {
			t.Errorf("%s has a style that fetches", g.name)
		}
	}
}

func TestHTMLKeepsTheRulesOfMail(t *testing.T) {
	in := urgentNote()
	source := parse(t, compose(t, in).Source).HTML
	if n := strings.Count(source, "<!--[if mso]>"); n != 3 {
		t.Errorf("%d blocks for Outlook are there, not 3", n)
	}
	for _, color := range []string{"#fff;", "#ffffff", "#000;", "#000000", "white;", "black"} {
		if strings.Contains(source, color) {
			t.Errorf("the pure colour %s is used", color)
		}
	}
	for _, tag := range tags(t, source) {
		switch {
		case strings.HasPrefix(tag, "table") && !strings.Contains(tag, "role=presentation"):
			t.Errorf("%s has no role", tag)
		case strings.HasPrefix(tag, "html") && tag != "html lang=en dir=ltr":
			t.Errorf("the document is %s", tag)
		}
	}
	body := source[strings.Index(source, "<body"):]
	if preheader := strings.Index(body, "She wants a call before noon. Budget"); preheader < 0 || preheader > 300 {
		t.Error("the body does not begin with what a list of mails shows")
	}
}

func TestPrivateNotesAreOnlyThereWhereTheSourceWantsThem(t *testing.T) {
	for _, include := range []bool{false, true} {
		in := plainChat()
		in.IncludePrivate = include
		envelope := parse(t, compose(t, in).Source)
		for _, part := range []string{envelope.Text, envelope.HTML} {
			if strings.Contains(part, "She sounds like a reseller.") != include || strings.Contains(part, "private note") != include {
				t.Errorf("wanted: %t, found otherwise", include)
			}
		}
	}
}

func TestTheLinkToTheFollowUpNeedsAWebAddress(t *testing.T) {
	for publicURL, want := range map[string]string{
		"":                           "",
		"https://chats.acme.example": "https://chats.acme.example/follow-ups/1000",
		"http://127.0.0.1:8080/":     "http://127.0.0.1:8080/follow-ups/1000",
		"javascript:alert(1)":        "",
		"chats.acme.example":         "",
	} {
		in := plainChat()
		in.PublicURL = publicURL
		envelope := parse(t, compose(t, in).Source)
		if got := strings.Join(links(t, envelope.HTML), " "); got != want {
			t.Errorf("%q makes the link %q, want %q", publicURL, got, want)
		}
		if strings.Contains(envelope.Text, "/follow-ups/") != (want != "") {
			t.Errorf("%q: the plain part has another link", publicURL)
		}
	}
}
