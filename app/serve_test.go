package app

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"net"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/stores"
	ownformat "github.com/postchat/postchat/webhook/postchat"
)

// hook is a source of our own format on a server.
type hook struct {
	source string
	secret postchat.Secret
}

// makeHook sets a campaign with a source up, whose mails all go to one desk.
func (s *shell) makeHook() hook {
	s.t.Helper()
	s.apply(oneCampaign)
	made := s.ok("source", "create", "Chat", "-vendor", "postchat")
	source := regexp.MustCompile(`/hooks/(\S+)`).FindStringSubmatch(made)
	return hook{source[1], postchat.Secret(secretIn(s.t, made))}
}

// post posts a finished chat as its sender does.
func (h hook) post(t *testing.T, base, conversation string) (status int, body string) {
	t.Helper()
	content, err := json.Marshal(map[string]any{
		"type": "chat.closed", "conversation": map[string]any{"id": conversation}, "closed_at": time.Now().UTC(),
		"transcript": []any{map[string]any{"at": time.Now().UTC(), "role": "visitor", "text": "Hello from " + conversation}},
	})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+"/hooks/"+h.source, bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if err := ownformat.Sign(request.Header, h.secret, "msg_"+conversation, time.Now(), content); err != nil {
		t.Fatal(err)
	}
	return send(t, request)
}

// mails waits until the account has that many mails which were settled, and returns them.
func (s *shell) mails(n int) (mails []postchat.Mail) {
	s.t.Helper()
	deadline := time.Now().Add(guard)
	s.scope(func(scope *db.Scope) error {
		for {
			var err error
			if mails, _, err = scope.NewestMails(s.t.Context(), db.MailPage{First: n + 1}); err != nil {
				return err
			}
			settled := 0
			for _, m := range mails {
				f, err := scope.FollowUp(s.t.Context(), m.FollowUpID)
				if err != nil {
					return err
				}
				if f.State == postchat.FollowUpSent {
					settled++
				}
			}
			if settled >= n {
				return nil
			}
			if time.Now().After(deadline) {
				s.t.Fatalf("%d of %d mails are settled", settled, n)
			}
			time.Sleep(5 * time.Millisecond) // until the next look; the deadline is the guard
		}
	})
	return mails
}

func TestAChatIsMailedAndCanBeRead(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		h := s.makeHook()
		token := strings.TrimSpace(s.ok("token", "create", "reader"))
		server, url := s.serve()

		status, body := h.post(t, url, "first")
		if status != http.StatusOK || !strings.Contains(body, `"outcome":"recorded"`) {
			t.Fatalf("answered %d %s", status, body)
		}
		mails := s.mails(1)
		if len(mails) != 1 {
			t.Fatalf("there are %d mails", len(mails))
		}
		if mails[0].From != outboxSender.Email {
			t.Errorf("the mail is from %s", mails[0].From)
		}

		if status, _ := get(t, url+"/outbox", nil); status != http.StatusSeeOther {
			t.Errorf("the outbox without a session is answered %d", status)
		}
		bearer := http.Header{"Authorization": {"Bearer " + token}}
		_, answer := askAs(t, url, bearer, `{ mails { nodes { id followUp { number decision { recipients { reasons { sentence } } } }
			deliveries { recipient { email } steps { words } } } } }`)
		contains(t, answer, mails[0].ID, `"number":1`, "desk@acme.example", "standard: no code was given", "kept here, nobody was mailed")
		shown := url + "/mails/" + mails[0].ID + "/html"
		if status, page := get(t, shown, bearer); status != http.StatusOK || !strings.Contains(page, "<!doctype html>") {
			t.Errorf("the mail is answered %d\n%s", status, page)
		}
		if status, _ := get(t, shown, nil); status != http.StatusUnauthorized {
			t.Errorf("the mail without a token is answered %d", status)
		}
		if status, _ := get(t, url+"/csv/follow-ups", nil); status != http.StatusUnauthorized {
			t.Errorf("the follow-ups as a file are answered %d without a token", status)
		}
		if status, file := get(t, url+"/csv/follow-ups", bearer); status != http.StatusOK || !strings.Contains(file, "number,day,campaign") {
			t.Errorf("the follow-ups as a file are answered %d %s", status, file)
		}
		if status, _ := get(t, url+"/playground", bearer); status != http.StatusNotFound {
			t.Errorf("the playground is answered %d outside the demo", status)
		}
		if code := server.end(); code != exitOK {
			t.Errorf("the server ended with %d:\n%s", code, server.stderr)
		}
		if log := server.stderr.String(); strings.Contains(log, "level=ERROR") || strings.Contains(log, "level=WARN") {
			t.Errorf("something went wrong on the way:\n%s", log)
		}
	})
}

