package app

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

// load reads a configuration from flags and an environment, each as NAME=value.
func load(flags, environ []string) (Config, error) {
	given := map[string]string{}
	for _, entry := range flags {
		name, value, _ := strings.Cut(entry, "=")
		given[name] = value
	}
	return newProgram().loadConfig(given, process{environ: environ}.getenv)
}

func TestDefaultsNeedNothing(t *testing.T) {
	t.Parallel()
	c, err := load(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.Provider() != ProviderOutbox || c.Sender() != outboxSender || c.BaseURL() != "http://127.0.0.1:8080" {
		t.Errorf("got provider %s, sender %s, URL %s", c.Provider(), c.Sender(), c.BaseURL())
	}
	if c.Data != "./postchat-data" || c.Lease != 30*time.Second || c.MaxBody != 16<<20 || c.SendSlots != 32 {
		t.Errorf("got %+v", c)
	}
}

func TestFlagsWinOverTheEnvironment(t *testing.T) {
	t.Parallel()
	c, err := load([]string{"poll=1s", "data=/flag"}, []string{"POSTCHAT_POLL=2s", "POSTCHAT_DATA=/env", "POSTCHAT_GRACE=3s", "POSTCHAT_LEASE="})
	if err != nil {
		t.Fatal(err)
	}
	if c.Poll != time.Second || c.Data != "/flag" || c.Grace != 3*time.Second || c.Lease != 30*time.Second {
		t.Errorf("got %+v", c)
	}
}

func TestWrongConfigurations(t *testing.T) {
	t.Parallel()
	mailgun := []string{"POSTCHAT_MAILGUN_DOMAIN=mg.example.com", "POSTCHAT_MAILGUN_API_KEY=key", "POSTCHAT_FROM=a@mg.example.com"}
	tests := []struct {
		name           string
		flags, environ []string
		says           []string // all of the problems, in their order
	}{
		{"a duration without a unit", nil, []string{"POSTCHAT_LEASE=30"}, []string{`POSTCHAT_LEASE: must be a duration such as 250ms, 30s or 5m, not "30"`}},
		{"a duration that is too short", nil, []string{"POSTCHAT_LEASE=1ms"}, []string{"POSTCHAT_LEASE: must be between 1s and 1h"}},
		{"a wrong flag is named as such", []string{"poll=2m"}, nil, []string{"-poll: must be between 10ms and 1m"}},
		{"no number", nil, []string{"POSTCHAT_SEND_SLOTS=many"}, []string{`POSTCHAT_SEND_SLOTS: must be a whole number, not "many"`}},
		{"no slot", nil, []string{"POSTCHAT_SEND_SLOTS=0"}, []string{"POSTCHAT_SEND_SLOTS: must be between 1 and 1000"}},
		{"no size", nil, []string{"POSTCHAT_MAX_BODY=large"}, []string{`POSTCHAT_MAX_BODY: must be a size such as 16MiB, not "large"`}},
		{"a tiny size", nil, []string{"POSTCHAT_MAX_BODY=1KiB"}, []string{"POSTCHAT_MAX_BODY: must be between 64KiB and 256MiB"}},
		{"no port", nil, []string{"POSTCHAT_LISTEN=localhost"}, []string{`POSTCHAT_LISTEN: must be an address with a port, such as 127.0.0.1:8080 or :8080, not "localhost"`}},
		{"a public URL without its scheme", nil, []string{"POSTCHAT_PUBLIC_URL=chat.example.com"}, []string{`POSTCHAT_PUBLIC_URL: must be an address such as https://postchat.example.com, not "chat.example.com"`}},
		{"another database", nil, []string{"POSTCHAT_DATABASE_URL=mysql://localhost/x"}, []string{"POSTCHAT_DATABASE_URL: must begin with postgres://; without it, SQLite in the data folder is used"}},
		{"a short key", nil, []string{"POSTCHAT_SECRET_KEY=c2hvcnQ="}, []string{"POSTCHAT_SECRET_KEY: must be the base64 of 32 bytes, as openssl rand -base64 32 prints"}},
		{"another log", nil, []string{"POSTCHAT_LOG=xml"}, []string{`POSTCHAT_LOG: must be text or json, not "xml"`}},
		{"another log level", nil, []string{"POSTCHAT_LOG_LEVEL=chatty"}, []string{`POSTCHAT_LOG_LEVEL: must be debug, info, warn or error, not "chatty"`}},
		{"another answer to uncertainty", nil, []string{"POSTCHAT_SMTP_UNCERTAIN=guess"}, []string{`POSTCHAT_SMTP_UNCERTAIN: must be resend or hold, not "guess"`}},
		{"no address", nil, []string{"POSTCHAT_FROM=nobody"}, []string{"POSTCHAT_FROM: “nobody” has no @"}},
		{"two providers", nil, append(mailgun, "POSTCHAT_SMTP_URL=smtp://localhost"), []string{
			"POSTCHAT_SMTP_URL: is set beside Mailgun, and only one can send the mails: unset it, or unset POSTCHAT_MAILGUN_DOMAIN and POSTCHAT_MAILGUN_API_KEY",
		}},
		{"half of Mailgun, and nobody to send from", nil, mailgun[:1], []string{
			"POSTCHAT_FROM: must be set where mails are really sent, such as Postchat <postchat@mg.example.com>",
			"POSTCHAT_MAILGUN_API_KEY: must be set beside POSTCHAT_MAILGUN_DOMAIN; without both, mails are kept in the outbox",
		}},
		{"the other half", nil, mailgun[1:], []string{
			"POSTCHAT_MAILGUN_DOMAIN: must be set beside POSTCHAT_MAILGUN_API_KEY; without both, mails are kept in the outbox",
		}},
		{"what the sender finds wrong", nil, append([]string{"POSTCHAT_MAILGUN_API_BASE=http://api.mailgun.net/v3"}, mailgun...), []string{
			"POSTCHAT_MAILGUN_API_BASE: must begin with https://, as every request carries the API key",
		}},
		{"a mail server that is none", nil, []string{"POSTCHAT_SMTP_URL=imap://x", "POSTCHAT_FROM=a@example.com"}, []string{
			"POSTCHAT_SMTP_URL: must look like smtp://user:password@mail.example.com:587 or smtps://..., with signs such as @ and / in the password written as %40 and %2F",
		}},
		{"everything at once", []string{"grace=-1s"}, []string{"POSTCHAT_POLL=0s", "POSTCHAT_LISTEN=x"}, []string{
			`POSTCHAT_LISTEN: must be an address with a port, such as 127.0.0.1:8080 or :8080, not "x"`,
			"POSTCHAT_POLL: must be between 10ms and 1m",
			"-grace: must be between 0s and 1h",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := load(test.flags, test.environ)
			if err == nil {
				t.Fatal("nothing is found wrong")
			}
			if got, want := err.Error(), strings.Join(test.says, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestSecretsCanComeFromFiles(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, []byte("key-from-file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(t.TempDir(), "empty")
	if err := os.WriteFile(empty, []byte("\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	rest := []string{"POSTCHAT_MAILGUN_DOMAIN=mg.example.com", "POSTCHAT_FROM=a@mg.example.com"}
	c, err := load(nil, append(rest, "POSTCHAT_MAILGUN_API_KEY_FILE="+file))
	if err != nil {
		t.Fatal(err)
	}
	if c.MailgunAPIKey.Reveal() != "key-from-file" {
		t.Errorf("got the key %q", c.MailgunAPIKey.Reveal())
	}
	for _, test := range []struct{ name, entry, says string }{
		{"beside the secret itself", "POSTCHAT_MAILGUN_API_KEY=key", "POSTCHAT_MAILGUN_API_KEY_FILE: is set beside POSTCHAT_MAILGUN_API_KEY; unset one of the two"},
		{"an empty file", "POSTCHAT_MAILGUN_API_KEY_FILE=" + empty, "POSTCHAT_MAILGUN_API_KEY_FILE: names an empty file"},
		{"no file", "POSTCHAT_MAILGUN_API_KEY_FILE=/does/not/exist", "POSTCHAT_MAILGUN_API_KEY_FILE: cannot be read"},
	} {
		if _, err := load(nil, append(rest, "POSTCHAT_MAILGUN_API_KEY_FILE="+file, test.entry)); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.says)
		}
	}
}

func TestSecretsAreNeverShown(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	const secret = "hunter2-hunter2"
	s.set("POSTCHAT_SMTP_URL", "smtp://user:"+secret+"@mail.example.com?tls=none")
	s.set("POSTCHAT_SECRET_KEY", secret)
	s.set("POSTCHAT_DATABASE_URL", "mysql://user:"+secret+"@localhost/x")
	for _, command := range []string{"serve", "doctor", "export"} {
		r := s.run(command)
		if strings.Contains(r.stdout+r.stderr, secret) {
			t.Errorf("%s shows a secret:\n%s%s", command, r.stdout, r.stderr)
		}
	}
	c, _ := load(nil, s.environ)
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text)+fmt.Sprintf("%v %+v %#v", c, c, c), secret) {
		t.Error("a printed Config shows a secret")
	}
}

func TestAWrongConfigurationStopsACommand(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.set("POSTCHAT_LEASE", "soon")
	s.set("POSTCHAT_LOG", "xml")
	contains(t, s.fails(exitUsage, "export"), "postchat: the configuration cannot be used:\n", "\n  POSTCHAT_LEASE must be", "\n  POSTCHAT_LOG must be")
}

func TestBaseURL(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ listen, public, want string }{
		{"127.0.0.1:8080", "", "http://127.0.0.1:8080"},
		{":9000", "", "http://127.0.0.1:9000"},
		{"0.0.0.0:9000", "", "http://127.0.0.1:9000"},
		{"[::]:9000", "", "http://127.0.0.1:9000"},
		{"[::1]:9000", "", "http://[::1]:9000"},
		{"chat.example.com:80", "", "http://chat.example.com:80"},
		{":9000", "https://chat.example.com/", "https://chat.example.com"},
		{":9000", "https://example.com/postchat//", "https://example.com/postchat"},
	} {
		c, err := load([]string{"listen=" + test.listen, "public-url=" + test.public}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.BaseURL(); got != test.want {
			t.Errorf("listen %s, public %q: got %s, want %s", test.listen, test.public, got, test.want)
		}
	}
}

func TestByteSize(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		size int64
		back string
	}{
		{"16MiB", 16 << 20, "16MiB"}, {"512 KiB", 512 << 10, "512KiB"}, {"1GiB", 1 << 30, "1GiB"}, {"100", 100, "100B"}, {"7B", 7, "7B"},
		{"0", 0, "0"}, {"1024", 1024, "1KiB"},
	} {
		var size ByteSize
		if err := size.UnmarshalText([]byte(test.text)); err != nil || int64(size) != test.size || size.String() != test.back {
			t.Errorf("%s: got %d, %s, %v", test.text, size, size, err)
		}
	}
	for _, text := range []string{"", "x", "-1", "1.5MiB", "16MB", "9999999999GiB", "MiB"} {
		if err := new(ByteSize).UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is taken for a size", text)
		}
	}
}

// The page is generated: go test ./app -run TestConfigurationPage -update.
func TestConfigurationPageIsCurrent(t *testing.T) {
	t.Parallel()
	golden(t, filepath.Join("..", "docs", "configuration.md"), configurationPage())
}

const configurationHead = `# Configuration

Nothing has to be set: ` + "`postchat serve`" + ` keeps its data in ./postchat-data and its mails in the outbox. Each setting is an
environment variable or a flag; the flag wins. Secrets can also be read from a file, whose name is in the variable with
_FILE at its end: that keeps them out of lists of processes, in which flags can be seen. Times are written as 250ms, 30s, 5m
or 1h, sizes as 512KiB or 16MiB. Everything that is wrong is reported at once, at the start, and ` + "`postchat doctor`" + ` looks further.

On PostgreSQL the tables belong to the login in POSTCHAT_DATABASE_URL, under which webhooks and mails are worked on. Pages and API
read and write under a role of their own, which Postchat makes and which is shown one account's rows only (row-level security). A
login that may not make a role goes without; the log and ` + "`postchat doctor`" + ` then say what an administrator of the database has to run.
A pool between Postchat and PostgreSQL must keep sessions apart (PgBouncer's session mode). A server opens up to 33 connections.

<!-- This page is generated from app/config.go: go generate ./app -->
`

var configurationGroups = []struct{ name, title string }{
	{"store", "Data and addresses"}, {"server", "Server"}, {"mail", "Mail"}, {"log", "Log"},
}

func configurationPage() string {
	var b strings.Builder
	b.WriteString(configurationHead)
	cell := strings.NewReplacer("|", "\\|", "<", "&lt;", ">", "&gt;")
	for _, group := range configurationGroups {
		fmt.Fprintf(&b, "\n## %s\n\n| Variable | Flag | Default | Meaning |\n| --- | --- | --- | --- |\n", group.title)
		for _, f := range configFields() {
			if f.group != group.name {
				continue
			}
			name, value := "`"+f.env+"`", ""
			if f.secret {
				name += ", `" + f.env + fileSuffix + "`"
			}
			if f.value != "" {
				value = "`" + f.value + "`"
			}
			fmt.Fprintf(&b, "| %s | `-%s` | %s | %s |\n", name, f.flag, value, cell.Replace(f.help))
		}
	}
	return b.String()
}

func TestEverySettingHasAGroupAndHelp(t *testing.T) {
	t.Parallel()
	page := configurationPage()
	for _, f := range configFields() {
		if f.help == "" || !strings.Contains(page, "| `-"+f.flag+"` |") {
			t.Errorf("%s is not explained, or in a group that does not exist: %q", f.flag, f.group)
		}
	}
}

// golden compares with the file, or writes it with -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not current; -update writes it anew. Now it would be:\n%s", file, got)
	}
}
