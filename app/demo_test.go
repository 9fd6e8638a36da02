package app

import (
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What differs from one run to the next.
var demoVariables = []struct{ pattern, name string }{
	{`http://127\.0\.0\.1:\d+`, "http://ADDRESS"},
	{`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`, "ID"},
	{`pct_[\w-]{43}`, "TOKEN"},
	{`whsec_[\w+/]{43}=`, "SECRET"},
	{`(X-RocketChat-Livechat-Token: )[\w-]{43}`, "${1}SECRET"},
	{`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`, "TIME"},
}

func TestDemo(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	// Settings of the reader's own must not count: nobody is mailed.
	s.set("POSTCHAT_SMTP_URL", "smtp://127.0.0.1:1")
	s.set("POSTCHAT_DATABASE_URL", "postgres://127.0.0.1:1/x")
	demo := s.start("demo", "-listen", "127.0.0.1:0")
	demo.stdout.find(t, `docs/webhook\.md says how`)
	said := demo.stdout.String()

	t.Run("what it says", func(t *testing.T) {
		text := said
		for _, v := range demoVariables {
			text = regexp.MustCompile(v.pattern).ReplaceAllString(text, v.name)
		}
		golden(t, filepath.Join("testdata", "demo.golden.txt"), text)
		for line := range strings.Lines(said) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 110 {
				t.Errorf("a line has %d characters: %s", n, line)
			}
		}
	})
	t.Run("its addresses can be read", func(t *testing.T) {
		pages := regexp.MustCompile(`http://\S+/(follow-ups|outbox|playground|try)\S*`).FindAllString(said, -1)
		if len(pages) < 8 {
			t.Errorf("it names %d pages", len(pages))
		}
		for _, page := range pages {
			if status, _ := get(t, page, nil); status != http.StatusOK {
				t.Errorf("%s is answered %d", page, status)
			}
		}
	})
	t.Run("its token opens the API", func(t *testing.T) {
		found := regexp.MustCompile(`(http://\S+/graphql)\s+with a token (\S+)`).FindStringSubmatch(said)
		status, body := askAs(t, strings.TrimSuffix(found[1], "/graphql"), http.Header{"Authorization": {"Bearer " + found[2]}}, `{ campaigns { name } }`)
		if status != http.StatusOK || !strings.Contains(body, "Fernhill Bicycles") {
			t.Errorf("answered %d %s", status, body)
		}
	})
	t.Run("its curl command posts a chat", func(t *testing.T) {
		post := regexp.MustCompile(`(?s)curl (\S+) .*-H '([^:]+): ([^']+)'.*-H 'Content-Type: application/json'.*-d '([^']+)'`).FindStringSubmatch(said)
		if post == nil {
			t.Fatal("there is no such command")
		}
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, post[1], strings.NewReader(post[4]))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set(post[2], post[3])
		if status, body := send(t, request); status != http.StatusOK {
			t.Errorf("answered %d %s", status, body)
		}
	})
	base := regexp.MustCompile(`(http://\S+)/try`).FindStringSubmatch(said)[1]
	t.Run("whoever opens a page is its owner", func(t *testing.T) { ownsTheDemo(t, base) })
	t.Run("a chat can be played", func(t *testing.T) { playsAChat(t, base) })
	if code := demo.end(); code != exitOK {
		t.Errorf("it ended with %d", code)
	}
	if noise := demo.stderr.String(); noise != "" {
		t.Errorf("it wrote to standard error:\n%s", noise)
	}
	if left, err := os.ReadDir(s.data); err == nil {
		t.Errorf("it used the reader's own data folder: %v", left)
	}
}

func TestTheDemoTakesAFreePortWhereItsOwnIsTaken(t *testing.T) {
	t.Parallel()
	// Whoever has the port, this test or somebody else on the machine, the demo must get another.
	if taken, err := net.Listen("tcp", demoAddress); err == nil {
		defer func() { _ = taken.Close() }()
	}
	listener, err := demoListen(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	if listener.Addr().String() == demoAddress {
		t.Errorf("it listens on %s", listener.Addr())
	}
	if _, err := demoListen(t.Context(), listener.Addr().String()); err == nil {
		t.Error("an address that was asked for and is taken is silently another")
	}
}
