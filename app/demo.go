package app

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"os"
	"syscall"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

//go:embed demo/settings.yaml
var demoSettings []byte

func demoCommand() *command {
	return &command{
		name: "demo", short: "Show it all on this machine, with sample chats.",
		long: "Starts the whole product in a temporary folder with a sample campaign, posts sample chats to it over HTTP as chat\n" +
			"vendors do, shows who got each and why, and goes on serving until Ctrl-C. Nobody is mailed, nothing is kept, and no\n" +
			"setting of yours is read.",
		example: "postchat demo",
		prepare: func(flags *flag.FlagSet) action {
			address := flags.String("listen", "", "`ADDRESS` to listen on. "+demoAddress+" unless given, or a free port where that is taken.")
			return func(ctx context.Context, inv invocation) error { return demo(ctx, inv, *address) }
		},
	}
}

const demoAddress = "127.0.0.1:8080"

func demo(ctx context.Context, inv invocation, address string) error {
	listener, err := demoListen(ctx, address)
	if err != nil {
		return err
	}
	data, err := os.MkdirTemp("", "postchat-demo-")
	if err != nil {
		_ = listener.Close()
		return fmt.Errorf("make a temporary data folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(data) }()
	config, err := inv.loadConfig(map[string]string{"data": data, "listen": listener.Addr().String()}, func(string) string { return "" })
	if err != nil {
		return err
	}
	// The demo posts a forged chat itself, so that warnings would only get into the way of what it tells.
	log := slog.New(slog.NewTextHandler(inv.stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	ready := make(chan *parts, 1)
	done := make(chan error, 1)
	serving, stop := context.WithCancel(ctx)
	s := &server{program: inv.program, config: config, listener: listener, log: log, open: true, started: func(p *parts) { ready <- p }}
	go func() { done <- s.run(serving) }()
	select {
	case err := <-done:
		stop()
		return err
	case p := <-ready:
		err = (&story{invocation: inv, server: s, parts: p}).tell(ctx)
	}
	if err != nil || ctx.Err() != nil {
		stop()
		return errors.Join(err, <-done)
	}
	err = <-done
	stop()
	return err
}

// demoListen opens the address; without one the usual one, or a free port of this machine where that is taken.
func demoListen(ctx context.Context, address string) (net.Listener, error) {
	if address != "" {
		return listen(ctx, address)
	}
	listener, err := listen(ctx, demoAddress)
	if errors.Is(err, syscall.EADDRINUSE) {
		return listen(ctx, "127.0.0.1:0")
	}
	return listener, err
}

// prepare applies the sample settings.
func (s *story) prepare(ctx context.Context) error {
	s.scope = s.parts.store.Account(s.parts.account.ID)
	file, err := parseSettings(demoSettings, s.server.vendors, settingsFile{})
	if err != nil {
		return err
	}
	made, err := applySettings(ctx, s.scope, s.server.vendors, settingsFile{}, file)
	if err != nil {
		return err
	}
	s.sources = map[postchat.Vendor]newSource{}
	s.campaign = file.Campaigns[0]
	for _, source := range made {
		if source.Name != demoWindow {
			s.sources[source.Vendor] = source
			continue
		}
		if err := s.openTry(ctx, source); err != nil {
			return err
		}
	}
	return nil
}

// settled waits until nothing more is on its way for the conversation's follow-up, and returns it.
func (s *story) settled(ctx context.Context, source, conversation string) (*postchat.FollowUp, error) {
	const glance, patience = 10 * time.Millisecond, 30 * time.Second
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		f, err := s.scope.FollowUpOfConversation(ctx, source, conversation)
		if err == nil && !f.State.Waiting() && f.State != postchat.FollowUpQueued {
			return f, nil
		}
		if err != nil && !postchat.IsKind(err, postchat.NotFound) {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("wait for the follow-up of %s: %w", conversation, ctx.Err())
		case <-time.After(glance):
		}
	}
}

// story is what the demo tells.
type story struct {
	invocation

	server   *server
	parts    *parts
	scope    *db.Scope
	campaign campaignSettings
	sources  map[postchat.Vendor]newSource
	// closed is when the chats were closed, each a little later than the one before.
	closed map[string]time.Time
}
