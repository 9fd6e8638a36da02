package mail_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jhillyerd/enmime/v2"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

var update = flag.Bool("update", false, "write the golden files anew; the HTML ones can be opened in a browser")

var goldens = []struct {
	name string
	in   func() mail.Input
	// source compares the whole message too.
	source bool
}{
	{"plain_chat", plainChat, true},
	{"urgent_note", urgentNote, true},
	{"dead_codes", deadCodes, false},
	{"offline_message", offlineMessage, true},
	{"rescue", rescue, false},
	{"long_chat", func() mail.Input { return longChat(2000) }, false},
	{"hostile_chat", hostileChat, false},
	{"dutch_note", dutchNote, true},
	{"dutch_dead_codes", dutchDeadCodes, false},
	{"german_rescue", germanRescue, true},
	{"german_offline", germanOffline, false},
	{"partial_chat", partialChat, false},
	{"marked_chat", markedChat, true},
	{"dutch_marked", func() mail.Input { return inLanguage(markedChat(), postchat.LanguageDutch) }, false},
	{"german_marked", func() mail.Input { return inLanguage(markedChat(), postchat.LanguageGerman) }, false},
}

func TestMailsLookLikeTheirGoldenFiles(t *testing.T) {
	for _, g := range goldens {
		t.Run(g.name, func(t *testing.T) {
			m := compose(t, g.in())
			envelope := parse(t, m.Source)
			compareGolden(t, g.name+".golden.txt", envelope.Text)
			compareGolden(t, g.name+".golden.html", envelope.HTML)
			if g.source {
				compareGolden(t, g.name+".golden.eml", string(m.Source))
			}
		})
	}
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read the golden file (go test -update makes it): %v", err)
	}
	if got != string(want) {
		t.Errorf("%s differs from line %d on; go test -update writes it anew", name, firstDifference(got, string(want)))
	}
}

func firstDifference(a, b string) int {
	want := strings.Split(b, "\n")
	for i, line := range strings.Split(a, "\n") {
		if i >= len(want) || line != want[i] {
			return i + 1
		}
	}
	return len(want)
}

func compose(t testing.TB, in mail.Input) postchat.Mail {
	t.Helper()
	m, err := mail.Compose(in)
	if err != nil {
		t.Fatalf("compose: %v", err)
	}
	return m
}

// parse takes a message apart with a parser that is not ours, and fails if that has any complaint.
func parse(t testing.TB, source []byte) *enmime.Envelope {
	t.Helper()
	// It is not asked to guess character sets: it takes few letters beyond ASCII for another one than is declared.
	parser := enmime.NewParser(enmime.DisableCharacterDetection(true))
	envelope, err := parser.ReadEnvelope(bytes.NewReader(source))
	if err != nil {
		t.Fatalf("parse the message: %v", err)
	}
	for _, problem := range envelope.Errors {
		t.Errorf("the parser complains: %s", problem.Error())
	}
	envelope.Text = strings.ReplaceAll(envelope.Text, "\r\n", "\n")
	envelope.HTML = strings.ReplaceAll(envelope.HTML, "\r\n", "\n")
	return envelope
}
