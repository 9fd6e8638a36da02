// Package adaptertest holds the tests that every adapter passes: golden files, bad bodies, fuzzing, and the benchmark.
package adaptertest

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

var update = flag.Bool("update", false, "write the golden files anew")

const (
	inputSuffix  = ".in.json"
	goldenSuffix = ".golden.json"
)

// Inputs returns the sample bodies testdata/NAME.in.json by name. It fails the test where there are none.
func Inputs(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", "*"+inputSuffix))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no samples in testdata: %v", err)
	}
	inputs := make(map[string][]byte, len(paths))
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		inputs[strings.TrimSuffix(filepath.Base(path), inputSuffix)] = body
	}
	return inputs
}

// outcome is what a golden file holds.
type outcome struct {
	Event    *postchat.Event `json:",omitempty"`
	Ignored  string          `json:",omitempty"` // the type of an event that is not about a finished chat
	Problems []string        `json:",omitempty"`
}

// Golden parses every testdata/NAME.in.json and compares with testdata/NAME.golden.json. With -update it writes those. A
// golden file without its input fails the test.
func Golden(t *testing.T, adapter webhook.Adapter) {
	t.Helper()
	inputs := Inputs(t)
	for name, body := range inputs {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("testdata", name+goldenSuffix)
			got := marshal(t, parse(adapter, body))
			if *update {
				if err := os.WriteFile(path, got, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("%v; run the test with -update and read what it wrote", err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
	goldens, err := filepath.Glob(filepath.Join("testdata", "*"+goldenSuffix))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range goldens {
		if _, known := inputs[strings.TrimSuffix(filepath.Base(path), goldenSuffix)]; !known {
			t.Errorf("%s has no input", path)
		}
	}
}

func parse(adapter webhook.Adapter, body []byte) outcome {
	event, err := adapter.Parse(nil, body)
	switch {
	case err == nil:
		return outcome{Event: &event}
	case errors.Is(err, postchat.ErrIgnored):
		return outcome{Ignored: event.Type}
	}
	return outcome{Problems: strings.Split(err.Error(), "\n")}
}

func marshal(t *testing.T, o outcome) []byte {
	t.Helper()
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(o); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}
