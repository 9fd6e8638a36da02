// Package app is the program: its commands, configuration and wiring, as cmd/postchat runs it. A main of one's own can run it
// with chat vendors and a way to send mails of its own; see examples/own.
package app

//go:generate go test . -run TestConfigurationPageIsCurrent -update

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"syscall"
	_ "time/tzdata" // campaigns have time zones, whatever machine this runs on

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/webhook"
)

// Vendor is a chat vendor whose webhooks the program speaks.
type Vendor struct {
	// Adapter reads and answers the webhooks, and names the vendor.
	Adapter webhook.Adapter
	// NewSecret makes a secret for a source; CheckSecret says what is wrong with one that a person brings.
	NewSecret   func() postchat.Secret
	CheckSecret func(postchat.Secret) error
	// SecretInAddress says that a secret that was made belongs into the address, as its last part, because the vendor may not
	// be able to prove who it is in any other way. The adapter finds it in webhook.Credentials.
	SecretInAddress bool
	// Advice says what to do at the vendor with the secret and the address, in a few lines.
	Advice string
}

// Option adds something of one's own to the program.
type Option func(*program)

// WithVendor adds a chat vendor. It takes the place of one with the same name.
func WithVendor(v Vendor) Option {
	return func(p *program) {
		same := func(other Vendor) bool { return other.Adapter.Vendor() == v.Adapter.Vendor() }
		p.vendors = append(slices.DeleteFunc(p.vendors, same), v)
	}
}

// WithSender has all mails sent by a sender of one's own, whatever mail provider the configuration names. It is made once the
// configuration has been read, and again by some checks; an error of make ends the program. A sender that is also a
// delivery.Reporter is asked about mails whose answer was lost.
func WithSender(make func() (delivery.Sender, error)) Option {
	return func(p *program) { p.newSender = make }
}

// program is what the program is made of.
type program struct {
	vendors vendors
	// newSender makes a sender that takes the place of the configured one; nil where the configuration counts.
	newSender func() (delivery.Sender, error)
}

func newProgram(options ...Option) program {
	p := program{vendors: builtIn()}
	for _, option := range options {
		option(&p)
	}
	return p
}

// Main runs the command that the program's arguments name and returns the exit code: 0 for success, 1 for a failure, 2 for what
// was typed or configured wrong. An interrupt or SIGTERM asks for a graceful stop; a second one ends the process at once.
func Main(options ...Option) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // from the first signal on the default is back
	return run(ctx, process{
		program: newProgram(options...),
		args:    os.Args[1:], environ: os.Environ(), stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
	})
}