func TestTheAPIAnswersToATokenAlone(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.apply(oneCampaign)
	token := strings.TrimSpace(s.ok("token", "create", "api"))
	_, url := s.serve()
	const query = `{ campaigns { name } }`
	if status, body := askAs(t, url, http.Header{}, query); status != http.StatusUnauthorized {
		t.Errorf("without a token it is answered %d %s", status, body)
	}
	status, body := askAs(t, url, http.Header{"Authorization": {"Bearer " + token}}, query)
	if status != http.StatusOK || !strings.Contains(body, `"name":"Acme"`) {
		t.Errorf("with a token it is answered %d %s", status, body)
	}
}

func TestHealth(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	cluster := postgres.Start(t, postgres.Options{})
	s.set("POSTCHAT_DATABASE_URL", cluster.URL())
	s.set("POSTCHAT_SECRET_KEY", base64.StdEncoding.EncodeToString(stores.Key))
	server, url := s.serve()
	if status, body := get(t, url+"/healthz", nil); status != http.StatusOK || body != "ok\n" {
		t.Errorf("/healthz is answered %d %q", status, body)
	}
	if status, body := get(t, url+"/readyz", nil); status != http.StatusOK ||
		body != `{"ready":true,"stage":"serving","database":"ok","transport":"outbox","sending":"open"}`+"\n" {
		t.Errorf("/readyz is answered %d %q", status, body)
	}
	if err := cluster.StopImmediate(); err != nil {
		t.Fatal(err)
	}
	if status, body := get(t, url+"/readyz", nil); status != http.StatusServiceUnavailable || !strings.Contains(body, `"ready":false`) {
		t.Errorf("without its database, /readyz is answered %d %q", status, body)
	}
	if status, _ := get(t, url+"/healthz", nil); status != http.StatusOK {
		t.Errorf("without its database, /healthz is answered %d", status)
	}
	if err := cluster.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(guard); ; time.Sleep(20 * time.Millisecond) {
		if status, _ := get(t, url+"/readyz", nil); status == http.StatusOK {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the server does not become ready again")
		}
	}
	if code := server.end(); code != exitOK {
		t.Errorf("the server ended with %d:\n%s", code, server.stderr)
	}
}

func TestAServerWaitsForItsDatabase(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.set("POSTCHAT_DATABASE_URL", "postgres://postchat@127.0.0.1:1/postchat")
	address := freeAddress(t)
	server := s.start("serve", "-listen", address, "-database-wait", "1h")
	server.stderr.find(t, `level=WARN msg="the database is not there yet"`)
	if status, _ := get(t, "http://"+address+"/healthz", nil); status != http.StatusOK {
		t.Errorf("/healthz is answered %d", status)
	}
	if status, body := get(t, "http://"+address+"/readyz", nil); status != http.StatusServiceUnavailable || !strings.Contains(body, `"stage":"starting"`) {
		t.Errorf("/readyz is answered %d %s", status, body)
	}
	if status, _ := get(t, "http://"+address+"/outbox", nil); status != http.StatusServiceUnavailable {
		t.Errorf("a page is answered %d", status)
	}
	if code := server.end(); code != exitOK {
		t.Errorf("told to stop, the server ended with %d", code)
	}

	contains(t, s.fails(exitFailed, "serve", "-listen", "127.0.0.1:0", "-database-wait", "0s"), "postchat: reach PostgreSQL:")
}

