package app

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"
)

// action does what a command is for.
type action func(ctx context.Context, inv invocation) error

// command is one thing that the program can do.
type command struct {
	// name is one word, or a noun and a verb.
	name string
	// args name the words that it takes, those in square brackets at will, as help shows them.
	args string
	// short is half a line, long is some paragraphs, example is a line as people type it.
	short, long, example string
	// groups are the groups of settings that count for it and that it takes as flags.
	groups []string
	// copes marks a command that runs with a wrong configuration too.
	copes bool
	// prepare adds the command's own flags and returns what it does.
	prepare func(flags *flag.FlagSet) action
}

// Groups of settings, as the tags of Config name them.
var (
	storeSettings  = []string{"store", "log"}
	serverSettings = []string{"store", "server", "mail", "log"}
)

// commands lists everything that the program can do, in the order of help.
func commands() []*command {
	return []*command{
		demoCommand(), serveCommand(), doctorCommand(),
		applyCommand(), exportCommand(),
		sourceCreateCommand(), sourceListCommand(), sourceRotateCommand(), sourceWindowCommand(), sourceAPICommand(),
		setUpLinkCommand(), personListCommand(), personLinkCommand(),
		tokenCreateCommand(), tokenListCommand(), tokenRevokeCommand(),
		ledgerCommand(), migrateCommand(), versionCommand(),
	}
}

// findCommand returns the command that the arguments begin with, and the arguments left. No command and no error means that
// an overview is wanted; the arguments left are then the noun that it is about.
func findCommand(args []string) (*command, []string, error) {
	if len(args) == 1 && strings.TrimLeft(args[0], "-") == "version" {
		args = []string{"version"}
	}
	if len(args) > 0 && args[0] == "help" {
		args = args[1:]
		if c, rest := match(args); c != nil && len(rest) == 0 {
			return c, []string{"-h"}, nil
		}
	}
	c, rest := match(args)
	if c != nil {
		return c, rest, nil
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "-h") || args[0] == "--help" {
		return nil, nil, nil
	}
	verbs := verbsOf(args[0])
	if len(verbs) > 0 && (len(args) == 1 || strings.HasPrefix(args[1], "-")) {
		return nil, args[:1], nil
	}
	if len(verbs) > 0 {
		return nil, nil, usagef("there is no command %q; it is one of %s", args[0]+" "+args[1], strings.Join(verbs, ", "))
	}
	hint := ""
	if near := nearest(args[0]); near != "" {
		hint = fmt.Sprintf(" Did you mean %q?", near)
	}
	return nil, nil, usagef("there is no command %q.%s %q lists them all", args[0], hint, "postchat help")
}

func match(args []string) (*command, []string) {
	for _, c := range commands() {
		words := strings.Fields(c.name)
		if len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return c, args[len(words):]
		}
	}
	return nil, nil
}

// verbsOf are the commands of a noun, such as token.
func verbsOf(noun string) []string {
	var names []string
	for _, c := range commands() {
		if strings.HasPrefix(c.name, noun+" ") {
			names = append(names, c.name)
		}
	}
	return names
}

// nearest is the command, or noun, that was probably meant; empty where nothing is near.
func nearest(typed string) string {
	best, least := "", 3
	for _, c := range commands() {
		word, _, _ := strings.Cut(c.name, " ")
		if d := distance(typed, word); d < least {
			best, least = word, d
		}
	}
	return best
}

// distance is how many letters have to be typed, dropped or exchanged to come from a to b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0]++
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// usage is the command as it is typed, without the program's name.
func (c *command) usage() string {
	usage := c.name
	if c.args != "" {
		usage += " " + c.args
	}
	return usage + " [flags]"
}

// counts are how many words the command needs, and takes at most.
func (c *command) counts() (least, most int) {
	for word := range strings.FieldsSeq(c.args) {
		most++
		if word[0] != '[' {
			least++
		}
	}
	return least, most
}
