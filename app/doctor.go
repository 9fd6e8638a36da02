package app

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

func doctorCommand() *command {
	return &command{
		name: "doctor", short: "Say what is wrong, and what to do about it.",
		long: "Checks the configuration, the data folder, the secret key, the database, the mail provider and the addresses, says\n" +
			"what it found and what to do about it, and exits with 1 when anything is wrong. It sends no mail and changes nothing,\n" +
			"and can be used beside a running server.",
		example: "postchat doctor -public-url https://postchat.example.com",
		groups:  serverSettings,
		copes:   true,
		prepare: func(*flag.FlagSet) action { return examine },
	}
}

// checkTimeout bounds each question to a database or provider.
const checkTimeout = 30 * time.Second

// doctor looks at one part after the other and says what it sees.
type doctor struct {
	config   Config
	vendors  vendors
	out      io.Writer
	problems int
}

func (d *doctor) say(word, part, format string, args ...any) {
	_, _ = fmt.Fprintf(d.out, "%-8s %-14s %s\n", word, part, fmt.Sprintf(format, args...))
}

// ok says that a part is well, note something that is neither well nor wrong.
func (d *doctor) ok(part, format string, args ...any)   { d.say("ok", part, format, args...) }
func (d *doctor) note(part, format string, args ...any) { d.say("note", part, format, args...) }

// problem says what is wrong with a part and what to do.
func (d *doctor) problem(part, remedy, format string, args ...any) {
	d.problems++
	d.say("problem", part, format, args...)
	_, _ = fmt.Fprintf(d.out, "%23s %s\n", "what to do:", remedy)
}

func examine(ctx context.Context, inv invocation) error {
	d := &doctor{config: inv.config, vendors: inv.vendors, out: inv.stdout}
	d.examineConfig(inv.configErr)
	d.examineNames(inv.environ)
	d.examineClock(time.Now(), builtFrom())
	if d.examineFolder() {
		d.examineDatabase(ctx)
	}
	if inv.configErr == nil {
		d.examineProvider(ctx)
		d.examineSender()
		d.examineAddress()
	}
	if d.problems > 0 {
		inv.printf("\n%s found.\n", count(d.problems, "problem"))
		return errReported
	}
	inv.printf("\nNothing is wrong.\n")
	return nil
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

func (d *doctor) examineConfig(err error) {
	if err == nil {
		d.ok("configuration", "can be used")
		return
	}
	for _, p := range postchat.Problems(err) {
		d.problem("configuration", "set it right, or unset it; \"postchat serve -h\" says what it is for", "%s %s", p.Field, p.Message)
	}
}

// examineNames looks for variables that are meant for us and misspelt, so that nobody reads them.
func (d *doctor) examineNames(environ []string) {
	var known []string
	for _, f := range configFields() {
		known = append(known, f.env)
		if f.secret {
			known = append(known, f.env+fileSuffix)
		}
	}
	for _, entry := range environ {
		name, _, _ := strings.Cut(entry, "=")
		if !strings.HasPrefix(name, envPrefix) || slices.Contains(known, name) || isServiceLink(name) {
			continue
		}
		best := slices.MinFunc(known, func(a, b string) int { return distance(name, a) - distance(name, b) })
		d.problem("configuration", "unset it; perhaps "+best+" was meant", "%s is set, but there is no such setting", name)
	}
}

// isServiceLink recognises the variables that Kubernetes sets for a service that is called postchat.
func isServiceLink(name string) bool {
	rest := strings.TrimPrefix(name, envPrefix)
	return rest == "PORT" || strings.HasPrefix(rest, "PORT_") || strings.HasPrefix(rest, "SERVICE_")
}

// examineClock compares the clock with the time at which this program was made, zero where that is not known. Signed webhooks
// are refused when the clock is wrong.
func (d *doctor) examineClock(now, made time.Time) {
	if now.Before(made) {
		d.problem("clock", "set the clock, and let it be kept right by NTP: webhooks are refused that seem five minutes old",
			"it says %s, which is before this program was made", shortTime(now))
		return
	}
	d.ok("clock", "it says %s UTC", shortTime(now))
}
