package app

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestTokens(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		contains(t, s.ok("token", "list"), "There are no tokens yet")
		made := s.run("token", "create", "crm import", "-expires", "90d")
		token := strings.TrimSpace(made.stdout)
		if made.code != exitOK || !regexp.MustCompile(`^pct_\S{40,}$`).MatchString(token) {
			t.Fatalf("the token does not stand alone on standard output: %q", made.stdout)
		}
		contains(t, made.stderr, "shown only now")
		list := s.ok("token", "list")
		contains(t, list, token[:10]+"…", "crm import", "valid until")
		if strings.Contains(list, token) {
			t.Errorf("the list shows the whole token:\n%s", list)
		}
		contains(t, s.ok("token", "revoke", token[:10]+"…"), "Revoked "+token[:10])
		contains(t, s.ok("token", "list"), "revoked")
		contains(t, s.fails(exitFailed, "token", "revoke", token), "was revoked before")
		contains(t, s.fails(exitFailed, "token", "revoke", "pct_nothing"), "there is no token that begins so")
	})
}

func TestTokensThatCannotBeMade(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	contains(t, s.fails(exitFailed, "token", "create", " "), "name: must have 1 to 120 characters")
	for _, expires := range []string{"soon", "-1h", "0s", "xd", "99999999d"} {
		contains(t, s.fails(exitUsage, "token", "create", "x", "-expires="+expires), "-expires must be a time such as 12h or 90d")
	}
}

func TestSpans(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		span time.Duration
		back string
	}{
		{"0s", 0, "0s"}, {"10s", 10 * time.Second, "10s"}, {"90s", 90 * time.Second, "1m30s"}, {"1h", time.Hour, "1h"},
		{"60m", time.Hour, "1h"}, {"24h", 24 * time.Hour, "1d"}, {"7d", 7 * 24 * time.Hour, "7d"}, {"36h", 36 * time.Hour, "36h"},
		{"250ms", 250 * time.Millisecond, "250ms"}, {"20m", 20 * time.Minute, "20m"}, {"1h10m", 70 * time.Minute, "1h10m"},
	} {
		got, err := parseSpan(test.text)
		if err != nil || got != test.span || spanText(got) != test.back {
			t.Errorf("%s is read as %s and written as %s (%v), want %s", test.text, got, spanText(got), err, test.back)
		}
	}
}
