package bounce_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/postchat/postchat/delivery/bounce"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestSamples(t *testing.T) {
	for _, sample := range samples(t) {
		t.Run(strings.TrimSuffix(filepath.Base(sample), ".eml"), func(t *testing.T) {
			report, err := bounce.Parse(read(t, sample))
			if err != nil {
				t.Fatal(err)
			}
			got := []byte(asJSON(t, report))
			golden := strings.TrimSuffix(sample, ".eml") + ".golden.json"
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := read(t, golden); !bytes.Equal(got, want) {
				t.Errorf("got %s\nwant %s", got, want)
			}
		})
	}
}

func TestLineEndsDoNotMatter(t *testing.T) {
	for _, sample := range samples(t) {
		source := read(t, sample)
		want, err := bounce.Parse(source)
		if err != nil {
			t.Fatal(err)
		}
		got, err := bounce.Parse(bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n")))
		if err != nil || asJSON(t, got) != asJSON(t, want) {
			t.Errorf("%s with LF alone: %s, %v", sample, asJSON(t, got), err)
		}
	}
}

func TestWhatHasNoHeaderIsNoMail(t *testing.T) {
	for _, source := range []string{"", "\r\n\r\n", "hello", "\x00\xff", "\r\n\r\nhello\r\n\r\nSubject: x\r\n"} {
		if _, err := bounce.Parse([]byte(source)); !errors.Is(err, bounce.ErrNotMail) {
			t.Errorf("%q: %v", source, err)
		}
	}
}

func samples(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.eml")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no samples: %v", err)
	}
	return names
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func asJSON(t testing.TB, r bounce.Report) string {
	t.Helper()
	var text strings.Builder
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
