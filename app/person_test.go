package app

import (
	"encoding/json"
	"net/http"
	"net/http/cookiejar"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat/test/fakemailgun"
)

// ask sends a query to a server's API by a browser on one of its pages.
func ask(t *testing.T, client *http.Client, url, query string, variables map[string]any) string {
	t.Helper()
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Origin", url)
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var answer json.RawMessage
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

// askAs sends a query to a server's API with a header, as a program does.
func askAs(t *testing.T, url string, header http.Header, query string) (status int, answer string) {
	t.Helper()
	body, _ := json.Marshal(map[string]any{"query": query})
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header = header.Clone()
	request.Header.Set("Content-Type", "application/json")
	return send(t, request)
}

func newBrowser(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar}
}

const setUpQuery = `mutation($token: String!, $password: String!) {
	setUp(input: {token: $token, email: "dana@acme.example", name: "Dana", password: $password}) { viewer { name } } }`

func TestAServerThatNobodyOwnsSaysHowToSetUp(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		contains(t, s.ok("person", "list"), "There is nobody yet")
		server, url := s.serve()
		printed := server.stdout.find(t, `(http://\S+)/setup#(pcl_\S+)`)
		if printed[1] != url {
			t.Errorf("the link leads to %s, and the server is at %s", printed[1], url)
		}
		if strings.Contains(server.stderr.String(), "pcl_") {
			t.Errorf("the link is in the log:\n%s", server.stderr)
		}
		dana := newBrowser(t)
		contains(t, ask(t, dana, url, setUpQuery, map[string]any{"token": printed[2], "password": "correct horse battery"}), `"name":"Dana"`)
		contains(t, ask(t, dana, url, `mutation { createInvitation(input: {email: "sam@acme.example", role: VIEWER, idempotencyKey: "1"}) { link invitation { words } } }`, nil),
			url+"/invitation#pcl_", `"words":""`)
		contains(t, s.fails(exitFailed, "setup-link"), "there is an owner already")
		contains(t, s.ok("person", "list"), "dana@acme.example  Dana  owner  all")

		contains(t, s.fails(exitFailed, "person", "link", "sam@acme.example"), "nobody has that e-mail")
		link := s.ok("person", "link", "Dana@acme.example", "-public-url", "https://postchat.example.com")
		secret := regexp.MustCompile(`^https://postchat\.example\.com/password#(pcl_\S+)\n$`).FindStringSubmatch(link)
		if secret == nil {
			t.Fatalf("the link is %s", link)
		}
		contains(t, ask(t, newBrowser(t), url, `mutation($token: String!) { setPassword(input: {token: $token, password: "seven old bicycles"}) { viewer { name } } }`,
			map[string]any{"token": secret[1]}), `"name":"Dana"`)
		contains(t, ask(t, dana, url, `{ viewer { name } }`, nil), "DENIED")

		server.end()
		server, _ = s.serve()
		server.end()
		if text := server.stdout.String(); text != "" {
			t.Errorf("with an owner, the server still says %s", text)
		}
	})
}

func TestALinkToSetUpCanBeMadeAnew(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	link := s.ok("setup-link")
	_, url := s.serve()
	contains(t, ask(t, newBrowser(t), url, setUpQuery, map[string]any{
		"token": strings.TrimSpace(link[strings.Index(link, "#")+1:]), "password": "correct horse battery",
	}), `"name":"Dana"`)
}

func TestInvitationsAreMailed(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	fake := fakemailgun.Start(t)
	server, url := s.serve("-from", "Postchat <chats@mg.example.com>", "-mailgun-domain", "mg.example.com", "-mailgun-api-key", fake.APIKey(),
		"-mailgun-api-base", fake.APIBase())
	dana := newBrowser(t)
	ask(t, dana, url, setUpQuery, map[string]any{"token": server.stdout.find(t, `#(pcl_\S+)`)[1], "password": "correct horse battery"})
	answer := ask(t, dana, url, `mutation { createInvitation(input: {email: "sam@acme.example", role: VIEWER, idempotencyKey: "1"}) { invitation { sentAt words } } }`, nil)
	contains(t, answer, `"words":"Queued`)
	mails := fake.Accepted()
	if len(mails) != 1 || mails[0].Recipients[0] != "sam@acme.example" || !strings.Contains(string(mails[0].MIME), "/invitation#pcl_") {
		t.Errorf("the mails are %+v", mails)
	}
}

func TestTokensWithScopes(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.apply(oneCampaign)
	s.ok("token", "create", "all")
	s.ok("token", "create", "crm", "-scope", "follow_up, READ", "-campaign", "Acme")
	list := s.ok("token", "list")
	contains(t, list, "all", "everything", "follow_up,read  1")
	contains(t, s.fails(exitUsage, "token", "create", "crm", "-scope", "admin"), "-scope knows read")
	contains(t, s.fails(exitFailed, "token", "create", "crm", "-campaign", "Acme"), "permissions: can have neither ACCOUNT nor PEOPLE")
	contains(t, s.fails(exitFailed, "token", "create", "crm", "-campaign", "Other", "-scope", "read"), "there is no campaign")
}

func TestFilesAreReadByWhoIsSignedIn(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	server, url := s.serve()
	dana := newBrowser(t)
	files := []string{"/csv/report?by=code&first=2026-11-01&last=2026-11-30", "/csv/follow-ups", "/csv/audit"}
	read := func() (all []int) {
		for _, path := range files {
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			response, err := dana.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			_ = response.Body.Close()
			all = append(all, response.StatusCode)
		}
		return all
	}
	if got := read(); !slices.Equal(got, []int{401, 401, 401}) {
		t.Errorf("a stranger is answered %v", got)
	}
	ask(t, dana, url, setUpQuery, map[string]any{"token": server.stdout.find(t, `#(pcl_\S+)`)[1], "password": "correct horse battery"})
	if got := read(); !slices.Equal(got, []int{200, 200, 200}) {
		t.Errorf("the owner is answered %v", got)
	}
}
