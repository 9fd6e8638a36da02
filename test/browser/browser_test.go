//go:build browser

// Package browser_test shows the operator's window to a real browser, as operators have it: in a frame of their chat app, on another
// site, with third-party cookies blocked. The program runs as a process of its own on each database, sends by a fake Mailgun, and has
// HTTPS in front of it; fake agent apps frame its window. The stories are TypeScript and run with Playwright; what they cannot do from
// inside a browser, such as closing a chat as its vendor or killing the server, they ask of the stage, which is this package.
//
// `make test-browser` runs it. It needs Chromium and Node.js, and fails with the command that helps where they are missing. What
// remains of a failed story, a trace and a screenshot, is in the folder results.
package browser_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/postchat/postchat/test/node"
	"github.com/postchat/postchat/test/server"
)

// counted are the stories of all databases.
var counted struct{ passed, failed int }

// chosen are words, as a regular expression, in the names of the stories that are to be told; empty for all.
var chosen = os.Getenv("STORY")

func TestMain(m *testing.M) {
	code := server.Run(m)
	_, _ = fmt.Fprintf(os.Stdout, "%d passed, %d failed\n", counted.passed, counted.failed)
	os.Exit(code)
}

func TestTheStoriesAreWrittenAsTheirLanguageWants(t *testing.T) {
	project := node.Install(t, ".")
	project.Run(nil, "biome", "check")
	project.Run(nil, "tsc")
}

// TestStoriesInABrowser tells all stories on SQLite, and those that meet the database in other ways on PostgreSQL too.
func TestStoriesInABrowser(t *testing.T) {
	node.Install(t, ".")
	browser := newChromium(t)
	for _, run := range []struct{ database, only string }{
		{database: "SQLite"},
		{database: "PostgreSQL", only: "@everywhere"},
	} {
		t.Run(run.database, func(t *testing.T) {
			newStage(t, run.database, browser).tell(run.only)
		})
	}
}

// tell runs the stories whose names have the tag; all where it is empty.
func (s *stage) tell(tag string) {
	results, err := filepath.Abs(filepath.Join("results", strings.ToLower(s.database)))
	if err != nil {
		s.t.Fatal(err)
	}
	verdict := filepath.Join(s.t.TempDir(), "verdict.json")
	args := []string{"test", "--output", results}
	if chosen != "" {
		args = append(args, "--pass-with-no-tests")
	}
	args = append(args, "--grep", "(?=.*"+tag+")(?=.*"+chosen+")")
	playwright := exec.CommandContext(s.t.Context(), filepath.Join("node_modules", ".bin", "playwright"), args...)
	playwright.Env = append(os.Environ(), append(s.settings(), "PLAYWRIGHT_JSON_OUTPUT_FILE="+verdict)...)
	playwright.Stdout, playwright.Stderr = os.Stdout, os.Stderr
	playwright.Cancel = func() error { return playwright.Process.Signal(syscall.SIGTERM) } // it ends its browser then
	playwright.WaitDelay = 10 * time.Second

	ended := make(chan error, 1)
	go func() { ended <- playwright.Run() }()
	for {
		select {
		case job := <-s.jobs:
			job()
		case err := <-ended:
			count(s.t, verdict)
			if err != nil {
				s.t.Errorf("playwright on %s: %v; what remains is in %s", s.database, err, results)
			}
			return
		}
	}
}

// count adds up what Playwright wrote about its run.
func count(t *testing.T, verdict string) {
	t.Helper()
	text, err := os.ReadFile(verdict)
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		Stats struct{ Expected, Unexpected, Flaky, Skipped int }
	}
	if err := json.Unmarshal(text, &report); err != nil {
		t.Fatal(err)
	}
	counted.passed += report.Stats.Expected
	counted.failed += report.Stats.Unexpected + report.Stats.Flaky
	if report.Stats.Skipped > 0 || report.Stats.Expected == 0 && chosen == "" {
		t.Errorf("%d stories passed and %d were skipped", report.Stats.Expected, report.Stats.Skipped)
	}
}
