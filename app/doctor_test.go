package app

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/fakesmtp"
	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/stores"
)

func TestTheDoctorFindsNothingWrong(t *testing.T) {
	t.Parallel()
	t.Run("before the first start", func(t *testing.T) {
		t.Parallel()
		s := newShell(t)
		said := s.ok("doctor")
		contains(t, said, "ok       configuration", s.data+" is not there yet", "there is none yet; the server makes one", "mails are kept and shown", "Nothing is wrong.")
		if _, err := os.Stat(s.data); !os.IsNotExist(err) {
			t.Errorf("the doctor made the data folder: %v", err)
		}
	})
	eachDatabase(t, func(t *testing.T, s *shell) {
		s.ok("token", "create", "x")
		contains(t, s.ok("doctor"), "ok       data folder", "ok       database", "ok       migrations     none is pending",
			"ok       secret key     it is the one", "Nothing is wrong.")
	})
	t.Run("beside a running server", func(t *testing.T) {
		t.Parallel()
		s := newShell(t)
		s.serve()
		contains(t, s.ok("doctor"), "note     server         one is running on the data folder (process ", "Nothing is wrong.")
	})
	t.Run("with Mailgun", func(t *testing.T) {
		t.Parallel()
		fake := fakemailgun.Start(t, fakemailgun.WithDomains("mg.example.com"))
		s := newShell(t)
		s.set("POSTCHAT_FROM", "Chats <chats@example.com>")
		s.set("POSTCHAT_MAILGUN_DOMAIN", "mg.example.com")
		s.set("POSTCHAT_MAILGUN_API_KEY", fake.APIKey())
		s.set("POSTCHAT_MAILGUN_API_BASE", fake.APIBase())
		s.set("POSTCHAT_PUBLIC_URL", "https://postchat.example.com")
		contains(t, s.ok("doctor"), "mailgun answers and lets us in", "ok       sender         Chats <chats@example.com>",
			"ok       public address https://postchat.example.com", "Nothing is wrong.")
		if n := fake.SubmissionCount(); n != 0 {
			t.Errorf("the doctor sent %d mails", n)
		}
	})
	t.Run("with a mail server", func(t *testing.T) {
		t.Parallel()
		fake := fakesmtp.Start(t)
		s := newShell(t)
		s.set("POSTCHAT_FROM", "chats@example.com")
		s.set("POSTCHAT_SMTP_URL", "smtp://"+fake.Addr())
		contains(t, s.ok("doctor"), "smtp answers and lets us in", "Nothing is wrong.")
	})
}

func TestTheDoctorSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	fake := fakemailgun.Start(t, fakemailgun.WithDomains("mg.example.com"))
	mail := fakesmtp.Start(t, fakesmtp.WithAuth("postchat", "right"))
	mailgun := func(s *shell) {
		s.set("POSTCHAT_FROM", "chats@mg.example.com")
		s.set("POSTCHAT_MAILGUN_DOMAIN", "mg.example.com")
		s.set("POSTCHAT_MAILGUN_API_KEY", fake.APIKey())
		s.set("POSTCHAT_MAILGUN_API_BASE", fake.APIBase())
	}
	tests := []struct {
		name     string
		prepare  func(t *testing.T, s *shell)
		says     []string
		problems string
	}{
		{"a configuration that cannot be used", func(_ *testing.T, s *shell) {
			s.set("POSTCHAT_LEASE", "x")
			s.set("POSTCHAT_LISTEN", "x")
		}, []string{"problem  configuration  POSTCHAT_LEASE must be", "problem  configuration  POSTCHAT_LISTEN must be", "what to do: set it right"}, "2 problems"},
		{"a misspelt variable", func(_ *testing.T, s *shell) {
			s.set("POSTCHAT_MAILGUN_KEY", "x")
			s.set("POSTCHAT_PORT_80_TCP_ADDR", "10.0.0.1") // Kubernetes's
			s.set("POSTCHAT_SERVICE_HOST", "10.0.0.1")
		}, []string{"POSTCHAT_MAILGUN_KEY is set, but there is no such setting", "perhaps POSTCHAT_MAILGUN_API_KEY was meant"}, "1 problem"},
		{"a data folder that is a file", func(t *testing.T, s *shell) {
			write(t, s.data, "")
		}, []string{"problem  data folder", "it is no folder", "what to do: name another folder"}, "1 problem"},
		{"a lost key", func(t *testing.T, s *shell) {
			s.ok("token", "create", "x")
			remove(t, filepath.Join(s.data, keyFile))
		}, []string{"problem  secret key", "is missing, and the database was made with one", "put the file back from a backup"}, "1 problem"},
		{"another key", func(t *testing.T, s *shell) {
			s.ok("token", "create", "x")
			remove(t, filepath.Join(s.data, keyFile))
			write(t, filepath.Join(s.data, keyFile), base64.StdEncoding.EncodeToString(stores.Key))
		}, []string{"problem  secret key     it is not the one that this database was made with"}, "1 problem"},
		{"a broken key", func(t *testing.T, s *shell) {
			s.ok("token", "create", "x")
			remove(t, filepath.Join(s.data, keyFile))
			write(t, filepath.Join(s.data, keyFile), "???")
		}, []string{"problem  secret key", "must be the base64 of 32 bytes"}, "1 problem"},
		{"a key that everybody can read", func(t *testing.T, s *shell) {
			s.ok("token", "create", "x")
			if err := os.Chmod(filepath.Join(s.data, keyFile), 0o644); err != nil {
				t.Fatal(err)
			}
		}, []string{"problem  secret key     others on this machine can read", "chmod 600 "}, "1 problem"},
		{"a database that is not there", func(_ *testing.T, s *shell) {
			s.set("POSTCHAT_DATABASE_URL", "postgres://postchat:hunter2@127.0.0.1:1/postchat")
		}, []string{"problem  database", "see that it runs"}, "1 problem"},
		{"a broken database", func(t *testing.T, s *shell) {
			s.ok("token", "create", "x")
			remove(t, filepath.Join(s.data, databaseFile))
			write(t, filepath.Join(s.data, databaseFile), strings.Repeat("this is no database ", 500))
		}, []string{"problem  database", "look at what it says"}, "1 problem"},
		{"a wrong Mailgun key", func(_ *testing.T, s *shell) {
			mailgun(s)
			s.set("POSTCHAT_MAILGUN_API_KEY", "wrong")
		}, []string{"problem  mail provider", "401 Unauthorized", "compare POSTCHAT_MAILGUN_API_KEY"}, "1 problem"},
		{"a domain that Mailgun does not know", func(_ *testing.T, s *shell) {
			mailgun(s)
			s.set("POSTCHAT_MAILGUN_DOMAIN", "other.example.com")
			s.set("POSTCHAT_FROM", "a@other.example.com")
		}, []string{"problem  mail provider", "404 Not Found", "https://api.eu.mailgun.net/v3"}, "1 problem"},
		{"a sender of another domain", func(_ *testing.T, s *shell) {
			mailgun(s)
			s.set("POSTCHAT_FROM", "chats@example.org")
		}, []string{"ok       mail provider", "problem  sender         chats@example.org is not at the sending domain mg.example.com"}, "1 problem"},
		{"a Mailgun that does not answer", func(_ *testing.T, s *shell) {
			mailgun(s)
			s.set("POSTCHAT_MAILGUN_API_BASE", "http://127.0.0.1:1/v3")
		}, []string{"problem  mail provider", "no firewall or proxy"}, "1 problem"},
		{"a wrong password", func(_ *testing.T, s *shell) {
			s.set("POSTCHAT_FROM", "chats@example.com")
			s.set("POSTCHAT_SMTP_URL", "smtp://postchat:hunter2@"+mail.Addr())
		}, []string{"problem  mail provider", "sign in: ", "see that user and password"}, "1 problem"},
		{"an address that is not encrypted", func(_ *testing.T, s *shell) {
			s.set("POSTCHAT_PUBLIC_URL", "http://postchat.example.com")
		}, []string{"problem  public address", "is not encrypted"}, "1 problem"},
		{"an address that nobody else can reach", func(_ *testing.T, s *shell) {
			s.set("POSTCHAT_LISTEN", ":8080")
		}, []string{"problem  public address", "vendors would be told http://127.0.0.1:8080"}, "1 problem"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if test.name == "a key that everybody can read" && runtime.GOOS == "windows" {
				t.Skip("Windows has no such modes; the doctor does not look at them there")
			}
			s := newShell(t)
			test.prepare(t, s)
			r := s.run("doctor")
			if r.code != exitFailed || r.stderr != "" {
				t.Errorf("exit code %d, on standard error %q", r.code, r.stderr)
			}
			contains(t, r.stdout, append(test.says, "\n"+test.problems+" found.\n")...)
			if strings.Contains(r.stdout, "hunter2") {
				t.Errorf("a password is shown:\n%s", r.stdout)
			}
		})
	}
}

func TestTheDoctorSeesPendingMigrations(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.set("POSTCHAT_DATABASE_URL", postgres.New(t, nil))
	contains(t, s.ok("doctor"), "PostgreSQL ", "note     migrations", "pending; \"postchat migrate\"")
	s.ok("migrate")
	contains(t, s.ok("doctor"), "ok       row-level security", "it is on, by the role postchat_api")
}

func TestTheClock(t *testing.T) {
	t.Parallel()
	made := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name      string
		now, made time.Time
		says      string
	}{
		{"right", made.Add(time.Hour), made, "ok       clock"},
		{"behind", made.Add(-time.Hour), made, "problem  clock          it says 2026-11-25 08:00, which is before this program was made"},
		{"when nobody knows when the program was made", made, time.Time{}, "ok       clock"},
	} {
		var said strings.Builder
		(&doctor{out: &said}).examineClock(test.now, test.made)
		contains(t, said.String(), test.says)
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}
