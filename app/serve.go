package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"syscall"
)

func serveCommand() *command {
	return &command{
		name: "serve", short: "Run the server.",
		long: "Runs the server until it is told to stop. Nothing needs to be set: data is kept in ./postchat-data, and mails in the\n" +
			"outbox at http://127.0.0.1:8080/outbox, until a mail provider is set. SIGTERM or Ctrl-C stops it gracefully; a second\n" +
			"one at once.",
		example: "POSTCHAT_FROM='Postchat <postchat@mg.example.com>' POSTCHAT_MAILGUN_DOMAIN=mg.example.com \\\n" +
			"  POSTCHAT_MAILGUN_API_KEY_FILE=/run/secrets/mailgun postchat serve -public-url https://postchat.example.com",
		groups:  serverSettings,
		prepare: func(*flag.FlagSet) action { return serve },
	}
}

func serve(ctx context.Context, inv invocation) error {
	tuneMemory(inv.getenv)
	f, err := makeFolder(inv.config.Data)
	if err != nil {
		return err
	}
	if inv.config.DatabaseURL == "" {
		unlock, err := f.lock()
		if err != nil {
			return err
		}
		defer unlock()
	}
	listener, err := listen(ctx, inv.config.Listen)
	if err != nil {
		return err
	}
	if _, port, _ := net.SplitHostPort(inv.config.Listen); port == "0" {
		inv.config.Listen = listener.Addr().String() // the port that the system chose
	}
	return (&server{program: inv.program, config: inv.config, listener: listener, log: inv.log(), out: inv.stdout}).run(ctx)
}

// listen opens the address. That it is taken by another program is said in clear words.
func listen(ctx context.Context, address string) (net.Listener, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("another program listens on %s already; stop it, or choose another address with -listen: %w", address, err)
	}
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", address, err)
	}
	return listener, nil
}
