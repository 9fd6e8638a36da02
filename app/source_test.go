package app

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const oneCampaign = `
campaigns:
  - name: Acme
    standard: desk@acme.example
`

// apply applies settings that are in order.
func (s *shell) apply(settings string) {
	s.t.Helper()
	s.stdin = settings
	s.ok("apply", "-", "-yes")
}

func TestSources(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		contains(t, s.ok("source", "list"), "There are no sources yet")
		contains(t, s.fails(exitFailed, "source", "create", "Chat", "-vendor", "rocketchat"), "there is no campaign yet; make one first")
		s.apply(oneCampaign)
		s.set("POSTCHAT_PUBLIC_URL", "https://postchat.acme.example")

		made := s.ok("source", "create", "Website chat", "-vendor", "rocketchat")
		address := regexp.MustCompile(`address  (https://postchat\.acme\.example/hooks/\S+)`).FindStringSubmatch(made)
		if address == nil {
			t.Fatalf("there is no address in:\n%s", made)
		}
		contains(t, made, "secret   ", "(shown only now)", "Secret Token")
		contains(t, s.ok("source", "list"), "Website chat", "rocketchat", "Acme", "10s", "1", address[1])

		rotated := s.ok("source", "rotate", "website CHAT", "-overlap", "2d")
		contains(t, rotated, address[1], "stay valid for 2d")
		if secretIn(t, rotated) == secretIn(t, made) {
			t.Error("the new secret is the old one")
		}
		if list := s.ok("source", "list"); !regexp.MustCompile(`10s +2 `).MatchString(list) {
			t.Errorf("two secrets should be valid:\n%s", list)
		}
		contains(t, s.fails(exitFailed, "source", "create", "WEBSITE chat", "-vendor", "postchat"), `There is a source "WEBSITE chat" already`)
		contains(t, s.fails(exitFailed, "source", "rotate", "Nothing"), `there is no source "Nothing"`)
	})
}

func secretIn(t *testing.T, text string) string {
	t.Helper()
	found := regexp.MustCompile(`secret +(\S+)`).FindStringSubmatch(text)
	if found == nil {
		t.Fatalf("there is no secret in:\n%s", text)
	}
	return found[1]
}

func TestSourcesThatCannotBeMade(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.apply(oneCampaign + "  - name: Beta\n")
	contains(t, s.fails(exitUsage, "source", "create", "X"), `-vendor: must be postchat, rocketchat or chatwoot, not ""`)
	contains(t, s.fails(exitUsage, "source", "create", "X", "-vendor", "icq"), `-vendor: must be postchat, rocketchat or chatwoot, not "icq"`)
	contains(t, s.fails(exitUsage, "source", "create", "X", "-vendor", "postchat"), `say with -campaign whose chats they are: one of "Acme", "Beta"`)
	contains(t, s.fails(exitFailed, "source", "create", "X", "-vendor", "postchat", "-campaign", "C"), `there is no campaign "C"; there are "Acme", "Beta"`)
	contains(t, s.fails(exitUsage, "source", "create", "X", "-vendor", "postchat", "-hold", "x"), "-hold must be a time")
	contains(t, s.fails(exitFailed, "source", "create", "X", "-vendor", "postchat", "-campaign", "acme", "-hold", "48h"), "hold: must be between")
	contains(t, s.fails(exitUsage, "source", "rotate", "X", "-overlap", "never"), "-overlap must be a time")
	contains(t, s.ok("source", "list"), "There are no sources yet")
}

func TestASecretOfOnesOwn(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.apply(oneCampaign)
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte("a-token-of-our-own-123\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	made := s.ok("source", "create", "One", "-vendor", "rocketchat", "-secret-file", file)
	if strings.Contains(made, "a-token-of-our-own-123") || strings.Contains(made, "shown only now") {
		t.Errorf("a secret that its owner knows is shown:\n%s", made)
	}
	s.stdin = "whsec_dG9vIHNob3J0\n"
	contains(t, s.fails(exitFailed, "source", "create", "Two", "-vendor", "postchat", "-secret-file", "-"), "secret: secret must hold 24 to 64 bytes")
	s.stdin = "short\n"
	contains(t, s.fails(exitFailed, "source", "rotate", "One", "-secret-file", "-"), "secret: must have 16 to 512 characters")
	contains(t, s.fails(exitFailed, "source", "create", "Two", "-vendor", "postchat", "-secret-file", "/does/not/exist"), "read the secret")
	s.stdin = "\n"
	contains(t, s.fails(exitFailed, "source", "create", "Two", "-vendor", "postchat", "-secret-file", "-"), "there is nothing in -")
	s.stdin = "the-secret-that-the-vendor-made\n"
	contains(t, s.ok("source", "rotate", "One", "-secret-file", "-", "-overlap", "forever"), "those before stay valid as long as they were")
	s.stdin = "the-secret-that-the-vendor-made\n"
	contains(t, s.fails(exitFailed, "source", "rotate", "One", "-secret-file", "-"), "The source has that secret already.")
}

func TestWhoMayFrameTheWindowOfASource(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		s.apply(oneCampaign)
		s.set("POSTCHAT_PUBLIC_URL", "https://postchat.acme.example")
		s.ok("source", "create", "Website chat", "-vendor", "rocketchat")
		contains(t, s.ok("source", "window", "website chat"), "address    https://postchat.acme.example/panel/", "framed by  nobody")
		contains(t, s.ok("source", "window", "website chat", "-frame-origins", "https://Chat.acme.example/, http://localhost:3000"),
			"framed by  https://chat.acme.example http://localhost:3000")
		contains(t, s.fails(exitFailed, "source", "window", "website chat", "-frame-origins", "https://*.acme.example"), "* is not taken")
		contains(t, s.ok("source", "window", "website chat"), "framed by  https://chat.acme.example")
		contains(t, s.ok("source", "window", "website chat", "-frame-origins", "none"), "framed by  nobody")
		contains(t, s.fails(exitFailed, "source", "window", "Nothing"), `there is no source "Nothing"`)
	})
}
