package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/postchat/postchat"
)

// process is what the operating system gives a program.
type process struct {
	program

	args           []string // without the program's name
	environ        []string
	stdin          io.Reader
	stdout, stderr io.Writer
}

func (p process) getenv(name string) string {
	for _, entry := range slices.Backward(p.environ) {
		if value, found := strings.CutPrefix(entry, name+"="); found {
			return value
		}
	}
	return ""
}

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2 // what was typed, or the configuration, cannot be used
)

// usageError is a mistake in what was typed.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

func usagef(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// errReported says that the command has told people already what went wrong.
var errReported = errors.New("reported")

// run is the whole program: it runs the command that the arguments name and returns the exit code. It ends soon after ctx.
func run(ctx context.Context, p process) int {
	c, args, err := findCommand(p.args)
	if err == nil && c == nil {
		_, _ = io.WriteString(p.stdout, overview(args))
		return exitOK
	}
	if err == nil {
		err = c.execute(ctx, p, args)
	}
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errReported):
		return exitFailed
	}
	report(p.stderr, err)
	usage, config := (*usageError)(nil), (*configError)(nil)
	if errors.As(err, &usage) || errors.As(err, &config) {
		return exitUsage
	}
	return exitFailed
}

// report writes an error for people: what was attempted and went wrong, each problem on a line of its own.
func report(w io.Writer, err error) {
	if config := (*configError)(nil); errors.As(err, &config) {
		_, _ = fmt.Fprintln(w, "postchat: the configuration cannot be used:")
		for _, problem := range postchat.Problems(err) {
			_, _ = fmt.Fprintf(w, "  %s %s\n", problem.Field, problem.Message)
		}
		return
	}
	_, _ = fmt.Fprintf(w, "postchat: %s\n", strings.ReplaceAll(err.Error(), "\n", "\n  "))
}

// invocation is a command that was called.
type invocation struct {
	process

	// config is right unless the command said that it copes with a wrong one.
	config Config
	// configErr is what is wrong with the configuration, for commands that cope.
	configErr error
	// words are the arguments that are no flags.
	words []string
}

// configError is a configuration that cannot be used.
type configError struct{ error }

func (e *configError) Unwrap() error { return e.error }

// execute parses the command's arguments, reads the configuration and runs it.
func (c *command) execute(ctx context.Context, p process, args []string) error {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	given := addSettings(flags, c.groups)
	var action action
	if c.prepare != nil {
		action = c.prepare(flags)
	}
	words, err := parseFlags(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		_, _ = io.WriteString(p.stdout, c.help(flags))
		return nil
	}
	if err != nil {
		return usagef("%s; %q lists the flags", strings.Replace(err.Error(), "flag provided but not defined:", "there is no flag", 1),
			"postchat "+c.name+" -h")
	}
	if least, most := c.counts(); len(words) < least || len(words) > most {
		return usagef("the command is: postchat %s; %q says more", c.usage(), "postchat "+c.name+" -h")
	}
	inv := invocation{process: p, words: words}
	if len(c.groups) > 0 {
		inv.config, inv.configErr = p.loadConfig(given, p.getenv)
		inv.vendors = inv.vendors.within(inv.config.VendorNetworks)
		if inv.configErr != nil && !c.copes {
			return &configError{inv.configErr}
		}
	}
	return action(ctx, inv)
}

// parseFlags takes flags before, between and after the other words; after -- there are only words.
func parseFlags(flags *flag.FlagSet, args []string) (words []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		rest := flags.Args()
		if len(rest) == 0 {
			return words, nil
		}
		if before := len(args) - len(rest); before > 0 && args[before-1] == "--" {
			return append(words, rest...), nil
		}
		words, args = append(words, rest[0]), rest[1:]
	}
}
