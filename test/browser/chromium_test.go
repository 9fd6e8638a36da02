//go:build browser

package browser_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// chromium is the machine's own browser.
type chromium struct{ path string }

func newChromium(t *testing.T) chromium {
	t.Helper()
	for _, name := range []string{os.Getenv("TEST_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return chromium{path}
		}
	}
	t.Fatal("Chromium is not on this machine. Run `scripts/setup browser`, which installs it where it may, or install it:\n" +
		"  sudo apt-get install chromium\nor set TEST_CHROMIUM to the path of a Chromium or Chrome.")
	return chromium{}
}

// profile makes a new profile in which third-party cookies are blocked, as browsers have it or will, and returns its folder.
func profile(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	preferences := filepath.Join(dir, "Default", "Preferences")
	err := os.Mkdir(filepath.Dir(preferences), 0o700)
	if err == nil {
		err = os.WriteFile(preferences, []byte(`{"profile": {"cookie_controls_mode": 1, "block_third_party_cookies": true}}`), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// flags are all that the browser is started with. Those that Playwright would add are left out: they switch off what a user's
// browser has, first of all the partitioning of storage by site.
func flags(t *testing.T, f *front) []string {
	return []string{
		"--headless", "--remote-debugging-pipe", "--user-data-dir=" + profile(t), "--no-startup-window", "--no-first-run",
		"--no-default-browser-check", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
		"--disable-dev-shm-usage", "--password-store=basic", "--no-proxy-server",
		"--no-sandbox", // root has none, and nothing from outside is opened
		"--host-resolver-rules=MAP *.example 127.0.0.1:" + strconv.Itoa(f.port) + ", MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		"--ignore-certificate-errors-spki-list=" + f.fingerprint,
	}
}
