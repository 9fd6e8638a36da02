package app

import (
	"bufio"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A subscription has no end of its own: without being told, it would keep a stopping server for all of its grace time.
func TestAStoppingServerEndsItsSubscriptions(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.apply(oneCampaign)
	token := strings.TrimSpace(s.ok("token", "create", "api"))
	server, url := s.serve("-grace", "1h")
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql",
		strings.NewReader(`{"query": "subscription { followUpsChanged { missed } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header = http.Header{"Authorization": {"Bearer " + token}, "Content-Type": {"application/json"}, "Accept": {"text/event-stream"}}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() && !strings.HasPrefix(lines.Text(), "data: ") {
		continue
	}
	if lines.Text() != `data: {"data":{"followUpsChanged":{"missed":false}}}` {
		t.Fatalf("the first event is %q", lines.Text())
	}
	server.stop()
	if code := server.wait(); code != exitOK {
		t.Errorf("the server ended with %d:\n%s", code, server.stderr)
	}
}

func TestAServerCanBeLimitedToDocumentsOfAFile(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.apply(oneCampaign)
	token := strings.TrimSpace(s.ok("token", "create", "api"))
	const hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
	file := filepath.Join(t.TempDir(), "persisted-documents.json")
	if err := os.WriteFile(file, []byte(`{"`+hash+`": "{ campaigns { name } }"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	_, url := s.serve("-persisted-documents", file)
	ask := func(body string) string {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header = http.Header{"Authorization": {"Bearer " + token}, "Content-Type": {"application/json"}}
		_, answer := send(t, request)
		return answer
	}
	if answer := ask(`{"documentId": "` + hash + `"}`); !strings.Contains(answer, `"name":"Acme"`) {
		t.Errorf("a listed document is answered %s", answer)
	}
	if answer := ask(`{"query": "{ campaigns { id } }"}`); !strings.Contains(answer, "DOCUMENT_NOT_LISTED") {
		t.Errorf("another document is answered %s", answer)
	}
	if text := s.fails(exitUsage, "serve", "-persisted-documents", file+".none"); !strings.Contains(text, "-persisted-documents cannot be read") {
		t.Errorf("a file that is not there is explained by %q", text)
	}
}