// freeAddress is an address of this machine on which nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().String()
}

func TestASecondServerOnTheSameFolderIsRefused(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	first, url := s.serve()
	contains(t, s.fails(exitFailed, "serve", "-listen", "127.0.0.1:0"),
		"another postchat server (process ", "is using the data folder "+s.data+"; stop it first")
	if status, _ := get(t, url+"/readyz", nil); status != http.StatusOK {
		t.Errorf("the first one is not ready any more: %d", status)
	}
	s.ok("token", "create", "beside the server")
	if code := first.end(); code != exitOK {
		t.Errorf("the first one ended with %d", code)
	}
	second, _ := s.serve()
	if code := second.end(); code != exitOK {
		t.Errorf("the next one ended with %d", code)
	}
}

func TestTwoServersShareAPostgreSQLDatabase(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.set("POSTCHAT_DATABASE_URL", postgres.New(t, nil))
	s.set("POSTCHAT_SECRET_KEY", base64.StdEncoding.EncodeToString(stores.Key))
	h := s.makeHook()
	_, one := s.serve()
	_, two := s.serve()
	for i, url := range []string{one, two, one, two} {
		if status, body := h.post(t, url, "shared-"+string(rune('a'+i))); status != http.StatusOK {
			t.Fatalf("answered %d %s", status, body)
		}
	}
	s.mails(4)
}

func TestATakenPortIsExplained(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	s := newShell(t)
	contains(t, s.fails(exitFailed, "serve", "-listen", listener.Addr().String()), "another program listens on", "choose another address with -listen")
}

func TestAWrongKeyIsExplained(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		s.ok("token", "create", "one")
		s.set("POSTCHAT_SECRET_KEY", base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{9}, db.KeySize)))
		for _, command := range [][]string{{"serve", "-listen", "127.0.0.1:0"}, {"token", "list"}, {"migrate"}} {
			contains(t, s.fails(exitFailed, command...), "the secret key is not the one that this database was made with")
		}
	})
}

// A mail that is on its way when the server is told to stop is finished, and its answer recorded.
func TestAGracefulStopFinishesWhatHasBegun(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		h := s.makeHook()
		slow := make(chan struct{})
		fake := fakemailgun.Start(t)
		fake.Next(fakemailgun.OK().Until(slow))
		server, url := s.serve("-from", "chats@mg.example.com", "-mailgun-domain", "mg.example.com", "-mailgun-api-key", fake.APIKey(),
			"-mailgun-api-base", fake.APIBase())
		if status, body := h.post(t, url, "stopped"); status != http.StatusOK {
			t.Fatalf("answered %d %s", status, body)
		}
		ctx, cancel := context.WithTimeout(t.Context(), guard)
		defer cancel()
		if err := fake.WaitHanging(ctx, 1); err != nil {
			t.Fatal(err)
		}
		server.stop()
		server.stderr.find(t, "msg=stopping")
		close(slow)
		if code := server.wait(); code != exitOK {
			t.Errorf("the server ended with %d:\n%s", code, server.stderr)
		}
		if n := fake.Count(); n != 1 {
			t.Errorf("%d mails were accepted", n)
		}
		s.mails(1) // sent, and not uncertain
	})
}

func TestTheLogCanBeJSON(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	server := s.start("serve", "-listen", "127.0.0.1:0", "-log", "json")
	server.stderr.find(t, `"msg":"ready"`)
	server.end()
	for line := range strings.Lines(server.stderr.String()) {
		var entry map[string]any
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Errorf("%q is not JSON: %v", line, err)
		}
	}
}

func TestMigrate(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		contains(t, s.ok("migrate", "-dry-run"), "pending 2026")
		contains(t, s.ok("migrate"), "done 2026")
		contains(t, s.ok("migrate"), "The database is up to date.")
		contains(t, s.ok("token", "list"), "There are no tokens yet")
	})
}

func TestACommandMakesANewDatabaseReady(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.data = filepath.Join(s.data, "deeper")
	s.set("POSTCHAT_DATA", s.data)
	contains(t, s.ok("export"), "campaigns: []")
}
