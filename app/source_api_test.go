package app

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/postchat/postchat/test/fakechatwoot"
)

// chatwootShell is a shell that may reach the played Chatwoot, with a campaign.
func chatwootShell(t *testing.T) (*shell, *fakechatwoot.Server) {
	s := newShell(t)
	s.set("POSTCHAT_VENDOR_NETWORKS", "127.0.0.1")
	s.apply(oneCampaign)
	return s, fakechatwoot.Start(t)
}

func TestTheAddressOfASourceThatCannotSignIsShownOnce(t *testing.T) {
	t.Parallel()
	s, _ := chatwootShell(t)
	made := s.ok("source", "create", "Woot", "-vendor", "chatwoot")
	address := regexp.MustCompile(`address +\S+/hooks/\S+/(\S+) +\(shown only now: the secret is in it\)`).FindStringSubmatch(made)
	if address == nil {
		t.Fatalf("there is no address with a secret in:\n%s", made)
	}
	if list := s.ok("source", "list"); !strings.Contains(list, "/{secret}") || strings.Contains(list, address[1]) {
		t.Errorf("the list is:\n%s", list)
	}
	s.stdin = "made-by-chatwoot-0123456789\n"
	if rotated := s.ok("source", "rotate", "Woot", "-secret-file", "-", "-overlap", "forever"); strings.Contains(rotated, "made-by-chatwoot") {
		t.Errorf("a secret that its owner knows is shown:\n%s", rotated)
	}
}

func TestHowToReadFromAVendor(t *testing.T) {
	t.Parallel()
	s, woot := chatwootShell(t)
	s.ok("source", "create", "Woot", "-vendor", "chatwoot")
	s.ok("source", "create", "Rocket", "-vendor", "rocketchat")
	token := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(token, []byte(fakechatwoot.Token+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	contains(t, s.ok("source", "api", "Woot"), "Woot has no API.")
	contains(t, s.fails(exitUsage, "source", "api", "Woot", "-account", "2"), "say with -base-url")
	contains(t, s.fails(exitFailed, "source", "api", "Woot", "-base-url", woot.URL()), "api.account: must not be empty", "api.token: must not be empty")
	contains(t, s.fails(exitFailed, "source", "api", "Rocket", "-base-url", woot.URL(), "-account", "2", "-token-file", token), "this one sends it")
	set := s.ok("source", "api", "Woot", "-base-url", woot.URL()+"/", "-account", "2", "-token-file", token)
	contains(t, set, "Woot reads from "+woot.URL()+" account 2.", "The vendor lets us in.")
	contains(t, s.fails(exitFailed, "source", "api", "Woot", "-base-url", "https://evil.example"), "api.token: must be given for another server")
	contains(t, s.fails(exitFailed, "source", "api", "Woot", "-account", "7"), "does not let its owner into this account (401)")
	contains(t, s.run("doctor").stdout, "Woot: Chatwoot does not take the access token", `set it right with "postchat source api"`)
	s.ok("source", "api", "Woot", "-account", "2")
	contains(t, s.ok("doctor"), "Woot may read transcripts from "+woot.URL())
	woot.Fail(fakechatwoot.Fault{Status: http.StatusBadGateway})
	contains(t, s.fails(exitFailed, "source", "api", "Woot"), "Chatwoot has a fault (502).")
	contains(t, s.ok("source", "api", "Woot", "-base-url", "none"), "Woot has no API.")
	contains(t, s.run("doctor").stdout, "Nobody has said yet how to read from Chatwoot")
}

func TestTheAPIInASettingsFile(t *testing.T) {
	t.Parallel()
	s, woot := chatwootShell(t)
	file := func(lines string) string {
		return oneCampaign + "sources:\n  - name: Woot\n    vendor: chatwoot\n    defaultCampaign: Acme\n" + lines
	}
	api := func(url, more string) string { return "    api: {baseUrl: " + url + ", account: 2" + more + "}\n" }
	s.apply(file(api(woot.URL(), ", token: "+fakechatwoot.Token) + "    secret: made-by-chatwoot-0123456789\n"))
	contains(t, s.ok("source", "api", "Woot"), "The vendor lets us in.")

	exported := s.ok("export")
	contains(t, exported, "api:", "baseUrl: "+woot.URL())
	for _, secret := range []string{fakechatwoot.Token, "made-by-chatwoot", "token", "secret"} {
		if strings.Contains(exported, secret) {
			t.Errorf("the export holds %s:\n%s", secret, exported)
		}
	}
	s.stdin = exported
	contains(t, s.ok("apply", "-", "-yes"), "Nothing to do.")

	s.stdin = file(api("https://evil.example", ""))
	contains(t, s.fails(exitFailed, "apply", "-", "-yes"), "sources[0].api.token: must not be empty")
	s.stdin = file(api(woot.URL(), ", token: another-token") + "    secret: another-secret-of-chatwoot\n")
	contains(t, s.ok("apply", "-", "-yes"), "+   secret: the one in the file", "~   api.token: the one in the file")
	contains(t, s.fails(exitFailed, "source", "api", "Woot"), "does not take the access token")
	if list := s.ok("source", "list"); !regexp.MustCompile(`10s +2 `).MatchString(list) {
		t.Errorf("two secrets should be valid:\n%s", list)
	}
	s.stdin = file("")
	contains(t, s.ok("apply", "-", "-yes"), "-   api: "+woot.URL()+" account 2")
	contains(t, s.ok("source", "api", "Woot"), "Woot has no API.")
	s.stdin = file("    secret: short\n")
	contains(t, s.fails(exitFailed, "apply", "-", "-yes"), "sources[0].secret: must have 16 to 512 characters")
}
