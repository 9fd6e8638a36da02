package app

import (
	"slices"
	"strings"
	"testing"
)

func TestHelpIsThere(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	overview := s.ok()
	for _, args := range [][]string{{"help"}, {"-h"}, {"--help"}} {
		if got := s.ok(args...); got != overview {
			t.Errorf("%v says something else than no arguments:\n%s", args, got)
		}
	}
	for _, c := range commands() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			contains(t, overview, c.name, c.short)
			words := strings.Fields(c.name)
			help := s.ok(append(words, "-h")...)
			contains(t, help, c.long, "Usage: postchat "+c.name, "Example:\n  ", c.example[:strings.Index(c.example+"\n", "\n")])
			if got := s.ok(append([]string{"help"}, words...)...); got != help {
				t.Errorf("help %s says something else:\n%s", c.name, got)
			}
			for line := range strings.SplitSeq(help, "\n") {
				if len([]rune(line)) > 125 {
					t.Errorf("the line is %d characters long: %s", len([]rune(line)), line)
				}
			}
		})
	}
}

func TestExamplesAreCommands(t *testing.T) {
	t.Parallel()
	for _, c := range commands() {
		if !strings.Contains(c.example, "postchat "+c.name) {
			t.Errorf("the example of %q is of something else: %s", c.name, c.example)
		}
	}
}

func TestWhatIsTypedWrongIsExplained(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		args []string
		says string
	}{
		{"an unknown command", []string{"frobnicate"}, `there is no command "frobnicate". "postchat help" lists them all`},
		{"a slip", []string{"sevre"}, `Did you mean "serve"?`},
		{"a slip in a noun", []string{"tokne", "list"}, `Did you mean "token"?`},
		{"an unknown verb", []string{"token", "make"}, `it is one of token create, token list, token revoke`},
		{"an unknown flag", []string{"version", "-loud"}, `there is no flag -loud; "postchat version -h" lists the flags`},
		{"a flag without its value", []string{"serve", "-listen"}, `flag needs an argument: -listen`},
		{"a missing word", []string{"apply"}, `the command is: postchat apply FILE [flags]`},
		{"a word too many", []string{"export", "all"}, `the command is: postchat export [flags]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			contains(t, newShell(t).fails(exitUsage, test.args...), "postchat: ", test.says)
		})
	}
}

func TestANounListsItsVerbs(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	for _, args := range [][]string{{"token"}, {"token", "-h"}, {"help", "token"}} {
		got := s.ok(args...)
		contains(t, got, "token create", "token list", "token revoke")
		if strings.Contains(got, "  serve") {
			t.Errorf("%v lists other commands too:\n%s", args, got)
		}
	}
}

func TestFlagsCanStandAnywhere(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"-expires", "1h", "ci"},
		{"ci", "-expires", "1h"},
		{"ci", "--expires=1h"},
		{"-expires", "1h", "--", "ci"},
	} {
		s := newShell(t)
		s.ok(append([]string{"token", "create"}, args...)...)
		contains(t, s.ok("token", "list"), "ci", "valid until")
	}
	s := newShell(t)
	s.ok("token", "create", "--", "-strange")
	contains(t, s.ok("token", "list"), "-strange")
}

func TestVersion(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"version", "-version", "--version"} {
		contains(t, newShell(t).ok(typed), "postchat ", "go1.")
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	tests := []struct {
		a, b string
		want int
	}{{"", "", 0}, {"serve", "serve", 0}, {"sevre", "serve", 2}, {"srve", "serve", 1}, {"serves", "serve", 1}, {"", "abc", 3}, {"kitten", "sitting", 3}}
	for _, test := range tests {
		if got, back := distance(test.a, test.b), distance(test.b, test.a); got != test.want || back != test.want {
			t.Errorf("distance(%q, %q) is %d, and %d the other way, want %d", test.a, test.b, got, back, test.want)
		}
	}
}

func TestNamesOfCommandsAreUnique(t *testing.T) {
	t.Parallel()
	var names []string
	for _, c := range commands() {
		if slices.Contains(names, c.name) {
			t.Errorf("%q is there twice", c.name)
		}
		names = append(names, c.name)
	}
}
